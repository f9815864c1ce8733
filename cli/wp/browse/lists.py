"""The lists beside the paper: its contents, what a search found, and the figures of that."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Label, OptionList, TabbedContent, TabPane, Tree
from textual.widgets.option_list import Option
from textual.widgets.tree import TreeNode

from wp.browse.drawn import listed_fact, listed_figure
from wp.cite import heading
from wp.english import counted
from wp.errors import WpError
from wp.extent import nothing_near
from wp.figures import arrange, figures_of
from wp.library import Library
from wp.model import Base, Fact
from wp.safe import one_line, printable
from wp.search import Answer, Hit
from wp.show.figures_view import unit_heading

# A line of a list and the number of its fact; None for a heading.
FactLine = tuple[Content, int | None]


class FactNumbers:
    """The numbers of facts: where they stand in reading order."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._numbers = {(fact.document, fact.id): number for number, fact in enumerate(facts)}

    def of(self, fact: Fact) -> int:
        return self._numbers[fact.document, fact.id]


def letters(down: str, up: str, first: str, last: str, *, space: str = "") -> list[BindingType]:
    """Return bindings of j, k, g and G, and of the space bar, to these actions, as in `less`."""
    keys = {"j": down, "k": up, "g": first, "G": last, "space": space}
    return [Binding(key, action, show=False) for key, action in keys.items() if action]


_BESIDE = 3  # columns: the blanks at both sides and the scrollbar


class FactList(OptionList):
    """Lines that lead to facts; a heading between them cannot be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = letters(
        "cursor_down", "cursor_up", "first", "last", space="page_down"
    )
    _given: Sequence[FactLine] = ()

    def fill(self, lines: Iterable[FactLine]) -> None:
        """Show these lines in place of the present ones, from the first on."""
        self._given = list(lines)
        self._draw()
        self.scroll_home(animate=False)

    def _draw(self) -> None:
        """Put the lines in, each that is one cut to the width there is."""
        # Before it is laid out it has no width, and is drawn again once it has.
        room = max(self.size.width - _BESIDE, 1) if self.size.width else 1_000
        self.clear_options()
        self.add_options(
            Option(
                content if "\n" in content.plain else content.truncate(room, ellipsis=True),
                id=f"{line} {'' if fact is None else fact}",
                disabled=fact is None,
            )
            for line, (content, fact) in enumerate(self._given)
        )

    def on_resize(self) -> None:
        chosen = self.highlighted
        with self.prevent(OptionList.OptionHighlighted):
            self._draw()
            self.highlighted = chosen

    @staticmethod
    def fact_of(option: Option) -> int | None:
        """Return the number of the fact that a line leads to."""
        number = (option.id or "").rpartition(" ")[2]
        return int(number) if number else None


class ContentsSpot(NamedTuple):
    """Where a line of the contents leads: to a section's heading, or to a fact by its number."""

    section: int | None = None
    fact: int | None = None


class ContentsTree(Tree[ContentsSpot]):
    """Sections, open; topics, closed; facts. A line that is too long ends with `…`."""

    BINDINGS: ClassVar[list[BindingType]] = letters(
        "cursor_down", "cursor_up", "scroll_home", "scroll_end"
    )
    guide_depth = 2
    show_root = False

    def __init__(self, library: Library, numbers: FactNumbers) -> None:
        super().__init__("", ContentsSpot(), id="outline")
        self._numbers = numbers
        self._sections: list[TreeNode[ContentsSpot]] = []
        self._topics: dict[int, TreeNode[ContentsSpot]] = {}
        for base in library.bases:
            node = self.root
            if len(library.bases) > 1:
                title = Text(one_line(base.document.title))
                node = self.root.add(title, ContentsSpot(section=len(self._sections)), expand=True)
            self._add_sections(node, base)

    def _add_sections(self, parent: TreeNode[ContentsSpot], base: Base) -> None:
        """Add a base's sections, then a line that names those of the document that it lacks."""
        for section in base.sections:
            label = Text(one_line(heading(section)), "bold")
            node = parent.add(label, ContentsSpot(section=len(self._sections)), expand=True)
            self._sections.append(node)
            for topic in section.topics:
                self._add_topic(node, topic.title, topic.facts)
        if lacking := [heading.id for heading in base.document.contents if not heading.included]:
            label = Text(one_line(f"Not in this base: {', '.join(lacking)}"), "italic")
            parent.add_leaf(label, ContentsSpot())

    def _add_topic(self, parent: TreeNode[ContentsSpot], title: str, facts: Sequence[Fact]) -> None:
        first = self._numbers.of(facts[0]) if facts else None
        topic = parent.add(
            Text(one_line(title)), ContentsSpot(fact=first), allow_expand=bool(facts)
        )
        for fact in facts:
            number = self._numbers.of(fact)
            self._topics[number] = topic
            topic.add_leaf(Text(one_line(fact.statement)), ContentsSpot(fact=number))

    def follow(self, section: int | None, fact: int | None) -> None:
        """Mark the topic of a fact that is being read, or the section; not while it is used."""
        if self.has_focus:
            return
        if fact is not None and (section is None or fact in self._topics):
            self.move_cursor(self._topics[fact])
        elif section is not None:
            self.move_cursor(self._sections[section])

    def render_label(self, node: TreeNode[ContentsSpot], base_style: Style, style: Style) -> Text:
        """Draw a line's label, cut to the width there is."""
        label = super().render_label(node, base_style, style)
        depth = -1
        ancestor = node.parent
        while ancestor is not None:
            depth, ancestor = depth + 1, ancestor.parent
        room = self.size.width - depth * self.guide_depth - 1
        if room > 0:
            label.truncate(room, overflow="ellipsis")
        return label

    def on_resize(self) -> None:
        self._invalidate()


_ASK = "Type / and what you look for."
_MOST_HITS = 100
_INSIDE = {"contents": "#outline", "results": "#hit-list", "figures": "#figure-list"}


class Lists(TabbedContent):
    """Three lists in tabs; a line of each leads to a place in the paper."""

    def __init__(self, library: Library, facts: Sequence[Fact]) -> None:
        super().__init__(initial="contents", id="lists")
        self._library = library
        self._facts = facts
        self._numbers = FactNumbers(facts)
        self._answer: Answer | None = None
        self._figures_are_stale = True

    def compose(self) -> ComposeResult:
        outline = ContentsTree(self._library, self._numbers)
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
        found.fill((listed_fact(hit.fact), self._numbers.of(hit.fact)) for hit in hits)
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
            return printable(nothing_near(self._library, query))
        count = len(answer.hits)
        told = counted(count, "fact") if count < _MOST_HITS else f"The first {count}"
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
        groups = arrange(self._library.bases, figures_of(facts))
        lines: list[FactLine] = []
        for unit, group in groups.items():
            lines.append((Content.styled(unit_heading(unit), "bold underline"), None))
            lines += [(listed_figure(stated), self._numbers.of(stated.fact)) for stated in group]
        self.query_one("#figure-list", FactList).fill(lines)
        count = sum(map(len, groups.values()))
        among = "the facts found" if self._answer else "all facts"
        told = f"{counted(count, 'figure')} in {among}"
        self.query_one("#figure-count", Label).update(told)
