"""Whom and what a sentence tells a figure or date of, where the source tells it of another."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from wp.english import MONTHS
from wp.pattern import pattern
from wp.statements import Term, stems, stems_of, terms
from wp.statements.roles import movement_words
from wp.verify.claims.asking import REST, asks
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.contradictions import Judged
from wp.verify.claims.contrasts import contrast
from wp.verify.claims.countables import Known
from wp.verify.claims.date_ends import REACHING
from wp.verify.claims.dated_facts import JudgedDate
from wp.verify.claims.left_open import NOT_DENIED
from wp.verify.claims.predicates import strange_noun, strange_word
from wp.verify.claims.reported import NAME, PLACE, Dated, Mention
from wp.verify.claims.verbs import JOINING, PAST, announcing, cut_short, says_not_yet, still_to_come
from wp.verify.verdict import ClaimVerdict
from wp.words.dictionary import is_common
from wp.words.names import countries

# A name and what it did: "the European Union has sent", "it was Thailand that organized"
_DID = pattern(
    # not "companies in Harrowmere carried"
    rf"(?<![\w'’-])(?<! in )(?<! at )(?<! near )(?P<name>{NAME})(?: [a-z]+s)?"
    rf" (?:(?:has|have|had|also|then|already|that|who|which|first) )*(?P<verb>{PAST}|put|set)\b"
)
# What was done, and by whom: "set up by the Supreme People's Court"
_DONE_BY = pattern(
    rf"\b(?P<verb>{PAST}|put|set|made|done|run)"
    r"(?: (?:up|out|off|down|back|abroad|over|forward|on|in|away))?"
    rf" by (?:the )?(?P<name>{NAME})"
)
_BY = pattern(r"\b(?:by (?:the )?|[Ii]t was (?:the )?)$")

_BODY = (
    r"courts?|judiciary|judges?|parliament|legislature|government|cabinet|ministry|army|police"
    r"|congress|procuratorates?|prosecutors?|president|ministers?|banks?|unions?|compan(?:y|ies)"
    r"|firms?|press|journalists?|voters?|public|schools?|hospitals?|universit(?:y|ies)"
)
# "China's courts handled", "declared invalid by the courts": a body without a name
_BODY_DID = pattern(
    rf"\b(?P<name>{_BODY}) (?:(?:has|have|had|also|then|already) )*(?P<verb>{PAST})\b"
)
_DONE_BY_BODY = pattern(rf"\b(?P<verb>{PAST})(?: [a-z]+)? by (?:the )?(?P<name>{_BODY})\b")
# Whose it is: "operations of the African Union", where the source has operations of the UN
_WHOSE = pattern(
    r"\b(?P<head>[a-z]+) of (?:the )?(?!(?i:" + "|".join(MONTHS) + rf")\b)(?P<name>{NAME})"
)
# "One of the 26 is the Covenant on Civil and Political Rights"
_ONE_OF = pattern(
    r"\b(?:[Oo]ne of|[Aa]mong) (?:the|these|those|them)\b[^,;.]{0,60}? (?:is|was) (?:the |an? )?"
    r"(?P<name>[A-Z][^,;.]*)"
)
_IS_ONE_OF = pattern(
    r"\b(?P<name>[A-Z][^,;.]*?),? (?:is|was) (?:one of|among) (?:the|these|those|them)\b"
)
# "Its organizer was Myanmar", "Myanmar was its organizer": a noun for who did it
_NOUN = r"(?P<verb>organi[sz]|host|initiat|found)(?:ers?|ors?|s)?"
_DOER_WAS = pattern(rf"\b{_NOUN}\b(?: [\w-]+){{0,9}}? (?:is|was|were) (?:the )?(?P<name>{NAME})")
_WAS_DOER = pattern(rf"(?P<name>{NAME}) (?:is|was|were|for) (?:the|its) {_NOUN}\b")
_EXCEPT = pattern(
    r"\b(?:except(?:ing)?(?: for)?|with the exception of|other than|apart from) (?:the |in )?"
    r"(?P<what>[^,;.:()]{2,60})"
)
_TOKEN = pattern(r"\w+")
_DIGITS = pattern(r"\d+")
_NOT = pattern(
    r"\b(?:will|shall|would|did|does|do|is|are|was|were|has|have|had) not [^.;:,]{0,40}$"
)
_TITLES = "Mr Mrs Ms Dr Sir Lady Lord President Chairman Secretary General Professor Minister"
# "made by the Bank", "the Bank carried out": words that tell nothing by themselves
_MADE = ("made", "done", "run", *stems("carried out performed"))
_PARTICLE = 20  # characters behind a verb in which its particle may stand


class _Doer(NamedTuple):
    """A name of who did something, the stem of the verb, and where the name begins."""

    name: str
    did: str
    start: int


class _Told(NamedTuple):
    """What a sentence says, read once for all its figures: its telling words, who did what, whose
    something is, and the names of places."""

    sentence: str
    words: tuple[Term, ...]
    doers: tuple[_Doer, ...]
    owners: tuple[_Doer, ...]
    places: tuple[re.Match[str], ...]


def without_strangers(
    sentence: str,
    judged: list[tuple[Mention, Judged]],
    dates: list[tuple[Dated, JudgedDate]],
    index: ClaimIndex,
) -> tuple[list[tuple[Mention, Judged]], list[tuple[Dated, JudgedDate]]]:
    """Return verdicts that support nothing which a sentence tells of somebody or something else.

    That is another country, another name for who did it ("India sent 36,000 troops"), or a verb
    that says another thing of it ("withdrew from 26 conventions").
    """
    verdicts = {one.verdict for _, one in judged} | {one.verdict for _, one in dates}
    if "supported" not in verdicts:
        return judged, dates
    told = _Told(
        sentence, terms(sentence), _doers(sentence), _owners(sentence), (*PLACE.finditer(sentence),)
    )
    return [*_own_figures(told, judged, index)], [*_own_dates(told, judged, dates, index)]


def _own_figures(
    told: _Told, judged: list[tuple[Mention, Judged]], index: ClaimIndex
) -> Iterator[tuple[Mention, Judged]]:
    worked_out = any(one.is_derived for _, one in judged)
    listed = any(one.countable and one.countable.listed for _, one in judged)
    joining = stems_of(JOINING) if listed else frozenset[str]()
    for mention, one in judged:
        if one.verdict == "supported" and one.countable:
            known = one.countable.known
            reason = _strangers(told, known, index)
            reason = reason or contrast(told.sentence, mention, one, index)
            word = "" if reason else _word(told, mention, one, index, worked_out, joining)
            if reason or word:
                reason = f"{mention.text}: {reason or _quoted(word)}"
                denied = says_not_yet(word, known.words) and not one.is_derived
                verdict = "contradicted" if denied else _verdict(told, known, index)
                one = Judged(verdict, one.countable, reason, None, True)
        yield mention, one


def _own_dates(
    told: _Told,
    judged: list[tuple[Mention, Judged]],
    dates: list[tuple[Dated, JudgedDate]],
    index: ClaimIndex,
) -> Iterator[tuple[Dated, JudgedDate]]:
    beside = frozenset(one.stem for one in told.words).difference(
        stems_of(REACHING), *(mention.said.clause for mention, _ in judged)
    )
    for date, found in dates:
        if found.verdict == "supported" and (known := found.known):
            verbs = _verbs(known, index)
            reason = _strangers(told, known, index) or _quoted(
                strange_word(
                    told.sentence, told.words, beside, known.words, verbs, index, at=date.start
                )
            )
            year = _DIGITS.findall(date.text)[-1:]
            if reason:
                verdict = _verdict(told, known, index, plainly=True)
                found = JudgedDate(verdict, known, f"{date.text}: {reason}")
            elif year and _denies(told.sentence, date.text) != _denies(known.fact.quote, year[0]):
                found = JudgedDate("unsupported", known, f"{date.text}: {NOT_DENIED}")
        yield date, found


def _denies(text: str, date: str) -> bool:
    """Return whether a text says that a thing did not or will not happen at a date."""
    at = text.find(date)
    return at >= 0 and _NOT.search(text, 0, at) is not None


def _verdict(
    told: _Told, known: Known, index: ClaimIndex, *, plainly: bool = False
) -> ClaimVerdict:
    """Return "contradicted" where a name did what the source tells of another of its kind, body or
    country; what its own country did another may have done too, but for "organized by China".

    `plainly` asks for a sentence that is about the doer: "held by the Court", "it was Laos that".
    """
    if known.fact.draft:
        return "unsupported"
    text = f"{known.fact.context}\n{known.fact.quote}"
    theirs = _doers(text)
    around = index.around(known.fact) | known.words
    for doer in told.doers:
        if doer.name[0].islower() or not _is_other(
            doer, theirs, told.sentence, around, known, index
        ):
            continue
        if plainly and not _BY.search(told.sentence, 0, doer.start):
            continue
        of_country = bool(countries(doer.name))
        for one in theirs:
            by = of_country and text.find(f" by {one.name}") >= 0
            alike = bool(countries(one.name)) == of_country and one.name[0].isupper()
            alike = alike and not stems(one.name) & stems(doer.name.rpartition(" ")[0])
            if one.did == doer.did and alike and (by or not of_country):
                return "contradicted"
    return "unsupported"


def _quoted(word: str) -> str:
    return f"the source does not say “{word}” of it" if word else ""


def _strangers(told: _Told, known: Known, index: ClaimIndex) -> str:
    """Return why what a sentence tells is not told of a fact's own; empty where it may be."""
    names = index.strangers(told.sentence, known)
    if names:
        places = frozenset[str]().union(*(countries(one["name"]) for one in told.places))
        names -= places & index.lands(known.fact)  # "in Russia", of what was in Moscow
    names = names or _agents(told, known, index)
    if names:
        return f"the source does not tell it of {', '.join(sorted(names))}"
    member = _ONE_OF.search(told.sentence) or _IS_ONE_OF.search(told.sentence)
    if member and not stems(member["name"]) <= stems(known.fact.quote):
        return f"the source does not name {member['name'].strip()} among them"
    excepted = _excepted(told.sentence, known.fact.quote)
    return f"the source excepts {excepted}" if excepted else ""


