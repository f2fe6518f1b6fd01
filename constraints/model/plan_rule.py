"""What a rule for a runner's plan is, and what a wall may remove before any variable is made."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping

from constraints.model.decisions import Decisions
from constraints.model.domain import Domain
from constraints.prescription.options import Option
from profiles.exercise import Injury
from profiles.plan import AddonKind, Plan, Session
from profiles.profile import Race
from profiles.season import Block, Day, Season
from profiles.where import OnDate
from solver.rule import Rule
from solver.scope import Scope


class PlanRule(Rule[Decisions, Plan]):
    """A rule over the decisions and the plan of one runner.

    A wall may also narrow the domain: first the days, then the rest. Whatever it removes there, `post` forbids as
    well, because the search for conflicts posts every wall on the whole domain.
    """

    def keeps(self, day: Day, season: Season, /) -> bool:
        """Whether the rule, as a wall, allows sessions on a day at all."""
        return True

    def narrow(self, domain: Domain, season: Season, /) -> Domain:
        """What the rule, as a wall, leaves of a domain whose days are already narrowed."""
        return domain

    def recovery_days(self, race: Race, /) -> int:
        """Days of the recovery phase that the rule asks for after a race."""
        return 0

    def addons_end(self) -> Mapping[AddonKind, int]:
        """How many days before an A or B race each kind of add-on ends, where the rule says so."""
        return {}

    def holds_weeks(self) -> int:
        """Weeks from the season's start in whose blocks the rule leaves a sore part nothing but holds."""
        return 0

    def morning_only(self, session: Session, plan: Plan, /) -> bool:
        """Whether a session whose half of the day nobody states keeps the rule in the morning alone."""
        return False

    def would_count(self, injury: Injury, part: str, /) -> tuple[str, ...]:
        """The exercises that the rule counts as a part of what an injury is given."""
        return ()


class DayRule(PlanRule):
    """A rule that leaves certain days without any session."""

    @abstractmethod
    def bars(self, day: Day, season: Season, /) -> bool:
        """Whether the day may hold no session."""

    def keeps(self, day: Day, season: Season, /) -> bool:
        return not self.bars(day, season)

    def post(self, on: Scope, x: Decisions, /) -> None:
        for day in x.days:
            if self.bars(day, x.season):
                on.at_most(x.on(day.date), 0, at=OnDate(day.date))


class ExerciseRule(PlanRule):
    """A rule that leaves certain exercises, or styles of them, out of certain blocks."""

    @abstractmethod
    def bars(self, option: Option, block: Block, season: Season, /) -> bool:
        """Whether no session of the block may hold the option."""

    def narrow(self, domain: Domain, season: Season, /) -> Domain:
        return domain.with_options(
            {
                block.number: tuple(
                    option for option in domain.options[block.number] if not self.bars(option, block, season)
                )
                for block in season.blocks
            }
        )

    def post(self, on: Scope, x: Decisions, /) -> None:
        for slot in x.all_slots():
            for option in slot.options:
                if self.bars(option, slot.block, x.season):
                    on.at_most(slot.holds(option), 0, at=slot.where(option))


def narrowed(domain: Domain, walls: Iterable[PlanRule], season: Season) -> Domain:
    """What walls leave of a domain whose days are settled."""
    for rule in walls:
        domain = rule.narrow(domain, season)
    return domain
