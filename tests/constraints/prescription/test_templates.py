"""The guides' template sessions: exercises that exist, in ways in which they can be done."""

from __future__ import annotations

import pytest

from constraints.knowledge.doctrine import doctrine_named, doctrine_names
from constraints.knowledge.guidance import fact_id, facts
from constraints.knowledge.guides import guides
from constraints.prescription.dose import styles_of
from constraints.prescription.templates import Template, startable, templates
from profiles.exercise import catalogue

every_template = pytest.mark.parametrize("template", [pytest.param(one, id=name) for name, one in templates().items()])


@every_template
def test_its_exercises_exist(template: Template) -> None:
    assert [part.exercise for part in template.parts if part.exercise not in catalogue()] == []
    assert template.parts


@every_template
def test_its_main_work_is_in_styles_that_the_exercises_can_have(template: Template) -> None:
    styled = [part for part in template.parts if part.style is not None]
    assert [part.exercise for part in styled if part.style not in styles_of(part.entry)] == []
    assert {part.part for part in styled} <= {"main"}, "a drill has no style"


@every_template
def test_a_template_with_styles_has_one_for_all_that_can_have_one(template: Template) -> None:
    if any(part.style for part in template.main):
        bare = [part for part in template.parts if part.part == "main" and part.style is None]
        assert [part.exercise for part in bare if styles_of(part.entry)] == []


@every_template
def test_its_numbers_are_ranges_that_rise(template: Template) -> None:
    for part in template.parts:
        assert part.reps is None or part.seconds is None, part.exercise
        for low, high in filter(None, (part.sets, part.reps, part.seconds)):
            assert 1 <= low <= high, part.exercise


@every_template
def test_a_superset_has_two_parts(template: Template) -> None:
    numbers = [part.superset for part in template.parts if part.superset is not None]
    assert all(numbers.count(number) == 2 for number in numbers)
    assert bool(numbers) is (template.format == "superset")


@every_template
def test_no_exercise_is_its_main_work_twice(template: Template) -> None:
    names = [part.exercise for part in template.main]
    assert sorted(names) == sorted(set(names))


@every_template
def test_what_it_says_is_one_sentence_and_its_sources_exist(template: Template) -> None:
    assert template.title
    assert template.says[0].isupper()
    assert template.says.endswith(".")
    assert template.guide in guides()
    assert [fact for fact in template.because if fact != "judgement" and fact_id(fact) not in facts()] == []


@every_template
def test_minutes_of_the_parts_are_told_only_where_they_come_to_more_than_the_title(template: Template) -> None:
    if template.adds_up_to is not None:
        assert template.minutes is not None
        assert template.adds_up_to > template.minutes


def test_what_only_rehabilitation_or_liking_adds_is_no_main_work() -> None:
    lower = templates()["gym_lower"]
    assert "leg_curl" in {part.exercise for part in lower.parts}
    assert "leg_curl" not in {part.exercise for part in lower.main}
    assert "quad_stretch" not in {part.exercise for part in lower.main}


def test_a_session_can_start_from_those_with_work_in_styles_and_no_others() -> None:
    assert {"gym_lower", "home_full_body", "isometric_circuit"} <= set(startable())
    assert {"warm_up_menu", "daily_mobility", "pre_run_activation"}.isdisjoint(startable())


@pytest.mark.parametrize("name", startable())
def test_a_template_to_start_from_has_work_to_choose(name: str) -> None:
    assert any(styles_of(part.entry) for part in templates()[name].main)


@pytest.mark.parametrize("name", doctrine_names())
def test_a_doctrine_s_add_ons_name_templates_with_drills(name: str) -> None:
    for kind, numbers in doctrine_named(name).tables.addons.items():
        assert numbers.template in templates(), kind
        assert templates()[numbers.template].main, kind
