"""A terminal reader; here its way out, the web address of a passage and what opens it.

Textual is an optional extra: what draws with it is only imported when `wp browse` is called.
"""

import webbrowser
from enum import Enum, auto

from wp.cite.markup import safe_url
from wp.library import Library
from wp.model import Fact, Section
from wp.safe import is_web_address


class Opener(Enum):
    """What opens a link here: nothing, a window of its own, or a browser in this terminal."""

    NOTHING = auto()
    WINDOW = auto()
    TERMINAL = auto()


def web_address(library: Library, part: Fact | Section) -> str:
    """Return the address that leads to a fact's words, or to a section; empty without one."""
    section = part if isinstance(part, Section) else library.section_of(part)
    address = (section.link(part) if isinstance(part, Fact) else "") or section.url
    return safe_url(address) if is_web_address(address) else ""


def opener() -> Opener:
    """Return what `webbrowser` would open a link with.

    A text browser (w3m, lynx) would draw over the reader, so it has to be told from a window.
    """
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return Opener.NOTHING
    in_background = isinstance(browser, webbrowser.BackgroundBrowser)
    in_terminal = isinstance(browser, webbrowser.GenericBrowser | webbrowser.Elinks)
    return Opener.TERMINAL if in_terminal and not in_background else Opener.WINDOW
