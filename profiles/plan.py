"""The plan: dated sessions with their doses, and what was proven about them. Units: minutes, seconds, reps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property
from typing import Final, Literal

from pydantic import Field, PrivateAttr, ValidationInfo, field_validator

from profiles.amount import Amount
from profiles.exercise import Exercise, catalogue
from profiles.frozen import Frozen
from profiles.profile import Profile
from profiles.run import Run
from profiles.season import Block, Phase, Season, Week

Style = Literal["power", "heavy", "moderate", "bodyweight", "calf", "soleus", "prehab", "core", "hold"]
Role = Literal["power", "heavy_compound", "accessory", "core", "isometric"]
ROLES: tuple[Role, ...] = ("power", "heavy_compound", "accessory", "core", "isometric")


class Slower(Frozen):
    """How an exercise goes on where its range is used up and no heavier load follows."""

    reps: tuple[int, int] = Field(description="range a set is kept in, no longer than the usual one")
    tempo: str = Field(description="seconds down-pause-up")


class Dose(Frozen):
    sets: int = Field(ge=1)
    reps: tuple[int, int] | None = Field(default=None, description="range a set is kept in")
    seconds: tuple[int, int] | None = Field(default=None, description="for holds and carries")
    each_side: bool = False
    reserve: tuple[int, int] | None = Field(default=None, description="reps in reserve at the end of a set (RIR)")
    tempo: str | None = Field(default=None, description="seconds down-pause-up")
    slower: Slower | None = Field(default=None, description="after the top of the range, where no load is left to add")
    rest_s: int = Field(ge=0, description="after each set, or after each round of a superset")


Change = Literal[
    "start", "more_reps", "more_time", "more_load", "slower", "top", "hold", "fewer_sets", "lighter", "ease", "again",
]  # fmt: skip
"""How the dose of a date differs from the date before; `lighter` for one date, `ease` for a phase."""


class LighterSet(Frozen):
    """A set on the way to the first work set of a heavy lift."""

    percent: int = Field(ge=1, le=99, description="of the work sets' load")
    reps: int = Field(ge=1)
    load_kg: float | None = Field(default=None, gt=0, description="the nearest that the place can load up to that")


class Today(Frozen):
    """What to do on a date, within the item's dose."""

    sets: int = Field(ge=1)
    reps: int | None = Field(default=None, ge=1)
    seconds: int | None = Field(default=None, ge=1)
    load_kg: float | None = Field(default=None, gt=0, description="where lifts or the place's equipment say it")
    tempo: str | None = Field(default=None, description="where it is not the dose's: seconds down-pause-up")
    lighter_sets: tuple[LighterSet, ...] = Field(default=(), description="before the first set")
    change: Change = "hold"


class Item(Frozen):
    """An exercise of the main work, with its dose in the block and what of it is for today."""

    exercise: str
    style: Style
    role: Role
    dose: Dose
    load: str = Field(description="implement, or bodyweight")
    superset: int | None = Field(default=None, description="items of one number are done in turn")
    today: Today | None = Field(default=None, description="this date's part of the dose")

    @property
    def entry(self) -> Exercise:
        return catalogue()[self.exercise]

    @property
    def heavy(self) -> bool:
        return self.style == "heavy" or self.entry.heavy == "always"


Work = Literal["any session", "lifting", "leg work", "heavy leg work"]
"""Kinds of work that a rule about days may look at; each is a subset of the one before."""


class Drill(Frozen):
    """A part of the warm-up, the cooldown or an add-on."""

    exercise: str
    dose: Amount


