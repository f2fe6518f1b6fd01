"""A session's identity: written when it is planned, kept when its date is edited."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from profiles.plan import Session
from profiles.reading.load import load_plan
from profiles.reading.problems import BadInput
from profiles.writing.toml_text import plan_text
from writing import day, plan, profile, session


@pytest.mark.parametrize(
    ("date", "slot", "identity"),
    [
        ("2027-01-05", "A", "2027-W01-A"),
        ("2027-01-10", "B", "2027-W01-B"),
        ("2027-01-02", "A", "2026-W53-A"),  # a Saturday whose Monday is in the year before
        ("2026-12-29", "A", "2026-W53-A"),
    ],
)
def test_it_names_the_week_of_the_monday_and_the_slot(date: str, slot: str, identity: str) -> None:
    assert session(dt.date.fromisoformat(date), slot=slot).id == identity


def test_it_is_kept_when_the_date_is_edited(tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    text = plan_text(plan(profile(), session(day("tue", 2)), session(day("fri", 2), slot="B")))
    file.write_text(text.replace("2027-01-15", "2027-01-20"), encoding="utf-8")
    assert [(one.date, one.id) for one in load_plan(file).sessions] == [
        (day("tue", 2), "2027-W02-A"),
        (day("wed", 3), "2027-W02-B"),
    ]


def test_plans_that_were_written_without_it_still_read(tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    text = plan_text(plan(profile(), session(day("tue", 2))))
    assert 'id = "2027-W02-A"\n' in text
    file.write_text(text.replace('id = "2027-W02-A"\n', ""), encoding="utf-8")
    assert load_plan(file).sessions[0].id == "2027-W02-A"


def test_a_wrong_date_is_the_only_error(tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    text = plan_text(plan(profile(), session(day("tue", 2)))).replace('id = "2027-W02-A"\n', "")
    file.write_text(text.replace("date = 2027-01-12", 'date = "soon"'), encoding="utf-8")
    with pytest.raises(BadInput) as wrong:
        load_plan(file)
    assert len(wrong.value.problems) == 1
    assert "date" in str(wrong.value)


def test_a_copy_with_another_date_keeps_it() -> None:
    first = session(day("tue"))
    assert first.model_copy(update={"date": day("fri", 3)}).id == first.id
    assert Session.model_validate({**first.model_dump(), "date": day("fri", 3)}).id == first.id
