"""The plot is well-formed, its values are at the right places, and it loads no files."""

import datetime as dt
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from benchmarks.measurements import Machine, Measured, Result, TierFound
from benchmarks.plot import Axis, draw, main

SVG = "{http://www.w3.org/2000/svg}"
MACHINE = Machine(system="Linux", processor="x86_64", cores=2, python="3.11.7")


def season(weeks: int, building: float, coverage: float) -> tuple[Measured, ...]:
    tiers = (TierFound(name="coverage", value=5, bound=5),)
    seconds = {"importing": 9, "building": building, "coverage": coverage, "writing": 9}
    return (Measured(status="solved", weeks=weeks, tiers=tiers, seconds=seconds),)


RESULT = Result(
    date=dt.date(2027, 1, 4),
    machine=MACHINE,
    runs={
        "weeks_052": season(52, 2, 6),
        "weeks_016": season(16, 1, 1),
        "me": season(18, 50, 50),
        "weeks_104": (Measured(status="failed"),),
    },
)


def drawn(kind: str) -> list[ET.Element]:
    return list(ET.fromstring(draw(RESULT)).iter(f"{SVG}{kind}"))  # noqa: S314  # our own text


def numbers(element: ET.Element, *names: str) -> tuple[float, ...]:
    return tuple(float(element.attrib[name]) for name in names)


def test_an_axis_begins_at_zero_and_has_round_ticks() -> None:
    axis = Axis(8.8, 290, 50)
    assert (axis.at(0), axis.at(8.8), axis.at(4.4)) == (290, 50, 170)
    assert axis.ticks() == [0, 2, 4, 6, 8]
    assert Axis(0.05, 0, 1).ticks() == pytest.approx([0, 0.01, 0.02, 0.03, 0.04, 0.05])


def test_each_solved_season_has_its_dot_at_its_seconds() -> None:
    first, second = (numbers(dot, "cx", "cy") for dot in drawn("circle"))
    weeks, seconds = Axis(52 * 1.05, 52, 362), Axis(8 * 1.1, 290, 50)
    assert first == (weeks.at(16), seconds.at(2))
    assert second == (weeks.at(52), seconds.at(8))
    assert (290 - second[1]) / (290 - first[1]) == pytest.approx(4, rel=0.01)
    assert [text.text for text in drawn("text") if text.text in ("2.0", "8.0", "100.0")] == ["2.0", "8.0"]


def test_the_dashed_line_goes_through_sixteen_weeks() -> None:
    (line,) = (numbers(line, "x1", "y1", "x2", "y2") for line in drawn("line") if line.attrib["class"] == "even")
    weeks, seconds = Axis(52 * 1.05, 52, 362), Axis(8 * 1.1, 290, 50)
    assert line == (weeks.at(0), seconds.at(0), weeks.at(52), seconds.at(52 * 2 / 16))


def test_a_label_does_not_overlap_a_line_that_falls_to_its_dot() -> None:
    runs = {"weeks_008": season(8, 2, 1), "weeks_016": season(16, 1, 1)}
    dots = ET.fromstring(draw(RESULT.model_copy(update={"runs": runs})))  # noqa: S314  # our own text
    places = {text.text: float(text.attrib["y"]) for text in dots.iter(f"{SVG}text")}
    seconds = Axis(3 * 1.1, 290, 50)
    assert places["3.0"] < seconds.at(3)
    assert places["2.0"] > seconds.at(2)


def test_shares_fill_their_bars_in_proportion() -> None:
    bars = [numbers(bar, "x", "y", "width") for bar in drawn("rect") if bar.get("height") == "22"]
    rows = {y: [(x, width) for x, row, width in bars if row == y] for _, y, _ in bars}
    assert [[width for _, width in row] for row in rows.values()] == [[150, 150], [75, 225]]
    for (start, width), (then, _) in rows.values():
        assert (start, start + width) == (440, then)


def test_every_stage_of_solving_is_in_the_legend() -> None:
    words = [text.text for text in drawn("text")]
    assert {"building", "coverage"} <= set(words)
    assert not {"importing", "writing"} & set(words)


def test_everything_is_on_the_page() -> None:
    for text in drawn("text"):
        x, y = numbers(text, "x", "y")
        assert 0 < x < 760
        assert 0 < y < 340


def test_light_and_dark_colour_the_same_elements_and_no_file_is_loaded() -> None:
    light, dark = draw(RESULT).split("</style>")[0].split("@media (prefers-color-scheme: dark)")
    coloured = re.compile(r"([\w., ]+) \{ (?:fill|stroke): (#\w{6}); \}")
    by_day, by_night = dict(coloured.findall(light)), dict(coloured.findall(dark))
    assert by_day.keys() == by_night.keys() >= {".paper", ".s0", ".s8"}
    assert not any(by_day[name] == by_night[name] for name in by_day)
    assert not re.search(r"url\(|href|@import", draw(RESULT))


def test_every_class_has_its_colour() -> None:
    style = draw(RESULT).split("</style>")[0]
    for kind in ("rect", "circle", "line", "polyline"):
        assert all(f".{shape.attrib['class']}" in style for shape in drawn(kind))


def test_one_season_makes_no_curve(tmp_path: Path) -> None:
    alone = RESULT.model_copy(update={"runs": {"weeks_016": season(16, 1, 1)}})
    (tmp_path / "alone.json").write_text(alone.model_dump_json(), encoding="utf-8")
    ended = CliRunner().invoke(main, [str(tmp_path / "alone.json"), "-o", str(tmp_path / "out.svg")])
    assert (ended.exit_code, "needs two" in ended.stderr) == (1, True)
    assert not (tmp_path / "out.svg").exists()


def test_a_stored_result_is_drawn(tmp_path: Path) -> None:
    (tmp_path / "some.json").write_text(RESULT.model_dump_json(), encoding="utf-8")
    ended = CliRunner().invoke(main, [str(tmp_path / "some.json"), "-o", str(tmp_path / "out.svg")])
    assert (ended.exit_code, ended.stdout) == (0, "Drawn: out.svg, from some.json\n")
    assert (tmp_path / "out.svg").read_text(encoding="utf-8") == draw(RESULT)
