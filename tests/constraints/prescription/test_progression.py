"""What each date asks for, week by week over hand-written sessions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import pytest

from constraints.prescription.loads import Implement, LoadNumbers, one_rep_max
from constraints.prescription.progression import ProgressionNumbers, week_by_week
from profiles.lift import Lift
from profiles.plan import Change, Item, Session, Style, Today
from profiles.profile import Profile
from profiles.season import Phase, Running
from writing import day, item, profile, season_of, session

NUMBERS = ProgressionNumbers(
    course={
        "general_preparation": "rise", "base": "rise", "build": "hold", "race": "ease", "taper": "ease",
        "race_week": "ease", "recovery": "ease",
    },
    reps_per_week=1, seconds_per_week=5, load_percent=5, most_percent=10, extra_reps=2, ease_percent=10, hold_weeks=3,
    again_weeks=4, lighter_sets=2, because=("test",),
)  # fmt: skip
LOADS = LoadNumbers(
    epley_reps=30,
    share_percent={"heavy": (70, 85), "moderate": (55, 70)},
    implements={
        "barbell": Implement(least_kg=20, step_kg=2.5, most_kg=200),
        "dumbbells": Implement(least_kg=2, step_kg=2, most_kg=40),
    },
    because=("test",),
)
Phases = Sequence[tuple[Phase, int]]


def work(
    exercise: str, style: Style, *, reps: tuple[int, int] | None = None, seconds: tuple[int, int] | None = None,
    sets: int = 3, load: str | None = None,
) -> Item:  # fmt: skip
    """An item with another range, and another load if one is given."""
    one = item(exercise, style, sets)
    dose = one.dose.model_copy(update={"reps": reps, "seconds": seconds})
    return one.model_copy(update={"dose": dose, "load": load or one.load})


SQUAT = work("back_squat", "heavy", reps=(4, 6), load="barbell")
GOBLET = work("goblet_squat", "heavy", reps=(6, 8), load="dumbbells")
PUSH_UP = work("push_up", "bodyweight", reps=(8, 10))
PLANK = work("plank", "hold", seconds=(30, 45))


def lifter(weeks: int, equipment: Iterable[str] = ("barbell", "rack", "dumbbells"), **said: Any) -> Profile:
    tables = {"lifts": {"back_squat": "100 x 5 @ 2"}, "places": {"home": {"equipment": list(equipment)}}}
    return profile(weeks=weeks, **{**tables, **said})


def asked(
    what: Item, who: Profile | None = None, *, weeks: Iterable[int] = range(1, 9), phases: Phases = (),
    running: Mapping[int, Running] | None = None, numbers: ProgressionNumbers = NUMBERS,
) -> list[Today]:  # fmt: skip
    """What one exercise asks for on the Tuesdays of the given weeks."""
    weeks = list(weeks)
    who = who or lifter(max(8, *weeks))
    sessions = [session(day("tue", week), what) for week in weeks]
    return dated(sessions, who, phases=phases, running=running, numbers=numbers)


def dated(
    sessions: Sequence[Session], who: Profile, *, phases: Phases = (), running: Mapping[int, Running] | None = None,
    numbers: ProgressionNumbers = NUMBERS,
) -> list[Today]:  # fmt: skip
    """The date's part of each item, session by session."""
    season = season_of(who, phases=phases, running=running)
    found = [one.today for held in week_by_week(sessions, season, numbers, LOADS) for one in held.main]
    assert None not in found
    return [today for today in found if today is not None]


def reps(days: Iterable[Today]) -> list[int | None]:
    return [today.reps for today in days]


def kilograms(days: Iterable[Today]) -> list[float | None]:
    return [today.load_kg for today in days]


def changes(days: Iterable[Today]) -> list[Change]:
    return [today.change for today in days]


# ---- reps, then load


