"""The examples in README and docs: run them, and put their real output back in.

    python docs/examples.py            check that every example prints what it shows
    python docs/examples.py --write    put in what the examples print now

An example is a `console` block: each line that begins with `$ ` is a command for bash, the lines
behind it are its output at 80 columns, `# exit status N` where it is not 0. A line `…` stands for
any lines left out at the end.
"""

import argparse
import difflib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
_BLOCK = re.compile(r"^```console\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_LEFT_OUT = "…"


class Example(NamedTuple):
    """A command and the output shown for it."""

    command: str
    shown: str


def pages() -> list[Path]:
    """Give the pages that hold examples."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def examples(page: str) -> Iterator[Example]:
    """Give the examples of a page in order."""
    for block in _BLOCK.finditer(page):
        yield from _examples_of_block(block["body"])


def _examples_of_block(body: str) -> Iterator[Example]:
    for part in re.split(r"^(?=\$ )", body, flags=re.MULTILINE):
        if part.strip():
            command, _, shown = part.removeprefix("$ ").partition("\n")
            yield Example(command, shown)


def run(command: str, folder: Path, programs: Path | None = None) -> str:
    """Run a command as the examples do and give what it prints, with its exit status if not 0.

    The `wp` is that in the folder `programs`, else the one installed beside this Python.
    """
    folders = [str(programs or ""), str(Path(sys.executable).parent), os.environ["PATH"]]
    environment = {
        **os.environ,
        "PATH": os.pathsep.join(filter(None, folders)),
        "COLUMNS": "80",
        "WP_DATA": str(folder / "no-bases"),
        "NO_COLOR": "1",
        "SOURCE_DATE_EPOCH": "1795737600",
    }
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        cwd=ROOT,
        check=False,
    )
    output = re.sub(r"[ \t\r]+$", "", done.stdout.decode(), flags=re.MULTILINE)
    if output and not output.endswith("\n"):
        output += "\n"
    return output + (f"# exit status {done.returncode}\n" if done.returncode else "")


def agrees(shown: str, printed: str) -> bool:
    """Whether the output shown is the output printed, up to a `…` line."""
    kept, mark, _ = shown.partition(f"\n{_LEFT_OUT}\n")
    return printed.startswith(kept + "\n") if mark else shown == printed


def rewritten(page: str, folder: Path) -> str:
    """Give a page with the output of its examples as it is now; a `…` keeps as many lines."""

    def block(match: re.Match[str]) -> str:
        body = "".join(
            f"$ {example.command}\n{_fresh(example, folder)}"
            for example in _examples_of_block(match["body"])
        )
        return f"```console\n{body}```"

    return _BLOCK.sub(block, page)


def _fresh(example: Example, folder: Path) -> str:
    printed = run(example.command, folder)
    kept, mark, _ = example.shown.partition(f"\n{_LEFT_OUT}\n")
    if not mark:
        return printed
    lines = printed.splitlines()[: kept.count("\n") + 1]
    return "\n".join([*lines, _LEFT_OUT]) + "\n"


def main() -> int:
    """Check or rewrite every page; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put in what the examples print")
    write = parser.parse_args().write
    status = 0
    with tempfile.TemporaryDirectory() as name:
        for path in pages():
            before = path.read_text(encoding="utf-8")
            after = rewritten(before, Path(name))
            if before == after:
                continue
            if write:
                path.write_text(after, encoding="utf-8")
            else:
                status = 1
                sys.stdout.writelines(
                    difflib.unified_diff(
                        before.splitlines(True), after.splitlines(True), str(path), "printed now"
                    )
                )
    return status


if __name__ == "__main__":
    sys.exit(main())
