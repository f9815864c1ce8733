"""`wp grep` as a process: places, counts, what was looked in."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

RunWp = Callable[..., "CompletedProcess[str]"]


LACKS = "the base does not hold Preamble, I, II, III and IV"


@pytest.mark.parametrize(
    ("arguments", "status", "out", "err"),
    [
        (("peacekeeping", "--count"), 0, f"4 in V, VI and Conclusion; {LACKS}\n", ""),
        (("peacekeeping", "--count", "--plain"), 0, "4\n", ""),
        (("climate change", "-s", "V", "--count"), 1, f"0 in V; {LACKS}\n", ""),
        (("internet", "--count"), 1, f"0 in V, VI and Conclusion; {LACKS}\n", ""),
        (
            ("internet",),
            1,
            "",
            "wp: 0 in V, VI and Conclusion; the base does not hold Preamble, I, II, III and IV\n",
        ),
        (
            ("peacekeep",),
            1,
            "",
            "wp: 0 in V, VI and Conclusion; the base does not hold Preamble, I, II, III and IV; "
            "it stands within longer words, which --regex finds\n",
        ),
        (
            (
                "--regex",
                "(",
            ),
            2,
            "",
            "wp: the regular expression cannot be read: missing ), unterminated subpattern "
            "(character 1); leave --regex out to look for the text as it is\n",
        ),
        ((" ",), 2, "", 'wp: the text to look for is empty; try: wp grep "standby force"\n'),
    ],
)
def test_counts_and_what_is_told(
    run_wp: RunWp, arguments: tuple[str, ...], status: int, out: str, err: str
) -> None:
    done = run_wp("grep", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (status, out, err)


def test_places_as_records(run_wp: RunWp) -> None:
    done = run_wp("grep", "standby force", "--json")
    [place] = json.loads(done.stdout)
    assert (place["section"], place["paragraph"], place["found"]) == ("VI", 4, "standby force")
    assert place["text"] == "In 2017 China built a peacekeeping standby force of 8,000 troops."
    assert place["text_fragment_url"].endswith("#:~:text=standby%20force")


def test_several_documents_are_named(run_wp: RunWp, small_path: Path) -> None:
    other = str(small_path.with_name("tern-island.facts.json"))
    done = run_wp("grep", "the", "--facts", str(small_path), "--facts", other, "--jsonl")
    assert done.returncode == 2  # no such option: the forms are those of every command
    done = run_wp("grep", "the", "--facts", str(small_path), "--facts", other, "-f", "jsonl")
    documents = {json.loads(line)["document"] for line in done.stdout.splitlines()}
    assert len(documents) == 2


def test_a_sentence_is_drawn_once_with_all_its_places(run_wp: RunWp) -> None:
    done = run_wp("grep", "peacekeeping")
    assert done.stdout.startswith("4 in V, VI and Conclusion; the base does not hold Preamble")
    assert done.stdout.count("From 1990 to August 2017") == 1
