"""Digits that are codes: telephone numbers, editions of standards, copyright years, colours.

Nothing in these stretches of a text is counted or dated.
"""

from wp.pattern import pattern

_STANDARDS = (
    "SIC|ISIC|NACE|NAICS|ANZSIC|ISCO|ANZSCO|SOC|ISCED|COICOP|CPC|SITC|UNSPSC|ICD|NUTS|SNA|ESA"
    "|ISO|IEC|ASTM|DIN"
)

_REPORTS = "CFR|C\\.F\\.R\\.|FR|Fed\\. Reg\\.|USC|U\\.S\\.C\\.|Stat\\.|WLR|All ER|Cr App R"
_COURTS = "UKSC|UKHL|UKPC|EWCA|EWHC|ECHR|CJEU|HCA|FCA|SCC|NZSC"
_STREETS = "Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|Square|Parkway|Terrace"
_STATES = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]"
    "|T[NX]|UT|V[AT]|W[AIVY]"
)


_PATTERN = pattern(
    # "+47 22 55 01 90", "(020) 7946 0958", "0300 123 456", "1800-555-222"
    r"(?<!\w)\+[0-9]{1,3}(?:[ .-]?\(?[0-9]{2,5}\)?|[ .-][0-9](?![0-9])){3,6}(?!\w)"
    r"|(?<!\w)\+[0-9]{1,3} [0-9]{3} [0-9]{3} [0-9]{4}(?!\w)"
    r"|(?<![\w.,])(?!0[0-9]-[0-9]{2}-(?:1[89]|20)[0-9]{2}\b)"  # "05-06-2014" is a day
    r"\(?0[0-9]{1,4}\)?(?:[ -][0-9]{2,5}){1,4}(?!\w|[.,][0-9])"
    r"|(?<![\w-])(?:[0-9]{1,3}-)?[0-9]{3,4}-[0-9]{3}-[0-9]{3,4}(?![\w-])"
    rf"|\b(?:{_STANDARDS})(?:[ -]Rev\.?)?[ -][0-9]{{4,5}}(?:[:-][0-9]{{4}})?(?!\w|[.,][0-9])"
    r"|(?:©|\bCopyright(?: ?(?:©|\([cC]\)))?) ?[0-9]{4}(?:[-–][0-9]{4})?(?!\w)"
    # "S.I. 2005/1992": the year of a statutory instrument and its number in it
    r"|\bS\.?(?:S\.?)?[IR]\.? (?:No\.? ?)?[0-9]{4}/[0-9]+"
    # "14 CFR 39.19", "83 FR 62697", "[1898] 2 Ch 432, 439", "UKSC 21", "302 at 29–30"
    rf"|\b[0-9]+ (?:{_REPORTS})(?: §+)? ?[0-9]+(?:\.[0-9]+)*"
    r"(?:, [0-9]{1,4}(?![0-9,.]| [A-Z]))?"
    r"|\[(?:1[6-9]|20)[0-9]{2}\] (?:[0-9]+ )?[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*){0,2} "
    r"[0-9]+(?:, [0-9]{1,4}(?![0-9,]|\.[0-9]| [A-Z]))*"
    rf"|\b(?:{_COURTS})(?: Civ| Crim| Admin)? [0-9]+"
    r"|\b[0-9]+ at [0-9]+[-–][0-9]+(?!\w)"
    # "id., at 22", "supra, at 14–16": the page of an opinion that was named before
    r"|\b(?:(?:[Ii]d|[Ii]bid)\.,?|supra,) at [0-9]+(?:[-–][0-9]+)?(?!\w)"
    # "(202) 555-0123", "555-0123"
    r"|(?<![\w-])(?:\([0-9]{3}\) ?)?[0-9]{3}-[0-9]{4}(?![\w-])"
    # "1200 Pier Avenue", "DC 20590"
    rf"|\b[0-9]{{1,5}} (?:[A-Z][a-z]+ ){{1,3}}(?:{_STREETS})\b"
    rf"|\b(?:{_STATES}) [0-9]{{5}}(?:-[0-9]{{4}})?(?!\w)"
    # "15(2-3), 105-117", "Policy, 100, 9-17, doi:10.1016/…"
    r"|\b[0-9]{1,4} ?\([0-9]{1,4}(?:[-–][0-9]{1,4})?\), ?[0-9]{1,5}(?:[-–][0-9]{1,5})?"
    r"|, [0-9]{1,4}, [0-9]{1,5}[-–][0-9]{1,5}(?=, doi|[.,] https?:)|\bdoi:\S+"
    # what is left of the colours of a terminal
    r"|\x1b?\[[0-9]{1,2}(?:;[0-9]{1,3})*m(?![^\[\]]{0,80}\])"
)


# What every code has in it, found without looking around; most characters begin none of them.
_SIGN = pattern(
    r"(?=[0-9A-Z+\[\]©.,d])(?:[+\[][0-9]|©|0[0-9]{1,4}\)?[ -][0-9]|[0-9]-[0-9]{3}|Copyright"
    rf"|[0-9] (?:{_REPORTS})|\] (?:[0-9]+ )?[A-Z]|(?:{_COURTS})|[0-9.,] at [0-9]|[0-9]-[0-9]{{4}}"
    rf"|(?:{_STREETS})\b|\b(?:{_STATES}) [0-9]{{5}}|[0-9] ?\([0-9]|doi|, https?:"
    r"|[A-Z]\.? (?:No\.? ?)?[0-9]{4}|[A-Z.][ -](?:Rev|[0-9]{4}))"
)


def code_spans(text: str) -> list[tuple[int, int]]:
    """Find the stretches [start, end) of a text that are codes, in order."""
    # A text without any mark of a code is spared the search: most are.
    if not _SIGN.search(text):
        return []
    return [found.span() for found in _PATTERN.finditer(text)]
