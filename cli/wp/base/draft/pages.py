"""Pages of lines as one text: running heads and page numbers left out, columns noticed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_EDGE = 2  # lines at the top and bottom of a page that may be running heads
_FEWEST = 3  # pages a line must repeat on
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*", re.I)
_NUMBERED = re.compile(r"^\d{1,3}\s+|\s+(?:page\s+)?\d{1,3}$", re.IGNORECASE)
# A line that breaks off within a sentence.
_MIDDLE = re.compile(
    r"^[^\W\d_A-Z]|[,;:–—-]$|\b(?:a|an|and|as|at|but|by|for|from|has|have|in|is|it|of|on|or|that|"
    r"the|this|to|was|were|with)$"
)
_GAP = re.compile(r"\S( {4,})\S")
_SENTENCE_END = re.compile(r"[.!?:;。！？][\"'”’)\]]*$")


def without_running_heads(pages: Sequence[Sequence[str]]) -> tuple[list[str], list[str]]:
    """Put pages together; gives the lines and the warnings about what was left out.

    A line at the edge of a page goes when it repeats, its digits aside, on half of the pages and on
    `_FEWEST` at least, or when it is a page number. Of two pages it must be the same line, page
    number aside, at the same place.
    """
    trimmed = [_trim(page) for page in pages]
    trimmed = [page for page in trimmed if page]
    counts = Counter(key for page in trimmed for key in {_key(page[at]) for at in _edges(page)})
    heads = {
        key
        for key, count in counts.items()
        if count >= _FEWEST and 2 * count >= len(trimmed) and key
    }
    if len(trimmed) == 2 and min(len(_filled(page)) for page in trimmed) > 2 * _EDGE:
        heads = _heads_of_two(*trimmed)
    several = len(trimmed) > 1
    lines: list[str] = []
    examples: list[str] = []
    for page in trimmed:
        edges = set(_edges(page))
        kept: list[str] = []
        for at, line in enumerate(page):
            number = several and bool(_PAGE_NUMBER.fullmatch(line.strip()))
            if at in edges and (number or _key(line) in heads):
                if not number:
                    examples.append(line.strip())
            else:
                kept.append(line)
        kept = _trim(kept)
        if lines and kept and not _runs_on(lines[-1], kept[0]):
            lines.append("")
        lines += kept
    warnings = []
    if examples:
        warnings.append(
            f"running heads or feet left out: {len(examples)}, first “{examples[0][:60]}”; "
            "compare the breaks of pages with the original"
        )
    elif repeated := _repeated(lines):
        warnings.append(
            f"the line “{repeated[0][:60]}” stands {repeated[1]} times and may be a running head; "
            "take it out of the text if so"
        )
    return lines, warnings


def two_columns(lines: Sequence[str]) -> list[str]:
    """Warn when many lines have a wide gap at one place in their middle."""
    full = [line for line in lines if len(line.strip()) > 30]
    gaps = Counter(
        match.end(1) // 4 for line in full for match in _GAP.finditer(line) if match.end(1) > 15
    )
    if not gaps:
        return []
    place, _ = gaps.most_common(1)[0]
    count = gaps[place] + gaps[place + 1] + gaps[place - 1]
    if count < 6 or count < 0.4 * len(full):
        return []
    return [
        f"{count} lines look like two columns side by side, so sentences may run across them; "
        "extract the text column by column"
    ]


def _trim(page: Sequence[str]) -> list[str]:
    lines = list(page)
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


def _edges(page: Sequence[str]) -> Iterator[int]:
    filled = [at for at, line in enumerate(page) if line.strip()]
    yield from {*filled[:_EDGE], *filled[-_EDGE:]}


def _heads_of_two(one: Sequence[str], two: Sequence[str]) -> set[str]:
    """Give the keys of the lines that stand at one place of both pages, page numbers aside."""
    heads = set()
    for places in (range(_EDGE), range(-1, -_EDGE - 1, -1)):
        for at in places:
            lines = [_filled(page)[at : at + 1 or None] for page in (one, two)]
            words = {_NUMBERED.sub("", " ".join(line[0].split())) for line in lines if line}
            if not all(lines) or len(words) > 1 or len(words.pop().split()) < 2:
                break  # what stands further in is text
            heads.add(_key(lines[0][0]))
    return heads


def _filled(page: Sequence[str]) -> list[str]:
    return [line for line in page if line.strip() and not _PAGE_NUMBER.fullmatch(line.strip())]


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()).lower())


def _runs_on(before: str, after: str) -> bool:
    """Whether a sentence runs on over the break of a page."""
    return not _SENTENCE_END.search(before.rstrip()) and (
        after.strip()[:1].islower() or before.rstrip().endswith(("-", ","))
    )


def _repeated(lines: Sequence[str]) -> tuple[str, int] | None:
    """Find the most frequent line of several words that stands three times or more.

    One that begins or ends within a sentence is a line of repetitive text.
    """
    counts = Counter(line.strip() for line in lines if 10 <= len(line.strip()) <= 80)
    return next(
        (
            (line, count)
            for line, count in counts.most_common()
            if count >= _FEWEST and len(line.split()) > 1 and not _MIDDLE.search(line)
        ),
        None,
    )
