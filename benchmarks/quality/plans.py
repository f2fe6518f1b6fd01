"""Makes the plans that are measured: of profiles and drawn athletes, in processes, into a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from benchmarks.squad import athlete_text
from cli.briefs import brief_at
from cli.squad.athlete import job_for, solve_athlete
from constraints.planning.planner import LIMIT
from profiles.writing.files import write_text
from solver.batch.dispatch import run
from solver.batch.job import Done
from solver.batch.processes import Local

PROFILES: Final = Path(__file__).parents[2] / "profiles"
PROCESSES: Final = 2

Tell = Callable[[int, int, str], None]
"""Called with the number of plans made, how many there are, and the name of the last one."""


def shipped() -> list[Path]:
    return sorted(PROFILES.glob("*.toml"))


def drawn(count: int, seed: int, folder: Path) -> Iterator[Path]:
    """The profiles of drawn athletes, written to a folder."""
    for number in range(1, count + 1):
        file = folder / f"athlete_{number:04}.toml"
        write_text(athlete_text(seed, number), file)
        yield file


def make_plans(profiles: Iterable[Path], doctrines: Sequence[str], folder: Path, tell: Tell) -> dict[str, str]:
    """Write a plan for each profile and doctrine; return why there is none, by name."""
    jobs = [_job(profile, doctrine, several=len(doctrines) > 1) for profile in profiles for doctrine in doctrines]
    missing: dict[str, str] = {}
    with closing(run(jobs, solve_athlete, Local(min(PROCESSES, len(jobs))))) as ends:
        for number, end in enumerate(ends, 1):
            if isinstance(end, Done) and end.result[1]:
                write_text(end.result[1], folder / f"{end.key}.toml")
            else:
                missing[end.key] = end.result[0]["state"] if isinstance(end, Done) else end.why
            tell(number, len(jobs), end.key)
    return missing


def _job(profile: Path, doctrine: str, *, several: bool) -> tuple[str, dict[str, Any]]:
    """As plan-solve would order it."""
    name = f"{profile.stem}.{doctrine}" if several else profile.stem
    return name, job_for(f"{name}.toml", profile.name, brief_at(profile, doctrine), LIMIT)
