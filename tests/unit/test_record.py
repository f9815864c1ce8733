"""Our named tuples are those of `typing`, only sooner made."""

import copy
import pickle
import typing
from typing import Any

import pytest

from wp.record import NamedTuple


class _Place(NamedTuple):
    """A place."""

    line: int
    column: "int | None"
    names: tuple[str, ...] = ()
    told: bool = False

    @property
    def shown(self) -> str:
        return f"{self.line}:{self.column}"

    def moved(self) -> "_Place":
        return self._replace(line=self.line + 1)


class _Typed(typing.NamedTuple):
    """A place."""

    line: int
    column: "int | None"
    names: tuple[str, ...] = ()
    told: bool = False


_OURS, _THEIRS = _Place(3, None, told=True), _Typed(3, None, told=True)


@pytest.mark.parametrize(
    "asked",
    [
        tuple,
        hash,
        len,
        lambda one: one._asdict(),
        lambda one: tuple(one._replace(names=("a",))),
        lambda one: tuple(type(one)._make(range(4))),
        lambda one: (one.line, one.column, one.names, one.told),
        lambda one: repr(one).partition("(")[2],
        lambda one: type(one)._fields,
        lambda one: type(one)._field_defaults,
        lambda one: type(one).__match_args__,
        lambda one: list(type(one).__annotations__),
        lambda one: typing.get_type_hints(type(one), {"int": int}),
        lambda one: type(one).__doc__,
        lambda one: hasattr(one, "__dict__"),
        lambda one: pickle.loads(pickle.dumps(one)) == one,
        lambda one: copy.deepcopy(one) == one,
        lambda one: type(one)(line=1, column=2),
    ],
)
def test_what_ours_answers_theirs_answers(asked: Any) -> None:
    assert asked(_OURS) == asked(_THEIRS)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda kind: kind(1),
        lambda kind: kind(1, 2, (), True, 5),
        lambda kind: kind(1, 2, length=3),
        lambda kind: kind(1, 2)._replace(length=3),
        lambda kind: kind._make((1,)),
        lambda kind: setattr(kind(1, 2), "line", 3),
        lambda kind: setattr(kind(1, 2), "length", 3),
    ],
)
def test_what_theirs_refuses_ours_refuses(wrong: Any) -> None:
    with pytest.raises((TypeError, ValueError, AttributeError)) as theirs:
        wrong(_Typed)
    with pytest.raises(theirs.type):
        wrong(_Place)


def test_a_class_has_methods_of_its_own() -> None:
    match _OURS.moved():
        case _Place(line, column):
            assert (line, column) == (4, None)
    assert _OURS.moved().shown == "4:None"
    assert isinstance(_OURS, tuple)
    assert pickle.loads(pickle.dumps(_OURS)).shown == "3:None"
