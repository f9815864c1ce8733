"""`wp verify --jsonl`: one quotation a line in, one verdict a line out, in order and at once."""

import json
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

from wp.commands import options
from wp.commands.result import FOUND, NOT_FOUND, WRONG_USE
from wp.errors import UsageError, WpError
from wp.library import Library
from wp.library.source_texts import Source, source
from wp.verify.verdict import CLEAN
from wp.version import RULES

_KEPT = 8
_LONGEST = 4 * 1024 * 1024
_FIELDS = {"quotation", "source", "place"}
_ON_EACH_LINE = 'give {"quotation": "…"} on each line'


def answer_lines(facts: list[Path] | None) -> int:
    """Answer every line of standard input; return the exit status.

    A line is {"quotation", "source"?, "place"?}: `source` is a text, or an object of texts by name,
    in place of the loaded bases; `place` the name of a text, or a section, that the quotation is
    held to. A line that cannot be answered gets {"error"}, and the status is 2 in the end.
    """
    library: Library | None = None
    status = FOUND
    while line := sys.stdin.buffer.readline(_LONGEST + 1):
        if not line.strip():
            continue
        try:
            asked = _read(line)
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


def _read(line: bytes) -> dict[str, Any]:
    if len(line) > _LONGEST:
        raise UsageError(f"the line is longer than {_LONGEST // 1024**2} MB", remedy="split it")
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        raise UsageError("the line is not valid JSON", remedy=_ON_EACH_LINE) from None
    if not isinstance(asked, dict) or not isinstance(asked.get("quotation"), str):
        raise UsageError("the line has no text under quotation", remedy=_ON_EACH_LINE)
    if unknown := ", ".join(map(repr, sorted(set(asked) - _FIELDS))):
        remedy = "give quotation, source and place"
        raise UsageError(f"the line has {unknown}, which is not known", remedy=remedy)
    if not isinstance(asked.get("place", ""), str):
        raise UsageError("place is no text", remedy="give the name of a text or a section")
    return asked


def _held_against_text(asked: dict[str, Any]) -> dict[str, Any]:
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


@lru_cache(maxsize=_KEPT)
def _held(texts: str | tuple[tuple[str, str], ...]) -> Source:
    """Return texts made ready: many quotations of an answer are held against the same passages."""
    return source(texts if isinstance(texts, str) else dict(texts))


def _held_against_bases(library: Library, asked: dict[str, Any]) -> dict[str, Any]:
    from wp.show.records import verdict_record

    verdict = library.verify(asked["quotation"], within=asked.get("place"))
    base = library.base(verdict.document) if verdict.document else library.bases[0]
    return verdict_record(library, verdict) | {"sha256": base.digest, "rules": RULES}
