"""Every week holds the sessions of its block."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.model.decisions import Decisions
from constraints.model.plan_rule import PlanRule
from profiles.plan import Plan
from profiles.season import Week
from profiles.where import InWeek
from solver.rule import Violation
from solver.scope import Scope


class WholeWeeks(PlanRule):
    """A block's sessions complete each other; a week without one of them lacks what only that one trains."""

    sentence = (
        "A full week holds each session of its block, unless a session stands only on days that are exceptions. A week "
        "that is no full one for its length, days away or less time alone holds as many as the nearest full week of "
        "its block, best an earlier one, has on weekdays that are free here as usual."
    )
    guidance = ("SCH-33", "STR-16")

    def post(self, on: Scope, x: Decisions, /) -> None:
        strength = x.season.profile.strength
        for block in x.blocks:
            weeks, slots = x.season.weeks_in(block), x.slots[block]
            full = [week for week in weeks if week.full]
            for week in weeks:
                usual = {
                    day.date.weekday() for day in week.open_days if not day.away and not strength.shortened(day.date)
                }
                for slot in slots if week.full else ():
                    on.at_most(x.recurs(slot) - slot.in_week(week), 0, at=InWeek(week.number, slot.letter))
                if full and not week.full and week.running == "usual" and not week.racing:
                    like = min(full, key=lambda one: (one.number > week.number, abs(one.number - week.number)))
                    there = sum(x.on_weekdays(slot.letter, like, usual) for slot in slots)
                    on.at_most(there - x.sessions(week), 0, at=InWeek(week.number))

    def check(self, plan: Plan, /) -> Iterator[Violation]:
        held = {week.number: {one.slot: one for one in plan.in_week(week)} for week in plan.season.weeks}
        for week in plan.season.weeks:
            due = self._due(plan, week)
            for slot in sorted(due - held[week.number].keys()) if week.full else ():
                yield self.missed(InWeek(week.number, slot))
            if not week.full and (short := len(due) - len(held[week.number])) > 0:
                yield self.missed(InWeek(week.number), short)

    @staticmethod
    def _due(plan: Plan, week: Week) -> set[str]:
        """The sessions that a week is asked for."""
        season, strength = plan.season, plan.season.profile.strength
        if week.full:
            usual = [session for session in plan.sessions if session.date not in season.exceptions]
            return {session.slot for session in usual if session.block == week.block.number}
        raced = any(day.race and day.race.priority in ("A", "B") for day in week.days)
        full = [one for one in season.weeks if one.block.number == week.block.number and one.full]
        if raced or week.number in season.running or not full:
            return set()
        earlier = [one for one in full if one.number < week.number]
        free = {
            day.date.weekday()
            for day in week.days
            if strength.at(day.date).minutes and not strength.away_on(day.date) and not strength.shortened(day.date)
        }
        like = earlier[-1] if earlier else full[0]
        return {session.slot for session in plan.in_week(like) if session.date.weekday() in free}
