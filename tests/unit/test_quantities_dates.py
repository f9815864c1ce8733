"""Printed dates and spans, as precise as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.quantities.numbered_dates import with_order
from wp.quantities.read import dates

# text, start, end, why; the whole text is the mention
WHOLE = [
    ("March 2013", "2013-03", "2013-03", "a month"),
    ("In 2016", "2016", "2016", "a year"),
    ("mid-October 2017", "2017-10", "2017-10", "as precise as the month"),
    ("From 1990 to August 2017", "1990", "2017-08", "ends of different precision"),
    ("From the beginning of 2014 to August 2017", "2014", "2017-08", "a part of the year"),
    ("from October 1949 to June 2012", "1949-10", "2012-06", "months"),
    ("from the founding of the PRC in October 1949 to June 2012", "1949-10", "2012-06",
     "the opening 'from' stands before an event"),
    ("from March to August 2017", "2017-03", "2017-08", "the year is printed once"),
    ("from 15 to 17 December 2017", "2017-12-15", "2017-12-17", "days of one month"),
    ("Between 2013 and 2016", "2013", "2016", "between"),
    ("Since 2013", "2013", None, "open end"),
    ("from 2013 onwards", "2013", None, "open end"),
    ("By 2016", None, "2016", "open beginning"),
    ("By the end of 2020", None, "2020", "a part of the year"),
    ("as of June 2017", None, "2017-06", "two words"),
    ("15 December 2017", "2017-12-15", "2017-12-15", "day first"),
    ("15th of December, 2017", "2017-12-15", "2017-12-15", "ordinal day"),
    ("20th day of November 1989", "1989-11-20", "1989-11-20", "as treaties close"),
    ("December 15, 2017", "2017-12-15", "2017-12-15", "month first"),
    ("Dec. 15, 2017", "2017-12-15", "2017-12-15", "short month"),
    ("December 15-17, 2017", "2017-12-15", "2017-12-17", "days"),
    ("2017-12-15", "2017-12-15", "2017-12-15", "ISO 8601"),
    ("15.12.2017", "2017-12-15", "2017-12-15", "full stops"),
    ("04/05/2017", "2017", "2017", "April or May, by country: only the year is sure"),
    ("05/05/2017", "2017-05-05", "2017-05-05", "one day in either order"),
    ("05-05-2017", "2017-05-05", "2017-05-05", "likewise, and no telephone number"),
    ("02-02-2020 - 03-03-2020", "2020-02-02", "2020-03-03", "a span of such days"),
    ("11-2016", "2016-11", "2016-11", "month and year tied by a hyphen"),
    ("2016H2", "2016-07", "2016-12", "a half written onto its year"),
    ("2016Q3", "2016-07", "2016-09", "and a quarter"),
    ("2016 june", "2016-06", "2016-06", "a small letter"),
    ("2016, third quarter", "2016-07", "2016-09", "as tables are headed"),
    ("from 1 February to March 2019", "2019-02-01", "2019-03", "the year is printed with a month"),
    ("November–February 2017", "2016-11", "2017-02", "months over the New Year"),
    ("before or in 2018", None, "2018", "a limit of two prepositions"),
    ("on or later than 1 May 2020", "2020-05-01", None, "likewise, to the other side"),
    ("earlier than 2018", None, "2018", "a limit told by comparison"),
    ("2012 or after", "2012", None, "told behind the year"),
    ("2012 onwards", "2012", None, "likewise, without from"),
    ("at the end of 2033", "2033-12-31", "2033-12-31", "what is counted then is of the last day"),
    ("at the close of June 2033", "2033-06-30", "2033-06-30", "also of a month"),
    ("on the last day of February 2032", "2032-02-29", "2032-02-29", "likewise, in full"),
    ("4th qtr of 2018", "2018-10", "2018-12", "a quarter cut short"),
    ("end-2033", "2033-12-31", "2033-12-31", "as banks print it"),
    ("at year-end 2033", "2033-12-31", "2033-12-31", "likewise"),
    ("since the end of 1989", "1989-12-31", None, "not since its beginning"),
    ("from the end of 2016 to 2020", "2016-12-31", "2020", "likewise in a span"),
    ("at the end of fiscal year 2033", "2033", "2033", "which day that is no one says"),
    ("2017-12", "2017-12", "2017-12", "ISO month"),
    ("2009-10", "2009", "2010", "a pair of years"),
    ("2016/17", "2016", "2017", "a pair of years"),
    ("2017-2018", "2017", "2018", "years"),
    ("the 1990s", "1990", "1999", "decade"),
    ("the 1990 s", "1990", "1999", "a blank where the apostrophe stood"),
    ("first half of 2017", "2017-01", "2017-06", "half"),
    ("In the third quarter of 2017", "2017-07", "2017-09", "quarter"),
    ("the first and second quarters of 2017", "2017-01", "2017-06", "quarters in a row"),
    ("the first three quarters of 2017", "2017-01", "2017-09", "quarters"),
    ("FY2016", "2016", "2016", "financial year"),
    ("since the 18th National Congress", None, None, "told by an event"),
    ("since the founding of the PRC in 1949", "1949", None, "an event with its date"),
    ("15 December", None, None, "a day without a year"),
    ("H1 2020", "2020-01", "2020-06", "a half in letters, as quarters are"),
    ("In H2 2020", "2020-07", "2020-12", "the second half"),
    ("no later than the end of June 2022", None, "2022-06", "a limit of three words"),
    ("not later than 1 March 2046", None, "2046-03-01", "as treaties set it"),
    ("not earlier than 2025", "2025", None, "a limit to the other side"),
    ("on or before 1 May 2020", None, "2020-05-01", "as statutes set it"),
    ("on or after 1 May 2020", "2020-05-01", None, "likewise"),
    ("2014-6-3", "2014-06-03", "2014-06-03", "digits without noughts"),
    ("2014.6.3", "2014-06-03", "2014-06-03", "year first with full stops"),
    ("June 3rd of 2014", "2014-06-03", "2014-06-03", "the year behind 'of'"),
    ("3 June in 2014", "2014-06-03", "2014-06-03", "likewise"),
    ("the third of June 2014", "2014-06-03", "2014-06-03", "a day in words"),
    ("third day of June 2014", "2014-06-03", "2014-06-03", "as treaties close"),
    ("June twenty-first, 2014", "2014-06-21", "2014-06-21", "a day of two words"),
    ("03-Jun-2014", "2014-06-03", "2014-06-03", "tied by hyphens"),
    ("3/Jun/2014", "2014-06-03", "2014-06-03", "tied by strokes"),
    ("Jun-2014", "2014-06", "2014-06", "a month, likewise"),
    ("2014 June", "2014-06", "2014-06", "the year first"),
    ("2014/06", "2014-06", "2014-06", "no pair of years"),
    ("01/2017", "2017-01", "2017-01", "a month in digits"),
    ("5-6-2014", "2014", "2014", "May or June, by country, as with strokes"),
    ("3rd quarter of 2013", "2013-07", "2013-09", "a quarter in digits"),
    ("2013 Q3", "2013-07", "2013-09", "the year first"),
    ("3Q 2013", "2013-07", "2013-09", "as banks print it"),
    ("Q3-2013", "2013-07", "2013-09", "tied by a hyphen"),
    ("q3 of 2013", "2013-07", "2013-09", "a small letter, tied by of"),
    ("2013-q3", "2013-07", "2013-09", "the year first, tied by a hyphen"),
    ("from Q1 of 2017 to Q3 of 2018", "2017-01", "2018-09", "quarters that span"),
    ("the first six months of 2017", "2017-01", "2017-06", "months counted from the year's start"),
    ("last 4 months of 2017", "2017-09", "2017-12", "and to its end"),
    ("2014~2018", "2014", "2018", "tied by a tilde"),
    ("Dec/2018", "2018-12", "2018-12", "month and year tied by a stroke"),
    ("2019-Aug-01", "2019-08-01", "2019-08-01", "a month's name between digits"),
    ("Sep-23-2020", "2020-09-23", "2020-09-23", "month first, tied by hyphens"),
    ("June the 28th 2020", "2020-06-28", "2020-06-28", "the day with its article"),
    ("fourth of July of 1995", "1995-07-04", "1995-07-04", "of stands twice"),
    ("from April in 2016 to June in 2017", "2016-04", "2017-06", "in before the year"),
    ("October nineteen forty-nine", "1949-10", "1949-10", "the year in words"),
    ("third day of June, two thousand and fourteen", "2014-06-03", "2014-06-03",
     "as treaties close, the year in words"),
    ("June the twenty-first, nineteen hundred and seventy-eight", "1978-06-21", "1978-06-21",
     "likewise, the month first"),
    ("3 June one thousand nine hundred and ninety-four", "1994-06-03", "1994-06-03", "in full"),
    ("the year two thousand and fifteen", "2015", "2015", "told to be a year"),
    ("later than 2018", "2018", None, "open end"),
    ("2016 and later", "2016", None, "open end"),
    ("between Jan 2019 and now", "2019-01", None, "still open"),
    ("2014 H1", "2014-01", "2014-06", "a half, the year first"),
    ("in the third quarter (2013)", "2013-07", "2013-09", "the year in brackets"),
    ("September quarter of 2013", "2013-07", "2013-09", "a quarter by its last month"),
    ("from 20 May to 3 June 2014", "2014-05-20", "2014-06-03", "the year printed once"),
    ("20 May–3 June 2014", "2014-05-20", "2014-06-03", "likewise, with a dash"),
    ("May 20 to June 3, 2014", "2014-05-20", "2014-06-03", "likewise, month first"),
    ("20 December to 3 January 2015", "2014-12-20", "2015-01-03", "over the New Year"),
    ("from May to June of 2014", "2014-05", "2014-06", "months"),
    ("In FY2026-27", "2026", "2027", "a financial year of two"),
    ("29 February 2016", "2016-02-29", "2016-02-29", "a leap year"),
    ("since its start in 2018", "2018", None, "what starts in a year goes on from it"),
    ("since the start of 2018", "2018", None, "a part of the year is no event"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "start", "end", "why"), WHOLE)
def test_period_of_a_mention(text: str, start: str | None, end: str | None, why: str) -> None:
    found = dates(text)
    assert [item.text for item in found] == [text], why
    assert (found[0].period.text, found[0].period.start, found[0].period.end) == (text, start, end)


YEARS = [
    ("According to a 2016 survey", ["2016"], "before a noun"),
    ("the 2016 elections", ["2016"], "before a dated plural"),
    ("2000 people", [], "counted"),
    ("2000 Chinese peacekeepers", [], "counted, an adjective between"),
    ("more than 2000", [], "qualified"),
    ("1500 km", [], "measured"),
    ("2,016", [], "years have no comma"),
    ("$2016", [], "money"),
    ("fell by 2000 to 1500", [], "amounts"),
    ("3 per cent below 2019 levels", ["2019"], "what a level is that of"),
    ("rose by 3 percent over 2019", ["2019"], "what a difference is reckoned from"),
    ("by 2000 people", [], "counted in spite of the preposition"),
    ("resolution 1325 and Agenda 2030", [], "numbers of documents"),
    ("in 1215", ["in 1215"], "an old year needs a preposition"),
    ("In 2013 and 2016", ["In 2013", "2016"], "two years"),
    ("rose from 81 percent in 2013 to 92.9 percent in 2016", ["in 2013", "in 2016"], "no span"),
    ("In 2016 China had signed 19 treaties", ["In 2016"], "no comma after the year"),
    ("he may go in march", [], "months that are also words"),
    ("the last of months, the first 120 months", [], "no number of months, and more than a year"),
    ("From 2013 to 2016 requests rose", ["From 2013 to 2016"], "a span before a plural"),
    ("between 2013 and 2016 requests rose", ["between 2013 and 2016"], "likewise"),
    (
        "on 30 February 2014, 31/04/2014, 2014-02-30",
        [],
        "no day, and no year alone",
    ),
    ("In 2014 May resigned", ["In 2014"], "a month's name that is also a word"),
    ("Regulation 06/2014, No. 11-2016, GB 11-2016", [], "the number of an act, of a standard"),
    (
        "in June two thousand people and in May two thousand and twelve ships left",
        [],
        "counted behind a month",
    ),
    ("2015-3, 2015-1-32, 32-2015", [], "no year out of what is no date"),
    ("between 1990 and 2016, June was warm", ["between 1990 and 2016"], "a month of its own"),
    ("before 2010 or after 2018", ["before 2010", "after 2018"], "two bounds"),
    ("the Companies Act 1990 s 12", ["1990"], "a section"),
    ("about 2016 Q3", ["2016 Q3"], "a quarter's year, whatever qualifies it"),
    ("In 2016, the first half of 2015 was", ["In 2016", "the first half of 2015"], "its own year"),
    ("rose from 2013 to 2016 requests", ["from 2013"], "risen to an amount"),
    ("from 1900 to 2000 people", ["from 1900"], "counted"),
    ("from 2016 to 2013 requests", ["from 2016"], "no span runs backwards"),
]


@pytest.mark.parametrize(("text", "expected", "why"), YEARS)
def test_years_are_told_from_counts(text: str, expected: list[str], why: str) -> None:
    assert [item.text for item in dates(text)] == expected, why


# text, mention, start, end, why: what a stretch of time runs to closes it
STRETCHES = [
    ("the twelve months to 31 March 2022", "to 31 March 2022", "2021-04-01", "2022-03-31",
     "whole months end where a month does"),
    ("12 months ended 15 June 2021", "ended 15 June 2021", "2020-06-16", "2021-06-15", "by days"),
    ("in the year to 30 June 2021", "to 30 June 2021", "2020-07-01", "2021-06-30", "a year"),
    ("the financial year ending 31 March 2022", "ending 31 March 2022", "2021-04-01",
     "2022-03-31", "as accounts are headed"),
    ("the three months to September 2024", "to September 2024", "2024-07", "2024-09",
     "as precise as printed"),
    ("the quarter to March 2021", "to March 2021", "2021-01", "2021-03", "over no New Year"),
    ("the year to 29 February 2020", "to 29 February 2020", "2019-03-01", "2020-02-29",
     "a leap year's last day of February"),
    ("six months to 31 December 2020", "to 31 December 2020", "2020-07-01", "2020-12-31",
     "number words"),
    ("the five years to 2022", "to 2022", "2018", "2022", "years"),
    ("two weeks to 31 March 2022", "31 March 2022", "2022-03-31", "2022-03-31", "not reckoned"),
    ("for two years ending in 2020", "in 2020", "2020", "2020", "not reckoned"),
    ("in many years to 2022", "2022", "2022", "2022", "how many is not said"),
    ("in the year 2010 to 2012", "in the year 2010 to 2012", "2010", "2012", "a span of years"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "start", "end", "why"), STRETCHES)
def test_what_a_stretch_of_time_runs_to(
    text: str, mention: str, start: str, end: str, why: str
) -> None:
    (found,) = dates(text)
    assert found.text == mention, why
    assert (found.period.start, found.period.end) == (start, end), why


# what else its document has, the day of "3/4/2024" there, why
ORDERS = [
    ("The last meeting was on 12/31/2023.", "2024-03-04", "a day above 12 stands second"),
    ("The last meeting was on 31/12/2023.", "2024-04-03", "a day above 12 stands first"),
    ("Filed 31-12-2023.", "2024-04-03", "tied by hyphens"),
    ("It is of March 4, 2024.", "2024-03-04", "the same day in words"),
    ("It is of 3rd April 2024.", "2024-04-03", "the same day in words"),
    ("The last meeting was on 1/2/2024.", "2024", "no day above 12"),
    ("The next is on April 16, 2024.", "2024", "as in Canada, where either order is used"),
    ("The fee is $40 in the United States.", "2024", "no currency or country proves an order"),
    ("Dues of 12/31/2023 and of 31/12/2023.", "2024", "both orders"),
    ("March 4, 2024 and April 3, 2024.", "2024", "either day in words"),
    ("Form 12/15/2 and 12/15/20231.", "2024", "no dates"),
]


@pytest.mark.parametrize(("rest", "day", "why"), ORDERS, ids=[case[2] for case in ORDERS])
def test_a_document_tells_the_order_of_day_and_month(rest: str, day: str, why: str) -> None:
    language = with_order("en-US", f"The Board met on 3/4/2024. {rest}")
    (found,) = dates("The Board met on 3/4/2024.", language=language)
    assert found.period.end == day, why


SHARED = [
    ("from 9.6 million in the second quarter to 7.1 million in the third quarter of 2032",
     ["2032-04", "2032-07"], "quarters"),
    ("rose from 5.1% in November to 5.6% in March 2032", ["2031-11", "2032-03"], "over New Year"),
    ("fell from 12 in the first half to 9 in the second half of 2032", ["2032-01", "2032-07"],
     "halves"),
    ("It fell in March, to 5.6 percent in June 2032", ["2032-06"], "not over a comma"),
    ("In March we went to Rome. In June 2032 we left", ["2032-06"], "nor over a sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "starts", "why"), SHARED)
def test_a_year_that_only_the_second_of_two_times_prints(
    text: str, starts: list[str], why: str
) -> None:
    assert [item.period.start for item in dates(text)] == starts, why


def test_what_is_near_the_end_of_a_year_is_not_its_last_day() -> None:
    assert [item.period.start for item in dates("It rose towards the end of 2033.")] == ["2033"]


def test_events_can_be_left_out() -> None:
    assert dates("since the 18th National Congress", events=False) == []


WORD_LINE = (
    "from since in by the early mid end of March December 2013 2016 15 15th 1990 s - to and , "
    "between first half quarter Congress founding until people % 1.2 no later than H1 start its "
    "twelve months year ended"
)
WORDS = st.sampled_from(WORD_LINE.split())


@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text())
def test_offsets_give_the_text(text: str) -> None:
    last = 0
    for found in dates(text):
        assert found.text == text[found.start : found.end] == found.period.text
        assert last <= found.start < found.end
        last = found.end
