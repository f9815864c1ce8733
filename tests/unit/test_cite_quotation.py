"""Ready quotations: the right marks at the right level, escaped for their target."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from wp.cite import CitedSource, source_of
from wp.cite.cited import Cited, cite_passages, cited_text
from wp.cite.markup import (
    TARGETS,
    Target,
    curl,
    escape,
    escape_latex,
    quotation,
    safe_url,
    write_link,
)
from wp.model import Base

LEVELS = [
    ("outermost marks are double", 'He said "yes" twice.', 0, "He said “yes” twice."),
    ("inside a quotation they are single", 'He said "yes" twice.', 1, "He said ‘yes’ twice."),
    ("single marks take the level they stand at", "A 'lane' here.", 0, "A “lane” here."),
    ("levels alternate", "\"He said 'yes'\"", 0, "“He said ‘yes’”"),
    ("levels alternate inside too", "\"He said 'yes'\"", 1, "‘He said “yes”’"),
    ("curly marks are set anew", "A “blue ‘lane’ there”.", 1, "A ‘blue “lane” there’."),
    ("an apostrophe is no mark", "China's 1990's peoples' law", 1, "China’s 1990’s peoples’ law"),
    ("an apostrophe within single marks", "'don't'", 0, "“don’t”"),
    ("an elision begins no quotation", "the '90s were", 0, "the ’90s were"),
    ("behind a bracket a mark opens", '("yes")', 0, "(“yes”)"),
    ("behind a dash a mark opens", 'law—"rule"', 0, "law—“rule”"),
    ("a mark left open keeps its direction", 'the "blue lane', 1, "the ‘blue lane"),
    ("a mark never opened closes", 'blue lane" here', 1, "blue lane’ here"),
    ("nothing to do", "Plain words.", 1, "Plain words."),
]


@pytest.mark.parametrize(("why", "text", "depth", "expected"), LEVELS, ids=[c[0] for c in LEVELS])
def test_levels(why: str, text: str, depth: int, expected: str) -> None:
    assert curl(text, depth) == expected


@given(st.text(alphabet="ab '\"“”‘’(.", max_size=30), st.integers(0, 1))
def test_law_curling_changes_marks_only(text: str, depth: int) -> None:
    marks = dict.fromkeys(map(ord, "'\"“”‘’"), "'")
    curled = curl(text, depth)
    assert curled.translate(marks) == text.translate(marks)
    assert not set(curled) & set("'\"")


@pytest.fixture
def source(small_base: Base) -> CitedSource:
    fact = next(fact for fact in small_base.facts() if fact.id == "I.ship-calls.blue-lane")
    section = small_base.section(fact.section)
    return source_of(fact, small_base.document, section, date(2026, 3, 4))


ONE = 'The "blue lane" keeps R&D, 5% <b> and *x* apart.'
MANY = 'The Act:\n"dredging" and\n1. fees'
QUOTATIONS: list[tuple[Target, str, str]] = [
    ("plain", ONE, "“The ‘blue lane’ keeps R&D, 5% <b> and *x* apart.” (P)"),
    ("markdown", ONE, r"“The ‘blue lane’ keeps R\&D, 5% \<b\> and \*x\* apart.” (P)"),
    (
        "latex",
        ONE,
        r"``The `blue lane' keeps R\&D, 5\% \textless{}b\textgreater{} and *x* apart.'' (P)",
    ),
    ("html", ONE, "<p>“The ‘blue lane’ keeps R&amp;D, 5% &lt;b&gt; and *x* apart.” (P)</p>"),
    ("plain", MANY, "“The Act:\n“‘dredging’ and\n“1. fees” (P)"),
    ("markdown", MANY, "> The Act:\n>\n> “dredging” and\n>\n> 1\\. fees (P)"),
    (
        "latex",
        MANY,
        "\\begin{quotation}\nThe Act:\n\n``dredging'' and\n\n1. fees (P)\n\\end{quotation}",
    ),
]


@pytest.mark.parametrize(("target", "passage", "expected"), QUOTATIONS)
def test_quotations(source: CitedSource, target: Target, passage: str, expected: str) -> None:
    assert quotation(passage, "(P)", source, target) == expected


def test_html_sets_off_several_paragraphs(source: CitedSource) -> None:
    written = quotation(MANY, "(P)", source, "html")
    assert written.startswith('<blockquote cite="https://example.org/harbours/1.htm#:~:text=')
    assert "<p>“dredging” and</p>" in written and written.endswith("(P)</p>\n</blockquote>")


def test_adjoining_marks_are_set_apart_in_latex() -> None:
    assert escape_latex("“‘Yes,’ he said, ‘no’”") == "``\\,`Yes,' he said, `no'\\,''"


@pytest.mark.parametrize(
    ("text", "written", "why"),
    [
        ("1. one", "1\\. one", "it would begin a list"),
        ("1) b", "1\\) b", "so would this"),
        ("- a", "\\- a", "and this"),
        ("---", "\\---", "a rule"),
        ("-5 of 1.5", "-5 of 1.5", "figures begin none"),
        ("C #", "C \\#", "it would close a heading and be gone"),
        ("a | b", "a \\| b", "it would end a table's cell"),
        ("US$5 or US$6", "US\\$5 or US\\$6", "mathematics, on GitHub"),
        ("a {#b}", "a \\{\\#b\\}", "an attribute, in Pandoc"),
        ("&amp;", "\\&amp;", "an entity"),
    ],
)
def test_one_rule_for_markdown_wherever_a_text_stands(text: str, written: str, why: str) -> None:
    assert escape(text, "markdown") == written


@given(st.text(alphabet="a \\`*_{}[]()#+-.!<>|~$&:1\"'=", max_size=30))
def test_law_markdown_shows_what_was_escaped(text: str) -> None:
    """CommonMark reads escaped text back as the text itself, in one paragraph."""
    text = " ".join(text.split())
    tokens = MarkdownIt().parse(escape(text, "markdown"))
    if not text:
        return
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert "".join(child.content for child in children) == text
    assert {child.type for child in children} <= {"text", "text_special"}


@given(st.text(alphabet="ab\\{}%&#$_^~<>|\"'`-,?!“”‘’ 法", max_size=30))
def test_law_latex_has_no_bare_command_character(text: str) -> None:
    """Braces balance at every point, as BibTeX counts them: behind a backslash too."""
    written = escape_latex(text)
    depth = 0
    for letter in written:
        depth += (letter == "{") - (letter == "}")
        assert 0 <= depth <= 1
    assert depth == 0
    for special in "%&#$_":
        assert written.count("\\" + special) == written.count(special) == text.count(special)


def test_hostile_urls() -> None:
    assert safe_url('http://x/a b"{c}\\法') == "http://x/a%20b%22%7Bc%7D%5C%E6%B3%95"
    link = write_link('http://x/"><script>', 'http://x/"><script>', "html")
    assert "<script>" not in link and link.count('"') == 2
    assert write_link("javascript:alert(1)", "javascript:alert(1)", "html") == "javascript:alert(1)"
    assert write_link("http://x/a)b", "http://x/a)b#:~:text=c", "markdown") == (
        "[http://x/a)b](<http://x/a)b#:~:text=c>)"
    )


@pytest.mark.parametrize("target", TARGETS)
def test_house_quotation_names_section_and_paragraph(source: CitedSource, target: Target) -> None:
    (cited,) = cite_passages([source], ['The "blue lane" keeps ferries apart.'], "plain")
    written = cited.quotation_for(target)
    assert "section I, paragraph 1" in written and source.section.url in written
    assert ("#:~:text=" in written) is (target in ("markdown", "html"))


def test_several_facts_share_a_reference(source: CitedSource) -> None:
    cited = [Cited(source, f"Passage {n}.", f"(B, {n})", "B. Title.") for n in (1, 2)]
    assert cited_text(cited, None) == "(B, 1)\n(B, 2)\n\nB. Title.\n"
    assert cited_text(cited, "html") == (
        "<p>“Passage 1.” (B, 1)</p>\n\n<p>“Passage 2.” (B, 2)</p>\n\n<p>B. Title.</p>\n"
    )


def test_a_note_stands_below_its_quotation(source: CitedSource) -> None:
    cited = Cited(source, "Words.", "A note.", "B. Title.", note=True)
    assert cited.quotation_for("plain") == "“Words.”\n\nA note."
