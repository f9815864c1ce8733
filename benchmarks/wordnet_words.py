"""Make the table of words near in meaning that `wp search` tries last, from Open English WordNet.

    python benchmarks/wordnet_words.py FOLDER

FOLDER is `src/yaml` of https://github.com/globalwordnet/english-wordnet. Writes
`cli/wp/words/wordnet.txt`: a line a word, stems only, sorted, its near words in three grades (see
`wp.words.dictionary`). A word's frequent senses lead to their other words, to what is derived from
them, to alike adjectives, and one step up or down to wider and narrower words; each rarer sense
counts less. Opposites, names, numbers, measures, times, animals and plants are left out, and what
is only a sister under one wider word ("men" and "women").
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

import wp
from wp.words import stem

PACKAGE = Path(wp.__file__).parent
ENGLISH = PACKAGE / "words" / "english_words.txt"

Near = dict[str, float]
"""Stems of near words → how near, 0 to 1."""

SENSES = (1.0, 0.7, 0.5)
"""What a word's first, second and third sense count; WordNet has the frequent ones first."""

DERIVED, ALIKE, WIDER, NARROWER = 0.9, 0.6, 0.6, 0.7
DERIVED_SYNONYM = 0.8
GRADES = (0.8, 0.5, 0.4)
"""The least nearness of each grade; what comes less near is left out."""

MOST_NARROWER = 40
"""A word that stands over more than these says too little ("person", "device")."""

MOST = 30
"""So many near words are kept of one."""

LEFT_OUT = {"noun.Tops", "noun.animal", "noun.plant", "noun.quantity", "noun.time"}
COUNTRIES = frozenset("chad china guinea jersey jordan turkey".split())
"""Words that are names of countries first."""

KIN = ("derivation", "pertainym", "event", "agent", "result", "state", "property")


class WordNet(NamedTuple):
    """Synsets by their ids, entries by lemma and part of speech, senses by their ids."""

    synsets: dict[str, dict[str, Any]]
    entries: dict[str, dict[str, list[dict[str, Any]]]]
    senses: dict[str, tuple[str, str]]
    narrower: dict[str, list[str]]


def read(folder: Path) -> WordNet:
    """Read the YAML files of Open English WordNet."""
    synsets: dict[str, dict[str, Any]] = {}
    entries: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for path in sorted(folder.glob("*.yaml")):
        content = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        if path.stem.startswith("entries"):
            for lemma, parts in content.items():
                entries[lemma] = {part: entry["sense"] for part, entry in parts.items()}
        elif path.stem != "frames" and path.stem not in LEFT_OUT:
            synsets |= content
    senses = {
        sense["id"]: (lemma, sense["synset"])
        for lemma, parts in entries.items()
        for found in parts.values()
        for sense in found
    }
    narrower: dict[str, list[str]] = defaultdict(list)
    for name, synset in synsets.items():
        for wider in synset.get("hypernym", ()):
            narrower[wider].append(name)
    return WordNet(synsets, entries, senses, narrower)


def near_words(wordnet: WordNet) -> dict[str, Near]:
    """Return the near words of every common word, by stems."""
    table: dict[str, Near] = defaultdict(dict)
    for lemma in wordnet.entries.keys() & _common_words():
        word, opposites = stem(lemma), _opposites(wordnet, lemma)
        near = table[word]
        for other, nearness in _leads(wordnet, lemma):
            key = stem(other) if other in _common_words() else word
            if key != word and key not in opposites:
                near[key] = max(near.get(key, 0.0), nearness)
    return table


@cache
def _common_words() -> frozenset[str]:
    lines = ENGLISH.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line.isalpha() and line.islower()) - COUNTRIES


def _opposites(wordnet: WordNet, lemma: str) -> set[str]:
    return {
        stem(wordnet.senses[name][0])
        for found in wordnet.entries[lemma].values()
        for sense in found
        for name in sense.get("antonym", ())
        if name in wordnet.senses
    }


def _leads(wordnet: WordNet, lemma: str) -> Iterator[tuple[str, float]]:
    """Give the lemmas that a lemma's frequent senses lead to, with how near they come."""
    for found in wordnet.entries[lemma].values():
        for sense, weight in zip(found, SENSES, strict=False):
            name = sense["synset"]
            if not _is_kept(wordnet, name):
                continue
            yield from _members(wordnet, name, weight)
            for kind in KIN:
                for kin in sense.get(kind, ()):
                    if kin in wordnet.senses:
                        other, of_other = wordnet.senses[kin]
                        yield other, weight * DERIVED
                        yield from _members(wordnet, of_other, weight * DERIVED * DERIVED_SYNONYM)
            synset = wordnet.synsets[name]
            for alike in synset.get("similar", ()):
                yield from _members(wordnet, alike, weight * ALIKE)
            for wider in synset.get("hypernym", ()):
                if len(wordnet.narrower[wider]) <= MOST_NARROWER:
                    yield from _members(wordnet, wider, weight * WIDER)
            if len(below := wordnet.narrower.get(name, [])) <= MOST_NARROWER:
                for one in below:
                    yield from _members(wordnet, one, weight * NARROWER)


def _is_kept(wordnet: WordNet, name: str) -> bool:
    """Return whether a synset is one of words: numbers have figures among their members."""
    synset = wordnet.synsets.get(name)
    if synset is None:
        return False
    return not any(character.isdigit() for one in synset["members"] for character in one)


def _members(wordnet: WordNet, name: str, weight: float) -> Iterator[tuple[str, float]]:
    """Give the lemmas of a synset; those less near of which it is a rarer sense."""
    if not _is_kept(wordnet, name):
        return
    for lemma in wordnet.synsets[name]["members"]:
        for found in wordnet.entries.get(lemma, {}).values():
            for sense, own in zip(found, SENSES, strict=False):
                if sense["synset"] == name:
                    yield lemma, weight * own


def lines(table: dict[str, Near]) -> Iterator[str]:
    """Give the lines of the table: a word and its near words by grade, parted by tabs."""
    for word in sorted(table):
        ranked = sorted(table[word].items(), key=lambda one: (-one[1], one[0]))[:MOST]
        graded: list[list[str]] = [[] for _ in GRADES]
        for other, nearness in ranked:
            grade = next((at for at, least in enumerate(GRADES) if nearness >= least), None)
            if grade is not None:
                graded[grade].append(other)
        if any(graded):
            yield "\t".join((word, *(" ".join(sorted(grade)) for grade in graded)))


def main() -> None:
    """Write the table beside its reader."""
    (folder,) = map(Path, sys.argv[1:])
    target = PACKAGE / "words" / "wordnet.txt"
    text = "".join(f"{line}\n" for line in lines(near_words(read(folder))))
    target.write_text(text, encoding="utf-8", newline="\n")
    print(f"{target}: {text.count(chr(10)):,} words, {len(text):,} bytes")


if __name__ == "__main__":
    main()
