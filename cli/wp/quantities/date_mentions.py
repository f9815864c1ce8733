"""Dates, years and spans of a text, with the words that give them their bearing."""

from wp.model import Period, has_month
from wp.quantities.model import HYPHENS, DateMention, Point, Tokens, days_in
from wp.quantities.points import OPENING_WORDS, point_at
from wp.quantities.spelled import spelled_at

# What a preposition makes of a lone date: nothing, an open end, an open beginning.
_WITHIN = ("in", "on", "during", "throughout", "at", "within", "dated", "for")
_OPEN_END = (
    "since", "from", "after", "following", "on or after", "no earlier than", "not earlier than",
    "later than", "on or later than", "after or on", "later than or in", "later than or at",
)  # fmt: skip
_OPEN_START = (
    "by", "until", "till", "before", "prior to", "up to", "as of", "through", "as at",
    "on or before", "no later than", "not later than", "before or on", "before or in",
    "earlier than", "on or earlier than", "sooner than",
)  # fmt: skip
_BEARING = {
    **dict.fromkeys(_WITHIN, "within"),
    **dict.fromkeys(_OPEN_END, "after"),
    **dict.fromkeys(_OPEN_START, "before"),
    "between": "between",
}
_ONWARD = frozenset(("onward", "onwards", "on"))
_TO = frozenset(("to", "through", "until", "till"))
_THEREAFTER = ("and after", "and later", "or later", "or after")
_TO_NOW = ("and now", "and today")
_ARROWS = ("→", "->", "=>")
_EVENTS = frozenset(
    "congress congresses session summit war founding establishment adoption outbreak conference "
    "election revolution reform opening independence liberation ceasefire pandemic accession "
    "entry ratification signing launch inception plenum crisis referendum".split()
)
# These begin something only where a date says when: "since its start in 2018".
_BEGINNINGS = frozenset("start beginning introduction creation formation inauguration".split())
_EVENT_WORDS = 7
_BEFORE_EVENT = frozenset(("since", "after", "before", "until", "following", "prior"))
_OPENING = OPENING_WORDS | _BEFORE_EVENT
_AWAY = 8  # words that may stand between "from" and "in" of "from the founding of … in 1949 to"


def dates_among(
    tokens: Tokens,
    spans: list[tuple[int, int]],
    *,
    events: bool = True,
    impossible: list[tuple[int, int]] | None = None,
) -> list[DateMention]:
    """Find the dates and spans among the tokens of a text, outside its codes; see `dates`.

    `impossible` is given the spans of days that no calendar has; they are no dates.
    """
    found: list[DateMention] = []
    codes = [*reversed(spans)]
    index = 0
    free = 0  # first token that no mention has taken
    while index < len(tokens.items):
        token = tokens.items[index]
        while codes and codes[-1][1] <= token.start:
            codes.pop()
        if codes and codes[-1][0] <= token.start:
            index = free = index + 1
            continue
        if not (token.digits or token.lower in _OPENING):
            index += 1
            continue
        point = point_at(tokens, index)
        if point is None:
            mention, stop = _event(tokens, index) if events else (None, index)
            if mention is None:
                index += 1
                continue
        elif point.impossible:
            if impossible is not None:
                impossible.append((tokens(index).start, point.end_char))
            index = free = point.stop
            continue
        else:
            mention, stop = _mention(tokens, point, free)
        if found and mention.start <= found[-1].start:
            found.pop()
        found.append(mention)
        index = free = max(stop, index + 1)
    return found


def _make(tokens: Tokens, start: int, end: int, iso: tuple[str | None, str | None]) -> DateMention:
    text = tokens.source[start:end]
    return DateMention(text, start, end, Period(text, *iso))


def _bearing(tokens: Tokens, index: int, free: int) -> tuple[str, int]:
    """Return the bearing of the preposition before a token and the token it begins at."""
    for words in (4, 3, 2, 1):
        first = index - words
        if first >= free and tokens.spaced(index - 1):
            bearing = _BEARING.get(tokens.phrase(first, words))
            if bearing:
                return bearing, first
    return "", index


