"""Warm-up and cooldown: drills for what a session trains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from pydantic import Field

from profiles.amount import Amount, Ends
from profiles.equipment import FLOOR
from profiles.exercise import Exercise, Experience, catalogue
from profiles.frozen import Frozen
from profiles.plan import Drill, Item
from profiles.profile import Injuries, Profile

Part = Literal["general", "legs", "upper"]


class DrillMenu(Frozen):
    """Drills before or after the main work, by what it trains."""

    parts: dict[Part, tuple[tuple[str, ...], ...]] = Field(
        description="in the order in which they are done; of each list a session has one drill, in turn"
    )
    instead: dict[str, str] = Field(
        default={}, description="the hold that stands for a drill where a sore part takes holds only"
    )
    after_run: tuple[Part, ...] = Field(description="the parts that are done straight after a run")
    reps: tuple[int, int] = Field(description="of a drill for which no guide gives any")
    rep_s: int = Field(ge=1, le=10, description="seconds a rep takes, for the time")
    change_s: int = Field(ge=0, le=30, description="from one drill to the next, for the time")
    because: tuple[str, ...]

    def drills(
        self,
        main: Sequence[Item],
        profile: Profile,
        place: str,
        turn: int,
        *,
        ran: bool,
        free_s: int,
        holds: bool = False,
    ) -> tuple[Drill, ...]:
        """Drills for what the main work trains (STR-10, STR-12), without those it holds or the place cannot equip.

        `turn` says which of the possible ones of each list; `ran` whether a run comes directly before; `holds` whether
        what is sore takes holds only. Those that do not fit the free seconds are left out, the first being those that a
        run replaces.
        """
        there = FLOOR | profile.place_named(place).items
        left_out = {*profile.preferences.unwanted, *(item.exercise for item in main)}
        wanted: dict[Part, list[Drill]] = {part: [] for part in self._parts(main, ran=ran)}
        for part in sorted(wanted, key=lambda part: part not in self.after_run):
            for names in self.parts[part]:
                spared = self._spared(names, profile.injuries, holds=holds)
                possible = [name for name in spared if name not in left_out and catalogue()[name].doable_with(there)]
                drill = self._drill(possible[turn % len(possible)], profile.athlete.experience) if possible else None
                if drill and self.seconds([drill]) <= free_s:
                    free_s -= self.seconds([drill])
                    wanted[part].append(drill)
        return tuple(drill for drills in wanted.values() for drill in drills)

    def _spared(self, names: Iterable[str], injuries: Injuries, *, holds: bool) -> Iterator[str]:
        """The drills that spare what is sore, or the holds that stand for them."""
        for name in names:
            named = self.instead.get(name) if holds and injuries.held_first(name) else name
            if named is not None and injuries.spared_by(named):
                yield named

    def _parts(self, main: Sequence[Item], *, ran: bool) -> Sequence[Part]:
        regions = {item.entry.region for item in main}
        asked: dict[Part, bool] = {
            "general": True,
            "legs": bool(regions & {"lower", "whole"}),
            "upper": bool(regions & {"upper", "whole"}),
        }
        return [part for part in self.parts if asked[part] and (part in self.after_run or not ran)]

    def _drill(self, name: str, experience: Experience) -> Drill:
        return Drill(exercise=name, dose=usual_amount(catalogue()[name], experience, self.reps))

    def seconds(self, drills: Iterable[Drill]) -> int:
        """How long they take with the least of what they ask for."""
        return sum(self.change_s + self._seconds(drill.dose) for drill in drills)

    def _seconds(self, amount: Amount) -> int:
        least, _ = amount.ends or (0, 0)
        return least * (self.rep_s if amount.of == "reps" else 1) * (2 if amount.each_side else 1)


def usual_amount(drill: Exercise, experience: Experience, reps: Ends) -> Amount:
    """How much of a drill its guide asks for; `reps` where no guide says."""
    each_side = drill.sides == "each"
    if drill.hold_s:
        return Amount("seconds", drill.hold_s[experience], each_side=each_side)
    return Amount("reps", drill.reps or reps, each_side=each_side)
