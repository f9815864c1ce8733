"""A part of the work in a process of its own, so that two processors share a long draft."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn, TypeVar

from wp import pattern

_Result = TypeVar("_Result")


@contextmanager
def started(work: Callable[[], _Result]) -> Iterator[Callable[[], _Result]]:
    """Begin `work` in a process of its own; give what waits for its result and returns it.

    The result is pickled on its way. Where no such process can be had, or it fails, the work is
    done here when its result is asked for: it is to depend on nothing that happens meanwhile. The
    process is ended with the context, be it left by Ctrl-C or by the signals that `wp.__main__`
    turns into an exit.
    """
    if not (process := _fork(work)):
        yield work
        return
    child, reading = process
    ended = False

    def result() -> _Result:
        nonlocal ended
        import pickle

        with open(reading, "rb", closefd=False) as pipe:
            given = pipe.read()
        _, status = os.waitpid(child, 0)
        ended = True
        return work() if status else pickle.loads(given)

    try:
        yield result
    finally:
        os.close(reading)
        if not ended:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _fork(work: Callable[[], object]) -> tuple[int, int] | None:
    """Begin `work` in a child; return its number and the pipe of its result, None for no child."""
    if not _can_fork():
        return None
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:  # as many processes as are allowed, or too little memory
        os.close(reading)
        os.close(writing)
        return None
    if not child:
        _work(work, writing)
    os.close(writing)
    return child, reading


def _can_fork() -> bool:
    """Return whether there are two processors, and a fork takes all that runs along.

    Elsewhere than on Linux what the system's libraries run beside may break in a child.
    """
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2:
        return False
    threading = sys.modules.get("threading")
    return not threading or threading.active_count() == 1


def _work(work: Callable[[], object], pipe: int) -> NoReturn:
    """Write the result of `work` to a pipe and end this process, whatever happens."""
    status = 1
    try:
        import pickle

        given = pickle.dumps(work())
        pattern.keep()
        with open(pipe, "wb") as file:
            file.write(given)
        status = 0
    finally:
        os._exit(status)
