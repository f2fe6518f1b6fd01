from writing import day, misses, plan, profile, rule, session


def test_a_season_without_sessions_costs_nothing() -> None:
    assert misses(rule("fewest_sessions"), plan(profile())) == {}


def test_every_session_costs_one_whatever_is_in_it() -> None:
    finished = plan(profile(), session(day("tue"), minutes=15), session(day("tue", 2), minutes=60))
    assert misses(rule("fewest_sessions"), finished) == {str(day("tue")): 1, str(day("tue", 2)): 1}
    priced = rule("fewest_sessions", tier="sessions", weight=3)
    assert [violation.price for violation in priced.check(finished)] == [3, 3]
