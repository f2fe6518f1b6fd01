"""What holds for every rule; a test that fails lists the rules and says what was forgotten."""

import ast
import inspect
import re
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from string import Formatter
from types import ModuleType
from typing import Any

import pytest
from annotated_types import Ge, Le

from constraints.knowledge.doctrine import doctrine_named, doctrine_names
from constraints.knowledge.guidance import fact_id, facts
from constraints.model.plan_rule import PlanRule
from constraints.planning.brief import brief_for
from constraints.rules import every_rule
from constraints.rules.every_rule import RULES, WISHES
from profiles.plan import Plan
from solver.rule import Rule
from writing import day, plan, profile

TESTS = Path(__file__).parent
FOLDER = Path(inspect.getfile(every_rule)).parent

LETTERED = {"PHA-18": "abcde", "PHA-19": "abcdefg", "PHA-21": "abcd"}
WORDS = {"judgement", "profile"}
"""Sources of numbers that no guide gives."""

CLASSES = (*RULES, *WISHES)
every_doctrine = pytest.mark.parametrize("name", doctrine_names())


def wishes() -> tuple[PlanRule, ...]:
    pins = [f"{day('wed')} B", str(day("sat"))]
    rules = brief_for(profile(strength={"at_least": 2, "pins": pins})).rules
    return tuple(rule for rule in rules if isinstance(rule, WISHES))


NUMBERED: dict[str, PlanRule] = {
    **{f"{name}.{rule.id}": rule for name in doctrine_names() for rule in doctrine_named(name).rules},
    **{wish.id: wish for wish in wishes()},
}
"""Every rule with its numbers, by `doctrine.id`."""


def module_of(rule: type[PlanRule]) -> ModuleType:
    return sys.modules[rule.__module__]


def numbers_of(rule: type[PlanRule]) -> dict[str, Any]:
    """The fields that are a rule's own."""
    return {name: field for name, field in rule.model_fields.items() if name not in Rule.model_fields}


def raw(name: str) -> dict[str, Any]:
    text = resources.files("constraints.knowledge").joinpath(f"doctrines/{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


# ---- one name everywhere


def test_module_class_and_id_have_one_name() -> None:
    assert [
        f"{rule.__module__}.{rule.__name__}: name a rule in snake_case, its module and file constraints/rules/<family>/"
        "<name>.py, and its class in CamelCase"
        for rule in CLASSES
        if not re.fullmatch(r"[a-z]+(_[a-z0-9]+)*", rule.id)
        or rule.__name__ != "".join(word.capitalize() for word in rule.id.split("_"))
        or rule.__module__ != f"constraints.rules.{rule.family}.{rule.id}"
        or Path(inspect.getfile(rule)) != FOLDER / rule.family / f"{rule.id}.py"
    ] == []


def test_its_test_file_has_its_name_and_shows_it_kept_and_broken() -> None:
    assert [
        f"write tests/constraints/rules/{rule.family}/test_{rule.id}.py: one test with a plan that keeps the rule, one "
        "with a plan that breaks it"
        for rule in CLASSES
        if _tests_in(TESTS / rule.family / f"test_{rule.id}.py") < 2
    ] == []


def _tests_in(file: Path) -> int:
    body = ast.parse(file.read_text(encoding="utf-8")).body if file.is_file() else []
    return sum(isinstance(part, ast.FunctionDef) and part.name.startswith("test_") for part in body)


def test_its_table_has_its_name() -> None:
    numbered = {name for doctrine in doctrine_names() for name in raw(doctrine)["rules"]}
    assert [f"give [rules.{rule.id}] its numbers in a doctrine" for rule in RULES if rule.id not in numbered] == []
    assert [rule.id for rule in WISHES if rule.id in numbered] == [], "the numbers of a wish are the runner's"


def test_every_module_of_a_family_is_listed_as_a_rule() -> None:
    listed = {f"{rule.family}/{rule.id}.py" for rule in CLASSES}
    assert [
        f"add the rule of constraints/rules/{file} to RULES in constraints/rules/every_rule.py, or take the file away"
        for file in sorted(f"{file.parent.name}/{file.name}" for file in FOLDER.glob("*/*.py"))
        if file not in listed and not file.endswith("__init__.py")
    ] == []


def test_every_test_file_of_a_family_belongs_to_a_rule() -> None:
    listed = {f"{rule.family}/test_{rule.id}.py" for rule in CLASSES}
    files = {f"{file.parent.name}/{file.name}" for family in {rule.family for rule in CLASSES}
             for file in (TESTS / family).glob("*.py")}  # fmt: skip
    assert sorted(files - listed) == [], "name a rule's test file after the rule, or take it away"


def test_no_rule_is_listed_twice_and_no_two_share_a_name() -> None:
    ids = [rule.id for rule in CLASSES]
    assert sorted(ids) == sorted(set(ids))


def test_each_family_says_what_it_is_about() -> None:
    families = sorted({f"constraints.rules.{rule.family}" for rule in CLASSES})
    assert [
        f"say in the docstring of {family} in one sentence what its rules are about"
        for family in families
        if not (sys.modules[family].__doc__ or "").endswith(".")
    ] == []


def test_the_rules_of_a_family_stand_together() -> None:
    in_order = [rule.family for rule in RULES]
    runs = [family for at, family in enumerate(in_order) if at == 0 or in_order[at - 1] != family]
    assert len(runs) == len(set(runs))


# ---- its texts


def test_the_module_states_the_desired_state_and_the_class_says_why() -> None:
    assert [
        f"{rule.id}: say the state that is wanted in the module's docstring, in a sentence on one line, and why in the "
        "class's own"
        for rule in CLASSES
        if not _states_and_says_why(module_of(rule).__doc__ or "", vars(rule).get("__doc__") or "")
    ] == []


def _states_and_says_why(states: str, why: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][^\n.]*\.", states)) and why.strip().endswith(".") and why.strip() != states.strip()


def test_the_sentence_mentions_each_number_and_nothing_else() -> None:
    assert [
        f"{rule.id}: its sentence must mention {sorted(_numeric(rule))}, and no name that is not a field of it"
        for rule in CLASSES
        if not _numeric(rule) <= _mentioned(rule) <= set(numbers_of(rule))
    ] == []


def _mentioned(rule: type[PlanRule]) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(rule.sentence) if name is not None}


