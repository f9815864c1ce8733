"""The fact of a table's row: each figure with its row's label and the head of its column."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from wp.base.draft.blocks import Row
from wp.base.draft.figures import find_figures
from wp.base.draft.sections import Passage
from wp.base.draft.wording import statement_of
from wp.pattern import pattern
from wp.quantities import quantities
from wp.statements.heads import unit_of_head

Raw = dict[str, Any]

_CAPTION = pattern(r"(?:table|tab\.|chart|box|exhibit|annex table)\s*[\dA-Z]", re.IGNORECASE)
_LONGEST_CAPTION = 300
_SCALE = pattern(
    r"\b(?:thousands?|millions?|billions?|mn|bn)\b|(?<![\d,.])['’]?000s?\b", re.IGNORECASE
)
_IN_BRACKETS = pattern(r"\(((?:per|percent|%|in )[^()]*|[^()\d]+)\)")


def is_caption(text: str) -> bool:
    """Whether a paragraph names the table below it: "Table 3. Catch by year"."""
    return bool(_CAPTION.match(text)) and len(text) <= _LONGEST_CAPTION


def above_rows(passages: Sequence[Passage]) -> Iterator[str]:
    """Give, for each passage, the caption and heads right above the table that it is a row of."""
    above = ""
    body = False
    for passage in passages:
        if passage.row is None:
            above = passage.text if is_caption(passage.text) else ""
        elif passage.row.head:
            above = passage.text if body else f"{above} {passage.text}".strip()
        body = passage.row is not None and not passage.row.head
        yield above if body else ""


def row_warnings(parts: Iterable[Sequence[Passage]]) -> list[str]:
    """Warn about rows whose figures lack the head of their column, or its scale."""
    headless = scaled = 0
    for passages in parts:
        for passage, above in zip(passages, above_rows(passages), strict=True):
            if passage.row and not passage.row.head and row_fact(passage.row, passage.text, above):
                headless += not passage.row.heads
                scaled += bool(_SCALE.search(above))
    warnings = []
    if headless:
        warnings.append(f"table rows whose figures have no heading: {headless}; say what they are")
    if scaled:
        warnings.append(
            f"table rows whose scale stands above them: {scaled}; their values are as printed"
        )
    return warnings


def row_fact(row: Row, quote: str, above: str, language: str = "en") -> Raw | None:
    """Propose the fact of a row, or None where its cells have no figure.

    `quote` is the row as the text has it, `above` the caption and heads that stand right above the
    table's body: they become the context. A date in a column's head is a `context_period`.
    """
    label = row.cells[0]
    figures: list[Raw] = []
    dates: list[Raw] = list(find_figures(label, language=language).dates)
    told = []
    for place, cell in enumerate(row.cells[1:], 1):
        head = row.heads[place] if row.heads else ""
        found = find_figures(cell, language=language)
        for raw in found.figures:
            figures.append(_placed(raw, label, head, above, dates))
        dates += found.dates
        if cell:
            told.append(f"{cell} ({head})" if head else cell)
    if not figures:
        return None
    fact: Raw = {"statement": statement_of(f"{label}: {', '.join(told)}" if label else quote)}
    fact["quote"] = quote
    if above:
        fact["context"] = above
    fact["figures"] = figures
    if dates:
        fact["dates"] = dates
    return {**fact, "draft": True}


def _placed(raw: Raw, label: str, head: str, above: str, labelled: list[Raw]) -> Raw:
    """Give a cell's figure what its row and its column say of it."""
    if raw["unit"] == "count":
        raw["unit"] = (
            unit_of_head(label) or unit_of_head(head) or _caption_unit(head, above) or "count"
        )
    raw["measures"] = ", ".join(filter(None, (label, head))) or raw["measures"]
    if "period" in raw:
        return raw
    headed = [date for date in find_figures(head).dates if date["text"] in above]
    if len(labelled) == 1:
        raw["period"] = labelled[0]
    elif len(headed) == 1:
        raw["context_period"] = headed[0]
    return raw


def _caption_unit(head: str, above: str) -> str:
    """Give the unit that a caption has in brackets, for a column whose head is only a time."""
    bare = head
    for date in find_figures(head).dates:
        bare = bare.replace(date["text"], "")
    found = _IN_BRACKETS.search(above)
    if found is None or not head or any(map(str.isalpha, bare)):
        return ""
    words = found[1].split()
    read = (quantities(f"1 {' '.join(words[:count])}") for count in (3, 2, 1))
    return next((one[0].unit for one in read if len(one) == 1 and one[0].unit), "") or ""
