"""The contents as a tree: sections, their topics, and the facts of each."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.style import Style
from rich.text import Text
from textual.binding import BindingType
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from wp.browse.letters import letters
from wp.library import Library
from wp.model import Base, Fact
from wp.safe import one_line
from wp.show.fact_table import heading


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

    def __init__(self, library: Library, facts: Sequence[Fact], *, id: str | None = None) -> None:
        super().__init__("", ContentsSpot(), id=id)
        self._numbers = {(fact.document, fact.id): number for number, fact in enumerate(facts)}
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
        first = self._number(facts[0]) if facts else None
        topic = parent.add(
            Text(one_line(title)), ContentsSpot(fact=first), allow_expand=bool(facts)
        )
        for fact in facts:
            number = self._number(fact)
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

    def _number(self, fact: Fact) -> int:
        return self._numbers[fact.document, fact.id]

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
        """Cut the labels anew."""
        self._invalidate()
