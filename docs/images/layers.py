"""Draw the layers of the package, as pyproject.toml states them, into layers.svg beside this file.

python docs/images/layers.py
"""

import tomllib
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
_ROW, _GAP, _WIDTH = 34, 8, 760
_STYLE = (
    "text{font:13px ui-monospace,monospace;fill:#1b1b1b}"
    "rect{fill:#f3efe6;stroke:#8a8170}"
    ".core{fill:#e4edf4;stroke:#5d7f99}"
    "@media(prefers-color-scheme:dark){text{fill:#e8e8e8}rect{fill:#37332a;stroke:#8a8170}"
    ".core{fill:#22313d;stroke:#5d7f99}}"
)


def layers() -> list[list[str]]:
    """Return the rooms of each layer, the topmost first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = settings["tool"]["importlinter"]["contracts"][0]
    return [
        [room.strip(" ()").removeprefix("wp.") for room in layer.replace("|", ":").split(":")]
        for layer in contract["layers"]
    ]


def drawing() -> str:
    """Return the picture as SVG: a row a layer, a box a room."""
    rows = []
    core = False
    for number, rooms in enumerate(layers()):
        top = number * (_ROW + _GAP) + 2
        width = (_WIDTH - 4 - _GAP * (len(rooms) - 1)) / len(rooms)
        # What stands below `show` draws nothing and parses no arguments.
        kind = ' class="core"' if core else ""
        for place, room in enumerate(rooms):
            left = 2 + place * (width + _GAP)
            box = f'x="{left:.0f}" y="{top}" width="{width:.0f}" height="{_ROW}" rx="4"'
            middle = f'x="{left + width / 2:.0f}" y="{top + 22}" text-anchor="middle"'
            rows.append(f"<rect{kind} {box}/><text {middle}>{escape(room)}</text>")
        core = core or "show" in rooms
    height = len(layers()) * (_ROW + _GAP)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img">'
        "<title>The layers of wp: each knows only those below it; the blue ones are the core"
        f"</title><style>{_STYLE}</style>\n" + "\n".join(rows) + "\n</svg>\n"
    )


if __name__ == "__main__":
    (HERE / "layers.svg").write_text(drawing(), encoding="utf-8")
