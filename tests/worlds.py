"""Worlds: seasons so small that every plan of them can be listed.

For each plan of a world, the amounts that a rule posts to CP-SAT must equal those that its check finds.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

from ortools.sat.python import cp_model

from constraints.knowledge.doctrine import doctrine_names
from constraints.model.decisions import Decisions
from constraints.model.domain import Domain
from constraints.model.past import Past
from constraints.model.plan_rule import PlanRule
from constraints.model.slot import Slot
from constraints.planning.brief import Brief, brief_for
from constraints.prescription.addons import asked_for
from constraints.prescription.session import Choice
from profiles.plan import PLACED, Plan, Session
from profiles.season import Phase, Running, Season, Stage
from solver.cpsat.model import Model, Terms
from solver.scope import Ledger, Recurring, Scope
from writing import addon, day, plan, profile

DOCTRINES = sorted(doctrine_names(), key=lambda name: name != "reconciled")
"""The one first that has nearly every rule."""
Line = tuple[Path, int]

TWO_PLACES: Mapping[str, Any] = {
    "home": {"equipment": ["mat", "loop band"]},
    "gym": {"equipment": ["barbell", "rack", "bench", "dumbbells", "cable", "step", "box"], "travel_min": 20},
}
WEEKEND_TO_TUESDAY = (day("sat"), day("sun"), day("mon", 2), day("tue", 2))


@dataclass(frozen=True, eq=False)
class World:
    """A season, and the days, options and slots that may be decided in it."""

    name: str
    options: tuple[str, ...]
    """`exercise.style`"""
    days: tuple[dt.date, ...] = (day("tue"), day("fri"))
    slots: int = 2
    most_sets: int = 2
    phases: tuple[tuple[Phase, int], ...] = (("base", 4),)
    stage: Stage = "main"
    said: Mapping[str, Any] = field(default_factory=dict)
    """to `writing.profile`"""
    running: Mapping[int, Running] = field(default_factory=dict)
    """weeks that run high or are cut back"""
    addons: tuple[dt.date, ...] = ()
    """days on which those add-ons may stand that the profile asks for"""


def before_the_race(*gaps: int) -> tuple[dt.date, ...]:
    return tuple(day("sun", 4) - dt.timedelta(days=gap) for gap in gaps)


LAST_WEEKS = before_the_race(12, 8, 5, 2)
TO_A_RACE: tuple[tuple[Phase, int], ...] = (("race", 2), ("taper", 1), ("race_week", 1))
CALENDAR: Mapping[str, Any] = {"places": TWO_PLACES, "strength": {"place": {"sun": "gym", "mon": "gym"}}}
GOAL: Mapping[str, Any] = {"races": [{"name": "Goal", "date": day("sun", 4), "distance": "10k"}]}
HABITS: Mapping[str, Any] = {"mobility": False, "tests": False, "prehab": True, "micro": True}

WORLDS: tuple[World, ...] = (
    World("long_session", ("back_squat.heavy", "deadlift.heavy", "romanian_deadlift.heavy", "hip_thrust.heavy",
        "step_up.heavy", "walking_lunge.heavy"), (day("tue"),), 1,
    ),
    World("hips", ("hip_thrust.heavy", "single_leg_hip_thrust.bodyweight", "romanian_deadlift.moderate",
        "goblet_squat.moderate", "hip_flexor_hold.hold"), slots=1,
        phases=(("general_preparation", 4),),
    ),
    World("circuits", ("step_up.bodyweight", "push_up.bodyweight", "dumbbell_row.moderate"), slots=1,
        days=(day("tue"), day("tue", 3)), phases=(("build", 2), ("race", 2)), said={"runs": {"tue": "tempo 40"}},
    ),
    World("weekend", ("back_squat.heavy", "bench_press.moderate"), WEEKEND_TO_TUESDAY, said={
        **CALENDAR, "runs": {"sat": "hills 50", "mon": "easy 30 pm", "wed": "tempo 40"},
        "strength": {**CALENDAR["strength"], "minutes": {"sat": 60, "sun": 60, "mon": "60 am", "tue": 60}},
    }),
    World("long_run", ("back_squat.heavy", "plank.hold"), WEEKEND_TO_TUESDAY, said={
        **CALENDAR,
        "runs": {"fri": "intervals 40", "sun": "easy 30 am + long 90 pm", "tue": "easy 30 pm + tempo 30 am"},
        "strength": {"minutes": {"sat": 60, "sun": "60 am", "mon": "20 pm", "tue": 0}, "away": [str(day("mon", 2))]},
    }),
    World("hard_days", ("back_squat.heavy", "squat_jump.power", "single_leg_hip_thrust.bodyweight"),
        (day("tue"), day("wed")), 1, said={"runs": {"tue": "tempo 40", "wed": "hills 40"}}, running={1: "cut_back"},
    ),
    World("full_week", ("calf_raise.calf",), tuple(day(name) for name in ("mon", "wed", "thu", "sat", "sun")), 3, said={
        "runs": {"tue": "intervals 50", "wed": "easy 60", "fri": "tempo 50", "sat": "hills 50", "sun": "long 120"},
        "strength": {"at_least": 2, "want": 3, "pins": [f"{day('wed')} B", str(day("sat"))]},
        "addons": {"prehab": True, "micro": True},
    }, addons=(day("thu"),)),
    World("high_mileage", ("plank.hold",), tuple(day(name, 2) for name in ("mon", "tue", "thu", "fri")), 3, said={
        "runs": {"mon": "easy 40", "on": {day("wed", 2): "easy 100"}},
    }, running={2: "high"}),
    World("high_and_cut_back", ("plank.hold",), tuple(day(name, week) for week in (1, 2, 3) for name in ("mon", "thu")),
        running={2: "high", 3: "cut_back"},
    ),
    World("cut_weeks", ("plank.hold",), (day("fri"), day("mon", 2), day("thu", 2), day("wed", 5)),
        phases=(("base", 5),), said={"season": {"start": day("fri")}}, addons=(day("sun"), day("sat", 2)),
    ),
    World("race", ("back_squat.heavy", "squat_jump.power"), LAST_WEEKS, 1, phases=TO_A_RACE,
        said={"races": [{"name": "Goal", "date": day("sun", 4), "distance": "marathon"}]},
    ),
    World("short_race", ("back_squat.heavy", "clamshell.prehab"), LAST_WEEKS, 1, phases=TO_A_RACE,
        said={**GOAL, "injuries": {"prone": ["itb"]}},
    ),
    World("race_week", ("plank.hold",), before_the_race(9, 8, 4, 1, 0), phases=TO_A_RACE, said=GOAL),
    World("light_weeks", ("glute_bridge_hold.hold", "calf_raise.calf", "calf_raise_hold.hold", "plank.hold",
        "mid_push_up_hold.hold", "push_up.bodyweight"), before_the_race(12, 9), 1, phases=TO_A_RACE, said=GOAL,
    ),
    World("race_week_sets", ("plank.hold",), before_the_race(5), 1, most_sets=4, phases=TO_A_RACE, said=GOAL),
    World("races", ("back_squat.heavy", "squat_jump.power", "plank.hold"),
        (day("sat"), day("mon", 2), day("thu", 2), day("sat", 2)), 1, phases=(("base", 1), ("recovery", 3)),
        said={"races": [
            {"name": "Tune-up", "date": day("sun"), "distance": "10k", "priority": "B"},
            {"name": "Parkrun", "date": day("wed", 2), "distance": "5k", "priority": "C"},
        ]},
    ),
    World("places", ("back_squat.heavy", "banded_squat.moderate"), WEEKEND_TO_TUESDAY[:3], said={
        "places": TWO_PLACES, "strength": {"place": {"sat": "gym", "sun": "gym"}},
    }),
    World("floors", ("back_squat.heavy", "squat_jump.power"), WEEKEND_TO_TUESDAY[:2], 1, said={
        "places": {"home": {"jumps": False}, "gym": {**TWO_PLACES["gym"], "heavy": False}},
        "strength": {"place": {"sun": "gym"}},
    }),
    World("legs", ("back_squat.heavy", "goblet_squat.moderate", "step_up.moderate", "step_up.bodyweight"), slots=1,
        most_sets=3, said={
            "preferences": {"favour": ["step_up"], "avoid": ["back_squat"]}, "athlete": {"gains_muscle_quickly": True},
            "lifts": {"goblet_squat": "20 x 8"},
        },
    ),
    World("trunk", ("plank.hold", "rkc_plank.hold", "pallof_press.core", "side_plank.hold"), said={
        "preferences": {"exclude": ["rkc_plank"], "favour": ["plank"]}, "athlete": {"goals": ["sloped_roads", "trail"]},
        "strength": {"templates": {"A": "isometric_circuit", "B": "isometric_starter"}},
    }),
    World("upper", ("bench_press.moderate", "push_up.bodyweight", "pull_up.bodyweight", "dead_hang.hold"),
        (day("tue"),), 1, most_sets=4,
    ),
    World("push_ups", ("uneven_surface_push_up.bodyweight", "push_up.bodyweight", "incline_push_up.bodyweight"),
        (day("tue"),), said={"rules": {"unstable_work_at_most": {"most": 0}}},
    ),
    World("calves", ("calf_raise.calf", "bent_knee_calf_raise.soleus", "calf_raise_hold.hold", "squat_jump.power"),
        said={"injuries": {"current": ["achilles"], "prone": ["shins"]}},
    ),
    World("raises", ("calf_raise.calf", "single_leg_calf_raise.calf", "loaded_single_leg_calf_raise.calf"),
        (day("tue"), day("tue", 3), day("thu", 3)), 1, phases=(("base", 2), ("build", 2)), said={
            "athlete": {"experience": "intermediate"}, "strength": {"place": {"tue": "gym"}},
            "places": {"home": {"equipment": []}, "gym": {"equipment": ["dumbbells"]}},
        },
    ),
    World("power", ("squat_jump.power", "box_jump.power", "broad_jump.power", "bounding.power"), slots=1,
        phases=(("base", 2), ("build", 2)), said={"athlete": {"experience": "intermediate"}},
        days=(day("tue"), day("tue", 3)),
    ),
    World("beginner", ("goblet_squat.moderate", "bodyweight_squat.bodyweight", "leg_extension.moderate",
        "crunch.core", "nordic_curl.bodyweight", "incline_push_up.bodyweight", "side_plank.hold"), slots=1,
        stage="introduction",
        said={"athlete": {"experience": "beginner"}},
    ),
    World("short_session", ("bench_press.moderate", "pull_up.bodyweight", "goblet_squat.moderate", "plank.hold",
        "calf_raise.calf", "wall_sit.hold"), (day("tue"),), 1, said={"rules": {"exercises_at_most": {
            "most": 4, "leg_compounds": 0, "upper": 1, "core": 0, "calves": 0, "holds": 0, "holds_first": 0,
        }}},
    ),
    World("two_blocks", ("calf_raise.calf", "plank.hold"), (day("tue"), day("tue", 3)), 1,
        phases=(("base", 2), ("build", 2)), most_sets=3,
    ),
    World("letters", ("plank.hold",), (day("mon"), day("tue"), day("thu"), day("mon", 2), day("thu", 2)), 3),
    World("turns", ("plank.hold",), tuple(day("tue", week) for week in (1, 2, 3, 4))),
    World("ladder", ("bodyweight_squat.bodyweight", "single_leg_squat.bodyweight", "pistol_squat.bodyweight",
        "goblet_squat.heavy"), (day("tue"), day("tue", 3)), 1, phases=(("base", 1), ("build", 1), ("race", 2)),
        said={"athlete": {"experience": "beginner"}},
    ),
    World("practice", ("push_up.bodyweight", "diamond_push_up.bodyweight"),
        (day("tue"), day("thu"), day("tue", 2), day("tue", 3)), phases=(("base", 1), ("base", 1), ("build", 2)),
        said={"athlete": {"experience": "beginner"}, "lifts": {"push_up": 8}, "rules": {
            "experience_gates": {"sessions": 2}, "skills_are_earned": {"sessions": 2},
            "rungs_give_way": {"sessions": 2, "reps": 8},
        }},
    ),
    World("outgrown", ("bodyweight_squat.bodyweight", "calf_raise.calf", "glute_bridge.prehab",
        "good_morning.bodyweight"), (day("tue"), day("tue", 3)), 1, phases=(("base", 2), ("recovery", 2)),
        said={"athlete": {"experience": "intermediate"}, "injuries": {"current": ["hamstrings"]}},
    ),
    World("variants", ("hip_thrust.moderate", "banded_hip_thrust.moderate", "glute_bridge.prehab",
        "single_leg_hip_thrust.bodyweight"), (day("tue"), day("tue", 3)), 1, phases=(("base", 2), ("build", 2)),
    ),
    World("sore", ("nordic_curl.bodyweight", "romanian_deadlift.moderate", "loaded_single_leg_calf_raise.calf"),
        (day("tue"), day("tue", 4), day("tue", 7)),
        1, phases=(("base", 3), ("base", 3), ("build", 2)),
        said={"season": {"weeks": 8}, "injuries": {"current": ["hamstrings", "achilles"]}},
    ),
    World("short_day", ("back_squat.heavy", "plank.hold", "calf_raise.calf"), (day("tue"), day("fri"), day("tue", 2)),
        said={"strength": {"on": {day("tue", 2): 15}}, "runs": {"wed": "tempo 40"}},
    ),
    World("circuit", ("plank.hold", "push_up.bodyweight", "calf_raise.calf"), (day("tue"),), 1,
        said={"strength": {"minutes": {"tue": 18}}},
    ),
    World("pinned", ("push_up.bodyweight", "diamond_push_up.bodyweight", "squat_jump.power"),
        (day("tue"), day("thu"), day("tue", 2), day("tue", 3)), 1, phases=(("base", 2), ("build", 2)),
        said={
            "strength": {"pins": [str(day("tue"))]}, "athlete": {"experience": "beginner"},
            "rules": {"skills_are_earned": {"sessions": 2}},
        },
    ),
    World("tune_up", ("back_squat.heavy", "plank.hold", "calf_raise.calf"),
        (day("tue"), day("tue", 2), day("thu", 3), day("tue", 4)), 1, phases=(("base", 1), ("build", 3)),
        said={"races": [{"name": "Tune-up", "date": day("sat", 3), "distance": "10k", "priority": "B"}]},
    ),
    World("mobility", ("plank.hold",), (day("wed"),), 1, phases=(("base", 6),), said={
        "season": {"weeks": 6}, "runs": {"tue": "hills 50", "sat": "long 90"},
        "races": [{"name": "Parkrun", "date": day("thu"), "distance": "5k", "priority": "C"}],
        "strength": {"minutes": {"mon": 60, "tue": 60, "wed": 15, "thu": 60, "sun": 60}},
    }, addons=(day("mon"), day("wed"), day("thu"), day("sun"), day("tue", 6))),
    World("habits", ("plank.hold",), (day("thu"),), 1, phases=(("base", 1), ("taper", 3)), said={
        "runs": {"mon": "easy 40", "tue": "easy 30", "wed": "tempo 40", "sat": "long 90"}, "addons": HABITS,
        "strength": {"minutes": {"mon": 60, "tue": 60, "wed": 60, "thu": 10}},
    }, addons=(day("mon"), day("tue"), day("wed"), day("thu"), day("mon", 2))),
    World("mobility_before_race", (), (), phases=TO_A_RACE, said=GOAL, addons=before_the_race(14, 13, 3, 2, 0)),
    World("habits_before_race", (), (), phases=TO_A_RACE, said={**GOAL, "addons": HABITS},
        addons=before_the_race(7, 6, 1, 0),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Posted:
    """An amount that a rule posted: the excess over its limit, counted so many times."""

    over: Any
    times: Any
    """a number, or an amount that is the number"""
    at: Hashable
    line: Line
    """where the rule says so"""


_path = cache(Path)  # one path for each file: equal ones compare slowly


class Recorder(Scope):
    """Records what a rule posts and creates no variable, since each variable would multiply the plans of a listing."""

    def _limit(self, over: Any, at: Hashable, times: int) -> None:
        self._take(over, times, at, sys._getframe(2))

    def at_least_each(self, amount: Recurring, limit: int, *, at: Callable[[Any], Hashable]) -> None:
        for held, periods in amount.cases:
            for period, here in zip(amount.periods, periods, strict=True):
                self._take(limit - held, here, at(period), sys._getframe(1))

    def _take(self, over: Any, times: Any, at: Hashable, caller: FrameType) -> None:
        self.taken.append(Posted(over, times, at, (_path(caller.f_code.co_filename), caller.f_lineno)))

    @property
    def taken(self) -> list[Posted]:
        return self.ledger.charges  # type: ignore[return-value]  # the same list, other entries


@dataclass
class Comparison:
    """How one rule's two halves compare over all plans of a world."""

    plans: int = 0
    amounts: set[int] = field(default_factory=set)
    differ: list[str] = field(default_factory=list)
    exceeded: set[Line] = field(default_factory=set)
    """limits that some plan exceeds"""

    @property
    def varies(self) -> bool:
        """Whether some plans miss the rule by more than others; otherwise the comparison shows nothing."""
        return len(self.amounts) > 1


