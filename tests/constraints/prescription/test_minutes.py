"""No date of a session lasts longer than what rules took it for, whatever it holds and whoever does it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import pytest

from constraints.knowledge.doctrine import Doctrine, doctrine_named, doctrine_names
from constraints.prescription.dose import implements
from constraints.prescription.options import Option
from constraints.prescription.pairs import pairs_of
from constraints.prescription.session import Choice
from profiles.plan import Session
from profiles.profile import Profile
from profiles.season import PHASES
from writing import profile, season_of

ATHLETES = 40
PLACES = (
    ("loop band",),
    ("kettlebell 12, 16", "dumbbells 2-10"),
    ("barbell", "rack", "bench", "dumbbells 2-30", "machines", "cable", "trap bar", "pull-up bar", "box"),
)


def athlete(rng: random.Random) -> Profile:
    runs = {"tue": rng.choice(["rest", "easy 40 am", "intervals 60 am"]), "sun": "long 90"}
    lifts = {name: f"{rng.randint(10, 90)} x {rng.randint(1, 12)}" for name in ("back_squat", "deadlift", "hip_thrust")}
    return profile(
        weeks=16, runs=runs, lifts=lifts, places={"home": {"equipment": list(rng.choice(PLACES))}},
        athlete={"experience": rng.choice(["beginner", "intermediate", "advanced"]), "body_kg": rng.randint(45, 95)},
    )  # fmt: skip


def choice(doctrine: Doctrine, who: Profile, options: Sequence[Option], rng: random.Random) -> Choice:
    """As a slot may be decided: each exercise once, the lighter sets within the warm-up, pairs that exist."""
    session, there = doctrine.tables.session, who.place_named("home").items
    held: dict[str, Option] = {}
    for option in rng.sample(options, 60):
        ramps = sum(one.lighter_s for one in held.values()) + option.lighter_s
        fits = implements(option.exercise, option.style, there) and ramps <= 60 * session.warm_up_min
        if fits and option.exercise.id not in held and len(held) < 7:
            held[option.exercise.id] = option
    chosen = list(held.values())
    pairs = [count for count in range(1, session.supersets + 1) if pairs_of(chosen, count)]
    sets = tuple((option, rng.randint(*session.sets)) for option in chosen)
    return Choice("A", "home", sets, rng.choice([0, *pairs]))


def dated(doctrine: Doctrine, rng: random.Random) -> Iterator[Session]:
    """A slot in four phases of four weeks, on two days of each week."""
    who = athlete(rng)
    season = season_of(who, phases=[(phase, 4) for phase in rng.sample(PHASES, 4)])
    held: list[Session] = []
    for block in season.blocks:
        days = [day for week in season.weeks_in(block) for day in week.days if day.date.weekday() in (1, 3)]
        options = doctrine.options_in(block, season)
        held += doctrine.prescription.sessions_for(choice(doctrine, who, options, rng), block, days, who)
    yield from doctrine.prescription.week_by_week(held, season)


@pytest.mark.parametrize("name", doctrine_names())
def test_no_date_lasts_longer_than_what_the_rules_look_at(name: str) -> None:
    rng = random.Random(name)  # noqa: S311  # the same athletes in every run
    lasted = [(one.minutes, one.most_min) for _ in range(ATHLETES) for one in dated(doctrine_named(name), rng)]
    assert len(lasted) == ATHLETES * 32
    assert [pair for pair in lasted if pair[0] > pair[1]] == []
    assert max(minutes / most for minutes, most in lasted) > 0.9
