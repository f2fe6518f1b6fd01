"""Measures of calf work."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.quality.case import Asked, Case, item_case, lacks
from benchmarks.quality.kinds import Ladder, ladders_with
from benchmarks.quality.read import DAY, Plan
from benchmarks.quality.room import near_weeks
from benchmarks.quality.values import TRAINING, Item, Session, Week

WEIGHTS = frozenset({"dumbbells", "kettlebell", "barbell", "plate", "weight vest", "machines"})


def calves_on_one_leg(plan: Plan, asked: Asked) -> Iterator[Case]:
    """Where a week has one session, the week before and the week after count too."""
    for week in _weeks(plan):
        if _open(plan, week, asked["minutes"]):
            held = any(_single(item) for near in near_weeks(plan, week) for item in _raises(near))
            yield Case(held, week.first, f"week {week.number}", _said(week), "a raise on one leg")


def calves_are_loaded(plan: Plan, asked: Asked) -> Iterator[Case]:
    for week in _weeks(plan):
        places = {session.place for session in _open(plan, week, asked["minutes"])}
        if any(WEIGHTS & set(plan.place(place).items) for place in places):
            held = any(_single(item) and item.load in WEIGHTS for item in _raises(week))
            yield Case(held, week.first, f"week {week.number}", _said(week), "a raise on one leg with a weight")


def calves_with_both_knees(plan: Plan, asked: Asked) -> Iterator[Case]:
    for week in _weeks(plan):
        if len(_open(plan, week, asked["minutes"])) >= asked["sessions"]:
            kinds = {kind for item in _raises(week) for kind in item.kinds}
            kept = {"straight knee", "bent knee"} <= kinds
            yield Case(kept, week.first, f"week {week.number}", _said(week), "raises with straight and with bent knee")


def calves_in_the_race_phase(plan: Plan, asked: Asked) -> Iterator[Case]:
    for week in plan.weeks:
        if week.block.phase == "race" and not _races(plan, week) and _open(plan, week, asked["minutes"]):
            yield Case(bool(_raises(week)), week.first, f"week {week.number}", _said(week), "a raise that moves")


def calves_never_ease(plan: Plan, asked: Asked) -> Iterator[Case]:
    highest: dict[str, int] = {}
    for session in plan.sessions:
        if session.phase not in {*TRAINING, "race"}:
            continue
        for item in session.items:
            for ladder, at in ladders_with(item.exercise):
                if ladder.name in asked["ladders"]:
                    top = highest.get(ladder.name, at)
                    least = _hardest_there(plan, session, ladder, top)
                    asks = f"no easier than {ladder.rungs[least][0]}, as before, where its place allows it"
                    yield item_case(at >= least, session, item, item.said, asks)
                    highest[ladder.name] = max(top, at)


def achilles_progresses(plan: Plan, asked: Asked) -> Iterator[Case]:
    """By weeks since the first day: a hold first, then one leg or a slow lowering, then a load."""
    if "achilles" not in plan.current:
        return
    for week in plan.weeks:
        if not week.sessions or week.block.phase not in {*TRAINING, "race"}:
            continue
        raises = _raises(week)
        hold = any(item.kinds & {"calf hold"} for session in week.sessions for item in session.items)
        stages = (
            (asked["loaded_from"], any(_single(item) and item.load in WEIGHTS for item in raises), "with a weight"),
            (asked["one_leg_from"], any(map(_single, raises)), "a raise on one leg, or a heel drop"),
            (1, hold, "a calf hold"),
        )
        there = any(WEIGHTS & set(plan.place(session.place).items) for session in week.sessions)
        weeks = round((week.first - plan.first).days / 7) + 1  # one cut short counts where most of it is left
        _, kept, asks = next(stage for at, stage in enumerate(stages) if weeks >= stage[0] and (at or there))
        yield Case(kept, week.first, f"week {week.number}", _said(week), asks)


def _hardest_there(plan: Plan, session: Session, ladder: Ladder, top: int) -> int:
    """The hardest rung up to `top` that the session's place allows."""
    possible = [any(plan.can(name, session.place) for name in rung) for rung in ladder.rungs[: top + 1]]
    return max((at for at, can in enumerate(possible) if can), default=0)


def _weeks(plan: Plan) -> Iterator[Week]:
    """Training weeks of runners who are no beginners and have no sore calf."""
    if plan.experience != "beginner" and not plan.current & {"achilles", "plantar"}:
        yield from (week for week in plan.weeks if week.trains and not _races(plan, week))


def _races(plan: Plan, week: Week) -> bool:
    """Whether an A or B race is in the week, whose last days hold no leg work."""
    return any(week.first <= race.date <= week.last for race in plan.goals)


def _open(plan: Plan, week: Week, minutes: int) -> list[Session]:
    """The week's sessions whose letter stands on days with time for leg work, and with no key run on the next day.

    A letter has one content in a block, which each of its days has to allow.
    """
    return [one for one in week.sessions if not any(_closed(plan, mate, minutes) for mate in _mates(plan, one))]


def _mates(plan: Plan, session: Session) -> Iterator[Session]:
    return (one for one in plan.sessions if (one.block, one.slot) == (session.block, session.slot))


def _closed(plan: Plan, session: Session, minutes: int) -> bool:
    """Whether the day is short, or the next one has a hard run, a long run or a race."""
    next_day = session.date + DAY
    key = plan.hard_run(next_day) or plan.long_run(next_day) or plan.race_on(next_day)
    return key or max(session.minutes, plan.free_min(session.date)) < minutes


def _raises(week: Week) -> list[Item]:
    return [item for session in week.sessions for item in session.items if "plantarflexion" in item.kinds]


def _single(item: Item) -> bool:
    return {"plantarflexion", "single leg"} <= item.kinds


def _said(week: Week) -> str:
    return ", ".join(sorted({item.exercise for item in _raises(week)})) or lacks(there=False)
