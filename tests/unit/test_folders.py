"""The shortcut on Linux gives the folders that platformdirs gives."""

import sys
from pathlib import Path

import platformdirs
import pytest

from wp.files import user_folder


@pytest.mark.skipif(sys.platform != "linux", reason="the shortcut is for Linux")
@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"XDG_CACHE_HOME": "/var/tmp/c", "XDG_DATA_HOME": "/var/tmp/d"},
        {"XDG_CACHE_HOME": " ", "XDG_DATA_HOME": ""},
        {"HOME": "/nowhere"},
    ],
)
def test_linux(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "WP_CACHE", "WP_DATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert user_folder("cache") == Path(platformdirs.user_cache_dir("wp-facts", appauthor=False))
    assert user_folder("data") == Path(platformdirs.user_data_dir("wp-facts", appauthor=False))


def test_a_relative_folder_is_not_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the specification says; not every version of platformdirs does so."""
    monkeypatch.delenv("WP_CACHE", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", "/home/someone")
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    assert user_folder("cache") == Path("/home/someone/.cache/wp-facts")


def test_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WP_CACHE", "/chosen/cache")
    monkeypatch.setenv("WP_DATA", "/chosen/data")
    assert user_folder("cache") == Path("/chosen/cache")
    assert user_folder("data") == Path("/chosen/data")


def test_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WP_CACHE", raising=False)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert user_folder("cache") == Path(platformdirs.user_cache_dir("wp-facts", appauthor=False))
