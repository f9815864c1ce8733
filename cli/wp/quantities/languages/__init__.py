"""Figures and dates in languages other than English, each asked for by its BCP 47 tag.

What reads them is imported when a text of such a language is met, and only then.
"""

TAGS = ("de", "es", "fr")
"""The languages whose figures are that have a table; Chinese has a reader of its own."""


def primary(tag: str) -> str:
    """Return the primary subtag of a BCP 47 tag in lower case: "de" of "de-AT"."""
    return tag.partition("-")[0].lower()


def is_read(tag: str) -> bool:
    """Return whether figures and dates are read in the language of a BCP 47 tag."""
    return primary(tag) in ("en", "zh", *TAGS)
