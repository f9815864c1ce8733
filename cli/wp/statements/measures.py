"""What a figure measures: the clause around its number, led back to the one that it leans on."""

import re
from collections.abc import Sequence

from wp.pattern import pattern
from wp.statements.counted import Counted, clause_end, clause_starts
from wp.text import Span

_EDGES = " ,;:.\"'“”‘’()[]|"
_OPENING = pattern(r"^(?:(?:and|or|but|including|while|that|of)\s+)+")
_STOPS = (";", ".", "!", "?")  # what stands behind these leans on nothing before
_POINTS_BACK = pattern(r"\s*(?:in [^,]{3,20} )?(?:it|they|that|this)\b", re.IGNORECASE)
# What a clause with a subject of its own begins with.
_SUBJECT = pattern(
    r"(?:an?|the|this|these|those|its|their|his|her|our|it|they|he|she|we|there|some|many|most|all"
    r"|each|every|no|both|another)\b|[A-Z]"
    r"|(?!(?:is|was|has|does)\b)[^\W\d_]+s"
    r" (?:is|are|was|were|has|have|had|will|fell|rose|grew|came|[^\W\d_]+ed)\b"
)
_VERB = pattern(
    r" (?!(?:of|in|on|at|to|for|from|by|with|and|or|per|than|as|over|under|between|among|during"
    r"|since|until|more|less|fewer|higher|lower|above|below|each|apiece|an?|the)\b)[^\W\d_]"
)
_THERE = pattern(r"\bthere (?:is|are|was|were|will be|(?:has|have|had) been)\s", re.IGNORECASE)
_DANGLING = pattern(
    r"(?:(?:^|\s)(?:by|to|at|from|of|than|about|for|some|only|between|and|or)\b)+\s*$", re.I
)
_LOOSE = pattern(r"\s+(?=[,;:])|\s*[(\[]$")
_SPACES = 10
_BACK = 4  # clauses that a fragment is led back over at most
_MOST_BEFORE, _MOST = 12, 16  # words


def measure(
    sentence: str, start: int, end: int, counted: Counted, others: Sequence[Span] = ()
) -> str:
    """Propose what a figure measures.

    Takes the figure's span and those of the other figures; gives the clause around the number, with
    “…” where it stood. A clause without a subject of its own ("compared with 14 percent in 2029")
    has the ones before it in front, their numbers left out.
    """
    *back, own = clause_starts(sentence, start)
    begin = own
    for _ in range(_BACK):
        if not back or _stands_alone(sentence, begin, start, counted):
            break
        begin = back.pop()
    lead = _plain(sentence, begin, own, others)[:_MOST_BEFORE]
    before = _plain(sentence, own, start, others)[-_MOST:]
    rest = sentence[end : clause_end(sentence, end)].split()[:_MOST]
    words = [*lead, *before, *(["…"] if lead or before else []), *rest]
    text = " ".join(words).replace("… -", "…-").strip(_EDGES)
    text = text if ")" in text else text.replace("(", "")
    return _OPENING.sub("", text) or sentence[start:end]


def _stands_alone(sentence: str, begin: int, start: int, counted: Counted) -> bool:
    """Return whether a clause has a subject of its own: "25 people lost their lives", "the rate was
    9"."""
    told = _OPENING.sub("", sentence[begin:start].lstrip())
    parted = sentence[max(0, begin - _SPACES) : begin].rstrip().endswith(_STOPS)
    if not told:
        named = bool(counted.unit) and _VERB.match(sentence, counted.end) is not None
        return named or parted
    if _POINTS_BACK.match(told):
        return False
    return parted or _SUBJECT.match(told) is not None


def _plain(sentence: str, begin: int, end: int, others: Sequence[Span]) -> list[str]:
    """Return the words of a stretch without its numbers and the "by" or "to" before them."""
    parts = []
    for low, high in others:
        if begin <= low < end:
            piece = sentence[begin:low]
            # Between the numbers of a list there is nothing to dangle.
            parts.append(piece if piece.isspace() else _DANGLING.sub("", piece))
            begin = high
    told = " ".join(" ".join([*parts, sentence[begin:end]]).split())
    return _LOOSE.sub("", _THERE.split(f"{told} ")[-1].strip()).split()
