"""Front matter: the fields in YAML or TOML between two rules at the top of a Markdown file."""

from typing import NamedTuple

from wp.documents import Mapped, join, literal
from wp.pattern import pattern

_OPENING = pattern(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_LINE = pattern(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
_CLOSINGS = {"---": ("---", "..."), "+++": ("+++",)}
_NAME = r"(?P<name>[^\W\d][\w.$@/-]*|\"[^\"]*\"|'[^']*')"
_KEYS = {
    "---": pattern(rf"[ \t]*(?:-[ \t]+)?{_NAME}[ \t]*:(?:[ \t]+|$)"),
    "+++": pattern(rf"[ \t]*{_NAME}[ \t]*=[ \t]*"),
}
_ITEM = pattern(r"[ \t]*-(?:[ \t]+|$)")
_TABLE = pattern(r"\[\[?[^\[\]]+\]\]?$")
_GOES_ON = pattern(r"[ \t]|[\]}]")  # the rest of a longer value
_COMMENT = pattern(r"[ \t]*#")
_BLOCK_SCALAR = pattern(r"[|>][-+\d]*$")
_LONG_STRING = pattern(r"\"{3}|'{3}")
_QUOTES = "\"'"

_LEAST_WORDS = 5
_QUOTATION_MARK = pattern('["“”„«»]')
_LISTED = pattern(r"[\w-]+(?: [\w-]+)?(?:, [\w-]+(?: [\w-]+)?)+$")


class FrontMatterField(NamedTuple):
    """A field's name in lower case and its value; a list has a field for each item."""

    name: str
    value: Mapped

    @property
    def is_prose(self) -> bool:
        """Return whether the value is words to read: no name, no address, no list of keywords."""
        text = self.value.text
        if len(text.split()) < _LEAST_WORDS:
            return bool(_QUOTATION_MARK.search(text))
        return not _LISTED.match(text)


class FrontMatter(NamedTuple):
    """The fields, and the offset at which the text of the document begins."""

    fields: tuple[FrontMatterField, ...]
    end: int

    def value(self, *names: str) -> str:
        """Return the first value of one of the fields, white space folded; "" without one."""
        values = (
            " ".join(field.value.text.split())
            for name in names
            for field in self.fields
            if field.name == name
        )
        return next(filter(None, values), "")


def find_front_matter(text: str) -> FrontMatter | None:
    """Return the front matter that a text begins with; None where it has none.

    `---` closed by `---` or `...` (YAML), or `+++` twice (TOML), and all between them must read as
    fields, the first line on: a letter that begins with a rule across the page has no front matter.
    Reads each line once and stops at the first that is no part of any field.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return None
    rule = opening[1]
    fields = _Fields()
    long_string = ""
    for match in _LINE.finditer(text, opening.end()):
        line, at = match[0].rstrip(), match.start()
        if long_string:
            long_string = "" if long_string in line else long_string
            fields.extend(line, at)
        elif line in _CLOSINGS[rule]:
            return FrontMatter(fields.all(), match.end()) if fields.begun else None
        elif key := _KEYS[rule].match(line):
            fields.begin(key["name"].strip(_QUOTES).lower(), line[key.end() :], at + key.end())
            marks = _LONG_STRING.findall(line, key.end()) if rule == "+++" else []
            long_string = marks[0] if len(marks) == 1 else ""
        elif not fields.begun and not _COMMENT.match(line):
            return None
        elif item := _ITEM.match(line):
            fields.begin(fields.name, line[item.end() :], at + item.end())
        elif rule == "+++" and _TABLE.match(line):
            fields.end()
        elif line and not _COMMENT.match(line):
            if not _GOES_ON.match(line):
                return None
            fields.extend(line, at)
    return None


class _Fields:
    """Gathers the fields, a line at a time."""

    def __init__(self) -> None:
        self.name = ""
        self.begun = False
        self._fields: list[FrontMatterField] = []
        self._lines: list[Mapped] = []

    def begin(self, name: str, value: str, at: int) -> None:
        self.end()
        self.name, self.begun = name, True
        if not _BLOCK_SCALAR.match(value):
            self.extend(value, at)

    def extend(self, line: str, at: int) -> None:
        self._lines.append(literal(line, at).strip())

    def all(self) -> tuple[FrontMatterField, ...]:
        self.end()
        return tuple(self._fields)

    def end(self) -> None:
        value = join((line for line in self._lines if line.text), "\n")
        start, stop = 0, len(value.text)
        # The quotation marks around a value; those of TOML may be three.
        while stop - start > 1 and value.text[start] == value.text[stop - 1] in _QUOTES:
            start, stop = start + 1, stop - 1
        if start < stop:
            self._fields.append(FrontMatterField(self.name, value.part(start, stop).strip()))
        self._lines = []
