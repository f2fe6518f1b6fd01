"""Real processes: what they do equals a plain loop, whoever is killed, and nobody is left behind."""

import logging
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

import chores
import solver.batch.cluster
from loopback import PATIENCE_S, Site, path_to_all
from solver.batch.cluster import Cluster
from solver.batch.job import (
    Done,
    Failed,
    JobEnd,
    SetAside,
    Workers,
    WorkersGone,
)
from solver.batch.local import Local
from solver.batch.named import workers_named
from solver.batch.running import run

NUMBERS = [(f"job {number}", number) for number in range(40)]


def batch(jobs: Iterable[tuple[str, Any]], task: Callable[[Any], Any], workers: Workers) -> dict[str, JobEnd[Any]]:
    """Every job's outcome; none comes twice."""
    with closing(run(jobs, task, workers)) as running:
        found = list(running)
    assert len({one.key for one in found}) == len(found)
    return {one.key: one for one in found}


def results(found: dict[str, JobEnd[Any]]) -> dict[str, Any]:
    assert {type(one) for one in found.values()} <= {Done}
    return {key: one.result for key, one in found.items() if isinstance(one, Done)}


def looped(jobs: Iterable[tuple[str, Any]], task: Callable[[Any], Any]) -> dict[str, Any]:
    return {key: task(data) for key, data in jobs}


def is_there(process: int) -> bool:
    """Whether it runs; one that has ended and was not yet asked about does not."""
    try:
        os.kill(process, 0)
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except ProcessLookupError:
        return False
    except FileNotFoundError:
        return not Path("/proc/self/stat").exists()


def assert_gone(processes: Iterable[int]) -> None:
    """Before long."""
    begun = time.monotonic()
    for process in processes:
        while is_there(process):
            assert time.monotonic() - begun < PATIENCE_S, f"{process} is still there"
            time.sleep(0.01)


# ---- processes of this machine


@pytest.fixture
def local() -> Iterator[Local]:
    with closing(Local(2)) as workers:
        yield workers


def gathered(executor: Executor, folder: Path) -> set[int]:
    """Two workers at the same time."""
    return set(executor.map(chores.meet, [(str(folder), 2)] * 2, timeout=PATIENCE_S))


def test_results_of_processes_equal_those_of_a_plain_loop(local: Local) -> None:
    assert results(batch(NUMBERS, chores.square, local)) == looped(NUMBERS, chores.square)


def test_workers_are_other_processes_as_many_as_asked_and_used_again(local: Local, tmp_path: Path) -> None:
    jobs = [(str(number), (str(tmp_path), 2)) for number in range(20)]
    who = set(results(batch(jobs, chores.meet, local)).values())
    assert len(who) == 2
    assert os.getpid() not in who


def test_workers_begin_afresh_and_copy_nothing(local: Local, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chores, "SET_BY_A_TEST", True)
    assert chores.sees_what_a_test_set()
    assert not local.open().submit(chores.sees_what_a_test_set).result(PATIENCE_S)


def test_a_task_that_raises_in_a_worker_costs_its_own_job(local: Local) -> None:
    found = batch(NUMBERS, chores.square_of_even, local)
    odd = {key: number for key, number in NUMBERS if number % 2}
    assert {key: found.pop(key) for key in odd} == {
        key: Failed(key, f"ValueError: {number} is odd") for key, number in odd.items()
    }
    assert results(found) == {key: number**2 for key, number in NUMBERS if not number % 2}


@pytest.mark.parametrize("who", [0, 30])
def test_nothing_is_lost_when_a_worker_is_killed(who: int, local: Local, tmp_path: Path) -> None:
    mark = tmp_path / "died"
    jobs = [(key, (number, str(mark) if number == who else "")) for key, number in NUMBERS]
    assert results(batch(jobs, chores.square_or_die_once, local)) == looped(NUMBERS, chores.square)
    assert mark.exists()


def test_nothing_is_lost_when_a_worker_is_killed_amid_its_answer(local: Local, tmp_path: Path) -> None:
    mark = tmp_path / "died"
    jobs = [(key, (number, str(mark) if number == 5 else "")) for key, number in NUMBERS]
    assert results(batch(jobs, chores.square_or_die_amid_the_answer, local)) == looped(NUMBERS, chores.square)
    assert mark.exists()


def test_workers_can_be_closed_when_one_was_killed_amid_its_answer(local: Local, tmp_path: Path) -> None:
    mark = tmp_path / "died"
    local.open().submit(chores.square_or_die_amid_the_answer, (1, str(mark)))
    begun = time.monotonic()
    while not local.one_died():
        assert time.monotonic() - begun < PATIENCE_S
        time.sleep(0.01)
    local.close()


def test_a_job_that_always_kills_its_worker_is_set_aside_and_no_other(local: Local) -> None:
    found = batch([("deadly", -1), *NUMBERS], chores.square_or_die, local)
    deadly = found.pop("deadly")
    assert isinstance(deadly, SetAside)
    assert deadly.why.startswith("BrokenProcessPool: ")
    assert results(found) == looped(NUMBERS, chores.square)


