import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from constraints.knowledge.phase_lengths import PhaseLengths
from constraints.planning.layout import lay_out
from profiles.profile import Profile, Race
from profiles.season import Phase, Running, Season, Stage
from writing import MONDAY, day, profile

PHASES = PhaseLengths(
    race_week_days=7, taper_days=7, race_days={0: 14}, build_weeks=6, base_weeks=104, high_percent=125, low_percent=75,
    without_goal="base", block_weeks=6, introduction_weeks=3, injury_weeks=(3, 6), because=("test",),
)  # fmt: skip


def recovery(race: Race) -> int:
    return {"A": 14, "B": 7, "C": 0}[race.priority]


def season(phases: PhaseLengths = PHASES, **said: Any) -> Season:
    return lay_out(profile(**said), phases, recovery)


def numbered(**numbers: Any) -> PhaseLengths:
    return PHASES.model_copy(update=numbers)


def race(date: dt.date, priority: str = "A") -> dict[str, Any]:
    return {"name": "Race", "date": date, "distance": "half", "priority": priority}


def blocks(laid_out: Season) -> list[tuple[Phase, int]]:
    """Phase and weeks of each block."""
    return [(block.phase, len(laid_out.weeks_in(block))) for block in laid_out.blocks]


def stages(laid_out: Season) -> list[tuple[Stage, Phase, int]]:
    return [(block.stage, block.phase, len(laid_out.weeks_in(block))) for block in laid_out.blocks]


END: list[tuple[Phase, int]] = [("race", 2), ("taper", 1), ("race_week", 1)]


def test_eighteen_weeks_to_a_marathon_have_eight_of_base_and_six_of_build() -> None:
    assert blocks(season(weeks=18, races=[race(day("sun", 18))])) == [("base", 4), ("base", 4), ("build", 6), *END]


def test_a_b_race_on_the_way_costs_its_recovery_and_no_taper() -> None:
    races = [race(day("sun", 18)), race(day("sun", 10), "B")]
    assert blocks(season(weeks=18, races=races)) == [
        ("base", 4), ("base", 4), ("build", 2), ("recovery", 1), ("build", 3), *END,
    ]  # fmt: skip


@pytest.mark.parametrize("weekday", ["tue", "wed", "sun"])
def test_a_c_race_changes_no_phase(weekday: str) -> None:
    assert blocks(season(weeks=6, races=[race(day(weekday, 3), "C")])) == [("base", 6)]


def test_four_weeks_to_a_race_are_its_race_phase_and_its_taper() -> None:
    assert blocks(season(weeks=4, races=[race(day("sun", 4))])) == END


def test_eight_weeks_to_a_race_share_what_is_left_between_base_and_build() -> None:
    assert blocks(season(weeks=8, races=[race(day("sun", 8))])) == [("base", 2), ("build", 2), *END]


def test_an_odd_week_goes_to_the_base() -> None:
    assert blocks(season(weeks=9, races=[race(day("sun", 9))])) == [("base", 3), ("build", 2), *END]


@pytest.mark.parametrize(
    ("weeks", "base"), [(4, [4]), (6, [6]), (7, [4, 3]), (8, [4, 4]), (13, [5, 4, 4]), (104, [6] * 14 + [5] * 4)]
)
def test_without_a_race_the_base_is_cut_into_blocks_as_equal_as_can_be(weeks: int, base: list[int]) -> None:
    assert blocks(season(weeks=weeks)) == [("base", length) for length in base]


def test_each_of_three_a_races_has_its_own_build_up_and_recovery() -> None:
    races = [race(day("sun", 14)), race(day("sun", 31)), race(day("sun", 48))]
    assert blocks(season(weeks=52, races=races)) == [
        *[("base", 5), ("build", 5), *END],
        *[("recovery", 2), ("base", 6), ("build", 5), *END],
        *[("recovery", 2), ("base", 6), ("build", 5), *END],
        *[("recovery", 2), ("base", 2)],
    ]


