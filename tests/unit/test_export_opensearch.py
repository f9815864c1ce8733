"""The bulk format of OpenSearch and the mapping of the index, by their published rules."""

import json
from typing import Any

import pytest

from wp.base.load import load
from wp.export.opensearch import INDEX, bulk, mapping
from wp.library import Library

KNOWN_TYPES = {"keyword", "text", "date", "double", "integer", "boolean", "nested"}


@pytest.fixture
def library(small_path: Any) -> Library:
    """The invented base as a library without an index."""
    return Library((load(small_path),))


def test_a_bulk_request_is_pairs_of_lines(library: Library) -> None:
    text = "".join(bulk(library))
    assert text.endswith("\n")
    lines = text.removesuffix("\n").split("\n")
    assert len(lines) == 2 * len(library.facts)
    ids = []
    for action, document in zip(lines[::2], lines[1::2], strict=True):
        ((operation, target),) = json.loads(action).items()
        assert operation == "index"
        assert target["_index"] == INDEX
        assert len(target["_id"].encode()) <= 512
        ids.append(target["_id"])
        assert json.loads(document)["quote"]
    assert len(set(ids)) == len(ids)


def fields(properties: dict[str, Any], value: dict[str, Any]) -> None:
    """Check that every field of a document is one that the mapping has, and of its type."""
    for name, member in value.items():
        field = properties[name]
        for one in member if isinstance(member, list) else [member]:
            if "properties" in field:
                fields(field["properties"], one)
            elif field["type"] in ("double", "integer"):
                assert isinstance(one, int | float)
            elif field["type"] == "boolean":
                assert isinstance(one, bool)
            else:
                assert isinstance(one, str)


def test_every_field_is_in_the_strict_mapping(library: Library) -> None:
    body = json.loads(mapping())
    assert body["mappings"]["dynamic"] == "strict"
    documents = [json.loads(line) for line in list(bulk(library))[1::2]]
    for document in documents:
        fields(body["mappings"]["properties"], document)
    assert any("figures" in document for document in documents)
    assert any("aliases" in document for document in documents)


def test_the_analysis_names_only_what_it_defines() -> None:
    body = json.loads(mapping())
    analysis = body["settings"]["analysis"]
    for analyzer in analysis["analyzer"].values():
        assert set(analyzer["filter"]) <= {"lowercase", *analysis["filter"]}

    def check(properties: dict[str, Any]) -> None:
        for field in properties.values():
            assert field.get("type", "nested") in KNOWN_TYPES
            if field.get("type") == "text":
                assert {field["analyzer"], field["search_analyzer"]} <= set(analysis["analyzer"])
            check(field.get("properties", {}))

    check(body["mappings"]["properties"])
    assert all("," in group for group in analysis["filter"]["wp_synonyms"]["synonyms"])


def test_the_command_gives_the_request_and_the_mapping(run_wp: Any, small_path: Any) -> None:
    base = ("--facts", str(small_path), "--format", "opensearch")
    assert json.loads(run_wp("export", *base).stdout.split("\n")[0])["index"]["_index"] == INDEX
    assert run_wp("export", *base, "--rows", "mapping").stdout == mapping()
    for wrong in (("--rows", "figures", *base), ("--rows", "mapping", "--format", "csv")):
        done = run_wp("export", *wrong)
        assert done.returncode == 2
        assert "opensearch" in done.stderr
