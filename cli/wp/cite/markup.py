"""Marked text, links and quotations written for a target: plain text, Markdown, LaTeX, HTML.

Marked text is text in which private characters stand where italics and superscripts begin and end,
so that escaping and marking never meet: what is not such a character is data.
"""

import re
from typing import TYPE_CHECKING, Literal, get_args

from wp.pattern import pattern
from wp.safe import is_web_address

if TYPE_CHECKING:
    from wp.cite import CitedSource

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


def quotation(passage: str, citation: str, source: "CitedSource", target: Target) -> str:
    """Write a passage and its citation for a target.

    `passage` holds a line feed for each paragraph break; `citation` is marked text, in brackets of
    its own or none. A passage of one paragraph stands in double quotation marks, its own marks
    become single; one of several paragraphs is set off as a block, without marks around it, and in
    plain text begins each paragraph with a mark and ends the last with one.
    """
    lines = [" ".join(line.split()) for line in passage.strip().split("\n")]
    written = with_link(citation, source, source.link, target)
    if len(lines) == 1:
        quoted = f"“{curl(lines[0], depth=1)}”"
        text = f"{escape(quoted, target)} {written}" if written else escape(quoted, target)
        return f"<p>{text}</p>" if target == "html" else text
    return _block(lines, written, source, target)


def _block(lines: list[str], citation: str, source: "CitedSource", target: Target) -> str:
    if target == "plain":
        quoted = [f"“{curl(line, depth=1)}" for line in lines]
        return "\n".join(quoted) + "”" + (f" {citation}" if citation else "")
    paragraphs = [escape(curl(line), target) for line in lines]
    if citation:
        paragraphs[-1] += f" {citation}"
    if target == "markdown":
        return "\n>\n".join(f"> {paragraph}" for paragraph in paragraphs)
    if target == "latex":
        inner = "\n\n".join(paragraphs)
        return f"\\begin{{quotation}}\n{inner}\n\\end{{quotation}}"
    cited = f' cite="{escape_html(safe_url(source.link))}"' if source.link else ""
    inner = "\n".join(f"  <p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<blockquote{cited}>\n{inner}\n</blockquote>"


def with_link(marked: str, source: "CitedSource", link: str, target: Target) -> str:
    """Write marked text for a target, the page's URL in it as a link; LaTeX prints the page's."""
    url = source.section.url
    if not url or url not in marked:
        return write_marked(marked, target)
    before, _, after = marked.partition(url)
    linked = write_link(url, link, target)
    return write_marked(before, target) + linked + write_marked(after, target)


_OPENING = "“", "‘"
_CLOSING = "”", "’"
_DOUBLE, _SINGLE = '"“”„', "'‘’‚"
_BEFORE_OPENING = "([{<-–—/\"'“‘„‚"


def curl(text: str, depth: int = 0) -> str:
    """Return text with curly quotation marks and apostrophes.

    `depth` is how many quotations surround it: at 0 its own marks become double, at 1 single. A
    mark that opens or closes nothing keeps its direction; an apostrophe is none of them.
    """
    curled: list[str] = []
    within: list[str] = []  # the kinds of the quotations that are open
    for at, letter in enumerate(text):
        kind = _DOUBLE if letter in _DOUBLE else _SINGLE if letter in _SINGLE else ""
        if not kind:
            curled.append(letter)
        elif _opens(text, at, kind):
            curled.append(_OPENING[(depth + len(within)) % 2])
            within.append(kind)
        elif kind in within and _may_close(text, at, kind):
            del within[within.index(kind) :]
            curled.append(_CLOSING[(depth + len(within)) % 2])
        elif kind == _SINGLE:
            curled.append("’")
        else:
            opening = letter != "”" and text[at - 1 : at].isspace()
            curled.append((_OPENING if opening else _CLOSING)[(depth + len(within)) % 2])
    return "".join(curled)


def _opens(text: str, at: int, kind: str) -> bool:
    """Return whether a mark begins a quotation that ends further on."""
    if text[at] in "”’" or text[at + 1 : at + 2].isspace() or at + 1 == len(text):
        return False
    before = text[at - 1] if at else " "
    beginning = text[at] in "“‘„‚" or before.isspace() or before in _BEFORE_OPENING
    return beginning and any(
        text[end] in kind and text[end] not in "“‘„‚" and _may_close(text, end, kind)
        for end in range(at + 2, len(text))
    )


def _may_close(text: str, at: int, kind: str) -> bool:
    """Return whether a mark can end a quotation: a single one inside a word is an apostrophe."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] in "“‘„‚" or before.isspace():
        return False
    return kind == _DOUBLE or not after.isalnum()
