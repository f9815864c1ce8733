"""How well `wp check` reads drafts: quotations found, their lines, verdicts, reported figures.

    python benchmarks/claims.py [--misses] [FOLDER…]

A set is a folder of articles about the built-in paper, each with its `.gold.json` beside it, or of
documents of other make, each in a folder with `meta.json`, which are drafted first. Without a
folder all sets under `data/` are measured; `data/README.md` tells when and by whom each was made
and what it showed at first sight. "Comfort" is a claim called supported though it is not, "alarm"
one called contradicted though it is not.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from wp.base import builtin_path
from wp.base.canonical import checked_text
from wp.base.draft import draft_base
from wp.base.draft.source import read_source
from wp.base.load import load, read_checked
from wp.base.schema import assemble
from wp.model import Base
from wp.verify.check import check_draft
from wp.verify.checked import CheckedDraft
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.judge import judge_sentence
from wp.verify.corpus import Corpus
from wp.verify.draft import read_draft
from wp.verify.quotation import verify_quotation

DATA = Path(__file__).parent / "data"
SIBLINGS = DATA / "sibling-claims.jsonl"
# Figures told of something else, and told truly in other words: whether to support one is wrong.
_ONE_BY_ONE = {
    **{f"other-facts-{number}.txt": True for number in (1, 2, 3, 4, 5, 6)},
    **{f"true-rewordings-{number}.txt": False for number in (2, 3, 4, 5, 6)},
}
_VERDICTS = ("supported", "contradicted", "unsupported")
_CLAUSE = 24  # letters of a clause that a set tells apart from its sentence
_ROWS = (
    "quotations right", "lines right", "claims right", *(f"{v} right" for v in _VERDICTS),
    "comfort", "alarm", "other false alarms",
)  # fmt: skip


class Score(NamedTuple):
    """Counts of what was right of what there was, and a line for each miss."""

    counts: Counter[str]
    misses: list[str]


class Case(NamedTuple):
    """An article, the verdicts that people gave it, and the base it is held against."""

    article: Path
    gold: dict[str, Any]
    base: Base


def cases(folder: Path) -> Iterator[Case]:
    """Find the articles of a folder, and the documents drafted that they are about."""
    for gold in sorted(folder.rglob("*.gold.json")):
        stem = gold.name.removesuffix(".gold.json")
        article = next((path for path in gold.parent.glob(f"{stem}.*") if path != gold), None)
        found = json.loads(gold.read_text(encoding="utf-8"))
        if article and "claims" in found:
            yield Case(article, found, load(builtin_path()))
    for meta in sorted(folder.rglob("meta.json")):
        document = meta.parent / json.loads(meta.read_text(encoding="utf-8"))["document"]
        found = json.loads((meta.parent / "claims.json").read_text(encoding="utf-8"))
        yield Case(meta.parent / found["article"], found, drafted(document))


def drafted(document: Path) -> Base:
    """Draft a base from a document."""
    text = checked_text(document, draft_base(read_source(document), document.stem).raw)
    return assemble(*read_checked(document, text.encode()))


def checked(case: Case) -> CheckedDraft:
    """Check an article against its base."""
    texts, index = Corpus([case.base]), ClaimIndex([case.base])
    return check_draft(
        read_draft(case.article),
        lambda quotation: verify_quotation(texts, quotation),
        lambda sentence, context: judge_sentence(sentence, index, context),
    )


def score(folder: Path) -> Score:
    """Compare the verdicts on the articles of a folder with the gold ones."""
    counts: Counter[str] = Counter()
    misses: list[str] = []
    for case in cases(folder):
        draft = checked(case)
        name = case.article.name
        if name == "article.md":
            name = f"{case.article.parent.name}/{name}"
        _score_quotations(draft, case.gold["quotations"], counts, misses, name)
        _score_claims(draft, case.gold["claims"], counts, misses, name)
        counts["other false alarms"] += len(draft.warnings)
    return Score(counts, misses)


def _folded(text: str) -> str:
    text = re.sub(r"\[\^\w+\]", "", text)  # the mark of a note
    return " ".join(text.translate({ord("’"): "'", ord("‘"): "'"}).split()).strip(" .,\"'“”")


def _same(one: str, two: str) -> bool:
    """Whether two sentences are one, or one is in the other (a clause, a row's cell, a mark)."""
    short, long = sorted((one, two), key=len)
    return one == two or (len(short) > min(len(long) / 2, _CLAUSE) and short in long)


def _score_quotations(
    draft: CheckedDraft, gold: list[Any], counts: Counter[str], misses: list[str], name: str
) -> None:
    found = {_folded(quotation.text): quotation for quotation in draft.quotations}
    wanted = {_folded(entry["text"]): entry for entry in gold}
    counts["quotations"] += len(gold)
    for text, entry in wanted.items():
        quotation = found.get(text)
        right = quotation is not None and quotation.verdict.verdict == entry["verdict"]
        line = entry.get("line")
        counts["quotations right"] += right
        counts["lines right"] += quotation is not None and line in (None, quotation.place.line)
        if not right:
            got = quotation.verdict.verdict if quotation else "not found"
            misses.append(f"{name}:{line}: {got}, gold {entry['verdict']}: {text}")
    for text, quotation in found.items():
        entry = wanted.get(text, {"verdict": "none", "note": ""})
        altered = quotation.level == "error" and entry["verdict"] != "altered"
        others = entry["verdict"] == "missing" and entry.get("note", "").startswith(
            ("scare", "title", "other")
        )
        if altered or (quotation.level == "warning" and (others or entry["verdict"] == "none")):
            counts["other false alarms"] += 1
            misses.append(f"{name}:{quotation.place.line}: false alarm: {text}")


def _score_claims(
    draft: CheckedDraft, gold: list[Any], counts: Counter[str], misses: list[str], name: str
) -> None:
    found = {_folded(claim.claim.sentence): claim for claim in draft.claims}
    wanted = {_folded(entry["sentence"]): entry for entry in gold}
    for text, entry in wanted.items():
        # A sentence of the gold may be a whole row or item, or a part of what is judged.
        near = [one for key, one in found.items() if _same(key, text)]
        verdicts = {one.claim.verdict for one in near}
        order = ("contradicted", "unsupported", "supported")
        got = next((verdict for verdict in order if verdict in verdicts), "not found")
        gold_verdict = entry["verdict"]
        counts["claims"] += 1
        counts["claims right"] += got == gold_verdict
        counts[gold_verdict] += 1
        counts[f"{gold_verdict} right"] += got == gold_verdict
        counts["comfort"] += got == "supported" != gold_verdict
        counts["alarm"] += got == "contradicted" != gold_verdict
        if got != gold_verdict:
            why = "; ".join(reason for one in near for reason in one.claim.reasons)
            misses.append(
                f"{name}:{entry.get('line', '')}: {got}, gold {gold_verdict}: {text} [{why}]"
            )
    for text, claim in found.items():
        told = any(_same(text, key) for key in wanted)
        if claim.level == "error" and not told:
            counts["other false alarms"] += 1
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
        counts["comfort"] += got == "supported" != case["verdict"]
        counts["alarm"] += got == "contradicted" != case["verdict"]
        if got != case["verdict"]:
            why = "; ".join(claim.reasons) if claim else ""
            misses.append(f"siblings: {got}, gold {case['verdict']}: {case['sentence']} [{why}]")
    return Score(counts, misses)


def supported(name: str) -> tuple[list[str], list[str], int]:
    """Return the sentences of a file of `data`, those called supported, and with how many of these
    words are named that the source lacks."""
    index = ClaimIndex([load(builtin_path())])
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    sentences = [line for line in lines if line and not line.startswith("#")]
    claims = [judge_sentence(line, index) for line in sentences]
    found = [one for one in claims if one and one.verdict == "supported"]
    named = sum(bool(one.not_in_source) for one in found)
    return sentences, [one.sentence for one in found], named


def score_restated() -> dict[str, Counter[str]]:
    """Judge the sentences that restate each document truly, and those that are false in one thing,
    in `restated`; count the verdicts of each kind."""
    counts = {"true": Counter[str](), "false": Counter[str]()}
    for told in sorted((DATA / "restated").glob("*.true.txt")):
        folder = DATA / "documents" / told.name.removesuffix(".true.txt")
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        index = ClaimIndex([drafted(folder / meta["document"])])
        for kind, found in counts.items():
            path = told.with_name(f"{folder.name}.{kind}.txt")
            lines = path.read_text(encoding="utf-8").splitlines()
            for line in lines:
                if not line.startswith("#"):
                    claim = judge_sentence(line, index)
                    found[claim.verdict if claim else "no claim"] += 1
    return counts


def main() -> None:
    """Print the table, and the misses if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list what was judged wrongly")
    parser.add_argument("folders", nargs="*", type=Path, help="sets to measure instead of all")
    arguments = parser.parse_args()
    folders = arguments.folders or [*sorted((DATA / "articles").iterdir()), DATA / "documents"]
    scores = {folder.name: score(folder) for folder in folders}
    print("| | " + " | ".join(scores) + " |")
    print("|---|" + "---:|" * len(scores))
    for row in _ROWS:
        whole = "quotations" if row == "lines right" else row.removesuffix(" right")
        whole = "claims" if row in ("comfort", "alarm") else whole
        cells = [
            f"{one.counts[row]} of {one.counts[whole]}" if whole != row else f"{one.counts[row]}"
            for one in scores.values()
        ]
        print(f"| {row} | {' | '.join(cells)} |")
    if not arguments.folders:
        siblings = score_siblings()
        told = "{right} of {cases} right, comfort {comfort}, alarm {alarm}"
        print(f"\nSiblings, sentence by sentence: {told.format_map(siblings.counts)}.")
        scores["siblings"] = siblings
        for kind, counts in score_restated().items():
            told = ", ".join(f"{number} {verdict}" for verdict, number in sorted(counts.items()))
            print(f"\nDocuments restated, {kind}: {told}, of {counts.total()}.")
        for name, wrong in _ONE_BY_ONE.items():
            sentences, found, named = supported(name)
            print(
                f"\n{name}, sentence by sentence: {len(found)} of {len(sentences)} supported, "
                f"{named} of them with words named that the source lacks."
            )
            missed = [one for one in sentences if (one in found) == wrong]
            scores[name] = Score(Counter(), missed)
    if arguments.misses:
        for folder, one in scores.items():
            for miss in one.misses:
                print(f"{folder}: {miss}")


if __name__ == "__main__":
    main()
