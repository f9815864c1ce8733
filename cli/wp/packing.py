"""Plain data packed so that opening it costs only what is asked for.

Large tables are cut by the first character of their keys: a query asks for a few words, and the
rest of the vocabulary stays packed.
"""

import marshal
from collections.abc import Iterator, Mapping
from typing import Any

_CUT_FROM = 200
"""A table of fewer entries is packed whole."""


def pack(index: Mapping[str, Any]) -> bytes:
    """Pack named parts of plain data (dict, list, tuple, str, bytes, numbers)."""
    return marshal.dumps({name: _packed(part) for name, part in index.items()})


def unpack(packed: bytes) -> dict[str, Any]:
    """Give what `pack` packed; each part, and each cut of a table, is unpacked when asked for."""
    return _Parts(marshal.loads(packed))


def _packed(part: Any) -> bytes | dict[str, bytes]:
    if not isinstance(part, dict) or len(part) < _CUT_FROM:
        return marshal.dumps(part)
    cuts: dict[str, dict[str, Any]] = {}
    for key, value in part.items():
        cuts.setdefault(key[:1], {})[key] = value
    return {first: marshal.dumps(cut) for first, cut in cuts.items()}


class _Parts(dict[str, Any]):
    """Named parts, unpacked one by one."""

    def __init__(self, packed: dict[str, bytes | dict[str, bytes]]) -> None:
        super().__init__()
        self._packed = packed

    def __missing__(self, name: str) -> Any:
        packed = self._packed[name]
        part = marshal.loads(packed) if isinstance(packed, bytes) else _Table(packed)
        self[name] = part
        return part


class _Table(Mapping[str, Any]):
    """A table cut by the first character of its keys."""

    def __init__(self, packed: dict[str, bytes]) -> None:
        self._packed = packed
        self._cuts: dict[str, dict[str, Any]] = {}

    def _cut(self, first: str) -> dict[str, Any]:
        cut = self._cuts.get(first)
        if cut is None:
            packed = self._packed.get(first)
            cut = self._cuts[first] = marshal.loads(packed) if packed else {}
        return cut

    def __getitem__(self, key: str) -> Any:
        return self._cut(key[:1])[key]

    def get(self, key: str, default: Any = None) -> Any:
        return self._cut(key[:1]).get(key, default)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._cut(key[:1])

    def __iter__(self) -> Iterator[str]:
        for first in self._packed:
            yield from self._cut(first)

    def __len__(self) -> int:
        return sum(len(self._cut(first)) for first in self._packed)
