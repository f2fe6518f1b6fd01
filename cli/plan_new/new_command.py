"""The command plan-new: asks for what the options leave out and writes a first profile."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import click

from cli.command import Command
from cli.console import BAD_INPUT, STOPPED, fail, say
from cli.plan_new.profile_text import STANDARD
from cli.plan_new.questions import (
    NONE,
    QUESTIONS,
    Question,
    contradictions_in,
    misfits,
    places,
    text_of,
)
from profiles.reading.folders import is_folder, is_there
from profiles.visible import visible

SCHEMA: Final = "profile.schema.json"

EPILOG = """\b
Examples:
  plan-new profiles/me.toml          ask a few questions, write a profile
  plan-new profiles/me.toml --yes    ask nothing: twelve weeks without a race
  plan-new profiles/me.toml --name Maya \\
      --race "Spring Marathon,2027-05-02,marathon,A" \\
      --runs "tue=intervals 60,thu=tempo 55,sun=long 110" \\
      --minutes "mon=45,tue=40,fri=45" --place "tue=gym" \\
      --equipment "home=mat,loop band,kettlebell 16" \\
      --equipment "gym=barbell,rack,bench"

\b
Exit codes:
  0    fine
  2    bad input, or a file that exists already: nothing is written
  130  stopped with Ctrl-C: nothing is written"""


def _options(command: Callable[..., None]) -> Callable[..., None]:
    for asked in reversed(QUESTIONS):
        default = f"  [default: {asked.default}]" if asked.default != NONE else ""
        command = click.option(
            asked.option, asked.field, type=asked.parse, metavar=asked.shape, multiple=asked.many,
            help=f"{asked.sentence}{' May be repeated.' if asked.many else ''}{default}",
            shell_complete=asked.complete,
        )(command)  # fmt: skip
    return command


@click.command(cls=Command, epilog=EPILOG)
@click.argument("path", type=click.Path(path_type=Path))
@_options
@click.option(
    "-y", "--yes", "--no-input", "silent", is_flag=True, help="Ask nothing: take defaults for what is left out."
)
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@click.version_option(package_name="runner-strength-planner")
def main(path: Path, *, silent: bool, force: bool, **options: Any) -> None:
    """Write a first profile to PATH.

    Asks on a terminal for what no option says. The file explains itself: each table says what may be written there.
    """
    from profiles.writing.files import write_text

    try:
        _refuse_to_overwrite(path, force=force)
        said = _said(options)
        _accept(text_of(said))  # before any question, so that no answers are lost
        if not silent:
            said = _asked(said) if _terminal() else _taken(said)
        text = text_of(said, schema=(path.parent / SCHEMA).is_file())
        _accept(text)
        _refuse_to_overwrite(path, force=force)
        write_text(text, path)
    except (click.Abort, KeyboardInterrupt):
        fail("\nStopped; nothing is written.", STOPPED)
    except OSError as error:
        fail(f"{visible(path)}: cannot be written: {error.strerror}", BAD_INPUT)
    say(f"{visible(path)}: written.\nNext: plan-solve {visible(shlex.quote(str(path)))}")


def _terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _refuse_to_overwrite(path: Path, *, force: bool) -> None:
    if is_folder(path):
        fail(f"{visible(path)}: this is a folder; name a file in it, such as {visible(path / 'me.toml')}", BAD_INPUT)
    if not force and is_there(path):
        fail(f"{visible(path)}: exists already and is kept; --force overwrites it", BAD_INPUT)


def _said(options: Mapping[str, Any]) -> dict[str, Any]:
    """The values of the options; options that were left out are missing."""
    said = {name: answer for name, answer in options.items() if answer not in (None, ())}
    for asked in QUESTIONS:
        if asked.many and asked.field in said:
            said[asked.field] = tuple(one for answer in said[asked.field] for one in answer)
    return said


def _is_open(asked: Question, said: Mapping[str, Any]) -> bool:
    """Whether to ask the question: the length of the season is not asked for if there is a race."""
    return bool(asked.label) and asked.field not in said and not (asked.field == "weeks" and said.get("races"))


def _taken(said: dict[str, Any]) -> dict[str, Any]:
    """Use defaults for all missing answers, and print which ones."""
    missing = [asked.option for asked in QUESTIONS if _is_open(asked, said)]
    if missing:
        note = f"No terminal to ask on, so these take their defaults: {', '.join(missing)}."
        say(note, stderr=True)
    return said


def _asked(said: dict[str, Any]) -> dict[str, Any]:
    """Ask for the missing answers; Enter takes the default."""
    for asked in QUESTIONS:
        if not _is_open(asked, said):
            continue
        click.secho(f"\n{asked.sentence}", dim=True, err=True)
        match asked.field:
            case "races":
                said = _asked_races(asked, said)
            case "equipment":
                said = {**said, asked.field: tuple((place, ()) for place in places(said))}
                for place in places(said):
                    default = ", ".join(STANDARD.get(place, ())) or NONE
                    said = _ask(asked, said, f"Equipment, {place}", default, f"{place}=")
            case _:
                said = _ask(asked, said, asked.label, asked.default)
    return said


def _asked_races(asked: Question, said: dict[str, Any]) -> dict[str, Any]:
    said = _ask(asked, {**said, "races": ()}, "Race", NONE)
    count = 0
    while count < len(said["races"]):
        count = len(said["races"])
        said = _ask(asked, said, "Another race", NONE)
    return said


def _ask(asked: Question, said: dict[str, Any], label: str, default: str, lead: str = "") -> dict[str, Any]:
    """Ask until the answer is consistent with the others; return all of them."""

    def fitting(text: str) -> dict[str, Any]:
        answer = asked.parse(lead + text)
        more = {**said, asked.field: said.get(asked.field, ()) + answer if asked.many else answer}
        if wrong := list(contradictions_in(text_of(more))):
            raise click.UsageError("\n".join(wrong))
        return more

    return click.prompt(label, default=default, value_proc=fitting, err=True)


def _accept(text: str) -> None:
    """Exit with all problems, before anything is written."""
    if wrong := list(misfits(text)) or list(contradictions_in(text)):
        fail("\n\n".join(wrong), BAD_INPUT)
