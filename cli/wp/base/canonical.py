"""The one form in which a fact base is written, so that a diff shows one change in one place."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, cast

from wp.base import parse
from wp.base.load import read_checked
from wp.base.rules import RuleProblem
from wp.base.schema import RawBase, RawFact, RawTopic
from wp.errors import InputError
from wp.files import MAX_BYTES, read_bytes, write_text
from wp.pattern import pattern

_LINE_BREAK = pattern(r"[ \t]*\n\s*")
_WIDTH = 100
_JSON = json.JSONEncoder(ensure_ascii=False)
_FACT_KEYS = (
    "statement", "quote", "context", "context_of", "aliases", "figures", "dates", "draft",
)  # fmt: skip
_FIGURE_KEYS = (
    "text", "value", "unit", "qualifier", "measures", "period", "context_period", "part_of",
)  # fmt: skip


def canonical(raw: RawBase) -> str:
    """Return a fact base's raw data as canonical JSON text.

    A paragraph is one line. Two spaces of indentation, UTF-8 unescaped, the fields of facts and
    figures in their fixed order, empty lists left out, one line feed at the end. What holds no
    object or list stands on one line where it fits, and aliases fill their lines. A context that
    is the quote of an earlier fact of the topic refers to that fact. Topics and facts keep their
    order: it is the order of the text.
    """
    sections = {
        section_id: section
        | {
            "paragraphs": [*map(_one_line, section["paragraphs"])],
            "topics": {key: _topic(topic) for key, topic in section["topics"].items()},
        }
        for section_id, section in raw["sections"].items()
    }
    return _written(raw | {"sections": sections}, "") + "\n"


def _topic(raw: RawTopic) -> RawTopic:
    facts = with_context_references(raw["facts"])
    return raw | {"facts": {key: _fact(fact) for key, fact in facts.items()}}


def with_context_references(facts: Mapping[str, RawFact]) -> dict[str, RawFact]:
    """Return a topic's facts with `context_of` where a context is an earlier fact's quote."""
    keys: dict[str, str] = {}
    written: dict[str, RawFact] = {}
    for key, fact in facts.items():
        if (earlier := keys.get(fact.get("context", ""))) is not None:
            fact = {**fact, "context_of": earlier}
            del fact["context"]
        written[key] = fact
        keys.setdefault(fact["quote"], key)
    return written


def _unbreak(raw: dict[str, Any]) -> None:
    """Replace line breaks in paragraphs by blanks, in data that may have any shape."""
    sections = raw.get("sections")
    for section in sections.values() if isinstance(sections, dict) else ():
        if isinstance(section, dict) and isinstance(section.get("paragraphs"), list):
            section["paragraphs"] = [
                _one_line(text) if isinstance(text, str) else text for text in section["paragraphs"]
            ]


def _one_line(text: str) -> str:
    return _LINE_BREAK.sub(" ", text.strip()) if "\n" in text else text


def _fact(raw: RawFact) -> RawFact:
    fact: Any = {key: raw.get(key) for key in _FACT_KEYS}
    fact = {key: value for key, value in fact.items() if value not in (None, [], "", False)}
    if "figures" in fact:
        fact["figures"] = [
            {key: figure[key] for key in _FIGURE_KEYS if key in figure}
            for figure in fact["figures"]
        ]
    return cast("RawFact", fact)


def _written(value: Any, indent: str, key: str = "") -> str:
    """Return JSON text for a value that is the member `key` of an object indented by `indent`."""
    members = value.values() if isinstance(value, dict) else value
    if not isinstance(value, dict | list) or not value:
        return _JSON.encode(value)
    if not any(isinstance(member, dict | list) for member in members):
        line = _JSON.encode(value)
        if len(indent) + len(key) + len(line) <= _WIDTH - len('"": ,'):
            return line
    inner = indent + "  "
    if isinstance(value, dict):
        lines = [
            f"{_JSON.encode(name)}: {_written(member, inner, name)}"
            for name, member in value.items()
        ]
    else:
        lines = [_written(member, inner) for member in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    body = _filled(lines, inner) if key == "aliases" else f",\n{inner}".join(lines)
    return f"{opening}\n{inner}{body}\n{indent}{closing}"


def _filled(words: list[str], indent: str) -> str:
    """Return the members of a list, as many on a line as fit."""
    lines = [words[0]]
    for word in words[1:]:
        if len(indent) + len(lines[-1]) + len(word) + len(", ,") <= _WIDTH:
            lines[-1] += f", {word}"
        else:
            lines.append(word)
    return f",\n{indent}".join(lines)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep other processes of `wp` that ask for it from changing files in a file's folder.

    The folder is locked and not the file, which is replaced when it is written. Where a system
    cannot lock a folder, nothing is kept from anyone.
    """
    descriptor = None
    with suppress(ImportError, OSError):
        from fcntl import LOCK_EX, flock

        descriptor = os.open(os.path.dirname(os.path.realpath(path)), os.O_RDONLY)
        flock(descriptor, LOCK_EX)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def checked_text(path: Path, raw: RawBase) -> str:
    """Return raw data as canonical text that is known to load; `path` is only named in errors."""
    content = file_bytes(path, raw)
    read_checked(path, content)
    return content.decode()


def file_bytes(path: Path, raw: RawBase) -> bytes:
    """Return raw data as the bytes of a file in canonical form; InputError where it is too large.

    Whether they load is not looked at.
    """
    content = canonical(raw).encode()
    if len(content) > MAX_BYTES:
        raise InputError(
            path,
            f"would be larger than {MAX_BYTES // 1024**2} MB, the most that a fact base may have",
            remedy="split the document",
        )
    return content


def rewrite(path: Path) -> None:
    """Rewrite a fact base file in the canonical form, unless it has it already.

    Line breaks in paragraphs are the one thing that is mended in a file that would not load
    otherwise; InputError for every other.
    """
    with alone(path):
        content = read_bytes(path)
        raw: Any = parse(path, content)
        _unbreak(raw)
        read_checked(path, json.dumps(raw).encode())
        text = canonical(raw)
        if text.encode() != content:
            write_text(path, text)


def form_problems(path: Path) -> list[RuleProblem]:
    """Return where a fact base file departs from the canonical form."""
    content = read_bytes(path)
    raw: Any = parse(path, content)
    text = canonical(raw)
    if text.encode() == content:
        return []
    lines = zip(text.splitlines(), content.decode("utf-8-sig").splitlines(), strict=False)
    number = next((n for n, (wanted, is_) in enumerate(lines, 1) if wanted != is_), 0)
    place = f"line {number}" if number else "end of file"
    return [
        RuleProblem(
            "canonical-form",
            place,
            "is not in the canonical form",
            "`wp base validate --fix` rewrites it",
        )
    ]
