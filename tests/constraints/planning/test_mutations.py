"""Solved plans, changed in one place: audit or consistency check find it, and no sound change is cheaper."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from constraints.planning.brief import brief_for
from constraints.planning.consistency import faults
from constraints.planning.planner import Solved
from constraints.prescription.dose import implement, styles_of
from constraints.prescription.options import Option
from constraints.prescription.session import Choice
from profiles.exercise import catalogue
from profiles.pin import SLOTS
from profiles.plan import PLACED, Addon, Item, Plan, Session
from solver.audit import audit
from writing import profile, solve

Shipped = Callable[[str], Solved]
Mutation = Callable[[Plan, random.Random], Plan | None]

PLANS = ("fast_10k", "masters_achilles")
EACH = 15
"""mutants of each kind and plan"""


def replaced(plan: Plan, old: Session, *new: Session) -> Plan:
    return plan.with_sessions([*(session for session in plan.sessions if session is not old), *new])


def changed(session: Session, old: Item, new: Item) -> Session:
    return session.model_copy(update={"main": tuple(new if item is old else item for item in session.main)})


def free_dates(plan: Plan) -> list[dt.date]:
    return [date for date in plan.season.days if plan.on(date) is None]


def placed(plan: Plan) -> list[Addon]:
    return [addon for addon in plan.addons if addon.kind in PLACED]


def with_addon(plan: Plan, old: Addon | None, *new: Addon) -> Plan:
    return plan.with_addons([*(addon for addon in plan.addons if addon is not old), *new])


def some_item(plan: Plan, rng: random.Random) -> tuple[Session, Item]:
    session = rng.choice(plan.sessions)
    return session, rng.choice(session.main)


# ---- one change each, made by hand in one place


def another_day(plan: Plan, rng: random.Random) -> Plan:
    session = rng.choice(plan.sessions)
    return replaced(plan, session, session.model_copy(update={"date": rng.choice(free_dates(plan))}))


def another_exercise(plan: Plan, rng: random.Random) -> Plan:
    session, item = some_item(plan, rng)
    there = {other.exercise for other in session.main}
    alike = [entry.id for entry in catalogue().values() if item.style in styles_of(entry)]
    name = rng.choice([name for name in alike if name not in there])
    return replaced(plan, session, changed(session, item, item.model_copy(update={"exercise": name})))


def one_exercise_twice(plan: Plan, rng: random.Random) -> Plan:
    session, item = some_item(plan, rng)
    at = session.main.index(item)
    return replaced(plan, session, session.model_copy(update={"main": (*session.main[:at], item, *session.main[at:])}))


def one_more_set(plan: Plan, rng: random.Random) -> Plan:
    session, item = some_item(plan, rng)
    dose = item.dose.model_copy(update={"sets": item.dose.sets + 1})
    return replaced(plan, session, changed(session, item, item.model_copy(update={"dose": dose})))


def another_dose(plan: Plan, rng: random.Random) -> Plan:
    session, item = some_item(plan, rng)
    dose = item.dose.model_copy(update={"rest_s": item.dose.rest_s + rng.choice([15, 60])})
    return replaced(plan, session, changed(session, item, item.model_copy(update={"dose": dose})))


def another_place(plan: Plan, rng: random.Random) -> Plan:
    session = rng.choice(plan.sessions)
    place = rng.choice([name for name in ("home", *plan.season.profile.places, "moon") if name != session.place])
    return replaced(plan, session, session.model_copy(update={"place": place}))


def one_session_less(plan: Plan, rng: random.Random) -> Plan:
    return replaced(plan, rng.choice(plan.sessions))


def one_session_twice(plan: Plan, rng: random.Random) -> Plan:
    session = rng.choice(plan.sessions)
    return replaced(plan, session, session, session.model_copy(update={"date": rng.choice(free_dates(plan))}))


def another_letter(plan: Plan, rng: random.Random) -> Plan:
    session = rng.choice(plan.sessions)
    letter = rng.choice([letter for letter in SLOTS if letter != session.slot])
    return replaced(plan, session, session.model_copy(update={"slot": letter}))


def other_minutes(plan: Plan, rng: random.Random) -> Plan:
    session = rng.choice(plan.sessions)
    field = rng.choice(["minutes", "most_min"])
    return replaced(
        plan, session, session.model_copy(update={field: getattr(session, field) + rng.choice([-5, -1, 1, 5])})
    )


def dates_swapped(plan: Plan, rng: random.Random) -> Plan | None:
    one, other = rng.sample(plan.sessions, 2)
    if one.slot == other.slot:
        return None
    rest = [session for session in plan.sessions if session not in (one, other)]
    return plan.with_sessions(
        [*rest, one.model_copy(update={"date": other.date}), other.model_copy(update={"date": one.date})]
    )


def heavier(plan: Plan, rng: random.Random) -> Plan | None:
    session, item = some_item(plan, rng)
    harder = {"bodyweight": "moderate", "moderate": "heavy"}.get(item.style)
    if harder is None:
        return None
    return replaced(plan, session, changed(session, item, item.model_copy(update={"style": harder})))


def one_exercise_less(plan: Plan, rng: random.Random) -> Plan | None:
    session, item = some_item(plan, rng)
    main = tuple(other for other in session.main if other is not item)
    return replaced(plan, session, session.model_copy(update={"main": main})) if main else None


def another_amount(plan: Plan, rng: random.Random) -> Plan:
    session, item = some_item(plan, rng)
    assert item.today is not None
    today = item.today.model_copy(update={"sets": item.today.sets + 1})
    return replaced(plan, session, changed(session, item, item.model_copy(update={"today": today})))


def another_kind_of_addon(plan: Plan, rng: random.Random) -> Plan:
    old = rng.choice(placed(plan))
    kind = rng.choice([kind for kind in PLACED if kind != old.kind])
    return with_addon(plan, old, Addon(date=old.date, kind=kind))


def an_addon_beside_a_session(plan: Plan, rng: random.Random) -> Plan:
    old = rng.choice(placed(plan))
    return with_addon(plan, old, Addon(date=rng.choice(plan.sessions).date, kind=old.kind))


def one_addon_less(plan: Plan, rng: random.Random) -> Plan:
    return with_addon(plan, rng.choice(placed(plan)))


MUTATIONS: tuple[Mutation, ...] = (
    another_day, another_exercise, one_exercise_twice, one_exercise_less, one_more_set, another_dose, heavier,
    another_place, one_session_less, one_session_twice, another_letter, other_minutes, dates_swapped, another_amount,
    another_kind_of_addon, an_addon_beside_a_session, one_addon_less,
)  # fmt: skip


def mutants(plan: Plan, mutation: Mutation, name: str) -> Iterator[Plan]:
    rng = random.Random(f"{name} {mutation.__name__}")  # noqa: S311  # the same mutants in every run
    made = (mutation(plan, rng) for _ in range(8 * EACH))
    yield from [mutant for mutant in made if mutant is not None][:EACH]


def noticed(plan: Plan) -> bool:
    """Whether a plan breaks a wall, contradicts itself, or costs something else than was proven."""
    brief = brief_for(plan.season.profile)
    if any(faults(plan, brief)):
        return True
    report = audit(plan, brief.rules)
    return bool(report.broken) or any(report.price(tier.name) != tier.value for tier in plan.header.tiers)


def differences(plan: Plan, mutant: Plan) -> list[str]:
    """What was changed, for the message of a failure."""
    return [
        f"{session.date} {session.slot} {session.minutes}"
        for session in (*plan.sessions, *mutant.sessions)
        if (session in plan.sessions) != (session in mutant.sessions)
    ]


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_a_changed_plan_is_noticed(mutation: Mutation, name: str, shipped: Shipped) -> None:
    plan = shipped(name).plan
    made = list(mutants(plan, mutation, name))
    assert made
    escaped = [differences(plan, mutant) for mutant in made if not noticed(mutant)]
    assert escaped == []


@pytest.mark.parametrize("name", PLANS)
def test_an_unchanged_plan_is_not(name: str, shipped: Shipped) -> None:
    assert not noticed(shipped(name).plan)


# ---- changes that contradict nothing: another choice, written down as the planner would


@cache
def one_block() -> Plan:
    """A plan of a single block, so that the proof is about the whole of it."""
    outcome = solve(
        profile(
            athlete={"experience": "intermediate", "strength_weeks": 20},
            runs={"tue": "intervals 50", "thu": "easy 40", "sat": "easy 30", "sun": "long 90"},
            strength={
                "minutes": {"mon": 25, "tue": 0, "wed": 0, "thu": 0, "fri": 25, "sat": 20, "sun": 0},
                "place": {"fri": "gym"},
            },
            places={"home": {"equipment": ["loop band"]}, "gym": {"equipment": ["dumbbells"]}},
            addons={"mobility": False, "tests": False},  # they would bar other days
        )
    )
    assert isinstance(outcome, Solved)
    assert len(outcome.plan.blocks) == 1
    return outcome.plan


@cache
def with_addons() -> Plan:
    """A plan of a single block, with days on which an add-on can stand."""
    outcome = solve(
        profile(
            athlete={"experience": "beginner", "strength_weeks": 20},
            runs={"tue": "intervals 50", "wed": "easy 30", "thu": "easy 40", "sun": "long 90"},
            strength={"minutes": {"mon": 20, "tue": 0, "wed": 20, "thu": 20, "fri": 25, "sat": 20, "sun": 0}},
            places={"home": {"equipment": []}},
            addons={"prehab": True},
        )
    )
    assert isinstance(outcome, Solved)
    assert len(outcome.plan.blocks) == 1
    return outcome.plan


Chosen = list[tuple[Option, int]]


def options_of(plan: Plan) -> tuple[Option, ...]:
    """What the only block of a plan can hold."""
    return brief_for(plan.season.profile).doctrine.options_in(plan.season.blocks[0], plan.season)


def chosen_again(plan: Plan, letter: str, change: Callable[[Chosen, str], Chosen | None]) -> Plan | None:
    """The plan with another main work in all sessions of a letter; None if that changes nothing."""
    season = plan.season
    brief = brief_for(season.profile)
    options = {(option.exercise.id, option.style): option for option in options_of(plan)}
    first = next(session for session in plan.sessions if session.slot == letter)
    chosen = change([(options[item.exercise, item.style], item.dose.sets) for item in first.main], first.place)
    if not chosen:
        return None
    sides = [option.superset for option, _ in chosen]
    free = sum(option.pairs_freely for option, _ in chosen)
    pairs = min(len({item.superset for item in first.main} - {None}), sides.count("lower"), sides.count("other"), free)
    choice = Choice(letter, first.place, tuple(chosen), pairs)
    return plan.with_sessions(
        next(
            brief.doctrine.prescription.sessions_for(
                choice, season.blocks[0], [season.days[session.date]], season.profile
            )
        )
        if session.slot == letter
        else session
        for session in plan.sessions
    )


def exercise_replaced(plan: Plan, rng: random.Random) -> Plan | None:
    season = plan.season
    options = options_of(plan)

    def change(chosen: Chosen, place: str) -> Chosen:
        items = season.profile.place_named(place).items
        there = {option.exercise.id for option, _ in chosen}
        new = [one for one in options if one.exercise.id not in there and implement(one.exercise, one.style, items)]
        at = rng.randrange(len(chosen))
        return [*chosen[:at], (rng.choice(new), chosen[at][1]), *chosen[at + 1 :]]

    return chosen_again(plan, rng.choice(plan.sessions).slot, change)


def sets_changed(plan: Plan, rng: random.Random) -> Plan | None:
    def change(chosen: Chosen, place: str) -> Chosen:
        at = rng.randrange(len(chosen))
        option, sets = chosen[at]
        return [*chosen[:at], (option, 5 - sets), *chosen[at + 1 :]]

    return chosen_again(plan, rng.choice(plan.sessions).slot, change)


def exercise_dropped(plan: Plan, rng: random.Random) -> Plan | None:
    def change(chosen: Chosen, place: str) -> Chosen:
        at = rng.randrange(len(chosen))
        return [*chosen[:at], *chosen[at + 1 :]]

    return chosen_again(plan, rng.choice(plan.sessions).slot, change)


def redated(plan: Plan, rng: random.Random) -> Plan:
    """A session on another open day of its week, with the notes of that day."""
    session = rng.choice(plan.sessions)
    week = plan.season.week_at(session.date)
    day = rng.choice([day for day in week.open_days if plan.on(day.date) is None] or [plan.season.days[session.date]])
    notes = {"after": day.runs_before, "before": day.runs_after}
    return replaced(plan, session, session.model_copy(update={"date": day.date, **notes}))


REWRITES: tuple[Mutation, ...] = (exercise_replaced, sets_changed, exercise_dropped, redated, one_session_less)


@pytest.mark.parametrize("rewrite", REWRITES, ids=lambda rewrite: rewrite.__name__)
def test_no_other_choice_is_sound_and_cheaper(rewrite: Mutation) -> None:
    plan = one_block()
    brief = brief_for(plan.season.profile)
    proven = tuple(tier.value for tier in plan.header.tiers)
    for mutant in mutants(plan, rewrite, "one block"):
        assert all(not slip.breaks for slip in faults(mutant, brief)), "the rewrite contradicts nothing"
        report = audit(mutant, brief.rules)
        costs = tuple(report.price(tier) for tier in brief.doctrine.tables.tiers)
        assert report.broken or costs >= proven, differences(plan, mutant)


def addon_redated(plan: Plan, rng: random.Random) -> Plan:
    """An add-on on another day of its own."""
    old = rng.choice(placed(plan))
    taken = {addon.date for addon in placed(plan)}
    date = rng.choice([date for date in free_dates(plan) if date not in taken])
    return with_addon(plan, old, Addon(date=date, kind=old.kind))


def addon_dropped(plan: Plan, rng: random.Random) -> Plan:
    return one_addon_less(plan, rng)


def addon_added(plan: Plan, rng: random.Random) -> Plan:
    taken = {addon.date for addon in placed(plan)}
    date = rng.choice([date for date in free_dates(plan) if date not in taken])
    return with_addon(plan, None, Addon(date=date, kind=rng.choice(placed(plan)).kind))


def addons_swapped(plan: Plan, rng: random.Random) -> Plan | None:
    one, other = rng.sample(placed(plan), 2)
    if one.kind == other.kind:
        return None
    rest = [addon for addon in plan.addons if addon not in (one, other)]
    return plan.with_addons([*rest, Addon(date=one.date, kind=other.kind), Addon(date=other.date, kind=one.kind)])


BESIDE: tuple[Mutation, ...] = (addon_redated, addon_dropped, addon_added, addons_swapped)


@pytest.mark.parametrize("rewrite", BESIDE, ids=lambda rewrite: rewrite.__name__)
def test_with_the_sessions_calendar_given_no_other_days_for_add_ons_are_sound_and_cheaper(rewrite: Mutation) -> None:
    plan = with_addons()
    brief = brief_for(plan.season.profile)
    proven = {tier.name: tier.value for tier in plan.header.tiers}
    made = list(mutants(plan, rewrite, "add-ons"))
    assert made
    for mutant in made:
        assert all(not slip.breaks for slip in faults(mutant, brief)), "the rewrite contradicts nothing"
        report = audit(mutant, brief.rules)
        costs = {tier: report.price(tier) for tier in proven}
        assert {**costs, "addons": 0} == {**proven, "addons": 0}, "add-ons cost nothing elsewhere"
        assert report.broken or costs["addons"] >= proven["addons"], [addon.date for addon in placed(mutant)]
