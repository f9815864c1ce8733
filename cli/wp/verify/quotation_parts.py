"""Marked omissions and editorial insertions: a quotation taken apart at them.

A quotation is read as pieces of the source parted by seams: an ellipsis, which may leave out up to
80 words; a bracketed insertion of up to four words, which may stand for some words of the source;
a word with a bracketed letter or ending ("[T]he", "develop[s]").
"""

from collections.abc import Iterator
from typing import NamedTuple

from wp.pattern import pattern
from wp.verify.corpus import Corpus
from wp.verify.kinds import is_fixed
from wp.verify.tokens import (
    CLOSING,
    DASH,
    ELLIPSIS,
    QuotationTokens,
    is_dense,
    is_word,
    strip_marks,
)

MOST_OMITTED = 80
_MOST_INSERTED = 4
# A bracketed word can stand for a name; eight words is a long one.
_MOST_REPLACED = 8

# Around an ellipsis: the Nordic countries put strokes there, East Asia brackets of its own.
_BRACKETS = {"[": "]", "(": ")", "<": ">", "{": "}", "/": "/", "〔": "〕"}


class QuotedPiece(NamedTuple):
    """Tokens [first, stop) of the quotation that claim to stand in the source in a row.

    `edited` is set for a single word with a bracketed part: what stands before and after it, and
    the bracketed letters themselves.
    """

    first: int
    stop: int
    edited: tuple[str, str, str] | None = None


class Seam(NamedTuple):
    """A marked place, tokens [first, stop) of the quotation, at which words may be left out.

    `most` is how many words of the source; `inserted` the bracketed words; `printed` whether the
    source has just this bracket elsewhere, so that only its place tells it from the source's own.
    """

    first: int
    stop: int
    most: int
    inserted: str = ""
    printed: bool = False


class Parts(NamedTuple):
    """A quotation taken apart, in order."""

    pieces: tuple[QuotedPiece | Seam, ...]

    @property
    def marked(self) -> bool:
        """Return whether anything is marked as left out, inserted or edited."""
        return any(isinstance(part, Seam) or part.edited for part in self.pieces)


def take_apart(quotation: QuotationTokens, corpus: Corpus) -> Parts:
    """Read the ellipses and brackets of a quotation.

    Brackets of more than four words are words like any other. So are those that the source prints
    just so beside the same word.
    """
    seams = list(_seams(quotation, corpus))
    parts: list[QuotedPiece | Seam] = []
    at = 0
    for seam in seams:
        _add_piece(parts, quotation, at, seam.first)
        _add(parts, seam)
        at = seam.stop
    _add_piece(parts, quotation, at, len(quotation))
    return Parts(tuple(_stripped(parts, quotation)))


def _add(parts: list[QuotedPiece | Seam], part: QuotedPiece | Seam) -> None:
    """Append a part; seams with nothing between them become one."""
    last = parts[-1] if parts else None
    if isinstance(part, Seam) and isinstance(last, Seam):
        inserted = " ".join(filter(None, (last.inserted, part.inserted)))
        printed = last.printed or part.printed
        parts[-1] = Seam(last.first, part.stop, max(last.most, part.most), inserted, printed)
    else:
        parts.append(part)


def _add_piece(
    parts: list[QuotedPiece | Seam], quotation: QuotationTokens, first: int, stop: int
) -> None:
    if any(token not in CLOSING for token in quotation.texts[first:stop]):
        _add(parts, QuotedPiece(first, stop))


def _stripped(
    parts: list[QuotedPiece | Seam], quotation: QuotationTokens
) -> Iterator[QuotedPiece | Seam]:
    """Take the marks off pieces where they meet a seam or an end of the quotation."""
    for number, part in enumerate(parts):
        if isinstance(part, Seam) or part.edited:
            yield part
            continue
        before = parts[number - 1] if number else None
        after = parts[number + 1] if number + 1 < len(parts) else None
        first, stop = strip_marks(
            quotation.texts[part.first : part.stop],
            front=not isinstance(before, QuotedPiece),
            back=not isinstance(after, QuotedPiece),
        )
        yield QuotedPiece(part.first + first, part.first + stop)


def _seams(quotation: QuotationTokens, corpus: Corpus) -> Iterator[Seam | QuotedPiece]:
    texts = quotation.texts
    at = 0
    while at < len(texts):
        token = texts[at]
        part: Seam | QuotedPiece | None = None
        if token == ELLIPSIS:
            part = Seam(at, at + 1, MOST_OMITTED)
        elif token in _BRACKETS and texts[at + 1 : at + 3] == [ELLIPSIS, _BRACKETS[token]]:
            part = Seam(at, at + 3, MOST_OMITTED)
        elif token == "[" and _is_dashed(texts[at + 1 : at + 5]):
            part = Seam(at, texts.index("]", at) + 1, MOST_OMITTED)
        elif token == "[":
            part = _bracketed(quotation, at, corpus)
        if part is None:
            at += 1
        else:
            yield part
            at = part.stop


def _is_dashed(inside: list[str]) -> bool:
    """Return whether nothing but dashes stands before the closing bracket: "[---]", "[- - -]"."""
    dashes, closing, _ = "".join(inside).partition("]")
    return bool(dashes and closing) and set(dashes) == {DASH}


