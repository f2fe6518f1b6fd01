"""plan-solve --sample: a guide's own week beside the plan for the same runs."""

from __future__ import annotations

from cli.console import BAD_INPUT, ascii_only, console, fail, unknown
from cli.plan_solve.one_season import planned


def show_sample(name: str, limit: float | None) -> None:
    """Raises NoPlan."""
    from cli.paint.sample_week import render_sample
    from constraints.knowledge.guides import guides
    from constraints.knowledge.samples import first_layout, profile_of, samples
    from constraints.planning.brief import brief_for

    if name not in samples():
        fail(unknown("sample", name, tuple(samples())), BAD_INPUT)
    sample = samples()[name]
    profile = profile_of(sample, first_layout(sample), guides()[sample.guide].doctrine)
    solved = planned(brief_for(profile), name, limit)
    out = console()
    out.print(render_sample(name, solved.plan, ascii_only=ascii_only(out)))
