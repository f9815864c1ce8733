"""Packed data comes back as it was, whichever way it is asked for."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from wp.library.packed import pack, unpack

_PLAIN = st.one_of(st.integers(), st.text(), st.tuples(st.integers(), st.text()), st.binary())
_TABLES = st.dictionaries(st.text(max_size=3), _PLAIN, max_size=400)


@given(st.dictionaries(st.text(), st.one_of(_PLAIN, _TABLES), max_size=5))
def test_what_is_packed_comes_back(parts: dict[str, Any]) -> None:
    packed = unpack(pack(parts))
    for name, part in parts.items():
        assert packed[name] == part or dict(packed[name]) == part


def test_a_cut_table_behaves_as_a_dict() -> None:
    table = {f"{letter}{number}": number for letter in "abc" for number in range(100)}
    table[""] = -1
    packed = unpack(pack({"table": table}))["table"]
    assert not isinstance(packed, dict), "large enough to be cut"
    assert dict(packed) == table
    assert len(packed) == len(table)
    assert packed["b7"] == 7 and packed[""] == -1
    assert packed.get("b100") is None and packed.get("z", 3) == 3
    assert "c99" in packed and "d1" not in packed and 5 not in packed
