"""The verdict on one quotation: is it the source's words, to the letter?

Exact before approximate: only words that stand in the source in a row make a quotation verbatim,
only marked omissions and insertions make it elided. Likeness is asked afterwards, and can give no
better verdict than altered.
"""

from wp.pattern import pattern
from wp.text import sentences
from wp.verify.cautions import cautions, too_long
from wp.verify.compare import ComparedOutline, WordComparison, compare, outline
from wp.verify.copied_marks import undressed
from wp.verify.corpus import Corpus, CorpusText
from wp.verify.elision import ElidedMatch, every_place, find_parts
from wp.verify.locate import candidates, find_misspelt
from wp.verify.quotation_parts import Parts, Seam, take_apart
from wp.verify.tokens import CLOSING, QuotationTokens, is_word
from wp.verify.verdict import Change, Nearest, QuotationVerdict, Verdict

# A passage is recognised by the share of the quotation's words that stand in it.
# Set on the hand-made cases: altered quotations share 0.78 and more of their words with their
# passage, paraphrases and sentences of other documents 0.50 at most. benchmarks/verdicts.py counts
# the made changes that fall below.
_RECOGNISED = 0.55
_FEWEST_WORDS = 3
_FEWEST_SHARED = 2
# "The", "and", "of" stand in every sentence: they count half.
_SMALL_WORD = 0.5
_SMALL_LENGTH = 3
# A sentence with much added to it, or two of far places run together, still holds a long run of the
# source; a run that is little but a name ("the Convention on the Rights of ...") proves nothing.
_LONG_RUN = 8
_PLAIN_WORDS = 4
_PLAIN_LENGTH = 4
_LONGEST_BRACKET = 40
_NO_LETTERS = pattern(r"[\W_]+")
_PARTS = frozenset(("section", "part", "chapter"))
# A quotation of so many tokens may stand in several places; a longer one seldom does.
_SHORT = 8


def verify_quotation(corpus: Corpus, quotation: str) -> Verdict:
    """Tell whether a quotation stands in the corpus word for word, with marks, altered, or not.

    Takes the quotation with or without marks around it; gives the verdict with the passage, its
    place and the changes. Where the words stand in several places, the one with the fewest changes
    is given, the first of equals.
    """
    tokens = QuotationTokens(quotation)
    if not any(map(is_word, tokens.texts)):
        return Verdict(quotation, "missing")
    parts = take_apart(tokens, corpus)
    if clean := _clean(corpus, quotation, tokens, parts):
        return clean
    for reading in undressed(quotation, corpus):
        bare = QuotationTokens(reading)
        if not any(map(is_word, bare.texts)):
            continue
        bare_parts = take_apart(bare, corpus)
        if clean := _clean(corpus, quotation, bare, bare_parts):
            return clean
        if tokens.text == quotation:
            tokens, parts = bare, bare_parts
    return _altered(corpus, quotation, tokens, parts)


def _clean(corpus: Corpus, quotation: str, tokens: QuotationTokens, parts: Parts) -> Verdict | None:
    """Return the verdict on words that are the source's, with marks or without; None for others."""
    found = _verbatim(corpus, tokens)
    verdict: QuotationVerdict = "verbatim"
    if found is None and parts.marked:
        verdict = "elided"
        places = (find_parts(source, tokens, parts) for source in corpus.sources)
        found = next(filter(None, places), None)
    if found is None:
        return None
    placed = _placed(quotation, tokens, verdict, found, warnings=tuple(cautions(found)))
    return placed._replace(places=_places(corpus, tokens)) if verdict == "verbatim" else placed


def _places(corpus: Corpus, tokens: QuotationTokens) -> int:
    """Count the places where a short quotation stands; a longer one is looked for but once."""
    if len(tokens.core) > _SHORT:
        return 1
    return max(sum(1 for _ in every_place(corpus, tokens.core)), 1)


