"""What a plan lacks and why, in a runner's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from cli.pages import words
from constraints.model.plan_rule import PlanRule
from constraints.planning.causes import EQUIPMENT_WALL, MINUTES_WALL, Cause

LACKS: Final = {
    "weekly_sessions": "{amount} fewer session{s} than asked for",
    "sessions_wished_for": "{amount} fewer session{s} than you wish for",
    "whole_weeks": "no {either}",
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
    "injury_essentials": "for {things}, no {parts}",
    "prehab_for_weak_links": "too little prehab for {things}",
    "light_weeks_serve_the_legs": "nothing for {either}",
    "hard_days_hard": "heavy legs on an easy day",
    "tough_days_apart": "heavy legs next to a hard day",
    "easy_legs_after_long_run": "heavy legs after a long run",
}
"""What is missing where a rule is missed; a rule without a phrase is named by what it wants."""
THINGS: Final = {
    "anti_rotation": "turning",
    "anti_extension": "arching",
    "straight": "a straight knee",
    "bent": "a bent knee",
    "hinge": "hinge (as in a deadlift)",
}
BARS: Final = {
    MINUTES_WALL: "the day is too short",
    "sessions_end_in_time": "sessions stay short in this phase",
    "exercises_at_most": "the session is full",
    "category_sets_at_most": "it would be too many sets of one kind",
    "heavy_lifts_at_most": "more heavy lifts would be too many",
    "race_week_light": "race week stays light",
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
    "limits_of_the_place": "the place bears no jumps or heavy weights",
    "plyometric_tiers": "such jumps belong to other phases",
    "rest_between_same_region": "the sessions stand too close together for it",
    "fresh_legs_for_key_runs": "legs stay fresh for the next hard or long run",
    "heavy_legs_clear_of_long_runs": "heavy legs stay clear of the long run",
    "rungs_that_train": "only forms that are too easy for you are left",
}
"""Why a wall bars an exercise."""
BARS_DAYS: Final = {
    "days_away": "you are away {days}",
    "free_days_only": "no minutes are free {days}",
    MINUTES_WALL: "too few minutes are free {days}",
    "rested_before_long_runs": "{days} comes before a long run",
    "fresh_legs_for_key_runs": "{days} is before a hard or long run",
    "heavy_legs_clear_of_long_runs": "{days} is too close to a long run",
    "rest_between_same_region": "{days} is too close to another session",
    "sessions_by_phase": "this phase has no more sessions a week",
    "cutback_weeks_light": "the week is cut back",
    "room_for_high_mileage": "the week runs high",
}
"""Why a wall bars weekdays."""
AT_HOME: Final = (
    "loop band", "long band", "dumbbells", "kettlebell", "filled bottles", "pull-up bar", "step", "bench",
    "medicine ball", "weight vest", "barbell",
)  # fmt: skip
"""What a runner might buy, cheap things first; what only gyms have is not proposed."""
MOST_ITEMS: Final = 3


def lacking(rule: str, ofs: Sequence[tuple[str, str, str]], amount: int, judges: Mapping[str, PlanRule]) -> str:
    """What is missing, from the things of one rule: each a slot, what is meant, and a part of that."""
    phrase = LACKS.get(rule)
    if phrase is None:
        return words.lower(words.stated(rule, judges))
    named = dict.fromkeys(f"session {slot}" if slot else _thing(of) for slot, of, _ in ofs)
    parts = dict.fromkeys(_thing(part) for _, _, part in ofs)
    return phrase.format(
        things=words.listed(named), either=words.listed(named, "or"), parts=words.listed(parts, "or"),
        amount=amount, s="s" * (amount != 1),
    )  # fmt: skip


def counted(rule: str) -> bool:
    """Whether the phrase of a rule says how many are missing."""
    return "{amount}" in LACKS.get(rule, "")


def _thing(of: str) -> str:
    return THINGS.get(of) or words.word(of)


def because(cause: Cause, judges: Mapping[str, PlanRule]) -> str:
    """Why it is missing, and what would help where that is simple."""
    if cause.weekdays:
        return "; ".join(_barred(wall, days, cause, judges) for wall, days in _days(cause).items())
    if cause.walls == (MINUTES_WALL,):
        days = f" on {words.weekdays(cause.on)}" if cause.on else " a session"
        return f"{BARS[MINUTES_WALL]}; {words.count(cause.minutes, 'more minute')}{days} would help"
    said = [_bar(wall, cause, judges) for wall in cause.walls]
    return words.listed(said) + _would_do(cause)


def _days(cause: Cause) -> Mapping[str, tuple[int, ...]]:
    """The weekdays that each wall bars; a day without any minutes is no day with too few."""
    barred = dict(zip(cause.walls, cause.weekdays, strict=True))
    short = tuple(day for day in barred.pop(MINUTES_WALL, ()) if day not in barred.get("free_days_only", ()))
    return {**barred, **({MINUTES_WALL: short} if short else {})}


def _barred(wall: str, days: Iterable[int], cause: Cause, judges: Mapping[str, PlanRule]) -> str:
    named = words.weekdays(days)
    phrase = BARS_DAYS.get(wall)
    return phrase.format(days=named) if phrase else f"{_bar(wall, cause, judges)} ({named})"


def _bar(wall: str, cause: Cause, judges: Mapping[str, PlanRule]) -> str:
    if wall == EQUIPMENT_WALL:
        return f"it takes equipment that is not at {words.place(cause.place)}"
    return BARS.get(wall) or words.lower(words.stated(wall, judges))


def _would_do(cause: Cause) -> str:
    items = [item if item.endswith("s") else f"a {item}" for item in AT_HOME if item in cause.items][:MOST_ITEMS]
    also = ", with more minutes," if MINUTES_WALL in cause.walls else ""
    if not items or set(cause.walls) - {EQUIPMENT_WALL, MINUTES_WALL}:
        return ""
    return f"; {words.listed(items, 'or')}{also} would do"
