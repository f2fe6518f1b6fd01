"""Tiny worlds in which every plan can be listed: two of everything, and a week that wraps.

For each plan of a world, what a rule posts to CP-SAT must come to exactly what its check finds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ortools.sat.python import cp_model

from constraints.decisions import Decisions, Domain, Slot
from constraints.doctrine import PlanRule, doctrine_for
from constraints.options import Option
from constraints.prescription.session import Choice
from profiles.plan import Plan, Session
from profiles.season import Phase, Season, Stage
from solver.engine import Model
from solver.scope import Ledger, Scope
from writing import day, plan, profile

TWO_PLACES: Mapping[str, Any] = {
    "home": {"equipment": ["mat", "loop band"]},
    "gym": {"equipment": ["barbell", "rack", "bench", "dumbbells", "cable", "step", "box"]},
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
    more_sets: bool = False
    phases: tuple[tuple[Phase, int], ...] = (("base", 4),)
    stage: Stage = "main"
    said: Mapping[str, Any] = field(default_factory=dict)
    """to `writing.profile`"""


LAST_WEEKS = tuple(day("sun", 4) - dt.timedelta(days=gap) for gap in (12, 8, 5, 2))
TO_A_RACE: tuple[tuple[Phase, int], ...] = (("race", 2), ("taper", 1), ("race_week", 1))
CALENDAR: Mapping[str, Any] = {"places": TWO_PLACES, "strength": {"place": {"sun": "gym", "mon": "gym"}}}

WORLDS: tuple[World, ...] = (
    World("weekend", ("back_squat.heavy", "bench_press.moderate"), WEEKEND_TO_TUESDAY, said={
        **CALENDAR, "runs": {"sat": "hills 50", "mon": "easy 30", "wed": "tempo 40"},
    }),
    World("long_run", ("back_squat.heavy", "plank.hold"), WEEKEND_TO_TUESDAY, said={
        **CALENDAR,
        "runs": {"fri": "intervals 40", "sun": "easy 30 am + long 90 pm", "tue": "easy 30 pm + tempo 30 am"},
        "strength": {"minutes": {"sat": 60, "sun": "60 am", "mon": "20 pm", "tue": 0}, "away": [str(day("mon", 2))]},
    }),
    World("full_week", ("calf_raise.calf",), tuple(day(name) for name in ("mon", "wed", "thu", "sat", "sun")), 3, said={
        "runs": {"tue": "intervals 50", "wed": "easy 60", "fri": "tempo 50", "sat": "hills 50", "sun": "long 120"},
        "strength": {"at_least": 2, "pins": [f"{day('wed')} B", str(day("sat"))]},
    }),
    World("high_mileage", ("plank.hold",), tuple(day(name, 2) for name in ("mon", "tue", "thu", "fri")), 3, said={
        "runs": {"mon": "easy 40", "on": {day("wed", 2): "easy 100"}},
    }),
    World("race", ("back_squat.heavy", "squat_jump.power"), LAST_WEEKS, 1, phases=TO_A_RACE,
        said={"races": [{"name": "Goal", "date": day("sun", 4), "distance": "marathon"}]},
    ),
    World("short_race", ("back_squat.heavy", "clamshell.prehab"), LAST_WEEKS, 1, phases=TO_A_RACE,
        said={"races": [{"name": "Goal", "date": day("sun", 4), "distance": "10k"}]},
    ),
    World("race_week", ("plank.hold",), tuple(day("sun", 4) - dt.timedelta(days=gap) for gap in (9, 8, 4, 1, 0)),
        phases=TO_A_RACE,
        said={"races": [{"name": "Goal", "date": day("sun", 4), "distance": "10k"}]},
    ),
    World("races", ("back_squat.heavy", "squat_jump.power", "plank.hold"),
        (day("sat"), day("mon", 2), day("thu", 2), day("sat", 2)), 1, phases=(("base", 1), ("recovery", 3)),
        said={"races": [
            {"name": "Tune-up", "date": day("sun"), "distance": "10k", "priority": "B"},
            {"name": "Parkrun", "date": day("wed", 2), "distance": "5k", "priority": "C"},
        ]},
    ),
    World("places", ("back_squat.heavy", "banded_squat.moderate"), WEEKEND_TO_TUESDAY[:3], said=CALENDAR),
    World("legs", ("back_squat.heavy", "goblet_squat.moderate", "step_up.moderate", "step_up.bodyweight"), slots=1,
        more_sets=True, said={"preferences": {"favour": ["step_up"], "avoid": ["back_squat"]}},
    ),
    World("trunk", ("plank.hold", "rkc_plank.hold", "pallof_press.core", "side_plank.hold"), said={
        "preferences": {"exclude": ["rkc_plank"], "favour": ["plank"]},
    }),
    World("upper", ("bench_press.moderate", "push_up.bodyweight", "pull_up.bodyweight"), (day("tue"),), 1, True),
    World("calves", ("calf_raise.calf", "bent_knee_calf_raise.soleus", "calf_raise_hold.hold", "squat_jump.power"),
        said={"injuries": {"current": ["achilles"], "prone": ["shins"]}},
    ),
    World("power", ("squat_jump.power", "box_jump.power", "broad_jump.power", "bounding.power"), slots=1,
        phases=(("base", 2), ("build", 2)), said={"athlete": {"experience": "intermediate"}},
        days=(day("tue"), day("tue", 3)),
    ),
    World("beginner", ("goblet_squat.moderate", "bodyweight_squat.bodyweight", "leg_extension.moderate",
        "crunch.core", "nordic_curl.bodyweight"), slots=1, stage="introduction",
        said={"athlete": {"experience": "beginner"}},
    ),
    World("short_session", ("bench_press.moderate", "pull_up.bodyweight", "goblet_squat.moderate", "plank.hold",
        "calf_raise.calf", "wall_sit.hold"), (day("tue"),), 1, said={"rules": {"exercises_at_most": {
            "most": 4, "leg_compounds": 0, "upper": 1, "core": 0, "calves": 0, "holds": 0,
        }}},
    ),
    World("two_blocks", ("clamshell.prehab", "calf_raise.calf", "plank.hold"), (day("tue"), day("tue", 3)), 1,
        phases=(("base", 2), ("build", 2)), more_sets=True,
    ),
    World("letters", ("plank.hold",), (day("mon"), day("tue"), day("thu"), day("mon", 2), day("thu", 2)), 3),
)  # fmt: skip


@dataclass(frozen=True)
class Posted:
    """An amount that a rule posted: the excess over its limit, counted so many times."""

    over: Any
    times: int
    at: str


class Recorder(Scope):
    """Takes down what a rule posts, without a variable of its own: in a listing each would multiply the plans."""

    def _limit(self, over: Any, at: object, times: int) -> None:
        self.taken.append(Posted(over, times, str(at)))

    @property
    def taken(self) -> list[Posted]:
        return self.ledger.charges  # type: ignore[return-value]  # the same list, other entries


@dataclass
class Comparison:
    """How one rule's two halves compare over all plans of a world."""

    plans: int = 0
    amounts: set[int] = field(default_factory=set)
    differ: list[str] = field(default_factory=list)

    @property
    def varies(self) -> bool:
        """Whether some plans miss the rule by more than others: else the comparison would show nothing."""
        return len(self.amounts) > 1


