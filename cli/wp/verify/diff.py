"""A quotation and its passage side by side, word by word, to be shown."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from wp.pattern import pattern
from wp.text import fold, sentences
from wp.verify.tokens import is_dense
from wp.verify.verdict import Verdict

CLOSING = ".,;:!?"
"""Punctuation that may end a quotation and is its sentence's, not the source's."""


# Of these one word stands for one, so that no clause is cut off.
_IN_PLACE = ("spelling", "figure", "date", "modal")
_WORD = pattern(r"\S+")
_BEGINS_CLAUSE = pattern(r"(?:\A|[.,;:!?]['\"’”)]*\s)\s*['\"‘“(]*\Z")
_ENDS_CLAUSE = pattern(r"['\"’”)]*(?:[.,;:!?]|\Z)")


class DiffPiece(NamedTuple):
    """A run of words that both have ("same"), or that only one of the two has.

    No blank stands before one that is `glued`, in a script without spaces.
    """

    side: Literal["same", "quotation", "source"]
    text: str
    glued: bool = False


class DiffWord(NamedTuple):
    """A word with the marks on it, or a letter of a script without spaces, and where it stands."""

    text: str
    start: int
    end: int


def diff_words(text: str) -> list[DiffWord]:
    """Return the words of a text as they are compared side by side."""
    found: list[DiffWord] = []
    for match in _WORD.finditer(text):
        start = match.start()
        for at in range(*match.span()):
            if text[at] > "\u0dff" and is_dense(text[at]):
                found += [DiffWord(text[start:at], start, at)] * (start < at)
                found.append(DiffWord(text[at], at, at + 1))
                start = at + 1
        found += [DiffWord(text[start : match.end()], start, match.end())] * (start < match.end())
    return found


def word_diff(quotation: str, source: str) -> list[DiffPiece]:
    """Return the runs of words of a quotation and of its passage in reading order.

    Words are compared folded, and so is the case of the first letter; the source's spelling of a
    common run is given.
    """
    ours, theirs = diff_words(quotation), diff_words(source)
    return list(_pieces(steps(ours, theirs), ours, theirs))


def steps(
    ours: Sequence[DiffWord], theirs: Sequence[DiffWord]
) -> Sequence[tuple[str, int, int, int, int]]:
    """Return the steps from the quotation's words to the source's, as difflib does."""
    return SequenceMatcher(
        None,
        _comparable([word.text for word in ours]),
        _comparable([word.text for word in theirs]),
        autojunk=False,
    ).get_opcodes()


def in_doubt(
    verdict: Verdict,
    before: str | None = None,
    after: str | None = None,
    *,
    quotation: str | None = None,
) -> bool:
    """Return whether it is not sure where the passage of an altered quotation begins and ends.

    So it is where the first or last words were changed, unless one word is spelt in another way,
    one figure or date has another value, or the passage is known to begin or end with a clause: the
    source's words in their place may stop within a phrase. `quotation` is it as it is compared,
    where that is not the verdict's own; `before` and `after` are what stands beside the passage.
    """
    pieces = word_diff(verdict.quotation if quotation is None else quotation, verdict.source or "")
    first, last = verdict.changes[0], verdict.changes[-1]
    begins = before is not None and _BEGINS_CLAUSE.search(before)
    ends = after is not None and _ENDS_CLAUSE.match(after)
    return any(
        piece.side != "same" and not known and (one.kind not in _IN_PLACE or " " in one.quotation)
        for piece, one, known in ((pieces[0], first, begins), (pieces[-1], last, ends))
    )


def in_whole_sentences(before: str, words: str, after: str) -> tuple[str, str, str]:
    """Return words with what stands before and after them in their sentences only."""
    text = before + words + after
    start, end = len(before), len(before + words)
    spans = [span for span in sentences(text) if span[0] < end and start < span[1]]
    first, last = (spans[0][0], spans[-1][1]) if spans else (start, end)
    return text[min(first, start) : start], words, text[end : max(last, end)]


def _pieces(
    operations: Sequence[tuple[str, int, int, int, int]],
    ours: list[DiffWord],
    theirs: list[DiffWord],
) -> Iterator[DiffPiece]:
    for operation, start, end, source_start, source_end in operations:
        if operation == "equal":
            yield _piece("same", theirs, source_start, source_end)
            continue
        if start < end:
            yield _piece("quotation", ours, start, end)
        if source_start < source_end:
            yield _piece("source", theirs, source_start, source_end)


def _piece(
    side: Literal["same", "quotation", "source"], words: list[DiffWord], first: int, stop: int
) -> DiffPiece:
    glued = first > 0 and words[first - 1].end == words[first].start
    return DiffPiece(side, joined(words[first:stop]), glued)


def joined(words: Sequence[DiffWord]) -> str:
    """Join words of one text, with a blank where white space parts them."""
    texts: list[str] = []
    end = words[0].start if words else 0
    for word in words:
        texts += [" "] * (word.start > end) + [word.text]
        end = word.end
    return "".join(texts)


def _comparable(words: list[str]) -> list[str]:
    """Fold words as verdicts do: marks, the first letter's case, closing punctuation."""
    folded = [fold(word).text for word in words]
    if folded:
        folded[0] = folded[0].lstrip("'")
        folded[0] = folded[0][:1].lower() + folded[0][1:]
        folded[-1] = folded[-1].rstrip(CLOSING + "'")
    return folded
