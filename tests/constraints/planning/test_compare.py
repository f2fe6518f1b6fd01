"""What a plan comes to, counted on hand-written plans."""

from __future__ import annotations

from constraints.planning.brief import brief_for
from constraints.planning.compare import Account, account
from constraints.planning.judge import Verdict
from profiles.plan import Plan
from writing import CORE, HEAVY, LEGS, addon, audited, day, plan, profile, session


def figures(held: Plan) -> Account:
    return account(held, Verdict(held, brief_for(held.profile), audited(held), (), (), proven=False))


RUNS = {"tue": "tempo 50", "thu": "easy 40", "sun": "long 100"}


def test_sessions_minutes_and_weekdays_are_counted() -> None:
    held = plan(profile(runs=RUNS), session(day("tue"), CORE), session(day("tue", 2), CORE, minutes=25))
    told = figures(held)
    assert (told.sessions, told.minutes, told.weekdays, told.on_hard_days) == (2, 65, 1, 2)
    assert (told.heavy, told.legs_before_key_runs, told.last_heavy, told.addons) == (0, 0, None, 0)


def test_heavy_legs_are_counted_by_the_kind_of_their_day() -> None:
    sessions = session(day("tue"), HEAVY), session(day("thu"), HEAVY, slot="B"), session(day("sat"), HEAVY, slot="C")
    told = figures(plan(profile(runs=RUNS), *sessions))
    assert (told.heavy, told.heavy_on_easy_days) == (3, 2)
    assert told.heavy_within_two_days == 1, "Saturday, the day before the long run"
    assert told.legs_before_key_runs == 1


def test_leg_work_on_the_day_before_a_key_run_is_counted_whatever_its_load() -> None:
    told = figures(plan(profile(runs=RUNS), session(day("mon"), LEGS), session(day("wed"), CORE, slot="B")))
    assert (told.legs_before_key_runs, told.heavy_within_two_days) == (1, 0)


def test_the_last_heavy_session_is_counted_back_from_the_race() -> None:
    race = {"name": "Goal", "date": day("sun", 4), "distance": "10k"}
    told = figures(plan(profile(races=[race]), session(day("tue", 3), HEAVY), session(day("tue", 4), CORE, slot="B")))
    assert told.last_heavy == 12


def test_the_most_expensive_shortfalls_come_first() -> None:
    told = figures(plan(profile(runs=RUNS), session(day("tue"), CORE), addon(day("wed"), "mobility")))
    costs = [cost for _, cost in told.short]
    assert costs == sorted(costs, reverse=True)
    assert 0 < sum(costs) <= told.coverage
    assert told.addons == 1


def test_what_a_doctrine_asks_for_is_said_for_the_phases_that_there_are() -> None:
    told = figures(plan(profile(season={"doctrine": "gym"}), phases=[("base", 2), ("taper", 2)]))
    assert told.asked == "base 3, taper 1"
    assert told.doctrine == "gym"
