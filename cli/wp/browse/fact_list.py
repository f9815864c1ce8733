"""A list whose lines each lead to a fact: what a search found, or figures by their units."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from wp.browse.letters import letters

# A line of a list and the number of its fact; None for a heading.
FactLine = tuple[Content, int | None]


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
        """Cut the lines anew, and keep the one that is chosen."""
        chosen = self.highlighted
        with self.prevent(OptionList.OptionHighlighted):
            self._draw()
            self.highlighted = chosen

    @staticmethod
    def fact_of(option: Option) -> int | None:
        """Return the number of the fact that a line leads to."""
        number = (option.id or "").rpartition(" ")[2]
        return int(number) if number else None
