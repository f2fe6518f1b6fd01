"""The audit, tested with rules about lists of numbers."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from solver.audit import Report, audit, confirm
from solver.outcome import Disagreement, Tier
from solver.rule import Rule, Violation
from solver.scope import Scope


class _Judge(Rule[Any, list[int]]):
    """No number may exceed a limit."""

    sentence = "Numbers are at most {most}."
    guidance = ()
    most: int

    def post(self, on: Scope, x: Any, /) -> None:
        raise NotImplementedError

    def check(self, plan: list[int], /) -> Iterator[Violation]:
        for place, number in enumerate(plan):
            if number > self.most:
                yield self.missed(f"number {place}", number - self.most)


class SmallNumbers(_Judge):
    __module__ = "toys.small_numbers"


class TinyNumbers(_Judge):
    __module__ = "toys.tiny_numbers"


WALL = SmallNumbers(most=7, because=("judgement",))
CHEAP = SmallNumbers(most=4, tier="comfort", weight=2, because=("judgement",))
DEAR = TinyNumbers(most=2, tier="comfort", weight=5, because=("judgement",))
PRETTY = TinyNumbers(most=3, tier="beauty", because=("judgement",))
RULES = (WALL, CHEAP, DEAR, PRETTY)
PLAN = [1, 3, 6]
COMFORT = Tier("comfort", 29, 29)
BEAUTY = Tier("beauty", 3, 3)
CHARGED = Counter({("comfort", "small_numbers"): 4, ("comfort", "tiny_numbers"): 25, ("beauty", "tiny_numbers"): 3})


def test_a_plan_that_keeps_everything_costs_nothing() -> None:
    assert audit([1, 2], RULES) == Report((), ())


def test_walls_broken_and_prices_paid_are_reported_apart() -> None:
    report = audit([3, 8], RULES)
    assert report.broken == (Violation("small_numbers", "number 1", 1, None, 0),)
    assert report.paid == (
        Violation("small_numbers", "number 1", 4, "comfort", 8),
        Violation("tiny_numbers", "number 0", 1, "comfort", 5),
        Violation("tiny_numbers", "number 1", 6, "comfort", 30),
        Violation("tiny_numbers", "number 1", 5, "beauty", 5),
    )


def test_prices_are_summed_by_tier() -> None:
    report = audit(PLAN, RULES)
    assert [report.price(tier) for tier in ("comfort", "beauty", "none")] == [29, 3, 0]


def test_a_plan_that_solver_and_audit_judge_alike_is_confirmed() -> None:
    confirm(audit(PLAN, RULES), (COMFORT, BEAUTY), CHARGED)
    confirm(audit([1], RULES), (), Counter())


def test_a_broken_wall_is_a_disagreement_whatever_the_prices() -> None:
    with pytest.raises(Disagreement, match=r"broken: small_numbers at number 1; small_numbers at number 2$"):
        confirm(audit([0, 8, 9], (WALL,)), (), Counter())


@pytest.mark.parametrize(("charged", "words"), [(20, "20 charged, 25 found"), (30, "30 charged, 25 found")])
def test_the_rule_whose_halves_differ_is_named_and_no_other(charged: int, words: str) -> None:
    more = charged - 25
    with pytest.raises(Disagreement) as caught:
        confirm(
            audit(PLAN, RULES),
            (Tier("comfort", 29 + more, 29 + more), BEAUTY),
            CHARGED + Counter({("comfort", "tiny_numbers"): 5}) - Counter({("comfort", "tiny_numbers"): 5 - more}),
        )
    assert f"tier comfort: {29 + more} to the solver, 29 to the audit" in str(caught.value)
    assert f"tiny_numbers in tier comfort: {words}" in str(caught.value)
    assert "small_numbers" not in str(caught.value)


@pytest.mark.parametrize(
    ("charged", "plan", "words"),
    [({}, [5], "0 charged, 2 found"), ({("comfort", "small_numbers"): 2}, [1], "2 charged, 0 found")],
)
def test_a_rule_that_only_one_side_knows_of_is_named(
    charged: dict[tuple[str, str], int], plan: list[int], words: str
) -> None:
    value = sum(charged.values())
    with pytest.raises(Disagreement, match=words) as caught:
        confirm(audit(plan, (CHEAP,)), (Tier("comfort", value, value),), Counter(charged))
    assert "small_numbers in tier comfort" in str(caught.value)


def test_a_disagreement_in_a_later_tier_is_found_too() -> None:
    with pytest.raises(Disagreement, match="tier beauty: 2 to the solver, 3 to the audit"):
        confirm(audit(PLAN, RULES), (COMFORT, Tier("beauty", 2, 2)), CHARGED)


def test_errors_of_two_rules_that_cancel_are_found() -> None:
    charged = Counter({("comfort", "small_numbers"): 9, ("comfort", "tiny_numbers"): 20, ("beauty", "tiny_numbers"): 3})
    with pytest.raises(Disagreement) as caught:
        confirm(audit(PLAN, RULES), (COMFORT, BEAUTY), charged)
    assert "small_numbers in tier comfort: 9 charged, 4 found" in str(caught.value)
    assert "tiny_numbers in tier comfort: 20 charged, 25 found" in str(caught.value)
