"""Review of draft facts: every step is saved at once and can be undone.

A step changes one fact, or all of a kind: accepted (no draft any more), replaced by what a person
made of it, split in two, or dropped. What was written last is compared with the file before each
step, so that another program's change is never written over. The raw data is never changed in
place: what it was before a step shares all that the step left alone.
"""

import json
import re
from collections import deque
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from wp.base import parse
from wp.base.canonical import alone, canonical
from wp.base.load import check_characters, raw_facts, read_checked
from wp.base.rules import RuleProblem, problems
from wp.base.schema import RawBase, RawFact, RawFigure, RawTopic, assemble, unique
from wp.errors import InputError, UsageError
from wp.files import read_bytes, write_text
from wp.model import Base
from wp.pattern import pattern

_BREAK = pattern(r"[;,] (?:and |but |while |which |including )?|: | and (?=[^.]{25})")
_LEAST_PIECE = 15
_UNDONE_AT_MOST = 500
_OF_THE_WHOLE = ("drafts-reviewed", "parts-within-wholes", "contents-match", "document-known")


class FactPlace(NamedTuple):
    """Where a fact stands in a base."""

    section: str
    topic: str
    key: str

    def __str__(self) -> str:
        return ".".join(self)


class DraftKind(NamedTuple):
    """Drafts that are settled alike, and what they are: "below “Table 1. Catch”"."""

    name: str
    places: tuple[FactPlace, ...]


class Review:
    """A base under review: what is left of its drafts, and the steps that settle one of them."""

    def __init__(self, path: Path) -> None:
        """Open a base; InputError when it is none."""
        self.path = path
        self._content = read_bytes(path)
        self.raw, _, _ = read_checked(path, self._content)
        self._before: deque[RawBase] = deque(maxlen=_UNDONE_AT_MOST)

    def drafts(self) -> list[FactPlace]:
        """Return the places of the facts that are drafts, in the order of the base."""
        return [
            FactPlace(section, topic, key)
            for section, topic, key, fact in raw_facts(self.raw)
            if fact.get("draft")
        ]

    def fact(self, place: FactPlace) -> RawFact:
        """Return a fact's raw data."""
        return self._topic(place)["facts"][place.key]

    def alone(self, place: FactPlace) -> Base:
        """Return a base that holds this one fact and its section's text, to be shown."""
        return self._checked(place, {place.key: self.fact(place)})

    def problems(self, place: FactPlace) -> list[RuleProblem]:
        """Return the rules that a fact breaks, those that concern the whole base left out."""
        return [p for p in problems(self.alone(place)) if p.rule not in _OF_THE_WHOLE]

    def kind(self, place: FactPlace) -> "DraftKind":
        """Return the drafts that are of a kind with one: rows of its table, else of its topic.

        The rows of a table have the same words above them for their context.
        """
        drafts = [other for other in self.drafts() if other[:2] == place[:2]]
        above = self.fact(place).get("context")
        rows = [other for other in drafts if above and self.fact(other).get("context") == above]
        if len(rows) > 1:
            return DraftKind(f"below “{above}”", tuple(rows))
        return DraftKind(f"of the topic “{self._topic(place)['title']}”", tuple(drafts))

    def accept(self, *places: FactPlace) -> None:
        """Mark facts as gone over."""
        accepted: dict[FactPlace, dict[str, RawFact]] = {}
        for place in places:
            accepted[place] = {place.key: _accepted(self.fact(place))}
        self._settle(accepted)

    def drop(self, *places: FactPlace) -> None:
        """Take facts out; a topic that has none left goes with them."""
        self._settle({place: {} for place in places})

    def undo(self) -> bool:
        """Take the last step back; tell whether there was one."""
        if not self._before:
            return False
        with alone(self.path):
            self._save(self._before[-1])
        self._before.pop()
        return True

    def split(self, place: FactPlace) -> list[FactPlace]:
        """Part a fact in two drafts at a clause; no places where it has none to part at."""
        halves = split_fact(self.fact(place))
        if halves is None:
            return []
        second = unique(f"{place.key}-2", self._topic(place)["facts"])
        return self.replace(place, dict(zip((place.key, second), halves, strict=True)))

    def text(self, place: FactPlace) -> str:
        """Return a fact as JSON to be edited: an object of one key."""
        fact = _accepted(self.fact(place))
        return json.dumps({place.key: fact}, ensure_ascii=False, indent=2) + "\n"

    def edit(self, place: FactPlace, text: str) -> list[FactPlace]:
        """Put edited JSON in a fact's place: one fact or several, drafts still; gives their places.

        UsageError for text that is no JSON object of facts, InputError for facts that would not
        load; the base is unchanged then.
        """
        edited = Path("the edited fact")
        try:
            facts = parse(edited, text.encode("utf-8", "surrogatepass"))
            check_characters(edited, facts, ())
        except InputError as error:
            raise UsageError(str(error)) from None
        if not all(isinstance(fact, dict) for fact in facts.values()):
            raise UsageError("the edited text is not an object of facts by key")
        if not facts:
            raise UsageError("the edited text holds no fact", remedy="press d to drop it")
        return self.replace(place, facts)

    def replace(self, place: FactPlace, facts: dict[str, RawFact]) -> list[FactPlace]:
        """Put facts, as drafts, in the place of one; InputError when they would not load."""
        others = set(self._topic(place)["facts"]) - {place.key}
        taken = sorted(others & set(facts))
        if taken:
            raise UsageError(
                f"the topic has a fact {taken[0]!r} already", remedy="choose another key"
            )
        drafts: dict[str, RawFact] = {key: {**fact, "draft": True} for key, fact in facts.items()}
        self._checked(place, drafts)
        self._settle({place: drafts})
        return [place._replace(key=key) for key in facts]

    def _topic(self, place: FactPlace) -> RawTopic:
        return self.raw["sections"][place.section]["topics"][place.topic]

    def _checked(self, place: FactPlace, facts: dict[str, RawFact]) -> Base:
        section = self.raw["sections"][place.section]
        topic: RawTopic = {**self._topic(place), "facts": facts}
        raw: RawBase = {
            **self.raw,
            "sections": {place.section: {**section, "topics": {place.topic: topic}}},
        }
        return assemble(*read_checked(self.path, canonical(raw).encode()))

    def _settle(self, settled: Mapping[FactPlace, dict[str, RawFact]]) -> None:
        """Put facts in the places of others, in their order, and save."""
        before = self.raw
        sections = dict(before["sections"])
        for section, topic in dict.fromkeys(place[:2] for place in settled):
            topics = dict(sections[section]["topics"])
            facts = _replaced(FactPlace(section, topic, ""), topics[topic]["facts"], settled)
            topics[topic] = {**topics[topic], "facts": facts}
            if not facts:
                del topics[topic]
            sections[section] = {**sections[section], "topics": topics}
        with alone(self.path):
            self._save({**before, "sections": sections})
        self._before.append(before)

    def _save(self, raw: RawBase) -> None:
        if read_bytes(self.path) != self._content:
            raise InputError(
                self.path,
                "was changed by another program during the review",
                remedy="start the review again; every step before this one is saved",
            )
        text = canonical(raw)
        write_text(self.path, text)
        self._content = text.encode()
        self.raw = raw


