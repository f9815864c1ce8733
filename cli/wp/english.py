"""Small dictionaries of English that several packages share: months, number words, persons."""


def counted(number: int, noun: str) -> str:
    """Return how many there are of something: "1 draft", "1,234 facts"."""
    return f"{number:,} {noun}{'s' * (number != 1)}"


MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
MONTHS_SHORT = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
MONTH_NUMBERS = {
    **{name.lower(): number for number, name in enumerate(MONTHS, 1)},
    **{name.lower(): number for number, name in enumerate(MONTHS_SHORT, 1)},
    "sept": 9,
}
"""Every name and abbreviation of a month in lower case, and its number from 1 to 12."""

WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())

SMALL_NUMBERS = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen".split()
)
"""The names of the numbers from 0 to 19."""
TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())
SMALL_ORDINALS = tuple(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
)
"""The ordinals from 0 to 19."""
SCALES = tuple("hundred thousand million milliard billion trillion dozen".split())

PERSONS = frozenset(
    "person people persons member members official officials officer officers personnel troop "
    "troops soldier soldiers fugitive fugitives suspect suspects worker workers employee "
    "employees student students pupil pupils teacher teachers child children woman women man men "
    "girl girls boy boys citizen citizens resident residents inhabitant inhabitants refugee "
    "refugees patient patients staff judge judges lawyer lawyers doctor doctors nurse nurses "
    "farmer farmers migrant migrants volunteer volunteers victim victims participant participants "
    "delegate delegates expert experts prisoner prisoners voter voters passenger passengers "
    "visitor visitors beneficiary beneficiaries applicant applicants user users trainee trainees "
    "fisher fishers household-members youth youths adults adult individuals individual civilians "
    "civilian representatives representative scholars scholar cadres peacekeepers police "
    "defendants offenders criminals inmates prosecutors pensioners retirees jobseekers employed "
    "unemployed centenarian centenarians octogenarians nonagenarians".split()
)
"""Nouns for persons: what they count is counted in people."""
