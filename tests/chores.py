"""Plain tasks for workers, which find them by name: what a batch does is not their subject."""

from __future__ import annotations

import os
import signal
import struct
import sys
import time
from collections.abc import Callable
from pathlib import Path

SET_BY_A_TEST = False


def sees_what_a_test_set() -> bool:
    return SET_BY_A_TEST


def square(number: int) -> int:
    return number * number


def slow_square(number: int) -> int:
    time.sleep(0.1)
    return number * number


def square_of_even(number: int) -> int:
    if number % 2:
        raise ValueError(f"{number} is odd")
    return number * number


def meet(place: tuple[str, int]) -> int:
    """Own process id, once as many processes as wanted are at the place; each time-out is an error."""
    folder, wanted = Path(place[0]), place[1]
    (folder / str(os.getpid())).touch()
    begun = time.monotonic()
    while len(list(folder.iterdir())) < wanted:
        if time.monotonic() - begun > 20:
            raise TimeoutError
        time.sleep(0.01)
    return os.getpid()


def meet_or_sleep(order: tuple[str, int] | int) -> int:
    if isinstance(order, int):
        time.sleep(600)
    else:
        return meet(order)
    return order


def square_or_die_once(order: tuple[int, str]) -> int:
    """Where a file is named, the first to come leaves it there and dies."""
    number, mark = order
    if mark and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def square_or_die(number: int) -> int:
    if number < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def square_or_die_amid_the_answer(order: tuple[int, str]) -> int:
    """As `square_or_die_once`, after the head of an answer and none of the rest: as a long one would be cut off."""
    number, mark = order
    if mark and not Path(mark).exists():
        Path(mark).touch()
        frame = sys._getframe()  # the loop of a worker has the pipe
        while "result_queue" not in frame.f_locals and frame.f_back:
            frame = frame.f_back
        os.write(frame.f_locals["result_queue"]._writer.fileno(), struct.pack("!i", 80_000) + b"the beginning")
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def square_or_not_to_be_sent(number: int) -> int | Callable[[], int]:
    """A function without a name does not pickle."""
    return number * number if number else lambda: number


def nothing_installed() -> str:
    return "nothing"


def installed_here() -> str:
    """What a test gave a worker to have."""
    return os.environ.get("INSTALLED", "")
