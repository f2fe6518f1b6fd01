"""How plan files are read."""

from __future__ import annotations

from benchmarks.quality.values import Run
from quality_plans import GYM, day, item, plan, session


def test_runs_follow_the_week_the_exceptions_and_the_races() -> None:
    runs = {"mon": "easy 30 am + hills 50 pm", "tue": "long 90", "on": {"2027-01-12": "rest"}}
    read = plan(runs=runs, races=[{"name": "Cup", "date": "2027-01-11", "distance": "half"}])
    assert read.runs(day(0)) == (Run("easy", 30), Run("hills", 50))
    assert read.runs(day(1)) == (Run("long", 90),)
    assert read.runs(day(2)) == read.runs(day(7)) == read.runs(day(8)) == ()
    assert read.races[0].km == 21.1


def test_weeks_end_on_sundays_and_know_their_block() -> None:
    weeks = plan(session(8, item("plank")), blocks=[("base", 1), ("race", 1)], cut_back=[2]).weeks
    assert [(week.first, week.last, week.block.phase, week.cut_back) for week in weeks] == [
        (day(0), day(6), "base", False), (day(7), day(13), "race", True),
    ]  # fmt: skip
    assert [len(week.sessions) for week in weeks] == [0, 1]


def test_free_minutes_leave_out_days_away_and_the_way() -> None:
    strength = {
        "minutes": {"mon": "60 pm", "tue": 40}, "on": {"2027-01-06": 25}, "away": ["2027-01-11/2027-01-12"],
        "place": {"mon": "gym"},
    }  # fmt: skip
    read = plan(strength=strength, places={"gym": {"travel_min": 20}})
    assert [read.free_min(day(at)) for at in (0, 1, 2, 3, 7, 8, 14)] == [40, 40, 25, 0, 0, 0, 40]


def test_masses_are_read_as_profiles_write_them() -> None:
    place = plan(places={"home": {"equipment": ["kettlebell 12, 16", "dumbbells 2-20", "barbell 20", "bench"]}}).place(
        "home"
    )
    assert [place.top_kg(one) for one in ("kettlebell", "dumbbells", "barbell", "bench")] == [16, 20, None, None]


def test_what_can_be_done_depends_on_place_experience_injuries_and_wishes() -> None:
    read = plan(places=GYM)
    assert read.can("back_squat", "gym")
    assert not read.can("back_squat", "home")
    assert not plan(experience="beginner").can("back_squat", "gym")
    assert not plan(preferences={"exclude": ["back_squat"]}).can("back_squat", "gym")
    assert plan().can("kettlebell_swing", "gym")
    assert not plan(injuries={"current": ["hamstrings"]}).can("kettlebell_swing", "gym")


def test_a_date_without_a_dose_of_its_own_has_the_start_of_the_blocks() -> None:
    bare = {
        "exercise": "plank", "style": "hold", "load": "bodyweight",
        "dose": {"sets": 2, "seconds": [20, 30], "rest_s": 45},
    }  # fmt: skip
    (read,) = plan(session(0, bare)).sessions
    assert (read.items[0].sets, read.items[0].seconds, read.items[0].reps) == (2, 20, None)