class Session(Frozen):
    date: dt.date
    slot: str
    id: str = Field(default="", validate_default=True, description="its own for good, also when its date is edited")
    phase: Phase
    block: int
    place: str
    minutes: int = Field(description="with the doses of its date, and the drills that it has")
    most_min: int = Field(description="with every dose at the top of its range; what rules limit")
    usual_min: int = Field(description="the same with the usual warm-up and cooldown, whatever time its day has")
    circuit: bool = Field(default=False, description="a short session: all its exercises are done in turn")
    reduced: bool = Field(default=False, description="leaves out part of what its letter holds in the block")
    after: tuple[Run, ...] = Field(default=(), description="runs of the day that come first")
    before: tuple[Run, ...] = Field(default=(), description="runs of the day that follow")
    because: tuple[str, ...] = Field(default=(), description="rules that decided the day")
    warm_up: tuple[Drill, ...] = ()
    main: tuple[Item, ...]
    cooldown: tuple[Drill, ...] = ()

    @field_validator("id")
    @classmethod
    def _from_its_first_date(cls, said: str, info: ValidationInfo) -> str:
        """Default id: the ISO week and the slot, such as `2027-W03-A`."""
        if said or not {"date", "slot"} <= info.data.keys():  # date or slot is invalid, which is reported separately
            return said
        year, week, _ = info.data["date"].isocalendar()
        return f"{year}-W{week:02}-{info.data['slot']}"

    @property
    def legs(self) -> bool:
        return any(item.entry.leg_work for item in self.main)

    @property
    def heavy_legs(self) -> bool:
        return any(item.heavy and item.entry.leg_work for item in self.main)

    @property
    def lifting(self) -> bool:
        """Whether it holds more than holds and prehab."""
        return any(item.style not in ("hold", "prehab") for item in self.main)

    def holds(self, work: Work) -> bool:
        return {
            "any session": True, "lifting": self.lifting, "leg work": self.legs, "heavy leg work": self.heavy_legs,
        }[work]  # fmt: skip

    @property
    def upper(self) -> bool:
        return any(item.entry.region == "upper" and item.style in ("moderate", "bodyweight") for item in self.main)

    @property
    def content(self) -> tuple[tuple[str, str, int], ...]:
        """What a slot fixes for its block: exercise, style and sets of each item."""
        return tuple((item.exercise, item.style, item.dose.sets) for item in self.main)


AddonKind = Literal["mobility", "prehab", "test", "micro", "activation", "daily_mobility"]
PLACED: Final[tuple[AddonKind, ...]] = ("mobility", "prehab", "test", "micro")
"""Add-ons whose days are decided; the others follow from the runs."""


class Addon(Frozen):
    """An add-on on a date: short work in addition to the sessions."""

    date: dt.date
    kind: AddonKind


class Routine(Frozen):
    """What an add-on consists of, the same on each of its dates."""

    minutes: int = Field(ge=1, le=60)
    drills: tuple[Drill, ...]


class Note(Frozen):
    """A note for the reader, with the facts that it is based on."""

    topic: str
    text: str
    because: tuple[str, ...]


class TierRecord(Frozen):
    name: str
    value: int
    bound: int
    proven: bool
    given: str = Field(default="the blocks before", description="what the proof takes as it is")


class Header(Frozen):
    doctrine: str
    profile_hash: str
    doctrine_hash: str
    versions: dict[str, str]
    overrides: tuple[str, ...] = Field(default=(), description="rules whose numbers the profile overrides, in words")
    settings: tuple[str, ...] = Field(
        default=(), description="files that the profile was read from, each over those after it, with the keys it gave"
    )
    tiers: tuple[TierRecord, ...] = ()


class RunningWeek(Frozen):
    """A week with more or less running than the others."""

    week: int
    running: Literal["high", "cut_back"]


