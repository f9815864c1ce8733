"""Verdicts kept from one check to the next: a draft is checked again and again while it is written.

A verdict on a quotation depends on its words and the bases alone, that on a sentence also on what
the sentences before it are about. So each is kept, in the cache folder, under a digest of these in
a file that is used for the same bases and by the same code alone, as their prepared form is; and a
draft that was changed here and there is judged anew only there. What is kept of a draft are the
figures that it reports and the words that it quotes otherwise than the source.
"""

import marshal
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from wp.files import digest
from wp.verify.claims.context import may_report
from wp.verify.verdict import Change, Claim, ClaimFigure, Nearest, Verdict

if TYPE_CHECKING:
    from wp.library.cache import PreparedForm
    from wp.verify.claims.context import Context, Judge

_MOST = 20_000
"""Verdicts of three books; those that were not asked for the longest are forgotten first. So many
are kept in the file, and up to twice as many in memory."""

_KEY_LENGTH = 32  # hexadecimal digits


class KeptVerdicts:
    """The verdicts that were given against some bases, by what was judged."""

    def __init__(self, form: "PreparedForm") -> None:
        self._form = form
        payload = form.cached("verdicts")
        self._kept: dict[str, Any] = marshal.loads(payload) if payload else {}
        self._has_new = False

    def verifier(self, verify: Callable[[str], Verdict]) -> Callable[[str], Verdict]:
        """Return what verifies quotations as `verify` does, and asks it for new ones alone."""

        def kept(quotation: str) -> Verdict:
            plain = self._found(
                _key("quotation", quotation), lambda: _plain_verdict(verify(quotation))
            )
            return _verdict(quotation, plain)

        return kept

    def judge(self, judge: "Judge") -> "Judge":
        """Return what judges sentences as `judge` does, and asks it for new ones alone."""

        def kept(sentence: str, context: "Context") -> Claim | None:
            if not may_report(sentence):
                return None
            told = repr((sentence, context._replace(facts=frozenset()), sorted(context.facts)))
            plain = self._found(_key("claim", told), lambda: _plain_claim(judge(sentence, context)))
            return _claim(sentence, plain)

        return kept

    def _found(self, key: str, make: Callable[[], Any]) -> Any:
        if key in self._kept:
            plain = self._kept.pop(key)
        else:
            plain = make()
            self._has_new = True
        self._kept[key] = plain  # what was asked for last stands last
        if len(self._kept) > 2 * _MOST:
            self._forget()
        return plain

    def _forget(self) -> None:
        self._kept = dict([*self._kept.items()][-_MOST:])

    def keep(self) -> None:
        """Keep what was asked for, where something of it is new."""
        if self._has_new:
            self._forget()
            self._form.keep("verdicts", marshal.dumps(self._kept))
            self._has_new = False


def _key(kind: str, told: str) -> str:
    return digest(f"{kind} {told}".encode("utf-8", "surrogatepass"))[:_KEY_LENGTH]


def _plain_verdict(verdict: Verdict) -> tuple[Any, ...]:
    """Return all of a verdict but its quotation as plain data."""
    nearest = verdict.nearest
    plain = verdict._replace(
        changes=tuple(map(tuple, verdict.changes)),  # type: ignore[arg-type]
        nearest=tuple(nearest) if nearest else None,  # type: ignore[arg-type]
    )
    return tuple(plain)[1:]


def _verdict(quotation: str, plain: tuple[Any, ...]) -> Verdict:
    verdict = Verdict(quotation, *plain)
    nearest = verdict.nearest
    return verdict._replace(
        changes=tuple(map(Change._make, verdict.changes)),
        nearest=Nearest._make(nearest) if nearest else None,
    )


def _plain_claim(claim: Claim | None) -> tuple[Any, ...] | None:
    """Return all of a claim but its sentence as plain data."""
    return claim and (claim.verdict, tuple(map(tuple, claim.figures)), claim.not_in_source)


def _claim(sentence: str, plain: tuple[Any, ...] | None) -> Claim | None:
    if plain is None:
        return None
    verdict, figures, not_in_source = plain
    return Claim(sentence, verdict, tuple(map(ClaimFigure._make, figures)), not_in_source)
