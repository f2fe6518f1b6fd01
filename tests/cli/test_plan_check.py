"""The command plan-check with a proven plan, edited plans, and files that are no plans."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.plan_check import main
from constraints.planning.brief import brief_for
from constraints.planning.consistency import faults
from constraints.planning.planner import Solved
from profiles.plan import Plan
from profiles.writing.toml_text import plan_text, save_plan
from solver.audit import audit
from writing import day, profile, solve

DAY = dt.timedelta(days=1)


@cache
def proven() -> Plan:
    """Two openings a week, dumbbells at home, a long run on Sundays."""
    outcome = solve(
        profile(
            athlete={"experience": "intermediate", "strength_weeks": 20},
            runs={"wed": "easy 40", "sun": "long 100"},
            strength={"minutes": {"mon": 0, "tue": 60, "wed": 0, "thu": 0, "fri": 30, "sat": 0, "sun": 0}},
            places={"home": {"equipment": ["dumbbells"]}},
        )
    )
    assert isinstance(outcome, Solved)
    return outcome.plan


@pytest.fixture
def file(tmp_path: Path) -> Path:
    save_plan(proven(), tmp_path / "plan.toml")
    return tmp_path / "plan.toml"


def check(*files: Path) -> Result:
    return CliRunner().invoke(main, list(map(str, files)))


def edit(file: Path, change: Callable[[str], str]) -> None:
    text = file.read_text(encoding="utf-8")
    changed = change(text)
    assert changed != text
    file.write_text(changed, encoding="utf-8")


def test_a_proven_plan_is_fine(file: Path) -> None:
    result = check(file)
    assert (result.exit_code, result.stderr) == (0, "")
    costs = ", ".join(f"{tier.name} {tier.value}" for tier in proven().header.tiers)
    walls = len(brief_for(proven().season.profile).walls)
    assert result.stdout == (
        f"{file}: {len(proven().sessions)} sessions keep all {walls} hard rules; as proven ({costs}).\n"
    )


def test_a_session_moved_to_a_day_without_free_minutes_is_found_with_rule_and_date(file: Path) -> None:
    old, new = proven().sessions[0].date, day("sun")
    edit(file, lambda text: text.replace(f"date = {old}", f"date = {new}", 1))
    result = check(file)
    assert result.exit_code == 1
    assert f"{file}: {new}: breaks free_days_only: No session on a day without free minutes.\n" in result.stdout


def test_heavy_legs_moved_to_the_day_before_a_long_run_are_found_with_rule_and_date(file: Path) -> None:
    """Edit the file: move a session with heavy leg work to the Saturday before Sunday's long run."""
    heavy = next((session for session in proven().sessions if session.heavy_legs), None)
    assert heavy is not None, "the plan must hold heavy leg work for this test to say anything"
    saturday = heavy.date + (5 - heavy.date.weekday()) * DAY

    def moved(text: str) -> str:
        swapped = text.replace(f"date = {saturday}", "date = FREE").replace(
            f"date = {heavy.date}", f"date = {saturday}"
        )
        return swapped.replace("date = FREE", f"date = {heavy.date}")

    edit(file, moved)
    result = check(file)
    assert result.exit_code == 1
    assert re.search(rf"{re.escape(str(file))}: \S*{saturday}\S*.*: breaks fresh_legs_for_key_runs: ", result.stdout)


def test_a_changed_dose_is_found_with_the_session_and_the_exercise(file: Path) -> None:
    session = proven().sessions[0]
    item = session.main[0]
    edit(file, lambda text: text.replace(f"sets = {item.dose.sets}", "sets = 9", 1))
    result = check(file)
    assert result.exit_code == 1
    assert f"{file}: {session.date} {session.slot}: " in result.stdout


