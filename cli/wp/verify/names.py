"""Names with a number in them, such as "Article 19", which report nothing: as their author says."""

import re
from collections.abc import Collection, Iterator

from wp.documents import Skipped
from wp.verify.claims.rows import Judge
from wp.verify.quotations import DraftWords


class Names:
    """The names of a draft, found as whole words, in their own case, over line breaks too."""

    def __init__(self, names: Collection[str]) -> None:
        longest_first = sorted(filter(None, map(str.split, names)), key=len, reverse=True)
        either = "|".join(r"\s+".join(map(re.escape, words)) for words in longest_first)
        self._found = re.compile(rf"(?<!\w)(?:{either})(?!\w)") if either else None

    def without(self, judge: Judge) -> Judge:
        """Return a judge of sentences that sees blanks where a name stands."""
        if not (found := self._found):
            return judge
        return lambda sentence, context: judge(
            found.sub(lambda match: " " * len(match[0]), sentence), context
        )

    def skipped(self, sentence: DraftWords) -> Iterator[Skipped]:
        """Yield where the sentence has a name outside its quotations."""
        for match in self._found.finditer(sentence.prose) if self._found else ():
            name = sentence.body.part(*match.span())
            why = f"“{' '.join(match[0].split())}” is among the names whose numbers report nothing"
            yield Skipped(name.at(0), name.end(), "name", why)
