"""A draft held against the source: every quotation and every reported figure, with its place."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import count, pairwise
from typing import TYPE_CHECKING

from wp.documents import Mapped, Skipped
from wp.quantities.languages import is_read
from wp.quantities.numbered_dates import with_order
from wp.text import QUOTATION_MARKS, words
from wp.verify.checked import (
    CheckedClaim,
    CheckedDraft,
    CheckedQuotation,
    DraftSpan,
    DraftWarning,
    Level,
)
from wp.verify.claims.context import NO_CONTEXT, Context, Judge, is_dump, language_of
from wp.verify.draft import Draft, Ignores, find_ignores
from wp.verify.quotations import DraftWords, Quotation, extract
from wp.verify.tokens import is_dense, word_count
from wp.verify.told_beside import side_by_side, without_told
from wp.verify.verdict import CLEAN, Claim, ClaimVerdict, Verdict

if TYPE_CHECKING:
    from wp.verify.attribution import Role
    from wp.verify.corpus import Corpus

_GRAVE = ("figure", "date", "negation")
_NO_SENTENCE = "they stand in a text too long, or with too many of them, to be a sentence"
_FEWEST = 2
_WIDEST_BREAK = 200  # characters
_SMALL = 3


_CLAIM_LEVELS: dict[ClaimVerdict, Level] = {
    "contradicted": "error",
    "unsupported": "note",
    "supported": "none",
}
_MISSING_LEVELS: dict["Role", Level] = {"quotation": "warning", "speaker": "note"}


def check_draft(
    draft: Draft,
    verify: Callable[[str], Verdict],
    judge: Judge,
    progress: Callable[[int, int], None] | None = None,
    corpus: "Callable[[], Corpus] | None" = None,
) -> CheckedDraft:
    """Check every quotation with `verify`, every sentence outside quotations with `judge`.

    `judge` takes a sentence with its quotations blanked, and what the sentences before it in its
    paragraph were about; it gives None where the sentence reports nothing.
    `progress` is told how many of how many quotations and sentences are done. `corpus` gives what
    they are held against: a draft attributes quotations to it by its names, and to who speaks in
    it.
    """
    found = extract(draft)
    ignores = find_ignores(draft)
    step = _steps(progress, len(found.quotations) + len(found.sentences))
    quotations: list[CheckedQuotation] = []
    for quotation in found.quotations:
        for read, verdict in _read(quotation, verify):
            if quotations and _goes_on(draft, quotations[-1].body, read.body):
                before, verdict = side_by_side(quotations[-1].verdict, verdict)
                quotations[-1] = quotations[-1]._replace(verdict=before)
            verdict = without_told(verdict, *_beside(draft, read.body))
            quotations.append(_checked_quotation(draft, read, verdict, ignores, corpus))
        step()
    claims, passed_over = _checked_claims(draft, found.sentences, judge, ignores, step)
    return CheckedDraft(
        draft,
        tuple(quotations),
        tuple(claims),
        _warnings(draft, found.unpaired, ignores),
        tuple(passed_over),
    )


def _steps(progress: Callable[[int, int], None] | None, total: int) -> Callable[[], None]:
    """Return what is called when one more of the `total` is done."""
    done = count(1)
    return lambda: progress(next(done), total) if progress else None


def _checked_claims(
    draft: Draft,
    sentences: Iterable[DraftWords],
    judge: Judge,
    ignores: Ignores,
    step: Callable[[], None],
) -> tuple[list[CheckedClaim], list[Skipped]]:
    """Judge the sentences in their order; return the claims, and what was passed over."""
    text = "\n".join(prose.body.text for prose in draft.blocks)
    language = with_order(language_of(text), text)
    if not is_read(language):
        return [], [Skipped(-1, -1, "figures and dates", f"they are not read in {language}")]
    names = _Names(draft.names)
    claims: list[CheckedClaim] = []
    passed_over: list[Skipped] = []
    dumps: list[str] = []
    judge = names.without(_noting(dumps, judge))
    start = NO_CONTEXT._replace(language=language)
    context, block, lead = start, -1, ""
    for sentence in sentences:
        if sentence.block != block:
            if not sentence.follows:
                context = start
            block = sentence.block
        body = sentence.body
        if sentence.row:
            from wp.verify.claims.rows import judge_row

            # What stands right above a table says what it is of.
            above = context if context.sentence else start._replace(sentence=lead)
            claim = judge_row(sentence.row, body.text, judge, above, lead)
        else:
            lead = body.text
            quoted = body.text if sentence.quotes else ""
            claim = judge(sentence.prose, context._replace(quoted=quoted))
        passed_over += names.skipped(sentence)
        if dumps:
            passed_over.append(Skipped(body.at(0), body.end(), "figures", _NO_SENTENCE))
            dumps.clear()
        context = context.after(body.text, claim)
        if claim:
            claims.append(_checked_claim(draft, sentence, claim, ignores))
        step()
    return claims, passed_over


def _noting(dumps: list[str], judge: Judge) -> Judge:
    """Return a judge that notes down the texts with figures that it does not judge."""

    def judged(sentence: str, context: Context) -> Claim | None:
        if is_dump(sentence):
            dumps.append(sentence)
            return None
        return judge(sentence, context)

    return judged


_Read = list[tuple[Quotation, Verdict]]


def _read(quotation: Quotation, verify: Callable[[str], Verdict]) -> _Read:
    """Return what a quotation quotes in the reading whose words stand in the source.

    Its outermost marks are taken where no reading does better.
    """
    given = _best_reading(quotation, verify)
    if quotation.block and len(given) == 1 and given[0][1].verdict not in CLEAN:
        pieces = _in_reply(quotation, given[0][1], verify)
        return pieces or [(quotation, given[0][1])]
    return [(quotation._replace(body=body), verdict) for body, verdict in given]


def _in_reply(quotation: Quotation, whole: Verdict, verify: Callable[[str], Verdict]) -> _Read:
    """Return what a block quotes in marks whose other words the source lacks, as a letter does.

    Nothing where the words before it give the whole for the source's, or where more than a word of
    the passage found for the `whole` stands outside the marks.
    """
    from wp.verify.attribution import role_of
    from wp.verify.quotation_marks import told_apart

    outside, pieces = told_apart(quotation.body)
    if (
        not any(map(_tells, pieces))
        or role_of(quotation.text, quotation.around, block=True) == "quotation"
        or verify(outside.text).verdict != "missing"
    ):
        return []
    read = [
        (quotation._replace(body=body, block=False, around=outside.text), verify(body.text))
        for body in pieces
    ]
    hidden = _shared(whole) - _content(" ".join(piece.text for piece in pieces))
    return read if len(hidden) <= 1 else []


def _best_reading(
    quotation: Quotation, verify: Callable[[str], Verdict]
) -> list[tuple[Mapped, Verdict]]:
    given: list[tuple[Mapped, Verdict]] = []
    if not quotation.tentative:
        given = [(quotation.body, verify(quotation.text))]
        if given[0][1].verdict in CLEAN:
            return given
    whole = given[0][1] if given else None
    for reading in quotation.others():
        pieces = [(body, verify(body.text)) for body in reading]
        clean = [v for body, v in pieces if v.verdict in CLEAN and _tells(body)]
        if clean and (quotation.block or _hides_nothing(whole, clean)):
            return pieces
        if whole and whole.verdict == "missing":
            given = [piece for piece in pieces if piece[1].verdict != "missing"] or given
    return given


def _hides_nothing(whole: Verdict | None, clean: list[Verdict]) -> bool:
    """Return whether a reading takes in all that the outermost marks have of the source.

    What a reading leaves out may be the very words that were changed: so none of them may stand in
    the passage of the whole, nor may a figure, date or negation have been changed there.
    """
    if whole is None or whole.verdict == "missing":
        return True
    if any(change.op != "insert" and change.kind in _GRAVE for change in whole.changes):
        return False
    inside = _content(" ".join(f"{verdict.quotation} {verdict.source}" for verdict in clean))
    return not _shared(whole) - inside


def _shared(verdict: Verdict) -> set[str]:
    return _content(verdict.quotation) & _content(verdict.source or "")


def _content(text: str) -> set[str]:
    """Return the longer words and the numbers of a text; of a script without spaces every two
    letters in a row."""
    found = {word.text.lower() for word in words(text)}
    pairs = {one + two for one, two in pairwise(text) if is_dense(one) and is_dense(two)}
    return pairs | {word for word in found if len(word) > _SMALL or word[0].isdigit()}


def _tells(body: Mapped) -> bool:
    """Return whether a reading quotes more than a word or two, which may stand anywhere."""
    return word_count(body.text) > _FEWEST


def _goes_on(draft: Draft, one: Mapped, other: Mapped) -> bool:
    """Return whether two quotations stand in one sentence or two, in one paragraph."""
    between = draft.text[one.end() : other.at(0)]
    return len(between) <= _WIDEST_BREAK and "\n\n" not in between


def _beside(draft: Draft, body: Mapped) -> tuple[str, str]:
    """Return what stands right before and behind a quotation, in its paragraph."""
    at, end = body.at(0), body.end()
    before = draft.text[max(at - _WIDEST_BREAK, 0) : at].rpartition("\n\n")[2]
    return before.rstrip(QUOTATION_MARKS + "*_ "), draft.text[end : end + _WIDEST_BREAK].partition(
        "\n\n"
    )[0]


def _checked_quotation(
    draft: Draft,
    quotation: Quotation,
    verdict: Verdict,
    ignores: Ignores,
    corpus: "Callable[[], Corpus] | None",
) -> CheckedQuotation:
    body = quotation.body
    role: Role = "quotation"
    level: Level = "none"
    if verdict.verdict == "altered":
        level = "error"
    elif verdict.verdict == "missing":
        from wp.verify.attribution import role_of

        source = corpus() if corpus else None
        role = role_of(body.text, quotation.around, block=quotation.block, corpus=source)
        level = _MISSING_LEVELS.get(role, "none")
    ignored = ignores.reason(body.at(0), body.end())
    return CheckedQuotation(body.text, _place(draft, body), verdict, role, level, ignored, body)


def _checked_claim(
    draft: Draft, sentence: DraftWords, claim: Claim, ignores: Ignores
) -> CheckedClaim:
    body = sentence.body
    return CheckedClaim(
        claim._replace(sentence=body.text),
        _place(draft, body),
        _CLAIM_LEVELS[claim.verdict],
        ignores.reason(body.at(0), body.end()),
        body,
    )


def _place(draft: Draft, body: Mapped) -> DraftSpan:
    return DraftSpan(*draft.place(body.at(0)), *draft.place(body.end()))


def _warnings(
    draft: Draft, unpaired: tuple[int, ...], ignores: Ignores
) -> tuple[DraftWarning, ...]:
    """Report a draft without words, marks without a partner, silencing comments without reason."""
    told = (*draft.warnings, *(() if draft.blocks else ("there is no text in it to check",)))
    found = [DraftWarning(warning, 1, 1) for warning in told]
    for at in sorted({*unpaired, *ignores.unreasoned}):
        line, column = draft.place(at)
        if at in ignores.unreasoned:
            text = "this `wp: ignore` gives no reason and silences nothing"
        elif ignores.reason(at, at + 1):
            continue
        else:
            text = f"the quotation mark {draft.text[at : at + 1]} has no partner in its paragraph"
        found.append(DraftWarning(text, line, column))
    return tuple(found)


class _Names:
    """Names such as "Article 19", whose numbers report nothing, as the draft's author says.

    They are found as whole words, in their own case, over line breaks too.
    """

    def __init__(self, names: Collection[str]) -> None:
        longest_first = sorted(filter(None, map(str.split, names)), key=len, reverse=True)
        either = "|".join(r"\s+".join(map(re.escape, words)) for words in longest_first)
        self._found = re.compile(rf"(?<!\w)(?:{either})(?!\w)") if either else None

    def without(self, judge: Judge) -> Judge:
        """Return a judge of sentences that sees blanks where a name stands."""
        if not (found := self._found):
            return judge
        return lambda sentence, context: judge(
            found.sub(lambda match: " " * len(match[0]), sentence), context
        )

    def skipped(self, sentence: DraftWords) -> Iterator[Skipped]:
        """Yield where the sentence has a name outside its quotations."""
        for match in self._found.finditer(sentence.prose) if self._found else ():
            name = sentence.body.part(*match.span())
            why = f"“{' '.join(match[0].split())}” is among the names whose numbers report nothing"
            yield Skipped(name.at(0), name.end(), "name", why)
