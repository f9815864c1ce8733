"""An index file read as the index that search works on: see `wp.search.layout`."""

from collections.abc import Callable
from typing import Any

from wp.search.store.layout import unpack_rows
from wp.search.store.store import Store


class StoredIndex(dict[str, Any]):
    """The parts of an index, each read when it is asked for."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = self["store"] = store

    def __missing__(self, key: str) -> Any:
        store = self.store
        views: dict[str, Callable[[], Any]] = {
            "words": lambda: _Words(store),
            "stems": lambda: _Stems(store),
            "acronyms": lambda: _Lists(store, "acronym"),
            "expansions": lambda: _Expansions(store) if store.meta("expansions") else {},
            "numbers": lambda: _Numbers(store),
            "sequences": lambda: _Sequences(store),
        }
        made = self[key] = views[key]() if key in views else store.meta(key)
        return made


class _View:
    def __init__(self, store: Store) -> None:
        self._store = store


class _Words(_View):
    def get(self, word: str, default: Any = None) -> Any:
        return self._store.stem(word) or default

    def __getitem__(self, word: str) -> Any:
        return self.get(word)

    def __contains__(self, word: object) -> bool:
        return self.get(str(word)) is not None


class _Stems(_View):
    def get(self, stem: str, default: Any = ()) -> Any:
        return tuple(self._store.forms(stem)) or default

    def __getitem__(self, stem: str) -> Any:
        return self.get(stem)


class _Lists(_View):
    def __init__(self, store: Store, kind: str) -> None:
        super().__init__(store)
        self._kind = kind

    def get(self, key: str, default: Any = ()) -> Any:
        found = self._store.one("SELECT rows FROM rows WHERE kind = ? AND key = ?", self._kind, key)
        return unpack_rows(found[0]) if found else default

    def __getitem__(self, key: str) -> Any:
        return self.get(key)

    def __contains__(self, key: object) -> bool:
        return bool(self.get(str(key)))


class _Expansions(_View):
    def get(self, name: str) -> Any:
        found = self._store.one("SELECT acronym FROM expansions WHERE name = ?", name)
        return found[0] if found else None


class _Numbers(_View):
    def __len__(self) -> int:
        count: int = self._store.meta("numbers")
        return count

    def __getitem__(self, place: Any) -> Any:
        query = "SELECT value, row, unit FROM numbers WHERE place "
        if isinstance(place, slice):
            return self._store.every(query + "BETWEEN ? AND ?", place.start, place.stop - 1)
        return self._store.one(query + "= ?", place)


class _Sequences(_View):
    def __getitem__(self, row: int) -> str:
        return self._store.sequence(row)
