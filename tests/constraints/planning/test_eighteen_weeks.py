"""Loads and reps over an 18-week season rise, hold and fall as each doctrine says, week by week."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

import pytest

from constraints.knowledge.doctrine import doctrine_named
from constraints.planning.planner import Solved
from constraints.prescription.loads import loadable
from profiles.plan import Item, Plan, Session, Today
from profiles.season import Phase

DOCTRINES = ("reconciled", "four_categories", "three_pillars", "home", "gym")
Step = tuple[Phase, Item, Today, Today, int]
"""Phase and item of an exposure, what it asks for, what the one before asked for, and the weeks between."""


Shipped = Callable[..., Solved]


@pytest.fixture
def plan(doctrine: str, shipped: Shipped) -> Plan:
    """18 weeks of a runner who says what she lifts."""
    solved = shipped("me", doctrine).plan
    assert len(solved.season.weeks) == 18
    assert set(solved.season.profile.lifts) == {"deadlift", "romanian_deadlift", "step_up"}
    return solved


def exposures(plan: Plan) -> Iterator[list[tuple[Session, Item]]]:
    """The sessions that hold an exercise in one style with one implement, a week at most once, first to last."""
    found: dict[tuple[str, str, str], dict[int, tuple[Session, Item]]] = {}
    for session in plan.sessions:
        for item in session.main:
            week = plan.season.week_at(session.date).number
            found.setdefault((item.exercise, item.style, item.load), {}).setdefault(week, (session, item))
    yield from (list(weeks.values()) for weeks in found.values())


def steps(plan: Plan) -> Iterator[Step]:
    """From each date to the next, without those that are eased once, after which what was before goes on."""
    for held in exposures(plan):
        usual = [(session, item) for session, item in held if item.today and item.today.change != "lighter"]
        for (before, earlier), (session, item) in pairwise(usual):
            assert earlier.today
            assert item.today
            weeks = plan.season.week_at(session.date).number - plan.season.week_at(before.date).number
            yield session.phase, item, item.today, earlier.today, weeks


EASED = ("lighter", "fewer_sets")


def course(doctrine: str, phase: Phase) -> str:
    return doctrine_named(doctrine).tables.progression.course[phase]


every_doctrine = pytest.mark.parametrize("doctrine", DOCTRINES)


@every_doctrine
def test_every_exercise_of_every_date_has_its_dose(doctrine: str, plan: Plan) -> None:
    for session in plan.sessions:
        for item in session.main:
            assert item.today is not None
            assert (item.today.reps is None) == (item.dose.reps is None)
            assert (item.today.seconds is None) == (item.dose.seconds is None)
            slow = item.dose.slower if item.today.tempo else None
            sides = 2 if item.entry.sides == "alternating" else 1
            low, _ = slow.reps if slow else item.dose.reps or item.dose.seconds or (0, 0)
            _, high = item.dose.reps or item.dose.seconds or (0, 0)
            extra = max(high, 15 * sides) if item.dose.reps else high  # a range that is used up goes on
            assert low <= (item.today.reps or item.today.seconds or 0) <= extra
            assert item.today.sets <= item.dose.sets + (item.today.change in ("top", "hold"))


@every_doctrine
def test_while_training_rises_a_set_gains_one_rep_or_the_next_load_never_both(doctrine: str, plan: Plan) -> None:
    numbers = doctrine_named(doctrine).tables.progression
    seen = set()
    for phase, item, now, before, weeks in steps(plan):
        if course(doctrine, phase) != "rise" or weeks >= numbers.again_weeks or not item.dose.reps or not before.reps:
            continue
        seen.add(now.change)
        low, high = item.dose.reps
        if now.change == "more_reps":
            step = 2 if item.entry.sides == "alternating" else 1  # one a side
            assert now.reps in (max(before.reps, low) + step, min(before.reps, high) + step, high)
            assert now.reps > before.reps or before.reps > high
            assert now.load_kg == before.load_kg
        elif now.change == "more_load" and now.load_kg is None:
            assert now.reps == low
            assert before.reps >= high
        elif now.change == "more_load":
            assert now.reps <= max(before.reps, low)
            assert now.load_kg > (before.load_kg or 0)
    assert "more_reps" in seen


@every_doctrine
def test_no_week_adds_more_to_a_load_than_the_cap_where_increments_allow(doctrine: str, plan: Plan) -> None:
    numbers = doctrine_named(doctrine).tables
    for _, item, now, before, _ in steps(plan):
        if now.load_kg and before.load_kg and now.load_kg > before.load_kg:
            gym = plan.season.profile.place_named("gym")
            masses = [mass for mass in loadable(gym, item.load, numbers.loads.implements) if mass > before.load_kg]
            within = now.load_kg <= before.load_kg * (1 + numbers.progression.most_percent / 100)
            assert within or now.load_kg == min(masses)


@every_doctrine
def test_reps_are_fewest_where_a_phase_eases_and_no_load_is_heavier_than_before(doctrine: str, plan: Plan) -> None:
    for phase, item, now, before, _ in steps(plan):
        if course(doctrine, phase) in ("keep", "ease"):
            assert (now.load_kg or 0) <= (before.load_kg or 0)
            kept = course(doctrine, phase) == "keep" and (now.reps or 0) <= (before.reps or 0)
            assert kept or now.reps in (None, (item.dose.reps or (0, 0))[0])


@pytest.mark.parametrize("doctrine", ["reconciled", "four_categories", "three_pillars", "gym"])  # home has no phases
def test_sets_fall_towards_the_race(doctrine: str, plan: Plan) -> None:
    most: dict[Phase, int] = {}
    for session in plan.sessions:
        most[session.phase] = max(most.get(session.phase, 0), *(item.dose.sets for item in session.main))
    order = [most[phase] for phase in ("build", "race", "taper") if phase in most]
    assert order == sorted(order, reverse=True)
    assert most.get("base", 4) >= most.get("race", 0)


class Lifted(NamedTuple):
    """A date of a lift that she states."""

    session: Session
    item: Item
    today: Today
    best: float
    """her one-rep maximum by then, as the plan assumes it"""

    @property
    def total(self) -> float:
        """Kilograms that are moved: the bar's, or of a step-up two dumbbells and the body above the knee."""
        kg = self.today.load_kg or 0
        return 0.9 * 58 + 2 * kg if self.item.exercise == "step_up" else kg

    @property
    def reserve(self) -> float:
        return 30 * (self.best / self.total - 1) - (self.today.reps or 0)

    @property
    def planned(self) -> float:
        """The one-rep maximum for which the date's set would leave just the printed reserve."""
        assert self.item.dose.reserve
        return self.total * (1 + ((self.today.reps or 0) + self.item.dose.reserve[0]) / 30)


