"""The words of a block: white space folded, what cannot be seen left out, parted at breaks."""

from bisect import bisect_right
from sys import maxsize

from wp.documents.mapped import Mapped, without
from wp.pattern import pattern

BREAK = "\x0b"
"""A line break that the markup asks for, among the words of a block; two part paragraphs."""

_BREAKS = pattern(rf"{BREAK}\s*{BREAK}\s*")
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
    body = Mapped(body.text.translate(_SPACES), body.runs)
    if "  " not in body.text and body.text.isprintable():
        return body.strip()  # neither a line break nor what cannot be seen
    return without(without(body, _SURPLUS), _SURPLUS).strip()


def span_of(body: Mapped) -> tuple[int, int]:
    """Return the span in the file; -1 and -1 where there is no way back."""
    return (body.at(0), body.end()) if body.runs else (-1, -1)


def parted(whole: Mapped) -> list[Mapped]:
    """Part at two line breaks in a row."""
    parts = []
    kept = 0
    for match in _BREAKS.finditer(whole.text):
        parts.append(whole.part(kept, match.start()))
        kept = match.end()
    return [*parts, whole.part(kept, len(whole.text))]


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
