"""Renders anything in ASCII if the stream does not support other characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment

from cli.pages.words import DASH, DOT, TIMES

_SAME: Final = str.maketrans(
    {
        DASH: "-",
        TIMES: "x",
        DOT: ".",
        "\N{HORIZONTAL ELLIPSIS}": ".",
        **dict.fromkeys("\N{BOX DRAWINGS LIGHT HORIZONTAL}\N{BOX DRAWINGS HEAVY HORIZONTAL}", "-"),
        **dict.fromkeys("\N{BOX DRAWINGS LIGHT VERTICAL}\N{BOX DRAWINGS HEAVY VERTICAL}\N{LEFT HALF BLOCK}", "|"),
        **{chr(code): "+" for code in range(0x250C, 0x254C)},  # corners and crossings
        **{chr(code): "+" for code in range(0x256D, 0x2571)},  # round corners
    }
)
_OTHER: Final = re.compile(r"[^\x00-\x7f]+")


@dataclass(frozen=True)
class Plain:
    """Wraps a renderable. Without UTF it is shown in ASCII, character by character, so that columns stay aligned."""

    inside: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for segment in console.render(self.inside, options):
            kept = segment.control or not options.ascii_only
            yield segment if kept else Segment(plain(segment.text), segment.style)


def plain(text: str) -> str:
    """Text in ASCII; a character without an equivalent becomes as many `?` as its width."""
    return _OTHER.sub(lambda found: "?" * cell_len(found[0]), text.translate(_SAME))
