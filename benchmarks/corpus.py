"""Make a large base of real English sentences from RFC texts in Debian packages.

    python benchmarks/corpus.py FOLDER COUNT base.facts.json

FOLDER holds RFC texts, packed or not, as the packages doc-rfc-std-proposed and
doc-rfc-informational (Debian, non-free) bring them: `apt-get download` them and unpack them with
`dpkg-deb -x`. A document is a section, about 25 sentences in a row are a topic. The base is made
here and never committed.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from wp.text import sentences, squeeze

_FURNITURE = re.compile(r"^(?:.*\[Page \d+\]|RFC \d+ .*\d{4})\s*$|\f", re.MULTILINE)
_IN_TOPIC = 25
_DOCUMENT = {
    "id": "rfc-corpus",
    "title": "Requests for Comments",
    "publisher": "RFC Editor",
    "published": "2023",
    "language": "en",
}


class Text(NamedTuple):
    """An RFC: its number and its sentences of ordinary length."""

    number: str
    sentences: list[str]


def texts(folder: Path) -> Iterator[Text]:
    """Give the RFCs under a folder, by name, each sentence once in all."""
    seen: set[int] = set()
    for path in sorted(folder.rglob("rfc*.txt*")):
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        text = _FURNITURE.sub("", content.decode("utf-8", "replace"))
        kept = []
        for start, end in sentences(text):
            sentence = squeeze(text[start:end])
            if 40 <= len(sentence) <= 300 and _is_prose(sentence) and hash(sentence) not in seen:
                seen.add(hash(sentence))
                kept.append(sentence)
        if kept:
            yield Text(path.name.split(".")[0].removeprefix("rfc"), kept)


def _is_prose(sentence: str) -> bool:
    letters = sum(one.isalpha() or one == " " for one in sentence)
    return letters >= 0.85 * len(sentence) and sentence[0].isupper() and sentence.isprintable()


def section(text: Text) -> dict[str, Any]:
    """Give a section of a base with a fact for each sentence."""
    topics = {}
    for at in range(0, len(text.sentences), _IN_TOPIC):
        facts = {
            f"s-{number}": {"statement": sentence, "quote": sentence}
            for number, sentence in enumerate(text.sentences[at : at + _IN_TOPIC], at)
        }
        title = " ".join(text.sentences[at].split()[:6])
        topics[f"part-{at // _IN_TOPIC}"] = {"title": title, "facts": facts}
    return {"title": f"RFC {text.number}", "paragraphs": text.sentences, "topics": topics}


def write(folder: Path, count: int, path: Path) -> int:
    """Write a base of `count` facts, or of all there are; give how many it has."""
    left = count
    with path.open("w", encoding="utf-8") as file:
        document = json.dumps(_DOCUMENT)
        file.write(f'{{"schema_version": 1, "document": {document}, "sections": {{\n')
        comma = ""
        for text in texts(folder):
            part = Text(text.number, text.sentences[:left])
            left -= len(part.sentences)
            body = json.dumps(section(part), ensure_ascii=False)
            file.write(f'{comma}"rfc{text.number}": {body}')
            comma = ",\n"
            if left <= 0:
                break
        file.write("\n}}\n")
    return count - left


def main() -> None:
    """Make the base that the arguments ask for."""
    parser = argparse.ArgumentParser(description="Make a large base from RFC texts.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("output", type=Path)
    arguments = parser.parse_args()
    made = write(arguments.folder, arguments.count, arguments.output)
    print(f"{made:,} facts, {arguments.output.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
