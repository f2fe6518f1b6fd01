"""What a card says about order, days and reasons."""

from __future__ import annotations

import io

from rich.console import Console

from cli.paint.cards import cards, glossary, marks
from profiles.plan import Plan
from profiles.run import Run
from writing import CORE, HEAVY, LEGS, UPPER, day, item, plan, profile, rule, session

RULES = [
    rule("place_of_the_day"),
    rule("same_weekdays", tier="rhythm"),
    rule("even_spacing", tier="rhythm", days=3),
    rule("race_day_free"),
    rule("run_before_lift"),
]


def said(finished: Plan) -> str:
    console = Console(file=io.StringIO(), width=100)
    console.print(cards(finished, RULES), glossary(finished))
    assert isinstance(console.file, io.StringIO)
    return " ".join(console.file.getvalue().split())


def test_supersets_share_a_number() -> None:
    pair = item("goblet_squat", superset=4), item("plank", "hold", superset=4)
    assert marks([HEAVY, *pair, UPPER]) == ["1", "2a", "2b", "3"]
    assert marks([pair[0], HEAVY, pair[1], UPPER]) == ["1a", "2", "1b", "3"]
    assert marks([]) == []


def test_days_are_counted_when_they_differ() -> None:
    run = {"after": (Run.parse("intervals 60 am"),)}
    sessions = [session(day("tue", week)).model_copy(update=run) for week in (1, 2)]
    assert "Tue, after intervals; 2 of 4 weeks" in said(plan(profile(), *sessions))
    moved = session(day("fri", 3)).model_copy(update={"before": (Run.parse("easy 30 pm"),)})
    text = said(plan(profile(), *sessions, moved))
    assert "Tue, after intervals (2); Fri, before easy run (1); 3 of 4 weeks" in text
    assert "Why then" not in text  # nothing is known about why


def test_reasons_are_the_three_most_telling() -> None:
    names = ("place_of_the_day", "even_spacing", "same_weekdays", "race_day_free", "run_before_lift")
    sessions = [
        session(day("tue", 1)).model_copy(update={"because": names}),
        session(day("tue", 2)).model_copy(update={"because": ("same_weekdays",)}),
    ]
    text = said(plan(profile(), *sessions))
    reasons = "On a shared day the key run comes first. Race day is for the race. Sessions keep their weekdays."
    assert f"Why Tue {reasons}" in text
    assert "Sessions are spread" not in text


def test_each_exercise_is_explained_once_in_order() -> None:
    finished = plan(profile(), session(day("tue"), LEGS, CORE), session(day("fri"), CORE, HEAVY, slot="B"))
    console = Console(file=io.StringIO(), width=100)
    console.print(glossary(finished))
    assert isinstance(console.file, io.StringIO)
    lines = console.file.getvalue().splitlines()
    names = [line[:24].strip() for line in lines if line[:24].strip()]
    assert names == [one.entry.name for one in (LEGS, CORE, HEAVY)]
    assert LEGS.entry.cue[:30] in lines[0]
