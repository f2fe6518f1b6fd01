from writing import addon, day, misses, plan, profile, rule

RUNS = {"tue": "tempo 50", "sun": "long 100"}


def test_the_day_after_a_hard_or_long_run_is_fine() -> None:
    finished = plan(profile(runs=RUNS), addon(day("wed"), "mobility"), addon(day("mon", 2), "mobility"))
    assert misses(rule("mobility_after_tough_days"), finished) == {}


def test_any_other_day_is_found_that_of_the_key_run_included() -> None:
    finished = plan(profile(runs=RUNS), *(addon(day(at), "mobility") for at in ("mon", "tue", "thu", "sun")))
    assert misses(rule("mobility_after_tough_days"), finished) == {
        str(day("tue")): 1, str(day("thu")): 1, str(day("sun")): 1,
    }  # fmt: skip


def test_the_day_after_a_race_is_fine_too() -> None:
    who = profile(races=[{"name": "Parkrun", "date": day("sat"), "distance": "5k", "priority": "C"}])
    assert misses(rule("mobility_after_tough_days"), plan(who, addon(day("sun"), "mobility"))) == {}


def test_only_mobility_is_asked_to_stand_there() -> None:
    finished = plan(profile(runs=RUNS), addon(day("thu"), "prehab"), addon(day("fri"), "daily_mobility"))
    assert misses(rule("mobility_after_tough_days"), finished) == {}
