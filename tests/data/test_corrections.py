"""A law of `wp check --diff`: it mends quotations or leaves them alone, and touches nothing else.

Held over every draft of the tests and benchmarks, and over hand-made and made quotations in drafts
of several kinds: what is corrected is exact then, what is still altered was named as left out, and
no character outside the quotations has moved.
"""

import importlib.util
import json
import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from html import escape
from itertools import cycle
from pathlib import Path
from types import ModuleType

import pytest
from drafted_bases import drafted

from wp.base import builtin_path
from wp.base.load import load
from wp.documents import FileKind
from wp.verify.check import check_draft
from wp.verify.checked import CheckedDraft
from wp.verify.corpus import Corpus
from wp.verify.correction import sure_edits
from wp.verify.draft import read_draft
from wp.verify.quotation import verify_quotation

DATA = Path(__file__).parents[2] / "benchmarks" / "data"
ARTICLES = sorted(
    path
    for path in (*DATA.glob("articles/*/*"), *DATA.glob("documents/*/article.md"))
    if path.suffix in (".md", ".txt", ".html")
)
FORMS: tuple[tuple[FileKind, str], ...] = (
    ("markdown", "He said “{}”, and 5 heard."),
    ("markdown", "He heard *much*: “{}” – “the people”."),
    ("markdown", "> {}\n\nSo it says, “for all”."),
    ("markdown", "- It says ‘{}’.\n- It does."),
    ("html", "<p>It says “{}” there.</p>"),
    ("text", 'It says "{}" there.'),
)


@cache
def texts(source: Path | None) -> Corpus:
    """Give the texts of a document, else of the built-in base."""
    return Corpus([drafted(source)[0] if source else load(builtin_path())])


def source_of(article: Path) -> Path | None:
    """Give the document beside an article that is about it; the others are about the built-in."""
    if article.stem != "article":
        return None
    return next(p for p in article.parent.iterdir() if p.stem == article.parent.name)


def outside(checked: CheckedDraft) -> list[str]:
    """Give a draft's text, and what its reader takes it for, without its quotations."""
    quoted = {at for one in checked.quotations for at in range(one.body.at(0), one.body.end())}
    text = "".join(c for at, c in enumerate(checked.draft.text) if at not in quoted)
    if checked.draft.kind == "text":
        return [text]  # where its paragraphs end depends on how long the lines are
    bodies = [block.body for block in checked.draft.blocks]
    return [
        text,
        *("".join(c for at, c in enumerate(b.text) if b.at(at) not in quoted) for b in bodies),
    ]


def assert_mended(text: str, kind: FileKind, source: Path | None = None) -> int:
    """Assert the law of one draft; give how many quotations were corrected."""

    def check(text: str) -> CheckedDraft:
        draft = read_draft("d", text.encode(), kind)
        verify = partial(verify_quotation, texts(source))
        return check_draft(draft, verify, lambda sentence, context: None)

    checked = check(text)
    sure = sure_edits(checked, check)
    if not sure:
        return 0
    edits = sorted(edit for some in sure.values() for edit in some)
    for start, end, new in reversed(edits):
        text = text[:start] + new + text[end:]
    again = check(text)
    left = [number for number in altered(checked) if number not in sure]
    assert altered(again) == left
    assert outside(again) == outside(checked)
    return len(sure)


def altered(checked: CheckedDraft) -> list[int]:
    """Give the numbers of the quotations that are to be mended."""
    found = enumerate(checked.quotations)
    return [number for number, one in found if one.level == "error" and not one.ignored]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: str(path.relative_to(DATA)))
def test_a_draft_is_mended_or_left_alone(article: Path) -> None:
    draft = read_draft(article)
    assert_mended(draft.text, draft.kind, source_of(article))


def in_drafts(quotations: Iterator[str]) -> Iterator[tuple[FileKind, str]]:
    """Put quotations into drafts of all kinds in turn, some words of every third in emphasis."""
    for number, (quotation, (kind, form)) in enumerate(zip(quotations, cycle(FORMS), strict=False)):
        words = quotation.split(" ")
        if kind == "markdown" and number % 3 == 0:
            middle = len(words) // 2
            words[middle - 1 : middle + 1] = [f"**{' '.join(words[middle - 1 : middle + 1])}**"]
        said = " ".join(words)
        yield kind, form.format(escape(said, quote=False) if kind == "html" else said)


def hand_made() -> Iterator[str]:
    for path in sorted(DATA.glob("check-cases.*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            yield json.loads(line)["quotation"]


def made() -> Iterator[str]:
    """Change sentences of the paper, a few in each way."""
    for mutation in benchmark("mutations").mutations(load(builtin_path()), 7, 4):
        yield mutation.quotation


def benchmark(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, DATA.parent / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("quotations", [hand_made, made])
def test_a_quotation_is_mended_or_left_alone(quotations: Callable[[], Iterator[str]]) -> None:
    mended = [assert_mended(text, kind) for kind, text in in_drafts(quotations())]
    assert sum(mended) > 30


def test_a_mark_that_is_put_in_is_the_other_ones_pair() -> None:
    said = (
        "He said “improved its leadership in building the rule of law by following the principle "
        'of "group and safeguarding human rights." It has worked hard in promoting law-based '
        "governance”, and 5 heard."
    )
    assert assert_mended(said, "markdown") == 1
