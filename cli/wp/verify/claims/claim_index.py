"""The figures and dated facts of the bases by the words that tell of them, and what words weigh."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from wp.files import line_of
from wp.model import Base, Document, Fact, Period, Section
from wp.pattern import pattern
from wp.quantities.model import Quantity
from wp.quantities.read import dates, significant_digits
from wp.statements import learn, stems
from wp.statements.cell_units import scaled
from wp.text import sentences, squeeze
from wp.verify.claims.countables import (
    Countable,
    Known,
    NamedList,
    are_siblings,
    as_countable,
    as_list,
    as_periods,
)
from wp.words.names import capital_of, countries, lands

Name = TypeVar("Name")
# A word of more figures than this tells none of them apart.
_COMMON = 1000
# "Annual Report 2034", "Budget for 2036", "Bulletin, second quarter of 2031"
_REPORT = pattern(
    r"(?:[\w'’]+,? ){0,5}(?:report|review|budget|bulletin|survey|accounts|statement),? "
    r"(?:[\w/-]+ ){0,3}\d{4}(?:[/–-]\d{2,4})?",
    re.IGNORECASE,
)
_OPENING = 4
_DIGITS = 3
_NONE: frozenset[str] = frozenset()


class ClaimIndex:
    """The figures and dated facts of some bases, found by their words.

    Made once and asked for every sentence of a draft. `words` is what `claim_words` gave for the
    same bases; without it they are read anew.
    """

    def __init__(self, bases: Sequence[Base], words: Mapping[str, Any] | None = None) -> None:
        self.documents: tuple[Document, ...] = tuple(base.document for base in bases)
        self._bases = bases
        self._given = words
        if words:
            learn(words["learnt"])
        self._common: dict[str, frozenset[str]] = {}
        self._kin: dict[str, list[list[str]]] = {}
        self._own_words: dict[int, tuple[frozenset[str], float]] = {}
        self._siblings: dict[int, list[Countable]] = {}
        self._around: dict[tuple[str, str, int], frozenset[str]] = {}

    @cached_property
    def naming(self) -> frozenset[str]:
        """The words that name the documents and who published them, and the days of the week."""
        found: frozenset[str] = self._words["naming"]
        return found

    @cached_property
    def titles(self) -> frozenset[str]:
        """The words of the titles of the documents and their sections, and of the publishers."""
        found: frozenset[str] = self._words["document titles"]
        return found

    def is_kin(self, stem: str, words: frozenset[str]) -> bool:
        """Return whether one of `words` of the bases, or some of them together, say the same as a
        word of that stem: a report that is sent is submitted."""
        return any(map(words.issuperset, self._ways(stem)))

    def _ways(self, stem: str) -> list[list[str]]:
        """Return each way in which words of the bases say the same as a word of that stem."""
        if stem not in self._kin:
            line = line_of(self._words["kin"], stem)
            self._kin[stem] = (
                [way.split(",") for way in line.decode().split("\t")[1:]] if line else []
            )
        return self._kin[stem]

    def strangers(self, sentence: str, known: Known) -> frozenset[str]:
        """Return the countries that a sentence names, and neither the fact nor the document's name.

        A document that names none in its title is of the country that it names most.
        """
        named = countries(sentence)
        told = f"{known.fact.context} | {known.fact.quote}"
        return named and named - countries(told) - self._home

    def lands(self, fact: Fact) -> frozenset[str]:
        """Return the countries that a fact names, or of which it names the capital."""
        return lands(f"{fact.context} | {fact.quote}")

    def is_at_home(self, name: str) -> bool:
        """Return whether a name is that of the documents' country, or of its capital."""
        return bool({*capital_of(name), *countries(name)} & self._home)

    def around(self, fact: Fact) -> frozenset[str]:
        """Return the words of a fact's paragraph and of the one before it, names as printed too."""
        place = fact.document, fact.section, fact.paragraph
        if place not in self._around:
            words = self._section_words.get(place[:2], ())
            near = words[max(fact.paragraph - 2, 0) : fact.paragraph]
            self._around[place] = frozenset[str]().union(*near)
        return self._around[place]

    def section_words(self, fact: Fact) -> frozenset[str]:
        """Return the words of the section that a fact stands in, and of its heading."""
        section = self._by_place.get((fact.document, fact.section))
        words = self._section_words.get((fact.document, fact.section), ())
        return stems(section.title if section else "").union(*words)

    @cached_property
    def _section_words(self) -> dict[tuple[str, str], Sequence[frozenset[str]]]:
        return dict(zip(self._by_place, self._words["paragraphs"], strict=True))

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], Section]:
        return {
            (one.document.id, section.id): section
            for one in self._bases
            for section in one.sections
        }

    def paragraph_of(self, fact: Fact) -> str:
        """Return the paragraph that a fact stands in, its quote where its base has no texts."""
        section = self._by_place.get((fact.document, fact.section))
        return section.paragraphs[fact.paragraph - 1] if section else fact.quote

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        """The paragraphs of the documents."""
        return tuple(
            text for base in self._bases for one in base.sections for text in one.paragraphs
        )

    @cached_property
    def _home(self) -> frozenset[str]:
        titles = " | ".join(f"{one.title} | {one.publisher}" for one in self.documents)
        most: frozenset[str] = self._words["most named"]
        return countries(titles) | most

    def times_before(self, known: Known) -> tuple[Period, ...]:
        """Return the last time that a drafted fact's paragraph names before it, or the sentence
        that opens its list: "In 2035 the Authority intends"."""
        if not known.fact.draft:
            return ()
        return self._times_before[known.id] or _times_in(known.fact.context)

    @cached_property
    def _times_before(self) -> dict[str, tuple[Period, ...]]:
        last: dict[tuple[str, str, int], tuple[Period, ...]] = {}
        found = {}
        for known in self.facts:
            found[known.id] = last.get(_paragraph(known), ())
            if known.periods:
                last[_paragraph(known)] = known.periods
        return found

    def titled(self, fact: Fact) -> tuple[Period, ...]:
        """Return the times that the titles of a fact's section and document name."""
        places = ((fact.document, fact.section), (fact.document, ""))
        return next(filter(None, (self._titled.get(place) for place in places)), ())

    @cached_property
    def _titled(self) -> dict[tuple[str, str], tuple[Period, ...]]:
        named = [(base.document.id, "", _times_of(base)) for base in self._bases]
        named += [
            (base.document.id, section.id, section.title)
            for base in self._bases
            for section in base.sections
        ]
        return {(document, section): _times_in(title) for document, section, title in named}

    def is_printed(self, sentence: str) -> bool:
        """Return whether a sentence stands in the documents word for word, as a whole."""
        plain = _plain(sentence)
        return any(plain in text for text in self._plain_texts) and plain in self._sentences

    @cached_property
    def _plain_texts(self) -> list[str]:
        return [*map(squeeze, self._texts)]

    @cached_property
    def _sentences(self) -> frozenset[str]:
        return frozenset(
            _plain(text[start:end]) for text in self._texts for start, end in sentences(text)
        )

    @cached_property
    def _words(self) -> Mapping[str, Any]:
        if self._given is not None:
            return self._given
        from wp.verify.claims.claim_words import claim_words

        return claim_words(self._bases)

    @cached_property
    def facts(self) -> list[Known]:
        """All facts with their words, in the order of the bases."""
        qualified = len(self._bases) > 1
        facts = (
            (f"{base.document.id}:" * qualified, fact)
            for base in self._bases
            for fact in base.facts()
        )
        return [
            Known(
                prefix + fact.id,
                fact,
                words,
                own,
                fact.periods or as_periods(scope),
                tuple((telling, as_periods(times)) for telling, times in titles),
            )
            for (prefix, fact), words, own, scope, titles in zip(
                facts,
                self._words["facts"],
                self._words["own"],
                self._words["scopes"],
                self._words["titles"],
                strict=True,
            )
        ]

    @cached_property
    def countables(self) -> list[Countable]:
        """All figures, in the order of the bases."""
        figures = ((known, scaled(one)) for known in self.facts for one in known.fact.figures)
        found = [
            as_countable(known, figure, words, self.total(words[0]), self.total(words[1]))
            for (known, figure), words in zip(figures, self._words["figures"], strict=True)
        ]
        if any(one.measure == "GBP" for one in found):  # "£47" and "25.40 pounds" are one money
            found = [one._replace(measure="GBP") if one.measure == "pounds" else one
                     for one in found]  # fmt: skip
        return found

    @cached_property
    def lists(self) -> list[NamedList]:
        """What the documents name one by one."""
        return [as_list(one, self.facts) for one in self._words["lists"]]

    @cached_property
    def _lists_of(self) -> dict[str, list[NamedList]]:
        found: dict[str, list[NamedList]] = defaultdict(list)
        for one in self.lists:
            for kind in one.kinds:
                found[kind].append(one)
        return found

    def lists_of(self, kinds: frozenset[str]) -> list[NamedList]:
        """Return the lists whose things are of one of some kinds, in the order of the base."""
        return [one for kind in sorted(kinds) for one in self._lists_of.get(kind, ())]

    def tells(self, form: str) -> bool:
        """Return whether a paragraph of the documents has what a regular expression finds."""
        return any(re.search(form, text) for text in self._texts)

    @cached_property
    def things(self) -> frozenset[str]:
        """The kinds of thing that the bases count."""
        return frozenset(thing for countable in self.countables for thing in countable.things)

    @cached_property
    def families(self) -> dict[str, list[Countable]]:
        """The figures of each family, in the order of the base."""
        return _grouped(self.countables, lambda one: one.family)

    @cached_property
    def topics(self) -> dict[str, list[Countable]]:
        """The figures of each topic, in the order of the base."""
        return _grouped(self.countables, lambda one: one.topic)

    @cached_property
    def columns(self) -> dict[tuple[str, str], list[Countable]]:
        """The cells of tables, by their topic and unit."""
        cells = (one for one in self.countables if one.is_cell)
        return _grouped(cells, lambda one: (one.topic, one.figure.unit))

    @cached_property
    def measured(self) -> frozenset[str]:
        """The words of what the bases count."""
        return frozenset().union(*(one.own for one in self.countables))

    def is_alone(self, countable: Countable) -> bool:
        """Return whether no other figure of its measure has a figure's value.

        A value of some digits that a table and a sentence both have is one figure told twice, and
        so is one that is told twice with the same words.
        """
        alike = self._values[countable.measure, countable.figure.value]
        cells = sum(one.is_cell for one in alike)
        digits = significant_digits(countable.figure.value)
        if len(alike) == 1 or (digits >= _DIGITS and cells == 1 and len(alike) == cells + 1):
            return True
        return digits > 1 and all(
            2 * len(one.own & countable.own) > min(len(one.own), len(countable.own))
            for one in alike
            if one is not countable
        )

    def twins(self, countable: Countable) -> list[Countable]:
        """Return the other drafted figures that tell a figure's value of some digits, if all that
        have it are one figure told twice."""
        alike = self._values[countable.measure, countable.figure.value]
        told = countable.known.fact.draft and len(alike) > 1 and self.is_alone(countable)
        return [one for one in alike if one is not countable] if told else []

    @cached_property
    def _values(self) -> dict[tuple[str | None, float], list[Countable]]:
        return _grouped(self.countables, lambda one: (one.measure, one.figure.value))

    def with_value(self, quantity: Quantity) -> list[Countable]:
        """Return the figures that have a value, in its own unit."""
        return self._values.get((quantity.unit, quantity.value), [])

    def of_measure(self, measure: str | None) -> list[Countable]:
        """Return the figures of one unit of measure or money."""
        return self._measures.get(measure, [])

    @cached_property
    def _measures(self) -> dict[str | None, list[Countable]]:
        return _grouped(self.countables, lambda one: one.measure)

    def paragraph_words(self, known: Known) -> frozenset[str]:
        """Return the words of the facts of a fact's paragraph, and of its section's title."""
        return known.words.union(*(one.known.words for one in self.beside([known])))

    def beside(self, facts: Iterable[Known]) -> list[Countable]:
        """Return the figures of the paragraphs that some facts stand in."""
        places = dict.fromkeys(map(_paragraph, facts))
        return [one for place in places for one in self._paragraphs.get(place, ())]

    def goes_on(self, facts: frozenset[str], known: Known) -> bool:
        """Return whether a fact stands in the paragraph of one of the facts with these ids."""
        place = _paragraph(known)
        return any(_paragraph(one) == place for fact in facts if (one := self.by_id.get(fact)))

    def of_facts(self, facts: frozenset[str]) -> list[Countable]:
        """Return the figures of the facts with these ids, in the order of the base."""
        return [one for one in self.countables if one.known.id in facts] if facts else []

    @cached_property
    def _paragraphs(self) -> dict[tuple[str, str, int], list[Countable]]:
        return _grouped(self.countables, lambda one: _paragraph(one.known))

    @cached_property
    def by_id(self) -> dict[str, Known]:
        """The facts by their ids."""
        return {known.id: known for known in self.facts}

    def own_words(self, countable: Countable) -> tuple[frozenset[str], float]:
        """Return the words of a figure that not most figures of its topic have, and their
        weight."""
        found = self._own_words.get(id(countable))
        if found is None:
            words = countable.own - self._common_words(countable.topic)
            found = self._own_words[id(countable)] = words, self.total(words)
        return found

    def _common_words(self, topic: str) -> frozenset[str]:
        """Return the words that most figures of a topic have."""
        found = self._common.get(topic)
        if found is None:
            counts = Counter(stem for one in self.topics[topic] for stem in one.own)
            most = len(self.topics[topic]) / 2
            found = frozenset(stem for stem, count in counts.items() if count > most)
            self._common[topic] = found
        return found

    def siblings(self, countable: Countable) -> list[Countable]:
        """Return the figures of one unit that count nearly the same thing.

        Those of the same fact or family, and those of the same topic whose words are half the same.
        A whole and its part are no siblings of each other.
        """
        found = self._siblings.get(id(countable))
        if found is None:
            near = self.topics[countable.topic]
            found = [one for one in near if one is not countable and are_siblings(one, countable)]
            self._siblings[id(countable)] = found
        return found

    def are_contrasted(self, one: str, two: str) -> bool:
        """Return whether two words qualify one noun in different figures: bureau and county
        level."""
        return bool(self._qualifying.get(one, _NONE) & self._qualifying.get(two, _NONE))

    @cached_property
    def _qualifying(self) -> dict[str, frozenset[str]]:
        """The nouns that each qualifier stands before."""
        found: dict[str, set[str]] = defaultdict(set)
        for countable in self.countables:
            for noun, words in countable.frames.items():
                for word in words:
                    found[word].add(noun)
        return {word: frozenset(nouns) for word, nouns in found.items()}

    def weight(self, stem: str) -> float:
        """Return how telling a word is: the rarer in the bases, the heavier."""
        return self._weights[stem]

    @cached_property
    def _weights(self) -> "_Weights":
        return _Weights(self._words["weights"], self._words["unknown"])

    def knows(self, stem: str) -> bool:
        """Return whether any fact of the bases has a word."""
        return stem in self._weights

    def is_common(self, stem: str) -> bool:
        """Return whether one fact in ten has a word: it tells none apart."""
        return self.knows(stem) and self.weight(stem) < self._words["common"]

    def total(self, words: Iterable[str]) -> float:
        """Return the weight of several words."""
        return sum(map(self._weights.__getitem__, words))

    def share(self, said: frozenset[str], known: frozenset[str]) -> float:
        """Return how much of what is said is known; a word of nothing in the bases counts twice."""
        unheard = self.total(word for word in said if not self.knows(word))
        return self.total(said & known) / ((self.total(said) + unheard) or 1.0)

    def counting(self, words: Iterable[str]) -> list[Countable]:
        """Return the figures that share a word with these, in the order of the base."""
        countables = self.countables
        return [countables[number] for number in _sharing(self._words["counting"], words)]

    def dated(self, words: Iterable[str]) -> list[Known]:
        """Return the facts with a date that share a word with these, in the order of the base."""
        return [self.facts[number] for number in _sharing(self._words["dated"], words)]


