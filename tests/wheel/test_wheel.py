"""The built packages: what must be in them is in them, and the wheel works where it is alone."""

import json
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Build the sdist, and the wheel as pip builds it from a checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    return next(folder.glob("*.whl")), next(folder.glob("*.tar.gz"))


def test_the_wheel_holds_the_base_the_schema_and_the_man_pages(packages: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(packages[0]) as wheel:
        names = wheel.namelist()
        assert wheel.read("wp/facts.json") == (ROOT / "facts.json").read_bytes()
    assert "wp/base/facts.schema.json" in names
    assert "wp/py.typed" in names
    assert "wp/words/wordnet.txt" in names
    assert {name.rpartition("/")[2] for name in names if "/licenses/" in name} >= {
        "LICENSE-wordnet",
        "LICENSE-english-words",
    }
    assert any(name.endswith("share/man/man1/wp-search.1") for name in names)
    assert not any(name.startswith(("tests/", "benchmarks/", "cli/")) for name in names)


def test_the_sdist_builds_and_tests_itself(packages: tuple[Path, Path]) -> None:
    with tarfile.open(packages[1]) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"facts.json", "pyproject.toml", "README.md", "man/wp.1", "tests/conftest.py"} <= names


def test_the_wheel_answers_from_a_read_only_installation(
    packages: tuple[Path, Path], tmp_path: Path
) -> None:
    """Its own modules come from the wheel alone; what it depends on, from this environment."""
    target = tmp_path / "site"
    with zipfile.ZipFile(packages[0]) as wheel:
        wheel.extractall(target)
    environment = tmp_path / "env"
    venv.create(environment, with_pip=False, symlinks=True)
    import rich

    # A .pth file, as that of an editable `wp`, is not read from PYTHONPATH.
    packages_here = Path(rich.__file__).parents[1]
    for path in sorted(target.rglob("*"), reverse=True):
        path.chmod(0o555 if path.is_dir() else 0o444)
    done = subprocess.run(
        [environment / "bin" / "python", "-m", "wp", "search", "peacekeeping", "--json"],
        capture_output=True,
        env={"PYTHONPATH": f"{target}:{packages_here}", "WP_CACHE": "/dev/null/cache"},
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout)[0]["id"] == "VI.peacekeeping.personnel-sent"
