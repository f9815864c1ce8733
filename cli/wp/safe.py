"""Text made safe to print: nothing in a query or a base reaches the terminal as a command."""

from wp.pattern import pattern

# Control characters but for the line feed and tab, lone surrogates, bidirectional overrides,
# and what is no character at all.
_UNSAFE = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_BESIDE_COLOURS = pattern(
    "[\x00-\x07\x0b-\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
)

_LONG_WORD = 20


def printable(text: str) -> str:
    r"""Write control characters, terminal escapes among them, as `\x1b` or `\u202e`."""
    return _UNSAFE.sub(lambda match: _escape(ord(match.group())), text)


def escaped(json: str) -> str:
    r"""Write what `printable` writes so in JSON text as JSON does, `\u001b`: the same data."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", json)


def for_terminal(text: str) -> str:
    """Make text printable that may hold our own escapes for colours."""
    return _BESIDE_COLOURS.sub(lambda match: _escape(ord(match.group())), text)


def is_web_address(text: str) -> bool:
    """Return whether a text is an address that may become a link: http or https, no script."""
    return text.lower().startswith(("http://", "https://"))


def one_line(text: str, width: int = 200) -> str:
    """Make text printable on one line, white space folded, `width` characters long at most.

    What is longer is cut with `…`, between words where one ends near.
    """
    line = " ".join(printable(text).split())
    if len(line) <= width:
        return line
    cut = line[: width - 1]
    near = cut.rfind(" ", width - _LONG_WORD)
    return (cut[:near] if near > 0 and line[width - 1] != " " else cut.rstrip()) + "…"


def _escape(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
