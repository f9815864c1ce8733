"""What each family of rules is worth: the sets of `claims.py` judged without it.

python benchmarks/claim_rules.py
"""

from collections import Counter
from importlib import import_module
from typing import Any

import claims

# A family: the functions that are its door, each with what it says when nothing applies.
_FAMILIES: dict[str, tuple[tuple[str, Any], ...]] = {
    "value that stands alone": (
        ("figure_verdicts.is_told_by_value", False), ("contradictions.is_told_by_value", False),
    ),
    "derived values": (("figure_verdicts.derived", None),),
    "parts of a whole": (("figure_verdicts._part_of_told", None),),
    "proportions in two numbers": (("judge.proportions", ()),),
    "years between": (("figure_verdicts.is_lapse", False),),
    "siblings": (("slots.sibling_named", None), ("slots.relative_named", None)),
    "what a sibling leaves open": (("figure_verdicts._left_open", ""),),
    "states": (("figure_verdicts.strange_state", ""),),
    "steps": (("figure_verdicts.is_other_step", False),),
    "another fits better": (("figure_verdicts._outdone", False),),
    "one slot otherwise": (("figure_verdicts.slot_filled_otherwise", None),),
    "another value": (("figure_verdicts.other_value", None),),
    "what is no rival": (("contradictions._is_no_rival", False),),
    "slips": (("figure_verdicts.slip", None),),
    "values of neighbours": (("figure_verdicts.exchanged", None),),
    "another thing": (("figure_verdicts.of_another_thing", None),),
    "occasions": (("judge.judge_occasions", ()),),
    "dates by the rest": (("judge.goes_along", None),),
    "who did it": (("strangers._agents", frozenset()),),
    "what was done": (("strangers._word", ""),),
    "numbers of names": (("judge._strange_labels", ()),),
    "minor figures": (("judge._is_minor", False),),
}  # fmt: skip


def measure() -> Counter[str]:
    """Count what is right, comfort and alarm over all sets."""
    folders = [*sorted((claims.DATA / "articles").iterdir()), claims.DATA / "documents"]
    return sum((claims.score(folder).counts for folder in folders), Counter[str]())


def main() -> None:
    """Print the table."""
    whole = measure()
    print("| without | right | comfort | alarm |\n|---|--:|--:|--:|")
    print(f"| nothing | {whole['claims right']} of {whole['claims']} | "
          f"{whole['comfort']} | {whole['alarm']} |")  # fmt: skip
    for family, doors in _FAMILIES.items():
        kept = []
        for door, answer in doors:
            module = import_module(f"wp.verify.claims.{door.partition('.')[0]}")
            name = door.partition(".")[2]
            kept.append((module, name, getattr(module, name)))
            setattr(module, name, lambda *_, answer=answer, **__: answer)
        counts = measure()
        for module, name, function in kept:
            setattr(module, name, function)
        cells = (f"{counts[one] - whole[one]:+}" for one in ("claims right", "comfort", "alarm"))
        print(f"| {family} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
