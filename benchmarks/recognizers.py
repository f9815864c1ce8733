"""The English cases of Recognizers-Text: the numbers and dates that each text prints, and which of
them an official document can print.

The suite is written for assistants that are spoken to: much of what it tries stands in no report,
act or opinion of a court. What is out of the *formal scope* is told by the patterns of this module
alone, each with its reason. They look at the printed stretch of a case and what is written onto it,
never at the value that it should have or at what was read.
"""

import json
import math
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

NUMBERS = (
    "Number/English/NumberModel", "Number/English/OrdinalModel", "Number/English/PercentModel",
    "NumberWithUnit/English/CurrencyModel", "NumberWithUnit/English/DimensionModel",
    "NumberWithUnit/English/AgeModel", "NumberWithUnit/English/TemperatureModel",
)  # fmt: skip
DATES = tuple(
    f"DateTime/English/{name}"
    for name in ("DateParser", "DatePeriodParser", "MergedParser", "DateTimeModel")
)

_BIG = r"(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)y|hundreds?|thousand|[mbtr]+illion"
_NO_NUMBER = {
    "a power of the computer": r"\^|[0-9]e[-+]?[0-9]",
    "a division as it is said": r"\b(?:[0-9]+|one) over \w",
    "said, not written": r"\bn(?:ough|augh)t\b|\bpoint (?:nought )?(?:[a-z]+ty|eleven)",
    "dozens": r"\bd(?:o?z|ozen)s?\b",
    "a scale cut to a letter or two, without a currency": r"[0-9] ?(?:k|g|m|b|mm|mil)\b",
    "a fraction in words above twenty": rf"\b(?:{_BIG})(?:[ -]\w+)?[ -](?:first|third|fifth)s?\b",
    "or of less than a tenth": rf"\b(?:{_BIG})ths?\b|\b(?:twenty[ -](?:first|fifth)|thirtieth)s?\b",
    "a hyphen or a sign between blanks": r"\w - \w|^- [0-9]",
    "a decimal comma": r"(?<![0-9,])[0-9]+,[0-9]{1,2}(?![0-9,]|,[0-9]{3})|[0-9]\.[0-9]{3},[0-9]",
    "a list without blanks": r"[0-9],[0-9]{1,2},[0-9]{1,2},",
    "an address, a telephone, a date": r"\.[0-9]+\.[0-9]+\.|[0-9][-/][0-9]+[-/][0-9]|\b0[0-9]{3}",
    "a name": r"[a-z]-[0-9]",
}
_YEAR_IN_WORDS = (
    r"\btwo thousand\b"
    r"|\b(?:eighteen|nineteen|twenty)[ -](?:hundred|\w+teen|\w+ty|oh|ten|eleven|twelve)\b"
)
_NO_DATE = {
    "a year in words": _YEAR_IN_WORDS,
    "a day in words that is no ordinal": r"\btwenty (?:one|two|five)\b",
    "weeks, which begin here on Monday, there on Sunday": r"\bweek",
    "holidays": r"\b(?:easter|halloween|thanksgiving|patrick|[a-z]+ day|black friday)\b",
    "what only today tells": r"\b(?:today|now|yesterday|tomorrow|current|next|this)\b|\blast mon",
    "a stretch counted from a date": r"\b(?:years|weeks|days) (?:since|from|before)\b",
    "thirds of a year, as they take these": r"\b(?:end|middle|mid|beginning) (?:of )?[0-9]",
    "signs and comparisons of a query": r"~|[<>=]|\b(?:greater|equal)\b",
    "a month in digits with blanks": r"\b[0-9]{4} ?[-/] [0-9]{1,2}\b|\b[0-9]{4} [-/][0-9]"
    r"|\b[0-9]{1,2} ?[-/] [0-9]{4}\b|\b[0-9]{1,2} [-/][0-9]{4}\b",
    "one that is a decimal": r"\b[0-9]{4}\.[0-9]{1,2}(?![.0-9])",
    "day and month grown together": r"\b[a-z]{3}[0-9]{2}\b",
    "names of files": r"[a-z_]-[0-9]{4}-",
}
_NOT_FORMAL, _NOT_FORMAL_DATE = (
    re.compile("|".join(told.values()), re.IGNORECASE) for told in (_NO_NUMBER, _NO_DATE)
)
_YEAR = re.compile(rf"\b(?:1[0-9]{{3}}|20[0-9]{{2}})(?![0-9])|{_YEAR_IN_WORDS}", re.IGNORECASE)
_DAY_AND_MONTH = re.compile(
    r"(?<![0-9][-/.])\b([0-9]{1,2})[-/.]([0-9]{1,2})\b(?![-/.][0-9]{1,2}\b(?![-/.]))"
)


