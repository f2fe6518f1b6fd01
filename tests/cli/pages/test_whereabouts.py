"""Places of violations in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable

import pytest

from cli.pages.whereabouts import whereabouts
from profiles.where import AtRace, InBlock, InProfile, InWeek, OnDate
from solver.rule import Violation

FRIDAY, WEEK = dt.date(2027, 1, 29), dt.timedelta(weeks=1)


@pytest.mark.parametrize(
    ("missed", "said"),
    [
        ({InWeek(7): 1, InWeek(11): 1}, "weeks 7, 11"),
        ({InWeek(1): 1, InWeek(2): 1, InWeek(3): 1, InWeek(9): 2}, "weeks 1-3; week 9 (2)"),
        (
            {InWeek(7, "B"): 1, InWeek(11, "A"): 1, InWeek(11, "B"): 1},
            "weeks 7, 11: session B; week 11: session A",
        ),
        (
            {
                InWeek(3, of="straight"): 1,
                InWeek(3, of="bent"): 1,
                InWeek(4, of="straight"): 1,
                InWeek(4, of="bent"): 1,
                InWeek(5, of="bent"): 1,
            },
            "weeks 3, 4: straight knee; weeks 3-5: bent knee",
        ),
        (
            {
                InWeek(3, of="straight"): 1,
                InWeek(3, of="bent"): 2,
                InWeek(4, of="straight"): 1,
                InWeek(4, of="bent"): 2,
            },
            "weeks 3, 4: straight knee, bent knee (2)",
        ),
        (
            {InWeek(3, of="core"): 2, InWeek(4, of="core"): 2, InWeek(5, of="core"): 1},
            "weeks 3, 4: core (2); week 5: core",
        ),
        (
            {InWeek(week, of="achilles", part=part): 1 for week in (5, 6, 7) for part in ("slow_raises", "soleus")},
            "weeks 5-7: Achilles tendon slow raises, Achilles tendon soleus",
        ),
        (
            {InBlock(2, of="calves_ankles"): 4, InBlock(2, of="bent"): 1},
            "block 2: calves and ankles (4), bent knee",
        ),
        ({InBlock(1, of="runners_knee"): 1, InBlock(3, of="runners_knee"): 1}, "blocks 1, 3: runner's knee"),
        ({InBlock(1, "A", "back_squat", "heavy"): 1}, "block 1: session A, Back squat (heavy)"),
        ({InBlock(1, of="achilles", part="slow_raises"): 1}, "block 1: Achilles tendon slow raises"),
        ({InBlock(1): 3}, "block 1 (3)"),
        ({OnDate(FRIDAY): 1, OnDate(FRIDAY + WEEK): 1}, "Fri 29 Jan 2027, Fri 5 Feb 2027"),
        ({OnDate(FRIDAY, "upper"): 1}, "Fri 29 Jan 2027: upper"),
        ({AtRace(FRIDAY, "Night Mile"): 1}, "Night Mile, Fri 29 Jan 2027"),
        ({InProfile(("strength", "pins", 0)): 1}, "strength.pins[0]"),
        ({"some_place": 1}, "some_place"),
    ],
)
def test_places(missed: dict[Hashable, int], said: str) -> None:
    found = whereabouts(Violation("a_rule", at, amount, "coverage", amount) for at, amount in missed.items())
    assert found == said
