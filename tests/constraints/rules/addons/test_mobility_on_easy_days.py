import pytest

from writing import addon, day, misses, plan, profile, rule

RUNS = {"mon": "easy 40", "tue": "tempo 50", "thu": "easy 30 am + hills 40 pm", "sun": "long 100"}


def test_easy_days_and_rest_days_are_fine() -> None:
    finished = plan(profile(runs=RUNS), addon(day("mon"), "mobility"), addon(day("wed"), "mobility"))
    assert misses(rule("mobility_on_easy_days"), finished) == {}


def test_days_with_a_hard_or_long_run_are_found() -> None:
    finished = plan(profile(runs=RUNS), *(addon(day(at), "mobility") for at in ("tue", "thu", "sun")))
    assert misses(rule("mobility_on_easy_days"), finished) == {
        str(day("tue")): 1, str(day("thu")): 1, str(day("sun")): 1,
    }  # fmt: skip


@pytest.mark.parametrize("priority", ["A", "B", "C"])
def test_a_race_day_is_found(priority: str) -> None:
    who = profile(races=[{"name": "Race", "date": day("sat"), "distance": "5k", "priority": priority}])
    assert misses(rule("mobility_on_easy_days"), plan(who, addon(day("sat"), "mobility"))) == {str(day("sat")): 1}


def test_other_add_ons_may_stand_on_hard_days() -> None:
    finished = plan(profile(runs=RUNS), addon(day("tue"), "prehab"), addon(day("sun"), "daily_mobility"))
    assert misses(rule("mobility_on_easy_days"), finished) == {}
