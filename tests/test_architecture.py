"""The structure of the code: which package imports which, what loads the solver, and how modules are named."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module, metadata
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from constraints.planning.assembly import plan_of
from constraints.planning.brief import brief_for
from profiles.writing.toml_text import save_plan
from writing import profile

ROOT = Path(__file__).parent.parent
BELOW = {
    "solver": {"solver"},
    "profiles": {"profiles"},
    "constraints": {"constraints", "solver", "profiles"},
    "cli": {"cli", "constraints", "solver", "profiles"},
}
"""Which of our packages each package may import."""
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
"""Absolute paths of a machine, and hosts of package registries."""

MODULES = sorted(file for package in BELOW for file in (ROOT / package).rglob("*.py"))
TESTING = {"tests", "writing", "worlds", "quality_plans", "batch_tasks", "dask_processes", "benchmarks"}
"""What no shipped module may import."""


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


@cache
def parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


# ---- what imports what


def test_packages_import_only_those_below_them_and_absolutely() -> None:
    assert [
        f"{_said(module)} imports {name}: imports are absolute, and run from cli to constraints, from there to solver "
        "and profiles"
        for module in MODULES
        for name, _ in imported(parsed(module))
        if name.startswith(".") or name.partition(".")[0] in {*BELOW} - BELOW[module.relative_to(ROOT).parts[0]]
    ] == []


def test_nothing_that_is_shipped_imports_tests_or_the_benchmark() -> None:
    assert [
        f"{_said(module)} imports {name}, which is not shipped"
        for module in MODULES
        for name, _ in imported(parsed(module))
        if name.partition(".")[0] in TESTING
    ] == []


def _said(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def test_only_the_engine_loads_the_solver_and_only_inside_functions() -> None:
    assert [
        f"{_said(module)} imports {name} when it is imported: only {_said(LOADING)} may, inside a function"
        for module in MODULES
        for name, statement in imported(parsed(module))
        if name.partition(".")[0] in HEAVY
        and id(statement) not in _parts_of(module, _is_type_checking)
        and (module != LOADING or id(statement) not in _parts_of(module, _is_function))
    ] == []


def _parts_of(module: Path, which: Callable[[ast.AST], bool]) -> set[int]:
    return {id(part) for node in ast.walk(parsed(module)) if which(node) for part in ast.walk(node)}


def _is_function(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef)


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")


def test_the_engine_does_load_the_solver() -> None:
    assert "ortools.sat.python" in {name for name, _ in imported(parsed(LOADING))}


def test_nothing_is_imported_by_its_name_as_text() -> None:
    assert [
        f"{_said(module)}:{node.lineno} imports by a name in text, which these tests cannot follow"
        for module in MODULES
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("__import__", "import_module", "importlib.import_module")
    ] == []


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
    save_plan(plan_of(brief_for(profile()), (), ()), tmp_path / "empty.toml")
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


def test_a_solve_loads_the_solver(tmp_path: Path) -> None:
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


def test_the_top_level_holds_only_known_entries() -> None:
    assert {name.partition("/")[0] for name in tracked()} - TOP_LEVEL == set()


def test_no_module_has_a_vague_name() -> None:
    names = {Path(name).with_suffix("").parts for name in tracked() if name.endswith(".py")}
    assert [parts for parts in names if VAGUE.intersection(parts)] == []


def test_every_folder_of_code_is_a_package_without_logic() -> None:
    assert [
        f"{_said(package)}/__init__.py: write a docstring there, and nothing else"
        for package in sorted({file.parent for file in MODULES})
        if not _is_docstring_alone(package / "__init__.py")
    ] == []


def _is_docstring_alone(file: Path) -> bool:
    return file.is_file() and len(parsed(file).body) == 1 and bool(ast.get_docstring(parsed(file)))


def test_tests_are_no_package() -> None:
    assert [name for name in tracked() if name.startswith("tests/") and name.endswith("__init__.py")] == []


def test_no_file_mentions_a_machine_or_a_registry() -> None:
    texts = {name: (ROOT / name).read_text(encoding="utf-8") for name in tracked()}
    assert [
        f"{name}: take out {found[0]}, a path of some machine or the host of a package registry"
        for name, text in texts.items()
        for found in ELSEWHERE.finditer(text)
    ] == []


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


# ---- the folders of constraints

LAYERS = ("prescription", "model", "rules", "knowledge", "planning")
"""Folders of constraints, each of which may import itself and those before it."""
ASKED = {"chosen", "extra", "model", "cp"}
"""Attributes of the decisions that only the planner may use."""


def test_constraints_shows_few_entries_to_a_newcomer() -> None:
    entries = {name.split("/")[1] for name in tracked() if name.startswith("constraints/")} - {"__init__.py"}
    assert len(entries) <= 8, sorted(entries)
    assert {entry for entry in entries if "." not in entry} == set(LAYERS)


def test_folders_of_constraints_import_only_those_before_them() -> None:
    wrong = []
    for module in (ROOT / "constraints").rglob("*.py"):
        folder = module.relative_to(ROOT).parts[1]
        later = LAYERS[LAYERS.index(folder) + 1 :] if folder in LAYERS else ()
        names = {name for name, _ in imported(parsed(module))}
        wrong += [f"{_said(module)} imports {name}" for name in names if name.split(".")[:2][-1] in later]
    assert wrong == []


def test_only_the_list_of_rules_imports_single_rules() -> None:
    """A rule itself says what it removes as a wall and what a season takes from it."""
    assert [
        f"{_said(module)} imports {name}: ask every rule instead (constraints/model/plan_rule.py)"
        for module in MODULES
        if not module.is_relative_to(ROOT / "constraints" / "rules")
        for name, _ in imported(parsed(module))
        if name.startswith("constraints.rules.") and name != "constraints.rules.every_rule"
    ] == []


def test_rules_call_methods_of_the_decisions_and_use_no_variable() -> None:
    wrong = []
    for module in (ROOT / "constraints" / "rules").rglob("*.py"):
        tree = parsed(module)
        called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        for node in ast.walk(tree):
            match node:
                case ast.Attribute(value=ast.Name(id="x" | "slot"), attr=name) if name.startswith("_") or name in ASKED:
                    wrong.append(f"{_said(module)}:{node.lineno} reaches for {name}: ask a question of it")
                case ast.Attribute(value=ast.Name(id="x" | "slot"), attr="on" | "at") if id(node) not in called:
                    wrong.append(f"{_said(module)}:{node.lineno} reaches for {node.attr}: ask a question of it")
    assert wrong == []


def test_a_place_is_a_value_and_no_text() -> None:
    wrong = []
    for module in (ROOT / "constraints" / "rules").rglob("*.py"):
        for node in ast.walk(parsed(module)):
            if isinstance(node, ast.Call):
                places = [word.value for word in node.keywords if word.arg == "at"]
                places += node.args[:1] if ast.unparse(node.func) == "self.missed" else []
                wrong += [
                    f"{_said(module)}:{node.lineno} names a place by text: take a value of profiles/where.py"
                    for place in places
                    if isinstance(place, ast.JoinedStr | ast.Constant)
                ]
    assert wrong == []


def test_no_two_modules_have_one_name() -> None:
    names: dict[str, list[str]] = {}
    for module in MODULES:
        if module.stem != "__init__":
            names.setdefault(module.stem, []).append(_said(module))
    assert [several for several in names.values() if len(several) > 1] == []


def test_types_of_profiles_import_neither_readers_nor_writers() -> None:
    types = [module for module in MODULES if module.parent == ROOT / "profiles"]
    assert [
        f"{_said(module)} imports {name}"
        for module in types
        for name, _ in imported(parsed(module))
        if name.startswith(("profiles.reading", "profiles.writing"))
    ] == []


def test_solving_and_running_work_on_many_processes_are_apart() -> None:
    batch, cpsat = ROOT / "solver" / "batch", ROOT / "solver" / "cpsat"
    assert [
        f"{_said(module)} imports {name}"
        for folder, other in ((batch, "solver.cpsat"), (cpsat, "solver.batch"))
        for module in folder.rglob("*.py")
        for name, _ in imported(parsed(module))
        if name.startswith(other)
    ] == []
