"""Renders the measurements of a run as tables of at most 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from benchmarks.best import Best, Finding
from benchmarks.measurements import Against, Measured, Result, TierFound
from benchmarks.targets import Line, shortfall, targets

MARKS = {True: "met", False: "MISSED", None: "-"}


def render(result: Result, best: Mapping[str, Best], findings: Sequence[Finding]) -> RenderableType:
    typical = result.typical
    solved = {name: run for name, run in typical.items() if run.tiers}
    parts: list[RenderableType] = []
    if typical:
        parts += [_sizes(typical), _seconds(typical), _processes(result, best)]
    if solved:
        parts.append(_answers(solved))
    parts += [_peers(name, peers, typical[name]) for name, peers in result.peers.items() if name in typical]
    compared = Group(*_findings(findings)) if typical else Text("No instance was measured.")
    parts += [targets_table(targets(result)), compared]
    return Group(*(part for whole in parts for part in (whole, Text())))


def _table(title: str, *columns: str) -> Table:
    """A table whose first column holds names and the others figures."""
    table = Table(title=title, title_justify="left", box=None, padding=(0, 1, 0, 0), pad_edge=False, title_style="bold")
    for index, column in enumerate(columns):
        table.add_column(column, justify="right" if index else "left", overflow="fold")
    return table


def _sizes(typical: Mapping[str, Measured]) -> Table:
    table = _table(
        "Models: largest block/all blocks", "instance", "weeks", "blocks", "variables", "constraints", "terms"
    )
    for name, run in typical.items():
        pairs = (
            f"{getattr(run.largest, what)}/{getattr(run.total, what)}" for what in ("variables", "constraints", "terms")
        )
        table.add_row(Text(name), str(run.weeks), str(run.blocks or "-"), *pairs)
    return table


def _seconds(typical: Mapping[str, Measured]) -> Table:
    """Seconds in each stage, without reading back and writing."""
    tiers = tier_names(typical.values())
    title = "Seconds in each stage (tiers of one solve: under the last)"
    table = _table(title, "instance", "build", *tiers, "audit")
    for name, run in typical.items():
        stages = ("building", *tiers, "audit")
        table.add_row(Text(name), *(_s(run.seconds.get(stage)) for stage in stages))
    return table


def tier_names(runs: Iterable[Measured]) -> tuple[str, ...]:
    """All tiers, in order."""
    return tuple(dict.fromkeys(tier.name for run in runs for tier in run.tiers))


def _s(figure: float | None) -> str:
    """Seconds, or a ratio of seconds."""
    return "-" if figure is None else f"{figure:.2f}"


def _processes(result: Result, best: Mapping[str, Best]) -> Table:
    title = f"Whole process; the floor is {result.floor:.2f} s (median of {len(result.floor_s)})"
    table = _table(title, "instance", "status", "wall s", "/ floor", "start", "plan", "/ best", "MiB")
    for name, run in result.typical.items():
        known = best.get(name)
        to_best = run.solving_s / known.seconds if known and known.seconds else None
        start = run.wall_s - run.solving_s - run.seconds.get("writing", 0)
        times = (run.wall_s, result.ratio(run.wall_s), start, run.solving_s, to_best)
        table.add_row(Text(name), run.status, *map(_s, times), f"{run.memory_mib:.0f}")
    return table


def _answers(solved: Mapping[str, Measured]) -> Table:
    tiers = tier_names(solved.values())
    table = _table("Cost of each tier, proven unless a floor follows", "instance", *tiers)
    for name, run in solved.items():
        table.add_row(Text(name), *_costs(run.tiers, tiers))
    return table


def _costs(found: Iterable[TierFound], names: Iterable[str]) -> Iterator[str]:
    by_name = {tier.name: tier for tier in found}
    for name in names:
        tier = by_name.get(name)
        yield "-" if tier is None else f"{tier.value}" if tier.proven else f"{tier.value} > {tier.bound}"


def _peers(name: str, peers: Mapping[str, Against], ours: Measured) -> RenderableType:
    limit = max((peer.limit_s for peer in peers.values()), default=0)
    table = _table(
        f"Peers on {name}, each within {limit:.0f} s", "peer", "status", "seconds", "/ ours", "shortfall", "breaches"
    )
    table.add_row("ours", "proven" if not ours.unproven else "found", _s(ours.solving_s), "1.00", _whole(ours), "0")
    for peer, its in peers.items():
        ratio = its.seconds / ours.solving_s if ours.solving_s else None
        table.add_row(Text(peer), its.status, _s(its.seconds), _s(ratio), _whole(its), str(its.breaches))
    costs = _table("Cost of each tier, proven unless a floor follows", "peer", *(tier.name for tier in ours.tiers))
    rows: dict[str, Measured | Against] = {"ours": ours, **peers}
    for peer, row in rows.items():
        costs.add_row(Text(peer), *_costs(row.tiers, [tier.name for tier in ours.tiers]))
    says = (Text(f"{peer}: {its.says}" + (f" ({its.note})" if its.note else "")) for peer, its in peers.items())
    return Group(table, Text(), costs, Text(), *says)


def _whole(one: Measured | Against) -> str:
    lacks = shortfall(one)
    return "-" if lacks is None else str(lacks)


def targets_table(lines: Sequence[Line]) -> Table:
    table = _table("Done when", "what", "at most", "measured", "")
    for line in lines:
        table.add_row(Text(line.what), line.most, line.measured, MARKS[line.met])
    return table


def _findings(findings: Sequence[Finding]) -> Iterator[RenderableType]:
    """Findings with regressions last, so that they are at the end of a long log."""
    for finding in sorted(findings, key=lambda one: one.regression):
        mark = "FAIL" if finding.regression else "note"
        yield Text(f"{mark}: {finding.instance}: {finding.says}", style="red" if finding.regression else "")
    if not findings:
        yield Text("Nothing differs from best.toml.")
