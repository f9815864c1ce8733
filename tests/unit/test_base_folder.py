"""The data folder: bases go in whole or not at all, and whatever is in it can be taken out."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from wp.base import folder
from wp.base.load import load, read_checked
from wp.errors import InputError, NotFoundError, UsageError
from wp.library import open_library
from wp.model import text_digest

ID = "harbour-report-2020"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that is not there yet."""
    path = tmp_path / "share" / "wp-facts"
    monkeypatch.setenv("WP_DATA", str(path))
    monkeypatch.setenv("WP_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("WP_FACTS", raising=False)
    return path


def _save(path: Path, raw: dict[str, Any]) -> Path:
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


def test_a_base_is_kept_byte_for_byte(data: Path, small_path: Path) -> None:
    added = folder.add(small_path)
    assert added == (ID, data / f"{ID}.json", False)
    assert added.path.read_bytes() == small_path.read_bytes()
    assert [path.name for path in data.iterdir()] == [f"{ID}.json"]
    assert [base.document.id for base in open_library().bases] == [ID]


def test_a_document_that_is_there_stays_unless_replaced(
    data: Path, small_path: Path, small_raw: dict[str, Any], tmp_path: Path
) -> None:
    folder.add(small_path)
    small_raw["document"]["edition"] = "Second edition"
    newer = _save(tmp_path / "newer.json", small_raw)
    with pytest.raises(InputError, match=r"has already.*--replace"):
        folder.add(newer)
    assert load(data / f"{ID}.json").document.edition == "First edition"
    assert folder.add(newer, replace=True).replaced
    assert load(data / f"{ID}.json").document.edition == "Second edition"
    assert len(list(data.iterdir())) == 1


def test_a_document_under_another_file_name_is_found_and_replaced(
    data: Path, small_path: Path
) -> None:
    data.mkdir(parents=True)
    (data / "mine.json").write_bytes(small_path.read_bytes())
    with pytest.raises(InputError, match=r"mine\.json"):
        folder.add(small_path)
    folder.add(small_path, replace=True)
    assert [path.name for path in data.iterdir()] == [f"{ID}.json"]


def test_another_document_is_never_written_over(
    data: Path, small_path: Path, small_raw: dict[str, Any]
) -> None:
    data.mkdir(parents=True)
    small_raw["document"]["id"] = "another"
    _save(data / f"{ID}.json", small_raw)
    with pytest.raises(InputError, match="holds another"):
        folder.add(small_path, replace=True)
    assert load(data / f"{ID}.json").document.id == "another"


def test_a_base_of_the_folder_can_replace_itself(data: Path, small_path: Path) -> None:
    path = folder.add(small_path).path
    assert folder.add(path, replace=True) == (ID, path, True)
    assert path.read_bytes() == small_path.read_bytes()


@pytest.mark.parametrize(
    "id_",
    [
        "../evil",
        "a/b",
        "a\\b",
        "..",
        ".",
        "",
        "/etc/x",
        "a.b",
        "a\n",
        "\na",
        "a\0b",
        "A",
        "ü",
        "c:x",
    ],
)
def test_no_document_id_leads_out_of_the_folder(
    data: Path, tmp_path: Path, small_raw: dict[str, Any], id_: str
) -> None:
    """An id becomes a file name; the schema leaves nothing in it but a-z, 0-9 and hyphens."""
    small_raw["document"]["id"] = id_
    path = _save(tmp_path / "evil.json", small_raw)
    with pytest.raises(InputError, match=r"document\.id"):
        read_checked(path)
    with pytest.raises(InputError, match=r"document\.id"):
        folder.add(path)
    assert not data.exists()


def test_an_id_too_long_for_a_file_name(
    data: Path, tmp_path: Path, small_raw: dict[str, Any]
) -> None:
    small_raw["document"]["id"] = "a" * 300
    with pytest.raises(InputError, match="cannot be written"):
        folder.add(_save(tmp_path / "long.json", small_raw))
    assert list(data.iterdir()) == []


@pytest.mark.parametrize("fails", ["fsync", "link"])
def test_a_write_that_fails_leaves_nothing(
    data: Path, small_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, fails, full)
    with pytest.raises(InputError, match="cannot be written: No space left"):
        folder.add(small_path)
    assert list(data.iterdir()) == []


def test_a_replacement_that_fails_leaves_the_old_base(
    data: Path, small_path: Path, small_raw: dict[str, Any], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    folder.add(small_path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    small_raw["document"]["edition"] = "Second edition"
    with pytest.raises(InputError):
        folder.add(_save(tmp_path / "newer.json", small_raw), replace=True)
    assert [path.read_bytes() for path in data.iterdir()] == [small_path.read_bytes()]


def test_the_second_of_two_who_add_at_once_is_told(
    data: Path, small_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one's file appears after the look and before the write."""
    looked = folder.kept

    def meanwhile() -> list[folder.Kept]:
        found = looked()
        data.mkdir(parents=True)
        (data / f"{ID}.json").write_text("theirs", encoding="utf-8")
        return found

    monkeypatch.setattr(folder, "kept", meanwhile)
    with pytest.raises(InputError, match="has already"):
        folder.add(small_path)
    assert [path.read_text(encoding="utf-8") for path in data.iterdir()] == ["theirs"]


@pytest.mark.parametrize("name", [ID, f"{ID}.json"])
def test_taking_out_by_document_or_file(data: Path, small_path: Path, name: str) -> None:
    path = folder.add(small_path).path
    assert folder.named(name) == path
    folder.remove(path)
    assert list(data.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[]", b'{"document": 3}', b"{}"])
@pytest.mark.parametrize("name", ["bad", "bad.json"])
def test_a_bad_file_names_its_own_remedy_and_can_be_taken_out(
    data: Path, small_path: Path, content: bytes, name: str
) -> None:
    folder.add(small_path)
    (data / "bad.json").write_bytes(content)
    with pytest.raises(InputError, match=r"bad\.json.*`wp base remove bad\.json`"):
        open_library()
    folder.remove(folder.named(name))
    assert [base.document.id for base in open_library().bases] == [ID]


def test_two_files_of_one_document(data: Path, small_path: Path) -> None:
    folder.add(small_path)
    (data / "twin.json").write_bytes(small_path.read_bytes())
    with pytest.raises(InputError, match=r"wp base remove twin\.json"):
        open_library()
    with pytest.raises(UsageError, match=rf"{ID}\.json, twin\.json.*file's name"):
        folder.named(ID)
    folder.remove(folder.named("twin.json"))
    assert len(open_library().bases) == 1


@pytest.mark.parametrize("name", ["nosuch", "../outside.json", "outside", "", ".", "*"])
def test_only_what_is_in_the_folder_is_taken_out(data: Path, small_path: Path, name: str) -> None:
    path = folder.add(small_path).path
    outside = data.parent / "outside.json"
    outside.write_bytes(small_path.read_bytes())
    with pytest.raises(NotFoundError, match=f"the data folder holds {ID}"):
        folder.named(name)
    assert path.exists() and outside.exists()


def test_the_digest_is_of_the_paragraphs_alone(
    small_path: Path, small_raw: dict[str, Any], tmp_path: Path
) -> None:
    digest = text_digest(load(small_path))
    small_raw["document"]["edition"] = "Second edition"
    small_raw["sections"]["I"]["title"] = "Ports"
    assert text_digest(load(_save(tmp_path / "a.json", small_raw))) == digest
    small_raw["sections"]["Closing"]["paragraphs"].append("One more.")
    assert text_digest(load(_save(tmp_path / "b.json", small_raw))) != digest
