"""How much a tool takes and gives at once: stated in its schema, told in one line when exceeded."""

from typing import Any

from pydantic import Field

from wp.errors import UsageError

NAME = 300
QUERY = 1_000
QUOTATION = 10_000
TEXT = 100_000
NAMES = 50
FACTS = 50

SECTION_TEXT = 40_000
"""Characters of paragraphs that `get_section` gives at once, a longer paragraph aside."""


def words(description: str, most: int) -> Any:
    """Describe an argument of at most this many characters.

    The bound is only stated here: pydantic would tell it in four lines with the input repeated.
    """
    return Field(
        description=f"{description} At most {most:,} characters.",
        json_schema_extra={"maxLength": most},
    )


def check_words(name: str, text: str, most: int) -> str:
    """Give the text of an argument; UsageError when it is blank or too long."""
    if not text.strip():
        raise UsageError(f"{name} is empty", remedy="give some words")
    return check_length(name, text, most)


def check_length(name: str, text: str, most: int) -> str:
    """Give the text of an argument; UsageError when it is too long."""
    if len(text) > most:
        raise UsageError(
            f"{name} has {len(text):,} characters, and {most:,} is the most",
            remedy="give it in parts",
        )
    return text


def check_names(name: str, names: list[str] | None) -> list[str]:
    """Give the names in a list; UsageError when there are too many, or one is too long."""
    if len(names or ()) > NAMES:
        raise UsageError(
            f"{name} has {len(names or ()):,} names, and {NAMES} is the most",
            remedy="leave it out to take all",
        )
    return [check_length(name, one, NAME) for one in names or ()]
