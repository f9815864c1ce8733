"""The words of a text that tell what it is about, as stems."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from wp.pattern import pattern
from wp.text import WORD
from wp.words.stem import stem

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
    same, root, lower = _same(), _root(word), word.lower().replace("’", "'")
    phrases = same.phrases.get(root, ())
    if lower in _EMPTY or len(lower) < 2 or not lower[0].isalpha():
        return _Read("", phrases)
    return _Read(same.forms.get(lower) or same.roots.get(root, root), phrases)


@lru_cache(maxsize=128)
def terms(text: str) -> tuple[Term, ...]:
    """Return the telling words of a text in order; numbers, function and reporting words left out.

    Words that say the same have one stem, and a phrase that says the same as a word is one term:
    "handed over" and "transferred".
    """
    return tuple(_terms(text))


def _terms(text: str) -> Iterator[Term]:
    words = list(WORD.finditer(text))
    end = 0
    for place, word in enumerate(words):
        start = word.start()
        if start < end:
            continue
        stem, phrases = _read(word[0])
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
    # Nearly always a first word does: the phrases need not be looked for.
    return any(_read(word[0]).stem for word in WORD.finditer(text)) or bool(terms(text))


def stems(*texts: str) -> frozenset[str]:
    """Return the stems of the telling words of some texts."""
    return frozenset(term.stem for term in terms("\n".join(texts)))


@cache
def stems_of(words: str) -> frozenset[str]:
    """Return the stems of words that a rule names; worked out once."""
    return stems(words)
