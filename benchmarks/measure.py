"""Measures one instance in this process: `python -m benchmarks.measure FILE` prints the result as JSON.

The time of the whole process is measured by its parent.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from benchmarks.clock import COUNTING, Clock
from benchmarks.measurements import Against, Measured, Size, TierFound
from cli.briefs import brief_at
from constraints.planning.brief import Brief
from constraints.planning.conflict import Conflict
from constraints.planning.planner import Solved, plan_for
from profiles.plan import TierRecord
from profiles.writing.toml_text import save_plan
from solver.cpsat.model import Model
from solver.cpsat.search import Cost, Search
from solver.outcome import Infeasible, OutOfTime, Tier

if TYPE_CHECKING:
    from benchmarks.peers.peer import Peer

KINDS: Final = ("bool_or", "bool_and", "at_most_one", "exactly_one")


class Watched(Search):
    """Our own search, which also reports its end, so that reading the plan back is not counted for the last tier."""

    over: Callable[[bool], None]

    def minimise(
        self,
        tiers: Sequence[tuple[str, Cost]],
        on_tier: Callable[[str], None],
        *given: Any,
        **named: Any,
    ) -> tuple[Tier, ...] | Infeasible | OutOfTime:
        """Pass all other arguments to our search."""
        outcome = super().minimise(tiers, on_tier, *given, **named)
        self.over(isinstance(outcome, tuple))
        return outcome


def size_of(proto: Any) -> Size:
    """The size of a model, before any tier is frozen."""
    return Size(
        variables=len(proto.variables), constraints=len(proto.constraints), terms=sum(map(_terms, proto.constraints))
    )


def _terms(constraint: Any) -> int:
    enforced = len(constraint.enforcement_literal)
    if constraint.has_linear():  # checked first, because reading a missing field of a message creates it
        return enforced + len(constraint.linear.vars)
    for kind in KINDS:
        if getattr(constraint, f"has_{kind}")():
            return enforced + len(getattr(constraint, kind).literals)
    raise ValueError(f"terms of an unknown kind of constraint: {constraint}")


def measure(file: Path) -> Measured:
    """Solve an instance as plan-solve does, and write its plan to a temporary folder."""
    clock, sizes = Clock(), list[Size]()
    clock.begin("importing")
    Model()  # loads OR-Tools in the same way as the engine
    clock.begin("reading")
    brief = brief_at(file)
    outcome = plan_for(brief, lambda _block, _blocks, what: clock.begin(what), search=_watching(clock, sizes))
    found = _found(brief, outcome, clock)
    return found.model_copy(
        update={
            "seconds": {stage: round(spent, 4) for stage, spent in clock.end().items()},
            "weeks": brief.profile.weeks,
            "largest": max(sizes, key=lambda size: size.terms, default=Size()),
            "total": sum(sizes, start=Size()),
            "memory_mib": round(_peak_mib(), 1),
            "versions": versions(),
        }
    )


def _watching(clock: Clock, sizes: list[Size]) -> Callable[[Model, float, Mapping[int, int]], Search]:
    def begin(model: Model, limit: float, start: Mapping[int, int]) -> Search:
        clock.begin(COUNTING)
        sizes.append(size_of(model.cp.proto))
        search = Watched(model, limit, start)
        search.over = lambda solved: clock.begin("reading back" if solved else "tracing the conflict")
        clock.begin("building")
        return search

    return begin


def _found(brief: Brief, outcome: Any, clock: Clock) -> Measured:
    match outcome:
        case Solved():
            clock.begin("writing")
            with tempfile.TemporaryDirectory() as folder:
                save_plan(outcome.plan, Path(folder) / "plan.toml")
            found = tuple(told(outcome.plan.header.tiers))
            return Measured(status="solved", blocks=len(outcome.plan.blocks), tiers=found)
        case Conflict():
            return Measured(status="infeasible", sentences=tuple(rule.say() for rule in outcome.rules))
        case OutOfTime():
            return Measured(status="out of time", note=outcome.tier)
    raise AssertionError(f"{brief.profile.athlete.name}: {outcome}")


def told(tiers: Iterable[Tier | TierRecord]) -> Iterator[TierFound]:
    return (TierFound(name=tier.name, value=tier.value, bound=tier.bound) for tier in tiers)


def _peak_mib() -> float:
    """Peak memory of this process in MiB. `ru_maxrss` would include memory of the parent process."""
    status = Path("/proc/self/status")
    if status.exists():
        return (
            next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 2**10
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def versions() -> dict[str, str]:
    ours = {name: metadata.version(name) for name in ("ortools", "runner-strength-planner")}
    return {"python": sys.version.partition(" ")[0], **ours}


def measure_peer(file: Path, peer: Peer, limit_s: float) -> Against:
    """Solve an instance with a peer; the import of the solver's library is not counted."""
    brief = brief_at(file)
    Model()
    answer = peer.solve(brief, limit_s)
    return Against(
        status=answer.status, says=peer.says, tiers=tuple(told(answer.tiers)), breaches=answer.breaches,
        seconds=round(answer.seconds, 4), limit_s=limit_s, note=answer.note,
    )  # fmt: skip


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--peer", metavar="NAME", help="Let this peer solve it instead of our own search.")
@click.option("--limit", "limit_s", type=float, default=60.0, show_default=True, help="Seconds the peer may take.")
def main(file: Path, peer: str | None, limit_s: float) -> None:
    """Solve the profile in FILE and print as JSON what it took."""
    if peer is None:
        click.echo(measure(file).model_dump_json())
        return
    from benchmarks.peers.lineup import peers

    click.echo(measure_peer(file, peers()[peer], limit_s).model_dump_json())


if __name__ == "__main__":
    main()
