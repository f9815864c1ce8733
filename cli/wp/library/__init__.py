"""The loaded fact bases as one library: how they are opened, and what may be asked of it."""

from collections.abc import Callable, Collection, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from wp.base import Chosen, chosen_bases, reject_same_document
from wp.errors import InputError, NotFoundError, one_of
from wp.library.shelf import Prepared, Shelf
from wp.model import Fact, is_chosen, not_searched

if TYPE_CHECKING:
    from wp.figures import FigureList, Order
    from wp.library.cache import PreparedForm
    from wp.library.verdicts import KeptVerdicts
    from wp.search import Answer, Hit
    from wp.verify.checked import CheckedDraft
    from wp.verify.claims.claim_index import ClaimIndex
    from wp.verify.claims.context import Context, Judge
    from wp.verify.corpus import Corpus
    from wp.verify.draft import Draft
    from wp.verify.verdict import Claim, Verdict

_HELD = 32
"""Places that quotations are held to are asked for in turn; so many are kept ready."""


class Library(Shelf):
    """The loaded fact bases, and all that may be asked of them."""

    @property
    def not_searched(self) -> list[str]:
        """The ids of the parts that the documents have and no loaded base holds."""
        return not_searched(self.bases)

    def search(
        self,
        query: str,
        *,
        sections: Collection[str] = (),
        topics: Collection[str] = (),
        exact: bool = False,
        with_passages: bool = True,
        limit: int = 10,
        near: int = 0,
    ) -> "Answer":
        """Answer a hazy query with ranked facts and passages; see `wp.search.engine.search`.

        A query may name sections ("section:VI", "in section VI") as `sections` does.
        """
        from wp.search.engine import search

        query, named = self._scoped(query)
        answer = search(
            self.index, self.facts, query, sections={*sections, *named}, topics=topics, exact=exact,
            with_passages=with_passages, limit=limit, near=near,
        )  # fmt: skip
        hits = (*answer.hits, *answer.near)
        if all(hit.fact.kind == "fact" for hit in hits):
            return answer
        return answer._replace(
            hits=tuple(map(self._linked, answer.hits)), near=tuple(map(self._linked, answer.near))
        )

    def _scoped(self, query: str) -> tuple[str, set[str]]:
        """Take the sections that a query names off it; one that no base has stays a word."""
        if "section" not in query.lower():
            return query, set()
        from wp.search.language import scope

        text, names = scope(query)
        try:
            chosen = self.section_names(names)
        except NotFoundError:
            return query, set()
        return (text, chosen) if text.strip() else (query, set())

    def _linked(self, hit: "Hit") -> "Hit":
        """Return a hit with the link to its passage, which the index does not hold."""
        if hit.fact.kind == "fact" or not (section := self.section_of(hit.fact)).url:
            return hit
        from wp.search.passages import linked

        return hit._replace(fact=linked(hit.fact, section))

    @cached_property
    def corpus(self) -> "Corpus":
        """The texts of all bases, prepared for quotations."""
        from wp.verify.corpus import Corpus

        return Corpus(self.bases, plain=self._prepared.tokens() if self._prepared else None)

    @cached_property
    def claims(self) -> "ClaimIndex":
        """The figures and dated facts of all bases, prepared for claims."""
        from wp.verify.claims.claim_index import ClaimIndex

        return ClaimIndex(self.bases, self._prepared.claims() if self._prepared else None)

    def verify(self, quotation: str, *, within: str | None = None) -> "Verdict":
        """Tell whether a quotation is exact; see `wp.verify.quotation.verify_quotation`.

        `within` names what it is held to: sections or paragraphs, as `places` takes them, or pages
        ("p. 12", "pp. 12–13"). NotFoundError for what no base has.
        """
        from wp.verify.quotation import verify_quotation

        return verify_quotation(self._corpus_of(within) if within else self.corpus, quotation)

    @cached_property
    def _corpus_of(self) -> "Callable[[str], Corpus]":
        """What makes the texts that a name means ready for quotations, and keeps the last ones."""
        return lru_cache(maxsize=_HELD)(self._corpus_within)

    def _corpus_within(self, name: str) -> "Corpus":
        from wp.verify.corpus import Corpus, only, pages_named, paragraphs_of

        stretches = pages_named(name, self.bases) or [
            paragraphs_of(*place) for place in self.places(name)
        ]
        return Corpus(only(self.bases, stretches), qualified=len(self.bases) > 1)

    def check(
        self,
        draft: "Draft | Path | str",
        progress: Callable[[int, int], None] | None = None,
        *,
        keep: bool = True,
    ) -> "CheckedDraft":
        """Check every quotation and every reported figure of a draft.

        `draft` is the text itself (Markdown; plain prose is Markdown too), the path of a file, or
        what `wp.verify.draft.read_draft` gave; `progress` is told how many of how many quotations
        and sentences are done. The verdicts are kept for the next check; without `keep` they are
        written when `keep_verdicts` is called. InputError for a file that cannot be read.
        """
        from wp.verify.check import check_draft
        from wp.verify.draft import read_draft

        if isinstance(draft, str):
            draft = read_draft("<text>", draft.encode("utf-8", "surrogatepass"), "markdown")
        elif isinstance(draft, Path):
            draft = read_draft(draft)
        verify: Callable[[str], Verdict] = self.verify
        judge: Judge = self._claim_in
        if kept := self._verdicts:
            verify, judge = kept.verifier(verify), kept.judge(judge)
        checked = check_draft(draft, verify, judge, progress, lambda: self.corpus)
        if keep:
            self.keep_verdicts()
        return checked

    def keep_verdicts(self) -> None:
        """Write what checks have judged into the cache folder, where something of it is new."""
        if self._verdicts:
            self._verdicts.keep()

    @cached_property
    def _verdicts(self) -> "KeptVerdicts | None":
        return self._prepared.verdicts() if self._prepared else None

    def _claim_in(self, sentence: str, context: "Context") -> "Claim | None":
        from wp.verify.claims.judge import judge_sentence

        return judge_sentence(sentence, self.claims, context)

    def choose(
        self, query: str = "", *, sections: Collection[str] = (), topics: Collection[str] = ()
    ) -> list[Fact]:
        """Return the facts of some sections and topics that answer a query, where there is one.

        They come in the order of the base.
        """
        if not query.strip():
            return [
                fact
                for fact in self.facts
                if is_chosen(sections, fact.document, fact.section)
                and is_chosen(topics, fact.document, fact.topic)
            ]
        most = len(self.facts)
        hits = self.search(
            query, sections=sections, topics=topics, with_passages=False, limit=most
        ).hits
        found = {(hit.fact.document, hit.fact.id) for hit in hits}
        return [fact for fact in self.facts if (fact.document, fact.id) in found]

    def figures(
        self,
        query: str = "",
        *,
        sections: Collection[str] = (),
        topics: Collection[str] = (),
        unit: str | None = None,
        since: str | None = None,
        until: str | None = None,
        least: int | float | None = None,
        most: int | float | None = None,
        order: "Order" = "place",
    ) -> "FigureList":
        """Return the figures that are asked for; everything left out asks for nothing.

        `sections` are ids and `topics` keys; `since` and `until` years, months or days (ISO 8601).
        UsageError for a date or an order that is none; NotFoundError for a unit that no figure has.
        """
        import wp.figures as stated
        from wp.figures.timeline import window

        order = one_of("order", order, stated.ORDERS)
        wanted = stated.Wanted(
            unit=None if unit is None else stated.find_unit(unit, stated.figures_of(self.facts)),
            time=window(since, until, ("since", "until")),
            least=least,
            most=most,
        )
        facts = self.choose(query, sections=sections, topics=topics)
        kept, _ = stated.choose(stated.figures_of(facts), wanted)
        groups = stated.arrange(self.bases, kept, order)
        return stated.FigureList(one for group in groups.values() for one in group)

    def _repr_html_(self) -> str:
        from wp.html import table

        rows = [
            (base.document.title, section.id, section.title, len(section.topics), count)
            for base in self.bases
            for section in base.sections
            for count in (sum(1 for _ in section.facts()),)
        ]
        return table(("Document", "Section", "Title", "Topics", "Facts"), rows)


