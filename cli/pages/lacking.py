"""What a plan lacks and why, in a runner's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from cli.pages import essentials, words
from constraints.model.plan_rule import PlanRule
from constraints.planning.causes import PLACE_WALL, Cause
from constraints.planning.trials import EQUIPMENT_WALL, MINUTES_WALL, ROOM
from profiles.exercise import catalogue
from profiles.profile import Injuries

FEWER: Final = "fewer sessions than other weeks have on these days"
"""What `whole_weeks` misses where it names no session."""
STATED: Final = "no {either} with a weight, though your profile states what you lift"
"""What `main_lifts_stay` misses where nothing was held before."""
LACKS: Final = {
    "weekly_sessions": "{amount} fewer session{s} than asked for",
    "sessions_wished_for": "{amount} fewer session{s} than you wish for",
    "whole_weeks": "no {either}",
    "legs_every_week": "no session for the legs",
    "weekly_category_sets": "too few sets for {things}",
    "four_categories": "nothing for {either}",
    "five_patterns": "no {either}",
    "calves_straight_and_bent": "no calf raise with {either}",
    "trunk_resists": "no core work that holds out against {either}",
    "side_to_side": "nothing that moves sideways",
    "power_work": "no jumps or other fast work for the legs",
    "main_lifts": "{amount} heavy lift{s} fewer than asked for",
    "hip_thrusts_every_week": "too few hip thrusts",
    "enough_exercises": "too few exercises in {things}",
    "worthwhile_sessions": "too little time in {things} to do much",
    "lifts_of_the_base": "no {either}{moves}",
    "goals_emphasised": "fewer exercises than asked for your goal{plural} {things}",
    "favourites": "no {either}, which you favour",
    "prehab_twice_a_week": "fewer prehab circuits than you asked for",
    "micro_sessions_after_runs": "fewer micro-sessions than you asked for",
    "main_lifts_stay": "no {either} that goes on from the block before, as heavy as there",
    "ladders_climb": "easier work than before: {works}",
    "calves_on_one_leg": "no calf raise that moves, on one leg for those who can",
    "sessions_full_body": "too few big lifts for the {works} body in {things}",
    "holds_in_sessions": "too few holds in {things}",
    "sessions_hold_a_lift": "no big lift in {things}",
    "reduced_sessions_lift": "no heavy lift in the shortened session",
    "load_where_possible": "{works} without the weight that is there",
    "prehab_for_weak_links": "too little prehab for {things}",
    "light_weeks_serve_the_legs": "nothing for {either}",
    "hard_days_hard": "heavy legs on an easy day",
    "tough_days_apart": "heavy legs next to a hard day",
    "easy_legs_after_long_run": "heavy legs after a long run",
    "easy_run_first": "strength before the easy run of the day",
}
"""What is missing where a rule is missed; a rule without a phrase is named by what it wants."""
THINGS: Final = {
    "anti_rotation": "turning",
    "anti_extension": "arching",
    "straight": "a straight knee",
    "bent": "a bent knee",
    "hinge": "hinge (as in a deadlift)",
    "bridge": "bridge or hip thrust",
}
BARS: Final = {
    "sessions_end_in_time": "sessions stay short in this phase",
    "exercises_at_most": "the session is full",
    "category_sets_at_most": "it would be too many sets of one kind",
    "heavy_lifts_at_most": "more heavy lifts would be too many",
    "race_week_light": "race week stays light",
    "sets_fall_towards_race": "sets fall towards the race",
    "hard_days_hard": "heavy leg work stays on hard days",
    "light_phases": "these weeks stay light",
    "nothing_new_near_race": "nothing new comes this close to a race",
    "heavy_lifts_known": "no new heavy lift comes this close to a race",
    "experience_gates": "it comes later, after easier forms",
    "skills_are_earned": "it comes later, after easier forms",
    "bodyweight_start": "the first weeks go without weights",
    "light_introduction": "the first weeks are light",
    "injuries_spared": "your injury rules it out",
    "isometrics_first": "your injury takes holds first, and weight later",
    "excluded_exercises": "you left it out",
    "size_class_left_out": "as you gain muscle quickly, weights for sets of 8 to 12 are left out",
    "one_rung_of_a_ladder": "an easier or harder form of it is there already",
    "calf_raises_climb": "calf raises get no easier from block to block",
    "easy_rungs_first": "it comes later, after easier forms",
    "easy_day_after_stacked_legs": "the day after a hard day with legs stays easy",
    "heavy_ends_before_race": "heavy work ends well before a race",
    "recovery_after_race": "the last race is too near",
    "cutback_weeks_light": "a cutback week stays light",
    "light_weeks_spare_the_arms": "these weeks spare the arms",
    "plyometric_tiers": "such jumps belong to other phases",
    "rest_between_same_region": "the sessions stand too close together for it",
    "fresh_legs_for_key_runs": "legs stay fresh for the next hard or long run",
    "heavy_legs_clear_of_long_runs": "heavy legs stay clear of the long run",
    "accessories_take_turns": "it was done for as long as its turn lasts",
    "rungs_that_train": "what there is of it is too easy for you",
}
"""Why a wall bars an exercise."""
TOO_SHORT: Final = "the day is too short"
GROWN: Final = "it would not fit with all doses at the top of their ranges"
"""Sessions that start shorter than their day, which must still suffice for every dose at the top of its range."""
KEPT: Final = " ({left} left, none with all doses at the top)"
NO_ROOM: Final = "the session has no room for it"
DEAR: Final = "other work that is asked for as much would go for it"
LEFT: Final = 3
"""Minutes that a reader would notice to be left."""
MORE_MINUTES: Final = "it needs more minutes"
BARS_DAYS: Final = {
    "days_away": "you are away {days}",
    "race_day_free": "there is a race {days}",
    "free_days_only": "no minutes are free {days}",
    MINUTES_WALL: "too few minutes are free {days}",
    "strength_on_easy_days": "there is a hard or long run {days}",
    "rested_before_long_runs": "a long run follows {days}",
    "fresh_legs_for_key_runs": "a hard or long run follows {days}",
    "heavy_legs_clear_of_long_runs": "a long run is too near {days}",
    "recovery_after_race": "the last race is too near {days}",
    "calm_last_days": "the next race is too near {days}",
    "light_week_before_race_week": "the next race is too near {days}",
    "race_week_light": "the next race is too near {days}",
    "sessions_by_phase": "this phase has no more sessions a week",
    "cutback_weeks_light": "the week is cut back",
    "room_for_high_mileage": "the week runs high",
    "addons_fit_the_day": "too few minutes are free {days}",
    "addons_end_before_race": "the next race is too near {days}",
    "micro_sessions_on_run_days": "there is no easy run, or a hard or long one follows, {days}",
    "place_of_the_day": "you are elsewhere {days}",
    "rest_between_same_region": "another session is too near {days}",
}
"""Why a wall bars weekdays, the plainest first; of several walls that bar a day the first is told."""
AT_HOME: Final = (
    "loop band", "long band", "dumbbells", "kettlebell", "filled bottles", "pull-up bar", "step", "bench",
    "medicine ball", "weight vest", "barbell",
)  # fmt: skip
"""What a runner might buy, cheap things first; what only gyms have is not proposed."""
MOST_ITEMS: Final = 3


def lacking(
    rule: str, ofs: Sequence[tuple[str, str, str]], amount: int, judges: Mapping[str, PlanRule],
    injuries: Injuries,
) -> str:  # fmt: skip
    """What is missing, from the things of one rule: each a slot, what is meant, and a part of that."""
    if rule == essentials.RULE:
        return essentials.missing(ofs, judges, injuries)
    phrase = FEWER if rule == "whole_weeks" and not any(slot for slot, *_ in ofs) else LACKS.get(rule)
    phrase = STATED if any(part == "stated" for *_, part in ofs) else phrase
    if phrase is None:
        return words.lower(words.stated(rule, judges))
    named = dict.fromkeys(f"session {slot}" if slot else _thing(of) for slot, of, _ in ofs)
    patterns = {of for _, of, _ in ofs}
    holds = any(one.pattern in patterns for one in catalogue().values() if one.hold_s)
    works = dict.fromkeys(_thing(of) for _, of, _ in ofs)
    return phrase.format(
        things=words.listed(named), plural="s" * (len(named) > 1),
        either=words.listed([one for name in named for one in name.split(" or ")], "or"), works=words.listed(works),
        amount=amount, s="s" * (amount != 1),
        moves=" that moves" * holds,
    )  # fmt: skip


def counted(rule: str) -> bool:
    """Whether the phrase of a rule says how many are missing."""
    return "{amount}" in LACKS.get(rule, "")


def _thing(of: str) -> str:
    return THINGS.get(of) or words.inside(of)


def because(cause: Cause, judges: Mapping[str, PlanRule], *, several: bool = False) -> str:
    """Why it is missing, and what would help where that is simple; `several` things, of which each would be helped."""
    if cause.weekdays:
        return "; ".join(_barred(wall, days, cause, judges) for wall, days in _days(cause))
    if cause.dear:
        return DEAR
    if cause.walls == (MINUTES_WALL,):
        return _minutes(cause, several=several)
    walls = [*cause.here, *(wall for wall in cause.walls if not (cause.here and wall == EQUIPMENT_WALL))]
    if ROOM.issuperset(walls) or len(ROOM.intersection(walls)) < 2:
        said = dict.fromkeys(_bar(wall, cause, judges) for wall in walls)
    else:
        said = dict.fromkeys([*(_bar(wall, cause, judges) for wall in walls if wall not in ROOM), NO_ROOM])
    bought = _would_do(cause)
    at_hand = f"with what is at {words.place(cause.place)}, " * bool(cause.here and bought)
    return at_hand + words.listed(said) + bought + "".join(f"; {part}" for part in _elsewhere(cause, judges))


def _minutes(cause: Cause, *, several: bool) -> str:
    days = f" on {words.weekdays(cause.on)}" if cause.on else " a session"
    more = f"{words.count(cause.minutes, 'more minute')}{days}"
    if cause.fits_dates:
        return f"{GROWN}; {more} would give {'one of these' if several else 'it'}"
    kept = KEPT.format(left=words.count(cause.left, "minute")) if cause.left >= LEFT else ""
    return f"{TOO_SHORT}{kept}; {more} would help{' with one of these' if several else ''}"


def _elsewhere(cause: Cause, judges: Mapping[str, PlanRule]) -> Iterator[str]:
    """What bars it at other places, which have the equipment: in their sessions, and on their free days."""
    for one in cause.elsewhere:
        said = _barred(one.wall, one.weekdays, cause, judges) if one.weekdays else _bar(one.wall, cause, judges)
        yield f"at {words.place(one.place)}, {said}"


def _days(cause: Cause) -> Iterator[tuple[str, list[int]]]:
    """The weekdays that each wall bars, each told once."""
    order = [*BARS_DAYS]
    told: set[int] = set()
    walls = zip(cause.walls, cause.weekdays, strict=True)
    for wall, days in sorted(walls, key=lambda one: order.index(one[0]) if one[0] in BARS_DAYS else len(order)):
        if left := [day for day in days if day not in told]:
            yield wall, left
            told.update(left)


def _barred(wall: str, days: Iterable[int], cause: Cause, judges: Mapping[str, PlanRule]) -> str:
    named = words.weekdays(days)
    phrase = BARS_DAYS.get(wall)
    return phrase.format(days=named) if phrase else f"{_bar(wall, cause, judges)} ({named})"


def _bar(wall: str, cause: Cause, judges: Mapping[str, PlanRule]) -> str:
    if wall == EQUIPMENT_WALL:
        return f"it takes equipment that is not at {words.place(cause.place)}"
    if wall == MINUTES_WALL:
        return MORE_MINUTES
    if wall == PLACE_WALL and cause.not_borne:
        return f"the place bears no {cause.not_borne}"
    return BARS.get(wall) or words.lower(words.stated(wall, judges))


def _would_do(cause: Cause) -> str:
    items = [item if item.endswith("s") else f"a {item}" for item in AT_HOME if item in cause.items][:MOST_ITEMS]
    also = ", with more minutes," if MINUTES_WALL in cause.walls else ""
    if not items or set(cause.walls) - {EQUIPMENT_WALL, MINUTES_WALL}:
        return ""
    return f"; {words.listed(items, 'or')}{also} would do"
