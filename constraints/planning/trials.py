"""Small changes of a plan, each audited: one more set or exercise in a session, or an exercise for another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
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
from profiles.profile import HOME
from profiles.season import Block, Week
from profiles.where import InBlock, OnDate
from solver.audit import audit
from solver.rule import Violation

TIER: Final = "coverage"
"""The tier whose shortfalls a runner misses; the others are about comfort and variety."""
EQUIPMENT_WALL: Final = "equipment_at_hand"
MINUTES_WALL: Final = "minutes_of_the_day"
ROOM: Final = frozenset({MINUTES_WALL, "sessions_end_in_time", "exercises_at_most"})
"""Walls that an exercise in place of another may not break."""
POINTLESS: Final = frozenset({"sound_exercises", "rungs_that_train"})
"""Walls that leave out what would do a runner no good; what they bar is tried only where they bar all that would do."""
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
    """whether it misses less, tier by tier"""
    over: Mapping[int, int]
    """minutes above those that a weekday (0 = Monday) has"""
    instead: str = ""
    """the exercise that it is tried for"""
    kinds: int = 0
    """of walls that are broken; those about races are of one kind, and those about the room of a session"""
    place: str = HOME


@dataclass(frozen=True)
class BlockTrials:
    """The trials of one block, each made once."""

    plan: Plan
    brief: Brief
    block: Block
    tiers: tuple[str, ...] = (TIER,)
    """whose shortfalls are compared, the first deciding where they differ"""
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
    def stands(self) -> tuple[Counter[str], tuple[int, ...]]:
        return self._judged(self.plan)

    def trials(self, rule: PlanRule, missed: Violation, week: Week) -> Iterator[Trial]:
        """One more exercise that lessens what is missed, in a session of the week."""
        letters = [session.slot for session in self.plan.in_week(week) if _in(missed, session)]
        if any((item.exercise, item.style) not in self.options for one in self.slots.values() for item in one.main):
            return
        pairs = [
            (self._barred(option, slot), slot, option)
            for option in self._serving(rule, missed, week)
            for slot in dict.fromkeys(letters)
            if self._fits(slot, option)
        ]
        sound = [pair for pair in pairs if pair[0].isdisjoint(POINTLESS)]
        for _, slot, option in islice(sorted(sound or pairs, key=lambda pair: len(pair[0])), TRIED):
            instead = option.exercise.id if self._other_style(slot, option) else ""
            yield self._trial(slot, option, _done_otherwise(missed) or instead)

    def _other_style(self, slot: str, option: Option) -> bool:
        """Whether a session holds the exercise in another style."""
        held = self.slots[slot].main
        return any(item.exercise == option.exercise.id and item.style != option.style for item in held)

    def _fits(self, slot: str, option: Option) -> bool:
        """Whether a session does not hold the exercise in the same style with as many sets as it may have."""
        session, (fewest, sets) = self.slots[slot], self.brief.doctrine.tables.session.sets
        held = [item for item in session.main if item.exercise == option.exercise.id]
        most = fewest if session.circuit else sets
        return all(item.style != option.style or item.dose.sets < most for item in held)

    def for_others(self, trial: Trial) -> Iterator[Trial]:
        """The same exercise for each of the session's."""
        others = () if trial.instead else self.slots[trial.slot].main
        return (self._trial(trial.slot, trial.option, item.exercise) for item in others)

    def _serving(self, rule: PlanRule, missed: Violation, week: Week) -> list[Option]:
        """Options that would lessen what is missed, whatever else they would break."""
        whole = isinstance(missed.at, InBlock)
        near = self.plan if whole else self.plan.near(week.days[0].date)
        held = [one for one in near.sessions if one.block == self.block.number] if whole else self.plan.in_week(week)
        sessions = [session for session in held if _in(missed, session)]
        dates = {session.date for session in sessions}
        others = [one for one in near.sessions if one.date not in dates]
        serving: list[Option] = []
        done = _done_otherwise(missed)
        for option in self.options.values() if sessions else ():
            if done and done not in (option.exercise.id, *option.exercise.easier):
                continue
            kept = [[item for item in one.main if item.exercise != done] for one in sessions]
            added = [
                one.model_copy(update={"main": (*items, sketch(option))})
                for one, items in zip(sessions, kept, strict=True)
            ]
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
            over = _over(tried, self.block)
            place, kinds = self.slots[slot].place, self._kinds(walls)
            self.done[key] = Trial(slot, option, walls, price < cost, over, instead, kinds, place)
        return self.done[key]

    def _kinds(self, walls: Collection[str]) -> int:
        families = {rule.id: rule.family for rule in self.brief.walls}
        return len({"room" if wall in ROOM else "taper" if families.get(wall) == "taper" else wall for wall in walls})

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
        dates = [one.date for one in there]
        days = [season.days[date] for date in dates]
        again = doctrine.prescription.sessions_for(other, self.block, days, season.profile)
        return self.plan.with_sessions([*(one for one in self.plan.sessions if one.date not in dates), *again])

    def _judged(self, plan: Plan) -> tuple[Counter[str], tuple[int, ...]]:
        report = audit(plan, [rule for rule in self.brief.rules if rule.hard or rule.tier in self.tiers])
        broken: Counter[str] = Counter()
        for violation in report.broken:
            broken[violation.rule] += violation.amount
        return broken, tuple(map(report.price, self.tiers))


def _done_otherwise(missed: Violation) -> str:
    """The exercise of a session that a rule wants done in another way, or as a harder one."""
    return missed.at.exercise if isinstance(missed.at, InBlock) and missed.at.slot else ""


def _in(missed: Violation, session: Session) -> bool:
    """Whether a session is where something is missed."""
    match missed.at:
        case InBlock(slot=slot) if slot:
            return session.slot == slot
        case OnDate(date=date):
            return session.date == date
    return True


def sketch(option: Option) -> Item:
    """An option as an item of a session, with just enough of a dose for rules to see it."""
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