def test_reps_rise_by_one_a_week_to_the_top_and_then_comes_the_next_load_from_the_bottom() -> None:
    days = asked(SQUAT)
    assert reps(days) == [4, 5, 6, 4, 5, 6, 4, 5]
    assert kilograms(days) == [95, 95, 95, 97.5, 97.5, 97.5, 100, 100]
    assert changes(days) == [
        "start", "more_reps", "more_reps", "more_load", "more_reps", "more_reps", "more_load", "more_reps",
    ]  # fmt: skip


def test_the_first_load_leaves_the_reserve_even_at_the_top_of_the_range() -> None:
    first = asked(SQUAT, weeks=[1])[0].load_kg
    left = SQUAT.dose.reserve
    assert first is not None
    assert left is not None
    best = one_rep_max(Lift(100, 5, 2), LOADS)
    assert one_rep_max(Lift(first, 6, left[0]), LOADS) <= best < one_rep_max(Lift(first + 2.5, 6, left[0]), LOADS)


@pytest.mark.parametrize("best", [26, 40, 55, 80, 120, 180])
def test_a_load_never_rises_by_more_than_the_cap_where_the_plates_allow(best: float) -> None:
    loads = kilograms(asked(SQUAT, lifter(40, lifts={"back_squat": best}), weeks=range(1, 41)))
    steps = [(light, heavy) for light, heavy in pairwise(loads) if light and heavy and light != heavy]
    assert len(steps) > 5
    for light, heavy in steps:
        assert light < heavy
        assert heavy <= 1.1 * light or heavy == light + 2.5, "the smallest plates there are"
        assert heavy <= 1.05 * light or heavy == light + 2.5


def test_a_heavy_lift_takes_more_plates_at_once_but_no_more_than_the_step() -> None:
    loads = kilograms(asked(SQUAT, lifter(8, lifts={"back_squat": 200})))
    assert loads[2:4] == [157.5, 165]  # 157.5 x 1.05 = 165.4


def test_where_the_next_load_is_further_away_two_more_reps_come_first() -> None:
    days = asked(GOBLET, lifter(8, ["dumbbells 10/16"], lifts={"goblet_squat": "10 x 10"}))
    assert reps(days) == [6, 7, 8, 9, 10, 6, 7, 8]
    assert kilograms(days) == [10] * 5 + [16] * 3


@pytest.mark.parametrize(("furthest_kg", "next_kg"), [(21, 21), (21.1, 20.5)])
def test_of_several_loads_the_next_is_the_furthest_within_the_step_of_five_percent(
    furthest_kg: float, next_kg: float
) -> None:
    dumbbells = f"dumbbells 20/20.5/{furthest_kg}"
    assert kilograms(asked(GOBLET, lifter(8, [dumbbells], lifts={"goblet_squat": "20 x 10"})))[2:4] == [20, next_kg]


@pytest.mark.parametrize(("next_kg", "week"), [(22, 4), (22.1, 6)])
def test_a_load_that_is_a_tenth_heavier_is_still_near(next_kg: float, week: int) -> None:
    days = asked(GOBLET, lifter(8, [f"dumbbells 20/{next_kg}"], lifts={"goblet_squat": "20 x 10"}))
    assert [today.change for today in days].index("more_load") + 1 == week
    assert days[week - 1].load_kg == next_kg


def test_at_the_heaviest_there_is_a_few_more_reps_are_done_and_then_the_top_stays() -> None:
    days = asked(GOBLET, lifter(8, ["dumbbells 2-10"], lifts={"goblet_squat": 200}))
    assert reps(days) == [6, 7, 8, 9, 10, 10, 10, 10]
    assert set(kilograms(days)) == {10}
    assert changes(days)[5:] == ["top"] * 3


def test_without_a_lift_the_runner_finds_the_load_and_the_next_one() -> None:
    days = asked(SQUAT, lifter(8, lifts={}))
    assert kilograms(days) == [None] * 8
    assert reps(days) == [4, 5, 6, 4, 5, 6, 4, 5]
    assert [week for week, today in enumerate(days, 1) if today.change == "more_load"] == [4, 7]


