"""Jobs for tests of batches: small tasks, which workers import from here, and how the jobs ended."""

from __future__ import annotations

import os
import signal
import struct
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from solver.batch.dispatch import run
from solver.batch.job import Done, JobEnd, Workers

NUMBERS = [(f"job {number}", number) for number in range(40)]
SET_BY_A_TEST = False


def batch(jobs: Iterable[tuple[str, Any]], task: Callable[[Any], Any], workers: Workers) -> dict[str, JobEnd[Any]]:
    """How each job ended; asserts that none ended twice."""
    with closing(run(jobs, task, workers)) as running:
        found = list(running)
    assert len({one.key for one in found}) == len(found)
    return {one.key: one for one in found}


def results(found: dict[str, JobEnd[Any]]) -> dict[str, Any]:
    assert {type(one) for one in found.values()} <= {Done}
    return {key: one.result for key, one in found.items() if isinstance(one, Done)}


def looped(jobs: Iterable[tuple[str, Any]], task: Callable[[Any], Any]) -> dict[str, Any]:
    return {key: task(data) for key, data in jobs}


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
    """The process's id, once as many processes as wanted have made a file in the folder. Raises TimeoutError."""
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
    """Where a file is named that does not exist, create it and die."""
    number, mark = order
    if mark and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def square_or_die(number: int) -> int:
    if number < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def square_or_die_while_answering(order: tuple[int, str]) -> int:
    """As `square_or_die_once`, but die after the beginning of an answer was written."""
    number, mark = order
    if mark and not Path(mark).exists():
        Path(mark).touch()
        frame = sys._getframe()  # the worker's own loop has the pipe
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
    """What a test says that a worker has installed."""
    return os.environ.get("INSTALLED", "")


def once_only(_: object) -> str:
    """Another text at each call."""
    return os.urandom(16).hex()
