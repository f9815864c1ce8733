"""Quotations made from a document's own sentences: changed in one place, or only set differently.

Each maker takes a stretch of the text and a random generator, and gives the changed stretch or None
where the stretch has nothing to change. They work on plain strings with means of their own, so that
they do not share a fault with the code they measure.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from wp.model import Base
from wp.text import sentences

MONTHS = (
    "January February March April May June July August September October November December"
).split()
MODALS = "must shall should may might can could will would".split()
QUALIFIERS = ("more than", "less than", "at least", "nearly", "about", "almost", "up to")
UNITS = {
    "percent": ("points", "percentage points"),
    "tons": ("kilograms", "grams", "pounds"),
    "million": ("billion", "thousand"),
    "billion": ("million", "trillion"),
    "RMB": ("USD", "EUR"),
    "people": ("households", "cases"),
    "countries": ("cities", "provinces"),
    "year": ("month", "week"),
    "cases": ("suspects", "persons"),
    "troops": ("officers", "vehicles"),
}
OPPOSITES = {
    "all": "none", "legal": "illegal", "illegal": "legal", "independently": "dependently",
    "impartial": "partial", "impartially": "partially", "appropriate": "inappropriate",
    "invalid": "valid", "always": "never", "with": "without", "respected": "disrespected",
    "certainly": "uncertainly", "rational": "irrational", "lawful": "unlawful",
}  # fmt: skip
BRITISH = (
    ("ization", "isation"), ("ize", "ise"), ("izing", "ising"), ("neighbor", "neighbour"),
    ("labor", "labour"), ("favor", "favour"), ("program", "programme"), ("fulfill", "fulfil"),
)  # fmt: skip

_FIGURE = re.compile(r"(?<![\w.,-])(?:RMB)?\d[\d.,]*\d(?![\w-])|(?<![\w.,-])\d(?![\w.,-])")
_AUXILIARY = re.compile(
    r"\b(?:must|should|will|has|have|had|is|are|was|were|can|may)\b(?! not\b| never\b)"
)


class Stretch(NamedTuple):
    """A run of whole words of a section, and the text that follows it there."""

    text: str
    after: str


class Words(NamedTuple):
    """The document's words, to put in place of others."""

    plain: tuple[str, ...]
    names: tuple[str, ...]


Maker = Callable[[Stretch, Random, Words], str | None]


