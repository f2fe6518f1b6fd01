from writing import JUMPS, day, item, misses, plan, profile, rule, session

SLAM, HOPS = item("medicine_ball_slam", "power"), item("calf_hop", "power")


def test_two_power_exercises_in_each_session_are_fine() -> None:
    finished = plan(profile(), session(day("tue"), JUMPS, SLAM), session(day("fri"), HOPS, SLAM, slot="B"))
    assert misses(rule("power_at_most", most=2), finished) == {}


def test_a_third_in_one_session_is_too_many() -> None:
    finished = plan(profile(), session(day("tue"), JUMPS), session(day("fri"), JUMPS, SLAM, HOPS, slot="B"))
    assert misses(rule("power_at_most", most=2), finished) == {"block 1 B": 1}


def test_a_clean_is_power_work_too() -> None:
    finished = plan(profile(), session(day("tue"), item("clean", "power"), JUMPS, SLAM))
    assert misses(rule("power_at_most", most=2), finished) == {"block 1 A": 1}
