from writing import HEAVY, LEGS, day, item, misses, plan, profile, rule, session

RULE = rule("heavy_lifts_at_most", lifts={"base": 6, "race": 2}, sessions={"base": 3, "race": 1})
RACE = (("race", 4),)
DEADLIFT = item("romanian_deadlift", "heavy")


def test_two_heavy_lifts_in_one_session_of_the_race_phase_are_fine() -> None:
    finished = plan(profile(), session(day("tue"), HEAVY, DEADLIFT), session(day("fri"), LEGS, slot="B"), phases=RACE)
    assert misses(RULE, finished) == {}


def test_a_second_heavy_session_and_a_third_heavy_lift_are_too_many() -> None:
    finished = plan(
        profile(), session(day("tue"), HEAVY, DEADLIFT), session(day("fri"), item("hip_thrust", "heavy"), slot="B"),
        phases=RACE,
    )  # fmt: skip
    assert misses(RULE, finished) == {"block 1 lifts": 1, "block 1 sessions": 1}
