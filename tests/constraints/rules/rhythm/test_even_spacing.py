from writing import day, misses, plan, profile, rule, session


def test_three_days_from_one_session_to_the_next_are_enough() -> None:
    finished = plan(profile(), session(day("mon")), session(day("thu"), slot="B"), session(day("mon", 2)))
    assert misses(rule("even_spacing", days=3), finished) == {}


def test_each_day_that_a_pair_stands_closer_is_missed_at_its_earlier_day() -> None:
    finished = plan(profile(), session(day("mon")), session(day("tue"), slot="B"), session(day("wed"), slot="C"))
    assert misses(rule("even_spacing", days=3), finished) == {str(day("mon")): 3, str(day("tue")): 2}


def test_pairs_across_weeks_and_blocks_count_too() -> None:
    finished = plan(
        profile(), session(day("sat", 2)), session(day("mon", 3), block=2), phases=[("base", 2), ("build", 2)]
    )
    assert misses(rule("even_spacing", days=3), finished) == {str(day("sat", 2)): 1}
