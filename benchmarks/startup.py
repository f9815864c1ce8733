"""How long a look-up takes, whole process, beside `import typer` and other tools.

    python benchmarks/startup.py [--runs 40]

Run it with the interpreter of an environment that `wp` is installed in (not in editable form, whose
import hook costs more). Ratios of medians from interleaved runs.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from interleaved import markdown_table, medians

FACTS = Path(__file__).parent.parent / "facts.json"
_JQ_FILTER = '[.sections[].topics[].facts[] | select(.quote | test("peacekeeping"))]'


def main() -> None:
    """Time the commands and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=40)
    runs = parser.parse_args().runs

    python = sys.executable
    wp = str(Path(python).with_name("wp"))
    import_typer = "python -c 'import typer'"
    sentence = "In 2017 China built a peacekeeping standby force of 9,000 troops."
    commands = {
        import_typer: [python, "-c", "import typer"],
        "wp --version": [wp, "--version"],
        "wp search peacekeeping --json": [wp, "search", "peacekeeping", "--json"],
        "wp search peacekeping --json (typing error)": [wp, "search", "peacekeping", "--json"],
        "wp search peacekeeping (table)": [wp, "search", "peacekeeping"],
        "wp show VI.peacekeeping.<Tab>": [wp],
        "wp verify (an altered sentence) --json": [wp, "verify", sentence, "--json"],
        "python -c pass": [python, "-c", "pass"],
    }
    if jq := shutil.which("jq"):
        commands["jq"] = [jq, _JQ_FILTER, str(FACTS)]
    targets = {
        "wp --version": (1.05, import_typer),
        "wp search peacekeeping --json": (1.10, import_typer),
        "wp search peacekeping --json (typing error)": (1.35, import_typer),
        "wp search peacekeeping (table)": (1.55, import_typer),
        "wp show VI.peacekeeping.<Tab>": (1.05, import_typer),
        "wp verify (an altered sentence) --json": (1.40, import_typer),
    }
    completion = {
        "_WP_COMPLETE": "complete_bash",
        "COMP_WORDS": "wp show VI.peacekeeping.",
        "COMP_CWORD": "2",
    }
    with tempfile.TemporaryDirectory() as cache:
        shared = {"WP_CACHE": cache}
        environments = {name: shared for name in commands}
        environments["wp show VI.peacekeeping.<Tab>"] = shared | completion
        peak_memory([wp, "topic"], shared)  # makes the prepared form
        peak = peak_memory([wp, "search", "peacekeeping", "--json"], shared)
        took = medians(commands, runs, environments)

    rows = []
    for name, milliseconds in took.items():
        target, reference = targets.get(name, (None, import_typer))
        ratio = milliseconds / took[reference]
        goal = f"≤ {target:.2f}" if target else ""
        rows.append((f"`{name}`", f"{milliseconds:.0f}", f"{ratio:.2f}", goal))
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; ",
        end="",
    )
    print(f"medians of {runs} interleaved runs\n")
    print(markdown_table(("command", "ms", "× `import typer`", "target"), rows))
    if "jq" in took:
        ratio = took["wp search peacekeeping --json"] / took["jq"]
        print(
            f"\n`wp search peacekeeping --json` takes {ratio:.2f} times what jq takes to filter the"
        )
        print("same facts.json (target: at most 3.1).")
    print(f"\nPeak memory of `wp search peacekeeping --json`: {peak:.0f} MB (target: below 45).")


def peak_memory(command: list[str], environment: dict[str, str]) -> float:
    """Give the peak resident memory of a process in megabytes."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, env={**os.environ, **environment}
    )
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