def _excepted(sentence: str, quote: str) -> str:
    """Return what a source takes out of what it tells, where a sentence is about just that:
    "section 4", of what "comes into force on 1 July, except section 4"."""
    for found in _EXCEPT.finditer(quote):
        words = _TOKEN.findall(found["what"].lower())
        if words and {*_TOKEN.findall(sentence.lower())}.issuperset(words):
            return "" if _EXCEPT.search(sentence) else found["what"].strip()
    return ""


def _word(
    told: _Told,
    mention: Mention,
    judged: Judged,
    index: ClaimIndex,
    worked_out: bool,
    plain: frozenset[str],
) -> str:
    """Return what a sentence says of a figure and the source does not; empty where it is nothing.

    A sentence in which something is worked out may tell of what is left; a value worked out has its
    words from the whole paragraph. `plain` are verbs that tell nothing of a figure here.
    """
    countable = judged.countable
    left = asks(REST, told.sentence) or mention.said.part.role == "change"
    if countable is None or (judged.is_derived and left):
        return ""
    words = countable.words | plain
    if judged.is_derived:
        words |= index.around(countable.known.fact)
    if countable.listed:
        # "six countries solved …": who took part in what the paragraph tells
        words |= index.paragraph_words(countable.known)
    for twin in index.twins(countable):  # what a table has as well is told of both
        words |= twin.words | stems(twin.known.fact.context)
    words |= cut_short(told.sentence, told.words, countable.told, mention.quantity.start)
    words |= announcing(countable.known.fact.quote)
    verbs = _verbs(countable.known, index)
    nouns = words | index.around(countable.known.fact) if countable.known.fact.draft else words
    moves = countable.part.role == "change" or countable.known.words & movement_words()
    return (
        strange_word(
            told.sentence,
            told.words,
            mention.said.clause,
            words,
            verbs and verbs | words,
            index,
            moving=verbs is None or bool(moves),
            at=mention.quantity.start,
        )
        or strange_noun(() if verbs is None else mention.said.phrase, nouns, index)
        or ("" if worked_out else still_to_come(told.sentence, _begun(countable.known)))
    )


