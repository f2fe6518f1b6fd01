"""A block's search begins with the sessions of the block before, the first one with the fewest sets."""

from __future__ import annotations

from constraints.model.decisions import Decisions
from constraints.model.domain import Domain
from constraints.model.hints import start_of
from constraints.model.past import Past
from constraints.planning.brief import brief_for
from profiles.plan import Session
from solver.cpsat.model import Model
from writing import CORE, LEGS, UPPER, day, plan, profile, session

WHO = profile(weeks=4)
SEASON = plan(WHO, phases=[("base", 2), ("build", 2)]).season
FIRST = [session(day("tue", week), LEGS, CORE) for week in (1, 2)] + [session(day("fri"), UPPER, slot="B")]


def hints(past: list[Session]) -> dict[str, int]:
    """What the second block's search begins with, by the names of its variables."""
    brief = brief_for(WHO)
    model = Model()
    domain = Domain(
        slots={2: ("A", "B", "C")},
        days=frozenset(SEASON.days),
        options={2: brief.doctrine.options(WHO, "build")},
        sets={2: 3},
    )
    x = Decisions(model, SEASON, SEASON.blocks[1:], domain, brief.doctrine.tables.session, Past(past))
    return {model.cp.proto.variables[index].name: value for index, value in start_of(x, past).items()}


def test_the_first_block_begins_with_two_sessions_of_the_fewest_sets() -> None:
    begun = hints([])
    assert set(begun.values()) == {0}
    assert {name for name in begun if not name.endswith(".more")} == {
        "b2.A.supersets", "b2.B.supersets", "b2.C.supersets", "b2.C.used",
    }  # fmt: skip
    assert "b2.A.plank.hold.more" in begun


def test_days_main_lifts_and_slots_are_those_of_the_block_before() -> None:
    begun = {name for name, value in hints(FIRST).items() if value}
    assert {name for name in begun if name.startswith("w")} == {
        "w03.A.Tue", "w04.A.Tue", "w03.B.Fri", "w04.B.Fri",
    }  # fmt: skip
    assert {name for name in begun if name.startswith("b2.A")} == {"b2.A.used", "b2.A.goblet_squat.moderate"}
    assert {name for name in begun if name.startswith("b2.B")} == {"b2.B.used", "b2.B.bench_press.moderate"}
    assert not any(name.startswith("b2.C") for name in begun)


def test_the_hint_leaves_out_days_and_slots_that_were_not_used() -> None:
    begun = hints(FIRST)
    assert begun["b2.C.used"] == begun["w03.A.Wed"] == begun["b2.A.goblet_squat.heavy"] == 0


def test_the_hint_says_nothing_of_accessories_and_of_lifts_that_were_not_done() -> None:
    assert hints(FIRST).keys().isdisjoint({"b2.A.plank.hold", "b2.A.bench_press.moderate"})


def test_only_the_block_before_counts() -> None:
    older = [one.model_copy(update={"block": 0}) for one in FIRST]
    newer = [session(day("wed"), UPPER)]
    assert hints(older + newer) == hints(newer)
