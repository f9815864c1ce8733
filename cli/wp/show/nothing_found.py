"""Messages for a search or choice without result: what was looked for, where, what to try instead.

That of `wp grep`, which counts, stands where the command does.
"""

import shlex
from collections.abc import Collection, Sequence

from wp.errors import NotFoundError
from wp.extent import looked_in
from wp.library import Library
from wp.safe import one_line
from wp.search.naming import read_place

_MOST_LETTERS = 60
_NEAREST = 3


def by_search(library: Library, words: str, sections: Collection[str]) -> str:
    """Return that `wp search` found nothing, where it looked, and the nearest topics."""
    nearest = library.nearest_topics(words, _NEAREST)
    hint = f"nearest topics: {', '.join(nearest)}" if nearest else "`wp topic` lists the topics"
    if _is_place(library, words):
        hint = f"it is a place: wp read {shlex.quote(words)}"
    return (
        f"nothing found for “{one_line(words, _MOST_LETTERS)}” in "
        f"{looked_in(library.bases, sections)}; {hint}; `wp grep` looks for the very words"
    )


def _is_place(library: Library, words: str) -> bool:
    if read_place(words) is None:
        return False
    try:
        return bool(library.places(words))
    except NotFoundError:
        return False


def by_choice(
    library: Library,
    words: str,
    sections: Collection[str],
    among: int,
    kind: str,
    hints: Sequence[str],
) -> str:
    """Return that `wp figures` or `wp timeline` found nothing, and why.

    `among` is how many facts were chosen, none of which has a `kind` ("figure", "date") that was
    asked for; `hints` tell what else was left out.
    """
    asked = f" for “{one_line(words, _MOST_LETTERS)}”" if words else ""
    if among:
        why = [f"none of the {among} facts chosen has a {kind} that fits the options"]
    else:
        why = [] if words else ["no fact is in all of these sections and topics"]
    more = (hint[:1].lower() + hint[1:].rstrip(".") for hint in hints)
    return "; ".join([f"nothing found{asked} in {looked_in(library.bases, sections)}", *why, *more])


def by_reader(library: Library, words: str) -> str:
    """Return in few words that the terminal reader found nothing, and the nearest topics."""
    nearest = ", ".join(library.nearest_topics(words, _NEAREST))
    return f"Nothing found; near: {nearest}" if nearest else "Nothing found"