def _numeric(rule: type[PlanRule]) -> set[str]:
    return {name for name, field in numbers_of(rule).items() if re.search(r"\bint\b|\bfloat\b", str(field.annotation))}


def test_the_sentence_can_be_said() -> None:
    assert [
        f"{name}: write it as one sentence from a capital letter to a full stop, with its numbers in it: {rule.say()}"
        for name, rule in NUMBERED.items()
        if not _is_sentence_with(rule.say(), _whole_numbers(rule))
    ] == []


def _is_sentence_with(said: str, numbers: list[int]) -> bool:
    well_formed = re.fullmatch(r"[A-Z][^\n{}]*\.", said) and "  " not in said and "None" not in said
    return bool(well_formed) and all(str(number) in said for number in numbers)


def _whole_numbers(rule: PlanRule) -> list[int]:
    return [getattr(rule, name) for name, field in numbers_of(type(rule)).items() if field.annotation is int]


def test_no_two_rules_say_the_same() -> None:
    said = [rule.sentence for rule in CLASSES]
    assert len(said) == len(set(said))


# ---- its numbers


def test_each_number_is_described_and_has_no_default() -> None:
    assert [
        f"{rule.id}.{name}: describe it, and take away its default (numbers live in doctrines)"
        for rule in CLASSES
        for name, field in numbers_of(rule).items()
        if not field.is_required() or not field.description
    ] == []


def test_each_whole_number_is_bounded() -> None:
    assert [
        f"{rule.id}.{name}: bound it by ge and le, the first below the second"
        for rule in CLASSES
        for name, field in numbers_of(rule).items()
        if field.annotation is int and not _is_bounded(field.metadata)
    ] == []


def _is_bounded(metadata: list[Any]) -> bool:
    low: list[Any] = [bound.ge for bound in metadata if isinstance(bound, Ge)]
    high: list[Any] = [bound.le for bound in metadata if isinstance(bound, Le)]
    return len(low) == len(high) == 1 and low < high


