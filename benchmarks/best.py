"""The best known answer of each instance, and the comparison of a new measurement with it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from benchmarks.measurements import Measured, TierFound
from profiles.writing.files import write_text
from profiles.writing.toml_text import toml_key, toml_value

BEST: Final = Path(__file__).with_name("best.toml")
HEAD: Final = """\
# The best known answer of each instance: what its tiers cost in their order, which of that is proven, and the least
# seconds from the first model to the audited plan; or the sentences that cannot be kept together.
# Written by `python -m benchmarks.run --update-best`.
"""


@dataclass(frozen=True)
class Best:
    """The best known answer of one instance."""

    tiers: tuple[TierFound, ...] = ()
    infeasible: tuple[str, ...] = ()
    seconds: float = 0


@dataclass(frozen=True)
class Finding:
    """One difference from the stored answer. Only a regression fails the run."""

    instance: str
    says: str
    regression: bool


def load_best(file: Path) -> dict[str, Best]:
    if not file.exists():
        return {}
    stored: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        name: Best(
            tuple(
                TierFound(name=tier["name"], value=tier["value"], bound=tier["value" if tier["proven"] else "bound"])
                for tier in entry.get("tiers", ())
            ),
            tuple(entry.get("infeasible", ())),
            entry["seconds"],
        )
        for name, entry in stored.items()
    }


def save_best(best: Mapping[str, Best], file: Path) -> None:
    """Instances by name; an unproven tier is written with its bound."""
    lines = [HEAD]
    for name, known in sorted(best.items()):
        lines += [f"[{toml_key(name)}]", f"seconds = {toml_value(round(known.seconds, 2))}"]
        if known.infeasible:
            lines += ["infeasible = [", *(f"    {toml_value(one)}," for one in known.infeasible), "]"]
        else:
            lines += ["tiers = [", *(f"    {toml_value(_told(tier))}," for tier in known.tiers), "]"]
        lines.append("")
    write_text("\n".join(lines), file)


def _told(tier: TierFound) -> dict[str, Any]:
    said: dict[str, Any] = {"name": tier.name, "value": tier.value, "proven": tier.proven}
    return said if tier.proven else {**said, "bound": tier.bound}


def compare(name: str, found: Measured, known: Best | None) -> Iterator[Finding]:
    """The differences. Tiers are compared in order, and only as long as all earlier tiers are equal."""
    if found.status in ("failed", "out of time"):
        yield Finding(name, f"{found.status}: {found.note}", regression=True)
    elif known is None:
        yield Finding(name, "not in best.toml; --update-best stores it", regression=True)
    elif found.status == "infeasible":
        yield from _compare_conflicts(name, found.sentences, known)
    elif known.infeasible:
        yield Finding(name, "has a plan, though it is stored as infeasible", regression=True)
    elif [tier.name for tier in found.tiers] != [tier.name for tier in known.tiers]:
        names = ", ".join(tier.name for tier in found.tiers)
        yield Finding(name, f"has other tiers than stored: {names}", regression=True)
    else:
        yield from _compare_tiers(name, found.tiers, known.tiers)


def _compare_conflicts(name: str, sentences: tuple[str, ...], known: Best) -> Iterator[Finding]:
    if not known.infeasible:
        yield Finding(name, f"has no plan any more: {' / '.join(sentences)}", regression=True)
    elif sentences != known.infeasible:
        yield Finding(name, f"is infeasible for another reason: {' / '.join(sentences)}", regression=True)


def _compare_tiers(name: str, found: tuple[TierFound, ...], known: tuple[TierFound, ...]) -> Iterator[Finding]:
    for now, then in zip(found, known, strict=True):
        if then.proven and not now.proven:
            says = f"{now.name}: proof lost, {now.value} with a floor of {now.bound}; {then.value} was proven"
            yield Finding(name, says, regression=True)
        if now.value > then.value:
            yield Finding(name, f"{now.name}: worse, {now.value} instead of {then.value}", regression=True)
        elif now.value < then.value:
            was = ", though that was proven: the model has changed" if then.proven else ""
            says = f"{now.name}: better, {now.value} instead of {then.value}{was}; --update-best stores it"
            yield Finding(name, says, regression=False)
        elif now.proven and not then.proven:
            yield Finding(name, f"{now.name}: {now.value} is proven now; --update-best stores it", regression=False)
        if now.value != then.value:
            return


def improved(name: str, found: Measured, known: Best | None, *, force: bool = False) -> Best | None:
    """The answer to store: the new one if there was none, if it is better, or if forced; else the old one."""
    if found.status not in ("solved", "infeasible"):
        return known
    new = Best(found.tiers, found.sentences, found.solving_s)
    if known is None or force:
        return new
    findings = tuple(compare(name, found, known))
    if any(finding.regression for finding in findings):
        return known
    return new if findings else Best(known.tiers, known.infeasible, min(known.seconds, new.seconds))
