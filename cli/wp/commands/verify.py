"""`wp verify`: is this quotation exact?

With --jsonl one quotation a line goes in and one verdict a line comes out, in order and at once.
"""

import sys
from functools import lru_cache
from os.path import isfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wp.commands import options
from wp.commands.result import FOUND, NOT_FOUND, WRONG_USE, Drawn, end
from wp.errors import UsageError, WpError
from wp.library.compiled import compiled_patterns
from wp.safe import printable

if TYPE_CHECKING:
    from wp.library import Library
    from wp.library.given import Source

_FIELDS = ("verdict", "section", "paragraph", "quotation", "source", "changes", "warnings", "url")
_KEPT_SOURCES = 8
_LONGEST_LINE = 4 * 1024 * 1024
_LINE_FIELDS = {"quotation", "source", "place"}
_ON_EACH_LINE = 'give {"quotation": "…"} on each line'


Quotation = Annotated[
    list[str] | None,
    typer.Argument(metavar="QUOTATION...", help="The words to check; - reads them."),
]
Lines = Annotated[
    bool,
    typer.Option(
        "--lines", help="Take each argument, or each line of - or of a file, as a quotation."
    ),
]
JsonLines = Annotated[
    bool,
    typer.Option("--jsonl", help='Answer lines of JSON on standard input: {"quotation": …}.'),
]


def verify(
    quotation: Quotation = None,
    lines: Lines = False,
    jsonl: JsonLines = False,
    facts: options.Facts = None,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Tell whether a quotation is exact, and in which words it is not.

    Exit status 0: verbatim, or elided with marks. 1: altered or missing; with --lines, one of them.
    """
    from wp.show.verdict_records import verdict_record
    from wp.verify.verdict import CLEAN

    if jsonl:
        end(_answer_lines(facts))
    reply = options.reply(format, json, plain, no_color)
    asked = _asked(quotation or [], lines)
    library = options.library_from(facts)
    with compiled_patterns():
        verdicts = [library.verify(words) for words in asked]
        records = [verdict_record(library, verdict) for verdict in verdicts]

    def view() -> Drawn:
        from wp.show.verdict_view import verdict_view

        views = [verdict_view(library, *pair) for pair in zip(verdicts, records, strict=True)]
        if not lines:
            return views
        heads = [f"“{printable(words)}”" for words in asked]
        return [part for pair in zip(heads, views, strict=True) for part in (*pair, "")]

    if reply.form == "json":
        from wp.show import to_json, write

        write(to_json(records if lines else records[0]))
    else:
        reply.give(_FIELDS, lambda: records, view, library)
    if any(verdict.verdict not in CLEAN for verdict in verdicts):
        end(NOT_FOUND)


def _asked(given: list[str], lines: bool) -> list[str]:
    """Return the quotations of the arguments, each line by itself with `lines`.

    UsageError where no word is in them.
    """
    if lines and given != ["-"]:
        given = [*map(_text_of, given)]
    else:
        given = [options.typed(given, "the quotation")]
    if lines:
        given = [line.strip() for text in given for line in text.splitlines()]
    # A line such as "---" parts quotations.
    asked = [text for text in given if any(map(str.isalnum, text))]
    if not asked:
        blank = not any(map(str.strip, given))
        problem = "the quotation is empty" if blank else "the quotation has no word in it"
        raise UsageError(problem, remedy='try: wp verify "words of the document"')
    return asked


def _text_of(argument: str) -> str:
    """Return what a file holds that an argument names, else the argument itself."""
    if not isfile(argument):
        return argument
    from wp.documents.read import decode
    from wp.files import read_bytes

    return decode(argument, read_bytes(Path(argument))).text


def _answer_lines(facts: list[Path] | None) -> int:
    """Answer every line of standard input; return the exit status.

    A line is {"quotation", "source"?, "place"?}: `source` is a text, or an object of texts by name,
    in place of the loaded bases; `place` the name of a text, or a section, that the quotation is
    held to. A line that cannot be answered gets {"error"}, and the status is 2 in the end.
    """
    import json

    from wp.verify.verdict import CLEAN

    library: Library | None = None
    status = FOUND
    while line := sys.stdin.buffer.readline(_LONGEST_LINE + 1):
        if not line.strip():
            continue
        try:
            asked = _read_line(line)
            if "source" in asked:
                record = _held_against_text(asked)
            else:
                library = library or options.library_from(facts)
                record = _held_against_bases(library, asked)
            status = max(status, FOUND if record["verdict"] in CLEAN else NOT_FOUND)
        except WpError as error:
            record, status = {"error": str(error)}, WRONG_USE
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return status


def _read_line(line: bytes) -> dict[str, Any]:
    import json

    if len(line) > _LONGEST_LINE:
        raise UsageError(
            f"the line is longer than {_LONGEST_LINE // 1024**2} MB", remedy="split it"
        )
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        raise UsageError("the line is not valid JSON", remedy=_ON_EACH_LINE) from None
    if not isinstance(asked, dict) or not isinstance(asked.get("quotation"), str):
        raise UsageError("the line has no text under quotation", remedy=_ON_EACH_LINE)
    if unknown := ", ".join(map(repr, sorted(set(asked) - _LINE_FIELDS))):
        remedy = "give quotation, source and place"
        raise UsageError(f"the line has {unknown}, which is not known", remedy=remedy)
    if not isinstance(asked.get("place", ""), str):
        raise UsageError("place is no text", remedy="give the name of a text or a section")
    return asked


def _held_against_text(asked: dict[str, Any]) -> dict[str, Any]:
    from wp import RULES

    texts = asked["source"]
    named = isinstance(texts, dict) and all(isinstance(text, str) for text in texts.values())
    if not (isinstance(texts, str) or named):
        raise UsageError("source is no text", remedy="give a text, or texts by their names")
    held = _held(texts if isinstance(texts, str) else tuple(texts.items()))
    verdict = held.verify(asked["quotation"], within=asked.get("place"))
    return {
        "quotation": verdict.quotation,
        "verdict": verdict.verdict,
        "source": verdict.source,
        "place": verdict.section if isinstance(texts, dict) else None,
        "start": verdict.start,
        "end": verdict.end,
        "changes": [change._asdict() for change in verdict.changes],
        "warnings": list(verdict.warnings),
        "sha256": held.sha256,
        "rules": RULES,
    }


@lru_cache(maxsize=_KEPT_SOURCES)
def _held(texts: str | tuple[tuple[str, str], ...]) -> "Source":
    """Return texts made ready: many quotations of an answer are held against the same passages."""
    from wp.library.given import source

    return source(texts if isinstance(texts, str) else dict(texts))


def _held_against_bases(library: "Library", asked: dict[str, Any]) -> dict[str, Any]:
    from wp import RULES
    from wp.show.verdict_records import verdict_record

    verdict = library.verify(asked["quotation"], within=asked.get("place"))
    base = library.base(verdict.document) if verdict.document else library.bases[0]
    return verdict_record(library, verdict) | {"sha256": base.digest, "rules": RULES}
