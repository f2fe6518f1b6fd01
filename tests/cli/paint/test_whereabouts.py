"""Places of violations in words."""

from __future__ import annotations

import pytest

from cli.paint.whereabouts import whereabouts
from solver.rule import Violation


@pytest.mark.parametrize(
    ("missed", "said"),
    [
        ({"week 7": 1, "week 11": 1}, "weeks 7, 11"),
        ({"week 1": 1, "week 2": 1, "week 3": 1, "week 9": 2}, "weeks 1-3; week 9 (2)"),
        ({"week 7 B": 1, "week 11 A": 1, "week 11 B": 1}, "week 7: session B; week 11: session A, session B"),
        ({"block 2 calves_ankles": 4, "block 2 bent": 1}, "block 2: calves and ankles (4), bent knee"),
        ({"block 1 runners_knee": 1, "block 3 runners_knee": 1}, "blocks 1, 3: runner's knee"),
        ({"block 1 A back_squat.heavy": 1}, "block 1: session A, Back squat (heavy)"),
        ({"block 1": 3}, "block 1 (3)"),
        ({"2027-01-29": 1, "2027-02-05": 1}, "Fri 29 Jan 2027, Fri 5 Feb 2027"),
        ({"2027-01-29 upper": 1}, "Fri 29 Jan 2027: upper"),
        ({"some_place": 1}, "some place"),
    ],
)
def test_places(missed: dict[str, int], said: str) -> None:
    found = whereabouts(Violation("a_rule", at, amount, "coverage", amount) for at, amount in missed.items())
    assert found == said
