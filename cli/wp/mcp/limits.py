"""Limits on what a tool takes and returns, stated in its schema, and on its time.

The limit on time is stated nowhere: no text of these lengths should come near it.
"""

import json
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn, TypeVar

from pydantic import Field

from wp.errors import UsageError

T = TypeVar("T")

NAME = 300
QUERY = 1_000
QUOTATION = 10_000
TEXT = 100_000
SOURCE = 200_000
NAMES = 50
FACTS = 50

SECONDS = 30.0
"""A call that takes longer is ended, since the next ones wait for it."""

LIST = 40_000
"""Characters of JSON of a list, or of a text, that are given at once."""

ANSWER = 150_000
"""Characters of JSON that no answer exceeds."""

RESOURCE = 200_000
"""Characters of text that a resource gives."""


def fitting(records: Iterable[T], most: int = LIST) -> list[T]:
    """Return the first of some records, as many as have at most so many characters as JSON."""
    kept = []
    for record in records:
        most -= len(json.dumps(record, ensure_ascii=False))
        if most < 0:
            break
        kept.append(record)
    return kept


def check_answer(answer: Any) -> Any:
    """Return an answer; UsageError when it is larger than any may be."""
    size = len(json.dumps(answer, ensure_ascii=False))
    if size > ANSWER:
        raise UsageError(
            f"the answer would have {size:,} characters, and {ANSWER:,} is the most",
            remedy="ask for less at once",
        )
    return answer


def words(description: str, most: int) -> Any:
    """Describe an argument of at most this many characters.

    The bound is only stated here: pydantic would tell it in four lines with the input repeated.
    """
    return Field(
        description=f"{description} At most {most:,} characters.",
        json_schema_extra={"maxLength": most},
    )


def check_argument(name: str, value: Any, most: int | None, *, is_needed: bool) -> None:
    """Raise UsageError for a text that is blank though needed, or longer than its schema says.

    So for a list of too many names, or with one that is too long.
    """
    if isinstance(value, list):
        if len(value) > NAMES:
            raise UsageError(
                f"{name} has {len(value):,} names, and {NAMES} is the most",
                remedy="leave it out to take all",
            )
        for one in value:
            check_argument(name, one, NAME, is_needed=False)
    elif isinstance(value, str):
        if is_needed and not value.strip():
            raise UsageError(f"{name} is empty", remedy="give some words")
        if most is not None and len(value) > most:
            raise UsageError(
                f"{name} has {len(value):,} characters, and {most:,} is the most",
                remedy="give it in parts",
            )


class _TooLong(BaseException):
    """Raised wherever the work stands; no handler of ordinary errors may take it for one."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """End the work inside when it takes longer: UsageError says so.

    In the main thread only, where a signal can end even a search by a regular expression; nothing
    is ended where the system has no timer for that (Windows).
    """
    if not hasattr(signal, "setitimer"):
        yield
        return

    def end(*_: object) -> NoReturn:
        raise _TooLong

    before = signal.signal(signal.SIGALRM, end)
    of_others, _ = signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    except _TooLong:
        raise UsageError(
            f"this took longer than {seconds:g} seconds and was ended", remedy="give less at once"
        ) from None
    finally:
        signal.signal(signal.SIGALRM, before)
        signal.setitimer(signal.ITIMER_REAL, of_others)
