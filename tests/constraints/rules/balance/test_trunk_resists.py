from writing import CORE, day, each_week, item, misses, plan, profile, rule, session, weekly

RULE = rule(
    "trunk_resists",
    patterns={"turning_or_tilting": ("anti_rotation", "anti_lateral_flexion"), "sagging": ("anti_extension",)},
    phases=("general_preparation", "base", "build"),
)
PALLOF = item("pallof_press", "core")


def test_holding_still_against_turning_and_sagging_within_the_week_is_fine() -> None:
    finished = plan(profile(), *weekly(session(day("tue"), CORE), session(day("fri"), PALLOF, slot="B")))
    assert misses(RULE, finished) == {}


def test_planks_alone_do_not_resist_turning() -> None:
    finished = plan(profile(), *weekly(session(day("tue"), CORE, item("hollow_body_hold", "hold"))))
    assert misses(RULE, finished) == each_week("turning_or_tilting")


def test_any_of_the_patterns_of_a_kind_is_enough() -> None:
    finished = plan(profile(), *weekly(session(day("tue"), item("side_plank", "hold"), item("plank", "hold"))))
    assert misses(RULE, finished) == {}


def test_making_rotation_is_not_resisting_it() -> None:
    finished = plan(profile(), *weekly(session(day("tue"), CORE, item("russian_twist", "core"))))
    assert misses(RULE, finished) == each_week("turning_or_tilting")


def test_the_race_phase_asks_for_neither() -> None:
    assert misses(RULE, plan(profile(), phases=[("race", 4)])) == {}
