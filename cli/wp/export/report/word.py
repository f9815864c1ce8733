"""A copy of a Word file with the findings as comments; its text and formatting stay."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from wp.errors import InputError, needs_extra
from wp.export.report import explain
from wp.export.report.explain import SIGNS, ReportEntry, entries_of
from wp.export.report.word_places import W, WordFile, WordSpot, between, stand_in
from wp.library import Library
from wp.pattern import pattern
from wp.safe import printable
from wp.verify.checked import CheckedDraft, Provenance

_AUTHOR, _INITIALS = "wp check", "wp"
_LARGEST = 512 * 1024 * 1024  # all parts unpacked, pictures and what else is not read included
_MARKS = tuple(f"{W}comment{name}" for name in ("RangeStart", "RangeEnd", "Reference"))
_ANSWERED = pattern(rb'paraIdParent="(\w+)"')
_NOTES = ("/footnotes", "/endnotes")


def commented(library: Library, checked: CheckedDraft, content: bytes, made: Provenance) -> bytes:
    """Return a copy of the draft's file with comments.

    Each entry that somebody should look at gets one. The first comment tells what was checked, how
    many entries are as in the source, and what was passed over. Comments of an earlier check are
    taken out, all others stay. MissingExtraError without the extra; InputError for a file that
    cannot be taken apart.
    """
    path = checked.draft.path
    document = _opened(path, content)
    main = document.element
    _forget(document)
    file = WordFile([main, *_notes(document)])
    if not file.elements:
        raise InputError(path, "holds no text that a comment could be on")
    (entries,) = entries_of([checked])
    open_ones = [entry for entry in entries if entry.is_open]
    ranges = list(_ranges(file, checked, open_ones))
    file.cut([spot for one in ranges if one for spot in (one[0], one[1].behind)])
    first = file.run(WordSpot(0, 0))
    _comment(document, first, first, _summary(library, checked, entries, made))
    for entry, one in zip(open_ones, ranges, strict=True):
        start, end = (file.run(spot) for spot in one) if one else (first, first)
        text = "\n".join(_lines(library, entry))
        if not one:
            text = f"Its place was not found: “{entry.text}”\n{text}"
        elif elsewhere := stand_in(main, start):
            start = end = elsewhere.run
            text = f"In this {elsewhere.what}: “{entry.text}”\n{text}"
        _comment(document, start, end, text)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def look_for_extra() -> None:
    """Raise MissingExtraError where what writes the comments is not installed."""
    with needs_extra("writing Word comments", "docx"):
        from docx.comments import Comments  # noqa: F401  # since python-docx 1.2


def _opened(path: str, content: bytes) -> Any:
    look_for_extra()
    from docx import Document

    with ZipFile(BytesIO(content)) as archive:
        if sum(part.file_size for part in archive.infolist()) > _LARGEST:
            told = f"expands to more than {_LARGEST // 1024**2} MB"
            raise InputError(path, told, remedy="take out some of its pictures")
    try:
        return Document(BytesIO(content))
    except (KeyError, ValueError, AttributeError, OSError, SyntaxError):
        raise InputError(
            path,
            "cannot be taken apart to add comments",
            remedy="open it in a word processor and save it anew as DOCX",
        ) from None


def _notes(document: Any) -> Iterator[Any]:
    """Yield the parts that hold footnotes and endnotes."""
    from lxml.etree import XMLParser, fromstring

    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(_NOTES):
            yield fromstring(relation.target_part.blob, XMLParser(resolve_entities=False))


def _ranges(
    file: WordFile, checked: CheckedDraft, entries: Sequence[ReportEntry]
) -> Iterator[tuple[WordSpot, WordSpot] | None]:
    """Yield the first and the last letter of each entry; None where they are not found."""
    draft = checked.draft
    lines = file.lines(draft.text.split("\n"))
    for entry in entries:
        start, end = entry.span
        first, last = draft.place(start)[0], draft.place(max(end - 1, start))[0]
        parts = []
        for line in range(first, last + 1):
            begin = draft.line_span(line)[0]
            parts.append(between(lines[line - 1], start - begin, end - begin))
        found = [part for part in parts if part]
        if not found:
            yield file.words(entry.text)
        elif file.cell(found[0][0]) is file.cell(found[-1][1]):
            yield found[0][0], found[-1][1]
        else:
            yield found[-1]  # a comment stays in one cell


def _forget(document: Any) -> None:
    """Remove the comments of an earlier check, except those that somebody has answered."""
    answered = set()
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/commentsExtended"):
            answered = set(_ANSWERED.findall(relation.target_part.blob))
    gone = set()
    for comment in document.comments:
        element = comment._comment_elm
        names = {value.encode() for name in element.iter() for value in name.attrib.values()}
        if comment.author == _AUTHOR and not names & answered:
            gone.add(str(comment.comment_id))
            element.getparent().remove(element)
    for mark in list(document.element.iter(*_MARKS)):
        if mark.get(f"{W}id") in gone:
            run = mark.getparent()
            run.remove(mark)
            if mark.tag == _MARKS[-1] and all(one.tag == f"{W}rPr" for one in run):
                run.getparent().remove(run)


def _comment(document: Any, start: Any, end: Any, text: str) -> None:
    from docx.text.run import Run

    runs = [Run(start, document), Run(end, document)]
    document.add_comment(runs, printable(text), author=_AUTHOR, initials=_INITIALS)


def _summary(
    library: Library, checked: CheckedDraft, entries: Sequence[ReportEntry], made: Provenance
) -> str:
    lines = [explain.in_short(entries), "Comments are on what differs and what is to be looked at."]
    for line in explain.about(library, [checked], made):
        lines += filter(None, (f"{line.name}: {line.told}", line.digest))
    told = [": ".join(filter(None, row)) for row in explain.passed_over(checked)]
    return "\n".join([*lines, *(["Not checked:", *told] if told else [])])


def _lines(library: Library, entry: ReportEntry) -> Iterator[str]:
    yield f"{SIGNS[entry.look]} {entry.label}"
    for part in explain.explained(library, entry):
        yield from _part(part)


def _part(part: explain.Part) -> tuple[str, ...]:
    match part:
        case explain.Told(text):
            return (text,)
        case explain.Points(texts):
            return texts
        case explain.ShownVerdict(text, look, verdict):
            return (f"{SIGNS[look]} {text}: {verdict}",)
        case explain.ShownDifference():
            return ()  # the points name each change, and the words stand beside the comment
        case explain.Quoted(_, words, _, place, link):
            return tuple(filter(None, (f"Source: “{words}”", place, link)))
