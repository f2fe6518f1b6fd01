"""Every rule, in reading order. A new rule gets its line here and its numbers in a doctrine."""

from __future__ import annotations

from typing import Final

from constraints.model.plan_rule import PlanRule
from constraints.rules.addons.addons_end_before_race import AddonsEndBeforeRace
from constraints.rules.addons.addons_fit_the_day import AddonsFitTheDay
from constraints.rules.addons.micro_sessions_after_runs import MicroSessionsAfterRuns
from constraints.rules.addons.micro_sessions_on_run_days import MicroSessionsOnRunDays
from constraints.rules.addons.mobility_after_tough_days import MobilityAfterToughDays
from constraints.rules.addons.mobility_every_week import MobilityEveryWeek
from constraints.rules.addons.mobility_on_easy_days import MobilityOnEasyDays
from constraints.rules.addons.prehab_twice_a_week import PrehabTwiceAWeek
from constraints.rules.addons.tests_every_few_weeks import TestsEveryFewWeeks
from constraints.rules.addons.tests_on_fresh_days import TestsOnFreshDays
from constraints.rules.availability.days_away import DaysAway
from constraints.rules.availability.equipment_at_hand import EquipmentAtHand
from constraints.rules.availability.free_days_only import FreeDaysOnly
from constraints.rules.availability.limits_of_the_place import LimitsOfThePlace
from constraints.rules.availability.minutes_of_the_day import MinutesOfTheDay
from constraints.rules.availability.place_of_the_day import PlaceOfTheDay
from constraints.rules.balance.calves_on_one_leg import CalvesOnOneLeg
from constraints.rules.balance.calves_straight_and_bent import CalvesStraightAndBent
from constraints.rules.balance.five_patterns import FivePatterns
from constraints.rules.balance.four_categories import FourCategories
from constraints.rules.balance.lifts_of_the_base import LiftsOfTheBase
from constraints.rules.balance.one_rung_of_a_ladder import OneRungOfALadder
from constraints.rules.balance.one_sided_share import OneSidedShare
from constraints.rules.balance.patterns_vary import PatternsVary
from constraints.rules.balance.posterior_over_quads import PosteriorOverQuads
from constraints.rules.balance.push_with_pull import PushWithPull
from constraints.rules.balance.sessions_full_body import SessionsFullBody
from constraints.rules.balance.side_to_side import SideToSide
from constraints.rules.balance.trunk_resists import TrunkResists
from constraints.rules.balance.unstable_work_at_most import UnstableWorkAtMost
from constraints.rules.dose.category_sets_at_most import CategorySetsAtMost
from constraints.rules.dose.circuits_in_season import CircuitsInSeason
from constraints.rules.dose.enough_exercises import EnoughExercises
from constraints.rules.dose.exercises_at_most import ExercisesAtMost
from constraints.rules.dose.heavy_lifts_at_most import HeavyLiftsAtMost
from constraints.rules.dose.hip_thrusts_every_week import HipThrustsEveryWeek
from constraints.rules.dose.holds_in_sessions import HoldsInSessions
from constraints.rules.dose.main_lifts import MainLifts
from constraints.rules.dose.main_lifts_in_full import MainLiftsInFull
from constraints.rules.dose.reduced_sessions_lift import ReducedSessionsLift
from constraints.rules.dose.sessions_end_in_time import SessionsEndInTime
from constraints.rules.dose.sessions_held_whole import SessionsHeldWhole
from constraints.rules.dose.sessions_hold_a_lift import SessionsHoldALift
from constraints.rules.dose.sets_fall_towards_race import SetsFallTowardsRace
from constraints.rules.dose.size_class_left_out import SizeClassLeftOut
from constraints.rules.dose.weekly_category_sets import WeeklyCategorySets
from constraints.rules.dose.worthwhile_sessions import WorthwhileSessions
from constraints.rules.phases.cutback_weeks_light import CutbackWeeksLight
from constraints.rules.phases.legs_every_week import LegsEveryWeek
from constraints.rules.phases.light_phases import LightPhases
from constraints.rules.phases.room_for_high_mileage import RoomForHighMileage
from constraints.rules.phases.sessions_by_phase import SessionsByPhase
from constraints.rules.phases.sessions_wished_for import SessionsWishedFor
from constraints.rules.phases.weekly_sessions import WeeklySessions
from constraints.rules.phases.whole_weeks import WholeWeeks
from constraints.rules.progression.calf_raises_climb import CalfRaisesClimb
from constraints.rules.progression.heavy_lifts_known import HeavyLiftsKnown
from constraints.rules.progression.ladders_climb import LaddersClimb
from constraints.rules.progression.load_where_possible import LoadWherePossible
from constraints.rules.progression.main_lifts_stay import MainLiftsStay
from constraints.rules.progression.nothing_new_near_race import NothingNewNearRace
from constraints.rules.progression.plyometric_tiers import PlyometricTiers
from constraints.rules.progression.power_at_most import PowerAtMost
from constraints.rules.progression.power_work import PowerWork
from constraints.rules.progression.rungs_give_way import RungsGiveWay
from constraints.rules.progression.rungs_that_train import RungsThatTrain
from constraints.rules.rhythm.even_spacing import EvenSpacing
from constraints.rules.rhythm.fewest_sessions import FewestSessions
from constraints.rules.rhythm.letters_follow_the_week import LettersFollowTheWeek
from constraints.rules.rhythm.same_weekdays import SameWeekdays
from constraints.rules.rhythm.sessions_recur import SessionsRecur
from constraints.rules.safety.bodyweight_start import BodyweightStart
from constraints.rules.safety.easy_rungs_first import EasyRungsFirst
from constraints.rules.safety.excluded_exercises import ExcludedExercises
from constraints.rules.safety.experience_gates import ExperienceGates
from constraints.rules.safety.injuries_spared import InjuriesSpared
from constraints.rules.safety.injury_essentials import InjuryEssentials
from constraints.rules.safety.isometrics_first import IsometricsFirst
from constraints.rules.safety.light_introduction import LightIntroduction
from constraints.rules.safety.prehab_for_weak_links import PrehabForWeakLinks
from constraints.rules.safety.skills_are_earned import SkillsAreEarned
from constraints.rules.safety.sound_exercises import SoundExercises
from constraints.rules.spacing.chill_day_every_week import ChillDayEveryWeek
from constraints.rules.spacing.easy_day_after_stacked_legs import EasyDayAfterStackedLegs
from constraints.rules.spacing.easy_legs_after_long_run import EasyLegsAfterLongRun
from constraints.rules.spacing.easy_run_first import EasyRunFirst
from constraints.rules.spacing.fresh_legs_for_key_runs import FreshLegsForKeyRuns
from constraints.rules.spacing.hard_days_hard import HardDaysHard
from constraints.rules.spacing.heavy_legs_clear_of_long_runs import HeavyLegsClearOfLongRuns
from constraints.rules.spacing.rest_between_same_region import RestBetweenSameRegion
from constraints.rules.spacing.rested_before_long_runs import RestedBeforeLongRuns
from constraints.rules.spacing.run_before_lift import RunBeforeLift
from constraints.rules.spacing.strength_on_easy_days import StrengthOnEasyDays
from constraints.rules.spacing.tough_days_apart import ToughDaysApart
from constraints.rules.taper.calm_last_days import CalmLastDays
from constraints.rules.taper.heavy_ends_before_race import HeavyEndsBeforeRace
from constraints.rules.taper.light_week_before_race_week import LightWeekBeforeRaceWeek
from constraints.rules.taper.light_weeks_serve_the_legs import LightWeeksServeTheLegs
from constraints.rules.taper.light_weeks_spare_the_arms import LightWeeksSpareTheArms
from constraints.rules.taper.race_day_free import RaceDayFree
from constraints.rules.taper.race_week_light import RaceWeekLight
from constraints.rules.taper.recovery_after_race import RecoveryAfterRace
from constraints.rules.variety.accessories_take_turns import AccessoriesTakeTurns
from constraints.rules.variety.disliked_left_out import DislikedLeftOut
from constraints.rules.variety.exercises_worth_most import ExercisesWorthMost
from constraints.rules.variety.favourites import Favourites
from constraints.rules.variety.fresh_accessories import FreshAccessories
from constraints.rules.variety.goals_emphasised import GoalsEmphasised
from constraints.rules.variety.priority_exercises import PriorityExercises
from constraints.rules.variety.sessions_differ import SessionsDiffer
from constraints.rules.variety.short_sessions import ShortSessions
from constraints.rules.variety.straight_sets import StraightSets
from constraints.rules.variety.templates_kept import TemplatesKept
from constraints.rules.wishes.pinned_sessions import PinnedSessions
from constraints.rules.wishes.sessions_insisted_on import SessionsInsistedOn

