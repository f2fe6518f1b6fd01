"""Running CP-SAT so that Ctrl-C stops it at once and nothing else."""

from __future__ import annotations

import threading
from contextlib import suppress
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
    try:
        thread.start()
        while not ended.wait(POLL_S):
            pass
    except KeyboardInterrupt:
        _stop(solver, thread, ended)
        raise
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


def _stop(solver: Any, thread: threading.Thread, ended: threading.Event) -> None:
    """Ask the search to stop until it has; further presses of Ctrl-C change nothing."""
    while thread.ident is not None and not ended.is_set():
        with suppress(KeyboardInterrupt):
            solver.stop_search()
            ended.wait(STOP_S)
