"""The lists of a sentence: how many things each names, and by what noun a reader may count them.

"At national, provincial and county levels" names three levels; "the General Assembly, the Security
Council and the Human Rights Council" three bodies, though no word of the sentence says so.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from wp.pattern import pattern
from wp.statements import stems, stems_of, things_of
from wp.words.names import countries

COUNTRIES = "countries"
_LEAST, _MOST = 3, 30  # things in a list
_FAR = 60  # characters before a list that may hold its noun
# What a thing is by its own head noun: "the Security Council" is a body. The first words are those
# by which such things are counted.
_CLASSES = (
    "bodies organs | assembly council committee commission court tribunal agency office ministry"
    " department board bureau authority inspectorate secretariat parliament senate congress",
    "conventions treaties instruments documents | convention covenant treaty protocol agreement"
    " charter declaration pact statute",
    "regulations rules documents | regulation rule law act code decree ordinance statute",
)
_BRACKET = pattern(r" ?[(\[](?P<inside>[^()\[\]]*)[)\]]")
_STRETCH = pattern(r"[^;:.?!]+(?:[.:](?=\w)[^;:.?!]*)*")
_COMMA = pattern(r",[\"”’]? (?P<and>and )?")
_AND = " and "
_TITLE = r"[A-Z][\w'’.-]*"
_NAMED = rf"{_TITLE}(?:(?: of(?: the)?| for)? {_TITLE})*"
_NAME = pattern(rf"(?:the )?{_NAMED}")
_NAME_LAST = pattern(rf"\b[a-z]+ (?:the )?(?P<name>{_NAMED})$")
_THE = pattern(r"(?:the|an?) ", re.IGNORECASE)
_THE_LAST = pattern(r".*\b(?P<name>(?:the|an?) .+)$")
_FINITE = pattern(r" (?:is|are|was|were|has|have|had|will|shall|must|may|[a-z]+ed)\b")
# "In the north, the river, the lake and the sea": what opens a sentence is none of its list
_ASIDE = pattern(r"(?:In|At|On|By|From|Since|Under|With|During|For|After|Before)\b(?: \S+){1,6}$")
_BEFORE_HEAD = pattern(
    r"^(?:the |an? )?(?P<head>.+?)(?= (?:on|of|for|against|to|in|by|and|from|with|at|under)\b|$)",
    re.IGNORECASE,
)
_CLAUSE_END = pattern(r"[,;:.]")
_OPEN = pattern(r"\b(?:includ\w+|such as|like|especially|particularly|among them)\b[^.;]*$")
# "the conventions: ", "areas of ", "treaties, namely "
_NOUN_BEFORE = pattern(
    r"\b(?P<noun>[a-z]+s),? ?(?P<link>of|are|were|namely|including|such as|like|especially|(?=:))"
    r"[:,]? ?"
    r"(?:the )?$"
)
# Nouns that stand for what is listed; "extradite fugitives" lists none.
_NOUN = (
    r"(?P<noun>areas|aspects|branches|categories|cities|countries|districts|fields|forces|forms"
    r"|groups|kinds|languages|layers|levels|parts|phases|pillars|provinces|regions|sections|sectors"
    r"|stages|states|tiers|types|ways|zones)\b"
)
_WORD = r"[^\W\d_][\w'’-]*"
_WORDS = rf"{_WORD}(?: {_WORD}){{0,5}}"
# "at national, provincial and county levels", "the China, Laos and Thailand sections"
_BEFORE_NOUN = pattern(
    rf"\b(?<!, )(?P<list>{_WORD}(?:, {_WORD}){{1,{_MOST}}},? and {_WORD}) {_NOUN}"
)
# "in the areas of sound lawmaking, strict enforcement, and common observance of the law"
_BEHIND_NOUN = pattern(
    rf"{_NOUN} (?:of|:) (?P<list>{_WORDS}(?:, {_WORDS}){{1,{_MOST}}}?,? and {_WORDS})(?=[.;,]|$)"
)
_NUMBER = pattern(r"(?<![\w–-])\d")
_ITEMS = pattern(r",? and |, ")


class Listed(NamedTuple):
    """What a list names, the noun to show, the kinds of thing that its things are, and whether it
    is whole: behind "including" it is none.

    `told` is what it is told of by a word right before it: "BRICS (Brazil, Russia …)"; `beside` are
    the words of its own clause before and behind it.
    """

    members: tuple[str, ...]
    noun: str
    kinds: frozenset[str]
    is_whole: bool
    start: int
    told: str = ""
    beside: str = ""


def may_list(text: str) -> bool:
    """Return whether a text can have a list at all; most have none."""
    return ", " in text and _AND in text


def listed(sentence: str) -> Iterator[Listed]:
    """Find the lists of a sentence that count what they name, each once."""
    if may_list(sentence):
        found = {(one.start, one.kinds): one for one in _listed(sentence)}
        yield from found.values()


def _listed(sentence: str) -> Iterator[Listed]:
    for form in (_BEFORE_NOUN, _BEHIND_NOUN):
        for found in form.finditer(sentence):
            members = _ITEMS.split(found["list"])
            yield from _read(sentence, members, found.start("list"), found["noun"])
    for found in _BRACKET.finditer(sentence):
        *_, told = "", *re.findall(_WORD, sentence[: found.start()])
        for one in _in_stretch(sentence, found["inside"], found.start("inside")):
            yield one._replace(told=told, is_whole=True)
    # Brackets are blanked and not left out: places stay what they are.
    plain = _BRACKET.sub(lambda found: "\0" * len(found[0]), sentence)
    for found in _STRETCH.finditer(plain):
        yield from _in_stretch(sentence, found[0], found.start())


def _in_stretch(sentence: str, text: str, start: int) -> Iterator[Listed]:
    """Read the lists of a stretch that no full stop, colon or bracket parts."""
    pieces, places, ends, at = [], [], [], 0
    for comma in [*_COMMA.finditer(text), None]:
        pieces.append(
            text[at : comma.start() if comma else len(text)].replace("\0", "").strip(' "“”‘’')
        )
        places.append(start + at)
        at = comma.end() if comma else at
        if comma and comma["and"]:
            ends.append(len(pieces))
    for end, piece in enumerate(pieces):
        if end in ends:
            parts = [piece]
        elif end and _AND in piece:
            parts = piece.split(_AND + "the ", 1)
            parts = [parts[0], f"the {parts[1]}"] if len(parts) > 1 else piece.split(_AND, 1)
        else:
            continue
        run = [*pieces[max(end - _MOST, 0) : end], *parts]
        for form in (_with_articles, _names, _alike):
            members = form(run)
            if len(members) >= _LEAST:
                first = max(end + len(parts) - len(members), 0)
                at = places[first] + max(text[places[first] - start :].find(members[0]), 0)
                yield from _read(sentence, members, at)
                break


def _names(run: Sequence[str]) -> list[str]:
    """Return the members of a list of names, the last of a run: "by China, Laos and Vietnam"."""
    last = _NAME.match(run[-1])
    members = [last[0]] if last else []
    for piece in reversed(run[:-1] if last else ()):
        if _NAME.fullmatch(piece):
            members.insert(0, piece)
            continue
        first = None if _ASIDE.match(piece) else _NAME_LAST.search(piece)
        return [first["name"], *members] if first else members
    return members


def _with_articles(run: Sequence[str]) -> list[str]:
    """Return the members that begin with an article; "the Covenant on Economic, Social and Cultural
    Rights" is one of them."""
    members: list[str] = []
    rest = ""
    for piece in reversed(run):
        whole = f"{piece}, {rest}" if rest else piece
        if _THE.match(piece) and not (piece is run[0] and _FINITE.search(piece)):
            cut = None if members else _FINITE.search(whole)  # "the Court met"
            members.insert(0, whole[: cut.start()] if cut else whole)
            rest = ""
        elif members or rest or piece is run[-1]:
            first = None if _ASIDE.match(piece) else _THE_LAST.match(piece)
            if first and piece is not run[-1]:
                name = first["name"]
                return [f"{name}, {rest}" if rest else name, *members]
            if not piece[:1].isupper() or (_NAME.fullmatch(piece) and countries(piece)):
                return [] if rest or not members else members
            rest = whole
    return [] if rest else members


