from writing import CORE, LEGS, UPPER, day, misses, plan, profile, rule, session

RULE = rule("legs_every_week", phases=["base"])
AWAY = {"strength": {"away": [day("mon", 2).isoformat()]}}


def test_a_week_with_a_day_away_is_asked_for_leg_work() -> None:
    held = session(day("tue"), LEGS), session(day("fri", 2), UPPER, CORE, slot="B")
    assert misses(RULE, plan(profile(**AWAY), *held)) == {"week 2": 1}
    assert misses(RULE, plan(profile(**AWAY), *held, session(day("wed", 2), LEGS))) == {}


def test_a_full_week_is_asked_by_other_rules() -> None:
    assert misses(RULE, plan(profile(), session(day("fri"), UPPER, CORE))) == {}


def test_cut_back_and_high_weeks_are_asked_too_and_other_phases_are_not() -> None:
    held = session(day("fri"), UPPER, CORE)
    assert misses(RULE, plan(profile(), held, running={1: "cut_back", 3: "high"})) == {"week 1": 1, "week 3": 1}
    assert misses(RULE, plan(profile(), held, running={1: "cut_back"}, phases=[("recovery", 4)])) == {}


def test_a_week_of_less_than_seven_days_is_not_asked() -> None:
    assert misses(RULE, plan(profile(start=day("wed")), phases=[("base", 4)])) == {}
