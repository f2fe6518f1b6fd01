"""The wheel: its contents, and the four packages that it installs."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from configparser import ConfigParser
from email import message_from_string
from pathlib import Path

import pytest
from hatchling.build import build_wheel

ROOT = Path(__file__).parent.parent
PACKAGES = ("solver", "constraints", "profiles", "cli")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("wheel")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        yield folder / build_wheel(str(folder))


@pytest.fixture(scope="module")
def contents(wheel: Path) -> dict[str, str]:
    with zipfile.ZipFile(wheel) as shipped:
        return {name: shipped.read(name).decode() for name in shipped.namelist()}


def of_info(contents: dict[str, str], name: str) -> str:
    (text,) = (
        text
        for file, text in contents.items()
        if file.partition("/")[0].endswith(".dist-info") and file.endswith(f"/{name}")
    )
    return text


def test_it_holds_the_four_packages_and_nothing_else(contents: dict[str, str]) -> None:
    tops = {name.partition("/")[0] for name in contents}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


def test_it_holds_every_file_of_a_package_unchanged(contents: dict[str, str]) -> None:
    files = [file for package in PACKAGES for suffix in ("py", "toml", "json")
             for file in (ROOT / package).rglob(f"*.{suffix}")]  # fmt: skip
    assert [
        f"{name} is not in the wheel as it is here"
        for name, file in {file.relative_to(ROOT).as_posix(): file for file in files}.items()
        if contents.get(name) != file.read_bytes().decode()
    ] == []


@pytest.mark.parametrize(
    "name",
    [
        "profiles/catalogue/exercises.toml",
        "profiles/catalogue/injuries.toml",
        "profiles/me.toml",
        "profiles/profile.schema.json",
        "constraints/knowledge/doctrines/reconciled.toml",
        "constraints/rules/spacing/fresh_legs_for_key_runs.py",
        "cli/paint/terminal.py",
        "solver/cpsat/search.py",
    ],
)
def test_it_holds_data_and_sub_packages(name: str, contents: dict[str, str]) -> None:
    assert contents[name].strip()


@pytest.mark.parametrize("package", PACKAGES)
def test_it_says_that_its_types_may_be_used(package: str, contents: dict[str, str]) -> None:
    assert f"{package}/py.typed" in contents


def test_it_holds_no_tests_and_no_caches(contents: dict[str, str]) -> None:
    files = [name.split("/")[-1] for name in contents]
    assert [name for name in files if name.startswith(("test_", "conftest"))] == []
    assert [name for name in contents if name.startswith("tests/") or "__pycache__" in name] == []


def test_it_brings_the_four_commands(contents: dict[str, str]) -> None:
    points = ConfigParser()
    points.read_string(of_info(contents, "entry_points.txt"))
    assert dict(points["console_scripts"]) == {
        "plan-solve": "cli.plan_solve.solve_command:main",
        "plan-check": "cli.plan_check:main",
        "plan-rules": "cli.plan_rules:main",
        "plan-new": "cli.plan_new.new_command:main",
    }


def test_it_brings_its_licence_and_its_readme(contents: dict[str, str]) -> None:
    assert of_info(contents, "LICENSE") == (ROOT / "LICENSE").read_text(encoding="utf-8")
    said = message_from_string(of_info(contents, "METADATA"))
    assert (said["Name"], said["License-Expression"], said["License-File"]) == (
        "runner-strength-planner",
        "MIT",
        "LICENSE",
    )
    assert (ROOT / "README.md").read_text(encoding="utf-8").strip() in str(said.get_payload())


def test_its_flat_names_are_never_uploaded(contents: dict[str, str]) -> None:
    said = message_from_string(of_info(contents, "METADATA"))
    assert "Private :: Do Not Upload" in said.get_all("Classifier", [])


def test_it_is_one_wheel_for_every_platform(wheel: Path) -> None:
    assert wheel.name.endswith("-py3-none-any.whl")


def test_in_a_clean_interpreter_the_four_names_are_ours(tmp_path: Path) -> None:
    script = f"import {', '.join(PACKAGES)}\nfor one in ({', '.join(PACKAGES)}): print(one.__file__)"
    assert isolated(script, tmp_path) == [str(ROOT / package / "__init__.py") for package in PACKAGES]


def test_unpacked_anywhere_it_finds_its_own_data(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as shipped:
        shipped.extractall(tmp_path / "site")
    script = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r})\n"
        "from constraints.knowledge.doctrine import doctrine_named, doctrine_names\n"
        "from profiles.exercise import catalogue\n"
        "import constraints, profiles\n"
        "print(constraints.__file__); print(profiles.__file__)\n"
        "print(all(doctrine_named(name).rules for name in doctrine_names()), len(catalogue()) > 100)"
    )
    site = tmp_path / "site"
    ours = [str(site / name / "__init__.py") for name in ("constraints", "profiles")]
    assert isolated(script, tmp_path) == [*ours, "True True"]


def isolated(script: str, folder: Path) -> list[str]:
    """The lines that a script prints in an interpreter that sees neither this folder nor the environment."""
    done = subprocess.run([sys.executable, "-I", "-c", script], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