def _begun(known: Known) -> str:
    """Return a fact's quote with what begins its sentence, where that opens a list: "In 2035 the
    Authority intends", "to visit 40 arcades"."""
    quote = known.fact.quote
    return f"{known.fact.context} {quote}" if quote[:1].islower() else quote


def _verbs(known: Known, index: ClaimIndex) -> frozenset[str] | None:
    """Return the words among which a fact's verbs stand: its own, for a curator chose them; a
    sentence of a document that nobody curated goes on in its paragraph; a table's row has none."""
    if known.fact.is_row:
        return None
    return known.words | index.around(known.fact) if known.fact.draft else known.words


def _agents(told: _Told, known: Known, index: ClaimIndex) -> frozenset[str]:
    """Return the names that a sentence has for who did what a fact tells, or where, that the fact's
    paragraph lacks."""
    sentence = told.sentence
    doers = [one for one in told.doers if one.did in known.words or one.did in _MADE]
    doers += [one for one in told.owners if one.did in known.words]
    if not (doers or told.places):
        return frozenset()
    around = index.around(known.fact) | known.words
    around |= index.naming if known.fact.draft else frozenset()
    text = f"{known.fact.context}\n{known.fact.quote}"
    theirs, owners = _doers(text), _owners(text)
    names = [
        one.name
        for one in doers
        if _is_other(one, theirs, sentence, around, known, index)
        or (one.did in _MADE and _made_by_another(one, told, owners))
    ]
    for placed in told.places:
        name = placed["name"]
        alone = sentence.startswith(" alone", placed.end())  # "in Beijing alone"
        near = countries(name) & index.lands(known.fact)
        if alone or not (near or stems(name) <= around or index.is_at_home(name)):
            names.append(name)
    return frozenset(names)


