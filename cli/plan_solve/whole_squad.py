"""plan-solve for a squad: solves the athletes of a folder in parallel. Unchanged athletes are skipped."""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cli.console import BAD_INPUT, BUG, FINE, LOST, NO_PLAN, OUT_OF_TIME, STOPPED, console, say, stoppable
from cli.pages import messages
from cli.squad.earlier import Earlier
from cli.squad.members import Member, members_of
from cli.squad.summary import STEM, write_summary
from cli.targets import refuse_folder, refuse_summary, refuse_target, source_for, write_plan
from profiles.reading.folders import is_folder, is_there
from profiles.visible import visible

if TYPE_CHECKING:
    from typing import Any

    from cli.squad.entry import Entry
    from solver.batch.job import JobEnd, Workers

CODES: Final = {
    "planned": FINE, "edited": FINE, "broken": NO_PLAN, "conflict": NO_PLAN, "bad profile": BAD_INPUT,
    "out of time": OUT_OF_TIME, "bug": BUG, "set aside": LOST,
}  # fmt: skip
"""Exit code for the state of an athlete; the command ends with the highest one."""


@dataclass(frozen=True)
class Asked:
    """How a squad is to be solved."""

    folder: Path
    workers: Callable[[int], Workers]
    """makes the workers, at most as many as the argument"""
    limit: float
    doctrine: str | None = None
    force: bool = False
    quiet: bool = False
    week: dt.date | None = None


@dataclass(frozen=True)
class _Waiting:
    """An athlete to solve; the number of weeks estimates how long that takes."""

    file: str
    weeks: int
    job: dict[str, Any]


def solve_squad(words: Sequence[str], asked: Asked) -> int:
    """Solve, write and show; returns the exit code. Raises BadInput if the arguments name no squad."""
    members = members_of(words, asked.folder, asked.doctrine)
    return _Squad(asked, members, whole=all(is_folder(word) for word in words)).solved()


class _Squad:
    def __init__(self, asked: Asked, members: Sequence[Member], *, whole: bool) -> None:
        """`whole`: the members are the whole squad, so other athletes have left it. Raises BadInput."""
        self.asked = asked
        self.whole = whole
        homes = {member.target.parent for member in members}
        self.home = homes.pop() if len(homes) == 1 else asked.folder
        self.members = {member.target.relative_to(self.home).as_posix(): member for member in members}
        self.summary = self.home / f"{STEM}{f'.{asked.doctrine}' if asked.doctrine else ''}.toml"
        refuse_folder(self.home)
        refuse_summary(self.summary, [member.path for member in members])
        folders = [os.path.dirname(os.path.realpath(member.path)) for member in members]  # noqa: PTH120
        self.profiles = os.path.relpath(os.path.commonpath(folders), self.home)
        self.earlier = Earlier(self.summary)
        self.earlier.refuse_another(self.profiles)
        self.entries: dict[str, Entry] = {}
        self.unchanged = 0
        self.told: set[str] = set()

    def solved(self) -> int:
        try:
            code = self._run(self._jobs())
        except KeyboardInterrupt:
            code = self._left_over("stopped", STOPPED)
        with stoppable("the plans that were done are written"):
            return self._finished(code)

    def _finished(self, code: int) -> int:
        known = {**self.earlier.entries, **self.entries}  # earlier entries for athletes that were not solved
        listed = self.members.keys() if self.whole else known.keys()
        entries = [known[file] for file, member in self.members.items() if file in known]
        entries = [entry for entry in entries if not entry.tiers or is_there(self.members[entry.file].target)]
        where = f"{visible(self.summary)}: "
        try:
            write_summary([known[file] for file in sorted(listed) if file in known], self.profiles, self.summary)
        except OSError as error:
            _complain(f"{visible(self.summary)}: cannot be written: {error.strerror}; choose another folder with -o")
            code, where = max(code, BAD_INPUT), ""
        if self.whole:
            self._tell_who_left()
        if self.asked.week:
            self._show_week(entries, self.asked.week)
        else:
            self._show_summary(entries, where)
        return max([code, *(CODES[entry.state] for entry in entries)])

    def _tell_who_left(self) -> None:
        for file in sorted(self.earlier.entries.keys() - self.members.keys()):
            if is_there(self.home / file):
                _complain(
                    f"{visible(self.home / file)}: the plan of an athlete who has left the squad; it is kept.", "yellow"
                )

    def _jobs(self) -> list[_Waiting]:
        """Athletes that must be solved, longest seasons first; the others get their entries here."""
        from cli.briefs import brief_at
        from cli.squad.athlete import job_for
        from cli.squad.entry import Entry
        from profiles.reading.problems import BadInput

        waiting = []
        for file, member in self.members.items():
            try:
                refuse_target(member.path, member.target)
                brief = brief_at(member.path, self.asked.doctrine)
            except BadInput as wrong:
                self._found(Entry(file=file, name=member.path.stem, state="bad profile", why=(str(wrong),)))
                continue
            known = None if self.asked.force else self.earlier.known(file, brief)
            if known is not None:
                self.unchanged += 1
                self._found(known)
            else:
                source = source_for(member.path, member.target)
                waiting.append(_Waiting(file, brief.profile.weeks, job_for(file, source, brief, self.asked.limit)))
        return sorted(waiting, key=lambda one: (-one.weeks, one.file))

    def _run(self, waiting: Sequence[_Waiting]) -> int:
        """Solve them; results before Ctrl-C, or before the workers are lost, are kept."""
        if not waiting:
            return FINE
        from cli.squad.athlete import solve_athlete
        from solver.batch.dispatch import run
        from solver.batch.job import WorkersGone

        jobs, workers = [(one.file, one.job) for one in waiting], self.asked.workers(len(waiting))
        try:
            with closing(run(jobs, solve_athlete, workers)) as outcomes, _progress(waiting) as progress:
                for outcome in outcomes:
                    self._take(outcome)
                    progress(self.entries[outcome.key])
        except WorkersGone as gone:
            return self._left_over(str(gone), LOST)
        except OSError as error:
            return self._left_over(
                f"{visible(error.filename or self.home)}: cannot be written: {error.strerror}", BAD_INPUT
            )
        return FINE

    def _left_over(self, why: str, code: int) -> int:
        left = len(self.members) - len(self.entries)
        how = " without --force" if self.asked.force else ""
        how = "choose another folder with -o" if code == BAD_INPUT else f"run it again{how} to continue"
        _complain(f"{why}; {left} of {len(self.members)} athletes are not solved: {how}.")
        return code

    def _take(self, outcome: JobEnd[tuple[dict[str, Any], str]]) -> None:
        from cli.squad.entry import Entry
        from solver.batch.job import Done, Failed, SetAside

        member, name = self.members[outcome.key], outcome.key
        match outcome:
            case Done(result=(said, text), seconds=seconds):
                entry = Entry.model_validate({**said, "seconds": round(seconds, 2)})
                if text and (aside := write_plan(text, member.target)):
                    _complain(messages.kept(member.target, aside), "yellow")
            case Failed(why=why):
                entry = Entry(file=name, name=member.path.stem, state="bug", why=(why,))
            case SetAside(why=why):
                entry = Entry(file=name, name=member.path.stem, state="set aside", why=(why,))
        self._found(entry)

    def _found(self, entry: Entry) -> None:
        """Store the entry; if there is no plan, print the reason at once."""
        self.entries[entry.file] = entry
        member = self.members[entry.file]
        if (
            said := _said(entry, member)
        ) is not None and said not in self.told:  # errors in squad.toml concern every athlete
            self.told.add(said)
            _complain(said)

    def _show_summary(self, entries: Sequence[Entry], where: str) -> None:
        from cli.pages.squad_lines import squad_lines
        from cli.paint.squad_tables import render_summary

        if not self.asked.quiet and entries:
            console().print(render_summary(squad_lines(entries)))
        say(f"{where}{self._last_line(entries)}")

    def _last_line(self, entries: Sequence[Entry]) -> str:
        plans = [entry for entry in entries if entry.tiers]
        unproven = sum(entry.proven < entry.tiers for entry in plans)
        proof = f"{unproven} not proven in every tier" if unproven else "every tier proven"
        how = f", {proof}, audited" if plans else ""
        return f"{len(plans)} of {len(self.members)} athletes have plans{how}; {self.unchanged} unchanged."

    def _show_week(self, entries: Sequence[Entry], date: dt.date) -> None:
        from cli.pages.gym_week import Visit, gym_week
        from cli.paint.squad_tables import render_week
        from cli.squad.entry import told_apart
        from profiles.reading.load import load_plan

        planned = [entry for entry in entries if entry.tiers]
        plans = [load_plan(self.members[entry.file].target) for entry in planned]
        monday = date - dt.timedelta(days=date.weekday())
        visits = [
            Visit(session, name, plan.season.days[session.date].half or "")
            for name, plan in zip(told_apart(planned), plans, strict=True)
            for session in plan.sessions
            if 0 <= (session.date - monday).days < 7
        ]
        console().print(render_week(gym_week(monday, visits)))


