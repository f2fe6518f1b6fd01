"""The targets for the solver, and the figures of one run that are compared with them."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from benchmarks.measurements import Against, Measured, Result

ME: Final = "me"
"""The shipped profile that represents a usual season."""
WEEKS: Final = {16: "weeks_016", 52: "weeks_052", 104: "weeks_104"}
"""Instances of one runner over so many weeks."""
COVERAGE: Final = "coverage"

WHOLE: Final = 2.0
YEAR: Final = 3.6
TWO_YEARS: Final = 2.2
PEERS: Final = 0.1
ALL_OF_IT: Final = 0.9
"""Share of its limit after which a peer without proof counts as stopped by it."""
MEMORY_MIB: Final = 250.0


@dataclass(frozen=True)
class Line:
    """One target, its figure, and whether it is met; None if this run did not measure it."""

    what: str
    most: str
    measured: str
    met: bool | None


def targets(result: Result) -> list[Line]:
    """All targets, in order of importance."""
    typical = result.typical
    return [
        _whole(result),
        _growth("52 weeks / 16 weeks", typical, (52, 16), YEAR),
        _growth("104 weeks / 52 weeks", typical, (104, 52), TWO_YEARS),
        _peers(result),
        *_greedy(result),
        _memory(result),
        _proofs(result),
    ]


def _whole(result: Result) -> Line:
    what = "whole plan-solve of me / the floor"
    seconds = result.command_s.get(ME, ())
    ratio = result.ratio(statistics.median(seconds)) if seconds else None
    return _at_most(what, ratio, WHOLE, "x")


def _growth(what: str, typical: Mapping[str, Measured], pair: tuple[int, int], most: float) -> Line:
    """Solving time of a longer season divided by that of a shorter one; every tier must be proven."""
    longer, shorter = (typical.get(WEEKS[weeks]) for weeks in pair)
    if longer is None or shorter is None or not shorter.solving_s:
        return _at_most(what, None, most, "x")
    line = _at_most(what, longer.solving_s / shorter.solving_s, most, "x")
    if any(one.status != "solved" or one.unproven for one in (longer, shorter)):
        return Line(what, line.most, f"{line.measured}, not all proven", met=False)
    return line


def _peers(result: Result) -> Line:
    """Our time divided by that of the fastest peer that proved every tier; a peer out of time counts with its limit."""
    what = "me, all tiers proven: ours / the best peer"
    ours = result.typical.get(ME)
    peers = result.peers.get(ME, {}).values()
    proven = [peer.seconds for peer in peers if peer.status == "proven"]
    late = [peer.limit_s for peer in peers if _late(peer)]
    if ours is None or ours.status != "solved" or not proven + late:
        return _at_most(what, None, PEERS, "")
    line = _at_most(what, ours.solving_s / min(proven or late), PEERS, "")
    return line if proven else Line(what, line.most, f"below {line.measured}: all out of time", line.met)


def _late(peer: Against) -> bool:
    """Whether a peer reached its limit without a proof; one that ended earlier does not try to prove its plan."""
    return peer.status == "out of time" or (peer.status == "found" and peer.seconds >= ALL_OF_IT * peer.limit_s)


def _greedy(result: Result) -> Iterator[Line]:
    """Comparison with unproven plans of peers: their coverage shortfall and their broken walls."""
    ours = result.typical.get(ME)
    for name, peer in result.peers.get(ME, {}).items():
        if peer.status == "found" and ours is not None:
            pair = shortfall(ours), shortfall(peer)
            met = None if None in pair else (pair[0] or 0) <= (pair[1] or 0)
            said = f"{_plain(pair[0])} / {_plain(pair[1])}; breaches 0 / {peer.breaches}"
            yield Line(f"me, coverage shortfall: ours / {name}", "theirs", said, met)


def shortfall(one: Measured | Against) -> int | None:
    """The coverage shortfall of a plan."""
    return next((tier.value for tier in one.tiers if tier.name == COVERAGE), None)


def _plain(value: int | None) -> str:
    return "unknown" if value is None else str(value)


def _memory(result: Result) -> Line:
    peaks = [run.memory_mib for runs in result.runs.values() for run in runs if run.status != "failed"]
    return _at_most("peak memory of a solve", max(peaks, default=None), MEMORY_MIB, " MiB", digits=0)


def _proofs(result: Result) -> Line:
    """Number of unproven tiers of all instances that have a plan, or should have one."""
    judged = [run for run in result.typical.values() if run.status != "infeasible"]
    if not judged:
        return Line("tiers not proven, feasible instances", "0", "not measured", None)
    ended = sum(run.status != "solved" for run in judged)
    unproven = sum(run.unproven for run in judged)
    without = f", {ended} without a plan" if ended else ""
    said = f"{unproven} in {len(judged)} instances{without}"
    return Line("tiers not proven, feasible instances", "0", said, unproven + ended == 0)


def _at_most(what: str, measured: float | None, most: float, unit: str, digits: int = 2) -> Line:
    if measured is None:
        return Line(what, f"{most:g}{unit}", "not measured", None)
    return Line(what, f"{most:g}{unit}", f"{measured:.{digits}f}{unit}", measured <= most)
