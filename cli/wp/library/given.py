"""What is given in place of a fact base: documents, drafted once and kept; texts without a file.

A PDF, DOCX, HTML, Markdown or text file stands for the base that is drafted from it. The draft is
kept as the bytes of a fact base and used while the document's bytes, its name and the code that
drafts are what they were (see `wp.library.cache`). Nothing is written beside the document.

A program that writes has its sources as strings: the passages that were retrieved, each with a name
or a page. They are taken as they are, so that offsets count in the caller's own characters.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wp import RULES
from wp.base import is_base
from wp.errors import NotFoundError, WpError
from wp.files import digest, read_bytes
from wp.library.cache import DRAFTERS, cached, keep, maker, name_of
from wp.model import Base, Document, Section

if TYPE_CHECKING:
    from wp.base.load import CheckedBase
    from wp.library import Library, Watcher
    from wp.verify.checked import CheckedDraft
    from wp.verify.claims.claim_index import ClaimIndex
    from wp.verify.corpus import Corpus
    from wp.verify.draft import Draft
    from wp.verify.verdict import Verdict


# Documents

_KEPT = 16


def base_bytes(path: Path) -> bytes:
    """Return the bytes of the fact base at a path, drafted first where a document lies there.

    InputError for a file that cannot be read or drafted from; MissingExtraError where the reader
    of its kind is not installed.
    """
    content = read_bytes(path)
    return content if is_base(path, content) else _kept_draft(path, content, None)[0]


def open_base(path: Path, watcher: "Watcher | None" = None) -> Base:
    """Return the base at a path, drafted first where a document lies there."""
    from wp.base.schema import assemble

    (checked,) = read_given([path], [read_bytes(path)], watcher)
    return assemble(*checked)


def _checked_draft(path: Path, content: bytes, watcher: "Watcher | None") -> "CheckedBase":
    from wp.base.load import read_checked

    drafted, checked = _kept_draft(path, content, watcher)
    raw, places, _ = checked or read_checked(path, drafted)
    return raw, places, digest(content)


def _kept_draft(
    path: Path, content: bytes, watcher: "Watcher | None"
) -> "tuple[bytes, CheckedBase | None]":
    """Return the draft of a document as the bytes of a base, and checked where it was made now."""
    stem = os.fsencode(path.stem)
    file = name_of(stem, content) + ".drafted"
    origin = b"".join((maker(DRAFTERS), b"%d %d " % (len(stem), len(content)), stem, content))
    payload = cached(file, origin)
    if payload is not None:
        return bytes(payload), None
    from wp.library import Watcher

    drafted, checked = _draft(path, content, watcher or Watcher())
    keep(file, origin, drafted, _KEPT)
    return drafted, checked


def _draft(path: Path, content: bytes, watcher: "Watcher") -> "tuple[bytes, CheckedBase]":
    from wp.base.canonical import file_bytes
    from wp.base.draft import document_name, draft_base
    from wp.base.draft.source import read_source
    from wp.base.load import read_checked

    watcher.drafting(path, 0, 2)
    # A PDF's pages take about half the time.
    source = read_source(
        path, content, progress=lambda page, pages: watcher.drafting(path, page, 2 * pages)
    )
    watcher.drafting(path, 1, 2)
    raw, warnings, guesses = draft_base(source, document_name(path))
    del source  # a large document is to be in memory once
    drafted = file_bytes(path, raw)
    del raw
    checked = read_checked(path, drafted)
    watcher.drafting(path, 2, 2)
    watcher.drafted(path, (*warnings, *(guess.told for guess in guesses)))
    return drafted, checked


def read_given(
    paths: Sequence[Path], contents: Sequence[bytes], watcher: "Watcher | None" = None
) -> "list[CheckedBase]":
    """Return what `wp.base.load.read_checked` returns of bases, and of documents once drafted.

    The digest of a document is that of its own file. Of two documents called report.pdf the second
    has the id `report-2`; the ids of bases are theirs and stay. The same document given twice keeps
    its id.
    """
    from wp.base.load import read_checked
    from wp.base.schema import unique

    drafted = [not is_base(path, content) for path, content in zip(paths, contents, strict=True)]
    given = [
        _checked_draft(path, content, watcher) if is_drafted else read_checked(path, content)
        for path, content, is_drafted in zip(paths, contents, drafted, strict=True)
    ]
    taken = {
        raw["document"]["id"]
        for (raw, _, _), is_drafted in zip(given, drafted, strict=True)
        if not is_drafted
    }
    seen: set[str] = set()
    for (raw, _, sha256), is_drafted in zip(given, drafted, strict=True):
        if is_drafted and sha256 not in seen:
            raw["document"]["id"] = unique(raw["document"]["id"], taken)
            taken.add(raw["document"]["id"])
        seen.add(sha256)
    return given


# Texts

_NAMELESS = "text"


class Problem(NamedTuple):
    """Something in a text that its source does not bear out.

    `kind` is the verdict ("altered", "missing", "contradicted", "unsupported"), `text` the words as
    written, `source` what the source has instead, where it has something.
    """

    kind: str
    text: str
    source: str | None

    def __str__(self) -> str:
        has = f" (the source has {self.source!r})" if self.source else ""
        return f"{self.kind}: {self.text!r}{has}"


class UnfaithfulError(WpError):
    """A text quotes or reports what its source does not have; `problems` lists all of it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


