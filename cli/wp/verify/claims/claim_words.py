"""The words of the facts of some bases, read once and kept as plain data for `claim_index`, with
those by which a draft may tell the same."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import count
from math import log
from typing import Any

from wp.english import WEEKDAYS
from wp.model import Base, Fact, Figure
from wp.pattern import pattern
from wp.quantities.read import dates
from wp.statements import learnt, stems
from wp.statements.listed import listed, may_list
from wp.statements.read import read_statement, without_ages
from wp.statements.roles import part_of_cell, spell_of
from wp.statements.said import Said, frames, months_of, said_of, telling_words
from wp.text import sentences
from wp.words.dictionary import closest, lines_with
from wp.words.names import acronyms, countries, expansions, letters_of

_QUOTED = pattern(r"[\"“][^\"“”]*[\"”]")
_DIGIT = pattern(r"\d")
# "the centenary of the PRC (founded in 1949)" dates the PRC
_NOT_DATED = pattern(r"^[^()]*\bof (?=[^()]*\([^()]*\b\d{4}\)$)")
_NAME = pattern(r"\b[A-Z][\w’'-]+")
_OPENING, _LINE = 3, 200  # the lines that may open a document, and their longest
_STEPS = 2**20
_SOURCES = (
    f"{' '.join(WEEKDAYS)} yesterday today office ministry government department agency "
    "authorities officials spokesman release document bulletin"
)
Scope = tuple[str, str | None, str | None]
# Where a list stands (document, section, paragraph, sentence) and the facts of that sentence, its
# noun and kinds, its things as printed and as words, whether it is whole, what it is a bracket of,
# and the words of its clause beside it.
ListedWords = tuple[
    tuple[str, str, int, str], tuple[int, ...], str, frozenset[str], str,
    tuple[frozenset[str], ...], bool, frozenset[str], frozenset[str],
]  # fmt: skip


def claim_words(bases: Sequence[Base]) -> dict[str, Any]:
    """Read the words of the facts of some bases, as plain data that can be kept.

    `facts` are the stems of each fact, `figures` what is said of each figure, in the order of the
    bases; `weights` tells how telling a stem is, `unknown` that of any other, `common` that of one
    which a tenth of the facts have; `counting` and `dated` give the numbers of the figures, and of
    the facts with a date, that a stem leads to.
    Aliases and topic titles lead to a figure too; they are no words of it. `paragraphs` are the
    stems and names of those of each section, `most named` is the country that most of them name;
    `document titles` are the stems of titles, those of sections too, and publishers, `naming` what
    names a document; `kin` is for `ClaimIndex.is_kin`, `learnt`, what has been worked out of words,
    for `terms.learn`.
    """
    told, texts = _of_facts(bases), _of_texts(bases)
    facts = told["facts"]
    frequency = Counter(stem for words in facts for stem in words)
    weights = {stem: _rarity((len(facts) + 1) / (count + 1)) for stem, count in frequency.items()}
    paragraphs = (words for section in texts["paragraphs"] for words in section)
    return {
        **told,
        **texts,
        "weights": weights,
        "common": _rarity(10),
        # A word that the bases lack is as often another word for one that they have.
        "unknown": _rarity(len(facts) + 1) / 2,
        "learnt": learnt(),  # before the words of the whole thesaurus are
        "kin": _kin_of(texts["naming"].union(*facts, *paragraphs)),
    }


def _of_facts(bases: Sequence[Base]) -> dict[str, Any]:
    """Read the words of the facts and of their figures, and what these words lead to."""
    facts: list[frozenset[str]] = []
    figures: list[tuple[Any, ...]] = []
    own: list[frozenset[str]] = []
    scopes: list[tuple[Scope, ...]] = []
    titles: list[tuple[tuple[frozenset[str], tuple[Scope, ...]], ...]] = []
    counting: dict[str, list[int]] = {}
    dated: dict[str, list[int]] = {}
    for base in bases:
        names = _full_names(base)
        for topic in base.topics():
            of_topic = stems(topic.title, *topic.aliases)
            for fact in topic.facts:
                words = _named_in_full(_words_of(fact), names)
                leading = words | of_topic | stems(*fact.aliases)
                if fact.periods or _scope(fact.quote):
                    _list(dated, leading, len(facts))
                for said in _said(fact, base.document.language):
                    _list(counting, said[0] | leading, len(figures))
                    figures.append(said)
                facts.append(words)
                own.append(_named_in_full(stems(_dated(fact.quote), fact.statement), names))
                scopes.append(_scope(fact.quote) if not fact.periods else ())
                titles.append(_titles(fact.quote))
    return {
        "facts": facts,
        "own": own,
        "scopes": scopes,
        "titles": titles,
        "lists": [*_lists(bases)],
        "figures": figures,
        "counting": counting,
        "dated": dated,
    }


def _of_texts(bases: Sequence[Base]) -> dict[str, Any]:
    """Read the words of the paragraphs, and those that name the documents."""
    documents = [base.document for base in bases]
    titled = stems(*(name for one in documents for name in (one.title, one.publisher)))
    sections = [section for base in bases for section in base.sections]
    texts = [[*section.paragraphs] for section in sections]
    return {
        "paragraphs": [
            [stems(text).union(_NAME.findall(text)) for text in section] for section in texts
        ],
        "document titles": titled | stems(*(section.title for section in sections)),
        "naming": titled | stems(_SOURCES, *map(_letterhead, bases)),
        "most named": _most_named(text for section in texts for text in section),
    }


def _letterhead(base: Base) -> str:
    """Return the names in the lines that open a drafted document: whose it is, and where."""
    drafted = any(fact.draft for fact in base.facts())
    lines = base.sections[0].paragraphs[:_OPENING] if drafted and base.sections else ()
    heads = (line for line in lines if len(line) <= _LINE and not line.endswith((".", ":")))
    return "\n".join(name for line in heads for name in _NAME.findall(line))


def _most_named(texts: Iterable[str]) -> frozenset[str]:
    """Return the country that most texts name; none where two are named as often."""
    named = Counter(country for text in texts for country in countries(text)).most_common(2)
    tied = len(named) > 1 and named[0][1] == named[1][1]
    return frozenset(name for name, _ in named[:1] if not tied)


def _full_names(base: Base) -> dict[str, frozenset[str]]:
    """Return the names in full that the letters of a base stand for: "CPC", "SCO (Shanghai …)"."""
    texts = [paragraph for section in base.sections for paragraph in section.paragraphs]
    texts += [figure.measures for fact in base.facts() for figure in fact.figures]
    names: dict[str, set[str]] = {one.lower(): set() for text in texts for one in acronyms(text)}
    for text in texts:
        for name, letters in expansions(text):
            names[letters].add(name)
    for letters, found in names.items():
        for line in lines_with(letters):
            if letters in line.words:
                found.update(one for one in line.words if letters_of(one).lower() == letters)
    return {
        stem: stems(*found) for letters, found in names.items() if found for stem in stems(letters)
    }


def _named_in_full(words: frozenset[str], names: dict[str, frozenset[str]]) -> frozenset[str]:
    """Add what is said of a name by its letters alone: "the CPC" is the Communist Party."""
    return words.union(*(names[word] for word in words & names.keys()))


def _said(fact: Fact, language: str) -> list[tuple[Any, ...]]:
    """Read what a fact's quote says of each of its figures, as plain data."""
    if not fact.figures:
        return []
    statement = without_ages(read_statement(fact.quote, language=language))
    said = said_of(fact.quote, statement, telling_words(fact.quote, statement))
    free = [
        (stated.quantity.value, one) for stated, one in zip(statement.figures, said, strict=True)
    ]
    # A curator gives the neighbour that a quote leans on; a draft has what stands before it.
    around = _scope(fact.context) if fact.context and not fact.draft else ()
    around = around if len(around) == 1 else ()
    found = []
    for figure in fact.figures:
        place = next((n for n, (value, _) in enumerate(free) if value == figure.value), None)
        found.append(
            _figure_words(
                figure, free.pop(place)[1] if place is not None else None, around, fact.is_row
            )
        )
    return found


