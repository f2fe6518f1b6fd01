import pytest
from pydantic import TypeAdapter

from profiles.opening import Opening


@pytest.mark.parametrize(
    ("said", "opening"),
    [
        (0, Opening(0)),
        (45, Opening(45)),
        ("45", Opening(45)),
        ("045", Opening(45)),
        ("45 am", Opening(45, "am")),
        ("240  pm", Opening(240, "pm")),
    ],
)
def test_an_opening_is_minutes_and_perhaps_a_half_of_the_day(said: int | str, opening: Opening) -> None:
    assert TypeAdapter(Opening).validate_python(said) == opening


def test_minutes_alone_stay_a_number() -> None:
    assert (Opening(45).plain(), Opening(45, "pm").plain()) == (45, "45 pm")


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (241, "241 minutes of strength in a day; allowed are 0 to 240"),
        (-1, "-1 is no length of time; write minutes, with am or pm if it matters: 45 or '45 pm'"),
        ("45 noon", "'45 noon' is no length of time"),
        (True, "True is no length of time; write minutes"),
    ],
)
def test_what_is_no_opening_is_reported_with_what_is_allowed(said: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        TypeAdapter(Opening).validate_python(said)