def test_a_race_soon_after_a_race_tapers_instead_of_recovering() -> None:
    races = [race(day("sun", 4)), race(day("sun", 6))]
    assert blocks(season(weeks=8, races=races)) == [*END, ("taper", 1), ("race_week", 1), ("recovery", 2)]


def test_a_season_without_weeks_ends_with_the_week_of_its_last_race() -> None:
    laid_out = season(season={"weeks": None}, races=[race(day("sat", 8))])
    assert laid_out.last == day("sun", 8)
    assert laid_out.blocks[-1].phase == "race_week"


@pytest.mark.parametrize("weekday", ["mon", "wed"])
def test_the_week_of_a_race_before_thursday_is_already_recovery_and_the_one_before_is_race_week(weekday: str) -> None:
    laid_out = season(weeks=10, races=[race(day(weekday, 9))])
    assert blocks(laid_out) == [("base", 2), ("build", 2), *END, ("recovery", 2)]
    assert laid_out.week_at(day("sun", 8)).phase == "race_week"
    assert laid_out.week_at(day(weekday, 9)).phase == "recovery"


def test_every_phase_ends_to_the_day_with_a_race_on_thursday() -> None:
    laid_out = season(weeks=12, races=[race(day("thu", 9))])
    assert blocks(laid_out) == [("base", 3), ("build", 2), *END, ("recovery", 2), ("base", 1)]
    assert laid_out.week_at(day("thu", 9)).phase == "race_week"


def test_a_week_without_its_thursday_follows_its_middle_day() -> None:
    laid_out = season(weeks=4, start=day("fri"), races=[race(day("fri"))])
    assert laid_out.week_at(day("fri")).phase == "recovery"


def test_a_start_within_the_week_cuts_the_first_week_short() -> None:
    laid_out = season(start=day("wed"), season={"weeks": None}, races=[race(day("sun", 12))])
    assert blocks(laid_out) == [("base", 5), ("build", 3), *END]
    assert [len(week.days) for week in laid_out.weeks] == [5] + [7] * 11


def test_weeks_asked_for_are_counted_from_the_start_and_may_cut_the_last_week_too() -> None:
    laid_out = season(start=day("fri"), weeks=6)
    assert [len(week.days) for week in laid_out.weeks] == [3, 7, 7, 7, 7, 7, 4]
    assert (laid_out.first, laid_out.last) == (day("fri"), day("thu", 7))


@pytest.mark.parametrize(
    ("experience", "strength_weeks", "introduction"),
    [
        ("beginner", 0, 3), ("beginner", 1, 2), ("beginner", 3, 0), ("beginner", 200, 0), ("intermediate", 0, 3),
        ("intermediate", 2, 1), ("advanced", 0, 0),
    ],
)  # fmt: skip
def test_the_introduction_is_what_is_left_of_three_weeks(
    experience: str, strength_weeks: int, introduction: int
) -> None:
    laid_out = season(weeks=6, athlete={"experience": experience, "strength_weeks": strength_weeks})
    light: list[tuple[Stage, Phase, int]] = [("introduction", "base", introduction)] if introduction else []
    assert stages(laid_out) == [*light, ("main", "base", 6 - introduction)]


def test_an_introduction_is_one_block_even_where_blocks_are_shorter() -> None:
    laid_out = season(numbered(block_weeks=2), weeks=6, athlete={"experience": "beginner"})
    assert stages(laid_out) == [("introduction", "base", 3), ("main", "base", 2), ("main", "base", 1)]


def test_an_introduction_gives_up_a_week_where_one_alone_would_follow_it() -> None:
    who = {"athlete": {"experience": "beginner"}}
    assert stages(season(weeks=4, **who)) == [("introduction", "base", 2), ("main", "base", 2)]
    assert stages(season(weeks=5, **who)) == [("introduction", "base", 3), ("main", "base", 2)]


