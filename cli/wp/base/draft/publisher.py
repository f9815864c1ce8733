"""Who published a document, where a line of it or a field of its file names a public body."""

import re
from collections.abc import Iterable

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
    r"\b(?:account|accounts|act|agenda|agreement|bulletin|charter|code|constitution|convention|"
    r"covenant|decision|declaration|decree|directive|guide|guidelines|handbook|law|memorandum|"
    r"minutes|note|notice|opinion|order|paper|plan|policy|press|programme|program|protocol|"
    r"regulations?|release|reports?|resolution|results|review|rules|session|statement|strategy|"
    r"summary|survey|treaty|white)\b",
    re.IGNORECASE,
)
_LINKS = frozenset("and at for in of on the to".split())
_LONGEST = 120


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
    """Return the body that one of the lines before the text is, a date behind it aside; else ""."""
    for line in lines:
        read = list(dates(line, events=False))
        name = line[: read[0].start] if read else line
        name = re.sub(r"\s(?:on|in)$", "", name.rstrip()).strip(" ,–—-|")
        if is_body(name):
            return name
    return ""
