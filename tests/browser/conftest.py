"""Debian's Chromium, run headless and cut off from the network, on an exported page."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import axe_playwright_python  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Browser, Dialog, Page, Request, sync_playwright

from wp.base.load import load
from wp.export.page import export_page
from wp.export.report import report_page
from wp.library import Library
from wp.verify.checked import provenance
from wp.verify.draft import read_draft

SMALL = Path(__file__).parents[1] / "small.facts.json"
HOSTILE = '</script><script>alert(1)</script><img src="x" onerror="alert(2)">'
DRAFT = f"""\
---
title: {HOSTILE}
---

# Norland at sea

Norland has “more than 120 harbours”. The paper says “two wardens watch the fish” and that “the sea
rises quickly”. A “boat” is no ship. Norland has fewer than 120 harbours.

> Two wardens watch the nets.

| Coast | Harbours | Superintendentinchargeofbreakwatersandlighthouses |
| --- | --- | --- |
| West | 7,345 | – |

It says “Two wardens watch the boats”. <!-- wp: ignore {HOSTILE} -->

The paper states that “wardens wrote `{HOSTILE}` & {HOSTILE.replace("<", "&lt;")}”.
"""
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()


def pytest_configure(config: pytest.Config) -> None:
    """Name the marker of tests that need a browser."""
    config.addinivalue_line("markers", "browser: needs Chromium (Debian's package `chromium`)")


@pytest.fixture(scope="package")  # its event loop runs on: no other tests are to meet it
def browser() -> Iterator[Browser]:
    """Chromium; without it the tests are skipped, but fail where CI says that it must be there."""
    path = os.environ.get("WP_CHROMIUM") or shutil.which("chromium")
    if path is None:
        told = "no chromium; install it with: apt-get install chromium"
        pytest.fail(told) if os.environ.get("CI") else pytest.skip(told)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the invented base's page, with a fact inside another and hostile words."""
    raw: dict[str, Any] = json.loads(SMALL.read_text(encoding="utf-8"))
    topics = raw["sections"]["I"]["topics"]
    raw["sections"]["I"]["paragraphs"].append(f"A sailor wrote {HOSTILE} on the wall.")
    topics["ship-calls"]["facts"] |= {
        "ferries": {"statement": "1,200 ferries", "quote": "including 1,200 ferries"},
        "graffiti": {
            "statement": f"A wall says {HOSTILE}",
            "quote": f"A sailor wrote {HOSTILE} on the wall.",
            "aliases": [HOSTILE, "graffito"],
            "figures": [{"text": "A", "value": 1, "unit": HOSTILE, "measures": HOSTILE}],
        },
    }
    folder = tmp_path_factory.mktemp("page")
    base = folder / "base.json"
    base.write_text(json.dumps(raw), encoding="utf-8")
    page = folder / "page.html"
    page.write_text(export_page(Library((load(base),))), encoding="utf-8")
    return page.as_uri()


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on a draft with every verdict, a silenced one, and hostile words."""
    library = Library((load(SMALL),))
    folder = tmp_path_factory.mktemp("report")
    draft = folder / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    file = folder / "a report.html"
    checked = [library.check(read_draft(draft))]
    file.write_text(report_page(library, checked, provenance(library.bases)), encoding="utf-8")
    return file


@pytest.fixture
def open_page(open_file: Any, exported: str) -> Any:
    """Open the exported page as `open_file` does."""
    return partial(open_file, exported)


@pytest.fixture
def open_report(open_file: Any, report: Path) -> Any:
    """Open the report as `open_file` does."""
    return partial(open_file, report.as_uri())


@pytest.fixture(scope="package")
def only_page(browser: Browser) -> Iterator[Page]:
    """The page that all tests use in turn: a new one takes most of a second."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(5000)
    yield page
    context.close()


@pytest.fixture
def open_file(only_page: Page) -> Iterator[Any]:
    """Open a file in a window of some size and colour scheme.

    At the end of the test nothing may have been asked of the network, and no error and no dialog
    may have come up.
    """
    unwanted: list[str] = []

    def note_request(request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "about:")):
            unwanted.append(f"request: {request.url}")

    def answer(dialog: Dialog) -> None:
        if dialog.type == "beforeunload":  # of a page with notes that a test leaves unsaved
            dialog.accept()
        else:
            unwanted.append(f"dialog: {dialog.message}")
            dialog.dismiss()

    hearing: dict[Any, Callable[[Any], None]] = {
        "request": note_request,
        "dialog": answer,
        "console": lambda message: unwanted.append(f"console: {message.text}"),
        "pageerror": lambda error: unwanted.append(f"error: {error}"),
    }

    def open_(uri: str, width: int = 1280, scheme: Any = "light", where: str = "") -> Page:
        # From the same file with another fragment nothing would be read anew.
        only_page.goto("about:blank")
        only_page.set_viewport_size({"width": width, "height": 800})
        only_page.emulate_media(media="null", color_scheme=scheme)
        only_page.goto(uri + where)
        return only_page

    for event, heard in hearing.items():
        only_page.on(event, heard)
    yield open_
    only_page.goto("about:blank")
    for event, heard in hearing.items():
        only_page.remove_listener(event, heard)
    only_page.context.clear_permissions()
    assert not unwanted


@pytest.fixture(scope="session")
def serious() -> Any:
    """Tell what axe has against a page that is serious, by all rules or some: rule and element."""
    script = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")

    def look(page: Page, *rules: str) -> list[tuple[str, str]]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(script)
        only = {"runOnly": list(rules)} if rules else {}
        options = {"resultTypes": ["violations"], **only}
        report: dict[str, Any] = page.evaluate("options => axe.run(options)", options)
        assert report["passes"]
        return [
            (one["id"], node["html"])
            for one in report["violations"]
            if one["impact"] in ("serious", "critical")
            for node in one["nodes"]
        ]

    return look
