"""What a sentence tells of a figure or date, where the source tells something else of it.

Value, unit and time may agree, and a verb still make it another fact: who "withdrew from 26
conventions" has not acceded to them. What else a supported sentence tells a reader has to look up,
since a verdict is on figures and dates: `unmatched_words` are the words to look for.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from wp.english import MONTHS
from wp.pattern import pattern
from wp.quantities.notations import OPENING_WORDS
from wp.statements import Term, is_person, stems, stems_of, terms
from wp.statements.roles import movement_words
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.verbs import PAST, anybody, is_plain, says_nothing
from wp.verify.verdict import ClaimFigure
from wp.words import stem

# "a bit over" has no verb; "then discussed" and "fell in 2013" tell of a meeting and of a day
_TOLD = pattern(
    rf"(?<![\w'’-])(?<!\ba )(?!(?<=\bthen )discussed\b|fell (?:in|on) (?:[A-Z][a-z]+ )?\d)"
    rf"(?:{PAST})\b(?!-)"
)
_PARTED = pattern(r",\s|[;:()—–]")
_APART = pattern(r"(?: [\w'’,.-]+){1,9}? (back|over|up|out|down|off|home)\b")
# "wanted persons and stolen assets": a participle before its noun
_BEFORE_NOUN = pattern(
    rf"\b(?:and|or|the|of|its|their|an?) (?:{PAST})(?= (?:[a-z]+s|type|kind|sort)\b)"
    r"(?! (?:was|is|has)\b)"
)
_REPORTING = pattern(rf"(?<![\w'’-])(?:{PAST})(?: out| [a-z]+ly)? that\b")  # "you left out that"
# "answer for failings", "say what became of them": a cause or a question tells nothing new
_CAUSE = pattern(r"\w (?:for (?:\w+ ){0,2}|what (?:\w+ ){0,6})$")
_AS = pattern(rf" as (?:having been |being )?(?P<what>{PAST})\b")
# "He lingered over the 47 teams": what a narrator does with a text, not what it tells
_NARRATED = pattern(
    r"\b(?:[Hh]e|[Ss]he|[Ww]e|I) (?:[a-z]+ly )?"
    r"(?P<verb>[a-z]+) (?:over|on|upon|through|past) (?:the |its |all |these )*$"
)
_LED = pattern(r"\b(?:in|of|with|from|by|for|the|its|their|some|all|and) $")
_IDIOM = pattern(r"(?:held|joined|took|made|had|gave|came|went)\b|[a-z]+ (?:them|our|your)selves\b")
_NEVER = pattern(r"\b(?:never|not) $")
# "what became of them", "how pleased people are": a question
_WHAT = pattern(r"\w (?:what (?:\w+ ){0,6}|how (?!many|much|un|dis)(?:\w+ )?)$")
_BEFOREHAND = pattern(r"\bhad (?:been )?$")  # "fugitives who had fled"
# What is told with one of these did not happen, was undone, or went the other way.
_ADVERSE = (
    "reject refuse decline deny oppose veto block ban prohibit forbid resist ignore neglect "
    "boycott disregard disobey cancel abandon drop dissolve disband dismantle suspend halt "
    "cease terminate withdraw withdrew withdrawn quit exit revoke repeal rescind annul lapse "
    "expire collapse fail failure lose lost loss avoid evade escape flee fled release acquit "
    "pardon exonerate reverse undo undone overturn destroy expel exclude exempt conceal hide "
    "hidden postpone delay defer shelve obstruct sabotage violate breach missing unfinished "
    "fake execute kill die drown injure ban borrow"
)
_FATES = "kill die"  # one died where the other was killed
# "24 missions are under Chinese command", "half of the officials are women"
_STATE = pattern(
    r"(?:\s+(?:who|that|which) (?:[^\W\d_]+ ){1,6}?(?=are|were)|\s+)"
    r"(?:are|were|(?<!s\s)(?:is|was))\s+(?:(?:now|still|all|also|already|only)\s+)*"
    rf"(?!(?:back|home|here|there|out|away|abroad|{PAST})\b)"
    r"((?:[^\W\d_]+ ){0,3}[^\W\d_]+)(?=[.,;:]|$)"
)
_EXCEPTION = pattern(r" without (?:an )?exceptions?$")
# Steps of procedures in their order: what has taken one has not taken another.
_STEPS = (
    "draft propose submit sign adopt approve ratify publish revise abolish",
    "arrest transfer charge prosecute acquit convict sentence",
    "appoint dismiss",
)
# "in a grey block in Beijing": a noun for a place
_SCENE = pattern(
    r"\b(?:[Ii]n|[Aa]t|[Oo]n|[Ff]rom|[Nn]ear|[Bb]ehind|[Ii]nside) (?:an?|the|h(?:is|er)|their|its)"
    r" (?:[a-z]+ )*?(?P<head>[a-z]+) (?:in|near|off|outside|behind) (?:the )?[A-Z]"
)
_BODIES = (
    "journalists activists artists scientists terrorists specialists companies firms businesses "
    "embassies banks schools hospitals universities churches courts parties unions newspapers "
    "factories farms towns cities villages households families"
)
# Words that order or tie what is told, and those that name the document.
_TYING = (
    "upwards early late anti non pre post mid other others back second further half higher above "
    "below already whole part time one ones such own far going while though because according "
    "among against following including also still even just only nearly almost about around "
    "roughly altogether total themselves itself himself herself year month day week decade former "
    "latter respectively together meanwhile however thus hence then now today since until paper "
    "document report text statement says said per percent"
)
_OPPOSITE = pattern(r"(?:un|dis|non-?|mis)([^\W\d_]{5,})", 2)


def strange_word(
    sentence: str,
    telling: Sequence[Term],
    told: frozenset[str],
    words: frozenset[str],
    around: frozenset[str] | None,
    index: ClaimIndex,
    *,
    moving: bool = False,
    at: int = -1,
) -> str:
    """Return the verb by which a sentence tells something of a figure that the source does not.

    `telling` are the sentence's telling words, `told` the stems told of the figure, `words` those
    of the source's fact, `around` those among which its verbs stand: None for a row of a table,
    which has none. `moving` tells that a rise or fall can be read from the figures themselves, `at`
    where the figure stands: what a comma parts from it is told of something else. Empty where
    nothing is strange.
    """
    here = [term for term in telling if term.stem in told and term.stem not in words]
    if moving:
        here = [term for term in here if term.stem not in movement_words()]
    placed = {found.start("head") for found in _SCENE.finditer(sentence)}
    for term in here:
        printed = sentence[term.start : term.end]
        if term.start in placed and not printed.endswith("ed"):
            continue
        if term.stem in stems_of(_FATES) and words & stems_of(_FATES):
            continue
        if stem(printed.lower()) in _adverse() or _is_opposite(printed, words):
            earlier = _BEFOREHAND.search(sentence, 0, term.start)
            if not (_is_cause(sentence, term) or (earlier and index.is_kin(term.stem, words))):
                return printed
    if around is None:
        return ""
    for term in _verbs(sentence, [one for one in telling if one.stem in told and one.start > at]):
        thing = _thing_behind(sentence, term, telling) if at >= 0 else None
        if thing and not (thing.stem in around or index.is_kin(thing.stem, around)):
            return sentence[thing.start : thing.end]
    for term in _verbs(sentence, here):
        printed = sentence[term.start : term.end]
        between = sentence[min(term.end, at) : max(term.start, at)] if at >= 0 else ""
        if _PARTED.search(between) or _WHAT.search(sentence, 0, term.start):
            continue
        narrated = at >= 0 and _NARRATED.search(sentence, 0, at)
        if narrated and narrated.start("verb") == term.start:
            continue
        told_as = _AS.match(sentence, term.end)
        if told_as and stems(told_as["what"]) & around:
            continue  # "marked as solved"
        approved = words & stems_of("approve adopt ratify")
        if term.stem in stems_of("submit") and any(one.stem in approved for one in telling):
            continue  # "handed in as one, and approved", where the source has "approved"
        if term.end < at and _NEVER.search(sentence, 0, term.start):
            continue  # "never tired of the 26 conventions": what it denies is judged elsewhere
        if stem(printed.lower()) in _light() and _object(sentence, term, telling, at) & around:
            continue  # "opened inquiries into", where the source has "investigated"
        # "brought 48 of them back"
        late = _APART.match(sentence, term.end)
        if late and stems(f"{printed} {late[1]}") <= around:
            continue
        if is_plain(sentence, term, at, around):
            continue
        if not index.is_kin(term.stem, around):
            return printed
    return ""


def strange_state(sentence: str, end: int, words: frozenset[str]) -> str:
    """Return the state that a sentence tells behind a figure that ends at `end`, and the source's
    fact, whose `words` are given, does not; empty where it tells none."""
    state = _STATE.match(sentence, end)
    last = terms(_EXCEPTION.sub("", state[1]))[-1:] if state else []
    plain = words | stems_of("persons individuals cases")
    return state[1] if state and last and last[0].stem not in plain else ""


def is_other_step(told: frozenset[str], words: frozenset[str]) -> bool:
    """Return whether a step is told of a figure where the source tells another: what is submitted
    is not approved. `words` are those of the source's fact."""
    ours = steps(told)
    return bool(ours and steps(words) and not ours & words)


