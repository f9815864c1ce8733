"""A process that gathers the words of batches: `python -m wp.search.store.worker`.

Batches come in and what is gathered goes out as messages of `wp.search.store.workers`.
"""

import gc
import signal
import sys

from wp.search.store.gather import Batch, Gatherer
from wp.search.store.workers import receive, send


def main() -> None:
    """Gather batches until there are no more."""
    gc.disable()
    # An interrupt ends the process that asks; this one ends with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gatherer = Gatherer()
    while (batch := receive(sys.stdin.buffer)) is not None:
        send(sys.stdout.buffer, gatherer.gather(Batch(*batch)))


if __name__ == "__main__":
    main()