class Printed(NamedTuple):
    """What a stretch of a text prints: a value, or the first day and the day after the last."""

    text: str
    start: int
    end: int
    formal: bool
    value: float = 0
    period: tuple[str | None, str | None] = (None, None)


def numbers(path: Path) -> Iterator[tuple[str, list[Printed]]]:
    """Yield the texts of a file and the numbers in each."""
    for text, result in _results(path):
        found = []
        for one in result:
            value = str((one.get("Resolution") or {}).get("value")).removesuffix("%")
            if _is_number(value):
                start, end = one["Start"], one["End"] + 1
                informal = one["TypeName"] == "number" and _NOT_FORMAL.search(
                    _chunk(text, start, end)
                )
                found.append(Printed(text, start, end, not informal, value=float(value)))
        yield text, found


def dates(folder: Path) -> Iterator[tuple[str, list[Printed]]]:
    """Yield the texts of all files and the dates in each that print a year and mean one time."""
    seen = set()
    for name in DATES:
        for text, result in _results(folder / f"{name}.json"):
            if text in seen:
                continue
            seen.add(text)
            found = []
            for one in result:
                start = one["Start"]
                end = one["End"] + 1 if "End" in one else start + one["Length"]
                period = _period(one)
                if period and _YEAR.search(text[start:end]):
                    chunk = _chunk(text, start, end)
                    formal = not (_NOT_FORMAL_DATE.search(chunk) or _either_order(chunk))
                    found.append(Printed(text, start, end, formal, period=period))
            if found or not result:
                yield text, found


def agrees(period: tuple[str | None, str | None], wanted: tuple[str | None, str | None]) -> bool:
    """Return whether a period of ours, both ends in it, is the one that a case gives.

    Theirs ends on the day after, and leaves out the last of what a span or a bound prints: "2014 to
    2018" ends where 2018 begins, "after 2016" begins where 2016 ends, "to 7 May" ends on the 7th.
    """
    (start, end), (first, last) = period, wanted
    starts = {_first(start)} | ({_behind(start)} if last is None else set()) if start else {None}
    return first in starts and last in ({_behind(end), *_firsts(end)} if end else {None})


def _results(path: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        yield case["Input"], case["Results"]


def _chunk(text: str, start: int, end: int) -> str:
    """Return a stretch with what is written onto it."""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end].strip()


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def _period(result: dict[str, Any]) -> tuple[str | None, str | None] | None:
    """Return what a result means: the first day and the one behind; None when it may be several."""
    told = result.get("Resolution") or result.get("Value") or {}
    if "values" in told:
        if len(told["values"]) != 1:
            return None
        told = told["values"][0]
        day, span = told.get("value"), (told.get("start"), told.get("end"))
        if told["type"] not in ("date", "daterange"):
            return None
    else:
        if told.get("FutureResolution") != told.get("PastResolution"):
            return None
        told = told.get("FutureResolution") or {}
        day, span = told.get("date"), (told.get("startDate"), told.get("endDate"))
    if day:
        return (day, _behind(day)) if day[:4] > "0001" and day[0].isdigit() else None
    return span if any(span) else None


def _either_order(text: str) -> bool:
    """Return whether day and month could change places: 5/6/2014, but neither 5/5 nor 13/5."""
    found = _DAY_AND_MONTH.findall(text) if _YEAR.search(text) else []
    return any(one != two and max(int(one), int(two)) <= 12 for one, two in found)


def _first(iso: str) -> str:
    return f"{iso}-01-01"[:10] if len(iso) == 4 else f"{iso}-01"[:10]


def _firsts(iso: str) -> set[str]:
    """Return where the unit begins that a period ends with: its month may close a quarter."""
    begun = {_first(iso)}
    if len(iso) == 7 and int(iso[5:]) % 3 == 0:
        begun.add(f"{iso[:5]}{int(iso[5:]) - 2:02}-01")
    return begun


def _behind(iso: str) -> str:
    """Return the day after a day, a month or a year."""
    if len(iso) == 10:
        return (date.fromisoformat(iso) + timedelta(1)).isoformat()
    year, month = int(iso[:4]), int(iso[5:] or 12)
    return f"{year + month // 12:04}-{month % 12 + 1:02}-01"
