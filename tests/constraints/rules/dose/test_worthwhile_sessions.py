from profiles.plan import Item
from writing import CORE, LEGS, UPPER, day, misses, plan, profile, rule, session

RULE = rule("worthwhile_sessions", minutes=20)


def test_twenty_minutes_count() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), LEGS, minutes=20))) == {}


def test_a_shorter_session_is_missed_once_for_every_week_of_its_block() -> None:
    finished = plan(
        profile(),
        session(day("tue"), LEGS, minutes=20),
        session(day("fri"), LEGS, slot="B", minutes=19),
        session(day("fri", 2), LEGS, slot="B", minutes=19),
    )
    assert misses(RULE, finished) == {"block 1 B": 4}


def test_how_short_it_is_does_not_matter() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), minutes=5))) == {"block 1 A": 4}


def test_a_circuit_is_shorter_but_works_the_legs() -> None:
    def of(*main: Item) -> dict[str, int]:
        circuit = session(day("tue"), *main, minutes=12).model_copy(update={"circuit": True})
        return misses(RULE, plan(profile(), circuit))

    assert of(LEGS, CORE) == {}
    assert of(UPPER, CORE) == {"block 1 A legs": 4}
