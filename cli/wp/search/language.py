"""The query language: `OR`, `-word`, `section:VI`, and turns of phrase that carry no subject."""

import re

_EXCLUDED = r"""(?:^|(?<=\s))-(?:"([^"]+)"|([^\W\d_][^\s"]*))"""
_SCOPE = (
    r"""(?i)(?:^|(?<=\s))section:("[^"]+"|\S+)"""
    r"""|(?:^|(?<=\s))(?:(?:in|of|from|under)\s+)?(?:the\s+)?section\s+"""
    r"""([IVXLC]+|\d{1,3}(?:\.\d+)*)(?=[\s?.,;]|$)"""
)
# What a question is dressed in; "stand" in "stand for" is no word of the subject.
_DRESS = (
    r"(?i)\bst(?:and(?:s|ing)?|ood) (?:for|at)\b|\bcarr(?:y|ied|ies|ying) out\b"
    r"|\btak(?:e|es|en|ing) place\b"
    r"|\bversus\b|\bvs\b\.?|\b(?:the|an?) (?:word|term|acronym|abbreviation|expression)\b"
    r"|\bdefinition of\b|\b(?:exact |very )?words? of\b"
    r"|\b(?:the|this) (?:white )?(?:paper|document|text|report) (?:says?|states?|mentions?)\b"
    r"|\baccording to the (?:white )?(?:paper|document|text|report)\b"
    r"|\bcounts? as\b|\btell me\b|\b(?:is|are) there\b|\b(?:kind|sort) of\b|\bin (?:total|all)\b"
    r"|\baltogether\b|(?<=\d)[- ]strong\b|\b(?:turn(?:s|ed|ing)? out|end(?:s|ed|ing)? up)\b"
)
_DRESSING = (
    "stand stood carr tak vers vs word term acronym abbreviation expression definition paper "
    "document text report count tell there kind sort total all altogether strong turn end"
).split()
"""What stands in all dress: asked for first, since the pattern takes long to compile."""


def alternatives(text: str) -> list[str]:
    """Return the queries that `OR` parts: "troops OR soldiers" are two."""
    if " OR " not in text:
        return [text]
    return [part for part in re.split(r"\s+OR\s+", text) if part.strip()] or [text]


def exclusions(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a query with what it leaves out blanked, and that: -standby, -"a phrase".

    A query that would leave all out leaves nothing out.
    """
    if "-" not in text:
        return text, ()
    kept = re.sub(_EXCLUDED, _blank, text)
    if not re.search(r"\w", kept):
        return text, ()
    return kept, tuple(phrase or word for phrase, word in re.findall(_EXCLUDED, text))


def scope(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a query without the sections that it names ("in section VI"), and their names."""
    named = tuple((marked or said).strip('"') for marked, said in re.findall(_SCOPE, text))
    return re.sub(_SCOPE, " ", text) if named else text, named


def undressed(text: str) -> str:
    """Return a query with turns of phrase that carry no subject blanked, unless nothing is left."""
    lower = text.lower()
    if not any(trace in lower for trace in _DRESSING):
        return text
    bare = re.sub(_DRESS, _blank, text)
    return bare if re.search(r"\w", bare) else text


def _blank(match: "re.Match[str]") -> str:
    return " " * len(match.group())


def is_chinese(text: str) -> bool:
    """Return whether a text holds Chinese characters."""
    return any("\u4e00" <= one <= "\u9fff" for one in text)
