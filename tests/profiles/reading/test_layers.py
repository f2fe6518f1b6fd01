import datetime as dt
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import tomli_w
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cli.briefs import brief_at
from profiles.kit import Kit, Masses
from profiles.opening import Opening
from profiles.plan import Header, Plan, TierRecord
from profiles.profile import WEEKDAYS, Profile
from profiles.reading.layers import Layer, Layers
from profiles.reading.load import (
    load_header,
    load_plan,
    load_profile,
    read_profile,
)
from profiles.reading.locate import KeyPath
from profiles.reading.problems import BadInput, Problem
from profiles.run import DayRuns, Run
from profiles.writing.toml_text import plan_text, save_plan
from writing import CORE, TINY, day, plan, profile, session

COMMON = """\
layout = "track"

[season]
start = 2027-01-04
weeks = 8

[[races]]
name = "Club Mile"
date = 2027-02-07
km = 1.6
priority = "B"

[[races]]
name = "Club Half"
date = 2027-02-28
distance = "half"

[runs]
sat = "easy 40"
sun = "long 80"
on = { 2027-01-10 = "rest" }

[strength]
minutes = { mon = 30, wed = 30 }
at_least = 1

[places.gym]
equipment = ["barbell", "rack"]
travel_min = 20

[preferences]
favour = ["step_up"]

[rules.fresh_legs_for_key_runs]
clear_days = 2

[layouts.track.runs]
tue = "intervals 50"
sun = "long 90"

[layouts.track.strength]
minutes = { mon = 40, thu = "40 pm" }
place = { thu = "gym" }

[layouts."up and down".runs]
wed = "hills 50"
"""
OWN = """\
[athlete]
name = "Maya"
experience = "intermediate"

[strength]
minutes = { mon = 50 }
pins = ["2027-01-05"]

[[races]]
name = "My 10k"
date = 2027-02-14
distance = "10k"

[places.gym]
equipment = ["kettlebell 16"]

[places.home]
equipment = ["mat"]

[rules.fresh_legs_for_key_runs]
work = "any session"
"""
BARE = '[athlete]\nname = "Maya"\nexperience = "intermediate"\n'
"""An athlete's file that leaves the rest to the squad."""
WHOLE = """\
[athlete]
name = "Maya"
experience = "intermediate"

[season]
start = 2027-01-04
weeks = 8

[[races]]
name = "My 10k"
date = 2027-02-14
distance = "10k"

[runs]
tue = "intervals 50"
sat = "easy 40"
sun = "long 90"
on = { 2027-01-10 = "rest" }

[strength]
minutes = { mon = 50, wed = 30, thu = "40 pm" }
place = { thu = "gym" }
at_least = 1
pins = ["2027-01-05"]

[places.gym]
equipment = ["kettlebell 16"]
travel_min = 20

[places.home]
equipment = ["mat"]

[preferences]
favour = ["step_up"]

[rules.fresh_legs_for_key_runs]
clear_days = 2
work = "any session"
"""
"""OWN and COMMON merged into one file."""


def beside(folder: Path, own: str, common: str | None = COMMON) -> Path:
    """An athlete's file with a squad.toml in the same folder."""
    (folder / "me.toml").write_text(own, encoding="utf-8")
    if common is not None:
        (folder / "squad.toml").write_text(common, encoding="utf-8")
    return folder / "me.toml"


def told(file: Path) -> tuple[Problem, ...]:
    with pytest.raises(BadInput) as bad:
        brief_at(file)
    return bad.value.problems


def only(file: Path) -> Problem:
    (problem,) = told(file)
    return problem


# ---- layers by themselves


def layers(*texts: str) -> Layers:
    """The texts as files `0`, `1`, and so on."""
    return Layers(tuple(Layer(str(file), text, tomllib.loads(text)) for file, text in enumerate(texts)))


def test_tables_are_laid_over_key_by_key_and_everything_else_whole() -> None:
    both = layers("a = { b = { c = 1 } }\nd = [1]", "a = { b = { c = 2, e = 3 }, f = 4 }\nd = [2, 3]\ng = 5")
    assert both.data == {"a": {"b": {"c": 1, "e": 3}, "f": 4}, "d": [1], "g": 5}


@pytest.mark.parametrize(
    ("upper", "lower", "merged"),
    [
        ("a = 1", "a = { b = 2 }", {"a": 1}),
        ("a = { b = 2 }", "a = 1", {"a": {"b": 2}}),
        ("a = {}", "a = { b = 2 }", {"a": {"b": 2}}),
        ("a = {}", "a = 1", {"a": {}}),
        ("a = []", "a = [1]", {"a": []}),
        ("[[a]]\nb = 1", "[[a]]\nc = 1", {"a": [{"b": 1}]}),
        ("", "a = 1", {"a": 1}),
    ],
)
def test_what_is_there_in_two_kinds_is_that_of_the_upper_layer(upper: str, lower: str, merged: dict[str, Any]) -> None:
    assert layers(upper, lower).data == merged


