"""Measures of what surrounds races."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.quality.case import Asked, Case, item_case, lacks
from benchmarks.quality.estimates import EPLEY
from benchmarks.quality.read import Plan
from benchmarks.quality.values import TRAINING, Item, Race, Session


def nothing_new_before_races(plan: Plan, asked: Asked) -> Iterator[Case]:
    held: set[str] = set()
    for session in plan.sessions:
        if race := _race_within(plan, session, asked["days"]):
            for item in session.items:
                found = "held before" if item.exercise in held else f"new, before {race.name} on {race.date}"
                asks = f"nothing new within {asked['days']} days of a race"
                yield item_case(item.exercise in held, session, item, found, asks)
        held |= {item.exercise for item in session.items}


def no_peak_before_races(plan: Plan, asked: Asked) -> Iterator[Case]:
    best: dict[tuple[int, str, str], float] = {}
    for session in plan.sessions:
        race = _race_within(plan, session, asked["days"])
        for item in session.items:
            estimate = _estimate(item)
            if estimate is None or "main lift" not in item.kinds:
                continue
            key = session.block, item.exercise, item.load
            before = best.get(key, 0.0)
            if race and before:
                asks = "no more than earlier in the block"
                yield item_case(estimate <= before, session, item, f"{item.said}, before {race.name}", asks)
            best[key] = max(before, estimate)


def b_race_weeks_ease(plan: Plan, asked: Asked) -> Iterator[Case]:
    held: dict[tuple[str, str, str], list[Item]] = {}
    for session in plan.sessions:
        race = _race_within(plan, session, asked["days"])
        if race is None:
            for item in session.items:
                held.setdefault(_key(item), []).append(item)
        elif race.priority == "B":
            known = [(item, held[_key(item)][-1]) for item in session.items if len(held.get(_key(item), ())) > 1]
            now, before = (sum(_work_s(pair[at], asked) for pair in known) for at in (0, 1))
            heavier = [item.exercise for item, last in known if (item.load_kg or 0) > (last.load_kg or 0)]
            if known:
                found = f"{now} s of work after {before} s, heavier: {', '.join(heavier) or 'none'}"
                kept = now < before and not heavier
                yield Case(
                    kept, session.date, f"session {session.slot}, before {race.name}", found, "less, and no load"
                )


def light_weeks_hold_their_three(plan: Plan, asked: Asked) -> Iterator[Case]:
    for session in plan.sessions:
        if session.phase in asked["phases"]:
            missing = [name for name, kinds in asked["parts"].items() if not session.holds(*kinds)]
            found = f"no {' and no '.join(missing)}" if missing else "all three"
            yield Case(not missing, session.date, f"{session.phase} session", found, " + ".join(asked["parts"]))


def light_weeks_spare_the_arms(plan: Plan, asked: Asked) -> Iterator[Case]:
    for session in plan.sessions:
        if session.phase in asked["phases"]:
            arms = [item.exercise for item in session.items if item.kinds & set(asked["kinds"])]
            kept, found = not arms, ", ".join(arms) or lacks(there=False)
            yield Case(kept, session.date, f"{session.phase} session", found, "no upper-body strength work")


def power_is_for_the_legs(plan: Plan, asked: Asked) -> Iterator[Case]:
    for session in plan.sessions:
        for item in session.items:
            if item.style == "power" or item.kinds & {"upper power"}:
                yield item_case("leg power" in item.kinds, session, item, item.said, "jump, hop, bound, swing or throw")


def explosive_work_is_fast(plan: Plan, asked: Asked) -> Iterator[Case]:
    for session in plan.sessions:
        for item in session.items:
            if item.kinds & {"leg power"}:
                slow = item.tempo is not None and max(item.tempo) > asked["seconds"]
                found = f"tempo {'-'.join(map(str, item.tempo or ()))}" if slow else "fast"
                yield item_case(not slow, session, item, found, "no slow tempo")


def run_in_fits_the_distance(plan: Plan, asked: Asked) -> Iterator[Case]:
    """Days of race phase, taper and race week in a row before an A race."""
    for race in (race for race in plan.races if race.priority == "A"):
        first = race.date
        for block in reversed([block for block in plan.blocks if block.first <= race.date]):
            if block.phase not in ("race", "taper", "race_week"):
                break
            first = block.first
        days = (race.date - first).days + 1
        most = next(row["days"] for row in asked["most"] if race.km <= row["km"])
        if any(block.phase in TRAINING and block.first < first for block in plan.blocks):
            yield Case(days <= most, race.date, f"{race.name}, {race.km:g} km", f"{days} days", f"{most} at most")


def _race_within(plan: Plan, session: Session, days: int) -> Race | None:
    return next((race for race in plan.goals if 0 < (race.date - session.date).days <= days), None)


def _key(item: Item) -> tuple[str, str, str]:
    return item.exercise, item.style, item.load


def _work_s(item: Item, asked: Asked) -> int:
    """Seconds of work in all sets."""
    each_s = item.seconds or (item.reps or 0) * (sum(item.tempo) if item.tempo else asked["rep_s"])
    return item.sets * int(each_s)


def _estimate(item: Item) -> float | None:
    """What the load and the reps amount to, by Epley."""
    return item.load_kg * (1 + item.reps / EPLEY) if item.load_kg and item.reps else None
