"""Waits with an end, which say what was waited for."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from subprocess import Popen
from time import monotonic, sleep
from typing import Any

SECONDS = 60


def joined(threads: Iterable[threading.Thread]) -> None:
    """Wait until threads have ended."""
    for thread in threads:
        thread.join(SECONDS)
        assert not thread.is_alive(), f"{thread} has not ended within {SECONDS} seconds"


def exited(child: Any) -> None:
    """Wait until a program that pexpect started on a terminal has ended."""
    end = monotonic() + SECONDS
    while child.isalive():
        assert monotonic() < end, f"no end within {SECONDS} seconds: {child}"
        sleep(0.01)


@contextmanager
def answering(server: Popen[bytes]) -> Iterator[None]:
    """End a server that does not answer: what is read from it then ends, too."""
    late = threading.Timer(SECONDS, server.kill)
    late.start()
    try:
        yield
        assert late.is_alive(), f"no answer within {SECONDS} seconds: {server.args!r}"
    finally:
        late.cancel()
