"""Several plans of one season side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from cli.pages import words
from cli.paint.plain import Plain
from constraints.planning.compare import Account

ROWS: Final[Sequence[tuple[str, Callable[[Account], str]]]] = (
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

BESIDE: Final = 3
"""As many as 80 columns hold without splitting words."""


def render_comparison(accounts: Sequence[Account], *, ascii_only: bool) -> RenderableType:
    """A column for each doctrine; what each is about stands above. More than fit side by side stand below."""
    legend = Table.grid(padding=(0, 2, 0, 0))
    legend.add_column(style="bold cyan", no_wrap=True)
    legend.add_column()
    for one in accounts:
        legend.add_row(one.doctrine, one.says)
    beside = [accounts[first : first + BESIDE] for first in range(0, len(accounts), BESIDE)]
    page = Group(legend, *(part for some in beside for part in (Text(), _table(some, accounts, ascii_only=ascii_only))))
    return Plain(page) if ascii_only else page


def _table(some: Sequence[Account], accounts: Sequence[Account], *, ascii_only: bool) -> Table:
    """Some of the doctrines; what differs among all of them is bold."""
    table = Table(box=box.ASCII if ascii_only else box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("", style="dim")
    for one in some:
        table.add_column(words.word(one.doctrine), overflow="fold")
    for label, cell in ROWS:
        same = len({cell(one) for one in accounts}) == 1
        table.add_row(label, *(Text(cell(one).replace("_", " "), "" if same else "bold") for one in some))
    return table