def test_an_introduction_longer_than_the_base_goes_on_in_the_build() -> None:
    laid_out = season(weeks=8, races=[race(day("sun", 8))], athlete={"experience": "beginner"})
    assert stages(laid_out)[:3] == [("introduction", "base", 2), ("introduction", "build", 1), ("main", "build", 1)]


LIGHT_END: list[tuple[Stage, Phase, int]] = [("introduction", "taper", 1), ("introduction", "race_week", 1)]


def test_an_introduction_that_gave_up_a_week_is_over() -> None:
    laid_out = season(weeks=11, races=[race(day("sun", 11))], athlete={"experience": "beginner"})
    assert stages(laid_out)[:3] == [("introduction", "base", 2), ("main", "base", 2), ("main", "build", 3)]


def test_an_introduction_goes_on_after_the_light_phases_that_interrupt_it() -> None:
    who = {"athlete": {"experience": "beginner"}}
    assert stages(season(weeks=12, races=[race(day("sun", 4))], **who)) == [
        ("introduction", "race", 2), *LIGHT_END, ("introduction", "recovery", 2), ("introduction", "base", 1),
        ("main", "base", 5),
    ]  # fmt: skip
    soon = stages(season(weeks=12, races=[race(day("sun", 2))], **who))
    assert soon == [*LIGHT_END, ("introduction", "recovery", 2), ("introduction", "base", 3), ("main", "base", 5)]


def test_a_season_that_starts_in_the_race_phase_starts_with_the_introduction_all_the_same() -> None:
    laid_out = season(weeks=4, races=[race(day("sun", 4))], athlete={"experience": "beginner"})
    assert stages(laid_out) == [("introduction", "race", 2), *LIGHT_END]


def test_an_introduction_that_reaches_the_race_phase_leaves_its_rest_as_it_is() -> None:
    laid_out = season(weeks=5, races=[race(day("sun", 5))], athlete={"experience": "beginner", "strength_weeks": 1})
    assert stages(laid_out) == [
        ("introduction", "base", 1), ("introduction", "race", 1), ("main", "race", 1), ("main", "taper", 1),
        ("main", "race_week", 1),
    ]  # fmt: skip


# ---- current injuries


def injured(weeks: int = 14, strength_weeks: int = 0, **said: Any) -> list[tuple[Stage, Phase, int]]:
    who = {"experience": "intermediate", "strength_weeks": strength_weeks}
    return stages(season(weeks=weeks, athlete=who, injuries={"current": ["achilles"]}, **said))


def test_with_a_current_injury_blocks_begin_after_three_and_six_weeks() -> None:
    assert injured(strength_weeks=9) == [("main", "base", length) for length in (3, 3, 4, 4)]
    assert injured() == [("introduction", "base", 3), *(("main", "base", length) for length in (3, 4, 4))]
    healthy = season(weeks=14, athlete={"strength_weeks": 9})
    assert stages(healthy) == [("main", "base", length) for length in (5, 5, 4)]


def test_no_single_week_is_cut_off_for_an_injury() -> None:
    assert injured(strength_weeks=1)[:2] == [("introduction", "base", 3), ("main", "base", 3)]
    assert injured(strength_weeks=2)[:2] == [("introduction", "base", 1), ("main", "base", 2)]
    assert injured(weeks=7, strength_weeks=9) == [("main", "base", 3), ("main", "base", 4)]


@pytest.mark.parametrize(("weekday", "weeks"), [("tue", 3), ("thu", 3), ("fri", 4), ("sun", 4)])
def test_a_first_week_cut_short_is_one_of_the_three_where_most_of_it_is_left(weekday: str, weeks: int) -> None:
    assert injured(strength_weeks=9, start=day(weekday))[0] == ("main", "base", weeks)


# ---- general preparation, and weeks without a goal


