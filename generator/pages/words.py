"""What the pages call things: the contract's terms in a reader's words."""

import re

from generator.model import ActorKind, BlockKind, ClaimForm, Event, Factuality, Standing
from generator.scripts import mixed_scripts

# How sure, in words, and the key of its look. None: asserted, which needs no mark.
STANCE = {
    Factuality.CERTAIN: ("asserted", "sure"),
    Factuality.CERTAIN_NOT: ("asserted not to be so", "not"),
    Factuality.PROBABLE: ("held probable", "open"),
    Factuality.PROBABLE_NOT: ("held improbable", "not"),
    Factuality.POSSIBLE: ("held possible", "open"),
    Factuality.POSSIBLE_NOT: ("held possibly not so", "not"),
    Factuality.UNDERSPECIFIED: ("left open", "open"),
}
FORM = {
    ClaimForm.QUOTATION: "quoted",
    ClaimForm.MIXED: "partly quoted",
    ClaimForm.PARAPHRASE: "paraphrased",
    ClaimForm.NARRATION: "in the article’s own voice",
}
PLACE = {BlockKind.HEADLINE: "headline", BlockKind.CAPTION: "caption"}
KIND = {
    ActorKind.PERSON: "person",
    ActorKind.ORGANIZATION: "organization",
    ActorKind.STATE: "state",
    ActorKind.PLACE: "place",
    ActorKind.PEOPLE: "people",
    ActorKind.WEAPON: "weapon",
    ActorKind.FACILITY: "facility",
    ActorKind.EVENT: "event",
    ActorKind.WORK: "work",
    ActorKind.OTHER: "other",
}
_GIVEN = frozenset({"receive", "get", "accept"})  # told from the end of whom something is given to
# PLOVER's types and the standing relations: what the thing is, and what one party of it does to the other.
EVENT = {
    "AGREE": "agreement",
    "CONSULT": "meeting or statement",
    "SUPPORT": "support",
    "COOPERATE": "cooperation",
    "AID": "aid or supply",
    "YIELD": "concession",
    "REQUEST": "request",
    "ACCUSE": "accusation",
    "REJECT": "refusal",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "MOBILIZE": "mobilization",
    "COERCE": "coercion",
    "ASSAULT": "attack",
    "OTHER": "event",
}
LINK = {
    "AGREE": "agrees with",
    "CONSULT": "meets or talks with",
    "SUPPORT": "supports",
    "COOPERATE": "cooperates with",
    "AID": "gives aid or supplies to",
    "YIELD": "gives way to",
    "REQUEST": "asks of",
    "ACCUSE": "accuses",
    "REJECT": "refuses",
    "THREATEN": "threatens",
    "PROTEST": "protests against",
    "SANCTION": "sanctions",
    "MOBILIZE": "mobilizes towards",
    "COERCE": "coerces",
    "ASSAULT": "attacks",
    "OTHER": "acts upon",
    "membership": "is a member of",
    "office": "holds office in",
    "family": "is family of",
    "ownership": "owns",
}
# Of PLOVER's types, those of cooperation and those of conflict, by the quad classes of its codebook; but a request is
# no conflict, a meeting no help, and forces that are moved may be moved against someone or to his aid.
_WITH = frozenset({"AGREE", "SUPPORT", "COOPERATE", "AID", "YIELD"})
_AGAINST = frozenset({"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT"})
STANDING_LINKS = frozenset({"membership", "office", "family", "ownership"})
DIFFERENCE = {
    "figure": "the figures differ",
    "date": "the dates differ",
    "actor": "the actors differ",
    "factuality": "not equally sure",
    "denial": "one side denies it",
}
CREDIBILITY = {
    1: "confirmed by independent origins",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "not judged",
}
VERDICT = {
    "accepted": "confirmed by a person",
    "corrected": "corrected by a person",
    "rejected": "rejected by a person",
    "unsure": "looked at by a person, who is unsure",
}
_MARKS = '"“”„«»'
_INNER = re.compile(f"[{_MARKS}]")
_OPENS = re.compile(r"(^|[\s(\[—–-])$")


def sure(standing: Standing) -> tuple[str, str]:
    """How sure several claims are, the least and the most of them, with the key of the look of the least."""
    least, most = STANCE[standing.least], STANCE[standing.most]
    return least if least == most else (f"here {least[0]}, there {most[0]}", least[1])


def unquoted(text: str) -> str:
    """The words as they stand inside the page's own quotation marks.

    Marks around all of them go; marks inside become single ones. No word changes.
    """
    inner = text[1:-1]
    if len(text) > 2 and text[0] in _MARKS and text[-1] in _MARKS and not any(c in _MARKS for c in inner):
        return inner
    return _INNER.sub(lambda m: "‘" if _OPENS.search(text[: m.start()]) else "’", text)


def without_that(text: str) -> str:
    """Reported words without the "that" which joined them to their verb, since the page sets a colon there."""
    return text[5:] if text.startswith("that ") and len(text) > 20 else text


def sense(link: str) -> str:
    """What kind of thing a link of the type tells: "standing", "with", "against", or "other"."""
    if link in STANDING_LINKS:
        return "standing"
    return "with" if link in _WITH else "against" if link in _AGAINST else "other"


def listed(names: list[str] | tuple[str, ...]) -> str:
    """The names as a list in a sentence: "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def deed(event: Event) -> str:
    """The word for what is done, as its agent does it: who receives is the recipient, and the agent gives."""
    if event.predicate.lemma not in _GIVEN or not event.recipient:
        return event.predicate.lemma
    return "give" if event.agent else "given"


def foreign(*names: str) -> str | None:
    """A warning of names that imitate others by letters of another script; None for honest ones."""
    found = dict.fromkeys(script for name in names for _, script in mixed_scripts(name))
    return f"has {' and '.join(found)} letters that look like Latin ones" if found else None