def _figure_words(
    figure: Figure, said: Said | None, around: tuple[Scope, ...] = (), row: bool = False
) -> tuple[Any, ...]:
    own = stems(figure.measures, figure.text, figure.unit)
    # "Hotels and inns, Non-residents": the label does not qualify the head.
    framed = frames(figure.measures.replace(",", ";") if row else figure.measures)
    # "Annual inflation fell to … in May": a draft's whole clause tells of more than the figure.
    spell = spell_of(figure.unit) or ("" if "…" in figure.measures else spell_of(figure.measures))
    scope = () if figure.time else _scope(figure.measures) or around
    if said is None:
        return own, frozenset(), framed, "level", 0, spell, months_of(figure.measures), scope, False
    for noun, qualifiers in said.frames.items():
        framed[noun] = framed.get(noun, qualifiers) | qualifiers
    part = part_of_cell(figure.measures, figure.value) if row else said.part
    return (
        own, said.clause, framed, *part, spell or said.spell, said.months, scope, said.denied,
    )  # fmt: skip


def _scope(text: str) -> tuple[Scope, ...]:
    """Read the dates of what is told, where no date says when: "dating from 1949 to 2012".

    Dates in quotation marks are a title's.
    """
    return _times(_QUOTED.sub(lambda found: " " * len(found[0]), text))


