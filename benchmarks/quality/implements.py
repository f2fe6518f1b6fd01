"""Measures of implements: whether what is called heavy is, and what is printed can be done with what is there."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.quality.case import Asked, Case, item_case
from benchmarks.quality.estimates import hands, known_best, total_kg
from benchmarks.quality.kinds import BANDS, BODYWEIGHT, FREE_WEIGHTS, catalogue
from benchmarks.quality.read import Plan
from benchmarks.quality.values import Item


def heavy_is_heavy(plan: Plan, asked: Asked) -> Iterator[Case]:
    for session in plan.sessions:
        for item in session.items:
            if item.style != "heavy" or item.rest_s <= asked["rest_s"]:
                continue
            kg, best = item.load_kg or plan.place(session.place).top_kg(item.load), known_best(plan, item)
            if kg is None:
                continue
            total = total_kg(plan, item, kg)
            if best is not None:
                share = total / best
                kept = share >= asked["share_of_best"]
                yield item_case(
                    kept, session, item, f"{item.said}, {share:.0%} of 1RM", f"{asked['share_of_best']:.0%}"
                )
            elif (least := _heavy_from(plan, item, asked)) is not None:
                moved = kg * hands(item)
                yield item_case(moved >= least, session, item, f"{item.said}, {moved:g} kg in all", f"{least:.0f} kg")


def light_loads_get_reps(plan: Plan, asked: Asked) -> Iterator[Case]:
    low, most = asked["reps"]
    for session, item in plan.training():
        top, least, best = (
            plan.place(session.place).top_kg(item.load),
            _heavy_from(plan, item, asked),
            known_best(plan, item),
        )
        if item.load not in FREE_WEIGHTS or top is None or least is None or item.reps is None:
            continue
        heavy = total_kg(plan, item, top) >= asked["share_of_best"] * best if best else top * hands(item) >= least
        if not heavy:
            reps = item.reps // 2 if catalogue()[item.exercise].alternating else item.reps
            kept = low <= reps <= most and item.rest_s <= asked["rest_s"]
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


def _heavy_from(plan: Plan, item: Item, asked: Asked) -> float | None:
    """The mass from which a lift can be called heavy, for the runner's own mass or that of an average one."""
    shares = [share for kind, share in asked["heavy_from"].items() if kind in item.kinds]
    return max(shares) * (plan.body_kg or asked["body_kg"]) if shares else None
