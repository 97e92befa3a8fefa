"""Whom the words set apart: `it was Berg, not Lind, who sold it`."""

from generator.extraction.parse import Token


def affirmed(noun: Token) -> Token:
    """Whom a relative clause speaks of in `it was Berg, not Lind, who sold it`: the one in front of the `not`."""
    before = noun.left_edge if noun.left_edge.lower_ == "not" else noun.doc[max(noun.left_edge.i - 1, 0)]
    apart = before.lower_ == "not" and before.i > 0 and before.nbor(-1).text in (",", "—", "–", "--")
    return noun.head if apart and noun.head.i < noun.i and noun.head.pos_ in ("PROPN", "NOUN", "PRON") else noun
