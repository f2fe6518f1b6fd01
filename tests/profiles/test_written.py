"""Properties of every value that people write as text."""

import datetime as dt
import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from profiles.amount import Amount, Ends
from profiles.equipment import EQUIPMENT
from profiles.kit import Kit, Masses
from profiles.lift import Lift
from profiles.opening import Opening
from profiles.pin import SLOTS, Pin
from profiles.run import KINDS, DayRuns, Half, Run
from profiles.span import Span
from profiles.written import Written, number


def in_order(runs: list[Run]) -> tuple[Run, ...]:
    return tuple(sorted(runs, key=lambda run: run.half == "pm"))


def in_minutes(ends: Ends) -> Ends:
    return 60 * ends[0], 60 * ends[1]


HALVES = st.sampled_from([None, *get_args(Half)])
RUNS = st.builds(Run, st.sampled_from(KINDS), st.integers(1, 900), HALVES)
KG = st.integers(1, 40_000).map(lambda hundredths: hundredths / 100) | st.floats(1e-9, 400)
RANGES = st.lists(KG, min_size=2, max_size=2).map(lambda ends: Masses(min(ends), max(ends)))
ENDS = st.lists(st.integers(1, 600), min_size=2, max_size=2).map(lambda ends: (min(ends), max(ends)))
VALUES: dict[type[Written], st.SearchStrategy[Written]] = {
    Run: RUNS,
    DayRuns: st.lists(RUNS, max_size=2).map(lambda runs: DayRuns(in_order(runs))),
    Opening: st.builds(Opening, st.integers(0, 240), HALVES),
    Pin: st.builds(Pin, st.dates(), st.sampled_from([None, *SLOTS])),
    Span: st.lists(st.dates(), min_size=2, max_size=2).map(lambda ends: Span(min(ends), max(ends))),
    Lift: st.builds(Lift, st.floats(1, 500), st.integers(1, 20), st.integers(0, 10)),
    Kit: st.builds(Kit, st.sampled_from(EQUIPMENT), st.lists(KG.map(Masses) | RANGES, max_size=3).map(tuple)),
    Amount: st.builds(
        Amount, st.sampled_from(["reps", "seconds"]), st.none() | ENDS | ENDS.map(in_minutes), ENDS, st.booleans()
    ),
}  # fmt: skip
WHOLE = st.sampled_from(list(VALUES)).flatmap(VALUES.__getitem__)
LIMITS = ("; allowed are ", "an estimate needs ", "the larger number first")
"""Errors that only `parse` finds: limits, and the order of two numbers."""


def allows(kind: type[Written], said: object) -> bool:
    return Draft202012Validator(kind.json_schema()).is_valid(said)


def refusal(kind: type[Written], said: object) -> str:
    """The error of `parse`; None if the text is valid."""
    try:
        kind.parse(said)
    except ValueError as wrong:
        return str(wrong)
    return ""


def drawn_from(kind: type[Written]) -> st.SearchStrategy[str]:
    schema = kind.json_schema()
    (pattern,) = (one["pattern"] for one in schema.get("anyOf", [schema]) if "pattern" in one)
    ascii_only = st.characters(codec="ascii")
    return st.from_regex(pattern.removeprefix("^").removesuffix("$"), fullmatch=True, alphabet=ascii_only)


def test_every_kind_of_value_is_tried() -> None:
    assert set(Written.__subclasses__()) == set(VALUES)


@given(WHOLE)
def test_what_is_spelled_is_read_as_an_equal_value(value: Written) -> None:
    assert type(value).parse(str(value)) == value


@given(WHOLE)
def test_the_schema_allows_what_is_spelled(value: Written) -> None:
    assert allows(type(value), value.plain())
    assert allows(type(value), str(value))


@given(WHOLE)
def test_models_take_the_value_or_its_spelling_and_write_the_spelling(value: Written) -> None:
    adapter = TypeAdapter(type(value))
    assert adapter.validate_python(value) is value
    assert adapter.validate_json(adapter.dump_json(value)) == value
    assert adapter.dump_python(value) == value.plain()
    assert adapter.json_schema() == type(value).json_schema()


@pytest.mark.parametrize("kind", [Run, DayRuns, Opening, Lift, Amount])
def test_what_the_schema_allows_is_read_unless_a_number_is_out_of_its_limits(kind: type[Written]) -> None:
    @given(drawn_from(kind))
    def check(said: str) -> None:
        wrong = refusal(kind, said)
        assert not wrong or any(words in wrong for words in LIMITS)

    check()


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Run, "easy"), (Run, "easy 0"), (Run, "easy forty"), (Run, "run 40"), (Run, "easy 40 noon"), (Run, "rest"),
        (DayRuns, ""), (DayRuns, "easy 30 +"), (DayRuns, "easy 30 + rest"), (DayRuns, "easy 9 + easy 9 + easy 9"),
        (Opening, "45 noon"), (Opening, "241"), (Opening, -1), (Opening, "4.5"), (Opening, "45pm"), (Opening, 241),
        (Pin, "2027-02-09 D"), (Pin, "9 Feb"), (Pin, "2027-02-09A"), (Pin, "2027-02-09 a"),
        (Span, "2027-03-08 - 2027-03-12"), (Span, "20270308"), (Span, "2027-03-08/"), (Span, "next week"),
        (Lift, "80 x"), (Lift, "80 x 5 @"), (Lift, "80 kg"), (Lift, 0), (Lift, 501),
        (Kit, "mats"), (Kit, "kettlebell16"), (Kit, "kettlebell sixteen"), (Kit, "dumbbells 4; 6"), (Kit, "16"),
        (Amount, "ten reps"), (Amount, "8 reps each"), (Amount, "0 s"), (Amount, "as much as possible"), (Amount, ""),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_not_allowed_by_the_schema_either(kind: type[Written], said: object) -> None:
    assert refusal(kind, said)
    assert not allows(kind, said)


@pytest.mark.parametrize("kind", VALUES)
@pytest.mark.parametrize("said", [dt.date(2027, 1, 4), [], {}, True, None])
def test_other_types_are_refused(kind: type[Written], said: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(said)


@pytest.mark.parametrize("kind", VALUES)
def test_examples_can_be_read(kind: type[Written]) -> None:
    schema = kind.json_schema()
    for one in schema.get("anyOf", [schema]):
        for example in one.get("examples", ()):
            assert json.loads(TypeAdapter(kind).dump_json(kind.parse(example))) == example


@pytest.mark.parametrize(
    ("value", "said"), [(100.0, "100"), (2.5, "2.5"), (0.00001, "0.00001"), (1, "1"), (400.25, "400.25")]
)
def test_numbers_have_no_exponent_and_no_needless_point(value: float, said: str) -> None:
    assert number(value) == said
