"""Facts as a table for people: place, statement, quotation with its figures, id to use next."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from rich.console import Group, RenderableType
from rich.text import Text

from wp.cite import heading, pages
from wp.cite.markup import safe_url
from wp.library import Library
from wp.model import Fact, Section, Topic
from wp.safe import one_line, printable
from wp.search import Answer, Hit
from wp.show import terminal
from wp.show.ruled import RuledRow, RuledRows
from wp.show.terminal import document_line
from wp.text import find_printed

Spans = Iterable[tuple[int, int]]

_HEAD = RuledRow((Text("Place"),), (Text("The document’s words stand in “ ”"),))
_LONG_BEGINNING = 40
_BRIEF = 110
_OURS = "Our summary: "


def place_of(fact: Fact, *, named: bool = False) -> str:
    """Return a fact's place in the document: "VI ¶4"; `named` puts the document's id before it."""
    place = place_name(fact.section, fact.paragraph)
    return f"{fact.document}: {place}" if named else place


def place_name(section: str, paragraph: int) -> str:
    """Return a place in a document as a table prints it: "VI ¶4"."""
    return f"{_short(section)} ¶{paragraph}"


def _short(section: str) -> str:
    """Shorten a section's name where it stands beside a paragraph number."""
    return section if len(section) <= 5 else section[:4] + "."


def quotation(fact: Fact, matched: Spans = ()) -> Text:
    """Draw a quote in quotation marks, its figures standing out, the matched words marked."""
    quote = printable(fact.quote)
    text = Text(f"“{quote}”", style=terminal.QUOTE)
    for figure in fact.figures:
        if (at := find_printed(figure.text, quote)) >= 0:
            text.stylize(terminal.FIGURE, at + 1, at + 1 + len(figure.text))
    for start, end in matched:
        text.stylize(terminal.MATCHED, start + 1, end + 1)
    return text


def summary(fact: Fact) -> Text:
    """Draw the summary that a fact has, marked as our words: no part of the document."""
    return Text(f"{_OURS}{printable(fact.summary)}", style=terminal.OURS)


def id_line(library: Library, fact: Fact) -> Text:
    """Draw a fact's id, marked where nobody has gone over the fact yet, or a passage's place.

    It is in one piece, to be copied, and on a terminal a link to the passage.
    """
    section = library.section_of(fact)
    line = Text(no_wrap=True, overflow="ignore")
    address = safe_url(section.link(fact) or section.url)
    line.append_text(terminal.link(library.qualify(fact), address, terminal.FACT_ID))
    if fact.draft:
        line.append("  draft", style=terminal.HINT)
    if fact.kind == "passage":
        line.append("  passage", style=terminal.HINT)
    return line


def with_new_contexts(facts: Iterable[Fact]) -> Iterator[tuple[Fact, str]]:
    """Yield facts, each with that part of its context that was not just read above it."""
    read = ""
    for fact in facts:
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(read, fact.context, strict=False))
        begun = sum(1 for _ in alike)
        rest = fact.context[begun if begun > _LONG_BEGINNING else 0 :].strip(" ,;")
        yield fact, "" if rest.strip(".") in read else rest
        read = f"{fact.context} {fact.quote}".strip()


def _row(library: Library, fact: Fact, context: str, hit: Hit | None = None) -> RuledRow:
    """Draw a fact; one that was found with the words it was found by, and its document."""
    beside = []
    if context:
        beside.append(Text(f"… {printable(context)}", style=terminal.HINT))
    beside.append(quotation(fact, spans_of(hit) if hit else ()))
    if fact.summary:
        beside.append(summary(fact))
    beside.append(id_line(library, fact))
    if hit:
        beside += [Text(told, style=terminal.HINT) for told in filter(None, (why(hit),))]
        beside += document_line(library, fact.document)
    place = place_of(fact)
    section = library.section_of(fact)
    if page := section.page(fact.start, fact.end):
        place = f"{place} {pages(page)}"
    return RuledRow((Text(place, style=terminal.PLACE),), tuple(beside))


