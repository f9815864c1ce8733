"""Named instruments and quoted passages of a sentence."""

from wp.pattern import pattern
from wp.text import words

_KINDS = frozenset(
    "convention conventions declaration declarations treaty treaties covenant covenants charter "
    "protocol protocols agreement agreements accord accords pact law laws act acts regulation "
    "regulations constitution code resolution resolutions directive directives decree statute "
    "statutes ordinance memorandum communiqué guidelines principles opinions rules provisions "
    "programme program plan strategy agenda".split()
)
_DETERMINERS = frozenset(
    "the this that these those each any such our its their his her a an every no all under in by "
    "pursuant".split()
)
_LINKS = frozenset("of on for to against concerning regarding relating in".split())
_CAPITALISED = pattern(r"[A-Z][a-zé]+")
_PASSAGE = pattern(
    r"\"[^\"\n]{3,2000}\"|“[^”\n]{3,2000}”|«[^»\n]{3,2000}»|„[^“”\n]{3,2000}[“”]"
    r"|(?<!\w)‘[^‘\n]{3,2000}?’(?!\w)|「[^」\n]{3,2000}」"
)
# Chinese and Japanese put no white space between words.
_HAN_PASSAGE = pattern(r"[\u3040-\u30ff\u3400-\u9fff]{6}")


def names_instrument(sentence: str) -> bool:
    """Return whether a sentence names a convention, declaration, law or the like by its capitals.

    The kind must be capitalised and have a capitalised word beside it: "the Paris Agreement", "the
    Law on Charity", but not "this Convention" nor "the law".
    """
    if _KINDS.isdisjoint(map(str.lower, _CAPITALISED.findall(sentence))):
        return False  # most sentences are spared the rest
    found = words(sentence)
    for at, word in enumerate(found):
        if word.text.lower() not in _KINDS or not word.text[0].isupper():
            continue
        if at:
            before = found[at - 1]
            adjacent = sentence[before.end : word.start].isspace()
            named = before.text[0].isupper() and before.text.lower() not in _DETERMINERS
            if adjacent and named:
                return True
        following = [other.text for other in found[at + 1 : at + 4]]
        if following and following[0].lower() in _LINKS:
            rest = [text for text in following[1:] if text.lower() not in ("the", "all", "to")]
            if rest and rest[0][0].isupper():
                return True
    return False


def without_passages(sentence: str) -> str:
    """Return a sentence without what it quotes."""
    return _PASSAGE.sub(" ", sentence)


def quotes_passage(sentence: str) -> bool:
    """Return whether a sentence quotes a passage of two words or more, or of six Han signs."""
    return any(
        len(words(match[0])) > 1 or _HAN_PASSAGE.search(match[0])
        for match in _PASSAGE.finditer(sentence)
    )
