"""plan-solve --sample: a guide's own week beside the plan for the same runs."""

from __future__ import annotations

from cli.console import BAD_INPUT, console, fail, unknown
from cli.plan_solve.one_season import planned


def show_sample(name: str, limit: float | None) -> None:
    """Solve the sample's week and show both. Raises NoPlan."""
    from cli.pages.sample_days import sample_days
    from cli.paint.sample_week import render_sample
    from constraints.knowledge.guides import guides
    from constraints.knowledge.sample_audit import sample_audit
    from constraints.knowledge.samples import first_layout, profile_of, samples
    from constraints.planning.brief import brief_for

    if name not in samples():
        fail(unknown("sample", name, tuple(samples())), BAD_INPUT)
    sample = samples()[name]
    profile = profile_of(sample, first_layout(sample), guides()[sample.guide].doctrine)
    solved = planned(brief_for(profile), name, limit)
    console().print(render_sample(sample_days(sample_audit(name), solved.plan)))