class Plan(Frozen):  # noqa: PLW1641  # its tables have no hash
    header: Header
    profile: Profile = Field(description="as it was when the plan was made")
    blocks: tuple[Block, ...]
    running: tuple[RunningWeek, ...] = Field(default=(), description="weeks that run high or are cut back")
    sessions: tuple[Session, ...]
    addons: tuple[Addon, ...] = ()
    routines: dict[AddonKind, Routine] = Field(default={})
    notes: tuple[Note, ...] = ()
    _season: Season | None = PrivateAttr(default=None)
    """where it is known already"""

    def __eq__(self, other: object) -> bool:
        """Compare the fields only; the cached season is ignored."""
        return isinstance(other, Plan) and all(
            getattr(self, name) == getattr(other, name) for name in Plan.model_fields
        )

    @cached_property
    def season(self) -> Season:
        """The profile's days in the blocks that the plan states."""
        if self._season is not None:
            return self._season
        return Season.of(self.profile, self.blocks, {one.week: one.running for one in self.running})

    def in_season(self, season: Season) -> Plan:
        """The same plan with its season cached; the season must have the profile and the blocks of the plan."""
        return self._again(season)

    def with_sessions(self, sessions: Iterable[Session]) -> Plan:
        """The same plan with other sessions, sorted by date; the season is not computed again."""
        ordered = tuple(sorted(sessions, key=lambda session: session.date))
        return self._again(self.season, sessions=ordered)

    def with_addons(self, addons: Iterable[Addon]) -> Plan:
        """The same plan with other add-ons, sorted by date."""
        return self._again(self.season, addons=tuple(sorted(addons, key=lambda addon: (addon.date, addon.kind))))

    def with_texts(self, routines: dict[AddonKind, Routine], notes: tuple[Note, ...]) -> Plan:
        """The same plan with these routines of its add-ons and these notes."""
        return self._again(self.season, routines=routines, notes=notes)

    def _again(self, season: Season, **changed: object) -> Plan:
        kept = {name: getattr(self, name) for name in Plan.model_fields}
        again = Plan.model_construct(**{**kept, **changed})
        again._season = season  # noqa: SLF001  # of the same class
        return again

    def near(self, date: dt.date) -> Plan:
        """The part of the plan in the week of a date, the week before and the week after."""
        season = self.season.near(date)
        part = self.with_sessions(session for session in self.sessions if session.date in season.days)
        part = part.with_addons(addon for addon in self.addons if addon.date in season.days)
        return part.in_season(season)

    def on(self, date: dt.date) -> Session | None:
        return self._by_date.get(date)

    def addon_on(self, date: dt.date, *kinds: AddonKind) -> AddonKind | None:
        """Which of these add-ons is on a date."""
        return next((kind for kind in self._addons_by_date.get(date, ()) if kind in kinds), None)

    @cached_property
    def _addons_by_date(self) -> dict[dt.date, tuple[AddonKind, ...]]:
        found: dict[dt.date, tuple[AddonKind, ...]] = {}
        for addon in self.addons:
            found[addon.date] = (*found.get(addon.date, ()), addon.kind)
        return found

    @cached_property
    def _by_date(self) -> dict[dt.date, Session]:
        return {session.date: session for session in self.sessions}

    def in_week(self, week: Week) -> tuple[Session, ...]:
        """The sessions of a week, first to last."""
        return tuple(session for day in week.days if (session := self.on(day.date)) is not None)

    def credited(self, week: Week) -> tuple[Session, ...]:
        """The sessions of a week that count towards what a full week is asked for: those that are not reduced."""
        return tuple(session for session in self.in_week(week) if not session.reduced)

    def slots(self, block: Block) -> dict[str, Session]:
        """The sessions of a full week of a block: the first one of each letter, and one that is not reduced if any."""
        return dict(self._slots.get(block.number, {}))

    @cached_property
    def _slots(self) -> dict[int, dict[str, Session]]:
        found: dict[int, dict[str, Session]] = {}
        for session in sorted(self.sessions, key=lambda session: session.reduced):
            found.setdefault(session.block, {}).setdefault(session.slot, session)
        return found

    def items(self, block: Block) -> tuple[Item, ...]:
        """The main work of a full week of a block."""
        return tuple(item for session in self.slots(block).values() for item in session.main)
