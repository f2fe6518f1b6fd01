"""The guides' template sessions: exercises that exist, in ways in which they can be done."""

from __future__ import annotations

from constraints.knowledge.doctrine import doctrine_named, doctrine_names
from constraints.knowledge.guidance import fact_id, facts
from constraints.knowledge.guides import guides
from constraints.prescription.dose import styles_of
from constraints.prescription.templates import startable, templates
from profiles.exercise import catalogue


def test_exercises_of_a_template_exist() -> None:
    assert [
        f"{name}: {part.exercise} is not in the catalogue"
        for name, template in templates().items()
        for part in template.parts
        if part.exercise not in catalogue()
    ] == []
    assert [name for name, template in templates().items() if not template.parts] == [], "a template has parts"


def test_only_main_work_has_a_style_and_one_that_the_exercise_can_have() -> None:
    assert [
        f"{name}: {part.exercise} in {part.part} cannot be {part.style}"
        for name, template in templates().items()
        for part in template.parts
        if part.style is not None and (part.part != "main" or part.style not in styles_of(part.entry))
    ] == []


def test_a_template_with_styles_has_one_for_all_that_can_have_one() -> None:
    assert [
        f"{name}: say the style of {part.exercise}, as of the others"
        for name, template in templates().items()
        if any(part.style for part in template.main)
        for part in template.parts
        if part.part == "main" and part.style is None and styles_of(part.entry)
    ] == []


def test_numbers_of_a_template_are_ranges_that_rise() -> None:
    parts = [(name, part) for name, template in templates().items() for part in template.parts]
    assert [
        f"{name}: {part.exercise} has a range that starts below 1 or falls"
        for name, part in parts
        for low, high in filter(None, (part.sets, part.reps, part.seconds))
        if not 1 <= low <= high
    ] == []
    assert [
        f"{name}: {part.exercise} is counted in reps or in seconds"
        for name, part in parts
        if part.reps and part.seconds
    ] == []


def test_a_superset_has_two_parts_and_only_a_template_of_supersets_has_them() -> None:
    numbers = {
        name: [part.superset for part in template.parts if part.superset is not None]
        for name, template in templates().items()
    }
    assert [
        f"{name}: give two parts each number of a superset"
        for name, given in numbers.items()
        if any(given.count(number) != 2 for number in given)
    ] == []
    assert {name for name, given in numbers.items() if given} == {
        name for name, template in templates().items() if template.format == "superset"
    }


def test_no_exercise_is_main_work_twice() -> None:
    main = {name: [part.exercise for part in template.main] for name, template in templates().items()}
    assert [name for name, exercises in main.items() if len(set(exercises)) < len(exercises)] == []


def test_a_template_has_a_title_says_a_sentence_and_cites_a_guide_and_facts() -> None:
    assert [
        f"{name}: give it a title and a sentence, one of the guides, and facts of the guidance or `judgement`"
        for name, template in templates().items()
        if not template.title
        or not (template.says[0].isupper() and template.says.endswith("."))
        or template.guide not in guides()
        or any(fact != "judgement" and fact_id(fact) not in facts() for fact in template.because)
    ] == []


def test_minutes_of_the_parts_are_told_only_where_they_come_to_more_than_the_title() -> None:
    told = {name: template for name, template in templates().items() if template.adds_up_to is not None}
    assert told
    assert [
        f"{name}: leave out `adds_up_to`, or say more than its minutes"
        for name, template in told.items()
        if template.minutes is None or (template.adds_up_to or 0) <= template.minutes
    ] == []


def test_what_only_rehabilitation_or_liking_adds_is_no_main_work() -> None:
    lower = templates()["gym_lower"]
    assert "leg_curl" in {part.exercise for part in lower.parts}
    assert "leg_curl" not in {part.exercise for part in lower.main}
    assert "quad_stretch" not in {part.exercise for part in lower.main}


def test_a_session_can_start_from_those_with_work_in_styles_and_no_others() -> None:
    assert {"gym_lower", "home_full_body", "isometric_circuit"} <= set(startable())
    assert {"warm_up_menu", "daily_mobility", "pre_run_activation"}.isdisjoint(startable())


def test_add_ons_of_a_doctrine_name_templates_with_drills() -> None:
    addons = {
        (name, kind): one for name in doctrine_names() for kind, one in doctrine_named(name).tables.addons.items()
    }
    assert [
        f"{name}: {kind} needs a template with main work, which {one.template} is not"
        for (name, kind), one in addons.items()
        if one.template not in templates() or not templates()[one.template].main
    ] == []
