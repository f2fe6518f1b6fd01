from writing import JUMPS, LEGS, day, item, misses, plan, profile, rule, session

RULE = rule("plyometric_tiers", highest={"base": 1, "build": 2})
BOX = item("box_jump", "power")


def test_low_jumps_in_base_and_box_jumps_in_build_are_in_order() -> None:
    finished = plan(
        profile(),
        session(day("tue"), JUMPS),
        session(day("tue", 3), BOX, block=2),
        phases=[("base", 2), ("build", 2)],
    )
    assert misses(RULE, finished) == {}


def test_box_jumps_in_base_and_bounding_anywhere_are_too_early() -> None:
    finished = plan(
        profile(),
        session(day("tue"), BOX),
        session(day("tue", 3), BOX, item("bounding", "power"), block=2),
        phases=[("base", 2), ("build", 2)],
    )
    assert misses(RULE, finished) == {
        "block 1 A box_jump.power": 1, "block 2 A bounding.power": 1,
    }  # fmt: skip


def test_the_introduction_holds_not_even_the_lowest_tier() -> None:
    finished = plan(profile(), session(day("tue"), LEGS), session(day("fri"), JUMPS, slot="B"), stage="introduction")
    assert misses(RULE, finished) == {"block 1 B squat_jump.power": 1}


def test_an_explosive_lift_is_no_plyometric() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), item("clean", "power")))) == {}
