"""The prose of a block: its words as they are found, and what of them is none.

White space is folded, what cannot be seen is left out. Raised text, by markup (`<sup>`, `^5^`) or
by its characters ("¹²"), is a power, part of its number, or the mark of a note, which is no part of
the sentence; "[12]" and "[^1]" are marks in print that has no raised ones.
"""

import re
from bisect import bisect_right
from sys import maxsize
from typing import NamedTuple

from wp.documents import Mapped, Skipped, join, spelt, without
from wp.pattern import pattern

BREAK = "\x0b"
"""A line break that the markup asks for, among the words of a block; two part paragraphs."""
BREAKS = pattern(rf"{BREAK}\s*{BREAK}\s*")
"""What parts paragraphs."""

# A line that ends so ends a sentence, or what leads to a list: the next one does not go on.
CLAUSE_END = pattern(r"[.!?:;。！？：；…][\"'”’)\]»]*$")
_LETTER = pattern(r"\w")
# Soft hyphens, zero-width characters, marks of writing direction.
_INVISIBLE = "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\x00"
_CJK = "\u3000-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60"
# Possessive and from the first blank on: a line of many blanks is looked through once.
_SURPLUS = pattern(
    rf"[{_INVISIBLE}]+"
    rf"|(?<=[{_CJK}]) *+\n[ \n]*+(?=[{_CJK}])"
    r"|(?<![ \n]) ++(?=\n)|(?<=\n)[ \n]++|(?<= ) ++(?!\n)"
)
_BLANKS = "\t\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_CONTROLS = "".join(map(chr, (*range(1, 9), *range(12, 32), *range(127, 160))))
_SPACES = str.maketrans(dict.fromkeys(_BLANKS + _CONTROLS, " ") | {"\r": "\n", BREAK: "\n"})


def tidied(body: Mapped) -> Mapped:
    """Fold white space, line breaks to "\\n", and leave out what cannot be seen."""
    if not body.text.isprintable():  # a line break, a blank of another kind, what cannot be seen
        body = Mapped(body.text.translate(_SPACES), body.runs)
    if "  " not in body.text and body.text.isprintable():
        return body.strip()
    return without(without(body, _SURPLUS), _SURPLUS).strip()


def span_of(body: Mapped) -> tuple[int, int]:
    """Return the span in the file; -1 and -1 where there is no way back."""
    return (body.at(0), body.end()) if body.runs else (-1, -1)


