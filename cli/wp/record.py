"""Named tuples whose classes are soon made.

For each class `typing.NamedTuple` compiles a function, and a text for each of its annotations in
quotation marks: the 130 classes that `wp check` meets took as long as all its quotations. Here the
classes with as many fields share one piece of code. What is made is the same, as
`tests/unit/test_record.py` shows.
"""

import sys
from collections import _tuplegetter  # type: ignore[attr-defined]
from functools import cache
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any


class _Record(tuple[Any, ...]):
    """What all named tuples can do; `_fields` are the names of their members."""

    __slots__ = ()
    if TYPE_CHECKING:
        _fields: tuple[str, ...]

    @classmethod
    def _make(cls, members: Any) -> Any:
        return cls(*members)

    def _replace(self, /, **changed: Any) -> Any:
        made = tuple.__new__(type(self), map(changed.pop, self._fields, self))
        if changed:
            raise ValueError(f"Got unexpected field names: {list(changed)!r}")
        return made

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        told = (f"{name}={one!r}" for name, one in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({', '.join(told)})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)


@cache
def _code(count: int) -> CodeType:
    """Return the code of a function that makes a tuple of a class and so many members."""
    names = "".join(f", _{number}" for number in range(count))
    made: FunctionType = eval(f"lambda _class{names}: _new(_class, ({names[2:]},))")
    return made.__code__


class _Maker(type):
    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        if not bases:
            return super().__new__(cls, name, bases, body)
        fields = tuple(body["__annotations__"])
        defaults = {field: body[field] for field in fields if field in body}
        code = _code(len(fields)).replace(co_name="__new__", co_varnames=("_class", *fields))
        new = FunctionType(code, {"_new": tuple.__new__}, "__new__", (*defaults.values(),))
        members = {field: _tuplegetter(at, "") for at, field in enumerate(fields)}
        ours = {"__slots__": (), "__match_args__": fields, "__new__": new, "_fields": fields}
        return type(name, (_Record,), body | members | ours | {"_field_defaults": defaults})


# From 3.14 on a class's annotations are worked out only when somebody asks for them.
if TYPE_CHECKING or sys.version_info >= (3, 14):
    from typing import NamedTuple as NamedTuple
else:

    class NamedTuple(metaclass=_Maker):
        """The base to name for a class whose annotations are the fields of its tuples."""
