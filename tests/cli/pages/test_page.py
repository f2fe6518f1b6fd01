"""What a page says, as values, from hand-written plans."""

from __future__ import annotations

import ast
import datetime as dt
from pathlib import Path
from typing import get_args

import pytest

from cli.pages.beside_sessions import Topic
from cli.pages.page import ADVICE, KILOGRAMS, LOAD, OVER, STANDING, TEMPO, WEEKS, Paragraph, page_of
from cli.pages.season_blocks import DayCell, DaySession
from cli.pages.season_head import RaceLine
from cli.pages.shortfalls import SHOWN, Shortfall, Shortfalls
from profiles.amount import Amount
from profiles.plan import Drill, Note, Plan, Routine, TierRecord, Today
from profiles.profile import WEEKDAYS
from profiles.run import Run
from profiles.season import PHASES, Phase
from profiles.where import InBlock, InWeek, OnDate
from solver.audit import Report
from solver.rule import Violation
from writing import CORE, HEAVY, LEGS, addon, day, item, judged, plan, profile, rule, session, weekly

CLI = Path(__file__).parents[3] / "cli"


def imported(module: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


def test_a_test_says_which_results_to_enter_and_other_add_ons_say_none() -> None:
    drills = tuple(Drill(exercise=name, dose=Amount.parse("1 reps")) for name in ("push_up", "plank", "pistol_squat"))
    routine = Routine(minutes=15, drills=drills)
    held = plan(profile(), addon(day("wed"), "test"), addon(day("thu"), "mobility"))
    test, mobility = page_of(judged(held.with_texts({"test": routine, "mobility": routine}, ()))).addons
    assert test.enter == (
        "push_ups = your reps and pistol_squats = your reps, under [lifts] in your profile; the next plan begins there"
    )
    assert mobility.enter == ""


def test_pages_import_no_renderer() -> None:
    modules = sorted((CLI / "pages").glob("*.py"))
    assert modules
    looks = {
        (module.name, name)
        for module in modules
        for name in imported(module)
        if name.startswith(("rich", "cli.paint", "click"))
    }
    assert looks == set()


def test_painters_get_pages_and_never_a_plan_or_a_verdict() -> None:
    command = "picture.py"
    modules = [module for module in sorted((CLI / "paint").glob("*.py")) if module.name != command]
    assert modules
    known = {
        (module.name, name)
        for module in modules
        for name in imported(module)
        if name.startswith(("constraints.planning", "solver", "profiles.plan"))
    }
    assert known == set()


def test_the_head_says_season_races_and_rules() -> None:
    who = profile(
        weeks=4,
        athlete={"name": "A\x1b[31mB"},
        races=[
            {"name": "Mile", "date": day("sun", 4), "km": 1.6},
            {"name": "Half", "date": day("sun", 2), "distance": "half", "priority": "B"},
        ],
    )
    head = page_of(judged(plan(who, session(day("tue"))))).head
    assert (head.athlete, head.first, head.last, head.weeks, head.sessions) == (
        "A [31mB", day("mon"), day("sun", 4), 4, 1,
    )  # fmt: skip
    assert head.races == (
        RaceLine("Half", day("sun", 2), "B", 21.1, "half marathon", 13),
        RaceLine("Mile", day("sun", 4), "A", 1.6, "1.6 km", 27),
    )


def test_a_day_holds_its_runs_its_session_its_add_on_and_whether_the_runner_is_away() -> None:
    who = profile(runs={"tue": "easy 45"}, strength={"away": ["2027-01-07/2027-01-07"]})
    held = plan(who, session(day("tue"), place="gym\x07"), addon(day("wed"), "mobility"))
    days = page_of(judged(held)).blocks[0].weeks[0].days
    assert days[:4] == (
        DayCell(day("mon")),
        DayCell(day("tue"), (Run.parse("easy 45"),), session=DaySession("2027-W01-A", "A", "gym ", 40)),
        DayCell(day("wed"), addon="mobility"),
        DayCell(day("thu"), away=True),
    )


def test_a_season_that_begins_on_a_wednesday_has_no_days_before_it() -> None:
    week = page_of(judged(plan(profile(start=dt.date(2027, 1, 6))))).blocks[0].weeks[0]
    assert (week.monday, week.days[0].date, len(week.days)) == (day("mon"), day("wed"), 5)


def test_blocks_are_named_by_phase_and_stage() -> None:
    assert [block.name for block in page_of(judged(plan(profile(), stage="introduction"))).blocks] == [
        "base, introduction"
    ]
    blocks = page_of(judged(plan(profile(), phases=[("race_week", 3), ("race", 1)]))).blocks
    assert [(block.number, block.name, len(block.weeks)) for block in blocks] == [(1, "race week", 3), (2, "race", 1)]


def with_mobility(*weeks: int) -> Plan:
    drill = Drill(exercise="cat_cow", dose=Amount.parse("10 reps"))
    held = plan(profile(weeks=12), *(addon(day("wed", week), "mobility") for week in weeks))
    return held.with_texts({"mobility": Routine(minutes=20, drills=(drill,))}, ())


def test_few_dates_of_an_add_on_are_reported_one_by_one_and_many_by_weekday() -> None:
    (few,) = page_of(judged(with_mobility(1, 3))).addons
    assert (few.name, few.minutes, few.when) == ("Mobility session", 20, "Wed 6 Jan, Wed 20 Jan")
    assert few.dates == (day("wed"), day("wed", 3))
    (many,) = page_of(judged(with_mobility(*range(1, 10)))).addons
    assert many.when == "Wed 9 times"


def test_each_exercise_is_explained_once_in_the_order_of_reading() -> None:
    finished = plan(profile(), session(day("tue"), LEGS, CORE), session(day("fri"), CORE, HEAVY, slot="B"))
    cues = page_of(judged(finished)).cues
    assert [cue.exercise for cue in cues] == [one.exercise for one in (LEGS, CORE, HEAVY)]
    assert cues[0].says.startswith(LEGS.entry.cue)


def test_notes_are_gathered_by_topic_with_their_facts() -> None:
    notes = [("effort", "Stop early.", "DOS-47"), ("food", "Eat.", "REC-04"), ("effort", "Rest well.", "DOS-48")]
    held = tuple(Note(topic=topic, text=text, because=(fact,)) for topic, text, fact in notes)
    assert page_of(judged(plan(profile()).with_texts({}, held))).topics == (
        Topic("Effort", "Stop early. Rest well.", ("DOS-47", "DOS-48")),
        Topic("Food", "Eat.", ("REC-04",)),
    )


@pytest.mark.parametrize(
    ("proven", "says"),
    [((), "written without a search"), ((True, True), "no other way costs less"), ((True, False), "time ran out")],
)
def test_what_the_proof_means_is_said(proven: tuple[bool, ...], says: str) -> None:
    made = plan(profile())
    tiers = tuple(TierRecord(name="rhythm", value=4, bound=4 if one else 2, proven=one) for one in proven)
    page = page_of(judged(made.model_copy(update={"header": made.header.model_copy(update={"tiers": tiers})})))
    assert [(row.tier, row.cost, row.bound, row.proven) for row in page.proof.rows] == [
        ("rhythm", 4, 4 if one else 2, one) for one in proven
    ]
    assert says in page.proof.says


LEAST = dict.fromkeys(PHASES, 0) | {"base": 2, "build": 2}
COVERAGE = rule("weekly_sessions", tier="coverage", weight=10, least=LEAST, lighter=1)
DAYS = rule("hard_days_hard", tier="rhythm", work="heavy leg work", runs=("hard",), phases=get_args(Phase))


def short(*violations: Violation) -> Shortfalls:
    who = profile(strength={"minutes": dict.fromkeys(("mon", "tue"), 60)}, runs={"tue": "easy 30"})
    rules = COVERAGE, DAYS, rule("free_days_only"), rule("same_weekdays", tier="rhythm", weight=1)
    return page_of(judged(plan(who), Report((), violations), rules)).shortfalls


def test_what_was_asked_for_and_missed_is_told_by_weeks_and_listed_with_its_places() -> None:
    found = short(
        *(Violation("weekly_sessions", InWeek(week), 1, "coverage", 10) for week in (1, 2, 4)),
        Violation("hard_days_hard", OnDate(day("tue")), 1, "rhythm", 1),
    )
    (told,) = found.told
    assert (told.where, told.what) == ("weeks 1, 2, 4", "1 fewer session than asked for")
    assert [(one.rule, one.where) for one in found.missed] == [
        ("weekly_sessions", "weeks 1, 2, 4"),
        ("hard_days_hard", "Tue 5 Jan 2027"),
    ]
    assert (found.missed[0].asked, found.smaller, found.says) == (COVERAGE.say(), (), "")


def test_what_has_no_day_that_it_could_be_on_is_not_told() -> None:
    found = short(Violation("hard_days_hard", OnDate(day("tue")), 1, "rhythm", 1))
    assert (found.told, found.says) == ((), "All the training that was asked for is there.")


def test_things_of_one_place_and_cause_share_a_line_the_dearest_first() -> None:
    found = short(
        Violation("five_patterns", InWeek(1, of="pull"), 1, "coverage", 2),
        Violation("five_patterns", InWeek(1, of="hinge"), 1, "coverage", 2),
        Violation("injury_essentials", InWeek(1, of="itb", part="calf_raise"), 1, "coverage", 1),
        Violation("weekly_category_sets", InWeek(2, of="upper_pull"), 2, "coverage", 5),
        Violation("calves_straight_and_bent", InBlock(1, of="bent"), 1, "coverage", 1),
    )
    assert found.told == (
        Shortfall("week 2", "too few sets for upper-body pull", ""),
        Shortfall("week 1", "no pull or hinge (as in a deadlift); for iliotibial band, no calf raise", ""),
        Shortfall("weeks 1-4", "no calf raise with a bent knee", ""),
    )
    assert found.told[0].says == "Too few sets for upper-body pull."


def test_a_rule_without_a_phrase_is_told_by_what_it_wants() -> None:
    (told,) = short(Violation("free_days_only", InWeek(1), 1, "coverage", 1)).told
    assert told.what == "sessions are on days with free minutes"


def test_a_week_without_sessions_is_told_once() -> None:
    found = short(
        Violation("weekly_sessions", InWeek(1), 1, "coverage", 10),
        Violation("whole_weeks", InWeek(1, "A"), 1, "coverage", 8),
    )
    assert [one.what for one in found.told] == ["1 fewer session than asked for"]


def test_what_follows_from_an_empty_week_is_not_told() -> None:
    lacks = [Violation("five_patterns", InWeek(week, of="pull"), 1, "coverage", 2) for week in (1, 2)]
    found = short(Violation("weekly_sessions", InWeek(1), 2, "coverage", 20), *lacks)
    assert [(one.where, one.what) for one in found.told] == [
        ("week 1", "2 fewer sessions than asked for"), ("week 2", "no pull"),
    ]  # fmt: skip


@pytest.mark.parametrize(("dates", "more", "says"), [
    (SHOWN, 0, ""), (SHOWN + 1, 1, "1 smaller thing more under What was proven."),
])  # fmt: skip
def test_few_shortfalls_are_told_and_the_others_counted(dates: int, more: int, says: str) -> None:
    places = [OnDate(day("mon") + dt.timedelta(days=at), of=f"part {at}") for at in range(dates)]
    found = short(*(Violation("light_weeks_serve_the_legs", place, 1, "coverage", 1) for place in places))
    assert (len(found.told), found.more, found.says) == (SHOWN, more, says)


def test_rules_that_count_what_a_plan_holds_are_no_shortfall() -> None:
    assert short(Violation("fewest_sessions", OnDate(day("tue")), 1, "sessions", 1)) == Shortfalls()
    assert short().says == "All the training that was asked for is there."


def test_smaller_things_are_counted_by_tier() -> None:
    found = short(*(Violation("same_weekdays", InWeek(week), 1, "rhythm", 1) for week in (2, 3)))
    assert [(one.tier, one.times, one.says) for one in found.smaller] == [
        ("rhythm", (("same_weekdays", 2),), "Sessions keep their weekdays: missed 2 times.")
    ]
    assert found.says == "All the training that was asked for is there."


def test_a_week_without_a_session_says_why_each_day_is_barred() -> None:
    who = profile(strength={"minutes": {"mon": 60, "tue": 0, "wed": 0, "thu": 0, "fri": 0, "sat": 0, "sun": 0}})
    held = plan(who, session(day("mon")))
    missed = Report((), (Violation("weekly_sessions", InWeek(1), 1, "coverage", 10),))
    (found,) = page_of(judged(held, missed, (COVERAGE, rule("free_days_only")))).shortfalls.told
    assert found == Shortfall("week 1", "1 fewer session than asked for", "no minutes are free Tue-Sun")


def test_broken_walls_are_said_with_what_they_ask() -> None:
    wall = rule("race_day_free")
    report = Report((Violation("race_day_free", OnDate(day("sun")), 1, None, 0),), ())
    (broken,) = page_of(judged(plan(profile()), report, [wall])).broken
    assert (broken.rule, broken.asked, broken.where) == ("race_day_free", wall.say(), "Sun 10 Jan 2027")
    assert page_of(judged(plan(profile()))).broken == ()


def test_the_closing_explains_only_what_the_page_holds() -> None:
    def said(*todays: Today, **tables: object) -> list[str]:
        squat = item("back_squat", "heavy")
        held = [
            session(day("tue", week), squat.model_copy(update={"today": today})) for week, today in enumerate(todays, 1)
        ]
        return [one.says for one in page_of(judged(plan(profile(**tables), *held))).closing]  # type: ignore[arg-type]

    more = Today(sets=2, reps=8, change="more_load")
    weeks = WEEKS.format(most=10, refused=40)
    kilograms = KILOGRAMS.format(gain=0.5, spare=2)
    assert said() == [LOAD, ADVICE]
    assert said(more) == [LOAD, weeks, ADVICE]
    assert said(more.model_copy(update={"load_kg": 60})) == [LOAD, ADVICE]
    over = Today(sets=2, reps=item("back_squat", "heavy").dose.reps[1] + 1, load_kg=60)  # type: ignore[index]
    assert said(over) == [LOAD, OVER.format(most=10), ADVICE]
    assert said(over, more) == [LOAD, weeks, ADVICE], "which says so, too"
    assert said(over.model_copy(update={"tempo": "5-0-1"})) == [LOAD, TEMPO, ADVICE]
    assert said(Today(sets=2, reps=8, tempo="5-0-1", change="slower")) == [LOAD, TEMPO, ADVICE]
    assert said(more.model_copy(update={"load_kg": 60}), lifts={"back_squat": "100x5"}) == [LOAD, kilograms, ADVICE]
    top = more.model_copy(update={"load_kg": 250, "change": "top"})
    standing = STANDING.format(said="Back squat from 5 Jan (lower it slower)")
    assert said(top) == [LOAD, standing, ADVICE]


def test_a_current_injury_asks_for_a_professional() -> None:
    page = page_of(judged(plan(profile(injuries={"current": ["achilles"]}))))
    assert page.warnings == ("You have a current injury (Achilles tendon): see a professional before you start.",)
    assert page.closing[1:] == (Paragraph(ADVICE, warning=True),)


def test_notes_on_the_runners_own_runs_are_said_first_and_once() -> None:
    held = (Note(topic="calendar", text="A long run\x1b before Goal.", because=("TAP-08",)),)
    page = page_of(judged(plan(profile()).with_texts({}, held)))
    assert (page.warnings, page.topics) == (("A long run  before Goal.",), ())


WISHES = rule("sessions_wished_for", tier="coverage", phases=("base",))


def wish(minutes: dict[str, int], *paid: Violation, **strength: object) -> str:
    who = profile(strength={"minutes": dict.fromkeys(WEEKDAYS, 0) | minutes, **strength})
    two = weekly(session(day("mon")), session(day("wed"), slot="B"))
    return page_of(judged(plan(who, *two), Report((), paid), (WISHES, rule("free_days_only")))).shortfalls.wish


def test_a_third_session_can_be_wished_for_where_two_hold_everything_and_a_day_is_left() -> None:
    three, two = {"mon": 40, "wed": 40, "sat": 40}, {"mon": 40, "wed": 40}
    assert wish(three).startswith("In weeks 1-4 two sessions hold all that is asked")
    assert wish(three, Violation("five_patterns", InWeek(2, of="pull"), 1, "coverage", 1)).startswith(
        "In weeks 1, 3, 4 "
    )
    assert wish(three, Violation("five_patterns", InBlock(1), 1, "coverage", 1)) == ""
    assert wish(two) == wish(three, want=3) == wish(three, away=[f"{day('mon')}/{day('sun', 4)}"]) == ""


def test_no_more_sessions_are_proposed_for_weeks_of_which_something_is_told() -> None:
    missed = Violation("goals_emphasised", InBlock(1, of="hills"), 1, "exercises", 1)
    goal = rule("goals_emphasised", tier="exercises", least=2, exercises={"hills": ["step_up"]}, phases=("base",))
    three = dict.fromkeys(WEEKDAYS, 0) | {"mon": 40, "wed": 40, "sat": 40}
    who = profile(strength={"minutes": three}, athlete={"goals": ["hills"]})
    two = weekly(session(day("mon")), session(day("wed"), slot="B"))
    rules = (WISHES, rule("free_days_only"), goal)
    assert page_of(judged(plan(who, *two), Report((), ()), rules)).shortfalls.wish
    assert page_of(judged(plan(who, *two), Report((), (missed,)), rules)).shortfalls.wish == ""
