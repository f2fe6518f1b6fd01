"""A command that ends in one line and an exit code, whatever happens to its streams and folders."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from cli.console import BAD_INPUT, fail, mute, shown, stoppable
from profiles.visible import visible


class Command(click.Command):
    """Click's own ways are code 1 for Ctrl-C and for a reader who has gone, and tracebacks for files."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        with _plain_errors():
            try:
                return super().make_context(*args, **extra)
            except OSError as error:  # stdout does not take --help or --version
                mute(sys.stdout)
                if not isinstance(error, BrokenPipeError):
                    fail(f"standard output: {error.strerror}", BAD_INPUT)
                raise click.exceptions.Exit(0) from None

    def invoke(self, ctx: click.Context) -> Any:
        with _plain_errors(), stoppable():
            return super().invoke(ctx)

    def main(self, *args: Any, **extra: Any) -> Any:
        try:
            return super().main(*args, **extra)
        except OSError as error:
            where = f"{visible(error.filename)}: " if error.filename else ""
            fail(f"{where}{error.strerror or error}", BAD_INPUT)


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Click repeats words of the command line in its messages as they are."""
    try:
        yield
    except click.UsageError as error:
        raise click.UsageError(shown(error.format_message()), error.ctx) from None
