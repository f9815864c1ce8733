"""Words that a hyphen breaks at a line's end: whether the hyphen is the line's or the word's."""

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
_SHORTEST = 4


def keeps_hyphen(one: str, two: str, words: frozenset[str]) -> bool:
    """Return whether a word broken after `one` is written with its hyphen.

    As the document prints it elsewhere: `words` are its words in lower case. Else "full-stack",
    whose first half makes compounds, and words whose halves are both words of the document keep it;
    "reli-able" does not.
    """
    one, two = one.lower(), two.lower()
    if one + two in words:
        return False
    if f"{one}-{two}" in words or f"{one}\u2010{two}" in words:
        return True
    if len(two) < _SHORTEST:
        return False
    return one in _COMPOUND or (len(one) >= _SHORTEST and one not in _BOUND and {one, two} <= words)
