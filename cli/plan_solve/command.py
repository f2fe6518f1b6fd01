"""plan-solve: one runner's season, or a squad's, solved, audited, printed and written."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from cli.console import BAD_INPUT, BUG, NO_PLAN, OUT_OF_TIME, SQUAD_CODES, ascii_only, console, fail, unknown
from cli.plan_solve.whole_squad import Asked, conflict, solve_squad
from cli.squad.members import is_squad, target_of

if TYPE_CHECKING:
    from constraints.planning.planner import Progress
    from profiles.plan import Plan
    from profiles.profile import Profile
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
    """Files and folders; doctrines too where they are compared."""
    doctrines = _doctrines(ctx, _param, incomplete) if ctx.params.get("compare") else []
    return [*map(CompletionItem, doctrines), CompletionItem(incomplete, type="file")]


def _samples(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    from constraints.knowledge.samples import samples

    return [name for name in samples() if name.startswith(incomplete)]


@click.command(epilog=EPILOG)
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
              help="Squad: who solves it: local, or a Dask cluster at dask://HOST:PORT.")  # fmt: skip
@click.option("--force", is_flag=True, help="Squad: solve everybody, also who is unchanged.")
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
        if squad:
            sys.exit(solve_squad(said, _asked(folder, doctrine, limit, jobs, engine, week, force=force, quiet=quiet)))
        if sample is not None:
            _show_sample(sample, limit)
            return
        path, doctrines = _asked_for(said, compare=compare)
        if compare:
            _compare(path, doctrines, folder, limit)
            return
        target = target_of(path, folder, doctrine)
        plan = _solved(path, limit, doctrine)
        _write(plan, target)
        _show(plan, target, quiet=quiet)
    except BadInput as wrong:
        fail(str(wrong), BAD_INPUT)
    except _NoPlan as none:
        fail(none.why, none.code)


def _asked(
    folder: Path, doctrine: str | None, limit: float | None, jobs: int | None, engine: str, week: dt.datetime | None,
    *, force: bool, quiet: bool,
) -> Asked:  # fmt: skip
    """What the options say of a squad. Raises UsageError."""
    if engine != LOCAL and not engine.startswith("dask://"):
        raise click.UsageError(f"--engine is local, or dask://HOST:PORT; found: {engine}")
    if engine != LOCAL and jobs is not None:
        raise click.UsageError("--jobs is for the engine local: a cluster has as many workers as it has")
    from constraints.planning.planner import LIMIT

    def workers(athletes: int) -> Workers:
        from cli.squad.stamp import software
        from solver.batch.workers import workers_named

        return workers_named(engine, min(jobs or _cores(), athletes), software)

    return Asked(folder, workers, limit or LIMIT, doctrine, force, quiet, week.date() if week else None)


def _cores() -> int:
    """Those that this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _NoPlan(Exception):
    def __init__(self, why: str, code: int) -> None:
        super().__init__(why)
        self.why, self.code = why, code


def _asked_for(said: tuple[str, ...], *, compare: bool) -> tuple[Path, tuple[str, ...]]:
    """The profile's path, and the doctrines to compare; they may stand in any order."""
    from constraints.knowledge.doctrine import doctrine_names

    names = doctrine_names()
    doctrines = tuple(dict.fromkeys(word for word in said if compare and word in names))
    paths = [word for word in said if word not in doctrines]
    if len(paths) == 1:
        return Path(paths[0]), doctrines or names
    for word in paths if compare else ():
        if not word.endswith(".toml"):
            fail(unknown("doctrine", word, names), BAD_INPUT)
    taken = f"none; taken for doctrines: {', '.join(doctrines)}" if doctrines else "none"
    found = ", ".join(paths) or taken
    fail(f"one profile is wanted, such as profiles/me.toml; found: {found}", BAD_INPUT)
    raise AssertionError(said)


