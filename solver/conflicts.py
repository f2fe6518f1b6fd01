"""Why there is no plan: a minimal set of walls that cannot all be kept.

The set is shrunk by deletion (Chinneck and Dravnieks, 1991), starting from the assumptions that CP-SAT names. The
result is verified: a second configuration finds the set infeasible too, and each proper subset was found feasible.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from solver.cpsat.assume import feasible, guilty
from solver.cpsat.model import Model
from solver.outcome import Disagreement


def minimal_conflict(model: Model, part_of: Callable[[Hashable], Hashable] = lambda wall: wall) -> tuple[Hashable, ...]:
    """The parts that conflict, in the order their walls were posted; empty if all of them can be kept.

    `part_of` says which part a wall belongs to, such as its rule; without it each wall is a part. `model` was built
    with `named_walls` and has no objective: with one, CP-SAT names every assumption.
    """
    parts: dict[Hashable, list[Hashable]] = {}
    for wall in model.walls:
        parts.setdefault(part_of(wall), []).append(wall)

    def walls_of(several: Iterable[Hashable]) -> list[Hashable]:
        return [wall for part in several for wall in parts[part]]

    core = guilty(model, model.walls)
    if core is None:
        return ()
    kept = [part for part, walls in parts.items() if not core.isdisjoint(walls)]
    if feasible(model, walls_of(kept)):
        kept = list(parts)
    for part in list(kept):
        rest = [other for other in kept if other != part]
        if not feasible(model, walls_of(rest)):
            kept = rest
    if feasible(model, walls_of(kept)) or feasible(model, walls_of(kept), presolve=False):
        raise Disagreement(f"whether {', '.join(map(str, kept))} can be kept together depends on how CP-SAT is asked")
    return tuple(kept)
