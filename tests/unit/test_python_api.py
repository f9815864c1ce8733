"""`import wp`: a small typed API over the library that the commands use."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import wp
from wp.html import Link, card, table

_HOSTILE = '<script>alert("1")</script>&'


@pytest.fixture(scope="module", autouse=True)
def own_cache(cache: Path) -> Iterator[None]:
    """Leave the user's cache alone, in these tests and in the processes they start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WP_CACHE", str(cache))
        yield


@pytest.fixture(scope="module")
def library(own_cache: None, small_path: Path) -> wp.Library:
    return wp.load(small_path)


@pytest.fixture
def two(small_path: Path, small_raw: dict[str, Any], tmp_path: Path) -> wp.Library:
    """The invented base beside a copy of it under another document id."""
    small_raw["document"]["id"] = "harbour-report-2021"
    other = tmp_path / "other.json"
    other.write_text(json.dumps(small_raw), encoding="utf-8")
    return wp.load(str(small_path), other)


def _imported(statement: str) -> set[str]:
    code = f"import sys\nbefore = set(sys.modules)\n{statement}\nprint(*set(sys.modules) - before)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.split())


def test_importing_wp_imports_next_to_nothing() -> None:
    assert {name for name in _imported("import typing, wp") if name.startswith("wp")} == {"wp"}


def test_the_api_draws_nothing_and_parses_no_arguments(small_path: Path) -> None:
    used = _imported(
        f"import wp\nlibrary = wp.load({str(small_path)!r})\n"
        "library.search('wardens')._repr_html_()\n"
        "library.verify('Two wardens watch the nets.')\n"
        "library.check('“Two wardens” and 3 ships')\n"
        "library.figures(unit='people')"
    )
    assert "wp.verify.check" in used
    assert not {name.partition(".")[0] for name in used} & {"typer", "rich", "click", "mcp"}
    assert not {name for name in used if name.startswith(("wp.show", "wp.commands"))}


def test_every_name_that_is_offered_is_there() -> None:
    for name in wp.__all__:
        assert getattr(wp, name) is not None
        assert name in dir(wp)
    assert set(wp.__all__) == {*wp._HOME_OF, "load", "__version__"}


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lod'"):
        wp.lod  # noqa: B018


@pytest.mark.parametrize(
    ("find", "found"),
    [
        (lambda library: library.section("ii").id, "II"),
        (lambda library: library.section("1").title, "Harbours"),
        (lambda library: library.section("harbour-report-2020:II").id, "II"),
        (lambda library: library.topic("port traffic").key, "ship-calls"),
        (lambda library: library.topic("I.ship-calls").key, "ship-calls"),
        (lambda library: library.fact("wardens").id, "II.landings.wardens"),
    ],
    ids=["id", "number", "with its document", "alias", "with its section", "end of an id"],
)
def test_one_part_is_found_by_name(
    library: wp.Library, find: Callable[[wp.Library], str], found: str
) -> None:
    assert find(library) == found


@pytest.mark.parametrize("kind", ["section", "topic", "fact"])
def test_an_unknown_name_is_told(library: wp.Library, kind: str) -> None:
    with pytest.raises(wp.NotFoundError, match=f"no {kind} 'qqxxzz'"):
        getattr(library, kind)("qqxxzz")


def test_a_name_in_two_documents_is_no_single_one(two: wp.Library) -> None:
    with pytest.raises(wp.NotFoundError) as told:
        two.section("II")
    assert told.value.nearest == ("harbour-report-2020:II", "harbour-report-2021:II")
    with pytest.raises(wp.NotFoundError) as told:
        two.topic("landings")
    assert len(told.value.nearest) == 2
    for name in told.value.nearest:
        topic = two.topic(name)
        assert name == f"{topic.facts[0].document}:II.landings"


def test_a_text_a_file_and_a_draft_are_checked_alike(library: wp.Library, tmp_path: Path) -> None:
    text = "It says “Three wardens watch the nets.”"
    file = tmp_path / "draft.md"
    file.write_text(text, encoding="utf-8")
    checked = [library.check(text), library.check(file), library.check(wp.read_draft(file))]
    assert all(one.failed for one in checked)
    assert len({one.quotations[0].verdict for one in checked}) == 1


@pytest.mark.parametrize("text", ["\ud800", "\0"], ids=["lone surrogate", "NUL"])
def test_a_text_that_is_none_is_told(library: wp.Library, text: str) -> None:
    with pytest.raises(wp.InputError, match="<text>"):
        library.check(text)


@pytest.mark.parametrize(
    ("wanted", "texts"),
    [
        ({"unit": "%"}, ["81 percent", "less than 90 percent"]),
        ({"unit": "percent", "since": "2019"}, ["less than 90 percent"]),
        ({"until": "2018", "sections": ["II"]}, ["81 percent"]),
        ({"least": 1000, "unit": "ships", "order": "value"}, ["4,500", "1,200"]),
        ({"topics": ["landings"], "most": 2}, ["Two"]),
        ({"query": "wardens"}, ["Two"]),
    ],
)
def test_figures_are_chosen(library: wp.Library, wanted: dict[str, Any], texts: list[str]) -> None:
    assert [stated.figure.text for stated in library.figures(**wanted)] == texts


@pytest.mark.parametrize(
    "wanted", [{"since": "soon"}, {"order": "colour"}, {"since": "2019", "until": "2018"}]
)
def test_a_wish_that_means_nothing_is_told(library: wp.Library, wanted: dict[str, Any]) -> None:
    with pytest.raises(wp.UsageError):
        library.figures(**wanted)


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (lambda library: library, "Fisheries and the Rule of the Sea"),
        (lambda library: library.section("I"), "https://example.org/harbours/1.htm#:~:text="),
        (lambda library: library.topic("landings"), "Two wardens watch the nets."),
        (lambda library: library.fact("wardens"), "section II, paragraph 1"),
        (lambda library: library.search("wardens"), "II.landings.wardens"),
        (lambda library: library.figures(unit="people"), "wardens who watch the nets"),
        (lambda library: library.verify("Three wardens watch the nets"), "Three → Two"),
        (lambda library: library.check("“Three wardens watch the nets”"), "altered"),
    ],
    ids=["library", "section", "topic", "fact", "answer", "figures", "verdict", "draft"],
)
def test_a_notebook_shows_a_table(
    library: wp.Library, shown: Callable[[wp.Library], Any], told: str
) -> None:
    drawn = shown(library)._repr_html_()
    assert drawn.startswith("<table")
    assert told in drawn


def test_what_is_shown_is_escaped(library: wp.Library) -> None:
    for drawn in (
        library.verify(f"Three wardens {_HOSTILE} watch the nets")._repr_html_(),
        library.check(f"“Three wardens {_HOSTILE} watch the nets”")._repr_html_(),
        table([_HOSTILE], [[_HOSTILE], [Link(_HOSTILE, _HOSTILE)]], _HOSTILE),
        card([(_HOSTILE, _HOSTILE)], _HOSTILE),
    ):
        assert "<script" not in drawn


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/?a=1&b=2", True),
        ("javascript:alert(1)", False),
        ("", False),
    ],
)
def test_only_an_address_of_the_web_becomes_a_link(url: str, linked: bool) -> None:
    assert ("<a " in table(["x"], [[Link("x", url)]])) is linked


def test_a_long_table_is_cut_and_says_so() -> None:
    drawn = table(["x"], [[number] for number in range(1000)])
    assert drawn.count("<td") == 201
    assert "… and 800 more" in drawn
