"""Hand-written seasons and plans for tests, short to write; a test states everything that it relies on."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from constraints.knowledge.doctrine import doctrine_named
from constraints.model.plan_rule import PlanRule
from constraints.planning.brief import Brief, brief_for
from constraints.planning.conflict import Conflict
from constraints.planning.judge import Verdict
from constraints.planning.planner import Solved, plan_for
from constraints.prescription.dose import dose, implement, role_of
from constraints.rules.every_rule import RULES, WISHES
from profiles.exercise import catalogue
from profiles.plan import Addon, AddonKind, Header, Item, Plan, RunningWeek, Session, Style
from profiles.profile import WEEKDAYS, Profile
from profiles.reading.locate import spelled
from profiles.season import Block, Phase, Running, Season, Stage
from profiles.where import AtRace, InBlock, InPlan, InProfile, InWeek, OnDate
from solver.audit import Report, audit
from solver.outcome import OutOfTime

MONDAY = dt.date(2027, 1, 4)
"""Where hand-written seasons start unless they say otherwise."""


TINY = """\
[athlete]
name = "Zoë"
experience = "beginner"
strength_weeks = 9

[season]
start = 2027-01-04
weeks = 4

[runs]
wed = "easy 30"
sun = "long 60"

[strength]
minutes = { tue = 40, fri = 40 }
"""
"""A profile as a file, small enough to be solved at once."""


def day(weekday: str, week: int = 1) -> dt.date:
    """`day("tue", 2)` is the Tuesday of the second week."""
    return MONDAY + dt.timedelta(weeks=week - 1, days=WEEKDAYS.index(weekday))  # type: ignore[arg-type]


def profile(
    *, weeks: int = 4, runs: dict[str, Any] | None = None, races: Sequence[dict[str, Any]] = (),
    start: dt.date = MONDAY, **tables: Any,
) -> Profile:  # fmt: skip
    """A runner with an hour every day at home and whatever else is given (`athlete`, `strength`, `places`, …)."""
    said: dict[str, Any] = {
        "athlete": {"name": "Test", "experience": "advanced"},
        "season": {"start": start, "weeks": weeks},
        "races": list(races),
        "runs": runs or {},
        "strength": {"minutes": dict.fromkeys(WEEKDAYS, 60)},
        "places": {
            "home": {"equipment": ["dumbbells", "barbell", "rack", "bench", "step", "pull-up bar", "loop band"]}
        },
    }
    for name, table in tables.items():
        said[name] = {**said.get(name, {}), **table}
    return Profile.model_validate(said)


def item(exercise: str, style: Style = "moderate", sets: int = 2, *, superset: int | None = None) -> Item:
    """An item with the reconciled dose, loaded with its preferred implement."""
    entry = catalogue()[exercise]
    everything = {piece for need in entry.needs for piece in need} | set(entry.loads)
    return Item(
        exercise=exercise,
        style=style,
        role=role_of(entry, style),
        dose=dose(entry, style, sets, doctrine_named("reconciled").tables.styles, "advanced", "base"),
        load=implement(entry, style, everything) or "bodyweight",
        superset=superset,
    )


def session(
    date: dt.date, *main: Item, slot: str = "A", place: str = "home", minutes: int = 40, block: int = 1,
    phase: Phase = "base",
) -> Session:  # fmt: skip
    """A session; without items it holds a plank, which is neither leg nor upper-body work."""
    return Session(
        date=date, slot=slot, phase=phase, block=block, place=place, minutes=minutes, most_min=minutes,
        usual_min=minutes,
        main=main or (item("plank", "hold"),),
    )  # fmt: skip


def weekly(*held: Session, weeks: int = 4) -> tuple[Session, ...]:
    """The sessions, and in each of the weeks after them the same again."""
    later = [dt.timedelta(weeks=week) for week in range(weeks)]
    return tuple(one.model_copy(update={"date": one.date + gap}) for gap in later for one in held)


HEAVY = item("back_squat", "heavy")
LEGS = item("goblet_squat")
UPPER = item("bench_press")
CORE = item("plank", "hold")
JUMPS = item("squat_jump", "power")


def addon(date: dt.date, kind: AddonKind) -> Addon:
    return Addon(date=date, kind=kind)


def plan(
    who: Profile, *held: Session | Addon, phases: Sequence[tuple[Phase, int]] = (), stage: Stage = "main",
    running: Mapping[int, Running] | None = None,
) -> Plan:  # fmt: skip
    """A plan whose blocks are the given phases with their weeks; one base block over the season if none are given.

    `running` says which weeks run high or are cut back.
    """
    season = who.season
    weeks = season.weeks or (who.last_day - season.start).days // 7 + 1
    blocks: list[Block] = []
    start = season.start
    for phase, length in phases or [("base", weeks)]:
        end = start + dt.timedelta(weeks=length, days=-1 - start.weekday())
        blocks.append(Block(number=len(blocks) + 1, phase=phase, stage=stage, first=start, last=end))
        start = end + dt.timedelta(days=1)
    return Plan(
        header=Header(doctrine="reconciled", profile_hash="", doctrine_hash="", versions={}),
        profile=who,
        blocks=tuple(blocks),
        running=tuple(RunningWeek(week=week, running=kind) for week, kind in (running or {}).items()),
        sessions=tuple(sorted((one for one in held if isinstance(one, Session)), key=lambda one: one.date)),
        addons=tuple(sorted((one for one in held if isinstance(one, Addon)), key=lambda one: one.date)),
    )


def season_of(
    who: Profile, phases: Sequence[tuple[Phase, int]] = (), stage: Stage = "main",
    running: Mapping[int, Running] | None = None,
) -> Season:  # fmt: skip
    return plan(who, phases=phases, stage=stage, running=running).season


def rule(name: str, **numbers: Any) -> PlanRule:
    """A rule with these numbers, a wall unless they name a tier; so a test does not depend on a doctrine's numbers."""
    kind = next(kind for kind in (*RULES, *WISHES) if kind.id == name)
    return kind(**{"because": ("judgement",), **numbers})


