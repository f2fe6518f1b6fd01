"""Folders, also those that may not be entered."""

from __future__ import annotations

import os
from pathlib import Path

from profiles.reading.problems import BadInput, Problem


def is_folder(path: Path | str) -> bool:
    """Whether a folder is there. False where the system refuses to tell: whoever reads it then hears why."""
    return os.path.isdir(path)  # noqa: PTH112  # Path.is_dir raises PermissionError up to Python 3.13


def is_there(path: Path | str) -> bool:
    """Whether anything is there, be it a link to nothing. False where the system refuses to tell."""
    return os.path.lexists(path)


def toml_files(folder: Path) -> list[Path]:
    """The TOML files of a folder in the order of their names, without hidden ones. Raises BadInput."""
    try:
        return sorted(file for file in folder.iterdir() if file.suffix == ".toml" and not file.name.startswith("."))
    except OSError as error:
        raise BadInput(Problem(str(folder), None, "", f"cannot be read: {error.strerror}")) from None
