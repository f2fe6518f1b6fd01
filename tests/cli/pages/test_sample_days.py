"""A guide's sample week beside a plan, as a value."""

from __future__ import annotations

from cli.pages.sample_days import sample_days
from constraints.knowledge.sample_audit import SampleAudit, sample_audit
from constraints.knowledge.samples import samples
from writing import HEAVY, UPPER, day, plan, profile, session


def audit(name: str) -> SampleAudit:
    found = sample_audit(name)
    assert found.sample == samples()[name]
    return found


def test_a_day_holds_the_runs_the_guides_session_and_the_plans() -> None:
    found = audit("gym_week")
    held = plan(profile(), session(day("wed", 2), HEAVY, UPPER, minutes=55), session(day("fri", 3)))
    days = sample_days(found, held).days
    assert [one.weekday for one in days] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert days[2].plan == "A 55 min: back squat, bench press"
    assert [one.plan for one in days if one is not days[2]] == [""] * 6, "the second week is shown"
    assert all(str(run) in one.runs for one, at in zip(days, found.week.days, strict=True) for run in at.runs)
    assert {one.weekday.lower() for one in days if one.guide} == {*found.sample.days, *found.sample.mobility}


def test_breaches_are_reported_by_their_facts() -> None:
    week = audit("gym_week")
    found = SampleAudit(week.sample, week.week, {"tue": ("d_sch_24", "h_sch_04_literal")}, ("mon-tue",), ())
    page = sample_days(found, plan(profile()))
    assert page.days[1].breaks == "D SCH-24, H SCH-04 to the letter"
    assert page.audit[0] == "Tough pairs that the runs make by themselves: mon-tue."
    assert len(page.audit) == 2


def test_what_a_sample_misses_whatever_the_runs_are_names_who_says_so() -> None:
    week = audit("gym_week")
    rule, who = next(iter(week.sample.content.items()))
    found = SampleAudit(week.sample, week.week, {}, (), (rule,))
    (missed, _) = sample_days(found, plan(profile())).audit
    assert missed.startswith("Whatever the runs are, it also breaks: ")
    assert missed.endswith(f" ({who}).")