def _complain(text: str, style: str = "red") -> None:
    say(text, style, stderr=True)


def _said(entry: Entry, member: Member) -> str | None:
    """The message for an athlete without a plan, or with a plan that was edited."""
    if not CODES[entry.state]:
        return None
    path, target = visible(member.path), visible(member.target)
    match entry.state:
        case "bad profile":
            said = entry.why[0]
        case "conflict":
            said = messages.conflict(member.path, entry.name, entry.why)
        case "out of time":
            said = messages.out_of_time(member.path, entry.why[0])
        case "broken":
            more = f" and {len(entry.why) - 3} more" if len(entry.why) > 3 else ""
            return f"{target}: edited by hand, and no sound plan: {'; '.join(entry.why[:3])}{more}"
        case "set aside":
            said = f"{path}: set aside, because its worker process died twice ({entry.why[0]})"
        case _:
            said = messages.bug(member.path, entry.why[0])
    stays = f"\n{target} is an earlier plan and is kept." if is_there(member.target) else ""
    return said + stays


@contextmanager
def _progress(waiting: Sequence[_Waiting]) -> Iterator[Callable[[Entry], None]]:
    """Show a progress bar on stderr, if that is a terminal; the time left is estimated from weeks."""
    where = console(stderr=True)
    if not where.is_terminal:
        yield lambda _entry: None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    done: Counter[str] = Counter()
    weeks = {one.file: one.weeks for one in waiting}

    def said() -> str:
        failed = sum(number for state, number in done.items() if CODES[state]) - done["conflict"]
        conflicts = f", {done['conflict']} in conflict" if done["conflict"] else ""
        return f"{done.total()} of {len(waiting)}{conflicts}{f', {failed} failed' if failed else ''}"

    columns = (
        TextColumn("Planning"), BarColumn(), TextColumn("{task.fields[said]}"), TimeElapsedColumn(),
        TextColumn("left"), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=where, transient=True) as bar:
        task = bar.add_task("Planning", total=sum(weeks.values()), said=said())

        def show(entry: Entry) -> None:
            done[entry.state] += 1
            bar.update(task, advance=weeks[entry.file], said=said())

        yield show
