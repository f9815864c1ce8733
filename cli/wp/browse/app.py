"""The reader: its panes, its keys, and what leads where."""

import webbrowser
from datetime import date
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Footer, Input, Label, OptionList, Static, Tree

from wp.browse import Opener, opener, web_address
from wp.browse.drawn import blocks, fact_content, reading_order
from wp.browse.lists import ContentsSpot, ContentsTree, FactList, Lists
from wp.browse.paper import Paper
from wp.cite import heading, imprint
from wp.cite.cited import HOUSE_STYLE
from wp.errors import NotFoundError
from wp.library import Library
from wp.model import Fact, Section
from wp.safe import one_line, printable
from wp.show.citation_records import cite_parts, sources_of

_PAUSE = 0.08
"""Seconds without a key after which a search begins."""


class Start(NamedTuple):
    """Where the reader opens: at a paragraph of a section, at a fact, or with a search."""

    section: Section | None = None
    paragraph: int | None = None
    fact: Fact | None = None
    query: str = ""


def start_at(library: Library, words: str) -> Start:
    """Return where to open for a section, a place or a fact's id; other words are searched for."""
    try:
        fact = library.fact(words)
        if fact.kind == "fact":
            return Start(fact=fact)
    except NotFoundError:
        pass
    try:
        place = library.places(words)[0]
    except NotFoundError:
        return Start(query=words)
    return Start(place.section, place.first if place.first > 1 else None)


class Browser(App[None]):
    """A terminal reader for a library, opened where `start` says."""

    TITLE = "wp browse"
    CSS_PATH = "browse.tcss"
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = "#paper"
    # Not annotated as a class variable, since Textual does not do so.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search"),
        Binding("n", "step(1)", "Next"),
        Binding("p", "step(-1)", "Previous"),
        Binding("f", "list('figures')", "Figures"),
        Binding("c", "copy", "Copy"),
        Binding("o", "open", "Open"),
        Binding("t", "toggle_light", "Light/dark", show=False),
        Binding("question_mark", "help", "Help"),
        Binding("q", "quit", "Quit"),
        Binding("1", "list('contents')", "Contents", show=False),
        Binding("2", "list('results')", "Results", show=False),
        Binding("3", "list('figures')", "Figures", show=False),
        Binding("escape", "leave_search", "Back", show=False),
    ]

    def __init__(self, library: Library, start: Start = Start()) -> None:  # noqa: B008
        super().__init__()
        self.library = library
        self.facts = reading_order(library)
        self.chosen: int | None = None
        self._sections = list(library.sections())
        self._start = start
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Label(id="document")
        with Horizontal(id="search-line"):
            yield Label("Search")
            yield SearchInput(placeholder="words, a question, a number", id="search")
        with Horizontal(id="panes"):
            with Vertical(id="reading"):
                yield Label(id="place", classes="bar")
                yield Paper(blocks(self.library, self.facts), id="paper")
            with Vertical(id="finding"):
                yield Lists(self.library, self.facts)
                with Vertical(id="about"):
                    yield Label("No fact chosen", id="number", classes="bar")
                    with VerticalScroll(id="fact"):
                        yield Static(
                            Content("n goes to the next fact, / searches, ? helps."), id="fact-text"
                        )
        yield Footer()

    def on_mount(self) -> None:
        paper = self.query_one(Paper)
        section, paragraph, fact, query = self._start
        paper.show_place(self._sections.index(section) if section else 0, paragraph)
        self.watch(paper, "scroll_y", self._tell_place)
        if fact:
            self.show_fact(self.facts.index(fact))
        elif query:
            self.query_one("#search", Input).value = query
            self.call_after_refresh(self._asked)

    def _tell_place(self) -> None:
        """Name the document and the section that are being read."""
        paper = self.query_one(Paper)
        number = paper.section_in_view()
        self.query_one(ContentsTree).follow(number, paper.fact_in_view())
        section = self._sections[number]
        document = self.library.base_of(section).document
        self.query_one("#document", Label).update(
            Content(one_line(" · ".join(filter(None, (document.title, imprint(document))))))
        )
        self.query_one("#place", Label).update(Content(one_line(heading(section))))

    def show_fact(self, number: int) -> None:
        """Mark a fact in the paper and describe it."""
        self.chosen = number
        fact = self.facts[number]
        self.query_one(Paper).choose(number)
        self.query_one("#number", Label).update(f"Fact {number + 1} of {len(self.facts)}")
        hit = self.query_one(Lists).hit(fact)
        self.query_one("#fact-text", Static).update(fact_content(self.library, fact, hit))
        self.query_one(ContentsTree).follow(None, number)
        self.query_one("#fact").scroll_home(animate=False)

    # What is chosen in a pane.

    @on(Paper.FactClicked)
    def _clicked(self, event: Paper.FactClicked) -> None:
        self.show_fact(event.fact)

    @on(OptionList.OptionHighlighted)
    @on(OptionList.OptionSelected)
    def _listed(self, event: OptionList.OptionMessage) -> None:
        number = FactList.fact_of(event.option)
        if number is not None:
            self.show_fact(number)

    @on(Tree.NodeSelected)
    def _selected(self, event: Tree.NodeSelected[ContentsSpot]) -> None:
        self._go_to(event.node.data)

    @on(Tree.NodeHighlighted)
    def _highlighted(self, event: Tree.NodeHighlighted[ContentsSpot]) -> None:
        if event.node.tree.has_focus:
            self._go_to(event.node.data)

    def _go_to(self, spot: ContentsSpot | None) -> None:
        if spot and spot.fact is not None:
            self.show_fact(spot.fact)
        elif spot and spot.section is not None:
            self.query_one(Paper).show_place(spot.section)

    # The search.

    @on(Input.Changed)
    def _typed(self) -> None:
        if self._pause:
            self._pause.stop()
        self._pause = self.set_timer(_PAUSE, self._search)

    @on(Input.Submitted)
    def _asked(self) -> None:
        self._search()
        self.action_list("results")

    def _search(self) -> None:
        if self._pause:
            self._pause.stop()
        field = next(iter(self.query("#search").results(Input)), None)
        if field is None:
            # The pause in typing ended when the reader was closing already.
            return
        self.query_one(Lists).search(field.value)

    # Keys.

    def action_search(self) -> None:
        self.query_one("#search").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave "/ Search" out of the bottom line where a slash would be typed."""
        return not (action == "search" and isinstance(self.focused, SearchInput))

    def action_leave_search(self) -> None:
        """Clear the search when in it, and go to the paper."""
        search = self.query_one("#search", Input)
        if search.has_focus and search.value:
            search.value = ""
        else:
            self.query_one(Paper).focus()

    def action_list(self, pane: str) -> None:
        self.query_one(Lists).show(pane)

    def action_step(self, step: int) -> None:
        number = self.query_one(Paper).fact_from_view(step)
        if number is not None:
            self.show_fact(number)

    def action_copy(self) -> None:
        fact = self._chosen_fact()
        if fact is None:
            return
        sources = sources_of(self.library, [fact], date.today())
        (cited,) = cite_parts([fact], sources, HOUSE_STYLE)
        self.copy_to_clipboard(printable(cited.quotation_for("plain")))
        self._tell("Quotation and citation sent to the clipboard through the terminal (OSC 52)")

    def action_open(self) -> None:
        fact = self._chosen_fact()
        if fact is None:
            return
        address = web_address(self.library, fact)
        if not address:
            self._tell("This section has no web page in the base", warning=True)
            return
        kind = opener()
        if kind is Opener.NOTHING:
            self.copy_to_clipboard(address)
            self._tell("No browser here: link sent to the clipboard through the terminal (OSC 52)")
        elif kind is Opener.TERMINAL:
            with self.suspend():
                webbrowser.open(address)
        else:
            self.open_url(address)
            self._tell(f"Opening {address}")

    def _chosen_fact(self) -> Fact | None:
        if self.chosen is None:
            self._tell("No fact chosen yet: n goes to the next", warning=True)
            return None
        return self.facts[self.chosen]

    def _tell(self, message: str, *, warning: bool = False) -> None:
        severity = "warning" if warning else "information"
        self.notify(message, severity=severity, markup=False, timeout=4)  # type: ignore[arg-type]

    def action_toggle_light(self) -> None:
        self.theme = "textual-light" if self.current_theme.dark else "textual-dark"

    def action_help(self) -> None:
        self.push_screen(HelpScreen())


class SearchInput(Input):
    """The search line: letters are typed here, so the keys that lead elsewhere are others."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.list('results')", "To the results"),
        Binding("escape", "app.leave_search", "Clear, then to the paper"),
    ]


