"""How a solve can end."""

import pytest

from solver.outcome import Tier


@pytest.mark.parametrize(("value", "bound", "proven"), [(3, 3, True), (0, 0, True), (4, 3, False)])
def test_a_tier_is_proven_where_value_and_bound_meet(value: int, bound: int, *, proven: bool) -> None:
    assert Tier("comfort", value, bound).proven is proven


def test_parts_of_a_tier_add_up_and_are_proven_together() -> None:
    whole = Tier("comfort", 2, 2) + Tier("comfort", 5, 4)
    assert whole == Tier("comfort", 7, 6)
    assert not whole.proven
    assert (Tier("comfort", 2, 2) + Tier("comfort", 4, 4)).proven
