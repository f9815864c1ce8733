"""Spanish: 1.234,5; mil, millones, mil millones, billones; 14 de enero de 2030."""

from wp.quantities.languages.language import Language

_ONES = "cero uno dos tres cuatro cinco seis siete ocho nueve".split()
_TEENS = (
    "diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte "
    "veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho "
    "veintinueve"
).split()
_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()

_NUMBERS = {
    **{word: value for value, word in enumerate(_ONES) if value != 1},
    **{word: value for value, word in enumerate(_TEENS, 10)},
    **{word: 10 * value for value, word in enumerate(_TENS, 3)},
    **{
        f"{ten} y {one}": 10 * tens + value
        for tens, ten in enumerate(_TENS, 3)
        for value, one in enumerate(_ONES)
        if value
    },
    "cien": 100, "doscientos": 200, "trescientos": 300, "quinientos": 500,
}  # fmt: skip

SPANISH = Language(
    groups=".'’   ",
    thousandths=False,
    numbers=_NUMBERS,
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
