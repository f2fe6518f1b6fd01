"""The comparison with the best known answer, with hand-written answers."""

from pathlib import Path

import pytest

from benchmarks.best import BEST, Best, Finding, compare, improved, load_best, save_best
from benchmarks.frozen_instances import group, instances
from benchmarks.measurements import Measured, TierFound


def tiers(*pairs: tuple[int, int]) -> tuple[TierFound, ...]:
    """Coverage, sessions, rhythm: value and bound."""
    names = ("coverage", "sessions", "rhythm")
    return tuple(
        TierFound(name=name, value=value, bound=bound) for name, (value, bound) in zip(names, pairs, strict=False)
    )


def solved(*pairs: tuple[int, int], seconds: float = 2) -> Measured:
    return Measured(status="solved", tiers=tiers(*pairs), seconds={"coverage": seconds})


KNOWN = Best(tiers((4, 4), (7, 7), (9, 5)), seconds=3)
SAME = solved((4, 4), (7, 7), (9, 5))
WHY = ("You pinned Monday.", "No session on Monday.")
STUCK = Best(infeasible=WHY, seconds=1)


def found(measured: Measured, known: Best | None = KNOWN) -> list[tuple[str, bool]]:
    """The first words of each finding, and whether it fails the run."""
    return [(one.says.partition(",")[0], one.regression) for one in compare("one", measured, known)]


def test_the_same_answer_says_nothing() -> None:
    assert found(SAME) == []


@pytest.mark.parametrize(
    ("now", "says", "regression"),
    [
        (solved((5, 5), (7, 7), (9, 5)), "coverage: worse", True),
        (solved((4, 4), (8, 8), (9, 5)), "sessions: worse", True),
        (solved((4, 4), (7, 7), (10, 5)), "rhythm: worse", True),
        (solved((4, 3), (7, 7), (9, 5)), "coverage: proof lost", True),
        (solved((4, 4), (7, 0), (9, 5)), "sessions: proof lost", True),
        (solved((3, 3), (7, 7), (9, 5)), "coverage: better", False),
        (solved((4, 4), (7, 7), (8, 5)), "rhythm: better", False),
        (solved((4, 4), (7, 7), (9, 9)), "rhythm: 9 is proven now; --update-best stores it", False),
        (solved((4, 4), (7, 7), (9, 4)), None, False),
    ],
)
def test_one_tier_differs(now: Measured, says: str | None, *, regression: bool) -> None:
    assert found(now) == ([] if says is None else [(says, regression)])


def test_later_tiers_are_ignored_after_a_difference() -> None:
    assert found(solved((3, 3), (70, 0), (90, 0))) == [("coverage: better", False)]
    assert found(solved((5, 5), (1, 0), (1, 0))) == [("coverage: worse", True)]


def test_a_lost_proof_hides_no_later_loss() -> None:
    assert found(solved((4, 3), (8, 8), (9, 5))) == [("coverage: proof lost", True), ("sessions: worse", True)]


def test_a_better_value_without_its_proof_still_loses_the_proof() -> None:
    assert found(solved((3, 2), (7, 7), (9, 5))) == [("coverage: proof lost", True), ("coverage: better", False)]


def test_a_value_below_a_proven_one_is_reported_as_what_it_is() -> None:
    (finding,) = compare("one", solved((3, 3), (7, 7), (9, 5)), KNOWN)
    assert "though that was proven" in finding.says
    (finding,) = compare("one", solved((4, 4), (7, 7), (8, 5)), KNOWN)
    assert "though that was proven" not in finding.says


@pytest.mark.parametrize(
    ("now", "known", "says"),
    [
        (Measured(status="infeasible", sentences=WHY), STUCK, None),
        (Measured(status="infeasible", sentences=WHY[:1]), STUCK, "is infeasible for another reason"),
        (Measured(status="infeasible", sentences=WHY), KNOWN, "has no plan any more"),
        (SAME, STUCK, "has a plan"),
        (Measured(status="failed", note="KeyError: 3"), KNOWN, "failed: KeyError: 3"),
        (Measured(status="failed", note="KeyError: 3"), None, "failed: KeyError: 3"),
        (Measured(status="out of time", note="rhythm"), KNOWN, "out of time: rhythm"),
        (SAME, None, "not in best.toml"),
        (solved((4, 4), (7, 7)), KNOWN, "has other tiers than stored: coverage"),
    ],
)
def test_how_it_ended_must_be_as_stored(now: Measured, known: Best | None, says: str | None) -> None:
    said = [(one.says, one.regression) for one in compare("one", now, known)]
    assert [regression for _, regression in said] == ([] if says is None else [True])
    assert says is None or said[0][0].startswith(says)


def test_the_best_only_gets_better() -> None:
    better, worse = solved((4, 4), (6, 6), (20, 20)), solved((4, 4), (8, 8), (1, 1))
    assert improved("one", better, KNOWN) == Best(better.tiers, (), 2)
    assert improved("one", worse, KNOWN) == KNOWN
    assert improved("one", worse, KNOWN, force=True) == Best(worse.tiers, (), 2)
    assert improved("one", SAME, None) == Best(SAME.tiers, (), 2)
    assert improved("one", Measured(status="failed"), None) is None
    assert improved("one", Measured(status="failed"), KNOWN, force=True) == KNOWN


def test_the_least_seconds_are_kept_where_the_answer_is_the_same() -> None:
    assert improved("one", SAME, KNOWN) == Best(KNOWN.tiers, (), 2)
    slower = solved((4, 4), (7, 7), (9, 5), seconds=30)
    assert improved("one", slower, KNOWN) == KNOWN


def test_a_lower_floor_of_an_unproven_tier_is_not_stored() -> None:
    assert improved("one", solved((4, 4), (7, 7), (9, 1)), KNOWN) == Best(KNOWN.tiers, (), 2)


def test_what_is_stored_comes_back(tmp_path: Path) -> None:
    best = {"weeks_016": KNOWN, "stuck": STUCK}
    save_best(best, tmp_path / "best.toml")
    assert load_best(tmp_path / "best.toml") == best
    assert load_best(tmp_path / "none.toml") == {}


def test_a_finding_names_its_instance() -> None:
    assert list(compare("weeks_016", SAME, None)) == [
        Finding("weeks_016", "not in best.toml; --update-best stores it", regression=True)
    ]


def test_every_instance_has_its_best_and_nothing_else_is_stored() -> None:
    assert set(load_best(BEST)) == set(instances())


def test_what_is_stored_is_an_answer() -> None:
    assert [
        f"{name}: store tiers or that it is infeasible, as its group says, no bound above its value, and its seconds"
        for name, known in load_best(BEST).items()
        if not bool(known.infeasible) == (group(name) == "infeasible") == (not known.tiers)
        or any(not 0 <= tier.bound <= tier.value for tier in known.tiers)
        or known.seconds <= 0
    ] == []
