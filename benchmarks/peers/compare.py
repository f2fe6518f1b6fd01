"""Ours and every peer on some seasons: `python -m benchmarks.peers.compare profiles/me.toml --limit-s 60`."""

from __future__ import annotations

import time
from collections.abc import Sequence

import click

from benchmarks.peers.lineup import peers
from benchmarks.peers.peer import Answer
from constraints.planner import plan_for
from profiles.load import load_profile
from profiles.profile import Profile
from solver.outcome import Conflict, OutOfTime, Solved, Tier


@click.command()
@click.argument("profiles", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option("--limit-s", default=60.0, show_default=True, help="Wall time for a peer's whole season.")
@click.option("--peer", "names", multiple=True, type=click.Choice(list(peers())), help="Only these peers.")
def main(profiles: Sequence[str], limit_s: float, names: Sequence[str]) -> None:
    """Say how long each takes, and what it pays by tier; of what is not proven, the proven floor too."""
    for path in profiles:
        profile = load_profile(path)
        click.echo(path)
        _show("ours", _ours(profile))
        for name, peer in peers().items():
            if not names or name in names:
                _show(name, peer.solve(profile, limit_s))


def _ours(profile: Profile) -> Answer:
    began = time.perf_counter()
    outcome = plan_for(profile)
    seconds = time.perf_counter() - began
    match outcome:
        case Solved(plan, tiers):
            return Answer("proven" if all(tier.proven for tier in tiers) else "found", tiers, plan, seconds, "")
        case Conflict(parts):
            return Answer("infeasible", (), None, seconds, " ".join(parts))
        case OutOfTime(tier):
            return Answer("out of time", (), None, seconds, tier)


def _show(name: str, answer: Answer) -> None:
    tiers = ", ".join(map(_tier, answer.tiers))
    breaches = f"; {answer.breaches} walls broken" if answer.breaches else ""
    note = f"; {answer.note}" if answer.note else ""
    click.echo(f"  {name:<11}{answer.seconds:7.2f} s  {answer.status:<12}{tiers}{breaches}{note}")


def _tier(tier: Tier) -> str:
    return f"{tier.name} {tier.value}" + ("" if tier.proven else f" (at least {tier.bound})")


if __name__ == "__main__":
    main()
