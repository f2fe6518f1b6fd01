from writing import MONDAY, day, misses, plan, profile, rule, session


def test_letters_in_the_order_of_the_first_week_are_fine_and_may_skip_one() -> None:
    finished = plan(profile(), session(day("tue")), session(day("fri"), slot="C"))
    assert misses(rule("letters_follow_the_week"), finished) == {}


def test_every_pair_out_of_order_is_counted() -> None:
    lifts = [session(day(at), slot=slot) for at, slot in (("mon", "C"), ("wed", "B"), ("fri", "A"))]
    assert misses(rule("letters_follow_the_week"), plan(profile(), *lifts)) == {
        "week 1 A B": 1,
        "week 1 A C": 1,
        "week 1 B C": 1,
    }


def test_later_weeks_of_a_block_are_free_and_the_first_of_the_next_is_not() -> None:
    turned = [
        session(day(at, week), slot=slot, block=1 + week // 3)
        for week in (2, 3)
        for at, slot in (("tue", "B"), ("fri", "A"))
    ]
    finished = plan(profile(), *turned, phases=[("base", 2), ("build", 2)])
    assert misses(rule("letters_follow_the_week"), finished) == {"week 3 A B": 1}


def test_a_cut_first_week_is_free_and_the_first_full_one_is_not() -> None:
    who = profile(start=MONDAY.replace(day=8))
    cut = [session(day("fri"), slot="B"), session(day("sun"))]
    full = [session(day("tue", 2), slot="B"), session(day("thu", 2))]
    assert misses(rule("letters_follow_the_week"), plan(who, *cut, phases=[("base", 5)])) == {}
    assert misses(rule("letters_follow_the_week"), plan(who, *cut, *full, phases=[("base", 5)])) == {"week 2 A B": 1}


def test_a_block_without_a_full_week_is_judged_by_the_one_it_has() -> None:
    finished = plan(
        profile(start=MONDAY.replace(day=8)),
        session(day("fri"), slot="B"),
        session(day("sun")),
        phases=[("base", 1), ("build", 4)],
    )
    assert misses(rule("letters_follow_the_week"), finished) == {"week 1 A B": 1}
