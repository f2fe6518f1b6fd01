"""The guides that the rules are read out of, as `guides.toml` lists them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from pydantic import Field

from profiles.frozen import Frozen


class Guide(Frozen):
    title: str
    author: str
    doctrine: str = Field(description="that follows it")
    sections: tuple[str, ...]
    full: dict[str, str] = Field(default={}, description="headings that are spelled in another way")


@cache
def guides() -> Mapping[str, Guide]:
    """The guides by key; R is this project's own reading of the four."""
    text = resources.files("constraints.knowledge").joinpath("guides.toml").read_text(encoding="utf-8")
    return {key: Guide(**table) for key, table in tomllib.loads(text).items()}


def where(source: str) -> str:
    """`D: FAQ Order` in words: the guide's title and the section's heading."""
    key, _, section = source.partition(": ")
    guide = guides()[key]
    return f"{guide.title}: {guide.full.get(section, section)}"
