"""A part of a fact base: only some sections, only some topics, and whole in itself.

What is left out is left out of the table of contents too, and no figure points to it, so that a
part keeps every rule that the whole kept; written out as a fact base, it loads as the same part."""

from collections.abc import Collection, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from wp.base import parse
from wp.base.canonical import canonical
from wp.base.load import locate, raw_facts, resolve_contexts
from wp.base.schema import RawBase, assemble
from wp.errors import NotFoundError, UsageError
from wp.library import Library
from wp.library.given import base_bytes
from wp.model import is_chosen


def narrowed(
    library: Library,
    paths: list[Path],
    *,
    sections: Collection[str] = (),
    topics: Collection[str] = (),
) -> Library:
    """Return a library with the chosen sections and topics only; empty chooses all.

    `paths` are the files that the library was opened from. A section's text stays whole; with
    topics chosen, sections without one of them go. A part can be written out, not searched: it has
    no index. NotFoundError when nothing is left.
    """
    if not sections and not topics:
        return library
    bases = []
    for base, path in zip(library.bases, paths, strict=True):
        whole: Any = parse(path, base_bytes(path))
        whole["document"]["id"] = base.document.id  # of several documents of one name
        resolve_contexts(path, whole)
        raw = _narrow(whole, sections, topics)
        bases.append(assemble(raw, locate(path, raw), base.digest))
    if not any(base.sections for base in bases):
        raise NotFoundError(
            "section with the topic",
            ", ".join(sorted(topics)),
            remedy="leave out --section or --topic",
        )
    return Library(tuple(bases))


def _narrow(raw: RawBase, sections: Collection[str], topics: Collection[str]) -> RawBase:
    """Return a base's raw data without the sections and topics that are not chosen."""
    kept = {}
    document = raw["document"]
    for id_, section in raw["sections"].items():
        chosen = {
            key: topic
            for key, topic in section["topics"].items()
            if is_chosen(topics, document["id"], key)
        }
        if is_chosen(sections, document["id"], id_) and (chosen or not topics):
            kept[id_] = section | {"topics": chosen}
    if "contents" in document:
        contents = [
            heading | {"included": heading["id"] in kept} for heading in document["contents"]
        ]
        document = document | {"contents": contents}
    return _closed(raw | {"document": document, "sections": kept})


def _closed(raw: RawBase) -> RawBase:
    """Drop a figure's pointer to a whole that is not among the facts kept."""
    raw = deepcopy(raw)
    ids = {f"{section}.{topic}.{key}" for section, topic, key, _ in raw_facts(raw)}
    for *_, fact in raw_facts(raw):
        for figure in fact.get("figures", ()):
            id_, mark, _ = figure.get("part_of", "").rpartition("#")
            if mark and id_ not in ids:
                del figure["part_of"]
    return raw


def base_json(
    paths: Sequence[Path], sections: Collection[str] = (), topics: Collection[str] = ()
) -> str:
    """Return the checked fact base at the one path in canonical form; empty choices take all of it.

    Unchosen, exporting, loading and exporting again gives the same bytes. UsageError for several
    bases: a fact base file holds one document.
    """
    if len(paths) != 1:
        raise UsageError(
            f"JSON is one fact base, and {len(paths)} are loaded",
            remedy="choose one with --facts, or export as jsonl, csv, markdown, sqlite or html",
        )
    raw: Any = parse(paths[0], base_bytes(paths[0]))
    return canonical(_narrow(raw, sections, topics) if sections or topics else raw)
