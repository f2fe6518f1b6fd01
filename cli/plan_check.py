"""plan-check: audits any plan, also one edited by hand, without a solver."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from cli.console import BAD_INPUT, EXIT_CODES, FINE, NO_PLAN, console
from cli.squad.summary import is_summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STATES: Final = {
    "as proven": "as proven",
    "as solved": "as solved, not proven in every tier",
    "edited": "edited since it was solved",
    "stale": "as solved, by another doctrine's text or program than is here",
}

EPILOG = f"""\b
Examples:
  plan-check plans/me.toml          audit one plan
  plan-check plans/squad/           audit every plan of a folder

{EXIT_CODES}"""


@click.command(epilog=EPILOG)
@click.argument("plans", metavar="PLAN...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.version_option(package_name="runner-strength-planner")
def main(plans: tuple[Path, ...]) -> None:
    """Audit plans, or every plan of a folder, against every rule.

    Names each rule that a plan breaks and the date, says what it costs in each tier, and whether it is still the
    plan that was proven. No solver is involved.
    """
    from profiles.reading.problems import BadInput

    codes = [FINE]
    for path in (file for named in plans for file in _files(named)):
        try:
            codes.append(_check(path))
        except BadInput as wrong:
            console(stderr=True).print(str(wrong), style="red", markup=False, soft_wrap=True)
            codes.append(BAD_INPUT)
    sys.exit(max(codes))


def _files(path: Path) -> Iterator[Path]:
    """The plans of a folder, or the one file; a squad's summary among them is none."""
    inside = sorted(path.glob("*.toml")) if path.is_dir() else []
    for file in inside or [path]:
        if is_summary(file):
            _say(file, ["a squad's summary, no plan"], "dim")
        else:
            yield file


def _check(path: Path) -> int:
    from cli.briefs import plan_at
    from cli.pages import findings
    from constraints.planning.judge import judge

    plan, brief = plan_at(path)
    verdict = judge(plan, brief)
    _say(path, findings.broken(verdict), "red")
    if not verdict.unreadable:
        _say(path, findings.changed(verdict), "yellow")
    if verdict.state == "broken":
        return NO_PLAN
    costs = ", ".join(f"{tier.name} {verdict.report.price(tier.name)}" for tier in plan.header.tiers)
    state = STATES[verdict.state]
    _say(path, [f"{len(plan.sessions)} sessions keep all {len(brief.rules)} rules; {state} ({costs})."], "green")
    return FINE


def _say(path: Path, lines: Iterable[str], style: str) -> None:
    for line in lines:
        console().print(f"{path}: {line}", style=style, markup=False, soft_wrap=True)
