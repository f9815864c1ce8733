"""A quotation ready to paste: the words in marks of the right level, and where they stand."""

from wp.cite.markup import Target, escape, escape_html, safe_url, write_link, write_marked
from wp.cite.source import CitedSource


def quotation(passage: str, citation: str, source: CitedSource, target: Target) -> str:
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


def _block(lines: list[str], citation: str, source: CitedSource, target: Target) -> str:
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


def with_link(marked: str, source: CitedSource, link: str, target: Target) -> str:
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