def test_what_lies_before_the_longest_base_is_general_preparation() -> None:
    laid_out = season(numbered(base_weeks=5), weeks=18, races=[race(day("sun", 18))])
    assert blocks(laid_out) == [("general_preparation", 3), ("base", 5), ("build", 6), *END]


@pytest.mark.parametrize(("weeks", "first"), [(13, "base"), (14, "base"), (15, "general_preparation")])
def test_a_base_that_is_no_longer_than_it_may_be_has_nothing_before_it(weeks: int, first: Phase) -> None:
    laid_out = season(numbered(base_weeks=5), weeks=weeks, races=[race(day("sun", weeks))])
    assert blocks(laid_out)[0][0] == first


def test_a_doctrine_without_a_base_prepares_in_general_up_to_the_build() -> None:
    laid_out = season(numbered(base_weeks=0), weeks=10, races=[race(day("sun", 10))])
    assert blocks(laid_out) == [("general_preparation", 3), ("build", 3), *END]


def test_a_doctrine_without_a_build_goes_from_the_base_to_the_race() -> None:
    assert blocks(season(numbered(build_weeks=0), weeks=9, races=[race(day("sun", 9))])) == [("base", 5), *END]


def test_a_doctrine_without_race_phase_and_taper_builds_up_to_race_week() -> None:
    laid_out = season(numbered(race_days={0: 0}, taper_days=0), weeks=6, races=[race(day("sun", 6))])
    assert blocks(laid_out) == [("base", 3), ("build", 2), ("race_week", 1)]


@pytest.mark.parametrize(("km", "weeks"), [(3.0, 0), (5.0, 0), (5.1, 1), (12.0, 1), (21.1, 2), (80.0, 2)])
def test_the_race_phase_is_as_long_as_the_race_asks(km: float, weeks: int) -> None:
    phases = numbered(race_days={0: 0, 5: 7, 12: 14}, build_weeks=0)
    goal = {"name": "Goal", "date": day("sun", 8), "km": km}
    run_in = [("race", weeks), *END[1:]] if weeks else [*END[1:]]
    assert blocks(season(phases, weeks=8, races=[goal])) == [("base", 6 - weeks), *run_in]


def test_the_shortest_races_need_a_race_phase_too() -> None:
    with pytest.raises(ValidationError, match="0 kilometres"):
        PhaseLengths(**PHASES.model_dump() | {"race_days": {5: 7}})


@pytest.mark.parametrize("phase", ["general_preparation", "base", "build"])
def test_weeks_with_no_a_race_ahead_have_the_doctrine_s_phase(phase: Phase) -> None:
    lone = numbered(without_goal=phase)
    assert blocks(season(lone, weeks=6)) == [(phase, 6)]
    assert blocks(season(lone, weeks=6, races=[race(day("sun", 6), "C")])) == [(phase, 6)]
    after = season(lone, weeks=9, races=[race(day("sun", 4))])
    assert blocks(after)[-2:] == [("recovery", 2), (phase, 3)]


def test_general_preparation_begins_with_the_introduction() -> None:
    laid_out = season(
        numbered(base_weeks=2), weeks=11, races=[race(day("sun", 11))], athlete={"experience": "beginner"}
    )
    assert stages(laid_out)[:2] == [("introduction", "general_preparation", 2), ("introduction", "base", 1)]


# ---- weeks that run more or less than others

WEEK = {"tue": "easy 40", "sun": "long 60"}
"""A hundred minutes."""


def ran(*minutes: int, **said: Any) -> dict[int, Running]:
    """How the weeks run whose Tuesdays have these minutes, and whose Sundays have sixty."""
    on = {day("tue", week): f"easy {length}" if length else "rest" for week, length in enumerate(minutes, 1)}
    return dict(season(weeks=len(minutes), runs={**WEEK, "on": on}, **said).running)


def test_weeks_that_run_alike_are_all_usual() -> None:
    assert ran(40, 40, 40, 40) == {}
    assert dict(season(weeks=6).running) == {}, "nor does a season without a run have others"


