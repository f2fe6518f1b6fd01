import pytest

from profiles.season import Phase
from writing import day, item, misses, plan, profile, rule, session

ARMS = ("horizontal_push", "horizontal_pull", "vertical_pull")
HELD = (
    item("push_up", "bodyweight"), item("mid_push_up_hold", "hold"), item("band_pull_apart", "prehab"),
    item("dead_hang", "hold"), item("glute_bridge", "prehab"),
)  # fmt: skip


def found(phase: Phase, holds: tuple[str, ...] = ("horizontal_push", "hang")) -> set[str]:
    judge = rule("light_weeks_spare_the_arms", phases=("taper", "recovery"), moves=ARMS, holds=holds)
    return set(misses(judge, plan(profile(), session(day("tue"), *HELD), phases=[(phase, 4)])))


@pytest.mark.parametrize("phase", ["taper", "recovery"])
def test_pushes_pulls_and_hangs_are_found_in_light_phases(phase: Phase) -> None:
    pushes = {"block 1 A push_up.bodyweight", "block 1 A mid_push_up_hold.hold"}
    assert found(phase) == pushes | {"block 1 A band_pull_apart.prehab", "block 1 A dead_hang.hold"}


def test_a_hold_whose_pattern_is_not_named_may_stay() -> None:
    assert found("taper") - found("taper", ("hang",)) == {"block 1 A mid_push_up_hold.hold"}


def test_other_phases_train_the_arms() -> None:
    assert found("build") == set()
