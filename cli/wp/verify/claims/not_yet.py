"""What has not happened yet, or is said to have happened where a source plans it."""

import re

from wp.pattern import pattern
from wp.statements import stems, stems_of
from wp.statements.said import IRREGULAR

PAST = rf"[^\W\d_]+ed|{IRREGULAR}"
"""A past tense or past participle, as a regular expression."""

_YET = pattern(
    r"\b(?:(?:has|have|had|is|are|was|were) (?:yet|still) to (?=[a-z])"
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
_DONE = pattern(r"\b(?:so far|already|to date|up to now)\b", re.IGNORECASE)
_PLANNED = pattern(r"\b(?:will|shall|should|would|planned to|(?:is|are|was|were) to)\b")
_INTENDED = pattern(r"\b(?:will|shall|(?:intend|plan|aim|expect|want|hope)s? to|is to|are to)\b")
# "visited 40 arcades", of what "intends to visit" so many; who says "planned" says so
_ANNOUNCED = "planned announced promised pledged foreseen proposed intended envisaged scheduled"
_WANTED = (
    "expected provided called decided ordered demanded wanted required recommended needed supposed "
    "aimed hoped"
)
_DONE_THEN = pattern(rf"\b(?!(?:{'|'.join(f'{_ANNOUNCED} {_WANTED}'.split())})\b)(?:{PAST}|made)\b")


def still_to_come(sentence: str, quote: str) -> str:
    """Return the words with which a sentence says that something has not happened, or not yet,
    where the source does not say so, or that it has, where the source plans it; else nothing.

    A source with a past tense of its own may tell of both.
    """
    late = _YET.search(sentence)
    if late and late["where"] and _caught(sentence[: late.start()]) & stems(quote):
        late = None  # "fetched back 3,453 people on the run"
    if late and not (_YET.search(quote) or _LEFT.search(sentence, 0, late.start())):
        return late[0].strip()
    unreal = _UNREAL.search(sentence)
    alike = unreal and (_UNREAL.search(quote) or stems(unreal[0]) & stems(quote))
    if unreal and not (alike or _TO_COME.search(quote)):
        return unreal[0].strip()
    done = _DONE.search(sentence)
    if done and not _DONE.search(quote) and _PLANNED.search(quote):
        return done[0]
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
