"""What the verbs of a sentence tell of a figure: no more than that it is, or is had, as words for
anybody tell no more; or that it has not happened yet, or has where a source plans it."""

import re
from collections.abc import Iterable
from functools import cache

from wp.pattern import pattern
from wp.statements import Term, is_person, stems, stems_of
from wp.statements.said import IRREGULAR
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
    "looked at, traced, entitled, taken part, gone through, dated, gone, returned, won, helped, "
    "suffered, sustained, stationed, placed, handled, dealt, managed, fetched, earned, fitted, "
    "weighed, measured, heard, agreed, travelled, traveled, pronounced, deemed, tied, spoke, "
    "remarked, mentioned, recalled, ascribed, attributed, numbered, amounted, totalled, "
    "totaled, accounted, ranged, teamed up, participated, featured, figured, recorded, noted, "
    "tallied, logged, outweighed, outnumbered"
)
# The same where the figure itself is what was had: "drew 498,000 visits", not "drew criticism"
_TAKING = (
    "drew caught netted bagged attracted gathered mustered garnered claimed took counted joined "
    "embraced linked furnished yielded spanned brought contributed"
    " occupied engaged employed"
)
# Who is named in a list is in it, whatever verb the source has.
JOINING = (
    "join share take part participate contribute belong consist comprise name list call together"
    " hands"
)
_TAKES = pattern(r"(?: (?:up|in|\w+ (?:with|to)))?\s*")
# "assigned to March 2013", "spread over 27 years", "treated as three"
_SAYING_LESS = pattern(
    r"(?:(?:pushed|drove|driven|bumped|nudged|sent) (?:(?!down|up)[a-z]+ ){0,3}(?:up|down)\b"
    r"|assigned to (?:[A-Z][a-z]+ )?\d|spread (?:out )?(?:over|across)\b"
    r"|(?:brought|carried|lifted|pushed|took) (?:the |its |their )[^,;.\d]{1,50}? (?:from|up to) \d"
    r"|rolled into (?:one|a single)\b"
    r"|(?:treated|class(?:ed|ified)|regarded|viewed|described|billed) as\b)"
)
# "when the count closed": an end of the source's own time
COUNT_ENDED = (
    r"\b(?:count|tally|reckoning|books|lists?|records?|figures|window) (?:was |were |had )?"
    r"(?:clos|end|stopp)ed\b"
)
_UNTIL_ENDED = pattern(rf"\b(?:when|by the time|until|till) [^,;.]{{0,20}}{COUNT_ENDED}")
_TOGETHER = pattern(r"joined (?:hands|forces)\b")
# "joined the drive", of countries that a source tells of it; but a treaty, a union, a party is
# joined by what the source must tell
_JOINED = pattern(r"joined(?: in)?\b(?P<what>[^,;.:()]*)")
_OF = pattern(r"\b(?:of|in|on|against|for)\b")
_MEMBERSHIP = "treaty agreement convention covenant protocol party union association organization"
_NAME = pattern(r"\b[A-Z][a-z]+")
# "treaties limited to civil cases had been signed": what narrows the noun before it
_NARROWED = pattern(
    r"[a-z]+ (?:only |solely )?(?:to|on|at) (?P<what>(?:[a-z]+,? )*?[a-z]+)"
    r"(?= (?:with|in|by|had|has|have|was|were|is|are)\b|[,;.]|$)"
)
_BE = pattern(r"\b(?:am|is|are|was|were|been|being|be|got|gets?) $")
_DONE = pattern(r"\b(?:had|has|have|was|were|is|are)(?: been)? (?P<did>[a-z]+)")
# "The judiciary was handed 58,000 cases"
_GIVEN = pattern(
    r"(?P<whom>[^\W\d]+) (?:(?:had|has|have) )?(?:was|were|been) (?P<verb>[a-z]+)"
    r" (?:(?:about|some|more than|over|nearly|almost) )?$"
)
_BEFORE_ANYONE = pattern(r"\bbefore any(?:one|body)(?: (?:had|could|even))* $")
_ANYBODY = "people persons individuals members men"
# "called off", "turned down": what a plain verb says no more
_PARTICLE = pattern(r" (?:off|down|away|aside|against)\b")


