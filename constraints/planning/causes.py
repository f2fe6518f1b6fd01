"""Why something that was asked for is missing: what small changes of the plan, each audited, would break or cost.

One more set, or one more exercise, is tried in each session of the week, whatever walls say. Where a trial breaks a
wall and otherwise costs less, that wall is the cause: without it the trial would be the better plan. A session is
tried on the other days of its week. Where an injury rules out all that would do, it is the cause, whatever else is in
the way. Where an exercise could be had and would cost at least as much elsewhere, that is said. Where nothing of the
kind is found, no cause is named.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from constraints.model.plan_rule import PlanRule
from constraints.planning.brief import Brief
from constraints.planning.reasons import JUDGE_DAYS, NO_REASON, addon_in_the_way, barred_on, cost, in_the_way
from constraints.planning.trials import EQUIPMENT_WALL, MINUTES_WALL, ROOM, TIER, BlockTrials, Trial, sketch
from constraints.prescription.dose import implement
from constraints.prescription.options import Option
from profiles.equipment import EQUIPMENT
from profiles.plan import AddonKind, Plan
from profiles.profile import HOME
from profiles.season import Week
from profiles.where import InBlock, InWeek, OnDate
from solver.audit import audit
from solver.rule import Violation

COUNT_SESSIONS: Final = frozenset({"weekly_sessions", "sessions_wished_for", "whole_weeks"})
"""Rules that ask for sessions; what a day more would break is their cause."""
WISH: Final = "sessions_wished_for"
ON_DAYS: Final = frozenset({"spacing", "taper"})
"""Families whose violations a runner notices in any tier."""
PLACE_WALL: Final = "limits_of_the_place"
INJURY_WALL: Final = "injuries_spared"
WISHES: Final = frozenset({"goals_emphasised", "favourites"})
"""Rules of a later tier whose causes a runner asks for."""
ADDONS: Final[dict[str, AddonKind]] = {"prehab_twice_a_week": "prehab", "micro_sessions_after_runs": "micro"}
"""Rules that ask for add-ons where the profile does."""
MOST_WALLS: Final = 3
"""More kinds of walls together explain nothing to a runner."""


@dataclass(frozen=True)
class Elsewhere:
    """A wall that bars at another place what the place of a session has no equipment for."""

    place: str
    wall: str
    weekdays: tuple[int, ...] = ()
    """0 = Monday; of a wall that bars one more session at that place"""


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
    fits_dates: bool = False
    """where minutes are the only cause: whether the printed ones would suffice, and only those of doses at the top of
    their ranges do not"""
    elsewhere: tuple[Elsewhere, ...] = ()
    """where other places have that equipment: what bars it there"""
    left: int = 0
    """where minutes are the only cause: how many the session leaves of its day in each week, for doses that grow"""
    not_borne: str = ""
    """what the place does not bear, where that is the cause: jumps or heavy weights"""
    here: tuple[str, ...] = ()
    """where equipment is a cause: the walls that bar what could be done without it"""
    dear: bool = False
    """whether nothing bars it, but other things that are asked for as much would be missed for it"""


def causes_of(plan: Plan, brief: Brief, paid: Iterable[Violation]) -> dict[Violation, Cause]:
    """The causes that could be found, by what is missed. Each takes many audits, which is slow."""
    rules = {rule.id: rule for rule in brief.rules}
    found: dict[Violation, Cause | None] = {}
    alike: dict[tuple[object, ...], Cause | None] = {}
    blocks: dict[tuple[int, bool], BlockTrials] = {}
    for missed in paid:
        if missed.rule not in rules:
            continue
        if missed.rule in COUNT_SESSIONS and isinstance(missed.at, InWeek):
            found[missed] = _of_sessions(plan, brief, missed.at.number)
        elif missed.rule in ADDONS and isinstance(missed.at, InWeek) and not missed.at.of:
            walls = addon_in_the_way(plan, brief.rules, missed.at.number, ADDONS[missed.rule])
            found[missed] = Cause(tuple(walls), tuple(walls.values())) if walls else None
        elif missed.tier != TIER and missed.rule not in WISHES:
            on_days = rules[missed.rule].family in ON_DAYS
            found[missed] = _of_day(plan, brief, rules[missed.rule], missed) if on_days else None
        elif (week := _week(plan, missed)) is not None:
            tiers = (TIER,) if missed.tier == TIER else (TIER, str(missed.tier))
            block = blocks.setdefault((week.block.number, len(tiers) > 1), BlockTrials(plan, brief, week.block, tiers))
            letters = tuple(session.slot for session in plan.in_week(week))
            key = (missed.rule, week.block.number, letters, _what(missed))
            if key not in alike:
                alike[key] = _chosen(list(block.trials(rules[missed.rule], missed, week)), block, week)
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
            held = [(week, {one.slot for one in plan.in_week(week)}) for week in weeks]
            there = [(week, letters) for week, letters in held if (slot in letters if slot else letters)]
            return max(there, key=lambda one: len(one[1]), default=(None,))[0]
        case OnDate(date=date):
            return plan.season.week_at(date)
    return None


def _what(missed: Violation) -> tuple[object, ...]:
    return tuple(getattr(missed.at, name, "") for name in ("slot", "exercise", "of", "part")), missed.amount


def _of_sessions(plan: Plan, brief: Brief, number: int) -> Cause | None:
    walls = in_the_way(plan, brief.rules, [number])
    return Cause(tuple(walls), tuple(walls.values())) if walls else None


def _of_day(plan: Plan, brief: Brief, rule: PlanRule, missed: Violation) -> Cause | None:
    """The walls that keep a session from each day of its week that would suit the rule; None where no day would."""
    near, barred = _near(plan, missed), dict[str, set[int]]()
    walls = [wall for wall in brief.walls if wall.family in JUDGE_DAYS and wall.id not in NO_REASON]
    stands = cost(audit(near, walls)) if near else Counter[str]()
    for date, moved in _better_days(plan, rule, missed):
        broken = cost(audit(moved, walls)) - stands
        if not broken:
            return None
        for wall in broken:
            barred.setdefault(wall, set()).add(date.weekday())
    return Cause(tuple(barred), tuple(tuple(sorted(days)) for days in barred.values())) if barred else None


def no_day_would_do(plan: Plan, rule: PlanRule, missed: Violation) -> bool:
    """Whether the session of a date misses a rule as much on every other day of its week."""
    return _near(plan, missed) is not None and not any(_better_days(plan, rule, missed))


def _near(plan: Plan, missed: Violation) -> Plan | None:
    """The weeks around the session of a date; None if there is no session or no date."""
    at = missed.at.date if isinstance(missed.at, OnDate) else None
    return plan.near(at) if at and plan.on(at) else None


def _better_days(plan: Plan, rule: PlanRule, missed: Violation) -> Iterator[tuple[dt.date, Plan]]:
    """The days of its week on which the session of a date would miss a rule less, each with the plan nearby."""
    near = _near(plan, missed)
    if near is None or not isinstance(missed.at, OnDate) or (session := near.on(missed.at.date)) is None:
        return
    others, costs = [one for one in near.sessions if one != session], cost(audit(near, [rule])).total()
    for day in plan.season.week_at(session.date).days:
        moved = near.with_sessions([*others, session.model_copy(update={"date": day.date})])
        if plan.on(day.date) is None and cost(audit(moved, [rule])).total() < costs:
            yield day.date, moved


def _chosen(trials: Sequence[Trial], block: BlockTrials, week: Week) -> Cause | None:
    """The cause that the fewest walls make; of such causes the one that more minutes, then equipment, would end."""
    if trials and all(INJURY_WALL in trial.broken for trial in trials):
        return Cause((INJURY_WALL,))
    if any(trial.better and not trial.broken for trial in trials):
        return None
    better = _better(trials)
    best = min(better, key=_rank, default=None)
    if best is None or (best.kinds > 1 and best.broken & ROOM):  # perhaps the other wall is cause enough
        trials = [*trials, *(trial for one in _promising(trials) for trial in block.for_others(one))]
        better = _better(trials)
        best = min(better, key=_rank, default=None)
    if best is None:
        return _without_gain(trials, block)
    walls = tuple(rule.id for rule in block.brief.walls if rule.id in best.broken)
    cause = _of_trial(walls, best, trials, block)
    if EQUIPMENT_WALL not in walls:
        return cause
    elsewhere = (*_in_other_sessions(better, cause.place, block), *_on_other_days(better, cause.place, block, week))
    return replace(cause, elsewhere=elsewhere, here=_at_hand(best, trials, block))


def _without_gain(trials: Sequence[Trial], block: BlockTrials) -> Cause | None:
    """The cause where no trial would miss less: that it costs as much, or what bars each trial."""
    if any(not trial.broken and not trial.better for trial in trials):
        return Cause((), dear=True)
    common = frozenset.intersection(*(trial.broken for trial in trials)) - ROOM if trials else frozenset[str]()
    walls = tuple(rule.id for rule in block.brief.walls if rule.id in common)
    return Cause(walls, place=min(trials, key=_rank).place) if walls else None


def _better(trials: Iterable[Trial]) -> list[Trial]:
    """Those that walls bar; an exchange that none bars pays off in a later block only, which was chosen after."""
    return [trial for trial in trials if trial.better and 0 < trial.kinds <= MOST_WALLS]


def _promising(trials: Sequence[Trial]) -> list[Trial]:
    """Those to try in place of another exercise: what the fewest walls bar besides room, in all and at hand."""
    ranked = sorted(trials, key=lambda trial: (len(trial.broken - ROOM), _rank(trial)))
    at_hand = [trial for trial in ranked if EQUIPMENT_WALL not in trial.broken]
    return ranked[:1] + [trial for trial in at_hand[:1] if trial not in ranked[:1]]


def _at_hand(best: Trial, trials: Iterable[Trial], block: BlockTrials) -> tuple[str, ...]:
    """The walls that bar, besides those of the best trial, what could be done with the equipment that is there."""
    there = (trial for trial in trials if trial.better and trial.place == best.place)
    here = [trial.broken - best.broken - ROOM for trial in there if EQUIPMENT_WALL not in trial.broken]
    fewest = min(here, key=len, default=frozenset[str]())
    return tuple(rule.id for rule in block.brief.walls if rule.id in fewest)[:MOST_WALLS]


def _in_other_sessions(better: Iterable[Trial], place: str, block: BlockTrials) -> Iterator[Elsewhere]:
    """What bars it in the sessions of other places, of each place the one trial that the fewest walls bar."""
    there: dict[str, Trial] = {}
    for trial in better:
        other = block.slots[trial.slot].place
        if other != place and EQUIPMENT_WALL not in trial.broken and trial.kinds < MOST_WALLS:
            there[other] = min(there.get(other, trial), trial, key=_rank)
    for other, trial in there.items():
        yield from (Elsewhere(other, rule.id) for rule in block.brief.walls if rule.id in trial.broken)


def _on_other_days(better: Sequence[Trial], place: str, block: BlockTrials, week: Week) -> Iterator[Elsewhere]:
    """What bars it on free days at other places that have the equipment: of each day the first wall."""
    lacking = [trial.option for trial in better if trial.broken <= {EQUIPMENT_WALL, *ROOM}]
    found: dict[tuple[str, str], list[int]] = {}
    for day in week.open_days if week.block == block.block else ():
        items, at = block.plan.profile.place_named(day.place).items, day.date.weekday()
        there = (one for one in lacking if implement(one.exercise, one.style, items) is not None)
        option = next(there, None)
        if option is None or day.place == place or day.away or block.plan.on(day.date) is not None:
            continue
        load = implement(option.exercise, option.style, items)
        if walls := barred_on(block.plan, block.brief.rules, day, sketch(option).model_copy(update={"load": load})):
            found.setdefault((day.place, walls[0]), []).append(at)
    yield from (Elsewhere(place, wall, tuple(days)) for (place, wall), days in found.items())


def _of_trial(walls: tuple[str, ...], best: Trial, trials: Sequence[Trial], block: BlockTrials) -> Cause:
    """What these walls say of a trial that they bar."""
    if walls == (MINUTES_WALL,):
        most, on = max(best.over.values()), tuple(sorted(best.over))
        return Cause(walls, minutes=most, on=on, fits_dates=block.fits_dates(best), left=block.left(best))
    place = block.slots[best.slot].place
    not_borne = ""
    if PLACE_WALL in walls:
        not_borne = "jumps" if best.option.exercise.kind == "plyometric" else "heavy weights"
    if EQUIPMENT_WALL not in walls:
        return Cause(walls, not_borne=not_borne)
    walled = best.broken | {MINUTES_WALL}
    alike = [
        one.option for one in trials if best.broken <= one.broken <= walled and block.slots[one.slot].place == place
    ]
    items = _would_do(alike, block.plan.profile.place_named(place).items)
    return Cause(walls, place=place, items=items, not_borne=not_borne)


def _rank(trial: Trial) -> tuple[int, ...]:
    """Few walls first; of as many those that minutes would end, then those that something for the home would."""
    lacks = EQUIPMENT_WALL in trial.broken
    minutes, bought = MINUTES_WALL in trial.broken, lacks and trial.place == HOME
    bought = bought and trial.broken <= {EQUIPMENT_WALL, *ROOM}
    over = max(trial.over.values(), default=0)
    return trial.kinds, lacks and not bought, len(trial.broken), not minutes, not bought, over


def _would_do(options: Iterable[Option], there: frozenset[str]) -> tuple[str, ...]:
    """Items of which each lets some of the options be done, those first that let the most."""
    count = Counter(
        item
        for option in set(options)
        for item in EQUIPMENT
        if implement(option.exercise, option.style, there | {item}) is not None
    )
    return tuple(item for item, _ in count.most_common())
