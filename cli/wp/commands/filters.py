"""Options that `wp figures` and `wp timeline` share: words, period, unit and size."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple, NoReturn

import typer

from wp.commands import options
from wp.commands.completion import complete_unit
from wp.commands.result import NOT_FOUND, Reply, end, tell
from wp.english import counted
from wp.errors import UsageError
from wp.figures.select import Wanted, figures_of, find_unit, read_value
from wp.figures.timeline import window
from wp.library import Library
from wp.model import Fact

Query = Annotated[
    list[str] | None,
    typer.Argument(metavar="[QUERY]...", help="Words as for `wp search`; none takes everything."),
]
Unit = Annotated[
    str | None,
    typer.Option(
        "--unit",
        "-u",
        metavar="UNIT",
        help="Only this unit: people, tonnes, %.",
        autocompletion=complete_unit,
    ),
]
Least = Annotated[
    str | None, typer.Option("--min", metavar="VALUE", help="At least this: 440, 8k, 1.3bn.")
]
Most = Annotated[
    str | None, typer.Option("--max", metavar="VALUE", help="At most this: 440, 8k, 1.3bn.")
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Periods that reach this year, month or day."),
]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="DATE", help="Periods that begin by this year, month or day."),
]
Limit = Annotated[int | None, options.LIMIT]


def words_of(query: list[str] | None) -> str:
    """Return the query's words, read from standard input for `-`; empty when there is no query.

    UsageError for a query that is there but blank.
    """
    if not query:
        return ""
    words = options.typed(query, "the query")
    if not words.strip():
        raise UsageError("the query is empty", remedy="leave it out to take everything")
    return words


class Choice(NamedTuple):
    """The library, the query's words, the facts that these and the filters leave, and the bounds.

    `wanted` holds the unit as the base calls it.
    """

    library: Library
    words: str
    facts: list[Fact]
    wanted: Wanted


def chosen(
    query: list[str] | None,
    facts: list[Path] | None,
    section: list[str] | None,
    topic: list[str] | None,
    unit: str | None,
    *bounds: str | None,
) -> Choice:
    """Choose facts by words, section and topic, and read what else is asked for.

    Takes the options as given, last --since, --until, --min and --max.
    """
    wanted = _wanted(*bounds)
    words = words_of(query)
    library = options.library_from(facts)
    found = library.choose(
        words,
        sections=library.section_names(section or ()),
        topics=library.topic_names(topic or ()),
    )
    if unit is not None:
        wanted = wanted._replace(unit=find_unit(unit, figures_of(library.facts)))
    return Choice(library, words, found, wanted)


def _wanted(since: str | None, until: str | None, least: str | None, most: str | None) -> Wanted:
    """Read the bounds that the options give; UsageError for what is no date or number.

    The unit is not among them: what it is called depends on the base.
    """
    found = Wanted(
        time=window(since, until),
        least=None if least is None else read_value(least, "--min"),
        most=None if most is None else read_value(most, "--max"),
    )
    if found.least is not None and found.most is not None and found.least > found.most:
        raise UsageError(f"--min {least} is more than --max {most}", remedy="exchange the two")
    return found


def left_out(count: int, kind: str) -> list[str]:
    """Return a line on what was left out since its period has no year; none if nothing was."""
    if not count:
        return []
    verb = "has" if count == 1 else "have"
    return [f"Left out: {counted(count, kind)} that {verb} no year."]


def nothing_found(
    among: Choice,
    section: list[str] | None,
    kind: str,
    hints: Sequence[str],
    reply: Reply,
    fields: Sequence[str],
) -> NoReturn:
    """Answer with nothing, say where it was looked for and why, and end with 1."""
    from wp.show.nothing_found import by_choice

    if reply.form not in ("table", "svg", "html"):
        reply.give(fields, list, str, among.library)
    library, words, facts, _ = among
    sections = library.section_names(section or ())
    tell(by_choice(library, words, sections, len(facts), kind, hints))
    end(NOT_FOUND)
