"""The words of texts for indexing, each stretch between spaces taken apart only once.

No word of `wp.search.tokens` holds a space, so the words of a text are those of its stretches.
"""

from wp.search.acronyms import capitals
from wp.search.stem import stem
from wp.search.tokens import STOP_WORDS, tokens

_MOST_KEPT = 400_000


class Pieces:
    """Give the words of texts that carry a subject, and the initials of names, as `index` does."""

    def __init__(self, words: dict[str, str]) -> None:
        """Prepare; `words`, printed word to stem, grows with what is read."""
        self._words = words
        self._known: dict[str, tuple[tuple[str, ...], str]] = {}
        self._marks: dict[str, str] = {}

    def content(self, text: str) -> tuple[list[str], str]:
        """Give the words of a text, and its stems parted by spaces."""
        words: list[str] = []
        stems: list[str] = []
        known = self._known
        for piece in text.split():
            found = known.get(piece)
            if found is None:
                found = self._read(piece)
            if found[0]:
                words += found[0]
                stems.append(found[1])
        return words, " ".join(stems)

    def _read(self, piece: str) -> tuple[tuple[str, ...], str]:
        if len(self._known) >= _MOST_KEPT:
            self._known.clear()
        words = []
        for token in tokens(piece):
            if token.text not in STOP_WORDS:
                if token.text not in self._words:
                    self._words[token.text] = stem(token.text)
                words.append(token.text)
        found = self._known[piece] = tuple(words), " ".join(self._words[w] for w in words)
        return found

    def has_name(self, text: str) -> bool:
        """Tell whether a text may print a name of three capitalised words."""
        marks = self._marks
        held = []
        for piece in text.split():
            mark = marks.get(piece)
            if mark is None:
                if len(marks) >= _MOST_KEPT:
                    marks.clear()
                mark = marks[piece] = capitals(piece)
            held.append(mark)
        return any(len(run) >= 3 for run in "".join(held).split())
