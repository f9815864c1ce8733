"""The figures of a page as rows of its table, and what they can be filtered by."""

from html import escape

from wp.export.page.text import numbered, place_id, short_place
from wp.figures.select import figures_of
from wp.library import Library
from wp.model import Period


def figure_rows(library: Library) -> str:
    """Return a table row for each figure, in the order of the text."""
    rows = []
    for one in numbered(library):
        section = place_id(library, one.base, one.section.id)
        topic = place_id(library, one.base, f"{one.section.id}.{one.fact.topic}")
        target = escape(library.qualify(one.fact))
        place = escape(short_place(one.section, one.fact.paragraph))
        for stated in figures_of([one.fact]):
            figure = stated.figure
            period = _period(stated.period, stated.from_context)
            rows.append(
                f'<tr role="row" data-section="{escape(section)}" data-topic="{escape(topic)}" '
                f'data-unit="{escape(stated.unit)}">'
                f'<th scope="row" role="rowheader">{escape(figure.text)}</th>'
                f'<td role="cell" data-label="Unit">{escape(figure.unit)}</td>'
                f'<td role="cell" data-label="Measures">{escape(figure.measures)}</td>'
                f'<td role="cell" data-label="Period">{period}</td>'
                f'<td role="cell" data-label="Place"><a href="#{target}">{place}</a></td></tr>'
            )
    return "\n".join(rows)


def _period(period: Period | None, from_context: bool) -> str:
    if period is None:
        return ""
    note = ' <span class="note">(from the context)</span>' if from_context else ""
    return escape(period.text) + note


def filter_options(library: Library) -> tuple[str, str, str]:
    """Return the options of the filters by section, by topic and by unit, for what has figures."""
    sections: dict[str, str] = {}
    topics: dict[str, dict[str, str]] = {}
    units: dict[str, str] = {}
    titles = {
        place_id(library, base, f"{topic.section}.{topic.key}"): topic.title
        for base in library.bases
        for topic in base.topics()
    }
    for one in numbered(library):
        if not one.fact.figures:
            continue
        section = place_id(library, one.base, one.section.id)
        topic = place_id(library, one.base, f"{one.section.id}.{one.fact.topic}")
        known = one.section.id == one.section.title
        sections[section] = one.section.id if known else f"{one.section.id} {one.section.title}"
        topics.setdefault(section, {})[topic] = titles[topic]
        units |= {one.unit: one.unit for one in figures_of([one.fact])}
    grouped = "\n".join(
        f'<optgroup label="{escape(sections[section])}">\n{_options(entries)}\n</optgroup>'
        for section, entries in topics.items()
    )
    ordered = dict(sorted(units.items(), key=lambda pair: pair[0].lower()))
    return _options(sections), grouped, _options(ordered)


def _options(entries: dict[str, str]) -> str:
    return "\n".join(
        f'<option value="{escape(value)}">{escape(label)}</option>'
        for value, label in entries.items()
    )