def misquoted(source: str) -> bool:
    """Whether an id is none of the guidance's."""
    name = fact_id(source)
    return name not in facts() or source.removeprefix(name) not in LETTERED.get(name, "")


@pytest.mark.parametrize(
    ("source", "wrong"),
    [("SCH-58", False), ("SCH-59", True), ("SCH-00", True), ("SCH-1", True), ("PHA-18a", False), ("PHA-20a", True),
     ("XYZ-01", True), ("sch-01", True), ("TAP-01x", True)],
)  # fmt: skip
def test_ids_of_the_guidance_are_told_from_others(source: str, *, wrong: bool) -> None:
    assert misquoted(source) is wrong


def test_the_mechanism_is_cited() -> None:
    assert [
        f"{rule.id}: name in `guidance`, a tuple, facts of constraints/knowledge/guidance.toml, each once"
        for rule in CLASSES
        if not rule.guidance or len(set(rule.guidance)) < len(rule.guidance) or any(map(misquoted, rule.guidance))
    ] == []


def test_the_numbers_are_cited() -> None:
    assert [
        f"{name}: name in `because` facts of constraints/knowledge/guidance.toml or one of {sorted(WORDS)}, each once"
        for name, rule in NUMBERED.items()
        if len(set(rule.because)) < len(rule.because) or any(map(misquoted, set(rule.because) - WORDS))
    ] == []


def test_a_published_number_never_cites_a_profile() -> None:
    published = {name: rule for name, rule in NUMBERED.items() if not isinstance(rule, WISHES)}
    assert [f"{name}: cite a fact" for name, rule in published.items() if "profile" in rule.because] == []


def test_no_doctrine_lists_a_tier_twice() -> None:
    tiers = {name: doctrine_named(name).tables.tiers for name in doctrine_names()}
    assert [name for name, listed in tiers.items() if len(set(listed)) < len(listed)] == []


def test_a_wall_states_no_weight() -> None:
    assert [
        f"{name}.{rule}: take away its weight, or say the tier that prices it"
        for name in doctrine_names()
        for rule, table in raw(name)["rules"].items()
        if "weight" in table and "tier" not in table
    ] == []


@pytest.mark.parametrize("table", ["fresh_legs", "pinned_sessions"])
def test_a_doctrine_with_a_table_for_no_rule_is_refused(
    table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = resources.files("constraints.knowledge").joinpath("doctrines/reconciled.toml").read_text(encoding="utf-8")
    (tmp_path / "doctrines").mkdir()
    (tmp_path / "doctrines/odd.toml").write_text(
        f'{text}\n[rules.{table}]\nbecause = ["judgement"]\n', encoding="utf-8"
    )
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    with pytest.raises(ValueError, match=table):
        doctrine_named("odd")


@pytest.mark.parametrize("wish", wishes(), ids=lambda wish: wish.id)
def test_a_wish_is_a_wall_in_the_name_of_the_profile(wish: PlanRule) -> None:
    assert wish.hard
    assert wish.because == ("profile",)


# ---- its two halves

HALVES = {"post": ("post", "bars"), "check": ("check",)}
SHARED = {"missed", "hard"}
"""What the base class gives to every rule."""


def helpers(rule: type[PlanRule], half: str) -> set[str]:
    """Functions of ours that a half uses, itself or through them: of its module, imported into it, or its methods.

    Names count, not only calls, so that a function that is handed on is found too. Properties of what is judged
    (a day, a session, an exercise) are vocabulary and do not count.
    """
    found: set[str] = set()
    waiting = [getattr(rule, name) for name in HALVES[half] if hasattr(rule, name)]
    while waiting:
        for name, used in _used(rule, waiting.pop()):
            if name not in found | SHARED:
                found.add(name)
                waiting.append(used)
    return found - set(HALVES[half])


def _used(rule: type[PlanRule], function: Any) -> Iterator[tuple[str, Any]]:
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))):
        match node:
            case ast.Name(id=name):
                used = _unwrapped(function.__globals__.get(name))
                if _is_ours(used):
                    yield f"{used.__module__}.{name}", used
            case ast.Attribute(value=ast.Name(id=owner), attr=name) if owner in ("self", "cls", rule.__name__):
                used = _unwrapped(inspect.getattr_static(rule, name, None))
                if inspect.isfunction(used):
                    yield name, used
            case ast.Attribute(value=ast.Name(id=owner), attr=name) if inspect.ismodule(
                function.__globals__.get(owner)
            ):
                used = _unwrapped(getattr(function.__globals__[owner], name, None))
                if _is_ours(used):
                    yield f"{used.__module__}.{name}", used


