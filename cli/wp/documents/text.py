"""Plain text as blocks: one paragraph a line, or wrapped lines put together again.

Form feeds part pages, blank lines paragraphs; lines that begin with `>` are quoted, as in letters.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from wp.documents import Comment, Content, Mapped, literal, without
from wp.documents.assemble import Assembler
from wp.documents.headings import breaks_off, leads_to_page, parse_heading
from wp.documents.prose import CLAUSE_END
from wp.documents.text_lines import LineJoiner, without_running_heads
from wp.documents.text_tables import TextTable, tables_of
from wp.pattern import pattern

_LINE = pattern(r"[^\r\n\f]*(?:\r\n|[\r\n\f])?")
_COMMENT = pattern(r"<!--(.*?)-->", re.DOTALL)
_HIDDEN = pattern("\0+")
_QUOTED = pattern(r"[ \t]*>(?:[ \t]*>)*[ \t]?")
_BULLET = pattern(r"[•·▪◦‣∙■□○●*+–—-]\s+(?=\S)")
_MARK = pattern(r"(?:\(?[a-z]{1,4}\)|\(?\d{1,3}\)|\d{1,3}\.)\s+(?=\S)|\([A-Z]\)\s+(?=\S)")
_NUMBERED = pattern(r"\d{1,3}\.\s+[\"“‘'(]?[^\W\d_a-zß-ÿ]")
_HANGING = pattern(r"[a-z] (?:a|an|the|of|in|to|for|by|with|from|its|their)$")
# A stanza or speech that stands by itself between marks is one, whatever its lines look like.
_QUOTATION = pattern(r'"[^"]+"[.,;]?|“[^“”]+”[.,;]?|«[^«»]+»[.,;]?|„[^„“”]+[“”][.,;]?')
_LABELLED = pattern(r"[^\W\d_a-zß-ÿ][^.:!?]{1,60}: \S")
_RULE = pattern(r"[=\-_*~]{3,}")
_TABULATED = pattern(r"\S\s{3,}+\S(?:.*\S)?\s{3,}\S")
_DIGIT = pattern(r"\d")
_GAP = pattern(r"\S( {4,})\S")
_FEWEST_ROWS = 2
_WIDEST = 130
_ON_PURPOSE = 2 / 3  # of the breaks between lines
_SHORT = 0.8  # of the width that lines are wrapped at


def read_text(text: str) -> Content:
    """Read plain text; comments in `<!-- … -->` are left out of the prose."""
    # Behind the last mark that closes one, no comment can begin.
    last = text.rfind("-->") + len("-->")
    comments = [Comment(match[1], *match.span()) for match in _COMMENT.finditer(text, 0, last)]
    shown = text
    if comments:  # as many null characters, line breaks kept, so that offsets stay
        blanked = _COMMENT.sub(lambda found: re.sub(r"[^\r\n]", "\0", found[0]), text[:last])
        shown = blanked + text[last:]
    pages: list[list[Mapped]] = [[]]
    for match in _LINE.finditer(shown):
        line = literal(match[0].rstrip("\r\n\f"), match.start())
        pages[-1].append(without(line, _HIDDEN) if comments else line)
        if match[0].endswith("\f"):
            pages.append([])
    content = _read_lines(pages)
    return content._replace(comments=tuple(comments))


def _read_lines(pages: Sequence[Sequence[Mapped]]) -> Content:
    """Read the lines of pages: running heads left out, wrapped lines put together."""
    joined = without_running_heads(pages)
    tables = tables_of(joined.lines)
    starts = [table.start for table in tables]
    between = list(zip([0, *(table.stop for table in tables)], [*starts, None], strict=True))
    grouped = [_groups(joined.lines[start:stop]) for start, stop in between]
    width = _wrapped_width([group for groups in grouped for group in groups])
    joiner = LineJoiner("\n".join(line.text for line in joined.lines))
    assembler = Assembler()
    for groups, table in zip_longest(grouped, tables):
        _prose(groups, width, joiner, assembler)
        if table:
            _table(table, assembler)
    content = assembler.content()
    for line in joined.heads:
        assembler.skip(line.at(0), line.end(), "running head", f"“{line.text.strip()}”")
    for line in joined.numbers:
        assembler.skip(line.at(0), line.end(), "page number", line.text.strip())
    texts = [line.text for start, stop in between for line in joined.lines[start:stop]]
    warnings = [
        *_heads_warning([line.text for line in joined.heads], texts),
        *(_two_columns(texts) or _tabulated(texts)),
        *joiner.warnings(),
    ]
    return content._replace(skipped=tuple(assembler.skipped), warnings=tuple(warnings))


def _prose(
    groups: Sequence[Sequence[Mapped]], width: int, joiner: LineJoiner, assembler: Assembler
) -> None:
    for group in groups:
        quoted = bool(_QUOTED.match(group[0].text))
        if quoted:
            assembler.open_quotation()
            group = [line.part(_quotation_mark(line.text), len(line.text)) for line in group]
        for lines in _groups(group) if quoted else (group,):
            for part in _parts(lines, width) if width or quoted else _one_each(lines):
                _block(joiner.join(part), assembler)
        if quoted:
            assembler.close_quotation()


def _table(table: TextTable, assembler: Assembler) -> None:
    assembler.open_table()
    for row in table.rows:
        assembler.open_row()
        for cell, span in zip(row.cells, row.spans, strict=True):
            assembler.open_cell(span, is_head=row.is_head)
            assembler.text(cell)
        assembler.close_row()
    assembler.close_table()


def _heads_warning(heads: Sequence[str], lines: Sequence[str]) -> list[str]:
    if heads:
        return [
            f"running heads or feet left out: {len(heads)}, first “{heads[0].strip()[:60]}”; "
            "compare the breaks of pages with the original"
        ]
    return [
        f"the line “{line[:60]}” stands {count} times and may be a running head; "
        "take it out of the text if so"
        for line, count in _repeated(lines)[:1]
    ]


def _repeated(lines: Sequence[str]) -> list[tuple[str, int]]:
    """Find lines of several words that stand three times or more.

    One that begins or ends within a sentence is a line of repetitive text.
    """
    from collections import Counter

    counts = Counter(line.strip() for line in lines if 10 <= len(line.strip()) <= 80)
    return [
        (line, count)
        for line, count in counts.most_common()
        if count >= 3
        and len(line.split()) > 1
        and not (line[0].islower() or line.endswith((":", ";")) or breaks_off(line))
    ]


def _tabulated(lines: Sequence[str]) -> list[str]:
    """Warn about lines of figures in columns: nothing tells which heads stand above them."""
    rows = [
        " ".join(line.split())
        for line in lines
        if _TABULATED.search(line.strip()) and _DIGIT.search(line)
    ]
    if len(rows) < _FEWEST_ROWS:
        return []
    return [
        f"lines that look like rows of a table: {len(rows)}, first “{rows[0][:60]}”; put in what "
        "its heading and columns say of their figures"
    ]


def _two_columns(lines: Sequence[str]) -> list[str]:
    """Warn when many lines have a wide gap at one place in their middle."""
    from collections import Counter

    full = [line for line in lines if len(line.strip()) > 30]
    gaps = Counter(
        match.end(1) // 4 for line in full for match in _GAP.finditer(line) if match.end(1) > 15
    )
    if not gaps:
        return []
    place, _ = gaps.most_common(1)[0]
    count = gaps[place] + gaps[place + 1] + gaps[place - 1]
    if count < 6 or count < 0.4 * len(full):
        return []
    return [
        f"{count} lines look like two columns side by side, so sentences may run across them; "
        "extract the text column by column"
    ]


def _groups(lines: Sequence[Mapped]) -> list[list[Mapped]]:
    """Part lines at blank lines and where quoted ones begin or end; rules are left out.

    What a letter quotes of a letter before it (`> >`) is a quotation of its own.
    """
    groups: list[list[Mapped]] = [[]]
    depth = 0
    for line in lines:
        if not line.text.strip():
            # "in the", then an empty line: the sentence goes on behind it.
            if not (groups[-1] and _HANGING.search(groups[-1][-1].text.rstrip())):
                groups.append([])
        elif not _RULE.fullmatch(line.text.strip()):
            marks = line.text[: _quotation_mark(line.text)].count(">")
            if marks != depth:
                depth = marks
                groups.append([])
            groups[-1].append(line)
    return [group for group in groups if group]


def _quotation_mark(line: str) -> int:
    mark = _QUOTED.match(line)
    return mark.end() if mark else 0


def _wrapped_width(groups: Sequence[Sequence[Mapped]]) -> int:
    """Return the width that lines are wrapped at; 0 where a line is a paragraph."""
    pairs = [line.text.rstrip() for group in groups for line, _ in pairwise(group)]
    if not pairs:
        return 0
    widths = sorted(len(line) for line in pairs)
    width = widths[int(0.9 * (len(widths) - 1))]
    running = sum(not CLAUSE_END.search(line) for line in pairs)
    return width if width <= _WIDEST and running >= 0.5 * len(pairs) else 0


def _one_each(group: Sequence[Mapped]) -> list[list[Mapped]]:
    """Take each line for a paragraph, but what goes on with the sentence above."""
    parts: list[list[Mapped]] = []
    for line in group:
        if parts and _HANGING.search(parts[-1][-1].text.rstrip()):
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts


def _parts(group: Sequence[Mapped], width: int) -> list[list[Mapped]]:
    """Part a group of wrapped lines into headings, list items and paragraphs."""
    texts = [line.text.rstrip() for line in group]
    if _QUOTATION.fullmatch("\n".join(texts).strip()):
        return [list(group)]
    parts: list[list[Mapped]] = []
    listed = _is_list(texts, width)
    for at, line in enumerate(texts):
        before = texts[at - 1] if at else ""
        below = texts[at + 1] if at + 1 < len(texts) else ""
        begins = _begins(line, before, width) or (listed and not _goes_on(before, line))
        if not at or begins or _heads_number(line, before, below, width):
            parts.append([])
        parts[-1].append(group[at])
    return parts


def _is_list(lines: Sequence[str], width: int) -> bool:
    """Return whether lines were broken on purpose: captions, a box of facts, a list without marks.

    Each then has a label, or the first word of the next would have stood in it, as in no text that
    was wrapped. Where most lines go on with a sentence they are prose, and a capital letter may
    begin a name.
    """
    labels = sum(map(bool, map(_LABELLED.match, lines)))
    if labels > 1 and labels >= len(lines) - 1:
        return True
    width = max(width, *map(len, lines))
    breaks = [(one, two) for one, two in pairwise(lines) if not _goes_on(one, two)]
    broken = [len(one) + 1 + len(two.split(maxsplit=1)[0]) <= width for one, two in breaks]
    mostly = 2 * sum(broken) >= len(lines) - 1
    return mostly and len(broken) > 1 and sum(broken) >= _ON_PURPOSE * len(broken)


def _begins(line: str, before: str, width: int) -> bool:
    """Return whether a wrapped line begins a block of its own below the line before it."""
    text = line.strip()
    ended = bool(CLAUSE_END.search(before))
    short = len(before) < _SHORT * width
    if _goes_on(before, line) and not (ended or "\t" in before.strip()):
        return bool(_BULLET.match(text))
    return bool(
        _BULLET.match(text)
        or (_MARK.match(text) and ended)
        or (short and _NUMBERED.match(text))  # a heading above a numbered paragraph
        or _TABULATED.search(before.strip())
        or "\t" in before.strip()
        or leads_to_page(before)
        or (ended and short)
        or (_indent(line) > _indent(before) + 1 and ended)
        or (parse_heading(line) and (ended or _is_heading(before)))
        or _is_heading(before)
        or (short and _is_heading(line))
    )


def _heads_number(line: str, before: str, below: str, width: int) -> bool:
    """Return whether a short line between a sentence's end and a numbered paragraph heads it."""
    return bool(
        _NUMBERED.match(below.strip())
        and len(line) < _SHORT * width
        and CLAUSE_END.search(before)
        and not CLAUSE_END.search(line)
        and line.strip()[:1].isupper()
    )


def _goes_on(before: str, line: str) -> bool:
    """Return whether a line is the middle of the sentence that the one before it began.

    A line followed by one in lower case, or that breaks off within a sentence, is no heading.
    """
    return line.lstrip()[:1].islower() or breaks_off(before)


def _is_heading(line: str) -> bool:
    """Return whether a line is a heading whatever stands below it: labelled or named."""
    heading = parse_heading(line)
    return heading is not None and heading.style not in ("decimal", "letter", "capitals")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _block(body: Mapped, assembler: Assembler) -> None:
    text = body.text.lstrip()
    surplus = len(body.text) - len(text)
    bullet = _BULLET.match(text)
    if bullet or _MARK.match(text):
        assembler.open_item()
        assembler.text(body.part(surplus + (bullet.end() if bullet else 0), len(body.text)))
        assembler.close_item()
    else:
        assembler.text(body)
        assembler.part()
