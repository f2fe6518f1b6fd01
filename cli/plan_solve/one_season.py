"""plan-solve for one profile: solve it, write the plan, show it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cli.console import BAD_INPUT, BUG, NO_PLAN, OUT_OF_TIME, console, fail, say, stoppable
from cli.pages import messages
from cli.squad.members import target_of
from cli.targets import refuse_target, source_for, write_plan
from profiles.visible import visible

if TYPE_CHECKING:
    from constraints.planning.brief import Brief
    from constraints.planning.planner import Progress, Solved
    from profiles.plan import Plan


class NoPlan(Exception):
    """No plan was made; holds the reason and the exit code."""

    def __init__(self, why: str, code: int) -> None:
        super().__init__(why)
        self.why, self.code = why, code


def solve_season(path: Path, folder: Path, doctrine: str | None, limit: float | None, *, quiet: bool) -> None:
    """Solve, write and show. Raises BadInput and NoPlan; then nothing is written."""
    from cli.briefs import brief_at

    target = target_of(path, folder, doctrine)
    brief = brief_at(path, doctrine)
    refuse_target(path, target)
    solved = planned(brief, path, limit)
    write(solved.plan, path, target)
    with stoppable(f"{visible(target)} is written"):
        _show(solved, target, quiet=quiet)


def planned(brief: Brief, source: Path | str, limit: float | None) -> Solved:
    """The audited plan of a brief. Raises NoPlan with a message that names the source of the profile."""
    from constraints.planning.conflict import Conflict
    from constraints.planning.planner import LIMIT, Solved, plan_for
    from solver.outcome import Disagreement, OutOfTime

    try:
        with _progress() as progress:
            outcome = plan_for(brief, progress, limit or LIMIT)
    except Disagreement as disagreement:
        raise NoPlan(messages.bug(source, str(disagreement)), BUG) from None
    match outcome:
        case Solved():
            return outcome
        case Conflict(rules=rules):
            sentences = [rule.say() for rule in rules]
            raise NoPlan(messages.conflict(source, brief.profile.athlete.name, sentences), NO_PLAN)
        case OutOfTime(tier=tier):
            raise NoPlan(messages.out_of_time(source, tier), OUT_OF_TIME)
    raise AssertionError(outcome)


def write(plan: Plan, path: Path, target: Path) -> None:
    """Write the plan of the profile at `path`; an existing plan that was edited by hand is copied first."""
    from profiles.writing.signature import signed
    from profiles.writing.toml_text import plan_text

    try:
        if aside := write_plan(signed(plan_text(plan), source_for(path, target)), target):
            say(messages.kept(target, aside), "yellow", stderr=True)
    except OSError as error:
        fail(f"{visible(target)}: cannot be written: {error.strerror}", BAD_INPUT)


def _show(solved: Solved, target: Path, *, quiet: bool) -> None:
    if not quiet:
        from cli.pages.page import page_of
        from cli.paint.terminal import render_page

        console().print(render_page(page_of(solved.verdict)))
    proven = "every tier proven" if solved.verdict.proven else "not every tier proven"
    say(f"{visible(target)}: {len(solved.plan.sessions)} sessions, {proven}, audited.")


@contextmanager
def _progress() -> Iterator[Progress]:
    """Show a progress bar on stderr while solving, if stderr is a terminal."""
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
