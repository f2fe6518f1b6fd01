"""Checks whether named walls of a model can be kept together, and which of them CP-SAT reports as the cause."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from solver.cpsat.interruptible import status_of
from solver.cpsat.model import Model
from solver.cpsat.parameters import light


def feasible(model: Model, walls: Iterable[Hashable], *, presolve: bool = True) -> bool:
    """Whether these of a model's named walls can be kept together."""
    return _assume(model, walls, presolve=presolve)[0]


def guilty(model: Model, walls: Iterable[Hashable]) -> frozenset[Hashable] | None:
    """A set of walls that makes the model infeasible, not always minimal; None if all walls can be kept."""
    kept, blamed = _assume(model, walls, presolve=True)
    return None if kept else blamed


def _assume(model: Model, walls: Iterable[Hashable], *, presolve: bool) -> tuple[bool, frozenset[Hashable]]:
    model.cp.clear_assumptions()
    model.cp.add_assumptions([model.walls[name] for name in walls])
    solver = light(limit=1e6)
    solver.parameters.cp_model_presolve = presolve
    status = status_of(solver, model.cp)
    if status not in ("OPTIMAL", "FEASIBLE", "INFEASIBLE"):
        raise RuntimeError(f"a feasibility check ended as {status}")
    blamed = set(solver.sufficient_assumptions_for_infeasibility()) if status == "INFEASIBLE" else set()
    return status != "INFEASIBLE", frozenset(name for name, wall in model.walls.items() if wall.index in blamed)
