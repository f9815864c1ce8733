"""The sentences of a draft judged in their order; of a long draft by two processes at once."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import NamedTuple

from wp.forked import started
from wp.verify.claims import Context, is_dump
from wp.verify.claims.rows import Judge, judge_row
from wp.verify.quotations import DraftWords
from wp.verify.verdict import Claim

_LONG = 150  # sentences; below that a second process costs more than it saves


class Outcome(NamedTuple):
    """What a sentence reports, if anything, and whether some of it is too long to be judged."""

    claim: Claim | None
    dump: bool


@contextmanager
def judging(
    sentences: Sequence[DraftWords], judge: Judge, start: Context, quotations: int
) -> Iterator[Iterator[Outcome]]:
    """Judge the sentences of a draft; inside, give their outcomes in order.

    Of a long draft the last ones are judged by another process from the beginning, so many that
    this one, which has that many `quotations` to compare first, has as much to do. `start` is the
    context of a sentence that none before it bears on.
    """
    count = len(sentences)
    others = quotations * 2 // 3  # a quotation takes two thirds of the time of a sentence
    half = max((count - others) // 2, 0) if count + others >= _LONG else count
    cut = next((at for at in range(half, count) if _stands_alone(sentences, at)), count)
    first = _judged(sentences, 0, cut, judge, start)
    if cut == count:
        yield first
        return
    with started(lambda: [*_judged(sentences, cut, count, judge, start)]) as rest:
        yield chain(first, _later(rest))


def _later(rest: Callable[[], Sequence[Outcome]]) -> Iterator[Outcome]:
    """Ask for the rest when its turn has come."""
    yield from rest()


def _stands_alone(sentences: Sequence[DraftWords], at: int) -> bool:
    """Return whether a sentence is the first of a block that goes on from none."""
    one = sentences[at]
    return not one.follows and (at == 0 or one.block != sentences[at - 1].block)


def _judged(
    sentences: Sequence[DraftWords], first: int, last: int, judge: Judge, start: Context
) -> Iterator[Outcome]:
    """Judge the sentences from the `first`, which stands alone, to before the `last`."""
    dumps: list[str] = []
    judge = _noting(dumps, judge)
    lead = next((one.body.text for one in reversed(sentences[:first]) if not one.row), "")
    context = start
    for at in range(first, last):
        if _stands_alone(sentences, at):
            context = start
        sentence = sentences[at]
        text = sentence.body.text
        if sentence.row:
            # What stands right above a table says what it is of.
            above = context if context.sentence else start._replace(sentence=lead)
            claim = judge_row(sentence.row, text, judge, above, lead)
        else:
            lead = text
            claim = judge(sentence.prose, context._replace(quoted=text if sentence.quotes else ""))
        yield Outcome(claim, bool(dumps))
        dumps.clear()
        context = context.after(text, claim)


def _noting(dumps: list[str], judge: Judge) -> Judge:
    """Return a judge that notes down the texts with figures that it does not judge."""

    def judged(sentence: str, context: Context) -> Claim | None:
        if is_dump(sentence):
            dumps.append(sentence)
            return None
        return judge(sentence, context)

    return judged
