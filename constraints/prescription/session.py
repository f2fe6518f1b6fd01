"""From choices to a written session: order, supersets, warm-up, cooldown, minutes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from constraints.prescription.dose import (
    BODYWEIGHT,
    SessionNumbers,
    StyleNumbers,
    dose,
    implements,
    light,
    role_of,
    up_to,
)
from constraints.prescription.drills import DrillMenu
from constraints.prescription.lengths import main_s
from constraints.prescription.loads import LoadNumbers, best_offer, loadable, too_light
from constraints.prescription.options import Option, all_options
from constraints.prescription.pairs import pairs_of
from constraints.prescription.progression import week_by_week
from constraints.prescription.progression_numbers import ProgressionNumbers
from constraints.prescription.used_up import UsedUp
from profiles.exercise import Category, Exercise
from profiles.pin import SLOTS
from profiles.plan import Dose, Item, Role, Session, Style
from profiles.profile import Profile
from profiles.season import Block, Day, Phase, Season, weeks_between


@dataclass(frozen=True)
class Choice:
    """What the solver chose for a slot of a block."""

    slot: str
    place: str
    options: tuple[tuple[Option, int], ...]
    """each with its sets"""
    supersets: int
    circuit: bool = False
    """whether all of it is done in turn"""
    reduced: bool = False
    """whether it leaves out part of what the slot holds on other days"""


@dataclass(frozen=True)
class Prescription:
    """The numbers that turn choices into sessions."""

    styles: dict[Style, StyleNumbers]
    session: SessionNumbers
    warm_up: DrillMenu
    cooldown: DrillMenu
    progression: ProgressionNumbers
    loads: LoadNumbers
    holds_weeks: int = 0
    """from the season's start, in which what is sore takes holds only"""

    def options(
        self, profile: Profile, phase: Phase, among: Collection[str] | None = None, weeks: int | None = None
    ) -> tuple[Option, ...]:
        """Every option of a phase, or those of certain exercises, with the time that these numbers give it."""
        return all_options(self.styles, self.session, self.progression.steps, self.loads, profile, phase, among, weeks)

    def week_by_week(self, sessions: Sequence[Session], season: Season) -> tuple[Session, ...]:
        """The sessions with each date's part of the dose, and the minutes of it."""
        dated = week_by_week(sessions, season, self.progression, self.loads)
        filled = UsedUp(season, self.progression, self.session.sets[1], self.minutes).filled(dated)
        return tuple(session.model_copy(update={"minutes": self.minutes(session)}) for session in filled)

    def sessions_for(self, choice: Choice, block: Block, days: Iterable[Day], profile: Profile) -> Iterator[Session]:
        """The sessions of a slot on these days, all with one content; without the reasons for their days.

        Each letter takes the next drill of the menus' lists, and in each block the next again.
        """
        main = self._main(choice, block, profile)
        usual_min = self.most_min(choice)
        turn = block.number + SLOTS.index(choice.slot)
        holds = weeks_between(profile.season.start, block.first) < self.holds_weeks
        for day in days:
            room_min = profile.room_min(day.date)
            most_min = self.most_min(choice, room_min)
            for_drills = self._for_drills(choice, main, room_min)
            warm_up, cooldown = (
                menu.drills(main, profile, choice.place, turn, ran=day.straight_after_run, free_s=free_s, holds=holds)
                for menu, free_s in zip((self.warm_up, self.cooldown), for_drills, strict=True)
            )
            yield Session(
                date=day.date,
                slot=choice.slot,
                phase=block.phase,
                block=block.number,
                place=choice.place,
                minutes=most_min,
                most_min=most_min,
                usual_min=usual_min,
                circuit=choice.circuit,
                reduced=choice.reduced,
                after=day.runs_before,
                before=day.runs_after,
                warm_up=warm_up,
                main=main,
                cooldown=cooldown,
            )

    def _for_drills(self, choice: Choice, main: Sequence[Item], room_min: int) -> tuple[int, int]:
        """The seconds of warm-up and cooldown, without those of lighter sets."""
        if choice.circuit:
            return self.session.circuit.warm_up_s, self.session.circuit.cooldown_s
        lighter_s = sum(self.loads.lighter_sets.seconds(item.style, item.load) for item in main)
        warm_up_min, cooldown_min = self.session.drills_min(room_min)
        return 60 * warm_up_min - lighter_s, 60 * cooldown_min

    def most_min(self, choice: Choice, room_min: int | None = None) -> int:
        """How long a session lasts at most on a day with so much room, or enough; loads do not change it."""
        around = self.session.around_circuit if choice.circuit else self.session.around(room_min)
        return -(-(self._work(choice) + around) // 2)

    def _work(self, choice: Choice) -> int:
        """Half minutes of the main work at most."""
        if choice.circuit:
            return sum(option.in_circuit for option, _ in choice.options)
        least = self.session.sets[0]
        work = sum(option.fewest + (sets - least) * option.extra for option, sets in choice.options)
        return work - choice.supersets * self.session.superset_saves

    def minutes(self, session: Session) -> int:
        """How long a session lasts with the doses of its date and the drills that it has."""
        drills_s = self.warm_up.seconds(session.warm_up) + self.cooldown.seconds(session.cooldown)
        work_s = main_s(session.main, self.styles, self.session.setup_s, self.loads.lighter_sets)
        return -(-(drills_s + work_s) // 60)

    def _main(self, choice: Choice, block: Block, profile: Profile) -> tuple[Item, ...]:
        """The items in the order in which they are done; a pair stands where the earlier of its two exercises does."""
        ordered = sorted(choice.options, key=lambda chosen: _order(chosen[0], self.session.order))
        sets = dict(ordered)
        if choice.circuit:
            return tuple(self._item(option, sets[option], 1, choice, block, profile) for option, _ in ordered)
        pairs = [
            tuple(sorted(pair, key=lambda option: _order(option, self.session.order)))
            for pair in pairs_of([option for option, _ in ordered], choice.supersets).items()
        ]
        paired = {option for pair in pairs for option in pair}
        # within a class straight sets first: a barbell lift is not done after a pair's small exercise
        rounds = [*((option,) for option in sets if option not in paired), *pairs]
        rounds.sort(key=lambda one: (class_of(one[0].exercise, one[0].style, self.session.order), *_late(one)))
        pairs = [one for one in rounds if len(one) > 1]
        number = {option: index for index, pair in enumerate(pairs, 1) for option in pair}
        return tuple(
            self._item(option, sets[option], number.get(option), choice, block, profile)
            for one in rounds
            for option in one
        )

    def _item(
        self, option: Option, sets: int, superset: int | None, choice: Choice, block: Block, profile: Profile
    ) -> Item:
        load, asked = self._loaded(option, sets, choice.place, block, profile)
        if choice.circuit:
            asked = asked.model_copy(update={"rest_s": self.session.circuit.rest_s})
        return Item(
            exercise=option.exercise.id,
            style=option.style,
            role=option.role,
            dose=asked,
            load=load,
            superset=superset,
        )

    def _loaded(self, option: Option, sets: int, place: str, block: Block, profile: Profile) -> tuple[str, Dose]:
        """The implement of an item and its dose: the load that is wanted decides where a place has several."""
        exercise, style, experience = option.exercise, option.style, profile.athlete.experience
        at = profile.place_named(place)
        loads = implements(exercise, style, at.items) or (BODYWEIGHT,)
        if experience == "beginner" and block.stage == "introduction" and not option.loaded:
            loads = (BODYWEIGHT,)
        offers = [
            (load, loadable(at, load, self.loads.implements), dose(
                exercise, style, sets, self.styles, experience, block.phase, load
            ))
            for load in loads
        ]  # fmt: skip
        load, masses, asked = best_offer(exercise, style, offers, profile, self.loads)
        if too_light(exercise, load, masses, profile, self.loads):
            asked = light(asked, self.styles[style], exercise)
        most = None if exercise.loads else profile.most_reps(exercise.id)
        return load, up_to(asked, most, self.styles[style].fewest or 1) if most else asked


_WITHIN_ROLE: tuple[Category, ...] = (
    "full_body_power", "posterior_chain", "quads_knee", "glutes_hips", "upper_pull", "upper_push", "core",
    "calves_ankles", "feet_shins", "mobility",
)  # fmt: skip


def class_of(exercise: Exercise, style: Style, order: Sequence[Role]) -> tuple[int, bool]:
    """The position of an exercise in a session: by its role (CON-26), and compounds before isolation (STR-04).

    A heavy lowering that is no compound lift, as of a heel drop, is an accessory.
    """
    role, compound = role_of(exercise, style), exercise.kind == "compound"
    return order.index("accessory" if role == "heavy_compound" and not compound else role), not compound


def _late(together: Sequence[Option]) -> tuple[bool, int]:
    """Within a class barbell lifts come first, and straight sets before pairs."""
    first, *_ = together
    return not (first.loaded and first.plates), len(together)


def _order(option: Option, order: Sequence[Role]) -> tuple[int, bool, int, str]:
    """Class first; within it calves late (STR-07)."""
    category = _WITHIN_ROLE.index(option.exercise.category)
    return (*class_of(option.exercise, option.style, order), category, option.exercise.id)
