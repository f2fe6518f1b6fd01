"""The guides' facts: one, several behind a rule, or all of them by section."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.box import Box
    from rich.console import RenderableType


def render_fact(name: str) -> RenderableType:
    """One fact, its guide and section, and where it is at work."""
    from rich.console import Group
    from rich.text import Text

    from cli.paint.labels import labelled
    from constraints.knowledge.guidance import encodings, facts
    from constraints.knowledge.guides import where

    fact = facts()[name]
    said = [("From", "; ".join(where(source) for source in fact.sources))]
    said += [("At work", ", ".join(encodings().get(name, ())))]
    said += [("Left out", fact.left_out or "")]
    return Group(Text.assemble((name, "bold cyan"), f"  {fact.fact}"), labelled(said))


def render_facts(cited: Iterable[str]) -> RenderableType:
    """The facts that a rule cites, each once; `judgement` is no fact."""
    from rich.table import Table
    from rich.text import Text

    from constraints.knowledge.guidance import fact_id, facts
    from constraints.knowledge.guides import where

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column()
    for name in dict.fromkeys(map(fact_id, cited)):
        if name in facts():
            fact = facts()[name]
            table.add_row(name, Text.assemble(fact.fact, (f" ({where(fact.sources[0])})", "dim")))
    return table


HEADS = ("facts", "rule", "exer.", "templ.", "sample", "prescr.", "doctr.", "note", "left out", "open")
"""As `coverage` counts them: the facts, the kinds of place in their order, those left out, those unaccounted for."""


def render_coverage(box: Box) -> RenderableType:
    """A row for each section of the guidance, and the sum."""
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    from constraints.knowledge.guidance import SECTIONS, coverage, facts

    table = Table(box=box, pad_edge=False, padding=(0, 0, 0, 1))
    table.add_column("", style="bold")
    for head in HEADS:
        table.add_column(head, justify="right")
    total = [0] * len(HEADS)
    for section in SECTIONS:
        row = coverage(section)
        total = [one + other for one, other in zip(total, row, strict=True)]
        table.add_row(section, *map(str, row))
    table.add_section()
    table.add_row("all", *map(str, total))
    names = ", ".join(f"{section} {title}" for section, title in SECTIONS.items())
    says = (
        f"{names}. A fact may be at work in several kinds of place: a rule or its numbers, an exercise, a template "
        "session, a sample week that is audited, a prescription (doses, order, phases), what a doctrine says of its "
        "guide, a note in the plan. Open: unaccounted for."
    )
    left_out = [f"  {name}: {fact.left_out}" for name, fact in facts().items() if fact.left_out]
    return Group(table, Text(says), Text(), Text("Left out, and why:"), *map(Text, left_out))


def render_doctrines() -> RenderableType:
    """Each doctrine: what it says, what it takes out, what it inherits, and where its guide agrees with that."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    from constraints.knowledge.doctrine import doctrine_named, doctrine_names
    from constraints.knowledge.guidance import shared

    parts: list[RenderableType] = []
    for name in doctrine_names():
        tables = doctrine_named(name).tables
        parts.append(Text.assemble((name, "bold cyan"), f"  {tables.title}"))
        lines = [tables.says]
        if tables.extends:
            lines.append(f"Over {tables.extends}: {len(doctrine_named(name).own)} rules with numbers of its own.")
        if tables.without:
            lines.append(f"Without: {', '.join(tables.without)}.")
        if tables.inherited:
            subjects = "; ".join(subject.on for subject in tables.inherited)
            lines.append(f"Its guide adds nothing on these, so it follows {tables.extends}: {subjects}.")
            both = [f"{rule} ({', '.join(cited)})" for rule, cited in shared(doctrine_named(name)).items()]
            lines.append(f"Of what it follows, its own guide states the facts behind {', '.join(both)}.")
        parts.append(Padding(Text("\n".join(lines)), (0, 0, 1, 2)))
    return Group(*parts)


def render_templates() -> RenderableType:
    """The sessions that a profile may start from, under `strength.templates`."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    from cli.pages import words
    from constraints.knowledge.guides import guides
    from constraints.prescription.templates import startable, templates

    parts: list[RenderableType] = []
    for name in startable():
        template = templates()[name]
        minutes = f", {template.minutes} min" if template.minutes else ""
        parts.append(Text.assemble((name, "bold cyan"), f"  {template.title}{minutes}"))
        exercises = ", ".join(words.word(part.exercise) for part in template.main)
        said = f"{template.says} From: {guides()[template.guide].title}.\n{exercises}."
        parts.append(Padding(Text(said), (0, 0, 1, 2)))
    return Group(*parts)
