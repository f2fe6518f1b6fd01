"""Files that are whole or untouched."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def write_text(text: str, path: Path | str) -> None:
    """Replace a file in one step, or leave it as it was: no reader ever meets half a file. Makes its folder."""
    replace_file(Path(path), text.encode())


def replace_file(path: Path, content: bytes) -> None:
    """`write_text` for bytes."""
    file = path.resolve()  # through a link, so that the link stays one
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        with temporary.open("xb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        if file.exists():
            temporary.chmod(file.stat().st_mode)
        os.replace(temporary, file)  # noqa: PTH105  # the name under which everybody knows this guarantee
    finally:
        temporary.unlink(missing_ok=True)
