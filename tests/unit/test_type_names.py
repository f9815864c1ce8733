"""A type is known by its name alone: no two modules have one of the same name."""

import re
from collections import defaultdict
from pathlib import Path

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
