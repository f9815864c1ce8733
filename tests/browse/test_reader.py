"""The reader as it is used: keys and clicks go in, what stands on the screen comes out."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("textual")

from textual.pilot import Pilot
from textual.widgets import Input, TabbedContent

from wp.browse import Opener, web_address
from wp.browse.app import Browser, HelpScreen, start_at
from wp.browse.lists import ContentsTree
from wp.browse.paper import Paper
from wp.library import Library, open_library
from wp.model import Base
from wp.search.index import build_index

Reader = Pilot[None]
Steps = Callable[[Browser, Reader], Awaitable[None]]


@pytest.fixture
def library(small_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """The invented base, opened as a command does."""
    monkeypatch.setenv("WP_CACHE", str(cache))
    return open_library([small_path])


def _use(app: Browser, steps: Steps, size: tuple[int, int] = (80, 24)) -> None:
    """Run the reader on a terminal of this size and take the steps."""

    app.animation_level = "none"

    async def run() -> None:
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause(0.03)
            await steps(app, pilot)

    asyncio.run(run())


async def _until(pilot: Reader, seen: Callable[[], bool]) -> None:
    """Wait for something to be seen; an AssertionError shows the screen if it never is."""
    for _ in range(100):
        if seen():
            return
        await pilot.pause(0.03)
    raise AssertionError("\n".join(_screen(pilot.app)))


async def _search(pilot: Reader, words: str) -> None:
    """Go to the search line and put words there, at once rather than key by key."""
    await pilot.press("slash")
    pilot.app.query_one("#search", Input).value = words


def _screen(app: Any) -> list[str]:
    """Give the lines on the screen as text."""
    # Private, but 50 times as fast as reading an exported screenshot.
    return [strip.text for strip in app.screen._compositor.render_strips()]


def _screen_text(app: Browser) -> str:
    return "\n".join(_screen(app))


def _shows(app: Browser, words: str) -> bool:
    """Tell whether words stand on the screen, line breaks within a pane aside."""
    screen = _screen(app)
    panes = zip(*(line.partition("▏") for line in screen), strict=True)
    return any(words in " ".join(" ".join(lines).split()) for lines in (screen, *panes))


def _underlined(app: Browser) -> str:
    """Give the words that stand out in the visible part of the paper."""
    paper = app.query_one(Paper)
    lines = []
    for y in range(paper.size.height):
        marked = (part.text for part in paper.render_line(y) if part.style and part.style.underline)
        lines.append("".join(marked))
    return " ".join(filter(None, lines)).replace("▸", "")


def _library_of(base: Base) -> Library:
    library = Library((base,))
    library.index = build_index([base])
    return library


def test_next_and_previous_fact_in_reading_order(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        await pilot.press("n", "n")
        assert _underlined(app).startswith("From 2010 to March 2019, 4,500 ships")
        assert _shows(app, "Fact 2 of ")
        await pilot.press("p")
        assert _underlined(app) == "Norland has more than 120 harbours."
        await pilot.press("p")
        assert app.chosen == 0, "there is none before the first"

    _use(Browser(library), steps)


def test_next_fact_after_scrolling_is_the_next_in_view(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        await pilot.press("n", "end", "n")
        await _until(pilot, lambda: _underlined(app) != "")
        assert app.chosen is not None and app.chosen > 1

    _use(Browser(library), steps, (80, 14))


def test_search_finds_while_typing_and_marks_what_was_found(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        assert not _shows(app, "Two wardens watch the nets.")
        await pilot.press("slash", *"wardens")
        await _until(pilot, lambda: _shows(app, "1 fact"))
        await _until(pilot, lambda: _underlined(app) == "Two wardens watch the nets.")
        assert app.query_one(TabbedContent).active == "results"

    _use(Browser(library), steps, (80, 14))


def test_choosing_a_hit_scrolls_to_it(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        await _search(pilot, "percent")
        await _until(pilot, lambda: _shows(app, "2 facts"))
        await pilot.press("down", "down")
        first = app.facts[0]
        await _until(pilot, lambda: "percent" in _underlined(app))
        second = app.chosen
        await pilot.press("up")
        await _until(pilot, lambda: app.chosen != second)
        assert "percent" in _underlined(app)
        assert app.chosen is not None and app.facts[app.chosen] != first

    _use(Browser(library), steps, (80, 14))


def test_what_was_corrected_and_what_was_not_found_is_told(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        await _search(pilot, "harbuors")
        await _until(pilot, lambda: _shows(app, "harbuors → harbours"))
        await _until(pilot, lambda: app.chosen is not None)
        chosen = app.chosen
        await _search(pilot, "zebra")
        await _until(pilot, lambda: _shows(app, "Nothing found"))
        assert app.chosen == chosen, "what is being read stays"

    _use(Browser(library), steps)


def test_escape_clears_the_search_then_leaves_it(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        await _search(pilot, "wardens")
        await pilot.press("escape")
        await _until(pilot, lambda: app.query_one(TabbedContent).active == "contents")
        await pilot.press("escape", "n")
        assert app.focused is app.query_one(Paper)
        assert app.chosen is not None

    _use(Browser(library), steps)


def test_letters_in_the_search_are_no_commands(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        await pilot.press("slash", "q", "n", "question_mark")
        assert not isinstance(app.screen, HelpScreen)
        assert app.is_running and app.chosen is None

    _use(Browser(library), steps)


def test_a_topic_of_the_contents_leads_to_its_first_fact(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        await pilot.press("1", "down", "down", "enter")
        await _until(pilot, lambda: _underlined(app) == "dredging the main channel every year")
        assert _shows(app, "Topic The Harbour Act")
        assert _shows(app, "Not in this base: III")

    _use(Browser(library), steps, (80, 34))


def test_figures_by_unit_lead_to_their_facts(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        await pilot.press("f")
        await _until(pilot, lambda: _shows(app, "more than 120 harbours in Norland"))
        await pilot.press("down", "down")
        await _until(pilot, lambda: _underlined(app).startswith("From 2010"))

    _use(Browser(library), steps)


def test_figures_of_the_facts_found(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        await _search(pilot, "wardens")
        await _until(pilot, lambda: _shows(app, "1 fact"))
        await pilot.press("enter", "f")
        await _until(pilot, lambda: _shows(app, "1 figure in the facts found"))

    _use(Browser(library), steps)


def test_copying_gives_quotation_and_citation(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        await pilot.press("n", "c")
        assert app.clipboard == (
            "“Norland has more than 120 harbours.” (Ministry of the Sea of Norland, Harbours and "
            "Fisheries of Norland, 4 May 2020, section I, paragraph 1, "
            "https://example.org/harbours/1.htm)"
        )
        await _until(pilot, lambda: _shows(app, "Quotation and citation sent"))

    _use(Browser(library), steps)


def test_without_a_fact_there_is_nothing_to_copy_or_open(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        await pilot.press("c", "o")
        await _until(pilot, lambda: _screen_text(app).count("No fact chosen yet") == 2)
        assert app.clipboard == ""

    _use(Browser(library), steps)


def _opened(monkeypatch: pytest.MonkeyPatch, app: Browser, kind: Opener) -> list[str]:
    opened: list[str] = []
    monkeypatch.setattr("wp.browse.app.opener", lambda: kind)
    monkeypatch.setattr(app, "open_url", opened.append)
    return opened


def test_the_link_leads_to_the_passage(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    app = Browser(library)
    opened = _opened(monkeypatch, app, Opener.WINDOW)

    async def steps(app: Browser, pilot: Reader) -> None:
        await pilot.press("n", "o")
        assert len(opened) == 1
        assert opened[0].startswith("https://example.org/harbours/1.htm#:~:text=Norland%20has")

    _use(app, steps)


def test_without_a_browser_the_link_is_copied(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = Browser(library)
    opened = _opened(monkeypatch, app, Opener.NOTHING)

    async def steps(app: Browser, pilot: Reader) -> None:
        await pilot.press("n", "o")
        assert app.clipboard.startswith("https://example.org/harbours/1.htm#")
        assert opened == []

    _use(app, steps)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        pytest.param("", "", id="no page"),
        pytest.param("javascript:alert(1)", "", id="a script"),
        pytest.param("file:///etc/passwd", "", id="a file"),
        pytest.param("-e", "", id="an option of a browser"),
        pytest.param("HTTPS://a.org/x", "HTTPS://a.org/x#f", id="a page"),
        pytest.param("http://a.org/a b\x1b", "http://a.org/a%20b%1B#f", id="what may not stand"),
    ],
)
def test_only_web_addresses_lead_anywhere(small_base: Base, url: str, address: str) -> None:
    sections = tuple(section._replace(url=url) for section in small_base.sections)
    library = Library((small_base._replace(sections=sections),))
    assert web_address(library, library.facts[0]._replace(fragment="#f")) == address


def test_a_section_without_a_page_is_told(
    small_base: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    sections = tuple(section._replace(url="") for section in small_base.sections)
    app = Browser(_library_of(small_base._replace(sections=sections)))
    opened = _opened(monkeypatch, app, Opener.WINDOW)

    async def steps(app: Browser, pilot: Reader) -> None:
        await pilot.press("n", "o")
        await _until(pilot, lambda: _shows(app, "no web page"))
        assert opened == [] and app.clipboard == ""

    _use(app, steps)


def test_help_opens_and_closes(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        for closing in ("question_mark", "escape", "q"):
            await pilot.press("question_mark")
            await _until(pilot, lambda: _shows(app, "copy the quotation with its citation"))
            assert _shows(app, "no program can tell"), "the last line fits"
            await pilot.press(closing)
            await _until(pilot, lambda: not isinstance(app.screen, HelpScreen))
        assert app.is_running

    _use(Browser(library), steps)


def test_t_changes_between_light_and_dark_and_q_ends(library: Library) -> None:
    app = Browser(library)

    async def steps(app: Browser, pilot: Reader) -> None:
        before = app.current_theme.dark
        await pilot.press("t")
        assert app.current_theme.dark is not before
        await pilot.press("t")
        assert app.current_theme.dark is before
        await pilot.press("q")

    _use(app, steps)
    assert app.return_code == 0


def test_tab_goes_round_the_panes(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        visited = []
        for _ in range(5):
            assert app.focused is not None
            visited.append(app.focused.id or type(app.focused).__name__)
            await pilot.press("tab")
        assert visited == ["paper", "ContentTabs", "outline", "fact", "search"]
        assert app.focused is app.query_one(Paper)

    _use(Browser(library), steps)


def test_a_click_chooses_the_fact_under_it(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        paper = app.query_one(Paper)
        rows = ["".join(part.text for part in paper.render_line(y)) for y in range(12)]
        row = next(y for y, line in enumerate(rows) if "blue" in line)
        await pilot.click(Paper, offset=(rows[row].index("blue"), row))
        await _until(pilot, lambda: app.chosen == 2)
        await pilot.click(Paper, offset=(5, 0))
        assert app.chosen == 2, "a heading is no fact"

    _use(Browser(library), steps)


def test_at_80_by_24_nothing_that_matters_is_cut_off(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        await pilot.press("n", "n")
        lines = _screen(app)
        assert len(lines) == 24
        assert max(map(len, lines)) <= 80
        for name in ("Search", "Next", "Previous", "Figures", "Copy", "Open", "Help", "Quit"):
            assert name in lines[-1]
        for tab in ("1 Contents", "2 Results", "3 Figures"):
            assert _shows(app, tab)
        fact = app.facts[1]
        assert _underlined(app) == fact.quote
        assert _shows(app, fact.statement)

    _use(Browser(library), steps)


def test_the_chosen_fact_stays_in_view_when_the_terminal_changes(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        app.show_fact(len(app.facts) - 1)
        for size in ((40, 14), (120, 12), (80, 24)):
            await pilot.resize_terminal(*size)
            await _until(pilot, lambda: _underlined(app) == app.facts[-1].quote)

    _use(Browser(library), steps)


def test_long_titles_end_in_an_ellipsis(small_base: Base) -> None:
    long = "An Extraordinarily Long Title " * 10
    document = small_base.document._replace(title=long)
    sections = tuple(
        section._replace(
            title=long, topics=tuple(topic._replace(title=long) for topic in section.topics)
        )
        for section in small_base.sections
    )

    async def steps(app: Browser, pilot: Reader) -> None:
        lines = _screen(app)
        assert lines[0].rstrip().endswith("…")
        assert lines[2].partition("▏")[0].rstrip().endswith("…")
        tree = [line.partition("▏")[2].rstrip() for line in lines[3:5]]
        assert all(line.endswith("…") for line in tree)
        assert "1 Contents" in lines[2]

    _use(Browser(_library_of(small_base._replace(document=document, sections=sections))), steps)


def test_text_of_a_base_is_neither_markup_nor_a_command_to_the_terminal(small_base: Base) -> None:
    trick = "[b]B[/b] [/] [@click=app.quit]x[/] \x1b[31mred \x9b \u202e [sic]"
    section, *others = small_base.sections
    topic = section.topics[0]
    fact, *rest = topic.facts
    start = len(trick) + 1
    fact = fact._replace(
        statement=f"Ours, {trick}",
        quote=trick,
        start=0,
        end=len(trick),
        context=trick,
        aliases=(trick,),
        figures=tuple(f._replace(unit=trick, measures=trick, text="[b]B") for f in fact.figures),
    )
    shifted = tuple(f._replace(start=f.start + start, end=f.end + start) for f in rest)
    topic = topic._replace(title=trick, facts=(fact, *shifted))
    section = section._replace(
        title=trick,
        paragraphs=(f"{trick} {section.paragraphs[0]}", *section.paragraphs[1:]),
        topics=(topic,),
    )
    document = small_base.document._replace(title=trick, publisher=trick)
    base = small_base._replace(document=document, sections=(section, *others))
    literal = "[b]B[/b] [/] [@click=app.quit]x[/] \\x1b[31mred \\x9b \\u202e [sic]"

    async def steps(app: Browser, pilot: Reader) -> None:
        await pilot.press("n")
        assert _underlined(app) == literal
        shot = app.export_screenshot()
        assert not set(shot) & {"\x1b", "\x9b", "\u202e"}
        screen = _screen(app)
        assert all("[b]B[/b]" in line for line in screen[:1] + screen[2:4])
        assert _shows(app, f"… {literal} “{literal}”"), "context and quotation"
        assert _shows(app, f"Our summary: Ours, {literal}")
        await pilot.press("f", "down")
        await _until(pilot, lambda: _shows(app, f"[b]B {literal}"))
        await pilot.press("c")
        assert literal.replace("[sic]", "") in app.clipboard
        await _search(pilot, "[b]")
        await pilot.pause(0.2)
        assert app.is_running

    _use(Browser(_library_of(base)), steps, (100, 50))


def test_without_colour_the_chosen_fact_still_stands_out(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def steps(app: Browser, pilot: Reader) -> None:
        await pilot.press("n", "f")
        await _until(pilot, lambda: _shows(app, "more than 120 harbours in Norland"))
        assert _underlined(app) == "Norland has more than 120 harbours."
        for strip in app.screen._compositor.render_strips():
            for part in strip:
                colour = part.style.color if part.style else None
                assert colour is None or len(set(colour.get_truecolor())) == 1, part

    _use(Browser(library), steps)


def test_the_section_asked_for_is_at_the_top(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        await _until(pilot, lambda: _screen(app)[3].startswith("II. Fisheries"))
        await pilot.press("n")
        assert app.chosen is not None and app.facts[app.chosen].section == "II"

    _use(Browser(library, start_at(library, "II")), steps)


@pytest.mark.parametrize(
    ("where", "seen"),
    [
        ("wardens", ["“Two wardens watch the nets.”"]),
        ("I:3", ["3 ▸dredging the main"]),
        ("closing", ["Closing"]),
        (
            "how many ferries",
            ["how many ferries", "1 fact", "“From 2010 to March 2019", "Our summary: "],
        ),
        ("zebra", ["zebra", "Nothing found"]),
    ],
)
def test_it_opens_at_a_fact_a_place_or_a_search(
    library: Library, where: str, seen: list[str]
) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        await _until(pilot, lambda: all(_shows(app, words) for words in seen))

    _use(Browser(library, start_at(library, where)), steps)


def test_it_says_why_a_fact_was_found(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        await _search(pilot, "port law")
        await _until(pilot, lambda: _shows(app, "found by “port” (topic), “law”"))

    _use(Browser(library), steps)


def test_letters_move_as_in_less(library: Library) -> None:
    async def steps(app: Browser, pilot: Reader) -> None:
        paper = app.query_one(Paper)
        await pilot.press("j", "j")
        assert paper.scroll_offset.y == 2
        await pilot.press("k")
        assert paper.scroll_offset.y == 1
        await pilot.press("G")
        assert paper.scroll_offset.y == paper.max_scroll_y
        await pilot.press("g")
        assert paper.scroll_offset.y == 0
        await pilot.press("space")
        assert paper.scroll_offset.y > 2

    _use(Browser(library), steps, (60, 14))


def test_the_contents_follow_the_reader(library: Library) -> None:
    def marked(app: Browser) -> str:
        node = app.query_one(ContentsTree).cursor_node
        return str(node.label) if node else ""

    async def steps(app: Browser, pilot: Reader) -> None:
        await pilot.press("G")
        await _until(pilot, lambda: marked(app) == "Rebuilding")
        await pilot.press("g")
        await _until(pilot, lambda: marked(app) == "Ships and harbours")
        app.query_one(ContentsTree).focus()
        await pilot.press("down")
        assert marked(app) == "The Harbour Act", "who is in the contents moves by himself"

    _use(Browser(library), steps, (60, 14))


def test_several_bases_are_told_apart(
    small_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WP_CACHE", str(cache))
    library = open_library([small_path, small_path.with_name("tern-island.facts.json")])

    async def steps(app: Browser, pilot: Reader) -> None:
        app.show_fact(len(app.facts) - 1)
        document = library.bases[1].document
        await _until(pilot, lambda: _shows(app, f"In {document.title}. {document.publisher}"))
        assert _shows(app, f"Id {document.id}:")
        await pilot.press("home")
        await _until(pilot, lambda: library.bases[0].document.title in _screen(app)[0])

    _use(Browser(library), steps, (120, 40))