class Watcher:
    """Is told of progress; a method that a subclass does not override ignores it."""

    def indexing(self, done: int, whole: int) -> None:
        """Take how many of how many bytes of large bases are checked and indexed."""

    def unkept(self) -> None:
        """Be told that the index of large bases could not be kept for the next time."""

    def drafting(self, path: Path, done: int, whole: int) -> None:
        """Take how many of how many parts of a document are read and drafted."""

    def drafted(self, path: Path, warnings: Sequence[str]) -> None:
        """Take what a person should know of how a document was read: what was left out, say."""


def open_library(paths: Sequence[Path] = (), watcher: Watcher | None = None) -> Library:
    """Open the fact bases at `paths`, or those that `chosen_bases` names, as one library.

    A document among them is drafted first, see `wp.library.given`; `watcher` is told of that, and
    where large bases are indexed. InputError for a file that is no valid base and no document that
    can be read; of one in the data folder it says how to remove it.
    """
    return open_chosen(chosen_bases(paths), watcher)


def open_chosen(chosen: Chosen, watcher: Watcher | None = None) -> Library:
    """Open the bases that were chosen as one library; see `open_library`."""
    try:
        prepared = open_bases(chosen.paths, watcher)
        return Library(prepared.bases, prepared)
    except InputError as error:
        if chosen.origin != "data folder":
            raise
        from wp.base.folder import removable

        raise removable(error) from None


