"""Things that a sentence counts by naming them: "national, provincial and county levels" are three.

Read only where the list is whole and its noun stands with it, or where names are those of countries
by the words beside them; "including" and "such as" open no whole list.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from wp.pattern import pattern
from wp.words.countries import countries

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

    Names that are all of countries count these too: "the China, Laos and Thailand sections".
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
