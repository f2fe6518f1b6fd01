"""From a doctrine's file to rules with numbers, and a profile's own numbers over them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
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

OVER_BASE = tuple(name for name in EXTENDING if doctrine_named(name).tables.extends == BASE)
IN_FAMILIES = {
    "addons": "addons_end_before_race addons_fit_the_day micro_sessions_after_runs micro_sessions_on_run_days "
    "mobility_after_tough_days mobility_every_week mobility_on_easy_days prehab_twice_a_week tests_every_few_weeks "
    "tests_on_fresh_days",
    "availability": "days_away equipment_at_hand free_days_only limits_of_the_place minutes_of_the_day "
    "place_of_the_day",
    "rhythm": "even_spacing fewest_sessions letters_follow_the_week same_weekdays sessions_recur",
    "safety": "bodyweight_start easy_rungs_first excluded_exercises experience_gates injuries_spared injury_essentials "
    "isometrics_first light_introduction prehab_for_weak_links skills_are_earned sound_exercises",
    "taper": "calm_last_days heavy_ends_before_race light_week_before_race_week light_weeks_serve_the_legs "
    "light_weeks_spare_the_arms race_day_free race_week_light recovery_after_race",
    "variety": "accessories_take_turns disliked_left_out favourites fresh_accessories goals_emphasised "
    "priority_exercises sessions_differ short_sessions straight_sets templates_kept",
}
"""The rules of families that a doctrine inherits whole; each was compared with the guides of those doctrines."""


def published(name: str) -> Any:
    return next(rule for rule in doctrine_named(BASE).rules if rule.id == name)


def own_rule(who: Any, name: str) -> Any:
    return next(rule for rule in brief_for(who).rules if rule.id == name)


def test_the_reconciled_doctrine_is_there_and_an_unknown_one_is_not() -> None:
    assert "reconciled" in doctrine_names()
    with pytest.raises(FileNotFoundError):
        doctrine_named("nobody")


def test_rules_stand_in_reading_order() -> None:
    order = [kind.id for kind in RULES]
    ids = {name: [one.id for one in doctrine_named(name).rules] for name in doctrine_names()}
    assert ids == {name: sorted(held, key=order.index) for name, held in ids.items()}


def test_a_profile_without_overrides_has_the_hash_of_the_published_text() -> None:
    published = {name: doctrine_named(name).hash for name in doctrine_names()}
    assert published == {name: brief_for(profile(season={"doctrine": name})).doctrine.hash for name in published}
    assert len(set(published.values())) == len(published)


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
    assert published("fresh_legs_for_key_runs").hard
    own = own_rule(
        profile(rules={"fresh_legs_for_key_runs": {"tier": "rhythm", "weight": 7}}), "fresh_legs_for_key_runs"
    )
    assert (own.hard, own.tier, own.weight) == (False, "rhythm", 7)


def test_a_table_of_numbers_is_overridden_entry_by_entry() -> None:
    own = numbered(rule("sessions_by_phase", most={"base": 3, "taper": 1}), {"most": {"taper": 0}})
    assert own.model_dump()["most"] == {"base": 3, "taper": 0}


@pytest.mark.parametrize("numbers", [{"days": 9}, {"days": "two"}, {"daze": 1}, {"weight": 0}])
def test_a_number_that_does_not_fit_is_refused(numbers: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        numbered(rule("chill_day_every_week", days=1), numbers)


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
    assert published("easy_legs_after_long_run").tier == "rhythm"
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


def test_what_a_doctrine_does_not_number_is_as_it_is_underneath() -> None:
    assert [
        f"{name}.{one.id}"
        for name in EXTENDING
        for one in doctrine_named(name).rules
        if one.id not in raw(name).get("rules", {}) and one not in under(name).rules
    ] == []


def test_only_a_rule_of_the_doctrine_underneath_is_taken_out_each_for_a_reason() -> None:
    without = [(name, one, because) for name in EXTENDING for one, because in raw(name).get("without", {}).items()]
    assert [
        f"{name}: take {one} out of [without], the doctrine underneath has no such rule"
        for name, one, _ in without
        if one not in {rule.id for rule in under(name).rules}
    ] == []
    assert [
        f"{name}: name facts of the guidance for which {one} is taken out"
        for name, one, because in without
        if not because or any(fact_id(fact) not in facts() for fact in because)
    ] == []


def test_no_rule_is_both_taken_out_and_numbered() -> None:
    tables = {name: (raw(name).get("without", {}), raw(name).get("rules", {})) for name in EXTENDING}
    assert {name: without.keys() & numbers.keys() for name, (without, numbers) in tables.items()} == {
        name: set() for name in EXTENDING
    }


def said_to_be_inherited(name: str) -> list[str]:
    """Rules and families."""
    return [one for subject in doctrine_named(name).tables.inherited for one in subject.rules]


def test_every_rule_is_numbered_or_taken_out_or_said_to_be_inherited() -> None:
    assert [
        f"{name}: number {one.id}, take it out ([without]), or say that it is inherited ([[inherited]])"
        for name in OVER_BASE
        for one in doctrine_named(name).rules
        if not {one.id, one.family} & {*said_to_be_inherited(name)} and one.id not in doctrine_named(name).own
    ] == []


def test_a_new_rule_is_compared_with_each_guide_whose_doctrine_inherits_its_family() -> None:
    """Without this a doctrine would inherit a rule added to a family although nobody compared it with the guide."""
    assert [
        f"{name} inherits {one.id}, with all of {one.family}: if its guide leaves that as it is, add {one.id} to "
        f"IN_FAMILIES in {Path(__file__).name}; else number it in {name}.toml or take it out there ([without])"
        for name in OVER_BASE
        for one in doctrine_named(name).rules
        if one.family in said_to_be_inherited(name)
        and one.id not in {*doctrine_named(name).own, *said_to_be_inherited(name)}
        and one.id not in IN_FAMILIES.get(one.family, "").split()
    ] == []


def test_what_is_said_to_be_inherited_is_so_each_once_and_its_subject_is_a_phrase() -> None:
    for name in EXTENDING:
        inherited = [one for one in doctrine_named(name).rules if one.id not in doctrine_named(name).own]
        known = {one.id for one in inherited} | {one.family for one in inherited}
        said = said_to_be_inherited(name)
        assert [one for one in said if one not in known or said.count(one) > 1] == [], f"take it out of {name}.toml"
        subjects = [subject.on for subject in doctrine_named(name).tables.inherited]
        assert [on for on in subjects if not on or on.endswith(".")] == [], name


def test_a_doctrine_says_in_a_sentence_what_it_is() -> None:
    tables = {name: doctrine_named(name).tables for name in doctrine_names()}
    assert [name for name, one in tables.items() if not one.title or not one.says.endswith(".")] == []
    assert len({one.says for one in tables.values()}) == len(tables)


def test_a_rule_priced_in_a_tier_that_the_doctrine_has_not_cannot_be_read(read: Read) -> None:
    with pytest.raises(ValueError, match="prices rules in tiers that it has not: sound_exercises"):
        read('[rules.sound_exercises]\ntier = "execises"\nbecause = ["judgement"]')
