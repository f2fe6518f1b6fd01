"""CP-SAT's parameters, as measured by `python -m benchmarks.study`."""

from __future__ import annotations

from typing import Any

from solver.cpsat.loading import cp_model


def base(limit: float) -> Any:
    """A solver with one worker and a fixed seed: the same plan on every machine.

    The other parameters were measured on the shipped profiles. Full linearisation proves where the default does not
    end, because shortfalls are sums. One pass of presolve finds what three do. `limit` is in deterministic time.
    """
    solver = cp_model().CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.linearization_level = 2
    solver.parameters.max_presolve_iterations = 1
    solver.parameters.max_deterministic_time = limit
    solver.parameters.catch_sigint_signal = False  # Ctrl-C is Python's: `solver.cpsat.interruptible` stops the search
    return solver


def light(limit: float) -> Any:
    """Without cuts, probing and symmetry detection; it finds a first plan soonest and proves most tiers."""
    solver = base(limit)
    solver.parameters.cut_level = 0
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.symmetry_level = 0
    return solver


def thorough(limit: float) -> Any:
    """With all of them, for the tiers on which the light search does not end."""
    solver = base(limit)
    solver.parameters.cut_level = 1
    solver.parameters.cp_model_probing_level = 2
    solver.parameters.symmetry_level = 2
    return solver
