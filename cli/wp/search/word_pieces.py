"""The words of texts for indexing, each stretch between spaces taken apart only once.

No word of `wp.words.tokens` holds a space, so the words of a text are those of its stretches, and
the initials of names are those of the stretches in a row.
"""

from sys import intern
from typing import NamedTuple

from wp.words.acronyms import capitals
from wp.words.stem import stem
from wp.words.tokens import STOP_WORDS, tokens

_MARKS = '.,;:!?()"'


class WordPiece(NamedTuple):
    """What a stretch without spaces holds.

    The words that carry a subject, their stems parted by spaces, the initials of capitalised words
    with a space for whatever ends a name, and a hyphenated word written as one.
    """

    words: tuple[str, ...]
    stems: str
    capitals: str
    compound: str


class Pieces(dict[str, WordPiece]):
    """Takes stretches apart; what is known of each is kept, and the stem of each word."""

    def __init__(self) -> None:
        super().__init__()
        self.stems: dict[str, str] = {}

    def of(self, text: str) -> list[WordPiece]:
        """Return the pieces of a text."""
        return [self[piece] for piece in text.split()]

    def __missing__(self, piece: str) -> WordPiece:
        # One object for a word wherever it is printed: millions of look-ups are faster.
        words = tuple(intern(word) for word in _words(piece) if word not in STOP_WORDS)
        joined = _compound(piece) if "-" in piece else ""
        stems = " ".join(map(self._stem, words))
        if joined:
            self._stem(joined)
        found = self[piece] = WordPiece(words, stems, capitals(piece), joined)
        return found

    def _stem(self, word: str) -> str:
        stemmed = self.stems.get(word)
        if stemmed is None:
            stemmed = self.stems[word] = stem(word)
        return stemmed


def joined_stems(pieces: list[WordPiece]) -> str:
    """Return the stems of a text in order, parted by spaces."""
    return " ".join(piece.stems for piece in pieces if piece.stems)


def _words(piece: str) -> list[str]:
    bare = piece.strip(_MARKS)
    if bare.isascii() and bare.isalpha():
        return [bare.lower()]
    return [token.text for token in tokens(piece)]


def _compound(piece: str) -> str:
    """Return a hyphenated word written as one ("counter-terrorism": counterterrorism)."""
    word = piece.strip(".,;:!?()[]\"'“”‘’").lower().removesuffix("'s")
    first, _, second = word.partition("-")
    return first + second if first.isalpha() and second.isalpha() else ""
