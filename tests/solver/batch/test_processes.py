"""Worker processes of this machine: results equal those of a plain loop, and no process is left behind."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

import batch_tasks
from batch_tasks import NUMBERS, batch, looped, results
from dask_processes import PATIENCE_S, path_to_all
from solver.batch.job import Failed, SetAside
from solver.batch.processes import Local


def is_running(process: int) -> bool:
    """Whether a process is running; a zombie is not."""
    try:
        os.kill(process, 0)
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except ProcessLookupError:
        return False
    except FileNotFoundError:
        return not Path("/proc/self/stat").exists()


def assert_ended(processes: Iterable[int]) -> None:
    """Assert that the processes end within some seconds."""
    begun = time.monotonic()
    for process in processes:
        while is_running(process):
            assert time.monotonic() - begun < PATIENCE_S, f"{process} is still there"
            time.sleep(0.01)


@pytest.fixture
def local() -> Iterator[Local]:
    with closing(Local(2)) as workers:
        yield workers


def both_pids(executor: Executor, folder: Path) -> set[int]:
    """The ids of two workers that are busy at the same time."""
    return set(executor.map(batch_tasks.meet, [(str(folder), 2)] * 2, timeout=PATIENCE_S))


def test_results_of_processes_equal_those_of_a_plain_loop(local: Local) -> None:
    assert results(batch(NUMBERS, batch_tasks.square, local)) == looped(NUMBERS, batch_tasks.square)


def test_jobs_are_done_by_as_many_other_processes_as_asked_for(local: Local, tmp_path: Path) -> None:
    jobs = [(str(number), (str(tmp_path), 2)) for number in range(20)]
    pids = set(results(batch(jobs, batch_tasks.meet, local)).values())
    assert len(pids) == 2
    assert os.getpid() not in pids


def test_workers_are_new_processes_and_no_copies_of_this_one(local: Local, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch_tasks, "SET_BY_A_TEST", True)
    assert batch_tasks.sees_what_a_test_set()
    assert not local.open().submit(batch_tasks.sees_what_a_test_set).result(PATIENCE_S)


def test_a_task_that_raises_in_a_worker_fails_only_its_own_job(local: Local) -> None:
    found = batch(NUMBERS, batch_tasks.square_of_even, local)
    odd = {key: number for key, number in NUMBERS if number % 2}
    assert {key: found.pop(key) for key in odd} == {
        key: Failed(key, f"ValueError: {number} is odd") for key, number in odd.items()
    }
    assert results(found) == {key: number**2 for key, number in NUMBERS if not number % 2}


@pytest.mark.parametrize("fatal", [0, 30])
def test_no_result_is_lost_when_a_worker_is_killed(fatal: int, local: Local, tmp_path: Path) -> None:
    mark = tmp_path / "died"
    jobs = [(key, (number, str(mark) if number == fatal else "")) for key, number in NUMBERS]
    assert results(batch(jobs, batch_tasks.square_or_die_once, local)) == looped(NUMBERS, batch_tasks.square)
    assert mark.exists()


def test_no_result_is_lost_when_a_worker_is_killed_while_it_writes_its_answer(local: Local, tmp_path: Path) -> None:
    mark = tmp_path / "died"
    jobs = [(key, (number, str(mark) if number == 5 else "")) for key, number in NUMBERS]
    assert results(batch(jobs, batch_tasks.square_or_die_while_answering, local)) == looped(NUMBERS, batch_tasks.square)
    assert mark.exists()


def test_workers_can_be_closed_after_one_was_killed_while_it_wrote_its_answer(local: Local, tmp_path: Path) -> None:
    mark = tmp_path / "died"
    local.open().submit(batch_tasks.square_or_die_while_answering, (1, str(mark)))
    begun = time.monotonic()
    while not local.one_died():
        assert time.monotonic() - begun < PATIENCE_S
        time.sleep(0.01)
    local.close()


def test_a_job_that_always_kills_its_worker_is_set_aside_and_no_other(local: Local) -> None:
    found = batch([("deadly", -1), *NUMBERS], batch_tasks.square_or_die, local)
    deadly = found.pop("deadly")
    assert isinstance(deadly, SetAside)
    assert deadly.why.startswith("BrokenProcessPool: ")
    assert results(found) == looped(NUMBERS, batch_tasks.square)


def test_a_result_that_cannot_be_sent_fails_only_its_own_job(local: Local) -> None:
    found = batch(NUMBERS, batch_tasks.square_or_not_to_be_sent, local)
    bad = found.pop("job 0")
    assert isinstance(bad, SetAside)
    assert "lambda" in bad.why
    assert results(found) == looped(NUMBERS[1:], batch_tasks.square)


def test_workers_ignore_interrupts(local: Local, tmp_path: Path) -> None:
    executor = local.open()
    pids = both_pids(executor, tmp_path)
    for process in pids:
        os.kill(process, signal.SIGINT)
    assert list(executor.map(batch_tasks.square, range(10))) == [number**2 for number in range(10)]
    assert both_pids(executor, tmp_path) <= pids


def test_no_worker_is_left_after_a_batch(local: Local, tmp_path: Path) -> None:
    jobs = [(str(number), (str(tmp_path), 2)) for number in range(4)]
    assert_ended(results(batch(jobs, batch_tasks.meet, local)).values())


def test_busy_workers_end_as_soon_as_they_are_closed(local: Local, tmp_path: Path) -> None:
    executor = local.open()
    pids = both_pids(executor, tmp_path)
    assert [process for process in pids if not is_running(process)] == []
    for _ in range(6):
        executor.submit(time.sleep, 10 * PATIENCE_S)
    local.close()
    assert_ended(pids)


def test_closed_workers_can_be_opened_and_closed_again(local: Local) -> None:
    local.close()
    for _ in range(2):
        assert list(local.open().map(batch_tasks.square, range(3))) == [0, 1, 4]
        local.close()
        local.close()


def test_workers_can_be_opened_outside_the_main_thread(local: Local) -> None:
    with ThreadPoolExecutor(1) as thread:
        assert results(thread.submit(batch, NUMBERS, batch_tasks.square, local).result()) == looped(
            NUMBERS, batch_tasks.square
        )


def test_workers_opened_outside_the_main_thread_ignore_interrupts(local: Local, tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as thread:
        executor = thread.submit(local.open).result()
    pids = both_pids(executor, tmp_path)
    for process in pids:
        os.kill(process, signal.SIGINT)
    assert both_pids(executor, tmp_path) <= pids


def test_only_own_workers_are_closed(local: Local, tmp_path: Path) -> None:
    executor = local.open()
    pids = both_pids(executor, tmp_path)
    with closing(Local(1)) as other:
        assert other.open().submit(os.getpid).result(PATIENCE_S) not in pids
    assert both_pids(executor, tmp_path) <= pids


def test_as_many_workers_as_asked_are_started_at_once() -> None:
    with closing(Local(3)) as local:
        local.open()
        assert len(multiprocessing.active_children()) == 3


def test_workers_ignore_interrupts_while_they_start(tmp_path: Path) -> None:
    with closing(Local(2)) as local:
        executor = local.open()
        both = [executor.submit(batch_tasks.meet, (str(tmp_path), 2)) for _ in range(2)]
        time.sleep(0.03)
        for child in multiprocessing.active_children():
            os.kill(child.pid or 0, signal.SIGINT)
        assert len({one.result(PATIENCE_S) for one in both}) == 2


def test_workers_opened_later_by_another_are_not_closed() -> None:
    with closing(Local(1)) as first, closing(Local(1)) as second:
        first.open()
        executor = second.open()
        executor.submit(os.getpid).result(PATIENCE_S)
        first.close()
        assert executor.submit(os.getpid).result(PATIENCE_S)


# ---- the process that started them ends

PARENT = """
import signal, sys, time
from contextlib import closing
signal.signal(signal.SIGINT, signal.default_int_handler)  # it is ignored if the tests run in the background
import batch_tasks
from solver.batch.dispatch import run
from solver.batch.processes import Local

