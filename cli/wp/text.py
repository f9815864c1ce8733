"""Text folded for comparison, with the way back to original offsets; words; sentences.

Printed and typed text differ in marks that carry no meaning: line breaks, curly or straight
quotation marks, hyphen and dash glyphs, characters that are written in several ways or cannot be
seen. `fold` evens them out and remembers where each character came from, so that what is found in
folded text is answered in the original's offsets.
"""

import re
import unicodedata
from typing import NamedTuple

from wp.english import MONTH_NUMBERS, MONTHS
from wp.pattern import pattern

# What is folded, hidden, refused: one table for all readers

QUOTATION_MARKS = "\"'`´‘’‚‛“”„‟′″‹›«»「」『』＂＇ʼ〝〞〟❛❜❝❞《》〈〉"
DASHES = "-‐‑‒–—―−﹣－"
ELLIPSES = "…⋯‥"
SPACES = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)

# Characters that are not shown, as the inside of a character class: Default_Ignorable_Code_Point of
# the Unicode Character Database (DerivedCoreProperties.txt), the byte order mark among it; code
# points that are not assigned are left out.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)

# Blocks of characters that stand for others by their look: letterlike signs, Roman numerals, Arabic
# and Latin presentation forms, half and full width, letters of mathematics, digraphs. Raised and
# lowered digits and fractions are not among them: 10² is not 102.
_PRESENTATION = (
    "\u0132\u0133\u013f\u0140\u0149\u017f\u01c4-\u01cc\u01f1-\u01f3\u2103\u2109\u2116\u2126\u212a\u212b"
    "\u2160-\u217f\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufb17\ufb1d-\ufdff\ufe70-\ufefc"
    "\uff03-\uff06\uff0a\uff0b\uff0f-\uff19\uff1c-\uff1e\uff20-\uff3a\uff3e\uff3f\uff41-\uff5a\uff5c"
    "\uff5e\uff65-\uff9f\uffe0-\uffe6\U0001d400-\U0001d7ff"
)
_LOOKALIKES = {"º": "°", "ʼ": "’"}  # an ordinal sign for a degree, a letter for an apostrophe
_HIDDEN = pattern(f"[{_INVISIBLE}]")
_FORMS = pattern(f"[{_PRESENTATION}]")
# What a text must hold to have a hidden character or a presentation form.
_UNEVEN = pattern(f"[{_INVISIBLE}{_PRESENTATION}{''.join(_LOOKALIKES)}]|[０-９][，．](?=[０-９])")
# A comma or point inside a number that is written in full-width digits.
_NUMBER_POINTS = pattern("(?<=[０-９])[，．](?=[０-９])")

# Scripts that put no space between words: Thai, Lao, Myanmar, Khmer, kana, Han.
DENSE = (
    "\u0e00-\u0e4e\u0e80-\u0ece\u1000-\u103f\u1780-\u17d3\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
)
"""Letters of scripts without spaces, as the inside of a character class."""
DENSE_NUMERALS = frozenset("一二三四五六七八九十百千万亿萬億兆〇零两兩")
"""Those of them that are numbers, in Chinese and Japanese."""


def plain_form(character: str) -> str:
    """Return the ordinary characters that a presentation form stands for: "ﬁ" is "fi", "８" is "8".

    Any other character is given back as it is.
    """
    if _FORMS.match(character):
        return unicodedata.normalize("NFKC", character)
    return _LOOKALIKES.get(character, character)


# Words and sentences

_FOLDS = {
    **{ord(mark): "'" for mark in QUOTATION_MARKS},
    **{ord(dash): "-" for dash in DASHES},
    **{ord(space): " " for space in SPACES},
}
_UNEVEN_SPACE = pattern(r"\s\s|^\s|\s\Z")
_BLANK_LINES = pattern(r"\n[ \t\r]*\n\s*")
_LAST_WORD = pattern(r"[\w.]+$")

Span = tuple[int, int]
"""The offsets [start, end) of some characters of a text."""

LETTER = pattern(r"[^\W\d_]")
"""A letter of any script: no digit, no underscore."""

