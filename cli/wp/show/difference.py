"""A quotation drawn against its source: the word by word difference, and the passage's place."""

from rich.style import Style
from rich.text import Text

from wp.cite.source import pages
from wp.safe import printable
from wp.verify.diff import word_diff
from wp.verify.verdict import Verdict

_QUOTATION = Style(color="red")
_SOURCE = Style(bold=True, color="green")


def place_of(verdict: Verdict, page: str | None = None) -> str:
    """Return the place of a verdict's passage: "VI ¶4, p. 12"; a heading has no paragraph."""
    if verdict.section is None:
        return "the title page"
    if verdict.paragraph is None:
        return f"{verdict.section}, its heading"
    place = f"{verdict.section} ¶{verdict.paragraph}"
    return f"{place}, {pages(page)}" if page else place


def difference(quotation: str, source: str) -> Text:
    """Draw `[-words of the quotation-]{+words of the source+}` among the words they share."""
    drawn = Text()
    before = ""
    for piece in word_diff(quotation, source):
        if before and (before, piece.side) != ("quotation", "source"):
            drawn.append(" ")
        before = piece.side
        words = printable(piece.text)
        if piece.side == "quotation":
            drawn.append(f"[-{words}-]", style=_QUOTATION)
        elif piece.side == "source":
            drawn.append(f"{{+{words}+}}", style=_SOURCE)
        else:
            drawn.append(words)
    return drawn
