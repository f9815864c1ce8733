"""The rules a good fact base keeps: one small named function a rule.

A base that breaks one still loads and answers; `wp base validate` lists what is broken. What makes
a base unusable (its form, a quote that is not in the text) is refused when it is loaded.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date as calendar_date
from typing import NamedTuple

from wp.model import UNKNOWN_DATE, UNKNOWN_PUBLISHER, Base, Fact, Figure
from wp.quantities.read import number_values
from wp.text import find_squeezed, squeeze

_MANY_FACTS = 8


class RuleProblem(NamedTuple):
    """A rule that a place of the base breaks, and how to mend it."""

    rule: str
    place: str
    problem: str
    remedy: str = ""


def problems(base: Base) -> list[RuleProblem]:
    """Return every broken rule of a base, in the order of its facts."""
    found = [problem for rule in _BASE_RULES for problem in rule(base)]
    for fact in base.facts():
        for rule in _FACT_RULES:
            found += rule(base, fact)
    return found


def topics_told_apart(base: Base) -> Iterator[RuleProblem]:
    """A topic's key is its name in commands, so it is unique over the whole document."""
    for key, count in Counter(topic.key for topic in base.topics()).items():
        if count > 1:
            yield RuleProblem(
                "topics-told-apart", key, f"{count} sections have a topic {key!r}", "rename one"
            )


def quotes_told_apart(base: Base) -> Iterator[RuleProblem]:
    """Two facts with one quote would be found twice."""
    seen: dict[tuple[str, int, int], str] = {}
    for fact in base.facts():
        first = seen.setdefault((fact.section, fact.start, fact.end), fact.id)
        if first != fact.id:
            yield RuleProblem(
                "quotes-told-apart", fact.id, f"has the quote of {first}", "merge the two"
            )


def contents_match(base: Base) -> Iterator[RuleProblem]:
    """The table of contents says of each section whether its text is here."""
    if not base.document.contents:
        return
    listed = {heading.id for heading in base.document.contents if heading.included}
    present = {section.id for section in base.sections}
    for id_ in sorted(listed ^ present):
        state = "listed as included but absent" if id_ in listed else "not listed as included"
        yield RuleProblem("contents-match", f"document.contents.{id_}", f"section {id_} is {state}")


def document_known(base: Base) -> Iterator[RuleProblem]:
    """A drafted base names the document's publisher and date once a person has put them in."""
    if base.document.publisher == UNKNOWN_PUBLISHER:
        yield RuleProblem("document-known", "document.publisher", "is not known yet", "put it in")
    if base.document.published == UNKNOWN_DATE:
        yield RuleProblem(
            "document-known", "document.published", "is a stand-in", "put the date in"
        )


def published_exists(base: Base) -> Iterator[RuleProblem]:
    """The date of publication is one that the calendar has."""
    if not is_date(base.document.published):
        yield RuleProblem(
            "dates-exist",
            "document.published",
            f"there is no {base.document.published}",
            "put the date in",
        )


def is_date(text: str) -> bool:
    """Return whether an ISO 8601 year, month or day is one that the calendar has."""
    try:
        calendar_date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def context_verbatim(base: Base, fact: Fact) -> Iterator[RuleProblem]:
    """Context is the document's own words, from the same section."""
    if fact.context and not find_squeezed(fact.context, base.section(fact.section).text):
        yield RuleProblem(
            "context-verbatim",
            fact.id,
            "its context does not stand in the section's text",
            "copy it to the letter",
        )


def figures_printed(base: Base, fact: Fact) -> Iterator[RuleProblem]:
    """A figure's words, qualifier and period stand in the quote."""
    quote, context = squeeze(fact.quote), squeeze(fact.context)
    # The caption of a table is its topic's title.
    title = squeeze(base.topic(fact.section, fact.topic).title)
    for figure in fact.figures:
        if squeeze(figure.text) not in quote:
            yield _figure_problem("figures-printed", fact, figure, "does not stand in the quote")
        if figure.qualifier and figure.qualifier.lower() not in quote.lower():
            yield _figure_problem("figures-printed", fact, figure, "has a qualifier not printed")
        if figure.period and squeeze(figure.period.text) not in quote:
            yield _figure_problem(
                "figures-printed",
                fact,
                figure,
                "has a period that the quote does not print",
                "a neighbour's period is a context_period",
            )
        if (
            figure.context_period
            and squeeze(figure.context_period.text) not in f"{title} {context} {quote}"
        ):
            yield _figure_problem(
                "figures-printed", fact, figure, "has a context_period that the context lacks"
            )


def values_true(base: Base, fact: Fact) -> Iterator[RuleProblem]:
    """A figure's value is what its words say, at either end where they say a range."""
    for figure in fact.figures:
        if figure.value not in number_values(figure.text):
            yield _figure_problem("values-true", fact, figure, f"has the value {figure.value}")


