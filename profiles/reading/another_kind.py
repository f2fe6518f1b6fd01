"""Detects a plan where a profile is wanted, and the reverse, so that one error is reported instead of many."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from profiles.reading.problems import BadInput, Problem


def refuse_plan(path: Path | str, tables: Mapping[str, Any]) -> None:
    """Raise BadInput if the tables of a file are those of a plan, which contains the profile as one of its tables."""
    if is_plan(tables):
        raise BadInput(Problem(str(path), None, "", "this is a plan, and a profile is wanted; plan-check reads plans"))


def refuse_profile(path: Path | str, tables: Mapping[str, Any]) -> None:
    """Raise BadInput if the tables of a file are those of a profile or of a squad.toml."""
    if not is_plan(tables) and not {"athlete", "season", "strength"}.isdisjoint(tables):
        raise BadInput(Problem(str(path), None, "", "this is a profile, and a plan is wanted; plan-solve makes one"))


def is_plan(tables: Mapping[str, Any]) -> bool:
    return "header" in tables or {"profile", "blocks"} <= tables.keys()