def test_a_plan_that_keeps_every_wall_but_costs_more_is_no_longer_the_proven_one(file: Path) -> None:
    """Leaving out a session is allowed, and dearer."""
    plan = proven()
    shorter = next(
        less
        for session in plan.sessions
        for less in [plan.with_sessions(other for other in plan.sessions if other is not session)]
        if not audit(less, brief_for(plan.season.profile).rules).broken
        and not any(faults(less, brief_for(plan.season.profile)))
    )
    file.write_text(plan_text(shorter), encoding="utf-8")
    result = check(file)
    assert result.exit_code == 0
    assert "so it is no longer the plan that was proven" in result.stdout
    assert "edited since it was solved" in result.stdout
    assert "; as proven (" not in result.stdout


def test_a_doctrine_that_changed_since_is_named(file: Path) -> None:
    edit(file, lambda text: text.replace(proven().header.doctrine_hash, "0123456789abcdef"))
    result = check(file)
    assert result.exit_code == 0
    assert f"{file}: the doctrine 'reconciled' has changed since the plan was made\n" in result.stdout


BAD: dict[str, tuple[Callable[[str], str], str]] = {
    "broken TOML": (lambda text: text.replace("[header]", "[header", 1), "not valid TOML"),
    "unknown exercise": (lambda text: text.replace('exercise = "', 'exercise = "un', 1), "unknown exercise 'un"),
    "no such date": (lambda text: re.sub(r"\ndate = \S+", "\ndate = 2027-02-30", text, count=1), "does not exist"),
    "misspelt key": (lambda text: text.replace("\nminutes = ", "\nminuts = ", 1), "unknown key 'minuts'"),
    "unknown doctrine": (
        lambda text: text.replace("\n[profile.season]\n", '\n[profile.season]\ndoctrine = "nobody"\n').replace(
            "season = {", 'season = { doctrine = "nobody",'
        ),
        "doctrine",
    ),
    "empty": (lambda text: "", "the file is empty"),
}


@pytest.mark.parametrize(("change", "said"), BAD.values(), ids=BAD)
def test_a_file_that_is_no_plan_is_refused_in_one_message(
    change: Callable[[str], str], said: str, file: Path
) -> None:  # fmt: skip
    edit(file, change)
    result = check(file)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert result.stderr.startswith(str(file))
    assert "Traceback" not in result.stderr


def test_a_missing_file_and_a_folder_without_plans_are_refused(tmp_path: Path) -> None:
    assert check(tmp_path / "no.toml").stderr == f"{tmp_path / 'no.toml'}: there is no such file\n"
    assert check(tmp_path).stderr == f"{tmp_path}: this is a folder, not a file\n"


def test_a_folder_is_judged_plan_by_plan_without_its_summary(file: Path, tmp_path: Path) -> None:
    (tmp_path / "summary.toml").write_text("athletes = []", encoding="utf-8")
    shutil.copy(file, tmp_path / "bea.toml")
    shutil.copy(file, tmp_path / "ada.toml")
    result = check(tmp_path)
    assert result.exit_code == 0
    plans = [line.partition(": ")[0] for line in result.stdout.splitlines() if "as proven" in line]
    assert plans == [str(tmp_path / name) for name in ("ada.toml", "bea.toml", "plan.toml")]
    assert f"{tmp_path / 'summary.toml'}: a squad's summary, no plan" in result.stdout


def test_all_files_are_judged_and_the_worst_code_wins(file: Path, tmp_path: Path) -> None:
    edited = tmp_path / "edited.toml"
    edited.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    edit(edited, lambda text: text.replace(f"date = {proven().sessions[0].date}", f"date = {day('sun')}", 1))
    missing = tmp_path / "missing.toml"
    assert check(file, edited).exit_code == 1
    result = check(missing, edited, file)
    assert result.exit_code == 2
    assert f"{missing}: there is no such file" in result.stderr
    assert f"{edited}: {day('sun')}: breaks " in result.stdout
    assert f"{file}: {len(proven().sessions)} sessions keep all" in result.stdout


