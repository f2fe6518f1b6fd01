"""SCIP, as OR-Tools ships it, on our model. Its options were measured on the shipped profiles."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping

from ortools.math_opt.python import mathopt

from benchmarks.peers.linear import Program, Sum
from benchmarks.peers.linear_search import Found


def minimise(program: Program, objective: Sum, start: Mapping[int, int], seconds: float) -> Found:
    model = mathopt.Model()
    columns = [model.add_integer_variable(lb=low, ub=high) for low, high in program.columns]
    for row in program.rows:
        model.add_linear_constraint(
            lb=-math.inf if row.low is None else row.low,
            ub=math.inf if row.high is None else row.high,
            expr=mathopt.fast_sum([factor * columns[column] for column, factor in row.terms]),
        )
    costs = mathopt.fast_sum([factor * columns[column] for column, factor in objective.terms])
    model.minimize(costs + objective.constant)
    hints = [mathopt.SolutionHint({columns[column]: value for column, value in start.items()})] if start else []
    found = mathopt.solve(
        model,
        mathopt.SolverType.GSCIP,
        params=_parameters(seconds),
        model_params=mathopt.ModelSolveParameters(solution_hints=hints),
    )
    values = tuple(found.variable_values(columns)) if found.has_primal_feasible_solution() else ()
    match found.termination.reason:
        case mathopt.TerminationReason.OPTIMAL:
            return Found("optimal", values, found.dual_bound())
        case mathopt.TerminationReason.INFEASIBLE | mathopt.TerminationReason.INFEASIBLE_OR_UNBOUNDED:
            return Found("infeasible")
        case mathopt.TerminationReason.FEASIBLE | mathopt.TerminationReason.NO_SOLUTION_FOUND:
            return Found("out of time", values, found.dual_bound())
        case other:
            raise RuntimeError(f"SCIP ended as {other.name}: {found.termination.detail}")


def _parameters(seconds: float) -> mathopt.SolveParameters:
    """Cuts double the time on these programs, and symmetry detection costs more than it saves."""
    parameters = mathopt.SolveParameters(
        time_limit=dt.timedelta(seconds=seconds),
        threads=1,
        random_seed=0,
        cuts=mathopt.Emphasis.OFF,
        relative_gap_tolerance=0.0,
        absolute_gap_tolerance=0.99,  # costs are whole numbers, so a smaller gap means optimal
    )
    parameters.gscip.int_params["misc/usesymmetry"] = 0
    return parameters
