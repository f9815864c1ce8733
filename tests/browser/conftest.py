"""Debian's Chromium, run headless and cut off from the network, on an exported page."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request, sync_playwright

from wp.base.load import load
from wp.export.page import export_page
from wp.library import Library

SMALL = Path(__file__).parents[1] / "small.facts.json"
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()


def pytest_configure(config: pytest.Config) -> None:
    """Name the marker of tests that need a browser."""
    config.addinivalue_line("markers", "browser: needs Chromium (Debian's package `chromium`)")


@pytest.fixture(scope="session")
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
    hostile = '</script><script>alert(1)</script><img src="x" onerror="alert(2)">'
    raw["sections"]["I"]["paragraphs"].append(f"A sailor wrote {hostile} on the wall.")
    topics["ship-calls"]["facts"] |= {
        "ferries": {"statement": "1,200 ferries", "quote": "including 1,200 ferries"},
        "graffiti": {
            "statement": f"A wall says {hostile}",
            "quote": f"A sailor wrote {hostile} on the wall.",
            "aliases": [hostile, "graffito"],
            "figures": [{"text": "A", "value": 1, "unit": hostile, "measures": hostile}],
        },
    }
    folder = tmp_path_factory.mktemp("page")
    base = folder / "base.json"
    base.write_text(json.dumps(raw), encoding="utf-8")
    page = folder / "page.html"
    page.write_text(export_page(Library((load(base),))), encoding="utf-8")
    return page.as_uri()


@pytest.fixture
def open_page(browser: Browser, exported: str) -> Iterator[Any]:
    """Open the page in a window of some size and colour scheme.

    At the end of the test nothing may have been asked of the network, and no error and no dialog
    may have come up.
    """
    contexts = []
    unwanted: list[str] = []

    def note_request(request: Request) -> None:
        if not request.url.startswith(("file:", "data:")):
            unwanted.append(f"request: {request.url}")

    def dismiss(dialog: Dialog) -> None:
        unwanted.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open_(width: int = 1280, scheme: Any = "light", where: str = "") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
        )
        contexts.append(context)
        context.on("request", note_request)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("console", lambda message: unwanted.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: unwanted.append(f"error: {error}"))
        page.on("dialog", dismiss)
        page.goto(exported + where)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not unwanted
