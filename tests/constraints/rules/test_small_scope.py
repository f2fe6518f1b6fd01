"""On every plan of small worlds, CP-SAT charges what `check` finds: every rule, with each doctrine's numbers."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from constraints.model.plan_rule import PlanRule
from constraints.rules.every_rule import RULES, WISHES
from worlds import DOCTRINES, WORLDS, Comparison, Line, World, brief_in, compared, rules_in

ROOT = Path(__file__).parents[3]
TIMED = [world for world in WORLDS if world.name in ("long_session", "short_session")]


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.name)
def test_post_and_check_agree_on_every_plan(world: World) -> None:
    found = compared(world, rules_in(world))
    assert [example for comparison in found.values() for example in comparison.differ] == []


@pytest.mark.parametrize("doctrine", DOCTRINES)
@pytest.mark.parametrize("world", TIMED, ids=lambda world: world.name)
def test_they_agree_where_a_doctrine_has_sessions_of_its_own(world: World, doctrine: str) -> None:
    rules = {rule.id: rule for rule in brief_in(world, doctrine).rules}
    found = compared(world, rules, tables=doctrine)
    assert [example for comparison in found.values() for example in comparison.differ] == []


def limits(rule: type[PlanRule]) -> Iterator[Line]:
    """The lines where a rule says `on.at_most` or `on.at_least`, or the class does from which it inherits `post`."""
    posting = next(kind for kind in rule.__mro__ if "post" in vars(kind))
    source, first = inspect.getsourcelines(posting)
    for node in ast.walk(ast.parse("".join(source))):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name("on"), attr="at_most" | "at_least" | "at_least_each")):
                yield Path(inspect.getfile(posting)), first + node.lineno - 1


@pytest.mark.parametrize("rule", [*RULES, *WISHES], ids=lambda rule: rule.id)
def test_some_plan_of_a_world_exceeds_each_limit_of_a_rule(rule: type[PlanRule]) -> None:
    left, varies = frozenset(limits(rule)), False

    def enough(found: Comparison) -> bool:
        return left <= found.exceeded and (varies or found.varies)

    tried = [(world, name, one) for world in WORLDS for name, one in rules_in(world).items() if isinstance(one, rule)]
    for world, name, one in sorted(tried, key=lambda trial: DOCTRINES.index(trial[1].partition(".")[0])):
        if left or not varies:
            found = compared(world, {name: one}, sought=left or frozenset(limits(rule)), enough=enough)[name]
            left, varies = left - found.exceeded, varies or found.varies
    assert [f"{file.relative_to(ROOT)}:{line}" for file, line in sorted(left)] == [], (
        f"no plan of any world exceeds these limits of {rule.id}: add to tests/worlds.py a world in which some plans "
        "exceed them and others keep them, or extend one"
    )
    assert varies, f"in each world all plans miss {rule.id} by the same: add to tests/worlds.py what some plans keep"