@cache
def compared(world: World) -> dict[str, Comparison]:
    """Every rule over every plan of a world."""
    who = profile(**world.said)
    doctrine = doctrine_for(who)
    season = plan(who, phases=world.phases, stage=world.stage).season
    model = Model()
    x = Decisions(model, season, season.blocks, _domain(world, season), _numbers(world, doctrine))
    posted: dict[str, list[Posted]] = {}
    for rule in doctrine.rules:
        recorder = Recorder(rule, model, Ledger())
        rule.post(recorder, x)
        posted[rule.id] = recorder.taken
    listing = _Listing(world, doctrine, season, x, posted)
    solver = cp_model.CpSolver()
    solver.parameters.enumerate_all_solutions = True
    solver.parameters.num_workers = 1
    assert solver.status_name(solver.solve(model.cp, listing)) == "OPTIMAL"
    if listing.error:
        raise listing.error
    return listing.comparisons


def _domain(world: World, season: Season) -> Domain:
    options = {str(option): option for option in doctrine_for(season.profile).options(season.profile)}
    chosen = tuple(options[name] for name in world.options)
    return Domain(
        {block.number: ("A", "B", "C")[: world.slots] for block in season.blocks},
        frozenset(world.days),
        {block.number: chosen for block in season.blocks},
        {block.number: 3 if world.more_sets else 2 for block in season.blocks},
    )


