"""French: 1 234,5; millions, milliards, billions; le 14 janvier 2030."""

from wp.quantities.languages.language import Language

_ONES = "zéro un deux trois quatre cinq six sept huit neuf".split()
_TEENS = "dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf".split()
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}

# "neuf" is also "new", and "un" an article: neither is read alone.
_NUMBERS = {
    **{word: value for value, word in enumerate(_ONES) if word not in ("un", "neuf")},
    **{word: value for value, word in enumerate(_TEENS, 10)},
    **_TENS,
    **{
        f"{ten}-{one}": value + more
        for ten, value in _TENS.items()
        for more, one in enumerate(_ONES)
        if more > 1
    },
    **{f"{ten} et un": value + 1 for ten, value in _TENS.items()},
    **{f"{ten}-et-un": value + 1 for ten, value in _TENS.items()},
    "soixante-dix": 70, "quatre-vingts": 80, "quatre-vingt-dix": 90, "cent": 100,
}  # fmt: skip

FRENCH = Language(
    groups=".'’   ",
    thousandths=True,
    numbers=_NUMBERS,
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
