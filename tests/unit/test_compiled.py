"""Patterns kept compiled are the patterns, whichever interpreter runs this."""

import importlib
import pkgutil
import re
import sys
from pathlib import Path

import pytest

import wp
import wp.pattern
from wp.library.compiled import compile_plain, compiled_patterns, pattern_of


def _all_patterns() -> dict[tuple[str, int], None]:
    """Give source and flags of every pattern of every module that can be imported here."""
    for entry in pkgutil.walk_packages(wp.__path__, "wp."):
        try:
            importlib.import_module(entry.name)
        except ImportError:
            continue  # an extra that is not installed
    deferred = wp.pattern._Deferred
    found: dict[tuple[str, int], None] = {}
    for name, module in [*sys.modules.items()]:
        if name.partition(".")[0] == "wp":
            for value in vars(module).values():
                if isinstance(value, deferred) and isinstance(value.pattern, str):
                    found[value.pattern, int(value._flags)] = None
    return found


def test_every_pattern_survives_being_kept() -> None:
    patterns = _all_patterns()
    assert len(patterns) > 400
    for source, flags in patterns:
        assert pattern_of(source, compile_plain(source, flags)) == re.compile(source, flags)


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("WP_CACHE", str(tmp_path))
    return tmp_path


def _uses(*sources: str) -> None:
    with compiled_patterns():
        for source in sources:
            assert wp.pattern.pattern(source).search("no ones here, two: 2") is not None


def test_what_was_compiled_is_not_compiled_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _uses(r"(?P<count>\d)", "tw[o]")
    asked: list[str] = []

    def noted(source: str, flags: int) -> tuple[object, ...]:
        asked.append(source)
        return compile_plain(source, flags)

    monkeypatch.setattr("wp.library.compiled.compile_plain", noted)
    _uses(r"(?P<count>\d)", "on[e]s")
    _uses("tw[o]", "on[e]s")
    assert asked == ["on[e]s"]


def test_groups_keep_their_names_and_numbers(folder: Path) -> None:
    for _ in range(2):
        with compiled_patterns():
            found = wp.pattern.pattern(r"(?P<a>x)(y)?(?P<b>z)", re.IGNORECASE).search("..XZ")
        assert found is not None
        assert (found.groupdict(), found.groups()) == ({"a": "X", "b": "Z"}, ("X", None, "Z"))


def test_afterwards_patterns_are_compiled_as_ever(folder: Path) -> None:
    _uses("tw[o]")
    assert wp.pattern.compiled is re.compile


def test_a_pattern_that_is_wrong_says_so_and_is_not_kept(folder: Path) -> None:
    with pytest.raises(re.error), compiled_patterns():
        wp.pattern.pattern("(").search("")
    assert not [*folder.iterdir()]


def test_a_folder_that_cannot_be_written_is_no_failure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("WP_CACHE", str(tmp_path / "file"))
    _uses("tw[o]")


def test_patterns_of_code_that_has_changed_go(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wp.library.compiled._MOST", 2)
    _uses("tw[o]", "on[e]s")
    full = next(folder.iterdir()).stat().st_size
    _uses("tw[o]", "her[e]")
    assert next(folder.iterdir()).stat().st_size < full
