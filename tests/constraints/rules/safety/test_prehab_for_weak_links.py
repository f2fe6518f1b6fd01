from writing import LEGS, day, each_week, item, misses, plan, profile, rule, session, weekly

RULE = rule("prehab_for_weak_links", least=2, phases=("general_preparation", "base", "build", "race", "recovery"))
SOLEUS, TOES = item("bent_knee_calf_raise", "calf"), item("standing_toe_lift", "prehab")


def test_two_exercises_of_the_module_within_the_week_are_enough() -> None:
    who = profile(injuries={"prone": ["shins"]})
    finished = plan(who, *weekly(session(day("tue"), SOLEUS), session(day("fri"), TOES, slot="B")))
    assert misses(RULE, finished) == {}


def test_each_one_short_counts_in_every_week_for_each_injury() -> None:
    who = profile(injuries={"prone": ["shins", "hamstrings"]})
    finished = plan(who, *weekly(session(day("tue"), LEGS, SOLEUS)))
    assert misses(RULE, finished) == each_week("shins") | each_week("hamstrings", 2)


def test_an_injury_both_past_and_present_is_asked_for_once() -> None:
    who = profile(injuries={"prone": ["shins"], "current": ["shins"]})
    assert misses(RULE, plan(who, *weekly(session(day("tue"), SOLEUS)))) == each_week("shins")


def test_recovery_asks_for_it_and_the_taper_does_not() -> None:
    who = profile(injuries={"current": ["shins"]})
    finished = plan(who, phases=[("taper", 2), ("recovery", 2)])
    assert misses(RULE, finished) == each_week("shins", 2, weeks=(3, 4))


def test_a_runner_without_weak_links_needs_none() -> None:
    assert misses(RULE, plan(profile())) == {}
