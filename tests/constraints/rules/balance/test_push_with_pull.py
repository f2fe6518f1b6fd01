from writing import UPPER, day, item, misses, plan, profile, rule, session

PULL = item("dumbbell_row", sets=3)


def test_one_set_of_difference_is_allowed_over_the_week() -> None:
    finished = plan(profile(), session(day("tue"), UPPER), session(day("fri"), PULL, slot="B"))
    assert misses(rule("push_with_pull", apart=1), finished) == {}


def test_whichever_leads_by_more_is_named_once_for_the_block() -> None:
    assert misses(rule("push_with_pull", apart=1), plan(profile(), session(day("tue"), UPPER))) == {"block 1 push": 1}
    assert misses(rule("push_with_pull", apart=1), plan(profile(), session(day("tue"), PULL))) == {"block 1 pull": 2}


def test_a_week_with_neither_push_nor_pull_is_fine() -> None:
    assert misses(rule("push_with_pull", apart=1), plan(profile(), session(day("tue"), item("goblet_squat")))) == {}


def test_holds_for_grip_or_posture_are_neither() -> None:
    holds = item("dead_hang", "hold", 3), item("active_hang", "hold", 3)
    finished = plan(profile(), session(day("tue"), *holds), session(day("fri"), item("high_plank", "hold"), slot="B"))
    assert misses(rule("push_with_pull", apart=1), finished) == {}
