"""The web address of a passage, and what there is to open it with."""

import webbrowser
from enum import Enum, auto

from wp.cite.markup import safe_url
from wp.library import Library
from wp.model import Fact, Section


class Opener(Enum):
    """What opens a link here: nothing, a window of its own, or a browser in this terminal."""

    NOTHING = auto()
    WINDOW = auto()
    TERMINAL = auto()


def web_address(library: Library, part: Fact | Section) -> str:
    """Return the address that leads to a fact's words, or to a section; empty without one."""
    if isinstance(part, Section):
        url, fragment = part.url, ""
    else:
        url, fragment = library.base_of(part).section(part.section).url, part.fragment
    if not url.lower().startswith(("http://", "https://")):
        return ""
    return safe_url(url + fragment)


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
