"""A table's row as a claim: each cell with the row's label and its column's head as its words."""

import re

from wp.documents import TableRow
from wp.pattern import pattern
from wp.statements import stems
from wp.statements.cell_units import is_caption, measured, without_unit
from wp.statements.read import read_statement
from wp.verify.claims.context import Context, Judge
from wp.verify.verdict import Claim, ClaimVerdict
from wp.words.names import countries

_ORDER: tuple[ClaimVerdict, ...] = ("contradicted", "unsupported", "supported")
_SENTENCE_WORDS = 5
_MARK = pattern(r"[A-Za-z]|[A-Z]?\d{1,2}[.)]?|No\. ?\d+")
_BARE = pattern(r"\W{0,2}\d[\d,.]*\W{0,2}")
# A question, and the statement that its answer makes.
_ANSWERS = tuple(
    (pattern(form, re.IGNORECASE), told)
    for form, told in (
        (r"how (?:many|much) (.+)", r"{} \1"),
        (r"(?:which|what) (?!(?:is|was|are|were|has|have)\b)(.+)", r"{} \1"),
        (r"(?:when|(?:in|since) (?:which|what) year) (?:did|do|does|was|were|is|are|has|have) (.+)",
         r"\1 in {}"),
        (r"(?:the )?(?:year|date|time|month) of (.+)", r"\1 in {}"),
    )
)  # fmt: skip


def judge_row(
    row: TableRow, text: str, judge: Judge, context: Context, lead: str = ""
) -> Claim | None:
    """Judge the cells of a row that report figures; None where none does.

    A cell that is only a date is the time of the others; one of some words is a sentence by itself.
    The claim has the whole row as its sentence, `text`. `lead` is the sentence above the table.
    """
    cells = [" ".join(cell.text.split()) for cell in row.cells]
    if len(cells) > 2 and _MARK.fullmatch(cells[0]):
        cells, row = cells[1:], row._replace(heads=row.heads[1:])  # "K | Return inspections? | 61"
    times = [cell for cell in cells[1:] if _is_time(cell)]
    if len(times) == 1 and not any(cell for cell in cells[1:] if cell not in times):
        # "Year of review | 2016"
        claim = judge(_answered(cells[0], times[0]), context._replace(cell=True))
        return claim and claim._replace(sentence=text)
    if not times and _is_time(cells[0]):
        times = cells[:1]  # "2031 | 14 percent": the row's label is its time
    when = f" ({times[0]})" if len(times) == 1 else ""
    # A line without a full stop right above a table is its caption.
    caption = row.caption or (lead if is_caption(lead) or not lead.endswith((".", ":")) else "")
    counted = any(_BARE.fullmatch(cell) for cell in cells[1:] if cell not in times)
    # "of the 100 most wanted | 48" has a label, "It held 7,000 crates in 2017. | 1" has none.
    asked = cells[0].endswith("?")
    alone = _is_sentence(cells[0]) and not asked and not (counted and not cells[0].endswith("."))
    claims = [judge(cells[0], context)] if alone else []
    for place, cell in enumerate(cells[1:], 1):
        if not cell or (cell in times and not asked):
            continue
        if asked and len(cell.split()) <= _SENTENCE_WORDS:
            claims.append(judge(_answered(cells[0], cell), context._replace(cell=True)))
            continue
        head = row.heads[place] if place < len(row.heads) else ""
        label = "" if alone or cells[0] in times else cells[0]
        number, head = measured(cell, cells[0], head, caption)
        named = ", ".join(filter(None, (without_unit(label), head, f"{number}{when}")))
        told = named
        if _is_sentence(cell):
            told = f"{times[0]}: {cell}" if len(times) == 1 else cell
        above = f"{row.caption} {context.sentence}"
        claim = judge(told, context._replace(sentence=above, cell=True))
        if claim and claim.verdict == "unsupported" and label and _BARE.fullmatch(number):
            # "Requests, each year | 3,300" is 3,300 requests each year
            again = judge(f"{_answered(label, number)}{when}", context._replace(cell=True))
            claim = again if again and again.verdict != "unsupported" else claim
        if claim and label:
            claim = _of_the_cell(claim, label, number)
        if claim and claim.verdict == "contradicted" and label:
            near = stems(f"{claim.source} {context.sentence}")
            claim = claim if stems(label) & near else _of_another(claim, label)
        claims.append(claim)
    found = [claim for claim in claims if claim]
    if not found:
        return None
    figures = tuple(figure for claim in found for figure in claim.figures)
    verdicts = {claim.verdict for claim in found}
    return Claim(text, next(one for one in _ORDER if one in verdicts), figures)


def _answered(question: str, answer: str) -> str:
    """Return the statement that an answer makes of a question, or a number of a label: "12 rounds
    of tours" of "How many rounds of tours?"."""
    asked = question.rstrip(" ?")
    for form, told in _ANSWERS:
        if form.fullmatch(asked):
            return form.sub(told, asked).format(answer)
    if _is_time(answer):
        return f"{asked} in {answer}"
    named = (
        asked
        if countries(asked.split()[0]) or asked[:2].isupper()
        else asked[0].lower() + asked[1:]
    )
    return f"{answer} {named}"


def _of_the_cell(claim: Claim, label: str, number: str) -> Claim | None:
    """Leave out the figures of the row's label: "Of the 100 most wanted"."""
    figures = tuple(one for one in claim.figures if one.text in number or one.text not in label)
    verdicts = {one.verdict for one in figures}
    verdict = next((one for one in _ORDER if one in verdicts), None)
    return claim._replace(figures=figures, verdict=verdict) if verdict else None


def _of_another(claim: Claim, label: str) -> Claim:
    """Return a claim that contradicts nothing, since the source does not speak of its row."""
    figures = tuple(
        one._replace(verdict="unsupported", reason=f"{one.text}: the source has no “{label}” here")
        if one.verdict == "contradicted"
        else one
        for one in claim.figures
    )
    return claim._replace(figures=figures, verdict="unsupported")


def _is_time(cell: str) -> bool:
    """Return whether a cell is a date or span and nothing else."""
    read = read_statement(cell)
    if len(read.dates) != 1 or read.figures:
        return False
    date = read.dates[0]
    return not re.sub(r"\W", "", cell[: date.start] + cell[date.end :])


def _is_sentence(cell: str) -> bool:
    """Return whether a cell reports something by itself, and is no label."""
    if len(cell.split()) <= _SENTENCE_WORDS:
        return False
    read = read_statement(cell)
    dated = any(date.period.start or date.period.end for date in read.dates)
    return dated or any(not figure.quantity.ordinal for figure in read.figures)