def test_a_week_that_runs_more_than_the_share_is_high_and_one_that_runs_less_is_cut_back() -> None:
    assert ran(40, 66, 40, 14, 40) == {2: "high", 4: "cut_back"}


def test_a_week_that_runs_just_the_share_is_usual() -> None:
    assert ran(40, 65, 40, 15, 40) == {}


def test_weeks_are_measured_against_the_median_and_not_the_mean() -> None:
    assert ran(40, 40, 40, 40, 400) == {5: "high"}


def test_a_race_takes_the_runs_of_its_day_and_does_not_make_a_cutback_week() -> None:
    assert dict(season(weeks=6, runs=WEEK, races=[race(day("sun", 6))]).running) == {}
    assert dict(season(weeks=6, runs=WEEK, races=[race(day("sun", 3), "C")]).running) == {}


def test_a_week_with_a_race_may_run_high() -> None:
    assert ran(40, 40, 200, 40, races=[race(day("sun", 3), "C")]) == {3: "high"}


def test_a_week_cut_short_by_the_season_is_not_cut_back_but_may_run_high() -> None:
    assert dict(season(weeks=6, start=day("fri"), runs=WEEK).running) == {}
    high = season(weeks=6, start=day("fri"), runs={**WEEK, "on": {day("sun"): "long 126"}})
    assert dict(high.running) == {1: "high"}


@pytest.mark.parametrize("weekday", ["mon", "thu", "sun"])
def test_a_week_that_the_profile_takes_lightly_is_cut_back_whatever_it_runs(weekday: str) -> None:
    assert ran(40, 40, 40, 40, strength={"down": [day(weekday, 2)]}) == {2: "cut_back"}
    assert ran(40, 400, 40, 40, strength={"down": [day(weekday, 2)]}) == {2: "cut_back"}


def test_a_cut_week_and_one_with_a_race_can_be_taken_lightly_too() -> None:
    short = season(weeks=6, start=day("fri"), strength={"down": [day("sat")]}, races=[race(day("sun", 3), "C")])
    assert dict(short.running) == {1: "cut_back"}
    assert ran(40, 40, 40, 40, races=[race(day("sun", 3), "C")], strength={"down": [day("tue", 3)]}) == {3: "cut_back"}


def test_weeks_know_how_they_run() -> None:
    laid_out = season(weeks=6, runs=WEEK, strength={"down": [day("wed", 2), day("mon", 4)]})
    assert [week.running for week in laid_out.weeks] == [
        "usual", "cut_back", "usual", "cut_back", "usual", "usual",
    ]  # fmt: skip
    assert [week.running for week in laid_out.near(day("wed", 2)).weeks] == ["usual", "cut_back", "usual"]


def test_numbers_of_a_doctrine_decide_what_is_high_and_what_is_cut_back() -> None:
    on = {day("tue", 2): "easy 50", day("tue", 3): "easy 30"}
    strict = season(numbered(high_percent=105, low_percent=95), weeks=5, runs={**WEEK, "on": on})
    assert dict(strict.running) == {2: "high", 3: "cut_back"}


# ---- blocks and cutback weeks


def cut_in(*weeks: int, **said: Any) -> list[tuple[Phase, int]]:
    return blocks(season(strength={"down": [day("mon", week) for week in weeks]}, **said))


def test_a_cutback_week_ends_a_block_where_it_would_begin_the_next() -> None:
    assert cut_in(6, weeks=9) == [("base", 6), ("base", 3)]
    assert cut_in(3, weeks=9, races=[race(day("sun", 9))]) == cut_in(weeks=9, races=[race(day("sun", 9))])
    assert cut_in(4, weeks=11, races=[race(day("sun", 11))])[:2] == [("base", 4), ("build", 3)]
    assert cut_in(5, weeks=11, races=[race(day("sun", 11))])[:2] == [("base", 5), ("build", 2)]


