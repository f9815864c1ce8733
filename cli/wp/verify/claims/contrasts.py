"""What a sentence says the other way than the source's sentence that has its figure: the opposite
word, "all" of what is told of some, another's name in a list or table.

A drafted fact is a whole sentence: that a value and most words agree tells less of it than of a
curated one. What is found here leaves a figure open; it contradicts nothing.
"""

import re
from functools import cache

from wp.pattern import pattern
from wp.statements import is_person, stems, terms
from wp.statements.roles import directions, movement_words
from wp.verify.claims.asking import SUM
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.contradictions import Judged
from wp.verify.claims.countables import Countable, comparable, is_part
from wp.verify.claims.operands import label_of, rows_beside
from wp.verify.claims.predicates import verbs_of
from wp.verify.claims.reported import Mention

# Of two words in one line a true sentence does not have one where the source has the other.
_OPPOSITES = (
    "approve accept adopt pass | reject refuse abolish", "exceed outperform | trail lag",
    "allow permit | ban forbid prohibit", "open | close", "import | export", "buy purchase | sell",
    "win won | lose lost", "average mean | median", "minimum | maximum", "paid | unpaid",
    "support favour | oppose object", "earn receive income revenue | spend expenditure cost",
    "surplus profit | deficit loss", "birth born | death died", "arrive arrival | depart departure",
    "compulsory mandatory | voluntary", "gain | lose lost", "increase | decrease",
    "build erect | demolish", "admit | discharge", "appoint | dismiss", "urban | rural",
    "public | private", "add join | leave strike", "start begin began | end finish stop",
    "succeed success | fail failure", "work function | fail failed", "known | unknown",
    "oldest | youngest", "highest | lowest", "largest biggest | smallest",
    "longest | shortest", "best | worst", "first | last", "usable fit | unusable unfit",
    "cheap cheaper | dear dearer expensive", "mile | kilometre kilometer",
)  # fmt: skip
_ALL = pattern(
    r"(?<!all in )\b(?:all (?:of )?|(?:every|each) (?:single )?(?:one )?of )"
    r"(?:(?:the|these|those|its|their) )?$",
    re.IGNORECASE,
)
_MOST_OF = pattern(
    r"\b(?:most|the (?:great |vast |large )?majority) of (?:(?:the|these|its|their) )?$", re.I
)
_SAYS_ALL = pattern(r"\b(?:all|every|each|both|whole|entire|throughout|without exception)\b", re.I)
_SAYS_MOST = pattern(r"\b(?:most|majority|mainly|mostly|chiefly)\b", re.IGNORECASE)
_PAUSE = pattern(r"[,;:()]\s|\s(?:and|but)\s")
# "than three months before", "on the year"
_SINCE = pattern(
    r"\b(?:than|from|on|over|with|against) (?:in )?(?:an? |the |one |two |three |six |\d+ )?"
    r"(?:same )?(?P<unit>year|quarter|month|week)s? (?:earlier|before|ago|of the year before)"
    r"|\bthan (?:in )?(?:the )?(?:previous|preceding) (?P<last>year|quarter|month|week)\b",
    re.IGNORECASE,
)
# What is told of a share is told of its whole: "two thirds of the 1,326 orders"
_OF_THE = pattern(r"\bof (?:(?:the|its|these|those|their|all|[A-Z][\w]*['’]s) )*$")
_FAVOURS = (
    pattern(r"\b(?:in favou?r of|support(?:s|ed)?|wants?|wanted)\b"),
    pattern(r"\b(?:against|opposed?|objects? to)\b"),
)
_REAL = pattern(r"\b(?:after inflation|in real terms|adjusted for inflation|seasonally)\b", re.I)
_LEGAL = pattern(
    r"\b(?:by law|under the law|legally|statutory|the law (?:says|gives|allows))\b", re.I
)
_RATE = pattern(r" (?:an?|per) .*$")
_NUMBER = pattern(r"\d[\d.,]*")
_SCOPE = pattern(r"\b(?:throughout|across the whole|in the whole of|everywhere)\b", re.IGNORECASE)
_AIMED = pattern(
    r"\b(?:targets?|goals?|aims? (?:for|at|to)|ceiling|limits?|lowest .{0,20}permitted)\b", re.I
)
_SUPPOSED = pattern(r"\b(?:assum\w+|scenario|hypothetical\w*|suppos\w+|imagin\w+)\b", re.I)
_MAY_BE = pattern(
    r"\b(?:must|shall|should|ought|would|could|might|may|want\w*|plan\w*|aim\w*|intend\w*|by law"
    r"|legal|allow\w*|permit\w*|requir\w*|demand\w*|maximum|minimum|at most|at least|objective"
    r"|ambition|hopes?|short of|miss\w*|leaves?|(?:is|are|was|were|has|have|keep) to|per|every|one"
    r"|an?(?= (?:piece|head)))\b",
    re.IGNORECASE,
)
_EACH = pattern(r"(?: [a-z]+)? (?:each|apiece)\b")
_SPELL = pattern(r"\b(?:hour|day|week|month|quarter|year)(?=s?\b)", re.IGNORECASE)
_OF_WHAT = pattern(r" (?:[a-z]+ )?(?:cases|reports|complaints|tonnes|doses) of (?P<what>[a-z]+)\b")
_COMPARED = pattern(r"\b(?:less|fewer|lower|higher)\b", re.IGNORECASE)
_NAME = pattern(r"(?<!^)(?<![.!?] )\b[A-Z][\w’'-]+")


