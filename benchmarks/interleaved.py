"""Whole processes timed in turn, so that a noisy machine disturbs all alike."""

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence


def processor_time() -> float:
    """Return the seconds that the processor has worked for processes that have ended.

    On a machine that others use it tells more than the clock on the wall.
    """
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def medians(
    commands: Mapping[str, Sequence[str]],
    runs: int,
    environments: Mapping[str, Mapping[str, str]] | None = None,
    clock: Callable[[], float] = time.perf_counter,
    before: Mapping[str, Callable[[], object]] | None = None,
) -> dict[str, float]:
    """Run each command `runs` times, one after the other in turn; give medians in milliseconds.

    Each command runs twice beforehand, unmeasured, so that files are cached and prepared forms
    made. What stands `before` a command is called before each of its runs. Output is discarded.
    """
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 2):
        for name, command in commands.items():
            if before and name in before:
                before[name]()
            environment = {**os.environ, **(environments or {}).get(name, {})}
            start = clock()
            subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment,
                check=False,
            )
            if turn >= 2:
                times[name].append((clock() - start) * 1000)
    return {name: statistics.median(measured) for name, measured in times.items()}


def markdown_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Give a Markdown table whose columns are aligned for reading as plain text."""
    widths = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]
    lines = [header, ["-" * width for width in widths], *rows]
    return "\n".join(
        "| "
        + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        + " |"
        for line in lines
    )
