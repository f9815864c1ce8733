"""The words of a line: whether it states something, and the statement or title proposed from it."""

import re

from wp.pattern import pattern
from wp.quantities.read import quantities
from wp.text import words

# Lines that state nothing

_TITLES = pattern(
    r"(?:\W*\d[\d.]*\W*)?(?:(?:list of )?(?:references|sources|abbreviations|acronyms|tables|"
    r"figures|works cited)|(?:select(?:ed)? )?bibliography|literature(?: cited)?|further reading|"
    r"(?:table of )?contents|index|acknowledge?ments?)\W*",
    re.IGNORECASE,
)
_LONG_WORD = pattern(r"[^\W\d_]{2,}")
_HAN = pattern(r"[\u3400-\u9fff]")
_ORIGIN = pattern(r"sources?\s*:", re.IGNORECASE)
# "Smith, J. and Jones, A. B. (2019) …", "[3] Jones A. …, Vol. 12(3), pp. 45-67."
_ENTRY = pattern(
    r"(?:\[?\d{1,3}[\].]?\s*)?[A-Z][\w'’-]+,?\s(?:[A-Z]\.[\s-]?)+"
    r"(?=.*(?:\((?:19|20)\d\d[a-z]?\)|\b\d+\s?\(\d+\)|\bpp?\. ?\d|\bdoi\b|\bISBN\b|"
    r",\s(?:19|20)\d\d\.$))"
)
# What a page or back cover has around its text.
_FURNITURE = pattern(
    r"\b(?:tel\s*[.:]|(?:telephone|phone|fax|e-?mail)\s*:|(?:IS[BS]N|reading time"
    r"|min(?:ute)?s? read|(?:use|accept|all|essential)(?: \w+)? cookies"
    r"|cookie (?:settings|policy))\b)|\+\d{1,3} \d[\d ]{4,}"
    r"|\(\d[\d,]* (?:readers|views|comments)\)",
    re.IGNORECASE,
)
_LONGEST_FURNITURE = 200
# A line of names and numbers: an address with its postal code, a band of rates.
_FIGURES = pattern(r"(?<![^\W_])\d[\d.,]*")
_SMALL = pattern(r"(?<![^\W_])(?!(?:of|the|and|de|la|le|du|des|del|der|die|van|von)\b)[a-z]\w+")
_POSTAL = pattern(r",\s*\d{2,3} ?\d{2,3}\s+[A-Z]|,\s*[A-Z]\w+\s+\d{4,5}\b")
_MANY = 3


def is_mechanical_title(title: str) -> bool:
    """Return whether a heading stands above references, contents and the like."""
    return _TITLES.fullmatch(title.strip()) is not None


def is_mechanical(text: str) -> bool:
    """Return whether a line or sentence states nothing.

    A label or numbers alone ("FIGURE 1.", "0.46 0.44"), where something comes from ("Source: …"),
    an entry of a bibliography.
    """
    if _ORIGIN.match(text) or _ENTRY.match(text):
        return True
    word = _LONG_WORD.search(text)
    has_two = word is not None and _LONG_WORD.search(text, word.end()) is not None
    return not has_two and not _HAN.search(text)


def is_furniture(text: str) -> bool:
    """Return whether a line stands around a text: an address, a band of rates, "9 min read"."""
    if len(text) > _LONGEST_FURNITURE:
        return False
    if not _SMALL.search(text):
        listed = len(_FIGURES.findall(text)) >= _MANY and not text.endswith((".", ";", ":", "!"))
        if listed or _POSTAL.search(text):
            return True
    return _FURNITURE.search(text) is not None


_MARK = pattern(
    r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})\)|\d{1,3}\.)\s+(?=\S)"
    r"|(?P<number>\d{1,3}(?:\.\d{1,3})+)\.?\s+(?=[\"“(]?[A-Z])"
)
_REACH = 60  # characters that a number and its unit take at most


def mark_end(text: str) -> int:
    """Return the offset behind a paragraph's mark and the white space that follows; 0 without one.

    "2.4 COVID-19 closed …" has one; "2.1 GW were built" begins with a figure.
    """
    mark = _MARK.match(text)
    if mark is None:
        return 0
    if mark["number"]:
        read = next(iter(quantities(text[:_REACH])), None)
        if read and read.start == 0 and read.end > mark.end("number"):
            return 0
    return mark.end()


# Sentences that name an instrument or quote

_KINDS = frozenset(
    "convention conventions declaration declarations treaty treaties covenant covenants charter "
    "protocol protocols agreement agreements accord accords pact law laws act acts regulation "
    "regulations constitution code resolution resolutions directive directives decree statute "
    "statutes ordinance memorandum communiqué guidelines principles opinions rules provisions "
    "programme program plan strategy agenda".split()
)
_DETERMINERS = frozenset(
    "the this that these those each any such our its their his her a an every no all under in by "
    "pursuant".split()
)
_LINKS = frozenset("of on for to against concerning regarding relating in".split())
_CAPITALISED = pattern(r"[A-Z][a-zé]+")
_PASSAGE = pattern(
    r"\"[^\"\n]{3,2000}\"|“[^”\n]{3,2000}”|«[^»\n]{3,2000}»|„[^“”\n]{3,2000}[“”]"
    r"|(?<!\w)‘[^‘\n]{3,2000}?’(?!\w)|「[^」\n]{3,2000}」"
)
# Chinese and Japanese put no white space between words.
_HAN_PASSAGE = pattern(r"[\u3040-\u30ff\u3400-\u9fff]{6}")


