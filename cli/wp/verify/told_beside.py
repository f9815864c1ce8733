"""Warnings of what stands beside a quotation in the source, and the draft says itself."""

from wp.verify.kinds import SENTENCE_ENDS, kinds_alone
from wp.verify.tokens import QuotationTokens, is_word
from wp.verify.verdict import Verdict

# How far before a passage a word can stand that still governs it, unless a mark parts them.
REACH = 6
JUST_BEFORE = "just before"
GOES_ON = "the source goes on"
# Between two pieces of one passage a comma or full stop may stand, with its blank.
_WIDEST_SEAM = 3
# A draft that bounds a number in other words than the source bounds it all the same.
_SAME_BOUNDS = tuple(
    tuple(tuple(phrase.split()) for phrase in phrases.split(", "))
    for phrases in (
        "not exceeding, not exceed, up to, at most, no more than, not more than, a maximum of",
        "at least, not less than, no less than, not fewer than, no fewer than, a minimum of",
        "more than, over, above, in excess of",
        "less than, fewer than, under, below",
        "about, around, roughly, approximately, some, nearly, almost",
    )
)


def side_by_side(one: Verdict, other: Verdict) -> tuple[Verdict, Verdict]:
    """Return the verdicts on two quotations without the warnings of what the other one quotes.

    So it is where a sentence breaks a quotation: "“Must not,” it says, “enter a ship”".
    """
    if (one.document, one.section) != (other.document, other.section):
        return one, other
    if one.end is None or other.start is None or not 0 <= other.start - one.end <= _WIDEST_SEAM:
        return one, other
    behind = tuple(text for text in one.warnings if not text.startswith(GOES_ON))
    before = tuple(text for text in other.warnings if not text.endswith(JUST_BEFORE))
    return one._replace(warnings=behind), other._replace(warnings=before)


def without_told(verdict: Verdict, before: str, behind: str) -> Verdict:
    """Return the verdict on a quotation of a draft without the warnings of what the draft says.

    Takes the draft's words right before and behind the quotation: "a ship must “carry a log”" says
    itself what the source has before "carry", "“Boats are free”, unless …" what it goes on with.
    """
    if not verdict.warnings:
        return verdict
    led, follows = _clause_end(before), QuotationTokens(behind).lower[: REACH + 1]
    kept = []
    for text in verdict.warnings:
        words = QuotationTokens(text.partition('"')[2].partition('"')[0]).lower
        if text.endswith(JUST_BEFORE):
            told = _tells(led, words)
        else:
            told = text.startswith(GOES_ON) and _holds(follows, words)
        if not told:
            kept.append(text)
    return verdict._replace(warnings=tuple(kept))


def _clause_end(text: str) -> list[str]:
    """Return the last words of a text that stand in one sentence, in lower case."""
    lower = QuotationTokens(text).lower
    ends = [at for at, token in enumerate(lower) if token in SENTENCE_ENDS]
    return [token for token in lower[ends[-1] + 1 if ends else 0 :] if is_word(token)][-REACH:]


def _tells(led: list[str], words: list[str]) -> bool:
    """Return whether a draft's words deny or oblige as the source's do; two denials are none."""
    for bounds in _SAME_BOUNDS:
        if tuple(words) in bounds and any(_holds(led, [*phrase]) for phrase in bounds):
            return True
    kinds = kinds_alone(led)
    if kinds_alone(words) == ["negation"]:
        return kinds.count("negation") == 1
    return _holds(led, words) and kinds.count("negation") == kinds_alone(words).count("negation")


def _holds(tokens: list[str], words: list[str]) -> bool:
    size = len(words)
    return any(tokens[at : at + size] == words for at in range(len(tokens) - size + 1))
