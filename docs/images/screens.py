"""Draw the pictures of the README: a table, the reader, the page.

python docs/images/screens.py    make search.svg, reader.svg and page.png beside this file anew

The page needs Chromium (WP_CHROMIUM or `chromium` on the path).
"""

import asyncio
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

HERE = Path(__file__).parent
COMMAND = 'wp search "how many soldiers for peace keeping since 1990"'
SIZE = (110, 30)


def table() -> str:
    """Return a command and its answer as SVG."""
    wp = Path(sys.executable).with_name("wp")
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": "84"}
    done = subprocess.run(
        [wp, *shlex.split(COMMAND)[1:]], env=environment, capture_output=True, text=True, check=True
    )
    console = Console(record=True, width=84, file=StringIO(), force_terminal=True)
    console.print(Text(f"$ {COMMAND}\n"), Text.from_ansi(done.stdout.rstrip("\n")), sep="")
    return _plain(console.export_svg(title="wp search", theme=MONOKAI))


def reader() -> str:
    """Return the reader, opened at a fact, as SVG."""
    from wp.browse.app import Browser, start_at
    from wp.library import open_library

    library = open_library()
    app = Browser(library, start_at(library, "peacekeeping"))
    app.animation_level = "none"

    async def run() -> str:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(1)
            return app.export_screenshot(title="wp browse")

    return _plain(asyncio.run(run()))


def _plain(svg: str) -> str:
    """Leave out the fonts of another host and the buttons of a window, which are not there."""
    svg = re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)
    return re.sub(r"\s*<g transform=\"translate\(26,22\)\">.*?</g>", "", svg, flags=re.DOTALL)


def page(picture: Path) -> None:
    """Write a picture of the exported page, a fact chosen."""
    from playwright.sync_api import sync_playwright

    wp = Path(sys.executable).with_name("wp")
    chromium = os.environ.get("WP_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        subprocess.run([wp, "export", "-o", file], check=True, stderr=subprocess.DEVNULL)
        arguments = ["--headless", "--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        window = browser.new_page(viewport={"width": 1260, "height": 600})
        window.goto(file.as_uri())
        window.fill("#search", "peacekeeping personnel")
        window.click("#results li a")
        window.wait_for_timeout(1500)
        window.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    (HERE / "search.svg").write_text(table(), encoding="utf-8")
    (HERE / "reader.svg").write_text(reader(), encoding="utf-8")
    page(HERE / "page.png")
