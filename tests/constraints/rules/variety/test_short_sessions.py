from profiles.plan import Item
from writing import CORE, HEAVY, JUMPS, LEGS, UPPER, day, item, misses, plan, profile, rule, session

FIVE = (HEAVY, LEGS, UPPER, CORE, JUMPS)
MORE: tuple[Item, ...] = (item("dead_bug", "core"), item("clamshell", "prehab"))


def test_five_exercises_need_no_reason() -> None:
    assert misses(rule("short_sessions", most=5), plan(profile(), session(day("tue"), *FIVE))) == {}


def test_every_exercise_above_five_costs_once_for_its_block() -> None:
    finished = plan(
        profile(),
        session(day("tue"), *FIVE, *MORE),
        session(day("fri"), *FIVE, MORE[0], slot="B"),
        session(day("tue", 2), *FIVE, *MORE),
    )
    assert misses(rule("short_sessions", most=5), finished) == {"block 1 A": 2, "block 1 B": 1}


def test_other_doctrines_may_charge_sooner() -> None:
    finished = plan(profile(), session(day("tue"), LEGS, UPPER, CORE))
    assert misses(rule("short_sessions", most=2), finished) == {"block 1 A": 1}


def test_no_session_costs_nothing() -> None:
    assert misses(rule("short_sessions", most=5), plan(profile())) == {}
