"""Which exercises of a session are done in turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, permutations

from constraints.prescription.options import Option


def pairs_of(ordered: Sequence[Option], count: int) -> Mapping[Option, Option]:
    """So many supersets, lower-body work first in each: the earliest in the session's order that pair well.

    They exist where each side has so many, and both together have so many that pair freely: the others are a complete
    bipartite graph without edges between hinges and pulls, whose largest matching is that (König, 1931). Empty where
    they do not exist.
    """
    lower = [option for option in ordered if option.superset == "lower"]
    other = [option for option in ordered if option.superset == "other"]
    for chosen in combinations(lower, count):
        for partners in permutations(other, count):
            pairs = dict(zip(chosen, partners, strict=True))
            if all(one.pairs_freely or partner.pairs_freely for one, partner in pairs.items()):
                return pairs
    return {}
