"""A Dask cluster on this machine for tests: a scheduler and workers, each a process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATIENCE_S = 20
"""Longer than anything here takes, even on a busy machine."""


def path_to_all() -> dict[str, str]:
    """The environment for a process that imports the packages and the tests' own modules."""
    before = [one for one in (os.environ.get("PYTHONPATH"),) if one]
    return {**os.environ, "PYTHONPATH": os.pathsep.join([*before, str(ROOT), str(ROOT / "tests")])}


class DaskProcesses:
    """A scheduler, and workers once they are started."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "scheduler.json"
        self.processes: list[subprocess.Popen[bytes]] = []
        self.scheduler = self.start("scheduler", "--port", "0", "--dashboard-address", "127.0.0.1:0")

    def start(self, role: str, *options: str, **environment: str) -> subprocess.Popen[bytes]:
        call = [sys.executable, "-m", "dask", role, "--scheduler-file", str(self.file), "--host", "127.0.0.1"]
        with (self.folder / f"{role}_{len(self.processes)}.log").open("wb") as log:
            process = subprocess.Popen(
                [*call, "--no-dashboard", *options],
                env=path_to_all() | environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.processes.append(process)
        return process

    def start_worker(self, **environment: str) -> subprocess.Popen[bytes]:
        here = ("--local-directory", str(self.folder))
        return self.start("worker", "--nthreads", "1", "--no-nanny", *here, **environment)

    def address(self, workers: int = 0) -> str:
        """As `--engine` takes it, once so many workers are there."""
        from distributed import Client
        from distributed.utils import json_load_robust

        address: str = json_load_robust(str(self.file), timeout=PATIENCE_S)["address"]  # type: ignore[no-untyped-call,unused-ignore]
        if workers:
            with Client(address, timeout=PATIENCE_S, set_as_default=False) as client:  # type: ignore[no-untyped-call,unused-ignore]
                client.wait_for_workers(workers, timeout=PATIENCE_S)
        return address.replace("tcp://", "dask://")

    def close(self) -> None:
        for process in reversed(self.processes):
            process.kill()
            process.wait()
