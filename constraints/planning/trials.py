"""Small changes of a plan, each audited: one more set or exercise in a session, or an exercise for another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import Final

from constraints.model.plan_rule import ExerciseRule, PlanRule
from constraints.planning.brief import Brief
from constraints.planning.consistency import choice_of
from constraints.prescription.dose import BODYWEIGHT, implement
from constraints.prescription.options import Option
from profiles.plan import Dose, Item, Plan, Session, Style
from profiles.season import Block, Week
from profiles.where import InBlock, OnDate
from solver.audit import audit
from solver.rule import Violation

TIER: Final = "coverage"
"""The tier whose shortfalls a runner misses; the others are about comfort and variety."""
EQUIPMENT_WALL: Final = "equipment_at_hand"
MINUTES_WALL: Final = "minutes_of_the_day"
TRIED: Final = 16
"""Most exercises tried for a shortfall, those that the fewest walls bar first."""


@dataclass(frozen=True)
class Trial:
    """Another exercise in a session of a block, beside the others or for one of them."""

    slot: str
    option: Option
    broken: frozenset[str]
    """walls that the plan does not break as often"""
    better: bool
    """whether it misses less in the tier"""
    over: Mapping[int, int]
    """minutes above those that a weekday (0 = Monday) has"""
    instead: str = ""
    """the exercise that it is tried for"""


@dataclass(frozen=True)
class BlockTrials:
    """The trials of one block, each made once."""

    plan: Plan
    brief: Brief
    block: Block
    done: dict[tuple[str, Option, str], Trial] = field(default_factory=dict)

    @cached_property
    def options(self) -> Mapping[tuple[str, Style], Option]:
        """Every option of the catalogue in the block."""
        options = self.brief.doctrine.options_in(self.block, self.plan.season)
        return {(option.exercise.id, option.style): option for option in options}

    @cached_property
    def slots(self) -> Mapping[str, Session]:
        return self.plan.slots(self.block)

    @cached_property
    def stands(self) -> tuple[Counter[str], int]:
        return self._judged(self.plan)

    def trials(self, rule: PlanRule, missed: Violation, week: Week) -> Iterator[Trial]:
        """One more exercise that lessens what is missed, in a session of the week."""
        letters = [session.slot for session in self.plan.in_week(week) if _in(missed, session)]
        if any((item.exercise, item.style) not in self.options for one in self.slots.values() for item in one.main):
            return
        serving = self._serving(rule, missed, week)
        pairs = [(len(self._barred(option, slot)), slot, option) for option in serving for slot in letters]
        pairs = [pair for pair in pairs if self._fits(pair[1], pair[2])]
        for _, slot, option in islice(sorted(pairs, key=lambda pair: pair[0]), TRIED):
            yield self._trial(slot, option)

    def _fits(self, slot: str, option: Option) -> bool:
        """Whether a session lacks the exercise, or holds it in the same style with fewer sets than it may have."""
        held = [item for item in self.slots[slot].main if item.exercise == option.exercise.id]
        most = self.brief.doctrine.tables.session.sets[1]
        return all(item.style == option.style and item.dose.sets < most for item in held)

    def for_others(self, trial: Trial) -> Iterator[Trial]:
        """The same exercise for each of the session's."""
        return (self._trial(trial.slot, trial.option, item.exercise) for item in self.slots[trial.slot].main)

    def _serving(self, rule: PlanRule, missed: Violation, week: Week) -> list[Option]:
        """Options that would lessen what is missed, whatever else they would break."""
        near = self.plan.near(week.days[0].date)
        sessions = [session for session in self.plan.in_week(week) if _in(missed, session)]
        serving: list[Option] = []
        for option in self.options.values() if sessions else ():
            added = [one.model_copy(update={"main": (*one.main, _sketch(option))}) for one in sessions]
            others = [one for one in near.sessions if one not in sessions]
            if _amount(rule, near.with_sessions([*others, *added]), missed) < missed.amount:
                serving.append(option)
        return serving

    def _barred(self, option: Option, slot: str) -> frozenset[str]:
        """The walls on single exercises that bar an option."""
        walls = [rule for rule in self.brief.walls if isinstance(rule, ExerciseRule)]
        barred = {wall.id for wall in walls if wall.bars(option, self.block, self.plan.season)}
        items = self.plan.profile.place_named(self.slots[slot].place).items
        there = implement(option.exercise, option.style, items) is not None
        return frozenset(barred if there else {*barred, EQUIPMENT_WALL})

    def _trial(self, slot: str, option: Option, instead: str = "") -> Trial:
        key = slot, option, instead
        if key not in self.done:
            tried = self._with(*key)
            broken, price = self._judged(tried)
            before, cost = self.stands
            walls = frozenset(broken - before) | self._barred(option, slot)
            self.done[key] = Trial(slot, option, walls, price < cost, _over(tried, self.block), instead)
        return self.done[key]

    def fits_dates(self, trial: Trial) -> bool:
        """Whether the minutes suffice with the doses of each date, and only the top of their ranges takes too long."""
        tried = self._with(trial.slot, trial.option, trial.instead)
        dated = self.brief.doctrine.prescription.week_by_week(tried.sessions, tried.season)
        return not _over(
            tried.with_sessions(one.model_copy(update={"most_min": one.minutes}) for one in dated), self.block
        )

    def left(self, trial: Trial) -> int:
        """The minutes that the sessions of its letter leave of their days, as they are, in each week at least."""
        return min(
            self.plan.profile.room_min(one.date) - one.minutes
            for one in self.plan.sessions
            if (one.block, one.slot) == (self.block.number, trial.slot) and not one.reduced
        )

    def _with(self, slot: str, option: Option, instead: str) -> Plan:
        """The plan with another exercise, or a set more, in all whole sessions of a letter; for one that is named."""
        session, season, doctrine = self.slots[slot], self.plan.season, self.brief.doctrine
        choice, fewest = choice_of(session, self.options), doctrine.tables.session.sets[0]
        kept = {chosen: sets for chosen, sets in choice.options if chosen.exercise.id != instead}
        kept[option] = kept[option] + 1 if option in kept else fewest
        other = replace(choice, options=tuple(kept.items()), supersets=0 if instead else choice.supersets)
        letter = [one for one in self.plan.sessions if (one.block, one.slot) == (self.block.number, slot)]
        there = [one for one in letter if not one.reduced]
        days = [season.days[one.date] for one in there]
        again = doctrine.prescription.sessions_for(other, self.block, days, season.profile)
        return self.plan.with_sessions([*(one for one in self.plan.sessions if one not in there), *again])

    def _judged(self, plan: Plan) -> tuple[Counter[str], int]:
        report = audit(plan, [rule for rule in self.brief.rules if rule.hard or rule.tier == TIER])
        broken: Counter[str] = Counter()
        for violation in report.broken:
            broken[violation.rule] += violation.amount
        return broken, report.price(TIER)


def _in(missed: Violation, session: Session) -> bool:
    """Whether a session is where something is missed."""
    match missed.at:
        case InBlock(slot=slot) if slot:
            return session.slot == slot
        case OnDate(date=date):
            return session.date == date
    return True


def _sketch(option: Option) -> Item:
    dose = Dose(sets=2, rest_s=0)
    return Item.model_construct(
        exercise=option.exercise.id, style=option.style, role=option.role, dose=dose, load=BODYWEIGHT, superset=None,
        today=None,
    )  # fmt: skip


def _amount(rule: PlanRule, plan: Plan, missed: Violation) -> int:
    return sum(one.amount for one in rule.check(plan) if one.at == missed.at)


def _over(plan: Plan, block: Block) -> dict[int, int]:
    """By how much the sessions of a block outlast the minutes of their days, by weekday."""
    over: dict[int, int] = {}
    for session in plan.sessions:
        long = session.most_min - plan.profile.room_min(session.date)
        if session.block == block.number and long > 0:
            weekday = session.date.weekday()
            over[weekday] = max(over.get(weekday, 0), long)
    return over
