"""Words that a hyphen breaks at a line's end: whether the hyphen is the line's or the word's."""

from wp.words.lexicon import is_english

# First halves that compounds are written with: "three-pronged", "low-skilled", "non-tariff".
_COMPOUND = frozenset(
    "one two three four five six seven eight nine ten half full first second third low high long "
    "short large small well ill self non post pre anti ex semi multi cross mid co single double "
    "old new so-called top state world year far near fast slow hard soft early late ever never "
    "best better lower higher deep wide open free part like down".split()
)
# First halves that are words by themselves, yet are broken off longer ones: "with-out".
_BOUND = frozenset(
    "any every some there where here how what over under out up in on off fore through after "
    "before with no so to un re de con pro per for an our him her them my your it not may can "
    "all be al".split()
)
# Short words that stand within or at the end of compounds: "breach-of-contract", "up-to-date".
_SHORT = frozenset("of to in on by up off out and the for at".split())
# Second halves that are words by themselves, yet end longer ones: "curator-ship".
_ENDINGS = frozenset("able ally ship like less ness hood ward wards wise some fold".split())
_SHORTEST = 4
_ENGLISH = frozenset("the of and to in".split())  # a document that has them all is English


def keeps_hyphen(one: str, two: str, words: frozenset[str]) -> bool:
    """Return whether a word broken after `one` is written with its hyphen.

    `one` has what a hyphen joins to it on its own line ("out-of"), `words` are those of the
    document in lower case. As the document prints it elsewhere; else "full-stack", whose first half
    makes compounds, and words whose halves are both words keep it; "reli-able" does not, nor what
    is English without a hyphen.
    """
    head, _, one = one.lower().replace("\u2010", "-").rpartition("-")
    two = two.lower()
    if one + two in words:
        return False
    if f"{one}-{two}" in words or f"{one}\u2010{two}" in words:
        return True
    english = words >= _ENGLISH
    if len(two) < _SHORTEST and not (english and two in _SHORT):
        return False
    whole = english and is_english(one + two)  # "ex-pects", "part-ners"
    if one in _COMPOUND and len(two) >= _SHORTEST and not whole:
        return True
    if not english:
        return len(one) >= _SHORTEST and one not in _BOUND and {one, two} <= words
    if whole or two in _ENDINGS or (one in _BOUND and not head):
        return False
    return all(half in words or half in _SHORT or _is_long(half) for half in (one, two))


def _is_long(word: str) -> bool:
    return len(word) >= _SHORTEST and is_english(word)
