"""The user's folders for caches and data, by the rules of the platform.

platformdirs knows the rules. On Linux, where the rule is one line of the XDG Base Directory
Specification, it is followed here: importing platformdirs takes a twentieth of a whole look-up.
"""

import os
import sys
from pathlib import Path
from typing import Literal

_NAME = "wp-facts"
_XDG = {"cache": ("XDG_CACHE_HOME", "~/.cache"), "data": ("XDG_DATA_HOME", "~/.local/share")}
_CHOSEN = {"cache": "WP_CACHE", "data": "WP_DATA"}


def user_folder(kind: Literal["cache", "data"]) -> Path:
    """Return the folder for caches or data: `WP_CACHE` or `WP_DATA`, else the platform's."""
    if chosen := os.environ.get(_CHOSEN[kind]):
        return Path(chosen)
    if sys.platform == "linux":
        variable, usual = _XDG[kind]
        parent = os.environ.get(variable, "")
        if not os.path.isabs(parent):
            parent = os.path.expanduser(usual)
        return Path(parent) / _NAME
    import platformdirs

    folder = {"cache": platformdirs.user_cache_dir, "data": platformdirs.user_data_dir}[kind]
    return Path(folder(_NAME, appauthor=False))
