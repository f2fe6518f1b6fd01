"""Numbers of doses, and what an item asks for week by week, for tests; each item has a range of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from constraints.prescription.dose import CircuitNumbers, ShorterNumbers
from constraints.prescription.loads import Implement, LighterSets, LighterStep, LoadNumbers
from constraints.prescription.progression import week_by_week
from constraints.prescription.progression_numbers import ProgressionNumbers
from profiles.plan import Change, Item, Session, Style, Today
from profiles.profile import Profile
from profiles.season import Phase, Running
from writing import day, item, profile, season_of, session

NUMBERS = ProgressionNumbers(
    course={
        "general_preparation": "rise", "base": "rise", "build": "hold", "race": "keep", "taper": "ease",
        "race_week": "ease", "recovery": "ease",
    },
    estimate_gain_percent={"beginner": 1.5, "intermediate": 1, "advanced": 0.5},
    estimate_most_percent={"beginner": 40, "intermediate": 25, "advanced": 12}, spare_reserve=2, most_alike=3,
    reps_per_week=1, few_reps=1, dates_a_rep=2, seconds_per_week=5, load_percent=5, most_percent=10, refused_percent=40,
    extra_reps=2, extra_until=15, judged_from_percent=50,
    ease_percent=10, hold_weeks=3, again_weeks=4, more_sets=(), keep_sets=(),
    before_race_days=7, before_c_race_days=2, light_week_sets=2, because=("test",),
)  # fmt: skip
CIRCUIT = CircuitNumbers(most_min=19, least=1, warm_up_s=120, cooldown_s=70, rest_s=45, because=("test",))
SHORTER = ShorterNumbers(work_min=20, warm_up_min=4, cooldown_min=2, because=("test",))
NO_LIGHTER_SETS = LighterSets(loads=("barbell", "trap bar"), steps=(), set_s=60)
LIGHTER_SETS = NO_LIGHTER_SETS.model_copy(
    update={"steps": (LighterStep(percent=50, reps=5), LighterStep(percent=75, reps=3))}
)
LOADS = LoadNumbers(
    epley_reps=30,
    heavy_percent=70,
    heavy_body_percent={"squat": 40, "hinge": 50, "lunge": 25},
    usual_body_kg=65,
    body_percent={"lunge": 75, "step_up": 90},
    found_by_hand=("horizontal_push", "vertical_push"),
    lighter_sets=NO_LIGHTER_SETS,
    implements={
        "barbell": Implement(least_kg=20, step_kg=2.5, most_kg=200),
        "dumbbells": Implement(least_kg=2, step_kg=2, most_kg=40),
        "kettlebell": Implement(least_kg=8, step_kg=4, most_kg=32),
    },
    because=("test",),
)
Phases = Sequence[tuple[Phase, int]]


def work(
    exercise: str, style: Style, *, reps: tuple[int, int] | None = None, seconds: tuple[int, int] | None = None,
    sets: int = 3, load: str | None = None,
) -> Item:  # fmt: skip
    """An item with another range, and another load if one is given."""
    one = item(exercise, style, sets)
    dose = one.dose.model_copy(update={"reps": reps, "seconds": seconds, "slower": None})
    return one.model_copy(update={"dose": dose, "load": load or one.load})


SQUAT = work("back_squat", "heavy", reps=(4, 6), load="barbell")
GOBLET = work("goblet_squat", "heavy", reps=(6, 8), load="dumbbells")
PUSH_UP = work("push_up", "bodyweight", reps=(8, 10))
PLANK = work("plank", "hold", seconds=(30, 45))


def lifter(weeks: int, equipment: Iterable[str] = ("barbell", "rack", "dumbbells"), **said: Any) -> Profile:
    tables = {"places": {"home": {"equipment": list(equipment)}}}
    return profile(weeks=weeks, **{**tables, **said})


def asked(
    what: Item, who: Profile | None = None, *, weeks: Iterable[int] = range(1, 9), phases: Phases = (),
    running: Mapping[int, Running] | None = None, numbers: ProgressionNumbers = NUMBERS,
) -> list[Today]:  # fmt: skip
    """What one exercise asks for on the Tuesdays of the given weeks."""
    weeks = list(weeks)
    who = who or lifter(max(8, *weeks))
    sessions = [session(day("tue", week), what) for week in weeks]
    return dated(sessions, who, phases=phases, running=running, numbers=numbers)


def dated(
    sessions: Sequence[Session], who: Profile, *, phases: Phases = (), running: Mapping[int, Running] | None = None,
    numbers: ProgressionNumbers = NUMBERS,
) -> list[Today]:  # fmt: skip
    """The date's part of each item, session by session."""
    season = season_of(who, phases=phases, running=running)
    found = [one.today for held in week_by_week(sessions, season, numbers, LOADS) for one in held.main]
    assert None not in found
    return [today for today in found if today is not None]


def reps(days: Iterable[Today]) -> list[int | None]:
    return [today.reps for today in days]


def kilograms(days: Iterable[Today]) -> list[float | None]:
    return [today.load_kg for today in days]


def changes(days: Iterable[Today]) -> list[Change]:
    return [today.change for today in days]
