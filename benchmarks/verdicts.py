"""Error rates of `wp verify`: `python benchmarks/verdicts.py [--smoke]` prints them as tables.

Thousands of quotations are made from a document's own sentences, each changed in one place or only
set differently, and held against it: the built-in one, three of other make, and the Universal
Declaration of Human Rights in Chinese and Japanese; so are the hand-made cases beside this file.
What people would use instead is held against the same quotations.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import mutations_dressed
from mutations import Mutation, mutations
from mutations_dense import dense_mutations

from wp.base import builtin_path
from wp.base.load import load
from wp.library import open_library
from wp.model import Base
from wp.text import sentences
from wp.verify.corpus import Corpus
from wp.verify.quotation import verify_quotation
from wp.verify.verdict import CLEAN, Verdict

SEED = 20171215
PER_KIND = 300
SMOKE_PER_KIND = 12
DATA = Path(__file__).parent / "data"
OTHERS = (
    "documents/bank/bank.html", "documents/bulletin/bulletin.md", "declaration/english.md",
)  # fmt: skip
DENSE = ("declaration/chinese.md", "declaration/japanese.md")
CASES = ("check-cases.dev.jsonl", "check-cases.own.jsonl")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; status 1 when a changed quotation passed as clean."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="a quick run on few quotations")
    parser.add_argument("--show", action="store_true", help="print every quotation judged wrong")
    parser.add_argument(
        "--text",
        action="append",
        default=[],
        help="hold this document too; the others are left out",
    )
    options = parser.parse_args(arguments)
    per_kind = SMOKE_PER_KIND if options.smoke else PER_KIND
    if options.text:
        judged = {path: _judge(*_made_of(Path(path), per_kind)) for path in options.text}
        return _told(judged, options.show)
    base = load(builtin_path())
    made = list(mutations(base, SEED, per_kind))
    texts = {"built-in": (base, [*made, *_dressed(base, per_kind)])}
    texts |= {path: _made_of(DATA / path, per_kind // 3) for path in OTHERS}
    judged = {name: _judge(*text) for name, text in texts.items()}
    failed = _told(judged, options.show)
    dense = {}
    for path in DENSE:
        text = open_library([DATA / path]).bases[0]
        dense[path] = _judge(text, list(dense_mutations(text, SEED, per_kind // 2)))
    in_dense = [pair for pairs in dense.values() for pair in pairs]
    print(_table(in_dense, "done to a quotation without spaces", lambda m: m.kind))
    print()
    print(_by_text(dense))
    print()
    given = [verdict.verdict for _, verdict in judged["built-in"][: len(made)]]
    print(_cases(base))
    print()
    every = 8 if options.smoke else 1
    print(_taken_out(base, every))
    print()
    print(_side_by_side(base, made[::every], given[::every]))
    return max(failed, _failed(in_dense, options.show))


Judged = list[tuple[Mutation, Verdict]]


def _made_of(path: Path, per_kind: int) -> tuple[Base, list[Mutation]]:
    """Draft a base from a document and make quotations of its sentences."""
    base = open_library([path]).bases[0]
    return base, [*mutations(base, SEED, per_kind), *_dressed(base, per_kind)]


def _told(judged: dict[str, Judged], show: bool) -> int:
    """Print the tables by kind and by text; give 1 when a changed quotation passed as clean."""
    pairs = [pair for some in judged.values() for pair in some]
    print(_table(pairs, "done to the quotation", lambda m: m.kind))
    print()
    print(_by_text(judged))
    print()
    return _failed(pairs, show)


def _failed(judged: Judged, show: bool) -> int:
    wrong = [pair for pair in judged if not _is_right(*pair)]
    for mutation, verdict in wrong if show else ():
        print(f"\n{mutation.kind}: {verdict.verdict}\n  {mutation.quotation}")
        print(f"  {mutation.stretch}")
    return int(any(m.verdict == "altered" and v.verdict in CLEAN for m, v in wrong))


def _dressed(base: Base, per_kind: int) -> list[Mutation]:
    warned = mutations(base, SEED, per_kind, mutations_dressed.WARNED, warned=True)
    return [*mutations(base, SEED, per_kind, mutations_dressed.KINDS), *warned]


def _judge(base: Base, made: Sequence[Mutation]) -> Judged:
    prepared = Corpus([base])
    return [(one, verify_quotation(prepared, one.quotation)) for one in made]


def _is_right(mutation: Mutation, verdict: Verdict) -> bool:
    return verdict.verdict == mutation.verdict and bool(verdict.warnings or not mutation.warned)


def _by_text(judged: dict[str, Judged]) -> str:
    """Count what was judged wrong in each text."""
    of = {id(m): name for name, pairs in judged.items() for m, _ in pairs}
    return _table([p for pairs in judged.values() for p in pairs], "text", lambda m: of[id(m)])


def _table(judged: Judged, head: str, key: Callable[[Mutation], str]) -> str:
    """Count for each kind what was judged wrong, and in which direction."""
    total: Counter[str] = Counter()
    wrong: dict[str, Counter[str]] = {
        name: Counter() for name in ("clean", "altered", "missing", "not warned of")
    }
    for mutation, verdict in judged:
        total[key(mutation)] += 1
        if verdict.verdict != mutation.verdict:
            direction = "clean" if verdict.verdict in CLEAN else verdict.verdict
            wrong[direction][key(mutation)] += 1
        elif mutation.warned and not verdict.warnings:
            wrong["not warned of"][key(mutation)] += 1
    right = {key(mutation): mutation.verdict for mutation, _ in judged} if head != "text" else {}
    lines = [
        f"| {head} | right verdict | quotations | wrongly clean | wrongly altered "
        "| wrongly missing | not warned of |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
    for kind, count in total.items():
        counts = " | ".join(str(one[kind]) for one in wrong.values())
        lines.append(f"| {kind} | {right.get(kind, '')} | {count} | {counts} |")
    sums = " | ".join(str(one.total()) for one in wrong.values())
    lines.append(f"| **all** | | {total.total():,} | {sums} |")
    return "\n".join(lines)


def _cases(base: Base) -> str:
    prepared = Corpus([base])
    lines = ["| hand-made cases | cases | right | wrongly clean |", "|---|--:|--:|--:|"]
    for name in CASES:
        path = DATA / name
        cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        given = [verify_quotation(prepared, case["quotation"]).verdict for case in cases]
        right = sum(case["verdict"] == verdict for case, verdict in zip(cases, given, strict=True))
        clean = sum(
            case["verdict"] not in CLEAN and verdict in CLEAN
            for case, verdict in zip(cases, given, strict=True)
        )
        lines.append(f"| {name} | {len(cases)} | {right} | {clean} |")
    return "\n".join(lines)


def _taken_out(base: Base, every: int) -> str:
    """Hold the sentences of every nth paragraph against the document without it.

    The same subject in the same words by the same hand, and yet another sentence. Where the
    document repeats itself, altered or verbatim is no error.
    """
    given: Counter[str] = Counter()
    for number, section in enumerate(base.sections):
        for at, paragraph in list(enumerate(section.paragraphs))[::every]:
            others = (*section.paragraphs[:at], *section.paragraphs[at + 1 :])
            rest = section._replace(paragraphs=others, topics=())
            sections = (*base.sections[:number], rest, *base.sections[number + 1 :])
            prepared = Corpus([base._replace(sections=sections)])
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
    deciders: dict[str, Callable[[Mutation], bool] | None] = {
        "Ctrl-F (the very characters)": lambda m: any(m.quotation in text for text in texts),
        "rapidfuzz partial_ratio >= 90": lambda m: (
            max(partial_ratio(m.quotation, text) for text in texts) >= 90
        ),
        "difflib ratio >= 0.9": lambda m: (
            SequenceMatcher(None, m.quotation, m.stretch, autojunk=False).ratio() >= 0.9
        ),
    }
    deciders.update(_peers("\n".join(texts)))
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
        if is_clean is None:
            lines.append(f"| {name} | not installed | |")
            continue
        passed = sum(map(is_clean, changed))
        rejected = len(true) - sum(map(is_clean, true))
        lines.append(
            f"| {name} | {passed} ({passed / len(changed):.1%}) "
            f"| {rejected} ({rejected / len(true):.1%}) |"
        )
    return "\n".join(lines)


def _peers(text: str) -> dict[str, Callable[[Mutation], bool] | None]:
    """Give programs from the package index that hold quotations against a source."""
    peers: dict[str, Callable[[Mutation], bool] | None] = {"gtrex": None, "krokai": None}
    if find_spec("gtrex"):
        from gtrex import Policy, Verifier

        verifier = Verifier(text, Policy())
        peers["gtrex"] = lambda m: bool(verifier.verify(m.quotation).grounded)
    if find_spec("krokai"):
        from krokai.corpus import Corpus
        from krokai.verdicts import CLEAN as CLEAN_OF_KROKAI
        from krokai.verify import check

        with TemporaryDirectory() as folder:
            (Path(folder) / "source.txt").write_text(text, encoding="utf-8")
            sources = Corpus([folder])
        peers["krokai"] = lambda m: check(m.quotation, sources)[0] in CLEAN_OF_KROKAI
    return peers


if __name__ == "__main__":
    sys.exit(main())
