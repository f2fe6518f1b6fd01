"""The tables of a run, on hand-written measurements, as a pipe of 80 columns shows them."""

import datetime as dt
import io

from rich.console import Console

from benchmarks.best import Best, Finding
from benchmarks.measurements import Against, Machine, Measured, Result, Size, TierFound
from benchmarks.render import render

TIERS = ("coverage", "sessions", "rhythm", "addons", "exercises")
MACHINE = Machine(system="Linux", processor="x86_64", cores=2, python="3.11.7")


def measured(*costs: tuple[int, int]) -> Measured:
    return Measured(
        status="solved", weeks=104, blocks=40, wall_s=12, memory_mib=123.4,
        tiers=tuple(TierFound(name=name, value=value, bound=bound)
                    for name, (value, bound) in zip(TIERS, costs, strict=True)),
        seconds={"importing": 0.5, "reading": 0.25, "building": 1, **dict.fromkeys(TIERS, 2.0), "audit": 0.2,
                 "writing": 0.05},
        largest=Size(variables=1299, constraints=2801, terms=16995),
        total=Size(variables=104638, constraints=210297, terms=1058182),
    )  # fmt: skip


ME = measured((1042, 1042), (133, 131), (112, 112), (10, 10), (12026, 12001))
STUCK = Measured(status="infeasible", weeks=8, sentences=("No session on race day.",), wall_s=1.5)
RESULT = Result(
    date=dt.date(2027, 1, 4),
    machine=MACHINE,
    floor_s=(0.6, 0.5, 0.4),
    runs={"me": (ME,), "infeasible_pin_before_race": (STUCK,), "broken": (Measured(status="failed", note="KeyError"),)},
    command_s={"me": (1.2, 0.9)},
    peers={
        "me": {
            "greedy": Against(status="found", says="A [greedy] scheduler.", seconds=0.1, breaches=7, limit_s=224,
                              tiers=(TierFound(name="coverage", value=2000, bound=0),)),
            "textbook": Against(status="out of time", says="CP-SAT.", seconds=224, limit_s=224, note="in coverage"),
        }
    },
)  # fmt: skip
BEST = {"me": Best(ME.tiers, seconds=5.6)}
FINDINGS = (Finding("broken", "failed: KeyError", regression=True), Finding("me", "better", regression=False))


def shown() -> list[str]:
    console = Console(file=io.StringIO(), width=80, color_system=None, highlight=False)
    with console.capture() as capture:
        console.print(render(RESULT, BEST, FINDINGS))
    return [line.rstrip() for line in capture.get().splitlines()]


def table(title: str) -> dict[str, list[str]]:
    """The rows of a table by their first word."""
    lines = shown()
    begun = next(number for number, line in enumerate(lines) if line.startswith(title)) + 2
    ended = lines.index("", begun)
    return {line.split()[0]: line.split()[1:] for line in lines[begun:ended]}


def test_it_fits_80_columns() -> None:
    assert max(map(len, shown())) <= 80


def test_sizes_name_the_largest_block_and_the_sum() -> None:
    row = table("Models")["me"]
    assert "".join(row) == "104401299/1046382801/21029716995/1058182"


def test_every_instance_has_one_line_in_every_table() -> None:
    for title in ("Models", "Seconds in", "Whole process"):
        assert list(table(title)) == list(RESULT.runs)


def test_stages_are_in_their_columns() -> None:
    assert table("Seconds in")["me"] == ["1.00", *["2.00"] * 5, "0.20"]
    assert table("Seconds in")["broken"] == ["-"] * 7


def test_ratios_are_to_the_floor_and_to_the_best() -> None:
    rows = table("Whole process; the floor is 0.50 s (median of 3)")
    assert rows["me"] == ["solved", "12.00", "24.00", "0.75", "11.20", "2.00", "123"]
    assert rows["broken"][0] == "failed"


def test_what_is_not_proven_shows_its_floor() -> None:
    assert " ".join(table("Cost of each")["me"]) == "1042 133 > 131 112 10 12026 > 12001"


def test_peers_are_shown_beside_our_result() -> None:
    rows = table("Peers on me, each within 224 s")
    assert rows["ours"] == ["found", "11.20", "1.00", "1042", "0"]
    assert rows["greedy"] == ["found", "0.10", "0.01", "2000", "7"]
    assert " ".join(rows["textbook"]) == "out of time 224.00 20.00 - 0"
    assert {"greedy: A [greedy] scheduler.", "textbook: CP-SAT. (in coverage)"} <= set(shown())


def test_targets_are_judged_and_regressions_come_last() -> None:
    lines = shown()
    (whole,) = [line for line in lines if line.startswith("whole plan-solve")]
    assert whole.split()[-3:] == ["2x", "2.10x", "MISSED"]
    assert [line for line in lines if line][-2:] == ["note: me: better", "FAIL: broken: failed: KeyError"]


def test_a_run_that_measured_nothing_does_not_claim_that_nothing_differs() -> None:
    console = Console(file=io.StringIO(), width=80)
    with console.capture() as capture:
        console.print(render(Result(date=dt.date(2027, 1, 4), machine=MACHINE), {}, ()))
    assert "No instance was measured." in capture.get()
    assert "Nothing differs" not in capture.get()