def _alike(run: Sequence[str]) -> list[str]:
    """Return the members that begin or end in one noun: "zero tolerance of …, zero loopholes in …";
    the last may have another, if it goes on as the others do."""
    for word in _leading(run[-2]):
        members = [run[-1]]
        for piece in reversed(run[1:-1]):
            if word not in _leading(piece):
                break
            members.insert(0, piece)
        before = run[len(run) - len(members) - 1]
        opened = re.search(rf"(?:\S+ )?\b(?i:{re.escape(word)})\w*\b.*", before)
        members = [opened[0], *members] if opened else members
        if len(members) >= _LEAST and (word in _leading(run[-1]) or _goes_on_like(members)):
            return members
    return []


def _leading(member: str) -> frozenset[str]:
    """Return the stems of a member's first word and of its head."""
    return stems(*member.split(" ", 1)[:1], _head(member))


def _goes_on_like(members: Sequence[str]) -> bool:
    """Return whether all members lead on by one preposition: "functional supervision by …"."""
    heads = [len(found[0]) for one in members if (found := _BEFORE_HEAD.match(one))]
    ways = {one[end:].split()[:1][0] for one, end in zip(members, heads, strict=True) if one[end:]}
    return len(ways) == 1 and all(one[end:] for one, end in zip(members, heads, strict=True))


