"""Why there is no plan: a set of rules that cannot all be kept, none of them superfluous.

Shrinks by deletion (Chinneck and Dravnieks, 1991) from the assumptions that CP-SAT names, and trusts neither end:
the set is refuted again by a second configuration, and each of its proper subsets was seen to be feasible.
"""

from __future__ import annotations

from collections.abc import Sequence

from solver.cpsat.assume import feasible, guilty
from solver.cpsat.model import Model
from solver.outcome import Disagreement


def minimal_conflict(model: Model) -> tuple[str, ...]:
    """The names of walls that conflict, in the order they were posted; empty if all of them can be kept.

    `model` was built with `named_walls` and has no objective: with one, CP-SAT names every assumption.
    """
    names = list(model.walls)
    core = guilty(model, names)
    if core is None:
        return ()
    kept = [name for name in names if name in core]
    if feasible(model, kept):
        kept = names
    for name in list(kept):
        rest = [other for other in kept if other != name]
        if not feasible(model, rest):
            kept = rest
    if not _refuted_twice(model, kept):
        raise Disagreement(f"whether {', '.join(kept)} can be kept together depends on how CP-SAT is asked")
    return tuple(kept)


def _refuted_twice(model: Model, names: Sequence[str]) -> bool:
    return not feasible(model, names) and not feasible(model, names, presolve=False)
