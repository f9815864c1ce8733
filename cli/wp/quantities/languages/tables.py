"""What figures and dates are printed with in German, French and Spanish.

German has 1.234,5, French 1 234,5, Spanish 1.234,5. English months and number words are in
`wp.english`.
"""

from typing import Literal, NamedTuple

# What a preposition makes of a date: nothing, an open end, an open beginning.
DateBearing = Literal["within", "after", "before"]


class Language(NamedTuple):
    """The words and signs of a language; all words in lower case.

    `groups` are the marks between thousands; the decimal mark is the comma. `thousandths` says that
    a comma before three digits is surely a decimal mark: in Spanish it parts thousands as well,
    by country. `numbers` are number words, `scales` powers of ten, `units` names of units,
    `links` what may stand between a number and its unit, `articles` what a scale may have for one.
    `references` name a place in a text, `ordinals` and `quarter` a quarter of a year;
    `dotted_ordinals` says that "4." is the fourth.
    """

    groups: str
    thousandths: bool
    numbers: dict[str, int]
    scales: dict[str, int]
    units: dict[str, str]
    links: tuple[str, ...]
    articles: tuple[str, ...]
    months: dict[str, int]
    bearings: dict[str, DateBearing]
    to: tuple[str, ...]
    floors: tuple[str, ...]
    ceilings: tuple[str, ...]
    arounds: tuple[str, ...]
    references: tuple[str, ...]
    ordinals: dict[str, int]
    quarter: str
    dotted_ordinals: bool = False


def _numbers(ones: str, teens: str, tens: str, compound: str) -> dict[str, int]:
    """Return the names of the numbers from 0 to 99 with their values; 1 is an article.

    `teens` has a name of its own for each number from 10 to the first of the `tens`; the others are
    told as `compound` shows.
    """
    small, round_ones = ones.split(), tens.split()
    single = [*small, *teens.split()]
    found = {word: value for value, word in enumerate(single) if value != 1}
    for value, ten in enumerate(round_ones):
        found[ten] = len(single) + 10 * value
        for more, one in enumerate(small[1:], 1):
            found[compound.format(ten=ten, one=one)] = found[ten] + more
    return found


_GERMAN_ONES = "null ein zwei drei vier fünf sechs sieben acht neun"
_GERMAN_NUMBERS = {
    **_numbers(
        _GERMAN_ONES,
        "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
        "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
        "{one}und{ten}",
    ),
    **{f"{one}hundert": 100 * value for value, one in enumerate(_GERMAN_ONES.split()) if value},
    **{f"{one}tausend": 1000 * value for value, one in enumerate(_GERMAN_ONES.split()) if value},
    "hundert": 100,
}

_GERMAN = Language(
    groups=".'’   ",
    thousandths=True,
    numbers=_GERMAN_NUMBERS,
    scales={
        "tausend": 3, "tsd.": 3, "million": 6, "millionen": 6, "mio.": 6, "mio": 6,
        "milliarde": 9, "milliarden": 9, "mrd.": 9, "mrd": 9, "billion": 12, "billionen": 12,
    },
    units={
        "prozent": "percent", "prozentpunkte": "percentage points",
        "prozentpunkten": "percentage points", "promille": "per mille", "euro": "EUR",
        "us-dollar": "USD", "dollar": "USD", "franken": "CHF", "schweizer franken": "CHF",
        "pfund sterling": "GBP", "yen": "JPY", "yuan": "RMB", "rubel": "RUB", "tonnen": "tons",
        "tonne": "tons", "kilogramm": "kilograms", "gramm": "grams", "kilometer": "kilometers",
        "kilometern": "kilometers", "meter": "meters", "metern": "meters", "hektar": "hectares",
        "quadratkilometer": "square kilometers", "quadratmeter": "square meters",
        "kubikmeter": "cubic meters", "liter": "liters", "megawatt": "megawatts",
        "gigawatt": "gigawatts", "kilowattstunden": "kilowatt hours", "jahre": "years",
        "jahren": "years", "monate": "months", "monaten": "months", "wochen": "weeks",
        "tage": "days", "tagen": "days", "stunden": "hours", "minuten": "minutes",
        "grad celsius": "degrees Celsius",
    },
    links=(),
    articles=("eine", "einer"),
    months={
        "januar": 1, "jänner": 1, "februar": 2, "märz": 3, "april": 4, "mai": 5, "juni": 6,
        "juli": 7, "august": 8, "september": 9, "oktober": 10, "november": 11, "dezember": 12,
    },
    bearings={
        "im jahr": "within", "im jahre": "within", "im": "within", "in": "within", "am": "within",
        "vom": "within", "von": "within", "zwischen": "within", "seit": "after",
        "seit dem": "after", "ab": "after", "ab dem": "after", "nach": "after", "bis": "before",
        "bis zum": "before", "bis ende": "before", "vor": "before",
    },
    to=("bis", "bis zum", "und", "auf"),
    floors=("mehr als", "über", "mindestens", "wenigstens", "nicht weniger als"),
    ceilings=(
        "weniger als", "unter", "höchstens", "maximal", "bis zu", "fast", "knapp", "nicht mehr als",
        "beinahe",
    ),
    arounds=("rund", "etwa", "ungefähr", "circa", "ca.", "zirka", "schätzungsweise"),
    references=(
        "§", "§§", "artikel", "artikeln", "art.", "absatz", "abs.", "nr.", "nummer", "seite",
        "seiten", "s.",
        "kapitel", "abschnitt", "anhang", "ziffer", "paragraph", "paragraf", "tabelle", "abbildung",
    ),
    ordinals={
        "ersten": 1, "erste": 1, "erstes": 1, "zweiten": 2, "zweite": 2, "zweites": 2, "dritten": 3,
        "dritte": 3, "drittes": 3, "vierten": 4, "vierte": 4, "viertes": 4,
    },
    quarter="quartal",
    dotted_ordinals=True,
)  # fmt: skip


