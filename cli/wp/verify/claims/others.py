"""Whether the words of a sentence are about another than a figure: a sibling or relative of it,
somebody else, or what somebody else counts."""

import re
from functools import lru_cache

from wp.pattern import pattern
from wp.statements import is_person, stems, stems_of, terms
from wp.statements.roles import movement_words
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.countables import Countable, comparable, is_part, is_slip, is_told
from wp.verify.claims.reported import NAME, Mention, Report
from wp.words.names import countries

_TWICE = 2.0
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth first eleventh twelfth"
# A part is spoken of beside the figure, told or not.
_SOME = pattern(
    r"\b(?:most|many|some|few|several|part(?:ly)?|not|yet|half|of (?:them|these|those|which|whom)"
    r"|including|includes?|among|rest|remain\w*|\w+ others?|still|either)\b",
    re.IGNORECASE,
)
YEAR_BEFORE = pattern(
    r"(?<!than )(?<!than in )\b(?:(?:the|a|one) year (?:before|earlier)"
    r"|the (?:previous|preceding) year|last year)\b",
    re.IGNORECASE,
)
_EXPECTED = pattern(
    r"\bhad (?:been )?(?:seen|expected|predicted|forecast|foreseen|hoped|thought|feared"
    r"|promised)\b",
    re.IGNORECASE,
)
_FORESEEN = pattern(
    r"\b(?:see|saw|seen|expect\w*|predict\w*|forecast\w*|fores\w+|hope\w*|estimat\w*|promis\w+"
    r"|plan\w*|project\w*|thought|fear\w*)\b",
    re.IGNORECASE,
)
_OUGHT = pattern(r"\b(?:should|must|ought|shall)\b[^.;]*$")
_NORM = pattern(
    r"\b(?:should|must|ought|shall|will|may|can|have to|has to|is to|are to|need\w*|requir\w+"
    r"|demand\w*|allow\w*|limit|target|goal|rules?|laws?|want\w*|recommend\w*|propos\w+|ask\w*"
    r"|call\w*)\b",
    re.IGNORECASE,
)
_OTHER = pattern(r"\b[Oo]thers?\b")
_OTHERS = pattern(r"(?:All )?[Oo]thers?\b")
_LEVELS = (
    "central federal provincial prefectural county municipal bureau township village district"
    " regional local communal ministerial"
)
# "prefecture-level officials", "at provincial or ministerial level", "the rank of a ministry"
_LEVEL = (
    r"(?:centr|provinc|prefectur|ministr|ministeri|municipal|departmental|divisional|county|bureau"
    r"|township|village|district|communal)\w*"
)
_RANKED = pattern(
    rf"\b{_LEVEL}(?:(?:,? (?:and|or) |/|, ){_LEVEL})*(?:[- ]| the )(?:level|rank|rung|grade)"
    rf"|\b(?:level|rank|rung|grade) of (?:an? |the )?{_LEVEL}",
    re.IGNORECASE,
)
_A_LEVEL = pattern(_LEVEL, re.IGNORECASE)
_RANKS = "level rank rung grade"
_A_NAME = pattern(r"(?<!^)\b[A-Z][\w’'-]+")
_LETTERS = 6  # that "province" and "provincial" share
THE_OTHER = pattern(r"\b[Tt]he (?:others?|rest|remaining)(?: of them|,)? $")
"""Before a number: it is what is left of what the sentence has told."""


