"""What a date asks for after its range is used up: as many reps and sets more as the sessions have time for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pytest

from constraints.prescription.progression import week_by_week
from constraints.prescription.progression_numbers import ProgressionNumbers
from constraints.prescription.used_up import UsedUp
from doses import LOADS, NUMBERS, Phases, changes, lifter, reps, work
from profiles.plan import Item, Session, Slower, Today
from profiles.profile import Profile
from profiles.season import Running, Stage
from writing import day, season_of, session

PUSH_UP = work("push_up", "bodyweight", reps=(8, 9), sets=2)
SLOW_PUSH_UP = PUSH_UP.model_copy(
    update={"dose": PUSH_UP.dose.model_copy(update={"slower": Slower(reps=(6, 6), tempo="5-0-1")})}
)
PLANK = work("plank", "hold", seconds=(55, 60), sets=2)
LUNGE = work("walking_lunge", "bodyweight", reps=(12, 14), load="bodyweight", sets=2)
BASE_SETS = NUMBERS.model_copy(update={"more_sets": ("base",)})


def lasts(one: Session) -> int:
    """A minute for each rep of a set, and for ten seconds."""
    todays = [item.today for item in one.main if item.today]
    return sum(today.sets * ((today.reps or 0) + (today.seconds or 0) // 10) for today in todays)


def filled(
    held: Sequence[Session], who: Profile, *, phases: Phases = (), running: Mapping[int, Running] | None = None,
    stage: Stage = "main", numbers: ProgressionNumbers = NUMBERS,
) -> tuple[Session, ...]:  # fmt: skip
    season = season_of(who, phases=phases, running=running, stage=stage)
    return UsedUp(season, numbers, 3, lasts).filled(week_by_week(held, season, numbers, LOADS))


def asked(
    what: Item, *beside: Item, most: int = 60, weeks: Iterable[int] = range(1, 11), phases: Phases = (),
    running: Mapping[int, Running] | None = None, stage: Stage = "main", numbers: ProgressionNumbers = NUMBERS,
    days: Sequence[str] = ("tue",),
) -> list[Today]:  # fmt: skip
    """What one exercise asks for in sessions that may last so long."""
    weeks = list(weeks)
    held = [session(day(weekday, week), what, *beside, minutes=most) for week in weeks for weekday in days]
    done = filled(held, lifter(max(8, *weeks)), phases=phases, running=running, stage=stage, numbers=numbers)
    return [one.main[0].today for one in done if one.main[0].today]


def test_the_slower_tempo_gets_a_rep_more_every_second_date() -> None:
    days = asked(SLOW_PUSH_UP)
    assert reps(days) == [8, 9, 6, 6, 7, 7, 8, 8, 9, 9]
    assert [today.tempo for today in days] == [None] * 2 + ["5-0-1"] * 8
    assert changes(days)[2:] == ["slower", "hold", "more_reps", "hold", "more_reps", "hold", "more_reps", "hold"]


def test_without_a_slower_tempo_the_reps_go_on_at_the_usual_one() -> None:
    assert reps(asked(PUSH_UP, weeks=range(1, 7))) == [8, 9, 9, 10, 10, 11]


def test_both_sides_get_their_rep() -> None:
    assert reps(asked(LUNGE, weeks=range(1, 6))) == [12, 14, 14, 16, 16]


def test_two_dates_of_a_week_are_alike_and_count_as_two() -> None:
    assert reps(asked(SLOW_PUSH_UP, weeks=range(1, 7), days=("tue", "fri"))) == [8, 8, 9, 9, 6, 6, 7, 7, 8, 8, 9, 9]


def test_reps_end_where_extra_ones_end() -> None:
    few = NUMBERS.model_copy(update={"extra_until": 11})
    days = asked(PUSH_UP, numbers=few)
    assert reps(days) == [8, 9, 9, 10, 10, 11, 11, 11, 11, 11]
    assert changes(days)[-4:] == ["top"] * 4


@pytest.mark.parametrize(("most", "high"), [(18, 9), (19, 9), (20, 10), (22, 11)])
def test_no_date_lasts_longer_than_its_session_may(most: int, high: int) -> None:
    assert max(one or 0 for one in reps(asked(PUSH_UP, most=most))) == high


def test_what_is_given_leaves_the_time_for_what_rises_beside_it() -> None:
    rises = work("glute_bridge", "bodyweight", reps=(8, 14), sets=2)
    assert reps(asked(PUSH_UP, rises, most=50, weeks=range(1, 8))) == [8, 9, 9, 10, 10, 11, 11]
    assert reps(asked(PUSH_UP, rises, most=48, weeks=range(1, 8))) == [8, 9, 9, 10, 10, 10, 10]


def test_the_free_minutes_of_the_day_are_a_limit_too() -> None:
    held = [session(day("tue", week), PUSH_UP, minutes=60) for week in range(1, 6)]
    who = lifter(8, strength={"minutes": {"tue": 20}})
    assert [one.main[0].today and one.main[0].today.reps for one in filled(held, who)] == [8, 9, 9, 10, 10]


def test_another_block_with_less_time_keeps_what_fits() -> None:
    held = [
        session(day("tue", week), PUSH_UP, minutes=60 if week <= 6 else 20, block=1 + (week > 6))
        for week in range(1, 9)
    ]
    done = filled(held, lifter(8), phases=[("base", 6), ("base", 2)])
    assert [one.main[0].today and one.main[0].today.reps for one in done] == [8, 9, 9, 10, 10, 11, 10, 10]


def test_weeks_that_run_high_or_are_cut_back_bring_nothing_new_and_lose_nothing() -> None:
    days = asked(PUSH_UP, running={5: "cut_back", 6: "high"}, weeks=range(1, 9))
    assert reps(days) == [8, 9, 9, 10, 8, 10, 11, 11]


def test_reps_rise_where_the_estimate_of_a_lift_stands() -> None:
    assert reps(asked(PUSH_UP, phases=[("build", 8)], weeks=range(1, 7))) == [8, 9, 9, 10, 10, 11]


def test_nothing_rises_where_the_phase_does_not_or_before_the_main_work() -> None:
    assert reps(asked(PUSH_UP, phases=[("base", 4), ("race", 4)], weeks=range(1, 8))) == [8, 9, 9, 10, 10, 10, 10]
    assert reps(asked(PUSH_UP, stage="introduction", weeks=range(1, 6))) == [8, 9, 9, 9, 9]


def test_nothing_rises_before_a_race() -> None:
    race = {"name": "Goal", "date": day("sun", 4), "distance": "10k", "priority": "B"}
    held = [session(day("tue", week), PUSH_UP, minutes=60) for week in range(1, 6)]
    done = filled(held, lifter(8, races=[race]))
    assert [one.main[0].today and one.main[0].today.reps for one in done] == [8, 9, 9, 9, 10]


def test_after_a_long_break_the_range_is_gone_through_again() -> None:
    days = asked(PUSH_UP, weeks=[1, 2, 3, 4, 10, 11, 12, 13])
    assert reps(days) == [8, 9, 9, 10, 8, 9, 9, 10]


def test_both_styles_of_a_light_lift_go_on_together() -> None:
    def slow(style: str, low: int) -> Item:
        one = work("goblet_squat", style, reps=(8, 9), load="dumbbells", sets=2)  # type: ignore[arg-type]
        slower = Slower(reps=(low, low), tempo="5-0-1")
        return one.model_copy(update={"dose": one.dose.model_copy(update={"slower": slower})})

    week = (("tue", slow("moderate", 6)), ("fri", slow("heavy", 7)))
    held = [session(day(weekday, at), what, minutes=60) for at in range(1, 9) for weekday, what in week]
    done = filled(held, lifter(8, ["dumbbells 8"]))
    found = [one.main[0].today.reps for one in done if one.main[0].today and one.main[0].today.tempo]
    assert found == sorted(found, key=lambda one: one or 0)
    assert (found[:3], found[-1]) == ([6, 7, 7], 9)


@pytest.mark.parametrize(
    ("most", "numbers", "sets"),
    [(18, BASE_SETS, [2, 2, 2, 3, 3]), (17, BASE_SETS, [2] * 5), (18, NUMBERS, [2] * 5)],
)
def test_a_hold_that_is_used_up_gets_a_set_more_where_there_is_time(
    most: int, numbers: ProgressionNumbers, sets: list[int]
) -> None:
    assert [today.sets for today in asked(PLANK, most=most, numbers=numbers, weeks=range(1, 6))] == sets


def test_a_set_more_comes_after_the_last_rep() -> None:
    few = BASE_SETS.model_copy(update={"extra_until": 10})
    days = asked(PUSH_UP, numbers=few, weeks=range(1, 9))
    assert [(today.reps, today.sets) for today in days[2:]] == [(9, 2), (10, 2), (10, 2), (10, 3), (10, 3), (10, 3)]


def test_pairs_and_circuits_get_no_set_more() -> None:
    paired = PLANK.model_copy(update={"superset": 1})
    assert {today.sets for today in asked(paired, numbers=BASE_SETS, weeks=range(1, 8))} == {2}
    held = [session(day("tue", week), PLANK, minutes=60).model_copy(update={"circuit": True}) for week in range(1, 8)]
    done = filled(held, lifter(8), numbers=BASE_SETS)
    assert {one.main[0].today.sets for one in done if one.main[0].today} == {2}
