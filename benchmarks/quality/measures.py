"""Every measure by its name, and what each asks for under a doctrine, from `quality.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from benchmarks.quality import beginnings, calves, implements, lasting, loads, parts, races, weeks
from benchmarks.quality.case import Asked, Case, Measure
from benchmarks.quality.read import Plan

DATA: Final = Path(__file__).parents[1] / "quality.toml"
DESCRIBING: Final = frozenset({"says", "because", "failures", "doctrines", "otherwise"})

MEASURES: Final[Mapping[str, Measure]] = {
    measure.__name__: measure
    for measure in (
        loads.loads_meet_the_runner,
        loads.season_reaches_the_lift,
        loads.work_moves_on,
        loads.race_phase_keeps_the_load,
        loads.lifts_carry_on,
        implements.heavy_is_heavy,
        implements.light_loads_get_reps,
        implements.presses_are_chosen,
        implements.more_load_exists,
        implements.one_bell_means_a_side,
        lasting.main_lifts_stay,
        lasting.main_patterns_persist,
        lasting.free_weights_before_stand_ins,
        lasting.base_covers_the_lifts,
        lasting.exercises_vary,
        lasting.main_lift_opens,
        lasting.leg_holds_where_asked,
        calves.calves_on_one_leg,
        calves.calves_are_loaded,
        calves.calves_with_both_knees,
        calves.calves_in_the_race_phase,
        calves.calves_never_ease,
        calves.achilles_progresses,
        weeks.weeks_hold_the_patterns,
        weeks.weeks_hold_the_categories,
        weeks.letters_alternate,
        weeks.cutbacks_are_lighter_inside,
        weeks.sessions_stand_apart,
        weeks.three_sessions_where_asked,
        weeks.no_strength_before_long_runs,
        weeks.reasons_hold,
        beginnings.introduction_comes_first,
        beginnings.bodyweight_begins_at_ten,
        beginnings.beginners_start_easy,
        beginnings.skills_are_earned,
        beginnings.nordics_for_the_advanced,
        races.nothing_new_before_races,
        races.no_peak_before_races,
        races.b_race_weeks_ease,
        races.light_weeks_hold_their_three,
        races.light_weeks_spare_the_arms,
        races.run_in_fits_the_distance,
        races.power_is_for_the_legs,
        races.explosive_work_is_fast,
        parts.minutes_are_true,
        parts.short_sessions_are_real,
        parts.beginners_get_work,
        parts.warm_up_fits_the_legs,
        parts.warm_up_is_short_after_runs,
        parts.heavy_barbells_are_ramped,
        parts.supersets_pair_well,
        parts.moderate_barbells_rest,
        parts.tests_on_fresh_days,
        parts.tests_are_held,
        parts.micro_sessions_are_few,
    )
}
"""In the order of the table."""


@dataclass(frozen=True)
class Result:
    """What a measure found in a plan."""

    cases: int
    failing: tuple[Case, ...]
    allowed: float
    """share of the cases that may fail"""

    @property
    def passed(self) -> bool:
        return len(self.failing) <= self.allowed * self.cases


@cache
def data() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def asked_of(name: str, doctrine: str) -> Asked | None:
    """What a measure asks for under a doctrine; None where that doctrine does not ask for it."""
    table = data()[name]
    if "doctrines" in table and doctrine not in table["doctrines"]:
        return None
    found = {key: value for key, value in table.items() if key not in DESCRIBING or key == "failures"}
    for other in table.get("otherwise", ()):
        if doctrine in other["doctrines"]:
            if other.get("asked") is False:
                return None
            found |= {key: value for key, value in other.items() if key not in ("doctrines", "because")}
    return found


def measured(name: str, plan: Plan) -> Result | None:
    """What a measure finds in a plan; None where the plan's doctrine does not ask for it."""
    asked = asked_of(name, plan.doctrine)
    if asked is None:
        return None
    cases = list(MEASURES[name](plan, asked))
    return Result(len(cases), tuple(case for case in cases if not case.kept), asked["failures"])
