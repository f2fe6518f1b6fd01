"""A click command that reports errors of streams and folders in one line and with an exit code."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import click

from cli.console import BAD_INPUT, fail, mute, shown, stoppable
from profiles.visible import visible

COLLECT_AFTER: Final = (50_000, 20, 20)
"""Thresholds of the garbage collector: a command keeps nearly all it makes, so there is little to find."""


class Command(click.Command):
    """By default click exits with 1 for Ctrl-C and closed pipes, and shows tracebacks for file errors."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        with _plain_errors():
            try:
                return super().make_context(*args, **extra)
            except OSError as error:  # the output of --help or --version failed
                mute(sys.stdout)
                if not isinstance(error, BrokenPipeError):
                    fail(f"standard output: {error.strerror}", BAD_INPUT)
                raise click.exceptions.Exit(0) from None

    def invoke(self, ctx: click.Context) -> Any:
        with _plain_errors(), stoppable():
            return super().invoke(ctx)

    def main(self, *args: Any, **extra: Any) -> Any:
        gc.set_threshold(*COLLECT_AFTER)
        try:
            return super().main(*args, **extra)
        except OSError as error:
            where = f"{visible(error.filename)}: " if error.filename else ""
            fail(f"{where}{error.strerror or error}", BAD_INPUT)


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Escape the arguments that click repeats in its messages."""
    try:
        yield
    except click.UsageError as error:
        raise click.UsageError(shown(error.format_message()), error.ctx) from None
