from writing import day, item, misses, plan, profile, rule, session

RULE = rule("main_lifts_in_full", sets={"base": 3})


def test_three_sets_of_a_main_lift_in_base_are_full() -> None:
    assert misses(RULE, plan(profile(), session(day("tue"), item("back_squat", "heavy", 3)))) == {}


def test_two_sets_of_a_main_lift_in_base_are_one_short() -> None:
    finished = plan(profile(), session(day("tue"), item("back_squat", "heavy", 2), item("goblet_squat", sets=2)))
    assert misses(RULE, finished) == {"block 1 A back_squat": 1}


def test_leg_lifts_are_the_main_lifts_at_a_place_without_a_weight() -> None:
    places = {"home": {"equipment": ["mat", "long band"]}, "gym": {"equipment": ["kettlebell"]}}
    lunge, push, raises = (
        item("forward_lunge", "bodyweight", 2),
        item("push_up", "bodyweight", 2),
        item("calf_raise", "calf", 2),
    )
    who = profile(places=places)
    assert misses(RULE, plan(who, session(day("tue"), lunge, push, raises))) == {"block 1 A forward_lunge": 1}
    assert misses(RULE, plan(who, session(day("tue"), lunge, place="gym"))) == {}
    assert misses(RULE, plan(who, session(day("tue"), item("forward_lunge", "bodyweight", 3)))) == {}


def test_they_are_not_in_the_introduction() -> None:
    held = session(day("tue"), item("forward_lunge", "bodyweight", 2))
    assert misses(RULE, plan(profile(places={"home": {"equipment": []}}), held, stage="introduction")) == {}
