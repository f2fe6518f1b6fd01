"""HiGHS on our model. Its options were measured on the shipped profiles."""

from __future__ import annotations

import time
from collections.abc import Mapping

import highspy
import numpy as np

from benchmarks.peers.linear import Program, Sum
from benchmarks.peers.linear_search import Found

OPTIONS: Mapping[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,
    "parallel": "off",
    "random_seed": 0,
    "mip_detect_symmetry": False,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.99,  # costs are whole numbers, so a smaller gap means optimal
}


def minimise(program: Program, objective: Sum, start: Mapping[int, int], seconds: float) -> Found:
    """HiGHS 1.16 may report a given start as optimal although it found a better one; then it is solved without it."""
    began = time.perf_counter()
    found = _solved(program, objective, start, seconds)
    mistaken = found.status == "optimal" and objective.at([*map(round, found.values)]) - found.bound > 1 - 1e-6
    if start and mistaken:
        return _solved(program, objective, {}, seconds - (time.perf_counter() - began))
    return found


def _solved(program: Program, objective: Sum, start: Mapping[int, int], seconds: float) -> Found:
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    for name, value in {**OPTIONS, "time_limit": max(0.01, seconds)}.items():
        solver.setOptionValue(name, value)
    solver.passModel(_lp(program, objective))
    if start:
        columns, values = list(start), [float(value) for value in start.values()]
        solver.setSolution(len(columns), np.array(columns, dtype=np.int32), np.array(values))
    solver.run()
    info = solver.getInfo()
    feasible = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    solution = tuple(solver.getSolution().col_value) if feasible else ()
    match solver.getModelStatus():
        case highspy.HighsModelStatus.kOptimal:
            return Found("optimal", solution, info.mip_dual_bound)
        case highspy.HighsModelStatus.kInfeasible | highspy.HighsModelStatus.kUnboundedOrInfeasible:
            return Found("infeasible")
        case highspy.HighsModelStatus.kTimeLimit:
            return Found("out of time", solution, info.mip_dual_bound)
        case other:
            raise RuntimeError(f"HiGHS ended as {solver.modelStatusToString(other)}")


def _lp(program: Program, objective: Sum) -> highspy.HighsLp:
    costs = dict(objective.terms)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(program.columns), len(program.rows)
    lp.col_cost_ = np.array([costs.get(column, 0) for column in range(lp.num_col_)], dtype=np.double)
    lp.offset_ = float(objective.constant)
    lp.col_lower_ = np.array([low for low, _ in program.columns], dtype=np.double)
    lp.col_upper_ = np.array([high for _, high in program.columns], dtype=np.double)
    lp.row_lower_ = np.array([-highspy.kHighsInf if row.low is None else row.low for row in program.rows])
    lp.row_upper_ = np.array([highspy.kHighsInf if row.high is None else row.high for row in program.rows])
    lp.integrality_ = [highspy.HighsVarType.kInteger] * lp.num_col_
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(row.terms) for row in program.rows)], dtype=np.int32)
    terms = [term for row in program.rows for term in row.terms]
    lp.a_matrix_.index_ = np.array([column for column, _ in terms], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([factor for _, factor in terms], dtype=np.double)
    return lp
