"""A list whose lines each lead to a fact: what a search found, or figures by their units."""

from collections.abc import Iterable

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

# A line of a list and the number of its fact; None for a heading.
Line = tuple[Content, int | None]


class FactList(OptionList):
    """Lines that lead to facts; a heading between them cannot be chosen."""

    def fill(self, lines: Iterable[Line]) -> None:
        """Show these lines in place of the present ones, from the first on."""
        self.clear_options()
        self.add_options(
            Option(content, id=f"{line} {'' if fact is None else fact}", disabled=fact is None)
            for line, (content, fact) in enumerate(lines)
        )
        self.scroll_home(animate=False)

    @staticmethod
    def fact_of(option: Option) -> int | None:
        """Give the number of the fact that a line leads to."""
        number = (option.id or "").rpartition(" ")[2]
        return int(number) if number else None
