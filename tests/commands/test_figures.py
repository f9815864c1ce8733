"""`wp figures` as a process: golden drawings, data for programs, wrong use."""

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

RunWp = Any
TERNS = str(Path(__file__).parent.parent / "tern-island.facts.json")


@pytest.mark.parametrize(
    ("name", "columns", "arguments"),
    [
        ("figures-60", 60, ()),
        ("figures-120", 120, ("-t", "nests", "--sort", "value")),
        ("chart-60", 60, ("--chart",)),
        ("chart-120", 120, ("--chart", "--unit", "people")),
    ],
)
def test_golden(
    run_wp: RunWp, golden: Any, name: str, columns: int, arguments: tuple[str, ...]
) -> None:
    done = run_wp("figures", *arguments, "--facts", TERNS, env={"COLUMNS": str(columns)})
    golden(name, done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= columns


def records(run_wp: RunWp, *arguments: str) -> list[dict[str, Any]]:
    done = run_wp("figures", "--facts", TERNS, "--json", *arguments)
    assert done.returncode == 0, done.stderr
    loaded: list[dict[str, Any]] = json.loads(done.stdout)
    return loaded


def test_a_record_has_the_figure_and_its_fact(run_wp: RunWp) -> None:
    (record,) = records(run_wp, "--unit", "eggs", "--max", "8k")
    assert record == {
        "id": "1.nests.moved",
        "document": "tern-island-2019",
        "section": "1",
        "topic": "nests",
        "paragraph": 1,
        "page": None,
        "text": "7,000",
        "value": 7000,
        "unit": "eggs",
        "qualifier": None,
        "measures": "eggs moved",
        "period": None,
        "context_period": {"text": "Since 2011", "start": "2011", "end": None},
        "part_of": "1.nests.eggs#1,400,000",
        "start": "2011",
        "end": None,
        "period_from": "context",
        "statement": "7,000 of the eggs were moved",
        "quote": "of which 7,000 were moved",
        "url": "https://example.org/terns/1.htm",
        "text_fragment_url": record["text_fragment_url"],
    }
    assert record["text_fragment_url"].startswith("https://example.org/terns/1.htm#:~:text=")


@pytest.mark.parametrize(
    ("arguments", "values"),
    [
        (("--unit", "yuan"), [9_500_000_000]),
        (("--unit", "tonnes"), [250]),
        (("--unit", "%", "--sort", "value"), [60, 12.5]),
        (("--min", "1.3bn"), [9_500_000_000]),
        (("--min", "8k", "--max", "36,000"), [36_000]),
        (("--topic", "nests", "--until", "1998"), [40]),  # not what is told "by 2008"
        (("--topic", "nests", "--until", "2008"), [40, 310]),
        (("--limit", "2"), [40, 310]),
        (("visitors",), [36_000]),
        (("nesting", "pairs", "--min", "300"), [310, 5200]),
    ],
)
def test_filters(run_wp: RunWp, arguments: tuple[str, ...], values: list[float]) -> None:
    assert [record["value"] for record in records(run_wp, *arguments)] == values


def test_flat_forms_have_the_ends_of_the_period(run_wp: RunWp) -> None:
    done = run_wp("figures", "--facts", TERNS, "-u", "centimeters", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["value"], row["start"], row["end"]) for row in rows] == [
        ("2.5", "2015-05", "2016-06-03"),
        ("4", "2015-05", "2016-06-03"),
    ]
    plain = run_wp("figures", "--facts", TERNS, "-u", "RMB", "--plain").stdout
    assert plain.startswith("9500000000\tRMB\t\tcost of protecting the shore\t")
    assert plain.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--min", "many"), "--min takes a number, not 'many'"),
        (("--max", "1 to 5"), "--max takes a number"),
        (("--min", "9", "--max", "3"), "--min 9 is more than --max 3"),
        (("--since", "2016-13"), "--since takes a year or a date, not '2016-13'"),
        (("--since", "2017", "--until", "2016"), "--since 2017 lies after --until 2016"),
        (("--sort", "size"), "choose one of place, value, period"),
        (("--chart", "--json"), "a chart is no data"),
        (("--chart", "--format", "csv"), "choose one of table, svg, html"),
        (("--unit", " "), "--unit is empty"),
        ((" ",), "the query is empty"),
    ],
)
def test_wrong_use_is_told_in_one_line(
    run_wp: RunWp, arguments: tuple[str, ...], told: str
) -> None:
    done = run_wp("figures", "--facts", TERNS, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--unit", "peple"), "no unit 'peple'; nearest: people"),
        (
            ("--min", "8000000000000"),
            "has a figure that fits the options",
        ),
        (("--since", "2030", "-t", "shore"), "left out: 1 figure that has no year"),
        (("submarine",), "nothing found for “submarine” in 1 of “The Terns of Ostra”\n"),
    ],
)
def test_nothing_found_ends_with_1_and_says_why(
    run_wp: RunWp, arguments: tuple[str, ...], told: str
) -> None:
    done = run_wp("figures", "--facts", TERNS, *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_nothing_found_is_an_empty_array_in_json(run_wp: RunWp) -> None:
    done = run_wp("figures", "--facts", TERNS, "--json", "--min", "8000000000000")
    assert (done.returncode, done.stdout) == (1, "[]\n")


@pytest.mark.parametrize(("query", "status"), [("terns", 0), ("submarine", 1)])
def test_a_row_names_its_document_where_several_are_loaded(
    run_wp: RunWp, query: str, status: int
) -> None:
    """Also where there is no row: a script reads the same columns."""
    small = str(Path(TERNS).with_name("small.facts.json"))
    done = run_wp("figures", query, "--facts", TERNS, "--facts", small, "--format", "csv")
    assert done.returncode == status
    assert done.stdout.splitlines()[0].split(",")[-1] == "document"


def test_pictures_are_whole_and_fetch_nothing(run_wp: RunWp) -> None:
    svg = run_wp("figures", "--facts", TERNS, "--chart", "--format", "svg").stdout
    root = ElementTree.fromstring(svg)
    title, told = root[0], root[1]
    assert (title.text, root.get("role")) == ("Figures from The Terns of Ostra", "img")
    assert told.text and "wardens who speak Dutch (1 ¶1): 60 people." in told.text, "in words"
    text = " ".join(root.itertext())
    assert "Source: Ostra Island Council, The Terns of Ostra, 1 February 2019" in text
    assert "more than 5,200" in text, "as printed"
    html = run_wp("figures", "--facts", TERNS, "--chart", "--format", "html").stdout
    assert svg in html
    for page in (svg, html):
        assert "url(http" not in page and "<script" not in page and 'src="' not in page
        assert "@font-face" not in page and "@import" not in page


def test_no_bar_stands_on_a_scale_by_powers_of_ten(run_wp: RunWp) -> None:
    """Its length would say that 36,000 is three times 90."""
    people = ("figures", "--facts", TERNS, "--unit", "people", "--chart")
    drawn = run_wp(*people, "--sort", "value").stdout.partition("people  log scale")[2]
    assert drawn.count("●") == 4 and "█" not in drawn
    svg = run_wp(*people, "--format", "svg").stdout
    assert svg.count("<circle") == 4
    bars = run_wp("figures", "--facts", TERNS, "-u", "centimeters", "--format", "svg").stdout
    assert "<circle" not in bars


def test_without_colour_a_chart_is_the_same(run_wp: RunWp) -> None:
    plain = run_wp("figures", "--facts", TERNS, "--chart", "--no-color").stdout
    forced = run_wp("figures", "--facts", TERNS, "--chart", env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b[" not in plain and "\x1b[" in forced


@pytest.mark.parametrize(
    ("name", "begins"), [("c.svg", "<svg"), ("c.html", "<!doctype html>"), ("c.csv", "value,")]
)
def test_the_ending_of_a_file_names_its_form(
    run_wp: RunWp, tmp_path: Path, name: str, begins: str
) -> None:
    file = tmp_path / name
    done = run_wp("figures", "-o", str(file))
    assert (done.returncode, done.stdout) == (0, "") and name in done.stderr
    assert begins in file.read_text(encoding="utf-8")[:200].lower()
    assert run_wp("figures", "-o", str(file)).returncode == 2
    assert run_wp("figures", "-o", str(tmp_path / "c.xyz")).returncode == 2


def test_no_id_is_cut_off_or_broken(run_wp: RunWp) -> None:
    """In terminals narrower than the longest id."""
    id_ = "V.anti-corruption-campaign.senior-officials-investigated"
    for command in (
        ("figures", "corruption"),
        ("timeline", "corruption"),
        ("read", "V:23"),
        ("verify", "more than 440 Party-member officials at the provincial level"),
        ("search", "senior officials investigated"),
    ):
        for columns in ("60", "112"):
            shown = run_wp(*command, env={"COLUMNS": columns}).stdout
            assert any(line.endswith(id_) for line in shown.splitlines()), (command, columns)
