"""The JSON Schema of a fact base: the form that `wp base schema` prints and loading checks."""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from wp.base.read import wrong_shape

_KEY = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_LINES = frozenset(("statement", "quote", "context"))

SCHEMA_PATH = Path(__file__).with_name("facts.schema.json")


def schema_text() -> str:
    """Give the JSON Schema (draft 7) of a fact base as text."""
    return SCHEMA_PATH.read_text(encoding="utf-8")


def validator() -> Callable[[Any], Any]:
    """Compile the schema: a function that raises fastjsonschema.JsonSchemaValueException."""
    import fastjsonschema

    check: Callable[[Any], Any] = fastjsonschema.compile(json.loads(schema_text()))
    return check


def check_shape(
    path: Path, check: Callable[[Any], Any], value: Any, place: tuple[str, ...]
) -> None:
    """Hold a part of a base, which stands at `place`, against its compiled schema.

    InputError names the place inside it and what the schema asks there.
    """
    from fastjsonschema import JsonSchemaValueException

    try:
        check(value)
    except JsonSchemaValueException as error:
        inner = tuple(str(step) for step in error.path[1:])
        problem = str(error.message).removeprefix(str(error.name)).strip()
        raise wrong_shape(path, problem, (*place, *inner)) from None


def is_plain_key(key: str) -> bool:
    """Tell whether a key is one that the schema allows."""
    return _KEY.fullmatch(key) is not None


def is_plain_fact(fact: Any) -> bool:
    """Tell whether a fact is of the most common form, which the schema allows.

    Statement, quote, context and aliases only: False says nothing of a fact that has more. Millions
    of facts are told valid much faster so than by the compiled schema.
    """
    if type(fact) is not dict or "statement" not in fact or "quote" not in fact:
        return False
    for name, member in fact.items():
        if name in _LINES:
            if not _is_line(member):
                return False
        elif name != "aliases" or not is_plain_lines(member):
            return False
    return True


def is_plain_lines(value: Any) -> bool:
    """Tell whether a value is a list of lines that are not blank, as the schema allows them."""
    return type(value) is list and all(map(_is_line, value))


def _is_line(value: Any) -> bool:
    return type(value) is str and value.strip() != ""


@cache
def part_validator(part: str) -> Callable[[Any], Any]:
    """Compile the schema of a part: "document", or the name of one of its definitions."""
    import fastjsonschema

    schema = json.loads(schema_text())
    chosen = schema["properties"] if part == "document" else schema["definitions"]
    check: Callable[[Any], Any] = fastjsonschema.compile(
        {"definitions": schema["definitions"]} | chosen[part]
    )
    return check
