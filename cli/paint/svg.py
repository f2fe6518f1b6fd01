"""Renders a plan's page as a picture: the calendar and the first card."""

from __future__ import annotations

import io
from typing import Final

from rich.console import Console, Group
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from cli.pages.page import Page
from cli.paint.calendar_grid import calendar
from cli.paint.cards import card, heading

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
"""Rich's format with fonts of the reader's system, because the picture must not load anything."""

THEME: Final = TerminalTheme(
    (22, 27, 34),
    (214, 220, 227),
    [(22, 27, 34), (218, 76, 76), (120, 178, 92), (214, 170, 72), (92, 148, 222), (176, 124, 196), (86, 176, 184),
     (214, 220, 227)],
    [(110, 118, 129), (240, 98, 88), (140, 200, 110), (232, 192, 96), (120, 170, 240), (196, 146, 214),
     (110, 198, 206), (240, 243, 246)],
)  # fmt: skip
"""Background, foreground, and the eight colours, normal and bright; muted, so that sessions are easy to see."""


def render_svg(page: Page, title: str) -> str:
    """The picture of a terminal of 80 columns with this title."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    first = next(((heading(block), card(block.cards[0])) for block in page.blocks if block.cards), ())
    console.print(Group(calendar(page), Text(), *first), end="")
    return console.export_svg(title=title, code_format=FORMAT, theme=THEME)
