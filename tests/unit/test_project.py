"""The project file: where it is found, what it may say, and what it may not reach."""

import os
from pathlib import Path

import pytest

from wp.errors import InputError
from wp.project import Project, project_of, read_project


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty repository."""
    monkeypatch.chdir(tmp_path)
    Path(".git").mkdir()


def test_all_that_it_says() -> None:
    Path("wp.toml").write_text(
        'facts = ["a.pdf", "b.json"]\nformat = "json"\nstrict = true\n'
        'exclude = ["old/"]\nnames = "Article 19"\n'
    )
    assert project_of(Path("x/y")) == Project(
        Path("wp.toml"),
        (Path("a.pdf"), Path("b.json")),
        "json",
        True,
        ("old/",),
        ("Article 19",),
    )


@pytest.mark.parametrize(
    ("files", "start", "found"),
    [
        ({"wp.toml": ""}, "a/b", "wp.toml"),
        ({"wp.toml": "", "a/wp.toml": ""}, "a/b", "a/wp.toml"),
        ({"wp.toml": "", "pyproject.toml": "[tool.wp]"}, ".", "wp.toml"),
        ({"pyproject.toml": "[tool.wp]"}, "a", "pyproject.toml"),
        ({"pyproject.toml": "[tool]\nwp = {strict = true}"}, "a", "pyproject.toml"),
        # One of other programs is none, broken or not, and is looked past.
        ({"wp.toml": "", "a/pyproject.toml": "[tool.ruff]\n# wp"}, "a", "wp.toml"),
        ({"wp.toml": "", "a/pyproject.toml": "[tool.ruff # wp"}, "a", "wp.toml"),
        # Nothing above a repository's root speaks for it; a worktree's `.git` is a file.
        ({"wp.toml": "", "a/.git/x": ""}, "a/b", None),
        ({"wp.toml": "", "a/.git": "gitdir: elsewhere"}, "a/b", None),
        ({"a/wp.toml": "", "a/.git": "gitdir: elsewhere"}, "a/b", "a/wp.toml"),
        ({"a/wp.toml": ""}, ".", None),
    ],
)
def test_where_it_is_found(files: dict[str, str], start: str, found: str | None) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text)
    Path(start).mkdir(parents=True, exist_ok=True)
    assert project_of(Path(start)).path == (Path(found) if found else None)


def test_nothing_above_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".git").rmdir()
    Path("wp.toml").touch()
    Path("home/drafts").mkdir(parents=True)
    assert project_of(Path("home/drafts")).path
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert not project_of(Path("home/drafts")).path


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owner here")
def test_another_users_file_in_a_folder_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever may write to /tmp shall not choose what others' drafts there are held against."""
    Path("wp.toml").touch()
    assert project_of(Path()).path
    Path().chmod(0o1777)
    assert project_of(Path()).path
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert not project_of(Path()).path
    Path().chmod(0o700)
    assert project_of(Path()).path


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("facts = 3", "facts is no list of at most"),
        ("facts = [3]", "facts is no list of at most"),
        ('exclude = {a = "b"}', "exclude is no list of at most"),
        (f"names = {['x'] * 1001}", "names is no list of at most 1,000 texts"),
        ('names = [""]', "names is no list of at most"),
        ('strict = "yes"', "strict is not true or false"),
        ("format = 1", "format is not a text"),
        ("Facts = 'x'", "unknown key 'Facts'"),
        ("facts = ", "is no valid TOML: "),
        ("a = " + "[" * 5000, "is no valid TOML: "),
        ("a = 'é'".encode("latin-1"), "is no valid TOML: "),
        (b"#" * 2_000_000, "is larger than 1 MB"),
        ("facts = '../a.json'", "facts names '../a.json', outside"),
        ("facts = '/etc/passwd'", "facts names '/etc/passwd', outside"),
        ("facts = 'link.json'", "facts names 'link.json', outside"),
        ('facts = "a\\u0000.json"', "outside"),
    ],
)
def test_what_it_may_not_say(text: str | bytes, told: str, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}.json"
    outside.touch()
    Path("link.json").symlink_to(outside)
    Path("wp.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(InputError) as error:
        read_project(Path("wp.toml"))
    assert str(error.value).startswith("wp.toml: ")
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_a_table_of_pyproject_is_named() -> None:
    Path("pyproject.toml").write_text("[tool.wp]\nstrict = 1\n")
    with pytest.raises(InputError, match=r"pyproject.toml: tool.wp.strict is not true or false"):
        project_of(Path())


def test_facts_in_the_repository_are_within_reach() -> None:
    """A project file in a folder may name what lies elsewhere in its repository."""
    Path("drafts").mkdir()
    Path("drafts/wp.toml").write_text('facts = ["../sources/a.pdf"]')
    assert project_of(Path("drafts")).facts == (Path("drafts/../sources/a.pdf"),)
    Path(".git").rmdir()
    with pytest.raises(InputError, match="outside"):
        project_of(Path("drafts"))
