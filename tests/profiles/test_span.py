import datetime as dt

import pytest

from profiles.span import Span

MONDAY, FRIDAY = dt.date(2027, 3, 8), dt.date(2027, 3, 12)


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ("2027-03-08", Span(MONDAY, MONDAY)),
        ("2027-03-08/2027-03-12", Span(MONDAY, FRIDAY)),
        (" 2027-03-08 / 2027-03-12 ", Span(MONDAY, FRIDAY)),
        ("2027-03-08/2027-03-08", Span(MONDAY, MONDAY)),
    ],
)
def test_a_span_is_a_date_or_two(said: str, span: Span) -> None:
    assert Span.parse(said) == span


def test_a_single_day_is_spelled_as_one() -> None:
    assert (str(Span(MONDAY, MONDAY)), str(Span(MONDAY, FRIDAY))) == ("2027-03-08", "2027-03-08/2027-03-12")


def test_both_ends_are_in_it() -> None:
    day = dt.timedelta(days=1)
    within = [date in Span(MONDAY, FRIDAY) for date in (MONDAY - day, MONDAY, MONDAY + day, FRIDAY, FRIDAY + day)]
    assert within == [False, True, True, True, False]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("2027-03-12/2027-03-08", "'2027-03-12/2027-03-08' ends before it begins"),
        ("2027-02-30", "'2027-02-30' is no span of days; write '2027-03-08' or '2027-03-08/2027-03-12'"),
        ("2027-03-08/2027-02-30", "is no span of days"),
        ("2027-W10-1", "is no span of days"),
        ("", "'' is no span of days"),
    ],
)
def test_what_is_no_span_is_reported_with_what_is_allowed(said: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Span.parse(said)
