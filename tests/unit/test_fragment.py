"""Links to a passage: a browser that follows the draft's steps marks the passage, no other."""

import re
import unicodedata
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.fragment import text_directive

PAGE = "https://example.org/p"
Span = tuple[int, int]


def parse(directive: str) -> dict[str, str]:
    """Take a directive apart as the draft's "parse a text directive" does."""
    assert directive.startswith("#:~:text=")
    value = directive.removeprefix("#:~:text=")
    assert value.isascii() and "&" not in value and not re.search(r"[\s\"<>`]", value)
    tokens = value.split(",")
    parts = {}
    if tokens[0].endswith("-"):
        parts["prefix"] = tokens.pop(0)[:-1]
    if tokens[-1].startswith("-"):
        parts["suffix"] = tokens.pop()[1:]
    assert 1 <= len(tokens) <= 2
    parts |= dict(zip(("start", "end"), tokens, strict=False))
    assert all(part and "-" not in part for part in parts.values())
    return {name: unquote(part, errors="strict") for name, part in parts.items()}


def exact(text: str) -> str:
    """Compare letter by letter."""
    return text


def primary(text: str) -> str:
    """Compare without case and accents, a letter for a letter."""
    plain = (unicodedata.normalize("NFD", letter)[0].lower() for letter in text)
    return "".join(letter if len(letter) == 1 else letter[0] for letter in plain)


class Browser:
    """The draft's "find a range from a text directive" over paragraphs of plain text."""

    def __init__(self, text: str, compare: Callable[[str], str], *, joins: bool) -> None:
        self.text = compare(text)
        self.compare = compare
        joint = r"(?:[.,'’]\w+)*" if joins else ""
        self.inside = {
            at
            for match in re.finditer(rf"\w+{joint}", text)
            for at in range(match.start() + 1, match.end())
        }

    def find(
        self, query: str, at: int, *, from_word: bool, to_word: bool, here: bool = False
    ) -> Span | None:
        """Find a string in range; a query never holds a line feed, so it stays in a paragraph."""
        query = self.compare(query)
        while True:
            found = self.text.find(query, at)
            if found < 0 or (here and found != at):
                return None
            span = (found, found + len(query))
            if (from_word and span[0] in self.inside) or (to_word and span[1] in self.inside):
                if here:
                    return None
                at = found + 1
                continue
            return span

    def past_space(self, at: int) -> int:
        while at < len(self.text) and self.text[at].isspace():
            at += 1
        return at

    def target(self, parts: dict[str, str]) -> Span | None:
        prefix, end, suffix = (parts.get(name) for name in ("prefix", "end", "suffix"))
        at = 0
        while at < len(self.text):
            to_word = end is not None or suffix is None
            if prefix is not None:
                before = self.find(prefix, at, from_word=True, to_word=False)
                if before is None:
                    return None
                at = before[0] + 1
                match = self.find(
                    parts["start"],
                    self.past_space(before[1]),
                    from_word=False,
                    to_word=to_word,
                    here=True,
                )
                if match is None:
                    continue
            else:
                match = self.find(parts["start"], at, from_word=True, to_word=to_word)
                if match is None:
                    return None
                at = match[0] + 1
            finish = match[1]
            while True:
                if end is not None:
                    closing = self.find(end, finish, from_word=True, to_word=suffix is None)
                    if closing is None:
                        return None
                    finish = closing[1]
                if suffix is None:
                    return match[0], finish
                after = self.past_space(finish)
                if self.find(suffix, after, from_word=False, to_word=True, here=True):
                    return match[0], finish
                if end is None:
                    break
        return None


def browsers(text: str) -> list[Browser]:
    """Browsers that differ in what they take for equal and for a word."""
    return [Browser(text, compare, joins=j) for compare in (exact, primary) for j in (True, False)]


def passage_in(text: str, start: int, end: int) -> Span:
    """Give the passage from its first word to its last."""
    words = list(re.finditer(r"\w+", text[start:end]))
    return start + words[0].start(), start + words[-1].end()


LONG = (
    "The harbour was built in the spring of 1990 by the town and its neighbours, "
    "and it was widened in the spring of 1991 by the town alone."
)

CASES = [
    ("a few words stand whole", "One two three. Four five.", "Four five.", "Four%20five"),
    ("first match wins, so the first needs nothing", "Red sea. Red sea.", "Red sea.", "Red%20sea"),
    (
        "a long passage is given by its ends",
        LONG,
        LONG,
        "The%20harbour%20was%20built,by%20the%20town%20alone",
    ),
    (
        "a hyphen would part prefix or suffix",
        "A law-based state is here.",
        "law-based state",
        "law%2Dbased%20state",
    ),
    ("a comma would part start and end", "So, 1,178 of them.", "1,178", "1%2C178"),
    ("an ampersand would end the directive", "R&D rose fast.", "R&D rose", "R%26D%20rose"),
    ("a percent sign is data", "It was 5% more then.", "5% more", "5%25%20more"),
    ("non-ASCII goes as UTF-8", "Le café est là.", "café", "caf%C3%A9"),
    ("ideographs go as UTF-8", "他说。人权", "人权", "%E4%BA%BA%E6%9D%83"),
    (
        "white space is as a page shows it",
        "Two  broad spaces here.",
        "Two  broad",
        "Two%20broad",
    ),
    (
        "ends of another paragraph each",
        "First line of text here\nand a second line",
        "line of text here\nand a second",
        "line%20of%20text%20here,and%20a%20second",
    ),
]


