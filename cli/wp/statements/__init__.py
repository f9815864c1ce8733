"""The telling words of a text as stems, and the things that it counts: their kinds and names.

Persons are no cases, and cases no documents; "18th Congress" and "Box 2" count nothing: where a
draft has another one than the source, it tells of something else.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from wp.english import MONTHS, PERSONS
from wp.pattern import pattern
from wp.text import WORD, Span
from wp.words import stem

# Function words, and the words with which any text reports any figure.
_EMPTY = frozenset(
    """
    a an the this that these those it its itself he him his she her they them their we our us you
    who whom whose which what when where why how there here and or but nor so yet as if than then
    of in on at by for from to into onto over under up down out off about with within without
    between among through during since until till after before against across along around
    is are was were be been being am has have had having do does did will would shall should can
    could may might must not no also only just even still again more most less least fewer some
    any each every all both either neither such same other another own one ones very too quite
    s t d ll re ve
    paper papers white passage text put puts say says said state states stated give gives given
    according accord count counts counted counting number numbers numbered figure figures total
    totals totalled totaled totalling totaling amount amounts amounted come comes came make makes
    made take takes took taken set sets stand stands stood reach reaches reached nearly almost
    roughly approximately exactly altogether overall well per cent percent many much several
    include includes included including contain contains contained
    add adds added recall recalls recalled note notes noted record records recorded report reports
    reported explain explains explained claim claims claimed mention mentions mentioned describe
    describes described write writes wrote written concede concedes conceded tell tells told
    hundred hundreds thousand thousands million millions billion billions trillion percent
    show shows showed shown these remaining rest period periods
    now plus thus hence therefore indeed instead meanwhile
    """.split()
)


_GAP = pattern(r"[^\w\s'’-]|\n")


class Term(NamedTuple):
    """A telling word: its stem and its span in the text."""

    stem: str
    start: int
    end: int


_ROOTS: dict[str, str] = {}


def _root(word: str) -> str:
    """Stem an English word as printed; "member" and "membership" meet."""
    root = _ROOTS.get(word)
    if root is None:
        lower = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
        root = stem(lower.removesuffix("ship") if len(lower) > len("ship") + 3 else lower)
        _ROOTS[word] = root
    return root


class _Same(NamedTuple):
    """The words that say the same, each with the first of its group, and the phrases that do."""

    roots: dict[str, str]
    forms: dict[str, str]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]


_SAME = _Same({}, {}, {})


def _same() -> _Same:
    if _SAME.roots:
        return _SAME
    text = Path(__file__).with_name("same_words.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        members = line.split(", ")
        first = " ".join(map(_root, members[0].split()))
        for member in members:
            roots = tuple(map(_root, member.split()))
            if member[0] == "=":
                _SAME.forms[member[1:]] = first
            elif len(roots) == 1:
                _SAME.roots[roots[0]] = first
            else:
                _SAME.phrases.setdefault(roots[0], []).append((roots, first))
    for phrases in _SAME.phrases.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return _SAME


def learnt() -> tuple[dict[str, Any], ...]:
    """Return what has been worked out of words until now, as plain data that `learn` takes."""
    return tuple({**one} for one in (_ROOTS, *_same()))


def learn(words: Sequence[Mapping[str, Any]]) -> None:
    """Take what another process has worked out of words: to stem them anew takes its time."""
    kept: tuple[dict[str, Any], ...] = (_ROOTS, *_SAME)
    for ours, theirs in zip(kept, words, strict=True):
        ours.update(theirs)


class _Read(NamedTuple):
    """What a word as printed says: its stem, empty where it tells nothing, and the phrases that it
    may begin."""

    stem: str
    phrases: Sequence[tuple[tuple[str, ...], str]]


@cache
def _read(word: str) -> _Read:
    same, root, lower = _same(), _root(word), _lower(word)
    phrases = same.phrases.get(root, ())
    if not _is_telling(lower):
        return _Read("", phrases)
    return _Read(same.forms.get(lower) or same.roots.get(root, root), phrases)


def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


def _is_telling(lower: str) -> bool:
    return lower not in _EMPTY and len(lower) > 1 and lower[0].isalpha()


@lru_cache(maxsize=128)
def terms(text: str) -> tuple[Term, ...]:
    """Return the telling words of a text in order; numbers, function and reporting words left out.

    Words that say the same have one stem, and a phrase that says the same as a word is one term:
    "handed over" and "transferred".
    """
    return tuple(_terms(text))


_OF_TIME = pattern(
    r" of (?:the )?(?:(?:financial |fiscal |school )?(?:year|month|quarter|decade|century|season)\b"
    rf"|\d{{4}}|(?:{'|'.join(MONTHS)})\b)"
)


_THE_STATE = pattern(r"(?:[Tt]he|.['’]s) State (?!of)[a-z]{3}")


@cache
def _edges() -> frozenset[str]:
    return frozenset(_read(word).stem for word in ("end", "beginning", "start", "middle", "close"))


def _terms(text: str) -> Iterator[Term]:
    words = list(WORD.finditer(text))
    end = 0
    for place, word in enumerate(words):
        start = word.start()
        if start < end:
            continue
        stem, phrases = _read(word[0])
        if word[0] == "least" and not text.endswith("at ", 0, start):
            stem = "least"  # "the least deprived", but "at least"
        if word[0] == "State" and _THE_STATE.fullmatch(text, max(start - 4, 0), word.end() + 4):
            stem = "state"  # who pays, not what a text states
        if text.endswith("-year-", 0, start):
            continue  # "24-year-olds" are not old
        if stem in _edges() and _OF_TIME.match(text, word.end()):
            continue  # "by the end of 2024" tells when
        for roots, first in phrases:
            last = _last_of(words, place, roots)
            if last and not _GAP.search(text, start, last.end()):
                end = last.end()
                yield Term(first, start, end)
                break
        else:
            if stem:
                yield Term(stem, start, word.end())


def _last_of(
    words: Sequence[re.Match[str]], place: int, roots: tuple[str, ...]
) -> re.Match[str] | None:
    """Return the last word of a phrase that begins with the word at a place; None if it does not
    stand there."""
    for behind, root in enumerate(roots):
        if place + behind >= len(words) or _root(words[place + behind][0]) != root:
            return None
    return words[place + len(roots) - 1]


def tells(text: str) -> bool:
    """Return whether a text has a telling word."""
    # Nearly always a first word does: neither stems nor phrases need be looked for.
    return any(_is_telling(_lower(word[0])) for word in WORD.finditer(text)) or bool(terms(text))


def stems(*texts: str) -> frozenset[str]:
    """Return the stems of the telling words of some texts."""
    return frozenset(term.stem for term in terms("\n".join(texts)))


@cache
def stems_of(words: str) -> frozenset[str]:
    """Return the stems of words that a rule names; worked out once."""
    return stems(words)


PEOPLE = "people"
# Nouns that documents and drafts use for one kind of thing, the first of a line naming it.
_KINDS = (
    "countries states nations",
    "documents texts rules regulations",
    "treaties agreements pacts accords conventions",
    "operations missions",
    "organizations bodies committees agencies institutions branches",
    "boats ships vessels",
    "homes houses dwellings",
    "jobs posts positions",
    "firms companies businesses enterprises",
)
# "requests a year", "deaths per 100,000": what is counted stands before the rate.
_RATE = pattern(r"(?:\s+an?|\s+per|\s*/)\s.*$|/.*$")


@cache
def _kinds() -> dict[str, str]:
    kinds = {stem: next(iter(stems(line.split()[0]))) for line in _KINDS for stem in stems(line)}
    # "criminal" more often tells of a case or law than of a person
    return kinds | dict.fromkeys(stems(" ".join(PERSONS - {"criminals"})), PEOPLE)


def is_person(stem: str) -> bool:
    """Return whether a stem is that of a noun for persons."""
    return _kinds().get(stem) == PEOPLE


@lru_cache(maxsize=1024)
def things_of(unit: str) -> frozenset[str]:
    """Return the kinds of thing that a unit names: "countries and regions" names two."""
    kinds = _kinds()
    named = _RATE.sub("", unit)
    # "local governments and departments" are governments and departments, and nothing local
    words = ("countries" if word.lower() == "states" else word for word in named.split())
    nouns = [word for word in words if word.rstrip(",;").endswith("s")]
    return frozenset(kinds.get(stem, stem) for stem in stems(" ".join(nouns) or named))


def thing_of(phrase: tuple[str, ...], known: frozenset[str]) -> str | None:
    """Return the kind of thing that a noun phrase counts: its last word that names a known kind."""
    kinds = _kinds()
    for root in reversed(phrase):
        kind = kinds.get(root, root)
        if kind == PEOPLE or kind in known:
            return kind
    return None


_NUMBER = pattern(r"(?<![\w.,:/’'-])[\w.,:/’'-]*\d[\w.,:/’'-]*")
# A list mark, paragraph number or note mark: it numbers the sentence.
_MARK = pattern(
    r"\s*(?:(?:[(\[]?\d{1,3}(?:\.\d+)*[.)\]]?|\(?[a-z]\))\s+(?=[A-Z“\"‘'(])"
    # "10:26 – Someone reads": the hour of an entry
    r"|[(\[]?\d{1,2}[:.]\d{2}[)\]]?(?:\s+[A-Z]{2,4})?\s*(?:[–—:-]\s*)?(?=\S)"
    # "3/ 440 officials …": a numbered post, whatever follows its stroke
    r"|\d{1,3}(?:/\d{0,3}|[.)])\s+(?=\S))"
)
_REFERENCE = pattern(
    r"(?:\b(?i:section|sections|sec|article|articles|chapter|chapters|paragraph|paragraphs|para|page"
    r"|pages|pp?|nos?|vol|table|figure|fig|annex|see|tel|fax|phone|version|v|footnote|note)\.?\s*"
    r"|[\[(§#+]\s*)$"
)


def mark_end(sentence: str) -> int:
    """Return where a sentence begins behind its list mark or paragraph number: "2.1 The Party"."""
    found = _MARK.match(sentence)
    return found.end() if found else 0


def labels(sentence: str, taken: Sequence[Span]) -> tuple[tuple[int, str], ...]:
    """Return place and print of the numbers in names that stand outside the spans `taken`.

    List marks, page numbers, note marks and references count nothing and name nothing.
    """
    found = []
    for match in _NUMBER.finditer(sentence, mark_end(sentence)):
        text = match[0].strip(".,:'’-/").removesuffix("'s").removesuffix("’s")
        start = match.start() + match[0].index(text)
        end = start + len(text)
        if any(low < end and start < high for low, high in taken):
            continue
        if _REFERENCE.search(sentence, max(start - 16, 0), start):
            continue
        found.append((start, text))
    return tuple(found)
