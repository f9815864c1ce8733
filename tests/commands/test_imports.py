"""What a look-up imports: start-up is the wait, so a module that creeps in fails here.

Times are noisy, the list of modules is not. Beside what `import typer` brings, each command may
import the modules named here and no others.
"""

import ast
import functools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_PROBE = """
import gc, json, sys
import typer
before = set(sys.modules)
from wp.__main__ import main
status = main(sys.argv[1:])
sys.stdout.flush()
print(json.dumps([status, sorted(set(sys.modules) - before)]), file=sys.stderr)
"""

_START = {
    "wp",
    "wp.__main__",
    "wp.commands",
    "wp.commands.options",
    "wp.commands.result",
    "wp.library.cache",
    "wp.errors",
    "wp.library",
    "wp.base",
    "wp.files",
    "wp.model",
    "wp.pattern",
    "wp.library.packed",
    "wp.library.shelf",
    "wp.show",
    "wp.safe",
    "binascii",
    "marshal",
    # Typer's own, loaded with the first command.
    "typer._click.decorators",
}
_SEARCH = {
    "wp.commands.search",
    "wp.search",
    "wp.search.query",
    "wp.english",
    "wp.search.rank",
    "wp.search.engine",
    "wp.search.language",
    "wp.search.index_layout",
    "wp.search.term",
    "wp.search.terms",
    "wp.words",
    "bisect",
    "_bisect",
}
_JSON = {
    "json",
    "json.decoder",
    "json.encoder",
    "json.scanner",
    "_json",
    "wp.show.records",
    "wp.safe",
}


@functools.cache
def imported(cache: Path, *arguments: str) -> frozenset[str]:
    """Give the modules that a command imports beside Typer's, its prepared form being there."""
    environment = {**os.environ, "WP_CACHE": str(cache), "WP_DATA": str(cache / "no-bases")}
    command = [sys.executable, "-c", _PROBE, *arguments]
    for _ in range(2):
        done = subprocess.run(command, capture_output=True, env=environment, check=True, timeout=60)
    status, modules = json.loads(done.stderr.decode().splitlines()[-1])
    assert status == 0
    return frozenset(modules)


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (
            ("--version",),
            {"wp", "wp.__main__", "wp.commands", "wp.errors", "typer._click.decorators"},
        ),
        (("search", "peacekeeping", "--json"), _START | _SEARCH | _JSON),
        (("search", "peacekeeping", "--plain"), _START | _SEARCH | _JSON | {"wp.safe"}),
        (("topic", "--plain"), _START | {"wp.commands.facts", "wp.show.records", "wp.safe"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_nothing_else_is_imported(
    cache: Path, arguments: tuple[str, ...], allowed: set[str]
) -> None:
    assert imported(cache, *arguments) - allowed == set()


def test_a_misspelt_word_adds_rapidfuzz_and_stems(cache: Path) -> None:
    more = imported(cache, "search", "peacekeping", "--json") - _START - _SEARCH - _JSON
    own = {name for name in more if name.partition(".")[0] == "wp"}
    assert own == {"wp.search.corrections", "wp.words.dictionary"}
    roots = {name.partition(".")[0] for name in more - own if "ython_" not in name}
    assert roots <= {"rapidfuzz", "Stemmer", "array", "__future__"}


@pytest.mark.parametrize("heavy", ["rich", "rapidfuzz", "hashlib", "platformdirs", "wp.fragment"])
def test_heavy_modules_stay_out_of_a_search(cache: Path, heavy: str) -> None:
    modules = imported(cache, "search", "peacekeeping", "--json")
    assert not any(name == heavy or name.startswith(f"{heavy}.") for name in modules)


def test_little_is_imported_before_an_interruption_is_heeded() -> None:
    """Until `run` is called, Ctrl-C ends in a traceback."""
    program = (
        "import sys; before = {*sys.modules}; import wp.__main__; print({*sys.modules}-before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert ast.literal_eval(done.stdout) <= {"wp", "wp.__main__", "gc"}
