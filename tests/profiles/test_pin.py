import datetime as dt

import pytest
from pydantic_core import PydanticCustomError

from profiles.pin import SLOTS, Pin

DATE = dt.date(2027, 2, 9)


@pytest.mark.parametrize(
    ("said", "pin"), [("2027-02-09", Pin(DATE)), ("2027-02-09 A", Pin(DATE, "A")), ("2027-02-09   C", Pin(DATE, "C"))]
)
def test_a_pin_is_a_date_and_perhaps_a_letter(said: str, pin: Pin) -> None:
    assert Pin.parse(said) == pin


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("9 February", "'9 February' is no pin; write a date and, if you like, a session's letter: '2027-02-09 A'"),
        ("2027-02-30", "'2027-02-30': the date 2027-02-30 does not exist"),
    ],
)
def test_what_is_no_pin_is_reported_with_what_is_allowed(said: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Pin.parse(said)


def test_an_unknown_letter_is_reported_with_all_letters() -> None:
    with pytest.raises(PydanticCustomError) as wrong:
        Pin.parse("2027-02-09 D")
    assert wrong.value.context == {"what": "session letter", "found": "D", "allowed": SLOTS}
