"""Which fact bases are loaded: those named, else the user's own, else the built-in one."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from wp.base.builtin import builtin_path
from wp.base.data_folder import kept_files


class Chosen(NamedTuple):
    """The files of the bases to load, and who chose them."""

    origin: Literal["--facts", "WP_FACTS", "data folder", "built-in"]
    paths: list[Path]


def chosen_bases(chosen: Sequence[Path] = ()) -> Chosen:
    """Give the fact bases to load: those chosen, else `WP_FACTS`, the data folder, the built-in.

    `WP_FACTS` holds paths parted as in PATH.
    """
    if chosen:
        return Chosen("--facts", list(chosen))
    if named := [part for part in os.environ.get("WP_FACTS", "").split(os.pathsep) if part]:
        return Chosen("WP_FACTS", [Path(part) for part in named])
    if kept := kept_files():
        return Chosen("data folder", kept)
    return Chosen("built-in", [builtin_path()])


def base_paths(chosen: Sequence[Path] = ()) -> list[Path]:
    """Give the files of the bases to load, see `chosen_bases`."""
    return chosen_bases(chosen).paths