def _accepted(fact: RawFact) -> RawFact:
    """Return a fact that is no draft."""
    accepted = fact.copy()
    accepted.pop("draft", None)
    return accepted


def _replaced(
    topic: FactPlace, facts: dict[str, RawFact], settled: Mapping[FactPlace, dict[str, RawFact]]
) -> dict[str, RawFact]:
    """Return a topic's facts with some of them replaced by others."""

    def stands_for(key: str) -> Iterable[tuple[str, RawFact]]:
        place = topic._replace(key=key)
        return settled[place].items() if place in settled else [(key, facts[key])]

    return {key: fact for old in facts for key, fact in stands_for(old)}


def split_fact(fact: RawFact) -> tuple[RawFact, RawFact] | None:
    """Part a fact at the clause break that shares out its figures best, else nearest the middle.

    The statements become the pieces of the quote; aliases stay with the first. None when the quote
    has no place to be parted at.
    """
    quote: str = fact["quote"]
    figures = fact.get("figures", [])
    best: tuple[int, int, re.Match[str]] | None = None
    for match in _BREAK.finditer(quote):
        if min(match.start(), len(quote) - match.end()) < _LEAST_PIECE:
            continue
        one, two = quote[: match.start()], quote[match.end() :]
        first = sum(figure["text"] in one for figure in figures)
        second = sum(figure["text"] in two and figure["text"] not in one for figure in figures)
        if first + second < len(figures):
            continue  # the break would cut a figure
        rank = (abs(first - second), abs(match.start() - len(quote) // 2), match)
        if best is None or rank[:2] < best[:2]:
            best = rank
    if best is None:
        return None
    one, two = quote[: best[2].start()], quote[best[2].end() :]
    return _piece(fact, one, ""), _piece(fact, two, one, aliases=False)


def _piece(fact: RawFact, quote: str, before: str, *, aliases: bool = True) -> RawFact:
    """Make the fact of a piece; what only the piece before it says becomes its context."""

    def here(text: str) -> bool:
        return text in quote and not (before and text in before)

    statement = quote.rstrip(".;:, ")
    piece: RawFact = {"statement": statement[0].upper() + statement[1:], "quote": quote}
    context = before or fact.get("context", "")
    if context:
        piece["context"] = context
    if aliases and fact.get("aliases"):
        piece["aliases"] = fact["aliases"]
    figures = [
        _figure(figure, quote, context)
        for figure in fact.get("figures", [])
        if here(figure["text"])
    ]
    dates = [date for date in fact.get("dates", []) if here(date["text"])]
    if figures:
        piece["figures"] = figures
    if dates:
        piece["dates"] = dates
    return piece


def _figure(figure: RawFigure, quote: str, context: str) -> RawFigure:
    """Keep a figure's period where the piece prints it; else it comes from the context."""
    period = figure.get("period")
    if period is None or period["text"] in quote:
        return figure
    rest = figure.copy()
    del rest["period"]
    return {**rest, "context_period": period} if period["text"] in context else rest
