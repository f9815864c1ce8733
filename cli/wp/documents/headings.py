"""Headings told by their words: Roman and Arabic numbers, "Chapter", "Article", names, capitals.

Contents lists are told by the pages that they name: lines that end in one, one after another.
"""

import re
from collections.abc import Container, Sequence
from itertools import pairwise
from typing import NamedTuple

from wp.documents import Block
from wp.english import MONTHS_SHORT
from wp.pattern import pattern

_BOLD_WORDS = 15
NUMBER_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = rf"(?:[IVXLC]+|\d+(?:\.\d+)*|[A-Z]|{'|'.join(NUMBER_WORDS)})(?:\s?(?:bis|ter))?"
_ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3}|XL[IVX]*)"
_TITLE = r"(?P<title>[\"'“‘(\[]?[^\W\d_a-zß-ÿ].*)"
# What stands above what, where only the words tell: in English, French, German and Spanish.
_FORMS: tuple[tuple[str, int, str], ...] = (
    ("part", 1, rf"(?:Part(?:ie|e)?|Book|Volume|Livre|Teil|Buch|Libro)\s+(?P<number>{_NUMBER})"),
    (
        "annex",
        1,
        r"(?:Annexe?|Appendix|Schedule|Attachment|Anhang|Anlage|Anexo)"
        rf"(?:\s+(?P<number>{_NUMBER}))?",
    ),
    (
        "chapter",
        2,
        rf"(?:Chapter|Title|Chapitre|Titre|Kapitel|Cap[íi]tulo|T[íi]tulo)\s+(?P<number>{_NUMBER})",
    ),
    ("section", 4, rf"(?:Section|Sec\.|Abschnitt|Secci[óo]n)\s+(?P<number>{_NUMBER})"),
    ("section", 4, r"§\s?(?P<number>\d+[a-z]?(?:[-–.]\d+[a-z]?)*)"),
    (
        "article",
        5,
        rf"(?:Article|Art\.|Artikel|Art[íi]culo|Rule|Principle)\s+(?P<number>{_NUMBER})",
    ),
)
# The same in Chinese and Japanese: 第一章, 第２条.
_COUNTERS = (("part", 1, "编編篇部"), ("chapter", 2, "章"), ("section", 4, "节節"),
             ("article", 5, "条條"))  # fmt: skip
_HAN_NUMBER = r"第\s?(?P<number>[〇零一二三四五六七八九十百千\d]{1,8})\s?"
_LABELLED = (
    *(
        (
            style,
            rank,
            pattern(rf"{form}\s*(?:[.:)\]]|[-–—]|$|(?=\s))\s*(?P<title>.*)", re.IGNORECASE),
        )
        for style, rank, form in _FORMS
    ),
    *(
        (style, rank, pattern(rf"{_HAN_NUMBER}[{signs}](?:$|\s+|[：:、])\s*(?P<title>.*)"))
        for style, rank, signs in _COUNTERS
    ),
)
_ROMAN_LINE = pattern(rf"(?P<number>{_ROMAN})(?:[.)]\s*|\s+[-–—]\s+){_TITLE}")
_LETTER_LINE = pattern(rf"(?P<number>[A-Z])[.)]\s+{_TITLE}")
# "4 May 2020" is a date.
_MONTHS = rf"(?!(?:{'|'.join(MONTHS_SHORT)})[a-z]*\.?\s+\d)"
_DECIMAL_LINE = pattern(rf"(?P<number>\d{{1,3}}(?:\.\d{{1,3}})*)(?:[.)]\s*|\s+){_MONTHS}{_TITLE}")
_NAMED = pattern(
    r"(?:the\s+)?(?:preamble|introduction|conclusions?|concluding (?:remarks|words)|foreword|"
    r"preface|prologue|epilogue|afterword|abstract|(?:executive )?summary|overview|background|"
    r"closing (?:remarks|words)|acknowledge?ments?|references|bibliography|annexes|"
    r"appendices|notes|glossary|final (?:provisions|clauses)|general provisions|"
    r"recommendations|next steps|outlook)",
    re.IGNORECASE,
)
_LONGEST = 160
_MOST_WORDS = 24
# A sentence of Chinese or Japanese: no title has a comma in it, or is as long.
_NUMBERED = pattern(rf"(?P<number>{_ROMAN}|\d+(?:\.\d+)*)(?:[.):]\s*|\s+[-–—]\s+)(?P<title>\S.*)")
_HAN_SENTENCE = pattern(r"[\u3400-\u9fff].*[，、；。]|[\u3040-\u30ff\u3400-\u9fff]{25}")
# Words that no title ends with: the line breaks off within a sentence.
_BROKEN_OFF = pattern(
    r"[,–—-]$|\b(?:a|an|and|as|at|but|by|for|from|has|have|in|is|it|of|on|or|that|the|this|to|was|"
    r"were|with)$"
)
CLOSED = pattern(r"[.;:,!?。；：，！？][\"'”’)\]]*$")


