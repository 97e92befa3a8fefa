"""The words between a speaker and what it says, as the article has them: never without their negation.

A cue alone can say the opposite of its sentence: "confirming" in "stopped short of confirming", "say" in
"declined to say", "ruled" in "has not ruled out". The page therefore prints the cue with what governs it.
"""

import re

from generator.model import INTERVIEW, Article, Claim, Extent, Factuality, SpeakerKind

_AUXILIARY = (
    r"(?:has|have|had|is|are|was|were|be|been|do|does|did|will|would|could|can|may|might|must|should|shall)"
    r"(?:n[’']t)?|wo[n]['’]t|can[’']t"
)
_BETWEEN = r"(?:(?:be|been|being|yet|even|also|so far|either|to|\w+ly)\s+)*"
_NEGATOR = (
    r"(?:(?:stop|stops|stopped|stopping|fell|fall|falls|falling)\s+short\s+of"
    r"|(?:declin|refus|fail|avoid|neglect|hesitat|forb|stopp|ceas|resist)\w*(?:\s+(?:to|from))?"
    r"|(?:yet|unable|unwilling|reluctant)\s+to|without|not|never|neither|nor|no\s+longer|cannot|\w+n[’']t)"
)
_NEGATED = re.compile(rf"(?:\b(?:{_AUXILIARY})\s+)*{_BETWEEN}\b{_NEGATOR}\s+{_BETWEEN}$", re.IGNORECASE)
_GOVERNED = re.compile(rf"\b(?:(?:{_AUXILIARY})\s+{_BETWEEN}|\w+\s+(?:on\s+)?to\s+)$", re.IGNORECASE)
_PARTICLE = re.compile(r"\s+(?:out|down|off|up|away)\b")
_REACH = 60
_ASSERTIVE_LOOK = frozenset({Factuality.UNDERSPECIFIED, Factuality.CERTAIN_NOT})
# Cues that are nouns: "South Korea and the United States, worries:".
_NOUNS = frozenset(
    {
        "statement", "statements", "report", "reports", "announcement", "accusation", "accusations",
        "allegation", "allegations", "comment", "comments", "concern", "concerns", "worries", "fears", "remark",
        "remarks", "warning", "warnings", "assessment", "estimate", "estimates", "opinion", "view", "speech",
        "message", "letter", "denial", "interview",
    }
)  # fmt: skip


def place(article: Article, claim: Claim) -> Extent | None:
    """Where the words stand that the page prints as the verb; None in narration."""
    cue = claim.cue
    if cue is None:
        return None
    start, end = cue.start, cue.end
    before = article.text[max(start - _REACH, 0) : start].rsplit("\n", 1)[-1]
    found = _NEGATED.search(before)
    if found is None and cue.text.lower() == cue.lemma.lower():
        found = _GOVERNED.search(before)
    held = [*claim.spans, *claim.speakers]
    if found is not None and not any(s.overlaps(Extent(start=start - len(found[0]), end=start)) for s in held):
        start -= len(found[0].lstrip())
    after = _PARTICLE.match(article.text, end)
    if after is not None and not any(s.overlaps(Extent(start=end, end=after.end())) for s in held):
        end = after.end()
    return Extent(start=start, end=end)


def told(article: Article, claim: Claim) -> str | None:
    """The words that stand after the speaker's name: a verb, or the cue's words set apart by a comma."""
    where = place(article, claim)
    if claim.rule == INTERVIEW:
        return ", in an interview"
    if where is None or claim.cue is None:
        return None
    plain = " ".join(article.text[where.start : where.end].split())
    plain = plain[:1].lower() + plain[1:]
    return f", {plain}" if _stands_apart(plain, claim) else plain


def _stands_apart(plain: str, claim: Claim) -> bool:
    """Whether the words cannot follow a name as its verb: participles, nouns, and what does not agree."""
    lemma = claim.cue.lemma.lower() if claim.cue else plain
    low = plain.lower()
    if low.startswith("according"):
        return False
    if " " in plain:
        return low.split()[0].endswith("ing") or low.startswith(("without", "to ", "not ", "never "))
    if low.endswith("ing") or (low in _NOUNS and (not low.endswith("s") or _several(claim))):
        return True
    if _several(claim):
        return low.endswith("s") and low != lemma
    return low == lemma and not low.endswith("ed") and claim.factuality in _ASSERTIVE_LOOK


def _several(claim: Claim) -> bool:
    """Whether those who speak are more than one, as far as their words show."""
    if len(claim.speakers) != 1:
        return True
    speaker = claim.speakers[0]
    return speaker.actor is None and speaker.kind is SpeakerKind.GROUP and speaker.text.endswith("s")
