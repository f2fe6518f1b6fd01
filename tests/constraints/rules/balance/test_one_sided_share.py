from writing import LEGS, day, item, misses, plan, profile, rule, session

BACK, ONE_LEG = item("romanian_deadlift"), item("single_leg_calf_raise", "calf")


def test_one_leg_set_in_three_on_one_leg_is_just_enough() -> None:
    finished = plan(profile(), session(day("tue"), LEGS, BACK), session(day("fri"), ONE_LEG, slot="B"))
    assert misses(rule("one_sided_share", one_in=3), finished) == {}


def test_each_leg_set_beyond_that_counts_once_for_the_block() -> None:
    finished = plan(profile(), session(day("tue"), LEGS, BACK, ONE_LEG), session(day("fri"), LEGS, slot="B"))
    assert misses(rule("one_sided_share", one_in=3), finished) == {"block 1": 2}


def test_leg_for_leg_in_turn_is_one_sided_too() -> None:
    assert (
        misses(rule("one_sided_share", one_in=3), plan(profile(), session(day("tue"), LEGS, item("walking_lunge"))))
        == {}
    )


def test_holds_and_core_work_are_no_leg_sets() -> None:
    finished = plan(
        profile(), session(day("tue"), LEGS, item("single_leg_wall_sit", "hold"), item("side_plank", "hold"))
    )
    assert misses(rule("one_sided_share", one_in=3), finished) == {"block 1": 2}
    assert (
        misses(rule("one_sided_share", one_in=3), plan(profile(), session(day("tue"), item("wall_sit", "hold")))) == {}
    )
