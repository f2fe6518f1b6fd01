"""Weeks and days: a plan that keeps each measure, and one that fails it."""

from __future__ import annotations

from quality_plans import HOUR, counts, item, plan, session

SQUAT = item("goblet_squat", load="dumbbells")
HINGE = item("romanian_deadlift", load="dumbbells")
STEP = item("step_up", load="dumbbells")
PUSH, PULL = item("push_up"), item("dumbbell_row", load="dumbbells")
FREE = {"minutes": {"mon": 40, "tue": 40, "fri": 40}, "place": {"mon": "gym", "tue": "gym", "fri": "gym"}}


def test_a_week_holds_the_patterns_by_its_dates() -> None:
    full = plan(session(0, SQUAT, HINGE, STEP, **HOUR), session(3, PUSH, PULL))
    assert counts("weeks_hold_the_patterns", full) == (0, 5)
    assert counts("weeks_hold_the_patterns", plan(session(0, SQUAT, HINGE, **HOUR), session(3, PUSH))) == (2, 5)
    home = session(0, item("reverse_lunge"), PUSH, place="home", **HOUR)
    assert counts("weeks_hold_the_patterns", plan(home)) == (1, 3)  # a hinge on one leg could be done, a pull could not
    assert counts("weeks_hold_the_patterns", plan(home, experience="beginner")) == (2, 4)  # nor a squat on two legs


def test_of_a_week_with_one_session_the_neighbours_count() -> None:
    lower, upper = (SQUAT, HINGE, STEP), (PUSH, PULL)
    turns = plan(session(0, *lower, **HOUR), session(7, *upper, **HOUR), session(14, *lower, **HOUR))
    assert counts("weeks_hold_the_patterns", turns) == (0, 15)
    once = plan(session(0, *lower, *upper, **HOUR), session(7, *lower, **HOUR), session(14, *lower, **HOUR))
    assert counts("weeks_hold_the_patterns", once) == (2, 15)
    short = [session(7 * week, *lower, minutes=30) for week in range(3)]
    assert counts("weeks_hold_the_patterns", plan(*short)) == (0, 0)  # two letters in turn have no time for all


def test_a_guide_without_upper_body_asks_for_none() -> None:
    assert counts("weeks_hold_the_patterns", plan(session(0, HINGE, STEP, **HOUR), doctrine="four_categories")) == (
        0,
        2,
    )


def test_a_week_without_the_time_is_asked_for_nothing_and_one_before_hard_runs_for_no_leg_work() -> None:
    assert counts("weeks_hold_the_patterns", plan(session(0, SQUAT, minutes=20))) == (0, 0)
    assert counts("weeks_hold_the_patterns", plan(session(0, PUSH, **HOUR), runs={"tue": "tempo 40"})) == (1, 2)


def test_a_week_holds_the_categories() -> None:
    clam, plank, calf = item("clamshell"), item("plank", seconds=30), item("calf_raise")
    assert counts("weeks_hold_the_categories", plan(session(0, clam, HINGE, plank, calf))) == (0, 4)
    assert counts("weeks_hold_the_categories", plan(session(0, HINGE, plank))) == (2, 4)


def test_the_posterior_chain_is_asked_for_where_legs_have_a_day() -> None:
    def of(*sessions: dict[str, object], **said: object) -> tuple[int, int] | None:
        return counts("weeks_hold_the_categories", plan(*sessions, **said))

    held = item("clamshell"), item("plank", seconds=30), item("calf_raise_hold", seconds=30)
    monday, hard = session(0, *held), {"tue": "tempo 40"}
    assert of(monday) == (1, 4)
    assert of(monday, runs=hard) == (0, 3)
    assert of(monday, runs=hard, strength={"minutes": {"fri": 30}}) == (1, 4)  # Friday is free, and unused
    assert of(monday, runs=hard | {"sat": "long 90"}, strength={"minutes": {"fri": 30}}) == (0, 3)
    assert of(monday, session(8, *held), runs={"wed": "tempo 40"}) == (0, 6)  # one content for both days


def test_a_sore_part_is_spared_in_the_first_weeks() -> None:
    held = item("clamshell"), item("plank", seconds=30), item("calf_raise_hold", seconds=30)
    sore = {"blocks": [("base", 3), ("base", 3)], "injuries": {"current": ["hamstrings"]}}
    assert counts("weeks_hold_the_categories", plan(session(0, *held), **sore)) == (0, 3)
    assert counts("weeks_hold_the_categories", plan(session(21, *held), **sore)) == (1, 4)


def test_a_letter_that_holds_no_leg_work_takes_no_turns_with_one_that_does() -> None:
    sessions = [session(7 * week + 1, SQUAT, slot="B") for week in range(4)]
    assert counts("letters_alternate", plan(session(0, PUSH), *sessions)) == (1, 1)
    assert counts("letters_alternate", plan(session(0, PUSH), *sessions, runs={"tue": "tempo 40"})) == (0, 1)