def _mention(tokens: Tokens, point: Point, free: int) -> tuple[DateMention, int]:
    bearing, first = _bearing(tokens, point.first, free)
    last = _range_end(tokens, point, bearing)
    sharp = _last_day(point) if point.closes and bearing != "before" else point
    if last:
        if bearing == "within":
            first = _from(tokens, first, free)
        elif bearing not in ("after", "between"):
            first = first if bearing else point.first
        spanned = (sharp.start or _in_year_of(point, last), last.end)
        return _make(tokens, tokens(first).start, last.end_char, spanned), last.stop
    end, stop = point.end_char, point.stop
    if bearing == "between" and tokens.phrase(stop, 2) in _TO_NOW:
        end, stop = tokens(stop + 1).end, stop + 2
        return _make(tokens, tokens(first).start, end, (point.start, None)), stop
    opening = _opened_by(tokens, point, free)
    if opening:
        return _make(tokens, tokens(point.first - 1).start, end, (opening, point.end)), stop
    if bearing == "between" or (bearing and tokens(first).lower == "for"):
        bearing, first = "", point.first
    iso = (sharp.start, sharp.end)
    if bearing == "after":
        # "from 15 to 17 December 2017" is closed already, "from the 1990s" is not.
        days = point.start != point.end and tokens(first).lower == "from" and not point.decade
        iso = (sharp.start, point.end if days else None)
    elif bearing == "before":
        iso = (None, point.end)
    onward = tokens.spaced(stop - 1) and tokens(stop).lower in _ONWARD
    if onward and (tokens(first).lower == "from" or (not bearing and tokens(stop).lower != "on")):
        iso, end, stop = (iso[0], None), tokens(stop).end, stop + 1
    elif tokens.phrase(stop, 2) in _THEREAFTER and not (
        tokens(stop + 1).lower == "after" and tokens.spaced(stop + 1)  # "before 2010 or after 2018"
    ):
        iso, end, stop = (iso[0], None), tokens(stop + 1).end, stop + 2
    return _make(tokens, tokens(first).start, end, iso), stop


def _last_day(point: Point) -> Point:
    """Return the last day of the month or year whose end a point is."""
    year, month = int((point.end or "")[:4]), int((point.end or "")[5:7] or 12)
    day = f"{year:04}-{month:02}-{days_in(year, month)}"
    return point._replace(start=day, end=day)


def _range_end(tokens: Tokens, point: Point, bearing: str) -> Point | None:
    """Read the second date of a span: after "to", a dash or an arrow; after "and" if "between"
    opened it.
    """
    gap = tokens.source[point.end_char : tokens(point.stop).start][:4].strip()
    word = tokens(point.stop).lower
    place = point.stop
    if point.start is None and not point.month:
        return None
    onward = word in _ONWARD and bearing == "after" and tokens.spaced(point.stop - 1)
    if onward and tokens(place + 1).lower in _TO:
        place, word = place + 1, tokens(place + 1).lower  # "from 2013 on to 2016"
    if (len(gap) == 1 and gap in HYPHENS) or gap in _ARROWS:
        pass
    elif not gap and (word in _TO or (word == "and" and bearing == "between")):
        place += 1
    else:
        return None
    last = point_at(tokens, place)
    if last is None or last.end is None:
        return None
    if point.start is None:
        return last if has_month(last.end) else None
    return None if last.end < point.start[: len(last.end)] else last


def _in_year_of(point: Point, last: Point) -> str:
    """Return a day whose year only the end of its span prints: "20 May–3 June 2014"."""
    end = last.end or ""
    later = (point.month, point.day) > (int(end[5:7]), int(end[8:] or 31))
    return f"{int(end[:4]) - later:04}-{point.month:02}-{point.day:02}"


def _from(tokens: Tokens, first: int, free: int) -> int:
    """Go back from "in" to the "from" that opens "from the founding of … in 1949 to 2012"."""
    for step in range(1, _AWAY + 1):
        place = first - step
        if place < free or tokens(place).digits or not tokens.joined(place):
            break
        if tokens(place).lower == "from":
            return place
    return first


