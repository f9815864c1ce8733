"""What is known of a sentence before it is judged: whether it reports anything, what the sentences
before it have been about, and the language of the draft."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from wp.pattern import pattern
from wp.statements import stems, tells
from wp.verify.verdict import Claim, ClaimFigure

# Longer ones, and those with more figures, are tables or dumps that lack full stops.
_LONGEST, _MOST_FIGURES = 2000, 150
_FIGURE = pattern(r"\d[\d.,]*")
_NUMBER = pattern(r"[\d½¼¾⅓⅔⅕⅛]")
_OPENING = (
    "two three four five six seven eight nine ten eleven twelve dozen half first second third "
    "fifth quarter hundred thousand million billion trillion lakh crore twice double triple zero "
    r"centen bicenten one\b"
)
# no other "-ty" and "-th": "security", "with"
_CLOSING = (
    "teen twenty thirty forty fifty sixty seventy eighty ninety teenth tieth fourth fifth sixth "
    "seventh eighth ninth tenth eleventh twelfth"
)


def _by_letter() -> Iterator[str]:
    """Yield what finds the words by their first letters, for that is what a search looks for."""
    for letter in sorted({word[0] for word in f"{_OPENING} {_CLOSING}".split()}):
        opening, closing = (
            "|".join(word[1:] for word in words.split() if word[0] == letter)
            for words in (_OPENING, _CLOSING)
        )
        either = [rf"(?<!\w.)(?:{opening})"] * bool(opening) + [rf"(?:{closing})\b"] * bool(closing)
        yield f"{letter}(?:{'|'.join(either)})"


_SPELLED = pattern("|".join(_by_letter()), re.DOTALL)


def may_report(sentence: str) -> bool:
    """Tell at a glance whether a sentence can report a figure or date at all."""
    return (_NUMBER.search(sentence) or _SPELLED.search(sentence.lower())) is not None


def is_dump(sentence: str) -> bool:
    """Return whether a text reports figures and is too long, or has too many, to be judged."""
    long = len(sentence) > _LONGEST or (
        len(sentence) > _MOST_FIGURES and sum(1 for _ in _FIGURE.finditer(sentence)) > _MOST_FIGURES
    )
    return long and may_report(sentence)


POINTS_BACK = pattern(r"\b(?:^(?:that|this|these|those)|it|its|they|their|them)\b", re.IGNORECASE)
"""What points to what the sentences before have been about."""

_LABEL = 4  # words of a label at most


class Context(NamedTuple):
    """The sentence before, and the facts that the last claim was held against.

    `quoted` is what the sentence itself has in quotation marks: words that help to find a fact. In
    a table's `cell` an ordinal stands for the thing that it tells apart. `language` is the draft's.
    `lead` is the question that is being answered, or the label that the paragraph begins with.
    """

    sentence: str = ""
    facts: frozenset[str] = frozenset()
    quoted: str = ""
    cell: bool = False
    language: str = "en"
    lead: str = ""

    @property
    def words(self) -> frozenset[str]:
        """The telling words of the sentence before and of the lead; read when they are asked
        for."""
        return _words(self.lead, self.sentence)

    def after(self, sentence: str, claim: Claim | None) -> "Context":
        """Return the context for the sentence that follows; facts last until other ones come."""
        facts = frozenset(claim.facts) if claim and claim.facts else self.facts
        label = not self.sentence and len(sentence.split()) <= _LABEL
        lead = sentence if label or sentence.rstrip().endswith("?") else self.lead
        said = sentence if tells(sentence) else self.sentence  # "A." tells nothing
        return Context(said, facts, language=self.language, lead=lead)


@lru_cache(maxsize=1)
def _words(lead: str, sentence: str) -> frozenset[str]:
    return stems(lead, sentence)


NO_CONTEXT = Context()

Judge = Callable[[str, Context], Claim | None]
"""Judges a sentence of a draft in its context; None where it reports nothing."""


_ENGLISH = frozenset("the of and to in was were is are".split())
_WORD = pattern(r"[^\W\d_]+")
_DIGITS = pattern(r"[0-9](?:[0-9.,’' \u00a0\u202f]*[0-9])?")
_SAMPLE = 20_000  # characters
_SHARE = 0.1  # of an English text's words are these
_FEWEST = 20
# Words that deny or bound what is told of a number: what has them is not what lacks them.
_TURNING = pattern(
    r"\b(?:ne|n[’']|pas|sans|aucun\w*|jamais|plus de|moins de|au moins|au plus|jusqu"
    r"|nicht|kein\w*|ohne|nie|mehr als|weniger als|mindestens|höchstens|bis zu|über|unter"
    r"|no|nunca|sin|ningun\w*|más de|menos de|al menos|como máximo|hasta)"
    r"|[不没未无非超]|以上|以下|不到",
    re.IGNORECASE,
)

# Words by which something is told to grow, and to shrink.
_GROWS = pattern(
    r"\b(?:hausse|augment|progress|accru|croiss|croît|grimp"
    r"|stieg|steig|gestiegen|anstieg|zunahm|zugenommen|wuchs|wächst|wachs|gewachsen|erhöh"
    r"|aument|subi|sube|crec|crez|increment|alza)|[增升涨漲]|提高|扩大|擴大",
    re.IGNORECASE,
)
_SHRINKS = pattern(
    r"\b(?:baiss|diminu|recul|chut|repli|rédui"
    r"|sank|sink|gesunken|rückgang|zurückgegangen|abnahm|abgenommen|fiel|fällt|gefallen|verringer"
    r"|dismin|baj|caíd|cayó|cae|reduc|reduj|descen)|[减減降跌缩縮]",
    re.IGNORECASE,
)


def language_of(text: str) -> str:
    """Tell the language of a draft as a BCP 47 tag, "en" where nothing tells another."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    cjk = max(sample, default="") >= "⺀"
    english = sum(word in _ENGLISH for word in words)
    if not cjk and (len(words) < _FEWEST or english >= _SHARE * len(words)):
        return "en"
    from wp.quantities.languages import detect

    return detect(text) or "en"


def in_other_words(sentence: str, figures: tuple[ClaimFigure, ...]) -> tuple[ClaimFigure, ...]:
    """Return the verdicts on a sentence that is not English.

    What its words say of a number is not read: none is contradicted, and one is supported only by
    what is denied and bounded with the same words, grows or shrinks as it does, and has its figures
    in the same order: "de 24 à 18,5" is not "de 18,5 à 24".
    """
    ours = _turning(sentence)

    def agrees(source: str) -> bool:
        grown = all(word.search(source) for word in (_GROWS, _SHRINKS) if word.search(sentence))
        return grown and _turning(source) == ours and _in_order(source, figures)

    return tuple(
        one._replace(verdict="unsupported", reason=f"{one.text}: its words are not read")
        if one.verdict == "contradicted"
        or (one.verdict == "supported" and not agrees(one.source or ""))
        else one
        for one in figures
    )


def _in_order(source: str, figures: tuple[ClaimFigure, ...]) -> bool:
    """Return whether a source prints the figures that rest on it in the order of the draft."""
    digits = (_DIGITS.search(one.text) for one in figures if one.source == source)
    found = [at for number in digits if number and (at := source.find(number[0])) >= 0]
    return found == sorted(found)


def _turning(text: str) -> list[str]:
    return sorted(found.lower() for found in _TURNING.findall(text))
