"""What a plan says besides its sessions: each note can be shown, and is shown only where its conditions hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, get_args

import pytest

from constraints.knowledge.doctrine import doctrine_named, doctrine_names
from constraints.knowledge.guidance import fact_id, facts
from constraints.knowledge.notes import (
    MOST_LINES,
    TOPICS,
    Flag,
    NoteEntry,
    When,
    notes,
    notes_for,
)
from profiles.equipment import EQUIPMENT
from profiles.exercise import LEVELS, catalogue
from profiles.plan import Addon, Item, Note, Plan, Session
from profiles.profile import Distance
from profiles.run import DayRuns
from profiles.season import PHASES
from writing import addon, day, item, plan, profile, session

WEEKS = 6


class Told(NamedTuple):
    """A plan, in the few things that notes look at."""

    said: dict[str, Any]
    phase: Any = "base"
    running: Any = None
    doctrine: str = "reconciled"
    held: tuple[Session | Addon, ...] = ()

    @property
    def plan(self) -> Plan:
        who = profile(weeks=WEEKS, **self.said)
        return plan(who, *self.held, phases=[(self.phase, WEEKS)], running=self.running)

    @property
    def notes(self) -> tuple[Note, ...]:
        return notes_for(self.plan, doctrine_named(self.doctrine).followed)


GYM = {"place": {"tue": "gym"}}
FLAGS: dict[Flag, tuple[dict[str, Any], dict[str, Any]]] = {
    "body_mass": ({"athlete": {"body_kg": 70}}, {}),
    "gains_muscle_quickly": ({"athlete": {"gains_muscle_quickly": True}}, {}),
    "desk_work": ({"athlete": {"goals": ["desk_work"]}}, {"athlete": {"goals": ["hills"]}}),
    "home_only": ({}, {"strength": GYM, "places": {"gym": {}}}),
    "has_gym": ({"strength": GYM, "places": {"gym": {}}}, {}),
    "any_current_injury": ({"injuries": {"current": ["itb"]}}, {"injuries": {"prone": ["itb"]}}),
    "any_prone_injury": ({"injuries": {"prone": ["itb"]}}, {"injuries": {"current": ["itb"]}}),
    "short_of_time": ({"strength": {"minutes": {"tue": "45 pm", "fri": 44}}}, {"strength": {"minutes": {"tue": 90}}}),
    "high_mileage_weeks": ({"running": {2: "high"}}, {"running": {2: "cut_back"}}),
    "cutback_weeks": ({"running": {2: "cut_back"}}, {"running": {2: "high"}}),
    "lifts_given": ({"lifts": {"deadlift": 100}}, {}),
    "lifts_not_given": ({}, {"lifts": {"deadlift": 100}}),
}
"""What sets a flag, and what leaves it unset."""
HELD: dict[str, Item] = {
    "heavy": item("back_squat", "heavy"),
    "moderate": item("dumbbell_row"),
    "isometric": item("plank", "hold"),
    "plantarflexion": item("calf_raise", "calf"),
    "pull_up": item("pull_up", "bodyweight"),
    "chin_up": item("chin_up", "bodyweight"),
    "assisted_pull_up": item("assisted_pull_up", "bodyweight"),
    "goblet_squat": item("goblet_squat"),
    "machines": item("leg_press"),
    "unstable pad": next(
        item(entry.id, "bodyweight") for entry in catalogue().values() if ("unstable pad",) in entry.needs
    ),
    "loop band": item("banded_squat"),
    "long band": item("band_row"),
    "kettlebell": item("kettlebell_row"),
}
"""Work that a note may be about."""
RUNS = {"hard": "tempo 40", "long": "long 90", "hills": "hills 40"}
KM: dict[Distance, float] = {"5k": 7.5, "10k": 15, "half": 30, "marathon": 43, "ultra": 43.1}


def setting(condition: str, word: Any) -> dict[str, Any]:
    """Tables that make one word of a condition true."""
    match condition:
        case "injury":
            return {"injuries": {"prone": [word]}}
        case "current":
            return {"injuries": {"current": [word]}}
        case "goal":
            return {"athlete": {"goals": [word]}}
        case "experience":
            return {"athlete": {"experience": word}}
        case "equipment":
            return {"places": {"home": {"equipment": [f"{word} 8"]}}}
        case "distance":
            return {"races": [{"name": "Goal", "date": day("sun", WEEKS), "km": KM[word]}]}
        case "runs":
            return {"runs": {"wed": RUNS[word]}}
        case "flag":
            return FLAGS[word][0]
        case "holds":
            there = {"places": {"home": {"equipment": [*EQUIPMENT]}}} if word == "unstable pad" else {}
            return {"held": (session(day("tue"), HELD[word]) if word in HELD else addon(day("tue"), word),), **there}
        case "advises" | "lacks":
            return {}
        case _:
            return {condition: word}  # phase, doctrine


def missing(condition: str, words: tuple[Any, ...]) -> dict[str, Any]:
    """Tables that make every word of a condition false."""
    match condition:
        case "phase":
            return {"phase": next(phase for phase in PHASES if phase not in words)}
        case "experience":
            return {"athlete": {"experience": next(level for level in LEVELS if level not in words)}}
        case "doctrine":
            return {"doctrine": next(name for name in doctrine_names() if not guides_of(name) & set(words))}
        case "flag":
            return merged(*(FLAGS[word][1] for word in words))
        case "equipment":
            return {"places": {"home": {"equipment": []}}}
        case "lacks":
            return {"places": {"home": {"equipment": words}}}
        case "advises":
            harms = [harm for word in words for harm in catalogue()[word].harms]
            return {"injuries": {"current": harms[:1]}} if harms else {"preferences": {"avoid": [words[0]]}}
        case _:
            return {}


def guides_of(doctrine: str) -> set[str]:
    """The doctrines whose guide it follows: one that extends the reconciled rules does not follow all four."""
    return {doctrine, *doctrine_named(doctrine).followed} - ({"reconciled"} - {doctrine})


def merged(*tables: dict[str, Any]) -> dict[str, Any]:
    """Tables of tables, one over the other."""
    found: dict[str, Any] = {}
    for table in tables:
        for name, value in table.items():
            old = found.get(name)
            if isinstance(value, dict) and isinstance(old, dict):
                value = merged(old, value)  # noqa: PLW2901  # the same value, completed
            found[name] = value
    return found


def told(*tables: dict[str, Any]) -> Told:
    said = merged({"strength": {"minutes": {"tue": 90}}, "places": {"home": {"equipment": []}}}, *tables)
    if "minutes" in said["strength"]:
        said["strength"]["minutes"] = {
            **dict.fromkeys(("mon", "wed", "thu", "fri", "sat", "sun"), 0), **said["strength"]["minutes"],
        }  # fmt: skip
    others = {name: said.pop(name) for name in ("phase", "running", "doctrine", "held") if name in said}
    return Told(said, **others)


def conditions(when: When) -> dict[str, tuple[Any, ...]]:
    return when.model_dump(exclude_defaults=True)


def shown(entry: NoteEntry, there: tuple[Note, ...]) -> bool:
    """Whether a note is among others; what stands in its braces may be anything."""
    start = entry.text.partition("{")[0]
    return any((note.topic, note.because) == (entry.topic, entry.because) and note.text.startswith(start)
               for note in there)  # fmt: skip


def cases(make: Callable[[NoteEntry], Iterator[tuple[str, tuple[dict[str, Any], ...]]]]) -> Iterator[tuple[str, bool]]:
    """Each case of each note, and whether the note is shown in it."""
    for name, entry in notes().items():
        for case, tables in make(entry) if entry.clash is None else ():
            yield f"{name}, {case}", shown(entry, told(*tables).notes)


def kept(entry: NoteEntry) -> Iterator[tuple[str, tuple[dict[str, Any], ...]]]:
    """Each word of each condition once, with the first words of the other conditions."""
    asked = conditions(entry.when)
    firsts = {condition: setting(condition, words[0]) for condition, words in asked.items()}
    yield "always" if not asked else "first", tuple(firsts.values())
    for condition, words in asked.items():
        for word in words[1:]:
            yield f"{condition} {word}", (*{**firsts, condition: setting(condition, word)}.values(),)


def broken(entry: NoteEntry) -> Iterator[tuple[str, tuple[dict[str, Any], ...]]]:
    """Each condition once unmet, with all others met."""
    asked = conditions(entry.when)
    firsts = {condition: setting(condition, words[0]) for condition, words in asked.items()}
    for condition, words in asked.items():
        yield f"without {condition}", (*{**firsts, condition: missing(condition, words)}.values(),)


def test_a_note_is_shown_where_its_conditions_hold() -> None:
    assert [case for case, is_shown in cases(kept) if not is_shown] == []


def test_a_note_is_not_shown_where_one_condition_does_not_hold() -> None:
    assert [case for case, is_shown in cases(broken) if is_shown] == []


# ---- single conditions


def one(when: dict[str, Any]) -> NoteEntry:
    return NoteEntry(topic="effort", text="Odd.", because=("REC-01",), when=When(**when))


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Callable[[Told], bool]]:
    """Whether a note with some condition is shown, were it the only one."""

    def entered(**when: Any) -> Callable[[Told], bool]:
        monkeypatch.setattr("constraints.knowledge.notes.notes", lambda: {"odd": one(when)})
        return lambda what: bool(what.notes)

    return entered


Only = Callable[..., Callable[[Told], bool]]


@pytest.mark.parametrize("flag", get_args(Flag))
def test_every_flag_can_be_set_and_unset(flag: Flag, only: Only) -> None:
    up, down = FLAGS[flag]
    is_shown = only(flag=(flag,))
    assert is_shown(told(up))
    assert not is_shown(told(down))


@pytest.mark.parametrize(("km", "distance"), [
    (5, "5k"), (7.5, "5k"), (7.6, "10k"), (15, "10k"), (21.1, "half"), (30, "half"), (30.1, "marathon"),
    (42.2, "marathon"), (43, "marathon"), (43.1, "ultra"), (160, "ultra"),
])  # fmt: skip
def test_an_odd_distance_counts_as_the_nearest_named_one(km: float, distance: Distance, only: Only) -> None:
    race = told({"races": [{"name": "Goal", "date": day("sun", WEEKS), "km": km}]})
    others = tuple(name for name in get_args(Distance) if name != distance)
    assert only(distance=(distance,))(race)
    assert not only(distance=others)(race)


def test_an_injury_counts_whether_prone_or_current_and_a_current_one_only_if_it_is(only: Only) -> None:
    prone, current = (told({"injuries": {kind: ["shins"]}}) for kind in ("prone", "current"))
    either = only(injury=("shins",))
    assert either(prone)
    assert either(current)
    now = only(current=("shins",))
    assert now(current)
    assert not now(prone)


def test_hamstrings_that_hurt_now_are_not_told_to_do_what_harms_them() -> None:
    prone, current = (told({"injuries": {kind: ["hamstrings"]}}).notes for kind in ("prone", "current"))
    assert shown(notes()["hamstrings"], prone)
    assert not shown(notes()["hamstrings"], current)
    assert shown(notes()["hamstrings_now"], current)
    assert not shown(notes()["hamstrings_now"], prone)


def test_a_note_of_a_doctrine_holds_for_those_that_extend_it(only: Only) -> None:
    is_shown = only(doctrine=("three_pillars",))
    assert is_shown(told({"doctrine": "three_pillars"}))
    assert is_shown(told({"doctrine": "three_pillars_flow_b"}))
    assert not is_shown(told({"doctrine": "home"}))


def test_a_note_of_the_reconciled_rules_is_not_one_of_each_guide_that_is_written_over_them(only: Only) -> None:
    is_shown = only(doctrine=("reconciled",))
    assert is_shown(told())
    assert not is_shown(told({"doctrine": "home"}))


# ---- the texts


def test_notes_stand_by_topic_and_within_one_in_the_order_of_their_file() -> None:
    there = told().notes
    topics = [TOPICS.index(note.topic) for note in there]  # type: ignore[arg-type]  # it is one of them
    assert topics == sorted(topics)
    assert len(set(topics)) > 3
    always = [entry.text for entry in notes().values() if entry.topic == "technique" and not conditions(entry.when)]
    assert [note.text for note in there if note.text in always] == always


@pytest.mark.parametrize(
    ("doctrine", "grams"),
    [("reconciled", [112, 84, 154]), ("four_categories", [112, 84, 154]), ("home", [84, 112]), ("gym", [112, 154])],
)
def test_protein_is_told_in_grams_for_the_body_mass(doctrine: str, grams: list[int]) -> None:
    entries = [entry for entry in notes().values() if entry.per_kg]
    found = [
        note
        for note in told({"doctrine": doctrine, "athlete": {"body_kg": 70}}).notes
        if any(shown(entry, (note,)) for entry in entries)
    ]
    texts = [[int(word) for word in note.text.split() if word.isdigit()] for note in found]
    assert texts == [grams]


def test_grams_are_whole() -> None:
    texts = [note.text for note in told({"athlete": {"body_kg": 63.7}}).notes]
    assert any("102 g" in text and "76 to 140 g" in text for text in texts)  # 101.9, 76.4, 140.1


def test_a_note_is_a_few_sentences_without_a_brace_that_nothing_fills() -> None:
    filled = {name: entry.text.format(**dict.fromkeys((*entry.per_kg, *CLASH), 1)) for name, entry in notes().items()}
    assert [
        f"{name}: begin with a capital letter, end with a full stop or a question mark, leave no brace"
        for name, text in filled.items()
        if "{" in text or text[0].islower() or not text.endswith((".", "?"))
    ] == []
    in_grams = {name: entry for name, entry in notes().items() if entry.per_kg}
    assert [name for name, entry in in_grams.items() if "body_mass" not in entry.when.flag] == [], (
        "grams need a body mass: add the flag body_mass"
    )


def test_a_note_names_facts_of_the_guidance_each_once() -> None:
    assert [
        f"{name}: name facts of constraints/knowledge/guidance.toml in `because`, each once"
        for name, entry in notes().items()
        if len(set(entry.because)) < len(entry.because) or any(fact_id(fact) not in facts() for fact in entry.because)
    ] == []


def test_no_two_notes_say_the_same() -> None:
    texts = [entry.text for entry in notes().values()]
    assert len(set(texts)) == len(texts)


def test_the_doctrines_of_the_notes_exist() -> None:
    assert {name for entry in notes().values() for name in entry.when.doctrine} <= set(doctrine_names())


@pytest.mark.parametrize("name", [name for name, entry in notes().items() if entry.when.advises])
def test_nobody_is_advised_to_do_what_they_refuse(name: str) -> None:
    entry = notes()[name]
    named = entry.when.model_dump(exclude_defaults=True, exclude={"advises"})
    said = merged(*(setting(condition, words[0]) for condition, words in named.items()))
    assert entry.text in [note.text for note in told(said).notes]
    for wish in ("avoid", "exclude"):
        refused = merged(said, {"preferences": {wish: [entry.when.advises[0]]}})
        assert entry.text not in [note.text for note in told(refused).notes]


def test_pull_ups_are_spoken_of_only_where_there_are_some() -> None:
    for held, there in ((item("lat_pulldown"), False), (HELD["chin_up"], True)):
        notes_told = told({"held": (session(day("tue"), held),)}).notes
        assert any("pull-ups to your limit" in note.text for note in notes_told) is there


# ---- runs that do a race no good


CLASH = ("races", "runs", "lines")
"""What may stand in the braces of a note on runs."""


def clashing(runs: dict[str, str], on: dict[str, str] | None = None, **race: Any) -> list[str]:
    """The notes about runs near a race on the fourth Sunday of six weeks."""
    goal = {"name": "Goal", "date": day("sun", 4), "distance": "10k", **race}
    said = told({"races": [goal], "runs": {**runs, "on": on or {}}})
    return [note.text for note in said.notes if note.topic == "calendar"]


@pytest.mark.parametrize(
    ("runs", "race", "line"),
    [
        ({"sat": "long 90"}, {"priority": "B"}, f'{day("sat", 4)} = "rest"'),
        ({"sat": "tempo 40"}, {}, f'{day("sat", 4)} = "rest"'),
        ({"tue": "intervals 50"}, {}, f'{day("tue", 4)} = "easy 30"'),
        ({"wed": "tempo 50"}, {"priority": "B"}, f'{day("wed", 5)} = "easy 30"'),
        ({"fri": "tempo 50"}, {"distance": "marathon", "priority": "B"}, f'{day("fri", 5)} = "easy 30"'),
        ({"sun": "long 120"}, {"distance": "marathon"}, f'{day("sun", 5)} = "easy 30"'),
        ({"mon": "tempo 50"}, {"distance": "half", "priority": "C"}, f'{day("mon", 5)} = "easy 30"'),
    ],
)
def test_a_run_that_does_a_race_no_good_is_told_once_with_the_line_that_changes_it(
    runs: dict[str, str], race: dict[str, str], line: str
) -> None:
    found = clashing(runs, **race)
    assert sum(line in text for text in found) == 1
    assert all(f"{next(iter(runs.values()))}" in text and "Goal" in text for text in found)
    lines = [part.strip(" .").split(" = ") for text in found for part in text.rpartition("[runs.on]: ")[2].split(",")]
    assert clashing(runs, {date: instead.strip('"') for date, instead in lines}, **race) == [], "the lines end it"


@pytest.mark.parametrize(
    ("runs", "race"),
    [
        ({"sat": "easy 40"}, {}),
        ({"sat": "long 90"}, {"priority": "C"}),
        ({"tue": "intervals 50"}, {"priority": "C"}),
        ({"fri": "tempo 50"}, {"priority": "B"}),
        ({"mon": "tempo 50"}, {"priority": "C"}),
        ({"tue": "tempo 50"}, {"distance": "half", "priority": "C"}),
        ({}, {}),
    ],
)
def test_other_runs_are_the_runners_own(runs: dict[str, str], race: dict[str, str]) -> None:
    assert clashing(runs, **race) == []


@pytest.mark.parametrize(("phase", "last"), [("recovery", 6), ("base", 2)])
def test_after_a_long_race_every_hard_run_of_the_recovery_is_counted(phase: Any, last: int) -> None:
    goal = {"name": "Goal", "date": day("sun", 1), "distance": "marathon"}
    held = Told({"races": [goal], "runs": {"tue": "tempo 40", "sun": "long 90"}}, phase=phase)
    (text,) = [note.text for note in held.notes if note.topic == "calendar" and note.text.startswith("After Goal")]
    counted = {2: "tempo 40, long 90.", 6: "tempo 40 (5 times), long 90 (5 times)."}
    assert f"your profile has {counted[last]}" in text
    assert text.count(' = "easy 30"') == min(MOST_LINES, 2 * (last - 1))
    assert text.endswith(", and so on.") == (last == WEEKS)


def test_a_run_on_several_dates_is_counted() -> None:
    (text,) = clashing({"tue": "tempo 40", "wed": "tempo 40"}, priority="B")
    assert "tempo 40 (2 times)" in text
    assert f'{day("tue", 5)} = "easy 30", {day("wed", 5)} = "easy 30"' in text


def test_what_a_day_might_hold_instead_can_be_written_in_a_profile() -> None:
    instead = [entry.clash.instead for entry in notes().values() if entry.clash]
    assert [str(DayRuns.parse(said)) for said in instead] == instead != []