STATED = {"deadlift": 80 * (1 + 7 / 30), "romanian_deadlift": 70, "step_up": (0.9 * 58 + 24) * (1 + 12 / 30)}


def lifted(plan: Plan, doctrine: str) -> Iterator[list[Lifted]]:
    """The dates of each lift that she states, by style; each week that rises adds a hundredth to the best."""
    weeks: dict[str, set[int]] = {}
    found: dict[tuple[str, str], list[Lifted]] = {}
    for session in plan.sessions:
        week = plan.season.week_at(session.date)
        for item in session.main:
            if item.exercise in STATED and item.today and item.today.load_kg:
                risen = len([before for before in weeks.get(item.exercise, ()) if before < week.number])
                best = STATED[item.exercise] * (1 + risen / 100)
                found.setdefault((item.exercise, item.style), []).append(Lifted(session, item, item.today, best))
            hard = item.today and item.today.load_kg and session.place == "gym"  # at home it is far too light
            if hard and item.today and item.today.change not in EASED and course(doctrine, week.phase) == "rise":
                weeks.setdefault(item.exercise, set()).add(week.number)
    yield from found.values()


def eased_before_race(one: Lifted, plan: Plan) -> bool:
    """Whether the date is eased because an A or B race is near."""
    races = [race.date for race in plan.profile.races if race.priority != "C"]
    return one.today.change == "lighter" and any(0 < (race - one.session.date).days <= 7 for race in races)


