"""Ctrl-C raises when it is checked, and the earlier handler is restored afterwards."""

import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from solver.batch.interrupts import delayed_interrupts


@pytest.fixture(autouse=True)
def default_handler() -> Iterator[None]:
    """Set the default handler, because Ctrl-C is ignored if the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_without_an_interrupt_nothing_is_raised() -> None:
    with delayed_interrupts() as raise_if_interrupted:
        raise_if_interrupted()


def test_an_interrupt_is_raised_when_it_is_asked_for() -> None:
    with delayed_interrupts() as raise_if_interrupted:
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            raise_if_interrupted()


def test_a_second_interrupt_is_raised_at_once() -> None:
    with delayed_interrupts():
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_the_handler_from_before_is_restored_even_after_an_exception() -> None:
    def fail() -> None:
        with delayed_interrupts():
            assert signal.getsignal(signal.SIGINT) is not signal.default_int_handler
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_where_interrupts_are_ignored_they_still_are() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with delayed_interrupts() as raise_if_interrupted:
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        signal.raise_signal(signal.SIGINT)
        raise_if_interrupted()


def test_outside_the_main_thread_the_handler_stays() -> None:
    def inside() -> bool:
        with delayed_interrupts() as raise_if_interrupted:
            raise_if_interrupted()
            return signal.getsignal(signal.SIGINT) is signal.default_int_handler

    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(inside).result()
