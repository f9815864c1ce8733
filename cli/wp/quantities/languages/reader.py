"""Figures and dates of German, French and Spanish text, read with the data of the language.

Numbers in digits with their scale, unit and qualifier, number words as far as the data has them,
and dates down to the day. What is not surely a number of the language is not read but named.
"""

import re
from functools import cache
from typing import NamedTuple

from wp.model import Period
from wp.quantities import Exact, exact
from wp.quantities.languages import primary
from wp.quantities.languages.tables import LANGUAGES, Language
from wp.quantities.model import DateMention, QuantitiesFound, Quantity, days_in, unread_at
from wp.quantities.units import unit_of

_SPACE = "[   ]"
_SYMBOLS = (
    "% ‰ € $ £ ¥ °C kg g mg t km m cm mm ha km² km2 m² m2 m³ m3 kW MW GW TW kWh MWh GWh TWh "
    "km/h EUR USD CHF GBP JPY"
).split()


class _Patterns(NamedTuple):
    number: re.Pattern[str]
    date: re.Pattern[str]
    numeric: re.Pattern[str]
    year: re.Pattern[str]
    quarter: re.Pattern[str]


def _any(words: object) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


@cache
def _patterns(tag: str) -> _Patterns:
    """Compile what the figures and dates of a language look like."""
    data = LANGUAGES[tag]
    groups = re.escape(data.groups)
    digits = (
        rf"[0-9]{{1,3}}(?:(?P<mark>[{groups}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*)(?:,[0-9]+)?"
        r"|[0-9]+(?:,[0-9]+)?"
    )
    spelled = rf"(?:{_any(data.numbers)})(?!\w)"
    whole = rf"(?:{_any(data.articles)})(?={_SPACE}(?:{_any(data.scales)})(?!\w))"
    scale = rf"{_SPACE}(?P<scale>{_any(data.scales)})(?!\w)"
    links = "".join(f"(?:{_any(data.links)})?" if data.links else "")
    unit = (
        rf"{_SPACE}?(?:{links}(?P<unit>{_any(data.units)})(?!\w)"
        rf"|(?P<symbol>{_any(_SYMBOLS)})(?!\w))"
    )
    bounds = _any((*data.floors, *data.ceilings, *data.arounds))
    before = rf"(?:(?<!\w)(?P<qualifier>{bounds})\s?)?"
    money = r"(?:(?<!\w)(?P<money>US\$|[€$£¥]|EUR|USD|CHF|GBP)\s?)?"
    number = (
        rf"{before}{money}(?P<sign>(?<![\w)])[-−])?(?<![\w.,])"
        rf"(?P<number>(?P<digits>{digits})|{spelled}|{whole})(?:{scale})?(?:{unit})?"
    )
    months, bearings = _any(data.months), _any(data.bearings)
    bearing = rf"(?:(?<!\w)(?P<bearing>{bearings})\s)?"
    link = r"(?:del?\s)?"
    year = r"(?P<year>[12][0-9]{3})(?![\w])(?![.,][0-9])"
    date = (
        rf"{bearing}(?:(?<![\w.,])(?P<day>[0-9]{{1,2}})(?:(?:\.|er|º|\.º)?\s{link}|-))?"
        rf"(?<!\w)(?P<month>{months})\.?(?:\s{link}|-){year}"
    )
    ordinals = _any(data.ordinals)
    flags = re.IGNORECASE
    return _Patterns(
        re.compile(number, flags),
        re.compile(date, flags),
        re.compile(rf"{bearing}(?<![\w./-])(?:(?P<day>[0-9]{{1,2}})[./](?P<month>[0-9]{{1,2}})[./]{year}"
                   r"|(?P<iso>[12][0-9]{3}-[0-9]{2}-[0-9]{2}))(?![\w/-])", flags),
        re.compile(rf"{bearing}(?<![\w.,/-]){year}(?![/%€$])", flags),
        re.compile(rf"(?<!\w)(?:(?P<order>{ordinals})|(?P<number>[1-4])\.)\s{re.escape(data.quarter)}"
                   rf"\s{link}{year}", flags),
    )  # fmt: skip


def read_in(text: str, tag: str) -> QuantitiesFound:
    """Find the quantities and dates of a text in the language of a BCP 47 tag that has data.

    Takes any text; gives what `wp.quantities.read.quantities_and_dates` does. Never raises.
    """
    data = LANGUAGES.get(primary(tag))
    if data is None:
        return QuantitiesFound([], [], [])
    patterns = _patterns(primary(tag))
    mentions, impossible = _dates(text, data, patterns)
    taken = [(mention.start, mention.end) for mention in mentions] + impossible
    numbers, missed = _numbers(text, data, patterns, taken)
    unread = unread_at(text, [*missed, *impossible])
    return QuantitiesFound(_ranges(text, data, numbers), mentions, unread)


