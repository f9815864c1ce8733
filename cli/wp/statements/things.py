"""Counted things: their kinds, lists that count by naming, and numbers that only name.

Persons are no cases, and cases no documents; "national, provincial and county levels" are three;
"18th Congress" and "Box 2" count nothing: where a draft has another one than the source, it tells
of something else.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from wp.english import PERSONS
from wp.pattern import pattern
from wp.statements.terms import stems
from wp.text import Span
from wp.words.names import countries

PEOPLE = "people"
# Nouns that documents and drafts use for one kind of thing, the first of a line naming it.
_KINDS = (
    "countries states nations",
    "documents texts rules regulations",
    "treaties agreements pacts accords conventions",
    "operations missions",
    "organizations bodies committees agencies institutions branches",
    "boats ships vessels",
    "homes houses dwellings",
    "jobs posts positions",
    "firms companies businesses enterprises",
)
# "requests a year", "deaths per 100,000": what is counted stands before the rate.
_RATE = pattern(r"(?:\s+an?|\s+per|\s*/)\s.*$|/.*$")


@cache
def _kinds() -> dict[str, str]:
    kinds = {stem: next(iter(stems(line.split()[0]))) for line in _KINDS for stem in stems(line)}
    # "criminal" more often tells of a case or law than of a person
    return kinds | dict.fromkeys(stems(" ".join(PERSONS - {"criminals"})), PEOPLE)


def is_person(stem: str) -> bool:
    """Return whether a stem is that of a noun for persons."""
    return _kinds().get(stem) == PEOPLE


@lru_cache(maxsize=1024)
def things_of(unit: str) -> frozenset[str]:
    """Return the kinds of thing that a unit names: "countries and regions" names two."""
    kinds = _kinds()
    named = _RATE.sub("", unit)
    # "local governments and departments" are governments and departments, and nothing local
    words = ("countries" if word.lower() == "states" else word for word in named.split())
    nouns = [word for word in words if word.rstrip(",;").endswith("s")]
    return frozenset(kinds.get(stem, stem) for stem in stems(" ".join(nouns) or named))


def thing_of(phrase: tuple[str, ...], known: frozenset[str]) -> str | None:
    """Return the kind of thing that a noun phrase counts: its last word that names a known kind."""
    kinds = _kinds()
    for stem in reversed(phrase):
        kind = kinds.get(stem, stem)
        if kind == PEOPLE or kind in known:
            return kind
    return None


_WORD = r"[^\W\d_][\w'’-]*"
_WORDS = rf"{_WORD}(?: {_WORD}){{0,5}}"
_NAME = r"[A-Z][\w'’-]*"
# Nouns that stand for what is listed; "extradite fugitives" lists none.
_NOUN = (
    r"(?P<noun>areas|aspects|branches|categories|cities|countries|districts|fields|forces|forms"
    r"|groups|kinds|languages|levels|parts|pillars|provinces|regions|sections|sectors|stages|states"
    r"|types|ways)\b"
)
_AND = r",? and "
_MOST = 30  # names in a list
_BACK = 400  # characters that a list goes on for at most
# "at national, provincial and county levels", "the China, Laos and Thailand sections"
_BEFORE_NOUN = pattern(
    rf"\b(?<!, )(?P<list>{_WORD}(?:, {_WORD}){{1,{_MOST}}}{_AND}{_WORD}) {_NOUN}"
)
# "in the areas of sound lawmaking, strict enforcement, and common observance of the law"
_BEHIND_NOUN = pattern(
    rf"{_NOUN} (?:of|:) (?P<list>{_WORDS}(?:, {_WORDS}){{1,{_MOST}}}?{_AND}{_WORDS})(?=[.;,]|$)"
)
# "by China, Laos, Myanmar and Vietnam"
_NAMES = pattern(
    rf"\b(?:by|of|between|among|with|from) (?P<list>{_NAME}(?:, {_NAME})+{_AND}{_NAME})\b"
    r"(?! [a-z]\w+s\b)"
)
# "BRICS (Brazil, Russia, India, China and South Africa)": what the word before them is made of
_BRACKETED = pattern(
    rf"(?P<told>{_WORD}) \((?P<list>{_NAME}(?: {_NAME})?(?:, {_NAME}(?: {_NAME})?)+{_AND}"
    rf"{_NAME}(?: {_NAME})?)\)"
)
_OPEN = pattern(r"\b(?:includ\w+|such as|like|especially|particularly)\b[^.;]*$", re.IGNORECASE)
_ITEMS = pattern(r",? and |, ")
_NEAR = 60  # characters before a list
COUNTRIES = "countries"


class Listed(NamedTuple):
    """How many things a list names, their noun, the list as printed, and the words before it that
    it is told of."""

    number: int
    noun: str
    text: str
    told: str


def listed(sentence: str) -> Iterator[Listed]:
    """Find the lists of a sentence that count what they name.

    Read only where the list is whole and its noun stands with it, or where names are those of
    countries by the words beside them; "including" and "such as" open no whole list. Names that are
    all of countries count these too: "the China, Laos and Thailand sections".
    """
    for form in (_BEFORE_NOUN, _BEHIND_NOUN, _NAMES, _BRACKETED):
        for found in form.finditer(sentence):
            groups = found.groupdict()
            opened = _OPEN.search(sentence, max(0, found.start() - _BACK), found.start())
            if opened and "told" not in groups:
                continue
            count, told = len(_ITEMS.split(found["list"])), groups.get("told")
            before = told or sentence[: found.start("list")]
            noun = groups.get("noun") or COUNTRIES
            named = len(countries(found["list"])) == count
            if told is None or named:
                yield Listed(count, noun, found["list"], before)
            if named and noun != COUNTRIES:
                near = before[-_NEAR:].partition(" ")[2]
                behind = sentence[found.end("list") : found.end() + _NEAR // 2]
                yield Listed(count, COUNTRIES, found["list"], f"{near} {behind}")


_NUMBER = pattern(r"(?<![\w.,:/’'-])[\w.,:/’'-]*\d[\w.,:/’'-]*")
# A list mark, paragraph number or note mark: it numbers the sentence.
_MARK = pattern(
    r"\s*(?:(?:[(\[]?\d{1,3}(?:\.\d+)*[.)\]]?|\(?[a-z]\))\s+(?=[A-Z“\"‘'(])"
    # "10:26 – Someone reads": the hour of an entry
    r"|[(\[]?\d{1,2}[:.]\d{2}[)\]]?(?:\s+[A-Z]{2,4})?\s*(?:[–—:-]\s*)?(?=\S)"
    # "3/ 440 officials …": a numbered post, whatever follows its stroke
    r"|\d{1,3}(?:/\d{0,3}|[.)])\s+(?=\S))"
)
_REFERENCE = pattern(
    r"(?:\b(?i:section|sections|sec|article|articles|chapter|chapters|paragraph|paragraphs|para|page"
    r"|pages|pp?|nos?|vol|table|figure|fig|annex|see|tel|fax|phone|version|v|footnote|note)\.?\s*"
    r"|[\[(§#+]\s*)$"
)


def mark_end(sentence: str) -> int:
    """Return where a sentence begins behind its list mark or paragraph number: "2.1 The Party"."""
    found = _MARK.match(sentence)
    return found.end() if found else 0


def labels(sentence: str, taken: Sequence[Span]) -> tuple[tuple[int, str], ...]:
    """Return place and print of the numbers in names that stand outside the spans `taken`.

    List marks, page numbers, note marks and references count nothing and name nothing.
    """
    found = []
    for match in _NUMBER.finditer(sentence, mark_end(sentence)):
        text = match[0].strip(".,:'’-/").removesuffix("'s").removesuffix("’s")
        start = match.start() + match[0].index(text)
        end = start + len(text)
        if any(low < end and start < high for low, high in taken):
            continue
        if _REFERENCE.search(sentence, max(start - 16, 0), start):
            continue
        found.append((start, text))
    return tuple(found)
