"""The search index of fact bases: plain data, made once and stored.

A word of a fact has a weight that sums up where it stands (`FIELD_WEIGHTS`). Words of topics are
kept once a topic, not once a fact.
"""

import marshal
from collections.abc import Iterable, Sequence
from typing import Any

from wp.model import Base, Fact, Period, Section, Topic
from wp.search.acronyms import expansions, initials
from wp.search.layout import WEIGHT_STEPS, Index, Passage
from wp.search.passages import passages
from wp.search.stem import stem
from wp.search.thesaurus import Phrases, kin_of_base
from wp.search.tokens import STOP_WORDS, tokens

FIELD_WEIGHTS = {
    "quote": 1.0,
    "alias": 1.0,
    "statement": 0.6,
    "figure": 0.4,
    "context": 0.35,
    "id": 0.4,
}


def build_index(bases: Sequence[Base]) -> Index:
    """Index every fact and passage of the bases."""
    return Index(index_parts(bases))


def index_parts(bases: Sequence[Base]) -> dict[str, Any]:
    """Return the parts of the index of the bases as plain data; `Index` tells what each holds."""
    builder = _Builder()
    for base in bases:
        for topic in base.topics():
            builder.add_topic(topic)
    for base in bases:
        for section in base.sections:
            builder.add_passages(section)
    return builder.parts()


class _Builder:
    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        self.facts: dict[str, list[int]] = {}
        self.topics: dict[str, list[int]] = {}
        self.ranges: list[tuple[int, int]] = []
        self.names: list[tuple[str, str, str]] = []
        self.sequences: list[str] = []
        self.numbers: list[tuple[int | float, int, str]] = []
        self.periods: list[tuple[str, str, int]] = []
        self.acronyms: dict[str, list[int]] = {}
        self.expansions: dict[str, str] = {}
        self.passages: list[Passage] = []

    def add_topic(self, topic: Topic) -> None:
        """Index a topic's names and its facts."""
        self._add_group(topic.key, (topic.title, *topic.aliases), topic.facts)

    def add_passages(self, section: Section) -> None:
        """Index a section's passages, all of them under the section's title."""
        found = list(passages(section))
        if found:
            self._add_group("", (section.title,), [passage.fact() for passage in found])
            self.passages += found

    def _add_group(self, key: str, names: tuple[str, ...], facts: Iterable[Fact]) -> None:
        number = len(self.ranges)
        phrases = []
        for name in names:
            content = self._content(name)
            phrases.append(_stems(content))
            for word, _ in content:
                numbers = self.topics.setdefault(word, [])
                if not numbers or numbers[-1] != number:
                    numbers.append(number)
        first = len(self.sequences)
        for fact in facts:
            self._add_fact(fact, names, phrases)
        self.ranges.append((first, len(self.sequences)))
        self.names.append((key, names[0], " | ".join(names[1:])))

    def _add_fact(self, fact: Fact, topic_names: Sequence[str], topic_phrases: list[str]) -> None:
        row = len(self.sequences)
        weights: dict[str, float] = {}
        phrases = []
        for field, texts in _fields(fact):
            for text in texts:
                content = self._content(text)
                for word, _ in content:
                    weights[word] = weights.get(word, 0.0) + FIELD_WEIGHTS[field]
                if field in ("quote", "alias", "statement"):
                    phrases.append(_stems(content))
        for compound in compounds(fact.quote):
            self.words.setdefault(compound, stem(compound))
            weights[compound] = weights.get(compound, 0.0) + FIELD_WEIGHTS["quote"]
        for word, weight in weights.items():
            posting = row * 256 + min(255, round(weight * WEIGHT_STEPS))
            self.facts.setdefault(word, []).append(posting)
        self.sequences.append(" | ".join(("", *phrases, *topic_phrases, "")))
        self._add_figures(fact, row)
        for letters in initials(fact.quote):
            self.acronyms.setdefault(letters, []).append(row)
        for name, acronym in expansions(fact.quote, (*fact.aliases, *topic_names)):
            self.expansions[_stems(self._content(name))] = acronym

    def _add_figures(self, fact: Fact, row: int) -> None:
        periods: dict[Period, None] = dict.fromkeys(fact.dates)
        for figure in fact.figures:
            self.numbers.append((figure.value, row, figure.unit))
            for period in (figure.period, figure.context_period):
                if period:
                    periods[period] = None
        spans = dict.fromkeys((p.start or "", p.end or "") for p in periods if p.start or p.end)
        self.periods.extend((start, end, row) for start, end in spans)

    def _content(self, text: str) -> list[tuple[str, str]]:
        """Give the words of a text that carry a subject, each with its stem."""
        content = []
        for word, _, _ in tokens(text):
            if word in STOP_WORDS:
                continue
            stemmed = self.words.get(word)
            if stemmed is None:
                stemmed = self.words[word] = stem(word)
            content.append((word, stemmed))
        return content

    def parts(self) -> dict[str, Any]:
        """Give what was gathered as plain data."""
        stems: dict[str, list[str]] = {}
        for word, stemmed in self.words.items():
            stems.setdefault(stemmed, []).append(word)
        return {
            "rows": len(self.sequences),
            "passages": tuple(map(tuple, self.passages)),
            "first_passage": len(self.sequences) - len(self.passages),
            "words": self.words,
            "stems": _tuples(stems),
            "facts": _tuples(self.facts),
            "topics": _tuples(self.topics),
            "ranges": tuple(self.ranges),
            "names": tuple(self.names),
            "sequences": tuple(self.sequences),
            "numbers": tuple(sorted(self.numbers)),
            "periods": tuple(self.periods),
            "acronyms": _tuples(self.acronyms),
            "expansions": self.expansions,
            "kin": marshal.dumps(kin_of_base(stems.keys(), Phrases("".join(self.sequences)))),
        }


def _tuples(lists: dict[str, list[Any]]) -> dict[str, tuple[Any, ...]]:
    return {key: tuple(members) for key, members in lists.items()}


def _stems(content: list[tuple[str, str]]) -> str:
    return " ".join(stemmed for _, stemmed in content)


def _fields(fact: Fact) -> Iterable[tuple[str, tuple[str, ...]]]:
    yield "quote", (fact.quote,)
    yield "alias", fact.aliases
    yield "statement", (fact.statement,)
    yield "figure", tuple(figure.measures for figure in fact.figures)
    yield "context", (fact.context,)
    if fact.kind == "fact":
        yield "id", (fact.id.rpartition(".")[2],)


def compounds(text: str) -> set[str]:
    """Give hyphened words written as one ("counter-terrorism": counterterrorism)."""
    found = set()
    for piece in text.split():
        if "-" in piece:
            word = piece.strip(".,;:!?()[]\"'“”‘’").lower().removesuffix("'s")
            first, _, second = word.partition("-")
            if first.isalpha() and second.isalpha():
                found.add(first + second)
    return found
