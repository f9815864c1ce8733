"""Units of measure and money: the names they are printed with, and conversion among them.

Factors are those of the SI brochure and of the international yard and pound agreement (1959).
Ton means the metric ton: official documents in English outside the United States use it so.
"""

from functools import cache, lru_cache

from wp.pattern import pattern
from wp.quantities import exact

# Canonical name | what is measured | factor to that measure's base | other names, symbols.
# A symbol is matched in its own case, a name in any.
_TABLE = """
percent|share|1|per cent, pct, pc, %, ％
ppm|rate|0.000001|parts per million
ppb|rate|0.000000001|parts per billion
per mille|per mille|1|permille, ‰
per 1,000|rate|0.001|per thousand, per 1 000
per 10,000|rate|0.0001|per ten thousand, per 10 000
per 100,000|rate|0.00001|per hundred thousand, per 100 000
per 1,000,000|rate|0.000001|per million, per 1 million, per one million, per 1 000 000
percentage points|points|1|percentage point, pp, ppt
basis points|points|0.01|basis point, bps, bp
RMB|RMB|1|yuan, renminbi, rmb, cny, yuan renminbi, renminbi yuan, chinese yuan, CN¥, RMB¥, 元
dollars|dollars|1|dollar, dollars
USD|USD|1|us dollar, us dollars, u s dollars, usd, $, US$, U.S.$
USD|USD|1|united states dollar, united states dollars, american dollars
EUR|EUR|1|euro, euros, eur, €
pence|GBP|0.01|penny
cents|cents|1|cent, ¢
GBP|GBP|1|pound sterling, pounds sterling, sterling, british pounds, gbp, £
JPY|JPY|1|yen, japanese yen, jpy, JP¥
HKD|HKD|1|hong kong dollar, hong kong dollars, hkd, HK$
AUD|AUD|1|australian dollar, australian dollars, aud, A$, AU$
CAD|CAD|1|canadian dollar, canadian dollars, cad, C$, CA$, CDN$
SGD|SGD|1|singapore dollar, singapore dollars, sgd, S$, SG$
NZD|NZD|1|new zealand dollar, new zealand dollars, nzd, NZ$
TWD|TWD|1|new taiwan dollar, new taiwan dollars, twd, NT$
CHF|CHF|1|swiss franc, swiss francs, chf
NOK|NOK|1|norwegian krone, norwegian kroner
SEK|SEK|1|swedish krona, swedish kronor, kronor
DKK|DKK|1|danish krone, danish kroner
kroner|kroner|1|krone
INR|INR|1|rupee, rupees, indian rupee, indian rupees, inr, ₹, Rs
PKR|PKR|1|pakistani rupee, pakistani rupees
LKR|LKR|1|sri lankan rupee, sri lankan rupees
KRW|KRW|1|korean won, south korean won, krw, ₩
RUB|RUB|1|ruble, rubles, rouble, roubles, rub, ₽
MYR|MYR|1|ringgit, malaysian ringgit, RM
ZAR|ZAR|1|rand, south african rand
NGN|NGN|1|naira, ₦
THB|THB|1|baht, ฿
IDR|IDR|1|rupiah, Rp
VND|VND|1|dong, vietnamese dong, ₫
PHP|PHP|1|philippine peso, philippine pesos, ₱
MXN|MXN|1|mexican peso, mexican pesos
BDT|BDT|1|taka, ৳
KES|KES|1|kenyan shilling, kenyan shillings, KSh, Ksh
UGX|UGX|1|ugandan shilling, ugandan shillings, USh
TZS|TZS|1|tanzanian shilling, tanzanian shillings, TSh
GHS|GHS|1|cedi, cedis, GH¢, GH₵, ₵
ETB|ETB|1|birr
BTN|BTN|1|ngultrum, Nu
BRL|BRL|1|brazilian real, brazilian reais, reais, R$
TRY|TRY|1|turkish lira, ₺
ILS|ILS|1|shekel, shekels, new israeli shekels, ₪
PLN|PLN|1|zloty, zlotys, zł
CZK|CZK|1|czech koruna, czech crowns, koruna, korunas, Kč
HUF|HUF|1|forint, forints
UAH|UAH|1|hryvnia, hryvnias, ₴
KZT|KZT|1|tenge, ₸
GEL|GEL|1|lari, ₾
MNT|MNT|1|tugrik, tugriks, togrog, ₮
SAR|SAR|1|saudi riyal, saudi riyals
AED|AED|1|uae dirham, uae dirhams, emirati dirhams
RON|RON|1|romanian leu, romanian lei
CFA francs|CFA francs|1|cfa franc, FCFA
pesos|pesos|1|peso
dinars|dinars|1|dinar
dirhams|dirhams|1|dirham
riyals|riyals|1|riyal
rials|rials|1|rial
shillings|shillings|1|shilling
francs|francs|1|franc
lira|lira|1|liras
kwacha|kwacha|1|
¥|¥|1|
gigatons|mass|1000000000000|gigaton, gigatonne, gigatonnes, Gt
megatons|mass|1000000000|megaton, megatonne, megatonnes, Mt
kilotons|mass|1000000|kiloton, kilotonne, kilotonnes, kt
tons|mass|1000|ton, tonne, tonnes, metric ton, metric tons, metric tonne, metric tonnes, t
kilograms|mass|1|kilogram, kilogramme, kilogrammes, kilo, kilos, kg, kgs
grams|mass|0.001|gram, gramme, grammes, g
milligrams|mass|0.000001|milligram, mg
micrograms|mass|0.000000001|microgram, µg, μg, mcg
pounds|mass|0.45359237|pound, lb, lbs
ounces|mass|0.028349523125|ounce, oz
kilometers|length|1000|kilometer, kilometre, kilometres, km, kms
meters|length|1|meter, metre, metres, m
centimeters|length|0.01|centimeter, centimetre, centimetres, cm
micrometers|length|0.000001|micrometer, micrometre, micrometres, µm, μm
nanometers|length|0.000000001|nanometer, nanometre, nanometres, nm
millimeters|length|0.001|millimeter, millimetre, millimetres, mm
miles|length|1609.344|mile
nautical miles|length|1852|nautical mile, nmi
yards|length|0.9144|yard
feet|length|0.3048|foot, ft
inches|length|0.0254|inch
square kilometers|area|1000000|square kilometer, square kilometre, square kilometres, km2, km²
square meters|area|1|square meter, square metre, square metres, sq m, m2, m²
square miles|area|2589988.110336|square mile, sq mi
square feet|area|0.09290304|square foot, sq ft
hectares|area|10000|hectare, ha
acres|area|4046.8564224|acre
mu|mu|1|
cubic meters|volume|1|cubic meter, cubic metre, cubic metres, m3, m³
cubic kilometers|volume|1000000000|cubic kilometer, cubic kilometre, cubic kilometres, km3, km³
cubic feet|volume|0.028316846592|cubic foot, cu ft
liters|volume|0.001|liter, litre, litres, L, l
deciliters|volume|0.0001|deciliter, decilitre, decilitres, dl, dL
centiliters|volume|0.00001|centiliter, centilitre, centilitres, cl, cL
milliliters|volume|0.000001|milliliter, millilitre, millilitres, ml, mL
gallons|gallons|1|gallon
barrels|barrels|1|barrel, bbl
barrels per day|barrels per day|1|barrel per day, bpd, b/d
kilometers per hour|speed|1000|kilometer per hour, kilometre per hour, kilometres per hour, km/h
kilometers per hour|speed|1000|km/hr, kph, kmph
miles per hour|speed|1609.344|mile per hour, mph
meters per second|speed|3600|metre per second, metres per second, m/s
knots|speed|1852|knot, kn
decibels|sound|1|decibel, dB
hertz|frequency|1|Hz
kilohertz|frequency|1000|kHz
megahertz|frequency|1000000|MHz
gigahertz|frequency|1000000000|GHz, Ghz
megabits per second|data rate|1000000|megabit per second, Mbps, Mbit/s
gigabits per second|data rate|1000000000|gigabit per second, Gbps, Gbit/s
megabytes|data|1000000|megabyte, MB
gigabytes|data|1000000000|gigabyte, GB
terabytes|data|1000000000000|terabyte, TB
watts|power|1|watt, W
kilowatts|power|1000|kilowatt, kW
megawatts|power|1000000|megawatt, MW
gigawatts|power|1000000000|gigawatt, GW
terawatts|power|1000000000000|terawatt, TW
horsepower|horsepower|1|hp, bhp
kilowatt hours|energy|1000|kilowatt hour, kilowatthours, kWh
megawatt hours|energy|1000000|megawatt hour, MWh
gigawatt hours|energy|1000000000|gigawatt hour, GWh
terawatt hours|energy|1000000000000|terawatt hour, TWh
petawatt hours|energy|1000000000000000|petawatt hour, PWh
kilojoules|joules|1000|kilojoule, kJ
megajoules|joules|1000000|megajoule, MJ
gigajoules|joules|1000000000|gigajoule, GJ
terajoules|joules|1000000000000|terajoule, TJ
petajoules|joules|1000000000000000|petajoule, PJ
exajoules|joules|1000000000000000000|exajoule, EJ
degrees Celsius|Celsius|1|degree celsius, degrees centigrade, degrees c, degree c, celsius, °C, ℃
degrees Celsius|Celsius|1|deg c, degC
degrees Fahrenheit|Fahrenheit|1|degree fahrenheit, degrees f, degree f, deg f, fahrenheit, degF, °F
degrees|degrees|1|degree
times|times|1|
seconds|time|1|
minutes|time|60|minute, mins, min
hours|time|3600|hour
days|time|86400|day
weeks|time|604800|week
months|months|1|month
years|months|12|year
decades|months|120|decade
centuries|months|1200|century
"""
# Further currency codes of ISO 4217, read in capitals only. Left out are those that documents print
# for something else as well, such as SAR (special administrative region) or COP (conference of the
# parties).
_FURTHER_CODES = (
    "AED AFN AMD AOA ARS AZN BDT BGN BHD BIF BRL BTN BWP BYN CDF CLP CZK DJF DZD EGP ETB FJD GEL "
    "GHS GNF GTQ HNL HUF IDR ILS IQD IRR ISK JMD JOD KES KGS KHR KWD KZT LBP LKR LYD MAD MDL MGA "
    "MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NGN NIO NPR OMR PGK PHP PKR PLN PYG QAR RON RSD RWF "
    "SCR SLE SSP SYP SZL THB TJS TMT TND TRY TTD TZS UAH UGX UYU UZS VND XAF XOF YER ZAR "
    "ZMW".split()
)
CURRENCY_CODES = frozenset((
    *"RMB CNY USD EUR GBP JPY HKD AUD CAD SGD NZD TWD CHF NOK SEK DKK INR KRW RUB".split(),
    *_FURTHER_CODES,
))  # fmt: skip
"""The codes that may stand before an amount."""
# Read only before a number with a scale: in other places they stand for something else as well
# ("Hong Kong SAR 20", "COP 26", "R 5").
BEFORE_SCALES = {"SAR": "SAR", "COP": "COP", "PEN": "PEN", "R": "ZAR", "K": "kwacha", "J": "JMD"}
_PREFIXES = frozenset(("Rs", "RM", "Rp", "KSh", "Ksh", "USh", "TSh", "FCFA", "Nu"))