jobs = [*[(sys.argv[1], 2)] * 2, *range(9)]
with closing(run(((str(key), job) for key, job in enumerate(jobs)), batch_tasks.meet_or_sleep, Local(2))) as running:
    try:
        print(next(running).result, next(running).result, flush=True)
        next(running)
    except KeyboardInterrupt:
        print("stopped", flush=True)
"""


@contextmanager
def parent(folder: Path) -> Iterator[tuple[subprocess.Popen[str], list[int]]]:
    """A process in a separate process group during a batch, and its two workers."""
    call = [sys.executable, "-c", PARENT, str(folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        call, env=path_to_all(), stdout=pipe, stderr=pipe, text=True, start_new_session=True
    ) as process:
        assert process.stdout
        pids = [int(one) for one in process.stdout.readline().split()]
        try:
            yield process, pids
        finally:
            for one in (process.pid, *pids):
                with suppress(ProcessLookupError):
                    os.kill(one, signal.SIGKILL)


def test_workers_end_when_the_process_that_started_them_is_killed(tmp_path: Path) -> None:
    with parent(tmp_path) as (process, pids):
        assert [is_running(one) for one in pids] == [True, True]
        process.kill()
        assert_ended(pids)


def test_an_interrupt_ends_a_batch_and_its_workers_and_prints_nothing(tmp_path: Path) -> None:
    with parent(tmp_path) as (process, pids):
        os.killpg(process.pid, signal.SIGINT)
        assert process.communicate(timeout=PATIENCE_S) == ("stopped\n", "")
        assert process.returncode == 0
        assert_ended(pids)
