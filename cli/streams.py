"""Handles output to a pipe that was closed by its reader, or to a full disk."""

from __future__ import annotations

from typing import Any

from rich.console import Console

from cli.console import BAD_INPUT, fail, mute


class Stream(Console):
    """A console for stdout or stderr that breaks without a traceback.

    If the reader has closed the pipe, the command continues without output and ends with its usual exit code. Any
    other error on stdout ends the command; an error on stderr is ignored, because it cannot be reported.
    """

    def print(self, *objects: Any, **how: Any) -> None:
        try:
            super().print(*objects, **how)
        except OSError as error:
            self.on_broken_pipe()
            if not self.stderr:
                fail(f"standard output: {error.strerror}", BAD_INPUT)

    def on_broken_pipe(self) -> None:
        """Called by rich when the pipe is closed; the original exits with 1."""
        self.quiet = True
        mute(self.file)