def _is_ours(used: Any) -> bool:
    return inspect.isfunction(used) and used.__module__.partition(".")[0] in ("constraints", "profiles", "solver")


def _unwrapped(used: Any) -> Any:
    used = getattr(used, "fget", None) or getattr(used, "func", None) or getattr(used, "__func__", None) or used
    return inspect.unwrap(used) if callable(used) else used


TABLES = {"profiles.exercise.catalogue", "constraints.prescription.templates.templates"}
"""Data that both halves may read."""


def test_post_and_check_share_no_helper() -> None:
    shared = {rule.id: (helpers(rule, "post") & helpers(rule, "check")) - TABLES for rule in CLASSES}
    assert [f"{name}: let `check` do without {both}, or `post`" for name, both in shared.items() if both] == []


def test_neither_half_uses_the_other() -> None:
    assert [
        f"{rule.id}: let neither of `post` and `check` call the other"
        for rule in CLASSES
        if helpers(rule, "post") & {*HALVES["check"]} or helpers(rule, "check") & {*HALVES["post"]}
    ] == []


class Sharing(WISHES[0]):  # type: ignore[misc, valid-type]
    """Both halves go through one method, one of them by way of another."""

    def post(self, on: Any, x: Any, /) -> None:
        on.at_most(self.length(x), 0, at="here")

    def check(self, plan: Any, /) -> Iterator[Any]:
        yield self.missed("here", self.other(plan))

    def other(self, plan: Any) -> int:
        return self.length(plan)

    def length(self, what: Any) -> int:
        return len(what)


def test_a_shared_helper_would_be_found() -> None:
    assert helpers(Sharing, "post") == {"length"}
    assert helpers(Sharing, "check") == {"other", "length"}


def test_helpers_from_other_modules_are_seen() -> None:
    assert any("." in name for rule in RULES for name in helpers(rule, "post"))


# ---- an empty plan


def empty_plans() -> Iterator[tuple[str, Plan]]:
    races = [
        {"name": "Goal", "date": day("sun", 8), "distance": "marathon"},
        {"name": "Tune-up", "date": day("sun", 3), "distance": "10k", "priority": "B"},
        {"name": "Parkrun", "date": day("sat", 2), "distance": "5k", "priority": "C"},
    ]
    runs = {"tue": "intervals 50 pm", "thu": "easy 30 am + tempo 40 pm", "sat": "hills 40", "sun": "long 120"}
    hurt = {"current": ["achilles", "runners_knee"], "prone": ["itb"]}
    wants = {"favour": ["step_up"], "avoid": ["back_squat"], "exclude": ["plank"]}
    yield "base", plan(profile())
    yield (
        "crowded",
        plan(
            profile(weeks=10, races=races, runs=runs, injuries=hurt, preferences=wants),
            phases=(("base", 2), ("build", 2), ("race", 2), ("taper", 1), ("race_week", 1), ("recovery", 2)),
        ),
    )
    beginner = profile(weeks=4, athlete={"experience": "beginner"}, injuries=hurt, strength={"away": [str(day("mon"))]})
    yield "introduction", plan(beginner, stage="introduction")
    yield "cut", plan(profile(start=day("thu"), runs=runs))


@pytest.mark.parametrize("empty", [pytest.param(one, id=name) for name, one in empty_plans()])
@every_doctrine
def test_prohibitions_are_kept_by_doing_nothing(name: str, empty: Plan) -> None:
    broken = {rule.id for rule in doctrine_named(name).rules if rule.hard and list(rule.check(empty))}
    assert broken == set(), "a wall that asks for something may make a season impossible: price it"


@pytest.mark.parametrize("wish", wishes(), ids=lambda wish: wish.id)
def test_a_wish_asks_for_something(wish: PlanRule) -> None:
    assert list(wish.check(plan(profile())))
