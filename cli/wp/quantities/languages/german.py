"""German: 1.234,5; Millionen, Milliarden, Billionen; 16. Januar 2030."""

from wp.quantities.languages.language import Language

_ONES = "null ein zwei drei vier fünf sechs sieben acht neun".split()
_TEENS = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()

_NUMBERS = {
    **{word: value for value, word in enumerate(_ONES) if value != 1},
    **{word: value for value, word in enumerate(_TEENS, 10)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    **{
        f"{one}und{ten}": 10 * tens + value
        for tens, ten in enumerate(_TENS, 2)
        for value, one in enumerate(_ONES)
        if value
    },
    **{f"{one}hundert": 100 * value for value, one in enumerate(_ONES) if value},
    **{f"{one}tausend": 1000 * value for value, one in enumerate(_ONES) if value},
    "hundert": 100,
}

GERMAN = Language(
    groups=".'’   ",
    thousandths=True,
    numbers=_NUMBERS,
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
