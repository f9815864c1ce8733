"""The settings for hooks and CI that the docs show are read, and what they run is run."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PAGES = {page.name: page.read_text("utf-8") for page in (ROOT / "docs").glob("*.md")}
HOOKS, GITHUB, GITLAB = (yaml.safe_load(block) for block in _BLOCK.findall(PAGES["projects.md"]))


def test_no_other_page_has_settings() -> None:
    assert [name for name, text in PAGES.items() if _BLOCK.search(text)] == ["projects.md"]


def test_the_hook_and_the_action_have_what_is_shown() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [one["id"] for one in HOOKS["repos"][0]["hooks"]] == [hook["id"]]
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    _, used = GITHUB["jobs"]["drafts"]["steps"]
    assert set(used["with"]) <= set(action["inputs"])
    shown = re.findall(r"^\| `(\w+)` \|", PAGES["projects.md"].partition("| input |")[2], re.M)
    assert shown[: len(action["inputs"])] == list(action["inputs"])


def gitlab_job(draft: str, folder: Path, cache: Path, wp: Path) -> Any:
    """Run the job's script but for the installing, as GitLab's shell does."""
    (folder / "drafts").mkdir()
    (folder / ".git").mkdir()
    (folder / "drafts/a.md").write_text(draft, "utf-8")
    install, *script = GITLAB["drafts"]["script"]
    assert install.startswith("pip install ")
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(script)],
        cwd=folder,
        env={
            "PATH": f"{wp.parent}{os.pathsep}{os.environ['PATH']}",
            "WP_CACHE": str(cache),
            "WP_DATA": str(folder / "no-bases"),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_job_for_gitlab_ends_as_the_check_does(
    tmp_path: Path, cache: Path, forked_wp: Path
) -> None:
    done = gitlab_job(
        "A standby force of 18,000 troops was built in 2017.\n", tmp_path, cache, forked_wp
    )
    assert (done.returncode, "18,000: the source has 8,000" in done.stdout) == (1, True)
    report = (tmp_path / GITLAB["drafts"]["artifacts"]["reports"]["codequality"]).read_text("utf-8")
    assert '"path": "drafts/a.md"' in report


def test_the_job_for_gitlab_passes_a_good_draft(
    tmp_path: Path, cache: Path, forked_wp: Path
) -> None:
    assert gitlab_job("Nothing is said.\n", tmp_path, cache, forked_wp).returncode == 0