def test_a_result_that_cannot_be_sent_costs_its_own_job(local: Local) -> None:
    found = batch(NUMBERS, chores.square_or_not_to_be_sent, local)
    bad = found.pop("job 0")
    assert isinstance(bad, SetAside)
    assert "lambda" in bad.why
    assert results(found) == looped(NUMBERS[1:], chores.square)


def test_workers_do_not_hear_ctrl_c(local: Local, tmp_path: Path) -> None:
    executor = local.open()
    who = gathered(executor, tmp_path)
    for process in who:
        os.kill(process, signal.SIGINT)
    assert list(executor.map(chores.square, range(10))) == [number**2 for number in range(10)]
    assert gathered(executor, tmp_path) <= who


def test_no_worker_is_left_after_a_batch(local: Local, tmp_path: Path) -> None:
    jobs = [(str(number), (str(tmp_path), 2)) for number in range(4)]
    assert_gone(results(batch(jobs, chores.meet, local)).values())


def test_workers_with_much_to_do_are_gone_as_soon_as_they_are_closed(local: Local, tmp_path: Path) -> None:
    executor = local.open()
    who = gathered(executor, tmp_path)
    assert [process for process in who if not is_there(process)] == []
    for _ in range(6):
        executor.submit(time.sleep, 10 * PATIENCE_S)
    local.close()
    assert_gone(who)


def test_closed_workers_can_be_opened_and_closed_again(local: Local) -> None:
    local.close()
    for _ in range(2):
        assert list(local.open().map(chores.square, range(3))) == [0, 1, 4]
        local.close()
        local.close()


def test_workers_can_be_opened_outside_the_main_thread(local: Local) -> None:
    with ThreadPoolExecutor(1) as thread:
        assert results(thread.submit(batch, NUMBERS, chores.square, local).result()) == looped(NUMBERS, chores.square)


def test_only_own_workers_are_closed(local: Local, tmp_path: Path) -> None:
    executor = local.open()
    who = gathered(executor, tmp_path)
    with closing(Local(1)) as other:
        assert other.open().submit(os.getpid).result(PATIENCE_S) not in who
    assert gathered(executor, tmp_path) <= who


# ---- whoever started them is gone

PARENT = """
import signal, sys, time
from contextlib import closing
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests in the background ignores it
import chores
from solver.batch.running import run
from solver.batch.local import Local

jobs = [*[(sys.argv[1], 2)] * 2, *range(9)]
with closing(run(((str(key), job) for key, job in enumerate(jobs)), chores.meet_or_sleep, Local(2))) as running:
    try:
        print(next(running).result, next(running).result, flush=True)
        next(running)
    except KeyboardInterrupt:
        print("stopped", flush=True)
"""


@contextmanager
def parent(folder: Path) -> Iterator[tuple[subprocess.Popen[str], list[int]]]:
    """A process in a group of its own, in the midst of a batch, and its two workers."""
    call = [sys.executable, "-c", PARENT, str(folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        call, env=path_to_all(), stdout=pipe, stderr=pipe, text=True, start_new_session=True
    ) as process:
        assert process.stdout
        who = [int(one) for one in process.stdout.readline().split()]
        try:
            yield process, who
        finally:
            for one in (process.pid, *who):
                with suppress(ProcessLookupError):
                    os.kill(one, signal.SIGKILL)


def test_workers_leave_when_whoever_started_them_is_killed(tmp_path: Path) -> None:
    with parent(tmp_path) as (process, who):
        assert [is_there(one) for one in who] == [True, True]
        process.kill()
        assert_gone(who)


def test_ctrl_c_ends_a_batch_and_its_workers_without_a_noise(tmp_path: Path) -> None:
    with parent(tmp_path) as (process, who):
        os.killpg(process.pid, signal.SIGINT)
        assert process.communicate(timeout=PATIENCE_S) == ("stopped\n", "")
        assert process.returncode == 0
        assert_gone(who)


# ---- a cluster that is not there


def test_workers_have_names() -> None:
    local = workers_named("local", 3, chores.nothing_installed)
    cluster = workers_named("dask://there:8786", 3, chores.nothing_installed)
    assert isinstance(local, Local)
    assert isinstance(cluster, Cluster)
    assert (local.count, cluster.address) == (3, "tcp://there:8786")


@pytest.mark.parametrize("name", ["", "Local", "dask", "there:8786", "tcp://there:8786"])
def test_others_have_none(name: str) -> None:
    with pytest.raises(ValueError, match=f"^{name}$"):
        workers_named(name, 3, chores.nothing_installed)


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(WorkersGone, match=r"the extra 'cluster' brings it: pip install '\.\[cluster\]'"):
        batch(NUMBERS, chores.square, Cluster("dask://127.0.0.1:1", chores.nothing_installed))


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver.batch.cluster, "CONNECT_S", 1)


