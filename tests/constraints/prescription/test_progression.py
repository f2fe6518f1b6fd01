"""What each date asks for, week by week over hand-written sessions, where no lift is known."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from constraints.prescription.progression import week_by_week
from doses import (
    GOBLET,
    LIGHTER_SETS,
    LOADS,
    NUMBERS,
    PLANK,
    PUSH_UP,
    SQUAT,
    asked,
    changes,
    dated,
    kilograms,
    lifter,
    reps,
    work,
)
from profiles.plan import Item, Slower, Style, Today
from profiles.season import Phase, Running
from writing import day, item, profile, season_of, session

# ---- reps, then load


def test_reps_rise_by_one_a_week_to_the_top_and_then_comes_the_next_load_from_the_bottom() -> None:
    days = asked(SQUAT)
    assert reps(days) == [4, 5, 6, 4, 5, 6, 4, 5]
    assert kilograms(days) == [None] * 8
    assert changes(days) == [
        "start", "more_reps", "more_reps", "more_load", "more_reps", "more_reps", "more_load", "more_reps",
    ]  # fmt: skip


def test_the_only_mass_there_is_needs_no_lift_and_has_no_next() -> None:
    days = asked(GOBLET, lifter(8, ["dumbbells 12"]), weeks=range(1, 7))
    assert kilograms(days) == [12] * 6
    assert (reps(days), changes(days)[-1]) == ([6, 7, 8, 9, 10, 10], "top")


def test_bodyweight_work_stays_at_the_top() -> None:
    days = asked(PUSH_UP, weeks=range(1, 6))
    assert reps(days) == [8, 9, 10, 10, 10]
    assert kilograms(days) == [None] * 5
    assert changes(days) == ["start", "more_reps", "more_reps", "top", "top"]


def test_few_reps_without_a_lighter_load_rise_every_second_date() -> None:
    slow = NUMBERS.model_copy(update={"few_reps": 5})
    pull_up = work("pull_up", "bodyweight", reps=(2, 12))
    assert reps(asked(pull_up, weeks=range(1, 10), numbers=slow)) == [2, 2, 3, 3, 4, 4, 5, 6, 7]
    twice = [session(day(one, week), pull_up) for week in range(1, 5) for one in ("tue", "fri")]
    assert reps(dated(twice, lifter(8), numbers=slow)) == [2, 2, 3, 3, 4, 4, 5, 5]
    assert reps(asked(SQUAT, weeks=range(1, 4), numbers=slow)) == [4, 5, 6]


def test_work_on_alternating_sides_rises_by_a_rep_a_side() -> None:
    days = asked(work("walking_lunge", "bodyweight", reps=(12, 16), load="bodyweight"), weeks=range(1, 5))
    assert reps(days)[:3] == [12, 14, 16]


def test_no_next_load_is_asked_for_where_nothing_heavier_is_there() -> None:
    row = work("band_row", "moderate", reps=(8, 10), load="long band")
    assert "more_load" not in changes(asked(row, lifter(8, ["long band"])))
    press = work("overhead_press", "moderate", reps=(8, 10), load="kettlebell")
    assert "more_load" not in changes(asked(press, lifter(8, ["kettlebell 12"])))
    assert "more_load" in changes(asked(press, lifter(8, ["kettlebell 12, 16"])))


@pytest.mark.parametrize("there", ["dumbbells 5/20", "dumbbells 8/12"])
def test_a_step_that_is_too_large_is_never_taken(there: str) -> None:
    press = work("dumbbell_press", "moderate", reps=(8, 10), load="dumbbells")
    days = asked(press, lifter(8, [there]))
    assert "more_load" not in changes(days)
    assert kilograms(days) == [None] * 8


def test_where_the_runners_mass_may_have_no_next_there_are_two_more_reps_and_then_it_is_slower() -> None:
    step_up = work("step_up", "heavy", reps=(6, 8), load="kettlebell")
    slower = step_up.dose.model_copy(update={"slower": Slower(reps=(6, 6), tempo="4-0-1")})
    step_up = step_up.model_copy(update={"dose": slower})
    days = asked(
        step_up, lifter(8, ["kettlebell 8, 12, 16"]), weeks=range(1, 8)
    )  # from 8 to 12 kg is half as much again
    assert reps(days) == [6, 7, 8, 9, 10, 6, 6]
    assert changes(days)[3:] == ["more_reps", "more_reps", "slower", "top"]
    assert "more_load" in changes(asked(step_up, lifter(8, ["kettlebell 12, 16, 20"]), weeks=range(1, 8)))


def test_the_only_mass_of_a_press_is_no_load_for_somebody_whose_lift_is_not_known() -> None:
    press = work("overhead_press", "moderate", reps=(8, 10), load="kettlebell")
    assert kilograms(asked(press, lifter(8, ["kettlebell 16"]))) == [None] * 8


def test_another_place_is_given_no_mass_that_is_heavier_than_the_one_so_far() -> None:
    who = profile(weeks=4, places={"home": {"equipment": ["kettlebell 16"]}, "gym": {"equipment": ["kettlebell 24"]}})
    swing = work("goblet_squat", "moderate", reps=(8, 12), load="kettlebell")
    sessions = [session(day(weekday), swing, place=place) for weekday, place in (("tue", "home"), ("fri", "gym"))]
    assert kilograms(dated(sessions, who)) == [16, None]


# ---- holds


def test_holds_rise_in_seconds_to_the_top_and_stay() -> None:
    days = asked(PLANK, weeks=range(1, 6))
    assert [today.seconds for today in days] == [30, 35, 40, 45, 45]
    assert reps(days) == [None] * 5
    assert changes(days) == ["start", "more_time", "more_time", "more_time", "top"]


def test_the_last_step_of_a_hold_ends_at_the_top() -> None:
    days = asked(work("plank", "hold", seconds=(30, 37)), weeks=range(1, 4))
    assert [today.seconds for today in days] == [30, 35, 37]


def test_a_hold_with_the_only_weight_there_is_grows_in_time_only() -> None:
    carry = work("farmers_carry", "hold", seconds=(30, 35), load="dumbbells")
    days = asked(carry, lifter(8, ["dumbbells 12"]), weeks=range(1, 5))
    assert [today.seconds for today in days] == [30, 35, 35, 35]
    assert kilograms(days) == [12] * 4


def test_a_hold_takes_the_next_weight_once_its_time_is_used_up() -> None:
    carry = work("farmers_carry", "hold", seconds=(30, 35), load="dumbbells")
    days = asked(carry, lifter(8), weeks=range(1, 5))
    assert [today.seconds for today in days] == [30, 35, 30, 35]
    assert changes(days)[2] == "more_load"


def test_a_hold_stays_at_its_top_and_is_not_made_easier() -> None:
    days = asked(PLANK, weeks=range(1, 9))
    assert [today.seconds for today in days] == [30, 35, 40, 45, 45, 45, 45, 45]
    assert changes(days)[4:] == ["top"] * 4


# ---- slower


def slow(reps: tuple[int, int]) -> Item:
    one = work("push_up", "bodyweight", reps=(8, 10))
    return one.model_copy(update={"dose": one.dose.model_copy(update={"slower": Slower(reps=reps, tempo="5-0-1")})})


def test_where_reps_are_used_up_the_reps_are_fewer_and_slower() -> None:
    days = asked(slow((5, 7)), weeks=range(1, 9))
    assert reps(days) == [8, 9, 10, 6, 7, 7, 7, 7]
    assert [today.tempo for today in days] == [None] * 3 + ["5-0-1"] * 5
    assert changes(days)[3:] == ["slower", "more_reps", "top", "top", "top"]


def test_after_a_break_what_was_slower_starts_half_way_up_its_usual_range() -> None:
    days = asked(slow((5, 7)), weeks=[1, 2, 3, 4, 5, 11, 12])
    assert reps(days) == [8, 9, 10, 6, 7, 9, 10]
    assert [today.tempo for today in days][-2:] == [None, None]


def test_one_number_of_slow_reps_stays() -> None:
    days = asked(slow((6, 6)), weeks=range(1, 7))
    assert reps(days) == [8, 9, 10, 6, 6, 6]
    assert [today.tempo is None for today in days] == [True] * 3 + [False] * 3


def test_dates_of_one_week_are_alike() -> None:
    twice = dated([session(day(one, week), PLANK) for week in range(1, 8) for one in ("tue", "fri")], profile(weeks=8))
    assert [today.seconds for today in twice[:10]] == [30, 30, 35, 35, 40, 40, 45, 45, 45, 45]


def test_the_slower_tempo_waits_where_nothing_rises() -> None:
    days = asked(slow((5, 7)), weeks=range(1, 7), phases=[("build", 6)])
    assert reps(days) == [8, 9, 10, 10, 10, 10]
    assert all(today.tempo is None for today in days)


# ---- the courses of the phases


def test_in_build_reps_rise_and_the_load_is_held() -> None:
    days = asked(SQUAT, phases=[("build", 8)], weeks=range(1, 6))
    assert reps(days) == [4, 5, 6, 6, 6]
    assert "more_load" not in changes(days)


def test_towards_the_race_reps_stay_and_fall_in_the_taper() -> None:
    days = asked(SQUAT, phases=[("base", 3), ("race", 2), ("taper", 1), ("race_week", 1), ("recovery", 1)])
    assert reps(days) == [4, 5, 6, 6, 6, 4, 4, 4]
    assert changes(days)[3:] == ["hold"] * 2 + ["ease"] * 3


def test_a_build_may_be_lightened_and_rise_from_there() -> None:
    course = {**NUMBERS.course, "build": "lighten"}
    light = NUMBERS.model_copy(update={"course": course})
    days = asked(SQUAT, phases=[("base", 3), ("build", 4), ("race", 1)], numbers=light)
    assert reps(days) == [4, 5, 6, 4, 5, 6, 6, 6]
    assert changes(days)[3:] == ["ease", "more_reps", "more_reps", "top", "hold"]


def test_a_hold_keeps_its_time_towards_the_race_and_is_shortest_in_the_taper() -> None:
    days = asked(PLANK, phases=[("base", 3), ("race", 2), ("taper", 3)], weeks=range(1, 7))
    assert [today.seconds for today in days] == [30, 35, 40, 40, 40, 30]


# ---- weeks that are not like others


@pytest.mark.parametrize("kind", ["high", "cut_back"])
def test_lighter_weeks_lose_nothing_and_have_fewer_sets_and_reps(kind: Running) -> None:
    days = asked(SQUAT, running={3: kind, 4: kind}, weeks=range(1, 7))
    assert [today.sets for today in days] == [3, 3, 2, 2, 3, 3]
    assert reps(days) == [4, 5, *([4, 4] if kind == "cut_back" else [5, 5]), 6, 4]
    assert changes(days)[2:4] == ["lighter" if kind == "cut_back" else "fewer_sets"] * 2


def test_a_lighter_week_adds_no_set() -> None:
    few = NUMBERS.model_copy(update={"light_week_sets": 3})
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
    assert reps(days) == [4, 5, 5, 6]


def test_after_a_long_break_it_starts_at_the_bottom() -> None:
    days = asked(SQUAT, weeks=[1, 2, 3, 4, 5, 10, 11])
    assert reps(days) == [4, 5, 6, 4, 5, 4, 5]
    assert changes(days)[-2:] == ["again", "more_reps"]


def test_a_break_that_ends_in_a_lighter_week_was_a_break_all_the_same() -> None:
    days = asked(SQUAT, weeks=[1, 2, 3, 8, 9], running={8: "cut_back"})
    assert reps(days) == [4, 5, 6, 4, 6]
    assert [today.sets for today in days] == [3, 3, 3, 2, 3]


@pytest.mark.parametrize(("before", "again"), [(1, 30), (2, 30), (3, 35), (4, 35)])
def test_a_break_brings_a_hold_half_way_down_too_in_whole_steps(before: int, again: int) -> None:
    held = [today.seconds for today in asked(PLANK, weeks=[*range(1, before + 1), before + 5])]
    assert held == [*range(30, 30 + 5 * before, 5), again]


# ---- one thing at a time


@pytest.mark.parametrize("what", [SQUAT, GOBLET, PUSH_UP, PLANK], ids=lambda what: what.exercise)
@pytest.mark.parametrize("phase", ["base", "build"])
def test_only_one_thing_changes_at_a_time(what: Item, phase: Phase) -> None:
    low, _ = what.dose.reps or what.dose.seconds or (0, 0)
    days = asked(what, lifter(20), weeks=range(1, 21), phases=[(phase, 20)])
    moved = 0
    for before, today in pairwise(days):
        amount, earlier = today.reps or today.seconds or 0, before.reps or before.seconds or 0
        heavier = today.change == "more_load"
        assert today.sets == before.sets
        if today.change in ("slower", "again"):
            continue
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


def test_both_styles_of_a_lift_follow_each_other_where_nothing_is_heavy() -> None:
    styles: tuple[Style, ...] = ("moderate", "heavy")
    squats = [work("goblet_squat", style, reps=(8, 15), load="dumbbells") for style in styles]
    sessions = [session(day("tue", week), squats[week > 3]) for week in range(1, 7)]
    assert reps(dated(sessions, lifter(8, ["dumbbells 8"]))) == [8, 9, 10, 11, 12, 13]
    assert reps(dated(sessions, lifter(8, ["dumbbells 40"]))) == [8, 9, 10, 8, 9, 10]


def test_a_style_left_for_long_goes_on_from_the_other_where_nothing_is_heavy() -> None:
    heavy, moderate = (work("goblet_squat", style, reps=(8, 15), load="dumbbells") for style in ("heavy", "moderate"))
    dates = [(1, heavy), (2, heavy), (3, heavy), (4, moderate), (7, heavy)]
    days = dated([session(day("tue", week), one) for week, one in dates], lifter(8, ["dumbbells 8"]))
    assert (reps(days), days[-1].change) == ([8, 9, 10, 11, 11], "hold")


def test_nothing_but_the_date_s_part_is_filled_in() -> None:
    sessions = [session(day("tue", week), SQUAT, PLANK) for week in (1, 2)]
    filled = week_by_week(sessions, season_of(lifter(4)), NUMBERS, LOADS)
    bare = [
        held.model_copy(update={"main": tuple(one.model_copy(update={"today": None}) for one in held.main)})
        for held in filled
    ]
    assert bare == sessions
    assert all(one.today for held in filled for one in held.main)


# ---- before a race

EIGHTS = work("back_squat", "heavy", reps=(8, 10), load="barbell")


@pytest.mark.parametrize(("date", "near"), [(day("wed", 3), True), (day("tue", 4), True), (day("wed", 4), False)])
@pytest.mark.parametrize("priority", ["A", "B"])
@pytest.mark.parametrize("known", [{}, {"back_squat": "100 x 5 @ 2"}])
def test_the_week_before_a_race_is_eased_and_then_it_goes_on_from_where_it_was(
    date: dt.date,
    near: bool,  # noqa: FBT001  # a case
    priority: str,
    known: dict[str, str],
) -> None:
    def doses(*races: dict[str, object]) -> list[Today]:
        return asked(SQUAT, lifter(8, races=races, lifts=known), weeks=range(1, 5))

    usual, eased = doses(), doses({"name": "Goal", "date": date, "distance": "10k", "priority": priority})
    assert (eased[2].change == "lighter") is near
    if near:
        assert (eased[2].reps, eased[2].load_kg) == (4, 87.5 if known else None)
        assert (eased[3].reps, eased[3].load_kg) == (usual[2].reps, usual[2].load_kg)
    else:
        assert eased[:3] == usual[:3]


def test_the_days_before_a_c_race_are_eased() -> None:
    def doses(weekday: str) -> list[Today]:
        race = {"name": "Trial", "date": day(weekday, 3), "distance": "10k", "priority": "C"}
        return asked(SQUAT, lifter(8, races=[race]), weeks=range(1, 5))

    assert reps(doses("thu")) == [4, 5, 4, 6]
    assert reps(doses("fri")) == [4, 5, 6, 4]


def test_within_another_range_a_dose_before_a_race_has_its_fewest_reps() -> None:
    race = {"name": "Goal", "date": day("sun", 3), "distance": "10k", "priority": "B"}
    changed = [session(day("tue", 2), SQUAT), session(day("tue", 3), EIGHTS)]
    assert reps(dated(changed, lifter(8, races=[race]))) == [4, 8]
    known = lifter(8, races=[race], lifts={"back_squat": "100 x 5 @ 2"})
    first, then = dated([session(day("tue", 2), EIGHTS), session(day("tue", 3), SQUAT)], known)
    assert (first.reps or 0) >= 8
    assert then.reps == 4
    assert then.load_kg == first.load_kg


def test_a_range_that_ends_below_what_was_reached_is_gone_through_more_slowly() -> None:
    long = work("split_squat", "bodyweight", reps=(8, 13), load="bodyweight")
    short = work("split_squat", "bodyweight", reps=(8, 9), load="bodyweight")
    slower = short.dose.model_copy(update={"slower": Slower(reps=(6, 8), tempo="5-0-1")})
    short = short.model_copy(update={"dose": slower})
    sessions = [session(day("tue", week), long if week < 6 else short) for week in range(1, 8)]
    days = dated(sessions, lifter(8))
    assert reps(days)[:5] == [8, 9, 10, 11, 12]
    assert [(one.reps, one.tempo) for one in days[5:6]] == [(7, "5-0-1")]
    assert reps(dated(sessions[1:2] + sessions[5:], lifter(8))) == [8, 8, 9]


# ---- after a gap

TWO_WEEKS = NUMBERS.model_copy(update={"hold_weeks": 2})


@pytest.mark.parametrize("known", [{}, {"back_squat": "100 x 5 @ 2"}])
def test_after_two_weeks_without_it_a_dose_is_repeated(known: dict[str, str]) -> None:
    days = asked(SQUAT, lifter(8, lifts=known), weeks=[1, 2, 4, 5], numbers=TWO_WEEKS)
    assert (days[2].reps, days[2].load_kg) == (days[1].reps, days[1].load_kg)
    assert days[3].change in ("more_reps", "more_load")


def test_what_stands_every_second_week_rises_from_one_date_to_the_next() -> None:
    assert reps(asked(SQUAT, lifter(11), weeks=[1, 3, 5, 7, 10], numbers=TWO_WEEKS)) == [4, 4, 5, 6, 6]


def test_a_heavy_lift_with_a_bar_shows_its_lighter_sets_on_each_date() -> None:
    loads = LOADS.model_copy(update={"lighter_sets": LIGHTER_SETS})
    who = profile(lifts={"back_squat": "80 x 5 @ 2"})
    season = season_of(who, phases=[("base", 4)])
    there = [session(day("tue", week), item("back_squat", "heavy"), item("bench_press")) for week in (1, 2, 3)]
    for filled in week_by_week(there, season, NUMBERS, loads):
        squat, bench = (one.today for one in filled.main)
        assert squat
        assert squat.load_kg
        assert [one.reps for one in squat.lighter_sets] == [5, 3]
        assert [one.load_kg for one in squat.lighter_sets] == [
            percent * squat.load_kg // 250 * 2.5 for percent in (50, 75)
        ]
        assert bench
        assert bench.lighter_sets == ()
