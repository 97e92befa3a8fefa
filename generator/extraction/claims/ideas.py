"""What may be said or thought as the object of a cue, and what is only had, sold, met or seen."""

from generator.extraction.claims.syntax import child
from generator.extraction.parse import Token
from generator.gazetteer import words

# What ends so is a deed, and may be ordered: "ordered an evacuation".
_DEEDS = ("tion", "sion", "ment", "ing", "al", "ure", "ance", "ence")


def is_idea(verb: Token, objects: Token) -> bool:
    """Whether what stands as the object may be said or thought: no loan is, nor who is met at the door."""
    lemma, noun = verb.lemma_.lower(), objects.lemma_.lower()
    if lemma == "claim":
        return noun in words("ideas", "claimed")
    if lemma == "offer":
        return noun in words("ideas", "offered")
    if lemma == "see":
        return noun in words("ideas", "seen")
    if lemma == "order":
        return child(objects, "nummod") is None and (noun.endswith(_DEEDS) or noun in words("ideas", "ordered"))
    if lemma == "unveil":
        return noun in words("ideas", "unveiled")
    if lemma == "estimate":
        return noun not in words("ideas", "measures")
    if lemma == "treat":
        return any(c.dep_ == "prep" and c.lower_ == "as" for c in (*verb.children, *objects.children))
    if lemma in ("question", "welcome", "greet"):
        people = words("ideas", "people")
        return not (objects.ent_type_ == "PERSON" or noun in people or objects.lower_ in people)
    return True
