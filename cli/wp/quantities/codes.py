"""Digits that are codes: telephone numbers, editions of standards, copyright years, colours.

Nothing in these stretches of a text is counted or dated.
"""

import re
from functools import cache

_STANDARDS = (
    "SIC|ISIC|NACE|NAICS|ANZSIC|ISCO|ANZSCO|SOC|ISCED|COICOP|CPC|SITC|UNSPSC|ICD|NUTS|SNA|ESA"
    "|ISO|IEC|ASTM|DIN"
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        # "+47 22 55 01 90", "(020) 7946 0958", "0300 123 456", "1800-555-222"
        r"(?<!\w)\+[0-9]{1,3}(?:[ .-]?\(?[0-9]{2,5}\)?){3,6}(?!\w)"
        r"|(?<!\w)\+[0-9]{1,3} [0-9]{3} [0-9]{3} [0-9]{4}(?!\w)"
        r"|(?<![\w.,])\(?0[0-9]{1,4}\)?(?:[ -][0-9]{2,5}){1,4}(?!\w|[.,][0-9])"
        r"|(?<![\w-])(?:[0-9]{1,3}-)?[0-9]{3,4}-[0-9]{3}-[0-9]{3,4}(?![\w-])"
        rf"|\b(?:{_STANDARDS})(?:[ -]Rev\.?)?[ -][0-9]{{4,5}}(?:[:-][0-9]{{4}})?(?!\w|[.,][0-9])"
        r"|(?:©|\bCopyright(?: ?(?:©|\([cC]\)))?) ?[0-9]{4}(?:[-–][0-9]{4})?(?!\w)"
        # "S.I. 2005/1992": the year of a statutory instrument and its number in it
        r"|\bS\.?(?:S\.?)?[IR]\.? (?:No\.? ?)?[0-9]{4}/[0-9]+"
        # what is left of the colours of a terminal
        r"|\x1b?\[[0-9]{1,2}(?:;[0-9]{1,3})*m(?![^\[\]]{0,80}\])"
    )


@cache
def _sign() -> re.Pattern[str]:
    """What every code has in it, found without looking around."""
    return re.compile(
        r"[+\[][0-9]|©|0[0-9]{1,4}\)?[ -][0-9]|[0-9]-[0-9]{3}|Copyright"
        r"|[A-Z]\.? (?:No\.? ?)?[0-9]{4}|[A-Z.][ -](?:Rev|[0-9]{4})"
    )


def code_spans(text: str) -> list[tuple[int, int]]:
    """Find the stretches [start, end) of a text that are codes, in order."""
    # A text without any mark of a code is spared the search: most are.
    if not _sign().search(text):
        return []
    return [found.span() for found in _pattern().finditer(text)]
