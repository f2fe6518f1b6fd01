"""Text from outside moves no cursor and begins no line."""

import sys
import unicodedata

from profiles.visible import visible


def test_what_prints_stays() -> None:
    text = "Zoë's plan: 50 %, [red]\u00a0\\"
    assert visible(text) == text


def test_what_does_not_print_is_escaped_as_in_toml() -> None:
    assert visible("a\x1b[31m\x9b\n\t\x7f\u202e\udcff") == "a\\u001b[31m\\u009b\\n\\t\\u007f\\u202e\\udcff"


def test_no_character_that_controls_anything_is_left() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    assert not {unicodedata.category(one) for one in visible(everything)} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
