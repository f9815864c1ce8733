"""How well `wp check` reads articles: quotations found, their lines, verdicts, reported figures.

    python benchmarks/claims.py [--misses]

`dev` are the articles that the rules were made with, `own` were written by other hands. A false
alarm is an error or a warning that the gold verdicts give no cause for.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from wp.base.builtin import builtin_path
from wp.base.load import load
from wp.verify.check import CheckedDraft, check_draft
from wp.verify.claims import ClaimIndex, judge_sentence
from wp.verify.corpus import corpus
from wp.verify.draft import read_draft
from wp.verify.quotation import verify_quotation

DATA = Path(__file__).parent / "data"
ARTICLES = DATA / "articles"
SIBLINGS = DATA / "sibling-claims.jsonl"
_VERDICTS = ("supported", "contradicted", "unsupported")


class Score(NamedTuple):
    """Counts of what was right of what there was, and a line for each miss."""

    counts: Counter[str]
    misses: list[str]


def checked_articles(folder: Path) -> Iterator[tuple[CheckedDraft, dict[str, Any]]]:
    """Check every article of a folder; gives it with its gold verdicts."""
    bases = [load(builtin_path())]
    texts, index = corpus(bases), ClaimIndex(bases)
    for gold in sorted(folder.glob("*.gold.json")):
        stem = gold.name.removesuffix(".gold.json")
        article = next(path for path in folder.glob(f"{stem}.*") if path != gold)
        checked = check_draft(
            read_draft(article),
            lambda quotation: verify_quotation(texts, quotation),
            lambda sentence, context: judge_sentence(sentence, index, context),
        )
        yield checked, json.loads(gold.read_text(encoding="utf-8"))


def score(folder: Path) -> Score:
    """Compare the verdicts on the articles of a folder with the gold ones."""
    counts: Counter[str] = Counter()
    misses: list[str] = []
    for checked, gold in checked_articles(folder):
        name = Path(checked.draft.path).name
        _score_quotations(checked, gold["quotations"], counts, misses, name)
        _score_claims(checked, gold["claims"], counts, misses, name)
        counts["false alarms"] += len(checked.warnings)
    return Score(counts, misses)


def _score_quotations(
    checked: CheckedDraft, gold: list[Any], counts: Counter[str], misses: list[str], name: str
) -> None:
    found = {quotation.text: quotation for quotation in checked.quotations}
    wanted = {entry["text"]: entry for entry in gold}
    counts["quotations"] += len(gold)
    for text, entry in wanted.items():
        quotation = found.get(text)
        right = quotation is not None and quotation.verdict.verdict == entry["verdict"]
        counts["quotations right"] += right
        counts["lines right"] += quotation is not None and quotation.place.line == entry["line"]
        if not right:
            got = quotation.verdict.verdict if quotation else "not found"
            misses.append(f"{name}:{entry['line']}: {got}, gold {entry['verdict']}: {text}")
    for text, quotation in found.items():
        entry = wanted.get(text, {"verdict": "none", "note": ""})
        altered = quotation.level == "error" and entry["verdict"] != "altered"
        others = entry["verdict"] == "missing" and entry.get("note", "").startswith(
            ("scare", "title", "other")
        )
        if altered or (quotation.level == "warning" and (others or entry["verdict"] == "none")):
            counts["false alarms"] += 1
            misses.append(f"{name}:{quotation.place.line}: false alarm: {text}")


def _score_claims(
    checked: CheckedDraft, gold: list[Any], counts: Counter[str], misses: list[str], name: str
) -> None:
    found = {" ".join(claim.claim.sentence.split()): claim for claim in checked.claims}
    wanted = {" ".join(entry["sentence"].split()): entry for entry in gold}
    for text, entry in wanted.items():
        claim = found.get(text)
        right = claim is not None and claim.claim.verdict == entry["verdict"]
        counts["claims"] += 1
        counts["claims right"] += right
        counts[entry["verdict"]] += 1
        counts[f"{entry['verdict']} right"] += right
        if not right:
            got = claim.claim.verdict if claim else "not found"
            misses.append(f"{name}:{entry['line']}: {got}, gold {entry['verdict']}: {text}")
    for text, claim in found.items():
        verdict = wanted.get(text, {"verdict": "no claim"})["verdict"]
        if claim.level == "error" and verdict != "contradicted":
            counts["false alarms"] += 1
            misses.append(f"{name}:{claim.place.line}: false alarm: {text}")


def score_siblings() -> Score:
    """Judge sentences made by hand on figures that count nearly the same thing."""
    index = ClaimIndex([load(builtin_path())])
    counts: Counter[str] = Counter()
    misses: list[str] = []
    for line in SIBLINGS.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        claim = judge_sentence(case["sentence"], index)
        got = claim.verdict if claim else "no claim"
        counts["cases"] += 1
        counts["right"] += got == case["verdict"]
        counts["false alarms"] += got == "contradicted" != case["verdict"]
        if got != case["verdict"]:
            misses.append(f"siblings: {got}, gold {case['verdict']}: {case['sentence']}")
    return Score(counts, misses)


def main() -> None:
    """Print the table, and the misses if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list what was judged wrongly")
    show_misses = parser.parse_args().misses
    rows = ("quotations right", "lines right", "claims right", *(f"{v} right" for v in _VERDICTS))
    scores = {folder.name: score(folder) for folder in sorted(ARTICLES.iterdir())}
    print("| | " + " | ".join(scores) + " |")
    print("|---|" + "---:|" * len(scores))
    for row in rows:
        whole = "quotations" if row == "lines right" else row.removesuffix(" right")
        cells = [f"{one.counts[row]} of {one.counts[whole]}" for one in scores.values()]
        print(f"| {row} | {' | '.join(cells)} |")
    alarms = [str(one.counts["false alarms"]) for one in scores.values()]
    print(f"| false alarms | {' | '.join(alarms)} |")
    siblings = score_siblings()
    told = "{right} of {cases} right, {false alarms} contradicted wrongly"
    print(f"\nSiblings, sentence by sentence: {told.format_map(siblings.counts)}.")
    if show_misses:
        print(*siblings.misses, sep="\n")
        for folder, one in scores.items():
            for miss in one.misses:
                print(f"{folder}: {miss}")


if __name__ == "__main__":
    main()