def is_later_step(told: frozenset[str], words: frozenset[str]) -> bool:
    """Return whether a step is told that comes behind all which the source's `words` tell: what was
    published may have been submitted, and what was submitted has not been approved."""
    for procedure in _STEPS:
        places = {stem: place for place, one in enumerate(procedure.split()) for stem in stems(one)}
        ours, theirs = ([places[one] for one in few & places.keys()] for few in (told, words))
        if ours and theirs:
            return min(ours) > max(theirs)
    return False


def steps(words: frozenset[str]) -> frozenset[str]:
    """Return those of some stems that are steps of a procedure: to submit, to sign, to convict."""
    return words & stems_of(" ".join(_STEPS))


def steps_taken(sentence: str, told: frozenset[str]) -> frozenset[str]:
    """Return the steps among some words that a sentence tells by a verb: "charged", no "draft"."""
    return steps(verbs_of(sentence) & told)


def verbs_of(sentence: str) -> frozenset[str]:
    """Return the stems of the past tenses and participles that tell something in a sentence."""
    return frozenset(term.stem for term in _verbs(sentence, [*terms(sentence)]))


def strange_noun(phrase: Iterable[str], words: frozenset[str], index: ClaimIndex) -> str:
    """Return the noun for persons or bodies that a sentence counts and the source does not:
    journalists or companies, where officials were investigated."""
    for one in phrase:
        if one in words or one in anybody() or not (is_person(one) or one in stems_of(_BODIES)):
            continue
        if not index.is_kin(one, words):
            return one
    return ""