def test_the_only_mass_there_is_needs_no_lift_and_has_no_next() -> None:
    days = asked(GOBLET, lifter(8, ["dumbbells 12"], lifts={}), weeks=range(1, 7))
    assert kilograms(days) == [12] * 6
    assert (reps(days), changes(days)[-1]) == ([6, 7, 8, 9, 10, 10], "top")


def test_bodyweight_work_stays_at_the_top() -> None:
    days = asked(PUSH_UP, weeks=range(1, 6))
    assert reps(days) == [8, 9, 10, 10, 10]
    assert kilograms(days) == [None] * 5
    assert changes(days) == ["start", "more_reps", "more_reps", "top", "top"]


def test_a_lift_loads_its_own_exercise_only() -> None:
    press = work("bench_press", "moderate", reps=(8, 10), load="barbell")
    assert kilograms(asked(press)) == [None] * 8


def test_work_on_alternating_sides_rises_by_a_rep_a_side() -> None:
    days = asked(work("walking_lunge", "bodyweight", reps=(12, 16), load="bodyweight"), weeks=range(1, 5))
    assert reps(days) == [12, 14, 16, 16]


# ---- holds


def test_holds_rise_in_seconds_to_the_top_and_stay() -> None:
    days = asked(PLANK, weeks=range(1, 6))
    assert [today.seconds for today in days] == [30, 35, 40, 45, 45]
    assert reps(days) == [None] * 5
    assert changes(days) == ["start", "more_time", "more_time", "more_time", "top"]


def test_the_last_step_of_a_hold_ends_at_the_top() -> None:
    days = asked(work("plank", "hold", seconds=(30, 37)), weeks=range(1, 4))
    assert [today.seconds for today in days] == [30, 35, 37]


def test_a_hold_with_a_weight_grows_in_time_only() -> None:
    carry = work("farmers_carry", "hold", seconds=(30, 35), load="dumbbells")
    days = asked(carry, lifter(8, ["dumbbells 12"], lifts={}), weeks=range(1, 5))
    assert [today.seconds for today in days] == [30, 35, 35, 35]
    assert kilograms(days) == [12] * 4


def test_a_hold_with_an_unknown_weight_stays_at_the_top_too() -> None:
    carry = work("farmers_carry", "hold", seconds=(30, 35), load="dumbbells")
    days = asked(carry, lifter(8, lifts={}), weeks=range(1, 5))
    assert [today.seconds for today in days] == [30, 35, 35, 35]
    assert "more_load" not in changes(days)


# ---- the courses of the phases


def test_in_build_reps_rise_and_the_load_is_held() -> None:
    days = asked(SQUAT, phases=[("build", 8)], weeks=range(1, 6))
    assert reps(days) == [4, 5, 6, 6, 6]
    assert len(set(kilograms(days))) == 1
    assert "more_load" not in changes(days)


def test_an_unknown_load_is_held_in_build_too() -> None:
    days = asked(SQUAT, lifter(8, lifts={}), phases=[("build", 8)])
    assert reps(days)[2:] == [6] * 6
    assert "more_load" not in changes(days)


def test_towards_the_race_reps_fall_to_the_bottom_and_the_load_falls_once() -> None:
    days = asked(SQUAT, phases=[("base", 3), ("race", 2), ("taper", 1), ("race_week", 1), ("recovery", 1)])
    assert reps(days) == [4, 5, 6, 4, 4, 4, 4, 4]
    assert kilograms(days) == [95, 95, 95, 85, 85, 85, 85, 85]  # 95 x 0.9 = 85.5
    assert changes(days)[3:] == ["ease"] * 5


def test_after_an_easy_phase_the_reps_rise_again_from_there() -> None:
    days = asked(SQUAT, phases=[("base", 3), ("race", 1), ("base", 4)], weeks=range(3, 8))
    assert list(zip(reps(days), kilograms(days), strict=True)) == [(4, 95), (4, 85), (5, 85), (6, 85), (4, 87.5)]


def test_a_second_easy_phase_lightens_the_load_again() -> None:
    days = asked(SQUAT, phases=[("base", 2), ("race", 1), ("base", 2), ("race", 3)], weeks=range(1, 8))
    assert kilograms(days) == [95, 95, 85, 85, 85, 75, 75]  # 85 x 0.9 = 76.5


