"""Which persons and acts a text gives words to, by name: "said Maria Lopez", "under the Boats Act".

Read in a draft and in its source alike. A source that reports what somebody says, and lacks what a
draft quotes of them, leaves the draft's words open; of anybody else's it says nothing.
"""

from wp.english import MONTHS, WEEKDAYS
from wp.pattern import pattern

_NAME = r"[A-Z][\w’'-]*\w(?: (?:(?:of|on|for|the|and|de|der|van|von|bin|al) )*[A-Z][\w’'-]*\w)*"
_ACT = (
    r"(?:Act|Law|Code|Convention|Treaty|Charter|Constitution|Regulations?|Rules|Directive"
    r"|Resolution|Declaration|Covenant|Protocol|Agreement|Statute|Bill|Ordinance|Decree|Measures)"
)
_SPEAKS = (
    r"(?:says?|said|told|tells|adds?|added|writes?|wrote|notes|noted|argue[sd]?|insist(?:s|ed)"
    r"|recall(?:s|ed)|warn(?:s|ed)|explain(?:s|ed)|conclude[sd]?|stress(?:es|ed)|state[sd])"
)
_LAYS_DOWN = (
    r"(?:provides?|provided|requires?|prohibits?|stipulates?|states?|says?|reads?|defines?)"
)
_AS_THEY_SAY = r"[Aa]ccording to|[Ii]n the words of"
_SPEECH = pattern(
    # "a spokesman for Lopez said", "her letter to Lopez said": not Lopez speaks.
    rf"(?<!of )(?<!for )(?<!to )(?<!by )(?<!with )(?<!\w)({_NAME})"
    rf"(?:, [^,.;:“”\"]{{1,60}},)? {_SPEAKS}\b"
    rf"|\b(?:{_SPEAKS}|{_AS_THEY_SAY}) (?:the )?({_NAME})"
    rf"|({_NAME}) {_LAYS_DOWN}\b"
    rf"|\b[Uu]nder (?:[a-z]+ [\dIVX]+(?:\([\da-z]+\))* of )?(?:the )?({_NAME})"
)
_LINK = pattern(r" (?:of|on|for|the|and)(?: |$)")
_ACT_NAME = pattern(rf"\b{_ACT}\b")
_OWNERS = ("’s", "'s")  # "said Lopez’s lawyer"
# Capitals begin a sentence, a day and a month as well as a name.
_NO_NAMES = frozenset(
    "A An And As At But He I If In It Many No Nobody On One She So Some That The There These They "
    "This Those We What When Who You".split()
).union(WEEKDAYS, MONTHS)


def speakers_in(text: str) -> frozenset[str]:
    """Return who speaks in a text: persons by the last word of their name, acts by all of it."""
    found = set()
    for match in _SPEECH.finditer(" ".join(text.split())):
        said, as_told, laid_down, under = match.groups()
        name = said or as_told or laid_down or under
        if _ACT_NAME.search(name):
            found.add(name.removeprefix("The "))
        elif (said or as_told) and not name.endswith(_OWNERS):
            found.add(_LINK.split(name)[0].split()[-1])
    return frozenset(found - _NO_NAMES)
