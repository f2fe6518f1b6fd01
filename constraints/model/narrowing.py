"""Rules that strike out a whole day or a whole exercise; as walls they are applied before any variable is made."""

from __future__ import annotations

from abc import abstractmethod

from constraints.model.decisions import Decisions
from constraints.prescription.options import Option
from profiles.plan import Plan
from profiles.season import Block, Day, Season
from solver.rule import Rule
from solver.scope import Scope


class DayRule(Rule[Decisions, Plan]):
    """A rule that leaves certain days without any session."""

    @abstractmethod
    def bars(self, day: Day, season: Season, /) -> bool:
        """Whether the day may hold no session."""

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            if self.bars(day, x.season):
                on.at_most(x.on(day.date), 0, at=day.date)


class ExerciseRule(Rule[Decisions, Plan]):
    """A rule that leaves certain exercises, or styles of them, out of certain blocks."""

    @abstractmethod
    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        """Whether no session of the block may hold the option."""

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            for option, chosen in slot.chosen.items():
                if self.bars(option, slot.block, x.season):
                    on.at_most(chosen, 0, at=f"block {slot.block.number} {slot.letter} {option}")
