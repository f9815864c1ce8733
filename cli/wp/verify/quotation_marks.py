"""Quotation marks in a block of text: which ones belong together, and which are apostrophes.

Marks are paired kind by kind, then the outermost pairs are the quotations. A mark without a
partner is reported and stands for nothing, so that it cannot swallow the rest of a draft: no
quotation runs over the end of its paragraph unless the next one begins with the same mark.
"""

import re
from typing import NamedTuple

from wp.pattern import pattern

# Each opening mark with those that can close it; the last in a pair of texts that were half
# converted, the mixed ones, only where no other is open.
_PAIRS = {
    "“": "”", "„": "“”", "«": "»", "‹": "›", "「": "」", "『": "』", "《": "》", "〝": "〞〟",
    "❝": "❞", "❛": "❜", "»": "«", "›": "‹", "”": "”", "``": "''",
}  # fmt: skip
# German and Danish books turn guillemets round, Swedish and Finnish ones use one mark for both.
_TURNED = frozenset("»›”")
_STRAIGHT = frozenset('"＂″')
_DOUBLE = pattern("``|''|[\"＂″“”„«»‹›「」『』《》〝〞〟❝❞❛❜]")
# Between two backticks that hug it stands code, whose marks quote nothing.
_CODE = r"(?<![`\w])`(?![`\s])[^`]*(?<=[^`\s])`(?![`\w])"
# Most places are none of these marks: that is seen first.
_SINGLE = pattern(f"(?=[`'‘’‚])(?:{_CODE}|(?<!')'(?!')|[‘’‚]|(?<!`)`(?!`))")
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0([{<—–-/\"“„«‘'…：，。、；（")
# Shortened words that begin with an apostrophe, and decades: no quotation begins there.
_SHORTENED = pattern(
    r"['‘’](?:\d0s\b|\d\d\b(?!['’.,]?\d)|(?:n|til|till|tis|twas|twere|em|cause|bout|round|"
    r"neath|tween|nother)\b)",
    re.IGNORECASE,
)


class MarkPair(NamedTuple):
    """Two marks that belong together: their offsets in the text."""

    opening: int
    closing: int


class Marked(NamedTuple):
    """The quotations of a text, outermost marks only, and the double marks without a partner."""

    pairs: tuple[MarkPair, ...]
    unopened: tuple[int, ...] = ()
    unclosed: tuple[int, ...] = ()


def find_marks(text: str) -> Marked:
    """Pair the quotation marks of one paragraph.

    Double marks are paired first: curly, straight, guillemets, corner brackets. Single marks,
    straight or curly, count where both can be marks, not apostrophes; the marks around a whole
    quotation win over those inside it.
    """
    doubles = _pair_doubles(text)
    singles = _pair_singles(text, doubles.pairs)
    return doubles._replace(pairs=_outermost([*doubles.pairs, *singles]))


def _pair_doubles(text: str) -> Marked:
    pairs: list[MarkPair] = []
    opened: dict[str, list[int]] = {mark: [] for mark in ('"', *_PAIRS)}
    unopened: list[int] = []
    straight: int | None = None
    for match in _DOUBLE.finditer(text):
        at, mark = match.start(), match[0]
        end = match.end() - 1
        if mark in _STRAIGHT:
            opens = may_open(text, at)
            if straight is not None and not (opens and _begins_word(text, at)):
                pairs.append(MarkPair(straight, at))
                straight = None
            elif opens:
                if straight is not None:
                    opened['"'].append(straight)
                straight = at
            elif (curly := _latest(opened["“"], opened["„"])) and not text[at - 1 : at].isdigit():
                pairs.append(MarkPair(curly.pop(), at))
            elif mark == '"' and not text[at - 1 : at].isdigit():
                unopened.append(at)
            continue
        stack = _opened_for(mark, opened)
        # French sets blanks inside: "« so ».", where the closing one stands before a full stop.
        if stack and not (mark in _TURNED and _begins_word(text, at) and not may_close(text, at)):
            opening = stack.pop()
            pairs.append(MarkPair(opening + (text[opening] == "`"), at))
        elif mark == "”" and straight is not None and may_close(text, at):
            pairs.append(MarkPair(straight, at))
            straight = None
        elif mark in _PAIRS and (mark not in _TURNED or may_open(text, at)):
            opened[mark].append(at)
        elif mark != "''":
            unopened.append(end)
    unclosed = [at for mark, stack in opened.items() for at in stack if mark != "``"]
    if straight is not None and text[straight] == '"':
        unclosed.append(straight)
    return Marked(tuple(sorted(pairs)), tuple(unopened), tuple(sorted(unclosed)))


def _opened_for(mark: str, opened: dict[str, list[int]]) -> list[int]:
    """Return the open marks that this one closes, the ones with the latest first."""
    if mark == "“":  # closes „ only, and opens otherwise
        return opened["„"] if opened["„"] and opened["„"][-1] > (opened["“"] or [-1])[-1] else []
    return _latest(*(opened[opening] for opening, closing in _PAIRS.items() if mark in closing))


def _latest(*stacks: list[int]) -> list[int]:
    """Return the stack with the latest open mark; an empty one where none is open."""
    return max(stacks, key=lambda stack: stack[-1] if stack else -1, default=[])


def may_open(text: str, at: int) -> bool:
    """Return whether a mark stands where a quotation can begin."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before in _BEFORE_OPENING) and bool(after) and not after.isspace()


def _begins_word(text: str, at: int) -> bool:
    """Return whether a mark that could also close something looks like an opening one: ` "w`."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([{") and (
        after.isalnum() or after in ("[", "(", "…")
    )


def _pair_singles(text: str, doubles: tuple[MarkPair, ...]) -> list[MarkPair]:
    """Pair single marks; none may stand half in, half out of a double quotation."""
    pairs: list[MarkPair] = []
    inside = _Inside(doubles)
    opening: int | None = None
    home: int | None = None
    closing: int | None = None
    for match in _SINGLE.finditer(text):
        at = match.start()
        if match[0][0] == "`" and (len(match[0]) > 1 or not may_open(text, at)):
            continue
        if _SHORTENED.match(text, at) and not (match[0] != "‘" and may_close(text, at)):
            continue
        if match[0] != "’" and may_open(text, at):
            if opening is not None and closing is not None:
                pairs.append(MarkPair(opening, closing))
                opening = closing = None
            if opening is None or inside.of(at) != home or match[0] == "`":
                opening, home, closing = at, inside.of(at), None
        elif opening is not None and _closes(text, at, opening):
            if inside.of(at) != home:
                continue
            if closing is None or _may_be_possessive(text, closing):
                closing = at
            if not _may_be_possessive(text, at):
                pairs.append(MarkPair(opening, closing))
                opening = closing = None
    if opening is not None and closing is not None:
        pairs.append(MarkPair(opening, closing))
    return pairs


def _closes(text: str, at: int, opening: int) -> bool:
    """Return whether a single mark can close; "‘" closes "‚" only, "`" only opens."""
    if not may_close(text, at) or text[at + 1 : at + 2] == "`":
        return False
    return text[at] not in "‚`" and (text[at] != "‘" or text[opening] == "‚")


class _Inside:
    """In which of the double quotations an offset lies; asked in rising order."""

    def __init__(self, pairs: tuple[MarkPair, ...]) -> None:
        self._pairs = _outermost(list(pairs))
        self._next = 0

    def of(self, at: int) -> int | None:
        while self._next < len(self._pairs) and self._pairs[self._next].closing < at:
            self._next += 1
        if self._next < len(self._pairs) and self._pairs[self._next].opening < at:
            return self._next
        return None


def may_close(text: str, at: int) -> bool:
    """Return whether a mark stands where a quotation can end."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before) and not before.isspace() and not after.isalnum()


def _may_be_possessive(text: str, at: int) -> bool:
    """Return whether a closing mark may be the apostrophe of a plural: "the journalists'
    rights"."""
    return text[at - 1].lower() in "sxz" and bool(re.match(r"['’]\s+[a-z]", text[at : at + 8]))


def _outermost(pairs: list[MarkPair]) -> tuple[MarkPair, ...]:
    found: list[MarkPair] = []
    for pair in sorted(pairs, key=lambda pair: (pair.opening, -pair.closing)):
        if not found or pair.opening > found[-1].closing:
            found.append(pair)
    return tuple(found)
