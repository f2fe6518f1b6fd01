"""From what was chosen to a session on paper: order, supersets, warm-up, cooldown, minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from constraints.options import Option
from constraints.prescription.dose import BODYWEIGHT, SessionNumbers, StyleNumbers, dose, implement, minutes
from profiles.exercise import Category, Experience, catalogue
from profiles.plan import ROLES, Drill, Item, Session, Style
from profiles.profile import Profile
from profiles.season import Block, Day


class DrillMenu(BaseModel):
    """Drills before or after the main work, by what it trains."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    legs: tuple[str, ...]
    upper: tuple[str, ...]
    always: tuple[str, ...]
    reps: tuple[int, int] = Field(description="of a drill for which no guide gives any")
    because: tuple[str, ...]


@dataclass(frozen=True)
class Choice:
    """What the solver chose for a slot of a block."""

    slot: str
    place: str
    options: tuple[tuple[Option, int], ...]
    """each with its sets"""
    supersets: int


@dataclass(frozen=True)
class Prescription:
    """The numbers that turn choices into sessions."""

    styles: dict[Style, StyleNumbers]
    session: SessionNumbers
    warm_up: DrillMenu
    cooldown: DrillMenu

    def session_for(self, choice: Choice, block: Block, day: Day, profile: Profile) -> Session:
        """The session of a slot on a day, without the reasons for its day."""
        main = self._main(choice, block, profile)
        return Session(
            date=day.date,
            slot=choice.slot,
            phase=block.phase,
            block=block.number,
            place=choice.place,
            minutes=self.minutes(main),
            after=tuple(map(str, day.runs_before)),
            before=tuple(map(str, day.runs_after)),
            warm_up=_drills(self.warm_up, main, profile),
            main=main,
            cooldown=_drills(self.cooldown, main, profile),
        )

    def minutes(self, main: Sequence[Item]) -> int:
        """How long a session with this main work lasts, warm-up and cooldown included."""
        work = sum(minutes(item.dose, self.styles[item.style].rep_s, self.session.setup_s) for item in main)
        pairs = len({item.superset for item in main} - {None})
        work -= pairs * self.session.superset_saves_min
        return self.session.warm_up_min + self.session.cooldown_min + work

    def _main(self, choice: Choice, block: Block, profile: Profile) -> tuple[Item, ...]:
        ordered = sorted(choice.options, key=lambda chosen: _order(chosen[0]))
        lower = [option for option, _ in ordered if option.superset == "lower"][: choice.supersets]
        other = [option for option, _ in ordered if option.superset == "other"][: choice.supersets]
        partner = dict(zip(lower, other, strict=False))
        number = {option: index for index, pair in enumerate(partner.items(), 1) for option in pair}
        sets = dict(ordered)
        sequence: list[Option] = []
        for option, _ in ordered:
            if option not in other:
                sequence.append(option)
                sequence += [partner[option]] if option in partner else []
        return tuple(
            self._item(option, sets[option], number.get(option), choice, block, profile) for option in sequence
        )

    def _item(
        self, option: Option, sets: int, superset: int | None, choice: Choice, block: Block, profile: Profile
    ) -> Item:
        experience = profile.athlete.experience
        load = implement(option.exercise, option.style, profile.place_named(choice.place).items) or BODYWEIGHT
        if experience == "beginner" and block.stage == "introduction" and not option.loaded:
            load = BODYWEIGHT
        return Item(
            exercise=option.exercise.id,
            style=option.style,
            role=option.role,
            dose=dose(option.exercise, option.style, sets, self.styles, experience, load),
            load=load,
            superset=superset,
        )


_WITHIN_ROLE: tuple[Category, ...] = (
    "full_body_power", "posterior_chain", "quads_knee", "glutes_hips", "upper_pull", "upper_push", "core",
    "calves_ankles", "feet_shins", "mobility",
)  # fmt: skip


def _order(option: Option) -> tuple[int, bool, int, str]:
    """Class first (CON-26); then compounds before isolation, calves late (STR-07)."""
    return (
        ROLES.index(option.role),
        option.exercise.kind != "compound",
        _WITHIN_ROLE.index(option.exercise.category),
        option.exercise.id,
    )


def _drills(menu: DrillMenu, main: Sequence[Item], profile: Profile) -> tuple[Drill, ...]:
    """The drills that suit what the main work trains (STR-10, STR-12)."""
    regions = {item.entry.region for item in main}
    wanted = list(menu.legs) if regions & {"lower", "whole"} else []
    wanted += menu.upper if regions & {"upper", "whole"} else []
    return tuple(
        Drill(exercise=name, dose=_spoken(name, profile.athlete.experience, menu.reps))
        for name in [*wanted, *menu.always]
        if name not in profile.preferences.exclude
    )


def _spoken(name: str, experience: Experience, reps: tuple[int, int]) -> str:
    entry = catalogue()[name]
    side = " a side" if entry.sides == "each" else ""
    if entry.hold_s:
        low, high = entry.hold_s[experience]
        return (f"{low} s" if low == high else f"{low}-{high} s") + side
    low, high = entry.reps or reps
    return (f"{low}" if low == high else f"{low}-{high}") + " reps" + side