def sibling_named(
    mention: Mention, report: Report, countable: Countable, index: ClaimIndex
) -> Countable | None:
    """Find the sibling that the words of a figure name: "on criminal cases", "at county level".

    Siblings stand in one topic or fact and have one unit. Of the words that tell two apart the
    figure's own clause must have the sibling's and hardly any of this one's; a sibling that the
    sentence reports beside it takes its words along.
    """
    clause = mention.said.clause - movement_words()
    if THE_OTHER.search(report.sentence, 0, mention.quantity.start):
        # "691 were abolished or declared invalid, the other 487 stand"
        clause &= stems(report.sentence[mention.quantity.start :])
    own = countable.told
    for rival in index.siblings(countable):
        if rival.part.role == "change" and mention.said.part.role == countable.part.role == "level":
            continue  # what energy cost is not how much more it cost
        if rival.known is countable.known and report.is_whole(mention):
            continue  # "half of the 100 most wanted": what is told is told of the part
        if rival.own > own and is_told(rival, report, mention):
            continue  # "48 names on the list of 100 came home": its part has these words
        words = (rival.told - own) & clause
        qualified = _qualified_as(mention, countable, rival)
        if not (words or qualified):
            continue
        if is_of_others(rival, report):
            continue
        if not comparable(mention, rival) or is_other_norm(mention, report, rival):
            continue  # the average stay of 3.0 nights beside 6,842,000 nights
        if mention.quantity.ordinal:
            words &= rival.own  # "the third and the first report were approved": both were
        if rival.known is not countable.known:
            words -= countable.known.own
        if rival.is_cell:
            words -= stems_of("share percentage proportion")
        lagged = YEAR_BEFORE.search(rival.known.fact.quote)
        if lagged and not YEAR_BEFORE.search(report.sentence):
            words -= stems("year")  # "1,284, more than the year before" is no figure of that year
        theirs = [word for word in words - index.naming if not is_person(word)]
        if theirs and not is_spoken_for(rival, report, mention, frozenset(theirs), index):
            fact = countable.known.fact  # what a draft's sentence leans on is said of it as well
            mine = countable.known.words if fact.draft and fact.context else own
            ours = (mine - rival.told) & clause
            if index.total(theirs) > _TWICE * index.total(ours):
                return rival
        if qualified and not is_told(rival, report, mention):
            return rival
    # "At provincial level courts handled" is not what central organs did.
    levels = clause & stems_of(_LEVELS)
    # "regions" that are counted are no level
    mine = own & stems_of(_LEVELS) - stems(countable.figure.unit)
    if levels and mine and not own & levels:
        return countable
    said, told = levels_told(report.sentence, clause), _levels(countable.figure.measures)
    if said and told and not said & told:
        return countable  # "of prefectural rank or higher", where it is the provincial level
    return countable if _qualified_otherwise(mention, countable, index) else None


def levels_told(sentence: str, clause: frozenset[str]) -> frozenset[str]:
    """Return the levels at which a sentence places what the words of a clause count."""
    return _levels(sentence) if clause & stems_of(_RANKS) else frozenset()


@lru_cache(maxsize=1024)
def _levels(text: str) -> frozenset[str]:
    """Return the levels of an administration at which a text places somebody, each by the letters
    that its noun and its adjective share."""
    return frozenset(
        level[:_LETTERS].lower()
        for found in _RANKED.finditer(text)
        for level in _A_LEVEL.findall(found[0])
    )


def relative_named(
    mention: Mention, report: Report, countable: Countable, index: ClaimIndex
) -> Countable | None:
    """Find the part or whole of a figure that the words name instead: the 20 countries with which
    treaties were signed are not "in force with 20 countries".
    """
    clause = mention.said.clause
    parted = [
        other
        for other in index.families[countable.family]
        if is_part(other, countable) or is_part(countable, other)
    ]
    if not parted or report.is_whole(mention) or _SOME.search(report.sentence):
        return None
    named: list[Countable] = []
    for other in parted:
        alike = frozenset[str]().union(
            *(one.own for one in index.families[other.family] if one is not other)
        )  # "at county level" tells it from what is told at bureau level
        apart = (other.own - countable.told) & clause
        if apart - alike and not (countable.own - other.own) & clause:
            named.append(other)
    return named[0] if len(named) == 1 else None  # who names several parts means the whole


def _qualified_as(mention: Mention, countable: Countable, rival: Countable) -> bool:
    """Return whether a noun is qualified just as the sibling's, and otherwise than this one's:
    "civil and commercial cases" are not "civil, commercial and criminal cases".

    Some of this one's qualifiers may stand with another noun: "civil and commercial treaties".
    """
    for noun, mine in countable.frames.items():
        theirs = rival.frames.get(noun)
        if theirs and mine and theirs != mine:
            ours = mention.said.frames.get(noun)
            if ours == theirs or (theirs < mine and mention.said.clause & mine == theirs):
                return True
    return False


def _qualified_otherwise(mention: Mention, countable: Countable, index: ClaimIndex) -> bool:
    """Return whether a noun has a qualifier where the figure has another of the same kind.

    The kinds are the base's own: "provincial level" against "bureau level", "Third Plenary Session"
    against "Fourth".
    """
    for noun, ours in mention.said.frames.items():
        for word in strange_qualifiers(noun, ours, countable):
            if word in stems_of(_LEVELS) and countable.frames[noun] & stems_of(_LEVELS):
                return True  # "Provincial commissions" are not the Central Commission
            if word in countable.known.own and not any(
                word in sibling.told for sibling in index.siblings(countable)
            ):
                continue  # the fact tells it of all: "UN peacekeeping" of "peacekeeping personnel"
            if word in stems_of(_ORDINALS) and countable.frames[noun] & stems_of(_ORDINALS):
                return True  # "Third Plenary Session" is not the fourth
            # "central-level departments": what qualifies the qualifier tells the noun apart too.
            mine = countable.frames[noun]
            if mine & mention.said.clause:
                continue  # "Discipline Inspection paid flexible visits"
            mine = mine.union(*(countable.frames.get(one, frozenset()) for one in mine))
            if any(index.are_contrasted(word, one) for one in mine):
                return True  # "provincial departments" are not "central-level" ones
    return False


