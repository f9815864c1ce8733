"""Which quotation marks belong together, and which are apostrophes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.verify.quotation_marks import find_marks


def quoted(text: str) -> list[str]:
    return [text[pair.opening + 1 : pair.closing] for pair in find_marks(text).pairs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each kind of mark
        ('a "b c" d', ["b c"]),
        ("a “b c” d", ["b c"]),
        ("a 'b c' d", ["b c"]),
        ("a ‘b c’ d", ["b c"]),
        ("a «b c» d", ["b c"]),
        ("a ‹b c› d", ["b c"]),
        ("a 「b c」 d", ["b c"]),
        ("a „b c“ d", ["b c"]),
        # several in a row, and one beside a dash or bracket
        ('"a," it says, "b"', ["a,", "b"]),
        ('(see "a")—"b"—and ["c"]', ["a", "b", "c"]),
        # only the outermost marks count
        ("“a ‘b’ c”", ["a ‘b’ c"]),
        ("‘a “b” c’", ["a “b” c"]),
        ("\"a 'b' c\"", ["a 'b' c"]),
        ("'a \"b\" c'", ['a "b" c']),
        ("“a “b” c”", ["a “b” c"]),
        ("\"a 'b'\"", ["a 'b'"]),
        # as manuals and TeX set them
        ("a `b c' d `e f', g", ["b c", "e f"]),
        ("a ``b c'' d ``e f''", ["b c", "e f"]),
        ("it's `the ship's crew' and the ships' own", ["the ship's crew"]),
        ("the '90s saw `b c' and 'tis `d e'", ["b c", "d e"]),
        # code is none, nor what stands in it
        ("a `b c` d 'e f' g", ["e f"]),
        ("a `b('c')` d `date '+%Y'` e", []),
        ("a `b c d", []),
        # over a line break
        ('"a\nb"', ["a\nb"]),
        # apostrophes are no marks
        ("don't, it's, the paper's, journalists' rights", []),
        ("the '90s and the '80s, rock 'n' roll, 'tis, class of '89", []),
        ("the ’90s and the journalists’ rights", []),
        ("‘don’t say the journalists’ rights’ end", ["don’t say the journalists’ rights"]),
        ("'the journalists' rights' end", ["the journalists' rights"]),
        ("'China's law' and China's", ["China's law"]),
        # inches and seconds
        ("a 5' 10\" man", []),
        # a closing mark before punctuation, and punctuation before it
        ("'a', 'b.' 'c'?", ["a", "b.", "c"]),
        # an apostrophe inside a double quotation does not reach out of it
        ("a 'b \"c' d\" e", ["c' d"]),
    ],
)
def test_quotations_are_what_stands_between_the_outermost_marks(
    text: str, expected: list[str]
) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "unopened", "unclosed"),
    [
        # an unclosed mark does not swallow the quotation behind it
        ("“a b. c “d” e", ["d"], 0, 1),
        ('"a b. c "d" e', ["d"], 0, 1),
        # a closing mark without an opening one
        ("a b” c “d” e", ["d"], 1, 0),
        ('a b" c "d" e', ["d"], 1, 0),
        # single marks are never reported: most are apostrophes
        ("'a b c", [], 0, 0),
    ],
)
def test_marks_without_a_partner_are_told(
    text: str, expected: list[str], unopened: int, unclosed: int
) -> None:
    marked = find_marks(text)
    assert quoted(text) == expected
    assert (len(marked.unopened), len(marked.unclosed)) == (unopened, unclosed)


WORDS = st.lists(st.text(alphabet="abcdefg", min_size=1, max_size=6), min_size=1, max_size=6)


@given(WORDS, WORDS, WORDS, st.sampled_from(['""', "“”", "‘’", "''", "«»"]))
def test_words_between_marks_are_found_whatever_they_are(
    before: list[str], inner: list[str], after: list[str], marks: str
) -> None:
    quotation = " ".join(inner)
    text = f"{' '.join(before)} {marks[0]}{quotation}{marks[1]}, {' '.join(after)}."
    assert quoted(text) == [quotation] or _shortened(inner[0], marks)


def _shortened(word: str, marks: str) -> bool:
    """Words that begin with an apostrophe in English ('em, 'bout) are no quotation marks' prey."""
    return marks in ("''", "‘’") and word in ("em", "bout", "cause")


@given(st.text(alphabet=st.sampled_from(list("ab s.'\"“”‘’«»„\n—("))))
def test_pairs_are_in_order_and_apart(text: str) -> None:
    marked = find_marks(text)
    ends = [at for pair in marked.pairs for at in pair]
    assert ends == sorted(set(ends))
    assert not {*marked.unopened, *marked.unclosed} & set(ends)
