import pytest

from profiles.amount import Amount


@pytest.mark.parametrize(
    ("amount", "spelled"),
    [
        (Amount("reps", (8, 10), each_side=True), "8-10 reps a side"),
        (Amount("reps", (12, 12)), "12 reps"),
        (Amount("reps", (15, 20), sets=(3, 3), each_side=True), "3 x 15-20 reps a side"),
        (Amount("seconds", (45, 45), each_side=True), "45 s a side"),
        (Amount("seconds", (30, 30), sets=(2, 3)), "2-3 x 30 s"),
        (Amount("seconds", (120, 180)), "2-3 min"),
        (Amount("seconds", (300, 300)), "5 min"),
        (Amount("seconds", (60, 120)), "60-120 s"),
        (Amount("seconds", (120, 150)), "120-150 s"),
        (Amount("reps"), "as many as good form allows"),
        (Amount("seconds", each_side=True), "as long as good form allows a side"),
    ],
)
def test_amounts_are_spelled_in_the_unit_that_reads_best(amount: Amount, spelled: str) -> None:
    assert str(amount) == spelled
    assert Amount.parse(spelled) == amount


def test_where_a_number_alone_counts_reps_their_word_is_left_out() -> None:
    assert Amount.parse("2 x 8-10 reps a side").spelled(reps="") == "2 x 8-10 a side"
    assert Amount.parse("2 x 30 s").spelled(reps="") == "2 x 30 s"


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("a few", "'a few' is no amount; write '8-10 reps', '2 x 30 s a side', '5 min' or 'as many as "),
        ("10-8 reps", "'10-8 reps' has the larger number first"),
        ("3-2 x 8 reps", "'3-2 x 8 reps' has the larger number first"),
    ],
)  # fmt: skip
def test_what_is_no_amount_is_reported_with_what_is_allowed(said: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Amount.parse(said)
