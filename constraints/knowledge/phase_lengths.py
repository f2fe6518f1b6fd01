"""How long the phases of a season are: numbers of a doctrine."""

from __future__ import annotations

from pydantic import Field

from profiles.frozen import Frozen
from profiles.season import Phase


class PhaseLengths(Frozen):
    """Lengths of phases and blocks, in days or weeks as their names say."""

    race_week_days: int = Field(ge=1, le=14, description="up to and with the race")
    taper_days: int = Field(ge=0, le=21, description="before race week")
    race_days: int = Field(ge=0, le=56, description="of the race phase, before the taper")
    build_weeks: int = Field(ge=0, le=16, description="at most; base and build share what is left before")
    base_weeks: int = Field(ge=0, le=104, description="at most; what lies before is general preparation")
    high_percent: int = Field(ge=100, le=300, description="of the median week's run minutes; a week above runs high")
    low_percent: int = Field(ge=10, le=100, description="of the median week's run minutes; a week below is cut back")
    without_goal: Phase = Field(description="the phase of weeks with no A race ahead")
    block_weeks: int = Field(ge=2, le=12, description="longest block; the weeks of a phase are shared out evenly")
    introduction_weeks: int = Field(ge=0, le=6, description="of light work for those new to lifting")
    because: tuple[str, ...]
