"""Words that turn the sense of what stands beside them, in languages other than English."""

from functools import cache
from typing import NamedTuple

from wp.quantities.languages import TAGS, primary


class TurningWords(NamedTuple):
    """What turns the sense in a language, all in lower case.

    Words that deny, that oblige or allow, and that restrict; phrases that bound the number behind
    them, and that begin a condition; words that begin another clause, and those that go on with
    what is denied behind a comma ("nicht wahr, dass"). `names` says that a capital tells a name.
    """

    denying: frozenset[str]
    modal: frozenset[str]
    restricting: frozenset[str]
    bounds: tuple[tuple[str, ...], ...]
    conditions: tuple[tuple[str, ...], ...]
    openers: frozenset[str]
    carrying: frozenset[str]
    months: frozenset[str]
    names: bool

    def denies(self, word: str) -> bool:
        """Return whether a word, in lower case, denies: also "n'ont" and "d'aucun"."""
        return word in self.denying or (
            "'" in word and not self.denying.isdisjoint(word.split("'"))
        )


_WORDS = {
    "de": (
        "nicht nichts nie niemals niemand niemandem niemanden nirgends kein keine keinen keinem "
        "keiner keines weder ohne kaum keinesfalls keineswegs",
        "muss muß müssen musste mussten müsste müssten soll sollen sollte sollten darf dürfen "
        "durfte dürfte dürften kann können konnte konnten könnte könnten würde würden",
        "nur lediglich fast beinahe teilweise meist überwiegend angeblich",
        "sofern, falls, wenn, außer, es sei denn, soweit, solange, nicht, mit ausnahme",
        "aber sondern doch während obwohl", "dass daß ob",
    ),
    "es": (
        "no nunca jamás nadie nada ni ningún ninguno ninguna ningunos ningunas sin tampoco apenas",
        "debe deben deberá deberán debería deberían debía debían puede pueden podrá podrán podría "
        "podrían podía podían",
        "solo sólo solamente únicamente casi presuntamente supuestamente",
        "salvo, excepto, si, siempre que, a menos que, a no ser que, en caso de que, no",
        "pero sino aunque mientras quien quienes cual", "",
    ),
    "fr": (
        "ne n non pas jamais rien aucun aucune nul nulle ni sans guère nullement",
        "doit doivent devra devront devrait devraient devait devaient peut peuvent pourra pourront "
        "pourrait pourraient pouvait pouvaient",
        "seulement uniquement presque partiellement prétendument",
        "sauf, sauf si, si, s'il, s'ils, hormis, à moins que, à condition que, pourvu que, "
        "à l'exception, pas",
        "mais dont lequel laquelle lesquels lesquelles tandis quoique", "",
    ),
    "it": (
        "non né mai nessun nessuno nessuna niente nulla senza neppure neanche",
        "deve devono dovrà dovranno dovrebbe dovrebbero può possono potrà potranno potrebbe "
        "potrebbero",
        "solo soltanto solamente quasi unicamente presumibilmente",
        "salvo, eccetto, tranne, se, purché, a meno che, a condizione che, non",
        "ma mentre benché", "",
    ),
    "nl": (
        "niet niets nooit niemand nergens geen noch zonder nauwelijks",
        "moet moeten moest moesten mag mogen mocht kan kunnen kon konden zou zouden",
        "slechts alleen bijna enkel vermeend",
        "tenzij, behalve, indien, als, mits, zolang, niet",
        "maar terwijl hoewel", "dat of",
    ),
    "pt": (
        "não nunca jamais ninguém nada nem nenhum nenhuma sem tampouco",
        "deve devem deverá deverão deveria deveriam pode podem poderá poderão poderia poderiam",
        "só somente apenas quase unicamente supostamente",
        "salvo, exceto, se, desde que, a menos que, a não ser que, não",
        "mas embora enquanto", "",
    ),
    "ru": (
        "не нет ни без никогда никто никого ничего нигде никакой никакие нельзя",
        "должен должна должно должны может могут мог могли бы следует",
        "только лишь почти якобы", "если, кроме, за исключением, при условии, не",
        "но однако хотя", "что чтобы",
    ),
}  # fmt: skip


@cache
def turning_words(tag: str) -> TurningWords | None:
    """Return what turns the sense in the language of a BCP 47 tag; None where that is not known.

    English is not among them: its words are read with more care, in `wp.verify.kinds`.
    """
    language = primary(tag)
    if language not in _WORDS:
        return None
    denying, modal, restricting, conditions, openers, carrying = _WORDS[language]
    bounds, months = _of_figures(language)
    return TurningWords(
        frozenset(denying.split()),
        frozenset(modal.split()),
        frozenset(restricting.split()),
        bounds,
        tuple(tuple(phrase.split()) for phrase in conditions.split(", ")),
        frozenset(openers.split()),
        frozenset(carrying.split()),
        months,
        names=language != "de",
    )


def _of_figures(language: str) -> tuple[tuple[tuple[str, ...], ...], frozenset[str]]:
    """Return the phrases that bound a number, and the months; none where figures are not read."""
    if language not in TAGS:
        return (), frozenset()
    from wp.quantities.languages.tables import LANGUAGES

    data = LANGUAGES[language]
    phrases = (*data.floors, *data.ceilings, *data.arounds)
    return tuple(tuple(phrase.split()) for phrase in phrases), frozenset(data.months)