_FRENCH_ONES = "zéro un deux trois quatre cinq six sept huit neuf".split()
_FRENCH_TEENS = "dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf".split()
_FRENCH_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}

# "neuf" is also "new", and "un" an article: neither is read alone.
_FRENCH_NUMBERS = {
    **{word: value for value, word in enumerate(_FRENCH_ONES) if word not in ("un", "neuf")},
    **{word: value for value, word in enumerate(_FRENCH_TEENS, 10)},
    **_FRENCH_TENS,
    **{
        f"{ten}-{one}": value + more
        for ten, value in _FRENCH_TENS.items()
        for more, one in enumerate(_FRENCH_ONES)
        if more > 1
    },
    **{f"{ten} et un": value + 1 for ten, value in _FRENCH_TENS.items()},
    **{f"{ten}-et-un": value + 1 for ten, value in _FRENCH_TENS.items()},
    "soixante-dix": 70, "quatre-vingts": 80, "quatre-vingt-dix": 90, "cent": 100,
}  # fmt: skip

_FRENCH = Language(
    groups=".'’   ",
    thousandths=True,
    numbers=_FRENCH_NUMBERS,
    scales={
        "mille": 3, "milliers": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9,
        "billion": 12, "billions": 12,
    },
    units={
        "pour cent": "percent", "pourcent": "percent", "point de pourcentage": "percentage points",
        "points de pourcentage": "percentage points", "pour mille": "per mille", "euro": "EUR",
        "euros": "EUR", "dollar": "USD", "dollars": "USD", "dollars américains": "USD",
        "francs suisses": "CHF", "livres sterling": "GBP", "yens": "JPY", "yuans": "RMB",
        "roubles": "RUB", "francs cfa": "CFA francs", "tonne": "tons", "tonnes": "tons",
        "kilogrammes": "kilograms", "grammes": "grams", "kilomètres": "kilometers",
        "mètres": "meters", "hectares": "hectares", "kilomètres carrés": "square kilometers",
        "mètres carrés": "square meters", "mètres cubes": "cubic meters", "litres": "liters",
        "mégawatts": "megawatts", "gigawatts": "gigawatts", "an": "years", "ans": "years",
        "années": "years", "mois": "months", "semaines": "weeks", "jours": "days",
        "heures": "hours", "minutes": "minutes", "degrés celsius": "degrees Celsius",
    },
    links=("de ", "d'", "d’"),
    articles=("un",),
    months={
        "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7,
        "août": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
    },
    bearings={
        "en": "within", "au": "within", "le": "within", "du": "within", "de": "within",
        "dès": "after", "depuis": "after", "depuis le": "after", "à partir de": "after",
        "à partir du": "after", "après": "after", "jusqu'en": "before", "jusqu’en": "before",
        "jusqu'au": "before", "jusqu’au": "before", "avant": "before", "avant le": "before",
        "d'ici": "before", "d’ici": "before", "entre": "within", "l'année": "within",
        "l’année": "within", "en l'an": "within", "fin": "within", "début": "within",
    },
    to=("à", "au", "et", "ou", "jusqu'à", "jusqu’à"),
    floors=("plus de", "plus d'", "plus d’", "au moins", "au-delà de", "pas moins de"),
    ceilings=(
        "moins de", "moins d'", "moins d’", "au plus", "jusqu'à", "jusqu’à", "près de",
        "pas plus de", "presque",
    ),
    arounds=("environ", "quelque", "autour de", "approximativement"),
    references=(
        "article", "articles", "art.", "alinéa", "paragraphe", "n°", "no", "numéro", "page",
        "pages", "p.", "chapitre", "section", "annexe", "tableau", "figure",
    ),
    ordinals={
        "premier": 1, "1er": 1, "deuxième": 2, "2e": 2, "second": 2, "troisième": 3, "3e": 3,
        "quatrième": 4, "4e": 4,
    },
    quarter="trimestre",
)  # fmt: skip


