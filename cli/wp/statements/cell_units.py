"""The unit of a table's cell, from its column's head, its row's label, the caption above."""

import re
from collections.abc import Sequence
from functools import lru_cache

from wp.model import Figure
from wp.pattern import pattern
from wp.quantities import exact
from wp.quantities.units import unit_of
from wp.statements import is_person, stems
from wp.statements.counted import VALUES
from wp.statements.read import read_statement
from wp.statements.roles import part_of_cell

# "Salt, tonnes", "Share (%)", "Voted (in million florins)", but not "per 100,000 parcels"
_LAST = pattern(r"(?:,(?!\d{3}\b)\s*(?:in )?([^\s,()]+(?: [^\s,()]+)?)|\((?:in )?([^()]+)\))$")
_BRACKET = pattern(
    r"\((?:in )?([^()]+)\)|,\s*(?:in )?((?:thousand|million|billion|%|per ?cent)[^,]*)$"
)
_CAPTION = pattern(r"(?:table|tab\.|chart|box|exhibit|annex table)\s*[\dA-Z]", re.IGNORECASE)
_MEASURE_WORDS = 3
_LONGEST_CAPTION = 300
_BARE = pattern(r"[-+−]?\d[\d,.]*(?P<scale> (?:thousand|million|billion|trillion))?")
# "(annual percentage change)", "(per cent of trains less than five minutes late)"
_PERCENT = pattern(
    r"(?:annual |yearly )?(?:percentage|percent|%) change\b|(?:per ?cent|%|share) of\b", re.I
)
_SCALES = {1: "", 1000: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}
_YEAR = pattern(r",? \d{4}$")
_SCALE_OF = pattern(r"^(thousand|million|billion)s of(?: the)?\b")
_THOUSANDS = pattern(r"(?<![\d,.])['’]?000s?\b")
# "Deaths (per 1,000 births)"
_RATE = pattern(r",? \(?(per \d[^()]*)\)?$")
_COUNT_OF = pattern(r"^numbers? of ", re.I)
_PLURAL = pattern(r"\w{2}s\b|\b(?:people|men|women|children|staff|unemployed|employed)\b", re.I)
_NUMBER_OF = pattern(
    r"(?:(?:total )?number|change|total|increase|rise|fall|no\.)s? (?:of|in) ", re.I
)
_NUMBERED = pattern(r"\w+(?:\.\d+)? ?\w*[.:]\s*", re.I)
_UNIT_HEAD = pattern(r"\s*units?(?: of measure(?:ment)?)?\s*", re.I)
_OVER = pattern(r" by |, | at | in |$")
# A label of one word, or with a name in it, may be a place: "Netherlands", "Sundby Islands".
_PROPER = pattern(r"^\W*\w+\W*$|\w\W+[A-Z]")
# "Received", "Pending, 31 December", "Got out by themselves" are told of what the caption names.
_TOLD = pattern(
    r"(?:\w+ed|pending|open|new|total|lost|won|made|held|begun)\b(?:,.*)?"
    r"|(?:came|fell|got|kept|left|sent|stayed|taken|went)\b[^\d()]*",
    re.I,
)
# "Killed, 2032", "Seriously injured" are told of persons, whatever the table is of.
_FATES = pattern(
    r"(?:\w+ly )?(?:arrested|convicted|dead|died|evacuated|hospitali[sz]ed|injured|killed|missing"
    r"|on (?:bail|parole|remand)|rescued|sentenced|unemployed|vaccinated|wounded)\b(?:,.*)?",
    re.I,
)
# "Of these by more than 200 m" counts what the column before it does.
_OF_THESE = pattern(r"(?:of (?:these|this|them|which)|thereof)\b", re.I)
_DONE = pattern(r"\bmeasures (?:adopted|imposed|ordered|taken)\b", re.I)  # are no values
_NO_UNITS = ("count", "share", "ordinal", "times", "")


def unit_of_cell(label: str, head: str, caption: str) -> str:
    """Return the unit of a bare number in a table, its scale with it; "" where nothing tells it.

    "Voted (million florins)" gives "million florins"; "Employed" below "… (thousands)" gives
    "thousand people".
    """
    if _RATE.search(head) and (rate := _noun(_RATE.sub(r" \1", head))):
        return rate
    own = _bracketed(_LAST, label) or _bracketed(_LAST, head)
    above = _bracketed(_BRACKET, caption)
    scale, unit = own or ("", _measure(_YEAR.sub("", head)))
    noun = "" if unit else _broken_down(caption, head) or _noun(head)
    if noun != "people" and above and above[1] != "percent" and unit_of(above[1]):
        noun = ""  # "Nitrogen oxides" below "Emissions (thousand tonnes)"
    if not unit and not noun:
        scale, unit = (scale or above[0], above[1]) if above else (scale, "")
        if not unit and not _has_words(head):
            noun = _captioned(caption) or ("" if _PROPER.search(label) else _noun(label))
        elif not unit and _FATES.fullmatch(head):
            noun = "people"
        elif not unit and _TOLD.fullmatch(head):
            noun = _captioned(caption)
    elif noun and not scale:
        scale = above[0] if above and not above[1] else ""
    return " ".join(filter(None, (scale, unit or noun)))


def unit_column(heads: Sequence[str]) -> int:
    """Return the place of the column that tells the unit of each row, 0 for none."""
    return next((place for place, head in enumerate(heads) if _UNIT_HEAD.fullmatch(head)), 0)


def unit_told(text: str) -> str:
    """Return the unit that a cell below "Unit" tells: "million m³", "% of forest area"."""
    return " ".join(filter(None, _scaled(text) or ())) or _noun(text)