def contrast(sentence: str, mention: Mention, judged: Judged, index: ClaimIndex) -> str:
    """Return what a sentence says of a figure the other way than the document; "" for nothing."""
    countable = judged.countable
    if countable is None or not countable.known.fact.draft:
        return ""
    fact = countable.known.fact
    told, beside = f"{fact.context} {fact.quote}", told_beside_it(countable)
    before = sentence[: mention.quantity.start]
    if (_ALL.search(before) and not _SAYS_ALL.search(beside)) or (
        _MOST_OF.search(before) and not _SAYS_MOST.search(told)
    ):
        return "the source does not say it of all of them"
    supposed = "" if judged.is_derived else _supposed(sentence, mention, countable, beside)
    if supposed:
        return supposed
    if not (judged.is_derived or _OF_THE.search(before)):
        other = _other_kind(sentence, mention, countable, beside, index)
        if other:
            return other
    opposite = "" if fact.is_row else _opposite(sentence, told, beside)
    # what is worked out is of two, and compared
    if opposite or judged.is_derived:
        return opposite
    return _of_another_name(sentence, countable, index) or (
        "" if fact.is_row else _of_its_neighbour(sentence, mention, countable, index)
    )


def told_beside_it(countable: Countable) -> str:
    """Return what stands around a figure in its sentence, up to a comma or the like."""
    quote, text = countable.known.fact.quote, countable.figure.text
    at = max(quote.find(text), 0)
    before = _PAUSE.split(quote[:at])[-1]
    return before + text + _PAUSE.split(quote[at + len(text) :])[0]


def _supposed(sentence: str, mention: Mention, countable: Countable, beside: str) -> str:
    """Return how the source has a figure and a sentence has not: as an aim or limit, as a mere
    supposition, of each, for another stretch of time."""
    beside = f"{beside} {countable.figure.measures}" if countable.is_cell else beside
    for form, why in ((_AIMED, "of what is aimed at or allowed"), (_SUPPOSED, "as a supposition")):
        if form.search(beside) and not (form.search(sentence) or _MAY_BE.search(sentence)):
            return f"the source has it {why}"
    quote, text = countable.known.fact.quote, countable.figure.text
    behind = quote[quote.find(text) + len(text) :]
    if _EACH.match(behind) and not _MAY_BE.search(sentence):
        return "the source has it of each"
    spell = mention.said.spell if mention.said.part.role == "level" else ""
    spells = {found[0].lower() for found in _SPELL.finditer(quote)}
    if spell and spells and spell not in spells and not countable.spell:
        return f"the source does not tell it for a {spell}"
    return ""


