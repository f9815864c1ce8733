"""What differs between two editions as plain records: the fields that programs get."""

from wp.editions import Difference
from wp.show.records import Record, figure_record


def difference_record(difference: Difference) -> Record:
    """Return a difference; `changes` go from the old words to the new ones."""
    return {
        "kind": difference.kind,
        "change": difference.change,
        "id": difference.id,
        "section": difference.section,
        "paragraph": difference.paragraph,
        "old": difference.old,
        "new": difference.new,
        "changes": [
            {"op": op, "old": old, "new": new, "kind": kind}
            for op, old, new, kind in difference.changes
        ],
        "old_figure": difference.old_figure and figure_record(difference.old_figure),
        "new_figure": difference.new_figure and figure_record(difference.new_figure),
    }
