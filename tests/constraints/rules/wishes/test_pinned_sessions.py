from constraints.rules.wishes.pinned_sessions import PinnedSessions
from writing import day, misses, plan, profile, session

TUESDAY = str(day("tue"))


def pinned(*pins: str) -> PinnedSessions:
    return PinnedSessions(pins=pins, because=("profile",))


def test_a_session_on_the_pinned_date_with_the_pinned_letter_keeps_the_wish() -> None:
    finished = plan(profile(), session(day("tue")), session(day("fri"), slot="B"))
    assert misses(pinned(TUESDAY, f"{day('fri')} B"), finished) == {}


def test_an_empty_date_and_another_letter_are_found() -> None:
    finished = plan(profile(), session(day("tue")), session(day("fri"), slot="B"))
    friday = f"{day('fri')} A"
    assert misses(pinned(TUESDAY, friday, str(day("wed"))), finished) == {
        "strength.pins[1]": 1, "strength.pins[2]": 1,
    }  # fmt: skip


def test_the_wish_is_a_wall_and_says_its_dates() -> None:
    wish = pinned(TUESDAY, f"{day('fri')} B")
    assert wish.hard
    assert wish.say() == "You pinned these sessions: 2027-01-05, 2027-01-08 B."
