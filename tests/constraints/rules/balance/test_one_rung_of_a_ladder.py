from writing import HEAVY, LEGS, day, item, misses, plan, profile, rule, session

BODYWEIGHT = item("bodyweight_squat", "bodyweight")


def test_neighbouring_rungs_in_two_sessions_are_fine() -> None:
    finished = plan(profile(), session(day("tue"), LEGS), session(day("fri"), HEAVY, slot="B"))
    assert misses(rule("one_rung_of_a_ladder"), finished) == {}


def test_neighbouring_rungs_in_one_session_are_found() -> None:
    finished = plan(profile(), session(day("tue"), BODYWEIGHT), session(day("fri"), HEAVY, LEGS, slot="B"))
    assert misses(rule("one_rung_of_a_ladder"), finished) == {"block 1 B goblet_squat back_squat": 1}


def test_rungs_two_apart_are_no_neighbours() -> None:
    assert misses(rule("one_rung_of_a_ladder"), plan(profile(), session(day("tue"), BODYWEIGHT, HEAVY))) == {}


def test_three_rungs_are_two_pairs() -> None:
    finished = plan(profile(), session(day("tue"), BODYWEIGHT, LEGS, HEAVY))
    assert misses(rule("one_rung_of_a_ladder"), finished) == {
        "block 1 A bodyweight_squat goblet_squat": 1, "block 1 A goblet_squat back_squat": 1,
    }  # fmt: skip


def test_two_variants_in_one_session_are_found_once() -> None:
    both = item("romanian_deadlift"), item("deadlift", "heavy")
    assert misses(rule("one_rung_of_a_ladder"), plan(profile(), session(day("tue"), *both))) == {
        "block 1 A deadlift romanian_deadlift": 1
    }
