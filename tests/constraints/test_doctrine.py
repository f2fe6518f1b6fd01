"""From a doctrine's file to rules with numbers, and a profile's own numbers over them."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from constraints.doctrine import doctrine_for, doctrine_named, doctrine_names, numbered
from constraints.rules import RULES
from writing import day, profile, rule

every_doctrine = pytest.mark.parametrize("name", doctrine_names())


def own_rule(who: Any, name: str) -> Any:
    return next(rule for rule in doctrine_for(who).rules if rule.id == name)


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
    assert doctrine_named(name).hash == doctrine_for(profile(season={"doctrine": name})).hash


def test_a_profile_without_overrides_follows_the_doctrine_as_published() -> None:
    followed = doctrine_for(profile())
    assert followed.rules == doctrine_named("reconciled").rules
    assert followed.overrides == ()


def test_an_override_changes_one_number_and_says_so() -> None:
    who = profile(rules={"chill_day_every_week": {"days": 2}})
    own = own_rule(who, "chill_day_every_week")
    assert (own.days, own.because) == (2, ("profile",))
    assert doctrine_for(who).overrides == ("chill_day_every_week: days = 2",)
    others = [rule for rule in doctrine_for(who).rules if rule.id != own.id]
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
        rule for rule in doctrine_for(profile(strength={"at_least": 2, "pins": [pin]})).rules if rule.family == "wishes"
    ]
    assert [(wish.id, wish.hard, wish.because) for wish in wishes] == [
        ("pinned_sessions", True, ("profile",)),
        ("sessions_insisted_on", True, ("profile",)),
    ]
    alone = [rule.id for rule in doctrine_for(profile(strength={"pins": [pin]})).rules if rule.family == "wishes"]
    assert alone == ["pinned_sessions"]
    assert not any(rule.family == "wishes" for rule in doctrine_for(profile()).rules)


def test_day_and_exercise_walls_are_walls_only_while_they_are_hard() -> None:
    walls = {rule.id for rule in doctrine_for(profile()).day_walls}
    assert {"days_away", "race_day_free"} <= walls
    softened = doctrine_for(profile(rules={"days_away": {"tier": "rhythm"}}))
    assert {rule.id for rule in softened.day_walls} == walls - {"days_away"}
    assert all(rule.hard for rule in doctrine_for(profile()).exercise_walls)


def test_the_season_recovers_as_long_as_the_rule_says() -> None:
    race = {"name": "Goal", "date": day("sun", 4), "distance": "marathon"}
    season = doctrine_for(profile(weeks=8, races=[race])).season(profile(weeks=8, races=[race]))
    assert season.week_at(day("thu", 4)).phase == "race_week"
    assert season.week_at(day("thu", 5)).phase == "recovery"
