"""Quotation marks of the right level: double outside, single within, and so on by turns."""

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