# Written onto the digits, these are names or scales, not measures ("5G", "89m").
_SPACED_ONLY = frozenset(("m", "L", "l", "Rs"))


def currency_of(prefix: str) -> str | None:
    """Name the currency of what is written before an amount: "RM", "US$", "$A", "GH¢", "Rs.".

    Letters with a dollar sign that are not known are a currency of their own, as printed.
    """
    plain = prefix.replace(" ", "").rstrip(".")
    if plain[:1] == "$" and plain[1:]:
        plain = plain[1:] + "$"
    if plain in CURRENCY_CODES or plain in _PREFIXES or not plain.isalpha():
        return unit_of(plain) or (plain if "$" in plain else None)
    return None


_DOLLARS = frozenset(("USD", "HKD", "AUD", "CAD", "SGD", "NZD", "TWD"))
_COMPOUND = pattern(r"[^\W\d_]{1,8}[²³23]?(?:/[^\W\d_]{1,20}[²³23]?)+(?!\w)")


@cache
def _units() -> tuple[dict[str, tuple[str, str, str]], dict[str, tuple[str, str, str]]]:
    """Units by lower-case name and by symbol in its own case."""
    names: dict[str, tuple[str, str, str]] = {}
    symbols: dict[str, tuple[str, str, str]] = {}
    for line in _TABLE.strip().splitlines():
        name, measure, factor, others = line.split("|")
        unit = (name, measure, factor)
        names[name.lower()] = unit
        for other in others.split(", ") if others else ():
            plain = other.isascii() and other.isalpha() and other.islower()
            short = not plain or len(other) < 4
            symbol = short and " " not in other and not (other.islower() and len(other) == 3)
            (symbols if symbol else names)[other] = unit
    symbols.update((code, (code, code, "1")) for code in _FURTHER_CODES)
    return names, symbols


