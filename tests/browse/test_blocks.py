"""Where facts and figures stand in the drawn paper, and how it is broken into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("textual")

from rich.cells import cell_len

from wp.browse.drawn import MARK, PaperBlock, drawn_with_marks, reading_order
from wp.browse.drawn import blocks as lay_out
from wp.browse.paper import wrap
from wp.library import Library
from wp.model import Base

_TEXT = st.text(st.sampled_from("ab ,\n 漢é\u0301\ufe0f❤\u200d"), max_size=60)


def _blocks(base: Base) -> list[PaperBlock]:
    library = Library((base,))
    return lay_out(library, reading_order(library))


def test_every_fact_is_marked_once_and_stretches_over_its_quote(small_base: Base) -> None:
    library = Library((small_base,))
    facts = reading_order(library)
    begun = []
    for block in lay_out(library, facts):
        for stretch in block.stretches:
            drawn = block.text[stretch.start : stretch.end]
            assert drawn.startswith(MARK)
            assert drawn.replace(MARK, "") == facts[stretch.fact].quote
            begun.append(stretch.fact)
    assert begun == list(range(len(facts)))


def test_figures_stand_where_they_are_printed(small_base: Base) -> None:
    printed = [block.text[slice(*span)] for block in _blocks(small_base) for span in block.figures]
    assert printed[:4] == ["more than 120", "4,500", "1,200", "300"]


def test_a_figure_is_not_marked_inside_a_longer_number(small_base: Base) -> None:
    section = small_base.sections[0]
    topic = section.topics[0]
    fact = topic.facts[0]
    quote = "Of 120 harbours 12 are closed."
    changed = fact._replace(
        quote=quote, end=len(quote), figures=(fact.figures[0]._replace(text="12"),)
    )
    topics = (topic._replace(facts=(changed,)),)
    section = section._replace(paragraphs=(quote,), topics=topics)
    (block,) = [one for one in _blocks(small_base._replace(sections=(section,))) if one.figures]
    assert block.text[block.figures[0][0] - 1 :] == " 12 are closed."


def test_a_fact_over_two_paragraphs_is_marked_in_both_and_begins_in_one(small_base: Base) -> None:
    section = small_base.sections[0]
    topic = section.topics[1]
    fact = topic.facts[0]
    longer = fact._replace(end=section.text.index("EUR2.5"))
    topics = (topic._replace(facts=(longer,)),)
    changed = small_base._replace(sections=(section._replace(topics=topics),))
    found = [stretch for block in _blocks(changed) for stretch in block.stretches]
    assert [stretch.begins for stretch in found] == [True, False]


def test_headings_have_no_paragraph_number(small_base: Base) -> None:
    labels = [block.label for block in _blocks(small_base)]
    assert labels[:6] == ["", "1", "2", "3", "4", ""]


@pytest.mark.parametrize(
    ("text", "drawn", "place"),
    [
        pytest.param("ab cd", f"ab {MARK}cd", 3, id="the mark stands behind the place"),
        pytest.param("a\x1bbcd", f"a\\x1bb{MARK}cd", 6, id="an escape is written out"),
        pytest.param("a\tbcd", f"a b{MARK}cd", 3, id="a tab has no width that is known"),
    ],
)
def test_places_in_drawn_text(text: str, drawn: str, place: int) -> None:
    assert drawn_with_marks(text, 0, len(text), {3}, {3}) == (drawn, {3: place, 5: len(drawn)})


@given(_TEXT, st.integers(2, 20))
def test_lines_hold_all_words_in_order_and_fit(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(text[start:end].split()) for start, end in lines) == "".join(
        text.split()
    )
    assert all(cell_len(text[start:end]) <= width and start < end for start, end in lines)
    assert lines == sorted(lines)


def test_a_line_takes_as_many_words_as_fit() -> None:
    text = "one two  three extraordinarily"
    assert [text[start:end] for start, end in wrap(text, 8)] == [
        "one two",
        "three",
        "extraord",
        "inarily",
    ]
