"""The page of a plan as a value: its whole content, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cli.pages import words
from cli.pages.beside_sessions import CALENDAR, AddonDates, Cue, Topic, addon_dates, cues, topics
from cli.pages.card_rows import AND_MORE, EASY
from cli.pages.season_blocks import SeasonBlock, season_blocks
from cli.pages.season_head import SeasonHead, season_head
from cli.pages.session_cards import SessionCard
from cli.pages.shortfalls import Missed, Shortfalls, broken, shortfalls
from cli.pages.standing import standing
from cli.pages.tier_proof import TierProof, tier_proof
from constraints.knowledge.doctrine import DoctrineTables
from constraints.planning.judge import Verdict
from profiles.plan import Item, Plan

LOAD: Final = (
    "Choosing the load: 'reserve' is the number of reps you could still have done, cleanly, when you stop a set "
    "(reps in reserve, RIR). New to it? Begin light, stop with 2-3 in reserve, and add a little weight once the top "
    "of the rep range leaves more than that. Tempo is seconds down-pause-up; rest is after each set. Items marked "
    "with a letter (2a, 2b) are done in turn, with the rest after each round."
)
OPEN: Final = (
    "A reserve with + is that of bodyweight work whose most reps your profile does not say, or of a load that is light "
    "for you: leave at least so many, and more is no mistake."
)
EASED: Final = (
    "Where it says easy, do what is written and no more: you could do much more, and are not to. A weight that is "
    "yours to find is {percent} % less than usual then."
)
WEEKS: Final = (
    "From week to week: + means the next heavier load that you have, with the reps back at the bottom of their range. "
    "Where that is more than {most} % heavier, do two more reps a set first; where it is more than {refused} % "
    "heavier, stay, and lower it slower."
)
OVER: Final = (
    "More reps on a date than the range says: the next load that you have is more than {most} % heavier, and two more "
    "reps a set come first."
)
TEMPO: Final = (
    "Three numbers behind the reps of a date are its tempo: once the range is used up and no heavier load follows, "
    "fewer reps are done slower."
)
KILOGRAMS: Final = (
    "Kilograms follow from your lifts: a one-rep maximum estimated after Epley (1985), assumed to rise by {gain:g} % "
    "with each week of training. The load of a date leaves the printed reserve, or {spare} reps more at most; "
    "kilograms of dumbbells are those of one. An estimate is no test: take less where fewer reps are left."
)
STANDING: Final = "These go no further as they are: {said}."
ADVICE: Final = "This is training advice, not medicine. Stop what hurts; if pain stays or grows, see a professional."


@dataclass(frozen=True)
class Paragraph:
    says: str
    warning: bool = False


@dataclass(frozen=True)
class Page:
    """Texts are words for people; ids, places, dates and doses stay values beside them."""

    head: SeasonHead
    broken: tuple[Missed, ...]
    warnings: tuple[str, ...]
    """what the runner should know before anything else"""
    blocks: tuple[SeasonBlock, ...]
    addons: tuple[AddonDates, ...]
    cues: tuple[Cue, ...]
    proof: TierProof
    shortfalls: Shortfalls
    topics: tuple[Topic, ...]
    closing: tuple[Paragraph, ...]

    @property
    def cards(self) -> tuple[SessionCard, ...]:
        return tuple(card for block in self.blocks for card in block.cards)


def page_of(verdict: Verdict) -> Page:
    """The page of a plan that was judged."""
    plan = verdict.plan
    judges = {rule.id: rule for rule in verdict.brief.rules}
    tables = verdict.brief.doctrine.tables
    blocks = season_blocks(plan, judges, tables)
    return Page(
        head=season_head(plan),
        broken=broken(verdict, judges),
        warnings=tuple(_warnings(plan)),
        blocks=blocks,
        addons=addon_dates(plan),
        cues=cues(plan),
        proof=tier_proof(plan.header.tiers),
        shortfalls=shortfalls(verdict, judges),
        topics=topics(plan),
        closing=tuple(_closing(plan, blocks, tables)),
    )


def _warnings(plan: Plan) -> Iterator[str]:
    if hurt := [words.word(injury) for injury in plan.season.profile.injuries.current]:
        yield f"You have a current injury ({', '.join(hurt)}): see a professional before you start."
    yield from (words.printable(note.text) for note in plan.notes if note.topic == CALENDAR)


def _over(item: Item) -> bool:
    """Whether a date asks for more reps than the range says, at its usual tempo."""
    today, reps = item.today, item.dose.reps
    return bool(today and today.reps and not today.tempo and reps and today.reps > reps[1])


def _closing(plan: Plan, blocks: Sequence[SeasonBlock], tables: DoctrineTables) -> Iterator[Paragraph]:
    numbers = tables.progression
    reserves = {row.reserve for block in blocks for card in block.cards for row in card.rows}
    amounts = {said for block in blocks for card in block.cards for date in card.dates for said in date.amounts}
    easy = EASED.format(percent=numbers.ease_percent) if any(one.endswith(EASY) for one in reserves | amounts) else ""
    yield Paragraph(" ".join(filter(None, (LOAD, OPEN * any(one.endswith(AND_MORE) for one in reserves), easy))))
    days = [item.today for session in plan.sessions for item in session.main if item.today]
    if any(today.change == "more_load" and today.load_kg is None for today in days):
        yield Paragraph(WEEKS.format(most=numbers.most_percent, refused=numbers.refused_percent))
    elif any(_over(item) for session in plan.sessions for item in session.main):
        yield Paragraph(OVER.format(most=numbers.most_percent))
    if any(today.tempo for today in days):
        yield Paragraph(TEMPO)
    if plan.season.profile.lifts and any(today.load_kg for today in days):
        gain = numbers.estimate_gain_percent[plan.profile.athlete.experience]
        yield Paragraph(KILOGRAMS.format(gain=gain, spare=numbers.spare_reserve))
    if stands := standing(plan, tables.loads):
        yield Paragraph(STANDING.format(said="; ".join(stands)))
    yield Paragraph(ADVICE, warning=True)
