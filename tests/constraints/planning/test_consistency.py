"""What a plan writes down beside its choices, contradicted in one place each."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from cli.pages.findings import fault_said
from constraints.planning.brief import brief_for
from constraints.planning.consistency import Fault, faults
from constraints.planning.planner import Solved
from profiles.amount import Amount
from profiles.plan import PLACED, Addon, AddonKind, Drill, Note, Plan, RunningWeek, Session, Today
from profiles.run import Run
from profiles.where import OnDate
from writing import addon, day, profile, shown, solve


@cache
def whole() -> Plan:
    """A short proven plan, without a fault."""
    outcome = solve(
        profile(
            athlete={"experience": "beginner", "strength_weeks": 10},
            runs={"tue": "easy 30 am", "sun": "long 60"},
            strength={"minutes": {"mon": 20, "tue": 25, "wed": 0, "thu": 0, "fri": 20, "sat": 20, "sun": 0}},
            addons={"activation": True},
            places={"home": {"equipment": ["dumbbells 12"]}, "club": {"equipment": []}},
        )
    )
    assert isinstance(outcome, Solved)
    return outcome.plan


def found(plan: Plan) -> list[Fault]:
    return list(faults(plan, brief_for(plan.season.profile)))


def told(fault: Fault) -> str:
    """What the page says of a fault, without the place."""
    return fault_said(fault).partition(": ")[2]


def with_first(**changes: object) -> Plan:
    first, *rest = whole().sessions
    return whole().with_sessions([first.model_copy(update=changes), *rest])


def first() -> Session:
    return whole().sessions[0]


def at_first() -> str:
    return f"{first().date} {first().slot}"


def test_a_proven_plan_has_no_fault() -> None:
    assert found(whole()) == []


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"most_min": 7}, "most-min is 7, but follows as "),
        ({"block": 2}, "block is 2, but follows as 1"),
        ({"phase": "taper"}, "phase is taper, but follows as base"),
    ],
)
def test_what_must_follow_from_the_choices_breaks_the_plan(changes: dict[str, object], text: str) -> None:
    fault = next(fault for fault in found(with_first(**changes)) if told(fault).startswith(text))
    assert (shown(fault.at), fault.breaks, fault.fatal) == (at_first(), True, False)


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"after": (Run.parse("easy 90"),)}, "after is "),
        ({"before": (Run.parse("easy 90"),)}, "before is "),
        ({"minutes": 7}, "minutes is 7, but follows as "),
        ({"warm_up": ()}, "warm-up is "),
        ({"cooldown": (Drill(exercise="plank", dose=Amount.parse("30 s")),)}, "cooldown is "),
    ],
)
def test_a_stale_text_does_not_break_the_plan(changes: dict[str, object], text: str) -> None:
    found_faults = found(with_first(**changes))
    assert [fault.breaks or fault.fatal for fault in found_faults] == [False]
    assert told(found_faults[0]).startswith(text)


def test_a_dose_that_does_not_follow_from_its_sets_is_found_with_its_exercise() -> None:
    item = first().main[0]
    dose = item.dose.model_copy(update={"rest_s": item.dose.rest_s + 5})
    texts = [
        told(fault) for fault in found(with_first(main=(item.model_copy(update={"dose": dose}), *first().main[1:])))
    ]
    (text,) = texts
    assert text.startswith(f"{item.exercise}: dose is sets ")
    assert f"rest_s {dose.rest_s}, but follows as sets " in text
    assert text.endswith(f"rest_s {item.dose.rest_s}")


def test_more_sets_in_one_week_differ_from_the_rest_of_the_block() -> None:
    item = first().main[0]
    dose = item.dose.model_copy(update={"sets": item.dose.sets + 1})
    wrong = found(with_first(main=(item.model_copy(update={"dose": dose}), *first().main[1:])))
    later = [session for session in whole().sessions[1:] if session.slot == first().slot]
    assert later
    assert {f"{session.date} {session.slot}" for session in later} <= {
        shown(fault.at) for fault in wrong if told(fault) == f"differs from the session of {first().date}; "
        "a block repeats its sessions"
    }  # fmt: skip


def test_another_order_of_exercises_is_found() -> None:
    assert len(first().main) > 1
    texts = [told(fault) for fault in found(with_first(main=first().main[::-1]))]
    assert "the main work is not in the order of its classes" in texts


def test_a_style_that_an_exercise_has_not_is_found() -> None:
    item = first().main[0].model_copy(update={"style": "power" if first().main[0].style != "power" else "heavy"})
    texts = [told(fault) for fault in found(with_first(main=(item, *first().main[1:])))]
    assert f"{item.exercise} cannot be done as {item.style}" in texts


def test_one_letter_twice_in_a_week_is_found_at_both() -> None:
    second = next(session for session in whole().sessions if session.slot != first().slot)
    texts = [told(fault) for fault in found(with_first(slot=second.slot))]
    assert texts.count("the session is twice in week 1") == 2


def test_two_sessions_on_one_day_are_found() -> None:
    texts = [told(fault) for fault in found(with_first(date=whole().sessions[1].date))]
    assert any(text.startswith("does not come after the session of ") for text in texts)


def test_other_blocks_than_the_races_ask_for_are_fatal() -> None:
    blocks = (whole().blocks[0].model_copy(update={"phase": "taper"}),)
    plan = Plan(header=whole().header, profile=whole().profile, blocks=blocks, sessions=whole().sessions)
    assert [(shown(fault.at), fault.fatal) for fault in found(plan)] == [("blocks", True)]


def test_letters_of_a_block_have_no_gap() -> None:
    """A block whose first session is B has no session A."""
    renamed = {"A": "B", "B": "C"}
    sessions = [
        session.model_copy(update={"slot": renamed.get(session.slot, session.slot)})
        for session in whole().sessions
        if session.slot in renamed
    ]
    assert found(whole().with_sessions(sessions))


# ---- the date's part of a dose


def with_today(**changes: object) -> Plan:
    item = first().main[0]
    assert item.today is not None
    today = item.today.model_copy(update=changes)
    return with_first(main=(item.model_copy(update={"today": today}), *first().main[1:]))


@pytest.mark.parametrize("changes", [{"sets": 9}, {"reps": 99}, {"seconds": 999}])
def test_more_than_the_dose_on_a_date_breaks_the_plan_and_says_what_is_due(changes: dict[str, int]) -> None:
    item = first().main[0]
    (fault,) = found(with_today(**changes))
    ((name, amount),) = changes.items()
    assert (shown(fault.at), fault.breaks) == (f"{first().date} {first().slot}", True)
    assert told(fault).startswith(f"{item.exercise} asks ")
    asks, follows = told(fault).split("; ")
    assert f"{name} {amount}" in asks
    assert follows.endswith(" follows")
    assert str(amount) not in follows


def test_more_kilograms_than_any_date_asks_for_break_the_plan_where_they_are_known() -> None:
    known = next(
        (session, index)
        for session in whole().sessions
        for index, item in enumerate(session.main)
        if item.today and item.today.load_kg
    )
    session, index = known
    today = session.main[index].today
    assert today is not None
    heavy = session.main[index].model_copy(update={"today": today.model_copy(update={"load_kg": 300.0})})
    main = (*session.main[:index], heavy, *session.main[index + 1 :])
    changed = session.model_copy(update={"main": main})
    plan = whole().with_sessions(changed if one == session else one for one in whole().sessions)
    (fault,) = found(plan)
    assert (fault.breaks, "load_kg 300.0" in told(fault)) == (True, True)


@pytest.mark.parametrize("changes", [{"sets": 1}, {"reps": 1}, {"load_kg": 1.0}, {"change": "again"}])
def test_another_amount_on_a_date_is_noted_and_breaks_nothing(changes: dict[str, object]) -> None:
    (fault,) = found(with_today(**changes))
    assert (fault.kind, fault.at, fault.breaks) == ("stale doses", OnDate(first().date), False)
    assert told(fault).startswith(f"the dose of {first().main[0].exercise} no longer follows")


def test_a_plan_without_the_dates_amounts_is_noted_once_and_counted() -> None:
    bare = whole().with_sessions(
        session.model_copy(update={"main": tuple(item.model_copy(update={"today": None}) for item in session.main)})
        for session in whole().sessions
    )
    (fault,) = found(bare)
    others = sum(len(session.main) for session in whole().sessions) - 1
    assert f" and {others} more no longer follow" in told(fault)
    assert not fault.breaks


def test_every_date_has_its_part_of_the_dose() -> None:
    assert all(isinstance(item.today, Today) for session in whole().sessions for item in session.main)


# ---- add-ons and texts


def placed() -> list[Addon]:
    return [one for one in whole().addons if one.kind in PLACED]


def with_placed(*others: Addon) -> Plan:
    return whole().with_addons([*whole().addons, *others])


def free_day() -> dt.date:
    taken = {one.date for one in placed()} | {session.date for session in whole().sessions}
    return next(date for date in whole().season.days if date not in taken)


def test_the_plan_holds_add_ons_of_both_sorts() -> None:
    assert placed()
    assert {"activation"} < {one.kind for one in whole().addons}


def test_an_add_on_on_the_day_of_a_session_is_found() -> None:
    (fault,) = found(with_placed(addon(first().date, "mobility")))
    assert (shown(fault.at), fault.breaks) == (f"{first().date} mobility", True)
    assert told(fault).startswith("shares its day")


def test_two_add_ons_on_one_day_are_found() -> None:
    there = placed()[0]
    other = "test" if there.kind == "mobility" else "mobility"
    wrong = found(with_placed(addon(there.date, other)))
    assert [shown(fault.at).split()[0] for fault in wrong if told(fault).startswith("shares its day")] == [
        str(there.date)
    ]


def test_an_add_on_on_a_day_of_its_own_contradicts_nothing() -> None:
    assert found(with_placed(addon(free_day(), placed()[0].kind))) == []


def test_an_add_on_that_follows_the_runs_shares_its_day_with_anything() -> None:
    dates = {one.date for one in whole().addons if one.kind == "activation"}
    assert dates == {day("sun", week) for week in range(1, 5)}
    free = [date for date in dates if whole().on(date) is None and date not in {one.date for one in placed()}]
    assert found(with_placed(addon(free[0], "mobility"))) == []


def test_an_add_on_that_follows_from_the_runs_must_not_be_missing() -> None:
    less = whole().with_addons(one for one in whole().addons if one != addon(day("sun", 2), "activation"))
    (fault,) = found(less)
    assert (shown(fault.at), fault.breaks) == (f"{day('sun', 2)} activation", True)
    assert told(fault) == "is missing; it follows from the runs"


@pytest.mark.parametrize("kind", ["activation", "daily_mobility"])
def test_an_add_on_that_follows_no_run_must_not_be_there(kind: AddonKind) -> None:
    more = whole().with_addons([*whole().addons, addon(day("wed"), kind)])
    broken = [(shown(fault.at), told(fault)) for fault in found(more) if fault.breaks]
    assert broken == [(f"{day('wed')} {kind}", "is there, but follows from no run")]


def test_the_order_in_which_add_ons_are_written_does_not_matter() -> None:
    assert found(whole().model_copy(update={"addons": whole().addons[::-1]})) == []


def test_a_kind_of_which_nothing_is_left_has_no_routine() -> None:
    kind = placed()[0].kind
    less = whole().with_addons(one for one in whole().addons if one.kind != kind)
    assert [(shown(fault.at), fault.breaks) for fault in found(less)] == [(f"routines.{kind}", False)]


def test_another_routine_is_noted_and_breaks_nothing() -> None:
    kind, routine = next(iter(whole().routines.items()))
    for other in (routine.model_copy(update={"minutes": 1}), routine.model_copy(update={"drills": ()})):
        changed = whole().with_texts({**whole().routines, kind: other}, whole().notes)
        assert [(shown(fault.at), fault.breaks, fault.fatal) for fault in found(changed)] == [
            (f"routines.{kind}", False, False)
        ]


def test_another_note_is_noted_and_breaks_nothing() -> None:
    odd = Note(topic="food", text="Eat nothing.", because=("judgement",))
    assert whole().notes
    for notes in (whole().notes[1:], (*whole().notes, odd), whole().notes[::-1]):
        changed = whole().with_texts(whole().routines, notes)
        assert [(shown(fault.at), fault.breaks, fault.fatal) for fault in found(changed)] == [("notes", False, False)]


def test_other_weeks_that_run_high_or_are_cut_back_are_fatal() -> None:
    for running in ("high", "cut_back"):
        odd = (RunningWeek(week=2, running=running),)  # type: ignore[arg-type]  # both are kinds
        plan = Plan(**{**{name: getattr(whole(), name) for name in Plan.model_fields}, "running": odd})
        assert [(shown(fault.at), fault.fatal) for fault in found(plan)] == [("running", True)]
