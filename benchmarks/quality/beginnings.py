"""Measures of how work begins: introductions, first doses, and skills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.quality.case import Asked, Case, item_case
from benchmarks.quality.kinds import BODYWEIGHT, Ladder, ladders, ladders_with
from benchmarks.quality.read import Plan
from benchmarks.quality.values import Item, Session


def introduction_comes_first(plan: Plan, asked: Asked) -> Iterator[Case]:
    main_before = False
    for block in plan.blocks:
        if block.stage == "introduction":
            found = "after a main block" if main_before else "first"
            yield Case(not main_before, block.first, f"introduction, block {block.number}", found, "before main blocks")
        else:
            main_before = True


def bodyweight_begins_at_ten(plan: Plan, asked: Asked) -> Iterator[Case]:
    for session in plan.sessions:
        for item in session.items:
            if "two legs" in item.kinds and item.load == BODYWEIGHT and item.reps is not None:
                yield item_case(item.reps >= asked["reps"], session, item, item.said, f"{asked['reps']} reps or more")


def beginners_start_easy(plan: Plan, asked: Asked) -> Iterator[Case]:
    if plan.experience == "beginner":
        for session, item, held in _first_times(plan):
            if plan.block(session).stage == "introduction":
                yield from _rung_cases(plan, session, item, held, ladders(), {})


def skills_are_earned(plan: Plan, asked: Asked) -> Iterator[Case]:
    """A rung needs the one below it in an earlier block, from the rung on that is not free to all but beginners."""
    if plan.experience == "advanced":
        return
    known = [ladder for ladder in ladders() if ladder.name in asked["free_rungs"]]
    free = {} if plan.experience == "beginner" else asked["free_rungs"]
    stated = plan.most_reps
    able = {name for name, reps in stated.items() if reps >= asked["stated_reps"]}
    for session, item, _ in _first_times(plan):
        if item.exercise not in stated:
            held = [name for one in plan.sessions if one.block < session.block for name in _names(one)]
            yield from _rung_cases(plan, session, item, [*held, *able], known, free)


def nordics_for_the_advanced(plan: Plan, asked: Asked) -> Iterator[Case]:
    low, most = asked["reps"]
    for session in plan.sessions:
        for item in session.items:
            if "nordic" in item.kinds and item.reps is not None:
                kept = plan.experience == "advanced" and low <= item.reps <= most
                found = f"{item.said} for one who is {plan.experience}"
                yield item_case(kept, session, item, found, f"advanced, {low}-{most} reps")


def _first_times(plan: Plan) -> Iterator[tuple[Session, Item, list[str]]]:
    """Each exercise where it stands first, with the exercises held before it or in the same session."""
    held: set[str] = set()
    for session in plan.sessions:
        now = _names(session)
        for item in session.items:
            if item.exercise not in held:
                yield session, item, [*held, *(name for name in now if name != item.exercise)]
        held.update(now)


def _rung_cases(
    plan: Plan, session: Session, item: Item, held: Sequence[str], among: Sequence[Ladder], free: dict[str, int]
) -> Iterator[Case]:
    """A case for each ladder on which the item stands above an easier rung that the place allows."""
    for ladder, at in ladders_with(item.exercise):
        below = [name for rung in ladder.rungs[:at] for name in rung if plan.can(name, session.place)]
        if ladder in among and below and at >= free.get(ladder.name, 0):
            tried = any((rung := ladder.rung(name)) is not None and rung >= at - 1 for name in held)
            found = "an easier rung held before" if tried else "no easier rung held before"
            yield item_case(tried, session, item, found, f"{' or '.join(ladder.rungs[at - 1])} first")


def _names(session: Session) -> list[str]:
    return [item.exercise for item in session.items]
