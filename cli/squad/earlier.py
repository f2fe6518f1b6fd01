"""Reads the results of earlier runs of a squad to find unchanged athletes, including those with edited plans."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cli.squad.summary import read_summary
from profiles.reading.folders import is_folder

if TYPE_CHECKING:
    from cli.squad.entry import Entry
    from constraints.planning.brief import Brief

JUDGED: Final = ("planned", "edited", "broken")
"""States in which the file holds a plan that the entry describes."""


class Earlier:
    """The summary of the last run and the plans beside it."""

    def __init__(self, summary: Path) -> None:
        self.home = summary.parent
        self.profiles, self.entries = read_summary(summary)

    def refuse_another(self, profiles: str) -> None:
        """Raise BadInput if another squad, whose folder has the same name, has its plans here."""
        from profiles.reading.problems import BadInput, Problem

        theirs, ours = (Path(os.path.normpath(self.home / one)) for one in (self.profiles, profiles))
        related = theirs == ours or theirs in ours.parents or ours in theirs.parents
        if self.profiles and is_folder(theirs) and not related:
            message = f"the plans of {theirs} are there; choose another folder for those of {ours} with -o"
            raise BadInput(Problem(str(self.home), None, "", message))

    def known(self, file: str, brief: Brief) -> Entry | None:
        """The entry of an unchanged athlete: same profile, doctrine and program versions. Else None.

        A plan that was edited since is judged again; a plan that is not proven is solved again.
        """
        from cli.squad.stamp import hash_of, stamp_for, stamp_in
        from profiles.reading.load import load_header

        now, before = stamp_for(brief), self.entries.get(file)
        if before is not None and before.stamp != now:
            before = None
        if before is not None and before.state == "conflict":
            return before
        try:
            content = (self.home / file).read_bytes()
        except OSError:
            return None
        if before is not None and before.state in JUDGED and before.plan_hash == hash_of(content):
            return before if before.state in ("edited", "broken") or before.proven == before.tiers else None
        head = load_header(self.home / file)
        same = before is not None if head is None else stamp_in(head) == now and all(tier.proven for tier in head.tiers)
        return self._judged(file, brief, content, before) if same else None

    def _judged(self, file: str, brief: Brief, content: bytes, before: Entry | None) -> Entry:
        from cli.briefs import plan_at
        from cli.squad.entry import Entry, judged
        from cli.squad.stamp import hash_of
        from constraints.planning.judge import judge
        from profiles.reading.problems import BadInput

        try:
            plan, its_brief = plan_at(self.home / file)
            entry = judged(plan, judge(plan, its_brief), file, content)
        except BadInput as wrong:
            entry = Entry(file=file, name=brief.profile.athlete.name, state="broken", why=(str(wrong),))
            return entry.model_copy(update={"plan_hash": hash_of(content), "stamp": before.stamp if before else None})
        return entry.model_copy(update={"seconds": before.seconds}) if before is not None else entry
