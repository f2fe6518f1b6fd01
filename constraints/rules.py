"""Every rule, in reading order. A new rule gets its line here and its numbers in a doctrine."""

from __future__ import annotations

from typing import Final

from constraints.addons.addons_end_before_race import AddonsEndBeforeRace
from constraints.addons.addons_fit_the_day import AddonsFitTheDay
from constraints.addons.micro_sessions_after_runs import MicroSessionsAfterRuns
from constraints.addons.micro_sessions_on_run_days import MicroSessionsOnRunDays
from constraints.addons.mobility_after_tough_days import MobilityAfterToughDays
from constraints.addons.mobility_every_week import MobilityEveryWeek
from constraints.addons.mobility_on_easy_days import MobilityOnEasyDays
from constraints.addons.prehab_twice_a_week import PrehabTwiceAWeek
from constraints.addons.tests_every_few_weeks import TestsEveryFewWeeks
from constraints.addons.tests_on_fresh_days import TestsOnFreshDays
from constraints.availability.days_away import DaysAway
from constraints.availability.equipment_at_hand import EquipmentAtHand
from constraints.availability.free_days_only import FreeDaysOnly
from constraints.availability.limits_of_the_place import LimitsOfThePlace
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
from constraints.balance.sessions_full_body import SessionsFullBody
from constraints.balance.side_to_side import SideToSide
from constraints.balance.trunk_resists import TrunkResists
from constraints.balance.unstable_work_at_most import UnstableWorkAtMost
from constraints.decisions import Decisions
from constraints.dose.category_sets_at_most import CategorySetsAtMost
from constraints.dose.circuits_in_season import CircuitsInSeason
from constraints.dose.enough_exercises import EnoughExercises
from constraints.dose.exercises_at_most import ExercisesAtMost
from constraints.dose.heavy_lifts_at_most import HeavyLiftsAtMost
from constraints.dose.hip_thrusts_every_week import HipThrustsEveryWeek
from constraints.dose.holds_in_sessions import HoldsInSessions
from constraints.dose.main_lifts import MainLifts
from constraints.dose.main_lifts_in_full import MainLiftsInFull
from constraints.dose.sessions_end_in_time import SessionsEndInTime
from constraints.dose.sets_fall_towards_race import SetsFallTowardsRace
from constraints.dose.size_class_left_out import SizeClassLeftOut
from constraints.dose.weekly_category_sets import WeeklyCategorySets
from constraints.dose.worthwhile_sessions import WorthwhileSessions
from constraints.phases.cutback_weeks_light import CutbackWeeksLight
from constraints.phases.light_phases import LightPhases
from constraints.phases.room_for_high_mileage import RoomForHighMileage
from constraints.phases.sessions_by_phase import SessionsByPhase
from constraints.phases.weekly_sessions import WeeklySessions
from constraints.phases.whole_weeks import WholeWeeks
from constraints.progression.heavy_lifts_known import HeavyLiftsKnown
from constraints.progression.ladders_climb import LaddersClimb
from constraints.progression.load_where_possible import LoadWherePossible
from constraints.progression.nothing_new_near_race import NothingNewNearRace
from constraints.progression.plyometric_tiers import PlyometricTiers
from constraints.progression.power_at_most import PowerAtMost
from constraints.progression.power_work import PowerWork
from constraints.progression.rungs_that_train import RungsThatTrain
from constraints.rhythm.even_spacing import EvenSpacing
from constraints.rhythm.fewest_sessions import FewestSessions
from constraints.rhythm.letters_follow_the_week import LettersFollowTheWeek
from constraints.rhythm.same_weekdays import SameWeekdays
from constraints.safety.bodyweight_start import BodyweightStart
from constraints.safety.excluded_exercises import ExcludedExercises
from constraints.safety.experience_gates import ExperienceGates
from constraints.safety.injuries_spared import InjuriesSpared
from constraints.safety.injury_essentials import InjuryEssentials
from constraints.safety.isometrics_first import IsometricsFirst
from constraints.safety.light_introduction import LightIntroduction
from constraints.safety.prehab_for_weak_links import PrehabForWeakLinks
from constraints.safety.sound_exercises import SoundExercises
from constraints.spacing.chill_day_every_week import ChillDayEveryWeek
from constraints.spacing.easy_day_after_stacked_legs import EasyDayAfterStackedLegs
from constraints.spacing.easy_legs_after_long_run import EasyLegsAfterLongRun
from constraints.spacing.easy_run_first import EasyRunFirst
from constraints.spacing.fresh_legs_for_key_runs import FreshLegsForKeyRuns
from constraints.spacing.hard_days_hard import HardDaysHard
from constraints.spacing.heavy_legs_clear_of_long_runs import HeavyLegsClearOfLongRuns
from constraints.spacing.rest_between_same_region import RestBetweenSameRegion
from constraints.spacing.run_before_lift import RunBeforeLift
from constraints.spacing.strength_on_easy_days import StrengthOnEasyDays
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
from constraints.variety.goals_emphasised import GoalsEmphasised
from constraints.variety.priority_exercises import PriorityExercises
from constraints.variety.sessions_differ import SessionsDiffer
from constraints.variety.short_sessions import ShortSessions
from constraints.variety.straight_sets import StraightSets
from constraints.variety.templates_kept import TemplatesKept
from constraints.wishes.pinned_sessions import PinnedSessions
from constraints.wishes.sessions_insisted_on import SessionsInsistedOn
from profiles.plan import Plan
from solver.rule import Rule