def brief_in(world: World, named: str) -> Brief:
    return brief_for(profile(**{**world.said, "season": {**world.said.get("season", {}), "doctrine": named}}))


@cache
def rules_in(world: World) -> Mapping[str, PlanRule]:
    """The rules of all doctrines by `doctrine.id`, those with the same numbers once."""
    found: dict[str, PlanRule] = {}
    seen: set[str] = set()
    for named in DOCTRINES:
        for rule in brief_in(world, named).rules:
            numbers = f"{rule.id} {rule.hard} {rule.model_dump(exclude={'tier', 'weight', 'because'})}"
            if numbers not in seen:
                seen.add(numbers)
                found[f"{named}.{rule.id}"] = rule
    return found


@cache
def _season_of(world: World) -> Season:
    return plan(profile(**world.said), phases=world.phases, stage=world.stage, running=world.running).season


def compared(
    world: World, rules: Mapping[str, PlanRule], *, tables: str = "reconciled",
    sought: frozenset[Line] | None = None,
    enough: Callable[[Comparison], bool] = lambda _: False,
) -> dict[str, Comparison]:  # fmt: skip
    """Some rules over every plan of a world, or as many plans as are `enough` for one of them.

    Sessions have the numbers of the doctrine `tables`. If limits are `sought`, a world where no rule posts one of them
    is not listed.
    """
    brief, season = brief_in(world, tables), _season_of(world)
    model = Model()
    x = Decisions(model, season, season.blocks, _domain(world, season, brief), _numbers(world, brief.doctrine), Past())
    posted: dict[str, list[Posted]] = {}
    for name, rule in rules.items():
        recorder = Recorder(rule, model, Ledger())
        rule.post(recorder, x)
        posted[name] = recorder.taken
    listing = _Listing(world, brief, season, x, rules, posted, enough)
    if sought is None or any(one.line in sought for taken in posted.values() for one in taken):
        solver = cp_model.CpSolver()
        solver.parameters.enumerate_all_solutions = True
        solver.parameters.num_workers = 1
        status = solver.solve(model.cp, listing)
        if listing.error:
            raise listing.error
        assert status == cp_model.OPTIMAL or listing.stopped
    return listing.comparisons


