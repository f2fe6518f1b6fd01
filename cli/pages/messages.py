"""Messages that are the same for one runner and for a squad: why there is no plan, and which files were kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from profiles.visible import visible


def conflict(source: Path | str, name: str, sentences: Sequence[str]) -> str:
    """The sentences of the rules and wishes that conflict."""
    lines = [f"{visible(source)}: no plan for {visible(name)} can keep all of this at once:"]
    lines += [f"  - {sentence}" for sentence in sentences]
    return "\n".join([*lines, "Leaving out any one of them lets the others be kept."])


def out_of_time(source: Path | str, tier: str) -> str:
    return f"{visible(source)}: out of time in tier {tier} with no plan; give it a higher --limit"


def bug(source: Path | str, why: str) -> str:
    return f"{visible(source)}: a bug in this program, please report it: {why}"


def kept(target: Path, aside: Path) -> str:
    """The message about a plan that was edited by hand and has been replaced."""
    was = "an earlier plan, perhaps edited by hand, is kept as"
    return f"{visible(target)}: {was} {visible(aside)}"
