"""A squad's lines with their sums, as values."""

from __future__ import annotations

from cli.pages.squad_lines import NUMBERS, SquadLine, SquadLines, squad_lines
from cli.squad.entry import Entry
from writing import day

ANA = Entry(
    file="ana.toml", name="Ana", state="planned", race="Half", race_day=day("sun"), weeks=10, sessions=25, minutes=800,
    coverage=64, proven=5, tiers=5, seconds=0.93,
)  # fmt: skip
BEN = Entry(file="ben.toml", name="Ana", state="conflict", weeks=8, why=("one thing", "another"), seconds=0.2)


def test_only_plans_that_can_be_followed_count_in_the_means() -> None:
    assert squad_lines((ANA, BEN)) == SquadLines(
        (
            SquadLine("Ana (ana)", "Half", day("sun"), ("10", "2.5", "80", "64", "", "5/5", "0.9"), "planned"),
            SquadLine("Ana (ben)", "", None, ("8", "", "", "", "2", "", "0.2"), "conflict"),
        ),
        ("", "2.5", "80", "64", "2", "5/5", "1.1"),
        planned=1,
    )


def test_each_number_has_a_head_and_a_total() -> None:
    squad = squad_lines((ANA,))
    assert len(squad.lines[0].numbers) == len(squad.totals) == len(NUMBERS)


def test_an_empty_squad_has_no_means() -> None:
    assert squad_lines(()) == SquadLines((), ("", "", "", "0", "", "", "0.0"), 0)
