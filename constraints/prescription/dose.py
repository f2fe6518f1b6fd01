"""Sets, reps or seconds, effort, tempo and rest of one exercise in one style, and the time it takes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from pydantic import Field, model_validator

from profiles.equipment import FLOOR, Equipment
from profiles.exercise import Exercise, Experience
from profiles.frozen import Frozen
from profiles.plan import Dose, Role, Slower, Style
from profiles.season import Phase

BODYWEIGHT: Final = "bodyweight"
WEIGHTS: Final = frozenset({"barbell", "dumbbells", "kettlebell", "trap bar", "machines", "plate", "weight vest"})
"""Implements that can make an exercise heavy; bands cannot."""

LOADED: Final[tuple[Style, ...]] = ("heavy", "moderate")
"""Styles that are always done with a load, the heaviest first."""

HALF_MINUTE_S: Final = 30
"""The unit in which the solver counts time."""
TEMPO: Final = r"^\d+-\d+-\d+$"


class LightNumbers(Frozen):
    """How loaded work is dosed where nothing at a place is heavy for the runner (DOS-61 bars very many reps)."""

    reps: tuple[int, int] = Field(description="range of a set, as far as the time of the usual set allows")
    tempo: str = Field(pattern=TEMPO, description="seconds down-pause-up")
    slower: str | None = Field(
        default=None, pattern=TEMPO, description="tempo once the range is used up, for fewer reps"
    )
    rest_s: int = Field(ge=0, le=90, description="after each set")


class StyleNumbers(Frozen):
    """How one style of exercise is dosed."""

    reps: tuple[int, int] = Field(description="range of a set, within the exercise's own range")
    reps_with: dict[Equipment, tuple[int, int]] = Field(default={}, description="range with certain implements instead")
    reps_high: tuple[int, int] | None = Field(
        default=None, description="range for the upper body and hip thrusts instead"
    )
    reps_on_two_legs: tuple[int, int] | None = Field(
        default=None, description="range for leg work on both legs instead: without a load it is easy"
    )
    fewest: int | None = Field(
        default=None,
        ge=1,
        le=5,
        description="reps of a set that still train; who states that no more are possible is given something easier",
    )
    reps_in: dict[Phase, tuple[int, int]] = Field(default={}, description="range in certain phases instead")
    reserve: tuple[int, int] | None = Field(default=None, description="reps in reserve (RIR)")
    tempo: str | None = Field(default=None, pattern=TEMPO, description="seconds down-pause-up")
    slower: str | None = Field(
        default=None,
        pattern=TEMPO,
        description="tempo once the range is used up and no heavier load follows, for fewer reps",
    )
    longest_s: int | None = Field(
        default=None, ge=20, le=90, description="a hold may grow to what is asked of the advanced, but to no more"
    )
    rest_s: int = Field(ge=0, le=300, description="after each set")
    rest_s_with: dict[Equipment, int] = Field(default={}, description="rest with certain implements instead, longer")
    rep_s: int | None = Field(default=None, ge=1, le=10, description="seconds a rep takes, where no tempo says it")
    step_s: int | None = Field(default=None, ge=1, le=5, description="seconds of a step, where the reps are steps")
    light: LightNumbers | None = Field(default=None, description="where nothing at a place is heavy for the runner")
    because: tuple[str, ...]

    @model_validator(mode="after")
    def _one_length(self) -> StyleNumbers:
        """A session's minutes are known before its implements: an option takes as long as with the slowest.

        So an implement may change where a range starts, and lengthen the rest, but not shorten it.
        """
        if any(low >= most or most != self.reps[1] for low, most in self.reps_with.values()):
            raise ValueError("ranges for single implements must end where the style's range ends")
        if any(rest <= self.rest_s for rest in self.rest_s_with.values()):
            raise ValueError("the rest with a single implement must be longer than the style's rest")
        if (self.tempo is None) == (self.rep_s is None):
            raise ValueError("a style has a tempo or the seconds of a rep, one of them")
        if self.reps_with and self.reps_high:
            raise ValueError("a style has ranges for single implements or a higher range, not both")
        return self


class CircuitNumbers(Frozen):
    """The short form of a session: a shorter warm-up, and its exercises in turn, with the fewest sets of each."""

    most_min: int = Field(ge=10, le=30, description="free minutes up to which a day holds a circuit, and its longest")
    least: int = Field(ge=1, le=4, description="fewest exercises")
    warm_up_s: int = Field(ge=60, le=300)
    cooldown_s: int = Field(ge=0, le=300)
    rest_s: int = Field(ge=0, le=120, description="after each round")
    because: tuple[str, ...]


class ShorterNumbers(Frozen):
    """Warm-up and cooldown of a day on which they would take too much of the time."""

    work_min: int = Field(ge=10, le=40, description="main work that a day has room for before they grow")
    warm_up_min: int = Field(ge=3, le=15, description="shortest")
    cooldown_min: int = Field(ge=0, le=15, description="shortest")
    because: tuple[str, ...]


class SessionNumbers(Frozen):
    """What a session costs besides its sets."""

    warm_up_min: int = Field(ge=5, le=15)
    cooldown_min: int = Field(ge=0, le=15)
    setup_s: int = Field(ge=0, le=120, description="to get ready for each exercise")
    sets: tuple[int, int] = Field(description="fewest and most sets of an exercise")
    reduced_least: int = Field(
        ge=1, le=6, description="fewest exercises of a session on a day that leaves out part of it"
    )
    supersets: int = Field(ge=0, le=4, description="most pairs in a session")
    superset_saves_s: int = Field(
        ge=0, le=300, description="rest that a superset saves at least: the shorter one, in each round of the fewest"
    )
    order: tuple[Role, ...] = Field(description="in which the main work is done, by the role an exercise has")
    because: tuple[str, ...]
    circuit: CircuitNumbers
    shorter: ShorterNumbers

    @model_validator(mode="after")
    def _shortest_beside_circuits(self) -> SessionNumbers:
        """The solver counts one warm-up and cooldown for all days that are short enough for a circuit."""
        least = self.shorter
        if self.circuit.most_min > least.work_min + least.warm_up_min + least.cooldown_min:
            raise ValueError("a day with time for a circuit only must have the shortest warm-up and cooldown")
        if least.warm_up_min > self.warm_up_min or least.cooldown_min > self.cooldown_min:
            raise ValueError("the shortest warm-up and cooldown must not be longer than the usual ones")
        return self

    def drills_min(self, free_min: int) -> tuple[int, int]:
        """Minutes of warm-up and cooldown at most on a day with so many free minutes, the way there taken off.

        They take what the main work leaves, the warm-up first, within their shortest and their usual length.
        """
        least = self.shorter
        left = free_min - least.work_min
        warm_up = min(max(left - least.cooldown_min, least.warm_up_min), self.warm_up_min)
        return warm_up, min(max(left - warm_up, least.cooldown_min), self.cooldown_min)

    def around(self, free_min: int | None = None) -> int:
        """Half minutes that warm-up and cooldown take at most on a day with so many free minutes, or enough."""
        return 2 * (self.warm_up_min + self.cooldown_min if free_min is None else sum(self.drills_min(free_min)))

    def short(self, free_min: int) -> bool:
        """Whether so many minutes are time for a circuit."""
        return free_min <= self.circuit.most_min

    @property
    def around_circuit(self) -> int:
        """Half minutes that warm-up, cooldown and the rests between the rounds of a circuit take at most."""
        rests_s = self.sets[0] * self.circuit.rest_s
        return -(-(self.circuit.warm_up_s + self.circuit.cooldown_s + rests_s) // HALF_MINUTE_S)

    @property
    def superset_saves(self) -> int:
        """Whole half minutes that a superset saves."""
        return self.superset_saves_s // HALF_MINUTE_S


def styles_of(exercise: Exercise) -> tuple[Style, ...]:
    """The styles in which an exercise can be main work, hardest first; none for warm-up and cooldown drills."""
    if exercise.use not in ("main", "rehab", "avoid"):
        return ()
    match exercise:
        case Exercise(kind="plyometric") | Exercise(pattern="explosive_lift" | "swing"):
            return ("power",)
        case Exercise(kind="isometric") | Exercise(kind="carry"):
            return ("hold",)
        case Exercise(category="core"):
            return ("core",)
        case Exercise(pattern="plantarflexion"):
            return ("soleus" if exercise.knee == "bent" else "calf",)
        case Exercise(kind="activation") | Exercise(category="feet_shins") | Exercise(pattern="hip_abduction"):
            return ("prehab",)
        case Exercise(kind="compound") | Exercise(kind="isolation"):
            heavy = exercise.heavy == "loaded" and exercise.impact == "none" and WEIGHTS & set(exercise.loads)
            styles: list[Style] = ["heavy"] if heavy else []
            styles += ["moderate"] if exercise.loads else []
            styles += [] if exercise.never_unloaded else ["bodyweight"]
            return tuple(styles)
        case _:
            return ()


def implement(exercise: Exercise, style: Style, items: Collection[str]) -> str | None:
    """The preferred one of its `implements`; None where it cannot be done."""
    return next(iter(implements(exercise, style, items)), None)


def implements(exercise: Exercise, style: Style, items: Collection[str]) -> tuple[str, ...]:
    """What it can be loaded with at a place that holds `items`, preferred first; bodyweight if nothing."""
    there = FLOOR | set(items)
    if exercise.needs and not any(set(need) <= there for need in exercise.needs):
        return ()
    loads = tuple(load for load in exercise.loads if load in there and (style != "heavy" or load in WEIGHTS))
    if style in ("heavy", "moderate") or exercise.never_unloaded:  # always done with a load
        return loads
    return loads if loads and style in ("prehab", "core", "calf", "soleus") else (BODYWEIGHT,)


def role_of(exercise: Exercise, style: Style) -> Role:
    """The class that places it in the order of a session (CON-26, CON-77)."""
    if style == "power":
        return "power"
    if style == "heavy" or exercise.heavy == "always":
        return "heavy_compound"
    if exercise.category == "core":
        return "core"
    return "isometric" if style == "hold" else "accessory"


def dose(
    exercise: Exercise,
    style: Style,
    sets: int,
    numbers: Mapping[Style, StyleNumbers],
    experience: Experience,
    phase: Phase,
    load: str = BODYWEIGHT,
) -> Dose:
    """The dose of `sets` sets; the phase and the load decide the range of reps."""
    row = numbers[style]
    each = exercise.sides == "each"
    rest_s = next((rest for item, rest in row.rest_s_with.items() if item == load), row.rest_s)
    if exercise.hold_s is not None:
        low, high = exercise.hold_s[experience]
        grown = min(exercise.hold_s["advanced"][1], row.longest_s or high)
        return Dose(sets=sets, seconds=(low, max(high, grown)), each_side=each, rest_s=rest_s)
    reps = _within(_range(row, exercise, phase, load), exercise.reps, narrow=phase in row.reps_in)
    hard = not exercise.loads and (exercise.region == "upper" or exercise.level != "beginner")
    if style == "bodyweight" and exercise.reps and hard:
        reps = min(reps[0], exercise.reps[0]), reps[1]  # no lighter load than the body: a pull-up begins at one
    least = reps[0] if _easy_on_two_legs(row, exercise) else exercise.reps[0] if exercise.reps else 1
    if exercise.steps:
        return Dose(sets=sets, reps=reps, each_side=each, reserve=row.reserve, rest_s=rest_s)
    own = _slower(reps, row.tempo, exercise.tempo, exercise, least)
    reps, tempo = (own.reps, own.tempo) if own else (reps, row.tempo)
    slower = _slower(reps, tempo, row.slower, exercise, least)
    return Dose(sets=sets, reps=reps, each_side=each, reserve=row.reserve, tempo=tempo, slower=slower, rest_s=rest_s)


def light(usual: Dose, row: StyleNumbers, exercise: Exercise) -> Dose:
    """A dose where nothing is heavy: more reps, slower, with no more rest, and no longer than the usual one."""
    if row.light is None or usual.reps is None:
        return usual
    lighter = usual.model_copy(update={"tempo": row.light.tempo, "rest_s": row.light.rest_s})
    sides = 2 if usual.each_side else 1
    counted = 2 if exercise.sides == "alternating" else 1
    usual_s = usual.reps[1] * rep_s(usual, row) * sides + usual.rest_s
    longest = (usual_s - lighter.rest_s) // (rep_s(lighter, row) * sides) // counted * counted
    low, high = (counted * reps for reps in row.light.reps)
    reps = (low, max(low + counted, min(high, longest)))
    slower = _slower(reps, row.light.tempo, row.light.slower, exercise, low)
    return lighter.model_copy(update={"reps": reps, "slower": slower})


def is_light(dose: Dose, row: StyleNumbers) -> bool:
    """Whether a dose is that of a load which is too light for the runner."""
    return row.light is not None and dose.tempo == row.light.tempo != row.tempo


def _slower(
    reps: tuple[int, int], tempo: str | None, slower: str | None, exercise: Exercise, least: int
) -> Slower | None:
    """The range at a slower tempo: as many reps as take no longer than the top of the range, but `least` or more."""
    if tempo is None or slower is None:
        return None
    step = 2 if exercise.sides == "alternating" else 1
    high = reps[1] * tempo_s(tempo) // tempo_s(slower) // step * step
    low = max(least, min(reps[0], high - 2 * step), high // 2 // step * step)
    return Slower(reps=(low, max(low, high)), tempo=slower)


def tempo_s(tempo: str) -> int:
    """Seconds of a rep."""
    return sum(map(int, tempo.split("-")))


def up_to(dose: Dose, most: int, fewest: int = 1) -> Dose:
    """A dose for a runner who can do `most` reps: from fewer reps, and with less in reserve, where it asks for more."""
    if dose.reps is None or dose.reserve is None:
        return dose
    low, high = dose.reps
    few = max(fewest, min(low, most - dose.reserve[1]))
    left = tuple(min(reserve, max(0, most - few)) for reserve in dose.reserve)
    top = max(few + 1, min(high, most + dose.reserve[1]))
    return dose.model_copy(update={"reps": (few, top), "reserve": left})


def _easy_on_two_legs(row: StyleNumbers, exercise: Exercise) -> bool:
    return row.reps_on_two_legs is not None and exercise.region == "lower" and exercise.sides == "both"


def _range(row: StyleNumbers, exercise: Exercise, phase: Phase, load: str) -> tuple[int, int]:
    """The style's range for an exercise; work on alternating sides counts both."""
    more = exercise.hip_thrust or exercise.region == "upper"
    low, high = row.reps_high if row.reps_high and more else row.reps
    if row.reps_on_two_legs and _easy_on_two_legs(row, exercise):
        low, high = row.reps_on_two_legs
    if phase in row.reps_in:
        low, high = row.reps_in[phase]
    elif load in row.reps_with:
        low, high = row.reps_with[load]
    return (2 * low, 2 * high) if exercise.sides == "alternating" else (low, high)


def rep_s(dose: Dose, row: StyleNumbers) -> int:
    """Seconds a rep takes, by its tempo if it has one; in a style with a tempo, steps have none."""
    return tempo_s(dose.tempo) if dose.tempo else row.rep_s or row.step_s or 0


def _within(style: tuple[int, int], own: tuple[int, int] | None, *, narrow: bool) -> tuple[int, int]:
    """The style's range cut to the exercise's own; the exercise's own where they share one number or none.

    Where a phase narrows the style's range, the exercise's own is narrowed to the same width.
    """
    if own is None:
        return style
    low, high = max(style[0], own[0]), min(style[1], own[1])
    if low < high:
        return low, high
    return (own[0], min(own[1], own[0] + style[1] - style[0])) if narrow else own