class _Weights(dict[str, float]):
    """The weight of each word that the bases have, and one for all others."""

    def __init__(self, weights: Mapping[str, float], unknown: float) -> None:
        super().__init__(weights)
        self._unknown = unknown

    def __missing__(self, stem: str) -> float:
        return self._unknown


@lru_cache(maxsize=1024)
def _times_in(text: str) -> tuple[Period, ...]:
    return tuple(one.period for one in dates(text, events=False)) if text else ()


def _paragraph(known: Known) -> tuple[str, str, int]:
    return (known.fact.document, known.fact.section, known.fact.paragraph)


def _times_of(base: Base) -> str:
    """Return a document's title, and the line that tells a report's time: "Annual Report 2034"."""
    opening = base.sections[0].paragraphs[:_OPENING] if base.sections else ()
    lines = [one for one in opening if _REPORT.fullmatch(one)]
    return "\n".join([base.document.title, *lines[:1]])


def _plain(sentence: str) -> str:
    return squeeze(sentence).rstrip(".!?;: ")


def _grouped(
    countables: Iterable[Countable], name: Callable[[Countable], Name]
) -> dict[Name, list[Countable]]:
    groups: dict[Name, list[Countable]] = defaultdict(list)
    for countable in countables:
        groups[name(countable)].append(countable)
    return groups


def _sharing(places: Mapping[str, list[int]], words: Iterable[str]) -> list[int]:
    found: set[int] = set()
    for stem in words:
        listed = places.get(stem, ())
        if len(listed) <= _COMMON:
            found.update(listed)
    return sorted(found)