def _compare(path: Path, doctrines: tuple[str, ...], folder: Path, limit: float | None) -> None:
    from cli.paint.comparison import render_comparison
    from constraints.planning.compare import account

    plans: dict[str, Plan] = {}
    without: dict[str, _NoPlan] = {}
    for name in doctrines:
        try:
            plans[name] = _solved(path, limit, name)
        except _NoPlan as none:
            without[name] = none
    for name, plan in plans.items():
        _write(plan, target_of(path, folder, name))
    out = console()
    if plans:
        out.print(render_comparison([account(plan) for plan in plans.values()], ascii_only=ascii_only(out)))
        out.print(f"Written: {target_of(path, folder, 'NAME')} for each of them.", markup=False, soft_wrap=True)
    if without:
        why = "\n".join(f"{name}: {none.why}" for name, none in without.items())
        raise _NoPlan(why, max(none.code for none in without.values()))


def _show_sample(name: str, limit: float | None) -> None:
    from cli.paint.sample_week import render_sample
    from constraints.knowledge.guides import guides
    from constraints.knowledge.samples import first_layout, profile_of, samples

    if name not in samples():
        fail(unknown("sample", name, tuple(samples())), BAD_INPUT)
    sample = samples()[name]
    plan = _planned(profile_of(sample, first_layout(sample), guides()[sample.guide].doctrine), name, limit)
    out = console()
    out.print(render_sample(name, plan, ascii_only=ascii_only(out)))


def _solved(path: Path, limit: float | None, doctrine: str | None = None) -> Plan:
    from cli.profiles import checked

    profile, layers = checked(path, doctrine)
    return _planned(profile, path, limit).read_from(layers.settings)


def _planned(profile: Profile, source: Path | str, limit: float | None) -> Plan:
    """The audited plan for a profile; raises _NoPlan, which names where the profile came from."""
    from constraints.planning.planner import LIMIT, plan_for
    from solver.outcome import Conflict, Disagreement, OutOfTime, Solved

    try:
        with _progress() as progress:
            outcome = plan_for(profile, progress, limit or LIMIT)
    except Disagreement as bug:
        raise _NoPlan(f"{source}: a bug in this program, please report it: {bug}", BUG) from None
    match outcome:
        case Solved():
            return outcome.answer
        case Conflict():
            raise _NoPlan(conflict(source, profile.athlete.name, outcome.parts), NO_PLAN)
        case OutOfTime():
            late = f"{source}: out of time in tier {outcome.tier} with no plan; give it a higher --limit"
            raise _NoPlan(late, OUT_OF_TIME)
    raise AssertionError(outcome)


def _write(plan: Plan, target: Path) -> None:
    from profiles.writing.toml_text import save_plan

    try:
        save_plan(plan, target)
    except OSError as error:
        fail(f"{target}: cannot be written: {error.strerror}", BAD_INPUT)


def _show(plan: Plan, target: Path, *, quiet: bool) -> None:
    out = console()
    if not quiet:
        from cli.paint.terminal import render_plan
        from constraints.knowledge.doctrine import doctrine_for
        from solver.audit import audit

        rules = doctrine_for(plan.season.profile).rules
        out.print(render_plan(plan, audit(plan, rules), rules, ascii_only=ascii_only(out)))
    proven = "every tier proven" if all(tier.proven for tier in plan.header.tiers) else "not every tier proven"
    out.print(f"{target}: {len(plan.sessions)} sessions, {proven}, audited.", markup=False, soft_wrap=True)


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on stderr while it solves; nothing there when stderr is no terminal."""
    where = console(stderr=True)
    if not where.is_terminal:
        yield lambda _block, _blocks, _what: None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[what]}"), TimeElapsedColumn())
    with Progress(*columns, console=where, transient=True) as bar:
        task = bar.add_task("Planning", total=None, what="reading")

        def show(block: int, blocks: int, what: str) -> None:
            bar.update(task, completed=block - 1, total=blocks, what=f"block {block} of {blocks}: {what}")

        yield show
