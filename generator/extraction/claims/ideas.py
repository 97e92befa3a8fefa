"""What may be said or thought as the object of a cue, and what is only had, sold, met or seen."""

from generator.extraction.claims.syntax import child
from generator.extraction.parse import Token

_CLAIMED = frozenset(
    {"responsibility", "victory", "credit", "innocence", "ignorance", "success", "immunity", "progress"}
)
# Of these an object is told of or thought about only where it is an idea: not "offers a loan", "questioned two men".
_OFFERED = frozenset(
    {"apology", "condolence", "praise", "support", "explanation", "assessment", "advice", "criticism", "prayer", "view"}
    | {
        "congratulation",
        "assurance",
        "sympathy",
        "thanks",
        "opinion",
        "comment",
        "remark",
        "insight",
        "glimpse",
        "detail",
    }
    | {
        "reason",
        "excuse",
        "description",
        "account",
        "estimate",
        "interpretation",
        "analysis",
        "tribute",
        "word",
        "thought",
    }
    | {"defense", "defence", "argument", "evidence", "proof", "prediction", "endorsement", "proposal", "suggestion"}
    | {"warning", "encouragement", "guidance", "clue", "hint", "answer", "version", "perspective", "critique", "denial"}
)
_PEOPLE = frozenset(
    {"man", "woman", "people", "person", "boy", "girl", "suspect", "witness", "resident", "driver", "guest", "visitor"}
    | {"tourist", "student", "passenger", "employee", "worker", "neighbour", "neighbor", "relative", "delegation"}
    | {"him", "her", "them", "refugee", "child", "customer", "teenager", "couple", "crew", "newcomer", "delegate"}
)
# Orders of goods are no words: "ordered 55 planes".
_DEEDS = ("tion", "sion", "ment", "ing", "al", "ure", "ance", "ence")
_ORDERED = frozenset(
    {
        "halt",
        "review",
        "probe",
        "inquiry",
        "ban",
        "recount",
        "arrest",
        "release",
        "strike",
        "curfew",
        "lockdown",
        "trial",
    }
    | {
        "audit",
        "inquest",
        "freeze",
        "retreat",
        "end",
        "stop",
        "ceasefire",
        "raid",
        "attack",
        "shutdown",
        "search",
        "pause",
    }
    | {
        "change",
        "cut",
        "crackdown",
        "inquiry",
        "study",
        "investigation",
        "report",
        "recall",
        "truce",
        "return",
        "boycott",
    }
)
_SEEN = frozenset(
    {"need", "point", "reason", "benefit", "value", "risk", "advantage", "future", "role", "chance", "sense"}
)


def is_idea(verb: Token, objects: Token) -> bool:
    """Whether what stands as the object may be said or thought: no loan is, nor who is met at the door."""
    lemma, noun = verb.lemma_.lower(), objects.lemma_.lower()
    if lemma == "claim":
        return noun in _CLAIMED  # what a flood claims is lives, and a champion a title
    if lemma == "offer":
        return noun in _OFFERED
    if lemma == "see":
        return noun in _SEEN
    if lemma == "order":
        return child(objects, "nummod") is None and (noun.endswith(_DEEDS) or noun in _ORDERED)
    if lemma in ("question", "welcome", "greet"):
        return not (objects.ent_type_ == "PERSON" or noun in _PEOPLE or objects.lower_ in _PEOPLE)
    return True
