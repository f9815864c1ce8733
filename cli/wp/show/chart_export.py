"""A chart as a picture for a page or a report: rich's own SVG and HTML."""

import io
import re
from html import escape

from rich.console import Console, RenderableType
from rich.terminal_theme import DEFAULT_TERMINAL_THEME

from wp.pattern import pattern

_WIDTH = 100
# rich's SVG fetches its font from another host; a report must not.
_REMOTE_FONT = pattern(r"@font-face\s*\{[^}]*\}\s*")


def exported(view: RenderableType, form: str, title: str, width: int | None = None) -> str:
    """Give a drawing as an "svg" or "html" document, dark on light, `width` cells wide.

    The width is 100 unless given. Nothing in it is fetched from elsewhere.
    """
    console = Console(
        record=True,
        file=io.StringIO(),
        width=width or _WIDTH,
        force_terminal=True,
        color_system="standard",
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(view)
    if form == "svg":
        svg = console.export_svg(title=title, theme=DEFAULT_TERMINAL_THEME)
        return _REMOTE_FONT.sub("", svg) + "\n"
    html = console.export_html(theme=DEFAULT_TERMINAL_THEME, inline_styles=True)
    head = f'<html lang="en">\n<head>\n<title>{escape(title)}</title>'
    return re.sub(r"<html>\s*<head>", lambda _: head, html, count=1) + "\n"