def _event(tokens: Tokens, index: int) -> tuple[DateMention | None, int]:
    """Read "since the 18th National Congress"; with a date after it, that date opens the span."""
    opening = tokens(index).lower
    if opening not in _BEFORE_EVENT:
        return None, index
    words = 2 if tokens.phrase(index, 2) == "prior to" else 1
    bearing = _BEARING.get(tokens.phrase(index, words))
    if tokens(index + words).lower not in ("the", "its", "their", "this"):
        return None, index
    for step in range(_EVENT_WORDS):
        place = index + words + step
        # "18th" and "People's" are two tokens each, with nothing or an apostrophe between them.
        if not (tokens.joined(place - 1) or tokens.between(place - 1) in ("", "'", "’")):
            return None, index
        if step and (tokens(place).lower in _EVENTS or _begins(tokens, place)):
            break
    else:
        return None, index
    stop = _of(tokens, place + 1)
    end, iso = tokens(stop - 1).end, (None, None)
    within, inner = _bearing(tokens, stop + 1, stop)
    point = point_at(tokens, stop + 1) if within == "within" and inner == stop else None
    if point and tokens.spaced(stop - 1) and not _range_end(tokens, point, within):
        bounds = (point.start, None) if bearing == "after" else (None, point.end)
        return _make(tokens, tokens(index).start, point.end_char, bounds), point.stop
    return _make(tokens, tokens(index).start, end, iso), stop


def _begins(tokens: Tokens, index: int) -> bool:
    """Return whether a token says that something began, and a date follows: "start in 2018"."""
    if tokens(index).lower not in _BEGINNINGS:
        return False
    return tokens.phrase(index + 1, 1) in ("in", "on") and point_at(tokens, index + 2) is not None


def _of(tokens: Tokens, stop: int) -> int:
    """Take in what the event was of: "founding of the PRC", "Session of the 18th … Committee"."""
    if tokens(stop).lower != "of" or not tokens.spaced(stop - 1):
        return stop
    place = stop + 1
    place += tokens(place).lower == "the"
    begun = place
    while place - begun < 8 and tokens.spaced(place - 1):
        token = tokens(place)
        ordinal = token.digits and tokens(place + 1).lower in ("st", "nd", "rd", "th")
        if ordinal:
            place += 2
        elif token.text[0].isupper() or (place > begun and token.lower == "of"):
            place += 1
        else:
            break
    while place > begun and tokens(place - 1).lower == "of":
        place -= 1
    return place if place > begun else stop


_CLOSING = frozenset(("to", "ended", "ending"))
_LENGTHS_IN_MONTHS = {"month": 1, "months": 1, "quarter": 3, "year": 12, "years": 12}
_LONGEST = 1200  # months


def _opened_by(tokens: Tokens, point: Point, free: int) -> str | None:
    """Return the ISO start of the stretch that a point in time closes; None when it closes none.

    Takes the token that no date before has taken. "the twelve months to 31 March 2022" begins on
    1 April 2021: a last day of a month closes whole months. The start is as precise as the end.
    """
    closing = point.first - 1
    if closing <= free or tokens(closing).lower not in _CLOSING or not tokens.spaced(closing):
        return None
    months = _LENGTHS_IN_MONTHS.get(tokens(closing - 1).lower)
    if months is None or not tokens.spaced(closing - 1) or point.end is None:
        return None
    if tokens(closing - 1).lower in ("months", "years"):
        months *= _number_before(tokens, closing - 1)
    if not 0 < months <= _LONGEST or point.start != point.end:
        return None
    return _back(point.end, months)


def _number_before(tokens: Tokens, index: int) -> int:
    """Return the number of months or years, 0 when none is printed."""
    before = index - 1
    if not tokens.joined(before):
        return 0
    if tokens(before).text.isdecimal():
        return int(tokens(before).text) if len(tokens(before).text) < 4 else 0
    # "thirty-six months": the number may take two words.
    first = before - 1 if tokens.between(before - 1) in [*HYPHENS] else before
    found = spelled_at(tokens, first)
    whole = found and found.stop == index and not found.ordinal
    return int(found.value) if found and whole and isinstance(found.value, int) else 0


def _back(iso: str, months: int) -> str | None:
    """Return the first year, month or day of so many months that end with a date."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return None if months % 12 else f"{parts[0] - months // 12 + 1:04}"
    if len(parts) == 2:
        year, month = divmod(parts[0] * 12 + parts[1] - months, 12)
        return f"{year:04}-{month + 1:02}"
    year, month, day = parts
    if day >= days_in(year, month):
        year, month, day = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    else:
        day += 1
    year, month = divmod(year * 12 + month - 1 - months, 12)
    if day > days_in(year, month + 1):
        return None
    return f"{year:04}-{month + 1:02}-{day:02}"
