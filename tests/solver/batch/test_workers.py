"""The workers that `--engine` names."""

import pytest

import batch_tasks
from solver.batch.cluster import Cluster
from solver.batch.processes import Local
from solver.batch.workers import workers_named


def test_each_engine_has_its_workers() -> None:
    local = workers_named("local", 3, batch_tasks.nothing_installed)
    cluster = workers_named("dask://there:8786", 3, batch_tasks.nothing_installed)
    assert isinstance(local, Local)
    assert isinstance(cluster, Cluster)
    assert (local.count, cluster.address) == (3, "tcp://there:8786")


@pytest.mark.parametrize("name", ["", "Local", "dask", "there:8786", "tcp://there:8786"])
def test_any_other_engine_is_an_error(name: str) -> None:
    with pytest.raises(ValueError, match=f"^{name}$"):
        workers_named(name, 3, batch_tasks.nothing_installed)
