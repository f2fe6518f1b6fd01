from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pydantic import BaseModel

from benchmarks.athletes import athlete
from benchmarks.habits import draw_runs
from benchmarks.places import GYM, items_at
from benchmarks.population import population
from benchmarks.seeded_draws import SeededDraws
from benchmarks.squad import athlete_text, main
from cli.briefs import brief_at
from constraints.knowledge.doctrine import doctrine_names
from constraints.planning.planner import Solved
from profiles.exercise import LEVELS
from profiles.profile import (
    KM,
    AddonsTable,
    Athlete,
    Injuries,
    Place,
    Preferences,
    Profile,
    Race,
    SeasonTable,
    Strength,
)
from profiles.run import DayRuns
from profiles.writing.toml_text import WIDTH
from writing import solve

ROOT = Path(__file__).parents[2]
MANY = range(1, 401)


@pytest.fixture(scope="module")
def said() -> list[dict[str, Any]]:
    return [athlete(2, number)[1] for number in MANY]


def run(*arguments: str | int | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def texts(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.iterdir())}


def test_a_seed_always_gives_the_same_draws() -> None:
    rng = SeededDraws("1/1")
    assert [rng.between(1, 6) for _ in range(12)] == [3, 4, 5, 6, 5, 4, 1, 2, 4, 4, 1, 2]


def test_a_range_has_both_ends_and_its_steps() -> None:
    rng = SeededDraws("ends")
    assert {rng.between(20, 36, 5) for _ in range(200)} == {20, 25, 30, 35}


def test_some_are_different_ones_in_their_order() -> None:
    rng = SeededDraws("some")
    drawn = [tuple(rng.some("abcd", 2)) for _ in range(300)]
    assert set(drawn) == {("a", "b"), ("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"), ("c", "d")}
    assert rng.some("ab", 5) == ["a", "b"]


def test_weights_are_shares() -> None:
    rng = SeededDraws("weights")
    drawn = Counter(rng.by_weight({"often": 3, "never": 0, "seldom": 1}) for _ in range(2000))
    assert drawn["never"] == 0
    assert 2.5 < drawn["often"] / drawn["seldom"] < 3.5


def test_every_athlete_makes_sense(tmp_path: Path) -> None:
    for number in MANY:
        file = tmp_path / "athlete.toml"
        file.write_text(athlete_text(2, number), encoding="utf-8")
        brief_at(file)


def test_an_athlete_is_written_as_drawn(said: list[dict[str, Any]]) -> None:
    for number, tables in zip(MANY, said, strict=True):
        text = athlete_text(2, number)
        assert tomllib.loads(text) == tables
        assert max(map(len, text.splitlines()[1:])) <= WIDTH


@pytest.mark.parametrize(
    ("key", "table"),
    [
        ("athlete", Athlete), ("season", SeasonTable), ("races", Race), ("strength", Strength), ("places", Place),
        ("injuries", Injuries), ("preferences", Preferences), ("addons", AddonsTable),
    ],
)  # fmt: skip
def test_every_key_of_a_profile_is_used_by_some_athlete(
    said: list[dict[str, Any]], key: str, table: type[BaseModel]
) -> None:
    used: set[str] = set()
    for tables in said:
        found = tables.get(key, {})
        for one in found if key == "races" else found.values() if key == "places" else [found]:
            used |= set(one)
    assert used == set(table.model_fields)


def test_the_population_is_varied(said: list[dict[str, Any]]) -> None:
    assert {key for tables in said for key in tables} == set(Profile.model_fields)
    assert {tables["season"]["doctrine"] for tables in said} == set(doctrine_names())
    assert {tables["athlete"]["experience"] for tables in said} == set(LEVELS)
    races = [tables.get("races", []) for tables in said]
    assert {len(one) for one in races} >= {0, 1, 2, 3, 4}
    assert {race.get("priority") for one in races for race in one} == {None, "A", "B", "C"}
    assert {race.get("distance") for one in races for race in one} == {None, *KM}
    assert {len(tables["strength"]["minutes"]) for tables in said} == {1, 2, 3, 4, 5}
    assert any(" + " in str(run) for tables in said for run in tables["runs"].values())


def test_few_seasons_are_longer_than_half_a_year() -> None:
    weeks = sorted(
        (profile.last_day - profile.season.start).days // 7 + 1
        for profile in (Profile.model_validate(athlete(2, number)[1]) for number in MANY)
    )
    assert weeks[0] >= 8
    assert 45 <= weeks[-1] <= 53
    assert weeks[int(0.9 * len(weeks))] <= 26


