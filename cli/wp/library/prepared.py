"""Fact bases in prepared form: the model and the search index as one file of the cache folder.

Reading, checking and indexing a base costs more than answering from it, and its file seldom
changes. The prepared form is used where it was made from the very files and by code that looked as
it does now (see `wp.library.cache`), and made anew otherwise. Where the folder cannot be written,
everything still works, only slower. What is in it stays packed until it is asked for (see
`wp.packing`): facts and paragraphs of all bases are one long row each, of which a section or topic
knows its stretch.
"""

import marshal
import os
import stat
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from wp.base import is_base, reject_same_document
from wp.files import read_bytes
from wp.library.cache import cached, keep, maker, name_of
from wp.model import Base, Document, Fact, Figure, Heading, PageMark, Period, Section, Topic
from wp.packing import Buffer, Made, PackedStretch, unpack

if TYPE_CHECKING:
    from wp.library import Watcher
    from wp.verify.tokens import PlainTokens


_PACKAGE = Path(__file__).parents[1]
MAKERS = (
    _PACKAGE, _PACKAGE / "library", _PACKAGE / "base", _PACKAGE / "search", _PACKAGE / "statements",
    _PACKAGE / "quantities", _PACKAGE / "quantities" / "languages",
    _PACKAGE / "verify", _PACKAGE / "verify" / "claims", _PACKAGE / "words",
)  # fmt: skip
"""Where the code lies that decides what the prepared form looks like."""
_KEPT = 8

_LARGE = 2 * 1024 * 1024
"""Bytes of all files. More take seconds to prepare, which is told, and are known by what the folder
tells of them: to compare all their bytes would take longer than most searches."""

_UNSURE = 2
"""Seconds in which a file may be written twice and have the same times."""


class Prepared(NamedTuple):
    """Bases, all their facts in order, and the parts of their search index.

    `claims` reads or makes the words by which claims find figures, `tokens` those of the texts that
    quotations are held against; few commands need them.
    """

    bases: tuple[Base, ...]
    facts: Sequence[Fact]
    parts: Mapping[str, Any]
    claims: Callable[[], Mapping[str, Any]]
    tokens: Callable[[], list["PlainTokens"]]


def open_bases(paths: Sequence[Path], watcher: "Watcher | None" = None) -> Prepared:
    """Return the bases read from `paths`, drafted first where one is a document, in prepared form.

    InputError for a file that cannot be read, is no valid base and no document, or repeats
    another's document id.
    """
    form = _Form(paths, watcher)
    parts = unpack(form.kept("prepared", lambda: _prepare(form)))
    bases, facts = _bases_of(parts)

    def claims() -> bytes:
        from wp.verify.claims.claim_words import claim_words

        form.tell(0)
        return marshal.dumps(claim_words(bases))

    def tokens() -> bytes:
        from wp.verify.corpus import corpus

        return marshal.dumps([source.plain for source in corpus(bases).sources])

    return Prepared(
        bases,
        facts,
        parts,
        lambda: marshal.loads(form.kept("claims", claims)),
        lambda: marshal.loads(form.kept("tokens", tokens)),
    )


class _File:
    """A file of a base or document, known by its bytes or by what its folder tells of it."""

    def __init__(self, path: Path, *, by_entry: bool) -> None:
        self.path = path
        self._content: bytes | None = None
        self.size = 0
        self.known = self._entry() if by_entry else b""
        if not self.known:
            self.known = self._content = read_bytes(path)
            self.size = len(self._content)
        self.is_base = is_base(path, self._beginning())

    def content(self) -> bytes:
        """Read the file; one written just now is first let grow so old that a change shows."""
        if self._content is not None:
            return self._content
        import time

        with suppress(OSError):
            age = time.time() - self.path.stat().st_ctime
            time.sleep(min(max(_UNSURE - age, 0), _UNSURE))
        self.known = self._entry()
        return read_bytes(self.path)

    def _beginning(self) -> bytes:
        with suppress(OSError):
            if self._content is None:
                with self.path.open("rb") as file:
                    return file.read(64)
        return self._content or read_bytes(self.path)

    def has_changed(self) -> bool:
        """Return whether a file that is known by its entry is no longer the one that was read."""
        return self._content is None and self.known != self._entry()

    def _entry(self) -> bytes:
        """Return what its folder tells of a regular file; nothing of another or of none."""
        with suppress(OSError):
            one = os.stat(self.path)
            if stat.S_ISREG(one.st_mode):
                times = one.st_mtime_ns, one.st_ctime_ns
                path = os.path.abspath(self.path)
                self.size = one.st_size
                return repr((path, one.st_size, *times, one.st_ino, one.st_dev)).encode()
        return b""


