"""What a figure counts: its unit and its measure, from the words behind the number."""

import re
from typing import NamedTuple

from wp.english import PERSONS
from wp.pattern import pattern
from wp.quantities.amounts import per_words, rate_of
from wp.quantities.units import compound_at
from wp.statements.clauses import clause_end

_WORD = pattern(r"[^\W_]+(?:[-'’][^\W_]+)*|\S")
# What ends the noun phrase behind a number.
_STOPS = frozenset(
    "of in on at to for from by with as per during under over between among within across through "
    "than against into since until after before about around via without upon toward towards "
    "is are was were be been being has have had will would shall must should can could may might "
    "do does did that which who whom whose where when while if the a an this these those its their "
    "his her our my no not each every it they we he she i there so then including such only "
    "came took made went gave got set put held saw rose fell stood left won worth due up down out "
    "or and but".split()
)
# What does so behind a plural: "96 districts lost people", but "12 lost ships".
_VERBS = frozenset(
    "lost paid sold bought built kept sent brought met led took drew told spent began became grew "
    "broke bound bind caught chose fought found sought taught wrote drove ran sit stand lie "
    "show showed say said want need use include cover serve hold have keep live work pay deliver "
    "carry make take give get receive earn offer provide produce attend join leave write read "
    "speak know face suffer die".split()
)
_UNMARKED_PLURALS = frozenset(
    "people personnel children women men staff police cattle sheep fish aircraft series species "
    "data media criteria phenomena households youth deer salmon poultry".split()
)
_MEN = ("smen", "rmen", "emen", "nmen", "kmen", "hmen", "eamen")  # no regimen, no abdomen
_NOT_PLURAL = frozenset(
    "this its his as is was has us thus plus less across gas bus business process progress access "
    "various previous serious religious congress success status basis crisis analysis apparatus "
    "mass class glass press cross loss press address stress always perhaps afterwards".split()
)
_NO_NOUNS = frozenset("more fewer less higher lower further each apiece alone".split())
_YEARLY = pattern(
    r"(?<!of )\b(?:an?|per|each|every) (year|month|week|day|hour|minute)\b"
    r"(?! (?:earlier|before|ago|later|after)\b)"
    r"|\b(annually|yearly)\b(?! [^\W\d_])"
)
_OFTEN = pattern(
    r"\s+(?:(?P<adverb>daily|weekly|monthly|quarterly|yearly|annually)\b"
    r"|(?:in )?(?:an?|per|each|every) (?P<spell>half-year|day|week|month|quarter|year|session)\b)"
)
_ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"}
_RATE = pattern(
    r"(?P<rate> per (?:1,000|10,000|100,000|million)\b)(?P<each> [^\W\d_]+(?: [^\W\d_]+)?)?"
)
_AND = pattern(r"\sand\s")
_VOTE = pattern(r"\bvotes? of\W*$", re.I)
_MAGNITUDE = pattern(r"\bmagnitudes?(?: of)?(?: about| around| some| nearly)?\W*$", re.I)
_POPULATION = pattern(r"\b(?:population|workforce|membership|staff|crew) of\W*$", re.I)
# "Part-time workers numbered 812,000", "total hours worked per week came to 153.7 million"
_NUMBERED = pattern(
    r"\b([^\W\d_]+s|people)(?: [^\W\d_]+){0,3}(?: of \d[^,;.]{0,30}?)? (?:numbered|number|totalled"
    r"|totaled|came to|amounted to|added up to)\W*$"
)
_THEY = pattern(
    r"^(?:the )?([^\W\d_]+s)\b[^;:]*[;:] they (?:numbered|number|totalled|totaled|came to)\W*$",
    re.I,
)
_THOSE_WHO = pattern(r"\bthose who\b[^.;:]*\bnumber(?:ed)?\W*$", re.I)
_NUMBER_OF = pattern(r"\b(?:number|total|count) of(?: the| all)?(?= )(?P<noun>)(?!.*[;:])", re.I)
_OUT_OF = pattern(
    r"(?:^|[;:] )(?:of|among|out of)(?: the| its| these| those| all)*(?: [\d,.]+)?(?= )(?P<noun>)"
    r"[^;:]*, [^,;:]*$",
    re.I,
)
_COPULA = pattern(r" (?:is|are|was|were)(?= [^\W\d_])")
_TOLD_ALONE = pattern(r"\s*(?:[,;.:)]|$)|\s(?:and|of|from|in|aged|who|whose)\b")
_MORE = pattern(r"\b(?:more|fewer)(?= )(?P<noun>)[^.;:]*:\s*$")
_LABEL = pattern(r"(?:^|[.;:] )(?P<noun>)[^.;:]*:\s*$")
_MOVED = pattern(
    r"(?:^|[;,] |\band )(?:the )?(?P<noun>)[^\W\d_][^;,:]*? (?:fell|rose|grew|dropped|declined"
    r"|increased|decreased|climbed|doubled|went (?:up|down)|stood at|reached|averaged|peaked at)\b"
    r"[^;]*$",
    re.I,
)
# What is told by its value: the number counts none of it.
VALUES = frozenset(
    "exports imports prices earnings wages costs expenses revenues receipts sales taxes rates rents"
    " fees savings payments assets liabilities loans deposits funds reserves incomes goods results"
    " figures indicators projections statistics characteristics estimates details measures accounts"
    " trends changes forecasts numbers levels rows services species series".split()
)
# Words between a number and its noun that are no part of the noun's name.
_OPENING = pattern(
    r"\s+(?:head of|of (?:the|our|its|their|these|those|all)|such|other|more|additional)\b"
)
# "in 90 towns and ports", but "has 90 books and adds 7"
_PAIRED = pattern(
    r" and ([^\W\d_]+(?:-[^\W\d_]+)*)(?=[\s,.;:)]|$)"
    r"(?! (?:(?:a|an|the|its|their) "
    r"|(?:between |about |some |over |up to |more than |at least )?[\d$€£]))"
)
_JOINED = pattern(r" (?:and|or|to) [^\W_]+")
_PART = pattern(r" (?:out )?of (?:(?:the|its|their|these|those|all) )*[\d.,]+$")
# Two letters, three without a vowel, a capital inside, or a sign of a ratio or power behind.
_SYMBOL = pattern(
    r"(?:[^\W\d_]{1,2}|[^\W\d_aeiouyAEIOUY]{3}|[^\W\d_]{0,3}[a-z][A-Z][^\W\d_]{0,3})(?![\w-])"
    r"|[^\W\d_]{1,6}(?=[/^²³])"
)
_REACH = 160
_MOST_WORDS = 3