@pytest.mark.parametrize("name", population().kinds)
def test_a_week_has_as_many_runs_and_hard_days_as_its_kind_of_runner(name: str) -> None:
    kind = population().kinds[name]
    for number in range(200):
        days = [day.runs for day in draw_runs(SeededDraws(f"{name}/{number}"), kind).values()]
        assert kind.run_days[0] <= len(days) <= kind.run_days[1]
        assert sum(any(run.long for run in day) for day in days) == kind.long_runs
        assert sum(any(run.hard for run in day) for day in days) <= kind.hard_days[1]


def test_runs_are_of_usual_length(said: list[dict[str, Any]]) -> None:
    days = [day for tables in said for day in tables["runs"].values() if isinstance(day, str)]
    runs = [run for day in days for run in DayRuns.parse(day).runs]
    assert len(runs) > 1000
    assert [str(run) for run in runs if run.minutes % 5] == []


def test_no_athlete_follows_the_gym_doctrine_without_a_gym(said: list[dict[str, Any]]) -> None:
    members = [tables for tables in said if tables["season"]["doctrine"] == "gym"]
    assert len(members) > 5
    assert [tables for tables in members if items_at(tables["places"]).isdisjoint(GYM)] == []


@pytest.mark.parametrize("wish", ["pins", "at_least"])
def test_wishes_can_be_kept(said: list[dict[str, Any]], wish: str) -> None:
    demanding = [Profile.model_validate(tables) for tables in said if wish in tables["strength"]]
    short = sorted(demanding, key=lambda profile: profile.last_day - profile.season.start)[:3]
    assert [type(solve(profile)) for profile in short] == [Solved] * 3


def test_a_squad_is_numbered_files(tmp_path: Path) -> None:
    result = run(3, "-o", tmp_path / "squad")
    assert (result.exit_code, result.stdout) == (0, f"{tmp_path / 'squad'}: 3 athletes of seed 1.\n")
    assert texts(tmp_path / "squad") == {f"athlete_000{number}.toml": athlete_text(1, number) for number in (1, 2, 3)}


def test_an_athlete_is_the_same_in_a_larger_squad(tmp_path: Path) -> None:
    run(2, "--seed", 5, "-o", tmp_path)
    small = texts(tmp_path)
    assert run(4, "--seed", 5, "-o", tmp_path).exit_code == 0
    large = texts(tmp_path)
    assert len(large) == 4
    assert small.items() < large.items()


def test_seeds_and_numbers_make_others() -> None:
    bodies = {athlete_text(seed, number).partition("\n")[2] for seed in (1, 11) for number in (1, 2, 11)}
    assert len(bodies) == 6


def test_athletes_do_not_depend_on_the_order_of_sets() -> None:
    program = "from benchmarks.squad import athlete_text; print([athlete_text(3, number) for number in range(40)])"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True,
        ).stdout
        for seed in ("0", "1")
    }  # fmt: skip
    assert len(outputs) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("notes.txt", "buy bands"),
        ("athlete_0001.toml", "[athlete]\n"),
        ("athlete_0001.toml", athlete_text(2, 1)),
        ("athlete_0001.toml", athlete_text(1, 2)),
        ("athlete_0003.toml", athlete_text(1, 3)),
    ],
    ids=["another file", "somebody's own profile", "another seed", "another number", "a larger squad"],
)
def test_it_does_not_mix_with_what_is_there(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    result = run(2, "-o", tmp_path)
    assert result.exit_code == 2
    assert f"{tmp_path} holds files that are not of this squad: {name};" in result.stderr
    assert texts(tmp_path) == {name: text}


def test_hidden_files_are_ignored(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*", encoding="utf-8")
    assert run(1, "-o", tmp_path).exit_code == 0
    assert set(texts(tmp_path)) == {".gitignore", "athlete_0001.toml"}


@pytest.mark.parametrize("arguments", [("0",), ("three",), ("1", "--seed", "-1"), ()])
def test_bad_arguments_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*arguments).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "squad"
    file.write_text("", encoding="utf-8")
    assert run(1, "-o", file).exit_code == 2
    result = run(1, "-o", file / "inside")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_help_shows_an_example() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert "python -m benchmarks.squad 1000 --seed 7" in result.stdout