class _Form:
    """The cache files of some bases, and what these are made of."""

    def __init__(self, paths: Sequence[Path], watcher: "Watcher | None") -> None:
        self.watcher = watcher
        by_entry = _size(paths) > _LARGE
        self.files = [_File(path, by_entry=by_entry) for path in paths]
        self.is_drafted = not all(file.is_base for file in self.files)
        self._name = name_of(*(os.fsencode(os.path.abspath(path)) for path in paths))

    def tell(self, share: float) -> None:
        """Tell the watcher what share of the indexing is done, where that takes long."""
        size = sum(file.size for file in self.files if file.is_base)
        if self.watcher and size > _LARGE:
            self.watcher.indexing(int(share * size), size)

    def kept(self, kind: str, make: Callable[[], bytes]) -> Buffer:
        """Return what the cache keeps of a kind, made and kept where there is none that fits."""
        name = f"{self._name}.{kind}"
        if (found := cached(name, self._origin())) is not None:
            return found
        made = make()
        has_changed = any(file.has_changed() for file in self.files)
        is_kept = not has_changed and keep(name, self._origin(), made, _KEPT)
        if not is_kept and len(made) > _LARGE and self.watcher:
            self.watcher.unkept()
        return made

    @cached_property
    def _maker(self) -> bytes:
        """What tells apart the code that prepares the files."""
        if not self.is_drafted:
            return maker(MAKERS)
        from wp.library.drafted import DRAFTERS

        return maker((*MAKERS, *DRAFTERS))

    def _origin(self) -> bytes:
        """Return what decides how the files are prepared: code, sizes, names, content."""
        names = b""
        if self.is_drafted:
            names = b"".join(os.fsencode(file.path.stem) + b"/" for file in self.files)
        known = [file.known for file in self.files]
        sizes = " ".join(map(str, map(len, known)))
        return b"".join((self._maker, sizes.encode(), b" ", names, b"\n", *known))


def _size(paths: Sequence[Path]) -> int:
    """Return the size of some files together; of those that cannot be read nothing."""
    size = 0
    for path in paths:
        with suppress(OSError):
            size += os.stat(path).st_size
    return size


def _prepare(form: _Form) -> bytes:
    """Check the bases and build their index."""
    from wp.base.load import read_checked
    from wp.base.schema import assemble
    from wp.packing import pack
    from wp.search.index import index_parts

    paths = [file.path for file in form.files]
    contents = [file.content() for file in form.files]
    form.tell(0)
    if form.is_drafted:
        from wp.library.drafted import read_given

        checked = read_given(paths, contents, form.watcher)
    else:
        checked = [
            read_checked(path, content) for path, content in zip(paths, contents, strict=True)
        ]
    reject_same_document(paths, [raw["document"]["id"] for raw, _, _ in checked])
    bases = [assemble(*parts) for parts in checked]
    parts = _plain_parts(bases) | index_parts(bases, form.tell)
    form.tell(1)
    return pack(parts)


# The model as plain data, and rebuilt from it fact by fact: what nobody asks for is never made


def _plain_parts(bases: Sequence[Base]) -> dict[str, Any]:
    """Return the parts that `_bases_of` makes the bases of, and all ids in lower case."""
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


def _bases_of(parts: Mapping[str, Any]) -> tuple[tuple[Base, ...], Sequence[Fact]]:
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