def _verbatim(corpus: Corpus, tokens: QuotationTokens) -> ElidedMatch | None:
    core = tokens.core
    for found in every_place(corpus, core):
        return found
    if len(core) >= _FEWEST_WORDS:
        # A title is printed with other capitals than the document's own where a style asks for it.
        lower = [token.lower() for token in core]
        for source in corpus.sources:
            if source.name and _names(lower, source):
                return ElidedMatch(source, 0, len(source))
    return None


def _names(lower: list[str], source: CorpusText) -> bool:
    """Return whether tokens are those of a heading, the number of its part before them or none:
    "VI." and the title of section VI, "Section VI:" and the title."""
    count = max(len(lower) - len(source), 0)
    if source.lower != lower[count:]:
        return False
    label = [token for token in lower[:count] if is_word(token)]
    if label[1:] and label[0] in _PARTS:
        label = label[1:]
    printed = _NO_LETTERS.sub("", source.section or "").lower()
    marked = all(is_word(token) for token in lower[: max(count - 1, 0)])
    return not count or (marked and _NO_LETTERS.sub("", "".join(label)) == printed)


def _altered(corpus: Corpus, quotation: str, tokens: QuotationTokens, parts: Parts) -> Verdict:
    if any(isinstance(part, Seam) for part in parts.pieces):
        for source in corpus.sources:
            if found := find_parts(source, tokens, parts, most_omitted=len(source)):
                return _with_long_omission(quotation, tokens, found)
    sketch = outline(tokens, parts)
    words = [unit.text.lower() for unit in sketch.units if is_word(unit.text)]
    omitted = min(sum(part.most for part in parts.pieces if isinstance(part, Seam)), 400)
    compared = [
        comparison
        for window in candidates(corpus, words, omitted)
        if (comparison := compare(sketch, window)) is not None
    ]
    if misspelt := find_misspelt(corpus, tokens):
        found, change = misspelt
        return _placed(quotation, tokens, "altered", found, changes=(change,))
    if not compared:
        return Verdict(quotation, "missing")
    best = min(compared, key=lambda comparison: comparison.cost)
    if not _recognised(sketch, compared):
        return Verdict(quotation, "missing", nearest=_nearest(sketch, compared))
    found = ElidedMatch(best.source, best.first, best.stop)
    if not parts.marked and _is_set_in_capitals(tokens.text, best):
        return _placed(quotation, tokens, "verbatim", found, warnings=tuple(cautions(found)))
    changes = best.changes or (_unplaced(sketch, best),)
    return _placed(quotation, tokens, "altered", found, changes=changes)


def _is_set_in_capitals(printed: str, best: WordComparison) -> bool:
    """Return whether a quotation, or the line that it quotes whole, is in capitals as headlines
    are, and case is all that they differ in."""
    if not best.changes or any(
        change.op != "replace" or change.quotation.casefold() != change.source.casefold()
        for change in best.changes
    ):
        return False
    text = best.source.text
    start, end = best.source.spans[best.first][0], best.source.spans[best.stop - 1][1]
    line = text[text.rfind("\n", 0, start) + 1 : start] + text[start:].partition("\n")[0]
    is_line = line.strip(" .:") == text[start:end].strip(" .:")
    enough = best.stop - best.first >= _FEWEST_WORDS
    return enough and (printed.isupper() or (is_line and line.isupper()))


def _with_long_omission(quotation: str, tokens: QuotationTokens, found: ElidedMatch) -> Verdict:
    """Judge a quotation whose pieces all stand in one section, too far apart for an omission."""
    source, words = found.source, found.source.words_before
    longest = max(found.gaps, key=lambda gap: words[gap[2]] - words[gap[1]])
    left_out = " ".join(source.slice(*longest[1:]).strip(".,;: ").split())
    changes = (Change("delete", "", left_out, "word"),)
    warnings = tuple(too_long(found))
    return _placed(quotation, tokens, "altered", found, changes=changes, warnings=warnings)


