"""The brackets of a sentence."""

from bisect import bisect_left

_CLOSING = {")": "(", "]": "["}


class Brackets:
    """The pairs of round and square brackets of a sentence; what is not paired is no bracket."""

    def __init__(self, sentence: str) -> None:
        spans: list[tuple[int, int]] = []
        opened: list[int] = []
        for at, mark in enumerate(sentence):
            if mark in "([":
                opened.append(at)
            elif mark in _CLOSING and opened and sentence[opened[-1]] == _CLOSING[mark]:
                spans.append((opened.pop(), at))
        self._ends: list[int] = []
        self._inner: list[tuple[int, int] | None] = []
        open_spans: list[tuple[int, int]] = []
        edges = sorted([(span[0], span) for span in spans] + [(span[1], span) for span in spans])
        for at, span in edges:
            self._ends.append(at)
            self._inner.append(open_spans[-1] if open_spans else None)
            if at == span[0]:
                open_spans.append(span)
            else:
                open_spans.pop()

    def around(self, at: int) -> tuple[int, int] | None:
        """Return the offsets of the innermost pair of brackets around an offset, None outside
        any."""
        place = bisect_left(self._ends, at)
        return self._inner[place] if place < len(self._inner) else None
