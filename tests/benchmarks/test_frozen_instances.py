from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.frozen_instances import FOLDER, changes, frozen, group, instances, quick
from cli.briefs import brief_at
from constraints.planning.brief import brief_for
from constraints.planning.conflict import Conflict
from profiles.profile import Profile
from writing import solve

INFEASIBLE = [name for name in instances() if group(name) == "infeasible"]


def profile(name: str) -> Profile:
    return brief_at(instances()[name]).profile


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    return shutil.copytree(FOLDER, tmp_path / "instances")


def test_every_instance_is_there_and_unchanged() -> None:
    assert changes() == ()


def test_a_changed_instance_is_reported(copies: Path) -> None:
    with (copies / "me.toml").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert changes(copies) == ("me was changed",)


def test_a_missing_instance_is_reported(copies: Path) -> None:
    (copies / "me.toml").unlink()
    assert changes(copies) == ("me is missing",)


def test_an_instance_without_a_hash_is_reported_with_its_hash(copies: Path) -> None:
    (copies / "new.toml").write_bytes((copies / "me.toml").read_bytes())
    (copies / ".hidden").touch()
    assert changes(copies) == (f"new is not in frozen.toml: {frozen().hashes['me']}",)


def test_every_group_has_its_instances() -> None:
    sizes = {title: len(names) for title, names in frozen().groups.items()}
    assert sizes == {
        "shipped": 8, "weeks": 5, "runs": 3, "equipment": 4, "days": 4, "races": 1, "infeasible": 3, "seed": 10,
    }  # fmt: skip
    assert len(instances()) == sum(sizes.values())


def test_an_instance_knows_its_group() -> None:
    assert [group(name) for name in ("me", "three_races", "weeks_104", "seed_10")] == [
        "shipped", "shipped", "weeks", "seed",
    ]  # fmt: skip
    with pytest.raises(KeyError, match="nobody"):
        group("nobody")


def test_the_quick_ones_are_few_and_of_every_group() -> None:
    assert set(quick()) <= set(instances())
    assert {group(name) for name in quick()} == set(frozen().groups)
    assert len(set(quick())) == len(quick()) <= 12


def test_an_instance_has_days_for_strength_and_says_what_it_is() -> None:
    heads = {name: file.read_text(encoding="utf-8").split("\n")[:2] for name, file in instances().items()}
    assert [
        f"{name}: say in its first line, a comment, what it is"
        for name, (first, second) in heads.items()
        if not first.startswith("# ") or second.startswith("#")
    ] == []
    assert [name for name in instances() if not profile(name).strength.minutes] == []


def test_the_lengths_are_those_of_their_names() -> None:
    lengths = {name: len(brief_for(profile(name)).season.weeks) for name in frozen().groups["weeks"]}
    assert lengths == {"weeks_008": 8, "weeks_016": 16, "weeks_026": 26, "weeks_052": 52, "weeks_104": 104}


@pytest.mark.parametrize("title", ["weeks", "runs", "equipment", "days"])
def test_the_instances_of_a_group_differ_in_what_it_varies_alone(title: str) -> None:
    varied = {"weeks": "races", "runs": "runs", "equipment": "places", "days": "strength"}[title]
    profiles = [profile(name).model_dump() for name in frozen().groups[title]]
    same = [{key: table for key, table in one.items() if key != varied} for one in profiles]
    assert all(one == same[0] for one in same)
    assert all(one[varied] != other[varied] for one in profiles for other in profiles if one is not other)


@pytest.mark.parametrize("name", INFEASIBLE)
def test_an_infeasible_one_has_no_plan_and_its_demand_is_named(name: str) -> None:
    outcome = solve(profile(name))
    assert isinstance(outcome, Conflict)
    demands = {rule.say() for rule in brief_for(profile(name)).rules if rule.family == "wishes"}
    assert len(demands.intersection(rule.say() for rule in outcome.rules)) == 1
    assert len(outcome.rules) > 1
