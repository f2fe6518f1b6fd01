"""Measures of loads: whether they meet the runner, and rise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from benchmarks.quality.case import Asked, Case, item_case
from benchmarks.quality.estimates import EPLEY, known_best, reps_left, total_kg
from benchmarks.quality.kinds import catalogue, ladders_with, step_kg
from benchmarks.quality.read import Plan
from benchmarks.quality.values import Item, Session


def loads_meet_the_runner(plan: Plan, asked: Asked) -> Iterator[Case]:
    for session, item in plan.training():
        best = known_best(plan, item)
        if best is None or item.load_kg is None or item.reps is None or item.reserve is None:
            continue
        if session.phase not in asked["phases"] or _eased_on_purpose(plan, session, asked):
            continue
        low, slack = item.reserve[0], asked["slack"]
        weeks = (session.date - plan.first).days // 7
        left = reps_left(plan, item, item.load_kg, best)
        gained = min(asked["gain_percent_a_week"][plan.experience] * weeks, asked["most_gain_percent"])
        grown = reps_left(plan, item, item.load_kg, best * (1 + gained / 100))
        next_up = reps_left(plan, item, item.load_kg + step_kg(item.load), best)
        used_up = _heaviest(plan, session, item) and (item.reps >= asked["light_reps"] or _slow(item, asked))
        light_enough = grown >= low - slack
        heavy_enough = left <= low + asked["above"] + slack or next_up < low or used_up
        found = f"{item.said} leaves {left:.1f} reps"
        yield item_case(light_enough and heavy_enough, session, item, found, f"{low} to {low + asked['above']} left")


def season_reaches_the_lift(plan: Plan, asked: Asked) -> Iterator[Case]:
    best_planned: dict[str, list[float]] = defaultdict(list)
    given: dict[str, float] = {}
    possible: dict[str, float] = defaultdict(float)
    for session in plan.sessions:
        for item in session.items:
            best, top = known_best(plan, item), plan.place(session.place).top_kg(item.load)
            if best is not None and item.load_kg is not None and item.reps is not None and item.reserve is not None:
                left = item.reserve[0]
                best_planned[item.exercise].append(_estimated(plan, item, item.load_kg, item.reps + left))
                given[item.exercise] = best
                most = float("inf") if top is None else _estimated(plan, item, top, asked["most_reps"] + left)
                possible[item.exercise] = max(possible[item.exercise], most)
    for exercise, estimates in best_planned.items():
        if len(estimates) >= asked["sessions"] and possible[exercise] >= given[exercise]:
            top, best = max(estimates), given[exercise]
            found = f"best planned estimate {top:.0f} kg over {len(estimates)} sessions"
            yield Case(
                top >= best * (1 - asked["short_percent"] / 100), None, exercise, found, f"{best:.0f} kg as given"
            )


def _estimated(plan: Plan, item: Item, kg: float, reps: float) -> float:
    """The 1RM that a load with so many reps to failure comes to."""
    return total_kg(plan, item, kg) * (1 + reps / EPLEY)


def _heaviest(plan: Plan, session: Session, item: Item) -> bool:
    top = plan.place(session.place).top_kg(item.load)
    return top is not None and item.load_kg is not None and item.load_kg >= top


def _slow(item: Item, asked: Asked) -> bool:
    return item.tempo is not None and sum(item.tempo) >= asked["slow_rep_s"]


def work_moves_on(plan: Plan, asked: Asked) -> Iterator[Case]:
    before: dict[tuple[str, str], tuple[tuple[object, ...], int, int]] = {}
    for session, item in plan.training():
        if item.style in asked["styles_left_out"]:
            continue
        key = item.exercise, session.place
        dose = item.sets, item.reps, item.seconds, item.load, item.load_kg, item.tempo
        same, count, since = before.get(key, (None, 0, 0))
        if dose != same or item.change == "more_load":
            count, since = 0, session.block
        before[key] = (dose, count + 1, since)
        harder = _more_to_be_had(plan, session, item, asked) or (
            since < session.block and _rung_above(plan, session, item)
        )
        still = count >= asked["sessions"] and harder
        found = f"{item.said} for the {count + 1}. session"
        yield item_case(not still, session, item, found, f"at most {asked['sessions']}")


def race_phase_keeps_the_load(plan: Plan, asked: Asked) -> Iterator[Case]:
    built: dict[str, Item] = {}
    for session in plan.sessions:
        for item in session.items if not _eased_on_purpose(plan, session, asked) else ():
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
    last: dict[tuple[str, str], tuple[Session, Item]] = {}
    for session in plan.sessions:
        block = plan.block(session)
        if block.phase in ("race", "taper", "race_week"):
            last.clear()
        for item in session.items if block.trains and not _eased_on_purpose(plan, session, asked) else ():
            if item.load_kg is None or item.reps is None or "main lift" not in item.kinds:
                continue
            done, before = last.get((item.exercise, item.load), (session, item))
            if done.block != block.number:
                eased = (session.date - done.date).days >= 7 * asked["break_weeks"] or _slower(item, before)
                share = asked["share_eased"] if eased else asked["share"]
                kept = _carried(plan, item, before) >= share * _carried(plan, before, before)
                yield item_case(kept, session, item, item.said, f"no restart after {before.said} in block {done.block}")
            last[item.exercise, item.load] = session, item


def _eased_on_purpose(plan: Plan, session: Session, asked: Asked) -> bool:
    """Whether its week is cut back, or a race is near."""
    cut = any(week.cut_back and week.first <= session.date <= week.last for week in plan.weeks)
    days = {"A": asked["race_days"], "B": asked["race_days"], "C": asked["c_race_days"]}
    return cut or any(0 < (race.date - session.date).days <= days[race.priority] for race in plan.races)


def _slower(item: Item, before: Item) -> bool:
    return item.tempo is not None and before.tempo is not None and sum(item.tempo) > sum(before.tempo)


def _carried(plan: Plan, item: Item, before: Item) -> float:
    """The 1RM by Epley; at another tempo than before, reps count by their seconds."""
    slower = sum(item.tempo) / sum(before.tempo) if item.tempo and before.tempo else 1.0
    reps = (item.reps or 0) * slower + (item.reserve or (0,))[0]
    return _estimated(plan, item, item.load_kg or 0.0, reps)


def _more_to_be_had(plan: Plan, session: Session, item: Item, asked: Asked) -> bool:
    """Whether more load is there, or more reps or time are left and the day has the minutes for them."""
    top = plan.place(session.place).top_kg(item.load)
    if item.load_kg and (top is None or item.load_kg < top):
        return True
    if item.reps is None:
        most, step_s = min(asked["most_seconds"], _most_s(item)), asked["step_s"]
    else:
        most, step_s = asked["most_reps"], sum(item.tempo) if item.tempo else asked["rep_s"]
    both = item.each_side or catalogue()[item.exercise].alternating
    work_s = item.sets * step_s * (2 if both else 1)
    free_s = 60 * (plan.free_min(session.date) - session.minutes)
    return bool((item.reps or item.seconds or 0) < most and work_s <= free_s)


def _rung_above(plan: Plan, session: Session, item: Item) -> bool:
    """Whether a harder exercise of its ladder can be done there."""
    return any(
        plan.can(exercise, session.place)
        for ladder, at in ladders_with(item.exercise)
        for rung in ladder.rungs[at + 1 :]
        for exercise in rung
    )


def _most_s(item: Item) -> float:
    """What the guides ask of the advanced: a braced plank is not held longer, but replaced by a harder form."""
    return catalogue()[item.exercise].most_s or 0
