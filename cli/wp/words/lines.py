"""Sorted lines of a file that is read as a whole and never parted."""

from bisect import bisect_left


def line_of(text: bytes, word: str) -> bytes | None:
    """Return the line whose first field is a word, in lines in the order of these fields.

    Tabs part the fields.
    """

    def line(place: int) -> bytes:
        return text[text.rfind(b"\n", 0, place) + 1 : text.find(b"\n", place)]

    wanted = word.encode("utf-8", "replace")
    place = bisect_left(range(len(text)), wanted, key=lambda at: line(at).partition(b"\t")[0])
    if place < len(text) and (found := line(place)).partition(b"\t")[0] == wanted:
        return found
    return None
