"""The command plan-rules: shows every rule with its sentence, its numbers and their sources."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import click

from cli.command import Command
from cli.console import BAD_INPUT, EXIT_CODES, console, fail, unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from constraints.knowledge.doctrine import Doctrine
    from constraints.model.plan_rule import PlanRule

EPILOG = f"""\b
Examples:
  plan-rules                            every rule of the reconciled doctrine
  plan-rules --family spacing           one family
  plan-rules fresh_legs_for_key_runs    one rule: why, numbers, facts
  plan-rules SCH-04                     one fact, and where it is at work
  plan-rules --doctrines                what each doctrine says
  plan-rules --guidance                 the guides, counted by section
  plan-rules --doctrine gym             the rules as one guide has them
  plan-rules --templates                sessions of the guides to start from

{EXIT_CODES}"""


def _subjects(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    from constraints.knowledge.guidance import facts
    from constraints.rules.every_rule import RULES

    return [name for name in (*(rule.id for rule in RULES), *facts()) if name.startswith(incomplete)]


def _doctrines(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    from constraints.knowledge.doctrine import doctrine_names

    return [name for name in doctrine_names() if name.startswith(incomplete)]


@click.command(cls=Command, epilog=EPILOG)
@click.argument("subject", metavar="[RULE|FACT]", required=False, shell_complete=_subjects)
@click.option("--family", metavar="NAME", help="Only the rules of a family, such as spacing or taper.")
@click.option("--doctrine", metavar="NAME", default="reconciled", show_default=True, shell_complete=_doctrines,
              help="Whose numbers.")  # fmt: skip
@click.option("--doctrines", is_flag=True, help="List the doctrines instead.")
@click.option("--templates", is_flag=True, help="List the sessions that one of yours may start from.")
@click.option("--guidance", is_flag=True, help="Show instead how much of the guides is at work.")
@click.version_option(package_name="runner-strength-planner")
def main(
    subject: str | None, family: str | None, doctrine: str, *, doctrines: bool, templates: bool, guidance: bool
) -> None:  # fmt: skip
    """Show the rules that plans are made by, and the facts of the guides behind them.

    A rule is hard (a wall that no plan breaks) or soft (priced in a tier; the tiers are solved in order).
    """
    from cli.pages.doctrine_lines import doctrine_lines, template_lines
    from cli.pages.guide_facts import guide_fact, section_counts
    from cli.paint.facts import render_coverage, render_fact, render_lines
    from constraints.knowledge.doctrine import doctrine_named, doctrine_names

    _known("doctrine", doctrine, doctrine_names())
    published = doctrine_named(doctrine)
    rules = published.rules
    out = console()
    if guidance:
        out.print(render_coverage(section_counts()))
    elif doctrines:
        out.print(render_lines(doctrine_lines()))
    elif templates:
        out.print(render_lines(template_lines()))
    elif subject is not None and re.match(r"[a-z]{3}-\d", subject, re.IGNORECASE):
        from constraints.knowledge.guidance import fact_id, facts

        fact = fact_id(subject.lower()).upper()
        _known("fact", fact, tuple(facts()))
        out.print(render_fact(guide_fact(fact)))
    elif subject in doctrine_names():
        fail(f"'{subject}' is a doctrine; its rules: plan-rules --doctrine {subject}", BAD_INPUT)
    elif subject in {known.family for known in rules}:
        fail(f"'{subject}' is a family of rules; to list it: plan-rules --family {subject}", BAD_INPUT)
    elif subject is not None:
        _known("rule", subject, [known.id for known in rules])
        _one(out, next(known for known in rules if known.id == subject), published)
    else:
        if family is not None:
            _known("family", family, list(dict.fromkeys(known.family for known in rules)))
            rules = tuple(known for known in rules if known.family == family)
        _all(out, rules)


def _known(what: str, name: str, allowed: Sequence[str]) -> None:
    if name not in allowed:
        fail(unknown(what, name, allowed), BAD_INPUT)


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


def _one(out: Console, rule: PlanRule, doctrine: Doctrine) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from cli.pages.guide_facts import cited_facts
    from cli.paint.facts import render_facts
    from constraints.knowledge.rules_page import meaning

    out.print(Text.assemble((rule.id, "bold cyan"), f"  {rule.family}, {strength(rule)}"))
    out.print(Text(rule.say()), "")
    out.print(Text((sys.modules[type(rule).__module__].__doc__ or "") + " " + (type(rule).__doc__ or "")), "")
    table = Table("number", "value", "meaning", box=box.SIMPLE_HEAD)
    for name, field in type(rule).model_fields.items():
        if name not in ("tier", "weight", "because"):
            table.add_row(name, Text(_told(getattr(rule, name))), meaning(field))
    if table.row_count:
        out.print(table)
    inherited = doctrine.tables.extends and rule.id not in doctrine.own
    under = f", as {doctrine.tables.extends} has them" if inherited else ""
    out.print(f"Mechanism: {', '.join(rule.guidance)}. Numbers: {', '.join(rule.because)}{under}.", "", markup=False)
    out.print(render_facts(cited_facts((*rule.guidance, *rule.because))))


def _told(value: object) -> str:
    match value:
        case dict():
            return "\n".join(f"{_told(key)}: {_told(number)}" for key, number in value.items())
        case tuple():
            return ", ".join(map(_told, value))
        case _:
            return str(value)
