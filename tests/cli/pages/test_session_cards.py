"""What a card says about order, days, reasons and each date's doses."""

from __future__ import annotations

from typing import Any

from cli.pages.card_rows import marks
from cli.pages.page import EASED, LOAD, OPEN, page_of
from cli.pages.session_cards import SessionCard
from cli.pages.words import TIMES
from constraints.knowledge.doctrine import doctrine_named
from constraints.prescription.dose import light
from profiles.amount import Amount
from profiles.plan import Change, Drill, Item, LighterSet, Session, Today
from profiles.profile import Profile
from profiles.run import Run
from profiles.season import Phase
from writing import CORE, HEAVY, UPPER, day, item, judged, plan, profile, rule, session

EASED_PHASES: tuple[Phase, ...] = ("taper", "race_week", "recovery")
RULES = [
    rule("place_of_the_day"),
    rule("same_weekdays"),
    rule("even_spacing", days=3),
    rule("race_day_free"),
    rule("run_before_lift"),
]


def card_of(*sessions: Session) -> SessionCard:
    (card,) = page_of(judged(plan(profile(), *sessions), rules=RULES)).cards
    return card


def test_supersets_share_a_number() -> None:
    pair = item("goblet_squat", superset=4), item("plank", "hold", superset=4)
    assert marks([HEAVY, *pair, UPPER]) == ["1", "2a", "2b", "3"]
    assert marks([pair[0], HEAVY, pair[1], UPPER]) == ["1a", "2", "1b", "3"]
    assert marks([]) == []


def test_a_row_holds_its_words_and_its_values() -> None:
    (row,) = card_of(session(day("tue"), HEAVY)).rows
    assert (row.exercise, row.name, row.load) == ("back_squat", "Back squat", "barbell")
    assert row.dose == HEAVY.dose
    assert row.amount.startswith(f"{HEAVY.dose.sets} {TIMES} ")
    assert row.rest == f"{HEAVY.dose.rest_s} s"


BODYWEIGHT = item("push_up", "bodyweight")


def reserves_of(who: Profile, phase: Phase, *items: Item) -> tuple[list[str], str]:
    """What the page prints in the column, and the paragraph that explains it."""
    held = plan(who, session(day("tue"), *items, phase=phase), phases=[(phase, 4)])
    page = page_of(judged(held))
    return [row.reserve for row in page.cards[0].rows], page.closing[0].says


def test_a_reserve_has_no_upper_end_where_nothing_says_the_most_reps() -> None:
    assert reserves_of(profile(), "base", BODYWEIGHT, HEAVY, CORE) == (["2+", "2-3", ""], f"{LOAD} {OPEN}")
    stated = profile(lifts={"push_ups": 20})
    assert reserves_of(stated, "base", BODYWEIGHT, HEAVY) == (["2-3", "2-3"], LOAD)


def test_a_reserve_has_no_upper_end_where_the_load_is_light_for_the_runner() -> None:
    who = profile(places={"home": {"equipment": ["kettlebell 8", "dumbbells 2-50"]}})
    squat, row = item("goblet_squat"), item("dumbbell_row")
    numbers = doctrine_named("reconciled").tables.styles["moderate"]
    lighter = squat.model_copy(update={"dose": light(squat.dose, numbers, squat.entry), "load": "kettlebell"})
    assert reserves_of(who, "base", lighter, row) == (["2+", "2-3"], f"{LOAD} {OPEN}")


def test_a_phase_that_eases_asks_for_no_reserve() -> None:
    for phase in EASED_PHASES:
        assert reserves_of(profile(), phase, BODYWEIGHT, HEAVY, CORE) == (
            ["easy", "easy", ""],
            f"{LOAD} {EASED.format(percent=10)}",
        )


def test_dates_that_are_eased_say_so_where_a_reserve_is_printed() -> None:
    def on(week: int, change: Change) -> Session:
        said = Today(sets=2, reps=8, change=change)
        items = [one.model_copy(update={"today": said}) for one in (HEAVY, CORE)]
        return session(day("tue", week), *items)

    page = page_of(judged(plan(profile(), on(1, "start"), on(2, "lighter"), on(3, "fewer_sets")), rules=RULES))
    same = f"2{TIMES}8"
    assert [date.amounts for date in page.cards[0].dates] == [(same, same), (f"{same} easy", same), (same, same)]
    assert page.closing[0].says == f"{LOAD} {EASED.format(percent=10)}"


def test_days_are_counted_when_they_differ() -> None:
    run = {"after": (Run.parse("intervals 60 am"),)}
    sessions = [session(day("tue", week)).model_copy(update=run) for week in (1, 2)]
    same = card_of(*sessions)
    assert (same.days, same.weekday, len(same.dates), same.weeks) == ("Tue, after intervals", "Tue", 2, 4)
    moved = session(day("fri", 3)).model_copy(update={"before": (Run.parse("easy 30 pm"),)})
    other = card_of(*sessions, moved)
    assert other.days == "Tue, after intervals (2); Fri, before easy run (1)"
    assert (other.weekday, other.why) == ("", "")


