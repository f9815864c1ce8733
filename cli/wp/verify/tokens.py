"""Words and marks as a quotation is compared by: two texts agree when their tokens do.

White space only parts tokens, so it is folded by leaving it out; glyphs of quotation marks, dashes
and ellipses each become one. Words keep their case. What stands as a token of its own (a comma, a
hyphen, a bracket) is compared like a word.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

# The glyphs that `fold` evens out; here they are matched in place, which keeps offsets for free.
from wp.text import DASHES, INVISIBLE, QUOTATION_MARKS, fold

ELLIPSIS = "…"
QUOTE = "'"
DASH = "-"
CLOSING = frozenset((".", ",", ";", ":", "!", "?", QUOTE, ".'", ",'", DASH))

_QUOTE_CLASS = f"[{re.escape(QUOTATION_MARKS)}]"
_CURRENCIES = "$¢£¤¥֏₠-⃀￠￡￥"
# A dash that is a sign: written onto a figure, not onto or just behind another.
_SIGN = rf"(?<![\w)\]%])(?<!\d\s)[-−‐‑–－﹣](?=[{_CURRENCIES}]?\d)"
_TOKEN = re.compile(
    rf"(?:{_SIGN})?\d+(?:[.,]\d+)*"
    rf"|{_SIGN}[{_CURRENCIES}]"
    r"|[^\W\d_]+(?:['’‘ʼ`´′＇][^\W\d_]+)*"
    r"|\w"
    r"|\.(?:\s?\.){2,}|…+\.*"
    # British and American style differ in whether a mark closes before or after the point.
    rf"|[.,]{_QUOTE_CLASS}+|{_QUOTE_CLASS}+[.,](?!\s?\.)"
    rf"|{_QUOTE_CLASS}(?:\s*{_QUOTE_CLASS})*"
    rf"|[{re.escape(DASHES)}]+"
    r"|[^\w\s]"
)
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′＇", "'"))
_UNEVEN = re.compile(f"[{INVISIBLE}]")
_LONG_DASHES = "—―"


def is_word(token: str) -> bool:
    """Whether a token is a word or number, not a mark."""
    return token[0].isalnum() or token[-1].isdigit()


class Tokens:
    """A text's tokens, each with its offsets in the text; found by exact search in `stream`."""

    def __init__(self, text: str) -> None:
        self.text = text
        folded = None
        if not text.isascii() and (
            _UNEVEN.search(text) or not unicodedata.is_normalized("NFC", text)
        ):
            folded = fold(text)
        self._folded = folded
        self.texts: list[str] = [
            token if token.isalnum() else _canonical(token)
            for token in _TOKEN.findall(folded.text if folded else text)
        ]

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def stream(self) -> str:
        """The tokens with a space before and after each."""
        return " " + " ".join(self.texts) + " "

    @cached_property
    def _stream_starts(self) -> list[int]:
        return list(accumulate((len(token) + 1 for token in self.texts), initial=0))

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Start and end of each token in `text`."""
        if self._folded is None:
            return [match.span() for match in _TOKEN.finditer(self.text)]
        original = self._folded.original
        return [original(*match.span()) for match in _TOKEN.finditer(self._folded.text)]

    @cached_property
    def lower(self) -> list[str]:
        """The tokens without regard to case."""
        return [token.lower() for token in self.texts]

    @cached_property
    def words_before(self) -> list[int]:
        """How many words, parted by white space, begin before each token; one entry more."""
        counts = [0]
        end, open_word = 0, False
        for token, (start, stop) in zip(self.texts, self.spans, strict=True):
            open_word = open_word and start == end
            begins = is_word(token) and not open_word
            open_word = open_word or begins
            counts.append(counts[-1] + begins)
            end = stop
        return counts

    def find(self, needle: Sequence[str], first: int = 0) -> list[int]:
        """Give every place (token number) from `first` on where these tokens stand in a row."""
        sought = " " + " ".join(needle) + " "
        places = []
        at = self.stream.find(sought, self._stream_starts[first])
        while at >= 0:
            places.append(bisect_right(self._stream_starts, at) - 1)
            at = self.stream.find(sought, at + 1)
        return places

    def cut_before(self, index: int) -> bool:
        """Whether a cut before this token would part a word, number or compound in two."""
        if not 0 < index < len(self.texts):
            return False
        start = self.spans[index][0]
        before = self.spans[index - 1]
        if before[1] != start:
            return False
        left, right = self.texts[index - 1], self.texts[index]
        if is_word(left) and is_word(right):
            return True
        if left == DASH and is_word(right):
            return self._is_hyphen(index - 1)
        if right == DASH and is_word(left):
            return self._is_hyphen(index)
        return right[0].isdigit() and unicodedata.category(left[-1]) == "Sc"

    def _is_hyphen(self, index: int) -> bool:
        """Whether a dash stands between two words without space, as in "law-based"."""
        if not 0 < index < len(self.texts) - 1:
            return False
        start, end = self.spans[index]
        return (
            end - start == 1
            and self.text[start] not in _LONG_DASHES
            and self.spans[index - 1][1] == start
            and self.spans[index + 1][0] == end
            and is_word(self.texts[index - 1])
            and is_word(self.texts[index + 1])
        )

    def whole(self, first: int, stop: int) -> tuple[int, int]:
        """Widen a run of tokens until it cuts no word, number or compound."""
        while self.cut_before(first):
            first -= 1
        while self.cut_before(stop):
            stop += 1
        return first, stop

    def slice(self, first: int, stop: int) -> str:
        """Give the text from the first token to the one before `stop`, as it is written."""
        if first >= stop:
            return ""
        return self.text[self.spans[first][0] : self.spans[stop - 1][1]]


def _canonical(token: str) -> str:
    """Give the one form of a token that holds a mark."""
    head = token[0]
    if head.isalnum():
        return token.translate(_APOSTROPHES)
    if head == "…" or (head == "." and token.count(".") > 2):
        return ELLIPSIS
    if head in DASHES:
        return DASH + token[1:] if len(token) > 1 and token[-1] not in DASHES else DASH
    if head in QUOTATION_MARKS:
        return token[-1] + QUOTE if token[-1] in ".," else QUOTE
    return head + QUOTE if len(token) > 1 else token


def strip_marks(tokens: Sequence[str], *, front: bool = True, back: bool = True) -> tuple[int, int]:
    """Give the bounds of the tokens without closing punctuation and quotation marks at the ends."""
    first, stop = 0, len(tokens)
    while front and first < stop and tokens[first] in CLOSING:
        first += 1
    while back and stop > first and tokens[stop - 1] in CLOSING:
        stop -= 1
    return first, stop
