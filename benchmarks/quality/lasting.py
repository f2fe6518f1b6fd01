"""Measures of what lasts and what changes: main lifts, patterns, and the choice among exercises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.quality.case import Asked, Case, item_case
from benchmarks.quality.kinds import BANDS, BODYWEIGHT, FREE_WEIGHTS, catalogue, in_templates, kinds_of, of_kind
from benchmarks.quality.read import Plan
from benchmarks.quality.room import before_key_runs, has_time
from benchmarks.quality.values import BASE, Block, Item, Session, Week


def main_lifts_stay(plan: Plan, asked: Asked) -> Iterator[Case]:
    for block, following in _training_pairs(plan):
        later = [session for session in plan.sessions if session.block == following.number]
        weeks = [week for week in plan.weeks if week.block == following and week.trains]
        if not any(has_time(plan, [week], asked, legs=True) for week in weeks):
            continue
        seen: set[str] = set()
        for session, item in _items(plan, block):
            if item.style != "heavy" or item.exercise in seen:
                continue
            seen.add(item.exercise)
            if not any(plan.can(item.exercise, one.place) and _has(plan, one.place, item.load) for one in later):
                continue
            found = [other.exercise for one in later for other in one.items if _stands_for(other, item, asked)]
            asks = f"it, or a lift of its pattern, in block {following.number}"
            yield item_case(bool(found), session, item, f"in block {block.number} only", asks)


def main_patterns_persist(plan: Plan, asked: Asked) -> Iterator[Case]:
    if len(plan.weeks) < asked["season_weeks"]:
        return
    trained = [week for week in plan.weeks if week.block.trains and week.sessions]
    weeks = [week for week in trained if has_time(plan, [week], asked, legs=True)]
    wanted = min(asked["weeks"], len(weeks))
    for name, kinds in asked["patterns"].items():
        if wanted and any(_possible(plan, week, kinds) for week in weeks):
            longest = _longest(
                [any(session.holds(*kinds) for session in week.sessions) for week in weeks], asked["gap"]
            )
            yield Case(longest >= wanted, None, name, f"{longest} training weeks on end", f"{wanted}")


def free_weights_before_stand_ins(plan: Plan, asked: Asked) -> Iterator[Case]:
    avoided = plan.profile.get("preferences", {}).get("avoid", ())
    for session, item in plan.training():
        free = FREE_WEIGHTS & set(plan.place(session.place).items)
        alone = [kind for kind in item.kinds if not session.holds(*asked["beside"].get(kind, ()))]
        better = [kind for stand_in, kinds in asked["instead"].items() if stand_in in alone for kind in kinds]
        if free:
            there = [name for name in of_kind(better) if plan.can(name, session.place) and name not in avoided]
            asks = f"{' or '.join(there) or 'a lift'} with the {' or '.join(sorted(free))} there"
            yield item_case(not there, session, item, item.said, asks)


def base_covers_the_lifts(plan: Plan, asked: Asked) -> Iterator[Case]:
    for weeks in _bases(plan):
        if len(weeks) < asked["weeks"]:
            continue
        timed = [week for week in weeks if has_time(plan, [week], asked, legs=True)]
        one_day = all(sum(not before_key_runs(plan, one) for one in week.sessions) <= 1 for week in timed)
        for name, kinds in asked["on_one_day" if one_day else "lifts"].items():
            possible = [week for week in timed if _possible(plan, week, kinds)]
            if len(possible) < asked["weeks"]:
                continue
            held = sum(any(session.holds(*kinds) for session in week.sessions) for week in possible)
            kept = held >= asked["share"] * len(possible)
            yield Case(
                kept, weeks[0].first, name, f"in {held} of {len(possible)} weeks of base", f"{asked['share']:.0%}"
            )


def exercises_vary(plan: Plan, asked: Asked) -> Iterator[Case]:
    sessions = [session for session in plan.sessions if plan.block(session).phase in asked["phases"]]
    if len(sessions) < asked["sessions"]:
        return
    held: dict[str, list[Session]] = {}
    for session in sessions:
        for name in dict.fromkeys(item.exercise for item in session.items):
            held.setdefault(name, []).append(session)
    exempt = set(asked["exempt"]) | (set(asked["exempt_for_injuries"]) if plan.prone | plan.current else set())
    chosen = plan.profile.get("strength", {}).get("templates", {}).values()
    wished = {*plan.profile.get("preferences", {}).get("favour", ()), *in_templates(chosen)}
    for exercise, those in held.items():
        share = max(asked["share"], _even_share(plan, exercise, those, asked))
        if not kinds_of(exercise) & exempt and exercise not in wished and share < 1:
            kept = len(those) <= share * len(sessions) or len({(one.block, one.slot) for one in those}) == 1
            found = f"in {len(those)} of {len(sessions)} sessions"
            yield Case(kept, None, exercise, found, f"at most {share:.0%}, or one letter of one block")


def _even_share(plan: Plan, exercise: str, those: Sequence[Session], asked: Asked) -> float:
    """Its share if all of such a kind that its places allow took turns; 0 if it is of no such kind."""
    kinds = kinds_of(exercise) & set(asked["few"])
    places = {one.place for one in those}
    sound = [other for other in of_kind(kinds) if not catalogue()[other].advised_against]
    able = [other for other in sound if any(plan.can(other, place) for place in places)]
    return 1 / max(1, len(able)) if kinds else 0.0


def main_lift_opens(plan: Plan, asked: Asked) -> Iterator[Case]:
    for week in plan.weeks:
        for session in week.sessions if week.trains else ():
            opening = [item for item in session.items if not item.kinds & {"leg power", "upper power"}]
            first = opening[0] if opening else None
            kept = first is not None and bool(first.kinds & {"main lift"})
            found = f"opens with {first.exercise}" if first else "no item"
            yield Case(kept, session.date, f"session {session.slot}", found, "a main lift first")


def leg_holds_where_asked(plan: Plan, asked: Asked) -> Iterator[Case]:
    for week in plan.weeks:
        if week.trains:
            held = any(session.holds(*asked["kinds"]) for session in week.sessions)
            yield Case(held, week.first, f"week {week.number}", "a leg hold" if held else "no leg hold", "one or more")


def _training_pairs(plan: Plan) -> Iterator[tuple[Block, Block]]:
    """Each main training block and the next one of the same preparation, if there is one."""
    before: Block | None = None
    for block in plan.blocks:
        if block.trains:
            if before is not None:
                yield before, block
            before = block
        elif block.phase in ("race", "taper", "race_week"):
            before = None


def _items(plan: Plan, block: Block) -> Iterator[tuple[Session, Item]]:
    return ((one, item) for one in plan.sessions if one.block == block.number for item in one.items)


def _has(plan: Plan, place: str, load: str) -> bool:
    return load == BODYWEIGHT or load in plan.place(place).items


def _stands_for(other: Item, item: Item, asked: Asked) -> bool:
    """The same lift, or one of its pattern that is as hard: with a weight, and not a machine or a band."""
    if other.exercise == item.exercise:
        return True
    patterns = [set(kinds) for kinds in asked["patterns"].values() if item.kinds & set(kinds)]
    return any(other.kinds & kinds for kinds in patterns) and other.load not in {BODYWEIGHT, *BANDS, "machines"}


def _possible(plan: Plan, week: Week, kinds: Sequence[str]) -> bool:
    """Whether a place of the week's sessions allows any exercise of these kinds."""
    return any(plan.can(exercise, session.place) for session in week.sessions for exercise in of_kind(kinds))


def _longest(held: Sequence[bool], gap: int) -> int:
    """The longest stretch that begins and ends with a week that holds it, with gaps of at most `gap` weeks."""
    best = begun = last = -1
    for at, holds in enumerate(held):
        if holds:
            begun = at if last < 0 or at - last > gap + 1 else begun
            last = at
            best = max(best, at - begun)
    return best + 1


def _bases(plan: Plan) -> Iterator[list[Week]]:
    """The main weeks with sessions of each base, which begins with the season or after a race."""
    weeks: list[Week] = []
    for week in plan.weeks:
        if week.block.phase in BASE:
            weeks += [week] if week.trains else []
        elif week.block.phase != "recovery":
            yield weeks
            weeks = []
    yield weeks