def _bracketed(quotation: QuotationTokens, at: int, corpus: Corpus) -> Seam | QuotedPiece | None:
    """Read the editorial bracket that opens at a token; None when it is none."""
    texts, spans = quotation.texts, quotation.spans
    # Four words can have a few marks and hyphens among them.
    try:
        close = texts.index("]", at, at + 4 * _MOST_INSERTED)
    except ValueError:
        return None
    inner = quotation.slice(at + 1, close)
    if (
        not inner
        or _length(quotation, at + 1, close) > _MOST_INSERTED
        or ELLIPSIS in texts[at:close]
        or "[" in texts[at + 1 : close]
    ):
        return None
    printed = corpus.prints(texts[at : close + 1])
    if printed and _has_printed_neighbour(corpus, texts, at, close + 1):
        return None
    stop = close + 1
    before = after = ""
    if at and is_word(texts[at - 1]) and spans[at - 1][1] == spans[at][0]:
        before = texts[at - 1]
    if stop < len(texts) and is_word(texts[stop]) and spans[stop][0] == spans[close][1]:
        after = texts[stop]
    if is_dense(before) or is_dense(after):
        before = after = ""
    if (not before and not after) or inner == "sic":
        return Seam(at, stop, _MOST_REPLACED, inner, printed)
    if printed:
        return None
    if before.isalpha() and not after and inner.isdigit():
        return Seam(at, stop, 0, inner)  # the mark of a note
    letters = "".join(texts[at + 1 : close])
    if not _are_letters(letters):
        return None
    return QuotedPiece(at - bool(before), stop + bool(after), (before, letters, after))


def _has_printed_neighbour(corpus: Corpus, texts: list[str], at: int, stop: int) -> bool:
    """Return whether the source has a bracket beside the word that the quotation has it beside, or
    it stands alone."""
    before = [*texts[:at][-1:]] if at and texts[at - 1] != ELLIPSIS else []
    after = texts[stop : stop + 1] if texts[stop : stop + 1] != [ELLIPSIS] else []
    bracket = texts[at:stop]
    return (
        not (before or after)
        or bool(before and corpus.prints([*before, *bracket]))
        or bool(after and corpus.prints([*bracket, *after]))
    )


def _length(quotation: QuotationTokens, first: int, stop: int) -> int:
    """Count words as white space parts them; two letters of a script without spaces are one."""
    dense = sum(map(is_dense, quotation.texts[first:stop]))
    return len(quotation.slice(first, stop).split()) + (dense - 1) // 2 * bool(dense)


# What an editor fits into another sentence is the form of a word, never the word: the letters in
# the brackets put the source's own back, change their case, or are another ending of the same word.

# The endings of English nouns and verbs; one may stand for another, also for none.
_ENDINGS = frozenset(("", "s", "es", "e", "ed", "d", "ing", "ings", "n", "en", "'s", "'"))
_ENDINGS_OF_Y = frozenset(("y", "ies", "ied", "ying"))
_FORMS = tuple(
    frozenset(forms.split())
    for forms in ("have has had having", "do does did done doing", "go goes went gone going",
                  "be is are was were been being am")
)  # fmt: skip
_SHORTEST_STEM = 3
_SHORTEST_STEM_OF_Y = 2
_LETTERS = pattern(r"[^\W\d_]*")


def fits(before: str, bracketed: str, after: str, printed: str) -> bool:
    """Return whether a word with bracketed letters stands for a word of the source.

    "[t]he" does for "The", "develop[s]" for "developing", "stop[ped]" for "stop", "ha[d]" for
    "has"; "no[w]" does not for "not", nor "s[lain]" for "sent", and nothing does inside a number.
    """
    if any(character.isdigit() for character in before + bracketed + after + printed):
        return False
    whole = before + bracketed + after
    if whole.casefold() == printed.casefold():
        return True
    if after or not bracketed.islower() or is_fixed(printed.lower()):
        return any({whole.lower(), printed.lower()} <= forms for forms in _FORMS)
    if any({whole.lower(), printed.lower()} <= forms for forms in _FORMS):
        return True
    return _is_ending(before, bracketed, printed) or (
        # "stopp[ed]" for "stop": the doubled letter may stand on either side of the bracket.
        before[-1:] == before[-2:-1] and _is_ending(before[:-1], bracketed, printed)
    )


def _is_ending(stem: str, bracketed: str, printed: str) -> bool:
    if not printed.startswith(stem):
        return False
    rest = printed[len(stem) :]
    if len(stem) >= _SHORTEST_STEM_OF_Y and bracketed in _ENDINGS_OF_Y and rest in _ENDINGS_OF_Y:
        return True
    doubled = stem[-1:]
    return (
        len(stem) >= _SHORTEST_STEM
        and _without(doubled, bracketed) in _ENDINGS
        and _without(doubled, rest) in _ENDINGS
    )


def _without(doubled: str, ending: str) -> str:
    """Take a doubled consonant off an ending: "stop[ped]"."""
    return ending[1:] if len(ending) > 2 and ending[0] == doubled else ending


def _are_letters(text: str) -> bool:
    """Return whether bracketed text can be letters of a word: "s", "T", "'s"."""
    return bool(_LETTERS.fullmatch(text.removeprefix("'")))
