"""Regular expressions that are compiled when they are first used.

To compile the 200 patterns of the modules that `wp check` enters takes 45 ms; a draft meets 90.
"""

import re
from typing import Any, AnyStr

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
        compiled = re.compile(self.pattern, self._flags)
        # From now on the methods are attributes of this very object: nothing stands between.
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