def test_what_begins_in_an_easy_phase_is_eased_at_once_and_not_once_more() -> None:
    days = asked(SQUAT, phases=[("race", 2), ("taper", 6)], weeks=range(1, 5))
    assert reps(days) == [4] * 4
    assert kilograms(days) == [85] * 4  # 95 x 0.9 = 85.5


def test_a_build_may_be_lightened_and_rise_from_there() -> None:
    course = {**NUMBERS.course, "build": "lighten"}
    light = NUMBERS.model_copy(update={"course": course})
    days = asked(SQUAT, phases=[("base", 3), ("build", 4), ("race", 1)], numbers=light)
    assert reps(days) == [4, 5, 6, 4, 5, 6, 6, 4]
    assert kilograms(days) == [95] * 3 + [85] * 5
    assert changes(days)[3:] == ["ease", "more_reps", "more_reps", "top", "ease"]


def test_a_hold_is_shortest_towards_the_race() -> None:
    days = asked(PLANK, phases=[("base", 3), ("race", 5)], weeks=range(1, 6))
    assert [today.seconds for today in days] == [30, 35, 40, 30, 30]


def test_where_a_phase_takes_nothing_off_the_load_stays() -> None:
    same = NUMBERS.model_copy(update={"ease_percent": 0})
    days = asked(SQUAT, phases=[("base", 3), ("race", 5)], numbers=same)
    assert kilograms(days) == [95] * 8
    assert reps(days)[3:] == [4] * 5


def test_an_unknown_load_is_unknown_when_it_is_eased() -> None:
    assert kilograms(asked(SQUAT, lifter(8, lifts={}), phases=[("base", 3), ("race", 5)])) == [None] * 8


# ---- weeks that are not like others


@pytest.mark.parametrize("kind", ["high", "cut_back"])
def test_lighter_weeks_hold_reps_and_load_and_cut_the_sets(kind: Running) -> None:
    days = asked(SQUAT, running={3: kind, 4: kind}, weeks=range(1, 7))
    assert [today.sets for today in days] == [3, 3, 2, 2, 3, 3]
    assert reps(days) == [4, 5, 5, 5, 6, 4]
    assert kilograms(days) == [95] * 5 + [97.5]
    assert changes(days)[2:4] == ["lighter", "lighter"]


def test_a_lighter_week_adds_no_set() -> None:
    few = NUMBERS.model_copy(update={"lighter_sets": 3})
    days = asked(work("back_squat", "heavy", reps=(4, 6), sets=2), running={1: "high"}, weeks=[1, 2], numbers=few)
    assert [today.sets for today in days] == [2, 2]


def test_sets_are_cut_in_a_lighter_week_of_an_easy_phase_too() -> None:
    days = asked(SQUAT, phases=[("race", 8)], running={2: "cut_back"}, weeks=[1, 2, 3])
    assert [today.sets for today in days] == [3, 2, 3]


def test_the_same_week_twice_is_the_same_dose() -> None:
    sessions = [session(day(weekday, week), SQUAT) for week in range(1, 5) for weekday in ("tue", "fri")]
    days = dated(sessions, lifter(4))
    assert days[::2] == days[1::2]
    assert reps(days[::2]) == [4, 5, 6, 4]


def test_weeks_left_out_cost_no_rep() -> None:
    assert reps(asked(SQUAT, weeks=[1, 2, 4, 6])) == [4, 5, 6, 4]


def test_weeks_apart_repeat_the_dose_they_had() -> None:
    days = asked(SQUAT, weeks=[1, 2, 5, 6])
    assert (reps(days), kilograms(days)[1]) == ([4, 5, 5, 6], kilograms(days)[2])


def test_after_a_long_break_it_starts_at_the_bottom_with_the_load_kept() -> None:
    days = asked(SQUAT, weeks=[1, 2, 3, 4, 5, 10, 11])
    assert reps(days) == [4, 5, 6, 4, 5, 4, 5]
    assert kilograms(days)[3:] == [97.5] * 4
    assert changes(days)[-2:] == ["again", "more_reps"]


