"""The house holds together: imports run downwards, the solver is loaded only to solve, names say what is inside."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module, metadata
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from constraints.knowledge.doctrine import doctrine_for
from profiles.plan import BlockRecord, Header, Plan
from profiles.writing.toml_text import save_plan
from writing import profile

ROOT = Path(__file__).parent.parent
BELOW = {
    "solver": {"solver"},
    "profiles": {"profiles"},
    "constraints": {"constraints", "solver", "profiles"},
    "cli": {"cli", "constraints", "solver", "profiles"},
}
"""What each package may import of ours."""
TOP_LEVEL = {
    *BELOW, "tests", "benchmarks", "docs", ".ci", ".github", ".gitignore",
    "pyproject.toml", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE",
}  # fmt: skip
VAGUE = {"utils", "util", "helpers", "helper", "common", "base", "manager", "core", "misc"}
LOADING = ROOT / "solver" / "cpsat" / "loading.py"
"""The one module that loads the solver."""
HEAVY = {"ortools", "pandas", "numpy"}
ELSEWHERE = re.compile(
    r"[/](work|tmp|home|root|Users)[/]\w|[A-Z]:[\\]{1,2}\w|[p]ypi\.(org|python\.org)|[p]ythonhosted\.org|"
    r"[i]ndex-url|[c]onda\.anaconda|[r]egistry\.npmjs"
)
"""Paths of some machine, and hosts of package registries."""

MODULES = sorted(file for package in BELOW for file in (ROOT / package).rglob("*.py"))
every_module = pytest.mark.parametrize("module", MODULES, ids=lambda file: file.relative_to(ROOT).as_posix())


@cache
def tracked() -> tuple[str, ...]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return tuple(name for name in listed.split("\0") if (ROOT / name).is_file())


def imported(tree: ast.AST) -> Iterator[tuple[str, ast.stmt]]:
    """Every module that a tree imports, wherever the import stands, with its statement."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((name.name, node) for name in names)
            case ast.ImportFrom(module=module, level=level):
                yield "." * level + (module or ""), node


def parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


# ---- what imports what


@every_module
def test_imports_run_downwards_and_are_absolute(module: Path) -> None:
    allowed = BELOW[module.relative_to(ROOT).parts[0]]
    names = {name for name, _ in imported(parsed(module))}
    assert [name for name in names if name.startswith(".")] == []
    assert {name.partition(".")[0] for name in names} & set(BELOW) <= allowed
    assert not any(name.startswith(("tests", "writing", "worlds", "batch_tasks", "dask_processes")) for name in names)


@every_module
def test_only_the_engine_loads_the_solver_and_only_inside_functions(module: Path) -> None:
    tree = parsed(module)
    for_types = {id(part) for node in ast.walk(tree) if _is_type_checking(node) for part in ast.walk(node)}
    in_functions = {id(part) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for part in ast.walk(node)}
    for name, statement in imported(tree):
        if name.partition(".")[0] in HEAVY and id(statement) not in for_types:
            assert module == LOADING
            assert id(statement) in in_functions


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")


def test_the_engine_does_load_the_solver() -> None:
    assert "ortools.sat.python" in {name for name, _ in imported(parsed(LOADING))}


@every_module
def test_nothing_is_imported_by_its_name_as_text(module: Path) -> None:
    calls = {ast.unparse(node.func) for node in ast.walk(parsed(module)) if isinstance(node, ast.Call)}
    assert calls.isdisjoint({"__import__", "import_module", "importlib.import_module"})


@every_module
def test_nothing_that_is_shipped_knows_the_benchmark(module: Path) -> None:
    assert "benchmarks" not in {name.partition(".")[0] for name, _ in imported(parsed(module))}


# ---- start-up

COMMANDS = sorted(
    command.name
    for command in metadata.distribution("runner-strength-planner").entry_points
    if command.group == "console_scripts"
)


RUN = """
import importlib.metadata, sys
sys.argv = sys.argv[1:]
(entry,) = importlib.metadata.entry_points(group="console_scripts", name=sys.argv[0])
try:
    code = entry.load()()
except SystemExit as end:
    code = end.code
print("\\nloaded", *sorted({name.partition(".")[0] for name in sys.modules}))
sys.exit(code)
"""


