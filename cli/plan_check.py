"""plan-check: audits any plan, also one edited by hand, without a solver."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.command import Command
from cli.console import BAD_INPUT, EXIT_CODES, FINE, NO_PLAN, say
from cli.squad.summary import is_summary
from profiles.reading.folders import is_folder, toml_files
from profiles.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from constraints.knowledge.doctrine import Doctrine
    from constraints.planning.derived import Slip
    from profiles.plan import Plan
    from profiles.reading.problems import BadInput
    from solver.audit import Report

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
    """The plans of a folder, or the one file; a squad's summary among them is none."""
    inside = toml_files(path) if is_folder(path) else []
    for file in inside or [path]:
        if is_summary(file):
            _say(file, ["a squad's summary, no plan"], "dim")
        else:
            yield file


def _check(path: Path) -> int:
    from cli.profiles import refuse_misfits
    from constraints.knowledge.doctrine import doctrine_for
    from constraints.planning.derived import slips
    from profiles.reading.load import read_plan
    from solver.audit import audit

    plan, layers = read_plan(path)
    refuse_misfits(plan.season.profile, layers, ("profile",), tried=True)
    doctrine = doctrine_for(plan.season.profile)
    wrong = list(slips(plan, doctrine))
    if any(slip.fatal for slip in wrong):
        _say(path, [f"{slip.at}: {slip.text}" for slip in wrong], "red")
        return NO_PLAN
    report = audit(plan, doctrine.rules)
    broken = list(_broken(report, doctrine))
    notes = [*_stale(wrong), *_changed(plan, report, doctrine)]
    _say(path, broken + [f"{slip.at}: {slip.text}" for slip in wrong if slip.breaks], "red")
    _say(path, notes, "yellow")
    if broken or any(slip.breaks for slip in wrong):
        return NO_PLAN
    costs = ", ".join(f"{tier.name} {report.price(tier.name)}" for tier in plan.header.tiers)
    proven = all(tier.proven for tier in plan.header.tiers)
    state = "edited since it was solved" if notes else "as proven" if proven else "as solved, not proven in every tier"
    _say(path, [f"{len(plan.sessions)} sessions keep all {len(doctrine.rules)} rules; {state} ({costs})."], "green")
    return FINE


def _broken(report: Report, doctrine: Doctrine) -> Iterator[str]:
    sentences = {rule.id: rule.say() for rule in doctrine.rules}
    for violation in report.broken:
        yield f"{violation.at}: breaks {violation.rule}: {sentences[violation.rule]}"


def _stale(wrong: Sequence[Slip]) -> Iterator[str]:
    yield from (f"{slip.at}: {slip.text}" for slip in wrong if not slip.breaks)


def _changed(plan: Plan, report: Report, doctrine: Doctrine) -> Iterator[str]:
    head, profile = plan.header, plan.season.profile
    if head.profile_hash != profile.digest:
        yield "the profile in the plan is not the one that it was made for"
    if (head.doctrine, head.overrides) != (doctrine.name, doctrine.overrides):
        yield f"the header names another doctrine, or other numbers, than the profile in the plan: '{doctrine.name}'"
    if (tiers := tuple(tier.name for tier in head.tiers)) != doctrine.tables.tiers:
        yield f"the header has the tiers {', '.join(tiers) or 'none'}, not {', '.join(doctrine.tables.tiers)}"
        return
    for tier in head.tiers:
        now = report.price(tier.name)
        if now != tier.value:
            gone = "so it is no longer the plan that was proven"
            yield f"tier {tier.name} costs {now}; the plan says {tier.value}, {gone}"
    if plan.header.doctrine_hash != doctrine.hash:
        yield f"the doctrine '{doctrine.name}' has changed since the plan was made"


def _say(path: Path, lines: Sequence[str], style: str) -> None:
    for line in lines:
        say(f"{visible(path)}: {line}", style)
