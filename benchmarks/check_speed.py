"""What `wp check` takes of the processor: an article beside `wp search`, and a whole book.

    python benchmarks/check_speed.py [--runs 20]

Run it with the interpreter of an environment that `wp` is installed in. Article and book are made
from the built-in base with a fixed seed: the statements of facts as the draft's own words, every
other one with a figure, and stretches of the text as quotations. Of ten quotations seven are exact,
one is only set differently, one has a marked omission or insertion, one is altered.

A draft is checked for the first time, when all its verdicts are new; after a change, when words
were put into three of its paragraphs since the last check; and again as it was.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from random import Random
from statistics import median

from interleaved import markdown_table, medians, processor_time
from mutations import mutations, stretches

from wp.base import builtin_path
from wp.base.load import load

SEED = 20171215
ARTICLE_WORDS, BOOK_WORDS = 5_000, 100_000
WORDS_A_QUOTATION = 50
_MIXTURE = (*["exact"] * 7, "verbatim", "elided", "altered")
_FORMS = ("--plain", "--json", "")
_STATES = {
    "first": "`wp check`, the first time",
    "changed": "after a change",
    "again": "as it was",
}
QUERY = "peacekeeping"


def main() -> None:
    """Time the commands and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    runs = parser.parse_args().runs
    wp = str(Path(sys.executable).with_name("wp"))
    with tempfile.TemporaryDirectory() as folder:
        text, book = draft(ARTICLE_WORDS), Path(folder, "book.md")
        book.write_text(draft(BOOK_WORDS), encoding="utf-8")
        rng = Random(SEED)
        commands, environments, before = {}, {}, {}
        for form in _FORMS:
            for state in ("search", *_STATES):
                cache, article = Path(folder, state), Path(folder, f"{state}{form}.md")
                article.write_text(text, encoding="utf-8")
                check = [wp, "check", str(article)] if state in _STATES else [wp, "search", QUERY]
                name = f"{state} {form}"
                commands[name] = [*check, *form.split()]
                # What is installed runs compiled, whatever this shell forbids.
                environments[name] = {"WP_CACHE": str(cache), "PYTHONDONTWRITEBYTECODE": ""}
                if state == "first":
                    before[name] = partial(forget, cache)
                if state == "changed":
                    before[name] = partial(change, article, rng)
        spent(commands["again --json"], environments["again --json"])
        took = medians(commands, runs, environments, processor_time, before)
        environment = environments["first --json"]
        books = []
        for _ in range(3):
            forget(Path(environment["WP_CACHE"]))
            books.append(spent([wp, "check", str(book), "--json"], environment))
    rows = []
    for form in _FORMS:
        found = took[f"search {form}"]
        checked = (f"{took[f'{state} {form}']:.0f}" for state in _STATES)
        rows.append((form or "table", f"{found:.0f}", *checked, f"≤ {1.5 * found + 50:.0f}"))
    python = platform.python_version()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {python}; ", end="")
    print(f"processor time in milliseconds, medians of {runs} interleaved runs; a draft of")
    quotations = ARTICLE_WORDS // WORDS_A_QUOTATION
    print(f"{ARTICLE_WORDS:,} words with {quotations} quotations; target: 1.5 × search + 50 ms\n")
    print(markdown_table(("form", "`wp search`", *_STATES.values(), "target"), rows))
    print(
        f"\nA book of {BOOK_WORDS:,} words with {BOOK_WORDS // WORDS_A_QUOTATION:,} quotations:\n"
    )
    spend = [
        ("seconds", f"{median(seconds for seconds, _ in books):.2f}", "< 3"),
        ("peak memory, MB", f"{max(memory for _, memory in books):.0f}", "< 200"),
    ]
    print(markdown_table(("", "measured", "target"), spend))
    first, *changes = edited(runs)
    print(f"\nA draft of {ARTICLE_WORDS:,} words in an editor, milliseconds for a check:\n")
    times = [("opened", f"{first:.0f}", ""), ("changed", f"{median(changes):.0f}", "≤ 150")]
    print(markdown_table(("", "measured", "target"), times))


def forget(cache: Path) -> None:
    """Remove the verdicts that were kept."""
    for file in cache.glob("*.verdicts"):
        file.unlink()


def change(article: Path, rng: Random) -> None:
    """Put a word into three paragraphs of a draft."""
    paragraphs = article.read_text(encoding="utf-8").split("\n\n")
    prose = [at for at, text in enumerate(paragraphs) if not text.startswith("#")]
    for at in rng.sample(prose, 3):
        begin, blank, rest = paragraphs[at].partition(" ")
        paragraphs[at] = f"{begin} again{blank}{rest}"
    article.write_text("\n\n".join(paragraphs), encoding="utf-8")


def edited(runs: int) -> list[float]:
    """Check a draft as `wp lsp` does, then after each of some changes; return milliseconds."""
    from wp.lsp import Desk

    desk = Desk()
    text = draft(ARTICLE_WORDS)
    rng = Random(SEED)
    took = []
    for _ in range(runs + 1):
        start = time.process_time()
        desk.check(Path("draft.md"), text, "markdown")
        took.append((time.process_time() - start) * 1000)
        at = text.index(" ", rng.randrange(len(text) - 100))
        text = f"{text[:at]} again{text[at:]}"
    return took


def draft(length: int) -> str:
    """Make a Markdown draft of about `length` words, a quotation in every fifty."""
    base = load(builtin_path())
    rng = Random(SEED)
    quotations = _quotations(length // WORDS_A_QUOTATION)
    statements = [f"{fact.statement}." for fact in base.facts()]
    reports = [f"{fact.statement}." for fact in base.facts() if fact.figures]
    paragraphs = []
    for number, quotation in enumerate(quotations, 1):
        if number % 20 == 1:
            paragraphs.append(f"## Part {number // 20 + 1}")
        # What is still missing of the words that the draft should have by now.
        missing = number * WORDS_A_QUOTATION - sum(len(p.split()) for p in paragraphs)
        own: list[str] = []
        while sum(len(s.split()) for s in own) + len(quotation.split()) < missing:
            own.append(rng.choice(reports if len(own) % 2 else statements))
        paragraphs.append(" ".join([*own, f"The paper says: “{quotation}”"]))
    return "\n\n".join(paragraphs) + "\n"


def _quotations(count: int) -> list[str]:
    """Make quotations in the mixture that the module names, shuffled."""
    base = load(builtin_path())
    rng = Random(SEED)
    exact = [stretch.text for stretch in stretches(base, rng)]
    made: dict[str, Iterator[str]] = {"exact": cycle(rng.sample(exact, len(exact)))}
    mutated = list(mutations(base, SEED, 20))
    for verdict in ("verbatim", "elided", "altered"):
        texts = [m.quotation for m in mutated if m.verdict == verdict and "\n" not in m.quotation]
        made[verdict] = cycle(rng.sample(texts, len(texts)))
    return [next(made[kind]) for kind, _ in zip(cycle(_MIXTURE), range(count), strict=False)]


def spent(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Run a check; give its seconds and its peak resident memory in megabytes.

    A report that is no JSON ends the benchmark: a check that broke off early would look fast.
    """
    with tempfile.TemporaryFile() as output:
        process = os.posix_spawn(
            command[0],
            command,
            {**os.environ, **environment},
            file_actions=[(os.POSIX_SPAWN_DUP2, output.fileno(), 1)],
        )
        _, _, usage = os.wait4(process, 0)
        output.seek(0)
        json.load(output)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
