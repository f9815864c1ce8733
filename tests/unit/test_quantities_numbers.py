"""Printed numbers: their values, units, qualifiers and places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.quantities import format_value
from wp.quantities.read import number_value, number_values, quantities, unread
from wp.quantities.units import CURRENCY_CODES, convert, unit_of

# text, value, why it is here
VALUES = [
    ("more than 440", 440, "a qualifier is no part of the value"),
    ("RMB9.5 billion", 9_500_000_000, "currency code written onto the digits"),
    ("1.3 billion", 1_300_000_000, "a decimal with a scale is a whole number"),
    ("89 million", 89_000_000, "scale word"),
    ("92.9 percent", 92.9, "the float nearest to what is printed"),
    ("1,178", 1178, "thousands comma"),
    ("8 000", 8000, "no-break space between groups"),
    ("1 178", 1178, "plain space between groups"),
    ("3,14", None, "a comma is never a decimal mark in English"),
    ("1,00,000", 100_000, "Indian grouping"),
    ("5 lakh crore", 5_000_000_000_000, "Indian scales follow one another"),
    ("three lakh crore", 3_000_000_000_000, "also in words"),
    ("10 tln", 10_000_000_000_000, "a short form of trillion"),
    ("$1mil", 1_000_000, "million, of money only"),
    (".001 per cent", 0.001, "noughts behind a point make no code"),
    ("-4/5 of it", -0.8, "the sign of a fraction"),
    ("1.3e6", 1_300_000, "a power of ten as computers print it"),
    ("12.32e+14", 1_232_000_000_000_000, "with a sign"),
    ("sub-300", 300, "written onto a word that bounds it"),
    ("minus-5", -5, "written onto its sign"),
    ("3 dozens", 36, "dozens are counted"),
    ("five dozens", 60, "also in words"),
    ("twenty-three fifths", 4.6, "more than a whole"),
    ("one hundredth", 0.01, "a fraction of a scale"),
    ("three and one fourth", 3.25, "one of a fraction is no ordinal"),
    ("two million and one half", 2_500_000, "a part behind a scale is the scale's"),
    ("one billion and a half million", 1_000_500_000, "or the next scale's"),
    ("a billion and three hundred million", 1_300_000_000, "scales tied by and"),
    ("one million, five hundred and thirty-seven thousand", 1_537_000, "scales tied by a comma"),
    ("1.3bn", 1_300_000_000, "scale letters on the digits"),
    ("89m", 89_000_000, "million, not meters, when written onto the digits"),
    ("8k", 8000, "thousand"),
    ("8K", 8000, "thousand, capital"),
    ("-5", -5, "a sign at the start"),
    (".5", 0.5, "no nought before the point"),
    ("1½", 1.5, "fraction glyph"),
    ("Ten", 10, "capital at the start of a sentence"),
    ("one", 1, "the word alone is a number here, if not in a sentence"),
    ("sixty thousand", 60_000, "words"),
    ("a hundred and twenty", 120, "article and 'and' inside a number"),
    ("one hundred and twenty-five thousand three hundred and one", 125_301, "long words"),
    ("two and a half million", 2_500_000, "half before the scale"),
    ("half a million", 500_000, "half of a scale"),
    ("a million and a half", 1_500_000, "half after the scale"),
    ("a dozen", 12, "dozen"),
    ("three dozen thousand", 36_000, "dozens of thousands"),
    ("two-thirds", 2 / 3, "a fraction"),
    ("half", 0.5, "a fraction of one word"),
    ("a fifth", 0.2, "a cell's, though an ordinal in a sentence"),
    ("nearly a fifth", 0.2, "likewise, qualified"),
    ("three and a fifth", 3.2, "a part at the end"),
    ("two and a third percent", 7 / 3, "a part before a unit"),
    ("2  1/4", 2.25, "two blanks in between"),
    ("3 million and a quarter", 3_250_000, "a part behind digits and their scale"),
    ("4 thousand 3 hundred and 21", 4_321, "digits with each of their scales"),
    ("two out of five hundred", 0.004, "a whole of hundreds"),
    ("1 in 500", 0.002, "likewise, of one"),
    ("70th", 70, "ordinal in digits"),
    ("seventieth", 70, "ordinal in words"),
    ("twenty-first", 21, "compound ordinal"),
    ("third", 3, "an ordinal, not a fraction, when alone"),
    ("second-round", 2, "an ordinal before a hyphen"),
    ("thirty (30)", 30, "treaties repeat numbers in brackets"),
    ("30-40", None, "a range is two numbers"),
    ("twice", 2, "a multiplicative adverb"),
    ("threefold", 3, "a multiplicative of one word"),
    ("2.5-fold", 2.5, "and of two"),
    ("one in five", 0.2, "a share"),
    ("nine out of ten", 0.9, "a share"),
    ("4-1/2", 4.5, "a mixed fraction"),
    ("4 3/4", 4.75, "a mixed fraction"),
    ("1/2", 0.5, "a fraction that stands alone"),
    ("38.4 per 100,000", 38.4, "what a rate is given for is no second number"),
    ("4 x 10^5", 400_000, "a power of ten behind a number"),
    ("4 × 10⁻³", 0.004, "a raised power, negative"),
    ("10^6", 1_000_000, "a power of ten alone"),
    ("10⁶", 1_000_000, "likewise, raised"),
    ("minus 3 per cent", -3, "a sign in words"),
    ("minus three", -3, "likewise, before a word"),
    ("(1,250) thousand", -1_250_000, "accounts print what is lost in brackets"),
    ("45 m rupees", 45_000_000, "million, not meters, before money"),
    ("£45 m", 45_000_000, "likewise, behind its sign"),
    ("one vessel in every five", 0.2, "a share with what is shared"),
    ("by a quarter", 0.25, "by how much"),
    ("minus €3 million", -3_000_000, "a sign before the currency"),
    ("-€3 million", -3_000_000, "likewise"),
    ("-5 and more", -5, "a sign and no currency"),
    ("a quarter of a million", 250_000, "a part of a scale"),
    ("half million", 500_000, "likewise, without an article"),
    ("quarter million", 250_000, "likewise"),
    ("three quarters of a million", 750_000, "likewise, several parts"),
    ("40 lakhs", 4_000_000, "a scale in the plural"),
    ("Rs 250 crores", 2_500_000_000, "likewise, behind money"),
    ("7 billions", 7_000_000_000, "likewise"),
    ("$A90 million", 90_000_000, "the sign before the letter"),
    ("R90 million", 90_000_000, "a letter that is money before a scale only"),
    ("XY90 million", 90_000_000, "letters that are not known are money there too"),
    ("18,4 million", None, "no scale without its digits"),
    ("$6 B", 6_000_000_000, "a scale letter behind money"),
    ("US$ 4MM", 4_000_000, "bankers' million"),
    ("$3.4T", 3_400_000_000_000, "trillion, behind money"),
    ("40 USD million", 40_000_000, "the code between digits and scale"),
    ("31 MUSD", 31_000_000, "the scale on the code"),
    ("7⅔", 7 + 2 / 3, "any fraction glyph"),
    ("3⅓ million", 10_000_000 / 3, "a fraction of no decimal end, with its scale"),
    ("3 and two thirds million", 11_000_000 / 3, "likewise in words"),
    ("3⁄4", 0.75, "a fraction slash"),
    ("1/50 of homes", 0.02, "a fraction with any denominator before 'of'"),
    ("one hundred and three quarters", 100.75, "a mixed number in words, no 103"),
    ("five and a quarter", 5.25, "likewise"),
    ("two and three eighths", 2.375, "likewise"),
    ("four point two percent", 4.2, "a decimal in words"),
    ("negative five", -5, "a sign in words"),
    ("3.5×10−3", 0.0035, "a power printed with a true minus"),
    ("62,5", None, "no decimal comma"),
    ("50±1", None, "a number with its error is not read in part"),
    ("0142", None, "a code, not a number"),
    ("G20", None, "glued in a name"),
    ("", None, "nothing"),
    ("9" * 5000, None, "too long to be a quantity"),
]


@pytest.mark.parametrize(("text", "value", "why"), VALUES)
def test_one_printed_number_has_one_value(text: str, value: float | None, why: str) -> None:
    assert number_value(text) == value, why
    assert type(number_value(text)) is type(value), why


RANGES = [
    ("5-10 million tons", (5_000_000, 10_000_000), "scale and unit stand at the end"),
    ("between 5 and 10 percent", (5, 10), "in words"),
    ("two to three years", (2, 3), "number words"),
    ("1 200 to 1 500 seafarers", (1200, 1500), "groups with spaces"),
    ("more than 440", (440,), "one number is its own range"),
    ("$20 to $25 billion", (20 * 10**9, 25 * 10**9), "the second sign hides no scale"),
    ("£3-£4 million", (3_000_000, 4_000_000), "likewise, with a hyphen"),
    ("six to seven million", (6_000_000, 7_000_000), "words share a scale as digits do"),
    ("six to seven hundred thousand", (600_000, 700_000), "likewise, two words of it"),
    ("one to two years", (1, 2), "'one' that opens a range counts"),
    ("5 men and 10 women", (), "two counts"),
    ("5 tons to 10 tons", (), "each end is printed whole, and a figure of its own"),
    ("(286)", (-286,), "in brackets, as accounts write what is below nought"),
    ("no number", (), "nothing"),
]


@pytest.mark.parametrize(("text", "values", "why"), RANGES)
def test_a_range_has_the_values_of_its_ends(text: str, values: tuple[float, ...], why: str) -> None:
    assert number_values(text) == values, why


# sentence, [(text, value, unit, qualifier)], why
SENTENCES = [
    (
        "a 37m (121ft)-long ship and 3923sq m", [
            ("37m", 37, "meters", None), ("121ft", 121, "feet", None),
            ("3923sq m", 3923, "square meters", None),
        ], "meters that feet repeat; a unit of two words written onto the digits",
    ),
    (
        "a 30Mbps plan at 118.5p or RM3.06mil (PS21,700)", [
            ("30Mbps", 30, "megabits per second", None), ("118.5p", 118.5, "pence", None),
            ("RM3.06mil", 3_060_000, "MYR", None), ("PS21,700", 21_700, "PS", None),
        ], "units of four letters, pence with decimals, letters before groups of digits",
    ),
    (
        "sub-300 sq m offices, minus-5 yards", [
            ("sub-300 sq m", 300, "square meters", "sub"), ("minus-5 yards", -5, "yards", None),
        ], "a bound and a sign written onto the digits",
    ),
    (
        "The FTSE 100 rose; iPhone 14 Pro sales; UK 12, USA 9; the UN 24 missions", [
            ("12", 12, None, None), ("9", 9, None, None), ("24", 24, None, None),
        ], "indexes and models are names, values behind names are not",
    ),
    ("from Sept. 20-24 and Oct. 18-22", [], "days of a month without a year"),
    ("more than sixty thousand people", [("more than sixty thousand", 60000, None, "more than")],
     "what is counted stays outside"),
    ("no fewer than twelve", [("no fewer than twelve", 12, None, "no fewer than")], "three words"),
    ("12 or more people", [("12 or more", 12, None, "or more")], "qualifier after the number"),
    ("12+ countries", [("12+", 12, None, "+")], "plus sign"),
    ("81%, 81 per cent and ten percent",
     [("81%", 81, "percent", None), ("81 per cent", 81, "percent", None),
      ("ten percent", 10, "percent", None)], "three ways to print percent"),
    ("worth $1,234.5 million", [("$1,234.5 million", 1_234_500_000, "USD", None)], "money"),
    ("US$ 1.3bn", [("US$ 1.3bn", 1_300_000_000, "USD", None)], "space after the sign"),
    ("NOK 500 million, SEK5 bn and 20 DKK",
     [("NOK 500 million", 500_000_000, "NOK", None), ("SEK5 bn", 5_000_000_000, "SEK", None),
      ("20 DKK", 20, "DKK", None)], "currency codes"),
    ("I try 5, Hong Kong SAR 20 and TRY 5 million",
     [("5", 5, None, None), ("20", 20, None, None), ("TRY 5 million", 5_000_000, "TRY", None)],
     "words and other short forms are no codes"),
    ("€3.5 million, £20", [("€3.5 million", 3_500_000, "EUR", None), ("£20", 20, "GBP", None)],
     "other signs"),
    ("9.5 billion yuan", [("9.5 billion yuan", 9_500_000_000, "RMB", None)], "currency word"),
    ("30-40 people", [("30", 30, None, None), ("40", 40, None, None)], "a range"),
    ("5-10 million tons",
     [("5", 5_000_000, "tons", None), ("10 million tons", 10_000_000, "tons", None)],
     "scale and unit are shared in a range"),
    ("between 5 and 10 percent",
     [("5", 5, "percent", None), ("10 percent", 10, "percent", None)], "a range in words"),
    ("120 km2 and 5kg",
     [("120 km2", 120, "square kilometers", None), ("5kg", 5, "kilograms", None)],
     "unit symbols"),
    ("within thirty (30) days", [("thirty", 30, "days", None)],
     "the number repeated in brackets is not another"),
    ("two-thirds of them, half of the rest, more than half",
     [("two-thirds", 2 / 3, None, None), ("half", 0.5, None, None),
      ("more than half", 0.5, None, "more than")], "fractions"),
    ("the first half of the day", [], "a part, not a count"),
    ("a quarter smaller than in 2034, a third more, a third larger vessel",
     [("a quarter", 0.25, None, None), ("a third", 1 / 3, None, None), ("third", 3, None, None)],
     "by how much less or more"),
    ("article two and a third report", [("third", 3, None, None)], "no part before a noun"),
    ("between 3 hundred and 21 thousand, 3 hundred and 21-year-olds",
     [("3 hundred", 300, None, None), ("21 thousand", 21_000, None, None),
      ("3 hundred", 300, None, None), ("21-year", 21, "years", None)], "two numbers"),
    ("4 km squared, 3 meters cubed",
     [("4 km squared", 4, "square kilometers", None), ("3 meters cubed", 3, "cubic meters", None)],
     "areas and volumes"),
    ("<1.3 billion, (≈ 32 m2), ≤ $5, >40 tons, ~80%, 30->21",
     [("<1.3 billion", 1_300_000_000, None, "<"), ("≈ 32 m2", 32, "square meters", "≈"),
      ("≤ $5", 5, "USD", "≤"), (">40 tons", 40, "tons", ">"), ("~80%", 80, "percent", "~"),
      ("30", 30, None, None), ("21", 21, None, None)], "signs that bound"),
    ("> 5 people came", [("5", 5, None, None)], "the mark of a quotation"),
    ("25 in 200 schools", [("25", 25, None, None), ("200", 200, None, None)], "a count in a count"),
    ("a rate of negative five, growth was negative two percent, the negative five",
     [("negative five", -5, None, None), ("negative two percent", -2, "percent", None),
      ("five", 5, None, None)], "negative behind a verb or of"),
    ("Africa (54), Asia (48).", [("54", 54, None, None), ("48", 48, None, None)],
     "counts in brackets"),
    ("(1) strengthen the law; (2) apply it", [], "list marks"),
    ("1. Respect of 5 rules", [("5", 5, None, None)], "list mark at the start of a line"),
    ("G20 COVID-19 5G H1N1 A380 SDG 5", [], "numbers in names"),
    ("§5 at 10:30 or 5pm, version 1.2.3", [], "section marks, times, versions"),
    ("Article 12, Articles 3, 4 and 5, paragraph 2(b)", [], "references"),
    ("call 010-1234-5678 or see https://a.org/2016/12", [], "telephone numbers and links"),
    ("one of the 12, no one, one another", [("12", 12, None, None)], "one as a pronoun"),
    ("only one country", [("one", 1, None, None)], "one as a number"),
    ("at first, for the first time, a split second", [], "idioms"),
    ("(95 per cent confidence interval; 90% CI)", [], "how sure an interval is"),
    ("for 30 seconds", [("30 seconds", 30, "seconds", None)], "seconds as a unit"),
    ("hundreds of thousands, several hundred", [], "vague counts have no value"),
    ("zero tolerance for zero deaths", [("zero", 0, None, None)], "an idiom and a count"),
    ("the 18th National Congress and the Third Plenary Session", [], "ordinals in names"),
    ("18th national congress", [], "the same name typed without capitals"),
    ("we reach the Two Centenary Goals", [], "a cardinal in a name"),
    ("In 2016, 57,000 officials", [("57,000", 57000, None, None)], "a year is no quantity"),
    ("2000 people", [("2000", 2000, None, None)], "four digits that are counted"),
    ("1.3\nbillion people", [("1.3\nbillion", 1_300_000_000, None, None)], "wrapped line"),
    ("5 RMB9.5 billion", [("5", 5, None, None), ("RMB9.5 billion", 9_500_000_000, "RMB", None)],
     "a currency code belongs to the digits it is written onto"),
    ("at least twice a year, once in each term, once every two years",
     [("at least twice", 2, "times", "at least"), ("once", 1, "times", None),
      ("once", 1, "times", None), ("two years", 2, "years", None)], "how often"),
    ("at once, once more, once it is signed, it was once, think twice, the aim is twofold",
     [], "idioms of frequency"),
    ("They are re-elected once.", [("once", 1, "times", None)], "once at the end of a clause"),
    ("It rose threefold, by nine times",
     [("threefold", 3, "times", None), ("nine times", 9, "times", None)], "how many times"),
    ("1 in 40 tests, nine samples out of ten",
     [("1 in 40", 1 / 40, None, None), ("nine samples out of ten", 0.9, None, None)], "shares"),
    ("48 out of 100, five in 10 towns, 5 in 10 years",
     [("48", 48, None, None), ("100", 100, None, None), ("five", 5, None, None),
      ("10", 10, None, None), ("5", 5, None, None), ("10 years", 10, "years", None)],
     "two counts, no share"),
    ("38.4 per 100,000 and less than one per million",
     [("38.4 per 100,000", 38.4, "per 100,000", None),
      ("less than one per million", 1, "per 1,000,000", "less than")], "rates"),
    ("2.1 times per 10,000 doses; of every 1,000 cases 6 were lost",
     [("2.1 times", 2.1, "times", None), ("6", 6, None, None)], "what rates are given for"),
    ("4-1/2 to 4-3/4 percent and 1/2 of it",
     [("4-1/2", 4.5, "percent", None), ("4-3/4 percent", 4.75, "percent", None),
      ("1/2", 0.5, None, None)], "fractions in digits"),
    ("telephone 555-0142 or 0800 555 010, room 007", [], "codes begin with a nought"),
    ("It was cut by a quarter, by about a third in May, by a third party and by a third report.",
     [("a quarter", 1 / 4, None, None), ("about a third", 1 / 3, None, "about"),
      ("third", 3, None, None)], "by how much"),
    ("between a third and 40 percent",
     [("a third", 1 / 3, None, None), ("40 percent", 40, "percent", None)], "no ordinal"),
    ("than in week 29 (week 28: 42), weeks 1 to 40, page 1 of 2", [("42", 42, None, None)],
     "labels without an article"),
    ("last week 30 people came, 5 in class", [("30", 30, None, None), ("5", 5, None, None)],
     "no labels"),
    ("1.2 Payments of 5", [("5", 5, None, None)], "a paragraph's number"),
    ("1.2 tons of salt", [("1.2 tons", 1.2, "tons", None)], "a measure that opens a line"),
    ("zero tolerance, zero loopholes and zero barriers", [], "a slogan's list"),
    ("zero deaths and zero injuries", [("zero", 0, None, None)] * 2, "counts"),
    ("there is zero excuse, zero percent", [("zero percent", 0, "percent", None)],
     "what has no plural is not counted"),
    ("a first dose, later a second", [("first", 1, None, None), ("second", 2, None, None)],
     "a second after a first"),
    ("wait a second", [], "a second of time"),
    ("three and four", [("three", 3, None, None), ("four", 4, None, None)], "two numbers"),
    ("€2-€3, plus or minus €3",
     [("€2", 2, "EUR", None), ("€3", 3, "EUR", None), ("€3", 3, "EUR", None)], "no signs"),
    ("plus or minus 3, 7 minus 3, thirty (30) thousand",
     [("3", 3, None, None), ("7", 7, None, None), ("3", 3, None, None),
      ("thirty", 30, None, None), ("thousand", 1000, None, None)], "no signs"),
    ("3 x 10 m, 45 m tall, 2^5",
     [("3", 3, None, None), ("10 m", 10, "meters", None), ("45 m", 45, "meters", None)],
     "no powers of ten, no money"),
    ("160 km/h, 12m/s and 45 kn",
     [("160 km/h", 160, "kilometers per hour", None), ("12m/s", 12, "meters per second", None),
      ("45 kn", 45, "knots", None)], "speeds"),
    ("210 g/kWh, 5t/ha and 5 km and/or more",
     [("210", 210, None, None), ("5", 5, None, None), ("5 km", 5, "kilometers", None)],
     "what is told of another unit is not the unit alone"),
    ("18.3 kt, 2.5 Mt, 6 dB and 12 TB",
     [("18.3 kt", 18.3, "kilotons", None), ("2.5 Mt", 2.5, "megatons", None),
      ("6 dB", 6, "decibels", None), ("12 TB", 12, "terabytes", None)], "symbols"),
    ("250 million United States dollars",
     [("250 million United States dollars", 250_000_000, "USD", None)], "as resolutions print it"),
    ("92p for every £1, 1080p at 5 p.m.",
     [("92p", 92, "pence", None), ("£1", 1, "GBP", None)], "pence"),
    ("€12/m2, $60/barrel, 50 €/MWh",
     [("€12/m2", 12, "EUR", None), ("$60/barrel", 60, "USD", None), ("50 €/MWh", 50, "EUR", None)],
     "money for each of something"),
    ("RM42, HK $5, GH¢ 19 million, Nu. 18 million, SAR 15 million and 9 million baht",
     [("RM42", 42, "MYR", None), ("HK $5", 5, "HKD", None),
      ("GH¢ 19 million", 19_000_000, "GHS", None), ("Nu. 18 million", 18_000_000, "BTN", None),
      ("SAR 15 million", 15_000_000, "SAR", None), ("9 million baht", 9_000_000, "THB", None)],
     "currencies of any country"),
    ("5 cents, 8 Chinese yuan, TT$5, 7 million kroner",
     [("5 cents", 5, "cents", None), ("8 Chinese yuan", 8, "RMB", None), ("TT$5", 5, "TT$", None),
      ("7 million kroner", 7_000_000, "kroner", None)], "a currency of two countries is neither's"),
    ("5 billion won", [("5 billion won", 5_000_000_000, "KRW", None)], "money after a scale"),
    ("45ml, 30pc, 2.5x, 9 km^2, 5 Gt, 5 degrees C and 3 cubic feet",
     [("45ml", 45, "milliliters", None), ("30pc", 30, "percent", None),
      ("2.5x", 2.5, "times", None), ("9 km^2", 9, "square kilometers", None),
      ("5 Gt", 5, "gigatons", None),
      ("5 degrees C", 5, "degrees Celsius", None), ("3 cubic feet", 3, "cubic feet", None)],
     "units written in further ways"),
    ("a 48m long bridge for 48m people",
     [("48m", 48, "meters", None), ("48m", 48_000_000, None, None)], "told by what stands behind"),
    ("12.6 percent or 38.3 million people, 12.3 million or 4.4 percent",
     [("12.6 percent", 12.6, "percent", None), ("38.3 million", 38_300_000, None, None),
      ("12.3 million", 12_300_000, None, None), ("4.4 percent", 4.4, "percent", None)],
     "one thing said in two ways is no range"),
    ("1 178 tons in 2016, 12 45 7",
     [("1 178 tons", 1178, "tons", None), ("12", 12, None, None), ("45", 45, None, None),
      ("7", 7, None, None)], "a row of cells is not tied"),
    ("of 24 teams, 3 won gold", [("24", 24, None, None), ("3", 3, None, None)], "won is a verb"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), SENTENCES)
def test_quantities_of_a_sentence(
    text: str, expected: list[tuple[str, float, str | None, str | None]], why: str
) -> None:
    found = [(item.text, item.value, item.unit, item.qualifier) for item in quantities(text)]
    assert found == expected, why


# text, what of it is unread, why
UNREAD = [
    ("It rose by 62,5 percent and 50.000,00 euros.", ["62,5", "50.000,00"], "a decimal comma"),
    ("It cost 18,4 million or €1.234.567.", ["18,4", "€1.234.567"], "points between thousands"),
    ("a force of 18T troops for 79kr", ["18T", "79kr"], "letters that are not known"),
    ("under-300 offices at 50±1 percent", ["under-300", "50±1"], "no number is read in part"),
    ("It fell by \ufffd12 percent and 3\ufffd5.", ["\ufffd12", "3\ufffd5"], "a lost sign or point"),
    ("926 292.8", ["926", "292.8"], "one number or two cells"),
    ("13 769 37 289", ["13", "769", "37", "289"], "likewise"),
    ("8’000 troops, 5'11", ["8’000", "5'11"], "marks between digits"),
    ("Call +599 2 555 0100.", [], "a telephone"),
    ("p<0.05, <b>5</b>", ["p<0.05"], "a bound of something else, marks"),
    ("**10:02** Hello, Resolution 23/117, SARS-CoV-2, file 34-088, done[^1]", [], "marked, codes"),
    ("G20, COVID-19, 5G, A380, 4x4, 1080p, 12A", [], "names"),
    ("10:30, 1.2.3, §5, a/5/c.txt, 2018-23-51, 007, 24/7", [], "times, versions, paths, codes"),
    ("Article 12bis and Table 3b", [], "references"),
    ("In 2016, 1,178 of 5 km on 4 May 2016", [], "what is read"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), UNREAD)
def test_what_is_not_read_is_named(text: str, expected: list[str], why: str) -> None:
    found = unread(text)
    assert [item.text for item in found] == expected, why
    assert all(item.text == text[item.start : item.end] for item in found)


def test_what_a_figure_is_told_of_each_of() -> None:
    printed = "€12/m2, $60/barrel, 40 euros per megawatt hour and 5 tons"
    assert [item.per for item in quantities(printed)] == [
        "square meters", "barrels", "megawatt hours", None,
    ]  # fmt: skip


def test_number_span_is_the_bare_number() -> None:
    text = "worth more than RMB9.5 billion."
    (found,) = quantities(text)
    assert found.text == "more than RMB9.5 billion"
    assert text[found.number_start : found.number_end] == "9.5 billion"


def test_ordinals_are_told_from_counts() -> None:
    found = quantities("the third and fourth combined report of four")
    assert [(item.value, item.ordinal) for item in found] == [(3, True), (4, True), (4, False)]


def test_numbers_in_names_can_be_kept() -> None:
    found = quantities("the 18th National Congress", in_names=True)
    assert [item.value for item in found] == [18]


@given(st.integers(-(10**20), 10**20))
def test_whole_values_survive_writing_and_reading(value: int) -> None:
    assert number_value(format_value(value)) == value


@given(st.floats(-1e15, 1e15, allow_nan=False).filter(lambda value: abs(value) > 1e-6))
def test_decimal_values_survive_writing_and_reading(value: float) -> None:
    assert number_value(format_value(value)) == value


@given(st.text(st.sampled_from("0123456789,.- $%()^x⁶/oneandhalfthirdkmRMB\n") | st.characters()))
def test_offsets_give_the_text(text: str) -> None:
    last = 0
    for found in quantities(text):
        assert found.text == text[found.start : found.end]
        assert last <= found.start <= found.number_start < found.number_end <= found.end
        last = found.end


WORD_LINE = (
    "one two second third hundred thousand million and a half of the dozen 5 2016 12.7 1,178 $ "
    "tons percent per cent km ( ) - to from between more than over March 2017 since Congress in "
    "once twice threefold fold every year out / 1 10 100,000 week zero , or"
)
WORDS = st.sampled_from(WORD_LINE.split())


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_any_order_of_number_words_is_read(text: str) -> None:
    for found in quantities(text):
        assert found.text == text[found.start : found.end]
        assert isinstance(found.value, int) or found.value != int(found.value)


def test_every_currency_code_is_a_unit_before_and_behind_an_amount() -> None:
    for code in CURRENCY_CODES:
        (before, behind) = quantities(f"{code} 5 million and 7 {code}")
        assert before.unit == behind.unit == ("RMB" if code == "CNY" else code), code


@pytest.mark.parametrize(
    ("word", "unit"),
    [("tonnes", "tons"), ("metric-tons", "tons"), ("%", "percent"), ("per cent", "percent"),
     ("US$", "USD"), ("yuan", "RMB"), ("km²", "square kilometers"), ("Tons", "tons"),
     ("people", None), ("", None)],
)  # fmt: skip
def test_names_of_a_unit(word: str, unit: str | None) -> None:
    assert unit_of(word) == unit


@pytest.mark.parametrize(
    ("value", "unit", "target", "expected", "why"),
    [
        (12.7, "tons", "kilograms", 12700, "exact, no float noise"),
        (12.7, "tonnes", "tons", 12.7, "names of one unit"),
        (9.5, "yuan", "RMB", 9.5, "names of one currency"),
        (2, "years", "months", 24, "whole"),
        (18.3, "kt", "tons", 18_300, "symbols are read in their case"),
        (2.5, "Mt", "tons", 2_500_000, "likewise"),
        (18, "km/h", "m/s", 5, "speeds"),
        (92, "pence", "GBP", 0.92, "a part of a currency"),
        (5, "g/kWh", "grams", None, "not comparable"),
        (1, "USD", "EUR", None, "exchange rates are not ours"),
        (1, "tons", "kilometers", None, "not comparable"),
        (1, "people", "people", None, "not a measure"),
        (7, "¥", "RMB", 7, "the sign is used for both"),
        (7, "JPY", "RMB", None, "but the currencies differ"),
    ],
)
def test_conversion(value: float, unit: str, target: str, expected: float | None, why: str) -> None:
    assert convert(value, unit, target) == expected, why