def test_a_cutback_week_is_the_second_after_a_block_that_can_be_no_longer_or_before_a_single_week() -> None:
    assert cut_in(7, weeks=11) == [("base", 5), ("base", 6)]
    assert cut_in(4, weeks=9, races=[race(day("sun", 9))])[:2] == [("base", 2), ("build", 3)]


def test_cutback_weeks_that_begin_the_season_or_follow_recovery_move_nothing() -> None:
    assert cut_in(1, weeks=9) == [("base", 5), ("base", 4)]
    assert cut_in(3, 9, weeks=14, races=[race(day("sun", 6))]) == cut_in(weeks=14, races=[race(day("sun", 6))])


SEASONS: list[dict[str, Any]] = [
    {"weeks": 104, "races": [race(day("sun", week)) for week in (20, 46, 80, 104)]},
    {
        "weeks": 52,
        "races": [race(day("mon", 9)), race(day("wed", 11), "B"), race(day("sat", 30)), race(day("tue", 31))],
    },
    {"weeks": 4, "start": day("sun")},
    {"weeks": 5, "start": day("thu"), "races": [race(day("fri"))]},
]


@pytest.mark.parametrize("said", SEASONS)
@pytest.mark.parametrize("experience", ["beginner", "advanced"])
def test_blocks_cover_every_day_once_in_whole_weeks(said: dict[str, Any], experience: str) -> None:
    who: Profile = profile(**said, athlete={"experience": experience})
    laid_out = lay_out(who, PHASES, recovery)
    assert (laid_out.first, laid_out.last) == (said.get("start", MONDAY), who.last_day)
    for block, after in zip(laid_out.blocks, laid_out.blocks[1:], strict=False):
        assert after.number == block.number + 1
        assert after.first == block.last + dt.timedelta(days=1)
        assert after.first.weekday() == 0
    assert all(len(laid_out.weeks_in(block)) <= 6 for block in laid_out.blocks)
    assert [week.number for week in laid_out.weeks] == list(range(1, len(laid_out.weeks) + 1))


@st.composite
def drawn_seasons(draw: st.DrawFn) -> dict[str, Any]:
    """Seasons of newcomers and others, with races, cutback weeks and injuries anywhere."""
    weeks = draw(st.integers(4, 40))
    dates = st.integers(3, 7 * weeks - 1).map(lambda days: MONDAY + dt.timedelta(days=days))
    return {
        "weeks": weeks,
        "start": MONDAY + dt.timedelta(days=draw(st.integers(0, 6))),
        "athlete": {
            "experience": draw(st.sampled_from(["beginner", "intermediate", "advanced"])),
            "strength_weeks": draw(st.integers(0, 4)),
        },
        "races": [race(date, draw(st.sampled_from("AABC"))) for date in draw(st.sets(dates, max_size=4))],
        "strength": {"down": sorted(draw(st.sets(dates, max_size=6)))},
        "injuries": {"current": draw(st.sampled_from([[], ["achilles"]]))},
    }


@given(drawn_seasons(), st.integers(0, 8), st.integers(0, 12), st.integers(2, 6))
@settings(deadline=None)
def test_no_introduction_follows_a_main_block(said: dict[str, Any], build: int, base: int, longest: int) -> None:
    numbers = numbered(build_weeks=build, base_weeks=base, block_weeks=longest)
    laid_out = lay_out(profile(**said), numbers, recovery)
    staged = [block.stage for block in laid_out.blocks]
    assert staged == sorted(staged), "introductions come first, in the order of the letters"
    assert [week.number for block in laid_out.blocks for week in laid_out.weeks_in(block)] == list(
        range(1, len(laid_out.weeks) + 1)
    )
    mains = [len(laid_out.weeks_in(block)) for block in laid_out.blocks if block.stage == "main"]
    assert all(0 < weeks <= longest for weeks in mains)
