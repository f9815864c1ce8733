"""Words proposed by rule: a fact's statement, a topic's title."""

import re

from wp.base.draft.instruments import without_passages
from wp.pattern import pattern

_LEAD_IN = pattern(
    r"(?:in addition|moreover|furthermore|however|meanwhile|also|besides|therefore|thus|"
    r"at the same time|as a result|for example|for instance|in particular|in this regard|"
    r"accordingly|consequently|similarly|likewise|nevertheless|finally|now), ",
    re.IGNORECASE,
)
_NOTE = pattern(r"\s*\[[^\[\]]*\]")
# "US" is a country, "i.e." no person, "Annex I" and "type I" a number.
_WE = pattern(r"\b(?:[Ww]e|[Oo]urs?|us|[Mm]y)\b(?![.)]\w)")
_I = pattern(
    r"(?:^|[,;:]\s|\b(?:that|and|but|when|as|because|if|which|what|while|so)\s)"
    r"I(?=\s[a-z]|['’](?:m|ve|ll|d)\b)"
)
_UNOPENED = pattern(r"^[^\"“]*(?:”|\"(?=[\s.,;:!?)]|$))")
_UNCLOSED = pattern(r"[\"“][^\"”]*$")
_BREAKS = pattern(r";\s|,\s(?=(?:and|which|while|who|where|but|including|so)\b)|,\s|:\s")
_DANGLING = frozenset(
    "a an the of in on at to for from by with as and or but that which who its their our this "
    "these is are was were be has have had will would shall must should can may more than such "
    "not into between against under over has".split()
)
_STATEMENT = 200
_TITLE = 70


def statement_of(sentence: str) -> str:
    """Propose a statement: the sentence without lead-in, bracketed notes and full stop.

    A long one is cut at the end of a clause. One that speaks as "we" is put down to the document,
    unless it quotes somebody else so.
    """
    text = _NOTE.sub("", sentence)
    text = _LEAD_IN.sub("", text, count=1) if _LEAD_IN.match(text) else text
    text = _cut(text.strip().rstrip(".;:, 。"), _STATEMENT) or sentence.strip()
    if _speaks(text) and _speaks(_own_words(text)):
        return f"The document states: {text}"
    return text[0].upper() + text[1:]


def title_of(sentence: str) -> str:
    """Propose a topic's title from its lead sentence: the whole of a short one, else its start."""
    text = _NOTE.sub("", sentence)
    text = _LEAD_IN.sub("", text, count=1) if _LEAD_IN.match(text) else text
    text = _cut(text.strip().rstrip(".;:, 。"), _TITLE).strip("\"“”'") or sentence.strip()[:_TITLE]
    return text[0].upper() + text[1:]


def _speaks(text: str) -> bool:
    return _WE.search(text) is not None or ("I" in text and _I.search(text) is not None)


def _own_words(text: str) -> str:
    """Leave out what is quoted, also where the sentence is cut out of a longer quotation."""
    return _UNCLOSED.sub(" ", _UNOPENED.sub(" ", without_passages(text)))


def _cut(text: str, most: int) -> str:
    """Cut at the last clause end within `most` characters, else at the last telling word."""
    if len(text) <= most:
        return text
    ends = [match.start() for match in _BREAKS.finditer(text, 0, most)]
    if ends and 2 * ends[-1] >= most:
        return _closed(text[: ends[-1]])
    words = text[: most + 1].split(" ")[:-1] or [text[:most]]
    while len(words) > 1 and words[-1].lower() in _DANGLING:
        words.pop()
    return _closed(" ".join(words).rstrip(",;:"))


def _closed(text: str) -> str:
    """Leave off a bracket that the cut left open."""
    opened = text.rfind("(")
    return text[:opened].rstrip() if opened > text.rfind(")") and opened > 0 else text
