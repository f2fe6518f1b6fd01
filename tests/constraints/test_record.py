"""What a plan writes down beside its choices, contradicted in one place each."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from constraints.doctrine import doctrine_for
from constraints.planner import plan_for
from constraints.record import Slip, slips
from profiles.plan import Drill, Plan, Session
from solver.outcome import Solved
from writing import day, profile


@cache
def whole() -> Plan:
    """A short proven plan, without a slip."""
    outcome = plan_for(
        profile(
            athlete={"experience": "beginner", "strength_weeks": 10},
            runs={"tue": "easy 30 am", "sun": "long 60"},
            strength={"minutes": {"mon": 0, "tue": 25, "wed": 0, "thu": 0, "fri": 25, "sat": 0, "sun": 0}},
            places={"home": {"equipment": []}, "club": {"equipment": []}},
        )
    )
    assert isinstance(outcome, Solved)
    return outcome.answer


def found(plan: Plan) -> list[Slip]:
    return list(slips(plan, doctrine_for(plan.season.profile)))


def with_first(**changes: object) -> Plan:
    first, *rest = whole().sessions
    return whole().with_sessions([first.model_copy(update=changes), *rest])


def first() -> Session:
    return whole().sessions[0]


def at_first() -> str:
    return f"{first().date} {first().slot}"


def test_a_proven_plan_has_no_slip() -> None:
    assert found(whole()) == []


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"minutes": 7}, "minutes is 7, but follows as "),
        ({"block": 2}, "block is 2, but follows as 1"),
        ({"phase": "taper"}, "phase is taper, but follows as base"),
    ],
)
def test_what_must_follow_from_the_choices_breaks_the_plan(changes: dict[str, object], text: str) -> None:
    slip = next(slip for slip in found(with_first(**changes)) if slip.text.startswith(text))
    assert (slip.at, slip.breaks, slip.fatal) == (at_first(), True, False)


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"after": ("easy 90",)}, "after is "),
        ({"before": ("easy 90",)}, "before is "),
        ({"warm_up": ()}, "warm-up is "),
        ({"cooldown": (Drill(exercise="plank", dose="30 s"),)}, "cooldown is "),
    ],
)
def test_a_stale_note_breaks_nothing(changes: dict[str, object], text: str) -> None:
    slips_found = found(with_first(**changes))
    assert [slip.breaks or slip.fatal for slip in slips_found] == [False]
    assert slips_found[0].text.startswith(text)


def test_a_dose_that_does_not_follow_from_its_sets_is_found_with_its_exercise() -> None:
    item = first().main[0]
    dose = item.dose.model_copy(update={"rest_s": item.dose.rest_s + 5})
    texts = [slip.text for slip in found(with_first(main=(item.model_copy(update={"dose": dose}), *first().main[1:])))]
    assert texts == [f"the dose of {item.exercise} does not follow from {item.dose.sets} sets in style {item.style}"]


def test_more_sets_in_one_week_differ_from_the_rest_of_the_block() -> None:
    item = first().main[0]
    dose = item.dose.model_copy(update={"sets": item.dose.sets + 1})
    wrong = found(with_first(main=(item.model_copy(update={"dose": dose}), *first().main[1:])))
    later = [session for session in whole().sessions[1:] if session.slot == first().slot]
    assert later
    assert {f"{session.date} {session.slot}" for session in later} <= {
        slip.at for slip in wrong if slip.text == f"differs from session {first().slot} of {first().date}; "
        "a block repeats its sessions"
    }  # fmt: skip


def test_another_order_of_exercises_is_found() -> None:
    assert len(first().main) > 1
    texts = [slip.text for slip in found(with_first(main=first().main[::-1]))]
    assert "the main work is not in the order of its classes" in texts


def test_a_style_that_an_exercise_has_not_is_found() -> None:
    item = first().main[0].model_copy(update={"style": "power" if first().main[0].style != "power" else "heavy"})
    texts = [slip.text for slip in found(with_first(main=(item, *first().main[1:])))]
    assert f"{item.exercise} cannot be done as {item.style}" in texts


def test_one_letter_twice_in_a_week_is_found_at_both() -> None:
    second = next(session for session in whole().sessions if session.slot != first().slot)
    texts = [slip.text for slip in found(with_first(slot=second.slot))]
    assert texts.count(f"session {second.slot} is twice in week 1") == 2


def test_a_date_outside_the_season_is_fatal() -> None:
    outside = day("mon") - dt.timedelta(days=1)
    wrong = found(with_first(date=outside))
    assert [slip.at for slip in wrong if slip.fatal] == [f"{outside} {first().slot}"]


def test_two_sessions_on_one_day_are_found() -> None:
    texts = [slip.text for slip in found(with_first(date=whole().sessions[1].date))]
    assert any(text.startswith("does not come after the session of ") for text in texts)


def test_other_blocks_than_the_races_ask_for_are_fatal() -> None:
    blocks = (whole().blocks[0].model_copy(update={"phase": "taper"}),)
    plan = Plan(header=whole().header, profile=whole().profile, blocks=blocks, sessions=whole().sessions)
    assert [(slip.at, slip.fatal) for slip in found(plan)] == [("blocks", True)]


def test_letters_of_a_block_have_no_gap() -> None:
    """Nobody looks for session A where B is the first one."""
    renamed = {"A": "B", "B": "C"}
    sessions = [
        session.model_copy(update={"slot": renamed.get(session.slot, session.slot)})
        for session in whole().sessions
        if session.slot in renamed
    ]
    assert found(whole().with_sessions(sessions))
