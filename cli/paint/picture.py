"""A plan as a picture for a page: its calendar and its first card. `python -m cli.paint.picture PLAN.toml OUT.svg`."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click
from rich.console import Console, Group, RenderableType
from rich.rule import Rule as Line
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from cli.paint.calendar_grid import calendar
from cli.paint.cards import cards
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan

WIDTH: Final = 80
FORMAT: Final = """\
<svg class="plan" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
    <style>
    .{unique_id}-matrix {{
        font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
        font-size: {char_height}px;
        line-height: {line_height}px;
    }}
    .{unique_id}-title {{
        font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
        font-size: 18px;
    }}
    {styles}
    </style>
    <defs>
    <clipPath id="{unique_id}-clip-terminal">
        <rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
    </clipPath>
    {lines}
    </defs>
    {chrome}
    <g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
    {backgrounds}
    <g class="{unique_id}-matrix" xml:space="preserve">
    {matrix}
    </g>
    </g>
</svg>
"""
"""Rich's own, but with the reader's fonts: a picture on a page must fetch nothing."""

THEME: Final = TerminalTheme(
    (22, 27, 34),
    (214, 220, 227),
    [(22, 27, 34), (218, 76, 76), (120, 178, 92), (214, 170, 72), (92, 148, 222), (176, 124, 196), (86, 176, 184),
     (214, 220, 227)],
    [(110, 118, 129), (240, 98, 88), (140, 200, 110), (232, 192, 96), (120, 170, 240), (196, 146, 214),
     (110, 198, 206), (240, 243, 246)],
)  # fmt: skip
"""Background, foreground, and the eight colours, plain and bright: soft on dark, so that sessions stand out."""


def picture(plan: Plan, rules: Sequence[PlanRule], title: str) -> str:
    """SVG of a plan's calendar and first card, as a terminal of 80 columns shows them."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Group(calendar(plan), Text(), *_first_card(plan, rules)), end="")
    return console.export_svg(title=title, code_format=FORMAT, theme=THEME)


def _first_card(plan: Plan, rules: Sequence[PlanRule]) -> Sequence[RenderableType]:
    """The first session's card under the heading of its block: what stands between two headings."""
    if not plan.sessions:
        return ()
    first = plan.sessions[0]
    alike = [session for session in plan.sessions if (session.block, session.slot) == (first.block, first.slot)]
    shown = cards(plan.with_sessions(alike), rules)
    parts = shown.renderables if isinstance(shown, Group) else [shown]
    headings = [index for index, part in enumerate(parts) if isinstance(part, Line)]
    bounds = [*headings, len(parts)]
    return parts[bounds[first.block - 1] : bounds[first.block]]


@click.command()
@click.argument("plan", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
def main(plan: Path, target: Path) -> None:
    """Draw PLAN, a plan's TOML file, as SVG into TARGET."""
    from cli.briefs import plan_at
    from profiles.writing.files import write_text

    drawn, brief = plan_at(plan)
    write_text(picture(drawn, brief.rules, f"plan-solve profiles/{plan.stem}.toml"), target)


if __name__ == "__main__":
    main()
