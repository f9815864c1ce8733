"""How well PDFs are read: `python benchmarks/documents.py [--show] [--peers]`.

Documents of the benchmark's own make (`made_pdfs.py`) are read and held against what was written
into them. Needs reportlab, which is in the extra `test`.

- sections: the share of headings found with their words and, against each other, their rank; and
  how many headings were read that are none
- sentences: the share of sentences of the text, and of the notes, that stand whole in one block
- lost: the share of the text's words that no block has
- foreign: the share of the blocks' words that are not the text's: running heads, contents, notes
- cells: the share of table figures that stand in a row under their label and head
"""

import argparse
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from made_pdfs import Cover, Heading, Made, Paragraph, Table, large_document, made_documents, pdf_of

from wp.documents import Block
from wp.documents.pdf import read_pdf

LEAST_SECTIONS, LEAST_SENTENCES, MOST_LOST, MOST_FOREIGN, LEAST_CELLS = 95.0, 98.0, 0.5, 1.0, 95.0
_MARKS = re.compile(r"\*\*|\{\d+\}")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SENTENCE = re.compile(r"[^.。]+(?:\.(?=\d)[^.。]*)*[.。]?")


class Score(NamedTuple):
    """What was read of one document, in percent where not said otherwise."""

    name: str
    sections: float
    false_sections: int
    sentences: float
    lost: float
    foreign: float
    cells: float
    seconds: float
    faults: list[str]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; status 1 where a document falls short of the aims."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--show", action="store_true", help="print what was missed")
    parser.add_argument("--peers", action="store_true", help="print other readers beside it")
    parser.add_argument("--large", action="store_true", help="print time and memory of 500 pages")
    options = parser.parse_args(arguments)
    made = [(one, pdf_of(one)) for one in made_documents()]
    scores = [score(one, content) for one, content in made]
    print("| document | sections, % | false | sentences, % | lost, % | foreign, % | cells, % | s |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for one in scores:
        print(
            f"| {one.name} | {one.sections:.1f} | {one.false_sections} | {one.sentences:.1f} | "
            f"{one.lost:.2f} | {one.foreign:.2f} | {one.cells:.1f} | {one.seconds:.2f} |"
        )
    if options.show:
        for one in scores:
            for fault in one.faults:
                print(f"{one.name}: {fault}")
    if options.peers:
        print()
        _print_peers(made)
    if options.large:
        print()
        _print_large()
    return int(any(map(falls_short, scores)))


# A process is said to have held what its parent held: so a small one starts the search.
_SPENT = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
spent = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{spent.ru_utime + spent.ru_stime:.1f} s of processor time,", end=" ")
print(f"at most {spent.ru_maxrss // 1024} MB")
"""


def _print_large() -> None:
    """Print what the first search in a large document takes."""
    import pypdfium2

    content = pdf_of(large_document())
    count = len(pypdfium2.PdfDocument(content))
    with TemporaryDirectory() as folder:
        file = Path(folder, "large.pdf")
        file.write_bytes(content)
        search = [sys.executable, "-m", "wp", "search", "census", "--facts", str(file)]
        done = subprocess.run(
            [sys.executable, "-c", _SPENT, *search],
            env={**os.environ, "WP_CACHE": folder},
            capture_output=True,
            text=True,
            check=True,
        )
    print(f"{count} pages, first search: {done.stdout.strip()}")


def falls_short(score: Score) -> bool:
    """Whether a document was read worse than the aims."""
    return (
        score.sections < LEAST_SECTIONS
        or score.sentences < LEAST_SENTENCES
        or score.lost > MOST_LOST
        or score.foreign > MOST_FOREIGN
        or score.cells < LEAST_CELLS
    )


def score(made: Made, content: bytes) -> Score:
    """Read a document and hold it against what was written into it."""
    begun = time.perf_counter()
    blocks = read_pdf(f"{made.name}.pdf", content).blocks
    took = time.perf_counter() - begun
    faults: list[str] = []
    sections, false = _sections(made, blocks, faults)
    body = [block.body.text for block in blocks if block.kind in ("paragraph", "item")]
    every = [block.body.text for block in blocks]
    sentences = list(sentences_of(made))
    missed = missing(sentences, every)
    faults += [f"no whole sentence: {sentence}" for sentence in missed]
    written = _words(" ".join(_gold_body(made)))
    read = _words(" ".join(body))
    headed = _words(" ".join(block.body.text for block in blocks if block.kind == "heading"))
    lost = written - read - headed
    foreign = read - written
    faults += [f"lost: {word}" for word in list(lost)[:9]]
    faults += [f"foreign: {word}" for word in list(foreign)[:9]]
    return Score(
        made.name,
        sections,
        false,
        _percent(len(sentences) - len(missed), len(sentences)),
        _percent(lost.total(), written.total()) if written else 0.0,
        _percent(foreign.total(), read.total()) if read else 0.0,
        _cells(made, blocks, faults),
        took,
        faults,
    )


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 100.0


def _plain(text: str) -> str:
    """Give a paragraph's words as they should be read: marks cut, powers written."""
    text = re.sub(r"\^(\w+?)\^", lambda match: match[1].translate(_RAISED), text)
    return " ".join(_MARKS.sub("", text).split())


def _gold_body(made: Made) -> Iterator[str]:
    for element in made.elements:
        if isinstance(element, Paragraph):
            mark = f"{element.item} " if element.item[:-1].isalnum() or "(" in element.item else ""
            yield mark + _plain(element.text)
        elif isinstance(element, Table):
            yield element.caption
        elif isinstance(element, Cover):
            yield from (text for text, _ in element.lines)


def sentences_of(made: Made) -> Iterator[str]:
    """Give the sentences of the text and of the notes, bold heads aside."""
    texts = [
        re.sub(r"^\*\*.+?\*\*\s*", "", element.text)
        for element in made.elements
        if isinstance(element, Paragraph)
    ]
    for text in (*map(_plain, texts), *map(_plain, made.notes.values())):
        for match in _SENTENCE.finditer(text):
            if len(match[0].strip()) > 12:
                yield match[0].strip()


def missing(sentences: Sequence[str], blocks: Sequence[str]) -> list[str]:
    """Give the sentences that no block holds whole."""
    whole = "\n".join(blocks)
    return [sentence for sentence in sentences if sentence not in whole]


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+|[\u4e00-\u9fff]", text))


def _sections(made: Made, blocks: Sequence[Block], faults: list[str]) -> tuple[float, int]:
    """Give the share of headings with the right rank, and the number of false ones."""
    wanted = [(one.text, one.level) for one in made.elements if isinstance(one, Heading)]
    cover = {text for one in made.elements if isinstance(one, Cover) for text, _ in one.lines}
    runs = {
        match[1]
        for one in made.elements
        if isinstance(one, Paragraph) and (match := re.match(r"\*\*(.+?)\*\*", one.text))
    }
    read = [(block.body.text, block.level) for block in blocks if block.kind == "heading"]
    levels = {text: level for text, level in read}
    ranks: dict[int, Counter[int]] = {}
    for text, level in wanted:
        if text in levels:
            ranks.setdefault(level, Counter())[levels[text]] += 1
    usual = {level: counts.most_common(1)[0][0] for level, counts in ranks.items()}
    ordered = [usual[level] for level in sorted(usual)]
    distinct = all(one < two for one, two in pairwise(ordered))
    right = sum(text in levels and levels[text] == usual[level] for text, level in wanted)
    false = [text for text, _ in read if text not in dict(wanted) and text not in cover | runs]
    faults += [f"no heading: {text}" for text, _ in wanted if text not in levels]
    faults += [f"false heading: {text}" for text in false]
    if not distinct:
        faults.append(f"ranks not in order: {usual}")
    return _percent(right if distinct else 0, len(wanted)), len(false)


def _cells(made: Made, blocks: Sequence[Block], faults: list[str]) -> float:
    """Give the share of figures that stand in a row with their label, head and caption."""
    rows = {
        (row.cells[0].text, head, cell.text, row.caption)
        for block in blocks
        if (row := block.row) and len(row.heads) == len(row.cells)
        for head, cell in zip(row.heads[1:], row.cells[1:], strict=True)
    }
    wanted = [
        (cells[0], head, cell, table.caption)
        for table in made.elements
        if isinstance(table, Table)
        for cells in table.rows
        for head, cell in zip(table.heads[1:], cells[1:], strict=True)
    ]
    faults += [f"no cell: {cell}" for cell in wanted if cell not in rows][:9]
    return _percent(sum(cell in rows for cell in wanted), len(wanted))


def _print_peers(made: Sequence[tuple[Made, bytes]]) -> None:
    """Print the share of whole sentences that other readers give."""
    print("| reader | sentences, % | headings, % | false headings | s |")
    print("| --- | --- | --- | --- | --- |")
    ours: Callable[[Path], str] = lambda path: "\n\n".join(  # noqa: E731
        f"{'# ' * (block.kind == 'heading')}{block.body.text}"
        for block in read_pdf(path, path.read_bytes()).blocks
    )
    for name, reader in (("wp", ours), *_PEERS):
        found = whole = headed = headings = false = 0
        took = 0.0
        try:
            with TemporaryDirectory() as folder:
                for one, content in made:
                    path = Path(folder) / f"{one.name}.pdf"
                    path.write_bytes(content)
                    begun = time.perf_counter()
                    blocks = _blocks(reader(path))
                    took += time.perf_counter() - begun
                    sentences = list(sentences_of(one))
                    whole += len(sentences)
                    found += len(sentences) - len(missing(sentences, blocks))
                    wanted = {text.text for text in one.elements if isinstance(text, Heading)}
                    read = {text.strip("#* ") for text in blocks if text.startswith("#")}
                    headings += len(wanted)
                    headed += len(wanted & read)
                    false += len(read - wanted)
        except (ImportError, FileNotFoundError):
            print(f"| {name} | not installed | | | |")
            continue
        print(
            f"| {name} | {_percent(found, whole):.1f} | {_percent(headed, headings):.1f} | {false} "
            f"| {took:.1f} |"
        )


def _blocks(text: str) -> list[str]:
    """Part a reader's text at empty lines, the lines of each put together."""
    text = re.sub(r"<[^>]+>|\*\*", "", text)
    return [" ".join(block.split()) for block in re.split(r"\n\s*\n", text)]


def _pdftotext(path: Path) -> str:
    run = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, text=True)
    return run.stdout


def _pdf_inspector(path: Path) -> str:
    import pdf_inspector  # type: ignore[import-not-found,unused-ignore]

    return str(pdf_inspector.process_pdf(str(path)).markdown or "")


def _pdf_oxide(path: Path) -> str:
    import pdf_oxide  # type: ignore[import-not-found,unused-ignore]

    document = pdf_oxide.PdfDocument(str(path))
    return "\n\n".join(
        document.to_markdown(page, detect_headings=True) for page in range(document.page_count())
    )


def _liteparse(path: Path) -> str:
    import liteparse  # type: ignore[import-not-found,unused-ignore]

    return str(liteparse.LiteParse(ocr_enabled=False).parse(str(path)).text)


_PEERS: tuple[tuple[str, Callable[[Path], str]], ...] = (
    ("pdftotext", _pdftotext),
    ("pdf-inspector", _pdf_inspector),
    ("pdf-oxide", _pdf_oxide),
    ("liteparse", _liteparse),
)

if __name__ == "__main__":
    sys.exit(main())
