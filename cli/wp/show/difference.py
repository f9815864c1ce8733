"""A quotation drawn against its source: the word by word difference, and the passage's place."""

from rich.style import Style
from rich.text import Text

from wp.cite.passage import CitedPassage
from wp.cite.source import pages
from wp.safe import printable
from wp.show import terminal
from wp.verify.diff import in_doubt, in_whole_sentences, word_diff
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


def compared(verdict: Verdict, passage: CitedPassage | None) -> tuple[Text, Text | None]:
    """Draw an altered quotation against its source: `[-its words-]{+the source's+}`.

    Where it is not sure how far the passage reaches, the source's words make no correction: they
    are given apart, in whole sentences.
    """
    drawn = Text.assemble("“", difference(verdict.quotation, verdict.source or ""), "”")
    if passage is None or not in_doubt(verdict, passage.before, passage.after):
        return drawn, None
    before, words, after = in_whole_sentences(passage.before, passage.words, passage.after)
    source = Text.assemble(
        "“", (printable(before), terminal.HINT), printable(words),
        (printable(after), terminal.HINT), "”",
    )  # fmt: skip
    own = difference(verdict.quotation, verdict.source or "", source_too=False)
    return Text.assemble("“", own, "”"), source


def difference(
    quotation: str, source: str, *, source_too: bool = True, around: int | None = None
) -> Text:
    """Draw `[-words of the quotation-]{+words of the source+}` among the words they share.

    Without `source_too` what only the source has is left out. Of the words that both have, only
    those `around` a change are shown, on either side.
    """
    drawn = Text()
    before = ""
    pieces = word_diff(quotation, source)
    for number, piece in enumerate(pieces):
        if piece.side == "source" and not source_too:
            continue
        if before and (before, piece.side) != ("quotation", "source"):
            drawn.append(" ")
        before = piece.side
        words = printable(piece.text)
        if around is not None and piece.side == "same":
            words = _ends(words, around * (number > 0), around * (number < len(pieces) - 1))
        if piece.side == "quotation":
            drawn.append(f"[-{words}-]", style=_QUOTATION)
        elif piece.side == "source":
            drawn.append(f"{{+{words}+}}", style=_SOURCE)
        else:
            drawn.append(words)
    return drawn


def _ends(words: str, first: int, last: int) -> str:
    """Return the first and last words of some, an ellipsis in place of the others."""
    each = words.split(" ")
    if len(each) <= first + last + 1:
        return words
    return " ".join([*each[:first], "…", *each[len(each) - last :]])
