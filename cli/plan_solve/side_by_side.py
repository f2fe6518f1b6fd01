"""plan-solve --compare: one season under several doctrines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cli.console import BAD_INPUT, console, fail, say, stoppable, unknown
from cli.plan_solve.one_season import NoPlan, planned, write
from cli.squad.members import target_of
from cli.targets import refuse_target
from profiles.visible import visible

if TYPE_CHECKING:
    from constraints.planning.planner import Solved


def compare(words: Sequence[str], folder: Path, limit: float | None) -> None:
    """Solve, write and show the season under each doctrine. Raises BadInput, and NoPlan after the others are shown."""
    from cli.briefs import briefs_at

    path, doctrines = _profile_and_doctrines(words)
    targets = {name: target_of(path, folder, name) for name in doctrines}
    for target in targets.values():  # check all targets before anything is solved
        refuse_target(path, target)
    solved: dict[str, Solved] = {}
    without: dict[str, NoPlan] = {}
    for name, brief in briefs_at(path, doctrines).items():
        try:
            solved[name] = planned(brief, path, limit)
        except NoPlan as none:
            without[name] = none
    with stoppable("some of the plans may be written"):
        for name, one in solved.items():
            write(one.plan, path, targets[name])
        _show(solved, target_of(path, folder, "NAME"))
    if without:
        why = "\n".join(f"{name}: {none.why}" for name, none in without.items())
        raise NoPlan(why, max(none.code for none in without.values()))


def _profile_and_doctrines(words: Sequence[str]) -> tuple[Path, tuple[str, ...]]:
    """The profile's path, and the doctrines to compare, all of them if none is named; they may stand in any order."""
    from constraints.knowledge.doctrine import doctrine_names

    names = doctrine_names()
    doctrines = tuple(dict.fromkeys(word for word in words if word in names))
    paths = [word for word in words if word not in doctrines]
    if len(paths) == 1:
        return Path(paths[0]), doctrines or names
    for word in paths:
        if not word.endswith(".toml"):
            fail(unknown("doctrine", word, names), BAD_INPUT)
    taken = f"none; taken for doctrines: {', '.join(doctrines)}" if doctrines else "none"
    fail(f"one profile is wanted, such as profiles/me.toml; found: {', '.join(paths) or taken}", BAD_INPUT)
    raise AssertionError(words)


def _show(solved: Mapping[str, Solved], target: Path) -> None:
    from cli.pages.doctrine_columns import doctrine_columns
    from cli.paint.comparison import render_comparison
    from constraints.planning.compare import account

    if solved:
        accounts = [account(one.plan, one.verdict) for one in solved.values()]
        console().print(render_comparison(doctrine_columns(accounts)))
        say(f"Written: {visible(target)} for each of them.")
