"""The command plan-solve: solves, audits, prints and writes the season of one runner or of a squad."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from cli.command import Command
from cli.console import BAD_INPUT, SQUAD_CODES, fail
from cli.plan_solve.one_season import NoPlan, solve_season
from cli.squad.members import is_squad
from cli.targets import refuse_file_name

if TYPE_CHECKING:
    from cli.plan_solve.whole_squad import Asked
    from solver.batch.job import Workers

LOCAL = "local"

EPILOG = f"""\b
Examples:
  plan-solve profiles/me.toml              print the plan, write plans/me.toml
  plan-solve profiles/me.toml -o season    write season/me.toml instead
  plan-solve profiles/me.toml --quiet      write it and print one line
  plan-solve profiles/me.toml --doctrine gym
                                           follow one guide: plans/me.gym.toml
  plan-solve profiles/me.toml --compare home gym
                                           the season under several of them
  plan-solve --sample gym_week             a guide's own week beside ours
  plan-solve profiles/squad/               every athlete of a folder at once
  plan-solve profiles/squad/ --week 2027-03-01
                                           who lifts where and when
  plan-solve profiles/squad/ --engine dask://scheduler:8786
                                           the same on a Dask cluster

{SQUAD_CODES}"""


def _doctrines(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    from constraints.knowledge.doctrine import doctrine_names

    return [name for name in doctrine_names() if name.startswith(incomplete)]


def _words(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete files and folders, and doctrines with --compare."""
    doctrines = _doctrines(ctx, _param, incomplete) if ctx.params.get("compare") else []
    return [*map(CompletionItem, doctrines), CompletionItem(incomplete, type="file")]


def _samples(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    from constraints.knowledge.samples import samples

    return [name for name in samples() if name.startswith(incomplete)]


@click.command(cls=Command, epilog=EPILOG)
@click.argument("said", metavar="PROFILE...", nargs=-1, shell_complete=_words)
@click.option("--doctrine", metavar="NAME", shell_complete=_doctrines,
              help="Follow this doctrine instead of the profile's; plan-rules --doctrines lists them.")  # fmt: skip
@click.option("--compare", is_flag=True,
              help="Solve under each doctrine named after PROFILE, or all, and show them side by side.")  # fmt: skip
@click.option("--sample", metavar="NAME", shell_complete=_samples,
              help="Instead of a profile: a guide's own sample week beside the plan for the same runs.")  # fmt: skip
@click.option("-o", "--output", "folder", type=click.Path(path_type=Path), default=Path("plans"), show_default=True,
              metavar="DIR", help="Folder for the plan; a squad's go into one of its name in it.")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Print one line instead of the plan.")
@click.option("--limit", type=click.FloatRange(min=0.001), default=None, metavar="N",
              help="Most time for a tier of a block, in the solver's deterministic seconds.")  # fmt: skip
@click.option("-j", "--jobs", type=click.IntRange(min=1), default=None, metavar="N",
              help="Squad: athletes solved at the same time.  [default: one for each core]")  # fmt: skip
@click.option("--engine", metavar="ENGINE", default=LOCAL, show_default=True,
              help="Squad: where to solve it: local, or a Dask cluster at dask://HOST:PORT.")  # fmt: skip
@click.option("--force", is_flag=True, help="Squad: solve all athletes, including unchanged ones.")
@click.option("--week", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), default=None,
              help="Squad: print who lifts where and when in the week of this date.")  # fmt: skip
@click.version_option(package_name="runner-strength-planner")
def main(
    said: tuple[str, ...], folder: Path, doctrine: str | None, sample: str | None, *, compare: bool, quiet: bool,
    limit: float | None, jobs: int | None, engine: str, force: bool, week: dt.datetime | None,
) -> None:  # fmt: skip
    """Plan a runner's strength training for a season, or that of a whole squad.

    PROFILE is a TOML file; plan-new writes one. The plan keeps every hard rule, is proven best tier by tier,
    and is audited by code that never saw the solver.

    A folder, several files or a pattern is a squad: its athletes are solved in parallel, each one alone, and those
    whose profile, doctrine and program are unchanged since their plan was made are not solved again. A squad.toml in
    the folder holds what they have in common.
    """
    from profiles.reading.problems import BadInput

    if sample is not None and (said or compare or doctrine):
        raise click.UsageError("--sample brings its own runs and doctrine: leave out PROFILE, --doctrine and --compare")
    if compare and doctrine:
        raise click.UsageError("--compare takes its doctrines after PROFILE: leave out --doctrine")
    squad = is_squad(said) and not compare and sample is None
    if not squad and (engine != LOCAL or week is not None):
        raise click.UsageError("--engine and --week are for squads: name a folder, or several profiles")
    try:
        refuse_file_name(folder)
        if squad:
            from cli.plan_solve.whole_squad import solve_squad

            sys.exit(solve_squad(said, _asked(folder, doctrine, limit, jobs, engine, week, force=force, quiet=quiet)))
        if sample is not None:
            from cli.plan_solve.guide_sample import show_sample

            show_sample(sample, limit)
        elif compare:
            from cli.plan_solve.side_by_side import compare as compare_doctrines

            compare_doctrines(said, folder, limit)
        else:
            solve_season(_one(said), folder, doctrine, limit, quiet=quiet)
    except BadInput as wrong:
        fail(str(wrong), BAD_INPUT)
    except NoPlan as none:
        fail(none.why, none.code)


def _one(said: tuple[str, ...]) -> Path:
    if not said:
        fail("one profile is wanted, such as profiles/me.toml; found: none", BAD_INPUT)
    return Path(said[0])


def _asked(
    folder: Path, doctrine: str | None, limit: float | None, jobs: int | None, engine: str, week: dt.datetime | None,
    *, force: bool, quiet: bool,
) -> Asked:  # fmt: skip
    """Check the options for a squad. Raises UsageError."""
    if engine != LOCAL and not engine.startswith("dask://"):
        raise click.UsageError(f"--engine is local, or dask://HOST:PORT; found: {engine}")
    if engine != LOCAL and jobs is not None:
        raise click.UsageError("--jobs is for the engine local: a cluster has as many workers as it has")
    from cli.plan_solve.whole_squad import Asked
    from constraints.planning.planner import LIMIT
    from profiles.reading.contradictions import YEARS

    if week is not None and not YEARS[0] <= week.year <= YEARS[1]:
        raise click.UsageError(f"--week is a date of the years {YEARS[0]} to {YEARS[1]}")

    def workers(athletes: int) -> Workers:
        from cli.squad.stamp import software
        from solver.batch.workers import workers_named

        return workers_named(engine, min(jobs or _cores(), athletes), software)

    return Asked(folder, workers, limit or LIMIT, doctrine, force, quiet, week.date() if week else None)


def _cores() -> int:
    """The number of cores that this process may use, if the system reports it."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
