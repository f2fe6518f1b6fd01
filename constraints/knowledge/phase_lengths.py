"""How long the phases of a season are: numbers of a doctrine."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from profiles.frozen import Frozen
from profiles.profile import Race
from profiles.season import Phase

RaceDays = Annotated[int, Field(ge=0, le=56)]


class PhaseLengths(Frozen):
    """Lengths of phases and blocks, in days or weeks as their names say."""

    race_week_days: int = Field(ge=1, le=14, description="up to and with the race")
    taper_days: int = Field(ge=0, le=21, description="before race week")
    race_days: dict[int, RaceDays] = Field(
        description="of the race phase, before the taper, for a race longer than so many kilometres"
    )
    build_weeks: int = Field(ge=0, le=16, description="at most; base and build share what is left before")
    base_weeks: int = Field(ge=0, le=104, description="at most; what lies before is general preparation")
    high_percent: int = Field(ge=100, le=300, description="of the median week's run minutes; a week above runs high")
    low_percent: int = Field(ge=10, le=100, description="of the median week's run minutes; a week below is cut back")
    without_goal: Phase = Field(description="the phase of weeks with no A race ahead")
    block_weeks: int = Field(ge=2, le=12, description="longest block; the weeks of a phase are shared out evenly")
    introduction_weeks: int = Field(ge=0, le=6, description="of light work for those new to lifting")
    injury_weeks: tuple[int, ...] = Field(
        description="from the season's start, after which a new block begins with a current injury"
    )
    because: tuple[str, ...]

    def race_days_before(self, race: Race) -> int:
        """How long the race phase of a race is."""
        return self.race_days[max(km for km in self.race_days if race.length_km > km)]

    @model_validator(mode="after")
    def _every_length(self) -> PhaseLengths:
        if 0 not in self.race_days:
            raise ValueError("race_days says nothing of the shortest races: give it a number for 0 kilometres")
        return self
