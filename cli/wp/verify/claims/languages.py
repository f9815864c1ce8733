"""The language of a draft, and the verdicts that can be given where it is not English."""

import re

from wp.pattern import pattern
from wp.verify.verdict import ClaimFigure

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
