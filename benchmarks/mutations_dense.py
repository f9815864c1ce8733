"""Quotations of a Chinese or Japanese document's own clauses: changed, or only set differently.

Makers as in `mutations`, by characters: these scripts put no space between words.
"""

import re
from collections.abc import Callable, Iterator
from random import Random

from mutations import Mutation

from wp.model import Base

_STOPS = "。；;、，,："
_LETTER = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")
_NEGATIONS = ("不得", "不", "没有", "未", "非", "ない", "なら")
_SWAPS = {
    "应": "可", "有权": "无权", "任何": "某些", "所有": "部分", "一切": "一些", "人人": "个人",
    "及": "又は", "又は": "及び", "すべて": "一部", "する": "した", "国家": "国民", "或": "和",
    "和": "或", "自由": "平等", "平等": "自由", "権利": "義務", "权利": "义务", "保护": "保障",
}  # fmt: skip

_Maker = Callable[[str, Random, str], str | None]


def _at(text: str, rng: Random) -> int | None:
    places = [at for at, letter in enumerate(text) if _LETTER.match(letter)][2:-2]
    return rng.choice(places) if places else None


def another(text: str, rng: Random, letters: str) -> str | None:
    """Put another of the document's characters in place of one."""
    at = _at(text, rng)
    return None if at is None else text[:at] + rng.choice(letters) + text[at + 1 :]


def left_out(text: str, rng: Random, letters: str) -> str | None:
    """Leave out one to six characters without a mark."""
    at = _at(text, rng)
    return None if at is None or at + 8 > len(text) else text[:at] + text[at + rng.randint(1, 6) :]


def put_in(text: str, rng: Random, letters: str) -> str | None:
    """Put in one to three characters."""
    at = _at(text, rng)
    new = "".join(rng.choice(letters) for _ in range(rng.randint(1, 3)))
    return None if at is None else text[:at] + new + text[at:]


def negation(text: str, rng: Random, letters: str) -> str | None:
    """Take a negation out, or put one in."""
    present = [word for word in _NEGATIONS if word in text[1:-1]]
    if present:
        return text.replace(rng.choice(present), "", 1)
    at = _at(text, rng)
    return None if at is None else f"{text[:at]}不{text[at:]}"


def exchanged(text: str, rng: Random, letters: str) -> str | None:
    """Put a word of another sense in place of one."""
    present = [word for word in _SWAPS if word in text]
    if not present:
        return None
    word = rng.choice(present)
    return text.replace(word, _SWAPS[word], 1)


def order(text: str, rng: Random, letters: str) -> str | None:
    """Exchange two clauses, or two characters."""
    clauses = re.split(f"(?<=[{_STOPS}])", text)
    clauses = [clause for clause in clauses if clause]
    if len(clauses) > 2 and rng.random() < 0.6:
        here = rng.randrange(len(clauses) - 1)
        clauses[here], clauses[here + 1] = clauses[here + 1], clauses[here]
        return "".join(clauses)
    at = _at(text, rng)
    if at is None or at + 1 >= len(text):
        return None
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def marks(text: str, rng: Random, letters: str) -> str | None:
    """Put the whole in marks."""
    left, right = rng.choice(("「」", "『』", "“”", "‘’", "《》", "〈〉", "＂＂"))
    return f"{left}{text}{right}"


def spaces(text: str, rng: Random, letters: str) -> str | None:
    """Break lines, and put in spaces that have no width."""
    return "".join(
        letter + (rng.choice("\n\u200b\ufeff") if rng.random() < 0.1 else "") for letter in text
    )


def closing(text: str, rng: Random, letters: str) -> str | None:
    """Drop or exchange the mark at the end."""
    return text.rstrip(_STOPS) + rng.choice(("", "。", "，", "；"))


def omission(text: str, rng: Random, letters: str) -> str | None:
    """Leave out characters of the middle with a mark."""
    if len(text) < 16:
        return None
    count = rng.randint(2, min(len(text) - 12, 40))
    at = rng.randrange(5, len(text) - count - 5)
    mark = rng.choice(("……", "…", "[……]", "〔…〕", "⋯⋯", "（中略）", "..."))
    return f"{text[:at]}{mark}{text[at + count :]}"


_MAKERS: dict[str, dict[str, _Maker]] = {
    "altered": {
        "character changed": another, "characters left out": left_out, "characters put in": put_in,
        "negation": negation, "word exchanged": exchanged, "order": order,
    },
    "verbatim": {"marks around": marks, "line breaks": spaces, "closing mark": closing},
    "elided": {"marked omission": omission},
}  # fmt: skip


def dense_mutations(base: Base, seed: int, per_kind: int) -> Iterator[Mutation]:
    """Make about `per_kind` different quotations of each kind, the same for the same seed."""
    rng = Random(seed)
    lines = [line for section in base.sections for line in section.paragraphs if len(line) > 11]
    whole = "\n".join(line for section in base.sections for line in section.paragraphs)
    letters = "".join(_LETTER.findall(whole))
    for verdict, makers in _MAKERS.items():
        for kind, maker in makers.items():
            made: set[str] = set()
            for _ in range(per_kind * 12):
                line = rng.choice(lines)
                start = rng.randrange(max(len(line) - 30, 1)) if rng.random() < 0.5 else 0
                stretch = line[start : start + rng.randint(12, 60)].strip(_STOPS)
                quotation = maker(stretch, rng, letters) if len(stretch) > 10 else None
                if quotation is None or quotation in made:
                    continue
                if verdict == "altered" and quotation in whole:
                    continue
                made.add(quotation)
                yield Mutation(kind, quotation, stretch, verdict)
                if len(made) == per_kind:
                    break
