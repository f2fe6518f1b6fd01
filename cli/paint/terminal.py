"""A plan on a terminal or on paper: what a runner pins to the fridge, and what a doubter reads after that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.panel import Panel
from rich.rule import Rule as Line
from rich.table import Column, Table
from rich.text import Text

from cli.pages import words
from cli.paint.beside import addons, notes
from cli.paint.calendar_grid import calendar
from cli.paint.cards import cards, glossary
from cli.paint.plain import Plain
from cli.paint.verdict import broken, proof, shortfalls
from constraints.planning.judge import Verdict
from profiles.plan import Plan

WIDEST: Final = 100
"""Lines longer than this are hard to read across."""
LOAD: Final = (
    "Choosing the load: 'reserve' is the number of reps you could still have done, cleanly, when you stop a set "
    "(reps in reserve, RIR). New to it? Begin light, stop with 2-3 in reserve, and add a little weight once the top "
    "of the rep range leaves more than that. Tempo is seconds down-pause-up; rest is after each set. Items marked "
    "with a letter (2a, 2b) are done in turn, with the rest after each round."
)
WEEKS: Final = (
    "From week to week: + means the next heavier load that you have, with the reps back at the bottom of their range."
)
KILOGRAMS: Final = (
    "Kilograms follow from your lifts: a one-rep maximum estimated after Epley (1985), and of it a load that leaves "
    "two reps in reserve even at the top of the range. An estimate is no test: take less where fewer are left."
)
ADVICE: Final = "This is training advice, not medicine. Stop what hurts; if pain stays or grows, see a professional."


def render_plan(plan: Plan, verdict: Verdict, *, ascii_only: bool) -> RenderableType:
    """The whole plan; with `ascii_only` in ASCII characters alone."""
    rules, report = verdict.brief.rules, verdict.report
    judges = {rule.id: rule for rule in rules}
    parts: list[RenderableType] = [broken(report, judges), Text()] if report.broken else []
    parts += [_title(plan), Text(), calendar(plan), Text(), cards(plan, rules)]
    if plan.addons:
        parts += [_heading("Beside the sessions"), addons(plan), Text()]
    if plan.sessions:
        parts += [_heading("How it is done"), glossary(plan), Text()]
    parts += [_heading("What was proven"), proof(plan), Text()]
    parts += [_heading("What could not be had"), shortfalls(plan, report, judges), Text()]
    if plan.notes:
        parts += [_heading("Good to know"), notes(plan), Text()]
    parts += [_heading("Before you start"), _closing(plan)]
    page = _Page(Group(*parts))
    return Group(Plain(page) if ascii_only else page)


@dataclass(frozen=True)
class _Page:
    """As wide as the console, but not too wide to read."""

    inside: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from console.render(self.inside, options.update_width(min(options.max_width, WIDEST)))


def _heading(said: str) -> Group:
    return Group(Line(Text(said, "bold"), align="left", style="dim"), Text())


def _title(plan: Plan) -> RenderableType:
    season = plan.season
    name = words.printable(season.profile.athlete.name)
    weeks, sessions = words.count(len(season.weeks), "week"), words.count(len(plan.sessions), "session")
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    table.add_row("Season", Text(f"{words.span(season.first, season.last)}, {weeks}, {sessions}"))
    table.add_row("Races", _races(plan))
    table.add_row("Doctrine", Text(words.printable(plan.header.doctrine.replace("_", " "))))
    for index, override in enumerate(plan.header.overrides):
        table.add_row("" if index else "Own rules", Text(words.printable(override.replace("_", " "))))
    for index, setting in enumerate(plan.header.settings):
        table.add_row("" if index else "Read from", Text(words.printable(f"over {setting}" if index else setting)))
    return Panel(table, title=Text(f" Strength plan: {name} ", "bold"), box=box.ROUNDED, padding=(0, 1))


def _races(plan: Plan) -> RenderableType:
    races = sorted(plan.season.profile.races, key=lambda race: race.date)
    if not races:
        return Text("none")
    table = Table.grid("", Column(max_width=30, overflow="fold"), "", "", "", padding=(0, 2, 0, 0))
    for race in races:
        style = {"A": "bold red", "B": "bold"}.get(race.priority, "")
        days = words.count((race.date - plan.season.first).days, "day")
        said = words.printable(race.name), words.full_day(race.date), words.distance(race), f"after {days}"
        table.add_row(Text(race.priority, style), Text(said[0], style), *map(Text, said[1:]))
    return table


def _closing(plan: Plan) -> RenderableType:
    said = [Text(LOAD), Text()]
    days = [item.today for session in plan.sessions for item in session.main if item.today]
    if any(today.change == "more_load" and today.load_kg is None for today in days):
        said += [Text(WEEKS), Text()]
    if plan.season.profile.lifts and any(today.load_kg for today in days):
        said += [Text(KILOGRAMS), Text()]
    hurt = [words.word(injury) for injury in plan.season.profile.injuries.current]
    if hurt:
        text = f"You have a current injury ({', '.join(hurt)}): see a professional before you start."
        said += [Text(text, "bold"), Text()]
    return Group(*said, Text(ADVICE, "bold"))
