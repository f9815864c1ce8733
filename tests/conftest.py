"""A small invented base for all tests, and the installed `wp` run as a process."""

import atexit
import gc
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from forked import ForkServer
from hypothesis import settings

from wp.base.load import load
from wp.model import Base

_SOCKET = "socket"
SMALL = Path(__file__).with_name("small.facts.json")
ROOT = Path(__file__).parent.parent

# A law is tried on other cases at every run, but in CI on the same ones; the machine may be slow.
settings.register_profile("wp", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("wp")

# A shell ignores Ctrl-C in what it runs in the background; the commands of tests must heed it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Workers and every `wp` read the same modules, which are compiled once, whatever the shell says.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Tests make much that lives long; the default looks through all of it again and again.
gc.set_threshold(100_000, 50, 1000)


def pytest_configure(config: pytest.Config) -> None:
    """Keep what `wp` prepares away from the user's cache, in a folder that all workers share.

    They share the server that forks a `wp`, too, which lies there until one of them asks it.
    """
    if "PYTEST_XDIST_WORKER" in os.environ:
        # Taking all of a worker's objects apart one by one takes seconds; what asked to be called
        # at the end of the process after this is called before it.
        atexit.register(os._exit, 0)
    else:
        folder = TemporaryDirectory(prefix="wp")
        config.add_cleanup(folder.cleanup)
        os.environ["WP_CACHE"] = folder.name
        config.add_cleanup(ForkServer.begin(f"{folder.name}/{_SOCKET}"))


def pytest_sessionfinish() -> None:
    """Find what was left open in one go; pytest goes through all that is in memory ten times."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Report only what tells something: a worker's five messages a test cost more than most tests.

    All that setup and teardown have to say, unless they fail, is how long they took.
    """
    if "PYTEST_XDIST_WORKER" not in os.environ or item.config.getoption("durations") is not None:
        return None
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    return True


RunWp = Callable[..., subprocess.CompletedProcess[str]]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Run three workers on two cores: many tests wait for a browser, a terminal or a pause."""
    return max(1, (os.cpu_count() or 1) * 3 // 2)


@pytest.fixture(scope="session")
def small_path() -> Path:
    """The file of the invented base."""
    return SMALL


@pytest.fixture(scope="session")
def small_base() -> Base:
    """The invented base, loaded."""
    return load(SMALL)


@pytest.fixture
def small_raw() -> dict[str, Any]:
    """The invented base as raw JSON data, to be spoilt by a test."""
    raw: dict[str, Any] = json.loads(SMALL.read_text(encoding="utf-8"))
    return raw


@pytest.fixture(scope="session")
def cache() -> Path:
    """A cache folder of the tests' own, the same for all workers."""
    return Path(os.environ["WP_CACHE"], "cache")


@pytest.fixture(scope="session")
def server() -> ForkServer:
    """The process that forks a `wp` for each command of a test."""
    return ForkServer(f"{os.environ['WP_CACHE']}/{_SOCKET}")


@pytest.fixture(scope="session")
def forked_wp(server: ForkServer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A `wp` for what runs in shells, soon started: its folder goes before others on the PATH."""
    return server.put_wp_into(tmp_path_factory.mktemp("bin"))


@pytest.fixture
def run_wp(cache: Path, tmp_path: Path, server: ForkServer) -> RunWp:
    """Run `wp` as a process, away from the user's own bases and settings."""

    def run(
        *arguments: str,
        command: str = "wp",
        stdin: str | bytes | None = None,
        env: Mapping[str, str] | None = None,
        timeout: float = 60,
    ) -> subprocess.CompletedProcess[str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("WP_", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "CLICOLOR"))
        }
        environment = {
            **kept,
            "WP_CACHE": str(cache),
            "WP_DATA": str(tmp_path / "no-bases"),
            "SOURCE_DATE_EPOCH": "1893456000",
            **(env or {}),
        }
        data = stdin.encode() if isinstance(stdin, str) else stdin
        done = server.run(
            [Path(sys.executable).with_name(command), *arguments],
            data or b"",
            environment,
            timeout,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return run
