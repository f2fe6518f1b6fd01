"""plan-solve: one runner's season, solved, audited, printed and written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.console import BAD_INPUT, BUG, EXIT_CODES, NO_PLAN, OUT_OF_TIME, ascii_only, console, fail

if TYPE_CHECKING:
    from constraints.planner import Progress
    from profiles.plan import Plan
    from profiles.profile import Profile

EPILOG = f"""\b
Examples:
  plan-solve profiles/me.toml              print the plan, write plans/me.toml
  plan-solve profiles/me.toml -o season    write season/me.toml instead
  plan-solve profiles/me.toml --quiet      write it and print one line

{EXIT_CODES}"""


@click.command(epilog=EPILOG)
@click.argument("profile", type=click.Path(path_type=Path))
@click.option("-o", "--output", "folder", type=click.Path(path_type=Path), default=Path("plans"), show_default=True,
              metavar="DIR", help="Folder for the plan.")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Print one line instead of the plan.")
@click.option("--limit", type=click.FloatRange(min=0.001), default=None, metavar="N",
              help="Most time for a tier of a block, in the solver's deterministic seconds.")  # fmt: skip
@click.version_option(package_name="runner-strength-planner")
def main(profile: Path, folder: Path, *, quiet: bool, limit: float | None) -> None:
    """Plan a runner's strength training for a season.

    PROFILE is a TOML file; plan-new writes one. The plan keeps every hard rule, is proven best tier by tier,
    and is audited by code that never saw the solver.
    """
    from profiles.explain import BadInput

    target = folder / f"{profile.stem}.toml"
    try:
        plan = _solved(profile, limit)
        _write(plan, target)
    except BadInput as wrong:
        fail(str(wrong), BAD_INPUT)
    else:
        _show(plan, target, quiet=quiet)


def _solved(path: Path, limit: float | None) -> Plan:
    from cli.profiles import checked_profile
    from constraints.planner import LIMIT, plan_for
    from solver.outcome import Conflict, Disagreement, OutOfTime, Solved

    profile = checked_profile(path)
    try:
        with _progress() as progress:
            outcome = plan_for(profile, progress, limit or LIMIT)
    except Disagreement as bug:
        fail(f"{path}: a bug in this program, please report it: {bug}", BUG)
    match outcome:
        case Solved():
            return outcome.answer
        case Conflict():
            fail(_conflict(path, profile, outcome.parts), NO_PLAN)
        case OutOfTime():
            fail(f"{path}: out of time in tier {outcome.tier} with no plan; give it a higher --limit", OUT_OF_TIME)
    raise AssertionError(outcome)


def _conflict(path: Path, profile: Profile, sentences: tuple[str, ...]) -> str:
    lines = [f"{path}: no plan for {profile.athlete.name} can keep all of this at once:"]
    lines += [f"  - {sentence}" for sentence in sentences]
    return "\n".join([*lines, "Leaving out any one of them lets the others be kept."])


def _write(plan: Plan, target: Path) -> None:
    from profiles.save import save_plan

    try:
        save_plan(plan, target)
    except OSError as error:
        fail(f"{target}: cannot be written: {error.strerror}", BAD_INPUT)


def _show(plan: Plan, target: Path, *, quiet: bool) -> None:
    out = console()
    if not quiet:
        from cli.render.terminal import render_plan
        from constraints.doctrine import doctrine_for
        from solver.audit import audit

        rules = doctrine_for(plan.season.profile).rules
        out.print(render_plan(plan, audit(plan, rules), rules, ascii_only=ascii_only(out)))
    proven = "every tier proven" if all(tier.proven for tier in plan.header.tiers) else "not every tier proven"
    out.print(f"{target}: {len(plan.sessions)} sessions, {proven}, audited.", markup=False, soft_wrap=True)


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on stderr while it solves; nothing there when stderr is no terminal."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    where = console(stderr=True)
    if not where.is_terminal:
        yield lambda _block, _blocks, _tier: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[what]}"), TimeElapsedColumn())
    with Progress(*columns, console=where, transient=True) as bar:
        task = bar.add_task("Planning", total=None, what="reading")

        def show(block: int, blocks: int, tier: str) -> None:
            bar.update(task, completed=block - 1, total=blocks, what=f"block {block} of {blocks}: {tier}")

        yield show
