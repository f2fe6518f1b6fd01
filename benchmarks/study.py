"""Compares parameters of CP-SAT: `python -m benchmarks.study` solves each tier of some instances with each set.

`solver/cpsat/parameters.py` is based on the results. Seconds are CPU time, which other processes hardly affect. Each
solve ends after the same deterministic time, so the same tiers are unproven on every machine.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import click
import tomli_w

from benchmarks.frozen_instances import instances, quick
from cli.console import console
from profiles.writing.files import write_text
from solver.cpsat.parameters import light, thorough

DATA: Final = Path(__file__).with_name("results") / "study.toml"

LIMIT: Final = 1.0
"""Deterministic time of a solve, some two seconds."""

SETS: Final[Mapping[str, Mapping[str, int]]] = {
    "light": {},
    "thorough": {},
    "light, three passes of presolve": {"max_presolve_iterations": 3},
    "light with probing": {"cp_model_probing_level": 2},
    "light with cuts": {"cut_level": 1},
    "light with symmetry": {"symmetry_level": 2},
    "light, another seed": {"random_seed": 1},
    "thorough, another seed": {"random_seed": 1},
    "thorough, three passes of presolve": {"max_presolve_iterations": 3},
    "light, core search": {"optimize_with_core": True},
    "light, search from below": {"optimize_with_lb_tree_search": True},
    "light without presolve": {"cp_model_presolve": False},
    "light, level 1 of linearisation": {"linearization_level": 1},
}
"""Changes to the parameters of the light or the thorough search; the name begins with the one that is changed."""


@click.command(epilog="\b\nExample:\n  python -m benchmarks.study --only me --only days_1")
@click.option("--only", metavar="NAME", multiple=True, help="Only this instance; may be given several times.")
def main(only: tuple[str, ...]) -> None:
    """Solve every tier of the quick instances with each set of parameters, and store what that took."""
    names = only or tuple(name for name in quick() if not name.startswith("infeasible"))
    models = [model for name in names for model in _solved_models(instances()[name])]
    told = console()
    told.print(f"{len(models)} solves of {len(names)} instances, {LIMIT} of deterministic time each")
    table: dict[str, dict[str, float | int]] = {}
    for title, parameters in SETS.items():
        table[title] = _tried(models, title, parameters)
        told.print(f"{title:38} {table[title]['cpu_s']:8.2f} s, {table[title]['not_proven']} not proven")
    if not only:
        text = tomli_w.dumps({"instances": list(names), "solves": len(models), "limit": LIMIT, "sets": table})
        write_text(text, DATA)
        told.print(f"Written: {DATA.relative_to(Path.cwd()) if DATA.is_relative_to(Path.cwd()) else DATA}")


def _tried(models: list[Any], title: str, parameters: Mapping[str, Any]) -> dict[str, float | int]:
    """CPU seconds over all solves, the longest of them, and how many ended without a proof."""
    begin = thorough if title.startswith("thorough") else light
    seconds: list[float] = []
    proven = 0
    for model in models:
        solver = begin(LIMIT)
        for name, value in parameters.items():
            setattr(solver.parameters, name, value)
        begun = time.process_time()
        proven += solver.status_name(solver.solve(model)) in ("OPTIMAL", "INFEASIBLE")
        seconds.append(time.process_time() - begun)
    return {"cpu_s": round(sum(seconds), 2), "longest_s": round(max(seconds), 2), "not_proven": len(models) - proven}


def _solved_models(path: Path) -> list[Any]:
    """A copy of each model that planning a profile hands to CP-SAT, with objective and hints; none with fixed hints."""
    from cli.briefs import brief_at
    from constraints.planning.planner import plan_for

    with _copies() as models:
        plan_for(brief_at(path))
    return models


@contextmanager
def _copies() -> Iterator[list[Any]]:
    from ortools.sat.python import cp_model

    models: list[Any] = []
    solve = cp_model.CpSolver.solve

    def noted(solver: Any, model: Any, *given: Any) -> Any:
        if not solver.parameters.fix_variables_to_their_hinted_value:
            models.append(model.clone())
        return solve(solver, model, *given)

    cp_model.CpSolver.solve = noted  # type: ignore[assignment,method-assign]
    try:
        yield models
    finally:
        cp_model.CpSolver.solve = solve  # type: ignore[method-assign]


if __name__ == "__main__":
    main()
