"""Numbers that are printed and were not understood: a sentence is never right because of them."""

import re

from wp.pattern import pattern
from wp.quantities.read import quantities
from wp.statements.read import Statement

# A number with whatever is written onto it, signs of money and share included.
_PRINTED = pattern(
    r"(?<![\w/.,=-])(?:[A-Z]{0,3}[$€£¥₹₩₽]|[<>≤≥~≈±−]\s?|[A-Z]{1,3}(?=\d))?"
    r"(?:\d[\d.,'’/]*|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞])[^\s,.;:!?()\[\]“”\"—–]*"
)
_MONEY = pattern(r"[$€£¥₹₩₽%‰]|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞]|^[<>≤≥~≈±]")
# "50,5", "1,3": a decimal comma; "8’000": a mark that parts thousands elsewhere.
_COMMA = pattern(r"\d,\d{1,2}(?!\d)|\d,\d{4,}|\d['’]\d{3}(?!\d)|\d\.\d{3}\.\d{3}|\d/\d")
# A plain unit, power or scale written onto the digits: "18T", "79ml", "2.5x".
_GLUED = pattern(r"\d(?!(?:st|nd|rd|th|s|’s|'s)\b)[A-Za-zµ°²³/×]+")
# What stands before a number that is a place in a document, and a name that a number ends.
_NAMED = pattern(
    r"(?:\b(?i:sections?|secs?|articles?|arts?|chapters?|paragraphs?|paras?|annex|pages?|pp?|nos?|vol"
    r"|volume|table|figure|fig|rules?|resolution|version|tel|fax|phone|room|form|model|type|item"
    r"|note|part|act|law|decree|order|case|directive|regulation|document|isbn|issn)\.?\s*"
    r"|[§#№+]\s*|(?<=[^.!?]\s)[A-Z][\w-]*\s)$"
)
_SCALED = pattern(r"\S*\d\s?$")
_SCALE = pattern(r"(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen)", re.IGNORECASE)
_VERSION = pattern(r"v?\d+(?:\.\d+){2,}")


def unread_numbers(sentence: str, statement: Statement) -> tuple[tuple[int, str], ...]:
    """Return place and print of each number that no figure, date or name of a sentence takes up.

    "50,5 %", "18T", "€50/MWh" and "⅔" are such where no rule reads them whole; "Article 12",
    "G20", "Model 7" and list marks are names, and none.
    """
    spans = [(one.quantity.start, one.quantity.end) for one in statement.figures]
    spans += [(date.start, date.end) for date in statement.dates]
    found: list[tuple[int, str]] = []
    for match in _PRINTED.finditer(sentence):
        start, end = match.span()
        text = match[0].rstrip(".,'’/")
        end = start + len(text)
        inside = [span for span in spans if span[0] < end and start < span[1]]
        if text[0] in "<>≤≥~≈±" and not any(span[0] <= start for span in inside):
            found.append((start, text))
            continue
        if inside:
            if max(span[1] for span in inside) >= end:
                continue  # read whole
            rest = text[max(span[1] for span in inside) - start :]
            if not any(character.isalnum() for character in rest):
                continue
            if not (_COMMA.search(text) or _GLUED.search(text)):
                continue
            found.append((start, text))
            continue
        if not _is_suspect(sentence, start, text):
            continue
        found.append((start, text))
    for one in statement.figures:
        # "RM990 billion": the scale was read, and not what it scales.
        before = _SCALED.search(sentence, max(one.quantity.start - 16, 0), one.quantity.start)
        bare = one.quantity.number_start == one.quantity.start
        if before and bare and _SCALE.match(one.quantity.text):
            found.append((before.start(), before[0].strip()))
    return tuple(sorted(set(found)))


def _is_suspect(sentence: str, start: int, text: str) -> bool:
    if _VERSION.fullmatch(text) or _named(sentence, start):
        return False
    if _MONEY.search(text) or _COMMA.search(text):
        return not quantities(text, in_names=True) or bool(_COMMA.search(text))
    return _GLUED.search(text) is not None and text[0].isdigit()


def _named(sentence: str, start: int) -> bool:
    return _NAMED.search(sentence, max(start - 24, 0), start) is not None
