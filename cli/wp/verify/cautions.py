"""What a clean quotation hides: words that turn its sense, left out, put in, or just outside.

The verdict stays; the reader is told.
"""

from collections.abc import Iterator, Sequence

from wp.verify.corpus import CorpusText
from wp.verify.elision import ElidedMatch
from wp.verify.kinds import SENTENCE_ENDS, is_number, kinds_alone, telling
from wp.verify.quotation_parts import MOST_OMITTED, Seam
from wp.verify.tokens import ELLIPSIS, QUOTE, QuotationTokens, is_word
from wp.verify.verdict import Verdict

_MOST_NAMED = 6
# How far before a passage a word can stand that still governs it, unless a mark parts them.
_REACH = 6
_PARTING = frozenset((".", ".'", ",", ",'", ";", ":", "!", "?", "(", ")", "[", "]", ELLIPSIS))
# Behind these another clause begins, which the words before them do not govern.
_CLAUSE_OPENERS = frozenset("but which who whose because while although whereas".split())
_CONDITIONS = tuple(
    phrase.split()
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


_JUST_BEFORE = "just before"
_GOES_ON = "the source goes on"
# Between two pieces of one passage a comma or full stop may stand, with its blank.
_WIDEST_SEAM = 3


def cautions(found: ElidedMatch) -> Iterator[str]:
    """Yield the warnings for a quotation that was found, in the order of its words."""
    for seam, first, stop in found.gaps:
        if seam.inserted:
            yield from _of_insertion(found.source, seam, first, stop)
        if seam.most == MOST_OMITTED or not seam.inserted:
            lost = _telling(found.source, first, stop)
            if lost:
                yield f"the omission leaves out {_listed(lost)}"
    if before := _before(found.source, found.first):
        yield f"the source has {_quoted(before)} {_JUST_BEFORE}"
    if behind := _behind(found.source, found.stop):
        yield f"{_GOES_ON} {_quoted(behind)}"


def side_by_side(one: Verdict, other: Verdict) -> tuple[Verdict, Verdict]:
    """Return the verdicts on two quotations without the warnings of what the other one quotes.

    So it is where a sentence breaks a quotation: "“Must not,” it says, “enter a ship”".
    """
    if (one.document, one.section) != (other.document, other.section):
        return one, other
    if one.end is None or other.start is None or not 0 <= other.start - one.end <= _WIDEST_SEAM:
        return one, other
    behind = tuple(text for text in one.warnings if not text.startswith(_GOES_ON))
    before = tuple(text for text in other.warnings if not text.endswith(_JUST_BEFORE))
    return one._replace(warnings=behind), other._replace(warnings=before)


def _before(source: CorpusText, first: int) -> str:
    """Return the negation, bound or modal that governs the words from a token on.

    A bound stands right before them ("more than" before "1.3 billion"); a negation or modal up to
    six words before ("must not" before "treat", "place", not over a comma).
    """
    words: list[int] = []
    at = _over_parenthesis(source, first) - 1
    while at >= 0 and len(words) < _REACH and not _parts(source, at):
        if is_word(source.texts[at]):
            words.insert(0, at)
        at -= 1
    if not words:
        return ""
    kinds = kinds_alone(source.texts[words[0] : first])
    governing = [
        at
        for at in words
        if (kind := kinds[at - words[0]]) in ("negation", "modal")
        or (kind == "qualifier" and all(kinds[k - words[0]] == kind for k in words if k > at))
    ]
    if not governing:
        return ""
    last = next((at for at in governing if at + 1 not in governing), governing[-1])
    return " ".join(source.slice(governing[0], last + 1).split())


def _over_parenthesis(source: CorpusText, first: int) -> int:
    """Return the place before what stands between commas right before a token: the one of "must
    not" in "must not, without a warrant, enter" before "enter"; the token's own else."""
    texts = source.texts
    if first < 2 or texts[first - 1] != ",":
        return first
    for at in range(first - 2, max(first - 2 - _REACH, 0), -1):
        if texts[at] == ",":
            governs = kinds_alone(texts[at - 1 : at])[0] in ("negation", "modal")
            return at if governs else first
        if _parts(source, at):
            break
    return first


def _parts(source: CorpusText, at: int) -> bool:
    """Return whether a token keeps what stands before it from governing what stands behind it."""
    if source.texts[at] in _PARTING or source.lower[at] in _CLAUSE_OPENERS:
        return True
    return (
        at + 1 < len(source) and "\n" in source.text[source.spans[at][1] : source.spans[at + 1][0]]
    )


def _behind(source: CorpusText, stop: int) -> str:
    """Return the condition or negation with which the source goes on behind a passage."""
    while stop < len(source) and source.texts[stop] in (",", QUOTE, ",'"):
        stop += 1
    following = source.lower[stop : stop + 3]
    for phrase in _CONDITIONS:
        if following[: len(phrase)] == phrase:
            return " ".join(source.slice(stop, stop + len(phrase)).split())
    if following and kinds_alone(following[:1]) == ["negation"]:
        return source.texts[stop]
    return ""


def _of_insertion(source: CorpusText, seam: Seam, first: int, stop: int) -> Iterator[str]:
    shown = f'the insertion "[{seam.inserted}]"'
    replaced = source.slice(first, stop).strip(",;: ")
    if seam.most < MOST_OMITTED and any(map(is_word, source.texts[first:stop])):
        yield f"{shown} stands for {_quoted(' '.join(replaced.split()))}"
        return
    inserted = QuotationTokens(seam.inserted).texts
    brought = [words for _, words in telling(inserted, before=_following(source, stop))]
    # "8,000 [ships]": what follows a figure is what it counts.
    counts = bool(first and is_number(source.texts[first - 1].lower()) and is_word(inserted[0]))
    doubts = not _DOUBTS.isdisjoint(map(str.lower, inserted))
    if (counts or doubts) and not brought and inserted != ["sic"]:
        brought = [seam.inserted]
    if brought:
        yield f"{shown} brings in {_listed(brought)}"


def _telling(source: CorpusText, first: int, stop: int) -> list[str]:
    opens = first == 0 or source.texts[first - 1] in SENTENCE_ENDS
    found = telling(source.texts[first:stop], opens=opens, before=_following(source, stop))
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
