"""Looks into folders, including those without permission to read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from profiles.reading.problems import BadInput, Problem

SQUAD_FILE: Final = "squad.toml"
"""The name of the file that says what the athletes of its folder have in common."""


def is_folder(path: Path | str) -> bool:
    """Whether a folder exists. False if the system denies access: reading it then raises the error."""
    return os.path.isdir(path)  # noqa: PTH112  # Path.is_dir raises PermissionError up to Python 3.13


def is_there(path: Path | str) -> bool:
    """Whether a path exists, even as a broken link. False if the system denies access."""
    return os.path.lexists(path)


def toml_files(folder: Path) -> list[Path]:
    """The TOML files of a folder in the order of their names, without hidden ones. Raises BadInput."""
    try:
        return sorted(file for file in folder.iterdir() if file.suffix == ".toml" and not file.name.startswith("."))
    except OSError as error:
        raise BadInput(Problem(str(folder), None, "", f"cannot be read: {error.strerror}")) from None
