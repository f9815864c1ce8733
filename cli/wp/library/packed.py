"""Bases as plain data packed into bytes, of which a part is unpacked only when it is asked for.

A query asks for a few words and shows a few facts; the rest of a large base stays as it lies. Long
rows and large tables are parted into pieces with the offset of each before them. Facts and
paragraphs of all bases are one long row each, of which a section or topic knows its stretch.
"""

import marshal
from binascii import crc32
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, starmap
from typing import Any, TypeVar, overload

from wp.model import Base, Document, Fact, Figure, Heading, PageMark, Period, Section, Topic

_Member = TypeVar("_Member", covariant=True)
Buffer = bytes | memoryview

_LONG = 200
"""A row or table of fewer members is packed whole."""

_CUT = 16
"""So many members of a table stand together."""


def pack(parts: Mapping[str, Any]) -> bytes:
    """Pack named parts of plain data (dict, list, tuple, str, bytes, numbers)."""
    forms: list[tuple[str, str]] = []
    pieces: list[bytes] = []
    for name, part in parts.items():
        form = "whole"
        if isinstance(part, dict) and len(part) >= _LONG:
            form, packed = "table", _table(part)
        elif isinstance(part, (list, tuple)) and len(part) >= _LONG:
            form, packed = "row", _joined(map(marshal.dumps, part))
        else:
            packed = marshal.dumps(part)
        forms.append((name, form))
        pieces.append(packed)
    return _joined([marshal.dumps(forms), *pieces])


def unpack(packed: Buffer) -> Mapping[str, Any]:
    """Return the parts that `pack` packed; each member is unpacked when it is asked for."""
    return _Parts(_Pieces(packed))


def _joined(pieces: Iterable[bytes]) -> bytes:
    from array import array

    every = list(pieces)
    offsets = array("I", accumulate(map(len, every), initial=0))
    return b"".join((array("I", (len(every),)).tobytes(), offsets.tobytes(), *every))


