"""What a report was made from: by which program and rules, against which texts, and when."""

import os
import time
from collections.abc import Iterable
from typing import NamedTuple

from wp import RULES, __version__
from wp.model import UNKNOWN_DATE, Base, text_digest

_LONGEST_TIME = 12  # digits: what any clock can hold


class HeldAgainst(NamedTuple):
    """A document: its id, title, edition (its date where it has none) and its text's SHA-256."""

    id: str
    title: str
    edition: str
    sha256: str


class Provenance(NamedTuple):
    """Version of the program, number of its rules, the time (ISO 8601, UTC), the documents."""

    version: str
    rules: int
    checked: str
    documents: tuple[HeldAgainst, ...]


def provenance(bases: Iterable[Base]) -> Provenance:
    """Return what a report on drafts held against some bases is made from, now.

    The time is that of `SOURCE_DATE_EPOCH` where it is set, so that a report can be made again to
    the byte (reproducible-builds.org).
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    is_time = seconds.isdecimal() and len(seconds) < _LONGEST_TIME
    now = time.gmtime(int(seconds) if is_time else None)
    documents = tuple(
        HeldAgainst(
            base.document.id,
            base.document.title,
            base.document.edition or base.document.published.replace(UNKNOWN_DATE, "date unknown"),
            text_digest(base),
        )
        for base in bases
    )
    return Provenance(__version__, RULES, time.strftime("%Y-%m-%dT%H:%M:%SZ", now), documents)


def provenance_lines(made: Provenance, digits: int = 64) -> list[str]:
    """Return a line for each document and one for program and time, for people.

    A digest is shown with its first `digits` hexadecimal digits.
    """
    return [
        f"Checked against: {one.title}, {one.edition} (SHA-256 of its text {one.sha256[:digits]})"
        for one in made.documents
    ] + [f"wp {made.version}, rules {made.rules}; {made.checked[:16].replace('T', ' ')} UTC"]
