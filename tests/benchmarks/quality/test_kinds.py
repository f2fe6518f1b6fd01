"""The benchmark's own data: complete, without unknown names, and apart from the planner."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

from benchmarks.quality.case import Measure
from benchmarks.quality.kinds import KINDS_FILE, all_kinds, catalogue, kinds_of, ladders
from benchmarks.quality.measures import DESCRIBING, MEASURES, asked_of, data
from constraints.knowledge.doctrine import doctrine_names
from constraints.prescription.dose import styles_of
from profiles.exercise import catalogue as exercises

ROOT = Path(__file__).parents[3]
COMMAND = {"command", "plans", "__main__"}
"""What makes plans may import the planner."""
MODULES = sorted(file for file in (ROOT / "benchmarks/quality").glob("*.py") if file.stem not in COMMAND)


def test_every_exercise_that_can_be_main_work_is_classified() -> None:
    main = [name for name, exercise in exercises().items() if styles_of(exercise)]
    assert [name for name in main if not kinds_of(name)] == []


def test_no_exercise_is_unknown() -> None:
    named = {*all_kinds(), *(name for ladder in ladders() for rung in ladder.rungs for name in rung)}
    named |= set(data()["presses_are_chosen"]["exercises"])
    assert sorted(named - catalogue().keys()) == []


def test_every_exercise_of_a_ladder_is_classified() -> None:
    assert [name for one in ladders() for rung in one.rungs for name in rung if not kinds_of(name)] == []


def texts(value: object) -> set[str]:
    """Every text in lists and in keys of tables."""
    match value:
        case dict():
            return {*value, *(text for each in value.values() for text in texts(each))}
        case list():
            return {text for each in value for text in (texts(each) if isinstance(each, list | dict) else {each})}
    return set()


def test_no_kind_is_unknown() -> None:
    known = {kind for kinds in all_kinds().values() for kind in kinds}
    keys = {"kinds", "exempt", "exempt_for_injuries", "hinges", "grips", "drills", "legs", "alone"}
    said = {text for table in data().values() for key in keys & table.keys() for text in texts(table[key])}
    for table in data().values():
        for key in ("patterns", "parts", "lifts"):
            said |= {text for kinds in table.get(key, {}).values() for text in kinds}
        said |= table.get("heavy_from", {}).keys()
        for one in (table, *table.get("otherwise", ())):
            said |= {text for stand_in, kinds in one.get("instead", {}).items() for text in (stand_in, *kinds)}
        said |= {text for other in table.get("otherwise", ()) for text in texts(other.get("kinds", []))}
    said |= tomllib.loads(KINDS_FILE.read_text(encoding="utf-8"))["body_lifted"].keys()
    assert sorted(said - known) == []


def test_every_measure_has_its_data_and_says_what_it_counts() -> None:
    assert list(data()) == list(MEASURES)
    assert [name for name, table in data().items() if not table["says"].endswith(".")] == []
    assert [name for name, table in data().items() if not 0 <= table["failures"] < 1] == []


def test_sources_are_facts_of_the_guidance() -> None:
    facts = tomllib.loads((ROOT / "constraints/knowledge/guidance.toml").read_text(encoding="utf-8"))
    cited = {
        source
        for table in data().values()
        for said in (table, *table.get("otherwise", ()))
        for source in said["because"]
    }
    assert sorted(cited - facts.keys() - {"judgement"}) == []


def test_doctrines_are_known() -> None:
    said = {
        name
        for table in data().values()
        for one in (table, *table.get("otherwise", ()))
        for name in one.get("doctrines", ())
    }
    assert sorted(said - set(doctrine_names())) == []


def test_a_doctrine_changes_only_what_the_measure_reads() -> None:
    changed = {
        (name, key)
        for name, table in data().items()
        for other in table.get("otherwise", ())
        for key in other.keys() - DESCRIBING - {"asked"}
        if key not in table
    }
    assert changed == set()
    assert asked_of("leg_holds_where_asked", "reconciled") is None


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_measures_share_no_code_with_the_planner(module: Path) -> None:
    names = {
        (node.module or "") if isinstance(node, ast.ImportFrom) else node.names[0].name
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert [name for name in names if name.startswith(("constraints", "solver", "profiles", "cli"))] == []


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_every_measure_has_its_test(measure: Measure) -> None:
    name = measure.__name__
    tests = Path(__file__).with_name(f"test_{measure.__module__.rpartition('.')[2]}.py").read_text(encoding="utf-8")
    assert f'"{name}"' in tests
