"""Add-ons end before the race."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from pydantic import Field

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import AddonKind, Plan
from profiles.where import OnDate
from solver.rule import Violation
from solver.scope import Scope


class AddonsEndBeforeRace(PlanRule):
    """New or tiring work this close to the start costs freshness and gains nothing."""

    sentence = "Before an A or B race these days are free of add-ons, by kind: {days}."
    guidance = ("TAP-07", "RUL-05", "RUL-06", "CON-04")

    days: dict[AddonKind, int] = Field(description="days before the race; a kind left out may be on any day")

    def addons_end(self) -> Mapping[AddonKind, int]:
        return self.days

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            for kind, days in self.days.items():
                ahead = (x.season.days.get(day.date + timedelta(days=gap)) for gap in range(days + 1))
                if any(later is not None and later.race and later.race.priority != "C" for later in ahead):
                    on.at_most(x.addon_on(day.date, kind), 0, at=OnDate(day.date, kind))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        races = [race.date for race in plan.season.profile.races if race.priority in ("A", "B")]
        for addon in plan.addons:
            if any(0 <= (race - addon.date).days <= self.days.get(addon.kind, -1) for race in races):
                yield self.missed(OnDate(addon.date, addon.kind))
