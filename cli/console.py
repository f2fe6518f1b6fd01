"""Where output goes: plain enough for a pipe and the C locale, coloured where someone looks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

FINE: Final = 0
NO_PLAN: Final = 1
BAD_INPUT: Final = 2
OUT_OF_TIME: Final = 3
BUG: Final = 4
LOST: Final = 5
STOPPED: Final = 130

FEW: Final = 32
"""Allowed words that are told in full; of more, only the nearest."""
NEAR: Final = 12

EXIT_CODES: Final = """\b
Exit codes:
  0  fine
  1  no plan can keep the hard rules, or the audit found one broken
  2  bad input
  3  out of time with no plan
  4  solver and audit disagree: a bug in this program, and no plan is written"""

SQUAD_CODES: Final = f"""{EXIT_CODES}
  5  a squad's workers died or cannot be reached
  130  a squad was stopped with Ctrl-C
  A squad ends with the highest code of any athlete."""


def console(*, stderr: bool = False) -> Console:
    """A console that never fails on a character it cannot show."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")
    return Console(stderr=stderr, highlight=False, soft_wrap=False)


def ascii_only(where: Console) -> bool:
    """Whether the terminal or pipe takes nothing but ASCII."""
    return not (where.encoding or "ascii").lower().startswith("utf")


def unknown(what: str, name: str, allowed: Sequence[str]) -> str:
    """An error for a word that is none of the allowed ones, with the nearest right spelling."""
    from difflib import get_close_matches

    near = get_close_matches(name, allowed, 1) or [known for known in allowed if known.startswith(name)]
    hint = f" Did you mean '{near[0]}'?" if near else ""
    few = allowed if len(allowed) <= FEW else [*get_close_matches(name, allowed, NEAR, 0), "..."]
    return f"unknown {what} '{name}'.{hint} Allowed: {', '.join(few)}"


def fail(message: str, code: int) -> None:
    """Say why on stderr, and leave with a code."""
    from rich.text import Text

    console(stderr=True).print(Text(message, style="red"), soft_wrap=True)
    sys.exit(code)
