"""Figures and dates in languages other than English, each asked for by its BCP 47 tag.

What reads them is imported when a text of such a language is met, and only then. Which language a
text is in is told by Compact Language Detector v3.
"""

TAGS = ("de", "es", "fr")
"""The languages whose figures are that have a table; Chinese has a reader of its own."""


def primary(tag: str) -> str:
    """Return the primary subtag of a BCP 47 tag in lower case: "de" of "de-AT"."""
    return tag.partition("-")[0].lower()


def is_read(tag: str) -> bool:
    """Return whether figures and dates are read in the language of a BCP 47 tag."""
    return primary(tag) in ("en", "zh", *TAGS)


_SAMPLES, _LENGTH = 9, 600
_LEAST = 40  # letters: in less, names and figures decide
_SURE = 0.7


def detect(text: str) -> str:
    """Tell the language that most of a text is written in, as a BCP 47 tag; "" when unsure.

    Takes stretches from all over the text, so that a foreign title or quotation decides nothing.
    Where the detector cannot be had for a platform, nothing is told.
    """
    if sum(map(str.isalpha, text[: 4 * _LEAST])) < _LEAST and not _is_wide(text):
        return ""
    try:
        from gcld3 import NNetLanguageIdentifier
    except ImportError:
        return ""
    told: dict[str, float] = {}
    detector = NNetLanguageIdentifier(0, 4 * _LENGTH)
    step = max(len(text) // _SAMPLES, _LENGTH)
    for start in range(0, len(text), step):
        found = detector.FindLanguage(text[start : start + _LENGTH])
        transcribed = found.language.endswith("-Latn")  # "ja-Latn": what names look like
        if found.is_reliable and found.probability >= _SURE and not transcribed:
            told[found.language] = told.get(found.language, 0) + found.probability
    best = max(told, key=lambda tag: told[tag], default="")
    return best if best and 2 * told[best] > sum(told.values()) else ""


def _is_wide(text: str) -> bool:
    """Return whether most of a short text is in a script whose characters say as much as words."""
    wide = sum(character >= "⺀" for character in text)
    return wide >= _LEAST // 10 and 2 * wide > sum(map(str.isalpha, text))
