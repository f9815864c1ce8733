"""A type is known by its name alone; a record made of a value has its very fields."""

import re
from collections import defaultdict
from pathlib import Path
from typing import get_type_hints

import pytest

from wp.model import Period
from wp.search import Match
from wp.show import record_types as records
from wp.verify.checked import DraftSpan, DraftWarning, NotChecked
from wp.verify.verdict import Change, ClaimFigure, Nearest

PACKAGE = Path(__file__).parents[2] / "cli" / "wp"
# Public classes, and aliases such as `Span = tuple[int, int]`; not what describes an option.
_TYPE = re.compile(
    r"^(?:class ([A-Z]\w*)|([A-Z][A-Za-z]*[a-z]\w*)(?:: \w+)? = (?!Annotated\b)\w+\[)", re.M
)


def test_no_two_modules_name_a_type_alike() -> None:
    homes = defaultdict(list)
    for path in PACKAGE.rglob("*.py"):
        for one, other in _TYPE.findall(path.read_text(encoding="utf-8")):
            homes[one or other].append(str(path.relative_to(PACKAGE)))
    assert len(homes) > 200
    assert {name: paths for name, paths in homes.items() if len(paths) > 1} == {}


@pytest.mark.parametrize(
    ("value", "record"),
    [
        (Period, records.PeriodRecord),
        (Match, records.MatchRecord),
        (Change, records.ChangeRecord),
        (Nearest, records.NearestRecord),
        (ClaimFigure, records.CheckedFigureRecord),
        (DraftSpan, records.SpanRecord),
        (DraftWarning, records.WarningRecord),
        (NotChecked, records.NotCheckedRecord),
    ],
)
def test_a_record_has_the_fields_of_what_it_is_made_of(value: type, record: type) -> None:
    assert list(get_type_hints(value).items()) == list(get_type_hints(record).items())
