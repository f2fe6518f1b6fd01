"""Measures of the parts of a session: minutes, warm-up, pairs and rests; and of add-ons."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import groupby

from benchmarks.quality.case import Asked, Case, item_case
from benchmarks.quality.kinds import kinds_of, of_kind
from benchmarks.quality.read import DAY, Plan
from benchmarks.quality.values import TRAINING, Drill, Item, Session


def minutes_are_true(plan: Plan, asked: Asked) -> Iterator[Case]:
    for session in plan.sessions:
        own = (_drills_s(session.warm_up, asked) + _drills_s(session.cooldown, asked) + _main_s(session, asked)) / 60
        kept = abs(own - session.minutes) <= asked["within"]
        found = f"printed {session.minutes}, the sum is {own:.0f} min"
        yield Case(kept, session.date, f"session {session.slot}", found, f"within {asked['within']} min")


def short_sessions_are_real(plan: Plan, asked: Asked) -> Iterator[Case]:
    for week in plan.weeks:
        for session in week.sessions if week.trains else ():
            if session.minutes < asked["minutes"]:
                legs, count = session.holds(*asked["legs"]), len(session.items)
                spared = any(plan.key_day(one.date + DAY) for one in plan.sessions if _alike(one, session))
                found = f"{count} exercises{'' if legs else ', none for the legs'}, in {session.minutes} min"
                kept = (legs or spared) and count >= asked["exercises"]
                least = f"{asked['exercises']} or more{'' if spared else ', one for the legs'}"
                yield Case(kept, session.date, f"session {session.slot}", found, least)


def _alike(one: Session, other: Session) -> bool:
    """Whether they are a letter of a block, which has one content on all its days."""
    return (one.block, one.slot) == (other.block, other.slot)


def beginners_get_work(plan: Plan, asked: Asked) -> Iterator[Case]:
    if plan.experience == "beginner":
        for session in plan.sessions:
            if plan.block(session).stage == "introduction":
                work_min = sum(item.sets * _set_s(item, asked) for item in session.items) / 60
                main_min = session.minutes - asked["parts_min"]
                found, least = f"{work_min:.1f} min of work in {main_min}", asked["share"] * main_min
                yield Case(work_min >= least, session.date, f"session {session.slot}", found, f"{least:.1f} min")


def warm_up_fits_the_legs(plan: Plan, asked: Asked) -> Iterator[Case]:
    for session in plan.sessions:
        if session.holds(*asked["legs"]):
            there = {kind for drill in session.warm_up for kind in kinds_of(drill.exercise)}
            done = {item.exercise for item in session.items}
            missing = [
                kind
                for kind in asked["drills"]
                if kind not in there and any(plan.can(one, session.place) for one in set(of_kind([kind])) - done)
            ]
            found = f"no {' and no '.join(missing)}" if missing else "both"
            yield Case(not missing, session.date, f"warm-up of {session.slot}", found, " + ".join(asked["drills"]))


def warm_up_is_short_after_runs(plan: Plan, asked: Asked) -> Iterator[Case]:
    for session in plan.sessions:
        if session.after and not any(run.endswith(" am") for run in session.after):
            drills_min = _drills_s(session.warm_up, asked) / 60
            found = f"{drills_min:.1f} min of drills after {' + '.join(session.after)}"
            kept = drills_min <= asked["minutes"]
            yield Case(kept, session.date, f"warm-up of {session.slot}", found, f"{asked['minutes']} min at most")


def heavy_barbells_are_ramped(plan: Plan, asked: Asked) -> Iterator[Case]:
    for session in plan.sessions:
        for item in session.items:
            if item.style == "heavy" and item.load in asked["loads"]:
                found = f"{item.lighter_sets} lighter sets before {item.said}"
                yield item_case(item.lighter_sets >= asked["sets"], session, item, found, f"{asked['sets']} or more")


def supersets_pair_well(plan: Plan, asked: Asked) -> Iterator[Case]:
    for session in plan.sessions:
        for pair in _pairs(session):
            kinds = [item.kinds for item in pair]
            hinge = any(one & set(asked["hinges"]) for one in kinds)
            grip = any(one & set(asked["grips"]) for one in kinds)
            found = " with ".join(item.exercise for item in pair)
            yield Case(not (hinge and grip), session.date, "superset", found, "no hinge with a row, pull or hang")


def moderate_barbells_rest(plan: Plan, asked: Asked) -> Iterator[Case]:
    for session in plan.sessions:
        small_before = False
        for item in session.items:
            if item.style == "moderate" and item.load == "barbell" and "main lift" in item.kinds:
                kept = item.rest_s >= asked["rest_s"] and not small_before
                found = f"{item.rest_s} s rest{', after small exercises' if small_before else ''}"
                yield item_case(kept, session, item, found, f"{asked['rest_s']} s, and before small exercises")
            small_before |= not item.kinds & {"main lift", "leg power", "nordic"}


def tests_on_fresh_days(plan: Plan, asked: Asked) -> Iterator[Case]:
    for date in plan.addons("test"):
        reasons = [
            *(["the first day"] if date == plan.first else []),
            *(["the day after a long run"] if plan.long_run(date - DAY) else []),
            *(["a current injury"] if plan.current else []),
        ]
        yield Case(not reasons, date, "test", " and ".join(reasons) or "fresh", "a fresh day, and no injury")


def tests_are_held(plan: Plan, asked: Asked) -> Iterator[Case]:
    wanted = plan.profile.get("addons", {}).get("tests", True) and not plan.current
    if (
        wanted
        and len(plan.weeks) >= asked["weeks"]
        and any(_testable(plan, day, asked) for day in _training_days(plan))
    ):
        count = len(plan.addons("test"))
        yield Case(count > 0, None, "tests", f"{count} in {len(plan.weeks)} weeks", "one or more")


def _training_days(plan: Plan) -> Iterator[dt.date]:
    """The days after the first week in general preparation, base and build."""
    for week in plan.weeks[1:]:
        if week.block.phase in TRAINING:
            yield from (week.first + DAY * at for at in range((week.last - week.first).days + 1))


def _testable(plan: Plan, date: dt.date, asked: Asked) -> bool:
    """Whether a day has the time, no session, no hard run, long run or race, none the day after, no long run before.

    No A or B race may follow within some days either.
    """
    busy = plan.free_min(date) < asked["minutes"] or any(session.date == date for session in plan.sessions)
    near = any(0 <= (race.date - date).days <= asked["race_days"] for race in plan.goals)
    return not (busy or near or any(map(plan.key_day, (date, date + DAY))) or plan.long_run(date - DAY))


def micro_sessions_are_few(plan: Plan, asked: Asked) -> Iterator[Case]:
    dates = plan.addons("micro")
    for week in plan.weeks:
        count = sum(week.first <= date <= week.last for date in dates)
        if count:
            kept = count <= asked["days"]
            yield Case(kept, week.first, f"week {week.number}", f"{count} micro-sessions", f"{asked['days']} at most")


def _main_s(session: Session, asked: Asked) -> float:
    """Seconds of the main work with this date's doses; a superset rests once a round."""
    total = 0.0
    for _, group in groupby(enumerate(session.items), key=lambda one: one[1].superset or -one[0] - 1):
        items = [item for _, item in group]
        rounds = max(item.sets for item in items)
        total += sum(item.sets * _set_s(item, asked) for item in items) + rounds * max(item.rest_s for item in items)
        total += sum(asked["setup_s"] + item.lighter_sets * asked["lighter_set_s"] for item in items)
    return total


