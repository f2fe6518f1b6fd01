from writing import CORE, HEAVY, day, item, misses, plan, profile, rule, session

WITH_GYM = profile(places={"home": {"equipment": []}, "gym": {"equipment": ["barbell 20-120", "rack", "long band"]}})


def test_what_the_place_holds_can_be_chosen_there_and_the_floor_is_everywhere() -> None:
    finished = plan(WITH_GYM, session(day("tue"), HEAVY, place="gym"), session(day("fri"), CORE, slot="B"))
    assert misses(rule("equipment_at_hand"), finished) == {}


def test_a_barbell_in_the_gym_does_not_help_at_home() -> None:
    finished = plan(WITH_GYM, session(day("tue"), HEAVY, CORE))
    assert misses(rule("equipment_at_hand"), finished) == {"block 1 A back_squat.heavy": 1}


def test_an_exercise_is_counted_once_for_the_block_that_repeats_it() -> None:
    finished = plan(WITH_GYM, session(day("tue"), HEAVY), session(day("tue", 2), HEAVY))
    assert misses(rule("equipment_at_hand"), finished) == {"block 1 A back_squat.heavy": 1}


def test_a_loaded_style_needs_its_load_though_bodyweight_would_do() -> None:
    loaded, free = item("reverse_lunge", "moderate"), item("reverse_lunge", "bodyweight")
    finished = plan(WITH_GYM, session(day("tue"), loaded), session(day("fri"), free, slot="B"))
    assert loaded.load not in ("bodyweight", "barbell", "long band")
    assert misses(rule("equipment_at_hand"), finished) == {"block 1 A reverse_lunge.moderate": 1}


def test_a_band_makes_nothing_heavy() -> None:
    banded = HEAVY.model_copy(update={"load": "long band"})
    finished = plan(WITH_GYM, session(day("tue"), banded, place="gym"))
    assert misses(rule("equipment_at_hand"), finished) == {"block 1 A back_squat.heavy": 1}


def test_a_band_will_do_for_what_is_not_heavy() -> None:
    finished = plan(WITH_GYM, session(day("tue"), item("band_row"), place="gym"))
    assert misses(rule("equipment_at_hand"), finished) == {}


def test_bodyweight_does_not_replace_the_bar_to_hang_from() -> None:
    finished = plan(WITH_GYM, session(day("tue"), item("pull_up", "bodyweight")))
    assert misses(rule("equipment_at_hand"), finished) == {"block 1 A pull_up.bodyweight": 1}
