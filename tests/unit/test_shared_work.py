"""A long draft shared by two processes gives what one gives, whatever becomes of the other.

A process of their own, since a test's worker has threads and never forks.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there a process is forked")


def _run(script: str, *arguments: str) -> str:
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    return done.stdout


_STARTED = """
import os, signal, wp.forked
from wp.verify.verdict import Change
wp.forked._can_fork = lambda: True
here = os.getpid()
def work():
    return {}
with wp.forked.started(work) as result:
    print(repr(result()), end="")
"""


@pytest.mark.parametrize(
    ("work", "result"),
    [
        # done by another process
        ("os.getpid() != here", "True"),
        # typed values come back as they are
        (
            "Change('insert', 'not', '', 'negation')",
            "Change(op='insert', quotation='not', source='', kind='negation')",
        ),
        # more than a pipe holds
        ("len('x' * 1_000_000)", "1000000"),
        # it fails, is killed, or gives what cannot be sent: the work is done here
        ("1 if os.getpid() == here else 1 / 0", "1"),
        ("1 if os.getpid() == here else os.kill(os.getpid(), signal.SIGKILL)", "1"),
        ("1 if os.getpid() == here else (lambda: 2)", "1"),
    ],
)
def test_work_is_done_elsewhere_or_here(work: str, result: str) -> None:
    assert _run(_STARTED.format(work)) == result


def test_an_error_is_raised_where_the_result_is_asked_for() -> None:
    script = """
import wp.forked
def work():
    raise ValueError("told")
try:
    with wp.forked.started(work) as result:
        result()
except ValueError as error:
    print(error)
"""
    assert _run(script) == "told\n"


def test_the_other_process_ends_with_the_work_here() -> None:
    script = """
import os, time, wp.forked
wp.forked._can_fork = lambda: True
with wp.forked.started(lambda: time.sleep(60)):
    pass
try:
    os.wait()
except ChildProcessError:
    print("none left")
"""
    assert _run(script) == "none left\n"


def test_without_a_second_processor_or_with_threads_nothing_is_forked() -> None:
    script = """
import os, threading, wp.forked
wp.forked.os.fork = None
processors = os.sched_getaffinity(0)
os.sched_setaffinity(0, {min(processors)})
def here():
    with wp.forked.started(os.getpid) as result:
        return result() == os.getpid()
print(here())
os.sched_setaffinity(0, processors)
event = threading.Event()
threading.Thread(target=event.wait).start()
print(here())
event.set()
"""
    assert _run(script) == "True\nTrue\n"


# Sentences that lean on those before them, lists, tables, quotations, and one too long to judge.
_PARTS = (
    "Some 63,000 were at county level. Of these, 8,900 were at bureau level. The rest was 7.\n\n",
    "By 2016 they:\n\n- seized 12.7 tons of narcotics\n- brought back 3,453 fugitives\n\n",
    "| Documents | Number |\n| --- | --- |\n| abolished | 322 |\n| declared invalid | 368 |\n\n",
    'It says that "the CPC has more than 89 million members". "No words of its", it goes on.\n\n',
    f"{'1,178 documents and ' * 160}no full stop\n\n",
)
_CHECK = """
import os, sys, wp.forked
fork, forks = os.fork, []
os.fork = lambda: forks.append(1) or fork()
processors = 2 if sys.argv[2] == "two" else 1
os.sched_getaffinity = lambda process: {*range(processors)}
sys.argv[1:] = ["check", sys.argv[1], "--json"]
from wp.__main__ import main
status = main(sys.argv[1:])
sys.stdout.flush()
os.write(1, b"|%d %d" % (status, len(forks)))
os._exit(0)
"""


def test_a_long_draft_is_checked_by_two_as_by_one(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("".join(_PARTS) * 40, encoding="utf-8")
    outputs = [_run(_CHECK, os.fspath(draft), how).partition("|") for how in ("one", "two")]
    assert [ended for _, _, ended in outputs] == ["1 0", "1 1"]
    (one,), (two,) = (json.loads(output)["files"] for output, _, _ in outputs)
    assert one == two
    assert len(one["claims"]) == 40 * 8
    assert len(one["not_checked"]) == 40