def test_an_exercise_cut_by_hand_never_ends_in_a_traceback(file: Path) -> None:
    """Also if it leaves a single exercise of a superset."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    paired = [number for number, line in enumerate(lines) if "superset = " in line]
    assert paired, "the plan must hold a superset for this test to say anything"
    file.write_text("".join(line for number, line in enumerate(lines) if number != paired[0]), encoding="utf-8")
    result = check(file)
    assert isinstance(result.exception, SystemExit)
    assert result.exit_code == 1


def checked_notes(file: Path) -> str:
    result = check(file)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "edited since it was solved" in result.stdout
    assert "as proven" not in result.stdout
    return result.stdout


def test_a_profile_that_was_edited_in_the_plan_is_not_the_one_it_was_made_for(file: Path) -> None:
    edit(file, lambda text: text.replace("strength_weeks = 20", "strength_weeks = 21"))
    assert "the profile in the plan is not the one that it was made for" in checked_notes(file)


@pytest.mark.parametrize("name", ["gim", "gym"])
def test_a_header_that_names_another_doctrine_is_noted(name: str, file: Path) -> None:
    edit(file, lambda text: text.replace('\ndoctrine = "reconciled"', f'\ndoctrine = "{name}"', 1))
    assert "the header names another doctrine" in checked_notes(file)


def test_tiers_that_are_missing_or_misspelt_prove_nothing(file: Path) -> None:
    edit(file, lambda text: text.replace('name = "coverage"', 'name = "covrage"'))
    assert "the header has the tiers covrage, sessions, " in checked_notes(file)


def test_a_tier_that_was_not_proven_is_not_called_proven(file: Path) -> None:
    proven_of_something = r"value = ([1-9]\d*), bound = \1, proven = true"
    edit(file, lambda text: re.sub(proven_of_something, r"value = \1, bound = 0, proven = false", text, count=1))
    result = check(file)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "; as solved, not proven in every tier (" in result.stdout


CLAIMS = {
    "a bound above the cost": (r"value = (\d+), bound = \1", r"value = \1, bound = 99999"),
    "a proof whose ends do not meet": (r"proven = true", r"proven = false"),
    "another thing taken as it is": ('given = "the blocks before', 'given = "nothing, or the blocks before'),
    "another reason for a day": (r'because = \["', 'because = ["race_day_free", "'),
}


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_that_cannot_be_true_is_reported_and_the_plan_not_called_proven(claim: str, file: Path) -> None:
    before, after = CLAIMS[claim]
    edit(file, lambda text: re.sub(before, after, text, count=1))
    result = check(file)
    assert "as proven" not in result.stdout
    assert "edited since it was solved" in result.stdout


def test_a_plan_of_another_release_is_stale_and_no_edit(file: Path) -> None:
    edit(file, lambda text: re.sub(r'ortools = "[\d.]+"', 'ortools = "9.1"', text))
    result = check(file)
    assert result.exit_code == 0
    assert "the plan was made with ortools 9.1; here is " in result.stdout
    assert "as solved, by another doctrine's text or program than is here" in result.stdout


MISFITS = {
    '[profile.strength]\ntemplates = { A = "leg_day" }': "strength.templates.A: unknown template 'leg_day'",
    "[profile.rules]\nchill_day = {}": "rules.chill_day: unknown rule 'chill_day'",
    "[profile.rules.favourites]\nweight = 0": "rules.favourites.weight: found 0; allowed: 1 to 100",
    '[profile.rules.favourites]\ntier = "foo"': "rules.favourites.tier: unknown tier 'foo'",
    '[profile.rules.favourites]\nbecause = ["x"]': "rules.favourites.because: the reasons are the doctrine's",
}


@pytest.mark.parametrize("lines", MISFITS)
def test_what_a_profile_in_a_plan_names_must_be_here(lines: str, file: Path) -> None:
    table, _, _ = lines.partition("\n")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(table, lines, 1) if table in text else f"{text}\n{lines}\n", encoding="utf-8")
    result = check(file)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f": profile.{MISFITS[lines]}" in result.stderr
