"""Two editions of a document held against each other: quotes, figures, facts, paragraphs.

What is the document's is compared, and what was read out of it. What is the curator's alone
(statements, aliases, topics' titles) is not.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from wp.model import Base, Fact, Figure
from wp.text import squeeze
from wp.verify.verdict import Change, Operation

Kind = Literal["quote", "figure", "fact", "paragraph"]
Fate = Literal["altered", "gone", "moved", "changed", "renamed", "added", "removed"]

# A verdict tells what the quotation did to the source; here the source is the newer of the two.
_SEEN_FROM_THE_OLD: dict[Operation, Operation] = {"insert": "delete", "delete": "insert"}


class Difference(NamedTuple):
    """One thing in which two editions differ.

    quote: the words of an old fact are "altered" in the new text, "gone", or "moved" to another
    section; `new` is the passage nearest to them, `changes` what was done to the old words. figure:
    of a fact that both have. fact: "renamed" has the same quote under another id. paragraph: a
    whole paragraph as it stands in one edition only.

    `id` is the fact's id in the old edition where it has one, or the section's id for a paragraph;
    `section` and `paragraph` are a place in the new edition, or in the old for what is gone.
    """

    kind: Kind
    change: Fate
    id: str
    section: str
    paragraph: int | None
    old: str | None = None
    new: str | None = None
    changes: tuple[Change, ...] = ()
    old_figure: Figure | None = None
    new_figure: Figure | None = None


def differences(old: Base, new: Base) -> list[Difference]:
    """Give what differs between two editions: quotes, figures, facts, then paragraphs.

    Each kind comes in the order of the text, the old edition's before what only the new one has.
    """
    pairs = _pairs(old, new)
    return [*_quotes(old, new), *_figures(old, pairs), *_facts(old, new, pairs), *_text(old, new)]


def _pairs(old: Base, new: Base) -> dict[str, Fact]:
    """Give the new fact for each old fact's id: the one of that id, else the one of its quote."""
    by_id = {fact.id: fact for fact in new.facts()}
    known = {fact.id for fact in old.facts()}
    by_quote = {squeeze(fact.quote): fact for fact in new.facts() if fact.id not in known}
    pairs = {}
    for fact in old.facts():
        if fact.id in by_id:
            pairs[fact.id] = by_id[fact.id]
        elif same := by_quote.pop(squeeze(fact.quote), None):
            pairs[fact.id] = same
    return pairs


def _quotes(old: Base, new: Base) -> Iterator[Difference]:
    from wp.base.quotes import find_whole
    from wp.verify.quotation import corpus, verify_quotation

    texts = {section.id: section.text for section in new.sections}
    prepared = corpus([new])
    for fact in old.facts():
        if find_whole(fact.quote, texts.get(fact.section, "")):
            continue
        verdict = verify_quotation(prepared, fact.quote)
        if verdict.verdict == "verbatim" and verdict.section == fact.section:
            continue
        if verdict.section is None:
            yield Difference("quote", "gone", fact.id, fact.section, fact.paragraph, fact.quote)
            continue
        yield Difference(
            "quote",
            "moved" if verdict.verdict == "verbatim" else "altered",
            fact.id,
            verdict.section,
            verdict.paragraph,
            fact.quote,
            verdict.source,
            tuple(map(_turned, verdict.changes)),
        )


def _turned(change: Change) -> Change:
    return change._replace(op=_SEEN_FROM_THE_OLD.get(change.op, change.op))


def _figures(old: Base, pairs: dict[str, Fact]) -> Iterator[Difference]:
    for fact in old.facts():
        if fact.id in pairs:
            now = pairs[fact.id]
            for before, after in _paired(fact.figures, now.figures):
                yield Difference(
                    "figure",
                    "changed" if before and after else "removed" if before else "added",
                    fact.id,
                    now.section,
                    now.paragraph,
                    before and before.text,
                    after and after.text,
                    old_figure=before,
                    new_figure=after,
                )


def _paired(
    old: Iterable[Figure], new: Iterable[Figure]
) -> Iterator[tuple[Figure | None, Figure | None]]:
    """Pair the figures of one fact that are not the same: by what they count, else by their unit.

    A figure without a partner stands beside None.
    """
    before, after = list(old), list(new)
    for figure in list(before):
        if figure in after:
            before.remove(figure)
            after.remove(figure)
    likeness: tuple[Callable[[Figure], object], ...] = (
        lambda figure: (figure.measures, figure.unit),
        lambda figure: figure.measures,
        lambda figure: figure.unit,
    )
    partner: dict[int, Figure] = {}
    for like in likeness:
        for number, figure in enumerate(before):
            same = next((other for other in after if like(other) == like(figure)), None)
            if number not in partner and same is not None:
                partner[number] = same
                after.remove(same)
    yield from ((figure, partner.get(number)) for number, figure in enumerate(before))
    yield from ((None, figure) for figure in after)


def _facts(old: Base, new: Base, pairs: dict[str, Fact]) -> Iterator[Difference]:
    for fact in old.facts():
        now = pairs.get(fact.id)
        if now is None:
            yield Difference("fact", "removed", fact.id, fact.section, fact.paragraph, fact.quote)
        elif now.id != fact.id:
            yield Difference(
                "fact", "renamed", fact.id, now.section, now.paragraph, fact.id, now.id
            )
    kept = {fact.id for fact in pairs.values()}
    for fact in new.facts():
        if fact.id not in kept:
            yield Difference("fact", "added", fact.id, fact.section, fact.paragraph, new=fact.quote)


def _text(old: Base, new: Base) -> Iterator[Difference]:
    """Give the paragraphs that stand in a section of one edition only."""
    for section, number, text in _paragraphs_only_in(old, new):
        yield Difference("paragraph", "removed", section, section, number, old=text)
    for section, number, text in _paragraphs_only_in(new, old):
        yield Difference("paragraph", "added", section, section, number, new=text)


def _paragraphs_only_in(one: Base, other: Base) -> Iterator[tuple[str, int, str]]:
    known = {s.id: {squeeze(text) for text in s.paragraphs} for s in other.sections}
    for section in one.sections:
        for number, text in enumerate(section.paragraphs, 1):
            if squeeze(text) not in known.get(section.id, ()):
                yield section.id, number, text
