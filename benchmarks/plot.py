"""Plots solving time by weeks and by stage. `python -m benchmarks.plot [RESULT.json]` writes docs/benchmark.svg.

Colours are set by CSS class for light and dark colour schemes; the picture loads no other files.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

import click

from benchmarks.measurements import AROUND, Measured, Result, latest, load_result
from benchmarks.run import RESULTS
from benchmarks.spawn import ROOT
from benchmarks.targets import WEEKS
from profiles.writing.files import write_text

TARGET: Final = ROOT / "docs" / "benchmark.svg"
SIZE: Final = (760, 340)
TICKS: Final = 5
USUAL: Final = min(WEEKS)
"""Weeks of the season that the others are compared with."""
ROW: Final = 34
LIGHT: Final = (
    "#ffffff", "#1f2328", "#d0d7de",
    "#57606a", "#0969da", "#1a7f37", "#bf8700", "#8250df", "#cf222e", "#bf3989", "#8c959f", "#1b7c83",
)  # fmt: skip
DARK: Final = (
    "#161b22", "#e6edf3", "#3d444d",
    "#9198a1", "#58a6ff", "#56b364", "#e3b341", "#bc8cff", "#ff7b72", "#f778ba", "#656c76", "#39c5cf",
)  # fmt: skip
"""Background, text, grid, and then a colour for each stage."""
COLOURS: Final = len(LIGHT) - 3


@dataclass(frozen=True)
class Axis:
    """A linear scale that begins at 0; `at` returns the coordinate of a value."""

    most: float
    origin: float
    end: float

    def at(self, value: float) -> float:
        return round(self.origin + (self.end - self.origin) * value / self.most, 1)

    def ticks(self) -> list[float]:
        """Round values from 0 to the end."""
        step = _round_up(self.most / TICKS)
        return [step * number for number in range(int(self.most / step + 1e-9) + 1)]


def _round_up(value: float) -> float:
    """The next of 1, 2, 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= value * (1 - 1e-9))


def draw(result: Result) -> str:
    """Draw the plot. Raises ValueError if fewer than two lengths of season were solved."""
    runs = lengths(result)
    if len(runs) < 2:
        raise ValueError("a plot needs two instances of one runner over different weeks: " + ", ".join(WEEKS.values()))
    title = f"Seconds against weeks of the season, and the share of each tier; measured {result.date}"
    return "\n".join([*_head(title), *_curve(runs), *_shares(runs), "</svg>"]) + "\n"


def _head(title: str) -> Iterator[str]:
    """Style sheet with light colours first, for viewers that do not support colour schemes."""
    width, height = SIZE
    yield f'<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">'
    yield f"<title>{escape(title)}</title>"
    yield "<style>"
    yield "text { font: 12px ui-sans-serif, system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; }"
    yield "text.head { font-weight: 600; font-size: 13px; } .end { text-anchor: end; } .middle { text-anchor: middle; }"
    yield ".line { fill: none; stroke-width: 2; } .even { stroke-dasharray: 3 4; }"
    yield _colours(LIGHT)
    yield f"@media (prefers-color-scheme: dark) {{\n{_colours(DARK)}\n}}"
    yield "</style>"
    yield f'<rect class="paper" width="{width}" height="{height}" rx="6"/>'


def _colours(palette: Sequence[str]) -> str:
    paper, ink, grid, *stages = palette
    rules = [f".paper {{ fill: {paper}; }} text {{ fill: {ink}; }} .axis, .even {{ stroke: {ink}; }}"]
    rules += [f".grid {{ stroke: {grid}; }} .line {{ stroke: {stages[1]}; }} .dot {{ fill: {stages[1]}; }}"]
    rules += [f".s{number} {{ fill: {colour}; }}" for number, colour in enumerate(stages)]
    return "\n".join(rules)


def lengths(result: Result) -> dict[int, Measured]:
    """The solved seasons of one runner, by weeks."""
    named = {name: run for name, run in result.typical.items() if name.startswith("weeks_") and run.status == "solved"}
    return dict(sorted((run.weeks, run) for run in named.values()))


