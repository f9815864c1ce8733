"""What a clean quotation hides: words that turn its sense, left out, put in, or just outside.

The verdict stays; the reader is told.
"""

from collections.abc import Iterator, Sequence

from wp.verify.corpus import Source
from wp.verify.elision import MOST_OMITTED, Found, Seam
from wp.verify.kinds import SENTENCE_ENDS, is_number, telling
from wp.verify.tokens import Tokens, is_word

_MOST_NAMED = 6


def cautions(found: Found) -> Iterator[str]:
    """Give the warnings for a quotation that was found, in the order of its words."""
    for seam, first, stop in found.gaps:
        if seam.inserted:
            yield from _of_insertion(found.source, seam, first, stop)
        if seam.most == MOST_OMITTED or not seam.inserted:
            lost = _telling(found.source, first, stop)
            if lost:
                yield f"the omission leaves out {_listed(lost)}"


def _of_insertion(source: Source, seam: Seam, first: int, stop: int) -> Iterator[str]:
    shown = f'the insertion "[{seam.inserted}]"'
    replaced = source.slice(first, stop).strip(",;: ")
    if seam.most < MOST_OMITTED and any(map(is_word, source.texts[first:stop])):
        yield f"{shown} stands for {_quoted(' '.join(replaced.split()))}"
        return
    inserted = Tokens(seam.inserted).texts
    brought = [words for _, words in telling(inserted)]
    # "8,000 [ships]": what follows a figure is what it counts.
    counts = bool(first and is_number(source.texts[first - 1].lower()) and is_word(inserted[0]))
    if counts and not brought and inserted != ["sic"]:
        brought = [seam.inserted]
    if brought:
        yield f"{shown} brings in {_listed(brought)}"


def _telling(source: Source, first: int, stop: int) -> list[str]:
    opens = first == 0 or source.texts[first - 1] in SENTENCE_ENDS
    return [words for _, words in telling(source.texts[first:stop], opens=opens)]


def _listed(words: Sequence[str]) -> str:
    shown = ", ".join(map(_quoted, words[:_MOST_NAMED]))
    more = len(words) - _MOST_NAMED
    return f"{shown} and {more} more" if more > 0 else shown


def _quoted(words: str) -> str:
    return f'"{words}"'
