"""What ends a block quotation and is no part of the passage: its citation, remark or attribution.

Nothing but names, numbers and the words of references may stand there: any other word is quoted.
"""

import re

from wp.documents import Mapped
from wp.pattern import pattern

_BRACKETED = r"[(\[（](?:[^()\[\]（）]|\([^()]*\))*[)\]）]"
_TAIL = pattern(rf"\s*(?P<words>{_BRACKETED})[.,;]?\s*\Z")
_ADDRESS = pattern(r"https?://[^\s)\]]+")
_WORD = pattern(r"[^\W_]+(?:['’.&-][^\W_]+)*")
# What a bracket at the end says where it is no part of the passage: its place, or who set it so.
# Nothing but these words, numbers and names may stand in it: "(which failed in 2017)" is a remark.
_PLACE = (
    r"sect?s?|sections?|paras?|pars?|paragraphs?|p{1,2}|pages?|ch(?:apter|ap)?s?|arts?|articles?|"
    r"vols?|volumes?|nos?|notes?|fn|nn?|lines?|annex|appendix|ibid|op|cit|loc|source|abs|nr|s"
)
_SET_SO = (
    r"emphasis|emphases|italics|stress|translations?|highlight(?:s|ed|ing)?|hervorhebung\w*|"
    r"soulign(?:é|ons|ement)|italiques?|énfasis|cursivas?|subrayado"
)
_SIGN = pattern(rf"[§¶]|\b(?:{_PLACE}|{_SET_SO})\b", re.IGNORECASE)
_YEAR = pattern(r"(?<![\d,.])(?:1[5-9]|20)\d\d[a-z]?(?![\d,.]*\d)")
_LINKING = frozenset(
    "a added al and añadido are as at author authors autor autorin by c'est cf citation citations "
    "cited d de der des di du durch ed eds et ff for footnotes from hinzugefügt im in la le mine "
    "my n.d nous of omitted on original our ours par quoted qui removed see supplied the to tr "
    "trans und van verf verfasser verfassers von with".split()
)
_NUMBER = pattern(r"\d{1,4}(?:[a-z]|er|re|ème)?|[ivxlc]+")
_NAME_IN_CHINESE = pattern(
    r"[(（](?:[^，,；;《》]{1,20}[，,；;]\s*)?(?:《[^《》]+》|(?:1[5-9]|20)\d\d年?|"
    r"第[\d一二三四五六七八九十百]+[章节条页款段])+[)）]|[(（](?:着重号|黑体|引者|笔者|译者)[^，。]{0,8}[)）]"
)
_NO_NAMES = frozenset("not no never none nothing only false true wrong untrue".split())
_BY_NUMBER = pattern(r"[(\[]\d{1,3}[)\]]")
# "— White paper, section VI" below a block quotation, or behind its final stop, says where it comes
# from; so do names in a last paragraph.
_ATTRIBUTION = pattern(
    r"(?:(?:\n|^)[ \t]*|(?<=[.!?”\"’'])[ \t]+|(?<=[。！？」』])[ \t]*)"
    r"(?:[—–―]+|--?)[ \t]*(?P<words>\S[^\n]*)\Z"
)
_LAST_LINE = pattern(r"\n\s*\n(?P<words>[^\n]{1,150})\Z")
# Beside names these may stand in such a line; any other word makes it text.
_OF_SOURCES = frozenset(
    "accessed act annex article chairman chapter conclusion conference document edition foreword "
    "general government interview law letter minister ministry news office online page paper "
    "paragraph preamble president press prime release report resolution secretary section speech "
    "spokesman spokesperson spokeswoman statement text translated treaty website white".split()
)
_LONGEST_UNCASED = 30


def without_tail(body: Mapped) -> Mapped:
    """Return a block quotation without the citation, remark or attribution that ends it."""
    while True:
        text = body.text
        tail, last = _TAIL.search(text), _LAST_LINE.search(text)
        if tail and _is_citation(tail["words"]):
            end = tail.start()
        elif (end := start_of_attribution(text)) < len(text):
            pass
        elif last and _is_citation(last["words"]):
            end = last.start()
        else:
            return body
        if not any(map(str.isalnum, text[:end])):
            return body
        body = body.part(0, end).strip()


def start_of_attribution(text: str) -> int:
    """Return where the line that attributes a block quotation begins; its length if it has none."""
    found = _ATTRIBUTION.search(text)
    return found.start() if found and _names_source(found["words"]) else len(text)


def _names_source(line: str) -> bool:
    """Return whether a line has nothing but names, numbers and what belongs to a reference."""
    names = 0
    for match in _WORD.finditer(_ADDRESS.sub("", line)):
        word = match[0]
        uncased = word.lower() == word.upper()
        if word[0].isupper() or (uncased and len(line) <= _LONGEST_UNCASED):
            names += 1
        elif word.lower() not in _LINKING | _OF_SOURCES and not _NUMBER.fullmatch(word):
            return False
    return names > 0


def _is_citation(bracket: str) -> bool:
    """Return whether a bracket says where a passage is from, or who set it so, and nothing else."""
    if _BY_NUMBER.fullmatch(bracket) or _NAME_IN_CHINESE.fullmatch(bracket):
        return True
    names, linked = 0, False
    for match in _WORD.finditer(_ADDRESS.sub("", bracket)):
        word = match[0]
        lower = word.lower()
        if lower in _NO_NAMES:
            return False
        if lower in _LINKING or _SIGN.fullmatch(word) or _NUMBER.fullmatch(word):
            linked |= lower in _LINKING
            continue
        if not word[0].isupper():
            return False
        names += 1
    # A number by itself may be a figure that was put in; so may one beside a single name. Names
    # with nothing that links them may be a sentence: "(China Disagrees)".
    return bool(_SIGN.search(bracket) or _YEAR.search(bracket) or (names > 1 and linked))
