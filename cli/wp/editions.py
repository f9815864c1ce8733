"""Two editions of a document held against each other: quotes, figures, facts, paragraphs.

What is the document's is compared, and what was read out of it. What is the curator's alone
(statements, aliases, topics' titles, the words for what a figure counts) is not.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from wp.model import Base, Fact, Figure, Period
from wp.text import squeeze
from wp.verify.verdict import Change, Operation, Verdict

DifferenceKind = Literal["quote", "figure", "fact", "paragraph"]
Fate = Literal["altered", "gone", "moved", "changed", "renamed", "added", "removed"]

# A verdict tells what the quotation did to the source; here the source is the newer of the two.
_SEEN_FROM_THE_OLD: dict[Operation, Operation] = {"insert": "delete", "delete": "insert"}

_COMPARED = ("text", "value", "unit", "qualifier", "period", "context_period", "part_of")


_SAME_PARAGRAPH = 0.5
_NEAR = 20  # paragraphs, by which one may have moved


class Difference(NamedTuple):
    """One thing in which two editions differ.

    quote: the words of an old fact are "altered" in the new text, "gone", or "moved" to another
    section; `new` is the passage nearest to them, `changes` what was done to the old words. figure:
    of a fact that both have; where both print the same words, `old` and `new` tell what differs in
    brackets. fact: "renamed" has the same quote, or the passage nearest to it, under another id.
    paragraph: a whole paragraph as it stands in one edition only, or "altered" beside the one that
    took its place.

    `id` is the fact's id in the old edition where it has one, or the section's id for a paragraph;
    `section` and `paragraph` are a place in the new edition, or in the old for what is gone.
    """

    kind: DifferenceKind
    change: Fate
    id: str
    section: str
    paragraph: int | None
    old: str | None = None
    new: str | None = None
    changes: tuple[Change, ...] = ()
    old_figure: Figure | None = None
    new_figure: Figure | None = None


class _Passage(NamedTuple):
    """Where the words of an old fact stand in the new text, or those nearest to them.

    `verdict` is None where the very words stand in the same section.
    """

    section: str
    paragraph: int
    start: int
    end: int
    verdict: Verdict | None


def differences(old: Base, new: Base) -> list[Difference]:
    """Return what differs between two editions: quotes, figures, facts, then paragraphs.

    Each kind comes in the order of the text, the old edition's before what only the new one has.
    """
    passages = _passages(old, new)
    pairs = _pairs(old, new, passages)
    return [
        *_quotes(old, passages),
        *_figures(old, pairs),
        *_facts(old, new, pairs),
        *_text(old, new),
    ]


def _passages(old: Base, new: Base) -> dict[str, _Passage]:
    """Return the passage of the new text for each old fact's id, where there is one."""
    from wp.text import find_whole
    from wp.verify.corpus import Corpus
    from wp.verify.quotation import verify_quotation

    texts = {section.id: section.text for section in new.sections}
    prepared = Corpus([new])
    passages = {}
    for fact in old.facts():
        text = texts.get(fact.section, "")
        if span := find_whole(fact.quote, text):
            paragraph = text.count("\n", 0, span[0]) + 1
            passages[fact.id] = _Passage(fact.section, paragraph, *span, None)
            continue
        verdict = verify_quotation(prepared, fact.quote)
        if verdict.section is not None:
            passages[fact.id] = _Passage(
                verdict.section,
                verdict.paragraph or 0,
                verdict.start or 0,
                verdict.end or 0,
                verdict,
            )
    return passages


def _pairs(old: Base, new: Base, passages: dict[str, _Passage]) -> dict[str, Fact]:
    """Return the new fact for each old fact's id: of that id, else of its quote, else of its
    passage.

    A draft's ids are made of its words, so that a changed number is a changed id.
    """
    by_id = {fact.id: fact for fact in new.facts()}
    known = {fact.id for fact in old.facts()}
    by_quote = {squeeze(fact.quote): fact for fact in new.facts() if fact.id not in known}
    pairs = {}
    for fact in old.facts():
        if fact.id in by_id:
            pairs[fact.id] = by_id[fact.id]
        elif same := by_quote.pop(squeeze(fact.quote), None):
            pairs[fact.id] = same
    taken = {fact.id for fact in pairs.values()}
    free = defaultdict(list)
    for fact in new.facts():
        if fact.id not in taken:
            free[fact.section, fact.paragraph].append(fact)
    for fact in old.facts():
        if fact.id in pairs or fact.id not in passages:
            continue
        passage = passages[fact.id]
        there = free[passage.section, passage.paragraph]
        if there:
            nearest = max(there, key=lambda other: _shared(other, passage))
            if 2 * _shared(nearest, passage) > min(
                nearest.end - nearest.start, passage.end - passage.start
            ):
                there.remove(nearest)
                pairs[fact.id] = nearest
    return pairs


