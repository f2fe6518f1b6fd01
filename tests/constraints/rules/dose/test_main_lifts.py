from writing import HEAVY, LEGS, day, each_week, item, misses, plan, profile, rule, session, weekly

RULE = rule("main_lifts", least={"base": 2, "taper": 0})
DEADLIFT = item("romanian_deadlift", "heavy")


def test_two_heavy_lifts_a_week_are_enough_wherever_they_are() -> None:
    together = plan(profile(), *weekly(session(day("tue"), HEAVY, DEADLIFT)))
    apart = plan(profile(), *weekly(session(day("tue"), HEAVY), session(day("fri"), DEADLIFT, slot="B")))
    assert misses(RULE, together) == {}
    assert misses(RULE, apart) == {}


def test_each_lift_short_counts_in_every_week() -> None:
    assert misses(RULE, plan(profile(), *weekly(session(day("tue"), HEAVY, LEGS)))) == each_week()
    assert misses(RULE, plan(profile())) == each_week("", 2)


def test_a_moderate_squat_and_an_eccentric_curl_are_no_main_lifts() -> None:
    finished = plan(profile(), *weekly(session(day("tue"), LEGS, item("nordic_curl", "bodyweight"))))
    assert misses(RULE, finished) == each_week("", 2)


def test_the_introduction_and_the_taper_ask_for_none() -> None:
    assert misses(RULE, plan(profile(), stage="introduction")) == {}
    assert misses(RULE, plan(profile(), phases=[("taper", 4)])) == {}