def stretches(base: Base, rng: Random) -> Iterator[Stretch]:
    """Give every sentence of a base, and runs of 7 to 45 words cut from anywhere in a section."""
    for section in base.sections:
        flat = " ".join(section.text.split())
        for start, end in sentences(section.text):
            text = " ".join(section.text[start:end].split())
            if sum(any(map(str.isalnum, word)) for word in text.split()) >= 7:
                at = flat.find(text)
                yield Stretch(text, flat[at + len(text) :].strip())
        pieces = flat.split(" ")
        for _ in range(len(pieces) // 12):
            length = rng.randint(7, 45)
            at = rng.randrange(max(len(pieces) - length, 1))
            text = " ".join(pieces[at : at + length])
            if 2 * _count(text) > length:
                yield Stretch(text, " ".join(pieces[at + length :]))


def _count(text: str) -> int:
    """Count the words that have a letter or digit: the signs of a grammar are none."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def vocabulary(base: Base) -> Words:
    """Gather the words that stand in for others."""
    found = [
        word
        for section in base.sections
        for word in re.findall(r"(?<![\w-])[A-Za-z]{4,}(?![\w-])", section.text)
    ]
    return Words(
        tuple(sorted({word for word in found if word.islower()})),
        tuple(sorted({word for word in found if word[0].isupper()})),
    )


def _pick(pattern: str | re.Pattern[str], text: str, rng: Random) -> re.Match[str] | None:
    matches = list(re.finditer(pattern, text))
    return rng.choice(matches) if matches else None


def _put(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


def figure(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Change a digit, exchange two, or move the decimal point."""
    match = _pick(_FIGURE, stretch.text, rng)
    if match is None or re.fullmatch(r"(?:19|20)\d\d", match.group()):
        return None
    digits = [at for at, mark in enumerate(match.group()) if mark.isdigit()]
    new = list(match.group())
    if len(digits) > 1 and rng.random() < 0.3:
        at = rng.randrange(len(digits) - 1)
        one, other = digits[at], digits[at + 1]
        new[one], new[other] = new[other], new[one]
    else:
        at = rng.choice(digits)
        new[at] = rng.choice([digit for digit in "123456789" if digit != new[at]])
    return _put(stretch.text, match, "".join(new))


def truncated_number(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Begin or end the quotation inside a number, or drop digits of one."""
    match = _pick(_FIGURE, stretch.text, rng)
    if match is None or len(match.group()) < 2:
        return None
    number = match.group()
    cut = rng.randrange(1, len(number))
    tail, head = number[cut:].lstrip(".,"), number[:cut].rstrip(".,")
    choice = rng.randrange(3)
    if choice == 0 and len(stretch.text) - match.end() > 25:
        return tail + stretch.text[match.end() :]
    if choice == 1 and match.start() > 25:
        return stretch.text[: match.start()] + head
    return _put(stretch.text, match, rng.choice((tail, head)))


def date(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Change a year or a month, or drop the month."""
    month = _pick(rf"\b(?:mid-)?(?:{'|'.join(MONTHS)})\b(?= \d{{4}})", stretch.text, rng)
    year = _pick(r"\b(?:19|20)\d\d\b", stretch.text, rng)
    if month and rng.random() < 0.6:
        dropped = stretch.text[: month.start()] + stretch.text[month.end() + 1 :]
        other = rng.choice([name for name in MONTHS if name not in month.group()])
        return dropped if month.start() and rng.random() < 0.4 else _put(stretch.text, month, other)
    if year is None:
        return None
    return _put(stretch.text, year, str(int(year.group()) + rng.choice((-10, -2, -1, 1, 2, 10))))


def name(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Put another of the document's names in place of one."""
    match = _pick(r"(?<=[a-z,] )[A-Z][A-Za-z]{2,}\b(?![-'])", stretch.text, rng)
    if match is None:
        return None
    return _put(stretch.text, match, rng.choice([n for n in words.names if n != match.group()]))


def negation(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Put a negation in, take one out, or turn a word into its opposite."""
    choice = rng.randrange(3)
    if choice == 0:
        opposite = _pick(rf"(?<![\w-])(?:{'|'.join(OPPOSITES)})(?![\w-])", stretch.text, rng)
        if opposite:
            return _put(stretch.text, opposite, OPPOSITES[opposite.group()])
    if choice == 1:
        present = _pick(r"\b(?:not|no|never) ", stretch.text, rng)
        if present:
            return _put(stretch.text, present, "")
    match = _pick(_AUXILIARY, stretch.text, rng)
    return (
        _put(stretch.text, match, match.group() + rng.choice((" not", " never"))) if match else None
    )


def qualifier(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Drop, exchange or add the qualifier of a figure."""
    present = _pick(r"(?<=\w )more than (?=\S+)", stretch.text, rng)
    if present:
        other = rng.choice(("", *(q + " " for q in QUALIFIERS if q != "more than")))
        return _put(stretch.text, present, other)
    match = _pick(r"(?<=[a-z,] )(?:RMB)?\d[\d,.]*\b(?= [a-z])", stretch.text, rng)
    if match is None:
        return None
    return _put(stretch.text, match, f"{rng.choice(QUALIFIERS)} {match.group()}")


def unit(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Exchange the unit of a figure."""
    match = _pick(rf"\b(?:{'|'.join(UNITS)})(?=\b|\d)(?!-)", stretch.text, rng)
    return _put(stretch.text, match, rng.choice(UNITS[match.group()])) if match else None


def modal(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Exchange a modal verb."""
    match = _pick(rf"\b(?:{'|'.join(MODALS)})\b", stretch.text, rng)
    if match is None:
        return None
    return _put(stretch.text, match, rng.choice([m for m in MODALS if m != match.group()]))


def word(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Put another of the document's words in place of one."""
    match = _pick(r"(?<![\w'-])[a-z]{3,}(?![\w'-])", stretch.text, rng)
    if match is None:
        return None
    return _put(stretch.text, match, rng.choice([w for w in words.plain if w != match.group()]))


def form(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Change the number or tense of a word."""
    match = _pick(r"(?<![\w'-])[a-z]{4,}(?:s|ed|ing)(?![\w'-])", stretch.text, rng)
    if match is None:
        return None
    return _put(stretch.text, match, re.sub(r"(?:s|ed|ing)$", "", match.group()))


def spelling(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Spell a word the British way, or leave out a letter."""
    fitting = [pair for pair in BRITISH if pair[0] in stretch.text]
    if fitting and rng.random() < 0.7:
        return stretch.text.replace(*rng.choice(fitting), 1)
    match = _pick(r"\b[a-z]{6,}\b", stretch.text, rng)
    if match is None:
        return None
    at = rng.randrange(1, len(match.group()) - 1)
    return _put(stretch.text, match, match.group()[:at] + match.group()[at + 1 :])


def letter_case(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Change the case of a letter that is not the first of the quotation."""
    match = _pick(r"(?<=\w )[A-Za-z](?=[a-z]{2})", stretch.text, rng)
    return _put(stretch.text, match, match.group().swapcase()) if match else None


def marks(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Drop a comma, an inner quotation mark or a hyphen, or put a comma in."""
    match = _pick(r"(?<=[a-z]),(?= [a-z])|(?<=[a-z])-(?=[a-z])|(?<=[a-z] )\"", stretch.text, rng)
    if match is not None and match.start() > 2:
        return _put(stretch.text, match, " " if match.group() == "-" else "")
    match = _pick(r"(?<=[a-z]) (?=[a-z])", stretch.text, rng)
    return _put(stretch.text, match, ", ") if match else None


def omission(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Leave out one to eight words without a mark."""
    pieces = stretch.text.split()
    count = rng.randint(1, min(8, len(pieces) - 5))
    at = rng.randrange(2, len(pieces) - count - 1)
    return " ".join(pieces[:at] + pieces[at + count :])


def insertion(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Put in one to three words without brackets."""
    pieces = stretch.text.split()
    at = rng.randrange(1, len(pieces))
    new = [rng.choice(words.plain) for _ in range(rng.randint(1, 3))]
    return " ".join(pieces[:at] + new + pieces[at:])


def order(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Exchange two words, two figures, or the two halves."""
    choice = rng.randrange(3)
    numbers = list(_FIGURE.finditer(stretch.text))
    if choice == 0 and len(numbers) > 1:
        one, other = numbers[:2]
        between = stretch.text[one.end() : other.start()]
        return (
            stretch.text[: one.start()] + other.group() + between + one.group()
            + stretch.text[other.end() :]
        )  # fmt: skip
    pieces = stretch.text.split()
    if choice == 1:
        at = rng.randrange(3, len(pieces) - 2)
        return " ".join(pieces[at:] + pieces[:at])
    here, there = sorted(rng.sample(range(len(pieces)), 2))
    pieces[here], pieces[there] = pieces[there], pieces[here]
    return " ".join(pieces)


def merged(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Run two sentences together: joined by a word, or the head of one and the tail of the next."""
    spans = [stretch.after[a:b] for a, b in sentences(stretch.after)[:4]]
    following = [sentence for sentence in spans if len(sentence.split()) > 6]
    if not following:
        return None
    second = rng.choice(following)
    if rng.random() < 0.5:
        joint = rng.choice((", and ", " and ", ", while ", "; "))
        return stretch.text.rstrip(".;:,") + joint + second
    head, tail = stretch.text.split(), second.split()
    return " ".join(head[: max(len(head) // 2, 4)] + tail[-max(len(tail) // 2, 4) :])


def cut_word(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Begin or end inside a word or a compound."""
    choice = rng.randrange(3)
    if choice == 0:
        match = _pick(r"(?<=[A-Za-z])-(?=[A-Za-z]+ )", stretch.text, rng)
        if match and len(stretch.text) - match.end() > 25:
            return stretch.text[match.end() :]
    if choice == 1:
        match = _pick(r"(?<= [A-Za-z]{3})[a-z]{3}", stretch.text, rng)
        if match and match.start() > 25:
            return stretch.text[: match.start()]
    match = _pick(r"(?<= [A-Za-z]{2})[a-z]{3,}(?= )", stretch.text, rng)
    if match and len(stretch.text) - match.end() > 25:
        return stretch.text[match.start() :]
    return None


def bad_omission(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Mark an omission, but change the order, leave out over 80 words, or change a word too."""
    pieces = stretch.text.split()
    if len(pieces) < 12:
        return None
    middle = len(pieces) // 2
    head, tail = pieces[: middle - 1], pieces[middle + 1 :]
    mark = rng.choice(("…", "...", "[...]", "[. . .]"))
    choice = rng.randrange(3)
    if choice == 0:
        return " ".join([*tail, mark, *head])
    if choice == 1:
        following = stretch.after.split()
        # What counts is words: a bar or an equals sign of a grammar is none.
        counted = [at for at, one in enumerate(following) if any(map(str.isalnum, one))]
        if len(counted) < 98:
            return None
        start, stop = counted[90], counted[97] + 1
        far = " ".join(following[start:stop])
        # The same words may stand nearer too, and then the omission is a fair one.
        if far in " ".join(following[: stop - 1]):
            return None
        return " ".join([*pieces, mark, far])
    changed = word(Stretch(" ".join(tail), ""), rng, words)
    return " ".join([*head, mark, changed]) if changed else None


def long_bracket(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Put a bracketed insertion of five to nine words in."""
    pieces = stretch.text.split()
    at = rng.randrange(1, len(pieces))
    new = " ".join(rng.choice(words.plain) for _ in range(rng.randint(5, 9)))
    return " ".join([*pieces[:at], f"[{new}]", *pieces[at:]])


def curly_marks(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Set apostrophes and inner marks curly, double or single."""
    left, right = rng.choice((("“", "”"), ("‘", "’"), ("«", "»"), ("'", "'"), ("„", "“")))
    text = re.sub(r"\"([^\"]*)\"", rf"{left}\1{right}", stretch.text)
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    return text if text != stretch.text else None


def outer_marks(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Put quotation marks around the whole."""
    left, right = rng.choice((("“", "”"), ("‘", "’"), ('"', '"'), ("“ ", " ”"), ("“‘", "’”")))
    return left + stretch.text + right


def white_space(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Set other white space between words, and more of it."""
    spaces = ("  ", "\u00a0", "\t", "\u202f", " \u2009")
    return re.sub(" ", lambda _: rng.choice(spaces) if rng.random() < 0.4 else " ", stretch.text)


def line_breaks(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Break the lines at a width, after hyphens but in no word, with blank lines now and then."""
    import textwrap

    lines = textwrap.wrap(stretch.text, rng.randint(25, 80), break_long_words=False)
    return rng.choice(("\n", "\r\n", "\n  ", "\n\n")).join(lines)


def dashes(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Set hyphens with other glyphs; a long dash is no sign."""
    text = re.sub(r"(?<=\s)-(?=\d)", lambda _: rng.choice("‐‑‒–−"), stretch.text)
    text = re.sub("-", lambda _: rng.choice("‐‑‒–—−"), text)
    return text if text != stretch.text else None


def first_letter(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Change the case of the first letter."""
    first = stretch.text[0]
    return first.swapcase() + stretch.text[1:] if first.isalpha() else None


def closing(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Drop, add or exchange the punctuation at the end."""
    bare = stretch.text.rstrip(".,;:")
    return bare + rng.choice(("", ".", ",", ";", ":", "!", "?"))


def marked_omission(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Leave out words of the middle, once or twice, each with a mark."""
    pieces = stretch.text.split()
    for _ in range(rng.randint(1, 2)):
        if len(pieces) < 8:
            break
        count = rng.randint(1, min(len(pieces) - 6, 70))
        at = rng.randrange(3, len(pieces) - count - 2)
        mark = rng.choice(("…", "...", "[...]", "[. . .]", "[…]", ". . ."))
        left, right = pieces[:at], pieces[at + count :]
        if "…" in left[-1] or "." in right[0] or "…" in right[0] or "[" in left[-1] + right[0]:
            break
        if rng.random() < 0.3:
            left[-1] = left[-1].rstrip(",;:")
        pieces = [*left, mark, *right]
    text = " ".join(pieces)
    return text if text != stretch.text else None


def end_omission(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Put an ellipsis at the beginning or end."""
    mark = rng.choice(("…", "... ", "[...] "))
    return mark + stretch.text if rng.random() < 0.5 else f"{stretch.text.rstrip('.,;:')} {mark}"


def bracketed_insertion(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Put one to four words in brackets between two words."""
    pieces = stretch.text.split()
    at = rng.randrange(1, len(pieces))
    new = " ".join(rng.choice(words.plain) for _ in range(rng.randint(1, 4)))
    return " ".join([*pieces[:at], f"[{new}]", *pieces[at:]])


def bracketed_replacement(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Put bracketed words in place of one word."""
    pieces = stretch.text.split()
    at = rng.randrange(len(pieces) - 1)
    if {*"[]"} & {*pieces[at]}:
        return None
    new = " ".join(rng.choice(words.names) for _ in range(rng.randint(1, 3)))
    return " ".join([*pieces[:at], f"[{new}]", *pieces[at + 1 :]])


def bracketed_letter(stretch: Stretch, rng: Random, words: Words) -> str | None:
    """Put the first letter in brackets, in the other case."""
    if not re.match(r"[A-Za-z]\w", stretch.text):
        return None
    return f"[{stretch.text[0].swapcase()}]{stretch.text[1:]}"


CHANGES: dict[str, Maker] = {
    "figure": figure, "truncated number": truncated_number, "date": date, "name": name,
    "negation": negation, "qualifier": qualifier, "unit": unit, "modal": modal, "word": word,
    "form of a word": form, "spelling": spelling, "letter case": letter_case,
    "inner punctuation": marks, "unmarked omission": omission, "unmarked insertion": insertion,
    "order": order, "merged sentences": merged, "cut word": cut_word,
    "marked omission misused": bad_omission, "bracket of 5 words and more": long_bracket,
}  # fmt: skip
FOLDS: dict[str, Maker] = {
    "curly and single marks": curly_marks, "outer marks": outer_marks, "white space": white_space,
    "line breaks": line_breaks, "dashes": dashes, "first letter": first_letter,
    "closing punctuation": closing,
}  # fmt: skip
EDITS: dict[str, Maker] = {
    "marked omission": marked_omission, "ellipsis at an end": end_omission,
    "bracketed insertion": bracketed_insertion, "bracketed replacement": bracketed_replacement,
    "bracketed letter": bracketed_letter,
}  # fmt: skip


KINDS = (("altered", CHANGES), ("verbatim", FOLDS), ("elided", EDITS))


class Mutation(NamedTuple):
    """A made quotation, what was done to it, the stretch it comes from and its right verdict.

    One that is clean and hides something must be `warned` of.
    """

    kind: str
    quotation: str
    stretch: str
    verdict: str
    warned: bool = False


def mutations(
    base: Base,
    seed: int,
    per_kind: int,
    kinds: Iterable[tuple[str, dict[str, Maker]]] = KINDS,
    *,
    warned: bool = False,
) -> Iterator[Mutation]:
    """Make about `per_kind` different quotations of each kind, the same for the same seed."""
    rng = Random(seed)
    words = vocabulary(base)
    texts = list(stretches(base, rng))
    present = "\n".join(_bare(section.text) for section in base.sections)
    for verdict, makers in kinds:
        for kind, maker in makers.items():
            made: set[str] = set()
            for stretch in _shuffled(texts, rng, 12):
                quotation = maker(stretch, rng, words)
                if quotation is None or quotation in made:
                    continue
                if verdict == "altered" and _stands(quotation, present):
                    continue
                made.add(quotation)
                yield Mutation(kind, quotation, stretch.text, verdict, warned)
                if len(made) == per_kind:
                    break


def _shuffled(texts: Sequence[Stretch], rng: Random, rounds: int) -> Iterator[Stretch]:
    for _ in range(rounds):
        yield from rng.sample(texts, len(texts))


def _bare(text: str) -> str:
    """Fold by means of this module: no white space but single spaces, one kind of mark."""
    return " ".join(text.translate(str.maketrans('"“”', "'''")).split())


def _stands(quotation: str, present: str) -> bool:
    """Whether a changed stretch happens to stand in the document after all, as whole words."""
    bare = _bare(quotation).strip(".,;:!?' ")
    body = rf"[{bare[0].upper()}{bare[0].lower()}]" if bare[0].isalpha() else re.escape(bare[0])
    return bool(re.search(rf"(?<![\w-]){body}{re.escape(bare[1:])}(?![\w-]|[.,]\d)", present))
