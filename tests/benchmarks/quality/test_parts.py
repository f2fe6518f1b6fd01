"""Parts of sessions, and add-ons: a plan that keeps each measure, and one that fails it."""

from __future__ import annotations

from typing import Any

from quality_plans import counts, day, item, plan, session

HINGE = item("deadlift", 6, load="barbell", superset=1)
SQUAT = item("goblet_squat", load="dumbbells")


def drills(*said: tuple[str, str]) -> list[dict[str, str]]:
    return [{"exercise": exercise, "dose": dose} for exercise, dose in said]


def test_minutes_are_the_sum_of_the_parts() -> None:
    def of(minutes: int, *items: dict[str, Any]) -> tuple[int, int] | None:
        warm_up = drills(("cat_cow", "10-15 reps a side"), ("bike_or_brisk_walk", "5-10 min"))  # 65 + 305 s
        cooldown = drills(("quad_stretch", "30-60 s a side"))  # 65 s
        return counts("minutes_are_true", plan(session(0, *items, minutes=minutes, warm_up=warm_up, cooldown=cooldown)))

    lift = item("deadlift", 6, sets=3, tempo="2-0-1", rest_s=150)  # 3 x (18 + 150) + 30 s
    hold = item("side_plank", seconds=30, sets=2, rest_s=45, a_side=True)  # 2 x (60 + 45) + 30 s
    assert of(20, lift, hold) == (0, 1)  # 20.2 with the drills
    assert of(23, lift, hold) == (1, 1)
    assert of(17, lift, hold) == (1, 1)
    pair = [item("deadlift", 6, sets=3, tempo="2-0-1", rest_s=150, superset=1)] * 2  # 3 x (36 + 150) + 60 s
    assert of(17, *pair) == (0, 1)  # 17.6
    assert of(20, *pair) == (1, 1)


def test_lighter_sets_take_their_minutes() -> None:
    ramp = item("deadlift", 6, sets=3, tempo="2-0-1", rest_s=150, ramp=[{"reps": 5}, {"reps": 3}])
    assert counts("minutes_are_true", plan(session(0, ramp, minutes=11))) == (0, 1)
    assert counts("minutes_are_true", plan(session(0, ramp, minutes=8))) == (1, 1)


def test_a_short_session_has_some_exercises_and_works_the_legs() -> None:
    def of(minutes: int, *items: dict[str, Any], block: str = "base") -> tuple[int, int] | None:
        return counts("short_sessions_are_real", plan(session(0, *items, minutes=minutes), blocks=[(block, 1)]))

    assert of(12, SQUAT, item("push_up")) == (0, 1)
    assert of(12, SQUAT) == (1, 1)
    assert of(12, item("plank", seconds=30), item("push_up")) == (1, 1)
    assert of(20, SQUAT) == of(12, SQUAT, block="taper") == (0, 0)
    eve = plan(session(0, item("plank", seconds=30), item("push_up"), minutes=12), runs={"tue": "intervals 45"})
    assert counts("short_sessions_are_real", eve) == (0, 1)


def test_a_beginner_gets_work() -> None:
    def of(sets: int, experience: str = "beginner") -> tuple[int, int] | None:
        circuit = item("bodyweight_squat", 10, sets=sets), item("side_plank", seconds=30, a_side=True, sets=sets)
        blocks = [("base introduction", 1)]
        return counts("beginners_get_work", plan(session(0, *circuit), blocks=blocks, experience=experience))

    assert of(5) == (0, 1)  # 5 x (30 + 60) s are 7.5 min of the 19 that are no warm-up or cooldown
    assert of(4) == (1, 1)
    assert of(4, "intermediate") == (0, 0)


def test_a_warm_up_fits_the_legs() -> None:
    both = drills(("knee_to_wall", "10 reps a side"), ("clamshell", "15 reps a side"))
    assert counts("warm_up_fits_the_legs", plan(session(0, SQUAT, warm_up=both))) == (0, 1)
    assert counts("warm_up_fits_the_legs", plan(session(0, SQUAT, warm_up=both[:1]))) == (1, 1)
    assert counts("warm_up_fits_the_legs", plan(session(0, item("push_up")))) == (0, 0)
    hips, bare = [item("clamshell", 15), item("side_lying_leg_raise", 15)], {"gym": {"equipment": ["dumbbells"]}}
    assert counts("warm_up_fits_the_legs", plan(session(0, SQUAT, *hips, warm_up=both[:1]), places=bare)) == (0, 1)
    assert counts("warm_up_fits_the_legs", plan(session(0, SQUAT, hips[0], warm_up=both[:1]), places=bare)) == (1, 1)


