"""Shell completion: names from the loaded bases, with their titles as help.

Typer's script for zsh evaluates what it gets, bash splits it and expands its wildcards, and rich
takes brackets in it for markup. So a title is words here, never shell code: of help only letters,
digits and a few marks are left, and a name of any other form is not offered.
"""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path

import typer

from wp.errors import WpError
from wp.library import Library, Watcher, open_library
from wp.pattern import pattern

_NAME = pattern(r"[A-Za-z0-9][A-Za-z0-9._:-]*")
_KEPT_MARKS = " ,.-–—’"
_WIDTH = 120

Offered = list[tuple[str, str]]


def offered(
    names: Iterable[tuple[str, str]], incomplete: str, key: Callable[[str], str] = str
) -> Offered:
    """Return the (name, help) pairs that begin with what was typed, both harmless to every shell.

    `key` makes names and what was typed alike where case does not matter.
    """
    return [
        (name, plain_help(title))
        for name, title in names
        if key(name).startswith(key(incomplete)) and _NAME.fullmatch(name)
    ]


def plain_help(text: str) -> str:
    """Return the first words of a text without what a shell could act on."""
    from unicodedata import category

    kept = (
        one if one in _KEPT_MARKS or one.isalnum() or category(one) in ("Mn", "Mc") else " "
        for one in text[: 4 * _WIDTH].replace("'", "’")
    )  # fmt: skip
    words = " ".join("".join(kept).split())
    return words if len(words) <= _WIDTH else words[:_WIDTH].rpartition(" ")[0] or words[:_WIDTH]


def _completer(
    *kinds: Callable[[Library], Iterable[tuple[str, str]]],
) -> Callable[[typer.Context, str], Offered]:
    """Return what completes names, with their titles as help: of the first kind that has some."""

    def complete(ctx: typer.Context, incomplete: str) -> Offered:
        for names in kinds:
            if found := _of_library(ctx, names, incomplete):
                return found
        return []

    return complete


def _sections(library: Library) -> Iterable[tuple[str, str]]:
    return ((library.name(s.document, s.id), s.title) for s in library.sections())


def _facts(library: Library) -> Iterable[tuple[str, str]]:
    return ((library.qualify(fact), fact.statement) for fact in library.facts)


def _tails(library: Library) -> Iterable[tuple[str, str]]:
    """Yield the shortest tail of each fact's id that no other has."""
    tails = [fact.id.rpartition(".")[2] for fact in library.facts]
    often = Counter(tails)
    for fact, tail in zip(library.facts, tails, strict=True):
        yield (tail if often[tail] == 1 else fact.id.partition(".")[2]), fact.statement


def _topics(library: Library) -> Iterable[tuple[str, str]]:
    return ((library.name(t.document, t.key), t.title) for t in library.topics())


def _units(library: Library) -> Iterable[tuple[str, str]]:
    return ((unit, "") for unit in dict.fromkeys(f.unit for x in library.facts for f in x.figures))


def _documents(library: Library) -> Iterable[tuple[str, str]]:
    return ((base.document.id, base.document.title) for base in library.bases)


complete_section = _completer(_sections)
complete_topic = _completer(_topics)
# Where no id begins so, the tail of one.
complete_fact = _completer(_facts, _tails)
complete_place = _completer(_sections, _facts, _tails)
complete_unit = _completer(_units)
complete_document = _completer(_documents)


@contextmanager
def whole_words_in_bash() -> Iterator[None]:
    """Complete words with colons in bash, which parts them there and is told what follows.

    What it hands over is put together again, and what is printed inside is cut likewise.
    """
    parted = os.environ.get("COMP_WORDS", "").split("\n")
    at = int(os.environ.get("COMP_CWORD", "0"))
    words: list[str] = []
    current = len(parted)
    for number, word in enumerate(parted):
        if words and (word == ":" or words[-1].endswith(":")):
            words[-1] += word
        else:
            words.append(word)
        if number == at:
            current = len(words) - 1
    os.environ |= {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(current)}
    cut = words[current].rfind(":") + 1 if current < len(words) else 0
    printed = StringIO()
    try:
        with redirect_stdout(printed):
            yield
    finally:
        sys.stdout.write("".join(f"{line[cut:]}\n" for line in printed.getvalue().splitlines()))


def complete_kept(incomplete: str) -> Offered:
    """Complete what `wp base remove` takes: documents of the data folder, or names of files."""
    from wp.base.folder import kept

    try:
        names = [(file.document or file.path.name, "") for file in kept()]
    except WpError:
        return []
    return offered(names, incomplete)


class _Hurried(Watcher):
    """Leaves off where a key press would wait long: a document or large base was never read."""

    def indexing(self, done: int, whole: int) -> None:
        raise WpError("the bases have not been indexed yet")

    def drafting(self, path: Path, done: int, whole: int) -> None:
        raise WpError(f"{path} has not been read yet")


def _of_library(
    ctx: typer.Context, names: Callable[[Library], Iterable[tuple[str, str]]], incomplete: str
) -> Offered:
    """Offer names of the bases that the line names, else the usual ones.

    None where one is unusable, which a command will tell.
    """
    # Typer has rich break help into lines of this width, and to fish each line is a name.
    os.environ["COLUMNS"] = str(10 * _WIDTH)
    given = ctx.params.get("facts") or ()
    try:
        return offered(names(open_library([*map(Path, given)], _Hurried())), incomplete, str.lower)
    except WpError:
        return []
