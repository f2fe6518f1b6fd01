"""A text of the profile is read once, whatever is made of it afterwards."""

import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

import profiles.run
from cli.plan_solve.solve_command import main
from profiles.reading.load import load_plan
from writing import TINY


class Counting:
    """A regular expression that counts the texts it is asked about."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self.times: Counter[str] = Counter()

    def fullmatch(self, text: str) -> re.Match[str] | None:
        self.times[text] += 1
        return self.pattern.fullmatch(text)


def test_a_solve_reads_a_run_as_often_as_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counting = Counting(profiles.run._READ)
    monkeypatch.setattr(profiles.run, "_READ", counting)
    text = TINY.replace("[runs]\n", '[runs]\ntue = "easy 30"\nsat = "easy 30 am + hills 40 pm"\n')
    (tmp_path / "zoe.toml").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, [str(tmp_path / "zoe.toml"), "-o", str(tmp_path / "plans")])
    assert done.exit_code == 0, done.output
    assert counting.times == {"easy 30": 2, "easy 30 am": 1, "hills 40 pm": 1, "long 60": 1}
    assert any(session.after for session in load_plan(tmp_path / "plans" / "zoe.toml").sessions)
