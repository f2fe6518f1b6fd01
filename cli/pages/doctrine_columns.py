"""Several plans of one season side by side: a column for each doctrine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from cli.pages import words
from constraints.planning.compare import Account

FIGURES: Final[Sequence[tuple[str, Callable[[Account], str]]]] = (
    ("sessions a week it asks for", lambda one: one.asked),
    ("sessions", lambda one: str(one.sessions)),
    ("minutes", lambda one: str(one.minutes)),
    ("weekdays used", lambda one: str(one.weekdays)),
    ("sessions on hard-run days", lambda one: str(one.on_hard_days)),
    ("heavy leg sessions", lambda one: str(one.heavy)),
    ("  of them on easy days", lambda one: str(one.heavy_on_easy_days)),
    ("  within 2 days of a long run or race", lambda one: str(one.heavy_within_two_days)),
    ("leg work on the eve of a key run", lambda one: str(one.legs_before_key_runs)),
    ("last heavy legs before the race", lambda one: "none" if one.last_heavy is None else f"{one.last_heavy} days"),
    ("add-ons placed", lambda one: str(one.addons)),
    ("coverage missed, in its own prices", lambda one: str(one.coverage)),
    ("dearest shortfalls", lambda one: "\n".join(f"{rule} {cost}" for rule, cost in one.short) or "none"),
    ("every tier proven", lambda one: "yes" if one.proven else "no"),
)


@dataclass(frozen=True)
class DoctrineColumn:
    doctrine: str
    name: str
    says: str
    figures: tuple[str, ...]
    """in the order of the labels"""


@dataclass(frozen=True)
class DoctrineColumns:
    labels: tuple[str, ...]
    columns: tuple[DoctrineColumn, ...]

    def alike(self, row: int) -> bool:
        """Whether all the doctrines have one figure there."""
        return len({column.figures[row] for column in self.columns}) == 1


def doctrine_columns(accounts: Sequence[Account]) -> DoctrineColumns:
    columns = (
        DoctrineColumn(
            one.doctrine,
            words.word(one.doctrine),
            one.says,
            tuple(figure(one).replace("_", " ") for _, figure in FIGURES),
        )
        for one in accounts
    )
    return DoctrineColumns(tuple(label for label, _ in FIGURES), tuple(columns))