def _set_s(item: Item, asked: Asked) -> float:
    if item.seconds is not None:
        work = float(item.seconds)
    else:
        work = (item.reps or 0) * float(sum(item.tempo) if item.tempo else asked["rep_s"])
    return work * (2 if item.each_side else 1)


def _drills_s(drills: tuple[Drill, ...], asked: Asked) -> float:
    return sum(_drill_s(drill.dose, asked) + float(asked["change_s"]) for drill in drills)


def _drill_s(dose: str, asked: Asked) -> float:
    """Seconds of a dose in words, at the start of its range: `15 reps a side`, `30-60 s`, `2-3 min`, `3 x 10 reps`."""
    match = re.match(r"(?:(\d+)(?:-\d+)? x )?(\d+)(?:-\d+)? (reps|s|min)", dose)
    if match is None:
        return 0.0
    amount, unit = int(match[1] or 1) * int(match[2]), match[3]
    unit_s = {"reps": float(asked["drill_rep_s"]), "s": 1.0, "min": 60.0}[unit]
    return amount * unit_s * (2 if "a side" in dose else 1)


def _pairs(session: Session) -> Iterator[list[Item]]:
    for number in sorted({item.superset for item in session.items if item.superset is not None}):
        yield [item for item in session.items if item.superset == number]
