"""Digits that count and date nothing: codes, and numbers that close a name."""

import pytest

from wp.quantities.read import dates, quantities

# text, the numbers and dates it has, why
CODES = [
    ("tel. +47 22 55 01 90", [], "a number of another country"),
    ("fax +1 202 555 0142", [], "in groups of three"),
    ("Call 0300 123 456.", [], "an area code first"),
    ("Tel: (020) 7946 0958", [], "in brackets"),
    ("The hotline 1800-555-222 is open 24/7.", [], "with hyphens, no year"),
    ("+1 234 567 people, +5 percent", ["1 234 567", "5 percent"], "growth"),
    ("of 2017-12-15 and 2017-2018", ["2017-12-15", "2017-2018"], "dates"),
    ("SIC 2007 section O", [], "a classification"),
    ("NACE 2008, ISO 9001 and ISO/IEC 27001:2013", [], "standards"),
    ("the 2007 results and GDP 2007", ["2007", "2007"], "years"),
    ("© 2024 Office for Statistics", [], "a copyright"),
    ("Copyright (c) 2020-2024 the Fund", [], "likewise, in words"),
    ("(c) 2016 was wet", ["2016"], "a list mark"),
    ("the Act of 2005 (S.I. 2005/1992)", ["2005"], "a statutory instrument"),
    ("45 \x1b[31mships\x1b[0m and [31m10 cats", ["45"], "colours of a terminal"),
    ("a [5m deep] well", ["5m"], "no colour"),
    ('the vessel "Aurora 2" and 5 boats', ["5"], "a number that closes a name"),
    ('"Housing First" has 5 flats', ["5"], "likewise, in words"),
    ("Housing First placed 5 people", ["5"], "likewise, without marks"),
    ("“We sail 2” is odd", ["2"], "no name in the marks"),
    ("See 14 CFR 39.19, 83 FR 62697 and 5 rules", ["5"], "citations of codes"),
    ("in [1898] 2 Ch 432 and [2020] UKSC 21", [], "case reports"),
    ("UKSC 21, at 302 at 29–30", [], "a neutral citation and pages"),
    ("as in id., at 22, Id. at 3, and supra, at 14–16", [], "pages of an opinion named before"),
    ("He sold the post, at 5 ducats", ["5"], "a price"),
    ("Call (202) 555-0123 or 555-0199", [], "telephone numbers"),
    ("at 1200 Pier Avenue, Port Aster, DC 20590", [], "an address"),
    ("Journal of Ports, 15(2-3), 105-117, doi:10.1080/19452829", [], "volume, issue and pages"),
    ("RFC 822, Scope 3, World War 2 and 5 boats", ["5"], "numbers of names"),
    ("the Boeing 737-8, in classes 9, 16 and 28", [], "a model, and labels in the plural"),
    ("First, beat the storm", [], "a list in words"),
    ("The Third was read", ["Third"], "no name before it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), CODES)
def test_codes_and_names_are_no_figures(text: str, expected: list[str], why: str) -> None:
    found = [(item.start, item.text) for item in quantities(text)]
    found += [(item.start, item.text) for item in dates(text)]
    assert [words for _, words in sorted(found)] == expected, why


@pytest.mark.parametrize("piece", ["0300 ", "+47 22 ", "[0m", "[5m ", "© 2024", "SIC 2007-", "1-"])
def test_a_long_hostile_text_is_read_to_its_end(piece: str) -> None:
    quantities(piece * (20_000 // len(piece)))