class HeadingLine(NamedTuple):
    """A heading's parts: `number` as printed or empty, `title` without it, its rank by its style.

    `style` is "part", "annex", "chapter", "section", "article", "roman", "decimal", "letter",
    "named", "capitals" or, for a heading that only its markup shows, "plain".
    """

    style: str
    number: str
    title: str
    rank: int


def parse_heading(line: str) -> HeadingLine | None:
    """Read a line as a heading by its words; None for one that reads as running text."""
    line = line.strip()
    if len(line) > _LONGEST or len(line.split()) > _MOST_WORDS or not line:
        return None
    if breaks_off(line):
        return None
    if _NAMED.fullmatch(line.rstrip(" .:")):
        return HeadingLine("named", "", line.rstrip(" .:"), 3)
    for style, rank, label in _LABELLED:
        match = label.match(line)
        if match and _reads_as_title(match["title"]) and not _ended_word(style, match, line):
            return HeadingLine(style, match["number"] or "", match["title"].strip(), rank)
    if CLOSED.search(line):
        return None
    if match := _ROMAN_LINE.fullmatch(line):
        return HeadingLine("roman", match["number"], match["title"], 3)
    if match := _DECIMAL_LINE.fullmatch(line):
        return HeadingLine(
            "decimal", match["number"], match["title"], 6 + match["number"].count(".")
        )
    if match := _LETTER_LINE.fullmatch(line):
        return HeadingLine("letter", match["number"], match["title"], 10)
    if _in_capitals(line):
        return HeadingLine("capitals", "", line, 11)
    return None


def split_heading(text: str) -> HeadingLine:
    """Part the number from the title of what is known to be a heading."""
    heading = parse_heading(text)
    if heading and heading.style != "capitals":
        return heading
    if match := _NUMBERED.fullmatch(text):
        return HeadingLine("plain", match["number"], match["title"], 0)
    return HeadingLine("plain", "", text, 0)


def _reads_as_title(title: str) -> bool:
    """Return whether what follows "Article 5" is its title: "Article 5 of the Convention" runs
    on."""
    title = title.strip()
    return not title or (
        not title[0].islower() and not CLOSED.search(title) and not _HAN_SENTENCE.search(title)
    )


def _ended_word(style: str, match: re.Match[str], line: str) -> bool:
    """Return whether "Schedule." is the last word of a sentence, not an annex."""
    return style == "annex" and not match["number"] and not match["title"] and line.endswith(".")


def breaks_off(line: str) -> bool:
    """Return whether a line ends within a sentence: at a word or sign that wants another."""
    return bool(_BROKEN_OFF.search(line.rstrip()))


def _in_capitals(line: str) -> bool:
    letters = [character for character in line if character.isalpha()]
    return (
        len(letters) >= 5
        and all(character.isupper() for character in letters)
        and len(line.split()) <= 14
        and not any(character.isdigit() for character in line)
    )


