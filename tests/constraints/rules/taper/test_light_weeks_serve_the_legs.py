from profiles.plan import Item
from profiles.season import Phase
from writing import day, item, misses, plan, profile, rule, session

PARTS = {"hips": ("bridge", "hip_abduction"), "calves": ("plantarflexion",), "trunk": ("anti_extension",)}
HOLDS = {"hips": ("taper", "race_week", "recovery"), "calves": ("taper",), "trunk": ("taper", "race_week", "recovery")}
RULE = rule("light_weeks_serve_the_legs", phases=("taper", "race_week", "recovery"), parts=PARTS, holds=HOLDS)
BRIDGE, RAISE, PLANK = item("glute_bridge_hold", "hold"), item("calf_raise", "calf"), item("plank", "hold")
DATE = str(day("tue", 2))


def found(*main: Item, phase: Phase = "taper") -> dict[str, int]:
    return misses(RULE, plan(profile(), session(day("tue", 2), *main), phases=[("race", 1), (phase, 3)]))


def test_a_session_with_hips_calves_and_trunk_is_fine() -> None:
    assert found(BRIDGE, RAISE, PLANK) == {}


def test_each_part_that_lacks_is_found_on_the_date() -> None:
    assert found(PLANK) == {f"{DATE} hips": 1, f"{DATE} calves": 1}
    assert found(item("clamshell", "prehab"), RAISE, phase="race_week") == {f"{DATE} trunk": 1}


def test_a_hold_serves_a_part_in_the_phases_that_are_named_for_it() -> None:
    held = BRIDGE, item("calf_raise_hold", "hold"), PLANK
    assert found(*held, phase="taper") == {}
    assert found(*held, phase="recovery") == {f"{DATE} calves": 1}


def test_other_phases_are_not_asked() -> None:
    assert found(PLANK, phase="build") == {}
