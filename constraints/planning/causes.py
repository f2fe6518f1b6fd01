"""Why something that was asked for is missing: what small changes of the plan, each audited, would break or cost.

One more set, or one more exercise, is tried in each session of the week, whatever walls say. Where a trial breaks a
wall and otherwise costs less, that wall is the cause: without it the trial would be the better plan. A session is
tried on the other days of its week. Where nothing of the kind is found, no cause is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import Final

from constraints.model.plan_rule import ExerciseRule, PlanRule
from constraints.planning.brief import Brief
from constraints.planning.consistency import choice_of
from constraints.planning.reasons import JUDGE_DAYS, NO_REASON, cost, in_the_way
from constraints.prescription.dose import BODYWEIGHT, implement
from constraints.prescription.options import Option
from constraints.prescription.session import Choice
from profiles.equipment import EQUIPMENT
from profiles.plan import Dose, Item, Plan, Session, Style
from profiles.season import Block, Week
from profiles.where import InBlock, InWeek, OnDate
from solver.audit import audit
from solver.rule import Violation

TIER: Final = "coverage"
"""The tier whose shortfalls a runner misses; the others are about comfort and variety."""
COUNT_SESSIONS: Final = frozenset({"weekly_sessions", "sessions_wished_for", "whole_weeks"})
"""Rules that ask for sessions; what a day more would break is their cause."""
WISH: Final = "sessions_wished_for"
EQUIPMENT_WALL: Final = "equipment_at_hand"
MINUTES_WALL: Final = "minutes_of_the_day"
TRIED: Final = 16
"""Most exercises tried for a shortfall, those that the fewest walls bar first."""
MOST_WALLS: Final = 2
"""More walls together explain nothing to a runner."""


@dataclass(frozen=True)
class Cause:
    """Walls without which less would be missed."""

    walls: tuple[str, ...]
    weekdays: tuple[tuple[int, ...], ...] = ()
    """for each wall the weekdays (0 = Monday) on which it bars one more session; empty for exercises"""
    minutes: int = 0
    """that the sessions' days would need more; 0 where minutes are not the cause, or not the only one"""
    on: tuple[int, ...] = ()
    """the weekdays that would need them"""
    place: str = ""
    """that lacks equipment, where that is the cause"""
    items: tuple[str, ...] = ()
    """equipment of which any one would do"""


@dataclass(frozen=True)
class _Trial:
    """Another exercise in a session of a block, beside the others or for one of them."""

    slot: str
    option: Option
    broken: frozenset[str]
    """walls that the plan does not break as often"""
    better: bool
    """whether it misses less in the tier"""
    over: Mapping[int, int]
    """minutes above those that a weekday (0 = Monday) has"""


def causes_of(plan: Plan, brief: Brief, paid: Iterable[Violation]) -> dict[Violation, Cause]:
    """The causes that could be found, by what is missed. Each takes many audits, which is slow."""
    rules = {rule.id: rule for rule in brief.rules}
    found: dict[Violation, Cause | None] = {}
    alike: dict[tuple[object, ...], Cause | None] = {}
    blocks: dict[int, _Block] = {}
    for missed in paid:
        if missed.rule not in rules:
            continue
        if missed.rule in COUNT_SESSIONS and isinstance(missed.at, InWeek):
            found[missed] = _of_sessions(plan, brief, missed.at.number)
        elif missed.tier != TIER:
            found[missed] = _of_day(plan, brief, rules[missed.rule], missed)
        elif (week := _week(plan, missed)) is not None:
            block = blocks.setdefault(week.block.number, _Block(plan, brief, week.block))
            letters = tuple(session.slot for session in plan.in_week(week))
            key = (missed.rule, week.block.number, letters, _what(missed))
            if key not in alike:
                alike[key] = _chosen(list(block.trials(rules[missed.rule], missed, week)), block)
            found[missed] = alike[key]
    return {missed: cause for missed, cause in found.items() if cause is not None}


def could_wish_for(plan: Plan, brief: Brief, paid: Iterable[Violation], sessions: int) -> tuple[int, ...]:
    """Weeks in which a runner without a wish could have so many sessions: one more than hold all that is asked.

    No wall bars one session more on some day. Weeks that a wish is not asked for in are left out.
    """
    profile = plan.season.profile
    wished = profile.model_copy(update={"strength": profile.strength.model_copy(update={"want": sessions})})
    wishing = plan.in_season(replace(plan.season, profile=wished))
    asked = [
        one for rule in brief.rules if rule.id == WISH and profile.strength.want is None for one in rule.check(wishing)
    ]
    found = [one for one in paid if one.tier == TIER]
    blocks = {one.at.number for one in found if isinstance(one.at, InBlock)}
    lacking = {week.number for one in found if (week := _week(plan, one)) is not None}
    weeks = [plan.season.weeks[one.at.number - 1] for one in asked if isinstance(one.at, InWeek) and one.amount == 1]
    return tuple(
        week.number
        for week in weeks
        if week.number not in lacking and week.block.number not in blocks and len(week.open_days) >= sessions
        if not in_the_way(plan, brief.rules, [week.number])
    )


def _week(plan: Plan, missed: Violation) -> Week | None:
    match missed.at:
        case InWeek(number=number):
            return plan.season.weeks[number - 1]
        case InBlock(number=number, slot=slot):
            weeks = [week for week in plan.season.weeks if week.block.number == number]
            return next((week for week in weeks if any(one.slot == slot for one in plan.in_week(week))), None)
        case OnDate(date=date):
            return plan.season.week_at(date)
    return None


