"""Plans side by side, as values."""

from __future__ import annotations

from dataclasses import replace

from cli.pages.doctrine_columns import doctrine_columns
from constraints.planning.compare import Account

HOME = Account(
    doctrine="home", says="At home.", asked="base 2", sessions=24, minutes=720, weekdays=3, on_hard_days=0, heavy=0,
    heavy_on_easy_days=0, legs_before_key_runs=0, heavy_within_two_days=0, last_heavy=None, addons=4, coverage=9,
    short=(("five_patterns", 6), ("main_lifts", 3)), proven=True,
)  # fmt: skip


def test_a_column_says_its_figures_in_the_order_of_the_labels() -> None:
    compared = doctrine_columns([HOME])
    (column,) = compared.columns
    said = dict(zip(compared.labels, column.figures, strict=True))
    assert (column.doctrine, column.name, column.says) == ("home", "home", "At home.")
    assert said["sessions"] == "24"
    assert said["last heavy legs before the race"] == "none"
    assert said["dearest shortfalls"] == "five patterns 6\nmain lifts 3"
    assert said["every tier proven"] == "yes"


def test_what_differs_is_reported_apart() -> None:
    gym = replace(HOME, doctrine="four_categories", last_heavy=12, short=(), proven=False)
    compared = doctrine_columns([HOME, gym])
    assert compared.columns[1].name == "four categories"
    assert [label for row, label in enumerate(compared.labels) if not compared.alike(row)] == [
        "last heavy legs before the race",
        "dearest shortfalls",
        "every tier proven",
    ]
    assert compared.columns[1].figures[compared.labels.index("dearest shortfalls")] == "none"
