from writing import CORE, HEAVY, LEGS, UPPER, day, item, misses, plan, profile, rule, session


def test_one_day_between_two_leg_sessions_is_enough() -> None:
    finished = plan(profile(), session(day("tue"), LEGS), session(day("thu"), HEAVY, slot="B"))
    assert misses(rule("rest_between_same_region", days=2), finished) == {}


def test_the_same_region_on_two_days_in_a_row_is_counted_for_each_region() -> None:
    finished = plan(profile(), session(day("tue"), LEGS, UPPER), session(day("wed"), HEAVY, UPPER, slot="B"))
    assert misses(rule("rest_between_same_region", days=2), finished) == {
        f"{day('tue')} legs": 1,
        f"{day('tue')} upper": 1,
    }


def test_different_regions_core_and_holds_may_follow_each_other() -> None:
    first = session(day("tue"), LEGS, CORE)
    second = session(day("wed"), UPPER, CORE, item("wall_sit", "hold"), slot="B")
    assert misses(rule("rest_between_same_region", days=2), plan(profile(), first, second)) == {}


def test_sunday_and_monday_are_days_in_a_row_across_blocks_too() -> None:
    finished = plan(
        profile(),
        session(day("sun", 2), LEGS),
        session(day("mon", 3), LEGS, block=2),
        phases=[("base", 2), ("build", 2)],
    )
    assert misses(rule("rest_between_same_region", days=2), finished) == {f"{day('sun', 2)} legs": 1}
