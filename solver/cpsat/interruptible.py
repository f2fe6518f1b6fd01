"""Running CP-SAT so that Ctrl-C stops it at once and nothing else."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

POLL_S: Final = 0.2
"""Longest wait of the main thread: on Windows a wait without an end does not notice Ctrl-C."""
STOP_S: Final = 0.02
"""Between two requests to stop: one that comes before the search has begun is not noticed."""


def status_of(solver: Any, model: CpModel) -> str:
    """Solve, and return the status by its name.

    The search runs in a thread of its own while the main thread waits for an event, because a signal handler only
    runs in the main thread, and not while that is inside CP-SAT. Raises KeyboardInterrupt after the search has ended:
    the thread must be over before the process is.
    """
    if threading.current_thread() is not threading.main_thread():
        return str(solver.status_name(solver.solve(model)))
    ended = threading.Event()
    found: list[Any] = []
    thread = threading.Thread(target=_solve, args=(solver, model, found, ended))
    with interrupt_at_end() as pressed:
        try:
            thread.start()
            while not (ended.wait(POLL_S) or pressed):
                pass
        finally:
            while thread.ident is not None and not ended.wait(STOP_S):
                solver.stop_search()
        thread.join()
    if isinstance(found[0], BaseException):
        raise found[0]
    return str(solver.status_name(found[0]))


def _solve(solver: Any, model: CpModel, found: list[Any], ended: threading.Event) -> None:
    try:
        found.append(solver.solve(model))
    except BaseException as error:  # noqa: BLE001  # it is raised again in the main thread
        found.append(error)
    finally:
        ended.set()


@contextmanager
def interrupt_at_end() -> Iterator[list[int]]:
    """Note presses of Ctrl-C, and raise KeyboardInterrupt only at the end.

    For what an exception at any moment would harm: amid a wait it leaves a lock unsound, amid the loading of an
    extension it becomes an ImportError. Where Ctrl-C is ignored, or somebody else handles it, that stays so.
    """
    pressed: list[int] = []
    if threading.current_thread() is not threading.main_thread() or (
        signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    ):
        yield pressed
        return
    signal.signal(signal.SIGINT, lambda number, _frame: pressed.append(number))
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if pressed:
        raise KeyboardInterrupt
