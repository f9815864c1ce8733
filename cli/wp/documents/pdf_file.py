"""A PDF file through pdfium: its pages, their words put right, outline and page labels.

Marks of notes, powers and indices come onto their lines; what a font draws as one sign is written
out by the word that it stands in: "di?culties", "inancial".
"""

import ctypes
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from wp.documents import Progress
from wp.documents.pdf_headings import OutlineLevels, words_key
from wp.documents.pdf_words import LOST, Page, PageReader, PdfWord
from wp.errors import InputError, MissingExtraError
from wp.pattern import pattern
from wp.words.dictionary import is_common

_UNTITLED = frozenset(("untitled", "unspecified", "anonymous", "unknown"))
_NAMES_OF_FILES = (".tmp", ".doc", ".docx", ".pdf", ".wpd", ".indd", ".qxd", ".xls", ".xlsx")
_DEEPEST_OUTLINE = 6


class PdfFile(NamedTuple):
    """What a file holds.

    `labels` are what it calls its pages, empty where it does not say; `told` the words whose
    letters it does not all tell.
    """

    pages: list[Page]
    outline: OutlineLevels
    labels: list[str]
    title: str
    author: str
    language: str
    told: list[str]


def read_file(path: Path | str, content: bytes, progress: Progress | None = None) -> PdfFile:
    """Read the pages of a PDF file, and what it says of itself; `progress` is told of each page.

    InputError for one that is damaged or encrypted; MissingExtraError without the extra.
    """
    try:
        import pypdfium2
    except ImportError:
        raise MissingExtraError("reading PDF", "pdf") from None
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _refused(path, str(error)) from None
    try:
        reader = PageReader()
        pages = []
        for page in document:
            read = reader.read(page)
            pages.append(read._replace(words=on_their_lines(read.words)))
            page.close()
            if progress:
                progress(len(pages), len(document))
        pages, told = with_letters(pages)
        outline: OutlineLevels = {}
        for bookmark in document.get_toc(max_depth=_DEEPEST_OUTLINE):
            target = bookmark.get_dest()
            number = target.get_index() if target else None
            key = words_key(bookmark.get_title())
            if number is not None and key:
                outline.setdefault(number, {}).setdefault(key, bookmark.level + 1)
        return PdfFile(
            pages,
            outline,
            [str(document.get_page_label(number)).strip() for number in range(len(pages))],
            _known(str(document.get_metadata_value("Title"))),
            _known(str(document.get_metadata_value("Author"))),
            _language(document),
            told,
        )
    except pypdfium2.PdfiumError as error:
        raise _refused(path, str(error)) from None
    finally:
        document.close()


def _language(document: Any) -> str:
    import pypdfium2.raw as raw

    buffer = ctypes.create_string_buffer(64)
    size = raw.FPDFCatalog_GetLanguage(
        document, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), 64
    )
    return buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace") if 2 < size <= 64 else ""


def _known(title: str) -> str:
    """Return a title, or "" for what programs put where they know none."""
    title = title.strip()
    known = title.strip("()").lower()
    return "" if known in _UNTITLED or known.endswith(_NAMES_OF_FILES) else title


def _refused(path: Path | str, reason: str) -> InputError:
    if "password" in reason.lower():
        return InputError(
            path, "is encrypted", remedy="take its password off and draft from the copy"
        )
    return InputError(
        path,
        f"cannot be read as PDF: {reason.rstrip(chr(46))}",
        remedy="open it in a viewer and save it anew",
    )


# Raised words, put on their lines

_RAISED = pattern(r"\d{1,3}|[a-z*†‡§]{1,2}")
_BEFORE_NOTE = 1.2
_SMALLER = 0.85  # of the size beside it: what is raised has no more


def on_their_lines(words: Sequence[PdfWord]) -> tuple[PdfWord, ...]:
    """Put raised and lowered words on the line that they belong to."""
    placed: list[PdfWord] = []
    alone: list[int] = []
    for at, word in enumerate(words):
        before = placed[-1] if placed else None
        after = words[at + 1] if at + 1 < len(words) else None
        least = word.size / _SMALLER
        if before and before.size < least and not before.raised and after and after.size < least:
            placed.append(word)  # as most are
            continue
        beside = _carrier(word, before, after)
        if beside is not None:
            lifted = beside.baseline - word.baseline
            word = word._replace(baseline=beside.baseline, raised=lifted > 0)
        elif before and before.raised and word.size == before.size and _touch(before, word):
            # "3, 4": the second of two marks
            if abs(words[at - 1].baseline - word.baseline) < 0.5:
                word = word._replace(baseline=before.baseline, raised=True)
        elif _RAISED.fullmatch(word.text):
            alone.append(at)
        placed.append(word)
    _carried(placed, alone)
    return tuple(placed)


def _carried(words: list[PdfWord], alone: Sequence[int]) -> None:
    """Put marks that the file has elsewhere than their words beside these."""
    if not alone:
        return
    by_height = sorted(range(len(words)), key=lambda at: words[at].baseline)
    heights = [words[at].baseline for at in by_height]
    for at in alone:
        word = words[at]
        low = bisect_left(heights, word.baseline)
        high = bisect_left(heights, word.baseline + 2 * word.size)
        for other in by_height[low:high]:
            beside = words[other]
            if (
                other != at
                and beside.baseline > word.baseline
                and (_carrier(word, beside, None) or _carrier(word, None, beside))
            ):
                words[at] = word._replace(baseline=beside.baseline, raised=True)
                break


def _carrier(word: PdfWord, before: PdfWord | None, after: PdfWord | None) -> PdfWord | None:
    """Return the neighbour that a smaller word is raised or lowered beside."""
    for beside, first, second in ((before, before, word), (after, word, after)):
        if beside is None or first is None or second is None or word.size > _SMALLER * beside.size:
            continue
        lifted = beside.baseline - word.baseline
        # The mark of a note may stand some way before its first word.
        reach = _BEFORE_NOTE if beside is after and _RAISED.fullmatch(word.text) else 0.6
        near = -0.3 * beside.size < second.left - first.right < reach * beside.size
        if near and (
            0.12 * beside.size <= lifted <= 0.75 * beside.size
            or -0.35 * beside.size <= lifted <= -0.05 * beside.size
        ):
            return beside
    return None


def _touch(one: PdfWord, two: PdfWord) -> bool:
    return -0.5 * one.size < two.left - one.right < 0.8 * one.size


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
