"""The first word that is no command, places as answers print them, ids from a pipe, `wp open`."""

import json
import os
import shlex
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest

RunWp = Any
SMALL = str(Path(__file__).parents[1] / "small.facts.json")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("serach", "x"), "did you mean: wp search", id="a slip of the fingers"),
        pytest.param(("verfy", "x"), "did you mean: wp verify", id="a letter left out"),
        pytest.param(("ferries",), "to look it up: wp search ferries", id="a word of a document"),
        pytest.param(
            ("how many", "ships"), "to look it up: wp search 'how many' ships", id="to be quoted"
        ),
        pytest.param(
            ("--facts", "a b.json", "search", "x"),
            "--facts goes behind the command; try: wp search x --facts 'a b.json'",
            id="an option first",
        ),
        pytest.param(
            ("--facts=a.json", "search", "x"),
            "try: wp search x --facts=a.json",
            id="with its value",
        ),
        pytest.param(("-n", "3", "search", "x"), "try: wp search x -n 3", id="a short one"),
        pytest.param(("--json", "search", "x"), "try: wp search x --json", id="a flag first"),
        pytest.param(
            ("--facts", "a.json"), "for instance: wp search QUERY --facts FILE", id="no command"
        ),
        pytest.param(("base", "lst"), "'lst'; did you mean: wp base list", id="second word"),
    ],
)
def test_a_first_word_that_is_no_command_gets_the_line_that_helps(
    run_wp: RunWp, arguments: tuple[str, ...], told: str
) -> None:
    done = run_wp(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_help_is_a_word_too_and_opens_with_an_example(run_wp: RunWp) -> None:
    assert run_wp("help", "verify").stdout == run_wp("verify", "--help").stdout
    assert "  wp verify " in run_wp("help", "verify").stdout.splitlines()[2]
    assert "Loaded: " in run_wp("help").stdout


def test_the_help_fits_a_narrow_terminal(run_wp: RunWp) -> None:
    """A line that is not broken at blanks is broken by the terminal, within a word."""
    from wp.commands import EXAMPLES

    for command in ("", *EXAMPLES):
        told = run_wp(*command.split(), "--help", env={"COLUMNS": "60"}).stdout
        assert [line for line in told.splitlines() if len(line) > 60] == []


def test_every_command_has_examples() -> None:
    from wp.commands import COMMANDS, EXAMPLES

    assert COMMANDS.keys() <= EXAMPLES.keys()


@pytest.mark.parametrize(
    ("place", "paragraphs"),
    [
        ("I ¶3", [3]),
        ("I:3", [3]),
        ("I.3", [3]),
        ("I:3-4", [3, 4]),
        ("i ¶¶3–4", [3, 4]),
        ("section I, paragraph 3", [3]),
        ("one:3", [3]),
        ("harbour-act.dredging", [3]),
        ("I.1.1", [1]),
        ("Clos. ¶1", [1]),  # as the tables print it: a point before the sign
        # with the page and the number of its own that a paragraph has
        ("I ¶3, p. 12", [3]),
        ("I ¶3 p. 12", [3]),
        ("section I, paragraph 3 (numbered “(2)”), pp. 12–13", [3]),
    ],
)
def test_places_as_answers_and_citations_print_them(
    run_wp: RunWp, place: str, paragraphs: list[int]
) -> None:
    done = run_wp("read", place, "--json", "--facts", SMALL)
    assert [record["paragraph"] for record in json.loads(done.stdout)] == paragraphs


@pytest.mark.parametrize("name", ["Closing", "Clos.", "CLOSING"])
def test_a_section_by_the_short_name_of_tables(run_wp: RunWp, name: str) -> None:
    done = run_wp("section", name, "--json", "--facts", SMALL)
    assert {fact["section"] for fact in json.loads(done.stdout)} == {"Closing"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Clos.", "Closing Words"),
        ("one", "section I, http"),
        ("section 2", "section II, http"),
        ("dredging", "section I, paragraph 3"),  # the tail of a fact's id goes first
    ],
)
def test_a_section_is_cited_by_each_name_that_read_takes(
    run_wp: RunWp, name: str, told: str
) -> None:
    assert told in run_wp("cite", name, "--facts", SMALL).stdout


