"""The words of texts for indexing, each stretch between spaces taken apart only once.

No word of `wp.search.tokens` holds a space, so the words of a text are those of its stretches; nor
does an acronym, and the initials of names are those of the stretches in a row.
"""

import re
from sys import intern
from typing import NamedTuple

from wp.search.acronyms import acronyms, capitals
from wp.search.stem import stem
from wp.search.tokens import STOP_WORDS, tokens

_MOST_KEPT = 400_000
_MARKS = '.,;:!?()"'
_NAME = re.compile(r"\S{3}")

_Piece = tuple[tuple[str, ...], str, str, tuple[str, ...]]
"""The words of a stretch that carry a subject, their stems, its initials, its acronyms."""


class Content(NamedTuple):
    """What a text holds: words in order, their stems parted by spaces, its acronyms.

    `names` tells whether it may print a name of three capitalised words.
    """

    words: list[str]
    stems: str
    names: bool
    acronyms: list[str]


class Pieces(dict[str, _Piece]):
    """Give the content of texts as `index` does; what is known of each stretch is kept."""

    def __init__(self, words: dict[str, str]) -> None:
        """Prepare; `words`, printed word to stem, grows with what is read."""
        super().__init__()
        self._words = words

    def content(self, pieces: list[str]) -> Content:
        """Give the content of a text that was split at its spaces."""
        words: list[str] = []
        stems: list[str] = []
        marks: list[str] = []
        letters: list[str] = []
        for own, stemmed, initials, printed in map(self.__getitem__, pieces):
            if own:
                words += own
                stems.append(stemmed)
            marks.append(initials)
            if printed:
                letters += printed
        return Content(words, " ".join(stems), _NAME.search("".join(marks)) is not None, letters)

    def __missing__(self, piece: str) -> _Piece:
        if len(self) >= _MOST_KEPT:
            self.clear()
        known = self._words
        words = []
        for word in _words(piece):
            if word not in STOP_WORDS:
                # One object for a word wherever it is printed: millions of look-ups are faster.
                word = intern(word)
                if word not in known:
                    known[word] = stem(word)
                words.append(word)
        stems = " ".join(known[word] for word in words)
        found = self[piece] = tuple(words), stems, capitals(piece), tuple(acronyms(piece))
        return found


def _words(piece: str) -> list[str]:
    bare = piece.strip(_MARKS)
    if bare.isascii() and bare.isalpha():
        return [bare.lower()]
    return [token.text for token in tokens(piece)]
