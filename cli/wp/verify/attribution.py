"""Whose words a quotation is: the source's, another speaker's, a title, a word held at a distance.

Only for quotations that the source lacks. A draft quotes many; the one to look at is the one that
the draft itself says to be the source's. Who speaks is read in a draft and in its source alike: a
source that reports what somebody says, and lacks what a draft quotes of them, leaves the draft's
words open; of anybody else's it says nothing.
"""

import re
from typing import TYPE_CHECKING, Literal

from wp.english import MONTHS, WEEKDAYS
from wp.pattern import pattern
from wp.text import words
from wp.verify.tokens import word_count

if TYPE_CHECKING:
    from wp.verify.corpus import Corpus

Role = Literal["quotation", "speaker", "other", "scare", "title"]

_SCARE_WORDS = 2
_NOUNS = (
    r"(?:(?:white )?paper|document|text|passage|section|chapter|conclusion|authors?|source"
    r"|sentence|same pages?|report|study|resolution|declaration|treaty|convention|bulletin"
    r"|judge?ment|ruling|communiqu[ée]|memorandum|guidelines|annex|appendix|paragraph|clause"
    # Elsewhere these are verbs, or anybody's: "they act as he says", "in a statement he says".
    r"|(?<=the )(?:(?:press |news )?release|statement|minutes|survey|audit|notice))"
)
_SAYS = (
    r"(?:says?|said|states?|stated|writes?|wrote|written|puts? (?:it|this|that)|adds?|added|notes?"
    r"|noted|claims?|claimed|declares?|declared|explains?|explained|argues?|argued|asserts?|asserted"
    r"|holds?|held|records?|recorded|reports?|reported|reads?|concludes?|concluded|insists?"
    r"|insisted|speaks?|spoke|promises?|promised|lists?|listed|calls?|called|describes?|described"
    r"|observes?|observed|continues?|continued|goes on|went on|quotes?|quoted|words?|wording"
    r"|formulation|opens?|begins?|ends?|admits?|admitted|boasts?|boasted|warns?|warned|urges?|urged"
    r"|acknowledges?|acknowledged|stresses|stressed|emphasi[sz]e[sd]?|underlines?|underlined|vows?"
    r"|vowed|pledges?|pledged|contends?|contended|maintains?|maintained|remarks?|remarked)"
)
# What a document does, but "it" may be anybody's deed: "it found “a treasure”".
_LAYS_DOWN = (
    r"(?:provides|provided (?:that|for)|requires?|required|prohibits?|prohibited|stipulates?"
    r"|stipulated|specif(?:y|ies|ied)|orders?|ordered|rules?|ruled|finds?|found|sets? out|defines?"
    r"|defined|cautions?|cautioned|suggests?|suggested|recommends?|recommended|recogni[sz]e[sd]?"
    r"|confirms?|confirmed|announces?|announced|makes? (?:it )?(?:clear|plain)|shows?|showed)"
)
# "Asked for the statement, she said": not the statement speaks.
_NOT_A_PERSON = r"(?<!\bhe )(?<!\bshe )(?<!\bthey )(?<!\bwe )(?<!\bi )"
_NUMBERED = r"(?:section|article|paragraph|clause|chapter|part|rule|regulation|annex|schedule)"
_ATTRIBUTED = pattern(
    rf"\b{_NOUNS}(?:['’]s)?(?:,? [^.;:]{{0,40}}?)? ?\b{_NOT_A_PERSON}(?:{_SAYS}|{_LAYS_DOWN})\b"
    rf"|\b(?:under|in|by) {_NUMBERED} [\dIVX]+(?: ?\([\da-z]+\))*(?: \w+)?,? (?=[\"“„«‘'])"
    rf"|\b(?:according to|in the words of|as) (?:the |this |that |its )(?:same )?{_NOUNS}\b"
    rf"|\b{_SAYS} the {_NOUNS}\b"
    # "The paper: “…”", "The paper's conclusion is that “…”", "These words, “…”, stand in the paper"
    rf"|\b{_NOUNS}(?:['’]s \w+ (?:is|was)(?: that)?)?:? (?=[\"“„«‘'])"
    rf"|\b(?:stands?|stood|appears?|appeared|found|taken) (?:in|from) (?:the|this|its) {_NOUNS}\b"
    # A second sentence takes the source up by a pronoun: "it concludes", "its authors admit".
    rf"|\bit (?:(?!(?:is|was|be|been|has|had|can|could|may|might)\b)\w+ )?{_SAYS}\b"
    r"|\bin its (?:own )?words\b"
    # A place behind the quotation: "(Section VI, para. 3)".
    r"|[\"”’»'“] ?[(\[](?:[^()\[\]]* )?(?:sec(?:tion|t)?|para(?:graph)?s?)\b\.? ?[\dIVX]"
    r"|[\"”’»'“] ?[(\[][^()\[\]]*[§¶]",
    re.IGNORECASE,
)
_CHINESE = r"(?:白皮[书書]|文件|[报報]告|公[报報告]|[纪紀]要|判[决決][书書]?|[该該]文|原文)"
_JAPANESE = "(?:白書|文書|本書|同書)"
_GERMAN = (
    "(?:Weißbuch|Papier|Dokument|Bericht|Text|Quelle|Resolution|Gesetz|Urteil|Beschluss|Protokoll"
    "|Bulletin|Mitteilung)"
)
_FRENCH = (
    "(?:livre blanc|rapport|document|texte|résolution|bulletin|communiqué|arrêt|jugement"
    "|procès-verbal)"
)
_SPANISH = "(?:libro blanco|informe|documento|texto|resolución|boletín|comunicado|sentencia|acta)"
_IN_OTHER_LANGUAGES = pattern(
    rf"(?:{_CHINESE}|{_JAPANESE})"
    r"[^。；]{0,16}?(?:指出|写道|寫道|[说說称稱]|表示|[强強][调調]|[认認][为為]|[声聲]明|提出|[规規]定"
    r"|述べ|記し|記載|いう|言う|書い|とある|[:：])"
    rf"|(?:[据據]|根[据據]|按照)(?:[该該本])?{_CHINESE}"
    rf"|\b{_GERMAN}(?:e?s)?\b[^.;:]{{0,40}}?"
    r"\b(?:sagt|schreibt|stellt|erklärt|behauptet|heißt|betont|nennt|fordert|warnt|spricht|lautet)\b"
    rf"|\b(?:heißt es|steht)\b[^.;:]{{0,20}}\b(?:im|in der) {_GERMAN}"
    rf"|\b(?:laut|im|nach dem) {_GERMAN}\b"
    rf"|\b{_FRENCH}\b[^.;:]{{0,40}}?"
    r"\b(?:dit|affirme|déclare|écrit|indique|précise|souligne|note|conclut|parle|appelle|ajoute)\b"
    rf"|\b(?:selon|d['’]après) (?:l['’]|(?:le|la|les|ce|cet|cette) ){_FRENCH}\b"
    rf"|\b{_SPANISH}\b[^.;:]{{0,40}}?"
    r"\b(?:dice|afirma|declara|señala|escribe|indica|subraya|concluye|habla|añade)\b"
    rf"|\bsegún (?:el|la|este|esta) {_SPANISH}\b",
    re.IGNORECASE,
)
# "a critic of the paper says": not the paper speaks.
_SPOKEN_OF = pattern(r"\b(?:of|about|against|with|by|to|for)(?: \w+)? (?:white )?$", re.IGNORECASE)
_SMALL = frozenset("a an and as at by for from in into of on or the to under upon with".split())


