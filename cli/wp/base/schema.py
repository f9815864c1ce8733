"""The JSON Schema of a fact base, which loading checks, and keys as it wants them."""

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from wp.base.read import wrong_shape
from wp.pattern import pattern

_PATH = Path(__file__).with_name("facts.schema.json")


def schema_text() -> str:
    """Return the JSON Schema (draft 7) of a fact base as text."""
    return _PATH.read_text(encoding="utf-8")


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


KEY = pattern("[a-z0-9]+(?:-[a-z0-9]+)*")
_DROPPED = frozenset(
    "a an the this that these those its it their our his her we they he she i you s and or of in "
    "on at to for from by with as is are was were be been being has have had will would shall "
    "must should can may into over under about more than also such all both which who whom whose "
    "not no there where when since".split()
)
_LONGEST = 48


def slug(text: str, most_words: int = 4) -> str:
    """Return the first telling words of a text, lower-case and joined by hyphens; "" for none.

    Accents are left off; letters without an ASCII form are passed over.
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    ascii_ = re.sub(r"'s?\b", "", plain.encode("ascii", "ignore").decode().lower())
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=\d),(?=\d)", "", ascii_))
    telling = [word for word in words if word not in _DROPPED] or words
    key = ""
    for word in telling[:most_words]:
        longer = f"{key}-{word}" if key else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        key = longer
    return key


def unique(key: str, taken: Collection[str]) -> str:
    """Return the key, with a number behind it where it is taken."""
    if key not in taken:
        return key
    number = 2
    while f"{key}-{number}" in taken:
        number += 1
    return f"{key}-{number}"
