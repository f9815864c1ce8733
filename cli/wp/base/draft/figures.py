"""What a sentence states, as the raw data of a draft fact."""

from typing import TYPE_CHECKING, NamedTuple

from wp.quantities.model import DateMention
from wp.statements.read import Stated, read_statement

if TYPE_CHECKING:
    from wp.base.raw import RawFigure, RawPeriod


class DraftFigures(NamedTuple):
    """The figures and dates of a sentence, in the order they are printed in."""

    figures: "list[RawFigure]"
    dates: "list[RawPeriod]"


def find_figures(
    sentence: str, hidden: tuple[tuple[int, int], ...] = (), language: str = "en"
) -> DraftFigures:
    """Find the figures and dates of a sentence, outside the spans `hidden`."""
    read = read_statement(sentence, hidden, language)
    return DraftFigures([*map(_figure, read.figures)], [*map(period_of, read.dates)])


def _figure(stated: Stated) -> "RawFigure":
    raw: RawFigure = {
        "text": stated.text,
        "value": stated.quantity.value,
        "unit": stated.unit,
        "measures": stated.measures,
    }
    if stated.quantity.qualifier:
        raw["qualifier"] = stated.quantity.qualifier
    if stated.period:
        raw["period"] = period_of(stated.period)
    if stated.part_of:
        raw["part_of"] = stated.part_of
    return raw


def period_of(mention: DateMention) -> "RawPeriod":
    """Return a date as the raw data of a period."""
    period = mention.period
    return {"text": period.text, "start": period.start, "end": period.end}
