"""What a date asks for after its range is used up: as many reps and sets more as the sessions have time for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pytest

from constraints.prescription.progression import week_by_week
from constraints.prescription.progression_numbers import ProgressionNumbers
from constraints.prescription.used_up import UsedUp
from doses import LOADS, NUMBERS, Phases, changes, lifter, reps, work
from profiles.plan import Item, Session, Slower, Style, Today
from profiles.profile import Profile
from profiles.season import Running, Stage
from writing import day, season_of, session


def slow(what: Item, reps: int) -> Item:
    slower = Slower(reps=(reps, reps), tempo="5-0-1")
    return what.model_copy(update={"dose": what.dose.model_copy(update={"slower": slower})})


PUSH_UP = slow(work("push_up", "bodyweight", reps=(8, 9), sets=2), 6)
PLANK = work("plank", "hold", seconds=(55, 60), sets=2)
LUNGE = slow(work("walking_lunge", "bodyweight", reps=(12, 14), load="bodyweight", sets=2), 10)
BASE_SETS = NUMBERS.model_copy(update={"more_sets": ("base",), "keep_sets": ("base", "build")})


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
    days = asked(PUSH_UP)
    assert reps(days) == [8, 9, 6, 6, 7, 7, 8, 8, 9, 9]
    assert [today.tempo for today in days] == [None] * 2 + ["5-0-1"] * 8
    assert changes(days)[2:] == ["slower", "hold", "more_reps", "hold", "more_reps", "hold", "more_reps", "hold"]


@pytest.mark.parametrize("style", ["bodyweight", "power"])
def test_at_the_usual_tempo_the_range_is_the_end(style: Style) -> None:
    what = work("push_up", style, reps=(8, 9), sets=2)
    assert reps(asked(what, weeks=range(1, 7))) == [8, 9, 9, 9, 9, 9]


def test_both_sides_get_their_rep() -> None:
    assert reps(asked(LUNGE, weeks=range(1, 7))) == [12, 14, 10, 10, 12, 12]


def test_two_dates_of_a_week_are_alike_and_count_as_two() -> None:
    assert reps(asked(PUSH_UP, weeks=range(1, 7), days=("tue", "fri"))) == [8, 8, 9, 9, 6, 6, 7, 7, 8, 8, 9, 9]


def test_reps_end_where_extra_ones_end_or_at_the_top_of_the_range() -> None:
    days = asked(PUSH_UP, numbers=NUMBERS.model_copy(update={"extra_until": 8}), weeks=range(1, 13))
    assert reps(days)[-4:] == [9, 9, 9, 9]
    assert changes(days)[-3:] == ["top"] * 3


@pytest.mark.parametrize(("most", "high"), [(18, 9), (16, 8), (17, 8), (14, 7)])
def test_no_date_lasts_longer_than_its_session_may(most: int, high: int) -> None:
    assert max(one or 0 for one in reps(asked(PUSH_UP, most=most, weeks=range(1, 13)))[2:]) == high


def test_what_is_given_leaves_the_time_for_what_rises_beside_it() -> None:
    rises = work("glute_bridge", "bodyweight", reps=(8, 16), sets=2)
    assert reps(asked(PUSH_UP, rises, most=48, weeks=range(1, 10)))[2:] == [6, 6, 7, 7, 8, 8, 8]
    assert reps(asked(PUSH_UP, rises, most=46, weeks=range(1, 10)))[2:] == [6, 6, 7, 7, 7, 7, 7]


def test_the_free_minutes_of_the_day_are_a_limit_too() -> None:
    held = [session(day("tue", week), PUSH_UP, minutes=60) for week in range(1, 8)]
    who = lifter(8, strength={"minutes": {"tue": 14}})
    assert [one.main[0].today and one.main[0].today.reps for one in filled(held, who)][2:] == [6, 6, 7, 7, 7]


def test_another_block_with_less_time_keeps_what_fits() -> None:
    times = [(60, 1)] * 7 + [(14, 2)] * 2
    held = [session(day("tue", at), PUSH_UP, minutes=most, block=block) for at, (most, block) in enumerate(times, 1)]
    done = filled(held, lifter(9), phases=[("base", 7), ("base", 2)])
    assert [one.main[0].today and one.main[0].today.reps for one in done][2:] == [6, 6, 7, 7, 8, 7, 7]


def test_weeks_that_run_high_or_are_cut_back_bring_nothing_new_and_lose_nothing() -> None:
    days = asked(PUSH_UP, running={6: "cut_back", 7: "high"}, weeks=range(1, 10))
    assert reps(days)[2:] == [6, 6, 7, 8, 7, 8, 8]
    assert [today.tempo for today in days][4:7] == ["5-0-1", None, "5-0-1"]


def test_reps_rise_where_the_estimate_of_a_lift_stands_and_stay_towards_the_race() -> None:
    days = asked(PUSH_UP, phases=[("base", 3), ("build", 4), ("race", 3)])
    assert reps(days)[2:] == [6, 6, 7, 7, 8, 8, 8, 8]


def test_nothing_rises_before_the_main_work() -> None:
    assert reps(asked(PUSH_UP, stage="introduction", weeks=range(1, 7)))[2:] == [6] * 4


def test_before_a_race_the_usual_range_starts_again_and_after_it_the_slower_tempo_goes_on() -> None:
    race = {"name": "Goal", "date": day("sun", 5), "distance": "10k", "priority": "B"}
    held = [session(day("tue", week), PUSH_UP, minutes=60) for week in range(1, 7)]
    done = filled(held, lifter(8, races=[race]))
    assert [one.main[0].today and one.main[0].today.reps for one in done][2:] == [6, 6, 8, 7]
    assert [one.main[0].today and one.main[0].today.tempo for one in done][2:] == ["5-0-1", "5-0-1", None, "5-0-1"]


def test_after_a_long_break_the_range_is_gone_through_again_from_half_way() -> None:
    days = asked(PUSH_UP, weeks=[1, 2, 3, 4, 5, 11, 12, 13, 14, 15])
    assert reps(days) == [8, 9, 6, 6, 7, 8, 9, 6, 6, 7]


def test_both_styles_of_a_light_lift_go_on_together() -> None:
    styles: tuple[tuple[str, Style, int], ...] = (("tue", "moderate", 6), ("fri", "heavy", 7))
    goblets = [(on, slow(work("goblet_squat", style, reps=(8, 9), load="dumbbells"), low)) for on, style, low in styles]
    held = [session(day(weekday, at), what, minutes=60) for at in range(1, 9) for weekday, what in goblets]
    done = filled(held, lifter(8, ["dumbbells 8"]))
    found = [one.main[0].today.reps for one in done if one.main[0].today and one.main[0].today.tempo]
    assert found == sorted(found, key=lambda one: one or 0)
    assert (found[:3], found[-1]) == ([6, 7, 7], 9)


def test_a_style_takes_no_reps_from_another_with_a_range_of_its_own() -> None:
    styles: tuple[tuple[str, Style, tuple[int, int]], ...] = (("tue", "heavy", (6, 8)), ("fri", "moderate", (8, 12)))
    lifts = [(on, work("romanian_deadlift", style, reps=reps, load="dumbbells")) for on, style, reps in styles]
    held = [session(day(weekday, at), what, minutes=60) for at in range(1, 9) for weekday, what in lifts]
    heavy = [one.main[0].today for one in filled(held, lifter(8)) if one.main[0].style == "heavy"]
    assert max(today.reps or 0 for today in heavy if today) <= 8 + NUMBERS.extra_reps


@pytest.mark.parametrize(
    ("most", "numbers", "sets"),
    [(18, BASE_SETS, [2, 2, 2, 3, 3]), (17, BASE_SETS, [2] * 5), (18, NUMBERS, [2] * 5)],
)
def test_a_hold_that_is_used_up_gets_a_set_more_where_there_is_time(
    most: int, numbers: ProgressionNumbers, sets: list[int]
) -> None:
    assert [today.sets for today in asked(PLANK, most=most, numbers=numbers, weeks=range(1, 6))] == sets


def test_a_set_more_comes_after_the_last_rep() -> None:
    few = BASE_SETS.model_copy(update={"extra_until": 8})
    pull = work("band_row", "bodyweight", reps=(6, 7), load="bodyweight", sets=2)
    days = asked(slow(pull, 6), numbers=few, weeks=range(1, 10))
    assert [(today.reps, today.sets) for today in days[2:]] == [
        (6, 2), (6, 2), (7, 2), (7, 2), (8, 2), (8, 2), (8, 3),
    ]  # fmt: skip


def test_pairs_and_circuits_get_no_set_more() -> None:
    paired = PLANK.model_copy(update={"superset": 1})
    assert {today.sets for today in asked(paired, numbers=BASE_SETS, weeks=range(1, 8))} == {2}
    held = [session(day("tue", week), PLANK, minutes=60).model_copy(update={"circuit": True}) for week in range(1, 8)]
    done = filled(held, lifter(8), numbers=BASE_SETS)
    assert {one.main[0].today.sets for one in done if one.main[0].today} == {2}


@pytest.mark.parametrize(("most", "build_most", "sets"), [(18, 18, 3), (18, 17, 2)])
def test_a_set_more_is_kept_through_the_build_or_not_added(most: int, build_most: int, sets: int) -> None:
    held = [
        session(day("tue", week), PLANK, minutes=most if week < 6 else build_most, block=1 if week < 6 else 2)
        for week in range(1, 10)
    ]
    held = [one.model_copy(update={"phase": "build"}) if one.block == 2 else one for one in held]
    done = filled(held, lifter(9), phases=[("base", 5), ("build", 4)], numbers=BASE_SETS)
    assert [one.main[0].today and one.main[0].today.sets for one in done][5:] == [sets] * 4
    assert done[4].main[0].today
    assert done[4].main[0].today.sets == sets
