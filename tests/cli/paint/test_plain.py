"""ASCII in place of everything else, in as many cells."""

from __future__ import annotations

import pytest
from rich import box
from rich.cells import cell_len

from cli.paint.plain import plain


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("3 \N{MULTIPLICATION SIGN} 8", "3 x 8"),
        ("4 Jan \N{EN DASH} 7 Mar", "4 Jan - 7 Mar"),
        ("\N{LEFT HALF BLOCK} 1", "| 1"),
        ("Zoë", "Zo?"),
        ("走る", "????"),
        ("I \N{HEAVY BLACK HEART}\N{VARIATION SELECTOR-16} it", "I ?? it"),
        ("[red] ~ ok\n", "[red] ~ ok\n"),
    ],
)
def test_likeness(text: str, alike: str) -> None:
    assert plain(text) == alike
    assert cell_len(alike.strip()) == cell_len(text.strip())


@pytest.mark.parametrize("frame", [box.ROUNDED, box.HEAVY])
def test_frames_become_lines(frame: box.Box) -> None:
    drawn = plain(frame.get_top([3, 3]) + frame.get_row([3, 3]) + frame.get_bottom([3, 3]))
    assert set(drawn) <= set("+-| ")
