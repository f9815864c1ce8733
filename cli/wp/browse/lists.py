"""The lists beside the paper: its contents, what a search found, and the figures of that."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Label, TabbedContent, TabPane

from wp.browse.describe import listed_fact, listed_figure
from wp.browse.fact_list import FactLine, FactList
from wp.browse.outline import ContentsTree
from wp.errors import WpError
from wp.figures.select import arrange, figures_of
from wp.library import Library
from wp.model import Fact
from wp.safe import one_line, printable
from wp.search.answer import Answer, Hit
from wp.show.figures_view import unit_heading
from wp.show.nothing_found import by_reader

_ASK = "Type / and what you look for."
_MOST_HITS = 100
_INSIDE = {"contents": "#outline", "results": "#hit-list", "figures": "#figure-list"}


class Lists(TabbedContent):
    """Three lists in tabs; a line of each leads to a place in the paper."""

    def __init__(self, library: Library, facts: Sequence[Fact]) -> None:
        super().__init__(initial="contents", id="lists")
        self._library = library
        self._facts = facts
        self._numbers = {(fact.document, fact.id): n for n, fact in enumerate(facts)}
        self._answer: Answer | None = None
        self._figures_are_stale = True

    def compose(self) -> ComposeResult:
        """Lay out the tabs."""
        outline = ContentsTree(self._library, self._facts, id="outline")
        told = Label(_ASK, id="hits", classes="count")
        count = Label(id="figure-count", classes="count")
        for pane in (
            TabPane("1 Contents", outline, id="contents"),
            TabPane("2 Results", told, FactList(id="hit-list"), id="results"),
            TabPane("3 Figures", count, FactList(id="figure-list"), id="figures"),
        ):
            self.compose_add_child(pane)
        return super().compose()

    def show(self, pane: str) -> None:
        """Bring up contents, results or figures and go there."""
        self.active = pane
        self.query_one(_INSIDE[pane]).focus()

    def hit(self, fact: Fact) -> Hit | None:
        """Return what the search says of a fact; None where it did not find it."""
        hits = self._answer.hits if self._answer else ()
        return next((hit for hit in hits if hit.fact == fact), None)

    def search(self, query: str) -> None:
        """List what answers a query, and choose the first; a blank query leads to the contents."""
        told = _ASK
        self._answer = None
        if query.strip():
            try:
                self._answer = self._library.search(query, with_passages=False, limit=_MOST_HITS)
                told = self._told(query, self._answer)
            except WpError as error:
                told = printable(str(error))
        hits = self._answer.hits if self._answer else ()
        found = self.query_one("#hit-list", FactList)
        found.fill((listed_fact(hit.fact), self._number(hit.fact)) for hit in hits)
        self.query_one("#hits", Label).update(Content(told))
        self._figures_are_stale = True
        if self.active == "figures":
            self._list_figures()
        else:
            self.active = "results" if query.strip() else "contents"
        if hits:
            found.highlighted = 0

    def _told(self, query: str, answer: Answer) -> str:
        """Say how many facts were found and what was corrected, or what is near."""
        if not answer.hits:
            return printable(by_reader(self._library, query))
        count = len(answer.hits)
        told = f"{count} fact{'s' * (count != 1)}" if count < _MOST_HITS else f"The first {count}"
        for typed, found in answer.corrections:
            told += f" · {one_line(typed)} → {one_line(found)}"
        return told

    @on(TabbedContent.TabActivated)
    def _turned(self, event: TabbedContent.TabActivated) -> None:
        if event.pane.id == "figures" and self._figures_are_stale:
            self._list_figures()

    def _list_figures(self) -> None:
        """List the figures of the facts found, or of all facts when nothing is searched for."""
        self._figures_are_stale = False
        facts = [hit.fact for hit in self._answer.hits] if self._answer else self._facts
        groups = arrange(self._library, figures_of(facts))
        lines: list[FactLine] = []
        for unit, group in groups.items():
            lines.append((Content.styled(unit_heading(unit), "bold underline"), None))
            lines += [(listed_figure(stated), self._number(stated.fact)) for stated in group]
        self.query_one("#figure-list", FactList).fill(lines)
        count = sum(map(len, groups.values()))
        among = "the facts found" if self._answer else "all facts"
        told = f"{count} figure{'s' * (count != 1)} in {among}"
        self.query_one("#figure-count", Label).update(told)

    def _number(self, fact: Fact) -> int:
        return self._numbers[fact.document, fact.id]