@pytest.mark.usefixtures("hurried")
def test_without_a_scheduler_nobody_is_there() -> None:
    pytest.importorskip("distributed")
    address = f"127.0.0.1:{free_port()}"
    begun = time.monotonic()
    with pytest.raises(WorkersGone, match=f"no Dask scheduler answers at tcp://{address}"):
        batch(NUMBERS, chores.square, Cluster(f"dask://{address}", chores.nothing_installed))
    assert time.monotonic() - begun < PATIENCE_S


# ---- a cluster


def cluster_of(site: Site, workers: int = 0, installed: Callable[[], object] = chores.nothing_installed) -> Cluster:
    """Once so many workers are there."""
    return Cluster(site.address(workers), installed)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    pytest.importorskip("distributed")
    with closing(Site(tmp_path_factory.mktemp("site"))) as one:
        one.start_worker()
        one.start_worker()
        yield one


@pytest.fixture
def own_site(tmp_path: Path) -> Iterator[Site]:
    pytest.importorskip("distributed")
    with closing(Site(tmp_path)) as one:
        yield one


def test_results_of_a_cluster_equal_those_of_a_plain_loop(site: Site) -> None:
    assert results(batch(NUMBERS, chores.square, cluster_of(site, 2))) == looped(NUMBERS, chores.square)


def test_a_task_that_raises_on_a_cluster_costs_its_own_job(site: Site) -> None:
    found = batch(NUMBERS, chores.square_of_even, cluster_of(site, 1))
    assert [key for key, number in NUMBERS if number % 2] == [
        key for key, _ in NUMBERS if isinstance(found[key], Failed)
    ]


def test_a_cluster_counts_its_workers(site: Site) -> None:
    with closing(cluster_of(site, 2)) as cluster:
        cluster.open()
        assert cluster.count == 2


def test_a_cluster_can_be_left_and_joined_again(site: Site) -> None:
    cluster = cluster_of(site, 1)
    for _ in range(2):
        assert list(cluster.open().map(chores.square, range(3))) == [0, 1, 4]
        client = cluster._client
        cluster.close()
        assert client.status == "closed"


def test_nothing_is_lost_when_a_worker_of_a_cluster_is_killed(site: Site) -> None:
    cluster, doomed = cluster_of(site, 2), site.processes[-1]
    found: list[JobEnd[int]] = []
    with closing(run(NUMBERS, chores.slow_square, cluster)) as running:
        for outcome in running:
            found.append(outcome)
            if len(found) == 5:
                assert doomed.poll() is None
                doomed.kill()
                site.start_worker()
    assert len(found) == len(NUMBERS)
    assert results({one.key: one for one in found}) == looped(NUMBERS, chores.square)


def test_workers_with_other_software_are_refused_by_name(site: Site) -> None:
    with pytest.raises(WorkersGone, match=r"the Dask worker tcp://127\.0\.0\.1:\d+ has other software: \d+; here: "):
        batch(NUMBERS, chores.square, cluster_of(site, 1, os.getpid))


@pytest.mark.usefixtures("hurried")
def test_a_scheduler_without_workers_is_said_to_have_none(own_site: Site) -> None:
    with pytest.raises(WorkersGone, match=r"the Dask scheduler at tcp://127\.0\.0\.1:\d+ has no workers"):
        batch(NUMBERS, chores.square, cluster_of(own_site))


def test_as_many_workers_as_asked_are_started_at_once() -> None:
    with closing(Local(3)) as local:
        local.open()
        assert len(multiprocessing.active_children()) == 3


def test_no_worker_hears_ctrl_c_while_it_starts(tmp_path: Path) -> None:
    with closing(Local(2)) as local:
        executor = local.open()
        both = [executor.submit(chores.meet, (str(tmp_path), 2)) for _ in range(2)]
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


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("busy_s", [0, 2.5])
def test_a_batch_without_its_scheduler_has_nobody(own_site: Site, busy_s: float) -> None:
    own_site.start_worker()
    found: list[JobEnd[int]] = []
    killed = 0.0
    with closing(run(NUMBERS, chores.slow_square, cluster_of(own_site, 1))) as running:
        while len(found) < 5:
            found.append(next(running))
        own_site.scheduler.kill()
        killed = time.monotonic()
        time.sleep(busy_s)
        with pytest.raises(WorkersGone):
            found.extend(running)
    assert len(found) >= 5
    assert time.monotonic() - killed < PATIENCE_S


def test_a_lost_connection_is_not_logged(own_site: Site) -> None:
    own_site.start_worker()
    with closing(cluster_of(own_site, 1)) as cluster:
        cluster.open()
        assert not logging.getLogger("distributed.client").isEnabledFor(logging.ERROR)


def test_a_worker_with_other_software_that_joins_late_is_refused(
    own_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(solver.batch.cluster, "RECOUNT_S", 0)
    own_site.start_worker()
    found: list[JobEnd[int]] = []
    jobs = [(f"job {number}", number) for number in range(600)]
    with closing(run(jobs, chores.slow_square, cluster_of(own_site, 1, chores.installed_here))) as running:
        found.append(next(running))
        own_site.start_worker(INSTALLED="something else")
        with pytest.raises(WorkersGone, match="has other software: something else"):
            found.extend(running)
    assert 0 < len(found) < len(jobs)