@cache
def _adverse() -> frozenset[str]:
    return frozenset(map(stem, _ADVERSE.split()))


@cache
def _light() -> frozenset[str]:
    return frozenset(map(stem, "opened launched brought caught contracted developed".split()))


def _is_cause(sentence: str, term: Term) -> bool:
    doing = sentence.endswith("ing", term.start, term.end)
    return not doing and _CAUSE.search(sentence, 0, term.start) is not None


def _object(sentence: str, verb: Term, telling: Sequence[Term], at: int) -> frozenset[str]:
    """Return the word behind a verb, but for one behind the number that stands at a place."""
    behind = telling[telling.index(verb) + 1 :][:1]
    return frozenset(
        one.stem
        for one in behind
        # "caught breaching discipline" has no thing for its object
        if not (verb.end <= at < one.start or sentence.endswith("ing", one.start, one.end))
    )


def _thing_behind(sentence: str, verb: Term, telling: Sequence[Term]) -> Term | None:
    """Return the things right behind a verb that tells what was done with them: the bribes of
    "57,000 accepted bribes", but not "held posts", "joined forces", "in recovered assets"."""
    for one in telling[telling.index(verb) + 1 :][:1]:
        beside = sentence[verb.end : one.start] == " " and sentence.endswith(
            "s", one.start, one.end
        )
        if beside and not (
            _IDIOM.match(sentence, verb.start) or _LED.search(sentence, 0, verb.start)
        ):
            return one
    return None


def _verbs(sentence: str, among: list[Term]) -> Iterator[Term]:
    starts = {found.start() for found in _TOLD.finditer(sentence)}
    if " that" in sentence:
        starts -= {found.start() for found in _REPORTING.finditer(sentence)}
    starts -= {found.start() + found[0].index(" ") + 1 for found in _BEFORE_NOUN.finditer(sentence)}
    return (term for term in among if term.start in starts)


def _is_opposite(printed: str, words: frozenset[str]) -> bool:
    """Return whether a word denies one of the source: "unsolved" where cases were solved."""
    found = _OPPOSITE.fullmatch(printed)
    return bool(found and stems(found[1]) & words)


def unmatched_words(
    sentence: str, figures: Sequence[ClaimFigure], index: ClaimIndex
) -> tuple[str, ...]:
    """Return the telling words of a sentence that the source lacks, as printed and in order.

    They neither stand in the paragraphs of the facts that its figures were held against nor are
    near in meaning to a word there. Words side by side are one: "Vladimir Putin", "tip-offs".
    """
    held_against = [index.by_id[one.fact] for one in figures if one.fact]
    if not held_against:
        return ()
    there = index.naming.union(*(known.words | index.around(known.fact) for known in held_against))
    spans: list[tuple[int, int]] = []
    for term in terms(sentence):
        printed = sentence[term.start : term.end]
        if term.stem in there or term.stem in _passed_over() or not printed[0].isalpha():
            continue
        if says_nothing(printed) or index.is_kin(term.stem, there):
            continue
        beside = spans and sentence[spans[-1][1] : term.start] in (" ", "-")
        start = spans.pop()[0] if beside else term.start
        spans.append((start, term.end))
    return tuple(dict.fromkeys(sentence[start:end] for start, end in spans))


@cache
def _passed_over() -> frozenset[str]:
    return stems_of(_TYING) | stems_of(" ".join((*OPENING_WORDS, *MONTHS))) | movement_words()
