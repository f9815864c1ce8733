"""From an official document to a draft fact base: parted into sections, facts proposed."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from wp.base.draft.facts import facts_of, lead_of
from wp.base.draft.imprint import (
    is_body,
    printed_date,
    printed_paper,
    printed_publisher,
    printed_title,
)
from wp.base.draft.sections import DraftOutline, DraftPassage, DraftSection, outline
from wp.base.draft.source import DraftSource
from wp.base.draft.topics import (
    Above,
    PassageGroup,
    Proposed,
    above_rows,
    groups,
    joined,
    row_fact,
    row_warnings,
)
from wp.base.draft.wording import is_mechanical_title
from wp.base.schema import (
    RawBase,
    RawDocument,
    RawFact,
    RawHeading,
    RawPage,
    RawSection,
    RawTopic,
    slug,
    unique,
)
from wp.model import UNKNOWN_DATE, UNKNOWN_PUBLISHER
from wp.pattern import pattern
from wp.quantities.languages import detect, is_read
from wp.quantities.numbered_dates import with_order
from wp.text import LETTER

_FIRST = 4
_UNKNOWN_LANGUAGE = "und"
# What no base may hold: a file can be called so.
CONTROL = pattern("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
LANGUAGE = pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# What a file's own data give for its title, and is none
_FILE_NAME = pattern(r"\S+\.(?:docx?|html?|indd|odt|pdf|qxd|rtf|txt|xml)", re.IGNORECASE)
_LATIN = pattern(r"[A-Za-zÀ-ɏ]")


class Described(NamedTuple):
    """What the caller knows of the document; what is empty is proposed from its text."""

    id: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    language: str = ""


class Guess(NamedTuple):
    """What is said of the document itself and is not sure, and what to do where it can be said."""

    told: str
    remedy: str


class Drafted(NamedTuple):
    """A draft base's raw data, what a person should know of how it was made, what was guessed."""

    raw: RawBase
    warnings: tuple[str, ...]
    guesses: tuple[Guess, ...]

    @property
    def counts(self) -> tuple[int, int, int]:
        """Sections, topics and facts."""
        sections = self.raw["sections"].values()
        topics = [topic for section in sections for topic in section["topics"].values()]
        return len(sections), len(topics), sum(len(topic["facts"]) for topic in topics)


def document_name(path: Path) -> str:
    """Return a file's name without its suffix, fit for `draft_base`."""
    return " ".join(CONTROL.sub(" ", path.stem).split()) or "document"


def draft_base(source: DraftSource, name: str, described: Described | None = None) -> Drafted:
    """Draft a fact base from a document that was read.

    `name` is the file's name without its suffix: the document's id and title where nothing better
    is known. Deterministic: the same document gives the same base.
    """
    plan = outline(source.blocks)
    warnings = list(source.warnings)
    text = " ".join(passage.text for part in plan.parts for passage in part.passages)
    if not text:
        # Headings alone: each is a line of text.
        passages = tuple(DraftPassage(block.text) for block in source.blocks)
        plan = DraftOutline("", (), (DraftSection("Text", "Text", passages),))
    if plan.left_out:
        warnings.append(
            f"headings without text left out: {len(plan.left_out)}, first “{plan.left_out[0][:60]}”"
        )
    guesses: list[Guess] = []
    document = _document(source, plan, name, described or Described(), text, guesses)
    language, *told = _language_read(document["language"], source)
    warnings += told
    topic_keys: set[str] = set()
    unshown: list[str] = []
    sections = {part.id: _section(part, topic_keys, unshown, language) for part in plan.parts}
    if unshown:
        warnings.append(
            f"subheadings above text without facts left out: {len(unshown)}, first "
            f"“{unshown[0][:60]}”"
        )
    facts = {
        fact["quote"]: fact
        for section in sections.values()
        for topic in section["topics"].values()
        for fact in topic["facts"].values()
    }
    warnings += row_warnings(plan.parts, facts)
    del facts  # of a large document, some megabytes
    raw: RawBase = {"schema_version": 1, "document": document, "sections": sections}
    drafted = Drafted(raw, tuple(warnings), tuple(guesses))
    if not drafted.counts[2]:
        missing = "no sentence has a figure, date, quoted passage or named instrument"
        return drafted._replace(warnings=(*warnings, missing))
    return drafted


def _document(
    source: DraftSource,
    plan: DraftOutline,
    name: str,
    described: Described,
    text: str,
    guesses: list[Guess],
) -> RawDocument:
    said = source.metadata
    lines = _first_lines(plan)
    printed = printed_title(plan.title, lines, source.heads)
    named = "" if _FILE_NAME.fullmatch(said.title) else said.title
    title = described.title or printed or named or printed_paper(lines) or name
    language = described.language or said.language
    if not LANGUAGE.fullmatch(language):
        is_latin = 2 * len(_LATIN.findall(text)) >= len(LETTER.findall(text))
        language = detect(text) or ("en" if is_latin else _UNKNOWN_LANGUAGE)
    published = (
        described.published
        or said.published
        or printed_date(plan, source.heads, _in_order(language, source))
    )
    if not published:
        published = UNKNOWN_DATE
        told = f"no date of publication found: {published} is a stand-in"
        guesses.append(Guess(told, "give --published"))
    publisher = (
        described.publisher
        or said.publisher
        or _publisher(said.author, (plan.title if printed != plan.title else "", *lines), guesses)
    )
    return {
        "id": described.id or slug(name, 8) or slug(title, 6) or "document",
        "title": title,
        "publisher": publisher,
        "published": published,
        "language": language,
        "contents": [_contents(part) for part in plan.parts],
    }