def _numbers(world: World, doctrine: Any) -> Any:
    return doctrine.tables.session.model_copy(update={"sets": (2, 3) if world.more_sets else (2, 2)})


class _Listing(cp_model.CpSolverSolutionCallback):
    """Judges each plan as it comes."""

    def __init__(
        self, world: World, doctrine: Any, season: Season, x: Decisions, posted: Mapping[str, Sequence[Posted]]
    ) -> None:
        super().__init__()
        self.world, self.doctrine, self.season, self.x, self.posted = world, doctrine, season, x, posted
        self.comparisons = {rule.id: Comparison() for rule in doctrine.rules}
        self.error: Exception | None = None
        self.empty = plan(season.profile, phases=world.phases, stage=world.stage)
        assert self.empty.season == season

    def on_solution_callback(self) -> None:
        try:
            finished = self._plan()
            for rule in self.doctrine.rules:
                self._compare(rule, finished)
        except Exception as error:  # noqa: BLE001  # an exception must not cross the solver's threads
            self.error = error
            self.stop_search()

    def _compare(self, rule: PlanRule, finished: Plan) -> None:
        comparison = self.comparisons[rule.id]
        charged: dict[str, int] = {}
        for posted in self.posted[rule.id]:
            amount = posted.over if isinstance(posted.over, int) else self.value(posted.over)
            if amount > 0:
                charged[posted.at] = charged.get(posted.at, 0) + amount * posted.times
        found: dict[str, int] = {}
        for violation in rule.check(finished):
            found[violation.at] = found.get(violation.at, 0) + violation.amount
        comparison.plans += 1
        comparison.amounts.add(sum(found.values()))
        if charged != found and len(comparison.differ) < 3:
            held = [(str(s.date), s.slot, s.place, [i.exercise for i in s.main]) for s in finished.sessions]
            comparison.differ.append(f"{self.world.name}: charged {charged}, found {found}, in {held}")

    def _plan(self) -> Plan:
        return self.empty.with_sessions(self._sessions())

    def _sessions(self) -> Iterator[Session]:
        for slot in self.x.all_slots():
            if self.value(slot.used):
                options = tuple((o, 2 + self.value(slot.extra[o])) for o, c in slot.chosen.items() if self.value(c))
                place = next(place for place, at in slot.at.items() if self.value(at))
                for date, on in slot.on.items():
                    if self.value(on):
                        yield self._session(slot, date, place, options)

    def _session(self, slot: Slot, date: dt.date, place: str, options: tuple[tuple[Option, int], ...]) -> Session:
        choice = Choice(slot.letter, place, options, self.value(slot.supersets))
        return _paper(self.doctrine.prescription, choice, slot.block, self.season.days[date], self.season)


_PAPERS: dict[Any, Session] = {}


def _paper(prescription: Any, choice: Choice, block: Any, date: Any, season: Season) -> Session:
    """Sessions recur in thousands of plans; each is written once."""
    key = (choice, block, date.date, id(season))
    if key not in _PAPERS:
        _PAPERS[key] = prescription.session_for(choice, block, date, season.profile)
    return _PAPERS[key]
