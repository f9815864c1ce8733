"""What is said to a first word that is no command, and which documents the help tells of."""

import shlex
from collections.abc import Sequence

from wp.errors import UsageError, WpError

_FLAGS = ("--json", "--plain", "--no-color")
_WITH_VALUE = {
    "--facts": "FILE",
    "--format": "FORM",
    "--limit": "COUNT",
    "--section": "ID",
    "--topic": "NAME",
    "-f": "FORM",
    "-n": "COUNT",
    "-s": "ID",
    "-t": "NAME",
}
_LIKE = 0.75


def no_command(words: Sequence[str], commands: Sequence[str]) -> UsageError:
    """Return what helps where the first word is no command: the one meant, or how to search."""
    from difflib import get_close_matches

    word = words[0]
    if meant := get_close_matches(word.lower(), commands, 1, _LIKE):
        return UsageError(f"no command {word!r}", remedy=f"did you mean: wp {meant[0]}")
    query = " ".join(shlex.quote(each) for each in words)
    return UsageError(f"no command {word!r}", remedy=f"to look it up: wp search {query}")


def option_first(option: str, arguments: Sequence[str]) -> UsageError | None:
    """Return where an option of the commands belongs that stands before one; None for others.

    Where a command was typed too, it is shown with the option behind it.
    """
    if option not in _FLAGS and option not in _WITH_VALUE:
        return None
    place = next((n for n, word in enumerate(arguments) if word.partition("=")[0] == option), 0)
    size = 2 if option in _WITH_VALUE and arguments[place] == option else 1
    moved, rest = arguments[place : place + size], [*arguments[:place], *arguments[place + size :]]
    if len(moved) == size and rest and not rest[0].startswith("-"):
        typed = shlex.join([*rest, *moved])
        return UsageError(f"{option} goes behind the command", remedy=f"try: wp {typed}")
    value = f" {_WITH_VALUE[option]}" if option in _WITH_VALUE else ""
    return UsageError(
        f"{option} goes behind the command", remedy=f"for instance: wp search QUERY {option}{value}"
    )


def loaded() -> str:
    """Return which documents are looked in, a line each, or why they cannot be read."""
    from wp.base.location import chosen_bases
    from wp.extent import searched
    from wp.library import open_chosen
    from wp.safe import one_line
    from wp.show.documents import published

    try:
        chosen = chosen_bases(())
        if any(path.suffix.lower() != ".json" for path in chosen.paths):
            # To read a document takes longer than anybody waits for help.
            return f"Loaded: {', '.join(str(path) for path in chosen.paths)}"
        library = open_chosen(chosen)
    except WpError as error:
        return f"Loaded: nothing; {one_line(str(error), 300)}"
    lines = []
    for base in library.bases:
        count = sum(1 for _ in base.facts())
        parts = searched((base,))
        extent = f"{parts}; {count} facts" if len(base.sections) <= 6 else f"{count} facts"
        document = base.document
        lines.append(f"Loaded: {document.title}, {published(document.published)} ({extent})")
    return "\n".join(one_line(line, 300) for line in lines)
