"""The words of texts for indexing, each stretch between spaces taken apart only once.

No word of `wp.search.tokens` holds a space, so the words of a text are those of its stretches; nor
does an acronym, and the initials of names are those of the stretches in a row.
"""

import re
from typing import NamedTuple

from wp.search.acronyms import capitals
from wp.search.stem import stem
from wp.search.tokens import STOP_WORDS, tokens

_MOST_KEPT = 400_000
_ACRONYM = re.compile(r"\b[A-Z]{2,8}\b")
_NAME = re.compile(r"\S{3}")

_Piece = tuple[tuple[str, ...], str, str, bool]
"""The words of a stretch that carry a subject, their stems, its initials, if it is an acronym."""


class Content(NamedTuple):
    """What a text holds: words in order, their stems parted by spaces, whether names and acronyms.

    `names` tells whether it may print a name of three capitalised words, `acronyms` whether an
    acronym.
    """

    words: list[str]
    stems: str
    names: bool
    acronyms: bool


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
        acronyms = False
        for own, stemmed, initials, acronym in map(self.__getitem__, pieces):
            if own:
                words += own
                stems.append(stemmed)
            marks.append(initials)
            if acronym:
                acronyms = True
        return Content(words, " ".join(stems), _NAME.search("".join(marks)) is not None, acronyms)

    def __missing__(self, piece: str) -> _Piece:
        if len(self) >= _MOST_KEPT:
            self.clear()
        known = self._words
        words = []
        for token in tokens(piece):
            if token.text not in STOP_WORDS:
                if token.text not in known:
                    known[token.text] = stem(token.text)
                words.append(token.text)
        found = self[piece] = (
            tuple(words),
            " ".join(known[word] for word in words),
            capitals(piece),
            _ACRONYM.search(piece) is not None,
        )
        return found
