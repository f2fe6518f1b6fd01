"""For every rule of every doctrine, over every plan of tiny worlds, CP-SAT charges exactly what `check` finds."""

import pytest

from constraints.knowledge.doctrine import doctrine_named, doctrine_names
from constraints.rules.every_rule import RULES, WISHES
from worlds import WORLDS, World, compared

WISHED = [rule.id for rule in WISHES]
DOCTRINES = sorted(doctrine_names(), key=lambda name: name != "reconciled")
"""The one first that has nearly every rule: most rules are put to the test there, and nothing is listed twice."""


@pytest.mark.parametrize("doctrine", DOCTRINES)
@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.name)
def test_post_and_check_agree_on_every_plan(world: World, doctrine: str) -> None:
    differ = [example for comparison in compared(world, doctrine).values() for example in comparison.differ]
    assert differ == []


@pytest.mark.parametrize("rule", [*(rule.id for rule in RULES), *WISHED])
def test_some_world_puts_the_rule_to_the_test(rule: str) -> None:
    having = [name for name in DOCTRINES if rule in {*WISHED, *(one.id for one in doctrine_named(name).rules)}]
    every = (compared(world, doctrine).get(rule) for doctrine in having for world in WORLDS)
    assert any(comparison is not None and comparison.varies for comparison in every)
