"""A draft checked whole: who is alarmed by what, and what silences it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from wp.documents import FileKind
from wp.library.given import source
from wp.model import Base, Document, Section
from wp.show.verdict_records import summary_record
from wp.verify.attribution import role_of
from wp.verify.check import check_draft
from wp.verify.checked import CheckedDraft, findings
from wp.verify.claims.context import Context
from wp.verify.corpus import Corpus
from wp.verify.correction import correct
from wp.verify.draft import read_draft
from wp.verify.quotation import verify_quotation
from wp.verify.verdict import Claim, ClaimFigure, Verdict

SOURCE = "The harbour office keeps the boats in good order and counts them every year."


def verify(quotation: str) -> Verdict:
    """Stand in for verification: whole, nearly whole, or not there."""
    if " ".join(quotation.split()).strip(".,") in SOURCE:
        return Verdict(quotation, "verbatim", SOURCE)
    if "harbour office" in quotation:
        return Verdict(quotation, "altered", SOURCE)
    return Verdict(quotation, "missing")


def judge(sentence: str, context: Context) -> Claim | None:
    """Stand in for claims: 7 is right, 8 wrong, 9 unknown."""
    for digit, verdict in (("7", "supported"), ("8", "contradicted"), ("9", "unsupported")):
        if digit in sentence:
            figure = ClaimFigure(digit, int(digit), "count", verdict)  # type: ignore[arg-type]
            return Claim(sentence, figure.verdict, (figure,))
    return None


def check(text: str) -> CheckedDraft:
    return check_draft(read_draft("d.md", text.encode()), verify, judge)


@pytest.mark.parametrize(
    ("text", "rules", "failed"),
    [
        # the source's words
        ('"keeps the boats in good order"', [], False),
        # altered words fail
        ('"The harbour office sinks the boats."', ["altered"], True),
        # another speaker's words, a title, a word at a distance: no finding
        ('A sailor called it "the best sort of tidy graveyard".', [], False),
        ('The novel "Boats and Their Keepers" is another matter.', [], False),
        ('The "tidy fleet" lies there.', [], False),
        # words that the draft gives as the paper's are to be looked at; they do not fail
        ('The paper says: "boats are sunk at the end of their days".', ["missing"], False),
        ('"Boats are sunk at the end," the document says.', ["missing"], False),
        # claims
        ("There were 7 boats.", [], False),
        ("There were 8 boats.", ["contradicted"], True),
        ("There were 9 boats.", ["unsupported"], False),
        # figures inside a quotation are no claim of the draft
        ('A sailor said "there were 8 boats in the old days".', [], False),
        # a mark without a partner
        ("It says “keeps the boats.\n\nThere were 8 boats.", ["draft", "contradicted"], True),
    ],
)
def test_findings_and_failure(text: str, rules: list[str], failed: bool) -> None:
    checked = check(text)
    assert [finding.rule for finding in findings(checked)] == rules
    assert checked.failed is failed


@pytest.mark.parametrize(
    ("text", "silenced"),
    [
        # on its own line: the next block, and only that
        ("<!-- wp: ignore known -->\n\nThere were 8 boats.", True),
        ("<!-- wp: ignore known -->\n\nNo boats.\n\nThere were 8 boats.", False),
        # among words: its line
        ("There were 8 boats. <!-- wp: ignore known -->", True),
        ("There were 8 boats.\nNo more. <!-- wp: ignore known -->", False),
        ("There were\n8 boats. <!-- wp: ignore known -->", True),
        # without a reason it silences nothing
        ("There were 8 boats. <!-- wp: ignore -->", False),
        # another comment
        ("There were 8 boats. <!-- ignore known -->", False),
        # a block quotation
        ("<!-- wp: ignore as printed -->\n> The harbour office sinks.", True),
    ],
)
def test_a_comment_with_a_reason_silences_its_finding(text: str, silenced: bool) -> None:
    checked = check(text)
    assert checked.failed is not silenced
    assert summary_record([checked])["ignored"] == int(silenced)


def test_a_silencing_comment_without_a_reason_is_reported() -> None:
    checked = check("Boats. <!-- wp: ignore -->")
    assert [(warning.line, warning.column) for warning in checked.warnings] == [(1, 8)]
    assert "reason" in checked.warnings[0].text


@pytest.mark.parametrize("text", ["", " \n\n", "---\ntitle: Boats\n---\n", "```\nx = 7\n```\n"])
def test_a_draft_without_words_is_no_clean_one(text: str) -> None:
    checked = check(text)
    assert [warning.text for warning in checked.warnings] == ["there is no text in it to check"]
    assert checked.unsure


def test_progress_counts_to_the_end() -> None:
    seen: list[tuple[int, int]] = []
    draft = read_draft("d.md", b'"a b" is 7. And "c d".')
    check_draft(draft, verify, judge, lambda done, total: seen.append((done, total)))
    assert seen == [(number, 4) for number in range(1, 5)]


def test_context_ends_with_the_paragraph() -> None:
    seen: list[frozenset[str]] = []

    def remember(sentence: str, context: Context) -> Claim | None:
        seen.append(context.words)
        return None

    check_draft(read_draft("d.md", b"Boats. Ships.\n\nCrews."), verify, remember)
    assert [bool(words) for words in seen] == [False, True, False]


_BOARD = Corpus([Base(Document("d", "Report on Harbours", "Harbour Board", "2020", "en"), ())])


@pytest.mark.parametrize(
    ("text", "around", "role"),
    [
        ("soft law", "Others call it.", "scare"),
        ("National Action Plan on Boats", "The paper, like the one before, says.", "title"),
        ("a slogan in search of a treaty", "A diplomat described it as.", "other"),
        ("a slogan in search of a treaty", "The white paper describes it as.", "quotation"),
        ("a slogan in search of a treaty", "It is, according to the document,.", "quotation"),
        ("a slogan in search of a treaty", "It is, in the paper's words,.", "quotation"),
        ("a slogan in search of a treaty", "It even calls it “ ”.", "quotation"),
        ("a slogan in search of a treaty", "It was called “ ”.", "other"),
        ("a slogan in search of a treaty", "In its own words: “ ”.", "quotation"),
        ("a slogan in search of a treaty", "The paper: “ ”.", "quotation"),
        ("a slogan in search of a treaty", "These words, “ ”, stand in the paper.", "quotation"),
        ("a slogan in search of a treaty", "“ ” (Section VI, para. 3).", "quotation"),
        ("a slogan in search of a treaty", "According to the Harbour Board, “ ”.", "quotation"),
        ("a slogan in search of a treaty", "The mayor of the harbour says “ ”.", "other"),
        # other kinds of document, and what they do
        ("a slogan in search of a treaty", "The judgment says “ ”.", "quotation"),
        ("a slogan in search of a treaty", "The harbour's bulletin warns of “ ”.", "quotation"),
        ("a slogan in search of a treaty", "The press release reads: “ ”.", "quotation"),
        ("a slogan in search of a treaty", "According to the minutes, “ ”.", "quotation"),
        ("a slogan in search of a treaty", "The report recommends “ ”.", "quotation"),
        ("a slogan in search of a treaty", "Under section 4(2), “ ”.", "quotation"),
        ("a slogan in search of a treaty", "Under section 4 of the Boats Act, “ ”.", "other"),
        ("a slogan in search of a treaty", "In a statement the mayor said “ ”.", "other"),
        ("a slogan in search of a treaty", "It found “ ”.", "other"),
        ("a slogan in search of a treaty", "Handed the statement, she said “ ”.", "other"),
        ("a slogan in search of a treaty", "As to the report, they say “ ”.", "other"),
        ("a slogan in search of a treaty", "The report that they wrote says “ ”.", "quotation"),
        ("a slogan in search of a treaty", "Forty minutes later he said “ ”.", "other"),
        # other languages
        ("港口从来没有关过门", "白皮书指出：“”。", "quotation"),
        ("港口从来没有关过门", "市长说：“”。", "other"),
        ("港口", "白皮书指出：“”。", "scare"),
        ("港口从来没有关过门", "公报称，“”。", "quotation"),
        ("港口从来没有关过门", "《港口日报》称，“”。", "other"),
        ("Der Hafen war nie zu", "Laut Urteil „ “.", "quotation"),
        ("Le port ne fut jamais fermé", "D’après l’arrêt, « ».", "quotation"),
        ("El puerto nunca se cerró", "La sentencia afirma: « ».", "quotation"),
        ("Der Hafen war nie zu", "Im Bericht heißt es: „ “.", "quotation"),
        ("Le port ne fut jamais fermé", "Selon le rapport, « ».", "quotation"),
        ("El puerto nunca se cerró", "El informe señala: « ».", "quotation"),
        # the paper is spoken of, and does not speak
        ("a slogan in search of a treaty", "A critic of the paper speaks of.", "other"),
        # capitals throughout, but a sentence
        ("We Are One.", "He said.", "other"),
    ],
)
def test_whose_words(text: str, around: str, role: str) -> None:
    assert role_of(text, around, block=False, corpus=_BOARD) == role


_SPOKEN = (
    "In 2030, Ada Tern, the harbour master, said that no boat had sunk. Under the Boats Act fees "
    "are due. Norland opened a port. On Monday the office said that it was full."
)


@pytest.mark.parametrize(
    ("text", "level", "why"),
    [
        ("“No boat will ever sink again,” said Ada Tern.", "note", "who speaks in the source"),
        ("“No boat will ever sink again,” Tern said.", "note", "by her last name"),
        ("Mayor Ada Tern told us: “no boat will ever sink again”.", "note", "with a title"),
        ("“No boat will ever sink,” said Tern of the port.", "note", "with what she is of"),
        ("According to Tern, “no boat will ever sink again”.", "note", "according to her"),
        ("The Boats Act provides that “no boat may ever sink”.", "note", "an act that is cited"),
        ("Under section 4 of the Boats Act, “no boat may sink”.", "note", "by its section"),
        ("“No boat will ever sink again,” said Ada Gull.", "none", "the source knows no Gull"),
        ("Under the Nets Act, “no boat may sink at all”.", "none", "nor that act"),
        ("“No boat will ever sink again,” said Norland.", "none", "which does not speak there"),
        ("“No boat will ever sink again,” she said Monday.", "none", "a day is nobody"),
        ("“No boat will ever sink again,” said a clerk of Tern.", "none", "not Tern speaks"),
        ("“No boat will ever sink again,” said Tern’s clerk.", "none", "nor here"),
        ("He met Ada Tern. “No boat will ever sink again,” he said.", "none", "nor here"),
    ],
)  # fmt: skip
def test_words_given_to_a_speaker_whom_the_source_reports(text: str, level: str, why: str) -> None:
    held = source(_SPOKEN)
    (quotation,) = held.check(text).quotations
    assert (quotation.verdict.verdict, quotation.level) == ("missing", level), why


def test_words_of_a_speaker_are_told_and_fail_nothing() -> None:
    checked = source(_SPOKEN).check("“No boat will ever sink again,” said Ada Tern.")
    assert [one.rule for one in findings(checked)] == ["missing"]
    assert "given to a speaker whom the source reports" in findings(checked)[0].message
    assert not checked.failed and not checked.unsure


@pytest.mark.parametrize(
    ("title", "text", "role"),
    [
        ("Harbours Act 2021", "The Act provides that “ships of all kinds pay”.", "quotation"),
        ("Harbours Act 2021", "Under the new law, it says, “ships of all kinds pay”.", "quotation"),
        ("Harbours Act 2021", "“Ships of all kinds pay,” says he, “or act.”", "other"),
        ("Report on Harbours", "The Act provides that “ships of all kinds pay”.", "other"),
        ("Aster v. Brill", "The court held that “ships of all kinds pay”.", "quotation"),
        ("Report on Harbours", "The court held that “ships of all kinds pay”.", "other"),
        ("Aster Bank: Results", "Aster Bank said that “ships of all kinds pay”.", "quotation"),
    ],
)
def test_a_document_speaks_by_what_its_title_calls_it(title: str, text: str, role: str) -> None:
    prepared = Corpus([Base(Document("d", title, "Nobody", "2020", "en"), ())])
    (first, *_) = check_draft(
        read_draft("d.md", text.encode()), lambda words: Verdict(words, "missing"),
        lambda *_: None, corpus=lambda: prepared,
    ).quotations  # fmt: skip
    assert first.role == role


def test_what_is_passed_over_is_named_with_its_line() -> None:
    text = b"---\ntitle: Boats\nslug: x\n---\nIt ~~has 7~~ floats.<sup>3</sup>\n"
    passed_over = check(text.decode()).not_checked
    assert [(one.line, one.what) for one in passed_over] == [
        (1, "front matter"),
        (5, "struck text"),
    ]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("In all 7 ships came, " + "and they came and went " * 100 + "at last.", True),
        ("They had " + "7, " * 150 + "8 and 9 ships.", True),
        ("They had " + "7, " * 100 + "8 and 9 ships.", False),
        # Without a figure there is nothing to hold against the source.
        ("The ships came " + "and they came and went " * 100 + "at last.", False),
        # A row of a table has its figures in cells; one cell may be such a text.
        ("| Ships |\n|---|\n| at Aster " + "| 7 " * 160 + "|\n", False),
        ("| Ships | Of |\n|---|---|\n| Aster | had " + "7, " * 151 + "8 ships |\n", True),
    ],
)  # fmt: skip
def test_figures_of_a_text_that_is_no_sentence_are_told(text: str, is_told: bool) -> None:
    draft = check(f"Boats.\n\n{text}\n")
    assert [one.what for one in draft.not_checked] == ["figures"] * is_told
    assert draft.unsure == is_told or draft.claims
    assert not draft.failed


SAID = "Norland has more than 120 harbours"
NEXT = "The blue lane keeps ferries, tugs and tankers apart."


def read_against(text: str, kind: FileKind = "markdown") -> list[tuple[str, str]]:
    """Check a draft against a source of two sentences."""
    return [(q.verdict.verdict, q.text) for q in checked_against(text, kind).quotations]


@pytest.mark.parametrize(
    "text",
    [
        f"It says »{SAID}«.", f"It says ”{SAID}”.", f'It says "{SAID}”.', f'It says “{SAID}".',
        f"It says ‚{SAID}‘.", f"It says ``{SAID}''.", f"It says `{SAID}'.",
        f"It says ＂{SAID}＂.",
        f"It says 〝{SAID}〞.",
        f"It says ❝{SAID}❞.", f"It says ″{SAID}″.", f"It says 《{SAID}》.", f"It says «{SAID}».",
        f"It says «\u00a0{SAID}\u00a0».", f"It says « {SAID} »!", f"It says «\u202f{SAID}\u202f»;",
        f"« {SAID} »", f'It says „{SAID}".', f"It says ❛{SAID}❜.",
        f"“It says ‘{SAID}’, which is odd,” she said.",
        f"The port’s ‘{SAID}’ and the wardens’ law.",
        f"'{SAID}' and the wardens' law.", f'At 5\'6" tall she says "{SAID}".',
        f"It says “{SAID}. There it ends.",
    ],
)  # fmt: skip
def test_marks_are_read_as_the_quotation_that_the_source_has(text: str) -> None:
    ((verdict, quoted),) = read_against(text, "text")
    assert (verdict, quoted.rstrip(".")) == ("verbatim", SAID)


def test_bold_in_a_wiki_is_no_quotation() -> None:
    assert read_against(f"It has '''{SAID}''' in bold and ''{NEXT}'' so.", "text") == []


@pytest.mark.parametrize(
    ("text", "verdicts", "why"),
    [
        (f"> {SAID}. (Nobody, 2020)", ["verbatim"], "a citation behind the final stop"),
        (f"> {SAID} (Nobody, 2020, p. 3)", ["verbatim"], "a citation"),
        (f"> {SAID} [1, Sec. I]", ["elided"], "a citation by number, as a bracket"),
        (f"> {SAID}. (emphasis added)", ["verbatim"], "who set it so"),
        (f"> “{SAID}” (Section I)", ["verbatim"], "marks and a citation"),
        (f"> {SAID}.\n>\n> — A Paper, section I", ["verbatim"], "an attribution"),
        (f"> {SAID}.\n>\n> *Harbour Board*, 2020", ["verbatim"], "one without a dash"),
        (f"> {SAID}.\n>\n> Harbour Board (2020), section I", ["verbatim"], "one with its place"),
        (f"> {SAID}.\n>\n> It has 130.", ["verbatim", "missing"], "a last line that is no such"),
        (f"> {SAID}. — Harbour Board, section I", ["verbatim"], "one behind the final stop"),
        (f"> {SAID}.\n>\n> — the mayor, in a speech at Port Aster, https://x.org/12",
         ["verbatim", "missing"], "a word that no reference has"),
        (f"> {SAID}.\n>\n> — from the white paper, in a speech at Port Aster, https://x.org/12",
         ["verbatim"], "one with an address"),
        (f"> {SAID}.\n>\n> ——港口白皮书", ["verbatim"], "one in Chinese"),
        (f"> {SAID}. — and nobody swims", ["altered"], "words behind a dash"),
        (f"> {SAID}. [@board2020, p. 3]", ["verbatim"], "a key of pandoc's"),
        (f"> {SAID}. \\autocite[3]{{board2020}}", ["verbatim"], "one of LaTeX's"),
        ("> Norland has more than `120` harbours", ["verbatim"], "words set as code"),
        ("“Norland has `more than` 120 ==harbours==” [@board2020]", ["verbatim"], "between marks"),
        ("“Norland has `less than` 120 harbours”", ["altered"], "other words set as code"),
        (f"> # Harbours\n>\n> {SAID}.", ["verbatim", "verbatim"], "a heading"),
        (f"> * {NEXT}\n> * {SAID}", ["verbatim", "verbatim"], "items of a list"),
        (f"> {SAID}.\n>\n> Nobody swims here at all.", ["verbatim", "missing"], "its paragraphs"),
        (f"> {SAID}.\n> <cite>Boats and Ships</cite>", ["verbatim"], "a work on its own line"),
        (f"<blockquote><p>{SAID}. <cite>Ships</cite>.</p></blockquote>", ["verbatim"], "behind it"),
        (f"<blockquote><p>{SAID}.</p><cite>Ships</cite></blockquote>", ["verbatim"], "a block"),
        (f"<blockquote>{SAID.replace('120', '<cite>130</cite>')}</blockquote>", ["altered"],
         "within the words"),
        (f"<blockquote>{SAID} <cite>boats</cite></blockquote>", ["altered"], "goes on with them"),
        (f"> {SAID}. (p. 12)", ["verbatim"], "a page"),
        (f"> {SAID}. (*A Paper on Boats*)", ["verbatim"], "a title"),
        (f"> {SAID}. (Nobody, 5 May 2020)", ["verbatim"], "a name and a date"),
        (f"> {SAID}. (§ 4)", ["verbatim"], "a section mark"),
        (f"> {SAID}. (Nobody and Somebody 2020, 12–14; emphasis in original)", ["verbatim"],
         "place and setting"),
        (f"> {SAID}. （国务院，2017年）", ["verbatim"], "a name and a year in Chinese"),
        (f"> {SAID} (which failed)", ["altered"], "a remark that is no citation"),
        (f"> {SAID}. (which failed)", ["altered"], "a remark behind the final stop"),
        (f"> {SAID}. (which failed in 2017)", ["altered"], "a remark with a year"),
        (f"> {SAID}. (8,000 in all)", ["altered"], "a figure put in"),
        (f"> {SAID}. (emphasis added, which failed)", ["altered"], "a note with a remark"),
        (f"> {SAID}. (Not True)", ["altered"], "a denial in capitals"),
        (f"> {SAID}. (Norland Disagrees)", ["altered"], "a sentence in capitals"),
        (f"> {SAID}. (Ministry of Boats)", ["verbatim"], "names that a small word links"),
        (f'> She read "{SAID}" to us,\n> and more.', ["verbatim"], "a reply that quotes it"),
        (f'> She read "{SAID.replace("120", "130")}" to\n> us, and more.', ["altered"],
         "a reply that quotes it wrongly"),
        (f'The paper says:\n\n> She read "{SAID}" to us', ["altered"], "given as the source's"),
        (f'> The blue "lane" {NEXT[14:].replace("apart", "off")}', ["altered"],
         "marks put into the source's words"),
        (f'> The blue lane keeps ferries and "{SAID}".', ["altered"],
         "what is changed stands outside the inner marks"),
        (f"> {SAID}. （失败了）", ["altered"], "a remark in Chinese"),
        (f"> {SAID.replace('120', '130')} (Nobody, 2020)", ["altered"], "a figure and a citation"),
        (f"“It says ‘{SAID}’ and the lane keeps ferries, barges and tankers apart”",
         ["altered"], "what is changed stands outside the inner quotation"),
    ],
)  # fmt: skip
def test_a_block_quotation_ends_where_the_passage_does(
    text: str, verdicts: list[str], why: str
) -> None:
    assert [verdict for verdict, _ in read_against(text)] == verdicts, why


BROKEN = [
    ("“Wardens must not,” it says, “enter a ship”.", [0, 0], "the negation is quoted before"),
    ("“enter a ship” and “Wardens must not”", [1, 0], "the other way round"),
    ("“Wardens must not”.\n\n“enter a ship”", [0, 1], "in two paragraphs"),
    ("“Boats are free” and “unless they leak”", [0, 0], "the condition is quoted behind"),
    ("“Boats are free” indeed", [1], "it is not"),
    ("Wardens must not “enter a ship”.", [0], "the draft has the words itself"),
    ("Wardens are never to “enter a ship”.", [1], "it denies, but does not oblige"),
    ("Wardens must “enter a ship”.", [1], "it obliges, but does not deny"),
    ("They must not go. “enter a ship”", [1], "the sentence before is another"),
    ("“Boats are free”, unless they leak.", [0], "the draft has the condition itself"),
    ("**“Boats are free”** unless they leak.", [0], "behind emphasis"),
    ("Nobody says that “ships are old”.", [0], "denied in other words"),
    ("Nobody denies that “ships are old”.", [1], "denied twice"),
    ("Stays are of up to “90 days”.", [0], "the bound in other words"),
    ("Stays are of at least “90 days”.", [1], "another bound"),
    ("Stays are of “90 days”.", [1], "no bound"),
]


@pytest.mark.parametrize(("text", "warned", "why"), BROKEN)
def test_no_warning_of_what_the_next_piece_quotes(text: str, warned: list[int], why: str) -> None:
    lines = (
        "Wardens must not enter a ship. Boats are free unless they leak. It is not the case that "
        "ships are old. Stays are for a time not exceeding 90 days.",
    )
    section = Section("I", "Of Boats", "", False, lines, ())
    prepared = Corpus([Base(Document("d", "A Paper", "Nobody", "2020", "en"), (section,))])
    draft = read_draft("d.md", text.encode())
    checked = check_draft(draft, lambda words: verify_quotation(prepared, words), lambda *_: None)
    assert [len(one.verdict.warnings) for one in checked.quotations] == warned, why


ABROAD = (
    "渔港的一切权力属于渔民，船长不得任意进入他人船舶。",
    "Le port assure la pêche de tous les habitants sans distinction de bateau.",
    "Niemand darf wegen seines Bootes benachteiligt werden.",
)


@pytest.mark.parametrize(
    ("text", "verdicts", "why"),
    [
        ("> 船长不得任意进入他人船舶。——《渔港法》第二条", ["verbatim"], "a dash"),
        ("> 船长不得任意进入他人船舶。（着重号为引者所加）", ["verbatim"], "who set it so"),
        ("> 船长不得任意进入他人船舶。（第二条）", ["verbatim"], "its place"),
        ("> 船长不得任意进入他人船舶。（第二条说错了）", ["altered"], "a remark"),
        ("“渔港说‘渔港的一切权力属于渔民，船长不能任意进入’他人船舶”", ["altered"],
         "a change that an inner quotation would hide"),
        ("« Le port assure, dit-il, la pêche de tous les habitants »", ["verbatim"], "dit-il"),
        ("« Le port assure, dit-il, la chasse de tous les habitants »", ["altered"], "a change"),
        ("> Le port assure la pêche. (Art. 1er, souligné par nous)", ["verbatim"], "in French"),
        ("> Niemand darf wegen seines Bootes benachteiligt werden. (Art. 1; Hervorhebung d. Verf.)",
         ["verbatim"], "in German"),
    ],
)  # fmt: skip
def test_quotations_in_other_languages_end_where_the_passage_does(
    text: str, verdicts: list[str], why: str
) -> None:
    section = Section("I", "Of Boats", "", False, ABROAD, ())
    prepared = Corpus([Base(Document("d", "A Paper", "Nobody", "2020", "en"), (section,))])
    draft = read_draft("d.md", text.encode())
    checked = check_draft(draft, lambda words: verify_quotation(prepared, words), lambda *_: None)
    assert [one.verdict.verdict for one in checked.quotations] == verdicts, why


# Every kind of change, in the midst of a quotation and at its ends.
ALTERED = [
    f"It says “{SAID.replace('120', '130')}”.",
    f"It says “{SAID.replace('harbours', 'harbors')}”.",
    f"“{SAID.replace('has', 'had')}. {NEXT}” is said.",
    f"“{NEXT.replace('tankers apart', 'every boat from the rocks')}”",
    f"“{NEXT.replace('The blue', 'A very blue')}”",
    "“The blue lane … ferries, barges and tankers apart.”",
    f"> {SAID.replace('more', 'many more')} (Nobody, 2020)",
    "“Norland has 120 harbours” and “keeps ferries and tankers apart”.",
]


def checked_against(text: str, kind: FileKind = "markdown") -> CheckedDraft:
    lines = (f"{SAID}. {NEXT}",)
    base = Base(
        Document("d", "A Paper", "Nobody", "2020", "en"),
        (Section("I", "Harbours", "", False, lines, ()),),
    )
    prepared = Corpus([base])
    draft = read_draft("d", text.encode(), kind)
    return check_draft(draft, lambda words: verify_quotation(prepared, words), lambda *_: None)


@pytest.mark.skipif(not shutil.which("patch"), reason="needs patch")
@pytest.mark.parametrize("text", [*ALTERED, "\n\n".join(ALTERED)])
def test_a_correction_mends_or_is_left_out_and_named(text: str, tmp_path: Path) -> None:
    before = checked_against(text)
    found = correct(before, checked_against)
    altered = [q for q in before.quotations if q.verdict.verdict == "altered"]
    assert altered
    (tmp_path / "d").write_text(text, encoding="utf-8")
    if found.diff:
        subprocess.run(
            ["patch", "-s", "-p0"],
            cwd=tmp_path,
            input=found.diff,
            text=True,
            check=True,
            timeout=60,
        )
    after = checked_against((tmp_path / "d").read_text(encoding="utf-8"))
    still = [q.text for q in after.quotations if q.verdict.verdict == "altered"]
    assert still == [q.text for q in found.left_out]
    outside = [re.sub(r"“[^”]*”|^> .*$", "", words) for words in (text, after.draft.text)]
    assert outside[0] == outside[1]


def test_a_correction_does_not_stop_in_a_clause() -> None:
    found = correct(checked_against(ALTERED[3]), checked_against)
    assert (found.diff, len(found.left_out)) == ("", 1)
