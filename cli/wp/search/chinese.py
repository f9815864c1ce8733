"""Chinese queries in English: the words of official texts, for documents that are in English."""

from functools import cache
from pathlib import Path

from wp.pattern import pattern

_RUN = pattern("[\u4e00-\u9fff]+")


def in_english(text: str) -> str:
    """Return a query with its Chinese words put into English; what is not known stays.

    The longest known word counts at each place ("外逃人员": fugitives). Words that carry no subject
    are left out; what is asked at the end is put first, as in English.
    """
    english = _RUN.sub(lambda run: f" {' '.join(_words(run.group()))} ", text)
    english = " ".join(english.split()).strip(" ?？。")
    subject, asked, _ = english.rpartition(" how ")
    return f"how {english[-4:]} {subject}" if asked and english.endswith("how many") else english


def _words(run: str) -> list[str]:
    glossary = _glossary()
    longest = max(map(len, glossary))
    found: list[str] = []
    unknown = at = 0
    while at < len(run):
        lengths = range(min(longest, len(run) - at), 0, -1)
        known = next((n for n in lengths if run[at : at + n] in glossary), 0)
        if known and unknown < at:
            found.append(run[unknown:at])
        if known:
            english = glossary[run[at : at + known]]
            found += [english] if english != "-" else []
            unknown = at + known
        at += known or 1
    return [*found, run[unknown:]] if unknown < at else found


@cache
def _glossary() -> dict[str, str]:
    text = Path(__file__).with_name("chinese.txt").read_text(encoding="utf-8")
    lines = (line.partition(" ") for line in text.splitlines() if line and line[0] != "#")
    return {chinese: english for chinese, _, english in lines}