class Counted(NamedTuple):
    """What a figure counts: `unit` "" where nothing is named; `end` of the noun phrase."""

    unit: str
    phrase: str
    end: int


def counted_after(sentence: str, at: int, *, one: bool = False) -> Counted:
    """Read the noun phrase that begins at an offset, behind a number: "…international human rights
    conventions including…" counts conventions.

    The unit is the phrase's last plural, "people" for persons; of `one` it is a singular: "one
    violation".
    """
    opening = _OPENING.match(sentence, at)
    words = _phrase(sentence, opening.end() if opening else at)
    heads = [number for number, word in enumerate(words) if _plural(word[0])]
    if one and words and not heads and words[-1][0].lower() not in _NO_NOUNS:
        singular = words[-1][0].lower()
        unit = "people" if singular in PERSONS else re.sub(r"([^aeiou])y$", r"\1ie", singular) + "s"
        return Counted(unit, sentence[words[0].start() : words[-1].end()], words[-1].end())
    if heads:
        words = words[: heads[-1] + 1]
    elif len(words) != 1 or words[0][0].lower() not in PERSONS:
        return Counted("", "", at)
    end = words[-1].end()
    head = words[-1][0]
    paired = _PAIRED.match(sentence, end)
    if paired and _plural(paired[1]) and len(words) == 1:
        head, end = f"{head} and {paired[1]}", paired.end()
    phrase = sentence[words[0].start() : end]
    per = per_words(sentence, end) if sentence.startswith(" per ", end) else None
    if per:  # "2,950 florins per square metre"
        return Counted(rate_of(_noun(head), per.unit), phrase, per.end)
    return Counted(_unit(sentence, head, end), phrase, end)


def symbol_after(sentence: str, at: int) -> Counted:
    """Read the symbol of a unit that no table of units knows: "210 g/kWh", "12 Sv".

    One told of another unit is a unit as printed; of any other only the phrase is given, for what
    it stands for is not known.
    """
    start = at + sentence.startswith((" ", "\u00a0", "\u202f"), at)
    compound = compound_at(sentence, start)
    if compound:
        return Counted(compound, compound, start + len(compound))
    found = _SYMBOL.match(sentence, start)
    if not found or found[0].lower() in _STOPS:
        return Counted("", "", at)
    return Counted("", found[0], found.end())


def whole_after(sentence: str, end: int, whole: int = 0) -> str:
    """Return the unit of the number behind one that is a part of it: "14 of 16 ports".

    Takes where the two numbers end; gives "" where the first is no part, or nothing is named.
    """
    found = _PART.match(sentence, end, whole)
    return counted_after(sentence, whole).unit if found else ""


