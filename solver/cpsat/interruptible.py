"""Runs CP-SAT so that Ctrl-C stops the search at once and does no other harm."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

POLL_S: Final = 0.2
"""Longest single wait of the main thread, in seconds: on Windows a wait without a timeout ignores Ctrl-C."""
STOP_S: Final = 0.02
"""Seconds between two requests to stop, which are repeated because CP-SAT ignores one before the search begins."""


def status_of(solver: Any, model: CpModel) -> str:
    """Solve, and return the status by its name.

    The search runs in a separate thread and the main thread waits for it, because Python runs signal handlers only in
    the main thread, and not while that thread is inside CP-SAT. Raises KeyboardInterrupt after the search has ended:
    the thread must end before the process does.
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
    """Record Ctrl-C, and raise KeyboardInterrupt only when the block ends.

    For code that an exception at any moment would harm: during a wait it leaves a lock in a bad state, during the
    import of an extension it becomes an ImportError. If Ctrl-C is ignored or has another handler, nothing changes.
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
