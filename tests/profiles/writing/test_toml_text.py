import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from profiles.plan import Header, Plan, TierRecord
from profiles.profile import Profile
from profiles.reading.load import load_plan
from profiles.writing.files import write_text
from profiles.writing.toml_text import plan_text, save_plan
from writing import CORE, HEAVY, UPPER, day, item, plan, profile, session


def whole_plan() -> Plan:
    who = profile(
        weeks=8,
        races=[{"name": 'The "Ten"\n', "date": day("sun", 8), "km": 10.5}],
        runs={"tue": "intervals 60 am", "on": {day("wed"): "rest"}},
        strength={"on": {day("tue"): "45 pm"}, "away": [f"{day('mon', 2)}/{day('tue', 2)}"]},
        places={"the gym": {"equipment": ["cable", "kettlebell 16"]}},
        rules={"clear_legs": {"days": 2, "share": 0.5, "names": ["a", "b"]}},
    )
    first = session(day("mon"), HEAVY, UPPER, CORE)
    second = session(day("thu", 2), item("side_plank", "hold", superset=1), item("push_up", superset=1), slot="B")
    drills = first.main[0].model_dump(include={"exercise"}) | {"dose": "8-10 reps"}
    told = {"after": ("easy 30 am",), "because": ("same_weekdays",) * 12, "warm_up": (drills, drills)}
    first = type(first).model_validate({**first.model_dump(), **told})
    header = Header(
        doctrine="reconciled",
        profile_hash="1",
        doctrine_hash="2",
        versions={"ortools": "9.15"},
        overrides=("a: b = 1",),
        tiers=(TierRecord(name="coverage", value=3, bound=3, proven=True),),
    )
    return plan(who, first, second, phases=[("base", 4), ("taper", 4)]).model_copy(update={"header": header})


PLANS = [whole_plan(), plan(profile()), plan(profile(), session(day("mon")), session(day("tue"), *[CORE] * 9))]


@pytest.mark.parametrize("finished", PLANS)
def test_a_saved_plan_is_read_back_equal(finished: Plan, tmp_path: Path) -> None:
    save_plan(finished, tmp_path / "plan.toml")
    again = load_plan(tmp_path / "plan.toml")
    assert again == finished
    assert plan_text(again) == plan_text(finished)
    assert Profile.model_validate(again.profile) == Profile.model_validate(finished.profile)


def test_the_text_reads_from_header_to_sessions() -> None:
    text = plan_text(whole_plan())
    headings = [text.index(heading) for heading in ("[header]", "\n[profile]", "\n[[blocks]]", "\n[[sessions]]")]
    assert headings == sorted(headings)
    assert headings[0] == 0


def test_sessions_have_real_dates_and_doses_in_a_line() -> None:
    text = plan_text(whole_plan())
    assert tomllib.loads(text)["sessions"][0]["date"] == day("mon")
    assert "date = 2027-01-04\n" in text
    assert "\ndose = { sets = 2, " in text


def test_lines_are_short_enough_to_read() -> None:
    assert max(map(len, plan_text(whole_plan()).splitlines())) <= 120


def test_dates_in_the_profile_are_text_and_may_be_dates(tmp_path: Path) -> None:
    finished = plan(profile())
    assert 'start = "2027-01-04"' in plan_text(finished)
    dated = plan_text(finished).replace('start = "2027-01-04"', "start = 2027-01-04")
    assert load_text(dated, tmp_path).profile == finished.profile


def load_text(text: str, folder: Path) -> Plan:
    (folder / "it.toml").write_text(text, encoding="utf-8")
    return load_plan(folder / "it.toml")


def test_folders_are_made(tmp_path: Path) -> None:
    write_text("new", tmp_path / "a" / "b" / "it.txt")
    assert (tmp_path / "a" / "b" / "it.txt").read_bytes() == b"new"


def test_text_is_utf_8_with_plain_line_ends(tmp_path: Path) -> None:
    write_text("Zo\N{LATIN SMALL LETTER E WITH DIAERESIS}\n", tmp_path / "it.txt")
    assert (tmp_path / "it.txt").read_bytes() == b"Zo\xc3\xab\n"


def interrupted(*_: Any, **__: Any) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_an_interruption_leaves_the_old_file_and_nothing_else(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_text("old", tmp_path / "it.txt")
    monkeypatch.setattr(os, step, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_text("new", tmp_path / "it.txt")
    assert (tmp_path / "it.txt").read_text(encoding="utf-8") == "old"
    assert os.listdir(tmp_path) == ["it.txt"]  # noqa: PTH208  # names only


def test_text_that_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    write_text("old", tmp_path / "it.txt")
    with pytest.raises(UnicodeEncodeError):
        write_text("half of it, then \udc80", tmp_path / "it.txt")
    assert [(file.name, file.read_text(encoding="utf-8")) for file in tmp_path.iterdir()] == [("it.txt", "old")]


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "it").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_text("new", tmp_path / "it")
    assert [file.name for file in tmp_path.iterdir()] == ["it"]


def test_mode_and_link_survive(tmp_path: Path) -> None:
    write_text("old", tmp_path / "it.txt")
    (tmp_path / "it.txt").chmod(0o640)
    (tmp_path / "link.txt").symlink_to("it.txt")
    write_text("new", tmp_path / "link.txt")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "it.txt").read_text(encoding="utf-8") == "new"
    assert (tmp_path / "it.txt").stat().st_mode & 0o777 == 0o640
