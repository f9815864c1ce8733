"""Every place where the text has these very words: nothing ranked, nothing corrected."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from wp.errors import UsageError
from wp.model import Base, Section, is_chosen
from wp.search.passages import sentences_of
from wp.text import Folded, fold, is_whole


class Occurrence(NamedTuple):
    """A place where the text has the words.

    `start` and `end` are offsets in the section's text, `sentence` the span of the sentences that
    the words stand in. A heading has paragraph 0 and offsets in the section's title.
    """

    document: str
    section: str
    paragraph: int
    start: int
    end: int
    sentence: tuple[int, int]


def occurrences(
    bases: Iterable[Base], sought: str, *, regex: bool = False, sections: Collection[str] = ()
) -> list[Occurrence]:
    """Return every place of these words in the text and headings of the bases, in order.

    Text is folded as quotations are (white space, quotation marks, dashes; case as well), so that
    words are found over line and sentence ends. Whole words are meant: "peace" is not found in
    "peacekeeping"; a regular expression is held to nothing. `sections` are ids, as `is_chosen`
    takes them. UsageError for an empty text and an expression that is not one.
    """
    pattern = _pattern(sought, regex)
    found: list[Occurrence] = []
    for base in bases:
        for section in base.sections:
            if is_chosen(sections, section.document, section.id):
                found += _in_section(section, pattern, whole=not regex)
    return found


def _pattern(sought: str, regex: bool) -> "re.Pattern[str]":
    words = sought.strip() if regex else fold(sought).text
    if not words:
        raise UsageError("the text to look for is empty", remedy='try: wp grep "standby force"')
    try:
        return re.compile(words if regex else re.escape(words), re.IGNORECASE)
    except re.error as error:
        where = f" (character {error.pos + 1})" if error.pos is not None else ""
        raise UsageError(
            f"the regular expression cannot be read: {error.msg}{where}",
            remedy="leave --regex out to look for the text as it is",
        ) from None


def _in_section(
    section: Section, pattern: "re.Pattern[str]", *, whole: bool
) -> Iterator[Occurrence]:
    title = fold(section.title)
    for start, end in _spans(title, pattern, whole):
        yield Occurrence(section.document, section.id, 0, start, end, (0, len(section.title)))
    folded = fold(section.text)
    breaks = [match.start() for match in re.finditer("\n", section.text)]
    cut: list[tuple[int, int]] | None = None
    for start, end in _spans(folded, pattern, whole):
        cut = [span[2:] for span in sentences_of(section)] if cut is None else cut
        inside = [span for span in cut if span[0] < end and start < span[1]] or [(start, end)]
        yield Occurrence(
            section.document,
            section.id,
            bisect_right(breaks, start) + 1,
            start,
            end,
            (min(start, inside[0][0]), max(end, inside[-1][1])),
        )


def _spans(folded: Folded, pattern: "re.Pattern[str]", whole: bool) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(folded.text):
        start, end = match.span()
        if start < end and (not whole or is_whole(folded.text, start, end)):
            yield folded.original(start, end)