def test_drills_that_only_some_dates_have_are_told_with_these_dates() -> None:
    drills = tuple(Drill(exercise=name, dose=Amount.parse("10 reps")) for name in ("cat_cow", "glute_bridge"))
    short = [session(day("tue", week)).model_copy(update={"warm_up": drills[1:]}) for week in (1, 2)]
    whole = session(day("tue", 3)).model_copy(update={"warm_up": drills})

    def said(*held: Session, **tables: Any) -> tuple[tuple[Drill, ...], str]:
        (card,) = page_of(judged(plan(profile(**tables), *held), rules=RULES)).cards
        assert card.warm_up == (drills if whole in held else drills[1:])
        return card.not_always, card.shorter

    ran = {"runs": {"on": dict.fromkeys((day("tue", 1), day("tue", 2)), "easy 30")}}
    assert said(*short, whole) == (drills[:1], "on 5 Jan and 12 Jan")
    assert said(*short, whole, **ran) == (drills[:1], "straight after a run")
    assert said(short[0], whole, runs={"tue": "easy 30"}) == (drills[:1], "on 5 Jan")
    assert said(*short) == ((), "")


def test_lighter_sets_are_told_where_they_change() -> None:
    def on(week: int, *kg: float | None) -> Session:
        sets = tuple(
            LighterSet(percent=percent, reps=reps, load_kg=load)
            for (percent, reps), load in zip(((50, 5), (75, 3)), kg, strict=False)
        )
        today = Today(sets=2, reps=5, lighter_sets=sets)
        return session(day("tue", week), HEAVY.model_copy(update={"today": today}), UPPER)

    same = on(1, 40, 60), on(2, 40, 60), on(3), on(4, 42.5, 62.5)
    assert card_of(*same).lighter == (
        f"Back squat 5 {TIMES} 40 kg, 3 {TIMES} 60 kg; from 26 Jan 5 {TIMES} 42.5 kg, 3 {TIMES} 62.5 kg"
    )
    assert card_of(on(1, None)).lighter == f"Back squat 5 {TIMES} 50 % of the load"
    assert card_of(session(day("tue"), UPPER)).lighter == ""


def test_a_rule_that_the_doctrine_does_not_have_is_named() -> None:
    assert card_of(session(day("tue")).model_copy(update={"because": ("an_old_rule",)})).why == "An old rule."


def test_cards_come_by_letter_and_hold_the_ids_of_their_sessions() -> None:
    moved = session(day("mon"), CORE, slot="B").model_copy(update={"date": day("wed", 2)})
    cards = page_of(judged(plan(profile(), session(day("fri")), moved))).cards
    assert [(card.letter, [(one.session, one.date) for one in card.dates]) for card in cards] == [
        ("A", [("2027-W01-A", day("fri"))]),
        ("B", [("2027-W01-B", day("wed", 2))]),
    ]


def test_each_date_says_its_sets_and_reps_and_its_load_where_it_is_new() -> None:
    def on(reps: int, kg: float | None, change: Change) -> Today:
        return Today(sets=3, reps=reps, load_kg=kg, change=change)

    heavy, row = item("back_squat", "heavy", 3), item("dumbbell_row", sets=2)
    squats = [on(5, 80, "start"), on(6, 80, "more_reps"), on(5, 82.5, "more_load")]
    rows = [Today(sets=2, reps=12, change="top"), Today(sets=2, reps=8, change="more_load"), Today(sets=2, reps=9)]
    card = card_of(
        *(
            session(
                day("tue", week),
                heavy.model_copy(update={"today": squats[week - 1]}),
                row.model_copy(update={"today": rows[week - 1]}),
            )
            for week in (1, 2, 3)
        )
    )
    assert card.week_by_week
    assert [date.todays for date in card.dates] == list(zip(squats, rows, strict=True))
    assert [date.amounts for date in card.dates] == [
        (f"3{TIMES}5 80 kg", f"2{TIMES}12"),
        (f"3{TIMES}6", f"2{TIMES}8 +"),
        (f"3{TIMES}5 82.5 kg", f"2{TIMES}9"),
    ]


def test_a_reduced_session_says_what_it_leaves_out_and_kilograms_go_on_after_it() -> None:
    heavy, row = item("back_squat", "heavy"), item("dumbbell_row", sets=2)
    squat = heavy.model_copy(update={"today": Today(sets=2, reps=5, load_kg=80)})
    pull = row.model_copy(update={"today": Today(sets=2, reps=8, load_kg=20)})
    short = session(day("tue"), pull).model_copy(update={"reduced": True})
    card = card_of(short, session(day("tue", 2), squat, pull), session(day("tue", 3), squat, pull))
    assert [row.exercise for row in card.rows] == ["back_squat", "dumbbell_row"]
    assert [date.amounts for date in card.dates] == [
        ("left out", f"2{TIMES}8 20 kg"),
        (f"2{TIMES}5 80 kg", f"2{TIMES}8"),
        (f"2{TIMES}5", f"2{TIMES}8"),
    ]


def test_a_card_tells_its_shortest_and_its_longest_date() -> None:
    assert card_of(*(session(day("tue", week), minutes=length) for week, length in ((1, 38), (2, 42)))).minutes == (
        38,
        42,
    )
