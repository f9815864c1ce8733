"""Rows with rules between them: what stands where, and in which style."""

from io import StringIO

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from wp.show.ruled import RuledRow, RuledRows

HEAD = RuledRow((Text("No", justify="right"), Text("Kind")), (Text("Words"),))


def drawn(rows: list[RuledRow], width: int, *, color: bool = False) -> list[str]:
    file = StringIO()
    console = Console(
        file=file, width=width, force_terminal=color, color_system="standard" if color else None
    )
    console.print(RuledRows(HEAD, rows), crop=False)
    return file.getvalue().splitlines()


def broken(text: Text, width: int) -> list[str]:
    """The lines of a text beside a cell, where there is room for so many letters."""
    console = Console(file=(file := StringIO()), width=width + 3)
    console.print(RuledRows(None, [RuledRow((Text("x"),), (text,), joined=True)]), crop=False)
    return [line[3:].rstrip() for line in file.getvalue().splitlines()]


def row(number: str, kind: str, *beside: str) -> RuledRow:
    return RuledRow((Text(number, justify="right"), Text(kind)), tuple(map(Text, beside)))


def test_cells_stand_in_columns_and_texts_beside_them_line_by_line() -> None:
    rows = [row("7", "a", "one two three", "four"), row("12", "kin", "five")]
    assert drawn(rows, 24) == [
        " " + "─" * 22,
        " No   Kind   Words",
        " " + "─" * 22,
        "  7   a      one two",
        "             three",
        "             four",
        " " + "─" * 22,
        " 12   kin    five",
        " " + "─" * 22,
    ]


def test_what_is_too_long_for_a_line_goes_on_in_the_next() -> None:
    lines = drawn([row("1", "a", "V.topic.a-long-identifier")], 30)
    assert "".join(line[13:].strip() for line in lines[3:-1]) == "V.topic.a-long-identifier"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a style of the whole text, of a part of it, and both
        (Text("all", style="bold"), "\x1b[1mall\x1b[0m"),
        (Text.assemble("a", ("part", "bold")), "a\x1b[1mpart\x1b[0m"),
        (Text.assemble("a", ("part", "bold"), style="green"), "\x1b[32ma\x1b[0m\x1b[1;32mpart"),
    ],
)
def test_texts_keep_their_styles(text: Text, expected: str) -> None:
    lines = drawn([RuledRow((text, Text("x")), (text,))], 40, color=True)
    assert lines[3].count(expected) == 2


PLAIN = st.text(st.sampled_from("ab é“”…-¶  "), min_size=1, max_size=120).filter(str.strip)


@given(PLAIN, st.integers(1, 30))
def test_lines_break_where_rich_breaks_them(plain: str, width: int) -> None:
    assume(max(map(len, plain.split())) < width)
    text = Text(plain.strip(), style="bold")
    expected = text.wrap(Console(width=width), width, overflow="fold")
    printed = [line.plain.rstrip().replace("\u00a0", " ") for line in expected]
    assert broken(text, width) == printed


@given(PLAIN, st.integers(1, 30))
def test_words_too_long_for_a_line_lose_no_letter(plain: str, width: int) -> None:
    lines = broken(Text(plain.lstrip()), width)
    assert max(map(len, lines)) <= width
    assert all(lines)
    assert "".join("".join(lines).split()) == "".join(plain.split())


WORDS = st.text(st.sampled_from("ab é中…-"), min_size=1, max_size=30)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=3), st.integers(60, 90))
def test_no_line_is_wider_than_the_terminal_and_no_letter_is_lost(
    texts: list[tuple[str, str]], width: int
) -> None:
    lines = drawn([row("1", "a", *pair) for pair in texts], width)
    assert max(map(cell_len, lines)) <= width
    printed = "".join("".join(lines[3:]).split())
    for letter in "béc中":
        assert printed.count(letter) == "".join(map("".join, texts)).count(letter)


def test_joined_rows_have_no_rule_and_a_blank_may_hold() -> None:
    rows = [
        RuledRow((Text("a\nb", justify="right"), Text("x")), (Text("one"),), joined=True),
        RuledRow((Text("cde"), Text("y")), (Text("at VI\u00a0¶4"),), joined=True),
    ]
    console = Console(file=(file := StringIO()), width=15)
    console.print(RuledRows(None, rows))
    assert [line.rstrip() for line in file.getvalue().splitlines()] == [
        "  a  x  one",
        "  b",
        "cde  y  at",
        "        VI ¶4",
    ]


def test_an_address_runs_on_whole_where_a_long_word_is_broken() -> None:
    lines = drawn([row("1", "a", "see https://example.org/harbours/1.htm there", "a" * 30)], 30)
    text = [line[len(" No   Kind   ") :].rstrip() for line in lines[3:-1]]
    assert text == ["see", "https://example.org/harbours/1.htm", "there", "a" * 16, "a" * 14]
