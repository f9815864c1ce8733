"""`wp base list`, `add`, `remove`: the user's library of fact bases."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wp.commands import options
from wp.commands.result import WRONG_USE, Drawn, end, tell
from wp.english import counted
from wp.errors import InputError, UsageError
from wp.safe import one_line
from wp.show import write

if TYPE_CHECKING:
    from wp.base import Chosen
    from wp.model import Base
    from wp.show.record_types import BaseRecord

_FIELDS = tuple(
    "document title edition published sections topics facts text_sha256 file_sha256 origin "
    "path".split()
)


def list_(
    facts: options.Facts = None,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """List the loaded fact bases, with checksums and origin.

    A file that is no valid base is told on standard error, with exit status 2; the others are
    listed all the same.
    """
    from wp.base import chosen_bases

    reply = options.reply(format, json, plain, no_color)
    chosen = chosen_bases(facts or ())
    bases, failed = _read_each(chosen)
    records = [_record(base, path, chosen.origin) for base, path in bases]

    def view() -> Drawn:
        from wp.show.base_view import bases_view

        drafts = [sum(fact.draft for fact in base.facts()) for base, _ in bases]
        return [bases_view(records, drafts)]

    reply.give(_FIELDS, lambda: records, view)
    for error in failed:
        tell(str(error))
    if failed:
        end(WRONG_USE)


def add(
    files: Annotated[
        list[Path] | None,
        options.file_argument("[FILE]...", "Fact bases, or documents to be drafted, to add."),
    ] = None,
    builtin: Annotated[
        bool, typer.Option("--builtin", help="Add a copy of the built-in base.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in the place of one with the same document.")
    ] = False,
) -> None:
    """Add fact bases to your library, the data folder.

    Each file is checked and copied there; commands then read it without --facts. Of a document the
    base drafted from it is kept. The built-in base is read only while your library is empty;
    --builtin adds it to the others.
    """
    from wp.base import builtin_path, folder, kept_files
    from wp.library.given import base_bytes

    sources = [*(files or ()), *([builtin_path()] if builtin else ())]
    if not sources:
        raise UsageError("no fact base to add", remedy="name a file, or give --builtin")
    bases = [options.base_at(source) for source in sources]
    was_empty = not kept_files()
    for source, base in zip(sources, bases, strict=True):
        added = folder.add(source, base_bytes(source), replace=replace)
        done = "Replaced" if added.replaced else "Added"
        write(f"{done} {added.document}: {one_line(str(added.path), 2000)}\n")
        _tell_problems(base, added.path)
    if was_empty and not builtin:
        tell("the built-in base is no longer read; `wp base add --builtin` adds it too")


def _tell_problems(base: "Base", path: Path) -> None:
    """Tell in one line how many drafts a base holds, and how many rules it breaks."""
    from shlex import quote

    from wp.base.rules import problems

    found = problems(base)
    drafts = sum(problem.rule == "drafts-reviewed" for problem in found)
    counts = ((len(found) - drafts, "problem"), (drafts, "draft"))
    told = ", ".join(counted(count, name) for count, name in counts if count)
    if told:
        command = f"`wp base validate {quote(str(path))}`"
        tell(f"{base.document.id} is not clean: {told}; {command} lists them")


def remove(
    documents: Annotated[
        list[str],
        typer.Argument(
            metavar="DOCUMENT...",
            help="A document's id, or the name of its file in the data folder.",
            autocompletion=options.complete_kept,
        ),
    ],
) -> None:
    """Take fact bases out of your library.

    Each is looked for before the first goes. A file that is no valid base can be taken out too.
    When the last is gone, the built-in base is read again.
    """
    from wp.base import folder

    for path in dict.fromkeys([folder.named(document) for document in documents]):
        folder.remove(path)
        write(f"Removed {one_line(str(path), 2000)}\n")


def _read_each(chosen: "Chosen") -> tuple[list[tuple["Base", Path]], list[InputError]]:
    """Read the bases at once where all are good, else one by one."""
    from wp.library import open_chosen

    try:
        return list(zip(open_chosen(chosen).bases, chosen.paths, strict=True)), []
    except InputError as error:
        bases = []
        failed = {error.path: error}
        for path in chosen.paths:
            if path not in failed:
                try:
                    bases.append((open_chosen(chosen._replace(paths=[path])).bases[0], path))
                except InputError as other:
                    failed[path] = other
        return bases, list(failed.values())


def _record(base: "Base", path: Path, origin: str) -> "BaseRecord":
    from wp.model import text_digest

    return {
        "document": base.document.id,
        "title": base.document.title,
        "edition": base.document.edition or None,
        "published": base.document.published,
        "sections": len(base.sections),
        "topics": sum(1 for _ in base.topics()),
        "facts": sum(1 for _ in base.facts()),
        "text_sha256": text_digest(base),
        "file_sha256": base.digest,
        "origin": origin,
        "path": str(path),
    }
