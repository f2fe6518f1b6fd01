"""Every rule, in reading order. A new rule gets its line here and its numbers in a doctrine."""

from __future__ import annotations

from typing import Final

from constraints.availability.days_away import DaysAway
from constraints.availability.equipment_at_hand import EquipmentAtHand
from constraints.availability.free_days_only import FreeDaysOnly
from constraints.availability.minutes_of_the_day import MinutesOfTheDay
from constraints.availability.place_of_the_day import PlaceOfTheDay
from constraints.balance.calves_straight_and_bent import CalvesStraightAndBent
from constraints.balance.five_patterns import FivePatterns
from constraints.balance.four_categories import FourCategories
from constraints.balance.one_rung_of_a_ladder import OneRungOfALadder
from constraints.balance.one_sided_share import OneSidedShare
from constraints.balance.patterns_vary import PatternsVary
from constraints.balance.posterior_over_quads import PosteriorOverQuads
from constraints.balance.push_with_pull import PushWithPull
from constraints.balance.side_to_side import SideToSide
from constraints.balance.trunk_resists import TrunkResists
from constraints.decisions import Decisions
from constraints.dose.category_sets_at_most import CategorySetsAtMost
from constraints.dose.enough_exercises import EnoughExercises
from constraints.dose.exercises_at_most import ExercisesAtMost
from constraints.dose.heavy_lifts_at_most import HeavyLiftsAtMost
from constraints.dose.main_lifts import MainLifts
from constraints.dose.main_lifts_in_full import MainLiftsInFull
from constraints.dose.sets_fall_towards_race import SetsFallTowardsRace
from constraints.dose.weekly_category_sets import WeeklyCategorySets
from constraints.dose.worthwhile_sessions import WorthwhileSessions
from constraints.phases.light_phases import LightPhases
from constraints.phases.room_for_high_mileage import RoomForHighMileage
from constraints.phases.sessions_by_phase import SessionsByPhase
from constraints.phases.weekly_sessions import WeeklySessions
from constraints.phases.whole_weeks import WholeWeeks
from constraints.progression.load_where_possible import LoadWherePossible
from constraints.progression.plyometric_tiers import PlyometricTiers
from constraints.progression.power_at_most import PowerAtMost
from constraints.progression.power_work import PowerWork
from constraints.rhythm.even_spacing import EvenSpacing
from constraints.rhythm.fewest_sessions import FewestSessions
from constraints.rhythm.letters_follow_the_week import LettersFollowTheWeek
from constraints.rhythm.same_weekdays import SameWeekdays
from constraints.safety.bodyweight_start import BodyweightStart
from constraints.safety.excluded_exercises import ExcludedExercises
from constraints.safety.experience_gates import ExperienceGates
from constraints.safety.injuries_spared import InjuriesSpared
from constraints.safety.isometrics_first import IsometricsFirst
from constraints.safety.light_introduction import LightIntroduction
from constraints.safety.prehab_for_weak_links import PrehabForWeakLinks
from constraints.safety.sound_exercises import SoundExercises
from constraints.spacing.chill_day_every_week import ChillDayEveryWeek
from constraints.spacing.easy_day_after_stacked_legs import EasyDayAfterStackedLegs
from constraints.spacing.easy_legs_after_long_run import EasyLegsAfterLongRun
from constraints.spacing.fresh_legs_for_key_runs import FreshLegsForKeyRuns
from constraints.spacing.hard_days_hard import HardDaysHard
from constraints.spacing.heavy_legs_clear_of_long_runs import HeavyLegsClearOfLongRuns
from constraints.spacing.rest_between_same_region import RestBetweenSameRegion
from constraints.spacing.run_before_lift import RunBeforeLift
from constraints.spacing.tough_days_apart import ToughDaysApart
from constraints.taper.calm_last_days import CalmLastDays
from constraints.taper.heavy_ends_before_race import HeavyEndsBeforeRace
from constraints.taper.light_week_before_race_week import LightWeekBeforeRaceWeek
from constraints.taper.race_day_free import RaceDayFree
from constraints.taper.race_week_light import RaceWeekLight
from constraints.taper.recovery_after_race import RecoveryAfterRace
from constraints.variety.disliked_left_out import DislikedLeftOut
from constraints.variety.favourites import Favourites
from constraints.variety.fresh_accessories import FreshAccessories
from constraints.variety.priority_exercises import PriorityExercises
from constraints.variety.short_sessions import ShortSessions
from constraints.variety.straight_sets import StraightSets
from constraints.wishes.pinned_sessions import PinnedSessions
from constraints.wishes.sessions_insisted_on import SessionsInsistedOn
from profiles.plan import Plan
from solver.rule import Rule

RULES: Final[tuple[type[Rule[Decisions, Plan]], ...]] = (
    DaysAway,
    EquipmentAtHand,
    FreeDaysOnly,
    MinutesOfTheDay,
    PlaceOfTheDay,
    ChillDayEveryWeek,
    EasyDayAfterStackedLegs,
    EasyLegsAfterLongRun,
    FreshLegsForKeyRuns,
    HardDaysHard,
    HeavyLegsClearOfLongRuns,
    RestBetweenSameRegion,
    RunBeforeLift,
    ToughDaysApart,
    LightPhases,
    RoomForHighMileage,
    SessionsByPhase,
    WeeklySessions,
    WholeWeeks,
    CalmLastDays,
    HeavyEndsBeforeRace,
    LightWeekBeforeRaceWeek,
    RaceDayFree,
    RaceWeekLight,
    RecoveryAfterRace,
    CategorySetsAtMost,
    EnoughExercises,
    ExercisesAtMost,
    HeavyLiftsAtMost,
    MainLifts,
    MainLiftsInFull,
    SetsFallTowardsRace,
    WeeklyCategorySets,
    WorthwhileSessions,
    CalvesStraightAndBent,
    FivePatterns,
    FourCategories,
    OneRungOfALadder,
    OneSidedShare,
    PatternsVary,
    PosteriorOverQuads,
    PushWithPull,
    SideToSide,
    TrunkResists,
    LoadWherePossible,
    PlyometricTiers,
    PowerAtMost,
    PowerWork,
    BodyweightStart,
    ExcludedExercises,
    ExperienceGates,
    InjuriesSpared,
    IsometricsFirst,
    LightIntroduction,
    PrehabForWeakLinks,
    SoundExercises,
    EvenSpacing,
    FewestSessions,
    LettersFollowTheWeek,
    SameWeekdays,
    DislikedLeftOut,
    Favourites,
    FreshAccessories,
    PriorityExercises,
    ShortSessions,
    StraightSets,
)

WISHES: Final[tuple[type[Rule[Decisions, Plan]], ...]] = (
    PinnedSessions,
    SessionsInsistedOn,
)
"""The runner's own demands: always walls, and there only when the profile makes them."""
