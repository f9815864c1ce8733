"""Where it was looked: which parts were searched, which no base holds, what was not found there.

That `wp grep`, which counts, found nothing stands where the command does.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from wp.errors import NotFoundError
from wp.model import Base, is_chosen, not_searched
from wp.safe import one_line

if TYPE_CHECKING:
    from wp.library import Library

_MOST = 6
_MOST_LETTERS = 60
_NEAREST = 3


def searched(bases: Sequence[Base], chosen: Collection[str] = ()) -> str:
    """Return the sections that were looked in as words: "V, VI and Conclusion".

    `chosen` are section ids as `is_chosen` takes them. Several documents are named by their titles,
    many sections by their number.
    """
    if len(bases) > 1 and not chosen:
        return listed([base.document.title for base in bases])
    names = [
        section.id
        for base in bases
        for section in base.sections
        if is_chosen(chosen, section.document, section.id)
    ]
    if len(names) > _MOST:
        return f"{len(names)} sections of “{bases[0].document.title}”"
    return listed(names)


def not_held(bases: Iterable[Base]) -> str:
    """Return a sentence that names the parts no base holds; empty where all is held."""
    missing = not_searched(bases)
    return f"the base does not hold {listed(missing)}" if missing else ""


def extent(bases: Sequence[Base], chosen: Collection[str] = ()) -> str:
    """Return what was looked in, and what no base holds: "V and VI; the base does not hold I"."""
    return "; ".join(filter(None, (searched(bases, chosen), not_held(bases))))


def looked_in(bases: Sequence[Base], chosen: Collection[str] = ()) -> str:
    """Return where nothing was found: 'V and VI of “Title” (the base does not hold I)'."""
    where = searched(bases, chosen)
    if len(bases) == 1:
        title = f"“{bases[0].document.title}”"
        where = where if title in where else f"{where} of {title}"
    held = not_held(bases)
    return one_line(where, 200) + (f" ({held})" if held else "")


def listed(names: Sequence[str]) -> str:
    """Return names as people list them: "V, VI and Conclusion"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def nothing_found(library: "Library", words: str, sections: Collection[str]) -> str:
    """Return that `wp search` found nothing, where it looked, and the nearest topics."""
    nearest = library.nearest_topics(words, _NEAREST)
    hint = f"nearest topics: {', '.join(nearest)}" if nearest else "`wp topic` lists the topics"
    if _is_place(library, words):
        import shlex

        hint = f"it is a place: wp read {shlex.quote(words)}"
    return (
        f"nothing found for “{one_line(words, _MOST_LETTERS)}” in "
        f"{looked_in(library.bases, sections)}; {hint}; `wp grep` looks for the very words"
    )


def _is_place(library: "Library", words: str) -> bool:
    if not any(map(str.isdigit, words)):
        return False  # no paragraph, and what reads places need not be loaded
    from wp.search.naming import read_place

    if read_place(words) is None:
        return False
    try:
        return bool(library.places(words))
    except NotFoundError:
        return False


def nothing_chosen(
    library: "Library",
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


def nothing_near(library: "Library", words: str) -> str:
    """Return in few words that the terminal reader found nothing, and the nearest topics."""
    nearest = ", ".join(library.nearest_topics(words, _NEAREST))
    return f"Nothing found; near: {nearest}" if nearest else "Nothing found"
