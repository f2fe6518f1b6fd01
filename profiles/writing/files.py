"""Writes files atomically and makes backup copies."""

from __future__ import annotations

import itertools
import os
import secrets
from pathlib import Path


def write_text(text: str, path: Path | str) -> None:
    """Replace a file atomically, so that readers never see a part of it. Creates the folder."""
    replace_file(Path(path), text.encode())


def replace_file(path: Path, content: bytes) -> None:
    """Like `write_text`, for bytes."""
    file = Path(os.path.realpath(path))  # the target of a link; Path.resolve fails on some
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        with temporary.open("xb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        if file.exists():
            temporary.chmod(file.stat().st_mode)
        os.replace(temporary, file)  # noqa: PTH105  # os.replace is well known to be atomic
    finally:
        temporary.unlink(missing_ok=True)


def keep_aside(path: Path, content: bytes) -> Path:
    """Copy a file to NAME.bak in the same folder, or to NAME.bak2 and so on if that name is taken.

    Returns the copy. Raises OSError.
    """
    for number in itertools.count(1):
        aside = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        if not os.path.lexists(aside):
            break
        if aside.is_file() and aside.read_bytes() == content:
            return aside
    replace_file(aside, content)
    return aside
