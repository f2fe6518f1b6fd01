import pytest

from profiles.lift import Lift


@pytest.mark.parametrize(
    ("lift", "plain"),
    [
        (Lift(100), 100),
        (Lift(62.5), 62.5),
        (Lift(80, 5), "80 x 5"),
        (Lift(80, 5, 2), "80 x 5 @ 2"),
        (Lift(82.5, 1, 2), "82.5 x 1 @ 2"),
    ],
)
def test_a_maximum_stays_a_number_and_a_set_is_spelled_out(lift: Lift, plain: float | str) -> None:
    assert lift.plain() == plain
    assert Lift.parse(plain) == lift


@pytest.mark.parametrize("said", [1, 500, "1", "500 x 20 @ 10"])
def test_limits_are_allowed(said: float | str) -> None:
    assert Lift.parse(said).kg in (1, 500)


@pytest.mark.parametrize("said", [0.99, 500.01, "80 x 21", "80 x 0", "80 x 5 @ 11", True, None, "heavy", "80 x 5 @"])
def test_what_is_beyond_them_or_no_lift_is_refused(said: object) -> None:
    with pytest.raises(ValueError, match=r"allowed are 1 to 500|an estimate needs a set|is no lift; write"):
        Lift.parse(said)