_SPANISH_NUMBERS = {
    **_numbers(
        "cero uno dos tres cuatro cinco seis siete ocho nueve",
        "diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte "
        "veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
        "veintiocho veintinueve",
        "treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        "{ten} y {one}",
    ),
    "cien": 100, "doscientos": 200, "trescientos": 300, "quinientos": 500,
}  # fmt: skip

_SPANISH = Language(
    groups=".'’   ",
    thousandths=False,
    numbers=_SPANISH_NUMBERS,
    scales={
        "mil": 3, "millón": 6, "millones": 6, "mil millones": 9, "billón": 12, "billones": 12,
    },
    units={
        "por ciento": "percent", "por cien": "percent", "punto porcentual": "percentage points",
        "puntos porcentuales": "percentage points", "por mil": "per mille", "euro": "EUR",
        "euros": "EUR", "dólar": "USD", "dólares": "USD", "dólares estadounidenses": "USD",
        "pesos": "pesos", "francos suizos": "CHF", "libras esterlinas": "GBP", "yenes": "JPY",
        "yuanes": "RMB", "rublos": "RUB", "soles": "PEN", "reales": "BRL", "toneladas": "tons",
        "tonelada": "tons", "kilogramos": "kilograms", "kilos": "kilograms", "gramos": "grams",
        "kilómetros": "kilometers", "metros": "meters", "hectáreas": "hectares",
        "kilómetros cuadrados": "square kilometers", "metros cuadrados": "square meters",
        "metros cúbicos": "cubic meters", "litros": "liters", "megavatios": "megawatts",
        "gigavatios": "gigawatts", "año": "years", "años": "years", "meses": "months",
        "mes": "months", "semanas": "weeks", "días": "days", "horas": "hours",
        "minutos": "minutes", "grados celsius": "degrees Celsius",
    },
    links=("de ",),
    articles=("un",),
    months={
        "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7,
        "agosto": 8, "septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11,
        "diciembre": 12, "ene": 1, "feb": 2, "mar": 3, "abr": 4, "may": 5, "jun": 6, "jul": 7,
        "ago": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dic": 12,
    },
    bearings={
        "en": "within", "el": "within", "del": "within", "de": "within", "en el año": "within",
        "el año": "within", "durante": "within", "entre": "within", "desde": "after",
        "desde el": "after", "a partir de": "after", "a partir del": "after",
        "después de": "after", "hasta": "before", "hasta el": "before", "antes de": "before",
        "antes del": "before", "para": "before",
    },
    to=("a", "y", "al", "hasta", "o"),
    floors=("más de", "al menos", "por lo menos", "no menos de", "como mínimo", "superior a"),
    ceilings=("menos de", "como máximo", "hasta", "casi", "no más de", "inferior a"),
    arounds=("unos", "unas", "alrededor de", "aproximadamente", "cerca de", "en torno a"),
    references=(
        "artículo", "artículos", "art.", "apartado", "párrafo", "n.º", "nº", "núm.", "número",
        "página", "páginas", "p.", "capítulo", "sección", "anexo", "tabla", "gráfico", "figura",
    ),
    ordinals={
        "primer": 1, "segundo": 2, "tercer": 3, "cuarto": 4,
    },
    quarter="trimestre",
)  # fmt: skip

LANGUAGES = {"de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}
"""The languages that have a table, by their primary subtag."""
