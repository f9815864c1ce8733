"""The query language: `OR`, `-word`, `section:VI`, phrases without a subject, Chinese words."""

import re
from functools import cache
from pathlib import Path

from wp.pattern import pattern

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
    r"|\b(?:according to the|(?:according to|by) this) (?:white )?(?:paper|document|text|report)\b"
    r"|\bcounts? as\b|\btell me\b|\b(?:is|are) there\b|\b(?:kind|sort) of\b|\bin (?:total|all)\b"
    r"|\b(?:full|whole|official|(?:an)?other) (?:name|form|title) (?:of|for)\b"
    r"|\b(?:meant by|short for)\b|(?<=is |as |re )(?:in charge of|responsible for)\b"
    r"|\bfirst(?=[\s?.!]*$)|(?<=\b(?:back|came|come)\b) home\b"
    r"|\bhome(?= (?:again|to)\b)|\bcall(?= (?:his|her|its|their|the|this)\b)|\bin short\b"
    r"|\baltogether\b|(?<=\d)[- ]strong\b|\b(?:turn(?:s|ed|ing)? out|end(?:s|ed|ing)? up)\b"
)
_DRESSING = (
    "stand stood carr tak vers vs word term acronym abbreviation expression definition paper "
    "document text report count tell there kind sort total all altogether strong turn end full "
    "whole official other meant short first home call charge responsible"
).split()
"""What stands in all dress: asked for first, since the pattern takes long to compile."""
_FIRST_DONE = (
    r"(?i)(?<!\bthe )(?<!\ba )(?<!\bits )(?<!\btheir )(?<!\bhis )(?<!['’]s )(?<!s['’] )\bfirst\b"
)
"""No first of a row: "when were they first sent" asks when they were."""
_CHINESE = pattern("[\u4e00-\u9fff]+")


def alternatives(text: str) -> list[str]:
    """Return the queries that `OR` parts: "troops OR soldiers" are two."""
    if " OR " not in text:
        return [text]
    return [part for part in re.split(r"\s+OR\s+", text) if part.strip()] or [text]


def halves(text: str) -> list[str]:
    """Return the two queries that "and" joins; none where the query language binds them."""
    both = text.split(" and ")
    bound = re.search(r'["“]|\s-| OR ', text)
    whole = len(both) == 2 and all(re.search(r"\w", half) for half in both)
    return both if whole and not bound else []


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
    if lower.startswith("when "):
        bare = re.sub(_FIRST_DONE, _blank, bare)
    return bare if re.search(r"\w", bare) else text


def _blank(match: "re.Match[str]") -> str:
    return " " * len(match.group())


def is_chinese(text: str) -> bool:
    """Return whether a text holds Chinese characters."""
    return not text.isascii() and _CHINESE.search(text) is not None


def in_english(text: str) -> str:
    """Return a query with its Chinese words put into English; what is not known stays.

    The longest known word counts at each place ("外逃人员": fugitives). Words that carry no subject
    are left out; what is asked at the end is put first, as in English.
    """
    english = _CHINESE.sub(lambda run: f" {' '.join(_words(run.group()))} ", text)
    english = " ".join(english.split()).strip(" ?？。")
    subject, asked, _ = english.rpartition(" how ")
    return f"how {english[-4:]} {subject}" if asked and english.endswith("how many") else english


def _words(run: str) -> list[str]:
    glossary = _glossary()
    longest = max(map(len, glossary))
    found: list[str] = []
    unknown = at = 0
    while at < len(run):
        lengths = range(min(longest, len(run) - at), 0, -1)
        known = next((n for n in lengths if run[at : at + n] in glossary), 0)
        if known and unknown < at:
            found.append(run[unknown:at])
        if known:
            english = glossary[run[at : at + known]]
            found += [english] if english != "-" else []
            unknown = at + known
        at += known or 1
    return [*found, run[unknown:]] if unknown < at else found


@cache
def _glossary() -> dict[str, str]:
    text = Path(__file__).with_name("chinese.txt").read_text(encoding="utf-8")
    lines = (line.partition(" ") for line in text.splitlines() if line and line[0] != "#")
    return {chinese: english for chinese, _, english in lines}