def _in_order(language: str, source: DraftSource) -> str:
    """Return the tag of a language, with the order of day and month that the text shows."""
    return with_order(language, " ".join(block.text for block in source.blocks))


def _language_read(language: str, source: DraftSource) -> tuple[str, ...]:
    """Return the language in which figures are read, and a warning where they may not be."""
    if language == _UNKNOWN_LANGUAGE:
        return "en", "the language is not known: figures and dates are read as English"
    if not is_read(language):
        return language, (
            "figures and dates are read in English, French, German, Spanish and Chinese only: none "
            f"is read in this text ({language})"
        )
    return (_in_order(language, source),)


def _contents(part: DraftSection) -> RawHeading:
    line: RawHeading = {"id": part.id, "title": part.title, "included": True}
    if part.headings:
        line["headings"] = list(dict.fromkeys(part.headings))
    return line


def _section(
    part: DraftSection, topic_keys: set[str], unshown: list[str], language: str
) -> RawSection:
    section: RawSection = {
        "title": part.title,
        "paragraphs": [passage.text for passage in part.passages],
        "topics": _topics(part, topic_keys, unshown, language),
    }
    if pages := _pages(part):
        section["pages"] = pages
    return section


def _topics(
    part: DraftSection, topic_keys: set[str], unshown: list[str], language: str
) -> dict[str, RawTopic]:
    """Propose the topics; `unshown` gets the subheadings that become none."""
    headings = dict.fromkeys(passage.under for passage in part.passages if passage.under)
    if is_mechanical_title(part.title):
        unshown += headings
        return {}
    quotes: set[str] = set()
    proposed = [
        Proposed(group.title, _topic_facts(group, quotes, language), group.by)
        for group in groups(part)
    ]
    topics: dict[str, RawTopic] = {}
    for number, topic in enumerate(joined(proposed, part.title), 1):
        key = unique(slug(topic.title) or f"topic-{number}", topic_keys)
        topic_keys.add(key)
        topics[key] = {"title": topic.title, "facts": topic.facts}
    shown = {topic["title"] for topic in topics.values()}
    unshown += [one for one in headings if one not in shown]
    return topics


def _pages(part: DraftSection) -> list[RawPage]:
    """Return where pages begin in a section's text, each once."""
    pages: list[RawPage] = []
    for paragraph, passage in enumerate(part.passages, 1):
        for offset, page in passage.pages:
            if not pages or pages[-1]["page"] != page:
                pages.append({"paragraph": paragraph, "offset": offset, "page": page})
    return pages


def _topic_facts(group: PassageGroup, quotes: set[str], language: str) -> dict[str, RawFact]:
    """Propose a topic's facts; a sentence that the section printed before is no second fact."""
    facts: dict[str, RawFact] = {}
    lead = ""
    if is_mechanical_title(group.title):
        return facts
    rows = above_rows(group.passages, group.title)
    for passage, above in zip(group.passages, rows, strict=True):
        lead = lead if passage.item else lead_of(passage.text)
        for fact in _passage_facts(passage, lead, above, language):
            if fact["quote"] not in quotes:
                quotes.add(fact["quote"])
                key = unique(slug(fact["quote"]) or f"fact-{len(facts) + 1}", facts)
                facts[key] = fact
    return facts


def _passage_facts(passage: DraftPassage, lead: str, above: Above, language: str) -> list[RawFact]:
    row = passage.row
    if above.names or (row and (row.head or len(row.cells) == 1)):  # one: its columns are not told
        return []
    fact = row_fact(row, passage.text, above, language) if row else None
    return (
        [fact] if fact else facts_of(passage.text, item=passage.item, lead=lead, language=language)
    )


def _first_lines(plan: DraftOutline) -> tuple[str, ...]:
    """Return the lines before the text, headings and first paragraphs of the first two parts."""
    lines = list(plan.front)
    for part in plan.parts[:2]:
        lines += part.headings[:_FIRST]
        lines += [passage.text for passage in part.passages[:_FIRST] if not passage.item]
    return tuple(dict.fromkeys(lines))


def _publisher(author: str, lines: Sequence[str], guesses: list[Guess]) -> str:
    """Return the public body that the file's author field or the first lines name."""
    for name, origin in (
        (author if is_body(author) else "", "the file's author"),
        (printed_publisher(lines), "the lines before the text"),
    ):
        if name:
            told = f"the publisher “{name}” is read from {origin}"
            guesses.append(Guess(told, "give --publisher if it is another"))
            return name
    guesses.append(Guess("the publisher is not known", "give --publisher"))
    return UNKNOWN_PUBLISHER
