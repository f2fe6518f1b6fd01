"""The sessions of each block as cards, and how their exercises are done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule as Line
from rich.table import Table
from rich.text import Text

from cli.pages import words
from cli.paint.labels import labelled
from constraints.model.plan_rule import PlanRule
from profiles.exercise import catalogue
from profiles.plan import Item, Plan, Session
from profiles.season import Block

TELLING: Final = ("spacing", "taper", "wishes", "rhythm", "availability")
"""Families of rules, those that tell a runner most about a day first."""
REASONS: Final = 3
HEADS: Final = (("", 2), ("exercise", None), ("dose", 18), ("load", 10), ("reserve", 7), ("tempo", 5), ("rest", 5))


def cards(plan: Plan, rules: Sequence[PlanRule]) -> RenderableType:
    """Every block with its cards."""
    judges = {rule.id: rule for rule in rules}
    return Group(*(part for block in plan.season.blocks for part in _block(plan, block, judges)))


def _block(plan: Plan, block: Block, judges: Mapping[str, PlanRule]) -> Iterator[RenderableType]:
    weeks = [week.number for week in plan.season.weeks_in(block)]
    said = f"Block {block.number}: {words.word(block.phase)}"
    said += f", {block.stage}" if block.stage != "main" else ""
    title = f"{said}, {words.span(block.first, block.last)}, week{'s' * (len(weeks) > 1)} {words.numbers(weeks)}"
    colour = words.PHASE_COLOURS.get(block.phase, "")
    yield Line(Text(title, f"bold {colour}"), align="left", style=colour)
    yield Text()
    slots: dict[str, list[Session]] = {}
    for session in plan.sessions:
        if session.block == block.number:
            slots.setdefault(session.slot, []).append(session)
    for letter in sorted(slots):
        yield from _card(slots[letter], len(weeks), judges)
    if not slots:
        yield Text("   No strength sessions in this block.\n", "italic")


def _card(sessions: Sequence[Session], weeks: int, judges: Mapping[str, PlanRule]) -> Iterator[RenderableType]:
    first = sessions[0]
    place = words.printable(first.place)
    when = f"   {_when(sessions)}; {len(sessions)} of {words.count(weeks, 'week')}"
    head = Table.grid(padding=(0, 1, 0, 0))
    head.add_row(
        Text(f" {first.slot} ", "bold reverse"), Text.assemble((f"{place}, {first.minutes} min", "bold"), when)
    )
    yield head
    dated = any(item.today for session in sessions for item in session.main)
    dates = "" if dated else ", ".join(words.day(session.date) for session in sessions)
    above = [("Dates", dates), ("Warm-up", words.drills(first.warm_up))]
    below = [("Cooldown", words.drills(first.cooldown)), (_why(sessions), _reasons(sessions, judges))]
    yield Padding(labelled(above), (0, 0, 1, 3))
    yield Padding(_work(first.main), (0, 0, 1, 3))
    if dated:
        yield Padding(week_by_week(sessions), (0, 0, 1, 3))
    if any(text for _, text in below):
        yield Padding(labelled(below), (0, 0, 1, 3))


def _work(items: Sequence[Item]) -> Table:
    table = Table(box=None, expand=True, padding=(0, 1, 0, 0), pad_edge=False, header_style="dim")
    for head, width in HEADS:
        table.add_column(head, width=width, ratio=None if width else 1)
    for mark, item in zip(marks(items), items, strict=True):
        rest = f"{item.dose.rest_s} s" if item.dose.rest_s else ""
        cells = words.dose(item.dose), words.word(item.load), words.reserve(item.dose), item.dose.tempo or "", rest
        table.add_row(Text(mark, "dim"), Text(words.word(item.exercise), "bold"), *map(Text, cells))
    return table


def week_by_week(sessions: Sequence[Session]) -> Table:
    """What each date asks for: sets and reps, kilograms where they are new, `+` for the next load that there is."""
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("week by week", max_width=24)
    for session in sessions:
        table.add_column(words.day(session.date), no_wrap=True)
    for index, item in enumerate(sessions[0].main):
        days = [session.main[index].today for session in sessions]
        known = [None, *(today.load_kg if today else None for today in days[:-1])]
        cells = [words.today(today, last) for today, last in zip(days, known, strict=True)]
        table.add_row(Text(words.word(item.exercise)), *map(Text, cells))
    return table


def marks(items: Sequence[Item]) -> list[str]:
    """`1`, `2a`, `2b`, `3`: the order of the items; letters join a superset."""
    found: list[str] = []
    numbers: dict[int, int] = {}
    letters: Counter[int] = Counter()
    position = 0
    for item in items:
        if item.superset is None or item.superset not in numbers:
            position += 1
        if item.superset is None:
            found.append(str(position))
        else:
            number = numbers.setdefault(item.superset, position)
            found.append(f"{number}{'abcdefgh'[letters[item.superset]]}")
            letters[item.superset] += 1
    return found


def _when(sessions: Sequence[Session]) -> str:
    """`Tue, after intervals`; each weekday with how often, if there are several."""
    days = Counter(_day(session) for session in sessions)
    if len(days) == 1:
        return next(iter(days))
    return "; ".join(f"{said} ({times})" for said, times in days.most_common())


def _day(session: Session) -> str:
    parts = [words.WEEKDAYS[session.date.weekday()]]
    for where, runs in (("after", session.after), ("before", session.before)):
        if runs:
            parts.append(f"{where} {' and '.join(words.RUNS.get(run.kind, run.kind) for run in runs)}")
    return ", ".join(parts)


def _why(sessions: Sequence[Session]) -> str:
    weekdays = {words.WEEKDAYS[session.date.weekday()] for session in sessions}
    return f"Why {weekdays.pop()}" if len(weekdays) == 1 else "Why then"


def _reasons(sessions: Sequence[Session], judges: Mapping[str, PlanRule]) -> str:
    """The most telling rules behind the days, most frequent first within their family."""
    times = Counter(rule for session in sessions for rule in session.because)

    def rank(name: str) -> tuple[int, int]:
        family = judges[name].family if name in judges else ""
        return TELLING.index(family) if family in TELLING else len(TELLING), -times[name]

    chosen = sorted(times, key=rank)[:REASONS]
    return " ".join(
        words.state(judges[name]) if name in judges else f"{words.word(name).capitalize()}." for name in chosen
    )


def glossary(plan: Plan) -> RenderableType:
    """How each exercise is done, in the order in which a reader meets them."""
    seen: dict[str, None] = {}
    for session in plan.sessions:
        parts = session.warm_up, session.main, session.cooldown
        seen |= {part.exercise: None for several in parts for part in several}
    seen |= {drill.exercise: None for routine in plan.routines.values() for drill in routine.drills}
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=24, style="bold")
    table.add_column(ratio=1, style="dim")
    for entry in (catalogue()[name] for name in seen if name in catalogue()):
        table.add_row(Text(entry.name), Text(f"{entry.cue} {entry.caution}".rstrip()))
    return table
