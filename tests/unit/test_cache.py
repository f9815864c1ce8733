"""The cache folder: only whole files of one's own are used, and nobody else's are touched."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from waiting import joined

from wp.library.cache import cached, in_one_step, keep, name_of, own_file

NAME = "0a1b2c3d.prepared"


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A cache folder that is not there yet."""
    monkeypatch.setenv("WP_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_is_kept_is_given_back(folder: Path) -> None:
    keep(NAME, b"origin", b"payload", 8)
    payload = cached(NAME, b"origin")
    assert payload is not None
    assert bytes(payload) == b"payload"
    assert [file.name for file in folder.iterdir()] == [NAME]


def test_another_origin_gives_nothing(folder: Path) -> None:
    keep(NAME, b"origin", b"payload", 8)
    assert cached(NAME, b"origins") is None
    assert cached(NAME, b"origi") is None
    assert cached("ffffffff.prepared", b"origin") is None


def test_a_file_is_not_read_in_the_place_of_another(folder: Path) -> None:
    keep(NAME, b"origin", b"payload", 8)
    other = NAME.replace("prepared", "claims")  # made from the same base, by the same code
    (folder / NAME).rename(folder / other)
    assert cached(other, b"origin") is None


def test_names_differ_by_their_parts() -> None:
    assert name_of(b"/a", b"/b") != name_of(b"/a/b")


@given(at=st.integers(0, 16), bit=st.integers(0, 7), cut=st.integers(0, 16))
def test_a_damaged_file_gives_nothing(
    tmp_path_factory: pytest.TempPathFactory, at: int, bit: int, cut: int
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WP_CACHE", str(folder))
        keep(NAME, b"origin", b"payload", 8)
        whole = bytearray((folder / NAME).read_bytes())
        (folder / NAME).write_bytes(whole[:cut])
        assert cached(NAME, b"origin") is None
        whole[at] ^= 1 << bit
        (folder / NAME).write_bytes(whole)
        assert cached(NAME, b"origin") is None


def _link(file: Path) -> None:
    file.rename(file.with_name("elsewhere"))
    file.symlink_to(file.with_name("elsewhere"))


def _pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def _directory(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _device(file: Path) -> None:
    file.unlink()
    file.symlink_to("/dev/zero")


@pytest.mark.parametrize(
    "change",
    [
        _link,  # whoever planted it could have planted its target
        _device,  # would be read for ever
        _pipe,  # would be waited for
        _directory,
        lambda file: file.chmod(0o620),  # others may have written it
        lambda file: file.chmod(0o602),
    ],
)
def test_only_a_regular_file_that_no_one_else_may_write_is_read(
    folder: Path, change: Callable[[Path], None]
) -> None:
    keep(NAME, b"origin", b"payload", 8)
    change(folder / NAME)
    assert cached(NAME, b"origin") is None
    with pytest.raises(OSError):
        own_file(folder / NAME)


def test_a_file_of_another_owner_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(NAME, b"origin", b"payload", 8)
    monkeypatch.setattr(os, "geteuid", lambda: (folder / NAME).stat().st_uid + 1)
    assert cached(NAME, b"origin") is None


def test_a_planted_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    other = tmp_path / "thesis.txt"
    other.write_text("mine")
    names = [NAME, *(f"0a1b2c3d.{pid}.tmp" for pid in range(os.getpid(), os.getpid() + 400))]
    for name in names:
        (folder / name).symlink_to(other)
    keep(NAME, b"origin", b"payload", 8)
    assert other.read_text() == "mine"
    payload = cached(NAME, b"origin")
    assert payload is not None
    assert bytes(payload) == b"payload"


OTHERS = (
    "thesis.tmp",
    "a.index",
    "b.prepared",
    "0a1b2c3.prepared",  # seven digits
    "0a1b2c3d.prepared.bak",
    "0A1B2C3D.prepared",
    "0a1b2c3d.index",  # of another kind, which keeps its own number
    "0a1b2c3d.1234.tmp",
    ".prepared",
)


def test_only_names_of_our_own_form_are_removed(folder: Path) -> None:
    folder.mkdir()
    long_ago = time.time() - 100_000
    for name in OTHERS:
        (folder / name).write_text("another program's")
        os.utime(folder / name, (long_ago, long_ago))
    left, young = folder / f"{NAME}.ab_cd012.tmp", folder / f"{NAME}.ab_cd013.tmp"
    for file in (left, young):
        file.write_text("left by a killed process")
        file.chmod(0o600)
    os.utime(left, (long_ago, long_ago))
    for number in range(5):
        name = f"0000000{number}.prepared"
        keep(name, b"origin", b"payload", 3)
        os.utime(folder / name, (long_ago + number, long_ago + number))
    kept = {file.name for file in folder.iterdir()}
    # The newest was written with the time of now, and so was not the oldest.
    ours = {"00000002.prepared", "00000003.prepared", "00000004.prepared", young.name}
    assert kept == ours | set(OTHERS)


def test_what_another_owns_is_not_removed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        keep(f"0000000{number}.prepared", b"origin", b"payload", 9)
    owner = folder.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    keep("0000000a.prepared", b"origin", b"payload", 1)
    assert len(list(folder.glob("*.prepared"))) == 6


def test_a_folder_that_cannot_be_written_is_no_failure(folder: Path) -> None:
    folder.write_text("a file")
    keep(NAME, b"origin", b"payload", 8)
    assert cached(NAME, b"origin") is None


def test_what_fails_leaves_the_old_file_and_nothing_else(folder: Path) -> None:
    keep(NAME, b"origin", b"payload", 8)
    with pytest.raises(ValueError), in_one_step(folder / NAME, 8) as temporary:
        temporary.write(b"half")
        raise ValueError
    assert [file.name for file in folder.iterdir()] == [NAME]
    assert cached(NAME, b"origin") is not None


def test_threads_write_side_by_side(folder: Path) -> None:
    def write() -> None:
        for _ in range(20):
            keep(NAME, b"origin", b"payload" * 1000, 8)

    threads = [threading.Thread(target=write, daemon=True) for _ in range(4)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        if (folder / NAME).exists():
            payload = cached(NAME, b"origin")
            assert payload is not None
            assert bytes(payload) == b"payload" * 1000
    joined(threads)
    assert [file.name for file in folder.iterdir()] == [NAME]
