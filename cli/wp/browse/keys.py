"""The keys: those that move in a list or a text, as in `less` and `vi`, and the help on all."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


def letters(down: str, up: str, first: str, last: str, *, space: str = "") -> list[BindingType]:
    """Return bindings of j, k, g and G, and of the space bar, to these actions."""
    keys = {"j": down, "k": up, "g": first, "G": last, "space": space}
    return [Binding(key, action, show=False) for key, action in keys.items() if action]


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
