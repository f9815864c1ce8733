"""What a Markdown file states of itself, and what only begins with a rule across the page."""

import time

import pytest

from wp.documents import FileKind
from wp.documents.front_matter import find_front_matter
from wp.verify.draft import read_draft

FIELDS = [
    ("---\ntitle: Boats\n---\nText", {"title": "Boats"}, "YAML"),
    ("---\r\ntitle: Boats\r\n---\r\nText", {"title": "Boats"}, "line ends of Windows"),
    ("---\rtitle: Boats\r...\rText", {"title": "Boats"}, "old line ends, the other closing line"),
    ('+++\ntitle = "Boats"\n[a]\nlang = "en"\n+++\n', {"title": "Boats", "lang": "en"}, "TOML"),
    ("---\ntitle: |\n  Harbour\n  Report\n---\n", {"title": "Harbour Report"}, "a block of lines"),
    ("---\ntitle: Harbour\n  Report\n---\n", {"title": "Harbour Report"}, "a value goes on"),
    ("---\n# ours\n'title': 'Boats'\n---\n", {"title": "Boats"}, "a comment; quoted"),
    ("---\nauthor:\n- A B\n- C D\n---\n", {"author": "A B"}, "a list"),
    ("---\nauthor:\n  - name: A B\n---\n", {"name": "A B"}, "fields within fields"),
    ("---\n\nThe harbour has 40 boats.\n\n---\n", None, "rules across the page"),
    ("---\nThe harbour has 40 boats.\n---\n", None, "a first line that is no field"),
    ("---\ntitle: Boats\n\nThe harbour has 40.\n---\n", None, "text among the fields"),
    ("---\ntitle: Boats\n\nThe harbour has 40.\n", None, "never closed"),
    ("+++\nThe harbour has 40 boats.\n+++\n", None, "TOML's rule"),
    ("title: Boats\n", None, "no rule"),
]


@pytest.mark.parametrize(("text", "fields", "why"), FIELDS)
def test_front_matter_is_only_what_reads_as_fields(
    text: str, fields: dict[str, str] | None, why: str
) -> None:
    front = find_front_matter(text)
    if fields is None:
        assert front is None
    else:
        assert front is not None
        assert {name: front.value(name) for name in fields} == fields


def test_a_value_knows_its_place_in_the_file() -> None:
    text = '---\ntitle: Boats\nabout: "It has 40 boats in all."\n---\n'
    front = find_front_matter(text)
    assert front is not None
    value = front.fields[1].value
    assert text[value.at(0) : value.end()] == value.text == "It has 40 boats in all."


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ('about: "It has 40 boats in all."', True),
        ('about: Of "boats"', True),
        ("tags: ports, inland ships, fees, docks, quays", False),
        ("date: 2030-01-05", False),
    ],
)
def test_values_that_are_prose_are_checked(line: str, prose: bool) -> None:
    draft = read_draft("d.md", f"---\n{line}\n---\nText.\n".encode())
    assert len(draft.blocks) == 1 + prose


@pytest.mark.parametrize(
    ("kind", "head", "repeated"),
    [
        ("markdown", "---\r\n", "Line of the letter.\r\n"),
        ("markdown", "---\r\n", "line: of the letter.\r\n"),
        ("markdown", "+++\r", "line = of the letter.\r"),
        ("html", "", "<a "),
        ("html", "", "<![sic] "),
        ("text", "", " "),
    ],
)
def test_no_shape_takes_much_longer_when_doubled(kind: FileKind, head: str, repeated: str) -> None:
    """Each of these took four times as long, or twice for each further line, or failed."""
    content = (head + repeated * 20_000).encode()
    start = time.process_time()
    read_draft("draft", content, kind)
    assert time.process_time() - start < 3