def _made_by_another(doer: _Doer, told: _Told, owners: Sequence[_Doer]) -> bool:
    """Return whether the source says whose is what a sentence has a doer make: "carried out the
    survey", which is "of the National Bureau"."""
    said = {one.stem for one in told.words}
    of_it = [one.name for one in owners if one.did in said]
    return bool(of_it) and not any(stems(name) & stems(doer.name) for name in of_it)


def _is_other(
    doer: _Doer,
    theirs: Sequence[_Doer],
    sentence: str,
    around: frozenset[str],
    known: Known,
    index: ClaimIndex,
) -> bool:
    """Return whether a name is that of another than the fact tells of. `theirs` are the doers that
    the fact names, `around` the words and names of its paragraph.

    A single word that begins the sentence is a name where it is no common word: "Huawei built".
    """
    name = doer.name
    own = stems(name) - stems_of(_TITLES)
    if name[0].islower():
        # A body that the document speaks of elsewhere; police go without saying.
        elsewhere = not own & around and any(map(index.knows, own))
        return elsewhere or bool(re.search(rf"\bto (?:the )?{name}\b", known.fact.quote))
    if " " not in name and is_common(name.lower()):
        return False
    if countries(name):
        # "organized by China" was not organized by Thailand, which took part
        others = [one.name for one in theirs if one.did == doer.did]
        if others and not any(countries(name) & countries(other) for other in others):
            return True
    if name in around or index.is_at_home(name):
        return False
    return 2 * len(own & around) <= len(own)  # "President Obama" is not President Xi


@lru_cache(maxsize=1024)
def _doers(text: str) -> tuple[_Doer, ...]:
    """Return who did something in a text, as its verbs tell."""
    found: list[_Doer] = []
    forms = (_DID, _DONE_BY, _BODY_DID, _DONE_BY_BODY) if " by " in text else (_DID, _BODY_DID)
    for one in forms:
        for match in one.finditer(text):
            if match["name"] == "I":
                continue  # "the sum is 1,178, I checked"
            # with its particle: "brought back"
            verb = terms(text[match.start("verb") : match.end("verb") + _PARTICLE])[:1]
            did = verb[0].stem if verb and not verb[0].start else match["verb"]
            found.append(_Doer(match["name"], did, match.start("name")))
    for form in (_DOER_WAS, _WAS_DOER):
        for match in form.finditer(text):
            (did,) = stems(f"{match['verb']}ed")
            found.append(_Doer(match["name"], did, match.start("name")))
    return tuple(found)


def _owners(text: str) -> tuple[_Doer, ...]:
    """Return of whom or what a sentence tells something ("operations of the African Union")."""
    found = []
    for match in _WHOSE.finditer(text):
        (head,) = terms(match["head"])[:1] or (None,)
        if head and not match["name"].endswith(("'s", "’s")):  # "approval of China's report"
            found.append(_Doer(match["name"], head.stem, match.start("name")))
    return tuple(found)