def unit_beside(label: str, head: str, beside: str, caption: str) -> str:
    """Return the unit of a bare number below "Change since May" or "Of these, at sea": that of the
    column before it.

    The change of a share may be in points or in percent of it: nothing tells.
    """
    leans = part_of_cell(head, 1).role == "change" or _OF_THESE.match(head)
    unit = unit_of_cell(label, beside, caption) if leans else ""
    return "" if unit.startswith("percent") else unit


def _measure(head: str) -> str:
    """Return the measure that a head is: "mg per kg, 2032" without its year; "" for other heads."""
    read = read_statement(f"2 {head}").figures if len(head.split()) <= _MEASURE_WORDS else ()
    whole = read and read[0].quantity.unit and read[0].quantity.end == len(head) + 2
    return read[0].unit if whole else ""


def is_caption(text: str) -> bool:
    """Return whether a paragraph names the table below it: "Table 3. Catch by year"."""
    return bool(_CAPTION.match(text)) and len(text) <= _LONGEST_CAPTION


def gives_unit(text: str) -> bool:
    """Return whether a heading or line above a table ends in the unit of its cells: "Quotas
    (tonnes)"."""
    return (
        len(text) <= _LONGEST_CAPTION
        and text.endswith(")")
        and _bracketed(_BRACKET, text) is not None
    )


def measured(cell: str, label: str, head: str, caption: str) -> tuple[str, str]:
    """Return a cell and its head as a sentence has them, the unit put to a bare number.

    "Share (%)" and "81" are "Share" and "81 percent", "Change on year" and "-3" are "down 3".
    """
    bare = _BARE.fullmatch(cell)
    if not bare:
        return cell, head
    unit = unit_of_cell(label, head, caption)
    if bare["scale"]:
        # "in US dollars" of "9.5 billion"
        unit = "" if unit.split(" ")[0] in _SCALES.values() else unit
    part = part_of_cell(head, -1 if cell[0] in "-−" else 1)
    way = {1: "up", -1: "down", 0: ""}[part.sign] if part.role == "change" else ""
    number = cell.lstrip("-+−") if way else cell
    return " ".join(filter(None, (way, number, unit))), _LAST.sub("", head).strip()


def without_unit(label: str) -> str:
    """Return the label of a row without the unit that it ends in: "Assets, in billion RMB"."""
    return _LAST.sub("", label).strip() if _bracketed(_LAST, label) else label


def _captioned(caption: str) -> str:
    """Return the plural that a caption begins with: "Table 1. Cases in 2034, by subject".

    A measure must be its first word: "Minutes lost", but not "Five years".
    """
    text = _NUMBERED.sub("", caption, count=1)
    noun = _noun(_OVER.split(text, maxsplit=1)[0])
    return "" if unit_of(noun) and not text.lower().startswith(noun) else noun


def _broken_down(caption: str, head: str) -> str:
    """Return what a caption with a scale counts "by" kind where a head is a kind of persons:
    "Nights spent, by type of house (thousands)" with "Residents"."""
    what, by, _ = _NUMBERED.sub("", caption, count=1).partition(" by ")
    scale = _bracketed(_BRACKET, caption) if by else None
    if not (scale and scale[0]) or not any(map(is_person, stems(head))):
        return ""
    noun = _noun(_OVER.split(what, maxsplit=1)[0])
    return "" if noun == "people" or any(map(is_person, stems(noun))) else noun


def scaled(figure: Figure) -> Figure:
    """Return a figure with its scale in the value: 447 "million florins" are 447,000,000
    florins."""
    scale, _, unit = figure.unit.partition(" ")
    power = next((power for power, name in _SCALES.items() if name == scale), 1)
    if power == 1:
        return figure
    value = exact(str(figure.value)).times(exact(str(power))).value()
    return figure._replace(value=value, unit=unit or "count")


def _has_words(head: str) -> bool:
    """Return whether a head is more than a time: "2031", "Q2 2031"."""
    for date in reversed(read_statement(head).dates):
        head = head[: date.start] + head[date.end :]
    return any(map(str.isalpha, head))


def _bracketed(where: re.Pattern[str], text: str) -> tuple[str, str] | None:
    """Return scale and unit that a text has in brackets or behind a comma; one is told."""
    found = where.search(text)
    return _scaled(next(filter(None, found.groups()))) if found else None


@lru_cache(maxsize=64)
def _scaled(words: str) -> tuple[str, str] | None:
    if _PERCENT.match(words):
        return "", "percent"
    words = _COUNT_OF.sub("", _THOUSANDS.sub("thousand", _SCALE_OF.sub(r"\1", words)))
    first, _, rest = words.partition(" ")
    for text in (f"2 {words}", f"{first} 2 {rest}"):
        figures = read_statement(text).figures
        if len(figures) == 1 and figures[0].quantity.value / 2 in _SCALES:
            scale = _SCALES[int(figures[0].quantity.value / 2)]
            unit = "" if figures[0].unit in _NO_UNITS else figures[0].unit
            if scale or unit:
                return scale, unit
    return None


@lru_cache(maxsize=64)
def _noun(text: str) -> str:
    """Return the plural that a head or caption names, where it is no name of a value."""
    if " and " in text or not _PLURAL.search(text):
        return ""
    text = _NUMBER_OF.sub("", text)
    figures = read_statement(f"2 {text[:1].lower()}{text[1:]}").figures
    told = bool(figures) and (figures[0].named or bool(figures[0].quantity.unit))
    unit = figures[0].unit if told else ""
    return "" if unit in _NO_UNITS or (unit in VALUES and not _DONE.search(text)) else unit
