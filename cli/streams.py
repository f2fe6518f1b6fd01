"""Output into a pipe whose reader leaves, or onto a disk that is full."""

from __future__ import annotations

from typing import Any

from rich.console import Console

from cli.console import BAD_INPUT, fail, mute


class Stream(Console):
    """A console for stdout or stderr that breaks without a traceback.

    A reader who has gone is no failure: the command goes on in silence, to the exit code that its work deserves. What
    cannot be written to stdout for another reason ends the command; of stderr nobody can be told.
    """

    def print(self, *objects: Any, **how: Any) -> None:
        try:
            super().print(*objects, **how)
        except OSError as error:
            self.on_broken_pipe()
            if not self.stderr:
                fail(f"standard output: {error.strerror}", BAD_INPUT)

    def on_broken_pipe(self) -> None:
        """What rich calls when the reader has gone; its own way is to exit with 1."""
        self.quiet = True
        mute(self.file)