def strange_qualifiers(noun: str, ours: frozenset[str], countable: Countable) -> frozenset[str]:
    """Return the qualifiers of a noun that a figure does not have, where it has others."""
    mine = countable.frames.get(noun)
    if not mine or mine & ours:
        return frozenset()
    levels = stems_of(_LEVELS) if mine & stems_of(_LEVELS) else frozenset[str]()
    return ours - (countable.told - levels)


def has_its_name(report: Report, own: Countable, rival: Countable, index: ClaimIndex) -> bool:
    """Return whether a sentence has a name of one figure's sentence, or its country, and none of
    the other's: "in Vallby 16.2 minutes", "Polish guests"."""
    lands = countries(report.sentence)
    named = stems(" ".join((*_A_NAME.findall(report.sentence), *lands))) - index.naming
    one_fact = own.known is rival.known
    mine, its = (own.told, rival.told) if one_fact else (own.known.words, rival.known.words)
    return bool(named & (mine - its) & names_of(own)) and not named & (its - mine)


def names_of(one: Countable) -> frozenset[str]:
    """Return the stems of the names in a figure's sentence, but for its first word."""
    quote = one.known.fact.quote
    return frozenset(
        term.stem for term in terms(quote) if term.start and quote[term.start].isupper()
    )


def is_of_others(countable: Countable, report: Report) -> bool:
    """Return whether a figure is of a row of other things ("Other goods"), and a sentence names no
    others: "exported goods" are not these."""
    rest = _OTHERS.match(countable.known.fact.quote) is not None
    return countable.is_cell and rest and not _OTHER.search(report.sentence)


def is_other_norm(mention: Mention, report: Report, countable: Countable) -> bool:
    """Return whether a figure is what ought to be ("should wait 15 minutes"), and the reported one
    what is; or that what was expected, and this what came."""
    quote = countable.known.fact.quote
    said = _around(mention, report)
    if _EXPECTED.search(said) and not _FORESEEN.search(quote):
        return True  # "pollsters had seen them at 29 percent"
    ought = _OUGHT.search(quote[: max(quote.find(countable.figure.text), 0)])
    return ought is not None and not _NORM.search(said)


def _around(mention: Mention, report: Report) -> str:
    """Return what stands around a figure, to the figures beside it."""
    start, end = mention.quantity.start, mention.quantity.end
    low = max((one.quantity.end for one in report.figures if one.quantity.end <= start), default=0)
    high = min(
        (one.quantity.start for one in report.figures if one.quantity.start >= end),
        default=len(report.sentence),
    )
    return report.sentence[low:high]


def is_spoken_for(
    rival: Countable, report: Report, mention: Mention, words: frozenset[str], index: ClaimIndex
) -> bool:
    """Return whether words are said of another figure of the sentence, which its fact tells with
    them: a rival, or the other end of its range."""
    return any(
        words <= one.told and is_told(one, report, mention, words)
        for one in index.families[rival.family]
        if one.known is rival.known
    )


