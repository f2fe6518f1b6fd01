"""For every rule, over every plan of tiny worlds, CP-SAT charges exactly what `check` finds."""

import pytest

from constraints.rules import RULES, WISHES
from worlds import WORLDS, World, compared

IDS = [rule.id for rule in (*RULES, *WISHES)]


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.name)
def test_post_and_check_agree_on_every_plan(world: World) -> None:
    differ = [example for comparison in compared(world).values() for example in comparison.differ]
    assert differ == []


@pytest.mark.parametrize("rule", IDS)
def test_some_world_puts_the_rule_to_the_test(rule: str) -> None:
    assert any(rule in compared(world) and compared(world)[rule].varies for world in WORLDS)