def with_bold_headings(blocks: Sequence[Block], bold: Container[int]) -> list[Block]:
    """Return blocks with a short one in bold above text that is not for a heading.

    `bold` has the places of blocks all of whose words are bold.
    """
    lowest = max((block.level for block in blocks), default=0) + 1
    found = list(blocks)
    for at, (block, below) in enumerate(pairwise(blocks)):
        if (
            at in bold
            and at + 1 not in bold
            and block.kind == "paragraph"
            and below.kind != "heading"
            and len(block.body.text.split()) <= _BOLD_WORDS
            and not CLOSED.search(block.body.text)
        ):
            found[at] = block._replace(kind="heading", level=lowest)
    return found


# Contents lists

_PAGE = r"(?P<page>\d{1,4}|[ivxlc]{1,7})(?:\s?[-–]\s?(?:\d{1,4}|[ivxlc]{1,7}))?"
# Dots lead to the page; they, a tab or a wide gap part it from the title. Where no page stands
# behind few of them, they are an omission: "told her....", 说……
_LEADERS = pattern(
    rf"(?:(?:[.·_]\s?){{4,}}|…{{2,}})\s*{_PAGE}\s*$|(?:(?:[.·_]\s?){{8,}}|…{{5,}})\s*$"
)
_GAP = pattern(rf"^(?P<title>.*\S)(?:[^\S\n]*\t[^\S\n]*|[^\S\n]{{3,}}){_PAGE}\s*$", re.DOTALL)
_FEWEST_LEADERS = 4
_LONGEST_ENTRY = 300
_CONTENTS = pattern(
    r"(?:table of )?contents|(?:list of )?(?:tables|figures|boxes)|list of (?:charts|annexes)"
    r"|inhalt(?:sverzeichnis)?|sommaire|table des mati[èe]res|[íi]ndice|contenido|目\s*[录錄次]",
    re.IGNORECASE,
)
_FEWEST_ENTRIES = 3


def leads_to_page(line: str) -> bool:
    """Return whether a line leads to a page by dots: "Ships ........ 3"."""
    end = line[-_LONGEST_ENTRY:]
    leaders = end.count(".") + end.count("·") + end.count("_") + 2 * end.count("…")
    return leaders >= _FEWEST_LEADERS and bool(_LEADERS.search(end))


def contents_lines(lines: Sequence[str]) -> set[int]:
    """Return which of the lines, in order and with their white space, belong to a contents list.

    Lines that lead to a page by dots do. Where only a tab or a wide gap stands before the page, it
    takes three in a row whose pages never go back, below "Contents", or titles that stand again
    further on: "Boats⇥40" is a line of a table.
    """
    found = {at for at, line in enumerate(lines) if leads_to_page(line)}
    gaps = [
        None if at in found or len(line) > _LONGEST_ENTRY else _GAP.match(line)
        for at, line in enumerate(lines)
    ]
    if any(gaps):
        heads = frozenset(_plain(line) for line in lines if len(line) <= _LONGEST_ENTRY)
        named_at = {at for at, line in enumerate(lines) if is_named(line)}
        for run in _runs(gaps, named_at):
            named = run[0] - 1 in named_at
            titles = [_plain(gap["title"]) for at in run if (gap := gaps[at])]
            if named or 2 * sum(title in heads for title in titles) >= len(run):
                found.update(run)
    return found | {at - 1 for at in found if at and is_named(lines[at - 1])}


def _runs(gaps: Sequence[re.Match[str] | None], named_at: set[int]) -> list[list[int]]:
    """Return the runs of three lines or more whose pages never go back, named ones aside."""
    runs: list[list[int]] = [[]]
    before = 0
    for at, gap in enumerate(gaps):
        page = int(gap["page"]) if gap and gap["page"].isdecimal() else 0
        named = bool(runs[-1]) and runs[-1][0] - 1 in named_at
        if gap is None or (page and page < before and not named):
            runs.append([])
            before = 0
        if gap:
            runs[-1].append(at)
            before = page or before
    return [run for run in runs if len(run) >= _FEWEST_ENTRIES]


def is_named(line: str) -> bool:
    """Return whether a line is the heading of a contents list."""
    return bool(_CONTENTS.fullmatch(line.strip(" \t\n.:")))


def _plain(line: str) -> str:
    return " ".join(line.split()).casefold()
