"""Words as search and verdicts compare them: cut, in lower case, one form for all of a word's."""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from wp.pattern import pattern

# A dotted acronym; a currency's code before its amount ("RMB9.5 billion"); or letters and digits
# with inner apostrophes and decimal or thousands marks.
_TOKEN = pattern(
    r"(?:[^\W\d_]\.){2,}|(?i:AUD|CAD|CHF|CNY|EUR|GBP|HKD|INR|JPY|RMB|RUB|USD)(?=\d)"
    r"|[^\W_]+(?:['’][^\W_]+|(?<=\d)[.,]\d+)*"
)
_FIRST_IDEOGRAPH = "\u2e80"

# Words that carry no subject: they are neither indexed nor asked for.
STOP_WORDS = frozenset(
    "a about after again all also although am among an and another any are as at be became because "
    "become been before being between both but by can could did do does doing done during each "
    "either else ever every for from get gets getting give given gives go goes going gone got had "
    "has have having he her here him his how i if in into is it its itself just know let like made "
    "make makes making may me might mine more most much must my no nor not of off on only or other "
    "our ours out over own per please said same say says shall she should show since so some still "
    "such tell than that the their theirs them then there these they this those through thus to "
    "too toward towards under until up upon us use used using very via was we went were what "
    "whatever when where whether which while who whom whose why will with within without would yes "
    "yet you your yours "
    "herself himself myself ourselves themselves yourself "
    # they only ask
    "actually called currently ever exactly happen happened happens kind mean means please sort "
    # they join foreign names
    "de del der des di du el la le van von".split()
)


class Token(NamedTuple):
    """A word with the offsets of what was printed."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Return the words of a text in order.

    A possessive `'s` is left off ("China's": china), commas in numbers go ("1,178": 1178), so do
    the points of acronyms ("U.N.": un) and accents ("ocupación": ocupacion). Ideographs, which are
    printed without spaces, are given as overlapping pairs. Hidden characters and presentation
    forms are evened as `wp.text.fold` evens them ("oﬃcials": officials).
    """
    if text.isascii():
        return _words(text)
    from wp.text import fold, is_even  # not needed by most searches

    if is_even(text):
        return _words(text)
    folded = fold(text)
    return [Token(word, *folded.original(start, end)) for word, start, end in _words(folded.text)]


def _words(text: str) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match.group().lower()
        start, end = match.span()
        if not word.isascii():
            word = word.replace("’", "'")
            if max(word) >= _FIRST_IDEOGRAPH:
                found.extend(_pairs(word, start))
                continue
            word = _plain(word)
        if not word.isalnum():
            word, end = _bare(word, start, end)
        found.append(Token(word, start, end))
    return found


def _plain(word: str) -> str:
    """Return a word without accents: who types "ocupacion" means "ocupación"."""
    from unicodedata import combining, normalize

    return "".join(one for one in normalize("NFD", word) if not combining(one))


def _bare(word: str, start: int, end: int) -> tuple[str, int]:
    if "'" in word:
        if word.endswith("'s"):
            return word[:-2], end - 2
        return word.replace("'", ""), end
    if word[0].isdigit():
        return word.replace(",", ""), end
    return word.replace(".", ""), end


def _pairs(word: str, start: int) -> list[Token]:
    if len(word) == 1:
        return [Token(word, start, start + 1)]
    return [Token(word[at : at + 2], start + at, start + at + 2) for at in range(len(word) - 1)]


# One form for all forms of a word: British and American spelling evened out, endings cut off

Stem = Callable[[str], str]

