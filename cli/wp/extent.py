"""Which parts of the documents were searched, and which no base holds."""

from collections.abc import Collection, Iterable, Sequence

from wp.model import Base, is_chosen

_MOST = 6


def not_searched(bases: Iterable[Base]) -> list[str]:
    """Return the ids of the parts that the documents have and the bases lack, in their order.

    Where several bases are loaded an id has its document's before it.
    """
    loaded = tuple(bases)
    return [
        heading.id if len(loaded) == 1 else f"{base.document.id}:{heading.id}"
        for base in loaded
        for heading in base.document.contents
        if not heading.included
    ]


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
    from wp.safe import one_line

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
