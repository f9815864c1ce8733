"""Words and digit groups of a text with their offsets: what numbers and dates are read from.

One linear pass cuts the text; everything above looks a bounded number of tokens around itself.
"""

from functools import partial
from typing import NamedTuple

from wp.pattern import pattern

HYPHENS = "-‐‑‒–—−"
_JOINING = frozenset(HYPHENS)
_GAP = 12  # characters


def vocabulary(words: str) -> frozenset[str]:
    """Return the set of the words of a line."""
    return frozenset(words.split())


class TextToken(NamedTuple):
    """A run of letters, or digits with the commas and full stops between them."""

    text: str
    lower: str
    start: int
    end: int
    digits: bool = False


_PATTERN = pattern(r"([0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|[½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
# What `TextToken(…)` does, in half the time: there is one for each word of a document.
_token = partial(tuple.__new__, TextToken)


class Tokens:
    """A text, its tokens and language; an index outside the tokens gives an empty one."""

    __slots__ = ("_end", "_gaps", "_spaced", "_start", "items", "language", "source")

    def __init__(self, source: str, language: str = "en") -> None:
        """Cut a text into words and digit groups."""
        self.source = source
        self.language = language
        pieces = _PATTERN.split(source)  # by turns what stands between tokens, and a token
        self.items: list[TextToken] = []
        end = 0
        for gap, word in zip(pieces[::2], pieces[1::2], strict=False):
            start = end + len(gap)
            end = start + len(word)
            self.items.append(_token((word, word.lower(), start, end, word[0] in "0123456789")))
        self._start = TextToken(" ", "", 0, 0)
        self._end = TextToken(" ", "", len(source), len(source))
        # What stands before each token, and behind the last; whether it is white space.
        self._gaps = [gap[:_GAP] for gap in pieces[::2]]
        self._spaced = [
            gap == " " or (0 < len(gap) < _GAP and gap.isspace() and gap.count("\n") < 2)
            for gap in self._gaps
        ]
        self._spaced[0] = self._spaced[-1] = False

    def __call__(self, index: int) -> TextToken:
        """Return the token at an index, or an empty one beyond either end."""
        if index < 0:
            return self._start
        try:
            return self.items[index]
        except IndexError:
            return self._end

    def between(self, index: int) -> str:
        """Return the characters between the token at `index` and the next one, at most 12."""
        return self._gaps[index + 1] if -2 < index < len(self.items) else ""

    def spaced(self, index: int) -> bool:
        """Return whether only white space within a paragraph stands before the next token."""
        return -1 < index < len(self.items) and self._spaced[index + 1]

    def joined(self, index: int) -> bool:
        """Return whether white space or one hyphen stands between this token and the next."""
        if not -1 < index < len(self.items) - 1:
            return False
        return self._spaced[index + 1] or self._gaps[index + 1] in _JOINING

    def before(self, index: int) -> str:
        """Return the character before a token, or an empty string."""
        start = self(index).start
        return self.source[start - 1] if start else ""

    def after(self, index: int) -> str:
        """Return the character after a token, or an empty string."""
        end = self(index).end
        return self.source[end] if end < len(self.source) else ""

    def phrase(self, index: int, words: int) -> str:
        """Return `words` tokens from `index` on, lower-case, when only white space parts them."""
        last = index + words - 1
        if index < 0 or last >= len(self.items):
            return ""
        if not all(self._spaced[index + 1 : last + 1]):
            return ""
        return " ".join([token.lower for token in self.items[index : last + 1]])

    def opens_sentence(self, index: int) -> bool:
        """Return whether a token is the first of the text, of a line or of a sentence."""
        if index <= 0:
            return True
        gap = self.between(index - 1)
        return any(mark in gap for mark in '.!?:;\n"“”([•')