WORD = pattern(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\w")

# A full stop after these does not end a sentence,
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st gen col lt sgt rep sen gov vs cf eds e.g i.e u.s u.k u.n "
    "rs approx est incl nu ca bzw usw mio mrd".split()
).union(MONTH_NUMBERS.keys() - {"mar", *(month.lower() for month in MONTHS)})
# nor one after these before a number ("No. 5", "Mar. 4").
_BEFORE_NUMBER = frozenset("no nos art arts para paras sec ch fig vol p pp mar".split())
_VISIBLE = pattern(r"\S")
# "98 km/h.", "205 m.": a letter that is no initial.
_UNIT_BEFORE = pattern(r"(?:/|\d\s?)[^\W\d_]\Z")
# nor one after a day of the month in German ("16. Januar"); they are read in quantities/languages.
_GERMAN_MONTH = pattern(
    r"\s(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November"
    r"|Dezember)\b"
)
# A note mark behind the full stop belongs to its sentence: ".[1]", ".⁵", ".[^1]". Only from the
# first of several marks on: "!!!!" would be gone through anew from each of them.
_SENTENCE_END = pattern(
    r"(?=[.!?。！？])(?:(?<![.!?])[.!?]+[\"'”’)\]]*(?:\[\^?\w{1,4}\]|[⁰¹²³⁴-⁹]+)*(?=\s)"
    r"|[。！？]+[」』”’]*)"
)


class Folded(NamedTuple):
    """Folded text and, for each of its characters, the offset it had in the original.

    `offsets` has one entry more than `text`: the original's length.
    """

    text: str
    offsets: tuple[int, ...] | range

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that the folded span [start, end) came from."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1


class Word(NamedTuple):
    """A word or number with its offsets in the text it was found in."""

    text: str
    start: int
    end: int


def fold(text: str) -> Folded:
    """Even out white space, quotation marks and dashes; leave letters and their case alone.

    All quotation marks and apostrophes become `'`, all hyphens and dashes `-`, every run of white
    space one space, characters that are not shown nothing, ligatures and other presentation forms
    the letters they stand for; white space at the ends goes. Combining accents are composed
    (Unicode NFC).
    """
    composed = is_even(text)
    if composed and not _UNEVEN_SPACE.search(text):
        return Folded(text.translate(_FOLDS), range(len(text) + 1))
    characters: list[str] = []
    offsets: list[int] = []
    for at, cluster in _clusters(text, composed):
        if cluster.isspace():
            if characters and characters[-1] != " ":
                characters.append(" ")
                offsets.append(at)
            continue
        for character in cluster.translate(_FOLDS):
            characters.append(character)
            offsets.append(at)
    if characters and characters[-1] == " ":
        characters.pop()
        offsets.pop()
    return Folded("".join(characters), (*offsets, len(text)))


def is_even(text: str) -> bool:
    """Return whether a text has no hidden character, presentation form or loose accent."""
    return text.isascii() or (not _UNEVEN.search(text) and unicodedata.is_normalized("NFC", text))


def _clusters(text: str, composed: bool) -> list[tuple[int, str]]:
    """Split into single characters, or into composed base-and-accents groups."""
    if composed:
        return list(enumerate(text))
    points = {match.start() for match in _NUMBER_POINTS.finditer(text)}
    groups: list[tuple[int, str]] = []
    for at, character in enumerate(text):
        if _HIDDEN.match(character):
            continue
        if character in "，．" and at in points:
            character = "," if character == "，" else "."
        character = plain_form(character)
        if groups and unicodedata.combining(character[0]) and not groups[-1][1].isspace():
            start, group = groups[-1]
            groups[-1] = (start, group + character)
        else:
            groups.append((at, character))
    return [(at, unicodedata.normalize("NFC", group)) for at, group in groups]


def squeeze(text: str) -> str:
    """Fold white space only: every run becomes one space, none is left at the ends."""
    return " ".join(text.split())


def find_squeezed(needle: str, haystack: str, start: int = 0) -> tuple[int, int] | None:
    """Find `needle` in `haystack` from offset `start` on, any white space matching any other.

    Gives the span in `haystack`, or None.
    """
    pieces = needle.split()
    if not pieces:
        return None
    if len(pieces) == 1:
        at = haystack.find(pieces[0], start)
        return None if at < 0 else (at, at + len(pieces[0]))
    match = re.compile(r"\s+".join(map(re.escape, pieces))).search(haystack, start)
    return None if match is None else match.span()


