"""A plan as a picture for a page: `python -m cli.paint.picture PLAN.toml OUT.svg`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("plan", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
def main(plan: Path, target: Path) -> None:
    """Draw PLAN, a plan's TOML file, as SVG into TARGET."""
    from cli.briefs import plan_at
    from cli.pages.page import page_of
    from cli.paint.svg import render_svg
    from constraints.planning.judge import judge
    from profiles.writing.files import write_text

    page = page_of(judge(*plan_at(plan)))
    write_text(render_svg(page, f"plan-solve profiles/{plan.stem}.toml"), target)


if __name__ == "__main__":
    main()
