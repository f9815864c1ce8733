"""`context_of`: a context that is an earlier fact's quote is written once, by reference."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from wp.base.read import wrong_shape

if TYPE_CHECKING:
    from wp.base.raw import RawBase, RawFact


def with_context_references(facts: Mapping[str, "RawFact"]) -> "dict[str, RawFact]":
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


def resolve_context(
    path: Path, fact: "RawFact", quotes: Mapping[str, str], place: tuple[str, ...]
) -> "RawFact":
    """Return a fact with the context that its `context_of` refers to.

    `quotes` are those of the earlier facts of its topic by their keys. InputError, which names the
    file and the place, where the fact referred to is none of them, or where a context stands too.
    """
    if "context_of" not in fact:
        return fact
    key = fact["context_of"]
    if "context" in fact:
        raise wrong_shape(path, "has both context and context_of: keep one", place)
    if key not in quotes:
        raise wrong_shape(path, f"refers to {key!r}, no earlier fact of its topic", place)
    resolved: RawFact = {**fact, "context": quotes[key]}
    del resolved["context_of"]
    return resolved


def resolve_contexts(path: Path, raw: "RawBase") -> None:
    """Replace every `context_of` of a base by the context itself; see `resolve_context`."""
    for section_id, section in raw["sections"].items():
        for topic_key, topic in section["topics"].items():
            quotes: dict[str, str] = {}
            facts = topic["facts"]
            place = ("sections", section_id, "topics", topic_key, "facts")
            for key, fact in facts.items():
                facts[key] = resolve_context(path, fact, quotes, (*place, key, "context_of"))
                quotes[key] = fact["quote"]