_DOES = r"(?:has|is|was|had|will|reports|[a-z]+ed)\b"
_SUBJECT = pattern(rf"(?:(?:Neighbou?ring|Nearby) )?([A-Z][a-z]+[a-rt-z]) {_DOES}")
# "Brannock School of Law was founded in 1921 and teaches 1,178"
_NAMED = pattern(rf"(?!M[rs]s? )(?P<first>[A-Z][a-z]+) (?=[A-Z])(?:{NAME}) {_DOES}")
# "our own country has 31", "Our school, too, has", "In our own survey of 2016, 81 percent"
OURS = pattern(
    r"\b(?:our|my) (?!People\b)[^,;]*$"
    r"|^(?:(?:in|at|on|for|by) )?(?:our|my) (?!(?:people|count|reading)\b)[^;]*$",
    re.IGNORECASE,
)
# "Hofmann counts 1,950", "this newspaper has written about 31": no count of the source's
_COUNTS = pattern(
    r"(?:\b(?:[Tt]his newspaper|(?:[Oo]ur|[Mm]y) (?!People\b)(?:\w+ ){0,2}\w+"
    rf"|I|[Ww]e)|(?:An?|One) (?P<one>[a-z]+)|(?P<who>{NAME}))(?: (?:from|in|at|of) [A-Z]\w+)?"
    r"(?: \([^)]*\))? (?:(?:has|have|had|also) )*(?:count(?:s|ed)?|wrote|written|report(?:s|ed) on"
    r"|tall(?:y|ies|ied)|document(?:s|ed)?|estimates?d?|knows? of|knew of|found|finds|lists?|listed"
    r"|identif(?:y|ies|ied))\b[^,;:]*$"
    r"|\b(?:told|tells|wrote to|answered) (?:us|me)\b[^;:]*$"  # what somebody told a draft's author
)
_SO_MANY = r"(?:(?:about|some|more than|over|nearly|almost|up to|at least|only|just) )?$"
# "We employ 300", "he had decided 6,100 cases": what a person did, but for telling or reading it;
# "we, by contrast, have 240 soldiers"
_DID_SO_MANY = pattern(
    r"\b(?:I|[Ww]e|[Hh]e|[Ss]he)(?: (?:has|have|had|also|now|once|then)|['’]ve|['’]d)*"
    r" (?!(?:ha[sd]|have|also|now|once|then|g[ai]ve|cit|quot|mention|nam|put|not|said|says?|sees?"
    r"|saw|read|report|find|found|got|gets?|told|tells?|wr[io]te|add|state|call|repeat)[a-z]*\b)"
    rf"[a-z]+ {_SO_MANY}"
    r"|\b(?:I|[Ww]e)(?:, [^,;]{2,30},)?(?: (?:ourselves|too|also|now|still))* (?:have|had|own) "
    rf"{_SO_MANY}"
)
# "a poll of 1,178 lawyers", of which the source tells nothing
_POLLED = pattern(
    r"\b(?:polls?|surveys?|stud(?:y|ies)|sample|interviews?|questionnaires?)"
    r" (?:of|among|with|for) (?:(?:about|some|more than|over|nearly|almost) )?$"
)
_POLLS = "poll survey study sample interview questionnaire respondents"


def is_anothers_count(
    mention: Mention, report: Report, countable: Countable | None, index: ClaimIndex
) -> bool:
    """Return whether somebody else than the source gives a number as what he counts.

    A slip of the pen in the value of `countable` is no count.
    """
    if countable and is_slip(mention.quantity, countable.figure.value):
        return False
    before = report.sentence[: mention.quantity.start]
    if _DID_SO_MANY.search(before):
        return True
    if _POLLED.search(before) and not (countable and stems_of(_POLLS) & countable.words):
        return True
    found = _COUNTS.search(before)
    if not found:
        return False
    if found["one"]:
        return all(map(is_person, stems(found["one"])))
    # a name of which the source knows nothing: not "Beijing counts", "the State Council lists"
    names = stems(found["who"] or "") - index.naming
    return not found["who"] or not (index.is_at_home(found["who"]) or all(map(index.knows, names)))


def is_of_a_stranger(report: Report, index: ClaimIndex) -> bool:
    """Return whether a sentence begins with a name that the documents do not have: "Neighbouring
    Sorland reports"."""
    subject = _SUBJECT.match(report.sentence)
    return subject is not None and not any(map(index.knows, stems(subject[1])))


def is_of_another(
    mention: Mention, report: Report, countable: Countable, index: ClaimIndex
) -> bool:
    """Return whether a sentence tells of another: "another 946", "in Mali", "the first tour"."""
    if OURS.search(report.sentence, 0, mention.quantity.start):
        return True
    known = countable.words | index.naming
    if any(report.strange_names(0, len(report.sentence), known).values()):
        return True
    subject = _SUBJECT.match(report.sentence, 0, mention.quantity.start)
    if subject and not all(map(is_person, stems(subject[1]) - known)):
        return True  # "India has sent": a bare singular is a name
    named = _NAMED.match(report.sentence, 0, mention.quantity.start)
    first = stems(named["first"]) if named else frozenset[str]()
    if first and not any(map(index.knows, first)):
        return True
    told = {one.value for one in countable.known.fact.figures if one.unit == "ordinal"}
    return not mention.quantity.ordinal and any(
        one.quantity.ordinal and one is not mention and one.quantity.value not in told
        for one in report.figures
    )
