"""Bracketed letters on a word: "[T]he", "develop[s]", "China['s]".

What an editor fits into another sentence is the form of a word, never the word: the letters in the
brackets put the source's own back, change their case, or are another ending of the same word.
"""

from wp.pattern import pattern
from wp.verify.kinds import is_fixed

# The endings of English nouns and verbs; one may stand for another, also for none.
_ENDINGS = frozenset(("", "s", "es", "e", "ed", "d", "ing", "ings", "n", "en", "'s", "'"))
_ENDINGS_OF_Y = frozenset(("y", "ies", "ied", "ying"))
_FORMS = tuple(
    frozenset(forms.split())
    for forms in ("have has had having", "do does did done doing", "go goes went gone going",
                  "be is are was were been being am")
)  # fmt: skip
_SHORTEST_STEM = 3
_SHORTEST_STEM_OF_Y = 2
_LETTERS = pattern(r"[^\W\d_]*")


def fits(before: str, bracketed: str, after: str, printed: str) -> bool:
    """Return whether a word with bracketed letters stands for a word of the source.

    "[t]he" does for "The", "develop[s]" for "developing", "stop[ped]" for "stop", "ha[d]" for
    "has"; "no[w]" does not for "not", nor "s[lain]" for "sent", and nothing does inside a number.
    """
    if any(character.isdigit() for character in before + bracketed + after + printed):
        return False
    whole = before + bracketed + after
    if whole.casefold() == printed.casefold():
        return True
    if after or not bracketed.islower() or is_fixed(printed.lower()):
        return any({whole.lower(), printed.lower()} <= forms for forms in _FORMS)
    if any({whole.lower(), printed.lower()} <= forms for forms in _FORMS):
        return True
    return _is_ending(before, bracketed, printed) or (
        # "stopp[ed]" for "stop": the doubled letter may stand on either side of the bracket.
        before[-1:] == before[-2:-1] and _is_ending(before[:-1], bracketed, printed)
    )


def _is_ending(stem: str, bracketed: str, printed: str) -> bool:
    if not printed.startswith(stem):
        return False
    rest = printed[len(stem) :]
    if len(stem) >= _SHORTEST_STEM_OF_Y and bracketed in _ENDINGS_OF_Y and rest in _ENDINGS_OF_Y:
        return True
    doubled = stem[-1:]
    return (
        len(stem) >= _SHORTEST_STEM
        and _without(doubled, bracketed) in _ENDINGS
        and _without(doubled, rest) in _ENDINGS
    )


def _without(doubled: str, ending: str) -> str:
    """Take a doubled consonant off an ending: "stop[ped]"."""
    return ending[1:] if len(ending) > 2 and ending[0] == doubled else ending


def is_ending(text: str) -> bool:
    """Return whether bracketed text can be letters of a word: "s", "T", "'s"."""
    return bool(_LETTERS.fullmatch(text.removeprefix("'")))
