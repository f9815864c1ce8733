"""The JSON Schema of a fact base: the form that `wp base schema` prints and loading checks."""

import json
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from wp.base.read import wrong_shape
from wp.pattern import pattern

KEY = pattern("[a-z0-9]+(?:-[a-z0-9]+)*")

SCHEMA_PATH = Path(__file__).with_name("facts.schema.json")


def schema_text() -> str:
    """Return the JSON Schema (draft 7) of a fact base as text."""
    return SCHEMA_PATH.read_text(encoding="utf-8")


@cache
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
        raise wrong_shape(path, _told(error), (*place, *inner)) from None


_TYPES = {
    "string": "text in quotation marks",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
}


def _told(error: Any) -> str:
    """Return what the schema asks of a value, for people who never read a schema."""
    rule, wanted, value = error.rule, error.rule_definition, error.value
    if rule == "required":
        return f"lacks {_listed(key for key in wanted if key not in value)}"
    if rule == "additionalProperties":
        unknown = _listed(key for key in value if key not in error.definition["properties"])
        return f"has {unknown}, which no fact base has there"
    if rule == "propertyNames":
        bad = next(key for key in value if not re.fullmatch(wanted["pattern"], key))
        return f"the key {_form(bad, wanted)}"
    if rule in ("minProperties", "minItems"):
        return "must not be empty"
    if rule == "type":
        return f"must be {_TYPES.get(wanted, wanted)}"
    if rule == "minimum":
        return f"must be {wanted} or more"
    if rule == "const":
        return f"must be {wanted}"
    if rule == "pattern":
        if not value.strip():
            return "must not be blank"
        if "\n" in value and r"[^\n]" in wanted:
            return "holds a line break: `wp base validate --fix` puts a blank there"
        return _form(value, error.definition)
    if rule == "anyOf":
        return _form(value, wanted[0]) + ", or null"
    return str(error.message).removeprefix(str(error.name)).strip()


def _listed(keys: Iterable[str]) -> str:
    return ", ".join(repr(key[:40]) for key in keys)


def _form(value: object, definition: dict[str, Any]) -> str:
    form = definition.get("description", definition.get("pattern", "")).rstrip(".")
    if form[1:2].islower():
        form = form[0].lower() + form[1:]
    return f"{str(value)[:40]!r} does not match the required form: {form}"