def ordered_after(sentence: str, at: int) -> Counted:
    """Read what an ordinal tells apart: "fourth combined report", "third and fourth report"."""
    joined = _JOINED.match(sentence, at)
    words = _phrase(sentence, joined.end() if joined else at, "-")[:_MOST_WORDS]
    if not words:
        return Counted("ordinal", "", at)
    end = words[-1].end()
    return Counted("ordinal", sentence[words[0].start() : end], end)


def often_after(sentence: str, at: int) -> Counted:
    """Read how often something happens, behind "twice" or "nine times": "times a year"."""
    found = _OFTEN.match(sentence, at)
    if not found:
        return Counted("times", "", at)
    spell = found["spell"] or _ADVERBS.get(found["adverb"], "year")
    return Counted(f"times a {spell}", "", found.end())


def _phrase(sentence: str, at: int, skipped: str = "") -> list[re.Match[str]]:
    """Return the words from an offset on to the first that ends a noun phrase."""
    words: list[re.Match[str]] = []
    for match in _WORD.finditer(sentence, at, at + _REACH):
        if match[0] in skipped and not words:
            continue
        word = match[0].lower()
        if not match[0][0].isalpha() or word in _STOPS:
            break
        if words and _plural(words[-1][0]) and (word in _VERBS or word.endswith("ed")):
            break
        words.append(match)
    return words


def counted_before(sentence: str, at: int) -> str:
    """Return the unit that words before a number settle.

    "a population of more than…" are people, "part-time workers numbered…" are workers, "by a vote
    of…" are votes, "a magnitude of…" is one.
    """
    if _VOTE.search(sentence, max(at - 40, 0), at):
        return "votes"
    if _POPULATION.search(sentence, max(at - 40, 0), at):
        return "people"
    if _MAGNITUDE.search(sentence, max(at - 40, 0), at):
        return "magnitude"
    if _THOSE_WHO.search(sentence, max(at - _REACH, 0), at):
        return "people"
    before = sentence[max(at - _REACH, 0) : at]
    subject = _NUMBERED.search(before) or _THEY.search(before)
    return _noun(subject[1]) if subject and _plural(subject[1]) else ""


# "The collections grew by 3,870 objects: 2,940 were given, 610 were bought": objects
_COUNTED_ALREADY = pattern(r"\d [^\W\d][^:]*:\s[^:]*$")


def led_in(sentence: str, at: int) -> str:
    """Return the unit of a bare number that its sentence names farther before it.

    "The number of calls doubled to…", "Of the ballots cast, …", "Boats seized: …", "Arrests fell
    to…"; "" where none is named.
    """
    before = sentence[max(at - _REACH, 0) : at]
    if _COUNTED_ALREADY.search(before):
        return ""
    for told in (_NUMBER_OF, _OUT_OF, _MORE, _LABEL, _MOVED):
        found = told.search(before)
        counted = counted_after(before, found.start("noun")) if found else None
        if counted and counted.unit and counted.unit not in VALUES:
            return counted.unit
    return ""


def told_to_be(sentence: str, at: int) -> str:
    """Return the unit that a bare number is told to be: "412 were children"; "" for none."""
    copula = _COPULA.match(sentence, at)
    counted = counted_after(sentence, copula.end()) if copula else None
    alone = counted and _TOLD_ALONE.match(sentence, counted.end)
    return counted.unit if counted and alone and counted.unit not in VALUES else ""


def _noun(word: str) -> str:
    lower = word.lower()
    return "people" if lower.rpartition("-")[2] in PERSONS else lower


def _unit(sentence: str, head: str, end: int) -> str:
    unit = _noun(head)
    rate = _RATE.match(sentence, end)
    if rate:
        words = (rate["each"] or "").split()
        named = next((n for n, word in enumerate(words, 1) if _plural(word)), 0)
        return " ".join([unit + rate["rate"], *words[:named]])
    stop = clause_end(sentence, end)
    further = _AND.search(sentence, end, stop)  # what follows is told of another
    yearly = _YEARLY.search(sentence, end, further.start() if further else stop)
    if yearly:
        spell = yearly[1] or "year"
        return f"{unit} {'an' if spell == 'hour' else 'a'} {spell}"
    return unit


def _plural(word: str) -> bool:
    lower = word.lower()
    if lower in _UNMARKED_PLURALS or lower.endswith(_MEN):
        return True
    return len(lower) > 3 and lower.endswith("s") and lower not in _NOT_PLURAL and not (
        lower.endswith(("ss", "'s", "’s", "ous"))
    )  # fmt: skip
