"""The document itself, cited in every style, and every fact's link."""

import re
from datetime import date
from urllib.parse import unquote

import pytest

from wp.cite import reference, source_of
from wp.cite.markup import plain_text, quotation
from wp.cite.styles import STYLES, render
from wp.model import Base

BODY = "State Council Information Office of the People's Republic of China"
TITLE = "New Progress in the Legal Protection of Human Rights in China"
PAGE = "http://english.scio.gov.cn/2017-12/15/content_50111031_7.htm"

GOLDEN = {
    "apa": (
        f"({BODY}, 2017, Section VI, para. 4)",
        f"{BODY}. (2017). {TITLE}. {PAGE}",
    ),
    "chicago-author-date": (
        f"({BODY} 2017, sec. VI, para. 4)",
        f"{BODY}. 2017. {TITLE}. {BODY}. {PAGE}.",
    ),
    "chicago-notes": (
        f"{BODY}, {TITLE} ({BODY}, 2017), sec. VI, para. 4, {PAGE}.",
        f"{BODY}. {TITLE}. {BODY}, 2017. {PAGE}.",
    ),
    "mla": (
        f"({TITLE}, sec. VI, par. 4)",
        f"{TITLE}. {BODY}, 15 Dec. 2017, {PAGE}.",
    ),
    "harvard": (
        f"({BODY}, 2017, sect. VI, para. 4)",
        f"{BODY} (2017) {TITLE}. Available at: {PAGE} (Accessed: 4 March 2026).",
    ),
    "ieee": (
        "[1, Sec. VI, para. 4]",
        f"[1] {BODY}, “{TITLE},” {BODY}, Dec. 2017. Accessed: Mar. 04, 2026. [Online]. "
        f"Available: {PAGE}",
    ),
    "oscola": (
        f"{BODY}, {TITLE} (2017) s VI, para 4 <{PAGE}> accessed 4 March 2026.",
        f"{BODY}, {TITLE} (2017) <{PAGE}> accessed 4 March 2026",
    ),
    "gb-t-7714": (
        "[1] (section VI, paragraph 4)",
        f"[1] {BODY}. {TITLE}[R/OL]. {BODY}, 2017[2026-03-04]. {PAGE}.",
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_golden(base: Base, style: str) -> None:
    fact = next(fact for fact in base.facts() if fact.id == "VI.peacekeeping.personnel-sent")
    source = source_of(fact, base.document, base.section("VI"), date(2026, 3, 4))
    rendered = render([source], style)
    assert (plain_text(rendered.citations[0]), plain_text(rendered.entries[0])) == GOLDEN[style]


def test_reference(base: Base) -> None:
    assert reference(base.document, base.section("VI"), 4) == (
        f"{BODY}, {TITLE}, 15 December 2017, section VI, paragraph 4, {PAGE}"
    )
    conclusion = reference(base.document, base.section("Conclusion"), 2)
    assert "2017, Conclusion, paragraph 2, http" in conclusion


def test_every_quotation_keeps_its_words(base: Base) -> None:
    """Marks are set anew; no other character of a quote is touched."""
    words = re.compile(r"[^\s'\"“”‘’]+")
    for fact in base.facts():
        section = base.section(fact.section)
        source = source_of(fact, base.document, section, date(2026, 3, 4))
        passage = section.text[fact.start : fact.end]
        written = quotation(passage, "", source, "plain")
        assert words.findall(written) == words.findall(passage), fact.id
        assert written.startswith("“") and written.endswith("”"), fact.id


def test_every_fact_has_a_link_to_its_words(base: Base) -> None:
    for fact in base.facts():
        assert fact.fragment.startswith("#:~:text="), fact.id
        parts = fact.fragment.removeprefix("#:~:text=").split(",")
        text = base.section(fact.section).text
        assert all(unquote(part.strip("-")) in " ".join(text.split()) for part in parts), fact.id
