"""What a date of a sentence bears on: a figure, a named instrument, or a comparison."""

import re
from typing import NamedTuple

from wp.pattern import pattern
from wp.quantities.model import DateMention

_BACK = 160  # characters before a date that are looked at

_KINDS = (
    "Act|Law|Code|Regulation|Rule|Order|Decree|Ordinance|Statute|Bill|Resolution|Directive"
    "|Decision|Convention|Treaty|Agreement|Protocol|Covenant|Charter|Declaration|Pact|Accord"
    "|Constitution|Memorandum|Programme|Program|Plan|Strategy|Agenda|Instrument|Framework|Compact"
)
_PLURALS = "(?:Treaties|Strategies|Guidelines"
_NAME = rf"(?:{_PLURALS}|(?:{_KINDS})s?))"
_NUMBER = r"(?: \(?(?=[\w./-]*\d)[\w./-]+\)?| \([A-Z]{2,4}\)| Nos?\.?)*"
_FURTHER = r"(?: (?:on|for|of|to|the|and|against|concerning|in|[A-Z][\w'’-]*))*"
_DONE = r"(?:dated|done|signed|adopted|concluded|enacted|promulgated|passed|issued|ratified)"
_LOWER = rf"(?i:{_NAME})"
# "Railways Act 2005", "Maritime Code (2009)", "Declaration of Port Mary of 1871"
_NAMED = pattern(rf"\b{_NAME}{_NUMBER}{_FURTHER}{_NUMBER},? ?[(\[]?$")
# "its resolution 64/292 of 28 July 2010", "resolution 1325 (2000)"
_TOLD = pattern(rf"\b{_LOWER}{_NUMBER}(?: of (?:the )?|,? ?[(\[])$")
# "the Paris Agreement, adopted in 2015"
_ADOPTED = pattern(
    rf"\b(?:{_NAME}{_NUMBER}{_FURTHER}|{_LOWER}{_NUMBER}),? ?[(\[]?(?:(?:which|that) was )?{_DONE}"
    r"(?: (?:at|in|by)(?: the)?(?: [A-Z]\w*){1,3})? $"
)
# "the 2005 Act", "the 2009 Maritime Code"
_TITLED = pattern(rf" (?:[A-Z][\w'’-]* ){{0,4}}{_LOWER}\b")
_PRICES = pattern(r"[- ](?:(?:constant|fixed|base) )?(?:prices|levels?|baseline|terms)\b")
# "the fewest since 1998", "the lowest since records began in 1931"
_SUPERLATIVE = pattern(
    r"\b(?:the (?:most|least|best|worst|only|first)|(?:for|in) the first time|record"
    r"|(?!interest|forest|request|test|rest|west|guest|protest|harvest|arrest|contest|quest)"
    r"[^\W\d_]{2,}est)\b(?:\W+\w+){0,4}\W+since\b[^,;.]{0,60}$",
    re.IGNORECASE,
)
_COMPARISON = pattern(
    r"\b(?:(?:as )?compared (?:with|to)|as against|(?:up|down) from|versus|vs|relative to"
    r"|against(?= (?:about |some |only |just |nearly |the )?[\d$€£])|as opposed to|as in(?= )"
    r"|(?:above|below)(?= (?:that|those|its|their|the (?:level|figure|average))\b)"
    r"|as (?:many|much|few|high|low|large|long|often) as"
    r"|(?<!more )(?<!less )(?<!fewer )(?<!greater )(?<!later )(?<!earlier )than"
    r"|(?:more|less|fewer|greater) than(?= (?:in|on|at|during|by|the|a)\b|(?= ?$)))(?!\w)",
    re.IGNORECASE,
)
# "up 12 percent from 2015", "12 percent over 2015"
_CHANGE = pattern(
    r"\b(?:up|down|more|fewer|less|higher|lower|rise|increase|decrease|fall|drop|decline|growth"
    r"|rose|fell|grew|increased|decreased|dropped|declined|reduction|cut|reduced|improvement)\b"
    r"[^,;]*$",
    re.IGNORECASE,
)
# "the vessel, built in 1998, was carrying 38 passengers"
_ASIDE = pattern(r", (?:[^\W\d_]+ed|built|born|held|made|begun|set up)(?: [^\W\d_,]+){0,3} ?$")
_PREPOSITIONS = frozenset(
    "in on during throughout at within for since from after following by until till before prior "
    "up as through no not between to ended ending".split()
)
_CLAUSES = pattern(r"[;:]")
_OVER = pattern(r"\b(?:over|on|from) $")


class Bearing(NamedTuple):
    """A date that may be a figure's period.

    `compares` is where a comparison begins that the date belongs to ("compared with 388 million in
    2020/21"), 0 for none; one that `heads` stands before its figure with a colon ("2020: 41 %").
    """

    mention: DateMention
    compares: int = 0
    heads: bool = False


def bearing_of(sentence: str, mention: DateMention) -> Bearing | None:
    """Tell what a date bears on; None when it is no figure's period.

    That is the date of a named instrument ("the Railways Act 2005"), what prices and levels are
    those of ("in 2019 prices"), and "since" behind a superlative ("the fewest since 1998").
    """
    before = sentence[max(mention.start - _BACK, 0) : mention.start]
    after = sentence[mention.end : mention.end + _BACK]
    if _dates_instrument(before, mention, after) or _PRICES.match(after):
        return None
    if _SUPERLATIVE.search(before + mention.text):
        return None
    if after.startswith(", ") and _ASIDE.search(before):
        return None
    compares = 0
    for found in _COMPARISON.finditer(before):
        compares = mention.start - len(before) + found.start()
    clause = _CLAUSES.split(before)[-1]
    if compares and mention.start - compares > len(clause):
        compares = 0
    if not compares and _starts_change(clause, mention):
        compares = mention.start
    return Bearing(mention, compares, after.startswith(":") and _bare(mention))


def _dates_instrument(before: str, mention: DateMention, after: str) -> bool:
    if not _bare(mention):
        return _ADOPTED.search(before) is not None
    return _TITLED.match(after) is not None or any(
        pattern.search(before) is not None for pattern in (_NAMED, _TOLD, _ADOPTED)
    )


def _bare(mention: DateMention) -> bool:
    """Return whether no preposition stands before a date."""
    return mention.text.split(" ", 1)[0].lower() not in _PREPOSITIONS


def _starts_change(clause: str, mention: DateMention) -> bool:
    """Return whether a date is what a change is reckoned from: "up 12 percent from 2015"."""
    if mention.text.lower().startswith("from ") and mention.period.end is None:
        return _CHANGE.search(clause) is not None
    bare_year = mention.text.removeprefix("on ").isdigit()
    over = mention.text.startswith("on ") or _OVER.search(clause) is not None
    return bare_year and over and _CHANGE.search(clause) is not None