# British and American words that no rule below covers; their plurals go with them.
_SPELLINGS = dict(
    pair.split(":")
    for pair in (
        "ageing:aging analyse:analyze analysed:analyzed analysing:analyzing artefact:artifact "
        "catalogue:catalog centre:center centred:centered cheque:check defence:defense "
        "dialogue:dialog enquiry:inquiry enquiries:inquiries fibre:fiber gaol:jail grey:gray "
        "jewellery:jewelry judgement:judgment kerb:curb licence:license litre:liter "
        "manoeuvre:maneuver metre:meter mould:mold offence:offense plough:plow "
        "practise:practice practised:practiced practising:practicing pretence:pretense "
        "programme:program sceptic:skeptic sceptical:skeptical scepticism:skepticism "
        "skilful:skillful skilfully:skillfully theatre:theater tonne:ton tyre:tire "
        "wilful:willful wilfully:willfully"
    ).split()
)
# Forms that no ending tells, each with the form that the others lead to.
_IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "appendices:appendix arisen:arise arose:arise ate:eat beaten:beat became:become "
        "began:begin begun:begin bent:bend bitten:bite blew:blow bore:bear born:bear bought:buy "
        "bound:bind bred:breed broke:break broken:break brought:bring built:build burnt:burn "
        "calves:calf caught:catch children:child chose:choose chosen:choose crept:creep "
        "crises:crisis criteria:criterion dealt:deal drank:drink drawn:draw drew:draw "
        "driven:drive drove:drive drunk:drink eaten:eat fallen:fall fed:feed feet:foot fell:fall "
        "felt:feel fled:flee flew:fly flown:fly forbade:forbid forbidden:forbid foretold:foretell "
        "forgave:forgive forgiven:forgive forgotten:forget fought:fight found:find froze:freeze "
        "frozen:freeze geese:goose grew:grow grown:grow halves:half heard:hear held:hold hid:hide "
        "hidden:hide hung:hang hypotheses:hypothesis indices:index kept:keep knew:know "
        "knives:knife known:know laid:lay lain:lie leapt:leap lent:lend loaves:loaf lost:lose "
        "meant:mean men:man met:meet mice:mouse misled:mislead mistaken:mistake mistook:mistake "
        "outgrew:outgrow outgrown:outgrow overcame:overcome oversaw:oversee overseen:oversee "
        "overtaken:overtake overthrown:overthrow overtook:overtake paid:pay people's:people "
        "phenomena:phenomenon rang:ring repaid:repay resold:resell ridden:ride risen:rise "
        "rode:ride rose:rise rung:ring sang:sing sank:sink sat:sit shaken:shake shelves:shelf "
        "shone:shine shot:shoot shown:show shrank:shrink shrunk:shrink shut:shut slept:sleep "
        "slid:slide sold:sell sought:seek sped:speed spent:spend spoke:speak spoken:speak "
        "sprang:spring spread:spread spun:spin stole:steal stolen:steal stood:stand struck:strike "
        "sung:sing swam:swim swept:sweep swore:swear sworn:swear swum:swim swung:swing "
        "taught:teach teeth:tooth theses:thesis thieves:thief thought:think threw:throw "
        "thrown:throw told:tell undergone:undergo understood:understand undertaken:undertake "
        "undertook:undertake underwent:undergo upheld:uphold withdrawn:withdraw withdrew:withdraw "
        "withheld:withhold withstood:withstand wives:wife woken:wake wolves:wolf women:woman "
        "won:win wore:wear wove:weave written:write wrote:write"
    ).split()
)
_IZE = tuple("ise ised ises iser isers ising isable isation isations isational".split())
# What stands before "ise" in words that have no "z" anywhere: "television", "revise", "improvise".
_NEVER_IZE = frozenset(
    "adv advert appra chast circumc compr comprom conc dev disgu enterpr exc exerc franch improv "
    "inc merchand parad prec prem prom rev superv surpr telev upr".split()
)
# "travelled", "fulfill", "fuelled", but not "killed", "illegal" or "nationally"
_DOUBLED = pattern(r"(?!overall|forestall)(.*?(?:[aeiouy][^aeiouy]+[aeiouy]|[iu][ae])l)l(?!y)")

# Words that the stemmer makes one with another word: unit, import, author, sever, custom.
_APART = {
    "united": "united", "important": "important", "importance": "important",
    "authority": "authority", "authorities": "authority", "several": "several",
    "customer": "customer", "customers": "customer",
}  # fmt: skip


def _american(word: str) -> str:
    """Spell a lower-case word the American way: organisation, labour, fulfil, centre.

    Words that only look British ("resource") are changed as well; as both what is indexed and what
    is asked go through here, that does no harm.
    """
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    if word[:-1] in _SPELLINGS and word[-1] == "s":
        return _SPELLINGS[word[:-1]] + "s"
    if len(word) < 5:
        return word
    if "is" in word:
        for ending in _IZE:
            before = word[: -len(ending)]
            if word.endswith(ending) and len(before) > 2 and before not in _NEVER_IZE:
                word = f"{before}iz{ending[2:]}"
                break
    if word.find("our") >= 3:
        word = word.replace("our", "or")
    if "ll" in word and (doubled := _DOUBLED.match(word)):
        word = doubled[1] + word[doubled.end() :]
    return word


@cache
def _stemmer() -> Any:
    import Stemmer  # type: ignore[import-not-found, unused-ignore]

    return Stemmer.Stemmer("english")


def stem(word: str) -> str:
    """Return the stem of a lower-case word (Snowball's English stemmer)."""
    if not word.isascii() or not word.isalpha():
        return word
    if word in _APART:
        return _APART[word]
    result: str = _stemmer().stemWord(_american(_IRREGULAR.get(word, word)))
    return result


def stems_in(text: str, stem: Stem = stem) -> frozenset[str]:
    """Return the stems of the words of a text that carry a subject."""
    return frozenset(stem(token.text) for token in tokens(text) if token.text not in STOP_WORDS)
