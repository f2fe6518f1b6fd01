"""Measures of weeks: what their dated sessions hold, how sessions alternate, and on which days they stand."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from benchmarks.quality.case import Asked, Case, lacks
from benchmarks.quality.kinds import of_kind
from benchmarks.quality.read import DAY, Plan
from benchmarks.quality.room import before_key_runs, has_time, in_turn, near_weeks
from benchmarks.quality.values import BASE, TRAINING, Session, Week


def weeks_hold_the_patterns(plan: Plan, asked: Asked) -> Iterator[Case]:
    yield from _weeks_hold(plan, asked)


def weeks_hold_the_categories(plan: Plan, asked: Asked) -> Iterator[Case]:
    yield from _weeks_hold(plan, asked)


def _weeks_hold(plan: Plan, asked: Asked) -> Iterator[Case]:
    """Where a week has one session, the week before and the week after count too."""
    for week in plan.weeks:
        if not week.trains:
            continue
        sessions = [session for one in near_weeks(plan, week) for session in one.sessions]
        for name, kinds in asked["parts"].items():
            legs = name in asked.get("leg_parts", ())
            where = _places_for(plan, week, name, asked) if legs else {session.place for session in week.sessions}
            able = of_kind(kinds if plan.experience == "beginner" else asked.get("that_train", {}).get(name, kinds))
            if has_time(plan, in_turn(plan, week), asked, legs=legs) and any(
                plan.can(exercise, place) for place in where for exercise in able
            ):
                held = any(session.holds(*kinds) for session in sessions)
                yield Case(held, week.first, name, lacks(held), "in the week")


def _places_for(plan: Plan, week: Week, part: str, asked: Asked) -> set[str]:
    """Where a week has sessions, or unused days, for a part of leg work, which is not done before a key run.

    A letter has one content in a block, which each of its days has to allow. A sore part is spared at first, in the
    blocks that begin within some days of the season's first.
    """
    sparing = (week.block.first - plan.first).days < asked["spared_days"]
    if sparing and any(part in asked["spared"].get(injury, ()) for injury in plan.current):
        return set()
    days = [week.first + DAY * at for at in range((week.last - week.first).days + 1)]
    unused = [day for day in days if all(session.date != day for session in week.sessions)]
    fit = [day for day in unused if _open(plan, day, asked["minutes"]) and not plan.hard_run(day + DAY)]
    held = {session.place for session in week.sessions if not before_key_runs(plan, session)}
    return held or {plan.place_on(day) for day in fit}


def letters_alternate(plan: Plan, asked: Asked) -> Iterator[Case]:
    for block in plan.blocks:
        weeks = [week for week in plan.weeks if week.block == block and week.sessions]
        letters = Counter(session.slot for week in weeks for session in week.sessions)
        single = sum(len(week.sessions) == 1 for week in weeks)
        often = single >= max(asked["weeks"], asked["share"] * len(weeks))
        if block.phase in {*TRAINING, "race"} and often:
            eves = {session.slot for week in weeks for session in week.sessions if plan.key_day(session.date + DAY)}
            sorts = [[letters[one] for one in sort] for sort in (eves, letters.keys() - eves) if sort]
            apart = max(max(counts) - min(counts) for counts in sorts)
            said = ", ".join(f"{letter} {count} times" for letter, count in sorted(letters.items()))
            yield Case(apart <= asked["apart"], block.first, f"block {block.number}", said, "letters in turn")


def cutbacks_are_lighter_inside(plan: Plan, asked: Asked) -> Iterator[Case]:
    for week in plan.weeks:
        if not week.cut_back or week.block.phase not in TRAINING:
            continue
        for session in week.sessions:
            alike = [one for one in _sessions_of(plan, week) if one.slot == session.slot]
            if alike:
                usual = min(_sets(one) for one in alike)
                eased = sum(item.change in ("lighter", "ease") for item in session.items)
                lighter = _sets(session) < usual or eased >= asked["share_eased"] * len(session.items)
                yield Case(lighter, session.date, f"session {session.slot}", f"{_sets(session)} sets", f"under {usual}")


def sessions_stand_apart(plan: Plan, asked: Asked) -> Iterator[Case]:
    for week in plan.weeks:
        if week.block.phase in {*TRAINING, "race"} and len(week.sessions) > 1:
            dates = [session.date for session in week.sessions]
            close = any((other - one).days < asked["days"] for one, other in pairwise(dates))
            better = _better_days(plan, week, asked) if close else None
            asks = f"{_weekdays(better)}, which are free" if better else "apart where free days allow"
            yield Case(better is None, week.first, f"week {week.number}", _weekdays(dates), asks)


def three_sessions_where_asked(plan: Plan, asked: Asked) -> Iterator[Case]:
    for week in plan.weeks:
        if week.block.phase in BASE and week.trains and (week.last - week.first).days == 6:
            days = [week.first + DAY * at for at in range(7)]
            free = [day for day in days if _open(plan, day, asked["minutes"])]
            if len(free) >= asked["sessions"]:
                count = len(week.sessions)
                yield Case(count >= asked["sessions"], week.first, f"week {week.number}", f"{count} sessions", "three")


def no_strength_before_long_runs(plan: Plan, asked: Asked) -> Iterator[Case]:
    for session in plan.sessions:
        eve, ahead = plan.long_run(session.date + DAY), any(run.startswith("long") for run in session.before)
        found = "the day before a long run" if eve else "before the day's long run" if ahead else "clear"
        yield Case(not (eve or ahead), session.date, f"session {session.slot}", found, "clear of long runs")


def reasons_hold(plan: Plan, asked: Asked) -> Iterator[Case]:
    dates = {session.date for session in plan.sessions}
    for session in plan.sessions:
        squeezed = {session.date - DAY, session.date + DAY} & dates
        false = [claim for claim in asked["claims_of_space"] if claim in session.because] if squeezed else []
        found = "no reason" if not session.because else f"{false[0]} beside another session" if false else "reasons"
        yield Case(bool(session.because) and not false, session.date, f"session {session.slot}", found, "a true reason")


def _sessions_of(plan: Plan, week: Week) -> list[Session]:
    """The sessions of the block in weeks that are not cut back."""
    return [one for other in plan.weeks if other.block == week.block and not other.cut_back for one in other.sessions]


def _sets(session: Session) -> int:
    return sum(item.sets for item in session.items)


def _better_days(plan: Plan, week: Week, asked: Asked) -> tuple[dt.date, ...] | None:
    """As many days as the week has sessions, all apart, also across its end, and open to a session with leg work.

    The place is no obstacle: with another day, other exercises would be chosen.
    """
    least = min(asked["minutes"], *(session.minutes for session in week.sessions))
    days = [week.first + DAY * at for at in range((week.last - week.first).days + 1)]
    fit = [day for day in days if _open(plan, day, least) and not plan.hard_run(day + DAY)]
    for chosen in combinations(fit, len(week.sessions)):
        gaps = [(other - one).days for one, other in pairwise(chosen)]
        if min(*gaps, 7 - sum(gaps)) >= asked["days"]:
            return chosen
    return None


def _weekdays(dates: Iterable[dt.date]) -> str:
    return ", ".join(f"{date:%a}" for date in dates)


def _open(plan: Plan, date: dt.date, minutes: int) -> bool:
    """Whether a day has so many minutes, no long run on it or the day after, and no race within two days."""
    near = [date + DAY * at for at in range(3)]
    clear = not any(map(plan.race_on, near)) and not plan.long_run(date + DAY) and not plan.long_run(date)
    return clear and plan.free_min(date) >= minutes
