"""Wrapped lines of plain text put together: words broken by a hyphen at a line's end."""

import re
from collections.abc import Sequence

from wp.documents.hyphens import keeps_hyphen
from wp.documents.mapped import Mapped, join
from wp.pattern import pattern

# Both only from a word's first letter on: a long one would be gone through from each letter.
_HYPHENED = pattern(r"(?<![^\W\d_])([^\W\d_]+(?:[-‐][^\W\d_]+)*)[-\u00ad‐]$")
_BROKEN_WORD = pattern(r"(?<![^\W\d_])[^\W\d_]+[-\u00ad‐]\s*\n\s*[^\W\d_]+")
_NUMBER_HYPHENED = pattern(r"\d[-‐–]$")


class LineJoiner:
    """Joins wrapped lines; a word broken by a hyphen is looked up in the rest of the text."""

    def __init__(self, text: str) -> None:
        self._joined: list[str] = []
        whole = _BROKEN_WORD.sub(" ", text.lower())
        self._words = frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", whole))

    def join(self, lines: Sequence[Mapped]) -> Mapped:
        """Return the lines as one; "govern-" and "ment" become one word, "long-" and "term" do not
        where the text has "long-term" elsewhere and not "longterm".
        """
        pieces: list[Mapped] = []
        for line in lines:
            text = line.text.rstrip()
            line = line.part(0, len(text))
            if not pieces:
                pieces.append(line)
                continue
            line = line.strip()
            last = pieces[-1].text
            rest = re.match(r"[a-zß-ÿ]+", line.text)
            if _NUMBER_HYPHENED.search(last[-2:]) and line.text[:1].isalnum():
                pieces.append(line)  # "2013-" and "14", "5-" and "year"
            elif (broken := _HYPHENED.search(last[-50:])) is None:
                pieces += [_LINE_END, line]
            elif rest is None or keeps_hyphen(broken[1], rest[0], self._words):
                pieces.append(line)
            else:
                pieces[-1] = pieces[-1].part(0, len(last) - 1)
                pieces.append(line)
                self._joined.append(broken[1] + rest[0])
        return join(pieces)

    def warnings(self) -> list[str]:
        """Tell which words were joined."""
        if not self._joined:
            return []
        shown = ", ".join(f"“{word}”" for word in dict.fromkeys(self._joined[:20]))
        more = ", …" if len(self._joined) > 20 else ""
        return [
            f"words broken by a hyphen at a line end: {len(self._joined)}; they were joined, so "
            f"compare with the original: {shown}{more}"
        ]


_LINE_END = Mapped("\n", ())