def _other_kind(
    sentence: str, mention: Mention, countable: Countable, beside: str, index: ClaimIndex
) -> str:
    """Return of what the source has a figure where a sentence has it of another: compared with
    another time, in real terms, by law, of a part, of a thing that stands elsewhere in it."""
    quote = countable.known.fact.quote
    ours, theirs = (
        {(one["unit"] or one["last"]).lower() for one in _SINCE.finditer(text)}
        for text in (sentence, quote)
    )
    if ours and theirs and not ours & theirs:
        return f"the source compares it with a {min(theirs)} before"
    for form in (_REAL, _LEGAL, _SCOPE):
        found = form.search(sentence)
        if found and not form.search(quote if form is _REAL else beside):
            return f"the source does not say “{found[0]}” of it"
    of_what = _OF_WHAT.match(sentence, mention.quantity.end)
    if of_what and not countable.is_cell:
        what = stems(of_what["what"])
        if what and what <= stems(quote) and not what & stems(beside):
            return f"the source does not say “{of_what['what']}” of it"
    said = mention.said.clause - movement_words()
    for part in index.families[countable.family]:
        if is_part(part, countable) and part.figure.text not in sentence:
            apart = part.clause & said - countable.told - stems(countable.known.fact.context)
            telling = apart & verbs_of(sentence) or len(apart) > 1
            if telling and not SUM.search(sentence):
                return f"the source says that of {part.figure.text} of them"
    return ""


def _of_its_neighbour(
    sentence: str, mention: Mention, countable: Countable, index: ClaimIndex
) -> str:
    """Return the figure beside one in its sentence of which a sentence has the words, and none of
    its own: the wage that the law permits, told of what was earned."""
    said = mention.said.clause
    for one in index.families[countable.family]:
        if one.known is not countable.known or not _NUMBER.search(one.figure.text):
            continue
        units = {_RATE.sub("", each.figure.unit) for each in (one, countable)}
        alike = len(units) == 1 and comparable(mention, one)
        alike = alike and one.part.role == countable.part.role
        if not alike or is_part(one, countable) or is_part(countable, one):
            continue
        if {*_NUMBER.findall(one.figure.text)} & {*_NUMBER.findall(sentence)}:
            continue
        theirs = {word for word in one.clause - countable.clause if not is_person(word)}
        theirs -= movement_words()
        if said.intersection(theirs) and not said & (countable.clause - one.clause):
            return f"the source says that of {one.figure.text}"
    return ""


def _opposite(sentence: str, told: str, beside: str) -> str:
    """Return the word of a sentence whose opposite stands in what the source tells, and it not."""
    said, there, near = stems(sentence), stems(told), stems(beside)
    for ones, others in _pairs():
        if not said & ones or said & others:
            continue
        if (there & others and not there & ones) or (near & others and not near & ones):
            return f"the source says the opposite of “{_printed(sentence, said & ones)}”"
    for mine, its in (_FAVOURS, _FAVOURS[::-1]):
        if mine.search(sentence) and its.search(told) and not mine.search(told):
            return "the source tells it the other way"
    ways, *others_ways = (directions(_COMPARED.sub("", text)) for text in (sentence, beside, told))
    there_too = next(filter(None, others_ways), frozenset[int]())
    if len(ways) == len(there_too) == 1 and ways != there_too:
        return "the source tells it the other way"
    return ""


def _printed(text: str, words: frozenset[str]) -> str:
    """Return the first word of a text with one of some stems, as printed."""
    return next((text[one.start : one.end] for one in terms(text) if one.stem in words), "")


@cache
def _pairs() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    sides = [tuple(map(stems, line.split("|"))) for line in _OPPOSITES]
    return tuple(pair for one, two in sides for pair in ((one, two), (two, one)))


def _of_another_name(sentence: str, countable: Countable, index: ClaimIndex) -> str:
    """Return the row or name of which the source has a figure, where a sentence names another."""
    said = stems(sentence)
    label = label_of(countable)
    if countable.is_cell:
        if label <= said:
            return ""
        for row in rows_beside(countable, index):
            other = label_of(row)
            if other and other <= said and not other <= label:
                return "the source has it in another row"
        return ""
    quote = countable.known.fact.quote
    named = stems(" ".join(_NAME.findall(quote))) - index.naming
    ours = named & countable.clause
    if not ours or ours & said:
        return ""
    for one in index.families[countable.family]:
        if one.known is countable.known and named & one.clause & said - countable.clause:
            return f"the source says that of {_printed(quote, ours)}"
    return ""
