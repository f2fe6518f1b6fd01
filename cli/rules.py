"""plan-rules: every rule, in its own sentence, with its numbers and where they come from."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cli.console import BAD_INPUT, EXIT_CODES, ascii_only, console, fail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.box import Box
    from rich.console import Console

    from constraints.doctrine import PlanRule

EPILOG = f"""\b
Examples:
  plan-rules                            every rule of the reconciled doctrine
  plan-rules --family spacing           one family
  plan-rules fresh_legs_for_key_runs    one rule: why, numbers, sources

{EXIT_CODES}"""


def _rule_ids(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    from constraints.rules import RULES

    return [rule.id for rule in RULES if rule.id.startswith(incomplete)]


@click.command(epilog=EPILOG)
@click.argument("rule", required=False, shell_complete=_rule_ids)
@click.option("--family", metavar="NAME", help="Only the rules of a family, such as spacing or taper.")
@click.option("--doctrine", metavar="NAME", default="reconciled", show_default=True, help="Whose numbers.")
@click.version_option(package_name="runner-strength-planner")
def main(rule: str | None, family: str | None, doctrine: str) -> None:
    """Show the rules that plans are made by.

    A rule is hard (a wall that no plan breaks) or soft (priced in a tier; the tiers are solved in order).
    """
    from constraints.doctrine import doctrine_named, doctrine_names

    _known("doctrine", doctrine, doctrine_names())
    rules = doctrine_named(doctrine).rules
    out = console()
    if rule is not None:
        _known("rule", rule, [known.id for known in rules])
        _one(out, next(known for known in rules if known.id == rule))
        return
    if family is not None:
        _known("family", family, list(dict.fromkeys(known.family for known in rules)))
        rules = tuple(known for known in rules if known.family == family)
    _all(out, rules)


def _known(what: str, name: str, allowed: Sequence[str]) -> None:
    if name not in allowed:
        from difflib import get_close_matches

        near = get_close_matches(name, allowed, 1) or [known for known in allowed if known.startswith(name)]
        hint = f" Did you mean '{near[0]}'?" if near else ""
        fail(f"unknown {what} '{name}'.{hint} Allowed: {', '.join(allowed)}", BAD_INPUT)


def _all(out: Console, rules: Sequence[PlanRule]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    family = None
    for rule in rules:
        if rule.family != family:
            family = rule.family
            out.print(Text(f"\n{family}", style="bold"))
        out.print(
            Padding(Text.assemble((rule.id, "bold cyan"), "  ", (strength(rule), "dim")), (0, 0, 0, 2), expand=False)
        )
        out.print(Padding(Text(rule.say()), (0, 0, 0, 4), expand=False))
    hard = sum(rule.hard for rule in rules)
    out.print(f"\n{len(rules)} rules: {hard} hard, {len(rules) - hard} soft.")


def strength(rule: PlanRule) -> str:
    return "hard" if rule.hard else f"soft: tier {rule.tier}, weight {rule.weight}"


def _one(out: Console, rule: PlanRule) -> None:
    from rich.table import Table
    from rich.text import Text

    from constraints.document import meaning

    out.print(Text.assemble((rule.id, "bold cyan"), f"  {rule.family}, {strength(rule)}"))
    out.print(Text(rule.say()), "")
    out.print(Text((sys.modules[type(rule).__module__].__doc__ or "") + " " + (type(rule).__doc__ or "")), "")
    table = Table("number", "value", "meaning", box=_box(out))
    for name, field in type(rule).model_fields.items():
        if name not in ("tier", "weight", "because"):
            table.add_row(name, Text(str(getattr(rule, name))), meaning(field))
    if table.row_count:
        out.print(table)
    out.print(f"Mechanism: {', '.join(rule.guidance)}. Numbers: {', '.join(rule.because)}.", markup=False)


def _box(out: Console) -> Box:
    from rich import box

    return box.ASCII if ascii_only(out) else box.SIMPLE_HEAD
