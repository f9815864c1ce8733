"""The words of a sentence that ask for a value which no source prints."""

import re
from functools import lru_cache

from wp.pattern import pattern
from wp.verify.claims.reported import Report

SUM = pattern(
    r"\b(?:in all|all told|in total|altogether|together|combined|total(?:s|ed|led|ling)?"
    r"|sum(?:s|med)?|add(?:s|ed|ing|ition)?|both|jointly|taken together"
    r"|on one (?:scale|pile|heap)|(?:put|add|lump|weigh|count|take) (?:it|them) all"
    r"|between them|as a whole|either|in other words|way or (?:another|the other)"
    r"|^(?:so|thus|hence|therefore|(?:that|this) (?:makes|comes to|adds up to)))\b",
    re.IGNORECASE,
)
TOTAL = pattern(
    r"\b(?:in all|all told|in total|altogether|total(?:s|ed|led|ling)?|as a whole)\b", re.IGNORECASE
)
REST = pattern(
    r"\b(?:the rest|the others?|other|(?:every|any)(?:one|body|thing) else|all else"
    r"|remain(?:ing|der|s|ed)?|not|yet to|never|no longer|without"
    r"|outside|except|all but|leaving out|leaves? out|apart from|excluding|still|to go|at large"
    r"|missing|outstanding|pending|wait(?:s|ed|ing)?"
    # "unsolved", but neither "Union" nor "under".
    r"|un(?!i|der|til|less)\w+|none of|no more(?! than)|gone|ceas\w+|lack\w*"
    r"|owe\w*|difference|more than|fewer than|less than|left)\b",
    re.IGNORECASE,
)
# "Taking all groups together", "52 had still not been": the number is worked out, not printed.
_WORKED_OUT = pattern(
    r"\b(?:^(?:grand |sub)?total(?=,)|^(?:that|this|which) (?:makes|comes to|adds up to|leaves)"
    r"|add(?:ed|s|ing)? (?:up|together)|\bif (?:one|you|we) adds?|altogether|together"
    r"|summ?ed|tally|between them"
    r"|leaving out|leaves? out|excluding|apart from|still not|not yet|yet to|the rest"
    r"|the remaining|the difference|the gap|plus)\b",
    re.IGNORECASE,
)
GAP = pattern(r"\b(?:gap|difference|margin|apart|outnumber\w*)\b", re.IGNORECASE)
LEAVES = pattern(r"\b(?:leav(?:es|ing)|left|the rest|the others?|remaining)\b", re.IGNORECASE)
OVER = pattern(
    r"\b(?:(?:for|over|in) (?:the|those|these|all) (?:\w+ )?years|years together|in all|total"
    r"|altogether|all told|(?:whole|entire) period|whole of the period)\b",
    re.IGNORECASE,
)
# "1.5 arrests per case", "1,500 people to each", "per fugitive that is 2.8 million"
_NOUN = (
    r"(?:one |of the )?(?!(?:year|quarter|month|week|day|hour|minute|night)\b)"
    r"(?P<noun>[^\W\d][\w-]*(?: [^\W\d][\w-]*)?)"
)
PER_BEHIND = pattern(
    r"(?:[ -][^\W\d]+){0,4}? (?:(?:an?|per|for each|for every|to an?|to every|in each|in every) "
    rf"{_NOUN}|(?:to )?each\b|apiece\b)"
)
# "on average each operation drew 1,500", "each team must have roughly three"
PER_ONE = pattern(
    rf"\b(?:each|one) {_NOUN}\b(?=.*\bon average\b)|\bon average,? (?:each|one) (?P<mean>[a-z]+)"
    r"|\b[Ee]ach (?P<each>[a-z]+)\b(?=[^;.]*\b(?:roughly|about|some|around|nearly|almost)\b)",
    re.IGNORECASE,
)
PER_BEFORE = pattern(rf"\b(?:per|for each|for every|in each|in every) {_NOUN}", re.IGNORECASE)
CHANGED = pattern(
    r"\b(?:ris(?:e|es|en|ing)|rose|increas\w+|gain\w*|grew|grow\w*|climb\w*|improv\w+|up by|points?"
    r"|jump\w*|shr[aiu]nk\w*"
    r"|fell|fall\w*|declin\w+|drop\w*|decreas\w+|lost|down by|more|fewer|less|higher|lower"
    r"|difference|gap|widen\w*|narrow\w*|added|shed|cut|reduc\w+|ahead|short"
    r"|sooner|later|earlier|longer|shorter)\b",
    re.IGNORECASE,
)
BUDGETED = pattern(
    r"\b(?:over|above|under|below|within|beyond|short of) (?:its|the|their|his|her) (?:\w+ )?"
    r"(?:budget|plan|target|limit|estimate|goal|quota)\b"
    r"|\b(?:than|over what|above what|below what)(?: (?:had|has|have|was|were|been|is|it|the|they"
    r"|[A-Z]\w+))* (?:planned|budgeted|expected|approved|voted|allowed|set aside|granted"
    r"|foreseen)\b",
    re.IGNORECASE,
)
# "The tax failed by four votes"
MARGIN = pattern(
    r"\b(?:fail|lost|lose|won|win|pass|carr(?:y|ied)|defeat|reject|adopt|beat|thrown out|threw out)"
    r"[^;,]*\bby\b[^;,]{0,30}$",
    re.IGNORECASE,
)
THAT_IS = pattern(r"\b(?:that is|which is|i\.e\.|in other words|namely|or)\b")
MORE_THAN = pattern(r"[^.;,]{0,20}\b(?:more|fewer|less|higher|lower|longer|shorter) than\b")
APIECE = pattern(r"[^.;,]{0,20}\b(?:apiece|each)\b")
ABOVE_BUDGET = pattern(r"\bover (?:its|the|their) (?:\w+ )?(?:budget|plan|estimate)\b")
SHARE = pattern(
    r"\b(?:of (?:the|all|these|those|its|their|them)|out of|share|proportion|one in|in every"
    r"|in (?:\d|ten|five|four|hundred)|half|thirds?|quarters?|fifths?|tenths?|rate"
    r"|percent of|% of|of (?:which|whom)|majority)\b|\d in \d",
    re.IGNORECASE,
)
# "half as many as", "two and a half times as strong"
AS_MANY = pattern(r"\s+as [a-z]+\b")
SINCE = pattern(r"\b(?:since|than (?:in|on)|from|compared with)\s+$", re.IGNORECASE)
LAST_YEAR = pattern(
    r"\byear (?:before|earlier|ago)\b|\b(?:previous|preceding|last) year\b|\bon the year\b"
)
OF = pattern(r"\s+of\b")
HEAD = pattern(r"\s+(?:a|per) (?:head|person|capita)\b|\s+(?:each|apiece)\b", re.IGNORECASE)
EACH = pattern(
    r"\b(?:for (?:each|every)|per)(?: (?:one )?of)?(?: the| these| those| its)?"
    r"((?:\s+[\w,.-]*\w){1,2})"
)
FOR_EACH = pattern(r"\bfor (?:each|every)\b", re.IGNORECASE)
RATIO = pattern(
    r"\b(?:times|twice|double|triple|threefold|twofold|each|per|apiece|average[sd]?|every)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def asks(form: re.Pattern[str], sentence: str) -> bool:
    """Return whether a sentence has words that ask for a value; asked for pair after pair."""
    return form.search(sentence) is not None


def is_worked_out(report: Report) -> bool:
    """Return whether a sentence's own words say that its number is worked out of others.

    One that does not come out is unsupported: it is not another value of what is counted.
    """
    return asks(_WORKED_OUT, report.sentence)