def parts_within_wholes(base: Base, fact: Fact) -> Iterator[RuleProblem]:
    """A figure that is part of another names one that exists and is no smaller."""
    for figure in fact.figures:
        if not (named := figure.whole(fact.id)):
            continue
        whole = _figure_named(base, fact, *named)
        if whole is None:
            yield _figure_problem(
                "parts-within-wholes",
                fact,
                figure,
                f"is part of {figure.part_of!r}, which is no figure",
                "name a figure's text, or SECTION.topic.fact#text",
            )
        elif whole.value < figure.value:
            yield _figure_problem(
                "parts-within-wholes", fact, figure, f"is more than its whole, {whole.text!r}"
            )


def _figure_named(base: Base, fact: Fact, id_: str, text: str) -> Figure | None:
    """Return the figure that is printed so in the fact with this id, mostly the `fact` itself."""
    others = (other for other in base.facts() if other.id == id_)
    holder = fact if fact.id == id_ else next(others, None)
    return (
        next((figure for figure in holder.figures if figure.text == text), None) if holder else None
    )


def dates_printed(base: Base, fact: Fact) -> Iterator[RuleProblem]:
    """A date's words stand in the quote, and it does not end before it starts."""
    for date in fact.dates:
        if squeeze(date.text) not in squeeze(fact.quote):
            yield RuleProblem(
                "dates-printed", fact.id, f"the date {date.text!r} does not stand in the quote"
            )
    for period in fact.periods:
        if period.start and period.end and period.start[: len(period.end)] > period.end:
            yield RuleProblem("dates-printed", fact.id, f"{period.text!r} ends before it starts")


def dates_exist(base: Base, fact: Fact) -> Iterator[RuleProblem]:
    """A date is one that the calendar has."""
    for period in fact.periods:
        for end in dict.fromkeys((period.start, period.end)):
            if end is not None and not is_date(end):
                yield RuleProblem(
                    "dates-exist",
                    fact.id,
                    f"{period.text!r} is put down as {end}, which is no date",
                )


def aliases_add_words(base: Base, fact: Fact) -> Iterator[RuleProblem]:
    """An alias holds a word that the quote, the statement and the aliases before it lack.

    Other forms of a word lead to it anyway. An acronym stands for its name, whatever else is there.
    """
    known = _stems(fact.quote) | _stems(fact.statement)
    yield from _without_effect(fact.id, fact.aliases, known)


def topic_aliases_add_words(base: Base) -> Iterator[RuleProblem]:
    """A topic's alias holds a word that its title and the aliases before it lack."""
    for topic in base.topics():
        name = f"{topic.section}.{topic.key}"
        yield from _without_effect(name, topic.aliases, _stems(topic.title))


def _without_effect(
    place: str, aliases: Sequence[str], known: frozenset[str]
) -> Iterator[RuleProblem]:
    for alias in aliases:
        stems = _stems(alias)
        if stems <= known and not (alias.isupper() and alias.isalpha()):
            yield RuleProblem(
                "aliases-add-words",
                place,
                f"the alias {alias!r} finds nothing that other words here do not find",
                "drop it",
            )
        known |= stems


def _stems(text: str) -> frozenset[str]:
    from wp.words import stems_in

    return stems_in(text)


def aliases_of_few(base: Base) -> Iterator[RuleProblem]:
    """An alias of a person's own finds few facts; what is true of many belongs to a topic.

    More than eight facts of one base with the same alias, in several topics, tell nothing apart.
    """
    holders: dict[str, list[Fact]] = {}
    for fact in base.facts():
        for alias in fact.aliases:
            holders.setdefault(alias.lower(), []).append(fact)
    for alias, facts in holders.items():
        topics = {(fact.section, fact.topic) for fact in facts}
        if len(facts) > _MANY_FACTS and len(topics) > 1:
            yield RuleProblem(
                "aliases-of-few",
                facts[0].id,
                f"the alias {alias!r} stands on {len(facts)} facts of {len(topics)} topics",
                "keep it where a reader means just this fact",
            )


def drafts_reviewed(base: Base, fact: Fact) -> Iterator[RuleProblem]:
    """A drafted fact is marked until a person has gone over it."""
    if fact.draft:
        yield RuleProblem(
            "drafts-reviewed", fact.id, "is a draft", "go over it with `wp base review`"
        )


def _figure_problem(
    rule: str, fact: Fact, figure: Figure, problem: str, remedy: str = ""
) -> RuleProblem:
    return RuleProblem(rule, fact.id, f"the figure {figure.text!r} {problem}", remedy)


_BASE_RULES: tuple[Callable[[Base], Iterator[RuleProblem]], ...] = (
    topics_told_apart,
    quotes_told_apart,
    contents_match,
    document_known,
    published_exists,
    topic_aliases_add_words,
    aliases_of_few,
)
_FACT_RULES: tuple[Callable[[Base, Fact], Iterator[RuleProblem]], ...] = (
    context_verbatim,
    figures_printed,
    values_true,
    parts_within_wholes,
    dates_printed,
    dates_exist,
    aliases_add_words,
    drafts_reviewed,
)