@pytest.mark.parametrize(("why", "text", "passage", "expected"), CASES, ids=[c[0] for c in CASES])
def test_form(why: str, text: str, passage: str, expected: str) -> None:
    start = text.index(passage)
    assert text_directive(text, start, start + len(passage), PAGE) == "#:~:text=" + expected


TWICE = [
    ("words behind tell apart", "We fish. We fish well.", 9, {"suffix": "well"}),
    (
        "words before tell apart, marks between them kept",
        "Tall ships. Old: tall ships.",
        17,
        {"prefix": "Old:"},
    ),
    ("case does not tell apart", "See THE SEA. Near the sea.", 18, {"prefix": "Near"}),
    ("accents do not tell apart", "A cafe. B café.", 10, {"prefix": "B"}),
    ("a paragraph before tells apart", "Law.\nTwo\nLaw.", 9, {"prefix": "Two"}),
    ("a paragraph behind tells apart", "Law\nLaw\nTwo", 4, {"suffix": "Two"}),
    ("no part reaches from one paragraph into the next", "Law.\nLaw.\nTwo", 5, {"prefix": "Law."}),
    ("part of a word is completed", "A sunflower.", 5, {"prefix": "sun"}),
]


@pytest.mark.parametrize(("why", "text", "start", "context"), TWICE, ids=[c[0] for c in TWICE])
def test_context(why: str, text: str, start: int, context: dict[str, str]) -> None:
    end = re.compile(r"[.\n]|$| well").search(text, start).start()  # type: ignore[union-attr]
    parts = parse(text_directive(text, start, end, PAGE))
    assert {name: part for name, part in parts.items() if name in ("prefix", "suffix")} == context
    for browser in browsers(text):
        assert browser.target(parts) == passage_in(text, start, end)


def test_a_passage_whose_opening_stands_before_is_told_by_its_length() -> None:
    """Both ends stand earlier, in other sentences; only the whole is new."""
    text = (
        "Law-based governance of the country and rule-based governance of the Party are goals. "
        "Laws and rules have both been upheld.\n"
        "Law-based governance of the country and rule-based governance of the Party have both "
        "been upheld."
    )
    start = text.index("\n") + 1
    parts = parse(text_directive(text, start, len(text), PAGE))
    for browser in browsers(text):
        assert browser.target(parts) == (start, len(text) - 1)


@pytest.mark.parametrize("marks", ["", "…", " — ", "“”"])
def test_no_words_no_link(marks: str) -> None:
    assert text_directive(f"a {marks} b", 2, 2 + len(marks), PAGE) == ""


def test_nothing_tells_twins_apart() -> None:
    """Forty equal words: no 24 words around one of the middle tell it from its neighbour."""
    assert text_directive("so " * 100, 150, 152, PAGE) == ""


WORDS = st.sampled_from("a A á b ab law-based 1,178 U.S. R&D don’t 5% x_y “c” ß 人权 well".split())
SENTENCES = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=4).map("\n".join)


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return text, start, end


@given(passages())
def test_law_every_browser_marks_the_passage_itself(case: tuple[str, int, int]) -> None:
    """Whatever a browser takes for equal, a directive leads to its passage, or there is none."""
    text, start, end = case
    directive = text_directive(text, start, end, PAGE)
    if not directive:
        return
    parts = parse(directive)
    for browser in browsers(text):
        assert browser.target(parts) == passage_in(text, start, end)


@given(st.lists(SENTENCES, min_size=1, max_size=4), st.data())
def test_law_a_passage_of_a_unique_paragraph_has_a_link(
    lines: list[str], data: st.DataObject
) -> None:
    """A paragraph that stands nowhere else tells its passages apart, when cut at its words."""
    number = data.draw(st.integers(0, len(lines) - 1))
    lines[number] = f"Zwei {lines[number]} Zwölf"
    text = "\n".join(lines)
    line_start = text.index(lines[number])
    edges = [match.span() for match in re.finditer(r"\S+", lines[number])]
    first = data.draw(st.integers(0, len(edges) - 1))
    last = data.draw(st.integers(first, len(edges) - 1))
    start, end = line_start + edges[first][0], line_start + edges[last][1]
    assert text_directive(text, start, end, PAGE) != ""


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/p", "#:~:text=Two%20wardens"),
        ("https://example.org/p#sec5", ":~:text=Two%20wardens"),  # one "#" an address
    ],
)
def test_a_page_with_a_fragment_gets_no_second_sign(address: str, expected: str) -> None:
    assert text_directive("Two wardens watch the nets.", 0, 11, address) == expected