_KEYS = (
    ("/", "search as you type; Enter or ↓ goes to the results"),
    ("Escape", "clear the search; go back to the paper"),
    ("n  p", "next and previous fact in the paper"),
    ("1  2  3", "contents, results, figures"),
    ("f", "figures: all, or those of the facts found"),
    ("↑ ↓  j k", "move in a list or the paper; Enter chooses"),
    ("g  G", "to the beginning, to the end; the space bar turns a page"),
    ("Tab", "next pane: search, paper, tabs, list, fact"),
    ("c", "copy the quotation with its citation"),
    ("o", "open the passage in a web browser"),
    ("t", "light or dark"),
    ("?", "this help"),
    ("q", "leave (in the search: Ctrl-Q)"),
)
_MOUSE = "Mouse: click a fact in the paper, a line of a list, a tab, a key in the bottom line."
_COPYING = (
    "c hands the text to the terminal (OSC 52), also over SSH. A terminal that does not know OSC 52"
    " ignores it, and no program can tell."
)
_PAPER = "▸ in the paper marks where a fact begins. The paper states it; wp does not vouch for it."


class HelpScreen(ModalScreen[None]):
    """The keys, until a key that closes them."""

    AUTO_FOCUS = "#help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,enter", "dismiss", "Close")
    ]

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help"):
            keys = (Content.assemble((f"{key:<12}", "bold"), does) for key, does in _KEYS)
            yield Static(Content("\n").join([*keys, Content("")]))
            for note in (_PAPER, _MOUSE, _COPYING):
                yield Static(Content(note), classes="note")