def test_what_a_layer_says_is_not_changed_by_those_over_it() -> None:
    three = layers("a = { b = 1 }", "a = { c = 2 }", "a = { b = 3, d = 4 }")
    assert three.data == {"a": {"b": 1, "c": 2, "d": 4}}
    assert [layer.data for layer in three.layers] == [{"a": {"b": 1}}, {"a": {"c": 2}}, {"a": {"b": 3, "d": 4}}]


def test_a_place_is_where_the_value_that_counts_was_written() -> None:
    both = layers("a = 1\n\n[b]\nc = [7]", "\n\na = 2\n[b]\nc = [8, 9]\nd = 3")
    assert both.place(("a",)) == ("0", 1, "a")
    assert both.place(("b", "c", 0)) == ("0", 4, "b.c[0]")
    assert both.place(("b", "d")) == ("1", 6, "b.d")


def test_what_is_missing_is_placed_in_the_first_file() -> None:
    both = layers("[a]\nb = 1", "[a]\nc = 1")
    assert both.place(("a", "d")) == ("0", 1, "a.d")
    assert both.place(("e",)) == ("0", None, "e")


def test_a_table_of_a_file_is_placed_by_its_whole_key() -> None:
    text = '[layouts."x y".runs]\ntue = "rest"'
    part = Layer("of/squad.toml", text, {"runs": {"tue": "rest"}}, ("layouts", "x y"))
    both = Layers((Layer("me.toml", "", {}), part))
    assert both.place(("runs", "tue")) == ("of/squad.toml", 2, 'layouts."x y".runs.tue')
    assert both.place(("runs", "wed")) == ("me.toml", None, "runs.wed")
    assert both.settings == ("me.toml", "squad.toml, layout x y: runs.tue")


def test_a_single_file_has_no_settings() -> None:
    one = Layers.of(Path("of/me.toml"), "a = 1")
    assert (one.data, one.place(("a",)), one.settings) == ({"a": 1}, ("of/me.toml", 1, "a"), ())


def test_settings_name_a_key_of_a_table_once_and_nothing_deeper() -> None:
    both = layers("", "[a.b]\nc = 1\nd = [2]\n[a]\n'e f' = 3\n[g]\n[[h]]\ni = 4")
    assert both.settings == ("0", '1: a.b, a."e f", g, h')


def test_settings_leave_out_what_a_layer_above_says_too() -> None:
    assert layers("a = 1\nb = { c = 1 }", "a = 2\nd = 2", "b = { c = 3, e = 3 }\nd = 3").settings == (
        "0: a, b.c", "1: d", "2: b.e",
    )  # fmt: skip
    assert layers("a = 1", "a = 2").settings == ("0",)


def test_settings_leave_out_tables_that_a_layer_above_replaced() -> None:
    assert layers("a = { b = 1 }", "a = { b = { c = 2 } }").settings == ("0",)


WORDS = st.sampled_from(["a", "b", "c d", "e"])
VALUES = st.integers() | st.text(max_size=3) | st.lists(st.integers(), max_size=2)
TABLES = st.dictionaries(WORDS, st.recursive(VALUES, lambda inner: st.dictionaries(WORDS, inner, min_size=1)))


