"""One form for all forms of a word: British and American spelling evened out, endings cut off."""

from functools import cache
from typing import Any

# Pairs that no ending rule below covers.
_SPELLINGS = {
    "centre": "center", "centres": "centers", "theatre": "theater", "metre": "meter",
    "metres": "meters", "litre": "liter", "litres": "liters", "fibre": "fiber",
    "defence": "defense", "offence": "offense", "offences": "offenses", "licence": "license",
    "pretence": "pretense", "programme": "program", "programmes": "programs",
    "cheque": "check", "judgement": "judgment", "judgements": "judgments", "ageing": "aging",
    "grey": "gray", "tonne": "ton", "tonnes": "tons", "catalogue": "catalog",
    "dialogue": "dialog", "dialogues": "dialogs", "practise": "practice", "practised": "practiced",
    "sceptic": "skeptic", "manoeuvre": "maneuver", "gaol": "jail", "kerb": "curb",
    "mould": "mold", "plough": "plow", "tyre": "tire", "tyres": "tires", "analyse": "analyze",
    "artefact": "artifact", "enquiry": "inquiry", "enquiries": "inquiries",
}  # fmt: skip
# Forms that no ending tells, each with the form that the others lead to.
_IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "arose:arise arisen:arise ate:eat eaten:eat beaten:beat became:become began:begin "
        "begun:begin bitten:bite blew:blow bore:bear born:bear bought:buy bound:bind broke:break "
        "broken:break brought:bring built:build burnt:burn caught:catch children:child "
        "chose:choose chosen:choose criteria:criterion crises:crisis dealt:deal drawn:draw "
        "drew:draw driven:drive drove:drive fallen:fall fed:feed feet:foot fell:fall felt:feel "
        "flew:fly flown:fly forbade:forbid forbidden:forbid forgotten:forget fought:fight "
        "found:find froze:freeze frozen:freeze grew:grow grown:grow heard:hear held:hold "
        "hidden:hide hung:hang kept:keep knew:know known:know laid:lay lain:lie lent:lend "
        "lost:lose meant:mean met:meet oversaw:oversee overseen:oversee overthrown:overthrow "
        "paid:pay people's:people risen:rise rose:rise sank:sink sat:sit shaken:shake "
        "shrank:shrink shrunk:shrink shut:shut sold:sell sought:seek spent:spend spoke:speak "
        "spoken:speak spread:spread stole:steal stolen:steal stood:stand struck:strike sworn:swear "
        "taught:teach thought:think thrown:throw told:tell undergone:undergo understood:understand "
        "undertaken:undertake undertook:undertake underwent:undergo upheld:uphold "
        "withdrawn:withdraw withdrew:withdraw won:win women:woman men:man written:write "
        "wrote:write"
    ).split()
)
_IZE = ("ise", "ised", "ises", "iser", "isers", "ising", "isation", "isations")


def american(word: str) -> str:
    """Spell a lower-case word the American way: organisation, labour, fulfil, centre.

    Words that only look British ("promise") are changed as well; as both what is indexed and what
    is asked go through here, that does no harm.
    """
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    if len(word) < 5:
        return word
    if "is" in word:
        for ending in _IZE:
            if word.endswith(ending):
                word = f"{word[: -len(ending)]}iz{ending[2:]}"
                break
    if word.find("our") >= 3:
        word = word.replace("our", "or")
    return word.replace("ll", "l")


@cache
def _stemmer() -> Any:
    import Stemmer  # type: ignore[import-not-found, unused-ignore]

    return Stemmer.Stemmer("english")


def stem(word: str) -> str:
    """Return the stem of a lower-case word (Snowball's English stemmer)."""
    if not word.isascii() or not word.isalpha():
        return word
    result: str = _stemmer().stemWord(american(_IRREGULAR.get(word, word)))
    return result