@pytest.mark.parametrize(
    ("command", "name", "told"),
    [
        ("cite", "Lighthouses", "is part of the document but not of this base"),
        ("show", "section 1", "it is a section: wp section 'section 1', wp read 'section 1'"),
        ("read", "I:4-3", "the lower number stands first: I:3-4"),
        ("search", "I ¶3", "it is a place: wp read 'I ¶3'"),
    ],
)
def test_a_place_that_a_command_does_not_take_gets_a_hint(
    run_wp: RunWp, command: str, name: str, told: str
) -> None:
    done = run_wp(command, name, "--facts", SMALL)
    assert (done.returncode, done.stdout) == (1, "")
    assert told in done.stderr


def test_a_paragraph_that_is_not_there(run_wp: RunWp) -> None:
    done = run_wp("read", "I:99", "--facts", SMALL)
    assert (done.returncode, done.stdout) == (1, "")
    assert "has the paragraphs 1 to" in done.stderr


def test_a_place_is_cited_and_opened_like_a_fact(run_wp: RunWp) -> None:
    assert "paragraphs 3–4" in run_wp("cite", "I:3-4", "--facts", SMALL).stdout
    done = run_wp("open", "I:3", "--facts", SMALL)
    assert done.stdout.startswith("https://example.org/harbours/1.htm#:~:text=")


def test_a_place_without_a_page_is_read_in_the_same_document(run_wp: RunWp, tmp_path: Path) -> None:
    own = tmp_path / "my report.md"
    own.write_text("# Harbours\n\n## 1. Boats\n\nIn 2017 the office counted 30 boats.\n")
    done = run_wp("open", "1:1", "--facts", str(own))
    assert done.returncode == 2
    advised = done.stderr.strip().rpartition("read it with: ")[2]
    assert advised == f"wp read 1:1 --facts '{own}'"
    assert "30 boats" in run_wp(*shlex.split(advised)[1:]).stdout


@pytest.mark.parametrize("command", ["show", "cite"])
def test_ids_from_a_pipe(run_wp: RunWp, command: str) -> None:
    found = run_wp("search", "ferries", "--plain", "--facts", SMALL).stdout
    ids = [line.partition("\t")[0] for line in found.splitlines()]
    records = json.loads(run_wp(command, "-", "--json", "--facts", SMALL, stdin=found).stdout)
    assert [record["id"] for record in records] == ids
    assert run_wp(command, "-", stdin="\n").returncode == 2


def test_nothing_found_names_what_is_not_held(run_wp: RunWp) -> None:
    done = run_wp("search", "volcano", "--facts", SMALL)
    assert done.returncode == 1
    assert "Harbours and Fisheries of Norland" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("search", "x", "--limit", "0"), "--limit takes a number from 1 on, not '0'"),
        (("figures", "--limit", "many"), "--limit takes a number from 1 on, not 'many'"),
        (("figures", "--limit"), "--limit needs a value; `wp figures --help` tells how"),
        (("search", "--json=3", "x"), "--json takes no value; `wp search --help` tells how"),
        (("search", "--jsn", "x"), "no option --jsn; did you mean --json"),
        (("search",), 'QUERY is missing; for instance: wp search "how many soldiers"'),
        (("base", "diff", "a"), "NEW is missing; for instance: wp base diff old.json new.json"),
        (("topic", "a", "b"), "arguments: b; words that belong together go in quotation marks"),
        (("export", "a"), "too many arguments: a; `wp export --help` tells how"),
    ],
)
def test_a_slip_is_told_in_plain_words(
    run_wp: RunWp, arguments: tuple[str, ...], told: str
) -> None:
    done = run_wp(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("wp: ") and done.stderr.endswith(f"{told}\n")


def test_help_speaks_no_parsers_talk(run_wp: RunWp) -> None:
    shown = run_wp("search", "--help").stdout
    assert shown.startswith("Usage: wp search [OPTIONS] QUERY...\n")
    assert "x>=" not in shown and "{" not in shown


def test_a_long_message_breaks_between_words_on_a_terminal(cache: Path) -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "wp", "section", "III"],
        env={**os.environ, "WP_CACHE": str(cache), "COLUMNS": "60"},
        dimensions=(24, 60),
        encoding="utf-8",
    )
    lines = str(child.read()).split("\r\n")
    assert lines[0].startswith("wp: no text for section 'III'")
    assert len(lines) > 2 and all(len(line) <= 60 for line in lines)
    assert "Judicial Protection of Human Rights" in " ".join(lines)