def _shared(fact: Fact, passage: _Passage) -> int:
    """Return how many characters a fact's quote shares with a passage of its section."""
    return min(fact.end, passage.end) - max(fact.start, passage.start)


def _quotes(old: Base, passages: dict[str, _Passage]) -> Iterator[Difference]:
    for fact in old.facts():
        passage = passages.get(fact.id)
        if passage is None:
            yield Difference("quote", "gone", fact.id, fact.section, fact.paragraph, fact.quote)
            continue
        verdict = passage.verdict
        if verdict is None:
            continue
        if verdict.verdict == "verbatim" and passage.section == fact.section:
            continue
        yield Difference(
            "quote",
            "moved" if verdict.verdict == "verbatim" else "altered",
            fact.id,
            passage.section,
            verdict.paragraph,
            fact.quote,
            verdict.source,
            tuple(
                change._replace(op=_SEEN_FROM_THE_OLD.get(change.op, change.op))
                for change in verdict.changes
            ),
        )


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
                    before and _words(before, after),
                    after and _words(after, before),
                    old_figure=before,
                    new_figure=after,
                )


def _words(figure: Figure, other: Figure | None) -> str:
    """Return a figure's words, and what parts it from another that is printed in the same words."""
    if other is None or figure.text != other.text:
        return figure.text
    told = []
    for name in _COMPARED[1:]:
        value = getattr(figure, name)
        if value != getattr(other, name):
            if isinstance(value, Period):
                value = " to ".join(filter(None, (value.start, value.end))) or value.text
            told.append(f"{name.replace('_', ' ')}: {'none' if value is None else value}")
    return f"{figure.text} ({', '.join(told)})"


def _compared(figure: Figure) -> tuple[object, ...]:
    return tuple(getattr(figure, name) for name in _COMPARED)


def _paired(
    old: Iterable[Figure], new: Iterable[Figure]
) -> Iterator[tuple[Figure | None, Figure | None]]:
    """Pair the figures of one fact that are not the same: by what they count, unit, then value.

    A figure without a partner stands beside None.
    """
    before, after = list(old), list(new)
    # What is the same in every way goes first: two of "20" may count different things.
    for same_as in (lambda figure: figure, _compared):
        for figure in list(before):
            same = next((other for other in after if same_as(other) == same_as(figure)), None)
            if same is not None:
                before.remove(figure)
                after.remove(same)
    likeness: tuple[Callable[[Figure], object], ...] = (
        lambda figure: (figure.measures, figure.unit),
        lambda figure: figure.measures,
        lambda figure: figure.unit,
        lambda figure: figure.value,
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
    """Yield the paragraphs that stand in a section of one edition only, the altered ones paired."""
    added = _paragraphs_only_in(new, old)
    for was in _paragraphs_only_in(old, new):
        now = max(added, key=lambda other: _alike(was, other), default=None)
        if now is None or _alike(was, now) < _SAME_PARAGRAPH:
            section, number, text = was
            yield Difference("paragraph", "removed", section, section, number, old=text)
        else:
            added.remove(now)
            section, number, text = now
            yield Difference("paragraph", "altered", section, section, number, was.text, text)
    for section, number, text in added:
        yield Difference("paragraph", "added", section, section, number, new=text)


class _Paragraph(NamedTuple):
    section: str
    number: int
    text: str


def _alike(one: _Paragraph, other: _Paragraph) -> float:
    """Return which share of the longer paragraph's words two near ones of a section have alike."""
    if one.section != other.section or abs(one.number - other.number) > _NEAR:
        return 0
    words, others = Counter(one.text.split()), Counter(other.text.split())
    return (words & others).total() / max(words.total(), others.total(), 1)


def _paragraphs_only_in(one: Base, other: Base) -> list[_Paragraph]:
    known = {s.id: {squeeze(text) for text in s.paragraphs} for s in other.sections}
    return [
        _Paragraph(section.id, number, text)
        for section in one.sections
        for number, text in enumerate(section.paragraphs, 1)
        if squeeze(text) not in known.get(section.id, ())
    ]
