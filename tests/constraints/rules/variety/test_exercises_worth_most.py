from writing import HEAVY, day, item, misses, plan, profile, rule, session

RULE = rule("exercises_worth_most", phases=("base", "build"))
FIRST, SECOND, LAST = item("push_up", "bodyweight"), item("bird_dog", "core"), item("active_hang", "hold")


def test_first_choices_cost_nothing_however_many_there_are() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), FIRST, HEAVY, item("plank", "hold")))) == {}


def test_each_step_of_worth_below_a_first_choice_is_missed_once_a_session_of_the_block() -> None:
    finished = plan(profile(), session(day("tue"), FIRST, SECOND), session(day("fri"), LAST, slot="B"))
    assert misses(RULE, finished) == {"block 1 A 1": 1, "block 1 B 1": 1, "block 1 B 2": 1, "block 1 B 3": 1}


def test_two_of_a_kind_are_missed_twice() -> None:
    finished = plan(profile(), session(day("tue"), SECOND, item("band_row")))
    assert misses(RULE, finished) == {"block 1 A 1": 2}


def test_introductions_and_other_phases_are_free_to_begin_and_end_easily() -> None:
    easy = session(day("tue"), LAST)
    assert misses(RULE, plan(profile(), easy, stage="introduction")) == {}
    assert misses(RULE, plan(profile(), easy, phases=[("taper", 4)])) == {}
