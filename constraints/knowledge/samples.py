"""The guides' own sample weeks as plans, and their audit under each guide's rules (CON-50 to CON-65).

A guide gives session days; the runs around them are layouts. The week is cyclic, so it is written three times and the
middle one is judged. Breaches that the runs alone cause are listed apart (RUL-04).
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any, Final

from pydantic import Field

from constraints.knowledge.doctrine import doctrine_named, numbered
from constraints.knowledge.guides import guides
from constraints.model.plan_rule import PlanRule
from constraints.prescription.dose import BODYWEIGHT, implement, role_of
from constraints.prescription.session import class_of
from constraints.prescription.templates import Template, TemplatePart, templates
from profiles.equipment import EQUIPMENT
from profiles.frozen import Frozen
from profiles.plan import ROLES, Addon, Dose, Header, Item, Plan, Session
from profiles.profile import WEEKDAYS, Profile, Weekday
from profiles.run import Half
from profiles.season import Block, Phase
from profiles.where import InWeek, OnDate

MONDAY: Final = dt.date(2027, 1, 4)
WEEKS: Final = 4
JUDGED: Final = 2
"""The second of the weeks: it has one before and one after."""


class Layout(Frozen):
    """Weekdays of the hard and of the long runs; the others are easy."""

    hard: tuple[Weekday, ...] = ()
    long: tuple[Weekday, ...] = ()


class Column(Frozen):
    """One rule as an audit reads it."""

    doctrine: str
    rule: str
    numbers: dict[str, Any] = Field(default={})

    def judge(self) -> PlanRule:
        rule: PlanRule = next(rule for rule in doctrine_named(self.doctrine).rules if rule.id == self.rule)
        return numbered(rule, self.numbers) if self.numbers else rule


class Sample(Frozen):
    """A guide's week: which template is on which weekday, and what its audit must find."""

    guide: str
    title: str
    because: tuple[str, ...]
    days: dict[Weekday, str]
    mobility: dict[Weekday, str] = Field(default={})
    heavy: tuple[Weekday, ...] = Field(description="sessions that the audit takes as heavy")
    placement: tuple[dict[str, Any], ...] = Field(default=(), description="breaches by column, a row for each layout")
    fits: dict[str, tuple[str, ...]] = Field(default={}, description="`hard/long` layouts without a breach, by ruleset")
    content: dict[str, str] = Field(default={}, description="`doctrine.rule` missed with any runs, and who says so")
    count: dict[Phase, tuple[str, ...]] = Field(default={}, description="doctrines that its number of sessions suits")
    phase: Phase = Field(default="base", description="that it is judged in")


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(resources.files("constraints.knowledge").joinpath("samples.toml").read_text(encoding="utf-8"))


@cache
def samples() -> Mapping[str, Sample]:
    """Every sample week by name."""
    others = ("columns", "rulesets", "content", "layouts")
    return {name: Sample(**table) for name, table in _file().items() if name not in others}


@cache
def layouts() -> Mapping[str, Layout]:
    return {name: Layout(**table) for name, table in _file()["layouts"].items()}


@cache
def columns() -> Mapping[str, Column]:
    return {name: Column(**table) for name, table in _file()["columns"].items()}


def judged(name: str) -> Iterator[tuple[str, str]]:
    """The doctrines and rules that judge what a sample holds."""
    for row in _file()["content"]:
        if name in row["samples"]:
            yield from ((doctrine, row["rule"]) for doctrine in row["doctrines"])


def rulesets() -> Mapping[str, Sequence[str]]:
    found: dict[str, Sequence[str]] = _file()["rulesets"]
    return found


@dataclass(frozen=True)
class Breaches:
    """Weekdays, or pairs of them, on which a sample breaks a rule; `given` are the pairs that the runs make alone."""

    by_session: tuple[str, ...]
    given: tuple[str, ...] = ()


