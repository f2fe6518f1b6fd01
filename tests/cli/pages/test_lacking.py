"""What a plan lacks and why, in a runner's words."""

from dataclasses import replace

import pytest

from cli.pages import words
from cli.pages.essentials import RULE, only_warmed_up
from cli.pages.lacking import BARS, BARS_DAYS, LACKS, because, lacking
from constraints.knowledge.doctrine import doctrine_named, doctrine_names
from constraints.planning.causes import ON_DAYS, Cause, Elsewhere
from constraints.planning.trials import TIER
from constraints.rules.every_rule import RULES
from profiles.amount import Amount
from profiles.plan import Drill
from profiles.profile import Injuries
from profiles.where import InWeek
from writing import day, plan, profile, rule, session


def test_every_rule_with_a_phrase_is_there() -> None:
    assert {*LACKS, *BARS, *BARS_DAYS} <= {rule.id for rule in RULES}


@pytest.mark.parametrize("name", doctrine_names())
def test_every_rule_that_may_be_told_has_a_phrase(name: str) -> None:
    soft = [one for one in doctrine_named(name).rules if not one.hard]
    told = {one.id for one in soft if one.tier == TIER or one.family in ON_DAYS} - {RULE}
    assert told
    assert told <= {*LACKS}


NONE = Injuries()
EASY_FIRST = words.lower(words.state(rule("easy_run_first")))


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (
            Cause(("minutes_of_the_day",), minutes=6, on=(1, 3)),
            "the day is too short; 6 more minutes on Tue and Thu would help",
        ),
        (Cause(("minutes_of_the_day",), minutes=1), "the day is too short; 1 more minute a session would help"),
        (
            Cause(("minutes_of_the_day",), minutes=4, on=(2,), fits_dates=True),
            "it would not fit with all doses at the top of their ranges; 4 more minutes on Wed would give it",
        ),
        (
            Cause(("minutes_of_the_day",), minutes=4, on=(2,), left=5),
            "the day is too short (5 minutes left, none with all doses at the top); 4 more minutes on Wed would help",
        ),
        (
            Cause(
                ("equipment_at_hand",),
                place="home",
                elsewhere=(
                    Elsewhere("gym", "fresh_legs_for_key_runs"),
                    Elsewhere("gym", "rested_before_long_runs", (4, 5)),
                ),
            ),
            (
                "it takes equipment that is not at home; at the gym, legs stay fresh for the next hard or long run; "
                "at the gym, a long run follows Fri and Sat"
            ),
        ),
        (Cause(("limits_of_the_place",), not_borne="jumps"), "the place bears no jumps"),
        (
            Cause(("equipment_at_hand",), place="home", items=("machines", "kettlebell", "dumbbells")),
            "it takes equipment that is not at home; dumbbells or a kettlebell would do",
        ),
        (
            Cause(("equipment_at_hand", "minutes_of_the_day"), place="gym", items=("step",)),
            "it takes equipment that is not at the gym and it needs more minutes; a step, with more minutes, would do",
        ),
        (
            Cause(
                ("equipment_at_hand", "minutes_of_the_day"), place="home", items=("step",), here=("injuries_spared",)
            ),
            (
                "with what is at home, your injury rules it out and it needs more minutes; a step, with more minutes, "
                "would do"
            ),
        ),
        (
            Cause(("equipment_at_hand",), place="home", items=("machines",), here=("size_class_left_out",)),
            "as you gain muscle quickly, weights for sets of 8 to 12 are left out",
        ),
        (
            Cause(("injuries_spared", "minutes_of_the_day", "exercises_at_most")),
            "your injury rules it out and the session has no room for it",
        ),
        (Cause(("easy_rungs_first", "skills_are_earned")), "it comes later, after easier forms"),
        (Cause((), dear=True), "other work that is asked for as much would go for it"),
        (Cause(("equipment_at_hand",), place="home", items=("machines",)), "it takes equipment that is not at home"),
        (
            Cause(("equipment_at_hand", "bodyweight_start"), place="home", items=("step",)),
            "it takes equipment that is not at home and the first weeks go without weights",
        ),
        (
            Cause(("days_away", "free_days_only", "minutes_of_the_day"), ((0, 1, 2), (3,), (3,))),
            "you are away Mon-Wed; no minutes are free Thu",
        ),
        (
            Cause(("easy_run_first", "race_day_free"), ((3, 6), (6,))),
            f"there is a race Sun; {EASY_FIRST} (Thu)",
        ),
    ],
)
def test_a_cause_says_what_is_in_the_way_and_what_would_help(cause: Cause, said: str) -> None:
    assert because(cause, {"easy_run_first": rule("easy_run_first")}) == said


