"""What lasts and what changes: a plan that keeps each measure, and one that fails it."""

from __future__ import annotations

from benchmarks.quality.kinds import of_kind
from quality_plans import HOUR, counts, item, plan, session, weekly

SQUAT = item("back_squat", 6, style="heavy", load="barbell")
GOBLET = item("goblet_squat", 10, load="dumbbells")
HINGE = item("romanian_deadlift", 8, style="heavy", load="barbell")
LUNGE = item("reverse_lunge", 8, load="dumbbells")
STEP = item("step_up", 8, load="dumbbells")
BRIDGE = item("single_leg_glute_bridge", 12)
TWO = [("base", 1), ("build", 1)]


def test_a_heavy_lift_stays_or_a_lift_of_its_pattern_takes_over() -> None:
    def of(later: dict[str, object], blocks: list[tuple[str, int]] = TWO) -> tuple[int, int] | None:
        last = 7 * (sum(weeks for _, weeks in blocks) - 1)
        return counts("main_lifts_stay", plan(session(0, SQUAT), session(last, later, **HOUR), blocks=blocks))

    assert of(GOBLET) == (0, 1)
    assert of(item("bodyweight_squat", 12)) == (1, 1)
    assert of(item("leg_press", load="machines")) == (1, 1)
    assert of(HINGE) == (1, 1)
    lunge, step = (item(one, 6, style="heavy", load="dumbbells") for one in ("reverse_lunge", "step_up"))
    assert counts("main_lifts_stay", plan(session(0, lunge), session(7, step, **HOUR), blocks=TWO)) == (0, 1)
    thrust = item("hip_thrust", 6, style="heavy", load="barbell")
    assert counts("main_lifts_stay", plan(session(0, thrust), session(7, HINGE, **HOUR), blocks=TWO)) == (0, 1)
    assert counts("main_lifts_stay", plan(session(0, thrust), session(7, SQUAT, **HOUR), blocks=TWO)) == (1, 1)
    assert of(HINGE, [("base", 1), ("recovery", 1), ("build", 1)]) == (1, 1)
    assert of(HINGE, [("base", 1), ("race", 1), ("base", 1)]) == (0, 0)  # another preparation


def test_a_lift_may_go_where_no_week_has_the_time() -> None:
    assert counts("main_lifts_stay", plan(session(0, SQUAT), session(7, HINGE), blocks=TWO)) == (0, 0)


def test_a_lift_may_go_with_its_place() -> None:
    home = session(7, item("push_up"), place="home", **HOUR)
    assert counts("main_lifts_stay", plan(session(0, SQUAT), home, blocks=TWO)) == (0, 0)


def test_main_patterns_persist_for_eight_weeks() -> None:
    blocks = [("base", 8), ("race", 4)]
    assert counts("main_patterns_persist", plan(*weekly(8, SQUAT, HINGE, STEP, **HOUR), blocks=blocks)) == (0, 3)
    seven = [*weekly(7, SQUAT, HINGE, STEP, **HOUR), session(49, HINGE, STEP, **HOUR)]
    assert counts("main_patterns_persist", plan(*seven, blocks=blocks)) == (1, 3)
    gap = [
        *weekly(4, SQUAT, HINGE, STEP, **HOUR),
        *weekly(2, HINGE, STEP, first=28, **HOUR),
        *weekly(2, SQUAT, HINGE, STEP, first=42, **HOUR),
    ]
    assert counts("main_patterns_persist", plan(*gap, blocks=blocks)) == (1, 3)
    assert counts("main_patterns_persist", plan(*weekly(8, SQUAT), blocks=[("base", 8)])) == (0, 0)


def test_free_weights_come_before_stand_ins() -> None:
    hold = item("mid_push_up_hold", seconds=20)
    assert counts("free_weights_before_stand_ins", plan(session(0, GOBLET))) == (0, 1)
    assert counts("free_weights_before_stand_ins", plan(session(0, hold, GOBLET))) == (1, 2)
    assert counts("free_weights_before_stand_ins", plan(session(0, hold, item("push_up")))) == (0, 2)
    assert counts("free_weights_before_stand_ins", plan(session(0, hold, place="home"))) == (0, 0)
    assert counts("free_weights_before_stand_ins", plan(session(0, hold), doctrine="three_pillars")) == (0, 1)
    no_press = {"exclude": [*of_kind(["press"])]}
    assert counts("free_weights_before_stand_ins", plan(session(0, hold), preferences=no_press)) == (0, 1)
    few_presses = {"avoid": no_press["exclude"]}
    assert counts("free_weights_before_stand_ins", plan(session(0, hold), preferences=few_presses)) == (0, 1)


def test_a_base_covers_five_lifts_with_two_leg_days() -> None:
    light = weekly(6, BRIDGE, slot="B", first=3, minutes=75)
    turns = [session(7 * week, *((GOBLET, LUNGE) if week % 2 else (HINGE, STEP)), minutes=75) for week in range(6)]
    assert counts("base_covers_the_lifts", plan(*turns, *light, blocks=[("base", 6)])) == (0, 5)
    assert counts("base_covers_the_lifts", plan(*weekly(6, GOBLET, HINGE, STEP, minutes=75), *light)) == (1, 5)
    assert counts("base_covers_the_lifts", plan(*weekly(6, GOBLET, minutes=30))) == (0, 0)  # no time
    home = weekly(6, item("reverse_lunge"), place="home", minutes=75)
    rest = weekly(6, BRIDGE, slot="B", first=3, place="home", minutes=75)
    assert counts("base_covers_the_lifts", plan(*home, *rest)) == (1, 3)  # no weights and no step: a hinge on one leg
    assert counts("base_covers_the_lifts", plan(*weekly(5, GOBLET), blocks=[("base", 5)])) == (0, 0)


