"""Figures and dates of German, French, Spanish and Chinese text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.quantities.read import dates, quantities, quantities_and_dates, unread

# language, text, [(text, value, unit)], why
FIGURES = [
    ("de", "1.234,5 Tonnen und 12,7 %",
     [("1.234,5 Tonnen", 1234.5, "tons"), ("12,7 %", 12.7, "percent")], "point and comma"),
    ("de", "12.500 Boote", [("12.500", 12500, None)], "thousands, no decimals"),
    ("de", "1,392 Millionen und 2,4 Mrd. Euro",
     [("1,392 Millionen", 1_392_000, None), ("2,4 Mrd. Euro", 2_400_000_000, "EUR")], "scales"),
    ("de", "3 Billionen Euro", [("3 Billionen Euro", 3 * 10**12, "EUR")], "no English billion"),
    ("de", "zwölf Boote, zweiundzwanzig Länder, eine Million Euro, ein Boot",
     [("zwölf", 12, None), ("zweiundzwanzig", 22, None), ("eine Million Euro", 1_000_000, "EUR")],
     "words; an article is none"),
    ("de", "5 bis 10 Millionen Tonnen",
     [("5", 5_000_000, "tons"), ("10 Millionen Tonnen", 10_000_000, "tons")], "a range"),
    ("de", "mehr als 440 Menschen", [("mehr als 440", 440, None)], "a qualifier"),
    ("de", "die 3. Sitzung, Artikel 12, § 5, G20", [], "an ordinal, references and a name"),
    ("de-AT", "12,5 Prozent", [("12,5 Prozent", 12.5, "percent")], "a region of the language"),
    ("fr", "1 234,5 tonnes, 3 000 bateaux et 12.500 marins",
     [("1 234,5 tonnes", 1234.5, "tons"), ("3 000", 3000, None), ("12.500", 12500, None)],
     "thousands parted by spaces or points"),
    ("fr", "2,4 milliards d'euros, un million de tonnes",
     [("2,4 milliards d'euros", 2_400_000_000, "EUR"), ("un million de tonnes", 10**6, "tons")],
     "what links a scale to its unit"),
    ("fr", "vingt-deux pays et neuf bateaux", [("vingt-deux", 22, None)], "'neuf' is also new"),
    ("fr", "34 voix contre 5. La flotte", [("34", 34, None), ("5", 5, None)], "no ordinal"),
    ("fr", "l'article 12, le 3e jour", [], "a reference and an ordinal"),
    ("es", "34.900 personas, 18.998.400 y 2,5 por ciento",
     [("34.900", 34_900, None), ("18.998.400", 18_998_400, None),
      ("2,5 por ciento", 2.5, "percent")], "point and comma"),
    ("es", "12 mil millones de euros", [("12 mil millones de euros", 12 * 10**9, "EUR")],
     "no million"),
    ("es", "más de treinta y dos países", [("más de treinta y dos", 32, None)], "words of three"),
    ("zh", "国内生产总值82.7万亿元,增长6.9%", [("82.7万亿元", 827 * 10**11, "RMB"),
     ("6.9%", 6.9, "percent")], "scales of ten thousand"),
    ("zh", "超过1.3亿人,1,178件,约5000万美元",
     [("超过1.3亿", 130_000_000, None), ("1,178", 1178, None),
      ("约5000万美元", 50_000_000, "USD")], "qualifiers and commas"),
    ("zh", "百分之五,三百二十个,一亿五千万人",
     [("百分之五", 5, "percent"), ("三百二十", 320, None), ("一亿五千万", 150_000_000, None)],
     "numerals in characters"),
    ("zh", "第十二条,十二五规划,一些,十分,统一", [], "numerals in names and words"),
    ("nl", "ten minste 10 leden en 12.500 boten", [], "a language that is not read"),
    ("en", "12.500 boats", [("12.500", 12.5, None)], "English stays English"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "why"), FIGURES)
def test_figures(
    language: str, text: str, expected: list[tuple[str, float, str | None]], why: str
) -> None:
    found = quantities(text, language=language)
    assert [(item.text, item.value, item.unit) for item in found] == expected, why


# language, text, [(text, start, end)], why
DATES = [
    ("de", "Am 16. Januar 2030", [("Am 16. Januar 2030", "2030-01-16", "2030-01-16")], "a day"),
    ("de", "Seit 2013, im Jahr 2020, mehr als 2019.",
     [("Seit 2013", "2013", None), ("im Jahr 2020", "2020", "2020"), ("2019", "2019", "2019")],
     "years"),
    ("de", "von 2013 bis 2016", [("von 2013 bis 2016", "2013", "2016")], "a span"),
    ("de", "15.12.2017", [("15.12.2017", "2017-12-15", "2017-12-15")], "in digits"),
    ("de", "2000 Menschen, 30. Februar 2030", [], "a count, and no day"),
    ("fr", "le 14 janvier 2030, 1er mai 2020",
     [("le 14 janvier 2030", "2030-01-14", "2030-01-14"),
      ("1er mai 2020", "2020-05-01", "2020-05-01")], "days"),
    ("fr", "de 2013 à 2016", [("de 2013 à 2016", "2013", "2016")], "a span"),
    ("fr", "04/05/2017", [("04/05/2017", "2017-05-04", "2017-05-04")], "day first, surely"),
    ("es", "el 14 de enero de 2030", [("el 14 de enero de 2030", "2030-01-14", "2030-01-14")],
     "a day"),
    ("es", "tercer trimestre de 2017", [("tercer trimestre de 2017", "2017-07", "2017-09")],
     "a quarter"),
    ("zh", "2030年1月14日", [("2030年1月14日", "2030-01-14", "2030-01-14")], "a day"),
    ("zh", "2016年12月以来", [("2016年12月以来", "2016-12", None)], "an open end"),
    ("zh", "二〇一七年", [("二〇一七年", "2017", "2017")], "a year in characters"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "why"), DATES)
def test_dates(
    language: str, text: str, expected: list[tuple[str, str | None, str | None]], why: str
) -> None:
    found = dates(text, language=language)
    assert [(item.text, item.period.start, item.period.end) for item in found] == expected, why


# A wrong figure is worse than none.
UNREAD = [
    ("de", "12.5 Euro und 1.234.5", ["12.5", "1.234.5"], "English decimals"),
    ("es", "12,500 personas", ["12,500"], "12.5 in Madrid, 12,500 in Mexico"),
    ("fr", "deux cents bateaux", ["deux"], "no two"),
    ("fr", "12 45 768 234 12", ["12", "45 768 234", "12"], "a row of cells"),
    ("zh", "2030年2月30日", ["2030年2月30日"], "no day"),
]


@pytest.mark.parametrize(("language", "text", "expected", "why"), UNREAD)
def test_what_is_not_sure_is_not_read(
    language: str, text: str, expected: list[str], why: str
) -> None:
    assert [item.text for item in unread(text, language)] == expected, why
    assert quantities(text, language=language) == []


WORD_LINE = (
    "1 12 2016 . , % € de und y bis à Millionen millones milliards mil 3. mai Mai enero zwölf "
    "vingt-deux 年 月 日 1月 万亿 百分之 五 十 plus seit"
)
PIECES = st.lists(st.sampled_from([*WORD_LINE.split(), " "]), max_size=12).map("".join)


@given(PIECES | st.text(), st.sampled_from(["de", "fr", "es", "zh", "nl"]))
def test_offsets_give_the_text(text: str, language: str) -> None:
    found = quantities_and_dates(text, language=language)
    for item in found.quantities:
        assert text[item.start : item.end] == item.text
        assert item.start <= item.number_start < item.number_end <= item.end
    assert all(text[item.start : item.end] == item.text for item in found.dates)
    assert all(text[item.start : item.end] == item.text for item in found.unread)


@pytest.mark.parametrize("language", ["de", "fr", "es", "zh"])
@pytest.mark.parametrize("piece", ["1.", "1 ", "12 mai ", "plus de ", "五", "1,000", "2016 bis "])
def test_a_long_hostile_text_is_read_to_its_end(piece: str, language: str) -> None:
    quantities(piece * (8_000 // len(piece)), language=language)
