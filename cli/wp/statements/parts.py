"""Which figure of a sentence is a part of which: "of the 180 seats, 81 went to women"."""

import re
from collections.abc import Sequence
from typing import Protocol

from wp.pattern import pattern
from wp.quantities.model import Quantity
from wp.statements.roles import part_of

OF_THE = pattern(r"\s+(?:out )?of\s+(?:(?:the|its|their|these|those|all)\s+)*")
_OF_THEM = pattern(r"\s+of (?:them|these|those|whom|which)\b")
_AMONG = pattern(
    r"\b(?:(?:of|among) (?:which|whom|them|these|those),?|including)(?: [^\W\d]+)?\s*$"
)
_OUT_OF = pattern(r"(?:^|[;:]\s+)(?:of|out of|among)(?: [^\W\d]+){0,2} $", re.IGNORECASE)
_ENDED = pattern(r"[;.]\s")
_BACK = 100  # characters that "out of all these" fits in
_MOST = 60  # parts of a whole
_COLON = pattern(r":\s(?:[^\W\d]+ )?$")


class _Figure(Protocol):
    @property
    def quantity(self) -> Quantity: ...
    @property
    def unit(self) -> str: ...
    @property
    def named(self) -> bool: ...
    @property
    def counted_end(self) -> int: ...


def wholes_of(sentence: str, figures: Sequence[_Figure]) -> list[int | None]:
    """Return for each figure the place of the one that it is told a part of, None for none.

    "29 of the 160 contracts", "12 men, of whom 3 fell", "12 men; 3 of them fell", "of 12 men, 3
    fell and 2 fled", and "14 deaths: nine at home, five at sea", where the parts make up the whole.
    """
    found: list[int | None] = [None] * len(figures)
    for place, one in enumerate(figures):
        start, end = one.quantity.start, one.quantity.end
        low = figures[place - 1].quantity.end if place else 0
        following = figures[place + 1].quantity.start if place + 1 < len(figures) else 0
        if following and OF_THE.fullmatch(sentence, end, following):
            _note(found, figures, place, place + 1)
        if _OF_THEM.match(sentence, end) or _AMONG.search(sentence, low, start):
            _note(found, figures, place, _last_whole(found, figures, place))
        elif place and not one.named and not _ENDED.search(sentence, low, start):
            # "of which 22,500 were in transport and 4,000 in trade"
            _note_level(sentence, found, figures, place, found[place - 1])
        number = one.quantity.number_start
        opens = _OUT_OF.search(sentence, max(0, number - _BACK), number)
        if opens or (following and _COLON.search(sentence, end, following)):
            _note_listed(sentence, found, figures, place)
    return found


def _last_whole(found: Sequence[int | None], figures: Sequence[_Figure], place: int) -> int | None:
    """Return the last figure that is no part and no smaller: of "60 ships in four ports, 12 of
    them" the ships."""
    least = figures[place].quantity.value
    before = range(place - 1, max(place - 1 - _MOST, -1), -1)
    wholes = (at for at in before if found[at] is None and figures[at].quantity.value >= least)
    return next(wholes, None)


def _note_listed(
    sentence: str, found: list[int | None], figures: Sequence[_Figure], whole: int
) -> None:
    """Note the figures behind a whole that opens a list: the bare ones, or all that make it up."""
    stop = whole + 1
    while stop < min(len(figures), whole + _MOST) and not _ENDED.search(
        sentence, figures[stop - 1].quantity.end, figures[stop].quantity.start
    ):
        stop += 1
    listed = range(whole + 1, stop)
    total = sum(figures[place].quantity.value for place in listed)
    made_up = total == figures[whole].quantity.value
    for place in listed:
        if made_up:
            found[place] = whole
        elif not figures[place].named:
            _note_level(sentence, found, figures, place, whole)


def _note_level(
    sentence: str,
    found: list[int | None],
    figures: Sequence[_Figure],
    place: int,
    whole: int | None,
) -> None:
    quantity = figures[place].quantity
    if part_of(sentence, quantity.start, quantity.end).role == "level":
        _note(found, figures, place, whole)


def _note(
    found: list[int | None], figures: Sequence[_Figure], place: int, whole: int | None
) -> None:
    if whole is None or found[place] is not None:
        return
    part, all_ = figures[place], figures[whole]
    alike = part.unit == all_.unit or not (part.quantity.unit or all_.quantity.unit)
    counts = "percent" not in part.unit and not (part.quantity.ordinal or all_.quantity.ordinal)
    within = part.quantity.step is not None and part.quantity.value <= all_.quantity.value
    if alike and counts and within:
        found[place] = whole
