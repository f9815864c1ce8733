"""Error rates of `wp verify`: `python benchmarks/verdicts.py [--smoke]` prints them as tables.

Thousands of quotations are made from the built-in document's own sentences, each changed in one
place or only set differently, and held against it; so are the hand-made cases beside this file.
What people would use instead is held against the same quotations.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from mutations import Mutation, mutations

from wp.base.load import load
from wp.base.location import builtin_path
from wp.model import Base
from wp.text import sentences
from wp.verify.quotation import corpus, verify_quotation

SEED = 20171215
PER_KIND = 300
SMOKE_PER_KIND = 12
CLEAN = ("verbatim", "elided")
CASES = ("check-cases.dev.jsonl", "check-cases.own.jsonl")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; status 1 when a changed quotation passed as clean."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="a quick run on few quotations")
    parser.add_argument("--show", action="store_true", help="print every quotation judged wrong")
    options = parser.parse_args(arguments)
    base = load(builtin_path())
    made = list(mutations(base, SEED, SMOKE_PER_KIND if options.smoke else PER_KIND))
    started = time.perf_counter()
    given = _judge(base, made)
    seconds = time.perf_counter() - started
    print(_by_kind(made, given))
    print()
    print(f"{len(made):,} quotations, seed {SEED}, {1000 * seconds / len(made):.1f} ms each.")
    print()
    print(_cases(base))
    print()
    print(_taken_out(base))
    print()
    print(_side_by_side(base, made, given))
    if options.show:
        for mutation, verdict in zip(made, given, strict=True):
            if verdict != mutation.verdict:
                print(f"\n{mutation.kind}: {verdict}\n  {mutation.quotation}\n  {mutation.stretch}")
    return int(any(m.verdict == "altered" and v in CLEAN for m, v in zip(made, given, strict=True)))


def _judge(base: Base, made: Sequence[Mutation]) -> list[str]:
    prepared = corpus([base])
    return [verify_quotation(prepared, mutation.quotation).verdict for mutation in made]


def _by_kind(made: Sequence[Mutation], given: Sequence[str]) -> str:
    """Count for each kind what was judged wrong, and in which direction."""
    total: Counter[str] = Counter()
    wrong: dict[str, Counter[str]] = {name: Counter() for name in ("clean", "altered", "missing")}
    right: dict[str, str] = {}
    for mutation, verdict in zip(made, given, strict=True):
        total[mutation.kind] += 1
        right[mutation.kind] = mutation.verdict
        if verdict != mutation.verdict:
            wrong["clean" if verdict in CLEAN else verdict][mutation.kind] += 1
    lines = [
        "| done to the quotation | right verdict | quotations | wrongly clean | wrongly altered "
        "| wrongly missing |",
        "|---|---|--:|--:|--:|--:|",
    ]
    for kind, count in total.items():
        lines.append(
            f"| {kind} | {right[kind]} | {count} | {wrong['clean'][kind]} "
            f"| {wrong['altered'][kind]} | {wrong['missing'][kind]} |"
        )
    sums = " | ".join(str(wrong[name].total()) for name in ("clean", "altered", "missing"))
    lines.append(f"| **all** | | {total.total()} | {sums} |")
    return "\n".join(lines)


def _cases(base: Base) -> str:
    prepared = corpus([base])
    lines = ["| hand-made cases | cases | right | wrongly clean |", "|---|--:|--:|--:|"]
    for name in CASES:
        path = Path(__file__).parent / "data" / name
        cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        given = [verify_quotation(prepared, case["quotation"]).verdict for case in cases]
        right = sum(case["verdict"] == verdict for case, verdict in zip(cases, given, strict=True))
        clean = sum(
            case["verdict"] not in CLEAN and verdict in CLEAN
            for case, verdict in zip(cases, given, strict=True)
        )
        lines.append(f"| {name} | {len(cases)} | {right} | {clean} |")
    return "\n".join(lines)


def _taken_out(base: Base) -> str:
    """Hold every sentence against the document without its paragraph.

    The same subject in the same words by the same hand, and yet another sentence. Where the
    document repeats itself, altered or verbatim is no error.
    """
    given: Counter[str] = Counter()
    for number, section in enumerate(base.sections):
        for at, paragraph in enumerate(section.paragraphs):
            others = (*section.paragraphs[:at], *section.paragraphs[at + 1 :])
            rest = section._replace(paragraphs=others, topics=())
            sections = (*base.sections[:number], rest, *base.sections[number + 1 :])
            prepared = corpus([base._replace(sections=sections)])
            for start, end in sentences(paragraph):
                given[verify_quotation(prepared, paragraph[start:end]).verdict] += 1
    counts = ", ".join(f"{count} {verdict}" for verdict, count in given.most_common())
    return f"{given.total()} sentences against the document without their paragraph: {counts}."


def _side_by_side(base: Base, made: Sequence[Mutation], given: Sequence[str]) -> str:
    """Hold `wp` against other means of telling a true quotation from a changed one.

    difflib is given the very stretch that the quotation was made from, which it would have to find.
    """
    from difflib import SequenceMatcher

    from rapidfuzz.fuzz import partial_ratio

    texts = [section.text for section in base.sections]
    deciders: dict[str, Callable[[Mutation], bool]] = {
        "Ctrl-F (the very characters)": lambda m: any(m.quotation in text for text in texts),
        "rapidfuzz partial_ratio >= 90": lambda m: (
            max(partial_ratio(m.quotation, text) for text in texts) >= 90
        ),
        "difflib ratio >= 0.9": lambda m: (
            SequenceMatcher(None, m.quotation, m.stretch, autojunk=False).ratio() >= 0.9
        ),
    }
    verdicts = dict(zip(made, given, strict=True))
    deciders["wp verify"] = lambda m: verdicts[m] in CLEAN
    changed = [mutation for mutation in made if mutation.verdict == "altered"]
    true = [mutation for mutation in made if mutation.verdict != "altered"]
    lines = [
        f"| means | wrongly clean, of {len(changed):,} changed | wrongly rejected, of "
        f"{len(true):,} true |",
        "|---|--:|--:|",
    ]
    for name, is_clean in deciders.items():
        passed = sum(map(is_clean, changed))
        rejected = len(true) - sum(map(is_clean, true))
        lines.append(
            f"| {name} | {passed} ({passed / len(changed):.1%}) "
            f"| {rejected} ({rejected / len(true):.1%}) |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