def _text(x: float, y: float, words: str, kind: str = "") -> str:
    return f'<text x="{x}" y="{y}"' + (f' class="{kind}"' if kind else "") + f">{escape(words)}</text>"


def _curve(runs: Mapping[int, Measured]) -> Iterator[str]:
    """A dot for each season; the dashed line shows growth in proportion to the season of 16 weeks."""
    weeks, seconds = Axis(max(runs) * 1.05, 52, 362), Axis(max(run.solving_s for run in runs.values()) * 1.1, 290, 50)
    yield _text(20, 26, "Seconds, all tiers", "head")
    for tick in seconds.ticks():
        yield f'<line class="grid" x1="52" x2="362" y1="{seconds.at(tick)}" y2="{seconds.at(tick)}"/>'
        yield _text(46, seconds.at(tick) + 4, f"{tick:g}", "end")
    for length in runs:
        yield _text(weeks.at(length), 308, str(length), "middle")
    yield '<line class="axis" x1="52" x2="362" y1="290" y2="290"/>'
    usual = USUAL if USUAL in runs else min(runs)
    yield _text(207, 328, f"weeks of the season (dashed: in step with {usual})", "middle")
    even = runs[usual].solving_s / usual
    reach = min(max(runs), seconds.most / even)
    yield f'<line class="even" x1="52" y1="290" x2="{weeks.at(reach)}" y2="{seconds.at(reach * even)}"/>'
    points = [(weeks.at(length), seconds.at(run.solving_s)) for length, run in runs.items()]
    yield f'<polyline class="line" points="{" ".join(f"{x},{y}" for x, y in points)}"/>'
    above = 0.0
    for (x, y), run in zip(points, runs.values(), strict=True):
        yield f'<circle class="dot" cx="{x}" cy="{y}" r="3.5"/>'
        falls = 0 < above < y  # the line comes from above, so the label is placed below
        yield (
            _text(x, y + 17, f"{run.solving_s:.1f}", "middle")
            if falls
            else _text(x - 6, y - 7, f"{run.solving_s:.1f}", "end")
        )
        above = y


def _shares(runs: Mapping[int, Measured]) -> Iterator[str]:
    """A bar for each season, all of one length, and a legend below."""
    stages = _stages(tuple(runs.values()))
    yield _text(400, 26, "Share of each stage, by weeks", "head")
    share = Axis(1, 440, 740)
    for row, (length, run) in enumerate(runs.items()):
        y, begun = 50 + row * ROW, 0.0
        yield _text(432, y + 15, str(length), "end")
        for colour, stage in enumerate(stages):
            ended = begun + run.seconds.get(stage, 0) / run.solving_s
            width = round(share.at(ended) - share.at(begun), 1)
            yield f'<rect class="s{colour % COLOURS}" x="{share.at(begun)}" y="{y}" width="{width}" height="22"/>'
            begun = ended
    below = 50 + len(runs) * ROW + 14
    for number, stage in enumerate(stages):
        x, y = 440 + number % 3 * 104, below + number // 3 * 20
        yield f'<rect class="s{number % COLOURS}" x="{x}" y="{y}" width="11" height="11"/>'
        yield _text(x + 17, y + 10, stage)


def _stages(runs: Sequence[Measured]) -> tuple[str, ...]:
    """The stages of solving, in order."""
    return tuple(dict.fromkeys(stage for run in runs for stage in run.seconds if stage not in AROUND))


@click.command()
@click.argument("result", type=click.Path(path_type=Path, exists=True), required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path), default=TARGET, help="Instead of docs/benchmark.svg.")
def main(result: Path | None, output: Path) -> None:
    """Draw a stored RESULT, or the newest one."""
    source = result or latest(RESULTS)
    if source is None:
        raise click.UsageError("no result is stored yet: python -m benchmarks.run --save")
    try:
        write_text(draw(load_result(source)), output)
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Drawn: {output.name}, from {source.name}")


if __name__ == "__main__":
    main()
