"""Lines of text put together: over pages without their running heads, over a broken word."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wp.documents import Mapped, join
from wp.documents.prose import CLAUSE_END
from wp.pattern import pattern
from wp.text import LETTER
from wp.words.dictionary import is_english

# Words that a hyphen breaks at a line's end

# First halves that compounds are written with: "three-pronged", "low-skilled", "non-tariff".
_COMPOUND = frozenset(
    "one two three four five six seven eight nine ten half full first second third low high long "
    "short large small well ill self non post pre anti ex semi multi cross mid co single double "
    "old new so-called top state world year far near fast slow hard soft early late ever never "
    "best better lower higher deep wide open free part like down".split()
)
# First halves that are words by themselves, yet are broken off longer ones: "with-out".
_BOUND = frozenset(
    "any every some there where here how what over under out up in on off fore through after "
    "before with no so to un re de con pro per for an our him her them my your it not may can "
    "all be al".split()
)
# Short words that stand within or at the end of compounds: "breach-of-contract", "up-to-date".
_SHORT = frozenset("of to in on by up off out and the for at".split())
# Second halves that are words by themselves, yet end longer ones: "curator-ship".
_ENDINGS = frozenset("able ally ship like less ness hood ward wards wise some fold".split())
_SHORTEST = 4
_ENGLISH = frozenset("the of and to in".split())  # a document that has them all is English


def keeps_hyphen(one: str, two: str, words: frozenset[str]) -> bool:
    """Return whether a word broken after `one` is written with its hyphen.

    `one` has what a hyphen joins to it on its own line ("out-of"), `words` are those of the
    document in lower case. As the document prints it elsewhere; else "full-stack", whose first half
    makes compounds, and words whose halves are both words keep it; "reli-able" does not, nor what
    is English without a hyphen.
    """
    head, _, one = one.lower().replace("\u2010", "-").rpartition("-")
    two = two.lower()
    if one + two in words:
        return False
    if f"{one}-{two}" in words or f"{one}\u2010{two}" in words:
        return True
    english = words >= _ENGLISH
    if len(two) < _SHORTEST and not (english and two in _SHORT):
        return False
    whole = english and is_english(one + two)  # "ex-pects", "part-ners"
    if one in _COMPOUND and len(two) >= _SHORTEST and not whole:
        return True
    if not english:
        return len(one) >= _SHORTEST and one not in _BOUND and {one, two} <= words
    if whole or two in _ENDINGS or (one in _BOUND and not head):
        return False
    return all(
        half in words or half in _SHORT or (len(half) >= _SHORTEST and is_english(half))
        for half in (one, two)
    )


# Pages

_EDGE = 2  # lines at the top and bottom of a page that may be running heads
_FEWEST = 3  # pages a line must repeat on
_SHARE = 4  # one page in so many
_PAGE_NUMBER = pattern(r"[-–—\s]*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*", re.I)
_NUMBERED = pattern(r"^\d{1,4}\s+|\s+(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE)
_FULL = 0.7  # of the longest lines: a line that only the width of the page ended


class JoinedPages(NamedTuple):
    """The lines of all pages, an empty one where a page's end is a paragraph's; what was left out.

    `heads` are running heads and feet; page numbers are not among them.
    """

    lines: list[Mapped]
    heads: list[Mapped]
    numbers: list[Mapped]


def without_running_heads(pages: Sequence[Sequence[Mapped]]) -> JoinedPages:
    """Put pages together.

    A line at the edge of a page goes when it repeats, its page number aside, on a fourth of the
    pages and on `_FEWEST` at least (left and right pages, and chapters, have their own), or when it
    is a page number. Rows of a table differ in more than one number. Of two pages it must be the
    same line, page number aside, at the same place.
    """
    trimmed = [page for page in map(_trim, pages) if page]
    counts = Counter(key for page in trimmed for key in {_key(page[at]) for at in _edges(page)})
    heads = {
        key
        for key, count in counts.items()
        if count >= _FEWEST and _SHARE * count >= len(trimmed) and LETTER.search(key)
    }
    if len(trimmed) == 2:
        filled = min(len(_filled(page)) for page in trimmed)
        heads = _heads_of_two(*trimmed) if filled > 2 * _EDGE else set()
    joined = JoinedPages([], [], [])
    several = len(trimmed) > 1
    width = sorted(len(line.text.strip()) for page in trimmed for line in page)
    full = _FULL * width[int(0.9 * (len(width) - 1))] if width else 0
    for page in trimmed:
        edges = set(_edges(page))
        kept: list[Mapped] = []
        for at, line in enumerate(page):
            if at in edges and several and _PAGE_NUMBER.fullmatch(line.text.strip()):
                joined.numbers.append(line)
            elif at in edges and _key(line) in heads:
                joined.heads.append(line)
            else:
                kept.append(line)
        kept = _trim(kept)
        if joined.lines and kept and not _runs_on(joined.lines[-1].text, kept[0].text, full):
            joined.lines.append(Mapped("", ()))
        joined.lines.extend(kept)
    return joined


def _trim(page: Sequence[Mapped]) -> list[Mapped]:
    filled = [at for at, line in enumerate(page) if line.text.strip()]
    return list(page[filled[0] : filled[-1] + 1]) if filled else []


def _edges(page: Sequence[Mapped]) -> Iterator[int]:
    filled = [at for at, line in enumerate(page) if line.text.strip()]
    yield from {*filled[:_EDGE], *filled[-_EDGE:]}


def _heads_of_two(one: Sequence[Mapped], two: Sequence[Mapped]) -> set[str]:
    """Return the keys of the lines that stand at one place of both pages, page numbers aside."""
    heads = set()
    for places in (range(_EDGE), range(-1, -_EDGE - 1, -1)):
        for at in places:
            lines = [_filled(page)[at : at + 1 or None] for page in (one, two)]
            words = {_key(line[0]) for line in lines if line}
            if not all(lines) or len(words) > 1 or len(next(iter(words)).split()) < 2:
                break  # what stands further in is text
            heads |= words
    return heads


def _filled(page: Sequence[Mapped]) -> list[Mapped]:
    return [line for line in page if line.text.strip() and not _PAGE_NUMBER.fullmatch(line.text)]


def _key(line: Mapped) -> str:
    return _NUMBERED.sub("", " ".join(line.text.split()).lower())


def _runs_on(before: str, after: str, full: float) -> bool:
    """Return whether a sentence runs on over the break of a page."""
    before, after = before.strip(), after.strip()
    if CLAUSE_END.search(before):
        return False
    return after[:1].islower() or before.endswith(("-", ",")) or len(before) >= full > 20


# Wrapped lines

# Both only from a word's first letter on: a long one would be gone through from each letter.
_HYPHENED = pattern(r"(?<![^\W\d_])([^\W\d_]+(?:[-‐][^\W\d_]+)*)[-\u00ad‐]$")
_BROKEN_WORD = pattern(r"(?<![^\W\d_])[^\W\d_]+[-\u00ad‐]\s*\n\s*[^\W\d_]+")
_NUMBER_HYPHENED = pattern(r"\d[-‐–]$")


class LineJoiner:
    """Joins wrapped lines; a word broken by a hyphen is looked up in the rest of the text."""

    def __init__(self, text: str) -> None:
        self._joined: list[str] = []
        whole = _BROKEN_WORD.sub(" ", text.lower())
        self._words = frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", whole))

    def join(self, lines: Sequence[Mapped]) -> Mapped:
        """Return the lines as one; "govern-" and "ment" become one word, "long-" and "term" do not
        where the text has "long-term" elsewhere and not "longterm".
        """
        pieces: list[Mapped] = []
        for line in lines:
            text = line.text.rstrip()
            line = line.part(0, len(text))
            if not pieces:
                pieces.append(line)
                continue
            line = line.strip()
            last = pieces[-1].text
            rest = re.match(r"[a-zß-ÿ]+", line.text)
            if _NUMBER_HYPHENED.search(last[-2:]) and line.text[:1].isalnum():
                pieces.append(line)  # "2013-" and "14", "5-" and "year"
            elif (broken := _HYPHENED.search(last[-50:])) is None:
                pieces += [_LINE_END, line]
            elif rest is None or keeps_hyphen(broken[1], rest[0], self._words):
                pieces.append(line)
            else:
                pieces[-1] = pieces[-1].part(0, len(last) - 1)
                pieces.append(line)
                self._joined.append(broken[1] + rest[0])
        return join(pieces)

    def warnings(self) -> list[str]:
        """Tell which words were joined."""
        if not self._joined:
            return []
        shown = ", ".join(f"“{word}”" for word in dict.fromkeys(self._joined[:20]))
        more = ", …" if len(self._joined) > 20 else ""
        return [
            f"words broken by a hyphen at a line end: {len(self._joined)}; they were joined, so "
            f"compare with the original: {shown}{more}"
        ]


_LINE_END = Mapped("\n", ())
