"""How far apart the lines of one paragraph stand in a PDF."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from wp.documents.pdf_columns import Frame
from wp.documents.pdf_lines import PdfLine
from wp.pattern import pattern

ENDED = pattern(r"[.!?:;。！？：；…][\"'”’)\]»]*$")
_ENOUGH = 4  # lines


class Spacing:
    """How far apart the lines of one paragraph stand, for each size of letters."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        gaps: dict[float, Counter[float]] = defaultdict(Counter)
        # of lines that a sentence plainly goes on in, for each page
        running: dict[tuple[int, float], Counter[float]] = defaultdict(Counter)
        sizes: Counter[float] = Counter()
        bold = total = 0
        for frame in frames:
            for before, line in zip([None, *frame.lines], frame.lines, strict=False):
                count = len(line.text)
                sizes[_rounded(line.size)] += count
                total += count
                bold += count * line.bold
                if before is not None:
                    line.gap = line.baseline - before.baseline
                    if _rounded(before.size) == _rounded(line.size) and 0 < line.gap < 60:
                        gap = round(line.gap * 2) / 2
                        gaps[_rounded(line.size)][gap] += 1
                        if line.text[:1].islower() and not ENDED.search(before.text):
                            running[line.page, _rounded(line.size)][gap] += 1
        self.body = sizes.most_common(1)[0][0] if sizes else 10.0
        self.bold = 2 * bold > total
        self._leading = {size: _usual(counts, size) for size, counts in gaps.items()}
        self._on_page = {key: _usual(counts, key[1]) for key, counts in running.items()
                         if counts.total() >= _ENOUGH}  # fmt: skip

    def leading(self, line: PdfLine) -> float:
        """Return the usual distance between lines of this size, on the line's page or on all."""
        usual = self._leading.get(_rounded(line.size), 1.25 * line.size)
        return max(usual, self._on_page.get((line.page, _rounded(line.size)), 0.0))


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _usual(counts: Counter[float], size: float) -> float:
    """Return the smallest distance that a good part of the lines stand at."""
    most = max(counts.values())
    usual = [gap for gap, count in counts.items() if count >= 0.5 * most and gap >= 0.85 * size]
    return min(usual, default=1.25 * size)
