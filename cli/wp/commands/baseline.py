"""`wp check --baseline`: what was there before is silenced, and told."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wp.commands.drafts import tell
from wp.safe import one_line

if TYPE_CHECKING:
    from wp.verify.checked import CheckedDraft

_MOST_TOLD = 5


def known_before(path: Path, checked: Iterable["CheckedDraft"]) -> list["CheckedDraft"]:
    """Return the drafts with what the baseline has silenced; tell how much, and what is gone."""
    from wp.verify.report.baseline import silence

    found = silence(checked, path)
    told = f"{path}: {_count(found.known, 'finding')} silenced"
    if found.gone:
        few = found.gone[:_MOST_TOLD]
        named = "; ".join(f"{e.path}: {e.verdict} “{one_line(e.text, 40)}”" for e in few)
        more = "; …" if len(found.gone) > len(few) else ""
        told += f"; {_count(len(found.gone), 'entry', 'entries')} no longer found: {named}{more}"
    tell(told)
    return found.drafts


def renew(path: Path, checked: Sequence["CheckedDraft"], failed: bool) -> None:
    """Write the findings of the drafts into the baseline, unless a draft failed to be read.

    Tells how many they are.
    """
    from wp.files import write_text
    from wp.verify.report.baseline import renewed

    if failed:
        tell(f"{path}: not written, since not all was checked")
        return
    text, count = renewed(checked, path)
    write_text(path, text)
    tell(f"{path}: {_count(count, 'finding')} of {_count(len(checked), 'draft')} written")


def _count(count: int, one: str, several: str = "") -> str:
    return f"{count} {one if count == 1 else several or one + 's'}"
