"""Dask workers: results equal those of a plain loop, and a lost worker or scheduler is noticed."""

import logging
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

import batch_tasks
import solver.batch.cluster
from batch_tasks import NUMBERS, batch, looped, results
from dask_processes import PATIENCE_S, DaskProcesses
from solver.batch.cluster import Cluster
from solver.batch.dispatch import run
from solver.batch.job import Failed, JobEnd, WorkersGone


def test_without_dask_installed_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(WorkersGone, match=r"the extra 'cluster' brings it: pip install '\.\[cluster\]'"):
        batch(NUMBERS, batch_tasks.square, Cluster("dask://127.0.0.1:1", batch_tasks.nothing_installed))


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver.batch.cluster, "CONNECT_S", 1)


@pytest.mark.usefixtures("hurried")
def test_a_scheduler_that_does_not_answer_raises_workers_gone() -> None:
    pytest.importorskip("distributed")
    address = f"127.0.0.1:{free_port()}"
    begun = time.monotonic()
    with pytest.raises(WorkersGone, match=f"no Dask scheduler answers at tcp://{address}"):
        batch(NUMBERS, batch_tasks.square, Cluster(f"dask://{address}", batch_tasks.nothing_installed))
    assert time.monotonic() - begun < PATIENCE_S


def cluster_of(
    dask: DaskProcesses, workers: int = 0, installed: Callable[[], object] = batch_tasks.nothing_installed
) -> Cluster:
    """Wait until there are so many workers."""
    return Cluster(dask.address(workers), installed)


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DaskProcesses]:
    pytest.importorskip("distributed")
    with closing(DaskProcesses(tmp_path_factory.mktemp("dask"))) as one:
        one.start_worker()
        one.start_worker()
        yield one


@pytest.fixture
def own_dask(tmp_path: Path) -> Iterator[DaskProcesses]:
    pytest.importorskip("distributed")
    with closing(DaskProcesses(tmp_path)) as one:
        yield one


def test_results_of_a_cluster_equal_those_of_a_plain_loop(dask: DaskProcesses) -> None:
    assert results(batch(NUMBERS, batch_tasks.square, cluster_of(dask, 2))) == looped(NUMBERS, batch_tasks.square)


def test_a_task_that_raises_on_a_cluster_fails_only_its_own_job(dask: DaskProcesses) -> None:
    found = batch(NUMBERS, batch_tasks.square_of_even, cluster_of(dask, 1))
    assert [key for key, number in NUMBERS if number % 2] == [
        key for key, _ in NUMBERS if isinstance(found[key], Failed)
    ]


def test_jobs_with_equal_data_are_each_done(dask: DaskProcesses) -> None:
    found = results(batch([("one", 1), ("other", 1)], batch_tasks.once_only, cluster_of(dask, 1)))
    assert found["one"] != found["other"]


def test_a_cluster_counts_its_workers(dask: DaskProcesses) -> None:
    with closing(cluster_of(dask, 2)) as cluster:
        cluster.open()
        assert cluster.count == 2


def test_a_closed_cluster_can_be_opened_again(dask: DaskProcesses) -> None:
    cluster = cluster_of(dask, 1)
    for _ in range(2):
        assert list(cluster.open().map(batch_tasks.square, range(3))) == [0, 1, 4]
        client = cluster._client
        cluster.close()
        assert client.status == "closed"


def test_no_result_is_lost_when_a_worker_of_a_cluster_is_killed(dask: DaskProcesses) -> None:
    cluster, doomed = cluster_of(dask, 2), dask.processes[-1]
    found: list[JobEnd[int]] = []
    with closing(run(NUMBERS, batch_tasks.slow_square, cluster)) as running:
        for outcome in running:
            found.append(outcome)
            if len(found) == 5:
                assert doomed.poll() is None
                doomed.kill()
                dask.start_worker()
    assert len(found) == len(NUMBERS)
    assert results({one.key: one for one in found}) == looped(NUMBERS, batch_tasks.square)


def test_workers_with_other_software_are_refused_by_name(dask: DaskProcesses) -> None:
    with pytest.raises(WorkersGone, match=r"the Dask worker tcp://127\.0\.0\.1:\d+ has other software: \d+; here: "):
        batch(NUMBERS, batch_tasks.square, cluster_of(dask, 1, os.getpid))


@pytest.mark.usefixtures("hurried")
def test_a_scheduler_without_workers_raises_workers_gone(own_dask: DaskProcesses) -> None:
    with pytest.raises(WorkersGone, match=r"the Dask scheduler at tcp://127\.0\.0\.1:\d+ has no workers"):
        batch(NUMBERS, batch_tasks.square, cluster_of(own_dask))


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("busy_s", [0, 2.5])
def test_a_batch_that_loses_its_scheduler_raises_workers_gone(own_dask: DaskProcesses, busy_s: float) -> None:
    own_dask.start_worker()
    found: list[JobEnd[int]] = []
    killed = 0.0
    with closing(run(NUMBERS, batch_tasks.slow_square, cluster_of(own_dask, 1))) as running:
        while len(found) < 5:
            found.append(next(running))
        own_dask.scheduler.kill()
        killed = time.monotonic()
        time.sleep(busy_s)
        with pytest.raises(WorkersGone):
            found.extend(running)
    assert len(found) >= 5
    assert time.monotonic() - killed < PATIENCE_S


def test_a_lost_connection_is_not_logged(own_dask: DaskProcesses) -> None:
    own_dask.start_worker()
    with closing(cluster_of(own_dask, 1)) as cluster:
        cluster.open()
        assert not logging.getLogger("distributed.client").isEnabledFor(logging.ERROR)


def test_a_worker_with_other_software_that_joins_late_is_refused(
    own_dask: DaskProcesses, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(solver.batch.cluster, "RECOUNT_S", 0)
    own_dask.start_worker()
    found: list[JobEnd[int]] = []
    jobs = [(f"job {number}", number) for number in range(600)]
    with closing(run(jobs, batch_tasks.slow_square, cluster_of(own_dask, 1, batch_tasks.installed_here))) as running:
        found.append(next(running))
        own_dask.start_worker(INSTALLED="something else")
        with pytest.raises(WorkersGone, match="has other software: something else"):
            found.extend(running)
    assert 0 < len(found) < len(jobs)