def answer_view(library: Library, answer: Answer) -> RenderableType:
    """Draw the facts that a search found, best first, what was taken for what, and how many."""
    parts: list[RenderableType] = []
    if answer.corrections:
        told = "; ".join(
            f"no “{one_line(typed)}”: taken as “{found}”" for typed, found in answer.corrections
        )
        parts.append(Text(told, style=terminal.HINT))
    parts.append(_hits_table(library, answer.hits))
    if answer.total > len(answer.hits):
        parts.append(
            Text(f"{len(answer.hits)} of {answer.total}; --all shows the rest", style=terminal.HINT)
        )
    return Group(*parts)


def near_view(library: Library, near: Iterable[Hit], *, briefly: bool) -> RenderableType:
    """Draw what comes closest to a query that nothing answers; `briefly` some words of each."""
    told = Text("Closest, which may not answer:", style=terminal.HINT)
    if not briefly:
        return Group(told, _hits_table(library, near))
    rows = []
    for hit in near:
        place = Text(place_of(hit.fact, named=len(library.bases) > 1), style=terminal.PLACE)
        words = Text(f"“{one_line(hit.fact.quote, _BRIEF)}”")
        rows.append(RuledRow((place,), (words, id_line(library, hit.fact)), joined=True))
    return Group(told, RuledRows(None, rows))


def _hits_table(library: Library, hits: Iterable[Hit]) -> RuledRows:
    found = list(hits)
    told = with_new_contexts(hit.fact for hit in found)
    rows = [
        _row(library, fact, context, hit) for hit, (fact, context) in zip(found, told, strict=True)
    ]
    return RuledRows(_HEAD, rows)


def why(hit: Hit) -> str:
    """Return what a fact was found by that its quote and statement do not show: an alias, a topic.

    Empty where the words marked in the quote say it.
    """
    hidden = [
        match
        for match in hit.matches
        if not match.spans and match.field not in ("quote", "statement", "figure", "date")
    ]
    fields = {"id": "name", "section": "section title", "topic": "topic", "topic alias": "topic"}
    told = [f"“{one_line(m.found, 40)}” ({fields.get(m.field, m.field)})" for m in hidden]
    return f"found by {', '.join(dict.fromkeys(told))}" if told else ""


def spans_of(hit: Hit) -> list[tuple[int, int]]:
    """Return the spans of a found fact's quote that the query matched."""
    return [span for match in hit.matches for span in match.spans]


def section_view(library: Library, section: Section) -> RenderableType:
    """Draw a section: its title and link, then topic by topic its facts."""
    lines = [Text(printable(heading(section)), style="bold")]
    lines += document_line(library, section.document)
    if section.url:
        lines.append(link_line(section))
    parts: list[RenderableType] = [Group(*lines)]
    parts += [
        _topic(library, topic, headed=number == 0) for number, topic in enumerate(section.topics)
    ]
    return Group(*parts)


def topic_view(library: Library, topic: Topic) -> RenderableType:
    """Draw a topic: its title and key, its document where there are several, then its facts."""
    return _topic(library, topic, *document_line(library, topic.document))


def _topic(
    library: Library, topic: Topic, *under_title: Text, headed: bool = True
) -> RenderableType:
    """Draw a topic's facts in two columns: the place, and quotation, our summary and id.

    `headed` puts names over the columns. A context that was just read above is not told again.
    """
    title = Text.assemble(
        "\n", (printable(topic.title), terminal.HEADING), "  ", (topic.key, terminal.FACT_ID)
    )
    rows = [_row(library, fact, context) for fact, context in with_new_contexts(topic.facts)]
    return Group(title, *under_title, RuledRows(_HEAD if headed else None, rows))


def link_line(section: Section) -> Text:
    """Draw a section's web address, and say so where it has not been confirmed."""
    text = Text(no_wrap=True, overflow="ignore")
    text.append_text(terminal.link(section.url, safe_url(section.url), terminal.HINT))
    if not section.url_confirmed:
        text.append(" (address inferred, not confirmed)", style=terminal.HINT)
    return text