def role_of(text: str, around: str, *, block: bool, corpus: "Corpus | None" = None) -> Role:
    """Tell what a quotation is that the source lacks.

    Takes its words, the prose around it, whether it is a block quotation, and the source for the
    names that it goes by and those who speak in it. One or two words are a "scare" quotation; words
    that begin with capitals throughout are a "title"; what the prose gives as the source's words is
    a "quotation"; those of a "speaker" are given to a person or act that speaks in the source; the
    rest are some "other" speaker's.
    """
    found = [word.text for word in words(text)]
    if word_count(text) <= _SCARE_WORDS and not block:
        return "scare"
    if not block and _is_title(text, found):
        return "title"
    around = " ".join(around.split())
    as_named = around
    for name in corpus.document_names if corpus else ():
        # A word alone, "act", may be a verb.
        lead = "(?:the )?" if " " in name else r"(?:the|this|that) (?:\w+ ){0,2}?"
        around = re.sub(rf"(?<!\w){lead}{re.escape(name)}(?!\w)", "the source", around, flags=re.I)
    if _is_attributed(around):
        return "quotation"
    named = speakers_in(as_named)
    return "speaker" if corpus and named and named & corpus.speakers else "other"


def _is_attributed(around: str) -> bool:
    """Return whether the prose makes the source speak."""
    if _IN_OTHER_LANGUAGES.search(around):
        return True
    return any(
        not _SPOKEN_OF.search(around, 0, match.start()) for match in _ATTRIBUTED.finditer(around)
    )