def leaves(data: dict[str, Any], *under: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """All that is no table, by its path."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield from leaves(value, *under, key)
        else:
            yield (*under, key), value


def conflict(one: KeyPath, other: KeyPath) -> bool:
    """Whether only one of two values can be there."""
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]


@settings(deadline=None)
@given(said=st.lists(TABLES, min_size=1, max_size=3))
@example(said=[{"a": {"b": 1}}, {"a": 2}, {"a": {"e": 3}}])
@example(said=[{"a": 1}, {"a": {"b": 2}}, {"a": {"b": 3}}])
def test_every_value_is_that_of_the_first_layer_that_has_its_key_and_is_found_there(said: list[dict[str, Any]]) -> None:
    texts = [tomli_w.dumps(data) for data in said]
    together = layers(*texts)
    wanted: dict[tuple[str, ...], tuple[Any, int]] = {}
    above: list[tuple[str, ...]] = []
    for giver, data in enumerate(said):
        new = dict(leaves(data))
        wanted |= {path: (new[path], giver) for path in new if not any(conflict(path, other) for other in above)}
        above += new
    assert dict(leaves(together.data)) == {path: value for path, (value, _) in wanted.items()}
    for path, (value, giver) in wanted.items():
        file, line, _ = together.place(path)
        assert file == str(giver)
        assert line is not None
        assert path[-1] in texts[giver].split("\n")[line - 1]
        elements = range(len(value) if isinstance(value, list) else 0)
        assert {together.place((*path, index))[0] for index in elements} <= {file}


# ---- what counts


def week(who: Profile) -> list[str]:
    return [str(getattr(who.runs, weekday)) for weekday in WEEKDAYS]


def test_the_athletes_file_counts_before_the_layout_and_that_before_the_squad(tmp_path: Path) -> None:
    who = load_profile(beside(tmp_path, OWN))
    assert week(who) == ["rest", "intervals 50", "rest", "rest", "rest", "easy 40", "long 90"]
    assert who.strength.minutes == {"mon": Opening(50), "thu": Opening(40, "pm"), "wed": Opening(30)}
    assert who.season.start == dt.date(2027, 1, 4)


@pytest.mark.parametrize(
    ("own", "sunday"),
    [("", "long 90"), ('layout = "up and down"\n', "long 80"), ('runs = { sun = "long 100" }\n', "long 100")],
)
def test_a_value_is_the_athletes_or_that_of_the_layout_or_that_of_the_squad(
    own: str, sunday: str, tmp_path: Path
) -> None:
    assert load_profile(beside(tmp_path, own + BARE)).runs.sun == DayRuns.parse(sunday)


def test_a_key_that_no_file_sets_has_its_default(tmp_path: Path) -> None:
    who = load_profile(beside(tmp_path, BARE))
    assert (who.season.doctrine, who.athlete.strength_weeks, who.addons.mobility) == ("reconciled", 0, True)


def test_lists_are_replaced_whole(tmp_path: Path) -> None:
    who = load_profile(beside(tmp_path, OWN))
    assert [race.name for race in who.races] == ["My 10k"]
    assert who.places["gym"].equipment == (Kit("kettlebell", (Masses(16),)),)
    assert load_profile(beside(tmp_path, OWN + "[preferences]\nfavour = []\n")).preferences.favour == ()


def test_places_are_laid_over_by_name_and_key(tmp_path: Path) -> None:
    places = load_profile(beside(tmp_path, OWN)).places
    assert set(places) == {"gym", "home"}
    assert (places["gym"].travel_min, places["home"].equipment) == (20, (Kit("mat"),))


def test_rules_are_laid_over_by_name_and_number(tmp_path: Path) -> None:
    rules = "[rules.chill_day_every_week]\ndays = 1\n[rules.fresh_legs_for_key_runs]\nclear_days = 3\n"
    who = load_profile(beside(tmp_path, OWN))
    assert who.rules == {"fresh_legs_for_key_runs": {"clear_days": 2, "work": "any session"}}
    who = load_profile(beside(tmp_path, BARE + rules))
    assert who.rules == {"fresh_legs_for_key_runs": {"clear_days": 3}, "chill_day_every_week": {"days": 1}}


def test_exceptions_are_laid_over_by_date(tmp_path: Path) -> None:
    own = f'{BARE}[runs]\non = {{ 2027-01-17 = "easy 20" }}\n'
    assert load_profile(beside(tmp_path, own)).runs.on == {
        dt.date(2027, 1, 10): DayRuns(), dt.date(2027, 1, 17): DayRuns((Run("easy", 20),)),
    }  # fmt: skip


def test_the_athletes_layout_counts_before_that_of_the_squad(tmp_path: Path) -> None:
    who = load_profile(beside(tmp_path, f'layout = "up and down"\n{BARE}'))
    assert week(who)[1:3] + week(who)[6:] == ["rest", "hills 50", "long 80"]
    assert who.strength.minutes == {"mon": Opening(30), "wed": Opening(30)}


def test_without_a_layout_no_layout_counts(tmp_path: Path) -> None:
    who = load_profile(beside(tmp_path, BARE, COMMON.replace('layout = "track"\n', "")))
    assert week(who)[1:3] + week(who)[6:] == ["rest", "rest", "long 80"]


def test_a_layout_may_hold_all_that_a_week_needs(tmp_path: Path) -> None:
    common = "[layouts.all.strength]\nminutes = { mon = 30 }\n"
    own = f'layout = "all"\n{BARE}[season]\nstart = 2027-01-04\nweeks = 4\n'
    assert load_profile(beside(tmp_path, own, common)).strength.minutes == {"mon": Opening(30)}


def test_in_layers_and_in_one_file_a_profile_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    one = load_profile(beside(tmp_path / "one", WHOLE, common=None))
    who = load_profile(beside(tmp_path, OWN))
    assert who == one
    assert who.digest == one.digest
    other = load_profile(beside(tmp_path, OWN, COMMON.replace("long 90", "long 91")))
    assert other.digest != one.digest


def test_without_a_squad_nothing_changes(tmp_path: Path) -> None:
    who, read = read_profile(beside(tmp_path, WHOLE, common=None))
    assert (read.data, read.settings) == (tomllib.loads(WHOLE), ())
    assert read.place(("season", "weeks")) == (str(tmp_path / "me.toml"), 7, "season.weeks")
    assert who.season.weeks == 8


def test_a_squad_changes_nothing_in_a_file_that_sets_every_key(tmp_path: Path) -> None:
    alone = load_profile(beside(tmp_path, TINY, common=None))
    common = '[athlete]\nname = "X"\n[season]\nweeks = 9\n[runs]\nsun = "long 70"\n[strength]\nminutes = { tue = 9 }\n'
    who, read = read_profile(beside(tmp_path, TINY, common))
    assert who == alone
    assert read.settings == ("me.toml",)


def test_a_saved_plan_is_read_without_the_squad_beside_it(tmp_path: Path) -> None:
    finished = plan(profile(), session(day("mon"), CORE))
    save_plan(finished, tmp_path / "me.toml")
    (tmp_path / "squad.toml").write_text(COMMON, encoding="utf-8")
    assert load_plan(tmp_path / "me.toml") == finished


def test_a_changed_squad_is_read_again(tmp_path: Path) -> None:
    assert load_profile(beside(tmp_path, BARE)).runs.sat == DayRuns.parse("easy 40")
    assert load_profile(beside(tmp_path, BARE, COMMON.replace("easy 40", "easy 41"))).runs.sat == DayRuns.parse(
        "easy 41"
    )


# ---- settings


def test_settings_name_the_files_and_the_keys_that_count(tmp_path: Path) -> None:
    own, layout, common = read_profile(beside(tmp_path, OWN))[1].settings
    assert own.startswith("me.toml: athlete.name, athlete.experience, strength.minutes.mon, ")
    assert layout == "squad.toml, layout track: runs.tue, runs.sun, strength.minutes.thu, strength.place"
    assert common == (
        "squad.toml: season.start, season.weeks, runs.sat, runs.on, strength.minutes.wed, strength.at_least, "
        "places.gym.travel_min, preferences.favour, rules.fresh_legs_for_key_runs.clear_days"
    )


def test_settings_name_a_list_where_the_squads_counts(tmp_path: Path) -> None:
    keys = read_profile(beside(tmp_path, BARE))[1].settings[-1].partition(": ")[2].split(", ")
    assert "races" in keys


def test_settings_leave_out_a_layout_that_gives_nothing(tmp_path: Path) -> None:
    own = f'layout = "up and down"\n{BARE}[runs]\nwed = "rest"\n'
    _, read = read_profile(beside(tmp_path, own))
    assert [said.partition(":")[0] for said in read.settings] == ["me.toml", "squad.toml"]


def test_settings_leave_out_a_squad_that_only_has_layouts(tmp_path: Path) -> None:
    common = 'layout = "only"\n[layouts.only.runs]\ntue = "easy 30"\n'
    own, layout = read_profile(beside(tmp_path, TINY, common))[1].settings
    assert own.startswith("me.toml: athlete.name, ")
    assert layout == "squad.toml, layout only: runs.tue"


# ---- what is wrong, and where


class Wrong(NamedTuple):
    file: str
    old: str
    new: str
    key: str
    message: str
    nearest: str | None = None

    def told_in(self, folder: Path) -> tuple[str, str | None]:
        """The message at the new text, and the nearest right word."""
        texts = {"me.toml": OWN, "squad.toml": COMMON}
        assert self.old in texts[self.file]
        texts[self.file] = text = texts[self.file].replace(self.old, self.new, 1)
        problems = told(beside(folder, texts["me.toml"], texts["squad.toml"]))
        problem = next(problem for problem in problems if problem.key == self.key)
        assert problem.file == str(folder / self.file)
        assert problem.line is not None
        assert any(part in text.splitlines()[problem.line - 1] for part in self.new.splitlines())
        return problem.message, problem.nearest


WRONG = [
    Wrong("me.toml", '"intermediate"', '"expert"', "athlete.experience", "unknown experience 'expert'"),
    Wrong("me.toml", "mon = 50", "mon = 500", "strength.minutes.mon",
          "500 minutes of strength in a day; allowed are 0 to 240"),
    Wrong("me.toml", '"mat"', '"matt"', "places.home.equipment[0]", "unknown equipment 'matt'", "mat"),
    Wrong("me.toml", "pins =", "pinns =", "strength.pinns", "unknown key 'pinns'", "pins"),
    Wrong("me.toml", '"any session"', '"any sesion"', "rules.fresh_legs_for_key_runs.work",
          "unknown work 'any sesion'", "any session"),
    Wrong("me.toml", "[places.home]", 'runs = "easy 30"\n[places.home]', "places.gym.runs", "unknown key 'runs'"),
    Wrong("me.toml", "[athlete]", 'runs = "easy 30"\n[athlete]', "runs", "found the text 'easy 30', wanted a table"),
    Wrong("me.toml", "{ mon = 50 }", "50", "strength.minutes", "found the whole number 50, wanted a table"),
    Wrong("squad.toml", "easy 40", "easi 40", "runs.sat", "unknown kind of run 'easi'", "easy"),
    Wrong("squad.toml", "weeks = 8", "weeks = 3", "season.weeks", "found 3; allowed: 4 to 104"),
    Wrong("squad.toml", "travel_min = 20", 'travel_min = "far"', "places.gym.travel_min",
          "found the text 'far', wanted a whole number"),
    Wrong("squad.toml", '"rack"', '"rak"', "places.gym.equipment[1]", "unknown equipment 'rak'", "rack"),
    Wrong("squad.toml", "km = 1.6", "km = 0", "races[0].km", "found 0; allowed: more than 0, at most 500"),
    Wrong("squad.toml", "intervals 50", "interval 50", "layouts.track.runs.tue", "unknown kind of run 'interval'",
          "intervals"),
    Wrong("squad.toml", "hills 50", "hils 50", 'layouts."up and down".runs.wed', "unknown kind of run 'hils'", "hills"),
    Wrong("squad.toml", '"40 pm"', '"40 noon"', "layouts.track.strength.minutes.thu",
          "'40 noon' is no length of time; write minutes, with am or pm if it matters: 45 or '45 pm'"),
    Wrong("squad.toml", "[layouts.track.runs]", "[layouts.track.run]", "layouts.track.run", "unknown key 'run'",
          "runs"),
    Wrong("squad.toml", "thu =", "thr =", "layouts.track.strength.minutes.thr", "unknown key 'thr'", "thu"),
    Wrong("squad.toml", "[season]", "[saeson]", "saeson", "unknown key 'saeson'", "season"),
    Wrong("squad.toml", 'layout = "track"', 'layot = "track"', "layot", "unknown key 'layot'", "layout"),
    Wrong("squad.toml", '[layouts."up and down".runs]', "[layuots.hills.runs]", "layuots", "unknown key 'layuots'",
          "layouts"),
    Wrong("squad.toml", 'layout = "track"', "layout = 7", "layout", "found the whole number 7, wanted text"),
    Wrong("squad.toml", 'layout = "track"', 'layout = "trak"', "layout", "unknown layout 'trak'", "track"),
]  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: f"{wrong.file}-{wrong.new[:20]}")
def test_a_wrong_value_is_reported_with_its_line(wrong: Wrong, tmp_path: Path) -> None:
    assert wrong.told_in(tmp_path) == (wrong.message, wrong.nearest)


def test_problems_have_the_lines_of_the_files_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    problem = only(beside(tmp_path / "a", OWN, COMMON.replace("long 90", "long 901")))
    assert (problem.line, problem.key) == (39, "layouts.track.runs.sun")
    problem = only(beside(tmp_path, OWN.replace("16", "sixteen")))
    assert (problem.line, problem.key) == (15, "places.gym.equipment[0]")


@pytest.mark.parametrize(("table", "message"), [
    ("1", "found the whole number 1, wanted a table"),
    ("[[1]]", "found a list, wanted a table"),
])  # fmt: skip
@pytest.mark.parametrize("key", ["season", "strength", "places", "rules", "layouts"])
def test_a_squads_tables_are_tables(key: str, table: str, message: str, tmp_path: Path) -> None:
    problem = only(beside(tmp_path, TINY, f"{key} = {table}\n"))
    assert (problem.file, problem.line, problem.key, problem.message) == (
        str(tmp_path / "squad.toml"), 1, key, message,
    )  # fmt: skip


def test_a_layout_is_a_table_with_runs_and_strength(tmp_path: Path) -> None:
    problem = only(beside(tmp_path, TINY, "[layouts]\ntrack = 5\n"))
    assert (problem.line, problem.key, problem.message) == (
        2, "layouts.track", "found the whole number 5, wanted a table",
    )  # fmt: skip
    problem = only(beside(tmp_path, TINY, "[layouts.track.places]\n"))
    assert (problem.key, problem.allowed) == ("layouts.track.places", ("runs", "strength"))


def test_a_misspelt_key_of_a_squad_is_reported_with_all_that_is_allowed(tmp_path: Path) -> None:
    problem = only(beside(tmp_path, TINY, "[layuots.track]\n"))
    assert str(problem) == (
        f"{tmp_path / 'squad.toml'}:1: layuots: unknown key 'layuots'. Did you mean 'layouts'? "
        "Allowed: athlete, season, races, runs, strength, places, lifts, addons, injuries, preferences, rules, "
        "layout, layouts"
    )


def test_all_that_is_wrong_with_a_squad_is_reported_at_once(tmp_path: Path) -> None:
    common = COMMON.replace("long 90", "lng 90").replace("easy 40", "esy 40").replace("weeks = 8", "weeks = 3")
    assert [problem.line for problem in told(beside(tmp_path, "[nonsense]", common))] == [5, 19, 39]


@pytest.mark.parametrize(
    ("common", "line", "message"),
    [
        ("", None, "the file is empty"),
        ("\n \n", None, "the file is empty"),
        ("[season]\nstart = 2027-02-30\n", 2, "not valid TOML: the date 2027-02-30 does not exist (column 9)"),
        ("[runs]\n[runs]\n", 2, "not valid TOML: [runs] is duplicated (column 6)"),
        ("layout = track\n", 1, "not valid TOML: no value stands here; text needs straight quotes (column 10)"),
    ],
)
def test_a_squad_that_cannot_be_read_is_reported_with_its_own_file(
    common: str, line: int | None, message: str, tmp_path: Path
) -> None:
    problem = only(beside(tmp_path, TINY, common))
    assert (problem.file, problem.line, problem.key, problem.message) == (
        str(tmp_path / "squad.toml"), line, "", message,
    )  # fmt: skip


def test_a_squad_that_is_a_folder_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "squad.toml").mkdir()
    problem = only(beside(tmp_path, TINY, common=None))
    assert (problem.file, problem.message) == (str(tmp_path / "squad.toml"), "this is a folder, not a file")


def test_a_squad_may_say_nothing_but_a_comment(tmp_path: Path) -> None:
    _, read = read_profile(beside(tmp_path, TINY, "# to come\n"))
    assert read.settings == ("me.toml",)


@pytest.mark.parametrize(
    ("own", "line", "key"),
    [
        ('[athlete]\nexperience = "beginner"\n', 1, "athlete.name"),
        ('[athlete]\nname = "Maya"\n', 1, "athlete.experience"),
        ('[runs]\nsun = "rest"\n', None, "athlete"),
    ],
)
def test_a_missing_key_is_reported_in_the_athletes_file(own: str, line: int | None, key: str, tmp_path: Path) -> None:
    problem = only(beside(tmp_path, own))
    assert (problem.file, problem.line, problem.key, problem.message) == (
        str(tmp_path / "me.toml"), line, key, "is missing",
    )  # fmt: skip


def test_what_a_squads_table_leaves_out_is_reported_in_the_athletes_file(tmp_path: Path) -> None:
    problems = told(
        beside(tmp_path, "[athlete]\n", '[athlete]\nexperience = "beginner"\n[season]\nweeks = 4\n[strength]\n')
    )
    assert [(problem.file, problem.line, problem.key) for problem in problems] == [
        (str(tmp_path / "me.toml"), None, "season.start"),
        (str(tmp_path / "me.toml"), None, "strength.minutes"),
        (str(tmp_path / "me.toml"), 1, "athlete.name"),
    ]


def test_what_a_squads_race_leaves_out_is_reported_in_the_squads_file(tmp_path: Path) -> None:
    problem = only(beside(tmp_path, OWN, COMMON.replace("date = 2027-02-28\n", "")))
    assert (problem.file, problem.line, problem.key, problem.message) == (
        str(tmp_path / "squad.toml"), 13, "races[1].date", "is missing",
    )  # fmt: skip


def test_what_an_athletes_race_leaves_out_is_reported_in_the_athletes_file(tmp_path: Path) -> None:
    problem = only(beside(tmp_path, f'{BARE}[[races]]\nname = "My 10k"\ndistance = "10k"\n'))
    assert (problem.file, problem.line, problem.key) == (str(tmp_path / "me.toml"), 4, "races[0].date")


CONTRADICTIONS = [
    Wrong("me.toml", "2027-01-05", "2027-03-05", "strength.pins[0]",
          "2027-03-05 is after the season's last day, 2027-02-28"),
    Wrong("me.toml", "2027-02-14", "2027-03-14", "races[0].date",
          "2027-03-14 is after the season's last day, 2027-02-28"),
    Wrong("me.toml", "minutes = { mon = 50 }", 'place = { mon = "gmy" }', "strength.place.mon",
          "unknown place 'gmy'", "gym"),
    Wrong("squad.toml", "2027-01-10", "2027-01-03", "runs.on.2027-01-03",
          "2027-01-03 is before the season's first day, 2027-01-04"),
    Wrong("squad.toml", 'favour = ["step_up"]', 'favour = ["step_up"]\navoid = ["step_up"]', "preferences.avoid[0]",
          "'step_up' is under favour as well; a favourite cannot be under avoid"),
    Wrong("squad.toml", "at_least = 1", "down = [2027-02-01, 2027-03-01]", "strength.down[1]",
          "2027-03-01 is after the season's last day, 2027-02-28"),
    Wrong("squad.toml", 'thu = "gym"', 'thu = "gmy"', "layouts.track.strength.place.thu", "unknown place 'gmy'", "gym"),
    Wrong("squad.toml", 'place = { thu = "gym" }', 'away = ["2027-01-06", "2027-03-06"]',
          "layouts.track.strength.away[1]", "2027-03-06 is after the season's last day, 2027-02-28"),
]  # fmt: skip


@pytest.mark.parametrize("wrong", CONTRADICTIONS, ids=lambda wrong: f"{wrong.file}-{wrong.key}")
def test_a_contradiction_is_reported_with_its_line(wrong: Wrong, tmp_path: Path) -> None:
    assert wrong.told_in(tmp_path) == (wrong.message, wrong.nearest)


def test_a_contradiction_between_two_files_is_reported_with_the_line_of_the_later_value(tmp_path: Path) -> None:
    problem = only(beside(tmp_path, f'{BARE}[preferences]\nexclude = ["step_up"]\n'))
    assert (problem.file, problem.line, problem.key) == (str(tmp_path / "me.toml"), 5, "preferences.exclude[0]")


MISFITS = [
    Wrong("squad.toml", "weeks = 8", 'doctrine = "reconcilled"', "season.doctrine", "unknown doctrine 'reconcilled'",
          "reconciled"),
    Wrong("squad.toml", "[rules.fresh_legs_for_key_runs]", "[rules.fresh_leg_for_key_runs]",
          "rules.fresh_leg_for_key_runs", "unknown rule 'fresh_leg_for_key_runs'", "fresh_legs_for_key_runs"),
    Wrong("squad.toml", "clear_days = 2", "clear_day = 2", "rules.fresh_legs_for_key_runs.clear_day",
          "unknown key 'clear_day'", "clear_days"),
    Wrong("squad.toml", "clear_days = 2", "clear_days = 9", "rules.fresh_legs_for_key_runs.clear_days",
          "found 9; allowed: 1 to 3"),
    Wrong("squad.toml", "clear_days = 2", 'because = ["CON-02"]', "rules.fresh_legs_for_key_runs.because",
          "the reasons are the doctrine's; what a profile says, it says for itself: leave this out"),
    Wrong("squad.toml", "at_least = 1", 'templates = { A = "gym_lowr" }', "strength.templates.A",
          "unknown template 'gym_lowr'", "gym_lower"),
    Wrong("squad.toml", 'place = { thu = "gym" }', 'templates = { A = "gym_lowr" }',
          "layouts.track.strength.templates.A", "unknown template 'gym_lowr'", "gym_lower"),
    Wrong("me.toml", 'work = "any session"', "clear_days = 9", "rules.fresh_legs_for_key_runs.clear_days",
          "found 9; allowed: 1 to 3"),
]  # fmt: skip


@pytest.mark.parametrize("wrong", MISFITS, ids=lambda wrong: f"{wrong.file}-{wrong.new}")
def test_what_does_not_fit_is_reported_with_its_line(wrong: Wrong, tmp_path: Path) -> None:
    assert wrong.told_in(tmp_path) == (wrong.message, wrong.nearest)


def test_a_tried_doctrine_takes_the_place_of_the_squads(tmp_path: Path) -> None:
    file = beside(tmp_path, BARE, COMMON.replace("weeks = 8", 'weeks = 8\ndoctrine = "reconcilled"'))
    brief = brief_at(file, "reconciled")
    assert brief.profile.season.doctrine == "reconciled"
    assert brief.settings[0] == "--doctrine: season.doctrine"


# ---- layouts by name


@pytest.mark.parametrize(("said", "nearest"), [('"trak"', "track"), ('"Track"', "track"), ('"xyz"', None)])
def test_a_layout_that_does_not_exist_is_reported_with_those_that_do(
    said: str, nearest: str | None, tmp_path: Path
) -> None:
    problem = only(beside(tmp_path, f"\nlayout = {said}\n{BARE}"))
    assert (problem.file, problem.line, problem.key) == (str(tmp_path / "me.toml"), 2, "layout")
    assert problem.message.startswith("unknown layout ")
    assert (problem.nearest, problem.allowed) == (nearest, ("track", "up and down"))


@pytest.mark.parametrize("said", ["7", "[]", "2027-01-01"])
def test_a_layout_that_is_no_text_is_reported(said: str, tmp_path: Path) -> None:
    problem = only(beside(tmp_path, f"\nlayout = {said}\n{BARE}"))
    assert (problem.line, problem.key, problem.message) == (2, "layout", "a layout is named by text, in quotes")


def test_a_layout_of_a_squad_without_any_is_reported(tmp_path: Path) -> None:
    problem = only(beside(tmp_path, f'layout = "track"\n{TINY}', "[season]\nweeks = 4\n"))
    assert str(problem) == f"{tmp_path / 'me.toml'}:1: layout: unknown layout 'track'"


def test_a_layout_without_a_squad_is_refused(tmp_path: Path) -> None:
    problem = only(beside(tmp_path, f'layout = "track"\n{TINY}', common=None))
    assert (problem.file, problem.line, problem.key, problem.message) == (
        str(tmp_path / "me.toml"), 1, "layout", "layouts stand in a squad.toml beside this file, and there is none",
    )  # fmt: skip


@pytest.mark.parametrize("common", [None, COMMON])
def test_layouts_in_an_athletes_file_are_refused(common: str | None, tmp_path: Path) -> None:
    problem = only(beside(tmp_path, f"{TINY}[layouts.mine.runs]\n", common))
    assert (problem.file, problem.line, problem.key, problem.message) == (
        str(tmp_path / "me.toml"), 16, "layouts", "layouts stand in a squad.toml beside this file",
    )  # fmt: skip


def test_a_squad_is_no_athlete(tmp_path: Path) -> None:
    beside(tmp_path, OWN)
    with pytest.raises(BadInput) as bad:
        load_profile(tmp_path / "squad.toml")
    message = "this is what a squad has in common; name an athlete's file, or the folder"
    assert str(bad.value) == f"{tmp_path / 'squad.toml'}: {message}"


# ---- a plan's header alone

SETTINGS = ("me.toml", "squad.toml, layout [x]\n[profile]: runs.tue", 'squad.toml: races, "[[blocks]]"')
OVERRIDES = ("a rule: [1]\n[profile]\nb = 2", "[header]", "\n[[sessions]]\n")
TIERS = tuple(TierRecord(name=name, value=3, bound=1, proven=False) for name in ("coverage", "rhythm"))


def with_header(settings: tuple[str, ...] = (), overrides: tuple[str, ...] = (), **versions: str) -> Plan:
    header = Header(
        doctrine="reconciled", profile_hash="1", doctrine_hash="2", versions={"ortools": "9.15", **versions},
        settings=settings, overrides=overrides, tiers=TIERS,
    )  # fmt: skip
    return plan(profile(), session(day("mon"), CORE)).model_copy(update={"header": header})


@pytest.mark.parametrize(
    "finished",
    [
        plan(profile(), session(day("mon"), CORE)),
        with_header(),
        with_header(SETTINGS, OVERRIDES),
        with_header(SETTINGS * 9, OVERRIDES * 9, **{f"a [long] name {number}": "9" for number in range(30)}),
    ],
)
def test_the_header_alone_is_that_of_the_whole_plan(finished: Plan, tmp_path: Path) -> None:
    save_plan(finished, tmp_path / "plan.toml")
    assert load_header(tmp_path / "plan.toml") == finished.header


def test_the_header_alone_is_read_in_any_spelling(tmp_path: Path) -> None:
    text = plan_text(with_header(SETTINGS, OVERRIDES))
    start, end = text.index("versions ="), text.index("\n[profile]")
    kept = "\n".join(line for line in text[start:end].splitlines() if line.startswith(("overrides", "settings")))
    tiers = "".join(f"[[header.tiers]]\n{tomli_w.dumps(tier.model_dump())}" for tier in TIERS)
    spelt = f'{text[:start]}{kept}\n{tiers}[header.versions]\nortools = "9.15"\n{text[end:]}'
    (tmp_path / "plan.toml").write_text(spelt, encoding="utf-8")
    assert load_header(tmp_path / "plan.toml") == load_plan(tmp_path / "plan.toml").header == with_header(
        SETTINGS, OVERRIDES
    ).header  # fmt: skip


def test_the_header_of_a_plan_without_sessions_is_read(tmp_path: Path) -> None:
    save_plan(plan(profile()), tmp_path / "plan.toml")
    assert load_header(tmp_path / "plan.toml") == load_plan(tmp_path / "plan.toml").header


def test_the_header_behind_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(plan_text(with_header()), encoding="utf-8-sig")
    assert load_header(tmp_path / "plan.toml") == load_plan(tmp_path / "plan.toml").header


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"# nothing",
        b"\xff\xfe",
        b"[header]\n",
        b"[header]\n[profile]\n",
        b"[header]\ndoctrine = 1\n[profile]\n",
        b"[header]\ndoctrine =\n[profile]\n",
        b"[header]\n[header]\n[profile]\n",
        b"header = 1\n[profile]\n",
        b"[headers]\n[profile]\n",
        TINY.encode(),
    ],
)
def test_what_is_no_plan_has_no_header(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_bytes(raw)
    assert load_header(tmp_path / "plan.toml") is None


@pytest.mark.parametrize("name", ["nobody.toml", ".", "a\0b", "plan.toml/plan.toml"])
def test_where_no_file_is_there_is_no_header(name: str, tmp_path: Path) -> None:
    (tmp_path / "plan.toml").touch()
    assert load_header(f"{tmp_path}/{name}") is None


def test_brackets_without_end_are_no_header(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(f"[header]\na = {'[' * 5000}\n[profile]\n", encoding="utf-8")
    assert load_header(tmp_path / "plan.toml") is None
