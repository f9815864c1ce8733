"""Where fact bases lie: those named, else the user's own, else the built-in one."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from wp.errors import InputError
from wp.files import user_folder


class Chosen(NamedTuple):
    """The files of the bases to load, and who chose them."""

    origin: Literal["--facts", "WP_FACTS", "data folder", "built-in"]
    paths: list[Path]


def chosen_bases(chosen: Sequence[Path] = ()) -> Chosen:
    """Return the fact bases to load: those chosen, else `WP_FACTS`, the data folder, the built-in.

    `WP_FACTS` holds paths parted as in PATH. InputError when the data folder cannot be read.
    """
    if chosen:
        return Chosen("--facts", list(chosen))
    if named := [part for part in os.environ.get("WP_FACTS", "").split(os.pathsep) if part]:
        return Chosen("WP_FACTS", [Path(part) for part in named])
    if kept := kept_files():
        return Chosen("data folder", kept)
    return Chosen("built-in", [builtin_path()])


def base_paths(chosen: Sequence[Path] = ()) -> list[Path]:
    """Return the files of the bases to load, see `chosen_bases`."""
    return chosen_bases(chosen).paths


def builtin_path() -> Path:
    """Return the path of the built-in `facts.json`.

    In an installed package it lies beside the modules; an editable install has no copy there and
    uses the one at the repository's root.
    """
    packaged = Path(__file__).parent.parent / "facts.json"
    if packaged.exists():
        return packaged
    return Path(__file__).parents[3] / "facts.json"


def data_folder() -> Path:
    """Return the folder of the user's own bases: `WP_DATA`, or the platform's data folder."""
    return user_folder("data")


def kept_files() -> list[Path]:
    """Return the files of the data folder that are loaded, by name; none when there is no folder.

    InputError when the folder cannot be read.
    """
    folder = data_folder()
    try:
        # A pipe among them would be waited for.
        names = sorted(entry.name for entry in os.scandir(folder) if entry.is_file())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unusable(folder, "read", error) from None
    return [folder / name for name in names if name.endswith(".json") and name[0] != "."]


def unusable(folder: Path, done: str, error: OSError) -> InputError:
    """Return the error that the data folder cannot be read or written, and why."""
    return InputError(
        folder,
        f"the data folder cannot be {done}: {error.strerror}",
        remedy="mend it, or set WP_DATA to another folder",
    )
