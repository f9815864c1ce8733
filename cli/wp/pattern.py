"""Regular expressions that are compiled when they are first used, or taken as compiled before.

`wp check` enters modules with some 400 patterns and meets 210, which take as long to compile as
their sentences to judge.
"""

import re
from collections.abc import Callable
from typing import Any, AnyStr

compiled: Callable[[Any, int], re.Pattern[Any]] = re.compile
"""What compiles; see `wp.library.compiled`."""

_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a regular expression that compiles itself when one of its methods is first asked for.

    It does all that `re.compile(source, flags)` does but to be an argument of a function of `re`.
    An error in `source` shows at the first use.
    """
    deferred: Any = _Deferred(source, flags)
    return deferred  # type: ignore[no-any-return]


class _Deferred:
    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        made = compiled(self.pattern, self._flags)
        # From now on the methods are attributes of this very object: nothing stands between.
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)
