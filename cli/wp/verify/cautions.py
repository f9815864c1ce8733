"""What a clean quotation hides: words that turn its sense, left out, put in, or just outside.

The verdict stays; the reader is told.
"""

from collections.abc import Iterator, Sequence

from wp.verify.corpus import CorpusText
from wp.verify.elision import ElidedMatch
from wp.verify.kinds import SENTENCE_ENDS, is_number, kinds_alone, telling
from wp.verify.quotation_parts import MOST_OMITTED, Seam
from wp.verify.tokens import ELLIPSIS, QUOTE, QuotationTokens, is_word
from wp.verify.told_beside import GOES_ON, JUST_BEFORE, REACH
from wp.verify.verdict import Kind

_MOST_NAMED = 6
_PARTING = frozenset((".", ".'", ",", ",'", ";", ":", "!", "?", "(", ")", "[", "]", ELLIPSIS))
# Behind these another clause begins, which the words before them do not govern.
_CLAUSE_OPENERS = frozenset("but which who whose because while although whereas".split())
# What may stand between a modal and the verb that it governs, beside adverbs in "-ly".
_BESIDE_VERBS = frozenset(
    "be been being have had also always both either first only so still then therefore thus".split()
)
_LINKS = frozenset(("and", "or"))
# A phrase goes on behind these.
_NEVER_LAST = _LINKS | frozenset(
    "a an are as at be been being by for from had has have in into is not of on than the to was "
    "were with".split()
)
# These deny only what a clause behind them says: "rejected the claim that".
_TURNED_DOWN = frozenset(
    "reject rejects rejected rejecting dispute disputes disputed dismiss dismissed".split()
)
_TURNING_PAIRS = frozenset(
    (("yet", "to"), ("rule", "out"), ("rules", "out"), ("ruled", "out"), ("not", "exceeding"),
     ("not", "exceed"))
)  # fmt: skip
_CONDITIONS = tuple(
    tuple(phrase.split())
    for phrase in ("unless", "except", "excepting", "save for", "provided that", "provided",
                   "only if", "if", "as long as", "so long as", "on condition", "or more",
                   "or less", "or fewer", "at most", "at least")
)  # fmt: skip


# Put in by an editor, these leave open what the source states.
_DOUBTS = frozenset(
    "apparently appear appeared appears arguably attempt attempted attempts claim claimed claims "
    "except formerly hope hoped hopes if intend intended intends maybe nominally only ostensibly "
    "part partially perhaps plan planned plans possibly pretend pretended pretends probably "
    "promise promised promises rarely seem seemed seemingly seems seldom theoretically theory "
    "tried tries try trying unless until untrue want wanted wants wrong wrongly".split()
)


def cautions(found: ElidedMatch) -> Iterator[str]:
    """Yield the warnings for a quotation that was found, in the order of its words."""
    for seam, first, stop in found.gaps:
        if seam.inserted:
            replaced = (first, stop) if first < found.stop else (first, _ended(found.source, stop))
            yield from _of_insertion(found.source, seam, *replaced)
        if seam.most == MOST_OMITTED or not seam.inserted:
            lost = _telling(found.source, first, stop)
            if lost:
                yield f"the omission leaves out {_listed(lost)}"
    if before := _before(found.source, found.first):
        yield f"the source has {_quoted(before)} {JUST_BEFORE}"
    if behind := _behind(found.source, found.stop):
        yield f"{GOES_ON} {_quoted(behind)}"


def _before(source: CorpusText, first: int) -> str:
    """Return the negation, bound or modal that governs the words from a token on.

    A bound stands right before them ("more than" before "1.3 billion"); a negation up to six words
    before ("must not" before "treat", "place", not over a comma), a modal right before its verb
    ("must", "must always be" before "kept") or the verbs of a row ("must sort and" before "keep").
    """
    words: list[int] = []
    at = _over_parenthesis(source, first) - 1
    while at >= 0 and len(words) < REACH and not _parts(source, at):
        if is_word(source.texts[at]):
            words.insert(0, at)
        at -= 1
    if not words:
        return ""
    kinds = kinds_alone(source.texts[words[0] : first + 1], abroad=source.abroad)
    governing = [at for at in words if _governs(source, at, words, kinds)]
    if not governing:
        return ""
    last = next((at for at in governing if at + 1 not in governing), governing[-1])
    return " ".join(source.slice(governing[0], last + 1).split())


def _governs(source: CorpusText, at: int, words: list[int], kinds: list[Kind]) -> bool:
    """Return whether one of the words before a passage turns the sense of the passage.

    Takes the places of these words, and the kinds of all tokens from the first of them on.
    """
    lower = source.lower
    kind, *others = kinds[at - words[0] :]
    if kind == "negation" or {(lower[at], lower[at + 1]), (lower[at - 1], lower[at])} & (
        _TURNING_PAIRS
    ):
        return True
    behind = [k for k in words if k > at]
    if kind == "modal":
        return (
            others[:1] == ["negation"]
            or source.abroad is not None
            or lower[words[-1]] in _LINKS
            or all(_beside_verb(lower[k]) for k in behind)
        )
    if kind == "qualifier":
        return all(kinds[k - words[0]] == kind for k in behind)
    return lower[at] in _TURNED_DOWN and any(lower[k] == "that" for k in behind)


