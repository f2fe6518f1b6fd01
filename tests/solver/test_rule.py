"""The base class of rules, tested with rules about lists of numbers."""

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from pydantic import Field, ValidationError

from solver.rule import Rule, Violation
from solver.scope import Scope


class SmallTotal(Rule[Any, list[int]]):
    """Large totals are hard to remember."""

    __module__ = "toys.sums.small_total"
    sentence = "The total is at most {most}, with these extras: {extras}."
    guidance = ("TOY-01",)

    most: int = Field(ge=0, le=9, description="of the total")
    extras: dict[Any, Any] = Field(description="whatever")

    def post(self, on: Scope, x: Any, /) -> None:
        on.at_most(sum(x), self.most, at="total")

    def check(self, plan: list[int], /) -> Iterator[Violation]:
        if sum(plan) > self.most:
            yield self.missed("total", sum(plan) - self.most)


def small_total(*, extras: dict[Any, Any] | None = None, **numbers: Any) -> SmallTotal:
    return SmallTotal(**{"most": 5, "because": ("judgement",), "extras": extras or {}, **numbers})


def test_id_and_family_are_the_last_two_names_of_the_module() -> None:
    assert (SmallTotal.id, SmallTotal.family) == ("small_total", "sums")


def test_a_module_without_a_package_gives_no_family() -> None:
    class Alone(SmallTotal):
        __module__ = "alone"

    assert (Alone.id, Alone.family) == ("alone", "")
    assert (SmallTotal.id, SmallTotal.family) == ("small_total", "sums")


@pytest.mark.parametrize(
    ("extras", "words"),
    [
        ({"race_week": 1, "base": 3}, "race week 1, base 3"),
        ({0: 5, 12: 7}, "over 0: 5, over 12: 7"),
        ({"base": {"upper_push": 2, "core": 4}, "taper": {}}, "base (upper push 2, core 4)"),
        ({"push": ("horizontal_push", "vertical_push"), "hinge": ("hinge",)}, "push, hinge"),
        ({}, ""),
    ],
)
def test_tables_are_spoken(extras: dict[Any, Any], words: str) -> None:
    assert small_total(extras=extras).say() == f"The total is at most 5, with these extras: {words}."


def test_lists_and_words_are_spoken() -> None:
    class Words(SmallTotal):
        sentence = "In {phases}, at {place}, {most}."
        phases: tuple[str, ...]
        place: str

    rule = Words(most=1, extras={}, phases=("race_week", "base"), place="town_hall", because=("judgement",))
    assert rule.say() == "In race week, base, at town hall, 1."


class Listing(SmallTotal):
    sentence = "{three}; {two}"
    three: tuple[Literal["base", "race", "taper"], ...]
    two: tuple[Literal["legs", "heavy"], ...]


@pytest.mark.parametrize(
    ("three", "two", "words"),
    [
        (("base", "race", "taper"), ("legs",), "all; legs"),
        (("taper", "race"), ("legs", "heavy"), "taper, race; legs, heavy"),
    ],
)
def test_a_list_of_three_or_more_words_that_holds_them_all_says_so(three: Any, two: Any, words: str) -> None:
    rule = Listing(most=1, extras={}, three=three, two=two, because=("judgement",))
    assert rule.say() == words


def test_the_sentence_follows_the_number() -> None:
    assert "at most 7," in small_total(most=7).say()


def test_a_rule_without_a_tier_is_hard_and_its_violation_has_no_price() -> None:
    rule = small_total(weight=4)
    assert rule.hard
    assert list(rule.check([4, 4])) == [Violation("small_total", "total", 3, None, 0)]


def test_a_rule_with_a_tier_is_soft_and_its_violation_costs_amount_times_weight() -> None:
    rule = small_total(tier="comfort", weight=4)
    assert not rule.hard
    assert list(rule.check([4, 4])) == [Violation("small_total", "total", 3, "comfort", 12)]


def test_a_place_stays_the_value_it_is_and_one_unit_is_the_usual_amount() -> None:
    assert small_total().missed(7) == Violation("small_total", 7, 1, None, 0)


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"most": 10}, "most"),
        ({"most": -1}, "most"),
        ({"because": ()}, "because"),
        ({"weight": 0, "tier": "comfort"}, "weight"),
        ({"weight": 101, "tier": "comfort"}, "weight"),
        ({"least": 3}, "least"),
    ],
)
def test_numbers_out_of_bounds_and_unknown_keys_are_refused(wrong: dict[str, Any], where: str) -> None:
    with pytest.raises(ValidationError) as caught:
        small_total(**wrong)
    assert [error["loc"] for error in caught.value.errors()] == [(where,)]


def test_every_number_has_to_be_given() -> None:
    with pytest.raises(ValidationError) as caught:
        SmallTotal.model_validate({})
    assert {error["loc"][0] for error in caught.value.errors()} == {"most", "extras", "because"}


def test_a_rule_does_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        small_total().most = 3


def test_a_rule_needs_both_halves() -> None:
    class OnlyPosts(Rule[Any, Any]):
        sentence = "Posts."
        guidance = ()

        def post(self, on: Scope, x: Any, /) -> None: ...

    with pytest.raises(TypeError, match="check"):
        OnlyPosts(because=("judgement",))  # type: ignore[abstract]
