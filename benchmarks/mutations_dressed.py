"""More quotations of a document's own sentences: as files dress them, and with what to warn of.

Makers as in `mutations`; those of WARNED give a clean quotation that hides something, of which a
warning is due.
"""

import re
from random import Random

from mutations import MONTHS, Maker, Stretch, Words, _pick, _put

_HIDDEN = "\u00ad\u200b\u200c\u200e\u200f\u202a\u202c\u2060\u2066\u2069\u061c\ufe0f\ufeff"
_TURNING = r"not|no|never|must|shall|should|may|can(?:not)?|more than|less than|at least|without"
_MARKED = (
    ("»", "«"), ("”", "”"), ("‚", "‘"), ("``", "''"), ("＂", "＂"), ("《", "》"), ("❝", "❞"),
    ("″", "″"), ("〝", "〞"), ("「", "」"),
)  # fmt: skip
_IRREGULAR = frozenset("has have had having do does did done doing".split())  # "ha[ve]" is fair
_FIGURE = r"(?<![\w.,$-])\d[\d,.]*\d(?![\w-])|(?<![\w.,$-])\d(?![\w.,-])"


def ligatures(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Set "fi", "fl" and "ff" with the ligatures that PDFs give."""
    text = stretch.text
    for letters, sign in (("ffi", "ﬃ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ")):
        text = text.replace(letters, sign)
    return text if text != stretch.text else None


def hidden(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Put characters that cannot be seen into words and between them."""
    marks = [
        letter + (rng.choice(_HIDDEN) if rng.random() < 0.1 else "") for letter in stretch.text
    ]
    return "".join(marks)


def full_width(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Set letters or digits in full width."""
    wide = {at: at + 0xFEE0 for at in map(ord, "0123456789")}
    if not any(map(str.isdigit, stretch.text)):
        wide = {at: at + 0xFEE0 for at in map(ord, "abcdefghijklmnopqrstuvwxyz")}
    return stretch.text.translate(wide)


def line_end_hyphen(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Break a word at a line's end, or between two pasted lines."""
    match = _pick(r"\b[a-z]{6,}\b", stretch.text, rng)
    if match is None:
        return None
    at = rng.randrange(2, len(match[0]) - 2)
    broken = f"{match[0][:at]}-{rng.choice((chr(10), ' ' + chr(10), chr(13) + chr(10), ' '))}"
    return _put(stretch.text, match, broken + match[0][at:])


def note_mark(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Raise the mark of a note behind a word."""
    match = _pick(r"(?<=[a-z]{3})(?=[ ,.])", stretch.text, rng)
    return _put(stretch.text, match, rng.choice("¹²³⁴⁵")) if match else None


def emphasis(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Set words in Markdown's emphasis, or the whole as a block quotation."""
    if rng.random() < 0.3:
        import textwrap

        return "\n".join(f"> {line}" for line in textwrap.wrap(stretch.text, 60))
    match = _pick(r"(?<=\s)[A-Za-z]{3,}(?: [a-z]{3,})?(?=\s)", stretch.text, rng)
    sign = rng.choice(("*", "**", "_"))
    return _put(stretch.text, match, f"{sign}{match[0]}{sign}") if match else None


def page_number(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Put the number of a page on a line of its own between two lines."""
    match = _pick(r"(?<=[^\n]{25}) (?=[a-z][^\n]{25})", stretch.text, rng)
    between = rng.choice(("\n{}\n", "\n\n{}\n\n", "\n- {} -\n"))
    return _put(stretch.text, match, between.format(rng.randint(2, 300))) if match else None


def other_marks(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Put the whole in quotation marks of other countries and programs."""
    left, right = rng.choice(_MARKED)
    return f"{left}{stretch.text}{right}"


def other_omission(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Leave out words of the middle with a mark that is seldom used."""
    pieces = stretch.text.split()
    if len(pieces) < 9:
        return None
    count = rng.randint(1, min(len(pieces) - 6, 40))
    at = rng.randrange(3, len(pieces) - count - 2)
    mark = rng.choice(("⋯", "⋯⋯", "‥", "<…>", "* * *", "……", "(...)"))
    if "[" in pieces[at - 1] + pieces[at + count]:
        return None
    return " ".join([*pieces[:at], mark, *pieces[at + count :]])


def bracket_in_number(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Put digits of a number in brackets, changed: "36,0[99]"."""
    match = _pick(_FIGURE, stretch.text, rng)
    if match is None or len(match[0]) < 2:
        return None
    at = rng.randrange(1, len(match[0]))
    tail = "".join(rng.choice("123456789") if d.isdigit() else d for d in match[0][at:])
    if tail == match[0][at:] or not tail[0].isdigit():
        return None
    return _put(stretch.text, match, f"{match[0][:at]}[{tail}]")


def bracket_in_word(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """End a word otherwise, in brackets, so that it is another: "no[w]"."""
    match = _pick(r"(?<=\s)[a-z]{3,}(?=[\s,.])", stretch.text, rng)
    if match is None or match[0] in _IRREGULAR:
        return None
    others = [
        one for one in words.plain
        if one[:2] == match[0][:2] and one[:4] != match[0][:4] and len(one) - 2 < 6
    ]  # fmt: skip
    if not others:
        return None
    other = rng.choice(others)
    return _put(stretch.text, match, f"{other[:2]}[{other[2:]}]")


def sign(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Put a minus sign before a number."""
    match = _pick(rf"(?:(?<=\s)|^)(?:{_FIGURE})", stretch.text, rng)
    if match is None or re.fullmatch(r"(?:19|20)\d\d", match[0]):
        return None
    return _put(stretch.text, match, rng.choice("-−") + match[0])


def short(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Quote two or three words with a letter wrong in a long one."""
    pieces = stretch.text.split()
    at = rng.randrange(len(pieces) - 2)
    few = pieces[at : at + rng.randint(2, 3)]
    if not all(re.fullmatch(r"[a-z]{4,}", one) for one in few):
        return None
    long = max(range(len(few)), key=lambda number: len(few[number]))
    if len(few[long]) < 7:
        return None
    hole = rng.randrange(2, len(few[long]) - 2)
    few[long] = few[long][:hole] + rng.choice("aeioust") + few[long][hole:]
    return " ".join(few)


def replaced_figure(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Put another number in brackets in a number's place."""
    # The number of a reference, "[34]", and one at an end, where "[7]" may be such, are left out.
    match = _pick(rf"(?<=[^\[])(?:{_FIGURE})(?![.,]\d)(?=.)", stretch.text, rng)
    if match is None:
        return None
    other = re.sub(r"\d", lambda _: rng.choice("123456789"), match[0])
    return _put(stretch.text, match, f"[{other}]") if other != match[0] else None


def replaced_turn(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Put another word in brackets in the place of a negation, modal or bound."""
    match = _pick(rf"(?<=\s)(?:{_TURNING})(?=\s)", stretch.text, rng)
    return _put(stretch.text, match, f"[{rng.choice(words.plain)}]") if match else None


def inserted_turn(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Put a negation, modal or bound in, in brackets."""
    match = _pick(r"(?<=[a-z]) (?=[a-z])", stretch.text, rng)
    word = rng.choice(("not", "never", "must", "may", "more than", "less than", "no"))
    return _put(stretch.text, match, f" [{word}] ") if match else None


def left_out_turn(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Leave out a negation, modal, bound or figure with a mark."""
    found = rf"(?<=\s)(?:{_TURNING}|{'|'.join(MONTHS)}|\d[\d,.]*\d)(?=\s)"
    match = _pick(found, stretch.text, rng)
    if match is None or not 20 < match.start() < len(stretch.text) - 25:
        return None
    return _put(stretch.text, match, "…")


def cut_before(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Begin right behind a negation, modal or bound."""
    found = r"(?<=\s)(?:not|never|must(?: not)?|shall(?: not)?|should|may|more than|at least) "
    match = _pick(found, stretch.text, rng)
    if match is None or len(stretch.text) - match.end() < 25:
        return None
    return stretch.text[match.end() :]


_CHANGES: dict[str, Maker] = {
    "brackets in a number": bracket_in_number, "brackets in a word": bracket_in_word,
    "a sign": sign, "two or three words": short,
}  # fmt: skip
_FOLDS: dict[str, Maker] = {
    "ligatures": ligatures, "hidden characters": hidden, "full width": full_width,
    "hyphen at a line's end": line_end_hyphen, "note mark": note_mark, "emphasis": emphasis,
    "page number": page_number, "marks of other countries": other_marks,
}  # fmt: skip
_EDITS: dict[str, Maker] = {"other marks of omission": other_omission}
KINDS = (("altered", _CHANGES), ("verbatim", _FOLDS), ("elided", _EDITS))
WARNED: tuple[tuple[str, dict[str, Maker]], ...] = (
    ("elided", {
        "bracket for a figure": replaced_figure, "bracket for a negation or bound": replaced_turn,
        "negation or bound in a bracket": inserted_turn,
        "omitted negation or figure": left_out_turn,
    }),
    ("verbatim", {"cut behind a negation or bound": cut_before}),
)  # fmt: skip
