"""Marked text and the targets it is written for: plain text, Markdown, LaTeX, HTML.

Marked text is text in which private characters stand where italics and superscripts begin and end,
so that escaping and marking never meet: what is not such a character is data.
"""

import re
from typing import Literal, get_args

from wp.pattern import pattern
from wp.safe import is_web_address

Target = Literal["plain", "markdown", "latex", "html"]
TARGETS: tuple[Target, ...] = get_args(Target)

ITALIC, UPRIGHT, RAISED, LEVEL = "\ue000", "\ue001", "\ue002", "\ue003"
_PRIVATE = pattern("[\ue000-\ue01f]")
_MARKS: dict[Target, dict[str, str]] = {
    "plain": {ITALIC: "", UPRIGHT: "", RAISED: "", LEVEL: ""},
    "markdown": {ITALIC: "*", UPRIGHT: "*", RAISED: "<sup>", LEVEL: "</sup>"},
    "latex": {ITALIC: r"\emph{", UPRIGHT: "}", RAISED: r"\textsuperscript{", LEVEL: "}"},
    "html": {ITALIC: "<i>", UPRIGHT: "</i>", RAISED: "<sup>", LEVEL: "</sup>"},
}

# What Markdown could take for markup wherever it stands: CommonMark's own signs, with the "#" that
# closes a heading; "|" in a cell of a table, "~" and "$" on GitHub, "{" and "}" in Pandoc.
_MARKDOWN_SIGN = pattern(r"[\\`*_{}\[\]<>|~$&#]")
# And at the start of a line: a list, a rule, what underlines a heading; but not "-5" and "1.5".
_MARKDOWN_LINE_START = pattern(
    r"^(\s*)(?:([-+=])(?=[\s=-]|$)|(\d{1,9})([.)])(?=\s|$))", re.MULTILINE
)

_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': "''",
    "`": r"\textasciigrave{}",
    "‘": "`",
    "’": "'",
    "“": "``",
    "”": "''",
    "–": "--",
    "—": "---",
    "…": r"\ldots{}",
    "\u00a0": "~",
    **{mark: "\\" + mark for mark in "%&#$_"},
}
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
# Characters of a run that TeX would join to another sign: "--" to a dash, "?`" to "¿".
_LATEX_JOINED = pattern(r"(?<=-)-|(?<=')'|(?<=,),|(?<=[?!])`")
_URL_UNSAFE = pattern(r"[^!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]")


def clean(text: str) -> str:
    """Return text on one line; characters that would be taken for marks become U+FFFD."""
    return _PRIVATE.sub("\ufffd", " ".join(text.split()))


def plain_text(marked: str) -> str:
    """Return marked text without its marks."""
    return _PRIVATE.sub("", marked)


def write_marked(marked: str, target: Target) -> str:
    """Write marked text for a target: data escaped, marks turned into its commands."""
    marks = _MARKS[target]
    pieces = re.split(f"({_PRIVATE.pattern})", marked)
    return "".join(
        marks.get(piece, "") if at % 2 else escape(piece, target) for at, piece in enumerate(pieces)
    )


def escape(text: str, target: Target) -> str:
    """Escape text so that the target shows it as it is."""
    if target == "markdown":
        escaped = _MARKDOWN_SIGN.sub(r"\\\g<0>", text)
        return _MARKDOWN_LINE_START.sub(r"\1\3\\\2\4", escaped)
    if target == "latex":
        return escape_latex(text)
    return escape_html(text) if target == "html" else text


def escape_html(text: str) -> str:
    """Escape text for HTML, attributes in double quotes included."""
    return text.translate(_HTML)


def escape_latex(text: str) -> str:
    """Escape text for LaTeX; curly marks, dashes and ellipses become TeX's own.

    Braces are written by name: BibTeX counts them even behind a backslash.
    """
    text = _LATEX_JOINED.sub(lambda match: "\ue01f" + match.group(), text)
    nested = text.replace("“‘", "“\ue01e‘").replace("’”", "’\ue01e”")
    written = "".join(_LATEX.get(letter, letter) for letter in nested)
    return written.replace("\ue01f", "{}").replace("\ue01e", r"\,")


def safe_url(url: str) -> str:
    """Percent-encode what may not stand in a URL: spaces, braces, backslashes, non-ASCII."""
    return _URL_UNSAFE.sub(
        lambda match: "".join(f"%{byte:02X}" for byte in match.group().encode()), url
    )


def write_link(shown: str, link: str, target: Target) -> str:
    """Write a link that shows the URL `shown` and leads to `link`; only http(s) becomes a link."""
    if not is_web_address(link):
        return escape(shown, target)
    if target == "markdown":
        bare = shown == link and not re.search(r"[<>\s\\]", link)
        return f"<{link}>" if bare else f"[{escape(shown, target)}](<{safe_url(link)}>)"
    if target == "html":
        return f'<a href="{escape_html(safe_url(link))}">{escape_html(shown)}</a>'
    return rf"\url{{{safe_url(shown)}}}" if target == "latex" else shown
