"""What a typed name means: section ids, topic keys, and the closest of many names."""

from collections.abc import Iterable, Sequence

from wp.errors import NotFoundError
from wp.model import Base, Topic

# Below this likeness (0 to 100) a misspelt name is answered with suggestions, not with a guess.
_SAME_NAME = 82.0


def closest(name: str, candidates: Iterable[str], count: int) -> list[str]:
    """Give the candidates most like a name, best first, `count` at most."""
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        name, list(candidates), scorer=fuzz.WRatio, processor=utils.default_process, limit=count
    )
    return [candidate for candidate, score, _ in found if score >= 50]


def section_ids(name: str, bases: Sequence[Base]) -> set[str]:
    """Give the ids of the sections that a name means: id, number, title, also misspelt.

    NotFoundError tells a part of the document that no base holds from a name that is unknown, and
    lists the sections there are.
    """
    wanted = _plain(name.removeprefix("section ").removeprefix("Section "))
    headings = [
        (heading.id, heading.title, heading.included)
        for base in bases
        for heading in base.document.contents
    ]
    known = {id_ for id_, _, _ in headings}
    headings += [
        (section.id, section.title, True)
        for base in bases
        for section in base.sections
        if section.id not in known
    ]
    matches = [
        heading
        for heading in headings
        if wanted
        in (_plain(heading[0]), _plain(heading[1]), f"{_plain(heading[0])} {_plain(heading[1])}")
    ]
    matches = matches or _numbered(wanted, headings) or _misspelt(name, headings)
    included = {id_ for id_, _, there in matches if there}
    if included:
        return included
    there = ", ".join(id_ for id_, _, included_ in headings if included_)
    if matches:
        id_, title, _ = matches[0]
        raise NotFoundError(
            "text for section",
            id_,
            remedy=f'"{title}" is part of the document but not of this base, which holds {there}',
        )
    raise NotFoundError(
        "section",
        name,
        nearest=tuple(_nearest_headings(name, headings)),
        remedy=f"the sections are {there}",
    )


def topic_keys(name: str, topics: Sequence[Topic]) -> set[str]:
    """Give the keys of the topics that a name means: key, title, alias, also misspelt or in part.

    Empty when it means none.
    """
    wanted = _plain(name)
    exact = {t.key for t in topics if wanted in (_plain(t.key), _plain(t.title))}
    exact = exact or {t.key for t in topics if wanted in map(_plain, t.aliases)}
    if exact:
        return exact
    from rapidfuzz import fuzz, process

    names = [(n, t.key) for t in topics for n in (_plain(t.key), _plain(t.title))]
    found = process.extractOne(
        wanted, [n for n, _ in names], scorer=fuzz.ratio, score_cutoff=_SAME_NAME
    )
    if found:
        return {names[found[2]][1]}
    return {t.key for t in topics if wanted and f" {wanted} " in f" {_plain(t.key)} "}


_Heading = tuple[str, str, bool]


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").replace(".", " ").split())


def _numbered(wanted: str, headings: list[_Heading]) -> list[_Heading]:
    """Take "6" for VI and "vi" for 6."""
    from roman_numerals import InvalidRomanNumeralError, RomanNumeral

    if wanted.isdecimal() and 0 < int(wanted) < 4000:
        other = RomanNumeral(int(wanted)).to_uppercase()
    else:
        try:
            other = str(int(RomanNumeral.from_string(wanted.upper())))
        except (InvalidRomanNumeralError, ValueError):
            return []
    return [heading for heading in headings if heading[0].upper() == other]


def _misspelt(name: str, headings: list[_Heading]) -> list[_Heading]:
    from rapidfuzz import fuzz, process

    wanted = _plain(name)
    if len(wanted) < 4:
        return []
    titles = [_plain(title) for _, title, _ in headings]
    found = process.extractOne(wanted, titles, scorer=fuzz.ratio, score_cutoff=_SAME_NAME)
    if found is None and len(wanted) >= 12:
        found = process.extractOne(wanted, titles, scorer=fuzz.partial_ratio, score_cutoff=90)
    return [headings[found[2]]] if found else []


def _nearest_headings(name: str, headings: list[_Heading]) -> list[str]:
    labels = {f"{id_} ({title})": None for id_, title, included in headings if included}
    return closest(name, labels, 2)
