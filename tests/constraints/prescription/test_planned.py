"""What each date asks for where the profile says what the runner can lift: reserve first, kilograms after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import pytest

from constraints.prescription.loads import Estimate, estimate_of, loadable, one_rep_max
from doses import (
    GOBLET,
    LOADS,
    NUMBERS,
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
from profiles.exercise import Experience
from profiles.lift import Lift
from profiles.plan import Item, Slower, Today
from profiles.profile import Profile
from profiles.season import Running
from writing import day, profile, session

KNOWN = {"back_squat": "100 x 5 @ 2"}
BEST = 100 * (1 + 7 / 30)
FIVES = work("back_squat", "heavy", reps=(4, 8), load="barbell")


def squatter(weeks: int = 8, experience: Experience = "intermediate", **said: Any) -> Profile:
    return lifter(weeks, **{"athlete": {"experience": experience}, "lifts": KNOWN, **said})


def estimates(what: Item, who: Profile, weeks: Iterable[int]) -> list[Estimate]:
    """The estimate of each of these weeks, all of which rise."""
    first = estimate_of(what.entry, what.load, who, LOADS)
    assert first is not None
    return [first.scaled(NUMBERS.estimate_percent(done, who.athlete.experience)) for done, _ in enumerate(weeks)]


def left(what: Item, days: Sequence[Today], who: Profile) -> list[float]:
    """Reps in reserve on each of the dates, a week apart."""
    sides = 2 if what.entry.sides == "alternating" else 1
    found = zip(days, estimates(what, who, range(len(days))), strict=True)
    return [estimate.left(today.load_kg or 0, (today.reps or 0) / sides) for today, estimate in found]


# ---- the reserve is planned


@pytest.mark.parametrize("experience", ["beginner", "intermediate", "advanced"])
@pytest.mark.parametrize("best", [30, 55, 80, 120, 180])
@pytest.mark.parametrize("reps_of", [(4, 8), (5, 7), (8, 12), (8, 20)])
def test_every_date_leaves_the_printed_reserve_and_two_more_at_most(
    experience: Experience, best: float, reps_of: tuple[int, int]
) -> None:
    what = work("back_squat", "heavy", reps=reps_of, load="barbell")
    who = squatter(24, experience, lifts={"back_squat": best})
    days = asked(what, who, weeks=range(1, 25))
    for today, reserve in zip(days, left(what, days, who), strict=True):
        assert 2 - 1e-6 <= reserve <= 4 + 1e-6, today


@pytest.mark.parametrize("experience", ["beginner", "intermediate", "advanced"])
@pytest.mark.parametrize("best", [40, 80, 120, 180])
def test_nothing_stays_the_same_for_more_than_three_dates(experience: Experience, best: float) -> None:
    days = asked(FIVES, squatter(24, experience, lifts={"back_squat": best}), weeks=range(1, 25))
    sets = [(today.reps, today.load_kg) for today in days]
    assert all(len(set(sets[start : start + 4])) > 1 for start in range(len(sets) - 3))


def test_twice_a_week_it_changes_by_the_third_date_too() -> None:
    dates = [day(weekday, week) for week in range(1, 13) for weekday in ("tue", "fri")]
    days = dated([session(date, FIVES) for date in dates], squatter(12, "advanced"))
    sets = [(today.reps, today.load_kg) for today in days]
    assert sets[::2] == sets[1::2], "one dose a week"
    assert all(len(set(sets[start : start + 5])) > 1 for start in range(len(sets) - 4))


@pytest.mark.parametrize("experience", ["beginner", "intermediate", "advanced"])
def test_six_dates_lead_to_what_was_stated_and_beyond(experience: Experience) -> None:
    days = asked(FIVES, squatter(8, experience), weeks=range(1, 7))
    planned = [one_rep_max(Lift(today.load_kg or 0, today.reps or 0, 2), LOADS) for today in days]
    assert max(planned) >= BEST - 0.5 * (experience == "advanced")


def test_reps_rise_then_the_load_and_the_more_experienced_rise_slower() -> None:
    days = asked(FIVES, squatter())
    assert (reps(days), kilograms(days)) == (
        [5, 6, 7, 8, 6, 7, 8, 6],
        [95, 95, 95, 95, 97.5, 97.5, 97.5, 100],
    )
    assert changes(days)[:4] == ["start", "more_reps", "more_reps", "more_reps"]
    last = [kilograms(asked(FIVES, squatter(16, one), weeks=range(1, 17)))[-1] or 0 for one in ("beginner", "advanced")]
    assert last[0] > last[1] > 95


@pytest.mark.parametrize("best", [26, 40, 80, 180])
def test_no_step_is_larger_than_a_tenth_where_the_plates_allow(best: float) -> None:
    loads = kilograms(asked(FIVES, squatter(40, lifts={"back_squat": best}), weeks=range(1, 41)))
    for light, heavy in pairwise(loads):
        assert light
        assert heavy
        assert heavy <= max(1.1 * light, light + 2.5)


# ---- phases, ranges, weeks that are not like others


def test_where_the_estimate_stands_the_effort_stays_in_its_band() -> None:
    days = asked(FIVES, squatter(12), phases=[("build", 12)], weeks=range(1, 13))
    first = estimate_of(FIVES.entry, "barbell", squatter(), LOADS)
    assert first
    assert all(2 <= first.left(today.load_kg or 0, today.reps or 0) <= 4 for today in days)
    assert len({(today.reps, today.load_kg) for today in days}) > 2


def test_towards_the_race_load_and_reserve_stay_and_then_it_is_eased() -> None:
    days = asked(SQUAT, squatter(), phases=[("base", 3), ("race", 2), ("taper", 1), ("race_week", 1), ("recovery", 1)])
    assert reps(days) == [5, 6, 5, 5, 5, 4, 4, 4]
    assert kilograms(days) == [95, 95, 97.5, 97.5, 97.5, 90, 90, 90]  # in the end a tenth off the estimate
    assert changes(days)[3:] == ["ease"] * 5


def test_what_begins_in_an_easy_phase_has_fewest_reps() -> None:
    days = asked(SQUAT, squatter(), phases=[("race", 8)], weeks=range(1, 5))
    assert (reps(days), kilograms(days)) == ([4] * 4, [95] * 4)


def test_after_an_easy_phase_the_reserve_is_planned_again() -> None:
    days = asked(FIVES, squatter(), phases=[("base", 3), ("taper", 1), ("base", 4)])
    assert (kilograms(days)[3] or 0) < (kilograms(days)[2] or 0) <= (kilograms(days)[4] or 0)
    assert (kilograms(days)[4] or 0) <= 1.1 * (kilograms(days)[2] or 0)


def test_a_build_may_be_lighter() -> None:
    course = {**NUMBERS.course, "build": "lighten"}
    light = NUMBERS.model_copy(update={"course": course})
    days = asked(FIVES, squatter(), phases=[("base", 3), ("build", 5)], numbers=light)
    assert all(reserve > 5 for reserve in left(FIVES, days, squatter())[3:])
    assert (kilograms(days)[3] or 0) < (kilograms(days)[2] or 0)


def test_another_range_keeps_the_reserve_and_steps_no_further_than_the_cap() -> None:
    many = work("back_squat", "heavy", reps=(8, 12), load="barbell")
    who = squatter()
    days = dated([session(day("tue", week), many if week <= 4 else FIVES) for week in range(1, 9)], who)
    assert all(2 <= reserve <= 4 for reserve in left(FIVES, days, who))
    assert (days[3].load_kg or 0) < (days[4].load_kg or 0) <= 1.1 * (days[3].load_kg or 0)


@pytest.mark.parametrize("kind", ["high", "cut_back"])
def test_a_lighter_week_has_fewer_sets_and_nothing_is_lost(kind: Running) -> None:
    days = asked(FIVES, squatter(), running={3: kind}, weeks=range(1, 6))
    assert [today.sets for today in days] == [3, 3, 2, 3, 3]
    easy = kind == "cut_back"
    assert kilograms(days)[:4] == [95, 95, 87.5 if easy else 95, 95]
    assert reps(days) == [5, 6, 4 if easy else 6, 7, 8]
    assert changes(days)[2] == ("lighter" if easy else "fewer_sets")


def test_an_eased_date_has_the_lightest_load_where_all_others_are_too_heavy() -> None:
    who = squatter(places={"home": {"equipment": ["barbell 95-100"]}})
    assert kilograms(asked(FIVES, who, running={3: "cut_back"}, weeks=range(1, 5)))[2] == 95


def test_a_lighter_week_at_the_limit_takes_reps_off() -> None:
    days = asked(FIVES, squatter(12, "advanced"), running={9: "high", 10: "high"}, weeks=range(1, 12))
    assert reps(days)[7:10] == [6, 5, 5]
    assert kilograms(days)[7:10] == [100] * 3


def test_time_off_repeats_the_dose_and_a_long_time_begins_anew() -> None:
    days = asked(FIVES, squatter(12), weeks=[1, 2, 3, 6, 7, 12])
    assert (reps(days)[2], kilograms(days)[2]) == (reps(days)[3], kilograms(days)[3])
    assert changes(days)[-1] == "again"
    assert (kilograms(days)[-1] or 0) <= max(load or 0 for load in kilograms(days)[:-1])


# ---- what a place has


def test_each_place_has_loads_of_its_own_masses_and_the_estimate_is_shared() -> None:
    who = profile(
        weeks=4,
        athlete={"experience": "intermediate"},
        places={"home": {"equipment": ["dumbbells 2-20"]}, "gym": {"equipment": ["dumbbells"]}},
        lifts={"goblet_squat": "30 x 10"},
    )
    dates = [(weekday, week, place) for week in range(1, 5) for weekday, place in (("tue", "gym"), ("fri", "home"))]
    days = dated([session(day(weekday, week), GOBLET, place=place) for weekday, week, place in dates], who)
    assert all((load or 0) >= 28 for load in kilograms(days)[::2])
    assert kilograms(days)[1::2] == [20] * 4


def test_weeks_with_loads_that_are_far_too_light_raise_no_estimate() -> None:
    places = {"home": {"equipment": ["dumbbells 6"]}, "gym": {"equipment": ["dumbbells"]}}
    who = profile(weeks=12, athlete={"experience": "beginner"}, places=places, lifts={"goblet_squat": 40})
    light = [session(day("tue", week), GOBLET) for week in range(1, 11)]
    first = dated([session(day("tue", 11), GOBLET, place="gym")], who)
    assert dated([*light, session(day("tue", 11), GOBLET, place="gym")], who)[-1] == first[0]


def test_what_is_too_heavy_for_the_runner_is_no_load() -> None:
    press = work("overhead_press", "moderate", reps=(8, 12), load="kettlebell")
    who = lifter(8, ["kettlebell 24"], lifts={"overhead_press": 8})
    days = asked(press, who)
    assert kilograms(days) == [None] * 8
    assert "more_load" not in changes(days)


def test_a_mass_that_the_runner_can_just_lift_is_done_for_few_reps() -> None:
    days = asked(GOBLET, lifter(8, ["dumbbells 24"], lifts={"goblet_squat": "24 x 8"}), weeks=[1])
    assert (kilograms(days), reps(days)) == ([24], [6])


@pytest.mark.parametrize(("there", "last"), [("dumbbells 10/12", 12), ("dumbbells 10/16", 10)])
def test_a_step_that_is_too_large_is_never_taken(there: str, last: float) -> None:
    who = lifter(30, [there], athlete={"experience": "beginner"}, lifts={"goblet_squat": "10 x 10"})
    days = asked(GOBLET, who, weeks=range(1, 31))
    assert kilograms(days)[-1] == last
    before = [today.reps or 0 for today in days if today.load_kg == 10]
    assert max(before) == 10, "two more reps come first"


def test_at_the_heaviest_there_is_a_few_more_reps_are_done_and_then_the_top_stays() -> None:
    days = asked(GOBLET, lifter(8, ["dumbbells 2-10"], lifts={"goblet_squat": 200}))
    assert set(kilograms(days)) == {10}
    assert reps(days)[-2:] == [10, 10]
    assert changes(days)[-1] == "top"


def test_a_load_that_stays_too_light_is_lowered_slower_for_good() -> None:
    slow = GOBLET.model_copy(
        update={"dose": GOBLET.dose.model_copy(update={"slower": Slower(reps=(5, 6), tempo="5-0-1")})}
    )
    days = asked(slow, lifter(12, ["dumbbells 2-10"], lifts={"goblet_squat": 200}), weeks=range(1, 10))
    assert reps(days) == [8, 9, 10, 5, 6, 6, 6, 6, 6]
    assert [today.tempo for today in days] == [*[None] * 3, *["5-0-1"] * 6]
    assert changes(days)[3:] == ["slower", "more_reps", "top", "top", "top", "top"]


def test_a_lift_loads_its_own_exercise_only() -> None:
    press = work("bench_press", "moderate", reps=(8, 10), load="barbell")
    assert kilograms(asked(press, squatter())) == [None] * 8


# ---- lifts that carry the body


def stepper(**athlete: Any) -> Profile:
    return profile(
        weeks=8, athlete={"experience": "intermediate", **athlete},
        places={"home": {"equipment": ["dumbbells", "box"]}}, lifts={"step_up": "12 x 10 @ 2"},
    )  # fmt: skip


STEP_UP = work("step_up", "heavy", reps=(6, 8), load="dumbbells")


def test_a_step_is_refused_by_its_share_of_what_is_lifted_with_the_body() -> None:
    places = {"home": {"equipment": ["dumbbells 10/15", "box"]}}
    who = profile(weeks=8, athlete={"experience": "beginner"}, places=places, lifts={"step_up": "12 x 10 @ 2"})
    assert kilograms(asked(STEP_UP, who))[-1] == 15, "half as much again in each hand, but an eighth of the whole"


@pytest.mark.parametrize(("athlete", "body_kg"), [({"body_kg": 50}, 50), ({}, 65)])
def test_the_body_counts_in_the_estimate_and_in_the_load(athlete: dict[str, Any], body_kg: float) -> None:
    who = stepper(**athlete)
    estimate = estimate_of(STEP_UP.entry, "dumbbells", who, LOADS)
    assert estimate
    assert estimate.best == pytest.approx((0.9 * body_kg + 2 * 12) * (1 + 12 / 30))
    days = asked(STEP_UP, who)
    assert all(2 - 1e-6 <= reserve <= 4 + 1e-6 for reserve in left(STEP_UP, days, who))
    assert (days[-1].load_kg or 0) > 12


# ---- repetition maxima


@pytest.mark.parametrize("most", [9, 12, 14])
def test_the_most_reps_lead_the_reps_of_bodyweight_work(most: int) -> None:
    what = work("push_up", "bodyweight", reps=(5, 20))
    who = lifter(12, athlete={"experience": "intermediate"}, lifts={"push_ups": most})
    days = asked(what, who, weeks=range(1, 13))
    assert kilograms(days) == [None] * 12
    assert reps(days)[0] == most - 4
    assert all(2 - 1e-6 <= reserve <= 4 + 1e-6 for reserve in left(what, days, who))
    assert max(one or 0 for one in reps(days)) > most - 2


def test_without_the_most_reps_bodyweight_work_rises_through_its_range() -> None:
    assert reps(asked(PUSH_UP, weeks=range(1, 5))) == [8, 9, 10, 10]


def test_every_load_is_one_that_its_place_has() -> None:
    who = squatter(24)
    there = loadable(who.place_named("home"), "barbell", LOADS.implements)
    assert set(kilograms(asked(FIVES, who, weeks=range(1, 25)))) <= set(there)