def test_a_base_with_one_leg_day_goes_on_with_a_lunge_or_a_step_up() -> None:
    full = weekly(6, GOBLET, HINGE, STEP, BRIDGE, minutes=75)
    assert counts("base_covers_the_lifts", plan(*full)) == (0, 4)
    assert counts("base_covers_the_lifts", plan(*weekly(6, GOBLET, HINGE, BRIDGE, minutes=75))) == (1, 4)
    runs = {"fri": "intervals 50"}
    before_them = weekly(6, item("push_up"), slot="B", first=3, minutes=75)
    assert counts("base_covers_the_lifts", plan(*full, *before_them, runs=runs)) == (0, 4)
    assert counts("base_covers_the_lifts", plan(*full, *before_them)) == (1, 5)


def test_only_main_lifts_are_in_more_than_a_third_of_the_sessions() -> None:
    varied = [session(7 * week, GOBLET, *[item("hip_flexor_hold")] * (week in (1, 2, 5))) for week in range(9)]
    often = [session(7 * week, GOBLET, *[item("hip_flexor_hold")] * (week in (1, 2, 5, 6))) for week in range(9)]
    blocks = [("base", 4), ("base", 5)]
    assert counts("exercises_vary", plan(*varied, blocks=blocks)) == (0, 1)
    assert counts("exercises_vary", plan(*often, blocks=blocks)) == (1, 1)
    assert counts("exercises_vary", plan(*often[:8], blocks=blocks)) == (0, 0)
    assert counts("exercises_vary", plan(*often, blocks=[("base", 4), ("race", 5)])) == (0, 0)  # fewer before it
    clams = weekly(9, item("clamshell"), place="home")
    assert counts("exercises_vary", plan(*clams, blocks=blocks)) == (1, 1)
    assert counts("exercises_vary", plan(*clams, blocks=blocks, injuries={"prone": ["itb"]})) == (0, 0)
    assert counts("exercises_vary", plan(*clams, blocks=blocks, preferences={"favour": ["clamshell"]})) == (0, 0)
    planks, circuit = weekly(9, item("side_plank")), {"minutes": {}, "templates": {"A": "home_circuit"}}
    assert counts("exercises_vary", plan(*planks, blocks=blocks)) == (1, 1)
    assert counts("exercises_vary", plan(*planks, blocks=blocks, strength=circuit)) == (0, 0)
    toes = weekly(9, item("single_leg_calf_raise_hold"))
    assert counts("exercises_vary", plan(*toes, blocks=blocks)) == (0, 0)


def test_an_exercise_may_stay_in_one_letter_for_a_block() -> None:
    hold = item("hip_flexor_hold")
    first = [session(7 * week, hold) for week in range(5)]
    rest = [session(7 * week, GOBLET) for week in range(5, 10)]
    assert counts("exercises_vary", plan(*first, *rest, blocks=[("base", 5), ("build", 5)])) == (0, 1)
    assert counts("exercises_vary", plan(*first, *rest, blocks=[("base", 3), ("base", 7)])) == (1, 1)
    second = [session(7 * week + 2, hold, slot="B") for week in range(5)]
    assert counts("exercises_vary", plan(*first, *second, *rest, blocks=[("base", 5), ("build", 5)])) == (1, 1)


def test_the_few_of_a_kind_that_a_place_allows_take_even_turns() -> None:
    places, blocks = {"bare": {"equipment": ["mat"]}, "band": {"equipment": ["loop band"]}}, [("base", 5), ("base", 5)]
    half = [
        session(7 * week, item("clamshell" if week % 2 else "side_lying_leg_raise"), place="bare") for week in range(10)
    ]
    assert counts("exercises_vary", plan(*half, blocks=blocks, places=places)) == (0, 2)
    machines = {"bare": {"equipment": ["mat", "machines"]}}  # the one for these muscles is advised against
    assert counts("exercises_vary", plan(*half, blocks=blocks, places=machines)) == (0, 2)
    most = [session(7 * week, item("side_lying_leg_raise"), place="bare") for week in range(6)]
    assert counts("exercises_vary", plan(*most, *half[6:], blocks=blocks, places=places)) == (1, 2)
    pulls = weekly(10, item("band_pull_apart"), place="band")
    assert counts("exercises_vary", plan(*pulls, blocks=blocks, places=places)) == (0, 0)  # the only pull
    curls, gym = weekly(10, item("leg_curl"), place="gym"), {"gym": {"equipment": ["machines", "foot anchor"]}}
    assert counts("exercises_vary", plan(*curls, blocks=blocks, places=gym)) == (0, 0)
    advanced = {"experience": "advanced"}
    assert counts("exercises_vary", plan(*curls, blocks=blocks, places=gym, athlete=advanced)) == (1, 1)
    rows = {"band": {"equipment": ["long band"]}}
    assert counts("exercises_vary", plan(*pulls, blocks=blocks, places=rows)) == (1, 1)


def test_a_main_lift_opens_after_power() -> None:
    assert counts("main_lift_opens", plan(session(0, item("clap_push_up"), SQUAT, item("plank")))) == (0, 1)
    assert counts("main_lift_opens", plan(session(0, item("glute_bridge"), SQUAT))) == (1, 1)


def test_leg_holds_are_asked_for_by_their_guide_alone() -> None:
    sits, none = plan(session(0, item("wall_sit")), doctrine="three_pillars"), session(0, SQUAT)
    assert counts("leg_holds_where_asked", sits) == (0, 1)
    assert counts("leg_holds_where_asked", plan(none, doctrine="three_pillars")) == (1, 1)
    assert counts("leg_holds_where_asked", plan(none)) is None
