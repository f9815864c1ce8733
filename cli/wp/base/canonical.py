"""The one form in which a fact base is written, so that a diff shows one change in one place."""

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from wp.base.read import parse, read_bytes
from wp.base.rules import Problem

_FACT_KEYS = ("statement", "quote", "context", "aliases", "figures", "dates", "draft")
_FIGURE_KEYS = (
    "text",
    "value",
    "unit",
    "qualifier",
    "measures",
    "period",
    "context_period",
    "part_of",
)


def canonical(raw: dict[str, Any]) -> str:
    """Give a fact base's raw data as canonical JSON text.

    Two spaces of indentation, UTF-8 unescaped, the fields of facts and figures in their fixed
    order, empty lists left out, one line feed at the end. Topics and facts keep their order: it is
    the order of the text.
    """
    sections = {
        section_id: section
        | {
            "topics": {
                key: topic | {"facts": {k: _fact(f) for k, f in topic["facts"].items()}}
                for key, topic in section["topics"].items()
            }
        }
        for section_id, section in raw["sections"].items()
    }
    return json.dumps(raw | {"sections": sections}, ensure_ascii=False, indent=2) + "\n"


def _fact(raw: dict[str, Any]) -> dict[str, Any]:
    fact = {key: raw[key] for key in _FACT_KEYS if raw.get(key) not in (None, [], "", False)}
    if "figures" in fact:
        fact["figures"] = [_figure(figure) for figure in fact["figures"]]
    return fact


def _figure(raw: dict[str, Any]) -> dict[str, Any]:
    return {key: raw[key] for key in _FIGURE_KEYS if key in raw}


def write_atomically(path: Path, text: str) -> None:
    """Write a text file so that it is either wholly there or unchanged."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".tmp")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        if path.exists():
            os.chmod(name, path.stat().st_mode)
        else:
            os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def rewrite(path: Path) -> None:
    """Put a fact base file into the canonical form; a file that is in it is left alone."""
    content = read_bytes(path)
    text = canonical(parse(path, content))
    if text.encode() != content:
        write_atomically(path, text)


def form_problems(path: Path) -> list[Problem]:
    """Tell whether a fact base file is in the canonical form, and where it first departs."""
    content = read_bytes(path)
    text = canonical(parse(path, content))
    if text.encode() == content:
        return []
    lines = zip(text.splitlines(), content.decode("utf-8-sig").splitlines(), strict=False)
    number = next((n for n, (wanted, is_) in enumerate(lines, 1) if wanted != is_), 0)
    place = f"line {number}" if number else "end of file"
    return [
        Problem(
            "canonical-form",
            place,
            "is not in the canonical form",
            "`wp base validate --fix` rewrites it",
        )
    ]