RULES: Final[tuple[type[PlanRule], ...]] = (
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
    RestedBeforeLongRuns,
    RunBeforeLift,
    StrengthOnEasyDays,
    ToughDaysApart,
    CutbackWeeksLight,
    LegsEveryWeek,
    LightPhases,
    RoomForHighMileage,
    SessionsByPhase,
    WeeklySessions,
    SessionsWishedFor,
    WholeWeeks,
    CalmLastDays,
    HeavyEndsBeforeRace,
    LightWeekBeforeRaceWeek,
    LightWeeksServeTheLegs,
    LightWeeksSpareTheArms,
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
    ReducedSessionsLift,
    SessionsEndInTime,
    SessionsHeldWhole,
    SessionsHoldALift,
    SetsFallTowardsRace,
    SizeClassLeftOut,
    WeeklyCategorySets,
    WorthwhileSessions,
    CalvesOnOneLeg,
    CalvesStraightAndBent,
    FivePatterns,
    LiftsOfTheBase,
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
    CalfRaisesClimb,
    LoadWherePossible,
    MainLiftsStay,
    NothingNewNearRace,
    PlyometricTiers,
    PowerAtMost,
    PowerWork,
    RungsGiveWay,
    RungsThatTrain,
    BodyweightStart,
    EasyRungsFirst,
    ExcludedExercises,
    ExperienceGates,
    InjuriesSpared,
    InjuryEssentials,
    IsometricsFirst,
    LightIntroduction,
    PrehabForWeakLinks,
    SkillsAreEarned,
    SoundExercises,
    EvenSpacing,
    FewestSessions,
    LettersFollowTheWeek,
    SameWeekdays,
    SessionsRecur,
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
    ExercisesWorthMost,
    Favourites,
    AccessoriesTakeTurns,
    FreshAccessories,
    GoalsEmphasised,
    PriorityExercises,
    SessionsDiffer,
    ShortSessions,
    StraightSets,
    TemplatesKept,
)

WISHES: Final[tuple[type[PlanRule], ...]] = (
    PinnedSessions,
    SessionsInsistedOn,
)
"""The runner's own demands: always walls, and there only when the profile makes them."""
