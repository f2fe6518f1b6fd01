"""plan-rules: all rules, one rule, a family; and a hint for a word that is none of them."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from cli.rules import main
from constraints.doctrine import doctrine_named

PUBLISHED = doctrine_named("reconciled").rules
FAMILIES = sorted({rule.family for rule in PUBLISHED})


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), terminal_width=80)


def flat(text: str) -> str:
    """The text without its line breaks and indents."""
    return " ".join(text.split())


def test_every_rule_is_listed_with_its_sentence_and_its_strength() -> None:
    result = run()
    assert (result.exit_code, result.stderr) == (0, "")
    said = flat(result.stdout)
    for rule in PUBLISHED:
        strength = "hard" if rule.hard else f"soft: tier {rule.tier}, weight {rule.weight}"
        assert f"{rule.id} {strength} {flat(rule.say())}" in said
    hard = sum(rule.hard for rule in PUBLISHED)
    assert said.endswith(f"{len(PUBLISHED)} rules: {hard} hard, {len(PUBLISHED) - hard} soft.")


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_is_listed_alone(family: str) -> None:
    result = run("--family", family)
    assert result.exit_code == 0
    listed = {rule.id for rule in PUBLISHED if f"  {rule.id}  " in result.stdout}
    assert listed == {rule.id for rule in PUBLISHED if rule.family == family}


@pytest.mark.parametrize("name", ["fresh_legs_for_key_runs", "weekly_category_sets", "days_away"])
def test_one_rule_tells_its_numbers_and_where_they_come_from(name: str) -> None:
    rule = next(rule for rule in PUBLISHED if rule.id == name)
    result = run(name)
    assert (result.exit_code, result.stderr) == (0, "")
    said = flat(result.stdout)
    assert said.startswith(f"{name} {rule.family}, ")
    assert flat(rule.say()) in said
    assert f"Mechanism: {', '.join(rule.guidance)}. Numbers: {', '.join(rule.because)}." in said
    for number in set(type(rule).model_fields) - {"tier", "weight", "because"}:
        assert number in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["fresh_legs_for_key_run"], "unknown rule 'fresh_legs_for_key_run'. Did you mean 'fresh_legs_for_key_runs'?"),
        (["--family", "spacng"], "unknown family 'spacng'. Did you mean 'spacing'?"),
        (["--doctrine", "reconsiled"], "unknown doctrine 'reconsiled'. Did you mean 'reconciled'?"),
        (["zzz"], "unknown rule 'zzz'. Allowed: "),
    ],
)
def test_an_unknown_word_is_refused_with_the_nearest_right_one(words: list[str], said: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(said)
    assert "Traceback" not in result.stderr
