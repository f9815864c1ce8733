"""Making the search index of fact bases: every fact and passage is read once.

A word of a fact has a weight that sums up where it stands (`FIELD_WEIGHTS`). Words of topics are
kept once a topic, not once a fact. Each stretch of text between spaces is taken apart only once:
no word of `wp.words` holds a space, so the words of a text are those of its stretches, and
the initials of names are those of the stretches in a row.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Sequence
from functools import partial
from itertools import chain, pairwise
from sys import intern
from typing import Any, NamedTuple

from wp.model import Base, Fact, Topic
from wp.search import texts_of
from wp.search.index_layout import WEIGHT_STEPS, Index, IndexedPassage, TopicRows
from wp.search.passages import passages
from wp.words import STOP_WORDS, stem, tokens
from wp.words.dictionary import Group, groups
from wp.words.names import capitals, initials

_MARKS = '.,;:!?()"'


class WordPiece(NamedTuple):
    """What a stretch without spaces holds.

    The words that carry a subject, their stems parted by spaces, the initials of capitalised words
    with a space for whatever ends a name, and a hyphenated word written as one.
    """

    words: tuple[str, ...]
    stems: str
    capitals: str
    compound: str


class Pieces(dict[str, WordPiece]):
    """Takes stretches apart; what is known of each is kept, and the stem of each word."""

    def __init__(self) -> None:
        super().__init__()
        self.stems: dict[str, str] = {}

    def of(self, text: str) -> list[WordPiece]:
        """Return the pieces of a text."""
        return [self[piece] for piece in text.split()]

    def __missing__(self, piece: str) -> WordPiece:
        # One object for a word wherever it is printed: millions of look-ups are faster.
        words = tuple(intern(word) for word in _words(piece) if word not in STOP_WORDS)
        joined = _compound(piece) if "-" in piece else ""
        stems = " ".join(map(self._stem, words))
        if joined:
            self._stem(joined)
        found = self[piece] = WordPiece(words, stems, capitals(piece), joined)
        return found

    def _stem(self, word: str) -> str:
        stemmed = self.stems.get(word)
        if stemmed is None:
            stemmed = self.stems[word] = stem(word)
        return stemmed


def _joined_stems(pieces: list[WordPiece]) -> str:
    """Return the stems of a text in order, parted by spaces."""
    return " ".join(piece.stems for piece in pieces if piece.stems)


def _words(piece: str) -> list[str]:
    bare = piece.strip(_MARKS)
    if bare.isascii() and bare.isalpha():
        return [bare.lower()]
    return [token.text for token in tokens(piece)]


def _compound(piece: str) -> str:
    """Return a hyphenated word written as one ("counter-terrorism": counterterrorism)."""
    word = piece.strip(".,;:!?()[]\"'“”‘’").lower().removesuffix("'s")
    first, _, second = word.partition("-")
    return first + second if first.isalpha() and second.isalpha() else ""


FIELD_WEIGHTS = {
    "quote": 1.0,
    "alias": 1.0,
    "statement": 0.6,
    "figure": 0.4,
    "context": 0.35,
    "id": 0.4,
}
LEANING_WEIGHT = 0.6
"""That of the sentence before in a draft: there it is told only where a fact leans on it ("It
lasted 19 days")."""
_PHRASED = ("quote", "alias", "statement")


def build_index(bases: Sequence[Base]) -> Index:
    """Index every fact and passage of the bases."""
    return Index(index_parts(bases))


def index_parts(
    bases: Sequence[Base], progress: Callable[[float], None] = lambda share: None
) -> dict[str, Any]:
    """Return the parts of the index of the bases as plain data; `Index` tells what each holds.

    `progress` is told now and then what share of the work is done.
    """
    builder = _Builder()
    topics = [topic for base in bases for topic in base.topics()]
    sections = [section for base in bases for section in base.sections]
    for done, topic in enumerate(topics):
        progress(done / len(topics))
        builder.add_topic(topic)
    for section in sections:
        builder.add_passages(section.document, section.id, section.title, list(passages(section)))
    return builder.parts()


class FactWords(NamedTuple):
    """All that search needs of one fact.

    Its words with their weights, its texts as stems, and the initials of the names in its quote.
    """

    weights: dict[str, float]
    texts: list[str]
    initials: Iterable[str]


def _words_of(fact: Fact, pieces: Pieces) -> FactWords:
    """Gather the words of a fact."""
    weights: defaultdict[str, float] = defaultdict(float)
    texts = []
    quoted = pieces.of(fact.quote)
    for field, text in _texts(fact):
        leans = fact.draft and field == "context"
        weight = LEANING_WEIGHT if leans else FIELD_WEIGHTS[field]
        found = quoted if field == "quote" else pieces.of(text)
        for piece in found:
            for word in piece.words:
                weights[word] += weight
        if field in _PHRASED:
            texts.append(_joined_stems(found))
    for compound in {piece.compound for piece in quoted if piece.compound}:
        weights[compound] += FIELD_WEIGHTS["quote"]
    letters = initials("".join(piece.capitals for piece in quoted))
    return FactWords(weights, texts, letters)


def _texts(fact: Fact) -> Iterable[tuple[str, str]]:
    yield from texts_of(fact)
    yield "context", fact.context
    if fact.kind == "fact":
        yield "id", fact.id.rpartition(".")[2].replace("-", " ")


class _Builder:
    def __init__(self) -> None:
        posting_list = partial(array, "I")
        self.pieces = Pieces()
        self.postings: defaultdict[str, defaultdict[int, array[int]]]
        self.postings = defaultdict(partial(defaultdict, posting_list))
        self.topics: defaultdict[str, array[int]] = defaultdict(posting_list)
        self.acronyms: defaultdict[str, array[int]] = defaultdict(posting_list)
        self.groups: list[TopicRows] = []
        self.sequences: list[str] = []
        self.numbers: list[tuple[int | float, int, str]] = []
        self.periods: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        self.passages: list[IndexedPassage] = []

    def add_topic(self, topic: Topic) -> None:
        """Index a topic's names and its facts."""
        names = (topic.title, *topic.aliases)
        self._add_group(topic.document, topic.section, topic.key, names, topic.facts)

    def add_passages(
        self, document: str, section: str, title: str, found: Sequence[IndexedPassage]
    ) -> None:
        """Index a section's passages, all of them under the section's title."""
        if found:
            facts = [passage.fact() for passage in found]
            self._add_group(document, section, "", (title,), facts)
            self.passages += found

    def _add_group(
        self, document: str, section: str, key: str, names: Sequence[str], facts: Iterable[Fact]
    ) -> None:
        number = len(self.groups)
        called = [self.pieces.of(name) for name in names]
        for word in dict.fromkeys(chain.from_iterable(one.words for one in chain(*called))):
            self.topics[word].append(number)
        phrases = list(map(_joined_stems, called))
        first = len(self.sequences)
        for fact in facts:
            self._add_fact(fact, phrases)
        rows = first, len(self.sequences)
        self.groups.append(
            TopicRows(*rows, document, section, key, names[0], " | ".join(names[1:]))
        )

    def _add_fact(self, fact: Fact, phrases: list[str]) -> None:
        row = len(self.sequences)
        found = _words_of(fact, self.pieces)
        postings = self.postings
        for word, weight in found.weights.items():
            postings[word][min(255, round(weight * WEIGHT_STEPS))].append(row)
        texts = dict.fromkeys((*found.texts, *phrases))
        self.sequences.append(" | ".join(("", *texts, "")))
        for letters in found.initials:
            self.acronyms[letters].append(row)
        self._add_figures(fact, row)

    def _add_figures(self, fact: Fact, row: int) -> None:
        self.numbers += [(figure.value, row, figure.unit) for figure in fact.figures]
        for span in dict.fromkeys((p.start or "", p.end or "") for p in fact.periods):
            if any(span):
                self.periods[span].append(row)

    def parts(self) -> dict[str, Any]:
        """Return what was gathered as plain data."""
        stems: dict[str, list[str]] = {}
        words = self.pieces.stems
        for word, stemmed in words.items():
            stems.setdefault(stemmed, []).append(word)
        text = Phrases("".join(self.sequences))
        return {
            "rows": len(self.sequences),
            "passages": list(map(tuple, self.passages)),
            "first_passage": len(self.sequences) - len(self.passages),
            "vocabulary": " ".join(words),
            "words": words,
            "stems": {stem: tuple(forms) for stem, forms in stems.items()},
            "postings": {
                word: tuple((weight, rows.tobytes()) for weight, rows in weights.items())
                for word, weights in self.postings.items()
            },
            "topics": _packed(self.topics),
            "acronyms": _packed(self.acronyms),
            "groups": list(map(tuple, self.groups)),
            "sequences": self.sequences,
            "numbers": sorted(self.numbers),
            "units": list(dict.fromkeys(unit for _, _, unit in self.numbers)),
            "periods": [(*span, tuple(rows)) for span, rows in self.periods.items()],
            "synonyms": synonyms_of_base(groups(), stems.keys(), text),
            "near": synonyms_of_base(groups("near_words.txt"), stems.keys(), text),
        }


def _packed(lists: dict[str, "array[int]"]) -> dict[str, bytes]:
    return {key: numbers.tobytes() for key, numbers in lists.items()}


def synonyms_of_base(
    groups: Iterable[Group], stems: Collection[str], text: Container[str]
) -> dict[str, tuple[str, ...]]:
    """Return, for every word that readers use, the words and phrases of a base that it may mean.

    All are stems: synonyms are cut down to those that lead to a word of the base. `groups` tell
    which words may; `stems` are those that the base holds, `text` its texts as stems in order.
    """
    synonyms: dict[str, dict[str, None]] = {}
    for group in groups:
        held = [word for word in group.words if _holds(word, stems, text)]
        for asked in chain(*group) if held else ():
            if others := [word for word in held if word != asked]:
                synonyms.setdefault(asked, {}).update(dict.fromkeys(others))
    return {asked: tuple(meant) for asked, meant in synonyms.items()}


class Phrases:
    """What phrases the texts of a base hold, given as stems in order, bars between texts."""

    def __init__(self, text: str) -> None:
        words = text.split()
        self._text = text
        self._pairs = set(pairwise(words))

    def __contains__(self, phrase: object) -> bool:
        """Return whether a phrase of stems is held; most are not, by its pairs of words."""
        return self._pairs.issuperset(pairwise(str(phrase).split())) and str(phrase) in self._text


def _holds(member: str, stems: Collection[str], text: Container[str]) -> bool:
    if " " not in member:
        return member in stems
    return all(word in stems for word in member.split()) and f" {member} " in text
