"""One exercise: every column of the catalogue, as data."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Literal, get_args

from pydantic import Field

from profiles.equipment import Equipment
from profiles.frozen import Frozen

Experience = Literal["beginner", "intermediate", "advanced"]
LEVELS: tuple[Experience, ...] = get_args(Experience)
Injury = Literal["achilles", "hamstrings", "hips", "itb", "patellar", "piriformis", "plantar", "runners_knee", "shins"]
INJURIES: tuple[Injury, ...] = get_args(Injury)
Category = Literal[
    "glutes_hips",
    "posterior_chain",
    "quads_knee",
    "core",
    "calves_ankles",
    "feet_shins",
    "upper_push",
    "upper_pull",
    "full_body_power",
    "mobility",
]
Kind = Literal[
    "compound", "isolation", "isometric", "plyometric", "activation", "carry", "mobility", "run_drill", "cardio"
]
Pattern = Literal[
    "squat",
    "single_leg_squat",
    "leg_press",
    "hinge",
    "lunge",
    "step_up",
    "step_down",
    "bridge",
    "hip_thrust",
    "hip_abduction",
    "knee_drive",
    "knee_flexion",
    "knee_extension",
    "plantarflexion",
    "dorsiflexion",
    "foot",
    "balance",
    "horizontal_push",
    "vertical_push",
    "elbow_extension",
    "scapular",
    "horizontal_pull",
    "vertical_pull",
    "elbow_flexion",
    "hang",
    "anti_extension",
    "anti_rotation",
    "anti_lateral_flexion",
    "rotation",
    "trunk_flexion",
    "carry",
    "jump",
    "hop",
    "bound",
    "throw",
    "swing",
    "explosive_lift",
    "running_drill",
    "mobility",
]


class Exercise(Frozen):
    """An entry of `exercises.toml`; its key there is its id.

    A movement that a doctrine may or may not count as a basic pattern has a pattern of its own: step-ups beside lunges,
    squats on one leg and leg presses beside squats, hip thrusts beside hinges.

    Columns follow the EXE table of the guidance; `level`, `until`, `tier`, `harms`, `eccentric`, `tempo`, `counts`,
    `steps`, `variants` and `worth` are judgement.
    """

    id: str = Field(description="snake_case key, used in profiles and plans")
    exe: str = Field(
        pattern=r"^(EXE-\d{3}|OWN-\d{2})$",
        description="row of the guidance's exercise table; OWN: in no guide, our judgement in every column",
    )
    guidance: tuple[str, ...] = Field(
        default=(), description="facts of the guidance that its columns encode, besides its row"
    )
    name: str
    category: Category
    kind: Kind
    counts: bool = Field(
        default=True,
        description="whether its sets are sets of its category; not those of a hold for balance, grip or posture",
    )
    pattern: Pattern
    sides: Literal["both", "each", "alternating"] = Field(description="both sides together, one at a time, in turn")
    region: Literal["lower", "upper", "core", "whole"]
    heavy: Literal["never", "loaded", "always", "calf"] = Field(
        default="never", description="whether it counts as heavy: never, once loaded, always (eccentric), calf only"
    )
    impact: Literal["none", "low", "high"] = "none"
    needs: tuple[tuple[Equipment, ...], ...] = Field(
        default=(), description="alternatives; each is a set of items needed together; empty: nothing needed"
    )
    loads: tuple[Equipment, ...] = Field(default=(), description="implements that load it, in order of preference")
    level: Experience = Field(default="beginner", description="least lifting experience it asks for")
    until: Experience | None = Field(default=None, description="most experience that it trains; none: all")
    tier: Literal[0, 1, 2, 3] = Field(default=0, description="plyometric tier (PRG-18); 0 = no plyometric")
    knee: Literal["straight", "bent"] | None = Field(default=None, description="calf work only")
    frontal: bool = Field(default=False, description="works side to side")
    eccentric: bool = Field(default=False, description="its point is the lowering")
    tempo: str | None = Field(
        default=None, description="seconds down-pause-up, where they are not those of other work of its style"
    )
    steps: bool = Field(default=False, description="whether its reps are steps of a walk, which has no tempo")
    reps: tuple[int, int] | None = Field(default=None, description="range a guide states for a set (per side if each)")
    hold_s: dict[Experience, tuple[int, int]] | None = Field(
        default=None, description="holds and carries: seconds by experience"
    )
    use: Literal["main", "rehab", "avoid", "warm_up", "cooldown", "drill"] = Field(
        default="main",
        description="main work; only for an injury; advised against; or only before, after or apart from the main work",
    )
    worth: Literal[0, 1, 2, 3] = Field(
        default=2,
        description="to a healthy runner as main work, beside others of its kind: 3 a first choice, 0 where nothing "
        "better can be done",
    )
    priority: bool = Field(default=False, description="named a priority of its category (STR-54)")
    easier: tuple[str, ...] = Field(default=(), description="one rung down the ladder")
    harder: tuple[str, ...] = Field(default=(), description="one rung up the ladder")
    variants: tuple[str, ...] = Field(
        default=(), description="other forms of it on the same rung: going from one to another is no step up or down"
    )
    helps: tuple[Injury, ...] = Field(default=(), description="injuries whose module holds it")
    harms: tuple[Injury, ...] = Field(
        default=(), description="current injuries that rule it out; all of them where the legs jump or lift fast"
    )
    cue: str = Field(description="how to do it, in a sentence")
    caution: str = ""
    dosage: str = Field(default="", description="the guides' own doses, for the record")
    sources: tuple[str, ...] = Field(description="guide and section, as in the guidance")

    @property
    def own(self) -> bool:
        """Whether no guide names it."""
        return self.exe.startswith("OWN")

    @property
    def leg_work(self) -> bool:
        """Whether it tires the legs: not holds, activation, mobility, core or prehab (CON-02's exemptions)."""
        if self.category in ("core", "feet_shins") or self.pattern == "hip_abduction":
            return False
        return self.region in ("lower", "whole") and self.kind in ("compound", "isolation", "plyometric", "carry")

    def doable_with(self, items: frozenset[str]) -> bool:
        """Whether it can be done, loaded or not, with these items."""
        return not self.needs or any(items.issuperset(need) for need in self.needs)

    @property
    def lasts(self) -> bool:
        """Whether a runner goes on with it for months: a compound lift or a calf raise, not an accessory."""
        return self.kind == "compound" or (self.pattern == "plantarflexion" and self.kind != "isometric")

    @property
    def hip_thrust(self) -> bool:
        return self.pattern == "hip_thrust"

    @property
    def unstable(self) -> bool:
        """Whether it is done on a surface that gives way."""
        return any(item in ("unstable pad", "stability ball") for need in self.needs for item in need)

    @property
    def moves(self) -> bool:
        """Whether it trains by moving: not a hold or a carry, nor what only loosens or warms."""
        return self.kind in ("compound", "isolation", "activation", "plyometric")

    def loads_part(self, injury: Injury) -> bool:
        """Whether it loads the part of the body that an injury is of."""
        return not loaded_by()[injury].isdisjoint((self.category, self.pattern))

    @property
    def never_unloaded(self) -> bool:
        """Whether it cannot be done without an implement that loads it."""
        return bool(self.needs) and all(any(item in self.loads for item in need) for need in self.needs)


@cache
def loaded_by() -> dict[Injury, frozenset[str]]:
    """The categories and patterns that load the part of each injury."""
    with resources.files("profiles").joinpath("catalogue/injuries.toml").open("rb") as file:
        read = tomllib.load(file)
    return {injury: frozenset(read[injury]["loaded_by"]) for injury in INJURIES}


@cache
def catalogue() -> dict[str, Exercise]:
    """Every exercise by id, in the order of the guidance; our own stand beside their relatives."""
    with resources.files("profiles").joinpath("catalogue/exercises.toml").open("rb") as file:
        return {key: Exercise(id=key, **columns) for key, columns in tomllib.load(file).items()}
