"""`wp base review`: going over the draft facts of a base, one at a time."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

from wp.commands import options
from wp.english import counted
from wp.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Collection

    from wp.base.review import FactPlace, Review
    from wp.commands.interactive import Keys

_HELP = "a accept, d drop, k x all of its kind, e edit, p split, s skip, u undo, q quit, ? help"
_LONG_HELP = """\
a  accept: the fact is as the text has it, and no draft any more
e  edit it in $EDITOR; renaming its key or writing several facts is possible
p  split it in two at a clause
d  drop it
k  accept all of its kind: the rows of its table, else the drafts of its topic
x  drop all of its kind
s  skip it for now; it stays a draft
u  undo the last step, and the one before it, and so on
q  quit; everything is saved, and the next review goes on from here"""


def review(
    file: Annotated[Path, options.file_argument("FILE", "The fact base to go over.")],
    no_color: options.NoColor = False,
) -> None:
    """Go over the draft facts of a base, one by one or by kind.

    Accept, edit, split, drop or skip each, or all of a kind.

    Every step is saved at once and can be undone; an interrupted review loses nothing and goes on
    where it left.
    """
    from wp.base.review import Review

    base = Review(file)
    walk = _Walk(base, no_color)
    if not walk.waiting:
        walk.tell("No fact is a draft.")
        return
    walk.go()


class _Step(NamedTuple):
    """What was before a step: the drafts that waited, the steps counted, the drafts seen."""

    waiting: "tuple[FactPlace, ...]"
    done: Counter[str]
    seen: int
    is_saved: bool


class _Walk:
    """The drafts that wait, the steps taken, and what is said about them."""

    def __init__(self, base: "Review", no_color: bool) -> None:
        from wp.show.terminal import console

        self.base = base
        self.waiting = base.drafts()
        self.done: Counter[str] = Counter()
        self._seen = 0
        self._steps: list[_Step] = []
        self._keys: Keys
        self._unsaved: dict[FactPlace, str] = {}
        self._console = console(no_color)

    def tell(self, message: str) -> None:
        from rich.text import Text

        from wp.safe import printable

        self._console.print(Text(printable(message)))

    def go(self) -> None:
        """Take the keys one after another until the drafts or the keys are at an end."""
        from wp.commands.interactive import Keys

        self._keys = Keys()
        with self._keys:
            self._show()
            for key in self._keys:
                if key == "q":
                    break
                self._step(key)
                if not self.waiting:
                    break
        left = counted(len(self.base.drafts()), "draft")
        steps = ", ".join(f"{count} {name}" for name, count in self.done.items()) or "no step taken"
        self.tell(f"{steps}; {left} left in {self.base.path}")

    def _step(self, key: str) -> None:
        place = self.waiting[0]
        raw = self.base.raw
        before = _Step(tuple(self.waiting), Counter(self.done), self._seen, False)
        try:
            if key == "a":
                self.base.accept(place)
                self._settled("accepted", [place])
            elif key == "d":
                self.base.drop(place)
                self._settled("dropped", [place])
            elif key == "s":
                self._settled("skipped", [place])
            elif key in ("k", "x"):
                self._settle_kind(place, key)
            elif key == "u":
                self._undo()
            elif key == "p":
                self._split(place)
            elif key == "e":
                self._edit(place)
            elif key.strip():  # the habit to press Enter behind a key asks for nothing
                self.tell(_LONG_HELP if key in "?h" else f"no key {key!r} here: {_HELP}")
        except UsageError as error:
            self.tell(str(error))
        is_saved = self.base.raw is not raw
        if key != "u" and (is_saved or before.waiting != tuple(self.waiting)):
            self._steps.append(before._replace(is_saved=is_saved))

    def _settled(self, name: str, places: "Collection[FactPlace]") -> None:
        left = [place for place in self.waiting if place not in places]
        count = len(self.waiting) - len(left)
        self.done[name] += count
        self.waiting = left
        self._seen += count
        self._show()

    def _settle_kind(self, place: "FactPlace", key: str) -> None:
        kind = self.base.kind(place)
        settle, name = {"k": (self.base.accept, "accepted"), "x": (self.base.drop, "dropped")}[key]
        settle(*kind.places)
        self.tell(f"{len(kind.places)} {name} {kind.name}; u undoes it")
        self._settled(name, kind.places)

    def _undo(self) -> None:
        if not self._steps:
            self.tell("There is no step to undo.")
            return
        step = self._steps[-1]
        if step.is_saved and not self.base.undo():
            self.tell("The steps before this one are too long ago to be undone.")
            return
        self._steps.pop()
        self.waiting = list(step.waiting)
        self.done = step.done
        self._seen = step.seen
        self._show()

    def _split(self, place: "FactPlace") -> None:
        halves = self.base.split(place)
        if not halves:
            self.tell("The quote has no clause to be split at; press e to edit it.")
            return
        self.done["split"] += 1
        self.waiting[:1] = halves
        self._show()

    def _edit(self, place: "FactPlace") -> None:
        from wp.commands.interactive import edited

        before = self.base.text(place)
        with self._keys.lent():
            text = edited(self._unsaved.get(place, before))
        if text == before:
            self.tell("Nothing was changed.")
            return
        self._unsaved[place] = text  # kept, so that a slip does not cost the work
        try:
            self.waiting[:1] = self.base.edit(place, text)
        except InputError as error:
            if self.base.path == error.path and not error.place:
                raise
            self.tell(f"{error.place}: {error.problem}; press e to go on editing")
            return
        del self._unsaved[place]
        self.done["edited"] += 1
        self._show()

    def _show(self) -> None:
        from wp.show.base_view import review_view

        if self.waiting:
            place = self.waiting[0]
            total = self._seen + len(self.waiting)
            self._console.print(
                review_view(
                    self.base.alone(place), self._seen + 1, total, self.base.problems(place)
                )
            )
            self.tell(_HELP)