def code_spans(body: Mapped, places: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the spans of a body that come from places of the file."""
    spans: list[tuple[int, int]] = []
    for run in body.runs:
        place = bisect_right(places, (run.at, maxsize)) - 1
        if place >= 0 and run.at < places[place][1]:
            spans.append((run.start, run.start + run.width))
    return tuple(spans)


def words_lost(text: str) -> bool:
    """Return whether text that is passed over had letters or digits."""
    return bool(_LETTER.search(text))


_ONE = r"(?:\d{1,3}|[*†‡§¶]{1,3})"
_MARK = pattern(rf"{_ONE}(?:\s?[,;–-]\s?{_ONE})*")
_BRACKETED = pattern(r"[\[(]\s?\w{1,4}\s?[\])]")
_LETTERED = pattern(r"[a-z]|[ivx]{1,5}")
_EXPONENT = pattern(r"[+\u2212-]?\d{1,3}")
_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = str.maketrans("0123456789+-\u2212", _DIGITS + "⁺⁻⁻")
_LOWERED = str.maketrans(_DIGITS, "0123456789")
# What a number raised behind it is the power of: a base, a unit, a letter of a formula.
_BASE = pattern(
    r"(?:(?<![\d.,])(?:10|2)|(?<![^\W\d_])(?:[^\W\d_]|[mcdhk]m|ft|in|mi|yd|co|chi|"
    r"(?:kilo|centi|milli)?met(?:re|er)s?|feet|foot|miles?|inch(?:es)?|yards?))$",
    re.IGNORECASE,
)
_REACH = 40  # characters before a mark that tell whether it is a power
# What stands for the way back from a note to its mark.
_BACK = frozenset(("↑", "↩", "↩\ufe0e", "⏎", "^"))

_IN_TEXT = pattern(
    # Not behind another raised sign: "g m⁻²" is a power, sign and all.
    rf"(?<![{_DIGITS}⁺⁻])[{_DIGITS}]+(?:[,\u2009][{_DIGITS}]+)*"
    r"|(?<=\S)\^(?P<raised>[^\s^]{1,7})\^"
    # Behind a letter or a stop only: "201[8]" is a changed year, "liable [95]" a paragraph cited.
    r"|(?<=[^\W\d_.,;:!?\"'”’»)%])(?:\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\])+(?![\w(\[])"
    r"|(?<=[.,;:!?\"'”’»)%])(?:\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\])+(?![\w(\[])"
    r"|\[\^[^\]\s]+\]:?"
)
_MAY_HAVE = pattern(rf"[{_DIGITS}^\[]")


def superscript_text(text: str, before: str, *, linked: bool = False) -> str | None:
    """Return the plain text of a superscript, or None for the mark of a note.

    `before` is the text that it is raised behind; `linked` whether it leads to another place of the
    page. Numbers get superscript digits ("10⁶"); letters stay as they are ("19th").
    """
    text = text.strip()
    if linked and (_MARK.fullmatch(text) or _LETTERED.fullmatch(text)):
        return None
    if _BRACKETED.fullmatch(text):
        return None
    power = _BASE.search(before.rstrip()[-_REACH:])
    if _MARK.fullmatch(text) and not power:
        return None
    return text.translate(_RAISED) if _EXPONENT.fullmatch(text) else text


def without_marks(
    body: Mapped, code: tuple[tuple[int, int], ...] = ()
) -> tuple[Mapped, tuple[Mapped, ...]]:
    """Cut the marks of notes that stand among the characters; gives the rest, and the marks.

    The spans of `code` have none: "v[0]" names a place in a list.
    """
    if not _MAY_HAVE.search(body.text):
        return body, ()
    pieces: list[Mapped] = []
    marks: list[Mapped] = []
    kept = 0
    for match in _IN_TEXT.finditer(body.text):
        span = code[max(bisect_right(code, (match.start(), maxsize)) - 1, 0)] if code else (0, 0)
        if span[0] <= match.start() < span[1]:
            continue
        before = body.text[max(match.start() - _REACH, 0) : match.start()]
        part = body.part(*match.span())
        text: str | None = None
        if match["raised"]:
            text = superscript_text(match["raised"], before)
        elif match[0][0] in _DIGITS:
            text = superscript_text(match[0].translate(_LOWERED), before)
        pieces.append(body.part(kept, match.start()))
        kept = match.end()
        if text is None:
            marks.append(part)
        elif text == match[0]:
            pieces.append(part)
        else:
            pieces.append(spelt(text, part))
    if not kept:
        return body, ()
    pieces.append(body.part(kept, len(body.text)))
    return join(pieces), tuple(marks)


_PIECES = 8  # pieces before a superscript that tell what it is raised behind


class _Superscript(NamedTuple):
    first: int  # its first piece
    linked: bool


class OpenWords:
    """Takes what a driver finds within a block, in order; see `wp.documents.assemble`."""

    def __init__(self) -> None:
        self.skipped: list[Skipped] = []
        self._pieces: list[Mapped] = []
        self._code: list[tuple[int, int]] = []
        self._coded = 0
        self._bold_depth = 0
        self._plain_words = False
        self._superscript: _Superscript | None = None
        self._links: list[tuple[int, bool]] = []

    def text(self, piece: Mapped) -> None:
        """Take words of the block that is open."""
        self._plain_words = self._plain_words or not (self._bold_depth or piece.text.isspace())
        if self._coded:
            self.code(piece)
        else:
            self._pieces.append(piece)

    def code(self, piece: Mapped) -> None:
        """Take words that are printed as code."""
        self._plain_words = True
        if piece.runs:
            self._code.append((piece.at(0), piece.end()))
        self._pieces.append(piece)

    def open_bold(self) -> None:
        """Begin words in bold."""
        self._bold_depth += 1

    def close_bold(self) -> None:
        """End words in bold."""
        self._bold_depth = max(self._bold_depth - 1, 0)

    def open_code_words(self) -> None:
        """Begin words that are printed as code."""
        self._coded += 1

    def close_code_words(self) -> None:
        """End words that are printed as code."""
        self._coded = max(self._coded - 1, 0)

    def line_break(self) -> None:
        """Break the line; twice in a row, begin a new paragraph."""
        self._pieces.append(Mapped(BREAK, ()))

    def skip(self, start: int, end: int, what: str, why: str) -> None:
        """Note what is no part of the body."""
        self.skipped.append(Skipped(start, end, what, why))

    def open_superscript(self, *, linked: bool = False) -> None:
        """Begin raised text; `linked` where it is known to be a note's mark."""
        inner = bool(self._links and self._links[-1][1])
        self._superscript = _Superscript(len(self._pieces), linked or inner)

    def close_superscript(self) -> None:
        """End raised text: written as plain text, or left out as the mark of a note."""
        if self._superscript is None:
            return
        (first, linked), self._superscript = self._superscript, None
        before = join(self._pieces[max(first - _PIECES, 0) : first]).text
        whole = join(self._pieces[first:])
        del self._pieces[first:]
        text = superscript_text(whole.text, before.rpartition(BREAK)[2], linked=linked)
        if text is None:
            self.leave_out_mark(whole)
        elif text == whole.text:
            self._pieces.append(whole)
        else:
            self._pieces.append(spelt(text, whole))

    def open_link(self, *, inner: bool) -> None:
        """Begin a link; an inner one leads to a place of the same document."""
        self._links.append((len(self._pieces), inner))
        if self._superscript:
            first, linked = self._superscript
            self._superscript = _Superscript(first, linked or inner)

    def close_link(self) -> None:
        """End a link; the way back from a note to its mark is left out."""
        if self._links:
            first, inner = self._links.pop()
            short = len(self._pieces) - first <= 2
            if inner and short and join(self._pieces[first:]).text.strip() in _BACK:
                del self._pieces[first:]

    def leave_out_mark(self, mark: Mapped) -> None:
        """Note a note's mark that is left out of the text."""
        if mark.runs:
            self.skip(mark.at(0), mark.end(), "mark of a note", "it is no part of the sentence")