def _beside_verb(word: str) -> bool:
    return word in _BESIDE_VERBS or word.endswith("ly") or kinds_alone([word]) != ["word"]


def _over_parenthesis(source: CorpusText, first: int) -> int:
    """Return the place before what stands between commas right before a token: the one of "must
    not" in "must not, without a warrant, enter" before "enter"; the token's own else."""
    texts = source.texts
    if first < 2 or texts[first - 1] != ",":
        return first
    for at in range(first - 2, max(first - 2 - REACH, 0), -1):
        if texts[at] == ",":
            kinds = kinds_alone(texts[at - 1 : at], abroad=source.abroad)
            governs = kinds[0] in ("negation", "modal")
            return at if governs else first
        if _parts(source, at):
            break
    return first


def _parts(source: CorpusText, at: int) -> bool:
    """Return whether a token keeps what stands before it from governing what stands behind it."""
    abroad = source.abroad
    if source.texts[at] == "," and abroad and source.lower[at + 1 : at + 2]:
        return source.lower[at + 1] not in abroad.carrying
    openers = abroad.openers if abroad else _CLAUSE_OPENERS
    if source.texts[at] in _PARTING or source.lower[at] in openers:
        return True
    return (
        at + 1 < len(source) and "\n" in source.text[source.spans[at][1] : source.spans[at + 1][0]]
    )


def _behind(source: CorpusText, stop: int) -> str:
    """Return the condition or negation with which the source goes on behind a passage."""
    while stop < len(source) and source.texts[stop] in (",", QUOTE, ",'"):
        stop += 1
    following = source.lower[stop : stop + 3]
    for phrase in source.abroad.conditions if source.abroad else _CONDITIONS:
        if following[: len(phrase)] == [*phrase]:
            return " ".join(source.slice(stop, stop + len(phrase)).split())
    if following and kinds_alone(following[:1], abroad=source.abroad) == ["negation"]:
        return source.texts[stop]
    return ""


def _ended(source: CorpusText, stop: int) -> int:
    """Return where what a bracket at a quotation's end stands for ends; the place itself for none.

    So it stands for a bracket of the source's own there ("the nurses [of the city]" for "[of the
    town]"), else for the word that the words before it cannot do without ("were [found]").
    """
    if source.texts[stop : stop + 1] == ["["] and "]" in source.texts[stop:]:
        close = source.texts.index("]", stop)
        return close + 1 if any(map(str.isalpha, source.texts[stop + 1 : close])) else stop
    if not 0 < stop < len(source) or not is_word(source.texts[stop]):
        return stop
    last = source.texts[stop - 1]
    return stop + (last.lower() in _NEVER_LAST or kinds_alone([last]) == ["modal"])


def _of_insertion(source: CorpusText, seam: Seam, first: int, stop: int) -> Iterator[str]:
    shown = f'the insertion "[{seam.inserted}]"'
    replaced = source.slice(first, stop).strip(",;: ")
    if seam.most < MOST_OMITTED and any(map(is_word, source.texts[first:stop])):
        yield f"{shown} stands for {_quoted(' '.join(replaced.split()))}"
        return
    inserted = QuotationTokens(seam.inserted).texts
    brought = [
        words
        for _, words in telling(inserted, before=_following(source, stop), abroad=source.abroad)
    ]
    # "8,000 [ships]": what follows a figure is what it counts.
    counts = bool(first and is_number(source.texts[first - 1].lower()) and is_word(inserted[0]))
    doubts = not _DOUBTS.isdisjoint(map(str.lower, inserted))
    if (counts or doubts) and not brought and inserted != ["sic"]:
        brought = [seam.inserted]
    if brought:
        yield f"{shown} brings in {_listed(brought)}"


def _telling(source: CorpusText, first: int, stop: int) -> list[str]:
    opens = first == 0 or source.texts[first - 1] in SENTENCE_ENDS
    found = telling(
        source.texts[first:stop],
        opens=opens,
        before=_following(source, stop),
        abroad=source.abroad,
    )
    return [words for _, words in found]


def _following(source: CorpusText, stop: int) -> str:
    return source.texts[stop] if stop < len(source) else ""


def _listed(words: Sequence[str]) -> str:
    shown = ", ".join(map(_quoted, words[:_MOST_NAMED]))
    more = len(words) - _MOST_NAMED
    return f"{shown} and {more} more" if more > 0 else shown


def _quoted(words: str) -> str:
    return f'"{words}"'


def too_long(found: ElidedMatch) -> Iterator[str]:
    """Say of each omission that leaves out more words than a marked one may how many they are."""
    words = found.source.words_before
    for _, first, stop in found.gaps:
        count = words[stop] - words[first]
        if count > MOST_OMITTED:
            yield f"the omission leaves out {count} words; at most {MOST_OMITTED} pass as one"