def _domain(world: World, season: Season, brief: Brief) -> Domain:
    options = {
        block.number: {str(one): one for one in brief.doctrine.options(season.profile, block.phase)}
        for block in season.blocks
    }
    return Domain(
        {block.number: ("A", "B", "C")[: world.slots] for block in season.blocks},
        frozenset(world.days),
        {block.number: tuple(options[block.number][name] for name in world.options) for block in season.blocks},
        {block.number: world.most_sets for block in season.blocks},
        {kind: frozenset(world.addons) for kind in asked_for(season.profile) if kind in PLACED and world.addons},
    )


def _numbers(world: World, doctrine: Any) -> Any:
    return doctrine.tables.session.model_copy(update={"sets": (2, world.most_sets)})


class _Listing(cp_model.CpSolverSolutionCallback):
    """Compares the rules on each plan that the solver lists."""

    def __init__(
        self, world: World, brief: Brief, season: Season, x: Decisions, rules: Mapping[str, PlanRule],
        posted: Mapping[str, Sequence[Posted]], enough: Callable[[Comparison], bool],
    ) -> None:  # fmt: skip
        super().__init__()
        self.world, self.brief, self.season, self.x = world, brief, season, x
        self.rules, self.enough = rules, enough
        self.amounts: dict[Terms, int] = {}
        self.limits: dict[tuple[int, int, int, int], list[tuple[str, Posted]]] = {}
        """What was posted, by its amount and how often that counts: each an index of `amounts` and a constant."""
        for name, taken in posted.items():
            for one in taken:
                self.limits.setdefault((*self._terms(one.over), *self._terms(one.times)), []).append((name, one))
        self.comparisons = {name: Comparison() for name in rules}
        self.error: Exception | None = None
        self.stopped = False
        self.empty = plan(season.profile, phases=world.phases, stage=world.stage, running=world.running)

    def on_solution_callback(self) -> None:
        try:
            finished, charged = self._plan(), self._charged()
            for name, rule in self.rules.items():
                self._compare(name, rule, finished, charged[name])
            self.stopped = any(map(self.enough, self.comparisons.values()))
        except Exception as error:  # noqa: BLE001  # an exception must not cross the solver's threads
            self.error = error
        if self.error or self.stopped:
            self.stop_search()

    def _terms(self, amount: Any) -> tuple[int, int]:
        """The index of an amount without its constant, and the constant."""
        flat = None if isinstance(amount, int) else cp_model.FlatIntExpr(amount)
        terms = tuple(zip([one.index for one in flat.vars], flat.coeffs, strict=True)) if flat is not None else ()
        return self.amounts.setdefault(terms, len(self.amounts)), amount if flat is None else flat.offset

    def _charged(self) -> dict[str, dict[Hashable, int]]:
        """What the rules charge, by name and place; an amount that several rules post is evaluated once."""
        values = list(self.Response().solution)
        worth = [sum(factor * values[index] for index, factor in terms) for terms in self.amounts]
        charged: dict[str, dict[Hashable, int]] = {name: {} for name in self.rules}
        for (over, more, times, again), limits in self.limits.items():
            amount, count = worth[over] + more, worth[times] + again
            if amount > 0 and count > 0:
                for name, one in limits:
                    charged[name][one.at] = charged[name].get(one.at, 0) + amount * count
                    self.comparisons[name].exceeded.add(one.line)
        return charged

    def _compare(self, name: str, rule: PlanRule, finished: Plan, charged: Mapping[Hashable, int]) -> None:
        comparison = self.comparisons[name]
        found: dict[Hashable, int] = {}
        for violation in rule.check(finished):
            found[violation.at] = found.get(violation.at, 0) + violation.amount
        comparison.plans += 1
        comparison.amounts.add(sum(found.values()))
        if charged != found and len(comparison.differ) < 3:
            held = [(str(s.date), s.slot, s.place, [i.exercise for i in s.main]) for s in finished.sessions]
            beside = [(str(one.date), one.kind) for one in finished.addons]
            comparison.differ.append(f"{name}: charged {charged}, found {found}, in {held} beside {beside}")

    def _plan(self) -> Plan:
        placed = [addon(date, kind) for (date, kind), on in self.x.addons.items() if self.value(on)]
        return self.empty.with_sessions(self._sessions()).with_addons(placed)

    def _sessions(self) -> Iterator[Session]:
        for slot in self.x.all_slots():
            if self.value(slot.used):
                options = tuple((o, 2 + self.value(slot.extra[o])) for o, c in slot.chosen.items() if self.value(c))
                place = next(place for place, at in slot.at.items() if self.value(at))
                whole = Choice(slot.letter, place, options, self.value(slot.supersets), self._true(slot.circuit))
                for date, on in slot.on.items():
                    if self.value(on):
                        yield self._session(slot, date, self._reduced(slot, date, whole) or whole)

    def _true(self, truth: Any) -> bool:
        return bool(truth if isinstance(truth, int) else self.value(truth))

    def _reduced(self, slot: Slot, date: dt.date, whole: Choice) -> Choice | None:
        part = self.x.reduced.get(date)
        if part is None or not self.value(part.partly[slot]):
            return None
        kept = tuple((option, 2) for option, kept in part.kept.items() if self.value(kept))
        return replace(whole, options=kept, supersets=0, circuit=part.circuit, reduced=True)

    def _session(self, slot: Slot, date: dt.date, choice: Choice) -> Session:
        key = (self.world, self.brief.doctrine.name, choice, slot.block.number, date)
        if key not in _WRITTEN:
            days = [self.season.days[date]]
            _WRITTEN[key] = next(
                self.brief.doctrine.prescription.sessions_for(choice, slot.block, days, self.season.profile)
            )
        return _WRITTEN[key]


_WRITTEN: dict[Any, Session] = {}
"""Sessions recur in thousands of plans; each is written once."""
