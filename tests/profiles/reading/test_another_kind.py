"""A plan where a profile is wanted, and the reverse, give one error."""

from pathlib import Path

import pytest

from profiles.reading.load import load_plan, load_profile
from profiles.reading.problems import BadInput
from profiles.writing.toml_text import plan_text
from writing import TINY, day, plan, profile, session

PLAN = plan_text(plan(profile(), session(day("mon"))))


def refused(read: object, text: str, folder: Path) -> str:
    file = folder / "it.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as bad:
        read(file)  # type: ignore[operator]  # it reads a file
    return str(bad.value).removeprefix(f"{file}: ")


@pytest.mark.parametrize("text", [PLAN, PLAN.partition("\n[[sessions]]")[0], "[header]\n"])
def test_a_plan_is_no_profile(text: str, tmp_path: Path) -> None:
    assert refused(load_profile, text, tmp_path) == "this is a plan, and a profile is wanted; plan-check reads plans"


@pytest.mark.parametrize("text", [TINY, "[season]\nweeks = 4\n"])
def test_a_profile_is_no_plan(text: str, tmp_path: Path) -> None:
    assert refused(load_plan, text, tmp_path) == "this is a profile, and a plan is wanted; plan-solve makes one"


def test_a_plan_that_lost_its_header_is_reported(tmp_path: Path) -> None:
    text = PLAN.replace(PLAN[PLAN.index("[header]") : PLAN.index("[profile]")], "")
    assert "header: is missing" in refused(load_plan, text, tmp_path)
