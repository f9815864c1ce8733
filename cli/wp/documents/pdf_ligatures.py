"""Letters that a font draws as one sign and a PDF does not tell: "di?culties", "inancial"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from wp.documents.pdf_words import LOST, Page, PdfWord
from wp.pattern import pattern
from wp.words.lexicon import is_common

_SIGNS = ("fi", "ff", "fl", "ffi", "ffl", "Th")
_WITH_LOST = pattern(rf"[^\W\d_]*{LOST}(?:[^\W\d_]|{LOST})*")
_LOWER = pattern(r"(?<![^\W\d_])[a-z]{3,}(?![^\W\d_])")
# What may be left out before a letter: "in(f)lation", "o(ff)ice", "ef(f)ects", "e(ff)ect".
_LEFT_OUT = (("f", "ilt"), ("ff", "aeiloru"), ("f", "f"))
# What is left of common words where these letters are not in the file.
_STUMPS = frozenset(
    "irst speciic speciically signiicant signiicantly oice oicial oicials beneit beneits deined "
    "deinition inancial inance eicient eiciency eiciently suicient diicult diiculty diferent efect "
    "efects efective afect afected efort eforts conlict relect relects inluence inlation identiied "
    "classiied conirmed proit proits ofice ofices eficient dificult scientiic ifth ifty ifteen "
    "iscal ishing isheries inally loor lood".split()
)
_LEAST_STUMPS = 2
_MOST_SIGNS = 2  # in a word


def with_letters(pages: Sequence[Page]) -> tuple[list[Page], list[str]]:
    """Return pages with the letters written out that one sign stood for, and the words so made.

    A sign is told by its word, where just one reading of it is English; else it stays. Letters that
    left no trace are put in only where two words of the document lack them for sure.
    """
    told: list[str] = []
    texts = {word.text for page in pages for word in page.words}
    stumps = _STUMPS & {text.strip(".,;:()") for text in texts}
    if len(stumps) < _LEAST_STUMPS and not any(LOST in text for text in texts):
        return list(pages), told
    mended = []
    for page in pages:
        words = page.words
        if len(stumps) >= _LEAST_STUMPS:
            words = tuple(_put_in(word, told) for word in words)
        if any(LOST in word.text for word in words):
            words = tuple(_written_out(words, told))
        mended.append(page._replace(words=words))
    return mended, told


def _written_out(words: Sequence[PdfWord], told: list[str]) -> Iterator[PdfWord]:
    """Write out signs; a word may be parted at them into several of other looks."""
    start = 0
    for stop in range(1, len(words) + 1):
        if stop < len(words) and words[stop].glued:
            continue
        pieces = words[start:stop]
        start = stop
        letters: list[str] = []
        for match in _WITH_LOST.finditer("".join(piece.text for piece in pieces)):
            found = _told(match[0])
            letters += found
            if LOST not in found:
                told.append(_filled(match[0], iter(found)))
        left = iter(letters)
        for piece in pieces:
            yield piece._replace(text=_filled(piece.text, left)) if letters else piece


def _told(word: str) -> list[str]:
    """Return the letters of each sign of a word; the mark of a lost one where they are not sure."""
    signs = word.count(LOST)
    lost = [LOST] * signs
    if signs > _MOST_SIGNS or signs == len(word):
        return lost
    readings = [[*letters] for letters in product(_SIGNS, repeat=signs)]
    right = [letters for letters in readings if _is_word(_filled(word, iter(letters)))]
    return right[0] if len(right) == 1 else lost


def _filled(text: str, letters: Iterator[str]) -> str:
    return re.sub(LOST, lambda _: next(letters), text)


def _is_word(word: str) -> bool:
    return word[1:].islower() and is_common(word.lower())


def _put_in(word: PdfWord, told: list[str]) -> PdfWord:
    """Put in the letters that a word lacks."""
    match = _LOWER.search(word.text)
    if match is None or word.glued or is_common(match[0]):
        return word
    right = [*{one for one in _readings(match[0]) if is_common(one)}]
    if len(right) != 1:
        return word
    told += right
    return word._replace(text=word.text.replace(match[0], right[0], 1))


def _readings(stump: str) -> Iterable[str]:
    for letters, before in _LEFT_OUT:
        for at, letter in enumerate(stump):
            if letter in before:
                yield stump[:at] + letters + stump[at:]
