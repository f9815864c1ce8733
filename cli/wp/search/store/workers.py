"""Gathering the words of batches in other processes, while this one reads and writes.

They are plain child processes and not those of `multiprocessing`, which would run the caller's own
script anew in each: a library may be opened by a script that is not made for that.
"""

import marshal
import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from wp.search.store.gather import Batch, Gathered, Gatherer

_WORKERS = 2
"""More would wait for the process that reads."""

_WORTH_IT = 8 * 1024 * 1024
"""From so many bytes on the gain is more than the start of the processes."""

_ROOT = Path(__file__).parents[3]


def gather_all(batches: Iterable[Batch], size: int) -> Iterator[Gathered]:
    """Give what is gathered of each batch, in order; all are of bases of `size` bytes."""
    if size < _WORTH_IT or (os.cpu_count() or 1) == 1:
        yield from map(Gatherer().gather, batches)
        return
    busy: deque[_Worker] = deque()
    try:
        for batch in batches:
            if len(busy) < _WORKERS:
                worker = _Worker()
            else:
                worker = busy[0]
                yield worker.result()
                busy.popleft()
            worker.begin(batch)
            busy.append(worker)
        for worker in busy:
            yield worker.result()
    finally:
        for worker in busy:
            worker.end()


def send(stream: IO[bytes], message: Batch | Gathered) -> None:
    """Send a tuple of plain data: its length in eight bytes, then itself, marshalled."""
    data = marshal.dumps(tuple(message))
    stream.write(len(data).to_bytes(8, "little"))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Receive what `send` sent; None where the other side has ended."""
    length = int.from_bytes(stream.read(8), "little")
    data = stream.read(length)
    return marshal.loads(data) if length and len(data) == length else None


class _Worker:
    """A process that gathers one batch at a time; where it fails, its work is done here."""

    def __init__(self) -> None:
        self._batch = Batch(0, [])
        path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
        self._process: subprocess.Popen[bytes] | None = None
        with suppress(OSError):
            self._process = subprocess.Popen(
                [sys.executable or "", "-P", "-m", "wp.search.store.worker"],
                env=os.environ | {"PYTHONPATH": path},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )

    def begin(self, batch: Batch) -> None:
        """Begin to gather a batch; what is gathered of the one before was taken."""
        self._batch = batch
        if self._process and self._process.stdin:
            with suppress(OSError):
                send(self._process.stdin, batch)

    def result(self) -> Gathered:
        """Give what is gathered of the batch begun last."""
        found = None
        if self._process and self._process.stdout:
            with suppress(OSError, EOFError, ValueError):
                found = receive(self._process.stdout)
        if found is None:
            self.end()
            return Gatherer().gather(self._batch)
        return Gathered(*found)

    def end(self) -> None:
        """End the process, whatever it does."""
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None
