"""A part of the work in a process of its own, so that two processors share a long draft."""

import os
import sys
from collections.abc import Callable
from typing import NoReturn, TypeVar

from wp import pattern

_Result = TypeVar("_Result")


def started(work: Callable[[], _Result]) -> Callable[[], _Result]:
    """Begin `work` in a process of its own; return what waits for its result and gives it.

    The result is pickled on its way. Where no such process can be had, or it fails, the work is
    done here when its result is asked for: it is to depend on nothing that happens meanwhile.
    """
    if not _can_fork():
        return work
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:  # as many processes as are allowed, or too little memory
        os.close(reading)
        os.close(writing)
        return work
    if not child:
        os.close(reading)
        _work(work, writing)
    os.close(writing)

    def result() -> _Result:
        import pickle

        with open(reading, "rb") as pipe:
            given = pipe.read()
        _, status = os.waitpid(child, 0)
        return work() if status else pickle.loads(given)

    return result


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
