"""What is mutated, what is not, and that each mutant listed as equivalent still exists."""

from pathlib import Path

import pytest

from tests.mutants.__main__ import equivalent, every_mutant, listed, sampled
from tests.mutants.mutate import mutants_of
from tests.mutants.trial import ROOT


def lines(tmp_path: Path, source: str) -> list[str]:
    """The changed lines of all mutants of a source."""
    (tmp_path / "one.py").write_text(source, encoding="utf-8")
    return [mutant.after for mutant in mutants_of("one.py", tmp_path)]


@pytest.mark.parametrize(
    ("source", "mutants"),
    [
        ("x = a < b", ["x = a <= b"]),
        ("x = a not in b", ["x = a in b"]),
        ("x = a and b", ["x = a or b"]),
        ("x = not a", ["x = a"]),
        ("x = a - b", ["x = a + b"]),
        ("x += a", ["x -= a"]),
        ("x = 3", ["x = 4", "x = 2"]),
        ("x = True", ["x = False"]),
        ("x = a == 'ä'", ["x = a != 'ä'", "x = a == 'no ä'"]),
        ("x = max(a)", ["x = min(a)"]),
        ("x = f(a, b)", ["x = f(b, a)"]),
        ("x = f(a, *b)", []),
        ("x = a[b:c]", ["x = a[:c]", "x = a[b:]"]),
        ("f(a)", ["if False: f(a)"]),
        ("if a: b", ["if True: b", "if False: b"]),
        ("while a: b", ["while False: b"]),
        ("x = [a for a in b if c]", ["x = [a for a in b if True]", "x = [a for a in b if False]"]),
        ("def f(): return a", ["def f(): return None"]),
        ("for a in b: break", ["for a in b: continue"]),
    ],
)
def test_each_kind_of_slip_is_made(source: str, mutants: list[str], tmp_path: Path) -> None:
    assert lines(tmp_path, source) == mutants


@pytest.mark.parametrize(
    "source",
    [
        '"""Says 1 + 1."""',
        "def f(a: x[1]) -> y[2]: pass",
        "class A(Base, n=1):\n    n: int = Field(ge=1)\n    text = 'a' + 'b'",
        "raise ValueError(1, 2)",
        "x = f'{a + 1}'",
        "import a",
        "if TYPE_CHECKING: import a",
    ],
)
def test_what_is_said_to_people_and_to_the_type_checker_is_left(source: str, tmp_path: Path) -> None:
    assert lines(tmp_path, source) == []


def test_a_mutant_differs_from_its_file_in_one_place(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("x = 1\nif a:\n    f(1)\n", encoding="utf-8")
    sources = [mutant.source(tmp_path) for mutant in mutants_of("one.py", tmp_path)]
    assert sources == [
        "x = 2\nif a:\n    f(1)",
        "x = 0\nif a:\n    f(1)",
        "x = 1\nif True:\n    f(1)",
        "x = 1\nif False:\n    f(1)",
        "x = 1\nif a:\n    if False:\n        f(1)",
        "x = 1\nif a:\n    f(2)",
        "x = 1\nif a:\n    f(0)",
    ]


def test_a_sample_takes_one_of_each_file_first_and_another_seed_takes_another() -> None:
    mutants = every_mutant(("constraints/rules/spacing",))
    files = {mutant.file for mutant in mutants}
    assert len(mutants) > 2 * len(files) > 10
    first = sampled(mutants, len(files), "")
    assert {mutant.file for mutant in first} == files
    assert sampled(mutants, len(files), "") == first != sampled(mutants, len(files), "1")


def test_each_mutant_that_is_listed_as_equivalent_exists_and_has_a_reason() -> None:
    mutants = every_mutant(tuple(one["file"] for one in listed()))
    assert [one for one in listed() if not any(equivalent(mutant, [one]) for mutant in mutants)] == []
    assert [one for one in listed() if len(one["because"]) < 20 or not (ROOT / one["file"]).exists()] == []