class Source:
    """One or several named texts; `verify` and `check` answer as those of a `Library` do.

    In a verdict `section` is the name of the text, `start` and `end` are offsets in it. `sha256` is
    that of all texts, each behind its name, and `rules` the number of the rules that judge: it
    changes when a verdict can.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Take texts by their names, such as "p. 12"."""
        self.texts = dict(texts)
        self._corpora: dict[str | None, Corpus] = {}

    rules = RULES

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the names and texts, in hexadecimal."""
        from hashlib import sha256

        digest = sha256()
        for name, text in self.texts.items():
            for part in (name, text):
                encoded = part.encode("utf-8", "surrogatepass")
                digest.update(b"%d:" % len(encoded) + encoded)
        return digest.hexdigest()

    def verify(self, quotation: str, *, within: str | None = None) -> "Verdict":
        """Tell whether a quotation is exact, in any text or in the one that `within` names.

        NotFoundError where no text has that name.
        """
        from wp.verify.quotation import verify_quotation

        return verify_quotation(self._corpus(within), quotation)

    def check(self, text: "Draft | str", *, within: str | None = None) -> "CheckedDraft":
        """Check every quotation and every reported figure of a text (Markdown or plain).

        `within` names the text that quotations are held to; figures are held to all.
        """
        from wp.verify.check import check_draft
        from wp.verify.claims.judge import judge_sentence
        from wp.verify.draft import read_draft

        if isinstance(text, str):
            text = read_draft("<text>", text.encode("utf-8", "surrogatepass"), "markdown")
        return check_draft(
            text,
            lambda quotation: self.verify(quotation, within=within),
            lambda sentence, context: judge_sentence(sentence, self._claims, context),
            corpus=lambda: self._corpus(within),
        )

    def check_stream(self, pieces: Iterable[str]) -> "Iterator[CheckedDraft]":
        """Check a text as it arrives, sentence by sentence: one answer for each that is whole.

        A sentence is whole when another begins behind it, or the text ends. What it leans on in
        the sentences before is not known here; check the whole text in the end.
        """
        from wp.text import sentences

        waiting = ""
        for piece in pieces:
            waiting += piece
            *whole, last = sentences(waiting) or [(0, 0)]
            for start, end in whole:
                yield self.check(waiting[start:end])
            waiting = waiting[last[0] :] if whole else waiting
        if waiting.strip():
            yield self.check(waiting)

    @cached_property
    def library(self) -> "Library":
        """The texts as a library that has no facts: for what is shown of a verdict."""
        from wp.library import Library

        return Library((_base(self.texts),))

    def _corpus(self, within: str | None) -> "Corpus":
        if within not in self._corpora:
            from wp.verify.corpus import Corpus

            if within is not None and within not in self.texts:
                raise NotFoundError("text", within, nearest=tuple(self.texts)[:3])
            chosen = self.texts if within is None else {within: self.texts[within]}
            self._corpora[within] = Corpus([_base(chosen)])
        return self._corpora[within]

    @cached_property
    def _claims(self) -> "ClaimIndex":
        from wp.base.draft import draft_base
        from wp.base.draft.source import read_source
        from wp.base.load import locate
        from wp.base.schema import assemble
        from wp.verify.claims.claim_index import ClaimIndex

        bases = []
        for number, (name, text) in enumerate(self.texts.items(), 1):
            if not any(map(str.isalpha, text)):
                continue
            content = text.encode("utf-8", "surrogatepass")
            raw = draft_base(read_source(name, content, "text"), f"text-{number}").raw
            bases.append(assemble(raw, locate(Path(name), raw), ""))
        return ClaimIndex(tuple(bases))


def source(texts: str | Mapping[str, str]) -> Source:
    """Return a source made from a text, or from several by their names ("p. 12")."""
    return Source({_NAMELESS: texts} if isinstance(texts, str) else texts)


def without_facts(checked: "CheckedDraft") -> "CheckedDraft":
    """Return a check without the ids of facts: those of a text can be looked up nowhere."""
    claims = []
    for one in checked.claims:
        figures = tuple(figure._replace(fact=None) for figure in one.claim.figures)
        claims.append(one._replace(claim=one.claim._replace(figures=figures)))
    return checked._replace(claims=tuple(claims))


def require(text: str, held_against: Source, *, claims: bool = True) -> None:
    """Raise UnfaithfulError unless a text quotes its source exactly and contradicts no figure.

    A quotation that the source lacks counts as one that is given as the source's; without `claims`
    only quotations are looked at.
    """
    checked = held_against.check(text)
    problems = [
        Problem(one.verdict.verdict, one.text, one.verdict.source)
        for one in checked.quotations
        if one.level in ("error", "warning") and not one.ignored
    ]
    if claims:
        problems += [
            Problem(one.claim.verdict, one.claim.sentence, one.claim.source)
            for one in checked.claims
            if one.level == "error" and not one.ignored
        ]
    if problems:
        raise UnfaithfulError(tuple(problems))


def _base(texts: Mapping[str, str]) -> Base:
    """Return a base without facts whose sections are the texts, line by line."""
    sections = tuple(
        Section(name, "", "", False, tuple(text.split("\n")), (), "source")
        for name, text in texts.items()
    )
    return Base(Document("source", "", "", "", ""), sections)
