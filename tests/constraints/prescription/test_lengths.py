from __future__ import annotations

from typing import Any

import pytest

from constraints.knowledge.doctrine import Doctrine, doctrine_named, doctrine_names
from constraints.prescription.lengths import halves, longest_set_s, main_s, reached, set_s
from constraints.prescription.options import Option
from doses import LIGHTER_SETS, NO_LIGHTER_SETS
from doses import NUMBERS as PROGRESSION
from profiles.plan import Dose, Item, LighterSet, Slower, Style, Today
from profiles.season import Phase
from writing import item, profile, season_of

STYLES = doctrine_named("reconciled").tables.styles
DOCTRINES = [doctrine_named(name) for name in doctrine_names()]


def dated(exercise: str, style: Style, *, superset: int | None = None, **today: Any) -> Item:
    return item(exercise, style, superset=superset).model_copy(update={"today": Today(**today)})


@pytest.mark.parametrize(
    ("style", "dose", "most", "eight"),
    [
        ("moderate", Dose(sets=2, reps=(8, 12), tempo="2-0-1", rest_s=75), 36, 24),
        ("moderate", Dose(sets=2, reps=(8, 12), tempo="2-0-1", each_side=True, rest_s=75), 72, 48),
        ("hold", Dose(sets=2, seconds=(30, 45), each_side=True, rest_s=45), 90, 16),
        ("power", Dose(sets=2, reps=(5, 10), rest_s=90), 20, 16),
    ],
)
def test_a_set_takes_its_reps_or_seconds_on_each_side(style: Style, dose: Dose, most: int, eight: int) -> None:
    assert (longest_set_s(dose, STYLES[style]), set_s(dose, STYLES[style], 8)) == (most, eight)


def test_a_date_with_a_slower_tempo_takes_its_time() -> None:
    (slow,) = [dated("split_squat", "bodyweight", sets=2, reps=8, tempo="5-0-1")]
    assert main_s([slow], STYLES, 30, NO_LIGHTER_SETS) == 30 + 2 * (8 * 6 * 2 + 60)


def test_the_longest_set_may_be_a_slow_one() -> None:
    dose = Dose(sets=2, reps=(8, 10), tempo="2-0-1", slower=Slower(reps=(8, 9), tempo="5-0-1"), rest_s=60)
    assert longest_set_s(dose, STYLES["moderate"]) == 9 * 6


@pytest.mark.parametrize(
    ("weeks", "reps", "seconds"), [(1, (8, 9), (30, 31)), (3, (8, 10), (30, 40)), (5, (8, 12), (30, 45))]
)
def test_in_its_first_weeks_a_dose_reaches_no_more_than_a_step_a_week(
    weeks: int, reps: tuple[int, int], seconds: tuple[int, int]
) -> None:
    slower = Slower(reps=(6, 8), tempo="5-0-1")
    lift = reached(Dose(sets=2, reps=(8, 12), slower=slower, rest_s=75), weeks, 1, PROGRESSION.steps)
    hold = reached(Dose(sets=2, seconds=(30, 45), rest_s=45), weeks, 1, PROGRESSION.steps)
    assert (lift.reps, hold.seconds) == (reps, seconds)
    whole = reached(Dose(sets=2, reps=(8, 12), slower=slower, rest_s=75), 6, 1, PROGRESSION.steps)
    assert (whole.reps, whole.slower) == ((8, 12), slower)


def test_begun_half_minutes_count() -> None:
    assert [halves(seconds) for seconds in (0, 1, 30, 31)] == [0, 1, 1, 2]


def test_straight_sets_rest_after_each() -> None:
    work = [dated("goblet_squat", "moderate", sets=2, reps=10), dated("plank", "hold", sets=3, seconds=40)]
    assert main_s(work, STYLES, 30, NO_LIGHTER_SETS) == (30 + 2 * (30 + 75)) + (30 + 3 * (40 + 45))


def test_a_pair_rests_once_a_round_and_as_long_as_the_longer_rest() -> None:
    pair = [
        dated("goblet_squat", "moderate", superset=1, sets=2, reps=10),
        dated("plank", "hold", superset=1, sets=3, seconds=40),
    ]
    assert main_s(pair, STYLES, 30, NO_LIGHTER_SETS) == 2 * 30 + 2 * 30 + 3 * 40 + 75 + 75 + 45


def test_lighter_sets_take_their_time() -> None:
    (lift,) = [dated("back_squat", "heavy", sets=2, reps=5, lighter_sets=(LighterSet(percent=50, reps=5),))]
    assert main_s([lift], STYLES, 30, LIGHTER_SETS) == 30 + 2 * (15 + 150) + LIGHTER_SETS.set_s


def test_without_a_date_it_is_the_top_of_the_dose() -> None:
    assert main_s([item("back_squat", "heavy")], STYLES, 30, LIGHTER_SETS) == 30 + 2 * (24 + 150) + 2 * 60


def test_an_option_is_as_slow_as_the_slowest_implement_of_the_places() -> None:
    def of(name: str, *equipment: str) -> Option:
        who = profile(places={"home": {"equipment": equipment}})
        return next(one for one in DOCTRINES[0].options(who, "base") if str(one) == name)

    bells = "dumbbells", "bench"
    assert of("bench_press.moderate", *bells, "barbell", "rack").fewest > of("bench_press.moderate", *bells).fewest
    assert of("romanian_deadlift.heavy", *bells, "barbell").lighter_s > of("romanian_deadlift.heavy", *bells).lighter_s


@pytest.mark.parametrize("doctrine", DOCTRINES, ids=lambda one: one.name)
def test_a_superset_saves_no_more_than_its_shorter_rest(doctrine: Doctrine) -> None:
    session, who = doctrine.tables.session, profile()
    pairing = {option.style for option in doctrine.options(who, "base") if option.superset}
    least = min(doctrine.tables.styles[style].rest_s for style in pairing)
    assert session.superset_saves_s == session.sets[0] * least


def test_the_options_of_a_later_block_take_longer_unless_the_lift_is_stated_or_the_block_is_eased() -> None:
    def minutes(phase: Phase, *, lifts: dict[str, Any] | None = None) -> list[int]:
        season = season_of(profile(weeks=12, lifts=lifts or {}), phases=[("base", 2), ("base", 4), (phase, 6)])
        options = [doctrine_named("reconciled").options_in(block, season, {"goblet_squat"}) for block in season.blocks]
        return [next(one.fewest for one in here if one.style == "moderate") for here in options]

    first, second, third = minutes("build")
    assert first < second <= third
    assert len(set(minutes("build", lifts={"goblet_squat": "20 x 8"}))) == 1
    assert minutes("taper")[2] <= first
