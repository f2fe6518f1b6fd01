"""Minimal conflicts, against every subset of the walls of small random models."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

import pytest

from solver import conflicts
from solver.conflicts import minimal_conflict
from solver.cpsat.assume import feasible, guilty
from solver.cpsat.model import Model
from solver.outcome import Disagreement

SEEDS = range(18)


@dataclass(frozen=True)
class Walls:
    """Walls on three numbers from 0 to 3; each name stands for a few upper limits of sums."""

    named: dict[str, tuple[tuple[tuple[int, ...], int], ...]]

    def model(self) -> Model:
        model = Model(named_walls=True)
        numbers = [model.integer(0, 3, f"n{index}") for index in range(3)]
        for turn in range(2):  # a name may be used again later
            for name, sums in self.named.items():
                for factors, limit in sums[turn : turn + 1]:
                    model.hold(model.total(numbers, factors) - limit, by=name)
        return model

    def can_be_kept(self, names: Iterable[str]) -> bool:
        sums = [one for name in names for one in self.named[name]]
        return any(
            all(sum(f * n for f, n in zip(factors, numbers, strict=True)) <= limit for factors, limit in sums)
            for numbers in product(range(4), repeat=3)
        )


def walls(seed: int) -> Walls:
    rng = random.Random(seed)  # noqa: S311  # a fixed seed on purpose
    return Walls(
        {
            f"wall_{index}": tuple(
                (tuple(rng.randint(-2, 2) for _ in range(3)), rng.randint(-2, 4)) for _ in range(rng.randint(1, 2))
            )
            for index in range(7)
        }
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_conflict_cannot_be_kept_and_each_part_of_it_can(seed: int) -> None:
    given = walls(seed)
    conflict = minimal_conflict(given.model())
    if given.can_be_kept(given.named):
        assert conflict == ()
        return
    assert not given.can_be_kept(conflict)
    assert conflict
    for size in range(len(conflict)):
        assert all(given.can_be_kept(part) for part in combinations(conflict, size))


@pytest.mark.parametrize("seed", SEEDS)
def test_names_stand_in_the_order_they_were_posted(seed: int) -> None:
    given = walls(seed)
    posted = list(given.model().walls)
    conflict = minimal_conflict(given.model())
    assert list(conflict) == [name for name in posted if name in conflict]


def test_the_random_walls_are_worth_explaining() -> None:
    conflicts = [minimal_conflict(walls(seed).model()) for seed in SEEDS]
    assert () in conflicts
    assert {1, 2} <= {len(conflict) for conflict in conflicts}


@pytest.mark.parametrize("seed", range(6))
def test_feasible_says_of_any_subset_whether_it_can_be_kept(seed: int) -> None:
    given = walls(seed)
    model = given.model()
    for size in (0, 1, 2, 4, 7):
        for names in combinations(model.walls, size):
            assert feasible(model, names) == given.can_be_kept(names)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_reported_walls_cannot_be_kept_together(seed: int) -> None:
    given = walls(seed)
    blamed = guilty(given.model(), given.named)
    if given.can_be_kept(given.named):
        assert blamed is None
    else:
        assert blamed is not None
        assert not given.can_be_kept(blamed)


def contradiction(names: Sequence[str]) -> Model:
    """The first name needs a low number and the last one a high one; the others do not matter."""
    model = Model(named_walls=True)
    number: Any = model.integer(0, 9, "number")
    for name in names:
        limit = {names[0]: number - 3, names[-1]: 5 - number}.get(name, number - 8)
        model.hold(limit, by=name)
    return model


@pytest.mark.parametrize("names", [("low", "idle", "high"), ("z", "m", "a"), ("low", "high")])
def test_walls_that_do_not_conflict_are_left_out(names: Sequence[str]) -> None:
    assert minimal_conflict(contradiction(names)) == (names[0], names[-1])


def test_a_wall_that_contradicts_itself_stands_alone() -> None:
    model = contradiction(["idle", "other"])
    model.hold(1, by="never")
    assert minimal_conflict(model) == ("never",)


def test_no_walls_are_no_conflict() -> None:
    assert minimal_conflict(Model(named_walls=True)) == ()


def test_a_reported_set_that_is_too_small_or_too_large_is_corrected(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("low", "idle", "high")
    for blamed in (frozenset[str](), frozenset({"low"}), frozenset(names)):
        monkeypatch.setattr(conflicts, "guilty", lambda _model, _walls, blamed=blamed: blamed)
        assert minimal_conflict(contradiction(names)) == ("low", "high")


def test_a_conflict_that_cp_sat_denies_without_presolve_is_a_disagreement(monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(model: Model, names: Sequence[str], *, presolve: bool = True) -> bool:
        return not presolve or feasible(model, names)

    monkeypatch.setattr(conflicts, "feasible", denied)
    with pytest.raises(Disagreement, match="whether low, high can be kept together"):
        minimal_conflict(contradiction(("low", "idle", "high")))