def _is_title(text: str, found: list[str]) -> bool:
    telling = [word for word in found if word.lower() not in _SMALL and word[0].isalpha()]
    return (
        len(telling) > 1
        and found[0][0].isupper()
        and all(word[0].isupper() for word in telling)
        and text.rstrip()[-1] not in ".!;"
    )


_NAME = r"[A-Z][\w’'-]*\w(?: (?:(?:of|on|for|the|and|de|der|van|von|bin|al) )*[A-Z][\w’'-]*\w)*"
_ACT = (
    r"(?:Act|Law|Code|Convention|Treaty|Charter|Constitution|Regulations?|Rules|Directive"
    r"|Resolution|Declaration|Covenant|Protocol|Agreement|Statute|Bill|Ordinance|Decree|Measures)"
)
_SPEAKS = (
    r"(?:says?|said|told|tells|adds?|added|writes?|wrote|notes|noted|argue[sd]?|insist(?:s|ed)"
    r"|recall(?:s|ed)|warn(?:s|ed)|explain(?:s|ed)|conclude[sd]?|stress(?:es|ed)|state[sd])"
)
_PROVIDES = r"(?:provides?|provided|requires?|prohibits?|stipulates?|states?|says?|reads?|defines?)"
_AS_THEY_SAY = r"[Aa]ccording to|[Ii]n the words of"
_SPEECH = pattern(
    # "a spokesman for Lopez said", "her letter to Lopez said": not Lopez speaks.
    rf"(?<!of )(?<!for )(?<!to )(?<!by )(?<!with )(?<!\w)({_NAME})"
    rf"(?:, [^,.;:“”\"]{{1,60}},)? {_SPEAKS}\b"
    rf"|\b(?:{_SPEAKS}|{_AS_THEY_SAY}) (?:the )?({_NAME})"
    rf"|({_NAME}) {_PROVIDES}\b"
    rf"|\b[Uu]nder (?:[a-z]+ [\dIVX]+(?:\([\da-z]+\))* of )?(?:the )?({_NAME})"
)
_LINK = pattern(r" (?:of|on|for|the|and)(?: |$)")
_ACT_NAME = pattern(rf"\b{_ACT}\b")
_OWNERS = ("’s", "'s")  # "said Lopez’s lawyer"
# Capitals begin a sentence, a day and a month as well as a name.
_NO_NAMES = frozenset(
    "A An And As At But He I If In It Many No Nobody On One She So Some That The There These They "
    "This Those We What When Who You".split()
).union(WEEKDAYS, MONTHS)


def speakers_in(text: str) -> frozenset[str]:
    """Return who speaks in a text: persons by the last word of their name, acts by all of it."""
    found = set()
    for match in _SPEECH.finditer(" ".join(text.split())):
        said, as_told, laid_down, under = match.groups()
        name = said or as_told or laid_down or under
        if _ACT_NAME.search(name):
            found.add(name.removeprefix("The "))
        elif (said or as_told) and not name.endswith(_OWNERS):
            found.add(_LINK.split(name)[0].split()[-1])
    return frozenset(found - _NO_NAMES)
