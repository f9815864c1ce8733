"""Who published a document and what it is called, where its first lines or its file say so."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from wp.documents.headings import CLOSED, breaks_off
from wp.pattern import pattern
from wp.quantities.read import dates

_BODIES = pattern(
    r"\b(?:academy|administration|agency|assembly|association|auditor|authority|bank|board|bureau|"
    r"cabinet|chancellery|commission|commissioner|committee|congress|council|court|department|"
    r"directorate|fund|government|inspectorate|institute|institution|ministry|office|"
    r"organi[sz]ation|parliament|presidency|secretariat|senate|service|statistics|treasury|"
    r"tribunal|union|united nations|university)\b",
    re.IGNORECASE,
)
# What a body puts out, not a body.
_PAPERS = pattern(
    r"\b(?:account|accounts|act|certiorari|agenda|agreement|bulletin|charter|code|constitution|convention|"
    r"covenant|decision|declaration|decree|directive|guide|guidelines|handbook|law|memorandum|"
    r"minutes|note|notice|opinion|order|paper|plan|policy|press|programme|program|protocol|"
    r"regulations?|release|reports?|resolution|results|review|rules|session|statement|strategy|"
    r"summary|survey|treaty|white)\b",
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
_LINE = 160
_PIECES = pattern(r"\s+[·|–—]\s+|\.\s+|,\s+(?=[a-zà-ÿ])|\s+(?=\d{4}年)")
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
    papers = (line for line in near if _PAPERS.search(line) and not breaks_off(line))
    if kind:
        return "" if title.lower() == "filed" else title
    return next((line for line in papers if not CLOSED.search(line)), title)
