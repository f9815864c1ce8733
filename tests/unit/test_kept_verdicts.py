"""Verdicts that are kept from one check to the next: the same as without, whatever changes."""

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wp.library.verdicts as kept
from wp.base import builtin_path
from wp.library import open_library
from wp.verify.check import check_draft
from wp.verify.claims.context import NO_CONTEXT, Context
from wp.verify.claims.judge import judge_sentence
from wp.verify.draft import read_draft
from wp.verify.quotation import verify_quotation
from wp.verify.verdict import Change, Claim, ClaimFigure, Nearest, Verdict

ARTICLES = Path(__file__).parents[2] / "benchmarks" / "data" / "articles"
# Quotations of every verdict, tables, quoted words within claims, speakers, sentences that lean on
# those before them.
DRAFTS = sorted(path for path in (ARTICLES / "own").iterdir() if path.suffix in (".md", ".txt"))
SENTENCE = "Since 1990 China had sent 36,000 peacekeepers abroad."

Judged = list[str]


@pytest.fixture
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A cache folder that is not there yet."""
    monkeypatch.setenv("WP_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def judged(cache: Path, monkeypatch: pytest.MonkeyPatch) -> Judged:
    """The sentences and quotations that were judged anew."""
    told: Judged = []

    def judge(sentence: str, *others: object) -> Claim | None:
        told.append(sentence)
        return judge_sentence(sentence, *others)  # type: ignore[arg-type]

    def verify(source: object, quotation: str) -> Verdict:
        told.append(quotation)
        return verify_quotation(source, quotation)  # type: ignore[arg-type]

    monkeypatch.setattr("wp.verify.claims.judge.judge_sentence", judge)
    monkeypatch.setattr("wp.verify.quotation.verify_quotation", verify)
    return told


def test_a_draft_is_told_the_same_from_what_was_kept(judged: Judged) -> None:
    first, second = (open_library([builtin_path()]) for _ in range(2))
    for path in DRAFTS:
        draft = read_draft(path)
        plain = check_draft(
            draft,
            first.verify,
            lambda sentence, context: judge_sentence(sentence, first.claims, context),
            corpus=lambda: first.corpus,
        )
        assert first.check(draft) == plain
    judged.clear()
    for path in DRAFTS:
        draft = read_draft(path)
        assert second.check(draft) == open_library([builtin_path()]).check(draft)
    assert not judged
    assert len(DRAFTS) > 2


@pytest.mark.parametrize(
    ("before", "after", "anew"),
    [
        # another sentence, and what leans on it
        ("It rained. {}", "It rained for 12 days. {}", 2),
        # the same in another place
        ("{}", "# Peace\n\n{}", 0),
        # a quotation is judged by its words alone, a sentence also by what it follows
        ("The paper praises “the rule of law”.", "“The rule of law”! And “the rule of law”.", 1),
        # what the sentence quotes helps to find a fact
        ("{}", '{} (“peace” and "war")', 2),
        # one that stood lower in the draft
        ("Boats sank in 1912.\n\n{}", "{}\n\nBoats sank in 1912.", 0),
    ],
)
def test_only_what_was_changed_is_judged_anew(
    judged: Judged, before: str, after: str, anew: int
) -> None:
    open_library([builtin_path()]).check(before.format(SENTENCE))
    judged.clear()
    open_library([builtin_path()]).check(after.format(SENTENCE))
    assert len(judged) == anew, judged


def test_another_source_is_asked_anew(judged: Judged, tmp_path: Path) -> None:
    source = tmp_path / "source.json"
    copyfile(builtin_path(), source)
    (claim,) = open_library([source]).check(SENTENCE).claims
    assert claim.word == "supported"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("36,000", "46,000").replace("36000", "46000"), encoding="utf-8")
    (claim,) = open_library([source]).check(SENTENCE).claims
    assert claim.word == "contradicted"


def test_other_code_judges_anew(
    judged: Judged, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    open_library([builtin_path()]).check(SENTENCE)
    judged.clear()
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "rule.py").touch()
    monkeypatch.setattr("wp.library.cache.MAKERS", (tmp_path / "room",))
    open_library([builtin_path()]).check(SENTENCE)
    assert judged


def test_what_was_not_asked_for_the_longest_is_forgotten(
    judged: Judged, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_MOST", 2)
    library = open_library([builtin_path()])
    first, second, third = (f"It took {number} days." for number in (11, 12, 13))
    for text in (first, second, first, third):
        library.check(text)
    judged.clear()
    again = open_library([builtin_path()])
    for text in (first, third, second):
        again.check(text)
    assert judged == [second]


def test_no_more_is_held_than_twice_what_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 2)
    seen: list[str] = []
    held = kept.KeptVerdicts(_Form())  # type: ignore[arg-type]
    judge = held.judge(lambda sentence, _: seen.append(sentence))
    for number in (11, 12, 13, 14, 15, 14, 13):
        judge(f"It took {number} days.", NO_CONTEXT)
    assert seen == [f"It took {number} days." for number in (11, 12, 13, 14, 15, 13)]


def test_a_folder_that_cannot_be_written_is_no_failure(judged: Judged, cache: Path) -> None:
    cache.write_text("a file")
    for _ in range(2):
        judged.clear()
        (claim,) = open_library([builtin_path()]).check(SENTENCE).claims
        assert claim.word == "supported" and judged == [SENTENCE]


_TEXT = st.text(max_size=4)
_SOME = st.none() | _TEXT
_VALUES = st.none() | _TEXT | st.integers() | st.floats(allow_nan=False)
_VERDICTS = st.builds(
    Verdict, quotation=_TEXT, verdict=st.sampled_from(["altered", "missing"]), source=_SOME,
    start=st.none() | st.integers(), facts=st.tuples(_TEXT),
    changes=st.lists(st.builds(Change, *[_TEXT] * 4), max_size=2).map(tuple),
    nearest=st.none() | st.builds(Nearest, _TEXT, _TEXT, _SOME, st.none() | st.integers()),
)  # fmt: skip
_CLAIMS = st.none() | st.builds(
    Claim, sentence=_TEXT, verdict=st.sampled_from(["supported", "contradicted"]),
    figures=st.lists(st.builds(ClaimFigure, _TEXT, _VALUES, _SOME, st.just("supported"), _SOME,
                               _SOME, _TEXT), max_size=2).map(tuple),
    not_in_source=st.lists(_TEXT, max_size=2).map(tuple),
)  # fmt: skip


class _Form:
    """Keeps the verdicts of any base, as the cache folder does."""

    def __init__(self) -> None:
        self.payload = b""

    def cached(self, kind: str) -> bytes:
        return self.payload

    def keep(self, kind: str, made: bytes) -> bool:
        self.payload = made
        return True


def _refuse(*_: object) -> Verdict:
    raise AssertionError("asked again")


@given(_VERDICTS, _CLAIMS, st.builds(Context, _TEXT, st.frozensets(_TEXT, max_size=2)))
def test_a_verdict_comes_back_whole(
    verdict: Verdict, claim: Claim | None, context: Context
) -> None:
    form = _Form()
    sentence = f"It took 12 days. {claim.sentence if claim else ''}"
    claim = claim and claim._replace(sentence=sentence)
    verify: Callable[[str], Verdict] = lambda _: verdict  # noqa: E731
    for at in range(2):
        held = kept.KeptVerdicts(form)  # type: ignore[arg-type]
        verifier = held.verifier(_refuse if at else verify)
        judge = held.judge(_refuse if at else lambda *_: claim)  # type: ignore[arg-type]
        found, told = verifier(verdict.quotation), judge(sentence, context)
        assert (found, told) == (verdict, claim)
        assert [type(one) for one in found.changes] == [Change] * len(found.changes)
        assert found.nearest is None or type(found.nearest) is Nearest
        assert told is None or all(type(one) is ClaimFigure for one in told.figures)
        held.keep()


def test_a_sentence_in_another_context_is_another() -> None:
    seen: list[Context] = []
    held = kept.KeptVerdicts(_Form())  # type: ignore[arg-type]
    judge = held.judge(lambda _, context: seen.append(context))
    others = (
        NO_CONTEXT._replace(sentence="B."), NO_CONTEXT._replace(facts=frozenset("a")),
        NO_CONTEXT._replace(quoted="B"), NO_CONTEXT._replace(cell=True),
        NO_CONTEXT._replace(language="fr"), NO_CONTEXT._replace(lead="B"),
    )  # fmt: skip
    assert len(others) == len(Context._fields)
    for _ in range(2):
        for context in (NO_CONTEXT, *others):
            judge("It took 12 days.", context)
    assert seen == [NO_CONTEXT, *others]