@every_doctrine
def test_every_date_of_a_known_lift_leaves_what_is_printed_or_two_more(doctrine: str, plan: Plan) -> None:
    seen = 0
    for dates in lifted(plan, doctrine):
        for before, one in pairwise([dates[0], *dates]):
            assert one.item.dose.reserve
            least, _ = one.item.dose.reserve
            assert one.reserve >= least - 1e-6
            if one.session.place != "gym":  # at home the heaviest mass is one of 16 kg
                continue
            rises = course(doctrine, one.session.phase) in ("rise", "hold") and one.session.phase in ("base", "build")
            repeated = (one.session.date - before.session.date).days >= 14  # no more than before, however easy
            if rises and not repeated and not eased_before_race(one, plan):
                assert one.reserve <= least + 2 + 1e-6
                seen += 1
    assert seen or doctrine == "home"


@pytest.mark.parametrize("doctrine", ["reconciled"])
def test_a_lift_that_lasts_reaches_what_she_states_and_more(doctrine: str, plan: Plan) -> None:
    held: dict[str, list[Lifted]] = {}
    for dates in lifted(plan, doctrine):
        held.setdefault(dates[0].item.exercise, []).extend(dates)
    lasting = {name: dates for name, dates in held.items() if len(dates) >= 6}
    assert lasting
    for name, dates in lasting.items():
        assert max(one.planned for one in dates) >= STATED[name]


@pytest.mark.parametrize("doctrine", ["reconciled", "three_pillars", "gym"])
def test_nothing_stays_the_same_for_more_than_three_dates_while_there_is_something_harder(
    doctrine: str, plan: Plan
) -> None:
    known = {id(one.item): one for dates in lifted(plan, doctrine) for one in dates}
    for held in exposures(plan):
        dates = [(session, item) for session, item in held if course(doctrine, session.phase) == "rise"]
        for start in range(len(dates) - 3):
            four = [item for _, item in dates[start : start + 4]]
            if len({(item.today.reps, item.today.seconds, item.today.load_kg) for item in four if item.today}) > 1:
                continue
            last = four[-1]
            assert last.today
            _, top = last.dose.reps or last.dose.seconds or (0, 0)
            used_up = last.today.change == "top" or last.today.tempo
            assert used_up or (last.today.reps or last.today.seconds or 0) >= top or id(last) in known
            if id(last) in known:
                assert known[id(last)].reserve < 3, "one rep more would leave too few"


@pytest.mark.parametrize("doctrine", ["reconciled"])
def test_a_main_lift_of_the_season_is_seen_to_rise_and_to_keep_its_load(doctrine: str, plan: Plan) -> None:
    changes: dict[str, set[str]] = {}
    for phase, item, now, _, _ in steps(plan):
        if item.style in ("heavy", "moderate"):
            changes.setdefault(phase, set()).add(now.change)
    assert {"more_reps", "more_load"} <= changes["base"]
    assert {"more_reps", "more_load"} <= changes["build"]
    kept = [
        (now.load_kg, before.load_kg)
        for phase, _, now, before, _ in steps(plan)
        if phase == "race" and now.load_kg and before.load_kg
    ]
    assert kept
    assert all(now == before for now, before in kept)


@every_doctrine
def test_holds_rise_by_seconds_alone_up_to_their_end(doctrine: str, plan: Plan) -> None:
    for _, item, now, before, weeks in steps(plan):
        if item.dose.seconds and before.seconds and now.seconds and now.change != "ease":
            assert now.load_kg == before.load_kg
            if weeks < doctrine_named(doctrine).tables.progression.again_weeks:
                assert before.seconds <= now.seconds <= max(item.dose.seconds[1], before.seconds)
