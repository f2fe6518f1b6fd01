"""What holds for every rule, present and future; the test that fails says what was forgotten."""

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

every_class = pytest.mark.parametrize("rule", [*RULES, *WISHES], ids=lambda rule: rule.id)
every_doctrine = pytest.mark.parametrize("name", doctrine_names())


def wishes() -> tuple[PlanRule, ...]:
    pins = [f"{day('wed')} B", str(day("sat"))]
    rules = brief_for(profile(strength={"at_least": 2, "pins": pins})).rules
    return tuple(rule for rule in rules if isinstance(rule, WISHES))


NUMBERED = [
    *(pytest.param(rule, id=f"{name}.{rule.id}") for name in doctrine_names() for rule in doctrine_named(name).rules),
    *(pytest.param(wish, id=wish.id) for wish in wishes()),
]
every_numbered_rule = pytest.mark.parametrize("rule", NUMBERED)


def module_of(rule: type[PlanRule]) -> ModuleType:
    return sys.modules[rule.__module__]


def numbers_of(rule: type[PlanRule]) -> dict[str, Any]:
    """The fields that are a rule's own."""
    return {name: field for name, field in rule.model_fields.items() if name not in Rule.model_fields}


def raw(name: str) -> dict[str, Any]:
    text = resources.files("constraints.knowledge").joinpath(f"doctrines/{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


# ---- one name everywhere


@every_class
def test_module_class_and_id_bear_one_name(rule: type[PlanRule]) -> None:
    assert re.fullmatch(r"[a-z]+(_[a-z0-9]+)*", rule.id)
    assert rule.__name__ == "".join(word.capitalize() for word in rule.id.split("_"))
    assert rule.__module__ == f"constraints.rules.{rule.family}.{rule.id}"
    assert Path(inspect.getfile(rule)) == FOLDER / rule.family / f"{rule.id}.py"


@every_class
def test_its_test_file_bears_its_name_and_shows_it_kept_and_broken(rule: type[PlanRule]) -> None:
    shown = TESTS / rule.family / f"test_{rule.id}.py"
    assert shown.is_file(), f"write {shown.relative_to(TESTS.parent)}"
    body = ast.parse(shown.read_text(encoding="utf-8")).body
    tests = [part.name for part in body if isinstance(part, ast.FunctionDef) and part.name.startswith("test_")]
    assert len(tests) >= 2, "one plan that keeps it, one that breaks it"


@every_class
def test_its_table_bears_its_name(rule: type[PlanRule]) -> None:
    tables = [name for name in doctrine_names() if rule.id in raw(name)["rules"]]
    if rule in WISHES:
        assert tables == [], "the numbers of a wish are the runner's"
    else:
        assert tables, f"give [rules.{rule.id}] its numbers in a doctrine"


def test_every_module_of_a_family_is_listed_as_a_rule() -> None:
    families = [folder for folder in FOLDER.iterdir() if folder.is_dir() and folder.name != "__pycache__"]
    modules = {f"{file.parent.name}.{file.stem}" for family in families for file in family.glob("*.py")}
    assert {name for name in modules if not name.endswith("__init__")} == {
        f"{rule.family}.{rule.id}" for rule in (*RULES, *WISHES)
    }


def test_every_test_file_of_a_family_belongs_to_a_rule() -> None:
    families = {rule.family for rule in (*RULES, *WISHES)}
    files = {f"{file.parent.name}.{file.stem}" for family in families for file in (TESTS / family).glob("*.py")}
    assert files - {f"{rule.family}.test_{rule.id}" for rule in (*RULES, *WISHES)} == set()


def test_no_rule_is_listed_twice_and_no_two_share_a_name() -> None:
    ids = [rule.id for rule in (*RULES, *WISHES)]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("family", sorted({rule.family for rule in (*RULES, *WISHES)}))
def test_each_family_says_what_it_is_about(family: str) -> None:
    assert (sys.modules[f"constraints.rules.{family}"].__doc__ or "").endswith(".")


def test_the_rules_of_a_family_stand_together() -> None:
    in_order = [rule.family for rule in RULES]
    runs = [family for at, family in enumerate(in_order) if at == 0 or in_order[at - 1] != family]
    assert len(runs) == len(set(runs))


# ---- what it says to people


@every_class
def test_the_module_states_the_desired_state_and_the_class_says_why(rule: type[PlanRule]) -> None:
    states, why = module_of(rule).__doc__ or "", vars(rule).get("__doc__") or ""
    assert states.strip(), "the module has no docstring"
    assert why.strip(), "the class has no docstring of its own"
    assert re.fullmatch(r"[A-Z][^\n.]*\.", states), "one sentence on one line"
    assert why.strip().endswith(".")
    assert states.strip() != why.strip()


@every_class
def test_the_sentence_mentions_each_number_and_nothing_else(rule: type[PlanRule]) -> None:
    mentioned = {name for _, name, _, _ in Formatter().parse(rule.sentence) if name is not None}
    assert mentioned <= set(numbers_of(rule))
    numeric = {
        name for name, field in numbers_of(rule).items() if re.search(r"\bint\b|\bfloat\b", str(field.annotation))
    }
    assert numeric <= mentioned, f"the sentence leaves out {numeric - mentioned}"


@every_numbered_rule
def test_the_sentence_can_be_said(rule: PlanRule) -> None:
    said = rule.say()
    assert re.fullmatch(r"[A-Z][^\n{}]*\.", said)
    assert "  " not in said
    assert "None" not in said
    for name, field in numbers_of(type(rule)).items():
        if field.annotation is int:
            assert str(getattr(rule, name)) in said


def test_no_two_rules_say_the_same() -> None:
    said = [rule.sentence for rule in (*RULES, *WISHES)]
    assert len(said) == len(set(said))


# ---- its numbers


@every_class
def test_each_number_is_described_and_has_no_default(rule: type[PlanRule]) -> None:
    for name, field in numbers_of(rule).items():
        assert field.is_required(), f"{name} has a default; numbers live in doctrines"
        assert field.description, f"{name} has no description"


@every_class
def test_each_whole_number_is_bounded(rule: type[PlanRule]) -> None:
    for name, field in numbers_of(rule).items():
        if field.annotation is int:
            low: list[Any] = [bound.ge for bound in field.metadata if isinstance(bound, Ge)]
            high: list[Any] = [bound.le for bound in field.metadata if isinstance(bound, Le)]
            assert len(low) == len(high) == 1, f"{name} needs ge and le"
            assert low < high


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


@every_class
def test_the_mechanism_is_cited(rule: type[PlanRule]) -> None:
    assert isinstance(rule.guidance, tuple)
    assert rule.guidance
    assert [source for source in rule.guidance if misquoted(source)] == []
    assert len(set(rule.guidance)) == len(rule.guidance)


@every_numbered_rule
def test_the_numbers_are_cited(rule: PlanRule) -> None:
    assert [source for source in rule.because if source not in WORDS and misquoted(source)] == []
    assert len(set(rule.because)) == len(rule.because)


@every_doctrine
def test_a_published_number_is_never_blamed_on_a_profile(name: str) -> None:
    assert [rule.id for rule in doctrine_named(name).rules if "profile" in rule.because] == []


@every_doctrine
def test_each_tier_of_a_rule_is_one_of_the_doctrine(name: str) -> None:
    published = doctrine_named(name)
    assert {rule.tier for rule in published.rules} - {None} <= set(published.tables.tiers)
    assert len(set(published.tables.tiers)) == len(published.tables.tiers)


@every_doctrine
def test_each_table_of_a_doctrine_is_a_rule(name: str) -> None:
    """A doctrine that extends another holds only its own."""
    tables, rules = set(raw(name)["rules"]), {rule.id for rule in doctrine_named(name).rules}
    assert tables <= rules
    assert tables == rules or "extends" in raw(name)


@every_doctrine
def test_a_wall_states_no_weight(name: str) -> None:
    tables = raw(name)["rules"]
    assert [rule for rule, table in tables.items() if "weight" in table and "tier" not in table] == []


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


@every_numbered_rule
def test_a_miss_of_a_wall_is_free_and_of_a_quota_costs_its_weight(rule: PlanRule) -> None:
    missed = rule.missed("here", 3)
    assert (missed.rule, missed.at, missed.amount, missed.tier) == (rule.id, "here", 3, rule.tier)
    assert missed.price == (0 if rule.hard else 3 * rule.weight)
    assert 1 <= rule.weight <= 100


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


@every_class
def test_post_and_check_share_no_helper(rule: type[PlanRule]) -> None:
    assert helpers(rule, "post") & helpers(rule, "check") == set()


@every_class
def test_neither_half_uses_the_other(rule: type[PlanRule]) -> None:
    assert helpers(rule, "post").isdisjoint(HALVES["check"])
    assert helpers(rule, "check").isdisjoint(HALVES["post"])


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