def names_instrument(sentence: str) -> bool:
    """Return whether a sentence names a convention, declaration, law or the like by its capitals.

    The kind must be capitalised and have a capitalised word beside it: "the Paris Agreement", "the
    Law on Charity", but not "this Convention" nor "the law".
    """
    if _KINDS.isdisjoint(map(str.lower, _CAPITALISED.findall(sentence))):
        return False  # most sentences are spared the rest
    found = words(sentence)
    for at, word in enumerate(found):
        if word.text.lower() not in _KINDS or not word.text[0].isupper():
            continue
        if at:
            before = found[at - 1]
            adjacent = sentence[before.end : word.start].isspace()
            named = before.text[0].isupper() and before.text.lower() not in _DETERMINERS
            if adjacent and named:
                return True
        following = [other.text for other in found[at + 1 : at + 4]]
        if following and following[0].lower() in _LINKS:
            rest = [text for text in following[1:] if text.lower() not in ("the", "all", "to")]
            if rest and rest[0][0].isupper():
                return True
    return False


def quotes_passage(sentence: str) -> bool:
    """Return whether a sentence quotes a passage of two words or more, or of six Han signs."""
    return any(
        len(words(match[0])) > 1 or _HAN_PASSAGE.search(match[0])
        for match in _PASSAGE.finditer(sentence)
    )


# Statements and titles

_LEAD_IN = pattern(
    r"(?:in addition|moreover|furthermore|however|meanwhile|also|besides|therefore|thus|"
    r"at the same time|as a result|for example|for instance|in particular|in this regard|"
    r"accordingly|consequently|similarly|likewise|nevertheless|finally|now), ",
    re.IGNORECASE,
)
_NOTE = pattern(r"\s*\[[^\[\]]*\]")
# "US" is a country, "i.e." no person, "Annex I" and "type I" a number.
_WE = pattern(r"\b(?:[Ww]e|[Oo]urs?|us|[Mm]y)\b(?![.)]\w)")
_I = pattern(
    r"(?:^|[,;:]\s|\b(?:that|and|but|when|as|because|if|which|what|while|so)\s)"
    r"I(?=\s[a-z]|['’](?:m|ve|ll|d)\b)"
)
_UNOPENED = pattern(r"^[^\"“]*(?:”|\"(?=[\s.,;:!?)]|$))")
_UNCLOSED = pattern(r"[\"“][^\"”]*$")
_BREAKS = pattern(r";\s|,\s(?=(?:and|which|while|who|where|but|including|so)\b)|,\s|:\s")
_DANGLING = frozenset(
    "a an the of in on at to for from by with as and or but that which who its their our this "
    "these is are was were be has have had will would shall must should can may more than such "
    "not into between against under over has".split()
)
_STATEMENT = 200
_TITLE = 70


def statement_of(sentence: str) -> str:
    """Propose a statement: the sentence without lead-in, bracketed notes and full stop.

    A long one is cut at the end of a clause. One that speaks as "we" is put down to the document,
    unless it quotes somebody else so.
    """
    text = _cut(_bare(sentence), _STATEMENT) or sentence.strip()
    if _speaks(text) and _speaks(_own_words(text)):
        return f"The document states: {text}"
    return text[0].upper() + text[1:]


def title_of(sentence: str) -> str:
    """Propose a topic's title from its lead sentence: the whole of a short one, else its start."""
    text = _cut(_bare(sentence), _TITLE).strip("\"“”'") or sentence.strip()[:_TITLE]
    return text[0].upper() + text[1:]


def _bare(sentence: str) -> str:
    """Return a sentence without lead-in, bracketed notes and full stop."""
    text = _NOTE.sub("", sentence)
    lead_in = _LEAD_IN.match(text)
    return (text[lead_in.end() :] if lead_in else text).strip().rstrip(".;:, 。")


def _speaks(text: str) -> bool:
    return _WE.search(text) is not None or ("I" in text and _I.search(text) is not None)


def _own_words(text: str) -> str:
    """Leave out what is quoted, also where the sentence is cut out of a longer quotation."""
    return _UNCLOSED.sub(" ", _UNOPENED.sub(" ", _PASSAGE.sub(" ", text)))


def _cut(text: str, most: int) -> str:
    """Cut at the last clause end within `most` characters, else at the last telling word."""
    if len(text) <= most:
        return text
    ends = [match.start() for match in _BREAKS.finditer(text, 0, most)]
    if ends and 2 * ends[-1] >= most:
        return _closed(text[: ends[-1]])
    words = text[: most + 1].split(" ")[:-1] or [text[:most]]
    while len(words) > 1 and words[-1].lower() in _DANGLING:
        words.pop()
    return _closed(" ".join(words).rstrip(",;:"))


def _closed(text: str) -> str:
    """Leave off a bracket that the cut left open."""
    opened = text.rfind("(")
    return text[:opened].rstrip() if opened > text.rfind(")") and opened > 0 else text
