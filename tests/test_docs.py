"""The documentation is correct: commands run, generated files are current, links have targets."""

from __future__ import annotations

import re
import runpy
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree as ET

import click
import pytest
from click.testing import CliRunner, Result
from pydantic import BaseModel

import writing
from cli.pages.page import page_of
from cli.paint import picture
from cli.paint.svg import render_svg
from constraints.knowledge import rules_page
from constraints.knowledge.doctrine import doctrine_named
from profiles.profile import Profile
from profiles.reading.load import load_profile
from profiles.writing import schema
from profiles.writing.toml_text import save_plan

ROOT = Path(__file__).parent.parent
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/*.md")), rules_page.FILE, ROOT / "benchmarks/README.md"]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SCRIPTS: dict[str, str] = SETTINGS["project"]["scripts"]
RULE = "strength_on_single_run_days"
"""The example of CONTRIBUTING."""


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", read(page), re.DOTALL | re.MULTILINE)


def command(name: str) -> click.Command:
    module, _, function = SCRIPTS[name].partition(":")
    found = getattr(import_module(module), function)
    assert isinstance(found, click.Command)
    return found


@dataclass
class Example:
    """A command line of a page, what the page quotes of its output, and the exit code it shows."""

    line: str
    quoted: list[str] = field(default_factory=list)
    code: int = 0


def examples(page: str) -> list[Example]:
    """The `plan-*` commands of a page's console blocks, in order."""
    found: list[Example] = []
    for block in blocks(page, "console"):
        lines = iter(block.splitlines())
        for line in lines:
            if line == "$ echo $?":
                found[-1].code = int(next(lines))
            elif line.startswith("$ "):
                found.append(Example(line.removeprefix("$ ")))
            else:
                found[-1].quoted.append(line)
    return found


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, solving_once: None, squads_solved_once: None) -> Path:
    """A folder with the shipped profiles; results are cached, so that no season is solved twice."""
    (tmp_path / "profiles").mkdir()
    for file in [*ROOT.glob("profiles/*.toml"), schema.FILE]:
        shutil.copy(file, tmp_path / "profiles")
    shutil.copytree(ROOT / "profiles" / "squad", tmp_path / "profiles" / "squad")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def run(line: str) -> Result:
    name, *words = shlex.split(line)
    return CliRunner().invoke(command(name), [file for word in words for file in opened(word)])


def opened(word: str) -> list[str]:
    """An argument of a command line as the shell passes it on."""
    return sorted(map(str, Path().glob(word))) if "*" in word else [word]


def alike(line: str) -> str:
    """A line without numbers, which depend on rules and the machine, and without the spaces next to them."""
    return re.sub(r" *\d+ *", "#", line.strip())


def holds(shown: list[str], quoted: list[str]) -> bool:
    """Whether an output contains the quoted lines in this order; a line that ends in `...` is a prefix."""
    rest = iter(map(alike, shown))
    return all(
        any(line.startswith(part[:-3].strip()) if part.endswith("...") else line == part for line in rest)
        for part in map(alike, quoted)
        if part != "..."
    )


def test_a_quoted_line_may_have_other_numbers_in_its_columns_but_no_other_words() -> None:
    shown = ["Squad", "5/5 13.3 planned   Maya"]
    assert holds(shown, ["5/5  0.9 planned   Maya"])
    assert holds(shown, ["Squad", "...", "5/5  0.9 plan..."])
    assert not holds(shown, ["5/5  0.9 failed   Maya"])
    assert not holds(shown, ["5/5  0.9 planned   Maya", "Squad"])


@pytest.mark.usefixtures("workplace")
def test_commands_in_the_readme_run_and_print_what_it_quotes() -> None:
    shown = examples("README.md")
    assert {shlex.split(example.line)[0] for example in shown} == set(SCRIPTS)
    for example in shown:
        result = run(example.line)
        assert result.exit_code == example.code, f"{example.line}: {result.output}"
        assert holds(result.output.splitlines(), example.quoted), f"{example.line}: {result.output}"


QUOTING = [name for page in PAGES if examples(name := page.relative_to(ROOT).as_posix()) and name != "README.md"]


def test_pages_beside_the_readme_quote_commands_too() -> None:
    assert {"docs/guides.md", "docs/squads.md"} <= set(QUOTING)


@pytest.mark.parametrize("page", QUOTING)
@pytest.mark.usefixtures("workplace")
def test_commands_in_a_page_run_and_print_what_it_quotes(page: str) -> None:
    for example in examples(page):
        result = run(example.line)
        assert result.exit_code == example.code, f"{example.line}: {result.output}"
        assert holds(result.output.splitlines(), example.quoted), f"{example.line}: {result.output}"


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_command_has_help_with_examples_and_exit_codes(name: str) -> None:
    result = CliRunner().invoke(command(name), ["--help"], prog_name=name)
    assert result.exit_code == 0
    _, _, after = result.output.partition("Examples:")
    told, _, codes = after.partition("Exit codes:")
    assert re.search(rf"^\s+{name} ", told, re.MULTILINE)
    assert re.search(r"^\s+0  +\w", codes, re.MULTILINE)


def help_examples() -> Iterator[str]:
    """The command lines in the help texts without their explanations; a backslash joins two lines."""
    for name in SCRIPTS:
        told = (command(name).epilog or "").partition("Exit codes:")[0]
        for line in re.sub(r"\\\n\s*", "", told).splitlines():
            if line.strip().startswith(name) and "dask://" not in line:  # clusters are tested separately
                yield re.split(r" {3,}", line.strip())[0]


def test_examples_in_help_run(workplace: Path) -> None:
    profile = workplace / "profiles" / "me.toml"
    shutil.copy(ROOT / "profiles" / "no_race.toml", profile)
    for line in help_examples():
        if line.startswith("plan-new"):
            profile.unlink(missing_ok=True)
        result = run(line)
        assert result.exit_code == 0, f"{line}: {result.output}"


def test_the_rules_page_is_current() -> None:
    assert rules_page.FILE.read_text(encoding="utf-8") == rules_page.readme_text(), (
        "run: python -m constraints.knowledge.rules_page"
    )


def test_the_schema_is_current() -> None:
    assert schema.FILE.read_text(encoding="utf-8") == schema.schema_text(), "run: python -m profiles.writing.schema"


def test_each_doctrine_has_its_column(monkeypatch: pytest.MonkeyPatch) -> None:
    published = doctrine_named("reconciled")
    mild = writing.rule("fresh_legs_for_key_runs", work="leg work", clear_days=2, tier="rhythm", weight=7)
    doctrines = {"home": replace(published, name="home", rules=(mild,)), "reconciled": published}
    monkeypatch.setattr(rules_page, "doctrine_names", lambda: tuple(doctrines))
    monkeypatch.setattr(rules_page, "doctrine_named", doctrines.get)
    page = rules_page.readme_text()
    own = page.partition("### fresh_legs_for_key_runs\n")[2].partition("###")[0]
    assert "**No leg work within 1 day(s)" in own
    assert "| | reconciled | home |" in own
    assert "| strength | hard | soft: tier rhythm, weight 7 |" in own
    assert "| `clear_days`: days kept clear before the run (1 to 3) | 1 | 2 |" in own
    assert "| strength | hard | not in it |" in page.partition("### free_days_only\n")[2].partition("###")[0]


def test_the_rules_page_needs_no_solver() -> None:
    code = "import sys; from constraints.knowledge.rules_page import readme_text; readme_text()"
    code += "; sys.exit('ortools' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_the_two_lines_of_set_up_are_there() -> None:
    assert [block.strip() for block in blocks("README.md", "sh")][:2] == [
        "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/plan-solve profiles/me.toml",
        'python3 -m venv .venv && .venv/bin/pip install -q -e ".[dev]" && .venv/bin/pytest -q -n auto',
    ]


def test_continuous_integration_runs_the_line_of_the_readme() -> None:
    assert blocks("README.md", "sh")[1].strip() in read(".ci/run")
    assert blocks("CONTRIBUTING.md", "sh")[0] == blocks("README.md", "sh")[1]
    assert "bash .ci/run" in read(".github/workflows/ci.yml")
    assert "bash .ci/lowest" in read(".github/workflows/ci.yml")


def test_the_version_to_cite_is_the_last_one_released() -> None:
    version = SETTINGS["project"]["version"]
    assert f"version = {{{version}}}," in blocks("README.md", "bibtex")[0]
    assert re.findall(r"^## (\d\S*) \(\d{4}-\d\d-\d\d\)", read("CHANGELOG.md"), re.MULTILINE)[0] == version


def test_the_pythons_allowed_are_those_of_the_classifiers_and_of_continuous_integration() -> None:
    minors = list(range(*(int(minor) for minor in re.findall(r"3\.(\d+)", SETTINGS["project"]["requires-python"]))))
    told = ", ".join(f'"3.{minor}"' for minor in minors)
    assert f"python: [{told}]" in read(".github/workflows/ci.yml")
    names = "".join(SETTINGS["project"]["classifiers"])
    assert [int(minor) for minor in re.findall(r"Python :: 3\.(\d+)", names)] == minors
    assert f"Python 3.{minors[0]} to 3.{minors[-1]}" in read("README.md")


def test_the_picture_is_well_formed_and_loads_no_file() -> None:
    text = read("docs/plan.svg")
    assert ET.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314  # our own file
    assert re.findall(r"https?://[^\"'\s)]+", text) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"@import|@font-face|url\((?!#)|href=", text)


def test_a_picture_shows_the_calendar_and_the_first_card_only() -> None:
    runner = writing.profile(runs={"thu": "tempo 50"})
    first = writing.session(writing.day("tue"), writing.HEAVY, writing.CORE)
    second = writing.session(writing.day("fri"), writing.UPPER, slot="B")
    page = page_of(writing.judged(writing.plan(runner, first, second)))
    drawn = render_svg(page, "a <plan>").replace("&#160;", " ")
    assert "TEMPO 50" in drawn
    assert "B home 40" in drawn
    assert "Back squat" in drawn
    assert "Bench press" not in drawn
    assert "a &lt;plan&gt;" in drawn


def test_a_picture_is_drawn_from_a_plan_file(tmp_path: Path) -> None:
    plan_file, target = tmp_path / "sam.toml", tmp_path / "new" / "sam.svg"
    save_plan(writing.plan(writing.profile(), writing.session(writing.day("tue"))), plan_file)
    assert CliRunner().invoke(picture.main, [str(plan_file), str(target)]).exit_code == 0
    assert "profiles/sam.toml" in target.read_text(encoding="utf-8")


def test_a_picture_of_a_plan_without_sessions_is_its_calendar() -> None:
    empty = writing.judged(writing.plan(writing.profile(runs={"thu": "tempo 50"})))
    drawn = render_svg(page_of(empty), "empty").replace("&#160;", " ")
    assert "TEMPO 50" in drawn
    assert "Block 1" not in drawn


@cache
def anchors(page: Path) -> frozenset[str]:
    """The headings of a page as links name them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return frozenset(re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files_and_headings_that_exist(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    for link in (link for link in links if not link.startswith("https://")):
        name, _, heading = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        assert not heading or heading in anchors(target), link


def test_the_profile_in_the_reference_loads_and_shows_every_key(tmp_path: Path) -> None:
    file = tmp_path / "reference.toml"
    text = next(block for block in blocks("docs/profile.md", "toml") if "[athlete]" in block)
    file.write_text(text, encoding="utf-8")
    load_profile(file)
    said = set(keys(tomllib.loads(text)))
    assert {(*path, name) for path, table in tables(Profile) for name in table.model_fields} <= said


def test_the_squad_in_its_page_loads(tmp_path: Path) -> None:
    told = blocks("docs/squads.md", "toml")
    (tmp_path / "squad.toml").write_text(next(block for block in told if "[layouts." in block), encoding="utf-8")
    ana = next(block for block in told if '"Ana"' in block)
    (tmp_path / "ana.toml").write_text(ana, encoding="utf-8")
    profile = load_profile(tmp_path / "ana.toml")
    assert (str(profile.runs.sun), str(profile.runs.tue)) == ("long 75 am", "intervals 60 pm")
    assert [race.name for race in profile.races] == ["River Half"]


def keys(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every key of a TOML document, lists and the names of places left out of the path."""
    if isinstance(value, list):
        for one in value:
            yield from keys(one, path)
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from keys(inner, path if path == ("places",) else (*path, key))


def tables(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], type[BaseModel]]]:
    """A model and those in it, each with its path of keys."""
    yield path, model
    for name, told in model.model_fields.items():
        for kind in (told.annotation, *getattr(told.annotation, "__args__", ())):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                yield from tables(kind, (*path, name))


def module_of(text: str, name: str) -> ModuleType:
    module = ModuleType(name)
    sys.modules[name] = module
    exec(text, vars(module))  # noqa: S102  # the page's own example
    return module


def test_the_rule_in_contributing_works(monkeypatch: pytest.MonkeyPatch) -> None:
    code, tests = blocks("CONTRIBUTING.md", "python")[:2]
    numbers = next(tomllib.loads(block) for block in blocks("CONTRIBUTING.md", "toml") if RULE in block)["rules"][RULE]
    name = f"constraints.rules.spacing.{RULE}"
    try:
        kind = module_of(code, name).StrengthOnSingleRunDays
    finally:
        sys.modules.pop(name)
    judge = kind(**numbers)
    assert (judge.family, judge.id, judge.hard) == ("spacing", RULE, True)
    assert judge.say() == "A day with strength holds at most 1 run(s)."
    monkeypatch.setattr(writing, "rule", lambda named, **_: {RULE: judge}[named])
    found = module_of(tests, "page_tests")
    sys.modules.pop("page_tests")
    shown = [test for key, test in vars(found).items() if key.startswith("test_")]
    assert len(shown) == 2
    for test in shown:
        test()


def test_pages_are_written_by_their_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    written: dict[Path, str] = {}
    monkeypatch.setattr("profiles.writing.files.write_text", lambda text, path: written.update({Path(path): text}))
    monkeypatch.delitem(sys.modules, "constraints.knowledge.rules_page")
    runpy.run_module("constraints.knowledge.rules_page", run_name="__main__")
    assert list(written) == [rules_page.FILE]