def sample_plan(sample: Sample, layout: Layout, half: Half = "am", phase: Phase | None = None) -> Plan:
    """The sample's week, three times and a rest week, in one block; sessions in this half of the day."""
    runs = dict.fromkeys(WEEKDAYS, "easy 30 am")
    runs |= dict.fromkeys(layout.hard, "tempo 50 am") | dict.fromkeys(layout.long, "long 100 am")
    who = {
        "athlete": {"name": sample.title, "experience": "advanced"},
        "season": {"start": MONDAY.isoformat(), "weeks": WEEKS},
        "runs": runs,
        "strength": {"minutes": dict.fromkeys(WEEKDAYS, f"120 {half}")},
        "places": {"home": {"equipment": list(EQUIPMENT)}},
        "addons": {"tests": False},
    }
    first, last = MONDAY, MONDAY + dt.timedelta(weeks=WEEKS, days=-1)
    header = Header(doctrine="reconciled", profile_hash="", doctrine_hash="", versions={})
    block = Block(number=1, phase=phase or sample.phase, stage="main", first=first, last=last)
    sessions = tuple(_sessions(sample, phase or sample.phase))
    return Plan(
        header=header,
        profile=Profile.model_validate(who),
        blocks=(block,),
        sessions=sessions,
        addons=tuple(_addons(sample)),
    )


def _sessions(sample: Sample, phase: Phase) -> Iterator[Session]:
    for week in range(WEEKS - 1):
        for letter, (day, name) in enumerate(sample.days.items()):
            lasts = templates()[name].minutes or 1
            yield Session(
                date=MONDAY + dt.timedelta(weeks=week, days=WEEKDAYS.index(day)),
                slot="ABCDEFG"[letter],
                phase=phase,
                block=1,
                place="home",
                minutes=lasts,
                usual_min=lasts,
                most_min=lasts,
                main=tuple(_item(part) for part in templates()[name].main if part.style is not None),
            )


def _addons(sample: Sample) -> Iterator[Addon]:
    for week in range(WEEKS - 1):
        for day in sample.mobility:
            yield Addon(date=MONDAY + dt.timedelta(weeks=week, days=WEEKDAYS.index(day)), kind="mobility")


def _item(part: TemplatePart) -> Item:
    style = part.style or "hold"
    reps = part.reps or (None if part.seconds or style == "hold" else (8, 12))
    dose = Dose(sets=(part.sets or (2, 2))[1], reps=reps, seconds=part.seconds, rest_s=0)
    load = implement(part.entry, style, EQUIPMENT) or BODYWEIGHT
    return Item(exercise=part.exercise, style=style, role=role_of(part.entry, style), dose=dose, load=load)


def breaches(sample: Sample, layout: Layout, column: str) -> Breaches:
    """The weekdays on which one rule is broken, with sessions in the morning."""
    return _breaches(columns()[column].judge(), sample_plan(sample, layout))


def breaches_by_slot(sample: Sample, layout: Layout, column: str) -> Breaches:
    """Those that depend on the slot: broken by sessions in the evening, and by none in the morning (CON-43)."""
    judge = columns()[column].judge()
    early, late = (_breaches(judge, sample_plan(sample, layout, half)).by_session for half in ("am", "pm"))
    return Breaches(tuple(day for day in late if day not in early))


def _breaches(judge: PlanRule, plan: Plan) -> Breaches:
    pairs = judge.id == "tough_days_apart"
    week = plan.season.weeks[JUDGED - 1]
    dates = {day.date: WEEKDAYS[day.date.weekday()] for day in week.days}
    found = [violation.at for violation in judge.check(plan)]
    days: list[str] = [dates[at.date] for at in found if isinstance(at, OnDate) and at.date in dates]
    days += [f"week {week.number}" for at in found if at == InWeek(week.number)]
    said = [f"{day}-{_after(day)}" if pairs and day in WEEKDAYS else day for day in days]
    given = [
        f"{WEEKDAYS[one.date.weekday()]}-{WEEKDAYS[other.date.weekday()]}"
        for one, other in pairwise([*week.days, plan.season.weeks[JUDGED].days[0]])
        if pairs and one.key and other.key
    ]
    return Breaches(tuple(dict.fromkeys(said)), tuple(given))


