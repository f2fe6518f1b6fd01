from writing import LEGS, day, each_week, item, misses, plan, profile, rule, session, weekly

PHASES = ("general_preparation", "base", "build", "race")
RULE = rule("side_to_side", least=1, phases=PHASES)
SIDEWAYS = item("lateral_band_walk", "prehab")


def test_one_exercise_sideways_in_the_week_is_enough() -> None:
    finished = plan(profile(), *weekly(session(day("tue"), LEGS), session(day("fri"), SIDEWAYS, slot="B")))
    assert misses(RULE, finished) == {}


def test_none_is_missed_every_week() -> None:
    assert misses(RULE, plan(profile(), *weekly(session(day("tue"), LEGS)))) == each_week()


def test_two_asked_for_and_one_there_misses_one_a_week() -> None:
    finished = plan(profile(), *weekly(session(day("tue"), SIDEWAYS)))
    assert misses(rule("side_to_side", least=2, phases=PHASES), finished) == each_week()


def test_the_taper_asks_for_none() -> None:
    assert misses(RULE, plan(profile(), phases=[("taper", 4)])) == {}
