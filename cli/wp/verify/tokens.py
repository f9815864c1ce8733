"""Words and marks as a quotation is compared by: two texts agree when their tokens do.

White space only parts tokens, so it is folded by leaving it out; glyphs of quotation marks, dashes
and ellipses each become one. Words keep their case. What stands as a token of its own (a comma, a
hyphen, a bracket) is compared like a word.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import accumulate

from wp.pattern import pattern
from wp.text import DASHES, DENSE, DENSE_NUMERALS, ELLIPSES, QUOTATION_MARKS, fold, is_even, words

ELLIPSIS = "…"
QUOTE = "'"
DASH = "-"
CLOSING = frozenset((".", ",", ";", ":", "!", "?", QUOTE, ".'", ",'", DASH))
# The punctuation of Chinese and Japanese, each as its like.
_PUNCTUATION = dict(zip("。．，、；：！？（）［］【】", "..,,;:!?()[][]", strict=True))

_QUOTE_CLASS = f"[{re.escape(QUOTATION_MARKS)}]"
_CURRENCIES = "$¢£¤¥֏₠-⃀￠￡￥"
_YEAR = r"(?:1[5-9]|20)\d\d"
# A dash that is a sign: written onto a figure and not onto what stands before it. Between two years
# it is a span's, however badly set: "2010 -2015".
_SIGN = rf"(?<![\w)\]%])(?:(?<!{_YEAR}\s)|(?!.{_YEAR}\b))[-−‐‑‒–－﹣](?=[{_CURRENCIES}]?\d)"
_POINTS = ".,。．，、"
# "(middle omitted)", as Japanese and Chinese mark it.
_OMITTED = "[(（［〔][前中后後]?略[)）］〕]|〔[…⋯]+〕"


def _pattern(letter: str, single: str) -> re.Pattern[str]:
    """Return what a token is, for these letters of words and these that stand alone."""
    return pattern(
        # Most are words, and nothing else begins with a letter.
        rf"{letter}+(?:['’‘ʼ`´′＇]{letter}+)*"
        rf"|(?:{_SIGN})?\d+(?:[.,]\d+)*"
        rf"|{_SIGN}[{_CURRENCIES}]"
        rf"{single}"
        r"|\w"
        # "* * *" between spaces or in brackets, as laws are quoted
        rf"|\.(?:\s?\.){{2,}}|[{ELLIPSES}]+\.*|(?<![^\s\[])\*(?:\s?\*){{2,}}(?![^\s\]])"
        # British and American style differ in whether a mark closes before or after the point.
        rf"|[{_POINTS}]{_QUOTE_CLASS}+|{_QUOTE_CLASS}+[{_POINTS}](?!\s?\.)"
        rf"|{_QUOTE_CLASS}(?:\s*{_QUOTE_CLASS})*"
        rf"|[{re.escape(DASHES)}]+"
        r"|[^\w\s]"
    )


_TOKEN = _pattern(r"[^\W\d_]", "")
_DENSE_SCALES = frozenset("十百千万亿萬億兆")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′＇", "'"))
_LONG_DASHES = "—―"


@cache
def _dense_token() -> re.Pattern[str]:
    """Compile what a token is in scripts without spaces, where each letter does what words do."""
    return _pattern(rf"(?:(?![{DENSE}])[^\W\d_])", rf"|{_OMITTED}|[{DENSE}]")


# Plain text sets words in italics so: "you _must_ go". An underscore by itself is a name's: _tcp.
_ITALICS = pattern(r"(?<![\w_])_(?=\w)([^_\n]+(?:\n[^_\n]+)*)(?<=[\w.,;:!?…'’”\"])_(?![\w_])")
_DENSE = pattern(f"[{DENSE}]")
# Looked for first: to compile all that is dense takes ten times as long.
_MAY_BE_DENSE = pattern("[^\x00-\u0dff\u2000-\u2dff]")


def is_word(token: str) -> bool:
    """Return whether a token is a word or number, not a mark."""
    return token[0].isalnum() or token[-1].isdigit()


def is_dense(token: str) -> bool:
    """Return whether a token is a letter of a script without spaces."""
    return len(token) == 1 and token > "\u0dff" and bool(_DENSE.match(token))


def word_count(text: str) -> int:
    """Count the words of a text; two letters of a script without spaces are one."""
    dense = sum(map(is_dense, text))
    return max(len(words(text)), (dense + 1) // 2)


def _is_one_number(left: str, right: str) -> bool:
    """Return whether two tokens of a script without spaces are of one number: "三千", "8000万"."""
    if left in DENSE_NUMERALS:
        return right in DENSE_NUMERALS or right.isdigit()
    return left[-1].isdigit() and right in _DENSE_SCALES


PlainTokens = tuple[str, bytes, bytes]
"""The tokens of a text as plain data: the tokens, their offsets, and how many words are before."""


class QuotationTokens:
    """A text's tokens, each with its offsets in the text; found by exact search in `stream`.

    `plain` is what the tokens of the same text gave as theirs.
    """

    def __init__(self, text: str, plain: PlainTokens | None = None) -> None:
        self.text = text
        self._plain = plain
        if plain:
            self.texts = plain[0].split()
            return
        self._folded = None if is_even(text) else fold(text)
        read = self._folded.text if self._folded else text
        # As long as before, so that offsets stay.
        self._read = _ITALICS.sub(r" \1 ", read) if "_" in read else read
        dense = not text.isascii() and _MAY_BE_DENSE.search(text) and _DENSE.search(text)
        self._pattern = _dense_token() if dense else _TOKEN
        self.texts = [
            token if token.isalnum() else _canonical(token)
            for token in self._pattern.findall(self._read)
        ]

    def __len__(self) -> int:
        return len(self.texts)

    @property
    def plain(self) -> PlainTokens:
        """The tokens as plain data that can be kept."""
        from array import array

        offsets = array("I", (at for span in self.spans for at in span))
        words_before = array("I", self.words_before)
        return self.stream, offsets.tobytes(), words_before.tobytes()

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
        if self._plain:
            offsets = _numbers(self._plain[1])
            return list(zip(offsets[::2], offsets[1::2], strict=True))
        found = (match.span() for match in self._pattern.finditer(self._read))
        if self._folded is None:
            return list(found)
        return [self._folded.original(*span) for span in found]

    @cached_property
    def lower(self) -> list[str]:
        """The tokens without regard to case."""
        return [token.lower() for token in self.texts]

    @cached_property
    def words_before(self) -> list[int]:
        """How many words, parted by white space, begin before each token; one entry more.

        In a script without spaces two letters count for a word.
        """
        if self._plain:
            return _numbers(self._plain[2])
        counts = [0]
        end, open_word = 0, False
        for token, (start, stop) in zip(self.texts, self.spans, strict=True):
            open_word = open_word and start == end
            begins = is_word(token) and not open_word
            # Two letters of a script without spaces are about a word.
            open_word = (open_word or begins) and not (is_dense(token) and not begins)
            counts.append(counts[-1] + begins)
            end = stop
        return counts

    def find(self, needle: Sequence[str], first: int = 0) -> list[int]:
        """Return every place (token number) from `first` on where these tokens stand in a row."""
        places: list[int] = []
        if len(needle) > len(self.texts):
            return places
        sought = " " + " ".join(needle) + " "
        at = self.stream.find(sought, self._stream_starts[first])
        while at >= 0:
            places.append(bisect_right(self._stream_starts, at) - 1)
            at = self.stream.find(sought, at + 1)
        return places

    def cut_before(self, index: int) -> bool:
        """Return whether a cut before this token would part a word, number or compound in two."""
        if not 0 < index < len(self.texts):
            return False
        start = self.spans[index][0]
        before = self.spans[index - 1]
        if before[1] != start:
            return False
        left, right = self.texts[index - 1], self.texts[index]
        if is_word(left) and is_word(right):
            if is_dense(left) or is_dense(right):
                return _is_one_number(left, right)
            return True
        if left == DASH and is_word(right):
            return self._is_hyphen(index - 1)
        if right == DASH and is_word(left):
            return self._is_hyphen(index)
        return right[0].isdigit() and unicodedata.category(left[-1]) == "Sc"

    def _is_hyphen(self, index: int) -> bool:
        """Return whether a dash stands between two words without space, as in "law-based"."""
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

    @property
    def core(self) -> list[str]:
        """The tokens without closing marks and quotation marks at the ends."""
        first, stop = strip_marks(self.texts)
        return self.texts[first:stop]

    def slice(self, first: int, stop: int) -> str:
        """Return the text from the first token to the one before `stop`, as it is written."""
        if first >= stop:
            return ""
        return self.text[self.spans[first][0] : self.spans[stop - 1][1]]


def _numbers(packed: bytes) -> list[int]:
    return memoryview(packed).cast("I").tolist()


def _canonical(token: str) -> str:
    """Return the one form of a token that holds a mark."""
    head = token[0]
    if head.isalnum():
        return token.translate(_APOSTROPHES)
    if (
        head in ELLIPSES
        or (len(token) > 2 and token[-2] in "略…⋯")
        or (len(token) > 2 and head in ".*" and token[-1] == head)
    ):
        return ELLIPSIS
    if head in DASHES:
        return DASH + token[1:] if len(token) > 1 and token[-1] not in DASHES else DASH
    if head in QUOTATION_MARKS:
        return _PUNCTUATION.get(token[-1], token[-1]) + QUOTE if token[-1] in _POINTS else QUOTE
    head = _PUNCTUATION.get(head, head)
    return head + QUOTE if len(token) > 1 else head


def strip_marks(tokens: Sequence[str], *, front: bool = True, back: bool = True) -> tuple[int, int]:
    """Return the bounds of the tokens without closing marks and quotation marks at the ends."""
    first, stop = 0, len(tokens)
    while front and first < stop and tokens[first] in CLOSING:
        first += 1
    while back and stop > first and tokens[stop - 1] in CLOSING:
        stop -= 1
    return first, stop