def _dates(
    text: str, data: Language, patterns: _Patterns
) -> tuple[list[DateMention], list[tuple[int, int]]]:
    """Find days, months, quarters and years, then the spans that two of them make."""
    found: list[tuple[int, int, str, str, str]] = []  # start, end, ISO bounds, bearing
    impossible: list[tuple[int, int]] = []
    for pattern in (patterns.numeric, patterns.quarter, patterns.date, patterns.year):
        for match in pattern.finditer(text):
            taken = [*(one[:2] for one in found), *impossible]
            if any(low < match.end() and match.start() < high for low, high in taken):
                continue
            parts = match.groupdict()
            bounds = _bounds(text, match, data)
            if bounds is None:
                impossible.append(match.span())
            elif bounds[0]:
                bearing = data.bearings.get(
                    " ".join((parts.get("bearing") or "").lower().split()), ""
                )
                found.append((*match.span(), *bounds, bearing))
    found.sort()
    return _spans(text, data, found), impossible


def _bounds(text: str, match: re.Match[str], data: Language) -> tuple[str, str] | None:
    """Return the ISO bounds of a match, empty where it is no year; None for no such day."""
    parts = match.groupdict()
    if parts.get("iso"):
        year, month, day = (int(part) for part in parts["iso"].split("-"))
    else:
        year, day = int(parts["year"]), int(parts.get("day") or 0)
        named = (parts.get("month") or "").lower()
        month = data.months.get(named) or int(named or 0)
    if not 1000 <= year <= 2100:
        return "", ""
    order = data.ordinals.get((parts.get("order") or "").lower()) or int(parts.get("number") or 0)
    if order:
        return f"{year}-{3 * order - 2:02}", f"{year}-{3 * order:02}"
    if month > 12 or (day and (not month or day > days_in(year, month))):
        return None
    if not month:
        return (str(year),) * 2 if _is_year(text, match, data) else ("", "")
    iso = f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"
    return iso, iso


def _is_year(text: str, match: re.Match[str], data: Language) -> bool:
    """Return whether four digits are a year: a preposition before them, or nothing counted behind
    them."""
    year = int(match["year"])
    if year < 1800:
        return False
    after = re.match(rf"{_SPACE}?(?P<word>[^\W\d_]+\.?|[%€$£‰])", text[match.end() :])
    word = after["word"].lower() if after else ""
    if word in data.scales or word in data.units or word in ("%", "€", "$", "£", "‰"):
        return False
    if match["bearing"] or not word:
        return True
    return word in data.to


def _spans(
    text: str, data: Language, found: list[tuple[int, int, str, str, str]]
) -> list[DateMention]:
    mentions: list[DateMention] = []
    skip = False
    for place, (start, end, first, last, bearing) in enumerate(found):
        if skip:
            skip = False
            continue
        bounds: tuple[str | None, str | None] = (first, last)
        following = found[place + 1] if place + 1 < len(found) else None
        if following and following[2] >= first[: len(following[2])]:
            gap = text[end : following[0]].strip().lower()
            prefix = text[following[0] : following[1]].lower().split()[0]
            tied = gap in ("-", "–", "—") or (gap in data.to[:2] and gap not in ("y", "et", "und"))
            between = text[start:end].lower().startswith(("zwischen", "entre"))
            if tied or (between and gap in data.to) or (not gap and prefix in data.to[:1]):
                bounds, end, skip = (first, following[3]), following[1], True
        if not skip and bearing == "after":
            bounds = (first, None)
        elif not skip and bearing == "before":
            bounds = (None, last)
        period = Period(text[start:end], *bounds)
        mentions.append(DateMention(text[start:end], start, end, period))
    return mentions


def _numbers(
    text: str, data: Language, patterns: _Patterns, taken: list[tuple[int, int]]
) -> tuple[list[Quantity], list[tuple[int, int]]]:
    read: list[Quantity] = []
    missed: list[tuple[int, int]] = []
    for match in patterns.number.finditer(text):
        low, high = match.span("number")
        if any(start < high and low < end for start, end in taken):
            continue
        if match["digits"] is None and low and (text[low - 1].isalnum() or text[low - 1] in "-'’"):
            continue
        if _is_place(text, low, high, data):
            continue
        quantity = _quantity(text, match, data)
        if quantity is None:
            end = high
            while (
                end < len(text) and (text[end].isalnum() or text[end] in ".,") and end < high + 20
            ):
                end += 1
            missed.append((low, low + len(text[low:end].rstrip(".,"))))
        else:
            read.append(quantity)
    return read, missed


