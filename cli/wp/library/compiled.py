"""Compiled regular expressions, kept in the cache folder.

Python keeps what it makes of a module, and of a pattern nothing: to compile the 200 that a draft
meets took as long as to judge its figures. What the compiler of `re` gives is plain numbers, which
the engine checks before it takes them; so they are kept as the prepared form of a base is. Where
nothing can be kept, or the interpreter is not one whose way from a pattern to these numbers is
known, patterns are compiled as ever.
"""

import marshal
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, AnyStr

import wp.pattern
from wp import __version__
from wp.library.cache import cached, keep, name_of

_Compiled = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, the number of groups, the numbers of those with a name, the name of each."""

# Held against `re.compile` with these; a test does so with the one that runs it.
_KNOWN = sys.implementation.name == "cpython" and sys.version_info < (3, 14)
_MOST = 1000
"""More are of code that has changed meanwhile."""
_KEPT = 2


@contextmanager
def compiled_patterns() -> Iterator[None]:
    """Use the patterns kept in the cache folder inside, and keep there what had to be compiled."""
    if not _KNOWN:
        yield
        return
    # The cache tag tells the version; the engine's number changes within one where its code does.
    origin = f"{__version__} {sys.implementation.cache_tag} {_engine().MAGIC}".encode()
    name = f"{name_of(origin)}.patterns"
    payload = cached(name, origin)
    kept: dict[tuple[Any, int], _Compiled] = marshal.loads(payload) if payload else {}
    known = len(kept)

    def compiled(source: AnyStr, flags: int) -> re.Pattern[AnyStr]:
        key = source, int(flags)
        if key not in kept:
            kept[key] = compile_plain(source, flags)
        return pattern_of(source, kept[key])

    before = wp.pattern.compiled
    wp.pattern.compiled = compiled
    try:
        yield
    finally:
        wp.pattern.compiled = before
        if len(kept) > known:
            new = dict([*kept.items()][known if len(kept) > _MOST else 0 :])
            with suppress(OSError):
                keep(name, origin, marshal.dumps(new), _KEPT)


def _engine() -> Any:
    import _sre  # type: ignore[import-not-found]

    return _sre


def compile_plain(source: str | bytes, flags: int) -> _Compiled:
    """Return a pattern as the engine's plain numbers, as `re.compile` makes them."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source, flags)
    numbers: list[int] = _compiler._code(parsed, flags)
    code = array("I", numbers).tobytes()
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for group, number in state.groupdict.items():
        names[number] = group
    return int(flags | state.flags), code, state.groups - 1, state.groupdict, tuple(names)


def pattern_of(source: AnyStr, plain: _Compiled) -> re.Pattern[AnyStr]:
    """Return the regular expression that `compile_plain` made plain numbers of."""
    flags, code, *groups = plain
    numbers = memoryview(code).cast("I").tolist()
    found: re.Pattern[AnyStr] = _engine().compile(source, flags, numbers, *groups)
    return found