def test_a_break_that_ends_in_a_lighter_week_was_a_break_all_the_same() -> None:
    days = asked(SQUAT, weeks=[1, 2, 3, 8, 9], running={8: "cut_back"})
    assert reps(days) == [4, 5, 6, 4, 5]
    assert [today.sets for today in days] == [3, 3, 3, 2, 3]


def test_a_break_restarts_a_hold_too() -> None:
    assert [today.seconds for today in asked(PLANK, weeks=[1, 2, 3, 8])] == [30, 35, 40, 30]


# ---- one thing at a time


@pytest.mark.parametrize("what", [SQUAT, GOBLET, PUSH_UP, PLANK], ids=lambda what: what.exercise)
@pytest.mark.parametrize("phase", ["base", "build"])
def test_only_one_thing_changes_at_a_time(what: Item, phase: Phase) -> None:
    lifts = {"back_squat": 60, "goblet_squat": "12 x 10"}
    low, _ = what.dose.reps or what.dose.seconds or (0, 0)
    days = asked(what, lifter(20, lifts=lifts), weeks=range(1, 21), phases=[(phase, 20)])
    moved = 0
    for before, today in pairwise(days):
        amount, earlier = today.reps or today.seconds or 0, before.reps or before.seconds or 0
        heavier = (today.load_kg or 0) - (before.load_kg or 0)
        assert today.sets == before.sets
        assert heavier >= 0
        assert amount == low if heavier else earlier <= amount <= earlier + 5
        assert (today.change in ("hold", "top")) == (amount == earlier and not heavier)
        moved += today != before
    assert moved


# ---- what is one exercise, and what another


def test_two_styles_of_an_exercise_rise_apart() -> None:
    light = work("back_squat", "moderate", reps=(8, 12), load="barbell")
    sessions = [session(day("tue", week), *([SQUAT, light] if week > 2 else [SQUAT])) for week in range(1, 5)]
    days = dated(sessions, lifter(4))
    assert reps(days) == [4, 5, 6, 8, 4, 9]
    assert days[3].change == "start"
    assert (days[3].load_kg or 0) < (days[2].load_kg or 0)


def test_a_place_asks_for_no_mass_that_it_has_not() -> None:
    who = profile(
        weeks=4,
        places={"home": {"equipment": ["dumbbells 2-10"]}, "gym": {"equipment": ["dumbbells"]}},
        lifts={"goblet_squat": "30 x 10"},
    )
    sessions = [
        session(day(weekday, week), GOBLET, place=place)
        for week in range(1, 5)
        for weekday, place in (("tue", "gym"), ("fri", "home"))
    ]
    days = dated(sessions, who)
    assert kilograms(days[::2]) == [30, 30, 30, 32]
    assert kilograms(days[1::2]) == [10, 10, 10, 10]


@pytest.mark.parametrize("phase", ["base", "build"])
def test_a_block_with_another_range_goes_on_within_it(phase: Phase) -> None:
    many = work("back_squat", "heavy", reps=(8, 12), load="barbell")
    sessions = [session(day("tue", week), many if week <= 4 else SQUAT) for week in range(1, 9)]
    days = dated(sessions, lifter(8), phases=[("general_preparation", 4), (phase, 4)])
    assert reps(days[:4]) == [8, 9, 10, 11]
    assert all(4 <= (today.reps or 0) <= 6 for today in days[4:])
    assert kilograms(days) == sorted(kilograms(days), key=lambda load: load or 0)


def test_nothing_but_the_date_s_part_is_filled_in() -> None:
    sessions = [session(day("tue", week), SQUAT, PLANK) for week in (1, 2)]
    filled = week_by_week(sessions, season_of(lifter(4)), NUMBERS, LOADS)
    bare = [
        held.model_copy(update={"main": tuple(one.model_copy(update={"today": None}) for one in held.main)})
        for held in filled
    ]
    assert bare == sessions
    assert all(one.today for held in filled for one in held.main)
