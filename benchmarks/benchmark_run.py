"""A benchmark run in progress: starts one process after another and stores its measurements."""

from __future__ import annotations

import datetime as dt
import os
import platform
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks import spawn
from benchmarks.measurements import Against, Machine, Measured, Result
from benchmarks.targets import ME

PATIENCE: Final = 20
"""Time limit of a peer, as a multiple of our own time."""

Tell = Callable[[int, int, str], None]
"""Called before each step with the number of steps done, the number of all steps, and the name of the step."""


@dataclass
class BenchmarkRun:
    """A run in progress. Its measurements are kept if it is interrupted."""

    floor: list[float] = field(default_factory=list)
    runs: dict[str, list[Measured]] = field(default_factory=dict)
    commands: dict[str, list[float]] = field(default_factory=dict)
    peers: dict[str, dict[str, Against]] = field(default_factory=dict)

    def measure(self, files: Mapping[str, Path], runs: int, commands: int, peers: Sequence[str], tell: Tell) -> None:
        """Measure one process after another, the floor before each instance. Only finished steps are stored."""
        commands = commands if ME in files else 0
        steps, done = len(files) * runs + commands + len(peers), 0
        for name, file in files.items():
            for _ in range(runs):
                tell(done, steps, name)
                self.floor.append(spawn.floor_s())
                measured = spawn.instance(file)
                self.runs.setdefault(name, []).append(measured)
                done += 1
        for _ in range(commands):
            tell(done, steps, f"plan-solve {ME}")
            self.floor.append(spawn.floor_s())
            seconds = spawn.command_s(files[ME])
            self.commands.setdefault(ME, []).append(seconds)
            done += 1
        if peers and self.result().typical[ME].status != "solved":
            raise RuntimeError(f"the peers' limit is {PATIENCE} times our time on {ME}, which we did not solve")
        for peer in peers:
            tell(done, steps, f"{peer} on {ME}")
            limit_s = PATIENCE * self.result().typical[ME].solving_s
            answer = spawn.peer(files[ME], peer, limit_s)
            self.peers.setdefault(ME, {})[peer] = answer
            done += 1

    def result(self) -> Result:
        machine = Machine(
            system=platform.system(), processor=platform.machine(), cores=os.cpu_count() or 0,
            python=platform.python_version(),
        )  # fmt: skip
        return Result(
            date=dt.datetime.now(dt.UTC).date(), machine=machine, floor_s=tuple(self.floor),
            runs={name: tuple(runs) for name, runs in self.runs.items()},
            command_s={name: tuple(times) for name, times in self.commands.items()}, peers=self.peers,
        )  # fmt: skip
