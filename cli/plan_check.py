"""The command plan-check: audits plans, including those edited by hand, without a solver."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from cli.command import Command
from cli.console import BAD_INPUT, EXIT_CODES, FINE, NO_PLAN, say
from cli.squad.summary import is_summary
from profiles.reading.folders import is_folder, toml_files
from profiles.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from profiles.reading.problems import BadInput

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


@click.command(cls=Command, epilog=EPILOG)
@click.argument("plans", metavar="PLAN...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.version_option(package_name="runner-strength-planner")
def main(plans: tuple[Path, ...]) -> None:
    """Audit plans, or every plan of a folder, against every rule.

    Names each rule that a plan breaks and the date, says what it costs in each tier, and whether it is still the
    plan that was proven. No solver is involved.
    """
    from profiles.reading.problems import BadInput

    codes = [FINE]
    for named in plans:
        try:
            files = list(_files(named))
        except BadInput as wrong:
            codes.append(_bad(wrong))
            continue
        for file in files:
            try:
                codes.append(_check(file))
            except BadInput as wrong:
                codes.append(_bad(wrong))
    sys.exit(max(codes))


def _bad(wrong: BadInput) -> int:
    say(str(wrong), "red", stderr=True)
    return BAD_INPUT


def _files(path: Path) -> Iterator[Path]:
    """The plans of a folder without a squad's summary, or the one file."""
    inside = toml_files(path) if is_folder(path) else []
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
    _say(path, [f"{len(plan.sessions)} sessions keep all {len(brief.walls)} hard rules; {state} ({costs})."], "green")
    return FINE


def _say(path: Path, lines: Iterable[str], style: str) -> None:
    for line in lines:
        say(f"{visible(path)}: {line}", style)
