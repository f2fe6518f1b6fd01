"""Measures of loads: whether they meet the runner, rise, and are what they are called."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from benchmarks.quality.case import Asked, Case, item_case
from benchmarks.quality.kinds import BANDS, BODYWEIGHT, FREE_WEIGHTS, body_lifted, catalogue, ladders_with, step_kg
from benchmarks.quality.read import Item, Plan, Session

EPLEY: Final = 30
"""A set of r reps to failure is the one-rep maximum / (1 + r / 30) (Epley, 1985)."""
LIFT: Final = re.compile(r"(?P<kg>[\d.]+)(\s*x\s*(?P<reps>\d+)(\s*@\s*(?P<left>\d+))?)?")


def loads_meet_the_runner(plan: Plan, asked: Asked) -> Iterator[Case]:
    for session, item in plan.training():
        best = known_best(plan, item)
        if best is None or item.load_kg is None or item.reps is None or item.reserve is None:
            continue
        if session.phase not in asked["phases"]:
            continue
        low, slack = item.reserve[0], asked["slack"]
        weeks = (session.date - plan.first).days // 7
        left = _left(plan, item, item.load_kg, best)
        gained = min(asked["gain_percent_a_week"][plan.experience] * weeks, asked["most_gain_percent"])
        grown = _left(plan, item, item.load_kg, best * (1 + gained / 100))
        next_up = _left(plan, item, item.load_kg + step_kg(item.load), best)
        light_enough = grown >= low - slack
        heavy_enough = left <= low + asked["above"] + slack or next_up < low
        found = f"{item.said} leaves {left:.1f} reps"
        yield item_case(light_enough and heavy_enough, session, item, found, f"{low} to {low + asked['above']} left")


def season_reaches_the_lift(plan: Plan, asked: Asked) -> Iterator[Case]:
    best_planned: dict[str, list[float]] = defaultdict(list)
    given: dict[str, float] = {}
    for session in plan.sessions:
        for item in session.items:
            best = known_best(plan, item)
            if best is not None and item.load_kg is not None and item.reps is not None and item.reserve is not None:
                total = _total_kg(plan, item, item.load_kg)
                best_planned[item.exercise].append(total * (1 + (item.reps + item.reserve[0]) / EPLEY))
                given[item.exercise] = best
    for exercise, estimates in best_planned.items():
        if len(estimates) >= asked["sessions"]:
            top, best = max(estimates), given[exercise]
            found = f"best planned estimate {top:.0f} kg over {len(estimates)} sessions"
            yield Case(
                top >= best * (1 - asked["short_percent"] / 100), None, exercise, found, f"{best:.0f} kg as given"
            )


def work_moves_on(plan: Plan, asked: Asked) -> Iterator[Case]:
    before: dict[tuple[str, str], tuple[tuple[object, ...], int]] = {}
    for session, item in plan.training():
        if item.style in asked["styles_left_out"]:
            continue
        key, dose = (item.exercise, session.place), (item.reps, item.seconds, item.load, item.load_kg)
        same, count = before.get(key, (None, 0))
        count = count + 1 if dose == same and item.change != "more_load" else 1
        before[key] = (dose, count)
        still = count > asked["sessions"] and _harder_exists(plan, session, item, asked)
        yield item_case(
            not still, session, item, f"{item.said} for the {count}. session", f"at most {asked['sessions']}"
        )


def race_phase_keeps_the_load(plan: Plan, asked: Asked) -> Iterator[Case]:
    built: dict[str, Item] = {}
    for session in plan.sessions:
        for item in session.items:
            if item.load_kg is None or not item.kinds & {"main lift"}:
                continue
            if session.phase == "build" and plan.block(session).stage == "main":
                built[item.exercise] = item
            known = built.get(item.exercise)
            if session.phase == "race" and known is not None and known.load == item.load and known.load_kg is not None:
                kept = item.load_kg >= asked["share_of_load"] * known.load_kg and item.sets <= known.sets
                yield item_case(kept, session, item, item.said, f"the load of the build, {known.said}, not more sets")


def lifts_carry_on(plan: Plan, asked: Asked) -> Iterator[Case]:
    """From one main training block to the next one that holds the lift; a race between them begins anew."""
    last: dict[tuple[str, str], tuple[int, float, str]] = {}
    for session in plan.sessions:
        block = plan.block(session)
        if block.phase in ("race", "taper", "race_week"):
            last.clear()
        for item in session.items if block.trains else ():
            if item.load_kg is None or item.reps is None or "main lift" not in item.kinds:
                continue
            estimate = _total_kg(plan, item, item.load_kg) * (1 + (item.reps + (item.reserve or (0,))[0]) / EPLEY)
            before = last.get((item.exercise, item.load))
            if before is not None and before[0] != block.number:
                kept = estimate >= asked["share"] * before[1]
                yield item_case(kept, session, item, item.said, f"no restart after {before[2]} in block {before[0]}")
            last[item.exercise, item.load] = block.number, estimate, item.said


def heavy_is_heavy(plan: Plan, asked: Asked) -> Iterator[Case]:
    for session in plan.sessions:
        for item in session.items:
            if item.style != "heavy" or item.rest_s <= asked["rest_s"]:
                continue
            kg, best = item.load_kg or plan.place(session.place).top_kg(item.load), known_best(plan, item)
            if kg is None:
                continue
            total = _total_kg(plan, item, kg)
            if best is not None:
                share = total / best
                kept = share >= asked["share_of_best"]
                yield item_case(
                    kept, session, item, f"{item.said}, {share:.0%} of 1RM", f"{asked['share_of_best']:.0%}"
                )
            elif (least := _heavy_from(plan, item, asked)) is not None:
                moved = kg * _hands(item)
                yield item_case(moved >= least, session, item, f"{item.said}, {moved:g} kg in all", f"{least:.0f} kg")


def light_loads_get_reps(plan: Plan, asked: Asked) -> Iterator[Case]:
    low, most = asked["reps"]
    for session, item in plan.training():
        top, least = plan.place(session.place).top_kg(item.load), _heavy_from(plan, item, asked)
        if item.load not in FREE_WEIGHTS or top is None or least is None or item.reps is None:
            continue
        if top * _hands(item) < least:
            kept = low <= item.reps <= most and item.rest_s <= asked["rest_s"]
            found = f"{item.said}, {item.rest_s} s rest"
            yield item_case(kept, session, item, found, f"{low}-{most} reps, {asked['rest_s']} s rest at most")


def presses_are_chosen(plan: Plan, asked: Asked) -> Iterator[Case]:
    known = any(exercise in plan.profile.get("lifts", {}) for exercise in asked["exercises"])
    for session in plan.sessions:
        for item in session.items:
            if item.exercise in asked["exercises"] and item.loaded and not known:
                yield item_case(item.load_kg is None, session, item, item.said, "how to choose it, without kilograms")


def more_load_exists(plan: Plan, asked: Asked) -> Iterator[Case]:
    for session in plan.sessions:
        for item in session.items:
            if item.change != "more_load":
                continue
            top = plan.place(session.place).top_kg(item.load)
            bands = len(plan.place(session.place).items.get(item.load, ()))
            nothing = item.load == BODYWEIGHT or (item.load in BANDS and bands < 2)
            beyond = top is not None and (item.load_kg or 0) > top
            yield item_case(not (nothing or beyond), session, item, f"more load than {item.load} has", "a heavier load")


def one_bell_means_a_side(plan: Plan, asked: Asked) -> Iterator[Case]:
    for session in plan.sessions:
        for item in session.items:
            masses = plan.place(session.place).items.get("kettlebell", ())
            if item.load == "kettlebell" and item.kinds & set(asked["kinds"]) and len(masses) == 1:
                yield item_case(item.each_side, session, item, item.said, "reps a side")


def known_best(plan: Plan, item: Item) -> float | None:
    """The estimated 1RM of what is moved, if the profile gives a comparable lift, with body mass where it is lifted.

    A lift is taken to be done with the first implement that the catalogue names for it.
    """
    match = LIFT.fullmatch(str(plan.profile.get("lifts", {}).get(item.exercise, "")).strip())
    loads = catalogue()[item.exercise].loads if item.exercise in catalogue() else ()
    if match is None or item.load != next(iter(loads), None):
        return None
    if body_lifted(item.exercise) and plan.body_kg is None:
        return None
    reps = int(match["reps"] or 1) + int(match["left"] or 0)
    return _total_kg(plan, item, float(match["kg"])) * (1 if reps == 1 else 1 + reps / EPLEY)


def _total_kg(plan: Plan, item: Item, kg: float) -> float:
    share = body_lifted(item.exercise)
    return share * (plan.body_kg or 0) + kg * _hands(item) if share else kg


def _hands(item: Item) -> int:
    """Kilograms of dumbbells are those of one hand; a goblet squat holds one in both."""
    return 2 if item.load == "dumbbells" and item.exercise != "goblet_squat" else 1


def _left(plan: Plan, item: Item, kg: float, best: float) -> float:
    """Reps that are left after the set, by Epley."""
    return EPLEY * (best / _total_kg(plan, item, kg) - 1) - (item.reps or 0)


def _heavy_from(plan: Plan, item: Item, asked: Asked) -> float | None:
    """The mass from which a lift can be called heavy, for the runner's own mass or that of an average one."""
    shares = [share for kind, share in asked["heavy_from"].items() if kind in item.kinds]
    return max(shares) * (plan.body_kg or asked["body_kg"]) if shares else None


def _harder_exists(plan: Plan, session: Session, item: Item, asked: Asked) -> bool:
    """Whether more reps, more time, more load or a harder exercise is to be had at that place."""
    if (item.reps is not None and item.reps < asked["most_reps"] and not item.load_kg) or (
        item.seconds is not None and item.seconds < asked["most_seconds"]
    ):
        return True
    top = plan.place(session.place).top_kg(item.load)
    if item.load_kg and (top is None or item.load_kg < top or (item.reps or 0) < asked["most_reps"]):
        return True
    return any(
        plan.can(exercise, session.place)
        for ladder, at in ladders_with(item.exercise)
        for rung in ladder.rungs[at + 1 :]
        for exercise in rung
    )
