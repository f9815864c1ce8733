"""The date of a document, from where documents say when they came out: none that they report."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wp.base.draft.sections import DraftOutline
from wp.english import WEEKDAYS
from wp.model import has_day, has_month
from wp.pattern import pattern
from wp.quantities.model import DateMention
from wp.quantities.read import dates

_OPENING = 20  # passages of each of the first two parts
_BELOW_TITLE = 3
_CLOSING = 6  # passages at the end
_LINE = 160

# "Released 14 August 2031", "Laid before Parliament on …", "rendu le …", "Urteil vom …"
_SAID = pattern(
    r"(?:this |the )?(?:date(?: of (?:publication|issue|release))?|published|publication"
    r"|issued|released?|dated|edition|adopted|approved|certified|presented|submitted|laid|printed"
    r"|delivered|done|given|signed|posted|filed|decided|promulgated|enacted|assented"
    r"|(?:judgment|opinion|decision)(?: (?:delivered|given|handed down|issued))?|handed down"
    r"|publiée?|parue?|rendue?|fait|arrêt|adoptée?|date de publication"
    r"|veröffentlicht|erschienen|verkündet|ausgegeben|urteil|beschluss|stand"
    r"|publicad[oa]|dad[oa]|aprobad[oa]|sentencia|fecha)\b[^\d.;]{0,60}",
    re.IGNORECASE,
)
# A paper that is named by its day: "Decision of 9 September", "Resolution No. 5/2014 of …".
_PAPER = pattern(
    r"(?:[^\s,]+ ){0,4}?(?:act|address|agreement|convention|decision|decree|directive|judgment|law"
    r"|minutes|order|regulation|report|resolution|speech|statement|treaty)\b"
    r"(?:(?! (?:on|for|about|into|by) )[^,;]){0,40} of(?: the)?\s*",
    re.IGNORECASE,
)
_BOUNDARY = pattern(r"[,:.;·|/–—(（\[\n](?:\s|(?<=[—–(（\[\n]))\s*")
_WEEKDAY = "|".join(WEEKDAYS)
_ALONE = pattern(rf"(?:on|den|le|the|{_WEEKDAY}|[\u3400-\u9fff]+)?\s*", re.IGNORECASE)
_STOP = pattern(r"[.;]\s+(?=[A-ZÀ-Þ])")
_WITHIN = pattern(r"(?:\b[Tt]he|\b[a-zà-ÿ]\S*) $")
_WORD = pattern(r"\b[a-zà-ÿ]{3,}", re.IGNORECASE)
_BEHIND = pattern(
    r"(?:$|[,.;:·|/–—)）\]\n-]|(?:at )?\d{1,2}[:.]\d\d\b|[^。；]{0,60}(?:通过|公布|发布|施行))"
)
_PLACE = pattern(r"[A-Z][\w ’'-]{2,40}, (?:on |den |le )?")
_DAY_NAME = pattern(rf"\b(?:{_WEEKDAY}),? (?:the )?$", re.IGNORECASE)


class _Line(NamedTuple):
    """A line, and whether a month or year on it is that of publication, as on a title page.

    A date that stands alone in a table's row may be that of anything.
    """

    text: str
    loose: bool = False
    is_row: bool = False


def printed_date(plan: DraftOutline, heads: Sequence[str], language: str) -> str:
    """Return the date of publication in ISO 8601 as precise as printed; "" without one.

    It stands behind a word that says so ("Released 14 August 2024"), alone on a line or behind a
    place, in the title as a day ("Decision of 9 September 2033"), in the running `heads`, or behind
    such a word at the end ("Done at Brussels, …"). A day goes before a month, a month before a
    year: those of a title are what it is about.
    """
    lines = [_Line(plan.title), *(_Line(line, True) for line in plan.front)]
    rows: list[_Line] = []
    for part in plan.parts[:2]:
        for place, passage in enumerate(part.passages[:_OPENING]):
            if passage.row:
                rows.append(_Line(passage.text, is_row=True))
            else:
                lines += (_Line(passage.under), _Line(passage.text, place < _BELOW_TITLE))
    read = [*_dates((*lines, *rows, *map(_Line, heads)), language)]
    found = [_iso(date) for line, date in read if _says(line, date)]
    found += [_iso(date) for line, date in read if not line.is_row and _stands_alone(line, date)]
    if not any(map(has_day, found)):
        closing = [_Line(passage.text) for passage in plan.parts[-1].passages[-_CLOSING:]]
        said = [line for line in reversed(closing) if _SAID.match(line.text)]
        found += [_iso(date) for line, date in _dates(said, language) if _says(line, date)]
    return max(found, key=len, default="")


def _dates(lines: Iterable[_Line], language: str) -> Iterator[tuple[_Line, DateMention]]:
    """Yield the dates of some lines that may be those of publication, each with its line."""
    for line in lines:
        if any(map(str.isdigit, line.text)):
            for date in dates(line.text, events=False, language=language):
                iso = _iso(date)
                if iso and iso == date.period.end and (line.loose or has_day(iso)):
                    yield line, date


def _iso(date: DateMention) -> str:
    return date.period.start or ""


def _says(line: _Line, mention: DateMention) -> bool:
    """Return whether what stands before a date says that the document came out then."""
    text, at = line.text, mention.start
    words = [found.start() for found in _WORD.finditer(text, 0, at)]
    if _is_line(text):
        said = any(_SAID.fullmatch(text, word, at) for word in words)
        return said or bool(_PAPER.fullmatch(text, 0, at))
    # "Statistics Norland. Released 14 August", but not "In its Decision of 14 August"
    return any(
        _SAID.fullmatch(text, word, at)
        for word in words
        if text[word].isupper() and not _WITHIN.search(text, 0, word)
    )


def _stands_alone(line: _Line, mention: DateMention) -> bool:
    """Return whether a date stands by itself on a line, or behind a place alone."""
    text, at = line.text, mention.start
    behind = text[mention.end :].strip()
    day = has_day(_iso(mention))
    sentence = _begin(_STOP, text, at)
    if day and behind[:1] in ("", ".", "–", "—", "-") and _PLACE.fullmatch(text, sentence, at):
        return True
    begin = _begin(_BOUNDARY, text, at)
    if day and text[begin - 1 : begin] in ("[", "（") and begin == at:
        return True
    weekday = day and bool(_DAY_NAME.search(text, 0, at))
    if weekday and (_is_line(text) or _DAY_NAME.fullmatch(text, 0, at)):
        return True
    alone = _ALONE.fullmatch(text, begin, at) and _BEHIND.match(behind)
    return _is_line(text) and bool(alone) and has_month(_iso(mention))


def _begin(mark: re.Pattern[str], text: str, at: int) -> int:
    """Return where the part of a text begins that reaches to a place, marks between parts."""
    return max((found.end() for found in mark.finditer(text, 0, at)), default=0)


def _is_line(text: str) -> bool:
    """Return whether a text is a line of a title page or the like, and no sentence."""
    return len(text) <= _LINE and not text.endswith((".", ",", ":", ";", "!", "?", "。"))
