"""The last line of a plan names its source and shows any edit."""

import tomllib

import pytest

from profiles.writing.signature import signed, source_of

TEXT = "[header]\na = 1\n"


@pytest.mark.parametrize("source", ["../me.toml", 'a "b"\\c.toml', "x\x1b[31m\n\x7f\udcff\u2028.toml", "Zoë.toml"])
def test_the_last_line_names_the_source_and_is_valid_toml(source: str) -> None:
    text = signed(TEXT, source)
    assert source_of(text.encode()) == source
    assert tomllib.loads(text) == {"header": {"a": 1}}


def test_any_byte_that_is_changed_added_or_removed_is_noticed() -> None:
    content = signed(TEXT, "me.toml").encode()
    for at in range(len(content)):
        assert source_of(content[:at] + b"~" + content[at + 1 :]) is None
        assert source_of(content[:at] + b"~" + content[at:]) is None
        assert source_of(content[:at]) is None
    assert source_of(content + b"# mine\n") is None
    assert source_of(content.replace(b"\n", b"\r\n")) is None


def test_a_plan_without_the_line_may_have_been_edited() -> None:
    assert source_of(TEXT.encode()) is None
    assert source_of(b"") is None
