"""Two or three words of the source with a slip of the pen in one: too few for likeness to find."""

from wp.verify.corpus import Corpus
from wp.verify.elision import ElidedMatch, every_place
from wp.verify.tokens import QuotationTokens, is_word, strip_marks
from wp.verify.verdict import Change

_FEWEST, _MOST = 2, 3
_LONG = 6  # letters; a shorter word may as well be another: "form", "norm"


def find_misspelt(corpus: Corpus, tokens: QuotationTokens) -> tuple[ElidedMatch, Change] | None:
    """Return where two or three words stand of which one, unknown to the corpus, has a slip.

    A slip is a letter too many, too few or wrong, or two exchanged ("workforse"); another ending
    ("workforces") is another form, not a slip. So is a number with its point elsewhere ("8000").
    """
    first, stop = strip_marks(tokens.texts)
    core = tokens.texts[first:stop]
    unknown = [at for at, word in enumerate(core) if not corpus.count(word.lower())]
    if len(unknown) != 1 or not _FEWEST <= len(core) <= _MOST or not all(map(is_word, core)):
        return None
    (odd,) = unknown
    word = core[odd]
    is_number = word[0].isdigit() and word[-1].isdigit()
    if not is_number and (len(word) < _LONG or not word.isalpha()):
        return None
    is_meant = _has_same_digits if is_number else _is_slip
    for likely in corpus.words:
        if likely[0] == word[0].lower() and is_meant(word.lower(), likely):
            meant = likely if word.islower() or is_number else likely.capitalize()
            for found in every_place(corpus, [*core[:odd], meant, *core[odd + 1 :]]):
                return found, Change("replace", word, meant, "figure" if is_number else "spelling")
    return None


def _has_same_digits(number: str, likely: str) -> bool:
    points = str.maketrans("", "", ".,")
    return number.translate(points) == likely.translate(points)


def _is_slip(word: str, likely: str) -> bool:
    """Return whether a word is another with one letter more, less or wrong, or two exchanged."""
    if abs(len(word) - len(likely)) > 1 or word.startswith(likely) or likely.startswith(word):
        return False
    at = next(at for at, (one, other) in enumerate(zip(word, likely, strict=False)) if one != other)
    ours, theirs = word[at:], likely[at:]
    return (
        ours[1:] == theirs
        or ours == theirs[1:]
        or ours[1:] == theirs[1:]
        or (ours[:2] == theirs[1::-1] and ours[2:] == theirs[2:])
    )