def open_bases(paths: Sequence[Path], watcher: Watcher | None = None) -> Prepared:
    """Return the bases read from `paths`, drafted first where one is a document, in prepared form.

    InputError for a file that cannot be read, is no valid base and no document, or repeats
    another's document id.
    """
    import marshal

    from wp.library.cache import PreparedForm
    from wp.library.packed import bases_of, unpack

    form = PreparedForm(paths, watcher)
    parts = unpack(form.kept("prepared", lambda: _prepare(form)))
    bases, facts = bases_of(parts)

    def claims() -> bytes:
        from wp.verify.claims.claim_words import claim_words

        form.tell(0)
        return marshal.dumps(claim_words(bases))

    def tokens() -> bytes:
        from wp.verify.corpus import Corpus

        return marshal.dumps([source.plain for source in Corpus(bases).sources])

    def verdicts() -> "KeptVerdicts":
        from wp.library.verdicts import KeptVerdicts

        return KeptVerdicts(form)

    return Prepared(
        bases,
        facts,
        parts,
        lambda: marshal.loads(form.kept("claims", claims)),
        lambda: marshal.loads(form.kept("tokens", tokens)),
        verdicts,
    )


def _prepare(form: "PreparedForm") -> bytes:
    """Check the bases and build their index."""
    from wp.base.load import read_checked
    from wp.base.schema import assemble
    from wp.library.packed import pack, plain_parts
    from wp.search.index import index_parts

    paths = [file.path for file in form.files]
    contents = [file.content() for file in form.files]
    form.tell(0)
    if form.is_drafted:
        from wp.library.given import read_given

        checked = read_given(paths, contents, form.watcher)
    else:
        checked = [
            read_checked(path, content) for path, content in zip(paths, contents, strict=True)
        ]
    reject_same_document(paths, [raw["document"]["id"] for raw, _, _ in checked])
    bases = [assemble(*parts) for parts in checked]
    parts = plain_parts(bases) | index_parts(bases, form.tell)
    form.tell(1)
    return pack(parts)
