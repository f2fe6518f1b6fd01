"""How doses move from week to week, as numbers of a doctrine."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from pydantic import Field

from constraints.prescription.effort import Steps
from constraints.prescription.state import Course, State
from profiles.exercise import Experience
from profiles.frozen import Frozen
from profiles.plan import Item
from profiles.season import Phase, Running, Season, Week


class ProgressionNumbers(Frozen):
    course: dict[Phase, Course] = Field(
        description="rise: reps, then load, as the estimate rises; hold: the same while it stands, and reps alone "
        "where no lift is known; lighten: as hold, from a lighter load; keep: the load, with no more reps and no "
        "more than the planned reserve; ease: fewest reps, lighter load"
    )
    estimate_gain_percent: dict[Experience, float] = Field(
        description="of the stated one-rep maximum, by which the estimate rises with each week in which training of "
        "the exercise rises"
    )
    estimate_most_percent: dict[Experience, int] = Field(description="by which an estimate rises at most")
    spare_reserve: int = Field(ge=1, le=4, description="reps in reserve that a date may leave over the least planned")
    most_alike: int = Field(ge=1, le=6, description="dates in a row with the same reps and load")
    reps_per_week: int = Field(ge=1, le=3, description="added to a set")
    few_reps: int = Field(
        ge=1, le=12, description="of bodyweight work without a lighter load, under which a rep more is a large step"
    )
    dates_a_rep: int = Field(
        ge=1, le=6, description="with the same reps before one more, where that is a large step or slower than usual"
    )
    seconds_per_week: int = Field(ge=1, le=30, description="added to a hold")
    load_percent: int = Field(ge=1, le=10, description="of a load, added once the top of the range is reached")
    most_percent: int = Field(ge=5, le=20, description="most of a load that may be added in a week")
    refused_percent: int = Field(
        ge=20, le=100, description="of a load; a next load that is further away than this is none"
    )
    extra_reps: int = Field(
        ge=0, le=5, description="over the top of the range where the next load is further, or there is none"
    )
    extra_until: int = Field(
        ge=8, le=25, description="reps, over which none are extra, and up to which a range that is used up goes on"
    )
    judged_from_percent: int = Field(
        ge=0, le=100, description="of the heaviest mass there, from which on each has to have a next one for a +"
    )
    ease_percent: int = Field(
        ge=0, le=50, description="taken off the load where a phase eases, in cutback weeks and before races"
    )
    hold_weeks: int = Field(
        ge=2,
        le=12,
        description="since an exercise was last done, after which it repeats its dose; not where letters take turns",
    )
    again_weeks: int = Field(
        ge=2, le=12, description="since an exercise was last done, after which it starts half-way up its range again"
    )
    more_sets: tuple[Phase, ...] = Field(
        description="phases in which a dose that is used up gets a set more where there is time, after its last rep"
    )
    keep_sets: tuple[Phase, ...] = Field(description="phases up to which such a set is kept")
    before_race_days: int = Field(
        ge=0, le=21, description="before an A or B race, in which doses are those of a week that is cut back"
    )
    before_c_race_days: int = Field(ge=0, le=7, description="the same before a C race")
    light_week_sets: int = Field(ge=1, le=3, description="most sets in a week that runs high or is cut back")
    because: tuple[str, ...]

    def estimate_percent(self, weeks: int, experience: Experience) -> float:
        """An estimate after some weeks of rising training, in percent of the one that follows from the stated lift."""
        gained = weeks * self.estimate_gain_percent[experience]
        return 100 + min(gained, self.estimate_most_percent[experience])

    def sets(self, usual: int, running: Running) -> int:
        """Of an exercise in a week, of those that it usually has."""
        return usual if running == "usual" else min(usual, self.light_week_sets)

    def week_on(self, date: dt.date, season: Season) -> Week:
        """The week of a date, as one that is cut back where a race is near: what is new or hard makes sore."""
        week = season.week_at(date)
        near = {"A": self.before_race_days, "B": self.before_race_days, "C": self.before_c_race_days}
        races = season.profile.races
        if any(0 < (race.date - date).days <= near[race.priority] for race in races):
            return week if self.course[week.phase] == "ease" else replace(week, running="cut_back")
        return week

    def away(self, date: dt.date, state: State | None) -> int:
        """Whole weeks without an exercise; 0 where it is done as seldom anyway, as where letters take turns."""
        weeks = state.weeks_to(date) if state else 0
        return 0 if state and weeks <= state.apart < self.again_weeks else weeks

    def waits(self, item: Item, reps: int, alike: int) -> bool:
        """Whether the next rep comes later, because it is a large step and few dates had these reps."""
        return item.style == "bodyweight" and not item.entry.loads and reps < self.few_reps and alike < self.dates_a_rep

    @property
    def steps(self) -> Steps:
        return Steps(
            reps=self.reps_per_week,
            seconds=self.seconds_per_week,
            load_percent=self.load_percent,
            most_percent=self.most_percent,
            refused_percent=self.refused_percent,
            extra_reps=self.extra_reps,
            extra_until=self.extra_until,
            judged_from_percent=self.judged_from_percent,
        )
