"""Who published a document, what it is called, and when it came out, as it says itself.

A date is read where documents say when they came out: none that they report.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from wp.base.draft.sections import DraftOutline
from wp.documents.headings import CLOSED, breaks_off
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
    r"|veröffentlicht|erschienen|verkündet|ausgegeben|urteil|beschluss|stand|datum"
    r"|publicad[oa]|publicación|dad[oa]|aprobad[oa]|sentencia|fecha)\b[^\d.;]{0,60}",
    re.IGNORECASE,
)
# "Geltung ab: 14.12.1976", "Next review: 5 May 2031": of another thing than the paper's coming out.
_OTHERWISE = pattern(
    r"\b(?:ab|closing|deadline|due|effective|expir\w+|force|from|generado|generated|geltung|gültig\w*"
    r"|inicio|modif\w+|next|printed|retrieved|until|updated|valid|versi[oó]n|vigencia|vigor|vigueur)"
    r"\b[^:]{0,30}:\s*$",
    re.IGNORECASE,
)
# A paper that is named by its day: "Decision of 9 September", "Resolution No. 5/2014 of …".
_PAPER = pattern(
    r"(?:[^\s,]+ ){0,4}?(?:act|address|agreement|convention|decision|decree|directive|judgment|law"
    r"|minutes|order|regulation|report|resolution|speech|statement|treaty)\b"
    r"(?:(?! (?:on|for|about|into|by) )[^,;]){0,40} of(?: the)?\s*",
    re.IGNORECASE,
)
_BOUNDARY = pattern(r"[,:.;·|/–—()（\[\n](?:\s|(?<=[—–(（\[\n]))\s*")
_WEEKDAY = "|".join(WEEKDAYS)
_ALONE = pattern(rf"(?:on|of|den|vom|du|le|the|{_WEEKDAY}|[\u3400-\u9fff]+)?\s*", re.IGNORECASE)
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
    lines += map(_Line, plan.parts[0].headings[:_BELOW_TITLE])
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
    if _OTHERWISE.search(text, 0, at):
        return False
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


_BODIES = pattern(
    r"\b(?:academy|administration|agency|assembly|association|auditor|authority|bank|board|bureau|"
    r"cabinet|chancellery|commission|commissioner|committee|congress|council|court|department|"
    r"directorate|fund|government|inspectorate|institute|institution|ministry|office|"
    r"ombudsman|organi[sz]ation|parliament|presidency|registry|regulator|secretariat|senate|"
    r"service|statistics|treasury|tribunal|union|united nations|university)\b",
    re.IGNORECASE,
)
# What a body puts out, not a body.
_PAPERS = pattern(
    r"\b(?:account|accounts|act|certiorari|agenda|agreement|brief|briefing|bulletin|charter|"
    r"code|constitution|convention|covenant|decision|declaration|decree|directive|guide|"
    r"guidelines|handbook|law|lecture|letter|memorandum|minutes|note|notice|opinion|order|"
    r"paper|plan|policy|press|programme|program|protocol|regulations?|release|remarks|"
    r"reports?|resolution|results|review|rules|session|speech|statement|strategy|"
    r"submission|summary|survey|testimony|treaty|white)\b",
    re.IGNORECASE,
)
_LINKS = frozenset("and at for in of on the to".split())
# In other languages the name of a body begins with what it is, or ends with it.
_ABROAD = pattern(
    r"(?:agence|assemblée|autorité|banque|commission|conseil|cour|gouvernement|institut|ministère"
    r"|office|[a-zäöü]*(?:amt|ministerium|gericht)|agencia|banco|consejo|instituto|ministerio"
    r"|oficina|tribunal)\b[^\d:;/@|.]*|[\u3400-\u9fff]{2,30}(?:[局部院]|委员会|政府|银行|办公室)",
    re.IGNORECASE,
)
_LONGEST = 120
# Behind a name "Report No. 4" may stand on a line of its own, which Markdown joins.
_PIECES = pattern(
    r"\s+[·|–—]\s+|\.\s+|,\s+(?=[a-zà-ÿ])|\s+(?=\d{4}年)"
    r"|\s+(?=(?:(?:Press|Working|Special|Annual) )?"
    r"(?:Report|Release|Paper|Notice|Bulletin|Circular|Document|Publication) No\b)"
)
_IN_THE = pattern(r"(?:in|before) the ", re.IGNORECASE)
# Of the papers of a court or office: what kind it is, and no name.
_KIND = pattern(
    r"(?:final )?(?:judgment|opinion|order|decision|ruling|syllabus|filed|memorandum)"
    r"(?: of the court)?",
    re.IGNORECASE,
)
_AGAINST = pattern(r" (?:v\.?|vs\.?|versus)$")
_PARTIES = pattern(r"[A-ZÀ-Þ][^\d;:]* (?:v\.?|vs\.?|versus) [A-ZÀ-Þ][^\d;:]*")


def is_body(name: str) -> bool:
    """Return whether a name is that of a public body, not of a person, a program or a paper."""
    return (
        bool(_BODIES.search(name))
        and not _PAPERS.search(name)
        and not re.search(r"[\d:;/@|]", name)
        and len(name) <= _LONGEST
        and all(word[0].isupper() or word in _LINKS for word in re.findall(r"[^\W_]+", name))
    )


def printed_publisher(lines: Iterable[str]) -> str:
    """Return the body that one of the lines before the text names, what stands behind it aside.

    "Statistics Norland. Released 14 August 2024." names one; "" where none does.
    """
    for line in lines:
        if len(line) > _LINE:
            continue
        read = list(dates(line, events=False))
        name = line[: read[0].start] if read else line
        name = re.sub(r"\s(?:on|in)$", "", name.rstrip()).strip(" ,–—-|")
        piece = _PIECES.split(line, maxsplit=1)[0]
        for one in (_IN_THE.sub("", piece), _IN_THE.sub("", name)):
            if is_body(one) or (_ABROAD.fullmatch(one) and one[0] == one[0].upper()):
                return one
    return ""


def printed_title(title: str, lines: Sequence[str], heads: Sequence[str]) -> str:
    """Return what a document is called whose largest line is its body's name or "JUDGMENT".

    That is the parties of a case, which running heads name in short, or the first of its lines that
    names a paper; the `title` itself in all other cases, and "" where that is a stamp.
    """
    kind = bool(_KIND.fullmatch(title))
    body = is_body(_IN_THE.sub("", title)) and printed_publisher(lines) in ("", title)
    if not (kind or body):
        return title
    near = [line for line in lines if len(line) <= _LINE]
    sides = (f"{one} {two.rstrip(',')}" for one, two in pairwise(near) if _AGAINST.search(one))
    for line in (*heads, *near, *sides):
        if _PARTIES.fullmatch(line):
            return line
    if kind:
        return "" if title.lower() == "filed" else title
    return printed_paper(near) or title


def printed_paper(lines: Iterable[str]) -> str:
    """Return the first of a document's lines that names a paper, "" where none does."""
    papers = (line for line in lines if len(line) <= _LINE and _PAPERS.search(line))
    return next((one for one in papers if not (breaks_off(one) or CLOSED.search(one))), "")