def test_a_warm_up_is_short_after_a_run() -> None:
    short, long = drills(("cat_cow", "10 reps")), drills(("bike_or_brisk_walk", "6 min"))

    def of(warm_up: list[dict[str, str]], *after: str) -> tuple[int, int] | None:
        return counts("warm_up_is_short_after_runs", plan(session(0, SQUAT, warm_up=warm_up, after=[*after])))

    assert of(short, "easy 45") == (0, 1)
    assert of(long, "easy 45") == (1, 1)
    assert of(long, "easy 45 am") == (0, 0)
    assert of(long) == (0, 0)


def test_heavy_barbells_show_lighter_sets() -> None:
    bare = item("deadlift", 5, style="heavy", load="barbell")
    assert counts("heavy_barbells_are_ramped", plan(session(0, bare | {"ramp": [{"kg": 40}, {"kg": 60}]}))) == (0, 1)
    assert counts("heavy_barbells_are_ramped", plan(session(0, bare, SQUAT))) == (1, 1)


def test_supersets_spare_the_grip_of_a_hinge() -> None:
    push, row = item("push_up", superset=1), item("dumbbell_row", load="dumbbells", superset=1)
    assert counts("supersets_pair_well", plan(session(0, HINGE, push))) == (0, 1)
    assert counts("supersets_pair_well", plan(session(0, HINGE, row))) == (1, 1)
    assert counts("supersets_pair_well", plan(session(0, HINGE, row | {"superset": 2}))) == (0, 2)


def test_moderate_barbells_rest_and_come_first() -> None:
    small = item("clamshell")

    def of(rest_s: int, *before: dict[str, Any]) -> tuple[int, int] | None:
        return counts(
            "moderate_barbells_rest", plan(session(0, *before, item("deadlift", load="barbell", rest_s=rest_s)))
        )

    assert of(120, item("squat_jump")) == (0, 1)
    assert of(75) == (1, 1)
    assert of(120, small) == (1, 1)
    assert of(120, item("nordic_curl", 4)) == (0, 1)  # as demanding as a lift


def test_tests_are_on_fresh_days_of_sound_runners() -> None:
    runs = {"sun": "long 90"}

    def of(after: int, **more: Any) -> tuple[int, int] | None:
        return counts("tests_on_fresh_days", plan(dated={"test": [after]}, runs=runs, **more))

    assert of(10) == (0, 1)
    assert of(0) == (1, 1)
    assert of(14) == (1, 1)
    assert of(10, injuries={"current": ["shins"]}) == (1, 1)


def test_tests_are_held() -> None:
    time = {"strength": {"minutes": {"wed": 20}}}
    assert counts("tests_are_held", plan(dated={"test": [10]}, **time)) == (0, 1)
    assert counts("tests_are_held", plan(**time)) == (1, 1)
    assert counts("tests_are_held", plan()) == (0, 0), "no day has the time"
    assert counts("tests_are_held", plan(addons={"tests": False}, **time)) == (0, 0)
    assert counts("tests_are_held", plan(injuries={"current": ["shins"]}, **time)) == (0, 0)
    assert counts("tests_are_held", plan(blocks=[("base", 7)])) == (0, 0)
    daily = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "tempo 40")
    assert counts("tests_are_held", plan(runs=daily, **time)) == (0, 0)
    assert counts("tests_are_held", plan(runs=daily | {"wed": "easy 40"}, **time)) == (0, 0), "hard the day after"
    assert counts("tests_are_held", plan(runs=daily | {"wed": "easy 40", "thu": "easy 40"}, **time)) == (1, 1)
    one_day = {"strength": {"on": {str(day(37)): 20}}}
    assert counts("tests_are_held", plan(**one_day)) == (1, 1)
    race = {"name": "Half", "date": str(day(50)), "distance": "half"}
    assert counts("tests_are_held", plan(races=[race], **one_day)) == (0, 0), "the only day is close to the race"
    assert counts("tests_are_held", plan(races=[race | {"priority": "C"}], **one_day)) == (1, 1)


def test_micro_sessions_are_few() -> None:
    assert counts("micro_sessions_are_few", plan(dated={"micro": [0, 1, 2, 3, 7]})) == (0, 2)
    assert counts("micro_sessions_are_few", plan(dated={"micro": [0, 1, 2, 3, 4]})) == (1, 1)
