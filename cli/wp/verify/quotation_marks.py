"""Quotation marks in a block of text: which ones belong together, and which are apostrophes.

Marks are paired kind by kind, then the outermost pairs are the quotations. A mark without a
partner is reported and stands for nothing, so that it cannot swallow the rest of a draft: no
quotation runs over the end of its paragraph unless the next one begins with the same mark.

Marks are ambiguous: an apostrophe looks like a closing mark, a citation may stand inside a block
quotation. Each reading is the pieces that it quotes; the one whose words stand in the source is
taken.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from wp.documents import Mapped, join, without
from wp.pattern import pattern
from wp.text import sentences
from wp.verify.citation_tail import without_tail

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
        if stack and not (mark in _TURNED and _begins_word(text, at) and not _may_close(text, at)):
            opening = stack.pop()
            pairs.append(MarkPair(opening + (text[opening] == "`"), at))
        elif mark == "”" and straight is not None and _may_close(text, at):
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
        if _SHORTENED.match(text, at) and not (match[0] != "‘" and _may_close(text, at)):
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
    if not _may_close(text, at) or text[at + 1 : at + 2] == "`":
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


def _may_close(text: str, at: int) -> bool:
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


BlockReading = tuple[Mapped, ...]

_MOST_CLOSINGS = 4
_ANY_MARK = pattern("[\"'”’“‘″»«`]+")
# French leaves the speaker inside the marks: "« La loi, dit-il, est faite. »"
_INCISE = pattern(
    r",\s(?:(?:dit|disait|écrit|écrivait|déclare|affirme|ajoute|précise|souligne|note|explique|"
    r"indique|poursuit|conclut|estime|rappelle|répond)(?:-t)?-(?:il|elle|on|ils|elles)"
    r"|a-t-(?:il|elle|on) \w+),(?=\s)"
)


def block_readings(body: Mapped) -> Iterator[BlockReading]:
    """Return the ways to read a block quotation that is not the source's words as a whole.

    Without the citation or note that ends it, without marks around the rest, paragraph by paragraph
    (a heading or list in it is one).
    """
    bare = without_tail(body)
    if bare.text != body.text:
        yield (bare,)
    pairs = find_marks(bare.text).pairs
    if pairs and pairs[0].opening == 0 and pairs[0].closing >= len(bare.text) - 2:
        yield (bare.part(1, pairs[0].closing).strip(),)
    pieces = tuple(_paragraphs(bare))
    if len(pieces) > 1:
        yield pieces


def told_apart(body: Mapped) -> tuple[Mapped, BlockReading]:
    """Return the words of a block quotation outside its marks, and what it quotes inside them.

    A letter that is answered (`> She writes "…"`) is no quotation of the source and may hold some.
    """
    pairs = find_marks(body.text).pairs
    ends = [0, *(pair.closing + 1 for pair in pairs)]
    starts = [*(pair.opening for pair in pairs), len(body.text)]
    outside = join([body.part(*gap) for gap in zip(ends, starts, strict=True)], " ")
    inside = (body.part(pair.opening + 1, pair.closing).strip() for pair in pairs)
    return outside, tuple(piece for piece in inside if any(map(str.isalnum, piece.text)))


def _paragraphs(body: Mapped) -> Iterator[Mapped]:
    at = 0
    for gap in [*re.finditer(r"\n\s*\n", body.text), None]:
        piece = body.part(at, gap.start() if gap else len(body.text)).strip()
        piece = _unmarked(without_tail(piece))
        if any(map(str.isalnum, piece.text)):
            yield piece
        at = gap.end() if gap else 0


def _unmarked(piece: Mapped) -> Mapped:
    """Take the marks off that a paragraph begins and ends with."""
    text = piece.text
    start = len(text) - len(_ANY_MARK.sub("", text, count=1)) if _ANY_MARK.match(text) else 0
    end = len(text)
    while end > start and text[end - 1] in '"”’»':
        end -= 1
    return piece.part(start, end).strip()


def marked_readings(block: Mapped, opening: int, closing: int) -> Iterator[BlockReading]:
    """Return the other ways to read the marks at two offsets of a block, or of a block quotation.

    The quotations inside the quotation; it without its French "dit-il"; then, where the marks are
    single or the closing one stands behind a digit (feet and inches), the other marks that could
    close it.
    """
    body = block.part(opening + 1, closing)
    inner = tuple(
        piece
        for pair in find_marks(body.text).pairs
        if any(map(str.isalnum, (piece := body.part(pair.opening + 1, pair.closing).strip()).text))
    )
    if inner:
        yield inner
    if _INCISE.search(body.text):
        yield (without(body, _INCISE).strip(),)
    text = block.text
    if text[opening] in "'‘‚‛`":
        places = [m.start() for m in re.finditer("['’‘]", text) if m.start() > opening]
    elif text[closing - 1].isdigit():
        places = [m.start() for m in re.finditer('["”″]', text) if m.start() > closing]
    else:
        return
    candidates = [at for at in places if at != closing and _may_close(text, at)]
    for at in candidates[:_MOST_CLOSINGS]:
        yield (block.part(opening + 1, at).strip(),)


def unpaired_readings(block: Mapped, opening: int) -> Iterator[BlockReading]:
    """Return where a quotation could end whose opening mark has no partner in its paragraph."""
    rest = block.part(opening + 1, len(block.text))
    ends = [match.start() for match in _ANY_MARK.finditer(rest.text)][:_MOST_CLOSINGS]
    ends += [stop for _, stop in sentences(rest.text)[:_MOST_CLOSINGS]]
    for end in dict.fromkeys([*ends, len(rest.text)]):
        piece = _unmarked(rest.part(0, end).strip())
        if len(piece.text.split()) > 2:
            yield (piece,)