def _what(missed: Violation) -> tuple[object, ...]:
    return tuple(getattr(missed.at, name, "") for name in ("slot", "of", "part")), missed.amount


def _of_sessions(plan: Plan, brief: Brief, number: int) -> Cause | None:
    walls = in_the_way(plan, brief.rules, [number])
    return Cause(tuple(walls), tuple(walls.values())) if walls else None


def _of_day(plan: Plan, brief: Brief, rule: PlanRule, missed: Violation) -> Cause | None:
    """The walls that keep a session from each day of its week that would suit the rule; None where no day would."""
    if not isinstance(missed.at, OnDate) or (session := plan.on(missed.at.date)) is None:
        return None
    near, barred = plan.near(session.date), dict[str, set[int]]()
    others, walls = (
        [one for one in near.sessions if one != session],
        [wall for wall in brief.walls if wall.family in JUDGE_DAYS and wall.id not in NO_REASON],
    )
    costs, stands = cost(audit(near, [rule])).total(), cost(audit(near, walls))
    for day in plan.season.week_at(session.date).days:
        moved = near.with_sessions([*others, session.model_copy(update={"date": day.date})])
        if plan.on(day.date) is None and cost(audit(moved, [rule])).total() < costs:
            broken = cost(audit(moved, walls)) - stands
            if not broken:
                return None
            for wall in broken:
                barred.setdefault(wall, set()).add(day.date.weekday())
    return Cause(tuple(barred), tuple(tuple(sorted(days)) for days in barred.values())) if barred else None


@dataclass(frozen=True)
class _Block:
    """The trials of one block, each made once."""

    plan: Plan
    brief: Brief
    block: Block
    done: dict[tuple[str, Option, str], _Trial] = field(default_factory=dict)

    @cached_property
    def options(self) -> Mapping[tuple[str, Style], Option]:
        """Every option of the catalogue in the block's phase."""
        options = self.brief.doctrine.options(self.plan.profile, self.block.phase)
        return {(option.exercise.id, option.style): option for option in options}

    @cached_property
    def slots(self) -> Mapping[str, Session]:
        return self.plan.slots(self.block)

    @cached_property
    def stands(self) -> tuple[Counter[str], int]:
        return self._judged(self.plan)

    def trials(self, rule: PlanRule, missed: Violation, week: Week) -> Iterator[_Trial]:
        """One more exercise that lessens what is missed, in a session of the week."""
        letters = [session.slot for session in self.plan.in_week(week)]
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

    def for_others(self, trial: _Trial) -> Iterator[_Trial]:
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

    def _trial(self, slot: str, option: Option, instead: str = "") -> _Trial:
        key = slot, option, instead
        if key not in self.done:
            tried = self._with(*key)
            broken, price = self._judged(tried)
            before, cost = self.stands
            walls = frozenset(broken - before) | self._barred(option, slot)
            self.done[key] = _Trial(slot, option, walls, price < cost, _over(tried, self.block))
        return self.done[key]

    def _with(self, slot: str, option: Option, instead: str) -> Plan:
        """The plan with another exercise, or a set more, in all whole sessions of a letter; for one that is named."""
        session, season, doctrine = self.slots[slot], self.plan.season, self.brief.doctrine
        choice, fewest = choice_of(session, self.options), doctrine.tables.session.sets[0]
        kept = {chosen: sets for chosen, sets in choice.options if chosen.exercise.id != instead}
        kept[option] = kept[option] + 1 if option in kept else fewest
        other = Choice(slot, session.place, tuple(kept.items()), 0 if instead else choice.supersets)
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
        day = plan.season.days[session.date]
        long = session.minutes + plan.profile.place_named(session.place).travel_min - day.minutes
        if session.block == block.number and long > 0:
            weekday = session.date.weekday()
            over[weekday] = max(over.get(weekday, 0), long)
    return over


def _chosen(trials: Sequence[_Trial], block: _Block) -> Cause | None:
    """The cause that the fewest walls make; of such causes the one that more minutes, then equipment, would end."""
    better = [trial for trial in trials if trial.better and len(trial.broken) <= MOST_WALLS]
    if not better:
        return None
    best = min(better, key=_rank)
    if len(best.broken) > 1 and MINUTES_WALL in best.broken:  # perhaps the other wall is cause enough
        better += [trial for trial in block.for_others(best) if trial.better and len(trial.broken) < len(best.broken)]
        best = min(better, key=_rank)
    walls = tuple(rule.id for rule in block.brief.walls if rule.id in best.broken)
    if walls == (MINUTES_WALL,):
        return Cause(walls, minutes=max(best.over.values()), on=tuple(sorted(best.over)))
    if EQUIPMENT_WALL not in walls:
        return Cause(walls) if walls else None
    place = block.slots[best.slot].place
    walled = best.broken | {MINUTES_WALL}
    alike = [
        one.option for one in trials if best.broken <= one.broken <= walled and block.slots[one.slot].place == place
    ]
    return Cause(walls, place=place, items=_would_do(alike, block.plan.profile.place_named(place).items))


def _rank(trial: _Trial) -> tuple[int, tuple[bool, bool], int]:
    kind = MINUTES_WALL not in trial.broken, EQUIPMENT_WALL not in trial.broken
    return len(trial.broken), kind, max(trial.over.values(), default=0)


def _would_do(options: Iterable[Option], there: frozenset[str]) -> tuple[str, ...]:
    """Items of which each lets some of the options be done, those first that let the most."""
    count = Counter(
        item
        for option in set(options)
        for item in EQUIPMENT
        if implement(option.exercise, option.style, there | {item}) is not None
    )
    return tuple(item for item, _ in count.most_common())
