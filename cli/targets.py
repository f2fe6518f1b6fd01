"""Checks where plans are written, so that no file of the user is lost."""

from __future__ import annotations

import os
import stat
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from cli.squad.summary import COLUMNS, is_summary
from profiles.reading.another_kind import is_plan
from profiles.reading.folders import is_folder
from profiles.reading.problems import BadInput, Problem
from profiles.writing.files import keep_aside, replace_file
from profiles.writing.signature import source_of

ELSEWHERE = "choose another folder with -o"


def refuse_file_name(folder: Path) -> None:
    """Raise BadInput if -o seems to name the plan's file."""
    if folder.suffix == ".toml" and not is_folder(folder):
        _refuse(folder, "-o wants a folder; the plan's file in it is named like the profile")


def refuse_folder(folder: Path) -> None:
    """Raise BadInput if no file can be written into a folder. A missing folder is created later."""
    for place in (folder, *folder.parents):
        try:
            kind = place.stat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            if place.is_symlink():
                _refuse(folder, f"cannot be written to: {place} is a broken link; {ELSEWHERE}")
            continue
        except OSError as error:
            _refuse(folder, f"cannot be written to: {error.strerror}; {ELSEWHERE}")
        if not stat.S_ISDIR(kind):
            what = "this" if place == folder else str(place)
            _refuse(folder, f"cannot be written to: -o wants a folder, and {what} is a file")
        if not os.access(place, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids):
            _refuse(folder, f"cannot be written to: you may not write in {place}; {ELSEWHERE}")
        return


def refuse_target(profile: Path, target: Path) -> None:
    """Raise BadInput if the plan would replace a file that is no plan, or the plan of another profile."""
    refuse_folder(target.parent)
    if is_summary(target):
        _refuse(profile, f"{target.name} is the name of a squad's summary; rename the profile")
    try:
        content = target.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        _refuse(target, f"the plan cannot be written there: {error.strerror}")
    if not _is_plan(content):
        if os.path.realpath(profile) == os.path.realpath(target):
            _refuse(profile, f"that is the profile, and its plan would replace it; {ELSEWHERE}")
        _refuse(target, f"exists already and is no plan, so the plan of {profile} does not replace it; {ELSEWHERE}")
    source = source_of(content)
    other = target.parent / (source or "")
    if source and os.path.realpath(other) != os.path.realpath(profile) and other.is_file():
        theirs = os.path.normpath(other)
        _refuse(target, f"the plan of {theirs} is there; rename {profile}, or {ELSEWHERE}")


def refuse_summary(summary: Path, profiles: Iterable[Path]) -> None:
    """Raise BadInput if a squad's summary would replace a profile, or another file that is no summary."""
    try:
        tables = tomllib.loads(summary.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        tables = {}
    real = os.path.realpath(summary)
    table = summary.with_suffix(".csv")
    try:
        foreign = not table.read_text(encoding="utf-8-sig").startswith(",".join(COLUMNS[:3]))
    except FileNotFoundError:
        foreign = False
    except (OSError, ValueError):
        foreign = True
    if foreign:
        _refuse(table, f"is there already and is no summary, so that of the squad does not replace it; {ELSEWHERE}")
    if any(os.path.realpath(one) == real for one in profiles) or (tables and not {"squad", "athletes"} & tables.keys()):
        _refuse(summary, f"exists already and is no summary, so that of the squad does not replace it; {ELSEWHERE}")


def source_for(profile: Path, target: Path) -> str:
    """The profile's path for the last line of its plan: relative to the plan's folder, if both are on one drive."""
    try:
        return Path(os.path.relpath(profile, target.parent)).as_posix()
    except ValueError:
        return profile.absolute().as_posix()


def write_plan(text: str, target: Path) -> Path | None:
    """Write a signed plan. An existing plan that was edited is copied first; returns the copy. Raises OSError."""
    content, aside = text.encode(), None
    if is_folder(target.parent) and target.is_file():
        before = target.read_bytes()
        if before != content and source_of(before) is None:
            aside = keep_aside(target, before)
    replace_file(target, content)
    return aside


def _is_plan(content: bytes) -> bool:
    """Whether a file is, or was, a plan. Invalid TOML may be a plan that was edited by hand, so it is copied."""
    if b"\n[header]" in b"\n" + content:  # avoids reading the whole plan, which is slow
        return True
    try:
        tables = tomllib.loads(content.decode())
    except (ValueError, RecursionError):
        return b"[athlete]" not in content
    return not tables or is_plan(tables)


def _refuse(path: Path, message: str) -> NoReturn:
    raise BadInput(Problem(str(path), None, "", message))