def is_plain(sentence: str, verb: Term, at: int, around: frozenset[str]) -> bool:
    """Return whether a verb of a sentence tells nothing of its own of the figure that begins at
    `at`, as it stands there; `around` are the words of the source."""
    if _SAYING_LESS.match(sentence, verb.start) or _BEFORE_ANYONE.search(sentence, 0, verb.start):
        return True
    if any(one.end() == verb.end for one in _UNTIL_ENDED.finditer(sentence)):
        return True
    if _TOGETHER.match(sentence, verb.start):
        return bool(around & stems_of("joint jointly together"))
    if _takes_part(sentence, verb, around) or _narrows(sentence, verb, around):
        return True
    known = stem(sentence[verb.start : verb.end].lower())
    if known in _taking() and _TAKES.fullmatch(sentence, verb.end, max(at, 0)):
        return True
    return known in _plain() and not _PARTICLE.match(sentence, verb.end)


def _takes_part(sentence: str, verb: Term, around: frozenset[str]) -> bool:
    """Return whether a verb tells that others than persons took part in what the source tells."""
    found = _JOINED.match(sentence, verb.start)
    if found is None or any(map(is_person, stems(sentence[: verb.start]))):
        return False
    what = stems(_OF.split(found["what"])[0])
    if not found["what"].strip():
        return True
    strange = stems(" ".join(_NAME.findall(found["what"]))) - around
    return bool(what & around) and not (strange or what & stems_of(_MEMBERSHIP))


def _narrows(sentence: str, verb: Term, around: frozenset[str]) -> bool:
    """Return whether a participle narrows the noun before it to what the source's words tell, in a
    sentence that has a verb of the source besides: "treaties limited to civil cases were signed".
    """
    found = _NARROWED.match(sentence, verb.start)
    if found is None or _BE.search(sentence, 0, verb.start) or not stems(found["what"]) <= around:
        return False
    others = (one for one in _DONE.finditer(sentence) if one.start("did") != verb.start)
    return any(stems(one["did"]) & around for one in others)


def cut_short(sentence: str, telling: Iterable[Term], told: frozenset[str], at: int) -> set[str]:
    """Return the stems of the verbs of a sentence that leave out a particle with which they are
    one that is told of the figure at `at`: "cleared 6,476 cases", which were cleared up; "the
    judiciary was handed 58,000 cases", which were handed to it."""
    given = _GIVEN.search(sentence, 0, max(at, 0))
    whom = given is not None and bool(stems(given["whom"]) & told)
    found = set()
    for term in telling:
        printed = sentence[term.start : term.end].lower()
        if printed.endswith("ed") and (
            _with_particle(f"{printed} up") & told
            or (given and whom and given.start("verb") == term.start
                and _with_particle(f"{printed} to") & told)
        ):  # fmt: skip
            found.add(term.stem)
    return found


@cache
def _with_particle(verb: str) -> frozenset[str]:
    """Return the stem of a verb with its particle, where both are one word of the table."""
    return stems(verb) - stems(verb.split()[0])


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


PAST = rf"[^\W\d_]+ed|{IRREGULAR}"
"""A past tense or past participle, as a regular expression."""

