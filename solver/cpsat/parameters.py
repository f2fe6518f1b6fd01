"""CP-SAT's parameters, as measured by `python -m benchmarks.study`."""

from __future__ import annotations

from typing import Any

from solver.cpsat.loading import cp_model


def base(limit: float) -> Any:
    """A solver with one worker and a fixed seed: the same plan on every machine.

    The other parameters were chosen by measurements on the shipped profiles. Full linearisation proves tiers on which
    the default does not end, because shortfalls are sums. One presolve pass finds as much as three. Probing and
    symmetry detection take more time than they save. `limit` is in deterministic time.
    """
    solver = cp_model().CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.linearization_level = 2
    solver.parameters.max_presolve_iterations = 1
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.symmetry_level = 0
    solver.parameters.max_deterministic_time = limit
    solver.parameters.catch_sigint_signal = False  # `solver.cpsat.interruptible` handles Ctrl-C
    return solver


def light(limit: float) -> Any:
    """A solver without cuts: fastest to a first plan, and proves nearly all tiers."""
    solver = base(limit)
    solver.parameters.cut_level = 0
    return solver


def thorough(limit: float) -> Any:
    """A solver with cuts, for the tiers that the light search does not prove."""
    solver = base(limit)
    solver.parameters.cut_level = 1
    return solver
