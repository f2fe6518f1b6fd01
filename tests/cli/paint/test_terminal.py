"""Pages on a terminal: whole pages are compared with golden files, and properties hold for every page.

`UPDATE_GOLDEN=1 pytest tests/cli/paint` writes the golden files again.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import re
from pathlib import Path
from typing import Any, get_args

import pytest
from rich.cells import cell_len
from rich.console import Console

from cli.pages.page import page_of
from cli.pages.words import day as day_in_words
from cli.paint.terminal import render_page
from profiles.amount import Amount
from profiles.plan import Dose, Drill, Item, Plan, Session, TierRecord
from profiles.run import Run
from profiles.season import Phase
from profiles.where import InBlock, InWeek, OnDate
from solver.audit import Report
from solver.rule import Violation
from writing import day, judged, plan, profile, rule, session

GOLDEN = Path(__file__).parent / "golden"
CLEAN = Report((), ())
PHASES = {"base": 2, "build": 2, "race": 1, "taper": 0, "race_week": 0, "recovery": 0}
RULES = (
    rule("fresh_legs_for_key_runs", work="leg work", clear_days=1),
    rule("same_weekdays", tier="rhythm", weight=3),
    rule("weekly_sessions", tier="coverage", weight=10, least=PHASES, lighter=1),
    rule("calves_straight_and_bent", tier="coverage", weight=2, phases=("base", "build")),
    rule("hard_days_hard", tier="rhythm", work="heavy leg work", runs=("hard",), phases=get_args(Phase)),
    rule("race_day_free"),
)
PAID = Report(
    (),
    (
        Violation("weekly_sessions", InWeek(1), 1, "coverage", 10),
        Violation("weekly_sessions", InWeek(3), 2, "coverage", 20),
        Violation("weekly_sessions", InWeek(4), 2, "coverage", 20),
        Violation("calves_straight_and_bent", InBlock(2, of="bent"), 2, "coverage", 4),
        Violation("fewest_sessions", OnDate(dt.date.fromisoformat("2027-01-07")), 1, "sessions", 1),
        Violation("hard_days_hard", OnDate(dt.date.fromisoformat("2027-01-12")), 1, "rhythm", 1),
        Violation("same_weekdays", InWeek(2, "A"), 1, "rhythm", 3),
        Violation("short_sessions", InBlock(1, "A"), 4, "exercises", 4),
    ),
)
WALLS = Report((Violation("race_day_free", OnDate(dt.date.fromisoformat("2027-01-31")), 1, None, 0),), ())


def drawn(finished: Plan, report: Report = CLEAN, *, width: int = 80, ascii_only: bool = False, **kwargs: Any) -> str:
    """The page as text, without the blanks that end its lines."""
    screen = io.TextIOWrapper(io.BytesIO(), encoding="ascii" if ascii_only else "utf-8", errors="strict")
    Console(file=screen, width=width, **kwargs).print(render_page(page_of(judged(finished, report, RULES))))
    screen.seek(0)
    return "\n".join(line.rstrip() for line in screen.read().splitlines()) + "\n"


def lifts() -> tuple[Item, ...]:
    heavy = Dose(sets=3, reps=(4, 8), reserve=(2, 3), tempo="2-0-1", rest_s=150)
    sides = Dose(sets=3, reps=(8, 12), each_side=True, reserve=(2, 3), tempo="3-0-1", rest_s=90)
    return (
        Item(exercise="deadlift", style="heavy", role="heavy_compound", dose=heavy, load="barbell"),
        Item(
            exercise="single_leg_romanian_deadlift",
            style="moderate",
            role="accessory",
            dose=sides,
            load="dumbbells",
            superset=1,
        ),
        Item(
            exercise="dead_bug",
            style="core",
            role="core",
            dose=Dose(sets=2, reps=(8, 8), tempo="2-1-2", rest_s=45),
            load="bodyweight",
            superset=1,
        ),
        Item(
            exercise="side_plank",
            style="hold",
            role="isometric",
            dose=Dose(sets=2, seconds=(30, 45), each_side=True, rest_s=45),
            load="bodyweight",
        ),
    )


def strength(date: dt.date, **said: Any) -> Session:
    warm_up = (
        Drill(exercise="glute_bridge", dose=Amount.parse("15-20 reps")),
        Drill(exercise="cat_cow", dose=Amount.parse("10 reps")),
    )
    cooldown = (Drill(exercise="deep_breathing", dose=Amount.parse("2-3 min")),)
    because = ("same_weekdays", "fresh_legs_for_key_runs", "a_rule_of_another_day")
    start = session(date, *lifts()).model_copy(update={"warm_up": warm_up, "cooldown": cooldown, "because": because})
    return start.model_copy(update=said)


def season() -> Plan:
    """From a Wednesday to a marathon: doubles, three races, days away, a block without sessions."""
    who = profile(
        start=dt.date(2027, 1, 6),
        season={"weeks": None},
        athlete={"name": "Maya"},
        races=[
            {"name": "Parkrun", "date": "2027-01-17", "km": 5.5, "priority": "C"},
            {"name": "Riverside Half", "date": "2027-01-31", "distance": "half", "priority": "B"},
            {"name": "The Great Spring Marathon", "date": "2027-02-14", "distance": "marathon"},
        ],
        runs={"tue": "intervals 60 am", "thu": "easy 30 am + hills 50 pm", "sat": "recovery 35", "sun": "long 110"},
        strength={"away": ["2027-01-21/2027-01-23"]},
        places={"gym": {"equipment": ["barbell", "rack"]}},
    )
    sessions = (
        strength(
            day("thu"), after=(Run.parse("easy 30 am"),), before=(Run.parse("hills 50 pm"),), minutes=45, place="gym"
        ),
        strength(day("tue", 2), after=(Run.parse("intervals 60 am"),), minutes=45, place="gym"),
        strength(day("tue", 3), block=2, slot="A", phase="build", after=(Run.parse("intervals 60 am"),), minutes=40),
        strength(day("fri", 4), block=2, slot="B", phase="build", minutes=25, because=()),
        strength(day("tue", 6), block=4, slot="A", phase="race_week", minutes=15, because=()),
    )
    made = plan(who, *sessions, phases=[("base", 2), ("build", 2), ("recovery", 1), ("race_week", 1)])
    tiers = (
        TierRecord(name="coverage", value=54, bound=54, proven=True),
        TierRecord(name="rhythm", value=4, bound=2, proven=False),
    )
    header = made.header.model_copy(update={"tiers": tiers, "overrides": ("fresh_legs_for_key_runs: clear_days = 1",)})
    return made.model_copy(update={"header": header})


@pytest.mark.parametrize(
    ("name", "finished", "report", "ascii_only"),
    [
        ("season", season(), PAID, False),
        ("season_ascii", season(), PAID, True),
        ("broken", plan(profile(weeks=4), session(day("sun", 4))), WALLS, False),
        ("empty", plan(profile(weeks=4)), CLEAN, False),
    ],
)
def test_page_is_the_golden_one(name: str, finished: Plan, report: Report, ascii_only: bool) -> None:  # noqa: FBT001
    page = drawn(finished, report, ascii_only=ascii_only)
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(page, encoding="utf-8")
    assert page == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_the_console(width: int, ascii_only: bool) -> None:  # noqa: FBT001
    page = drawn(season(), PAID, width=width, ascii_only=ascii_only)
    assert max(cell_len(line) for line in page.splitlines()) == width


def test_wide_consoles_get_lines_that_can_be_read() -> None:
    assert max(cell_len(line) for line in drawn(season(), PAID, width=200).splitlines()) == 100


def test_ascii_is_ascii_whatever_the_names_hold() -> None:
    who = profile(
        athlete={"name": "Zoë 走る \N{RUNNER}"},
        races=[{"name": "Köln Ærø", "date": day("sun", 2), "distance": "10k"}],
    )
    page = drawn(plan(who, session(day("tue"), place="Müllers Kraftraum")), PAID, ascii_only=True)
    assert page.isascii()
    assert "Zo? ???? ??" in page
    assert "K?ln ?r?" in page
    assert max(map(len, page.splitlines())) == 80


def test_names_are_shown_as_they_are_written() -> None:
    who = profile(
        athlete={"name": "[red]Ann[/red]"},
        races=[{"name": "[/bold]", "date": day("sun", 2), "distance": "10k"}],
        places={"[b]": {"equipment": []}},
    )
    page = drawn(plan(who, session(day("tue"), place="[b]")))
    assert "Strength plan: [red]Ann[/red]" in page
    assert "A [b] 40" in page
    assert "[b], 40 min" in page
    assert page.count("[/bold]") == 2


def test_names_cannot_steer_the_terminal() -> None:
    who = profile(athlete={"name": "A\x1b[31mB\nC"})
    assert "A [31mB C" in drawn(plan(who))


def test_every_session_is_dated() -> None:
    finished = season()
    page = drawn(finished)
    dated = " ".join(line for line in page.splitlines() if line.strip().startswith("Dates"))
    assert all(day_in_words(one.date) in dated for one in finished.sessions)


def test_calendar_shows_each_session_under_its_weekday() -> None:
    lines = drawn(plan(profile(), session(day("wed", 2)))).splitlines()
    heads = next(line for line in lines if line.strip().startswith("week"))
    week = next(at for at, line in enumerate(lines) if line.split()[1:3] == ["11", "Jan"])
    assert lines[week].index("A home 40") == heads.index("Wed")


def test_days_outside_the_season_are_empty() -> None:
    lines = drawn(plan(profile(start=dt.date(2027, 1, 6)))).splitlines()
    heads = next(line for line in lines if line.strip().startswith("week"))
    first = next(line for line in lines if line.split()[1:2] == ["1"])
    assert first[9 : heads.index("Wed")].strip() == ""
    assert first[heads.index("Wed") :].split() == ["\N{MIDDLE DOT}"] * 5


def test_a_day_with_two_runs_shows_both() -> None:
    page = drawn(plan(profile(runs={"tue": "easy 30 am + hills 50 pm"})))
    above = page[: page.index("HILLS 50")].splitlines()
    assert "easy 30" in above[-2]
    assert above[-2].index("easy 30") == len(above[-1])


def test_long_runs_and_places_fit_into_a_day() -> None:
    who = profile(runs=dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "progression 120"))
    sessions = [session(day(name), place="warehouse", minutes=120) for name in ("mon", "tue", "wed", "thu")]
    page = drawn(plan(who, *sessions))
    assert page.count("PROG 120") == 28
    assert page.count("A war 120") == 4


def test_races_are_marked_by_priority() -> None:
    page = drawn(season())
    assert all(f"RACE {priority}" in page for priority in "ABC")
    assert "Riverside\n" in page  # as much of the name as fits into the day
    assert "5.5 km" in page
    assert "after 39 days" in page


def test_broken_rules_come_first() -> None:
    page = drawn(plan(profile()), WALLS)
    assert "BROKEN RULES" in page.splitlines()[0]
    assert "Sun 31 Jan 2027" in page[: page.index("Strength plan")]
    assert "BROKEN" not in drawn(plan(profile()), PAID)


def test_shortfalls_are_told_and_all_that_is_missed_is_listed_with_the_proof() -> None:
    page = drawn(plan(profile()), PAID)
    told, listed = page[page.index("What could not be had") :].split("What was proven")
    assert re.search(r"weeks 3, 4 +2 fewer sessions than asked for", told)
    assert re.search(r"week 1 +1 fewer session than asked for", told)
    assert "No calf raise with a bent knee" in told
    assert "Heavy leg work" not in told
    said = " ".join(listed.split())
    assert "has enough sessions, but not: week 1; weeks 3, 4 (2)" in said
    assert "block 2: bent knee (2)" in said
    assert "Tue 12 Jan 2027" in listed  # a spacing rule, so it is listed though its tier is another
    assert "missed once" in listed
    assert "As few sessions" not in page
    assert "fewest" not in listed


def test_nothing_missing_is_said() -> None:
    assert "All the training that was asked for is there." in drawn(plan(profile()))


def test_only_counts_paid_is_nothing_missing() -> None:
    counted = Report((), (Violation("fewest_sessions", OnDate(dt.date.fromisoformat("2027-01-07")), 1, "sessions", 1),))
    assert "All the training that was asked for is there." in drawn(plan(profile()), counted)


def test_a_tier_that_is_not_proven_says_no() -> None:
    page = drawn(season())
    assert "time ran out" in page
    assert next(line.split()[:4] for line in page.splitlines() if line.startswith("rhythm")) == [
        "rhythm", "4", "2", "no",
    ]  # fmt: skip


def test_a_current_injury_asks_for_a_professional() -> None:
    asked = "You have a current injury (Achilles tendon): see a professional"
    assert asked in drawn(plan(profile(injuries={"current": ["achilles"]})))
    assert asked not in drawn(plan(profile(injuries={"prone": ["achilles"]})))


def test_two_years_fit() -> None:
    who = profile(weeks=104, runs={"sun": "long 110"})
    page = drawn(plan(who, *(session(day("tue", week)) for week in range(1, 105))))
    assert page.count("A home 40") == 104
    assert "104 of 104 weeks" in page
    assert max(cell_len(line) for line in page.splitlines()) == 80


def test_key_runs_and_sessions_stand_out_in_colour_and_not_without() -> None:
    finished = plan(profile(runs={"tue": "easy 45", "thu": "tempo 50"}), session(day("tue")))
    coloured = drawn(finished, force_terminal=True, color_system="standard", no_color=False)
    assert "\x1b[1mTEMPO 50" in coloured
    assert "\x1b[1;7mA home 40" in coloured
    assert "\x1b[1measy 45" not in coloured
    assert "\x1b" not in drawn(finished)
    bare = drawn(finished, force_terminal=True, color_system="standard", no_color=True)
    assert "\x1b[32m" in coloured
    assert "\x1b[32m" not in bare


def test_the_introduction_is_named() -> None:
    page = drawn(plan(profile(), stage="introduction"))
    assert "BASE, introduction" in page
    assert "Block 1: base, introduction" in page