def find_printed(printed: str, text: str, at: int = 0) -> int:
    """Find words or a number from an offset on where they stand whole: no "12" in "120".

    Gives the offset, -1 when they stand nowhere.
    """
    while (at := text.find(printed, at)) >= 0 and not is_whole(text, at, at + len(printed)):
        at += 1
    return at


_FIRST_DENSE = "\u0e00"
_DENSE = pattern(f"[{DENSE}]")


def is_whole(text: str, start: int, end: int) -> bool:
    """Return whether a stretch of a text cuts no word or number in two."""
    return not (_joined(text, start) or _joined(text, end))


def find_whole(quote: str, text: str, at: int = 0) -> tuple[int, int] | None:
    """Find a quote from an offset on where it cuts no word or number in two; None when nowhere."""
    while span := find_squeezed(quote, text, at):
        start, end = span
        if is_whole(text, start, end):
            return span
        at = start + 1
    return None


def _joined(text: str, at: int) -> bool:
    """Return whether the characters on both sides of an offset belong to one word or number."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        # Where no spaces are, every letter is a word; only those of a number belong together.
        if max(before, after) < _FIRST_DENSE or not _DENSE.search(before + after):
            return True
        return all(one.isdigit() or one in DENSE_NUMERALS for one in (before, after))
    if before in ".," and after.isdigit():
        return text[at - 2 : at - 1].isdigit()
    return after in ".," and before.isdigit() and text[at + 1 : at + 2].isdigit()


def words(text: str) -> list[Word]:
    """Return the words and numbers of a text in order; a hyphen parts two words.

    A number keeps its inner points and commas ("1,178", "92.9"), a word its apostrophe ("China's").
    """
    return [Word(match.group(), match.start(), match.end()) for match in WORD.finditer(text)]


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a text, in order, without the white space between them.

    A sentence ends at `.`, `!` or `?` (with the closing marks behind it) before white space and
    something that can begin a sentence, outside brackets, and not after an abbreviation or an
    initial. A line break that follows no such mark ends one too when a blank line follows.
    """
    spans: list[tuple[int, int]] = []
    for start, end in _blocks(text):
        spans.extend(_sentences_of_block(text, start, end))
    return spans


def _blocks(text: str) -> list[tuple[int, int]]:
    """Split at blank lines: no sentence runs over one."""
    blocks = []
    at = 0
    for gap in _BLANK_LINES.finditer(text):
        blocks.append((at, gap.start()))
        at = gap.end()
    blocks.append((at, len(text)))
    return blocks


def _sentences_of_block(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    depth = 0
    scanned = start
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        depth += _bracket_balance(text, scanned, match.end())
        scanned = match.end()
        if depth > 0 or not _ends_sentence(text, match, begin, end):
            continue
        depth = 0
        spans.append((begin, match.end()))
        begin = match.end()
    spans.append((begin, end))
    return [span for span in (_strip(text, *span) for span in spans) if span[0] < span[1]]


def _bracket_balance(text: str, start: int, end: int) -> int:
    piece = text[start:end]
    return piece.count("(") + piece.count("[") - piece.count(")") - piece.count("]")


_MARK = 3  # digits of an item's or paragraph's number at most


def _ends_sentence(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    # Not by slicing: what is left of a long text would be copied for each of its sentences.
    next_one = _VISIBLE.search(text, match.end(), end)
    if next_one is None:
        return True
    following = next_one.group()
    if following.islower():
        return False
    if match.group().startswith("."):
        before = _LAST_WORD.search(text[max(begin, match.start() - 20) : match.start()])
        word = before.group().lower() if before else ""
        line = text[max(begin, match.start() - 20) : match.start()].rpartition("\n")[2]
        if word.isdigit() and len(word) <= _MARK and line.strip() == word:
            return False  # "14. I propose": the mark of an item or paragraph
        if word in _ABBREVIATIONS or (word in _BEFORE_NUMBER and following.isdigit()):
            return False
        if word.isdigit() and len(word) < 3 and _GERMAN_MONTH.match(text, match.end()):
            return False
        if len(word) == 1 and word.isalpha() and word != "i":
            return _UNIT_BEFORE.search(text, begin, match.start()) is not None
    return True


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