def loaded(*call: str, folder: Path) -> tuple[int, set[str], str]:
    """Exit code of a command in a process of its own, the heavy packages it loaded, and what it said."""
    done = subprocess.run([sys.executable, "-c", RUN, *call], cwd=folder, capture_output=True, text=True, check=False)
    said, _, packages = done.stdout.rpartition("\nloaded")
    assert packages, done.stderr
    return done.returncode, HEAVY.intersection(packages.split()), said + done.stderr


@pytest.fixture
def empty_plan(tmp_path: Path) -> Path:
    """A plan without a session, which keeps every wall."""
    who = profile()
    doctrine = doctrine_for(who)
    blocks = tuple(BlockRecord(**vars(block)) for block in doctrine.season(who).blocks)
    header = Header(doctrine=doctrine.name, profile_hash="", doctrine_hash=doctrine.hash, versions={})
    said = who.model_dump(mode="json", exclude_defaults=True)
    save_plan(Plan(header=header, profile=said, blocks=blocks, sessions=()), tmp_path / "empty.toml")
    return tmp_path / "empty.toml"


def test_there_are_four_commands() -> None:
    assert COMMANDS == ["plan-check", "plan-new", "plan-rules", "plan-solve"]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_starts_without_the_solver(command: str, tmp_path: Path) -> None:
    code, heavy, said = loaded(command, "--help", folder=tmp_path)
    assert (code, heavy) == (0, set())
    assert "Usage" in said


@pytest.mark.parametrize(
    "call",
    [("plan-rules",), ("plan-rules", "fresh_legs_for_key_runs"), ("plan-new", "runner.toml", "--yes")],
    ids=" ".join,
)
def test_what_does_not_solve_does_not_load_the_solver(call: tuple[str, ...], tmp_path: Path) -> None:
    code, heavy, said = loaded(*call, folder=tmp_path)
    assert (code, heavy) == (0, set()), said


def test_an_audit_needs_no_solver(empty_plan: Path) -> None:
    code, heavy, said = loaded("plan-check", empty_plan.name, folder=empty_plan.parent)
    assert (code, heavy) == (0, set()), said


def test_a_bad_profile_is_refused_without_the_solver(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("[athlete]\nnam = 'Maya'\n", encoding="utf-8")
    code, heavy, _ = loaded("plan-solve", "bad.toml", folder=tmp_path)
    assert (code, heavy) == (2, set())


def test_solving_would_be_noticed(tmp_path: Path) -> None:
    assert loaded("plan-new", "runner.toml", "--yes", folder=tmp_path)[0] == 0
    code, heavy, said = loaded("plan-solve", "runner.toml", "--limit", "0.001", folder=tmp_path)
    assert code in (0, 3), said
    assert "ortools" in heavy


@pytest.mark.parametrize("command", COMMANDS)
def test_help_and_version_work_in_process_too(command: str) -> None:
    (entry,) = metadata.entry_points(group="console_scripts", name=command)
    main = getattr(import_module(entry.module), entry.attr)
    assert isinstance(main, click.Command)
    assert CliRunner().invoke(main, ["--help"]).exit_code == 0
    assert metadata.version("runner-strength-planner") in CliRunner().invoke(main, ["--version"]).output


# ---- names and places


def test_the_top_level_holds_only_what_the_house_is_made_of() -> None:
    assert {name.partition("/")[0] for name in tracked()} - TOP_LEVEL == set()


def test_no_module_has_a_name_that_says_nothing() -> None:
    names = {Path(name).with_suffix("").parts for name in tracked() if name.endswith(".py")}
    assert [parts for parts in names if VAGUE.intersection(parts)] == []


@pytest.mark.parametrize(
    "package", sorted({file.parent for file in MODULES}), ids=lambda one: one.relative_to(ROOT).as_posix()
)
def test_every_folder_of_code_is_a_package_without_logic(package: Path) -> None:
    body = parsed(package / "__init__.py").body
    assert len(body) == 1
    assert ast.get_docstring(parsed(package / "__init__.py"))


def test_tests_are_no_package() -> None:
    assert [name for name in tracked() if name.startswith("tests/") and name.endswith("__init__.py")] == []


@pytest.mark.parametrize("name", tracked())
def test_no_file_mentions_a_machine_or_a_registry(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert [found[0] for found in ELSEWHERE.finditer(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "see {}work/main",
        "{}tmp/x",
        "{}home/me",
        "C:{}Users",
        "https:{0}{0}py" + "pi.org{0}simple",
        "--index" + "-url x",
    ],
)
def test_such_a_mention_would_be_found(text: str) -> None:
    assert ELSEWHERE.search(text.format("\\" if "C:" in text else "/"))
