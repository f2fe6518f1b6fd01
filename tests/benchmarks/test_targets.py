"""Figures against their targets, on hand-written measurements."""

import datetime as dt
from typing import Any

import pytest

from benchmarks.measurements import Against, Machine, Measured, Result, TierFound, differing
from benchmarks.targets import Line, targets

MACHINE = Machine(system="Linux", processor="x86_64", cores=2, python="3.11.7")


def run(seconds: float, *, floor: int = 5, memory_mib: float = 100, wall_s: float = 0) -> Measured:
    """A solved instance whose coverage costs 5."""
    return Measured(
        status="solved", tiers=(TierFound(name="coverage", value=5, bound=floor),), memory_mib=memory_mib,
        seconds={"importing": 100, "reading": 100, "building": seconds / 2, "coverage": seconds / 2, "writing": 100},
        wall_s=wall_s,
    )  # fmt: skip


def result(**said: Any) -> Result:
    said["runs"] = {name: one if isinstance(one, tuple) else (one,) for name, one in said.get("runs", {}).items()}
    return Result(date=dt.date(2027, 1, 4), machine=MACHINE, **said)


def peer(status: Any, seconds: float, shortfall: int = 5, **said: Any) -> Against:
    tiers = (TierFound(name="coverage", value=shortfall, bound=0),)
    return Against(status=status, seconds=seconds, tiers=tiers, limit_s=40, **said)


def line(what: str, measured: Result) -> Line:
    (found,) = [one for one in targets(measured) if what in one.what]
    return found


def test_nothing_measured_is_neither_met_nor_missed() -> None:
    assert {one.met for one in targets(result())} == {None}
    assert {one.measured for one in targets(result())} == {"not measured"}


@pytest.mark.parametrize(("seconds", "met"), [((1.0, 9.0, 0.8), True), ((1.01, 9.0, 1.0), False)])
def test_the_whole_command_is_judged_by_its_median(seconds: tuple[float, ...], *, met: bool) -> None:
    found = line("plan-solve", result(floor_s=(0.5, 0.4, 0.6), command_s={"me": seconds}))
    assert (found.measured, found.met) == (f"{sorted(seconds)[1] / 0.5:.2f}x", met)


@pytest.mark.parametrize(("year", "met"), [(7.2, True), (7.3, False)])
def test_growth_is_judged_without_start_and_writing(year: float, *, met: bool) -> None:
    found = line("52 weeks / 16", result(runs={"weeks_016": run(2), "weeks_052": run(year)}))
    assert (found.measured, found.met) == (f"{year / 2:.2f}x", met)


def test_growth_without_proof_is_missed() -> None:
    found = line("104 weeks", result(runs={"weeks_052": run(2), "weeks_104": run(2, floor=4)}))
    assert (found.measured, found.met) == ("1.00x, not all proven", False)


def test_the_quickest_peer_with_proof_counts() -> None:
    peers = {"slow": peer("proven", 30), "quick": peer("proven", 16), "unproven": peer("found", 0.1)}
    found = line("best peer", result(runs={"me": run(2)}, peers={"me": peers}))
    assert (found.measured, found.met) == ("0.12", False)


def test_a_peer_out_of_time_took_at_least_its_limit() -> None:
    found = line("best peer", result(runs={"me": run(2)}, peers={"me": {"slow": peer("out of time", 41)}}))
    assert (found.measured, found.met) == ("below 0.05: all out of time", True)


def test_a_plan_without_proof_at_the_limit_is_out_of_time_and_an_early_one_no_rival() -> None:
    late, early = peer("found", 39.5), peer("found", 0.1)
    found = line("best peer", result(runs={"me": run(2)}, peers={"me": {"late": late, "early": early}}))
    assert found.measured == "below 0.05: all out of time"
    assert line("best peer", result(runs={"me": run(2)}, peers={"me": {"early": early}})).met is None


def test_a_peer_that_failed_is_no_evidence() -> None:
    found = line("best peer", result(runs={"me": run(2)}, peers={"me": {"broken": peer("failed", 1)}}))
    assert found.met is None


@pytest.mark.parametrize(("theirs", "met"), [(5, True), (4, False)])
def test_an_unproven_plan_is_held_against_ours(theirs: int, *, met: bool) -> None:
    peers = {"greedy": peer("found", 1, theirs, breaches=3)}
    found = line("shortfall", result(runs={"me": run(2)}, peers={"me": peers}))
    assert (found.measured, found.met) == (f"5 / {theirs}; breaches 0 / 3", met)


def test_memory_is_the_most_that_any_run_took() -> None:
    runs = {"one": (run(1, memory_mib=90), run(1, memory_mib=251)), "two": run(1)}
    found = line("memory", result(runs=runs))
    assert (found.measured, found.met) == ("251 MiB", False)


def test_tiers_without_proof_are_counted_and_so_is_what_has_no_plan() -> None:
    fine = {"one": run(1), "stuck": Measured(status="infeasible", sentences=("No.",))}
    assert line("not proven", result(runs=fine)).measured == "0 in 1 instances"
    assert line("not proven", result(runs=fine)).met is True
    lost = {**fine, "two": run(1, floor=3), "late": Measured(status="out of time")}
    found = line("not proven", result(runs=lost))
    assert (found.measured, found.met) == ("1 in 3 instances, 1 without a plan", False)


def test_the_typical_run_is_the_middle_one() -> None:
    runs = {"one": tuple(run(wall, wall_s=wall) for wall in (5, 1, 3)), "two": (run(2, wall_s=2), run(1, wall_s=1))}
    assert {name: one.wall_s for name, one in result(runs=runs).typical.items()} == {"one": 3, "two": 2}


def test_runs_that_end_otherwise_are_found() -> None:
    failed = Measured(status="failed", note="killed")
    assert differing({"one": (run(1), run(2), failed)}) == ()
    assert differing({"one": (run(1), run(1, floor=4)), "two": (run(1),)}) == ("one",)


def test_a_result_comes_back_as_it_was_stored() -> None:
    stored = result(
        floor_s=(0.5,), runs={"me": run(1)}, command_s={"me": (1.5,)}, peers={"me": {"slow": peer("proven", 3)}}
    )
    assert Result.model_validate_json(stored.model_dump_json()) == stored