RULES: Final[tuple[type[Rule[Decisions, Plan]], ...]] = (
    DaysAway,
    EquipmentAtHand,
    FreeDaysOnly,
    LimitsOfThePlace,
    MinutesOfTheDay,
    PlaceOfTheDay,
    ChillDayEveryWeek,
    EasyDayAfterStackedLegs,
    EasyLegsAfterLongRun,
    EasyRunFirst,
    FreshLegsForKeyRuns,
    HardDaysHard,
    HeavyLegsClearOfLongRuns,
    RestBetweenSameRegion,
    RunBeforeLift,
    StrengthOnEasyDays,
    ToughDaysApart,
    CutbackWeeksLight,
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
    CircuitsInSeason,
    EnoughExercises,
    ExercisesAtMost,
    HeavyLiftsAtMost,
    HipThrustsEveryWeek,
    HoldsInSessions,
    MainLifts,
    MainLiftsInFull,
    SessionsEndInTime,
    SetsFallTowardsRace,
    SizeClassLeftOut,
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
    SessionsFullBody,
    SideToSide,
    TrunkResists,
    UnstableWorkAtMost,
    HeavyLiftsKnown,
    LaddersClimb,
    LoadWherePossible,
    NothingNewNearRace,
    PlyometricTiers,
    PowerAtMost,
    PowerWork,
    RungsThatTrain,
    BodyweightStart,
    ExcludedExercises,
    ExperienceGates,
    InjuriesSpared,
    InjuryEssentials,
    IsometricsFirst,
    LightIntroduction,
    PrehabForWeakLinks,
    SoundExercises,
    EvenSpacing,
    FewestSessions,
    LettersFollowTheWeek,
    SameWeekdays,
    AddonsEndBeforeRace,
    AddonsFitTheDay,
    MicroSessionsAfterRuns,
    MicroSessionsOnRunDays,
    MobilityAfterToughDays,
    MobilityEveryWeek,
    MobilityOnEasyDays,
    PrehabTwiceAWeek,
    TestsEveryFewWeeks,
    TestsOnFreshDays,
    DislikedLeftOut,
    Favourites,
    FreshAccessories,
    GoalsEmphasised,
    PriorityExercises,
    SessionsDiffer,
    ShortSessions,
    StraightSets,
    TemplatesKept,
)

WISHES: Final[tuple[type[Rule[Decisions, Plan]], ...]] = (
    PinnedSessions,
    SessionsInsistedOn,
)
"""The runner's own demands: always walls, and there only when the profile makes them."""
