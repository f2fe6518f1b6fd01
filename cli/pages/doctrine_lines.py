"""The doctrines, and the template sessions of the guides that a profile may start from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cli.pages import words
from constraints.knowledge.doctrine import Doctrine, doctrine_named, doctrine_names
from constraints.knowledge.guidance import shared
from constraints.knowledge.guides import guides
from constraints.prescription.templates import startable, templates


@dataclass(frozen=True)
class TitledLines:
    """A doctrine or a template session."""

    id: str
    title: str
    lines: tuple[str, ...]


def doctrine_lines() -> tuple[TitledLines, ...]:
    """Each doctrine: its summary, the rules it removes or inherits, and where its guide agrees with those."""
    doctrines = map(doctrine_named, doctrine_names())
    return tuple(TitledLines(one.name, one.tables.title, tuple(_of_doctrine(one))) for one in doctrines)


def _of_doctrine(doctrine: Doctrine) -> Iterator[str]:
    tables = doctrine.tables
    yield tables.says
    if tables.extends:
        yield f"Over {tables.extends}: {len(doctrine.own)} rules with numbers of its own."
    if tables.without:
        yield f"Without: {', '.join(tables.without)}."
    if tables.inherited:
        subjects = "; ".join(subject.on for subject in tables.inherited)
        yield f"Its guide adds nothing on these, so it follows {tables.extends}: {subjects}."
        both = [f"{rule} ({', '.join(cited)})" for rule, cited in shared(doctrine).items()]
        yield f"Of what it follows, its own guide states the facts behind {', '.join(both)}."


def template_lines() -> tuple[TitledLines, ...]:
    """The sessions that a profile may name under `strength.templates`."""
    return tuple(map(_template, startable()))


def _template(name: str) -> TitledLines:
    template = templates()[name]
    minutes = f", {template.minutes} min" if template.minutes else ""
    says = f"{template.says} From: {guides()[template.guide].title}."
    exercises = ", ".join(words.word(part.exercise) for part in template.main)
    return TitledLines(name, f"{template.title}{minutes}", (says, f"{exercises}."))