def misses(judge: PlanRule, finished: Plan) -> dict[str, int]:
    """What a rule finds in a plan: amounts by place, in the short spelling of `shown`."""
    found: Counter[str] = Counter()
    for violation in judge.check(finished):
        found[shown(violation.at)] += violation.amount
    return dict(found)


def each_week(of: str = "", amount: int = 1, *, weeks: Iterable[int] = range(1, 5)) -> dict[str, int]:
    """The same amount in each of the weeks, as `misses` tells it."""
    return {f"week {week} {of}".strip(): amount for week in weeks}


def shown(at: Hashable) -> str:
    """`2027-01-05 upper`, `week 2 A`, `block 1 A back_squat.heavy`: places in a short spelling for tests."""
    match at:
        case OnDate(date, of):
            parts = [date.isoformat(), of]
        case InWeek(number, slot, of, part):
            parts = [f"week {number}", slot, of, part]
        case InBlock(number, slot, exercise, style, of, part):
            parts = [f"block {number}", slot, f"{exercise}.{style}" if style else exercise, of, part]
        case AtRace(date):
            parts = [date.isoformat()]
        case InProfile(key_path) | InPlan(key_path):
            parts = [spelled(key_path)]
        case _:
            parts = [str(at)]
    return " ".join(filter(None, parts))


def solve(who: Profile, *more: Any, **further: Any) -> Solved | Conflict | OutOfTime:
    """The outcome of planning a profile."""
    return plan_for(brief_for(who), *more, **further)


def audited(finished: Plan) -> Report:
    """The audit of a plan under the rules of its own profile."""
    return audit(finished, brief_for(finished.profile).rules)


def judged(finished: Plan, report: Report = Report((), ()), rules: Sequence[PlanRule] = ()) -> Verdict:  # noqa: B008  # frozen
    """A verdict with this report under these rules, without an audit."""
    doctrine = replace(doctrine_named("reconciled"), rules=tuple(rules))
    return Verdict(finished, Brief(finished.profile, doctrine, finished.season), report, (), (), proven=False)
