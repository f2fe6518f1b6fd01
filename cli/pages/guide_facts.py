"""The facts of the guides: a single one, those behind a rule, or the counts by section."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from constraints.knowledge.guidance import SECTIONS, coverage, encodings, fact_id, facts
from constraints.knowledge.guides import where

HEADS: Final = ("facts", "rule", "exer.", "templ.", "sample", "prescr.", "doctr.", "note", "left out", "open")
"""As `coverage` counts them: the facts, the kinds of place in their order, those left out, those unaccounted for."""


@dataclass(frozen=True)
class GuideFact:
    id: str
    says: str
    sources: tuple[str, ...]
    """guide and section, the first one first"""
    at_work: tuple[str, ...]
    left_out: str
    """why it is not used; empty if it is used"""


@dataclass(frozen=True)
class SectionCounts:
    """How many facts of each section are used, by kind of place."""

    rows: tuple[tuple[str, tuple[int, ...]], ...]
    """a section with its numbers, in the order of the heads"""
    total: tuple[int, ...]
    says: str
    left_out: tuple[GuideFact, ...]


def guide_fact(name: str) -> GuideFact:
    fact = facts()[name]
    return GuideFact(
        name, fact.fact, tuple(map(where, fact.sources)), tuple(encodings().get(name, ())), fact.left_out or ""
    )


def cited_facts(cited: Iterable[str]) -> tuple[GuideFact, ...]:
    """Each once; `judgement` is no fact."""
    return tuple(guide_fact(name) for name in dict.fromkeys(map(fact_id, cited)) if name in facts())


def section_counts() -> SectionCounts:
    rows = tuple((section, tuple(coverage(section))) for section in SECTIONS)
    names = ", ".join(f"{section} {title}" for section, title in SECTIONS.items())
    says = (
        f"{names}. A fact may be at work in several kinds of place: a rule or its numbers, an exercise, a template "
        "session, a sample week that is audited, a prescription (doses, order, phases), what a doctrine says of its "
        "guide, a note in the plan. Open: unaccounted for."
    )
    total = tuple(map(sum, zip(*(numbers for _, numbers in rows), strict=True)))
    return SectionCounts(rows, total, says, tuple(guide_fact(name) for name, fact in facts().items() if fact.left_out))