def _table(table: Mapping[str, Any]) -> bytes:
    cuts: list[dict[str, Any]] = [{} for _ in range(len(table) // _CUT)]
    for key, value in table.items():
        cuts[_cut_of(key, len(cuts))][key] = value
    return _joined(map(marshal.dumps, cuts))


def _cut_of(key: str, count: int) -> int:
    return crc32(key.encode("utf-8", "surrogatepass")) % count


class _Pieces:
    """Stretches of bytes one after the other, the offset of each before them."""

    def __init__(self, packed: Buffer) -> None:
        view = memoryview(packed)
        self._count = view[:4].cast("I")[0]
        data = 8 + 4 * self._count
        self._offsets = view[4:data].cast("I")
        self._data = view[data:]

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: int) -> memoryview:
        return self._data[self._offsets[place] : self._offsets[place + 1]]


class _Parts(dict[str, Any]):
    """Named parts, unpacked one by one."""

    def __init__(self, pieces: _Pieces) -> None:
        super().__init__()
        self._pieces = pieces
        forms: list[tuple[str, str]] = marshal.loads(pieces[0])
        self._places = {name: (form, place) for place, (name, form) in enumerate(forms, 1)}

    def __missing__(self, name: str) -> Any:
        form, place = self._places[name]
        packed = self._pieces[place]
        part: Any
        match form:
            case "table":
                part = _Table(_Pieces(packed))
            case "row":
                part = _Row(_Pieces(packed))
            case _:
                part = marshal.loads(packed)
        self[name] = part
        return part


class _Table(Mapping[str, Any]):
    """A table cut by a hash of its keys."""

    def __init__(self, pieces: _Pieces) -> None:
        self._pieces = pieces
        self._cuts: dict[int, dict[str, Any]] = {}

    def _cut(self, number: int) -> dict[str, Any]:
        cut = self._cuts.get(number)
        if cut is None:
            cut = self._cuts[number] = marshal.loads(self._pieces[number])
        return cut

    def __getitem__(self, key: str) -> Any:
        return self._cut(_cut_of(key, len(self._pieces)))[key]

    def get(self, key: str, default: Any = None) -> Any:
        return self._cut(_cut_of(key, len(self._pieces))).get(key, default)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._cut(_cut_of(key, len(self._pieces)))

    def __iter__(self) -> Iterator[str]:
        for number in range(len(self._pieces)):
            yield from self._cut(number)

    def __len__(self) -> int:
        return sum(len(self._cut(number)) for number in range(len(self._pieces)))


class _Sequence(Sequence[_Member]):
    """Members that are got one by one, equal to a tuple of the same."""

    def _at(self, place: int) -> _Member:
        raise NotImplementedError

    @overload
    def __getitem__(self, at: int) -> _Member: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[_Member, ...]: ...
    def __getitem__(self, at: int | slice) -> _Member | tuple[_Member, ...]:
        if isinstance(at, slice):
            return tuple(self._at(place) for place in range(*at.indices(len(self))))
        place = at + len(self) if at < 0 else at
        if not 0 <= place < len(self):
            raise IndexError(at)
        return self._at(place)

    def __iter__(self) -> Iterator[_Member]:
        return map(self._at, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return isinstance(other, (tuple, _Sequence)) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


class _Row(_Sequence[Any]):
    """A row of which each member is unpacked when it is asked for."""

    def __init__(self, pieces: _Pieces) -> None:
        self._pieces = pieces

    def _at(self, place: int) -> Any:
        return marshal.loads(self._pieces[place])

    def __len__(self) -> int:
        return len(self._pieces)


class Made(_Sequence[_Member]):
    """What is made of the members of a row, each when it is asked for first."""

    def __init__(self, row: Sequence[Any], make: Callable[[Any], _Member]) -> None:
        """Take plain data, and what makes a member of each of it."""
        self._row = row
        self._make = make
        self._made: dict[int, _Member] = {}

    def _at(self, place: int) -> _Member:
        made = self._made.get(place)
        if made is None:
            made = self._made[place] = self._make(self._row[place])
        return made

    def __len__(self) -> int:
        return len(self._row)


class PackedStretch(_Sequence[_Member]):
    """Some members of a sequence that stand side by side."""

    def __init__(self, row: Sequence[_Member], first: int, end: int) -> None:
        """Take the sequence, the place of the first member and that behind the last."""
        self._row = row
        self._first = first
        self._length = end - first
        self._hash: int | None = None

    def _at(self, place: int) -> _Member:
        return self._row[self._first + place]

    def __len__(self) -> int:
        return self._length

    def __hash__(self) -> int:
        # Asked for whenever the text of a section is, which is kept by its paragraphs.
        if self._hash is None:
            self._hash = super().__hash__()
        return self._hash


# The model as plain data, and rebuilt from it fact by fact: what nobody asks for is never made


def plain_parts(bases: Sequence[Base]) -> dict[str, Any]:
    """Return the parts that `bases_of` makes the bases of, and all ids in lower case."""
    facts: list[Any] = []
    paragraphs: list[str] = []
    heads = []
    for base in bases:
        sections = []
        for section in base.sections:
            topics = []
            for topic in section.topics:
                first = len(facts)
                facts += map(_plain, topic.facts)
                head = (topic.key, topic.section, topic.title, topic.aliases)
                topics.append((*head, (first, len(facts)), topic.document))
            first = len(paragraphs)
            paragraphs += section.paragraphs
            stretch = (first, len(paragraphs))
            sections.append(
                (*section[:4], stretch, topics, section.document, _plain(section.pages))
            )
        heads.append((_plain(base.document), sections, base.digest))
    ids = " ".join(fact[0].lower() for fact in facts)
    return {"bases": heads, "quoted": facts, "ids": ids, "paragraphs": paragraphs}


def bases_of(parts: Mapping[str, Any]) -> tuple[tuple[Base, ...], Sequence[Fact]]:
    """Return the bases, and the facts of all of them in their order."""
    facts = Made(parts["quoted"], _fact)
    paragraphs: Sequence[str] = parts["paragraphs"]

    def topic_of(plain: Any) -> Topic:
        key, section, title, aliases, stretch, document = plain
        return Topic(key, section, title, aliases, PackedStretch(facts, *stretch), document)

    def section_of(plain: Any) -> Section:
        id_, title, url, url_confirmed, stretch, topics, document, pages = plain
        return Section(
            id_,
            title,
            url,
            url_confirmed,
            PackedStretch(paragraphs, *stretch),
            tuple(map(topic_of, topics)),
            document,
            tuple(starmap(PageMark, pages)),
        )

    return tuple(
        Base(_document(document), tuple(map(section_of, sections)), digest)
        for document, sections, digest in parts["bases"]
    ), facts


def _plain(value: Any) -> Any:
    """Return named tuples as tuples, which can be stored."""
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _document(plain: Any) -> Document:
    document = Document(*plain)
    return document._replace(contents=tuple(starmap(Heading, document.contents)))


def _fact(plain: Any) -> Fact:
    fact = Fact(*plain)
    if not fact.figures and not fact.dates:
        return fact
    figures = tuple(map(_figure, fact.figures))
    return fact._replace(figures=figures, dates=tuple(starmap(Period, fact.dates)))


def _figure(plain: Any) -> Figure:
    figure = Figure(*plain)
    return figure._replace(
        period=figure.period and Period(*figure.period),
        context_period=figure.context_period and Period(*figure.context_period),
    )