def _after(day: str) -> str:
    names: Sequence[str] = WEEKDAYS
    return names[(names.index(day) + 1) % 7]


def content_breaches(name: str) -> frozenset[str]:
    """What a sample misses with any runs, as `doctrine.rule`."""
    plan = sample_plan(samples()[name], Layout())
    return frozenset(f"{doctrine}.{rule}" for doctrine, rule in judged(name) if _misses(doctrine, rule, plan))


def suited(name: str, phase: Phase) -> tuple[str, ...]:
    """The guides' doctrines for which a sample has neither too many nor too few sessions in a phase."""
    plan = sample_plan(samples()[name], Layout(), phase=phase)
    counts = ("sessions_by_phase", "weekly_sessions")
    doctrines = [guide.doctrine for guide in guides().values() if guide.doctrine != plan.header.doctrine]
    return tuple(name for name in doctrines if not any(_misses(name, rule, plan) for rule in counts))


def _misses(doctrine: str, rule: str, plan: Plan) -> bool:
    """Whether the judged week, or the block, misses a rule; the weeks without sessions do not count."""
    judge = Column(doctrine=doctrine, rule=rule).judge()
    return any(not isinstance(one.at, InWeek) or one.at.number == JUDGED for one in judge.check(plan))


def weekend_layouts() -> Mapping[str, Layout]:
    """The eight weeks with one hard run and one long run at the weekend that are not neighbours, as `hard/long`."""
    return {
        f"{hard}/{long}": Layout(hard=(hard,), long=(long,))
        for long in ("sat", "sun")
        for hard in WEEKDAYS[:5]
        if (WEEKDAYS.index(long) - WEEKDAYS.index(hard)) % 7 not in (1, 6)
    }


def fitting(sample: Sample, ruleset: str) -> tuple[str, ...]:
    """The weekend layouts in which a sample breaks none of a guide's placement rules."""
    return tuple(
        name
        for name, layout in weekend_layouts().items()
        if not any(breaches(sample, layout, column).by_session for column in rulesets()[ruleset])
    )


def out_of_order(template: Template) -> tuple[str, ...]:
    """Exercises listed before one of an earlier class, where the list is the order; circuits and supersets keep
    their own (CON-77).
    """
    return _before_earlier(
        [(part.exercise, class_of(part.entry, part.style or "hold", ROLES)) for part in _listed(template)]
    )


def compounds_last(template: Template) -> tuple[str, ...]:
    """Single-joint exercises listed before a compound one (STR-04, CON-61); power comes before both (STR-03)."""
    lifts = [part for part in _listed(template) if part.style != "power"]
    return _before_earlier([(part.exercise, (0, part.entry.kind != "compound")) for part in lifts])


def _listed(template: Template) -> Sequence[TemplatePart]:
    return [part for part in template.main if part.style is not None] if template.format == "straight" else []


def _before_earlier(listed: Sequence[tuple[str, tuple[int, bool]]]) -> tuple[str, ...]:
    return tuple(
        exercise
        for index, (exercise, rank) in enumerate(listed)
        if any(rank > later for _, later in listed[index + 1 :])
    )


def first_layout(sample: Sample) -> Layout:
    """The week of runs that its audit begins with; without one, a hard Tuesday and a long Sunday."""
    return layouts()[sample.placement[0]["layout"] if sample.placement else "L2"]


def profile_of(sample: Sample, layout: Layout, doctrine: str) -> Profile:
    """A runner with the sample's run week who follows a doctrine, free on every day."""
    told = sample_plan(sample, layout).profile.model_dump(mode="json", exclude_defaults=True)
    season = {**told["season"], "doctrine": doctrine}
    strength = {"minutes": dict.fromkeys(WEEKDAYS, 60)}
    athlete = {**told["athlete"], "experience": "intermediate", "strength_weeks": 20}
    return Profile.model_validate({**told, "season": season, "strength": strength, "athlete": athlete})
