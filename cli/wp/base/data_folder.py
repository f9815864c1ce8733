"""Where the user's own bases lie; apart from what changes them, since every look-up asks."""

import os
from pathlib import Path

from wp.errors import InputError
from wp.folders import user_folder


def data_folder() -> Path:
    """Give the folder of the user's own bases: `WP_DATA`, or the platform's data folder."""
    return user_folder("data")


def kept_files() -> list[Path]:
    """Give the files of the data folder that are loaded, by name; none when there is no folder.

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
    """Say that the data folder cannot be read or written, and why."""
    return InputError(
        folder,
        f"the data folder cannot be {done}: {error.strerror}",
        remedy="mend it, or set WP_DATA to another folder",
    )