def test_of_several_things_each_would_be_helped() -> None:
    short = Cause(("minutes_of_the_day",), minutes=4, on=(2,))
    assert because(short, {}, several=True).endswith("4 more minutes on Wed would help with one of these")
    grown = replace(short, fits_dates=True)
    assert because(grown, {}, several=True).endswith("4 more minutes on Wed would give one of these")


def test_a_week_lacks_a_session_or_some() -> None:
    assert lacking("whole_weeks", [("B", "", "")], 1, {}, NONE) == "no session B"
    assert lacking("whole_weeks", [("", "", "")], 1, {}, NONE) == "fewer sessions than other weeks have on these days"


ITB = {"itb": {"clamshell": ["clamshell", "side_lying_leg_raise"], "squat": ["single_leg_squat", "step_down"]}}
ESSENTIALS = rule("injury_essentials", tier="coverage", essentials=ITB, first={}, after_weeks=3, phases=("base",))
OF_ITB = [("", "itb", "clamshell"), ("", "itb", "squat")]


def test_all_that_would_count_for_an_injury_is_named_as_far_as_current_injuries_bear_it() -> None:
    judges = {"injury_essentials": ESSENTIALS}
    said = "for iliotibial band, no clamshell or side-lying leg raise, and no {}"
    assert lacking(RULE, OF_ITB, 1, judges, NONE) == said.format("single-leg squat or step-down")
    sore = Injuries(current=("runners_knee",))
    spared = [name for name in ("single_leg_squat", "step_down") if sore.spared_by(name)]
    assert spared == ["step_down"]
    assert lacking(RULE, OF_ITB, 1, judges, sore) == said.format("step-down")


def test_harder_forms_of_what_counts_are_not_named_beside_it() -> None:
    kind = {"achilles": {"calf_raise": ["single_leg_calf_raise", "loaded_single_leg_calf_raise"]}}
    judges = {"injury_essentials": ESSENTIALS.model_copy(update={"essentials": kind})}
    said = lacking(RULE, [("", "achilles", "calf_raise")], 1, judges, NONE)
    assert said == "for Achilles tendon, no single-leg calf raise"


@pytest.mark.parametrize(("drill", "warmed_up"), [("side_lying_leg_raise", True), ("glute_bridge", False)])
def test_what_every_warm_up_of_a_week_holds_is_not_missing(drill: str, *, warmed_up: bool) -> None:
    warm_up = (Drill(exercise=drill, dose=Amount.parse("10 reps")),)
    held = [session(day(on)).model_copy(update={"warm_up": warm_up}) for on in ("tue", "fri")]
    missed = ESSENTIALS.missed(InWeek(1, of="itb", part="clamshell"))
    judges = {"injury_essentials": ESSENTIALS}
    assert only_warmed_up(missed, plan(profile(), *held), judges) is warmed_up
    assert not only_warmed_up(missed, plan(profile(), *held, session(day("sun"))), judges)
    assert not only_warmed_up(missed, plan(profile()), judges)


def test_lifts_and_work_without_its_weight_are_named() -> None:
    lifts = [("", "hinge", ""), ("", "step_up", "")]
    assert lacking("lifts_of_the_base", lifts, 3, {}, NONE) == "no hinge (as in a deadlift) or step-up"
    held = [("", "squat", ""), ("", "bridge", "")]
    assert lacking("lifts_of_the_base", held, 3, {}, NONE) == "no squat, bridge or hip thrust that moves"
    unloaded = [("A", "split_squat", ""), ("B", "romanian_deadlift", "")]
    said = lacking("load_where_possible", unloaded, 1, {}, NONE)
    assert said == "split squat and Romanian deadlift without the weight that is there"


def test_a_lift_that_only_the_profile_states_does_not_go_on() -> None:
    lift = ("", "squat", "stated")
    assert lacking("main_lifts_stay", [lift], 4, {}, NONE).startswith("no squat with a weight, though your profile")
    before = lacking("main_lifts_stay", [("", "squat", "")], 4, {}, NONE)
    assert before == "no squat that goes on from the block before, as heavy as there"


def test_amounts_are_counted() -> None:
    assert lacking("main_lifts", [("", "", "")], 1, {}, NONE) == "1 heavy lift fewer than asked for"
    assert lacking("main_lifts", [("", "", "")], 2, {}, NONE) == "2 heavy lifts fewer than asked for"
    assert (
        lacking("enough_exercises", [("A", "", ""), ("B", "", "")], 1, {}, NONE)
        == "too few exercises in session A and session B"
    )