_YET = pattern(
    r"\b(?:(?:(?:has|have|had|is|are|was|were) (?:yet|still)|still (?:has|have|had)) to (?=[a-z])"
    r"|(?P<where>at large|on the run)\b"
    r"(?! (?:(?:we|a)re|was|is|ha(?:ve|s|d)) )"  # "people on the run were fetched home"
    r"|(?P<open>still (?:pending|awaited|outstanding))\b"
    r"|(?:await(?:s|ed|ing)?|pending) (?:its |their |the |final )*"
    r"(?P<step>[a-z]+(?:al|[st]ion|ance|ure|ing|ment))\b)"
)
_LEFT = pattern(r"\b(?:rest|others?|remaining|remainder|more)\b[^,;.]*$")
# Not done, or not yet: planned, hoped for, supposed.
_UNREAL = pattern(
    r"\b(?:(?:plan(?:s|ned|ning)?|hop(?:es?|ed|ing)|inten(?:ds?|ded|ding)|aim(?:s|ed|ing)?|seeks?"
    r"|sought|wants?|wanted|promis(?:es?|ed)|pledg(?:es?|ed)|vow(?:s|ed)?|wish(?:es|ed)?|expects?"
    r"|expected|threaten(?:s|ed)?|tr(?:y|ies|ied)|attempt(?:s|ed)?|prepar(?:es?|ed))"
    r"(?: one day| some day)? to (?=[^\W\d])|(?:would|could|might|should|may) have\b"
    r"|(?:is|are|was|were) (?:to be\b|(?:asked|invited|urged) to\b)"
    r"|^if\b(?! (?:you|we|one)\b)|provided that\b|unless\b)",
    re.IGNORECASE,
)
_TO_COME = pattern(r"\b(?:will|shall|must|should|would|plan\w*|to be|may|might|could)\b")
# "has cost 48 million so far" of what "was to cost" so much
_SO_FAR = pattern(r"\b(?:so far|already|to date|up to now)\b", re.IGNORECASE)
_PLANNED = pattern(r"\b(?:will|shall|should|would|planned to|(?:is|are|was|were) to)\b")
_INTENDED = pattern(
    r"\b(?:will|shall|(?:intend|plan|aim|expect|want|hope)s? to|is to|are to"
    r"|(?:is|are) (?:now )?(?:estimated|expected|planned|due|set|scheduled) to"
    r"|(?:programme|program|plan|scheme|goal|aim|target|proposal|intention|project|bill|decree) to"
    r"|(?:is|are) before (?:the )?[A-Z])\b"
)
# "visited 40 arcades", of what "intends to visit" so many; who says "planned" says so
_ANNOUNCED = "planned announced promised pledged foreseen proposed intended envisaged scheduled"
_WANTED = (
    "expected provided called decided ordered demanded wanted required recommended needed supposed "
    "aimed hoped estimated"
)
# "a programme to refurbish 186 stations", which need not have been refurbished
_TO_DO = pattern(
    r"\b(?:programme|program|plan|scheme|goal|aim|target|proposal|intention|project|bill|decree"
    r"|agreed|decided|promised|proposed|wants|wanted|plans|planned|intends|hopes)"
    r" to (?P<verb>[a-z]+)"
)
_PAST = pattern(rf"\b(?:{PAST})\b")
_DONE_THEN = pattern(rf"\b(?!(?:{'|'.join(f'{_ANNOUNCED} {_WANTED}'.split())})\b)(?:{PAST}|made)\b")


def still_to_come(sentence: str, quote: str) -> str:
    """Return the words with which a sentence says that something has not happened, or not yet,
    where the source does not say so, or that it has, where the source plans it; else nothing.

    A source with a past tense of its own may tell of both.
    """
    late = _YET.search(sentence)
    if late and late["where"] and _caught(sentence[: late.start()]) & stems(quote):
        late = None  # "fetched back 3,453 people on the run"
    if late and late["open"] and stems(late[0]) & stems(quote):
        late = None  # "1,137 were still pending", of the number pending
    if late and not (_YET.search(quote) or _LEFT.search(sentence, 0, late.start())):
        return late[0].strip()
    unreal = _UNREAL.search(sentence)
    alike = unreal and (_UNREAL.search(quote) or stems(unreal[0]) & stems(quote))
    if unreal and not (alike or _TO_COME.search(quote)):
        return unreal[0].strip()
    done = _SO_FAR.search(sentence)
    if done and not _SO_FAR.search(quote) and _PLANNED.search(quote):
        return done[0]
    for found in _TO_DO.finditer(quote):
        verb = stems(found["verb"])
        did = [one[0] for one in _PAST.finditer(sentence) if stems(one[0]) & verb]
        if did and not any(stems(one[0]) & verb for one in _PAST.finditer(quote)):
            return did[0]
    if _INTENDED.search(quote) and not (_INTENDED.search(sentence) or _UNREAL.search(sentence)):
        past = _DONE_THEN.search(sentence)
        return past[0] if past and not _DONE_THEN.search(quote) else ""
    return ""


def announcing(quote: str) -> frozenset[str]:
    """Return the stems of the verbs that say no more than a source does which tells what it will
    do: "four levels are promised"; none where it tells what was done."""
    return stems_of(_ANNOUNCED) if _INTENDED.search(quote) else frozenset()


def says_not_yet(words: str, told: frozenset[str]) -> bool:
    """Return whether some words say that what is told has not happened: "have yet to", "awaiting
    approval" of what the source tells that it was approved."""
    late = _YET.match(f"{words} be")
    return late is not None and not late["open"] and stems(late["step"] or "") <= told


def _caught(words: str) -> frozenset[str]:
    """Return the verbs among some words by which those who are on the run no longer are."""
    return stems(words) & stems_of("bring back arrest")
