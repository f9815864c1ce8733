"""Look up what an official document says: the exact quotation, figure and place.

The Python API: `load` gives a `Library`, which answers what the commands answer, with the same
objects; `source` holds quotations and claims against texts that are in no file. Everything else
here is a name for type hints and `except`, imported when it is asked for.
See docs/python.md.
"""

# `typing` takes as long to import as all else here, and Ctrl-C pressed meanwhile would be told in
# a traceback. Type checkers take this name for true.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from typing import Any

    from wp.errors import InputError, MissingExtraError, NotFoundError, UsageError, WpError
    from wp.figures import FigureList, StatedFigure
    from wp.library import Library
    from wp.library.given import Problem, Source, UnfaithfulError, require, source
    from wp.model import Base, Document, Fact, Figure, Heading, Period, Section, Topic
    from wp.search import Answer, Hit, Match
    from wp.verify.checked import CheckedClaim, CheckedDraft, CheckedQuotation
    from wp.verify.draft import Draft, read_draft
    from wp.verify.verdict import Change, Claim, Verdict

__version__ = "0.1.0"
RULES = 18
"""The number of the rules by which quotations and claims are judged.

It goes up when the verdict on some text can change; an answer that is filed names it.
"""

_HOMES = {
    "wp.errors": ("InputError", "MissingExtraError", "NotFoundError", "UsageError", "WpError"),
    "wp.figures": ("FigureList", "StatedFigure"),
    "wp.library": ("Library",),
    "wp.model": (*("Base", "Document", "Fact", "Figure", "Heading", "Period", "Section", "Topic"),),
    "wp.search": ("Answer", "Hit", "Match"),
    "wp.library.given": ("Problem", "Source", "UnfaithfulError", "require", "source"),
    "wp.verify.checked": ("CheckedClaim", "CheckedDraft", "CheckedQuotation"),
    "wp.verify.draft": ("Draft", "read_draft"),
    "wp.verify.verdict": ("Change", "Claim", "Verdict"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [  # spelt out for type checkers; a test holds it to _HOMES
    "Answer", "Base", "Change", "CheckedClaim", "CheckedDraft", "CheckedQuotation", "Claim",
    "Document", "Draft", "Fact", "Figure", "FigureList", "Heading", "Hit", "InputError",
    "Library", "Match", "MissingExtraError", "NotFoundError", "Period", "Problem", "Section",
    "Source", "StatedFigure", "Topic", "UnfaithfulError", "UsageError", "Verdict", "WpError",
    "__version__", "load", "read_draft", "require", "source",
]  # fmt: skip


def load(*paths: "str | os.PathLike[str]") -> "Library":
    """Load fact bases as one library.

    Without `paths`, those that the commands use: `WP_FACTS`, the data folder, the built-in base.
    InputError for a file that cannot be read or is no valid base.
    """
    from pathlib import Path

    from wp.library import open_library

    return open_library([Path(path) for path in paths])


def __getattr__(name: str) -> "Any":
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
