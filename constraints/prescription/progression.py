"""What each date asks for within its dose: sets, reps or seconds, and kilograms, week by week.

Where the profile says what a runner can lift, the reserve of each date is planned and the load follows from an
estimate that rises while training rises (`planned`). Elsewhere it is double progression (RUL-12, `found`): a rep more
each week up to the top of the range, then the next load that the place offers and back to the bottom.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from constraints.prescription.dose import BODYWEIGHT
from constraints.prescription.effort import Aim, Set
from constraints.prescription.found import next_found
from constraints.prescription.loads import Estimate, LoadNumbers, estimate_of, loadable, too_light
from constraints.prescription.planned import next_planned
from constraints.prescription.progression_numbers import ProgressionNumbers
from constraints.prescription.state import State
from profiles.plan import Item, Session, Today
from profiles.season import Season, Week

Key = tuple[str, str, str, tuple[float, ...]]
"""exercise, style, implement, and the masses from which its steps follow"""
OTHER: Final = {"heavy": "moderate", "moderate": "heavy"}


def week_by_week(
    sessions: Sequence[Session], season: Season, numbers: ProgressionNumbers, loads: LoadNumbers
) -> tuple[Session, ...]:
    """The sessions, first to last, with `today` filled in."""
    walk = _Walk(season, numbers, loads)
    return tuple(
        session.model_copy(
            update={"main": tuple(item.model_copy(update={"today": walk.on(item, session)}) for item in session.main)}
        )
        for session in sessions
    )


@dataclass
class _Walk:
    """The state of each exercise on the way through a season."""

    season: Season
    numbers: ProgressionNumbers
    loads: LoadNumbers
    states: dict[Key, State] = field(default_factory=dict)
    rising: dict[str, set[int]] = field(default_factory=dict)
    """weeks in which training of an exercise rose"""
    estimates: dict[tuple[str, str], Estimate | None] = field(default_factory=dict)

    def on(self, item: Item, session: Session) -> Today:
        week = self.numbers.week_on(session.date, self.season)
        masses = loadable(self.season.profile.place_named(session.place), item.load, self.loads.implements)
        aim = self._aim(item, week, masses)
        if aim is not None and aim.possible:
            key = (item.exercise, item.style, item.load, aim.masses)  # other masses, other steps
            before = self.states.get(key)
            away = self.numbers.away(session.date, before)
            after, today = next_planned(item, week, before, aim, self.numbers, away=away)
            if self._rises(week, aim.left(Set(today.load_kg or 0.0, today.reps or 1)), aim):
                self.rising.setdefault(item.exercise, set()).add(week.number)
        else:
            key = (item.exercise, item.style, item.load, ())
            found = () if aim else masses  # those that are too heavy are none
            given = () if aim else self._given(item, masses)
            before = self._before(key, item, masses, session.date)
            away = self.numbers.away(session.date, before)
            after, today = next_found(item, week, before, found, given, self.numbers, away=away)
        self.states[key] = after.after(before, session.date)
        if self.loads.lighter_sets.asked(item.style, item.load):
            return today.model_copy(update={"lighter_sets": self.loads.lighter_sets.before(today.load_kg, masses)})
        return today

    def _before(self, key: Key, item: Item, masses: tuple[float, ...], date: dt.date) -> State | None:
        """The state to go on from; where nothing heavy is there, both styles of a lift are dosed alike."""
        own = self.states.get(key)
        other = self.states.get((item.exercise, OTHER.get(item.style, item.style), item.load, key[-1]))
        if other is None or not too_light(item.entry, item.load, masses, self.season.profile, self.loads):
            return own
        if own is None or other.week - own.week >= self.numbers.hold_weeks:
            return other
        return other if own.weeks_to(date) >= self.numbers.again_weeks > other.weeks_to(date) else own

    def _rises(self, week: Week, left: float, aim: Aim) -> bool:
        """Whether a date lets the estimate rise: not if it is cut back, or if what is there is far too light."""
        hard = left <= aim.reserve[1] + self.numbers.spare_reserve
        return hard and week.running == "usual" and self.numbers.course[week.phase] == "rise"

    def _given(self, item: Item, masses: tuple[float, ...]) -> tuple[float, ...]:
        """The only mass that there is, where it may be taken without a known lift."""
        return masses if len(masses) == 1 and item.entry.pattern not in self.loads.found_by_hand else ()

    def _aim(self, item: Item, week: Week, masses: tuple[float, ...]) -> Aim | None:
        """What a date may ask for; None where the profile does not say what can be lifted, or no reserve is planned."""
        if item.dose.reps is None or item.dose.reserve is None:
            return None
        known = (item.exercise, item.load)
        if known not in self.estimates:
            self.estimates[known] = estimate_of(item.entry, item.load, self.season.profile, self.loads)
        estimate = self.estimates[known]
        if estimate is None or not (masses or item.load == BODYWEIGHT):
            return None
        weeks = sum(before < week.number for before in self.rising.get(item.exercise, ()))
        percent = self.numbers.estimate_percent(weeks, self.season.profile.athlete.experience)
        if self.numbers.course[week.phase] in ("lighten", "ease"):
            percent *= 1 - self.numbers.ease_percent / 100
        least = item.dose.reserve[0]
        return Aim(
            reps=item.dose.reps,
            reserve=(least, least + self.numbers.spare_reserve),
            masses=masses or (0.0,),
            estimate=estimate.scaled(percent),
            sides=2 if item.entry.sides == "alternating" else 1,
            steps=self.numbers.steps,
        )
