"""Count the modules and lines of each room anew in the table of design.md.

python docs/rooms.py
"""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "design.md"
PACKAGE = ROOT / "cli" / "wp"
_ROW = re.compile(r"^\| (top level|`([\w/]+)/`) \| [\d,]+ \| [\d,]+ \|", re.MULTILINE)


def recounted(page: str) -> str:
    """Return the page with today's numbers in the rows of its table.

    A module is counted in the innermost of the rooms that have a row.
    """
    lines: dict[Path, list[int]] = {PACKAGE / (row[2] or ""): [] for row in _ROW.finditer(page)}
    for module in PACKAGE.rglob("*.py"):
        home = next(folder for folder in module.parents if folder in lines)
        lines[home].append(len(module.read_text(encoding="utf-8").splitlines()))

    def row(match: re.Match[str]) -> str:
        found = lines[PACKAGE / (match[2] or "")]
        return f"| {match[1]} | {len(found)} | {sum(found):,} |"

    return _ROW.sub(row, page)


if __name__ == "__main__":
    PAGE.write_text(recounted(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
