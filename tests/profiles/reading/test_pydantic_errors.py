from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, Field, ValidationError

from profiles.reading.layers import Layers
from profiles.reading.problems import BadInput, Problem, problem_at
from profiles.reading.pydantic_errors import explain, problems_of


def test_problems_are_paragraphs() -> None:
    problems = (Problem("a.toml", 3, "x", "is missing"), Problem("a.toml", 5, "", "is odd"))
    assert str(BadInput(*problems)) == "a.toml:3: x: is missing\n\na.toml:5: is odd"


class Numbers(BaseModel, extra="forbid"):
    clear_days: int = Field(ge=1, le=3)
    share: float = Field(default=1.0, gt=0)
    sets: dict[str, tuple[int, int]] = {}


RULES = """\
[rules.near]
clear_days = 9
shaer = 0.5
share = -1
sets = { core = [1, "x"] }
"""
OVERRIDES = {"clear_days": 9, "shaer": 0.5, "share": -1, "sets": {"core": [1, "x"]}}


@pytest.mark.parametrize(("model", "days", "allowed"), [
    (Numbers, "found 9; allowed: 1 to 3", ("clear_days", "share", "sets")),
    (None, "found 9; allowed: at most 3", ()),
])  # fmt: skip
def test_other_tables_are_explained_where_they_stand(
    model: type[BaseModel] | None, days: str, allowed: tuple[str, ...]
) -> None:
    with pytest.raises(ValidationError) as error:
        Numbers.model_validate(OVERRIDES)
    found = explain(error.value, Layers.of("me.toml", RULES), ("rules", "near"), model).problems
    assert [(one.line, one.key, one.message) for one in found] == [
        (2, "rules.near.clear_days", days),
        (3, "rules.near.shaer", "unknown key 'shaer'"),
        (4, "rules.near.share", "found -1; allowed: more than 0"),
        (5, "rules.near.sets.core[1]", "found the text 'x', wanted a whole number"),
    ]
    assert found[1].allowed == allowed


def error(kind: str, *loc: str | int, found: Any = None, msg: str = "Odd", **ctx: Any) -> dict[str, Any]:
    return {"type": kind, "loc": loc, "msg": msg, "input": found, "ctx": ctx}


def test_steps_that_the_user_did_not_write_are_left_out() -> None:
    noise = ("function-after[_opening(), union[int,str]]", "nullable")
    errors = [
        error("int_type", "a", *noise, "b", "int", found=[]),
        error("string_type", "a", *noise, "b", "str", found=[]),
        error("missing", "a", "constrained", "c"),
        error("literal_error", "a", "b", "[key]", found="b", expected="'x', 'by' or 'z'"),
    ]
    problems = list(problems_of(errors, Layers.of("f", "a = { b = [] }")))
    assert [(one.key, one.message) for one in problems] == [
        ("a.b", "found a list, wanted a whole number or text"),
        ("a.c", "is missing"),
        ("a.b", "unknown key 'b'"),
    ]
    assert problems[2].allowed == ("x", "by", "z")


def test_numbers_may_be_words_of_a_vocabulary() -> None:
    (one,) = problems_of([error("literal_error", "a", found=7, expected="0, 1 or 2")], Layers.of("f", "a = 7"))
    assert (one.message, one.allowed) == ("unknown a the whole number 7", ("0", "1", "2"))


def test_an_error_without_a_translation_keeps_its_message() -> None:
    (one,) = problems_of([error("too_short", "a", found=[], msg="Tuple should have 1 item")], Layers.of("f", "a = []"))
    assert (one.key, one.message) == ("a", "tuple should have 1 item")


def test_a_problem_anywhere() -> None:
    layers = Layers.of(Path("me.toml"), "[season]\ndoctrine = 'x'")
    one = problem_at(layers, ("season", "doctrine"), "unknown", "hom", ("home", "gym"))
    assert str(one) == "me.toml:2: season.doctrine: unknown. Did you mean 'home'? Allowed: home, gym"


def test_what_the_text_leaves_out_is_reported_at_the_table_around_it() -> None:
    with pytest.raises(ValidationError) as error:
        Numbers.model_validate({"clear_days": 9, "odd": 1})
    found = explain(error.value, Layers.of("me.toml", "a = 1\n[rules]\n"), ("rules", "near"), Numbers).problems
    assert [(one.line, one.key) for one in found] == [(2, "rules.near"), (2, "rules.near")]
    assert found[1].message == "unknown key 'odd'"


def test_a_file_that_is_no_profile_is_not_told_line_by_line() -> None:
    problems = [Problem("big.toml", line, f"key{line}", "unknown") for line in range(1, 31)]
    told = str(BadInput(*problems))
    assert told.count("unknown") == 8
    assert told.endswith("and 22 more problems")