def _read(sentence: str, members: Sequence[str], start: int, noun: str = "") -> Iterator[Listed]:
    """Tell what a list's members are, by their noun, by what they share, or by what each is."""
    if not _LEAST <= len(members) <= _MOST:
        return
    if any(map(_NUMBER.search, members[:-1])):
        return  # "28,700 in the Plain, 17,400 in the Hills and 9,600 in the North"
    classes = [*_classes(members)]
    led = _NOUN_BEFORE.search(sentence, max(start - _FAR, 0), start)
    # "the resolutions of the Assembly, the Council and the Court" are not these three
    if led and not noun and not (classes and led["link"] == "of"):
        noun = led["noun"]
    kinds = frozenset.intersection(*map(stems, members)).union(
        *map(things_of, [noun, *classes] if noun else classes)
    )
    noun = noun or next((one.split()[0] for one in classes), "things")
    whole = not _OPEN.search(sentence, max(start - _FAR, 0), start)
    if kinds or _goes_on_like(members):
        end = sentence.find(members[-1], start) + len(members[-1])
        behind = _CLAUSE_END.split(sentence[end : end + _FAR])[0]
        beside = f"{sentence[max(start - _FAR, 0) : start]} {behind}"
        yield Listed((*members,), noun, kinds, whole, start, beside=beside)


def _classes(members: Sequence[str]) -> Iterator[str]:
    """Yield the nouns for what all members are by themselves: countries, or councils and courts."""
    if all(len(countries(one)) == 1 for one in members):
        yield COUNTRIES
    heads = [stems(_head(one)) for one in members]
    for line in _CLASSES:
        counted, _, own = line.partition(" | ")
        if all(head & stems_of(own) for head in heads):
            yield counted


def _head(member: str) -> str:
    """Return the noun that tells what a member is: "Covenant" of "the Covenant on Rights"."""
    found = _BEFORE_HEAD.match(member)
    words = found["head"].split() if found else [""]
    if words[0][:1].isupper():  # "the Court met"
        words = [*takewhile(lambda word: word[0].isupper(), words)]
    return words[-1]
