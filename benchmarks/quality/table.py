"""What was measured over many plans, as a table for people and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from benchmarks.quality.measures import Result, data, measured
from benchmarks.quality.read import Plan

COLUMNS: Final = 10
"""Up to so many plans have a column each in Markdown."""
NOTHING: Final = "-"


@dataclass(frozen=True)
class Row:
    """A measure over all plans."""

    name: str
    results: Mapping[str, Result]
    """by the plan's name, of the plans that have a case"""

    @property
    def cases(self) -> int:
        return sum(result.cases for result in self.results.values())

    @property
    def failing(self) -> int:
        return sum(len(result.failing) for result in self.results.values())

    @property
    def passed(self) -> int:
        return sum(result.passed for result in self.results.values())

    @property
    def summary(self) -> tuple[str, str, str]:
        """Plans that pass, cases that fail, and the cases' share."""
        if not self.results:
            return NOTHING, NOTHING, NOTHING
        share = self.failing / self.cases
        return f"{self.passed}/{len(self.results)}", f"{self.failing}/{self.cases}", f"{share:.0%}"

    def cell(self, plan: str) -> str:
        """Failing cases of all; `!` where the plan does not pass."""
        result = self.results.get(plan)
        return NOTHING if result is None else f"{len(result.failing)}/{result.cases}{'' if result.passed else '!'}"


def rows_of(plans: Sequence[Plan], names: Sequence[str]) -> list[Row]:
    rows = []
    for name in names:
        found = {plan.name: result for plan in plans if (result := measured(name, plan)) is not None and result.cases}
        rows.append(Row(name, found))
    return rows


def cells(rows: Sequence[Row], plans: Sequence[Plan], *, each: bool) -> Iterator[tuple[str, ...]]:
    """The header, a line for each measure, and a line that counts the measures that each plan fails."""
    shown = [plan.name for plan in plans] if each else []
    yield "measure", "plans that pass", "cases that fail", "share", *shown
    for row in rows:
        yield row.name, *row.summary, *map(row.cell, shown)
    failed = [str(sum(not row.results[name].passed for row in rows if name in row.results)) for name in shown]
    clean = sum(all(row.results[plan.name].passed for row in rows if plan.name in row.results) for plan in plans)
    yield "all measures", f"{clean}/{len(plans)}", f"{sum(row.failing for row in rows)}", "", *failed


def markdown(rows: Sequence[Row], plans: Sequence[Plan], title: str) -> str:
    lines = list(cells(rows, plans, each=len(plans) <= COLUMNS))
    table = [_line(lines[0]), _line(["---", *["---:"] * (len(lines[0]) - 1)]), *map(_line, lines[1:])]
    meanings = [
        f"- **{row.name}** ({', '.join(data()[row.name]['because'])}): {data()[row.name]['says']}" for row in rows
    ]
    about = "A cell is cases that fail / cases looked at; `!`: more than the measure allows; `-`: no case."
    return "\n".join([f"# {title}", "", about, "", *table, "", "## What is counted", "", *meanings, ""])


def as_data(rows: Sequence[Row]) -> dict[str, Any]:
    return {
        row.name: {
            plan: {
                "cases": result.cases,
                "failing": len(result.failing),
                "passed": result.passed,
                "examples": [str(case) for case in result.failing],
            }
            for plan, result in row.results.items()
        }
        for row in rows
    }


def examples(row: Row, most: int) -> Iterator[str]:
    """A few failing cases, of as many plans as possible."""
    failing = [(at, plan, case) for plan, result in row.results.items() for at, case in enumerate(result.failing)]
    for _, plan, case in sorted(failing, key=lambda one: one[0])[:most]:
        yield f"{plan}: {case}"


def _line(parts: Sequence[str]) -> str:
    return f"| {' | '.join(parts)} |"
