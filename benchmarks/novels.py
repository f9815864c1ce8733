"""Quotations found in novels: `python benchmarks/novels.py FOLDER` holds them against LitBank's.

LitBank (https://github.com/dbamman/litbank, a clone of which FOLDER is) has the speech of a hundred
novels marked by hand. Counts the quotations that `wp check` finds in the same excerpts, exactly.
"""

import re
import sys
from collections import Counter
from pathlib import Path

from wp.verify.draft import read_draft
from wp.verify.quotations import extract

_NO_LETTER = re.compile(r"[\W_]+")
_MARK = re.compile("[“\"‘`]|''")
_LONGEST_EXCERPT = 120_000
_TELLING = 60


def main() -> int:
    """Print how many of the marked quotations are found, and of how many found ones are marked."""
    folder = Path(sys.argv[1])
    marked: Counter[str] = Counter()
    for annotation in sorted((folder / "quotations" / "tsv").glob("*.ann")):
        stem = annotation.name.removesuffix("_brat.ann")
        lines = annotation.read_text(encoding="utf-8").splitlines()
        expected = [line.split("\t")[6] for line in lines if line.startswith("QUOTE")]
        shown = annotation.with_suffix(".txt").read_text(encoding="utf-8")
        excerpt = _excerpt(folder / "original" / f"{stem}.txt", _letters(shown))
        draft = read_draft(stem, excerpt.encode(), "text")
        found = [one.text for one in extract(draft).quotations if not one.tentative]
        hits = (Counter(map(_letters, expected)) & Counter(map(_letters, found))).total()
        marked.update(expected=len(expected), found=len(found), hits=hits)
        if any(map(_MARK.search, expected)):
            marked.update(printed=len(expected), printed_hits=hits)
    for label, hits, total in (
        ("recall", marked["hits"], marked["expected"]),
        ("recall where marks are printed", marked["printed_hits"], marked["printed"]),
        ("precision", marked["hits"], marked["found"]),
    ):
        print(f"{label}: {hits:,} of {total:,} = {hits / total:.3f}")
    return 0


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text).lower()


def _excerpt(book: Path, letters: str) -> str:
    """Return the stretch of a book, as printed, that has the letters of an excerpt."""
    text = book.read_bytes().decode("utf-8", "replace")[:_LONGEST_EXCERPT].replace("\r\n", "\n")
    places = [at for at, sign in enumerate(text) if not _NO_LETTER.fullmatch(sign)]
    printed = "".join(text[at].lower()[:1] for at in places)
    first = printed.find(letters[:_TELLING])
    if first < 0:
        first = printed.index(letters[_TELLING // 3 : _TELLING])
    last = printed.index(letters[-40:], first) + 39
    start = text.rfind("\n\n", 0, places[first]) + 1
    end = places[last] + 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end]


if __name__ == "__main__":
    sys.exit(main())
