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


def printable(text: str) -> str:
    r"""Write control characters, terminal escapes among them, as `\x1b` or `\u202e`."""
    return _UNSAFE.sub(lambda match: _escape(ord(match.group())), text)


def escaped(json: str) -> str:
    r"""Write what `printable` writes so in JSON text as JSON does, `\u001b`: the same data."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", json)


def for_terminal(text: str) -> str:
    """Make text printable that may hold our own escapes for colours."""
    return _BESIDE_COLOURS.sub(lambda match: _escape(ord(match.group())), text)


def one_line(text: str, width: int = 200) -> str:
    """Make text printable on one line, white space folded, cut at `width` characters with `…`."""
    line = " ".join(printable(text).split())
    return line if len(line) <= width else line[: width - 1] + "…"


def _escape(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
