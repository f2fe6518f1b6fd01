"""Runs CP-SAT so that Ctrl-C stops the search at once and does no other harm."""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

STOP_S: Final = 0.02
"""Seconds between two requests to stop, which are repeated because CP-SAT ignores one before the search begins."""


def status_of(solver: Any, model: CpModel) -> str:
    """Solve, and return the status by its name. Raises KeyboardInterrupt after a search that Ctrl-C has stopped."""
    with interrupt_at_end() as heard, _stopped_by_ctrl_c(solver, heard=heard is not None):
        return str(solver.status_name(solver.solve(model)))


@contextmanager
def _stopped_by_ctrl_c(solver: Any, *, heard: bool) -> Iterator[None]:
    """Stop the search of the block when Ctrl-C is pressed.

    Python runs signal handlers only when the main thread leaves CP-SAT, but writes the number of each signal to a
    socket at once. A thread reads it there. The search itself stays in the main thread: in one of its own, CP-SAT's
    memory costs 4 % of the time of a plan.
    """
    if not heard:
        yield
        return
    reads, writes = socket.socketpair()
    writes.setblocking(False)  # as `set_wakeup_fd` demands
    ended = threading.Event()
    thread = threading.Thread(target=_stop_when_pressed, args=(solver, reads, ended))
    before = signal.set_wakeup_fd(writes.fileno(), warn_on_full_buffer=False)
    try:
        thread.start()
        yield
    finally:
        ended.set()
        signal.set_wakeup_fd(before)
        writes.close()
        thread.join()
        reads.close()


def _stop_when_pressed(solver: Any, reads: socket.socket, ended: threading.Event) -> None:
    """Wait for Ctrl-C, then ask the search to stop until it has ended. Returns when the other socket is closed."""
    while numbers := reads.recv(64):
        while signal.SIGINT in numbers and not ended.wait(STOP_S):
            solver.stop_search()


@contextmanager
def interrupt_at_end() -> Iterator[list[int] | None]:
    """Record Ctrl-C, and raise KeyboardInterrupt only when the block ends.

    For code that an exception at any moment would harm: during a wait it leaves a lock in a bad state, during the
    import of an extension it becomes an ImportError. If Ctrl-C is ignored or has another handler, nothing changes, and
    what it yields is None.
    """
    pressed: list[int] = []
    if threading.current_thread() is not threading.main_thread() or (
        signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    ):
        yield None
        return
    signal.signal(signal.SIGINT, lambda number, _frame: pressed.append(number))
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if pressed:
        raise KeyboardInterrupt