@pytest.mark.parametrize("width", [60, 80, 90])
def test_keys_of_topics_stay_in_one_piece(run_wp: RunWp, width: int) -> None:
    printed = run_wp("topic", env={"COLUMNS": str(width)}).stdout
    assert "political-activities-regulations" in printed
    assert "international-anti-corruption" in printed
    assert max(map(len, printed.splitlines())) <= width


def test_nothing_that_could_be_checked_is_no_clean_bill(run_wp: RunWp) -> None:
    done = run_wp("check", "nope.md")
    assert (done.returncode, done.stdout) == (2, "")


def test_missing_says_what_to_try(run_wp: RunWp) -> None:
    assert "wp search WORDS" in run_wp("verify", "nothing at all like this").stdout


def test_the_text_alone_is_read_to_copy(run_wp: RunWp) -> None:
    paragraphs = json.loads(run_wp("read", "I:3-4", "--json", "--facts", SMALL).stdout)
    bare = run_wp("read", "I:3-4", "--bare", "--facts", SMALL).stdout
    assert bare == "\n\n".join(record["text"] for record in paragraphs) + "\n"
    assert run_wp("read", "--bare", "--json").returncode == 2


def test_sections_and_documents_are_cited_as_a_whole(run_wp: RunWp) -> None:
    whole = run_wp("cite", "--facts", SMALL).stdout
    assert (
        whole == "Ministry of the Sea of Norland, Harbours and Fisheries of Norland, 4 May 2020\n"
    )
    assert (
        ", section I, https://example.org/harbours/1.htm\n"
        in run_wp("cite", "i", "--facts", SMALL).stdout
    )
    assert run_wp("cite", "--style", "bibtex", "--facts", SMALL).stdout.startswith(
        "@techreport{harbour-report-2020,\n"
    )
    done = run_wp("cite", "I", "--as", "markdown", "--facts", SMALL)
    assert (done.returncode, done.stdout) == (2, "") and "no passage" in done.stderr


@pytest.mark.parametrize("style", ["apa", "chicago-notes", "mla", "ieee", "oscola", "gb-t-7714"])
def test_no_style_gives_a_whole_document_a_place(run_wp: RunWp, style: str) -> None:
    pytest.importorskip("citeproc")
    done = run_wp("cite", "--style", style, "--facts", SMALL)
    citation, entry = done.stdout.rstrip("\n").split("\n\n")
    assert done.returncode == 0 and "Ministry of the Sea of Norland" in entry
    assert citation.count("Harbours and Fisheries") <= 1 and "section" not in done.stdout


def test_a_section_is_opened_and_an_inferred_address_is_told(run_wp: RunWp) -> None:
    assert run_wp("open", "I", "--facts", SMALL).stdout == "https://example.org/harbours/1.htm\n"
    assert run_wp("open", "harbour-report-2020", "--facts", SMALL).returncode == 2
    assert "section II is inferred" in run_wp("cite", "II", "--facts", SMALL).stderr


@pytest.mark.parametrize(("name", "kind"), [("I", "section"), ("harbour-act", "topic")])
def test_what_is_no_fact_is_told_what_it_is(run_wp: RunWp, name: str, kind: str) -> None:
    done = run_wp("show", name, "--facts", SMALL)
    assert done.returncode == 1 and f"it is a {kind}: wp {kind} {name}" in done.stderr
