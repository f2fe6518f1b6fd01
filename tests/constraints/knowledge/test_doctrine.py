"""From a doctrine's file to rules with numbers, and a profile's own numbers over them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from constraints.knowledge import doctrine as module
from constraints.knowledge.doctrine import Doctrine, doctrine_named, doctrine_names, numbered
from constraints.knowledge.guidance import fact_id, facts
from constraints.planning.brief import brief_for
from constraints.planning.narrowing import domain_of
from constraints.rules.every_rule import RULES
from writing import day, profile, rule

BASE = "reconciled"
EXTENDING = tuple(name for name in doctrine_names() if doctrine_named(name).tables.extends)

every_doctrine = pytest.mark.parametrize("name", doctrine_names())
every_extending = pytest.mark.parametrize("name", EXTENDING)


def own_rule(who: Any, name: str) -> Any:
    return next(rule for rule in brief_for(who).rules if rule.id == name)


def test_the_reconciled_doctrine_is_there_and_an_unknown_one_is_not() -> None:
    assert "reconciled" in doctrine_names()
    with pytest.raises(FileNotFoundError):
        doctrine_named("nobody")


@every_doctrine
def test_rules_stand_in_reading_order_with_tiers_that_are_solved(name: str) -> None:
    doctrine = doctrine_named(name)
    order = [kind.id for kind in RULES]
    ids = [rule.id for rule in doctrine.rules]
    assert ids == [one for one in order if one in ids]
    assert {rule.tier for rule in doctrine.rules} <= {None, *doctrine.tables.tiers}
    assert set(doctrine.tables.rules) == set(ids), "every table of the file is a rule"


@every_doctrine
def test_a_hash_tells_one_text_from_another(name: str) -> None:
    assert len(doctrine_named(name).hash) == 16
    assert doctrine_named(name).hash == brief_for(profile(season={"doctrine": name})).doctrine.hash


def test_a_profile_without_overrides_follows_the_doctrine_as_published() -> None:
    followed = brief_for(profile())
    assert followed.rules == doctrine_named("reconciled").rules
    assert followed.doctrine.overrides == ()


def test_an_override_changes_one_number_and_says_so() -> None:
    who = profile(rules={"chill_day_every_week": {"days": 2}})
    own = own_rule(who, "chill_day_every_week")
    assert (own.days, own.because) == (2, ("profile",))
    assert brief_for(who).doctrine.overrides == ("chill_day_every_week: days = 2",)
    others = [rule for rule in brief_for(who).rules if rule.id != own.id]
    assert others == [rule for rule in doctrine_named("reconciled").rules if rule.id != own.id]


def test_a_wall_becomes_a_price_by_a_tier() -> None:
    assert rule("fresh_legs_for_key_runs").hard
    own = own_rule(
        profile(rules={"fresh_legs_for_key_runs": {"tier": "rhythm", "weight": 7}}), "fresh_legs_for_key_runs"
    )
    assert (own.hard, own.tier, own.weight) == (False, "rhythm", 7)


def test_a_table_of_numbers_is_overridden_entry_by_entry() -> None:
    published = rule("sessions_by_phase")
    own = numbered(published, {"most": {"taper": 0}})
    assert own.model_dump()["most"] == {**published.model_dump()["most"], "taper": 0}


@pytest.mark.parametrize("numbers", [{"days": 9}, {"days": "two"}, {"daze": 1}, {"weight": 0}])
def test_a_number_that_does_not_fit_is_refused(numbers: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        numbered(rule("chill_day_every_week"), numbers)


def test_wishes_are_walls_that_are_there_only_when_they_are_made() -> None:
    pin = str(day("tue"))
    wishes = [
        rule for rule in brief_for(profile(strength={"at_least": 2, "pins": [pin]})).rules if rule.family == "wishes"
    ]
    assert [(wish.id, wish.hard, wish.because) for wish in wishes] == [
        ("pinned_sessions", True, ("profile",)),
        ("sessions_insisted_on", True, ("profile",)),
    ]
    alone = [rule.id for rule in brief_for(profile(strength={"pins": [pin]})).rules if rule.family == "wishes"]
    assert alone == ["pinned_sessions"]
    assert not any(rule.family == "wishes" for rule in brief_for(profile()).rules)


def test_a_rule_narrows_the_domain_only_while_it_is_hard() -> None:
    away = {"strength": {"away": [str(day("tue"))]}}
    assert day("tue") not in domain_of(brief_for(profile(**away))).days
    softened = profile(**away, rules={"days_away": {"tier": "rhythm"}})
    assert day("tue") in domain_of(brief_for(softened)).days


def test_the_season_recovers_as_long_as_the_rule_says() -> None:
    race = {"name": "Goal", "date": day("sun", 4), "distance": "marathon"}
    season = brief_for(profile(weeks=8, races=[race])).season
    assert season.week_at(day("thu", 4)).phase == "race_week"
    assert season.week_at(day("thu", 5)).phase == "recovery"


# ---- one doctrine over another


def under(name: str) -> Doctrine:
    return doctrine_named(doctrine_named(name).tables.extends or "")


def raw(name: str) -> dict[str, Any]:
    return tomllib.loads(module._text(name))


Read = Callable[..., Doctrine]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Read:
    """A doctrine written in a test over the reconciled one, or over the given text of it."""

    def written(text: str, base: str = module._text(BASE), extends: str = BASE) -> Doctrine:
        texts = {"odd": f'title = "Odd"\nsays = "Odd."\nextends = "{extends}"\n{text}', BASE: base}
        published = module._text
        monkeypatch.setattr(module, "_text", lambda name: texts[name] if name in texts else published(name))
        try:
            return doctrine_named.__wrapped__("odd")  # uncached
        finally:
            monkeypatch.undo()

    return written


def test_all_other_doctrines_extend_the_reconciled_one_in_the_end() -> None:
    assert len(EXTENDING) == len(doctrine_names()) - 1
    assert all(doctrine_named(name).lineage[-1] == BASE for name in doctrine_names())


def test_a_lineage_names_the_doctrine_and_those_underneath() -> None:
    assert doctrine_named(BASE).lineage == (BASE,)
    assert doctrine_named("three_pillars_flow_a").lineage == ("three_pillars_flow_a", "three_pillars", BASE)


def test_an_empty_doctrine_is_the_one_underneath(read: Read) -> None:
    odd, base = read(""), doctrine_named(BASE)
    assert odd.rules == base.rules
    assert odd.own == frozenset()
    kept = set(type(odd.tables).model_fields) - {"title", "says", "extends"}
    assert all(getattr(odd.tables, table) == getattr(base.tables, table) for table in kept)


def test_a_rule_s_table_replaces_the_one_underneath_whole(read: Read) -> None:
    odd = read('[rules.easy_legs_after_long_run]\ndays = 2\nbecause = ["judgement"]')
    own = next(rule for rule in odd.rules if rule.id == "easy_legs_after_long_run")
    assert rule("easy_legs_after_long_run").tier == "rhythm"
    assert (own.tier, own.weight, own.because) == (None, 1, ("judgement",))
    others = [one for one in odd.rules if one.id != own.id]
    assert others == [one for one in doctrine_named(BASE).rules if one.id != own.id]
    assert odd.own == {own.id}


def test_a_style_s_table_replaces_its_own_and_leaves_the_other_styles(read: Read) -> None:
    odd = read('[styles.heavy]\nreps = [5, 6]\nrest_s = 120\nrep_s = 4\nbecause = ["judgement"]').tables
    base = doctrine_named(BASE).tables
    assert (odd.styles["heavy"].reps, odd.styles["heavy"].reps_with, odd.styles["heavy"].tempo) == ((5, 6), {}, None)
    assert {**odd.styles, "heavy": None} == {**base.styles, "heavy": None}


def test_a_plain_table_replaces_the_one_underneath_and_takes_nothing_over(read: Read) -> None:
    with pytest.raises(ValidationError, match="taper_days"):
        read('[phases]\nrace_week_days = 7\nbecause = ["judgement"]')


def test_a_rule_that_is_taken_out_is_gone_and_says_why(read: Read) -> None:
    odd = read('[without]\nfive_patterns = ["STR-16"]')
    gone = {rule.id for rule in doctrine_named(BASE).rules} - {rule.id for rule in odd.rules}
    assert gone == {"five_patterns"}
    assert odd.tables.without == {"five_patterns": ("STR-16",)}


def test_a_third_doctrine_lacks_what_was_taken_out_and_says_itself_what_it_inherits(read: Read) -> None:
    odd, between = read("", extends="home"), doctrine_named("home")
    assert odd.rules == between.rules
    assert odd.tables.without == between.tables.without
    assert between.tables.inherited
    assert odd.tables.inherited == ()


def test_a_hash_changes_with_the_text_underneath(read: Read) -> None:
    same, own, base = read(""), read("# another remark"), read("", base=module._text(BASE) + "# another remark")
    assert same.hash == read("").hash
    assert len({same.hash, own.hash, base.hash, doctrine_named(BASE).hash}) == 4
    assert same.rules == own.rules == base.rules


def test_a_doctrine_over_one_that_is_not_there_cannot_be_read(read: Read) -> None:
    with pytest.raises(FileNotFoundError):
        read("", extends="nobody")


@every_extending
def test_what_it_numbers_itself_is_its_own_and_the_rest_is_inherited(name: str) -> None:
    doctrine = doctrine_named(name)
    assert doctrine.own == set(raw(name).get("rules", {}))
    inherited = [one for one in doctrine.rules if one.id not in doctrine.own]
    assert all(one in under(name).rules for one in inherited)


@every_extending
def test_only_a_rule_of_the_doctrine_underneath_is_taken_out_each_for_a_reason(name: str) -> None:
    without = raw(name).get("without", {})
    assert set(without) <= {one.id for one in under(name).rules}
    assert set(without).isdisjoint(one.id for one in doctrine_named(name).rules)
    assert all(without.values())
    assert [one for because in without.values() for one in because if fact_id(one) not in facts()] == []


@every_extending
def test_no_rule_is_both_taken_out_and_there(name: str) -> None:
    doctrine = doctrine_named(name)
    assert set(doctrine.tables.without).isdisjoint(one.id for one in doctrine.rules)


@pytest.mark.parametrize("name", [name for name in EXTENDING if doctrine_named(name).tables.extends == BASE])
def test_every_rule_is_numbered_anew_or_taken_out_or_said_to_be_inherited(name: str) -> None:
    doctrine = doctrine_named(name)
    said = {one for subject in doctrine.tables.inherited for one in subject.rules}
    left = [
        one.id
        for one in under(name).rules
        if not {one.id, one.family} & said and one.id not in {*doctrine.own, *doctrine.tables.without}
    ]
    assert left == [], "number it, take it out, or say that it is inherited"


@every_extending
def test_it_inherits_rules_of_the_doctrine_underneath_and_none_that_it_numbers(name: str) -> None:
    doctrine = doctrine_named(name)
    said = [one for subject in doctrine.tables.inherited for one in subject.rules]
    families = {one.family for one in under(name).rules}
    inherited = {one.id for one in doctrine.rules} - doctrine.own
    assert sorted(said) == sorted(set(said)), "each once"
    assert [one for one in said if one not in families | inherited] == []
    assert all(subject.on and not subject.on.endswith(".") for subject in doctrine.tables.inherited)


@every_extending
def test_a_family_that_it_inherits_has_rules_that_it_inherits(name: str) -> None:
    doctrine = doctrine_named(name)
    inherited = {one.family for one in doctrine.rules if one.id not in doctrine.own}
    families = {one.family for one in under(name).rules}
    said = {one for subject in doctrine.tables.inherited for one in subject.rules}
    assert said & families <= inherited


@every_doctrine
def test_a_doctrine_says_in_a_sentence_what_it_is(name: str) -> None:
    tables = doctrine_named(name).tables
    assert tables.title
    assert tables.says.endswith(".")
    assert len({doctrine_named(other).tables.says for other in doctrine_names()}) == len(doctrine_names())


def test_a_rule_priced_in_a_tier_that_the_doctrine_has_not_cannot_be_read(read: Read) -> None:
    with pytest.raises(ValueError, match="prices rules in tiers that it has not: sound_exercises"):
        read('[rules.sound_exercises]\ntier = "execises"\nbecause = ["judgement"]')
