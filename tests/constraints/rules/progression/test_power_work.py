from writing import JUMPS, LEGS, day, each_week, item, misses, plan, profile, rule, session, weekly

RULE = rule("power_work", least={"base": 0, "build": 1})


def test_one_power_exercise_in_the_week_is_enough_in_build() -> None:
    finished = plan(
        profile(), *weekly(session(day("tue"), LEGS), session(day("fri"), JUMPS, slot="B")), phases=[("build", 4)]
    )  # fmt: skip
    assert misses(RULE, finished) == {}


def test_none_is_missed_every_week_of_the_build() -> None:
    finished = plan(profile(), *weekly(session(day("tue"), LEGS)), phases=[("build", 4)])
    assert misses(RULE, finished) == each_week()


def test_neither_the_base_nor_an_introduction_asks_for_power() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), LEGS))) == {}
    introduction = plan(profile(), session(day("tue"), LEGS), phases=[("build", 4)], stage="introduction")
    assert misses(RULE, introduction) == {}


def test_a_swing_is_power_of_the_legs_and_a_clap_push_up_is_not() -> None:
    swing, clap = item("kettlebell_swing", "power"), item("clap_push_up", "power")
    assert misses(RULE, plan(profile(), *weekly(session(day("tue"), swing)), phases=[("build", 4)])) == {}
    assert misses(RULE, plan(profile(), *weekly(session(day("tue"), clap)), phases=[("build", 4)])) == each_week()