def _is_place(text: str, start: int, end: int, data: Language) -> bool:
    """Return whether digits are a place in a text, a list mark, an ordinal, a time, a code or a
    name."""
    word = re.search(r"([^\s'’(]+)\s?$", text[max(start - 20, 0) : start])
    if word and word[1].lower() in data.references:
        return True
    before, after = text[start - 1 : start], text[end : end + 2]
    if before and before in "§#/:@_":
        return True
    if re.match(r"[:/@_][0-9A-Za-z]|(?:er|e|º|ª|[a-z])\b", after):
        return True
    if before.isalpha() or (before in ("-", "–") and text[start - 2 : start - 1].isalpha()):
        return True
    # "4. Sitzung", "3.º": an ordinal; "1. Le port": a number that opens a line.
    dotted = data.dotted_ordinals or not text[:start].rstrip(" ") or before == "\n"
    ordinal = r"\.(?:\s\S|[ºª])" if dotted else r"\.[ºª]"
    return end - start < 3 and re.match(ordinal, text[end : end + 3]) is not None


def _quantity(text: str, match: re.Match[str], data: Language) -> Quantity | None:
    start, end = match.start(), match.end()
    low, high = match.span("number")
    digits, word = match["digits"], match["number"].lower()
    value = _value(digits, data) if digits else Exact(data.numbers.get(word, 1))
    if value is None or _runs_on(text, match, data):
        return None
    if match["sign"]:
        value = Exact(-value.mantissa, value.exponent)
    scale = match["scale"]
    if scale:
        value = value.times(Exact(1, data.scales[scale.lower()]))
        high = match.end("scale")
    unit = data.units.get((match["unit"] or "").lower()) or unit_of(match["symbol"] or "")
    if unit is None and match["money"]:
        unit = unit_of(match["money"])
    qualifier = match["qualifier"]
    if not digits and match["qualifier"] is None:
        start = low
    return Quantity(
        text[start:end], start, end, low, high, value.value(), unit,
        qualifier.lower() if qualifier else None, False, value.exponent,
    )  # fmt: skip


def _value(digits: str, data: Language) -> Exact | None:
    """Read digits by the marks of the language; None where a country of it reads them otherwise."""
    whole, _, decimals = digits.partition(",")
    if len(decimals) == 3 and not data.thousandths and whole != "0":
        return None
    if len(whole) > 1 and whole[0] == "0":
        return None
    plain = re.sub("[^0-9]", "", whole)
    return exact(f"{plain}.{decimals}" if decimals else plain).least() if len(plain) < 19 else None


def _runs_on(text: str, match: re.Match[str], data: Language) -> bool:
    """Return whether a number goes on before or behind what was read of it: "1.234.5", "quatre
    cents"."""
    low, high = match.span("number")
    after, before = text[high:], text[:low]
    if match["digits"]:
        if re.match(r"[.,'’][0-9]|[^\W_](?<![%°])|\s?[±×]", after) and not (
            match["symbol"] and match.start("symbol") == high
        ):
            return True
        plain = not set(match["digits"]) & set("   ")
        row = re.match(rf"{_SPACE}[0-9]", after) or re.search(rf"[0-9]{_SPACE}$", before)
        return bool(row) and (not plain or len(match["digits"]) < 4)
    numberish = rf"(?:{_any((*data.numbers, 'cents', 'hundert', 'cientos', 'ciento', 'vingts'))})"
    beyond = re.match(rf"[\s-]{numberish}(?!\w)", after, re.IGNORECASE)
    return bool(beyond) or bool(
        re.search(rf"(?<!\w){numberish}[\s-]$", before[-20:], re.IGNORECASE)
    )


def _ranges(text: str, data: Language, found: list[Quantity]) -> list[Quantity]:
    """Return numbers, the first of a range with the scale and unit that the second prints."""
    for place in range(len(found) - 2, -1, -1):
        one, two = found[place], found[place + 1]
        gap = text[one.end : two.start].strip().lower()
        if one.unit or gap not in ("-", "–", "—", *data.to) or gap in ("auf", "au", "al"):
            continue
        opened = text[max(one.start - 12, 0) : one.start].lower().split()[-1:]
        if gap in ("und", "et", "y") and opened not in (["zwischen"], ["entre"]):
            continue
        value = one.value
        printed, scaled = (
            text[one.number_start : one.number_end],
            text[two.number_start : two.number_end],
        )
        scale = re.search(rf"(?:{_any(data.scales)})$", scaled, re.IGNORECASE)
        if scale and not re.search(rf"(?:{_any(data.scales)})$", printed, re.IGNORECASE):
            value = exact(one.value).times(Exact(1, data.scales[scale[0].lower()])).value()
        found[place] = one._replace(value=value, unit=two.unit, leans=True)
    return found
