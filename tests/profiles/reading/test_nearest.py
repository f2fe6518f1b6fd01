"""The word that was most likely meant."""

import pytest

from profiles.reading.nearest import nearest

WORDS = ("home", "gym", "Reconciled", "fresh_legs_for_key_runs")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("hoem", ["home"]),
        ("GYM", ["gym"]),
        ("reconsiled", ["Reconciled"]),
        ("fresh", ["fresh_legs_for_key_runs"]),
        ("xylophone", []),
        ("", []),
    ],
)
def test_the_word_that_was_meant(word: str, meant: list[str]) -> None:
    assert nearest(word, WORDS) == meant


def test_several_with_the_likeliest_first() -> None:
    assert nearest("hom", WORDS, 2, cutoff=0)[0] == "home"
    assert len(nearest("hom", WORDS, 2, cutoff=0)) == 2
    assert nearest("hom", (), 2, cutoff=0) == []
