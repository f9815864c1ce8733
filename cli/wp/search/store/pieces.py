"""The words of texts for indexing, each stretch between spaces taken apart only once.

No word of `wp.search.tokens` holds a space, so the words of a text are those of its stretches; nor
does an acronym, and the initials of names are those of the stretches in a row.
"""

from sys import intern
from typing import NamedTuple

from wp.search.acronyms import acronyms, capitals
from wp.search.stem import stem
from wp.search.tokens import STOP_WORDS, tokens

_MOST_KEPT = 400_000
_MARKS = '.,;:!?()"'


class Piece(NamedTuple):
    """What a stretch without spaces holds.

    The words that carry a subject, their stems parted by spaces, the initials of capitalised words
    with a space for whatever ends a name, and acronyms.
    """

    words: tuple[str, ...]
    stems: str
    capitals: str
    acronyms: tuple[str, ...]


class Pieces(dict[str, Piece]):
    """Take stretches apart as `index` does; what is known of each is kept.

    `new` are the words, with their stems, that were met since it was emptied last.
    """

    def __init__(self) -> None:
        super().__init__()
        self.new: dict[str, str] = {}
        self._stems: dict[str, str] = {}

    def stem(self, word: str) -> str:
        """Give the stem of a word."""
        stemmed = self._stems.get(word)
        if stemmed is None:
            stemmed = self._stems[word] = self.new[word] = stem(word)
        return stemmed

    def __missing__(self, piece: str) -> Piece:
        if len(self) >= _MOST_KEPT:
            self.clear()
        # One object for a word wherever it is printed: millions of look-ups are faster.
        words = tuple(intern(word) for word in _words(piece) if word not in STOP_WORDS)
        stems = " ".join(map(self.stem, words))
        printed = () if piece.islower() else tuple(acronyms(piece))
        found = self[piece] = Piece(words, stems, capitals(piece), printed)
        return found


def _words(piece: str) -> list[str]:
    bare = piece.strip(_MARKS)
    if bare.isascii() and bare.isalpha():
        return [bare.lower()]
    return [token.text for token in tokens(piece)]
