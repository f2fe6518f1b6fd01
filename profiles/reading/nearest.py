"""Finds the allowed word that was most likely meant."""

from __future__ import annotations

from collections.abc import Sequence


def nearest(word: str, allowed: Sequence[str], count: int = 1, *, cutoff: float = 0.6) -> list[str]:
    """At most `count` allowed words that are similar to this one, or else begin with it; the most similar first.

    Case is ignored. A lower `cutoff`, from 0 to 1, also finds less similar words.
    """
    from difflib import get_close_matches

    spellings = {one.casefold(): one for one in allowed}
    found = get_close_matches(word.casefold(), spellings, count, cutoff)
    begun = [one for one in spellings if word and one.startswith(word.casefold())]
    return [spellings[one] for one in (found or begun)[:count]]
