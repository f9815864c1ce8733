"""What is told of a figure by its verb: "surrendered" is not "confessed"."""

from wp.pattern import pattern
from wp.statements.terms import stems, stems_of, terms
from wp.verify.claims.reported import Mention, Report

# The verb right behind the noun, or the participle that tells it apart.
_TOLD = pattern(
    r"\s+(?:(?:who|which|that)\s+)?"
    r"(?:(?:was|were|is|are|have|has|had|been|being|be|got|also|now|then|[^\W\d_]+ly|indeed)\s+)*"
    r"([^\W\d_]+ed|caught|sent|built|taken|brought|lost|paid|sold|bought|left|kept|stolen|shot"
    r"|drawn|withdrawn|written|given|chosen|hurt|cut)\b(?!-)"
)


# "24 missions are under Chinese command", "half of the officials are women"
_STATE = pattern(
    r"\s+(?:is|are|was|were)\s+(?:(?:now|still|all|also|already|only)\s+)*"
    r"(?!(?:back|home|here|there|left|out|away|abroad)\b)((?:[^\W\d_]+ ){0,3}[^\W\d_]+)(?=[.,;:]|$)"
)
# Verbs that say no more than that something is.
_BEING = "existed remained followed concerned appeared happened occurred involved used called"
# Steps of a procedure: what has taken one has not taken another.
_STEPS = (
    "approve submit sign ratify adopt propose draft revise abolish publish arrest convict charge "
    "prosecute sentence acquit dismiss appoint transfer"
)


def other_step(mention: Mention, words: frozenset[str]) -> bool:
    """Return whether a step is told of a figure where the source tells another: what is submitted
    is not approved. `words` are those of the source's fact."""
    ours = mention.said.clause & stems_of(_STEPS)
    return bool(ours and words & stems_of(_STEPS) and not ours & words)


def other_verb(mention: Mention, report: Report, words: frozenset[str]) -> str:
    """Return the verb that a sentence tells of a figure where the source has none that says so.

    Takes the words of the source's fact; a synonym of the general thesaurus says the same. Empty
    where no verb stands by the figure, or one that the source has.
    """
    found = _TOLD.match(report.sentence, mention.stated.counted_end)
    if not found:
        state = _STATE.match(report.sentence, mention.stated.counted_end)
        last = terms(state[1])[-1:] if state else []
        return state[1] if state and last and last[0].stem not in words else ""
    following = terms(report.sentence[found.start(1) :])[:1]
    told = frozenset(one.stem for one in following if not one.start)
    if not told or told & (words | stems_of(_BEING)) or _say_same(found[1], told, words):
        return ""
    return found[1]


def _say_same(verb: str, told: frozenset[str], words: frozenset[str]) -> bool:
    from wp.words.thesaurus import lines_with

    for line in lines_with(verb[:3].lower()):
        # "own up": a word that tells nothing elsewhere
        members = [stems(one) or frozenset(one.split()[:1]) for one in (*line.words, *line.sayings)]
        held = members[: len(line.words)]
        if told in members and any(member and member <= words for member in held):
            return True
    return False
