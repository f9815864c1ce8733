"""Whom a sentence tells a figure or date of, where the source tells it of another."""

from wp.pattern import pattern
from wp.statements.number_names import mark_end
from wp.statements.terms import stems
from wp.verify.claims.claim_index import ClaimIndex, Known
from wp.verify.claims.contradictions import Judged
from wp.verify.claims.occasions import JudgedDate
from wp.verify.claims.reported import Dated, Mention
from wp.words.wordnet import is_common

# A name and what it did: "the European Union has sent"
_AGENT = pattern(
    r"(?<![\w'’-])(?!(?:The|An?|Per)\b)([A-Z][\w'’-]*(?: (?:of (?:the )?)?[A-Z][\w'’-]*)*)"
    r" (?:(?:has|have|had|also|then|already) )*([a-z]+ed|sent|built|brought|took|held|gave|made|won"
    r"|paid|met|spent|sold|bought|put|set|cut|led|lost|caught|sought|spoke)\b"
)


def without_strangers(
    sentence: str,
    judged: list[tuple[Mention, Judged]],
    dates: list[tuple[Dated, JudgedDate]],
    index: ClaimIndex,
) -> tuple[list[tuple[Mention, Judged]], list[tuple[Dated, JudgedDate]]]:
    """Return verdicts that support nothing which a sentence tells of somebody else.

    That is another country, or another name for who did it: "India sent 36,000 troops".
    """

    def told(text: str, known: Known) -> str:
        """Return why a figure or date is told of somebody else; empty where it is not."""
        names = index.strangers(sentence, known) or _agents(sentence, known, index)
        return f"{text}: the source does not tell it of {', '.join(sorted(names))}" if names else ""

    for place, (mention, one) in enumerate(judged):
        if one.verdict == "supported" and one.countable:
            reason = told(mention.text, one.countable.known)
            if reason:
                judged[place] = mention, Judged("unsupported", one.countable, reason, None, True)
    for place, (date, found) in enumerate(dates):
        if found.verdict == "supported" and found.known:
            reason = told(date.text, found.known)
            if reason:
                dates[place] = date, JudgedDate("unsupported", found.known, reason)
    return judged, dates


def _agents(sentence: str, known: Known, index: ClaimIndex) -> frozenset[str]:
    """Return the names that a sentence has for who did what a fact tells, and that the fact lacks.

    A single word that begins the sentence is a name where it is no common word: "Huawei built".
    """
    found: set[str] = set()
    for match in _AGENT.finditer(sentence):
        name, verb = match.groups()
        if not stems(verb) & known.own:
            continue
        begins = match.start(1) == mark_end(sentence) and " " not in name and not name.isupper()
        if begins and all(map(is_common, stems(name))):
            continue
        last = name.rpartition(" ")[2]  # "President Obama" is not President Xi
        if not (stems(last) & (known.words | index.naming) or index.is_at_home(last)):
            found.add(name)
    return frozenset(found)
