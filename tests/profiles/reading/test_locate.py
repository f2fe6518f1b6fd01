import pytest

from profiles.reading.locate import KeyPath, line_of, spelled

TEXT = '''\
a = 1
[t]  # a comment with [brackets] and = signs
"q.k".b = """
[no table]
x = 1
"""
list = [
  1, # ]
  { x = 1.5, y = "]" }, 2027-01-01 07:00:00.5,
  [ 'a',
    'b' ],
]
[[races]]
name = 'one # two'
[[races.splits]]
inline = { deep = [1,
2] }
[[races.splits]]
[[races]]
[races.goal]
x."y" = -inf
"c\\u0021" = 3
'''


@pytest.mark.parametrize(
    ("key_path", "line"),
    [
        (("a",), 1),
        (("t",), 2),
        (("t", "q.k", "b"), 3),
        (("t", "list"), 7),
        (("t", "list", 0), 8),
        (("t", "list", 1, "y"), 9),
        (("t", "list", 2), 9),
        (("t", "list", 3), 10),
        (("t", "list", 3, 1), 11),
        (("races",), 13),
        (("races", 0), 13),
        (("races", 0, "name"), 14),
        (("races", 0, "splits", 0, "inline", "deep", 0), 16),
        (("races", 0, "splits", 0, "inline", "deep", 1), 17),
        (("races", 0, "splits", 1), 18),
        (("races", 1), 19),
        (("races", 1, "goal"), 20),
        (("races", 1, "goal", "x", "y"), 21),
        (("races", 1, "goal", "c!"), 22),
    ],
)
def test_every_key_and_element_has_its_line(key_path: KeyPath, line: int) -> None:
    assert line_of(TEXT, key_path) == line


def test_what_has_no_line_gets_the_one_around_it() -> None:
    assert line_of(TEXT, ("races", 0, "date")) == 13
    assert line_of(TEXT, ("t", "list", 9, "x")) == 7


def test_what_nothing_is_around_has_no_line() -> None:
    assert line_of(TEXT, ("season",)) is None
    assert line_of(TEXT, ()) is None


def test_a_table_named_after_its_inner_table_has_its_own_line() -> None:
    assert line_of("[runs.on]\n\n[runs]\n", ("runs",)) == 3


def test_windows_line_ends_count_once() -> None:
    assert line_of("a = 1\r\n\r\nb = 2\r\n", ("b",)) == 3


def test_text_may_end_in_quotes_of_its_own() -> None:
    assert line_of('a = """x"""""\nb = \'\'\'\n"""\'\'\'\nc = ""\nd = """"""\ne = 1', ("e",)) == 6


def test_a_deep_list_is_no_deeper_here_than_in_the_parser() -> None:
    depth = 300
    assert line_of(f"a = {'[' * depth}{']' * depth}\nb = 1", ("b",)) == 2


def test_a_key_path_is_spelled_as_people_write_it() -> None:
    assert spelled(("races", 1, "date")) == "races[1].date"
    assert spelled(("places", "the gym", "equipment", 0)) == 'places."the gym".equipment[0]'
    assert spelled(("a\n", 'the "gym"')) == '"a\\n"."the \\"gym\\""'
    assert spelled(("\x9b31m\x7f",)) == '"\\u009b31m\\u007f"'
    assert spelled(()) == ""