def _lists(bases: Sequence[Base]) -> Iterator[ListedWords]:
    """Read what the texts count by naming it, be it in a fact or not."""
    numbers = count()
    for base in bases:
        facts: dict[tuple[str, int], list[tuple[int, Fact]]] = defaultdict(list)
        for fact, number in zip(base.facts(), numbers, strict=False):
            facts[fact.section, fact.paragraph].append((number, fact))
        for section in base.sections:
            for place, text in enumerate(section.paragraphs, 1):
                for start, end in sentences(text) if may_list(text) else ():
                    at = base.document.id, section.id, place, text[start:end]
                    yield from _lists_of(at, facts[section.id, place])


def _lists_of(
    at: tuple[str, str, int, str], facts: Sequence[tuple[int, Fact]]
) -> Iterator[ListedWords]:
    """Read the lists of the sentence at a place; the facts that print its things come first."""
    for one in listed(at[3]):
        inside = [(number, fact.quote) for number, fact in facts if fact.quote in at[3]]
        inside.sort(key=lambda fact: one.members[0] not in fact[1])
        members = tuple(stems(member) | countries(member) for member in one.members)
        near, text = tuple(number for number, _ in inside), ", ".join(one.members)
        told, beside = stems(one.told), stems(one.beside)
        yield at, near, one.noun, one.kinds, text, members, one.is_whole, told, beside


def _titles(text: str) -> tuple[tuple[frozenset[str], tuple[Scope, ...]], ...]:
    """Read the dated titles that a text quotes: "2017-2018 Action Plan"."""
    quoted = [found[0] for found in _QUOTED.finditer(text) if _DIGIT.search(found[0])]
    return tuple((stems(one), times) for one in quoted if (times := _times(one)))


def _times(text: str) -> tuple[Scope, ...]:
    return tuple(
        (one.text, one.period.start, one.period.end)
        for one in dates(text, events=False)
        if one.period.start or one.period.end
    )


def _list(places: dict[str, list[int]], words: Iterable[str], number: int) -> None:
    for stem in words:
        places.setdefault(stem, []).append(number)


def _rarity(facts: float) -> float:
    """Return how telling a word is that one of so many facts has.

    In steps of a binary fraction, sums of which are exact: they are the same in whatever order a
    set gives its words, and so is every verdict, in every run.
    """
    return round(log(1 + facts) * _STEPS) / _STEPS


def _words_of(fact: Fact) -> frozenset[str]:
    measured = (figure.measures for figure in fact.figures)
    return stems(_dated(fact.quote), fact.statement, fact.context, *measured)


def _dated(quote: str) -> str:
    """Return what a quote tells, without what leads to a name that a year in brackets dates."""
    return _NOT_DATED.sub("", quote)


# The source's verb | those that say the same of it | the things of which they do; none: of any.
_SAID_OF = (
    "submit | send deliver hand handed to transmit reach |",
    "approve | accept |",
    "answer | deal with dealt with | enquiry inquiry call question request letter",
    "employee | employ |",
    "member | enrol enroll | party union association",
    "solve | settle | case",
    "arrest | hold held catch caught | suspect people fugitive criminal",
    "sign | strike struck agree | treaty agreement contract deal",
    "seize | bring in brought in haul | narcotic chemical weapon good",
    "accede | join bind bound sign up | convention treaty covenant protocol",
    "establish | lay down laid down lay laid set | principle rule standard norm procedure",
    "send | lend lent post supply provide assign | soldier troop peacekeeper personnel team police",
    "build | raise muster assemble | force army troop unit corps",
    "bring back | track retrieve fetch recapture | fugitive suspect criminal",
    "fugitive | flee fled hide hid hidden run escape | abroad country region",
    "put forward | air moot raise present bring up brought up launch | idea concept vision",
    "expand | elaborate develop enlarge broaden | idea concept vision plan theme",
    "in effect | survive outlive outlast live stand bind | document rule law decree treaty",
)


def _kin_of(vocabulary: frozenset[str]) -> bytes:
    """Return a line for each stem that a draft may use, with those of a base that say the same,
    for `line_of`: ways parted by tabs, in each the stems, parted by commas, that say it together.

    `vocabulary` are the stems of the base.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for stem, words in _kin():
        if words <= vocabulary:
            found[stem].add(",".join(sorted(words)))
    lines = ("\t".join((stem, *sorted(ways))).encode() for stem, ways in found.items())
    return b"".join(line + b"\n" for line in sorted(lines, key=lambda one: one.split(b"\t")[0]))


@cache
def _kin() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return each stem with stems that together say the same: the same for every base."""
    return tuple(_pairs_of_kin())


def _pairs_of_kin() -> Iterator[tuple[str, frozenset[str]]]:
    for line in _SAID_OF:
        verb, others, things = map(stems, line.split(" |"))
        for other in others - verb:
            yield from ((other, verb | {thing}) for thing in things)
            if not things:
                yield other, verb
    for one in lines_with(""):
        told = [*filter(None, map(stems, one.words))]
        for stem in frozenset[str]().union(*told):
            yield from ((stem, words) for words in told)
    for stem, near in closest():
        for other in near:
            yield stem, frozenset((other,))
