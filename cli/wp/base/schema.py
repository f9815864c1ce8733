"""The JSON Schema of a fact base: the form that `wp base schema` prints and loading checks."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

SCHEMA_PATH = Path(__file__).with_name("facts.schema.json")


def schema_text() -> str:
    """Give the JSON Schema (draft 7) of a fact base as text."""
    return SCHEMA_PATH.read_text(encoding="utf-8")


def validator() -> Callable[[Any], Any]:
    """Compile the schema: a function that raises fastjsonschema.JsonSchemaValueException."""
    import fastjsonschema

    check: Callable[[Any], Any] = fastjsonschema.compile(json.loads(schema_text()))
    return check


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