@lru_cache(maxsize=4096)
def unit_of(word: str) -> str | None:
    """Name the unit that a word, phrase or symbol stands for.

    Takes one name as printed ("tonnes", "per cent", "US$", "km²"), in any case for words; gives
    the plain plural or the currency code ("tons", "percent", "USD"), None for anything else.
    "¥" stays "¥", and "dollars" dollars: they are printed for several currencies.
    """
    names, symbols = _units()
    plain = " ".join(word.replace("-", " ").split())
    unit = symbols.get(plain) or names.get(plain.lower())
    return unit[0] if unit else None


def unit_attached(symbol: str, digits: int = 1) -> str | None:
    """Name the unit of a symbol written onto so many digits ("kg", "km²").

    None for a scale or name. "92p" is pence and "2.5x" times only here: "5 p.m." is neither.
    """
    if symbol == "p":
        return "pence" if digits < 4 else None
    if symbol == "x":
        return "times"
    return None if symbol in _SPACED_ONLY else unit_of(symbol)


def compound_at(text: str, start: int) -> str | None:
    """Return the unit with what it is told of that begins at a character, as printed: "g/kWh"."""
    found = _COMPOUND.match(text, start)
    return found[0] if found and unit_of(found[0].split("/")[0]) else None


def _is_dollar(unit: str) -> bool:
    return unit == "dollars" or unit.endswith("$") or unit in _DOLLARS


def convert(value: int | float, unit: str, to_unit: str) -> float | None:
    """Express a measure in another unit.

    Takes the units under any of their names; gives the exact result where a float can hold it
    (whole results as int), None when a unit is unknown or the two measure different things.
    Currencies convert only into other names of themselves.
    """
    names, symbols = _units()
    source, target = (
        symbols.get(name) or names.get(name.lower()) for name in (unit.strip(), to_unit.strip())
    )
    if source is None or target is None:
        return None
    names_printed = {source[0], target[0]}
    if "¥" in names_printed:
        return value if names_printed <= {"¥", "RMB"} or names_printed <= {"¥", "JPY"} else None
    if "dollars" in names_printed and all(map(_is_dollar, names_printed)):
        return value
    if source[1] != target[1]:
        return None
    if source[2] == target[2]:
        return value
    numerator, denominator = exact(value).times(exact(source[2])), exact(target[2])
    low = min(numerator.exponent, denominator.exponent)
    top, bottom = numerator.at(low), denominator.at(low)
    return top // bottom if top % bottom == 0 else top / bottom
