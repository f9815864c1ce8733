"""Verbs that tell no more of a figure than that it is, or is had, and words for anybody: they are
no other fact than the source's."""

from functools import cache

from wp.pattern import pattern
from wp.statements import Term, stems, stems_of
from wp.words import stem

# Verbs that tell no more than that something is, happens, is had or is reported.
_SAYING_NOTHING = (
    "existed, remained, followed, concerned, appeared, happened, occurred, involved, used, "
    "called, named, held, kept, got, met, paid, gave, given, had, received, served, faced, "
    "covered, comprised, consisted, asked, answered, planned, expected, estimated, calculated, "
    "divided, compared, worked, based, related, registered, listed, published, issued, quoted, "
    "cited, printed, announced, confirmed, presented, declared, stressed, underlined, pointed, "
    "argued, believed, considered, seen, found, known, meant, needed, wanted, decided, began, "
    "started, ended, finished, completed, continued, exceeded, topped, passed, crossed, "
    "touched, hit, broke, led, ran, went, turned, moved, lived, took part, looked into, "
    "looked at, traced, taken part, gone through, dated, gone, returned, won, helped, "
    "suffered, sustained, stationed, placed, handled, dealt, managed, fetched, earned, fitted, "
    "weighed, measured, heard, agreed, travelled, traveled, pronounced, deemed, tied, spoke, "
    "remarked, mentioned, recalled, ascribed, attributed, numbered, amounted, totalled, "
    "totaled, accounted, ranged, teamed up, participated, featured, figured, recorded, noted, "
    "tallied, logged"
)
# The same where the figure itself is what was had: "drew 498,000 visits", not "drew criticism"
_TAKING = (
    "drew caught netted bagged attracted gathered mustered garnered claimed took counted joined "
    "embraced linked furnished yielded spanned"
)
_TAKES = pattern(r"(?: (?:up|in|\w+ (?:with|to)))?\s*")
# "assigned to March 2013", "spread over 27 years", "treated as three"
_SAYING_LESS = pattern(
    r"(?:assigned to (?:[A-Z][a-z]+ )?\d|spread (?:out )?(?:over|across)\b"
    r"|(?:treated|class(?:ed|ified)|regarded|viewed|described|billed) as\b)"
)
_TOGETHER = pattern(r"joined (?:hands|forces)\b")
_BEFORE_ANYONE = pattern(r"\bbefore any(?:one|body)(?: (?:had|could|even))* $")
_ANYBODY = "people persons individuals members men"
# "called off", "turned down": what a plain verb says no more
_PARTICLE = pattern(r" (?:off|down|away|aside|against)\b")


def is_plain(sentence: str, verb: Term, at: int, around: frozenset[str]) -> bool:
    """Return whether a verb of a sentence tells nothing of its own of the figure that begins at
    `at`, as it stands there; `around` are the words of the source."""
    if _SAYING_LESS.match(sentence, verb.start) or _BEFORE_ANYONE.search(sentence, 0, verb.start):
        return True
    if _TOGETHER.match(sentence, verb.start):
        return bool(around & stems_of("joint jointly together"))
    known = stem(sentence[verb.start : verb.end].lower())
    if known in _taking() and _TAKES.fullmatch(sentence, verb.end, max(at, 0)):
        return True
    return known in _plain() and not _PARTICLE.match(sentence, verb.end)


def says_nothing(printed: str) -> bool:
    """Return whether a word tells no more than that something is, happens or is had, or counts
    anybody: "people", "took part"."""
    plain = stem(printed.lower())
    return plain in _plain() or plain in anybody()


@cache
def anybody() -> frozenset[str]:
    """Return the words for anybody: people, persons, members."""
    return stems(_ANYBODY)


@cache
def _plain() -> frozenset[str]:
    return frozenset(map(stem, _SAYING_NOTHING.split(", ")))


@cache
def _taking() -> frozenset[str]:
    return frozenset(map(stem, _TAKING.split()))
