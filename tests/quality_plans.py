"""Plan files as the benchmark of quality reads them, hand-written in a line; nothing of the planner makes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.quality.measures import measured
from benchmarks.quality.read import Plan

MONDAY = dt.date(2027, 1, 4)
"""The first day of every plan here; sessions are named by days after it."""
HOUR = {"minutes": 60}
"""To a session that has the time for all that a week is asked for."""
GYM = {"gym": {"equipment": ["barbell", "rack", "bench", "dumbbells", "kettlebell", "step", "machines"]}}


def day(after: int) -> dt.date:
    return MONDAY + dt.timedelta(days=after)


def item(
    exercise: str, reps: int | None = 10, *, sets: int = 3, seconds: int | None = None, style: str = "moderate",
    load: str = "bodyweight", kg: float | None = None, change: str = "hold", rest_s: int = 60, tempo: str = "",
    reserve: Sequence[int] = (), a_side: bool = False, superset: int | None = None, **more: Any,
) -> dict[str, Any]:  # fmt: skip
    amount = {"reps": reps} if seconds is None else {"seconds": seconds}
    dose = {
        "sets": sets,
        **{key: [value, value] for key, value in amount.items()},
        "rest_s": rest_s,
        "each_side": a_side,
    }
    dose |= {"tempo": tempo} if tempo else {}
    dose |= {"reserve": list(reserve)} if reserve else {}
    today = {"sets": sets, **amount, "change": change, **({"load_kg": kg} if kg else {})}
    said = {"exercise": exercise, "style": style, "load": load, "dose": dose, "today": today, **more}
    return said | ({"superset": superset} if superset else {})


def session(at: int, /, *items: Mapping[str, Any], slot: str = "A", place: str = "gym", **more: Any) -> dict[str, Any]:
    said = {"date": day(at), "slot": slot, "place": place, "minutes": 30, "because": ["place_of_the_day"]}
    return {**said, "main": list(items), **more}


def weekly(weeks: int, *items: Mapping[str, Any], first: int = 0, **more: Any) -> list[dict[str, Any]]:
    """A session on the same weekday of each week, from day `first`."""
    return [session(first + 7 * week, *items, **more) for week in range(weeks)]


def plan(
    *sessions: Mapping[str, Any], blocks: Sequence[tuple[str, int]] = (("base", 8),), doctrine: str = "reconciled",
    experience: str = "intermediate", body_kg: float | None = None, cut_back: Sequence[int] = (),
    dated: Mapping[str, Sequence[int]] | None = None, **profile: Any,
) -> Plan:  # fmt: skip
    """`blocks` are phases with their weeks; an introduction is written `base introduction`. `dated` are add-ons."""
    said, first = [], 0
    for number, (name, weeks) in enumerate(blocks, 1):
        phase, _, stage = name.partition(" ")
        last = first + 7 * weeks - 1
        said.append(
            {"number": number, "phase": phase, "stage": stage or "main", "first": day(first), "last": day(last)}
        )
        first = last + 1
    athlete = {"name": "Kim", "experience": experience} | ({"body_kg": body_kg} if body_kg else {})
    return Plan("kim", {
        "header": {"doctrine": doctrine},
        "profile": {"athlete": athlete, "places": GYM, **profile},
        "blocks": said,
        "running": [{"week": week, "running": "cut_back"} for week in cut_back],
        "sessions": [{**one, **_block(one["date"], said)} for one in sessions],
        "addons": [{"date": day(at), "kind": kind} for kind, days in (dated or {}).items() for at in days],
    })  # fmt: skip


def _block(date: dt.date, blocks: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    block = next(block for block in blocks if block["first"] <= date <= block["last"])
    return {"block": block["number"], "phase": block["phase"]}


def counts(measure: str, of: Plan) -> tuple[int, int] | None:
    """Failing cases and all cases; None where the plan's doctrine does not ask for the measure."""
    result = measured(measure, of)
    return None if result is None else (len(result.failing), result.cases)
