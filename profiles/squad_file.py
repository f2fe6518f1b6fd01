"""`squad.toml`: keys that the athletes of a folder share. It allows every key of a profile and requires none."""

from __future__ import annotations

import datetime as dt

from pydantic import ConfigDict, Field

from profiles.exercise import Experience
from profiles.opening import Opening
from profiles.profile import Athlete, Date, Profile, Runs, SeasonTable, Strength, Table, Weekday


class CommonAthlete(Athlete):
    name: str = Field(default="", description="each athlete's own")
    experience: Experience = Field(default="beginner", description="of lifting, unless an athlete says otherwise")


class CommonSeason(SeasonTable):
    start: Date = Field(default=dt.date.min, description="first day of the plan; any weekday")


class CommonStrength(Strength):
    minutes: dict[Weekday, Opening] = Field(
        default={}, description="free for strength, unless an athlete says otherwise"
    )


class Layout(Table):
    """A layout of the week that several athletes share; an athlete's `layout` names it."""

    runs: Runs = Runs()
    strength: CommonStrength = CommonStrength()


class Squad(Profile):
    """What a squad has in common, as written in `squad.toml`; an athlete's file in its folder may say the same keys."""

    model_config = ConfigDict(title="A squad, or one of its athletes")

    athlete: CommonAthlete = CommonAthlete()
    season: CommonSeason = CommonSeason()
    strength: CommonStrength = CommonStrength()
    layout: str | None = Field(default=None, description="the layout of the week, by its name under [layouts]")
    layouts: dict[str, Layout] = Field(default={}, description="layouts of the week, by name; only in squad.toml")