def _nearest(sketch: ComparedOutline, compared: list[WordComparison]) -> Nearest | None:
    """Return the sentence that shares most words, where more than one longer word is shared."""

    def shared(comparison: WordComparison) -> int:
        return sum(len(sketch.units[number].text) > _SMALL_LENGTH for number in comparison.matched)

    best = max(compared, key=shared)
    source = best.source
    if shared(best) < _FEWEST_SHARED or source.name:
        return None
    start, end = source.spans[best.first][0], source.spans[best.stop - 1][1]
    bounds = [span for span in sentences(source.text) if span[0] < end and start < span[1]]
    passage = source.text[bounds[0][0] : bounds[-1][1]] if bounds else source.text[start:end]
    paragraph = source.text.count("\n", 0, start) + 1
    return Nearest(passage, source.document, source.section, paragraph)


def _recognised(sketch: ComparedOutline, compared: list[WordComparison]) -> bool:
    """Return whether so much of the quotation stands in the source that it must come from there.

    Words count that stand in the passage in order, or in a longer run near it. A long run in any
    likely passage does by itself.
    """
    best = min(compared, key=lambda comparison: comparison.cost)
    known = {*best.matched, *best.shared}
    weights = {
        number: _SMALL_WORD if word.isalpha() and len(word) <= _SMALL_LENGTH else 1.0
        for number in _outside_brackets(sketch)
        if is_word(word := sketch.units[number].text)
    }
    here = [weight for number, weight in weights.items() if number in known]
    if len(here) >= _FEWEST_WORDS and sum(here) >= _RECOGNISED * sum(weights.values()):
        return True
    return any(
        _tells([unit.text for unit in sketch.units[block.ours : block.ours + block.length]])
        for comparison in compared
        for block in comparison.blocks
    )


def _outside_brackets(sketch: ComparedOutline) -> list[int]:
    """Return the units that stand in no square brackets: what is bracketed claims no source."""
    texts = [unit.text for unit in sketch.units]
    numbers: list[int] = []
    at = 0
    while at < len(texts):
        if texts[at] == "[" and "]" in texts[at : at + _LONGEST_BRACKET]:
            at = texts.index("]", at)
        else:
            numbers.append(at)
        at += 1
    return numbers


def _tells(run: list[str]) -> bool:
    """Return whether a common run is long, and more than a name."""
    words = [token for token in run if is_word(token)]
    plain = [word for word in words if word.islower() and len(word) >= _PLAIN_LENGTH]
    return len(words) >= _LONG_RUN and len(plain) >= _PLAIN_WORDS


def _unplaced(sketch: ComparedOutline, best: WordComparison) -> Change:
    """Name the whole as a change where each word agrees but the parts do not make one passage."""
    return Change(
        "replace",
        sketch.slice(0, len(sketch.units)),
        " ".join(best.source.slice(best.first, best.stop).split()),
        "word",
    )


def _placed(
    quotation: str,
    tokens: QuotationTokens,
    verdict: QuotationVerdict,
    found: ElidedMatch,
    *,
    changes: tuple[Change, ...] = (),
    warnings: tuple[str, ...] = (),
) -> Verdict:
    source, first, stop, _ = found
    if tokens.texts[-1] in CLOSING and stop < len(source) and source.texts[stop] in CLOSING:
        stop += source.spans[stop][0] == source.spans[stop - 1][1]
    start, end = source.spans[first][0], source.spans[stop - 1][1]
    start, end = _with_marks(source.text, start, end)
    text = source.text[start:end]
    if source.name:
        return Verdict(
            quotation, verdict, text, source.document, source.section,
            changes=changes, warnings=warnings,
        )  # fmt: skip
    return Verdict(
        quotation,
        verdict,
        text,
        source.document,
        source.section,
        source.text.count("\n", 0, start) + 1,
        start,
        end,
        source.facts_in(start, end),
        changes,
        warnings,
    )


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the quotation mark beside a passage that holds the other one of the pair."""
    if text.count('"', start, end) % 2:
        if text[start - 1 : start] == '"':
            return start - 1, end
        if text[end : end + 1] == '"':
            return start, end + 1
    return start, end
