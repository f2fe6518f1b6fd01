"""Output to consoles: coloured on a terminal, plain in a pipe, and safe in the C locale."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import IO

    from rich.console import Console

FINE: Final = 0
NO_PLAN: Final = 1
BAD_INPUT: Final = 2
OUT_OF_TIME: Final = 3
BUG: Final = 4
LOST: Final = 5
STOPPED: Final = 130

EXIT_CODES: Final = """\b
Exit codes:
  0  fine
  1  no plan can keep the hard rules, or the audit found one broken
  2  bad input
  3  out of time with no plan
  4  solver and audit disagree: a bug in this program, and no plan is written
  130  stopped with Ctrl-C"""

SQUAD_CODES: Final = f"""{EXIT_CODES}
  5  a squad's workers died or cannot be reached
  A squad ends with the highest code of any athlete."""


def console(*, stderr: bool = False) -> Console:
    """A console that never fails on a character that it cannot show, or on a closed pipe."""
    from cli.streams import Stream

    stream = sys.stderr if stderr else sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")
    return Stream(stderr=stderr, highlight=False, soft_wrap=False)


def mute(stream: IO[str]) -> None:
    """Discard the buffer of a broken stream, so that Python's flush at exit does not fail again."""
    with suppress(OSError, AttributeError):  # the stream is closed, missing, or has no file descriptor
        number = stream.fileno()
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, number)
        os.close(null)


def unknown(what: str, name: str, allowed: Sequence[str]) -> str:
    """The message for a word that is not allowed, with the nearest right spelling."""
    from profiles.reading.nearest import nearest
    from profiles.reading.problems import Problem

    near = nearest(name, allowed)
    return str(Problem("", None, "", f"unknown {what} '{name}'", tuple(allowed), near[0] if near else None))


def say(text: str, style: str = "", *, stderr: bool = False) -> None:
    """Print lines without interpreting markup; characters that do not print are escaped."""
    from rich.text import Text

    console(stderr=stderr).print(Text(shown(text), style), soft_wrap=True)


def shown(text: str) -> str:
    """Lines without characters that do not print."""
    from profiles.visible import visible

    return "\n".join(map(visible, text.split("\n")))


def fail(message: str, code: int) -> NoReturn:
    """Print the reason on stderr, and exit with a code."""
    say(message, "red", stderr=True)
    sys.exit(code)


@contextmanager
def stoppable(written: str = "nothing is written") -> Iterator[None]:
    """If Ctrl-C is pressed in this block, end the command with one line that says what became of its files."""
    try:
        yield
    except KeyboardInterrupt:
        with suppress(ValueError):  # not in the main thread, which alone receives Ctrl-C
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process is about to end: ignore further presses
        fail(f"Stopped; {written}.", STOPPED)