def test_letters_alternate_where_one_session_fits() -> None:
    def of(*slots: str) -> tuple[int, int] | None:
        sessions = [session(7 * week, SQUAT, slot=slot) for week, slot in enumerate(slots)]
        return counts("letters_alternate", plan(*sessions, session(1, SQUAT, slot="B")))

    assert of("A", "A", "B", "A") == (0, 1)
    assert of("A", "A", "A", "A") == (1, 1)
    assert of("A", "A") == (0, 0)
    both = [session(7 * week + 3, SQUAT, slot="B") for week in (2, 3, 4)]
    mostly_two = plan(*(session(7 * week, SQUAT) for week in range(5)), *both)
    assert counts("letters_alternate", mostly_two) == (0, 0)


def test_a_cutback_week_is_lighter_inside() -> None:
    def of(light: dict[str, object]) -> tuple[int, int] | None:
        return counts("cutbacks_are_lighter_inside", plan(session(0, SQUAT), session(7, light), cut_back=[2]))

    assert of(item("goblet_squat", sets=2)) == (0, 1)
    assert of(item("goblet_squat", change="lighter")) == (0, 1)
    one_of_three = [item("goblet_squat", change="lighter", sets=1), *[item("plank", sets=1)] * 2]
    finished = plan(session(0, SQUAT), session(7, *one_of_three), cut_back=[2])
    assert counts("cutbacks_are_lighter_inside", finished) == (1, 1)
    assert of(SQUAT) == (1, 1)
    assert counts("cutbacks_are_lighter_inside", plan(session(0, SQUAT), session(7, SQUAT))) == (0, 0)


def test_two_sessions_stand_two_days_apart_where_days_allow() -> None:
    def of(second: int, **more: object) -> tuple[int, int] | None:
        finished = plan(session(0, SQUAT), session(second, SQUAT), **{"strength": FREE, **more})  # type: ignore[arg-type]
        return counts("sessions_stand_apart", finished)

    assert of(4) == (0, 1)
    assert of(1) == (1, 1)
    assert of(1, strength=FREE | {"minutes": {"mon": 40, "tue": 40, "fri": 20}}) == (0, 1)
    assert of(1, strength=FREE | {"minutes": {"mon": 40, "tue": 40, "fri": 30}}) == (1, 1)
    assert of(1, strength=FREE | {"place": {"mon": "gym", "tue": "gym"}}) == (1, 1)
    assert of(1, strength=FREE | {"away": ["2027-01-07/2027-01-10"]}) == (0, 1)
    assert of(1, runs={"sat": "long 90"}) == (0, 1)
    assert of(1, runs={"sat": "long 90", "on": {"2027-01-09": "rest"}}) == (1, 1)
    assert of(1, runs={"sat": "hills 50"}) == (0, 1)
    three = [session(at, SQUAT) for at in (0, 1, 4)]
    assert counts("sessions_stand_apart", plan(*three, strength=FREE)) == (0, 1)
    more = {"minutes": {"mon": 40, "tue": 40, "wed": 40, "fri": 40}}
    assert counts("sessions_stand_apart", plan(*three, strength=more)) == (1, 1)
    assert of(1, races=[{"name": "Mile", "date": "2027-01-10", "km": 1.6}]) == (0, 1)


def test_three_sessions_are_asked_for_by_their_guide_alone() -> None:
    days = {"minutes": {"mon": 40, "wed": 40, "fri": 40}}
    three = [session(at, SQUAT) for at in (0, 2, 4)]
    assert counts("three_sessions_where_asked", plan(*three, strength=days, doctrine="gym")) == (0, 1)
    assert counts("three_sessions_where_asked", plan(*three[:2], strength=days, doctrine="gym")) == (1, 1)
    two_days = {"minutes": {"mon": 40, "wed": 40}}
    assert counts("three_sessions_where_asked", plan(*three[:2], strength=two_days, doctrine="gym")) == (0, 0)
    assert counts("three_sessions_where_asked", plan(*three[:2], strength=days)) is None


def test_the_day_before_a_long_run_holds_no_strength() -> None:
    runs = {"sun": "long 110"}
    assert counts("no_strength_before_long_runs", plan(session(4, SQUAT), session(6, SQUAT), runs=runs)) == (0, 2)
    assert counts("no_strength_before_long_runs", plan(session(5, SQUAT), runs=runs)) == (1, 1)
    first = session(6, SQUAT, before=["long 110 pm"])
    assert counts("no_strength_before_long_runs", plan(first, runs=runs)) == (1, 1)
    assert counts("no_strength_before_long_runs", plan(session(5, SQUAT), runs=runs, doctrine="gym")) is None


def test_reasons_are_there_and_true() -> None:
    spread = session(0, SQUAT, because=["even_spacing"])
    assert counts("reasons_hold", plan(spread, session(2, SQUAT))) == (0, 2)
    assert counts("reasons_hold", plan(spread, session(1, SQUAT))) == (1, 2)
    assert counts("reasons_hold", plan(session(0, SQUAT, because=[]))) == (1, 1)
