"""Figures and dates of Chinese text: 1.2万亿元, 百分之五, 三十二个, 2030年1月14日.

Digits count with the scale and measure behind them. Numerals in characters are read where they are
two or more with a ten, hundred or thousand among them; others stand in too many words to be sure.
"""

import re

from wp.model import Period
from wp.pattern import pattern
from wp.quantities import Exact, exact
from wp.quantities.model import DateMention, QuantitiesFound, Quantity, days_in, unread_at

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "两": 2,
}  # fmt: skip
_POWERS = {"十": 1, "百": 2, "千": 3}
_SCALES = {"万亿": 12, "亿": 8, "千万": 7, "百万": 6, "万": 4, "千": 3, "百": 2}
_UNITS = {
    "%": "percent", "％": "percent", "个百分点": "percentage points", "百分点": "percentage points",
    "元人民币": "RMB", "人民币": "RMB", "元": "RMB", "美元": "USD", "欧元": "EUR", "英镑": "GBP",
    "日元": "JPY", "港元": "HKD", "吨": "tons", "公斤": "kilograms", "千克": "kilograms",
    "公里": "kilometers", "千米": "kilometers", "米": "meters", "公顷": "hectares", "亩": "mu",
    "平方公里": "square kilometers", "平方千米": "square kilometers", "平方米": "square meters",
    "立方米": "cubic meters", "千瓦": "kilowatts", "千瓦时": "kilowatt hours", "年": "years",
    "个月": "months", "天": "days", "小时": "hours", "倍": "times",
}  # fmt: skip
_FLOORS, _CEILINGS, _AROUNDS = "超过 逾 至少 不少于", "不足 不到 近 至多 不超过", "约 大约"
# What follows a number that counts nothing: a month, a day, a clause of a law, a time.
_NAMED = frozenset("月日号条款章届版时分-:：/")
_FULL = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


_NUMBER = pattern(
    rf"(?P<qualifier>{'|'.join(f'{_FLOORS} {_CEILINGS} {_AROUNDS}'.split())})?"
    r"(?:(?P<share>百分之)(?P<part>[0-9]+(?:\.[0-9]+)?|[零一二三四五六七八九十百]+)"
    rf"|(?P<digits>[0-9０-９]+(?:[,，][0-9０-９]{{3}})*(?:[.．][0-9０-９]+)?)(?P<scale>{'|'.join(_SCALES)})?"
    r"|(?P<characters>[一二三四五六七八九两十][零〇一二三四五六七八九两十百千万亿]+))"
    rf"\s?(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})?"
)
_DATE = pattern(
    r"(?P<from>自|从)?(?P<year>[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})年"
    r"(?:(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?)?"
    r"(?P<open>以来|起|以后)?(?P<until>以前|之前|前(?!期|后))?"
)


def read_chinese(text: str) -> QuantitiesFound:
    """Find the quantities and dates of a Chinese text.

    Takes any text; gives what `wp.quantities.read.quantities_and_dates` does. Never raises.
    """
    mentions: list[DateMention] = []
    missed: list[tuple[int, int]] = []
    for match in _DATE.finditer(text):
        bounds = _bounds(match)
        if bounds is None:
            missed.append(match.span())
        else:
            mentions.append(DateMention(match[0], *match.span(), Period(match[0], *bounds)))
    taken = [(mention.start, mention.end) for mention in mentions] + missed
    read: list[Quantity] = []
    for match in _NUMBER.finditer(text):
        if any(low < match.end() and match.start() < high for low, high in taken):
            continue
        if _is_named(text, match):
            continue
        quantity = _quantity(text, match)
        if quantity:
            read.append(quantity)
        elif match["digits"]:
            missed.append(match.span())
    return QuantitiesFound(read, mentions, unread_at(text, missed))


def _bounds(match: re.Match[str]) -> tuple[str | None, str | None] | None:
    """Return the ISO bounds of a date; None for a day that no calendar has."""
    printed = match["year"]
    year = int(printed) if printed.isascii() else int("".join(str(_DIGITS[one]) for one in printed))
    month, day = int(match["month"] or 0), int(match["day"] or 0)
    if month > 12 or (match["month"] and not month) or (day and day > days_in(year, month)):
        return None
    iso = f"{year}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
    if match["open"]:
        return iso, None
    return (None, iso) if match["until"] else (iso, iso)


def _is_named(text: str, match: re.Match[str]) -> bool:
    """Return whether a number tells things apart ("第十二条") or is part of a code or name."""
    before = text[max(match.start() - 1, 0) : match.start()]
    after = text[match.end() : match.end() + 1]
    if before in ("第", "-", "/", ":", "：", ".", "_") or (before.isascii() and before.isalnum()):
        return True
    if match["unit"] is None and (after in _NAMED or (after.isascii() and after.isalnum())):
        return True
    return match["unit"] == "年" and len(match["digits"] or "") == 4


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    qualifier, unit = match["qualifier"], _UNITS.get(match["unit"] or "")
    group = "digits"
    if match["share"]:
        part = match["part"]
        value = exact(part) if part[0].isascii() else _characters(part)
        group, unit = "part", "percent"
    elif match["digits"]:
        plain = match["digits"].translate(_FULL)
        grouped = "," not in plain or re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", plain)
        beyond = re.match(r"[.．,，][0-9０-９]", text[match.end("digits") :])
        if not grouped or beyond or len(plain) > 18:
            return None
        value = exact(plain.replace(",", ""))
    else:
        value, group = _characters(match["characters"]), "characters"
    if value is None:
        return None
    low, high = match.span(group)
    if match["scale"]:
        value, high = value.times(Exact(1, _SCALES[match["scale"]])), match.end("scale")
    return Quantity(
        match[0], *match.span(), low, high, value.value(), unit, qualifier, False, value.exponent
    )


def _characters(printed: str) -> Exact | None:
    """Read numerals in characters, "三百二十", "一亿五千万"; None for what is no numeral."""
    total = section = 0
    digit: int | None = None
    last = 5
    for character in printed:
        if character in _DIGITS:
            if digit:
                return None  # "十二五": a name, not a number
            digit = _DIGITS[character]
        elif character in _POWERS:
            power = _POWERS[character]
            if power >= last:
                return None
            section += (1 if digit is None else digit) * 10**power
            digit, last = None, power
        else:
            factor = 10 ** (4 if character == "万" else 8)
            total = (total + section + (digit or 0)) * factor if character == "亿" else (
                total + (section + (digit or 0)) * factor
            )  # fmt: skip
            section, digit, last = 0, None, 5
    tied = any(character in "十百千万亿" for character in printed)
    return Exact(total + section + (digit or 0)) if tied or len(printed) == 1 else None
