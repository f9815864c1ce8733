"""Letters that a PDF's font draws as one sign, and hyphens at the ends of its lines."""

import pytest

from wp.documents.text_lines import keeps_hyphen

pytest.importorskip("pypdfium2")

ENGLISH = frozenset("the of and to in".split())


def pdf(lines: list[str], told: str = "") -> bytes:
    """Write a page of lines; the code 0x1F is a sign of the font that stands for `told`."""
    shown = " ".join(f"({line}) Tj 0 -14 Td".replace("\x1f", r"\037") for line in lines)
    content = f"BT /F1 11 Tf 72 700 Td {shown} ET"
    told_as = "".join(f"{ord(sign):04X}" for sign in told)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange "
        f"<00> <FF> endcodespacerange 1 beginbfchar <1F> <{told_as}> endbfchar endcmap end end"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >> stream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding "
        "/BaseEncoding /WinAnsiEncoding /Differences [31 /g31] >>"
        f"{' /ToUnicode 6 0 R' if told else ''} >>",
        f"<< /Length {len(cmap)} >> stream\n{cmap}\nendstream",
    ]
    body = "%PDF-1.4\n"
    offsets = []
    for number, text in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    return (
        f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    ).encode("latin-1")


SIGNS = [
    ("no code of its own", "", "Con\x1frmed cases rose.", "Confirmed cases rose."),
    ("a private character", "\ue001", "Con\x1frmed cases rose.", "Confirmed cases rose."),
    ("a private character at first", "\ue001", "It paid \x1fnes twice.", "It paid fines twice."),
    ("TeX's own code", "↵", "The e\x1fect was small.", "The effect was small."),
    ("two signs of a word", "\ue001", "di\x1fcult to \x1fnd", "difficult to find"),
    (
        "its first letter left out",
        "i",
        "The o\x1fce paid \x1fnancial aid.",
        "The office paid financial aid.",
    ),
    (
        "a blank behind it",
        "fi ",
        "It was certi\x1fed and speci\x1fc.",
        "It was certified and specific.",
    ),
    (
        "two readings are words: stifled, stiffed",
        "\ue001",
        "It was sti\x1fed.",
        "It was sti\ufffded.",
    ),
    ("no reading is one", "\ue001", "The bo\x1frx rose.", "The bo\ufffdrx rose."),
]


@pytest.mark.parametrize(
    ("told", "line", "expected"), [case[1:] for case in SIGNS], ids=[case[0] for case in SIGNS]
)
def test_a_sign_that_stands_for_letters_is_written_out(told: str, line: str, expected: str) -> None:
    from wp.documents.pdf import read_pdf

    (block,) = read_pdf("report.pdf", pdf([line], told)).blocks
    assert block.body.text == expected


def test_letters_told_by_their_word_are_warned_about() -> None:
    from wp.documents.pdf import read_pdf

    (warning,) = read_pdf("report.pdf", pdf(["Con\x1frmed cases rose."])).warnings
    assert "told by their words: 1, first “Confirmed”" in warning


def test_a_figure_beside_a_lost_sign_is_not_read() -> None:
    """It may have been a minus."""
    from wp.base.draft import draft_base
    from wp.base.draft.source import read_source

    source = read_source(
        "report.pdf", pdf(["The surplus was \x1f12.5 percent of the whole budget."])
    )
    assert draft_base(source, "report").counts[2] == 0


# what the first line ends with, what the next begins with, whether the hyphen is the word's, why
HYPHENS = [
    ("govern", "ment", False, "neither half is a word of its own"),
    ("under", "performers", False, "a prefix"),
    ("curator", "ship", False, "an ending"),
    ("frame", "work", False, "English without a hyphen"),
    ("long", "term", True, "what compounds begin with"),
    ("out-of", "state", True, "within a compound"),
    ("breach", "of", True, "a short word within a compound"),
    ("up-to", "date", True, "a short word that is a prefix elsewhere"),
    ("open-hand", "ed", False, "the last part of a compound is broken itself"),
    ("oestrogen", "dependent", True, "one half is the document's word, the other English"),
    ("ex", "pects", False, "begins like a compound, and is English without a hyphen"),
    ("toxin", "weighted", True, "both are English"),
]


@pytest.mark.parametrize(
    ("one", "two", "kept"), [case[:3] for case in HYPHENS], ids=[case[3] for case in HYPHENS]
)
def test_a_hyphen_at_a_line_end_is_the_lines_or_the_words(one: str, two: str, kept: bool) -> None:
    assert keeps_hyphen(one, two, ENGLISH | {"oestrogen"}) == kept


def test_halves_that_are_english_words_tell_nothing_in_another_language() -> None:
    assert not keeps_hyphen("pour", "suite", frozenset(("le", "de", "la")))
