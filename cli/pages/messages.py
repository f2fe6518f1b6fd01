"""Why there is no plan, and what became of an earlier one, in the words of one runner's season and of a squad alike."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from profiles.visible import visible


def conflict(source: Path | str, name: str, sentences: Sequence[str]) -> str:
    """What cannot all be kept, in the words of rules and wishes."""
    lines = [f"{visible(source)}: no plan for {visible(name)} can keep all of this at once:"]
    lines += [f"  - {sentence}" for sentence in sentences]
    return "\n".join([*lines, "Leaving out any one of them lets the others be kept."])


def out_of_time(source: Path | str, tier: str) -> str:
    return f"{visible(source)}: out of time in tier {tier} with no plan; give it a higher --limit"


def bug(source: Path | str, why: str) -> str:
    return f"{visible(source)}: a bug in this program, please report it: {why}"


def kept(target: Path, aside: Path) -> str:
    """What is said of a plan that was edited by hand, once another one is in its place."""
    was = "another plan, perhaps edited by hand, was there; it is kept as"
    return f"{visible(target)}: {was} {visible(aside)}"
