"""Calf work: a plan that keeps each measure, and one that fails it."""

from __future__ import annotations

from quality_plans import counts, day, item, plan, session

TWO_LEGS = item("calf_raise", 15)
ONE_LEG = item("single_leg_calf_raise", 12)
LOADED = item("loaded_single_leg_calf_raise", 10, load="dumbbells")
BENT = item("bent_knee_calf_raise", 15)
HOLD = item("calf_raise_hold", seconds=30)


def test_a_week_holds_a_raise_on_one_leg() -> None:
    assert counts("calves_on_one_leg", plan(session(0, ONE_LEG), session(7, ONE_LEG))) == (0, 2)
    assert counts("calves_on_one_leg", plan(session(0, TWO_LEGS), session(14, ONE_LEG))) == (1, 2)
    assert counts("calves_on_one_leg", plan(session(0, HOLD), experience="beginner")) == (0, 0)
    assert counts("calves_on_one_leg", plan(session(0, HOLD), injuries={"current": ["achilles"]})) == (0, 0)


def test_a_week_with_one_session_may_hold_the_raise_in_a_neighbour() -> None:
    assert counts("calves_on_one_leg", plan(session(0, ONE_LEG), session(7, TWO_LEGS))) == (0, 2)
    two = session(7, TWO_LEGS), session(10, HOLD, slot="B")
    assert counts("calves_on_one_leg", plan(session(0, ONE_LEG), *two)) == (1, 2)


def test_a_raise_is_loaded_where_a_weight_is() -> None:
    assert counts("calves_are_loaded", plan(session(0, LOADED))) == (0, 1)
    assert counts("calves_are_loaded", plan(session(0, ONE_LEG))) == (1, 1)
    assert counts("calves_are_loaded", plan(session(0, ONE_LEG, place="home"))) == (0, 0)


def test_two_sessions_hold_both_knees() -> None:
    assert counts("calves_with_both_knees", plan(session(0, ONE_LEG), session(3, BENT))) == (0, 1)
    assert counts("calves_with_both_knees", plan(session(0, ONE_LEG), session(3, TWO_LEGS))) == (1, 1)
    assert counts("calves_with_both_knees", plan(session(0, ONE_LEG))) == (0, 0)


def test_the_race_phase_holds_a_raise_that_moves() -> None:
    race = [("race", 2)]
    assert counts("calves_in_the_race_phase", plan(session(0, BENT), session(7, BENT), blocks=race)) == (0, 2)
    balance = session(7, item("single_leg_balance", seconds=30), HOLD)
    assert counts("calves_in_the_race_phase", plan(session(0, BENT), balance, blocks=race)) == (1, 2)


def test_weeks_without_a_session_that_is_open_to_leg_work_are_left_out() -> None:
    def of(*sessions: dict[str, object], measure: str = "calves_on_one_leg", **runs: str) -> tuple[int, int] | None:
        return counts(measure, plan(*sessions, runs=runs))

    monday, thursday = session(0, HOLD), session(3, HOLD, slot="B")
    assert of(monday) == of(monday, tue="easy 40") == (1, 1)
    assert of(monday, tue="hills 50") == of(monday, tue="long 90") == of({**monday, "minutes": 20}) == (0, 0)
    assert of(monday, session(8, HOLD), tue="hills 50") == (0, 0)  # one content for both days
    assert of(monday, thursday, tue="hills 50") == of(monday, thursday, fri="hills 50") == (1, 1)
    assert of(monday, thursday, measure="calves_are_loaded", tue="hills 50") == (1, 1)
    assert of(monday, thursday, measure="calves_with_both_knees") == (1, 1)
    assert of(monday, thursday, measure="calves_with_both_knees", tue="hills 50") == (0, 0)


def test_the_week_of_an_a_or_b_race_is_left_out() -> None:
    for priority, cases in (("A", 1), ("B", 1), ("C", 2)):
        races = [{"name": "Half", "date": day(13), "distance": "half", "priority": priority}]
        for measure, phase in (("calves_on_one_leg", "base"), ("calves_in_the_race_phase", "race")):
            held = plan(session(0, ONE_LEG), session(7, ONE_LEG), blocks=[(phase, 2)], races=races)
            assert counts(measure, held) == (0, cases)


def test_calves_never_ease_however_many_rungs() -> None:
    assert counts("calves_never_ease", plan(session(0, TWO_LEGS), session(7, LOADED), session(14, LOADED))) == (0, 3)
    assert counts("calves_never_ease", plan(session(0, LOADED), session(7, BENT), session(14, TWO_LEGS))) == (1, 3)
    home = [session(7, ONE_LEG, place="home"), session(14, TWO_LEGS, place="home")]
    assert counts("calves_never_ease", plan(session(0, LOADED), *home)) == (1, 3)  # no weights there
    taper = plan(session(0, LOADED), session(7, TWO_LEGS), blocks=[("base", 1), ("taper", 1)])
    assert counts("calves_never_ease", taper) == (0, 1)


def test_a_sore_achilles_goes_from_holds_to_one_leg_to_a_load() -> None:
    def of(*by_week: dict[str, object], place: str = "gym") -> tuple[int, int] | None:
        sessions = [session(7 * week, one, place=place) for week, one in enumerate(by_week)]
        return counts("achilles_progresses", plan(*sessions, injuries={"current": ["achilles"]}))

    assert of(HOLD, HOLD, HOLD, ONE_LEG, ONE_LEG, ONE_LEG, LOADED) == (0, 7)
    assert of(HOLD, HOLD, TWO_LEGS, HOLD, ONE_LEG, ONE_LEG, ONE_LEG) == (3, 7)
    assert of(HOLD, HOLD, HOLD, ONE_LEG, ONE_LEG, ONE_LEG, ONE_LEG, place="home") == (0, 7)
    assert counts("achilles_progresses", plan(session(0, TWO_LEGS))) == (0, 0)
