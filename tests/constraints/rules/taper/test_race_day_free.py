from writing import CORE, day, misses, plan, profile, rule, session

RACES = [
    {"name": priority, "date": day("sat", week), "distance": "5k", "priority": priority}
    for week, priority in ((1, "C"), (2, "B"), (4, "A"))
]


def test_the_days_around_a_race_are_not_judged() -> None:
    finished = plan(profile(races=RACES), session(day("fri", 4), CORE), session(day("sun", 4), CORE))
    assert misses(rule("race_day_free"), finished) == {}


def test_a_session_on_the_day_of_a_race_of_any_priority_is_found() -> None:
    finished = plan(profile(races=RACES), *(session(day("sat", week), CORE) for week in (1, 2, 3, 4)))
    assert misses(rule("race_day_free"), finished) == {str(day("sat", week)): 1 for week in (1, 2, 4)}
