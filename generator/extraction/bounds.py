"""What an article may not have too much of, so that none costs more time, or makes more pages, than its share."""

from collections.abc import Sequence

from generator.errors import SourceError
from generator.extraction.parse import Doc
from generator.model import Limits, Mention
from generator.text import fold

_CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis", "pcomp", "relcl", "xcomp"})
_REMEDY = "Keep the article's text alone."


def refuse_nesting(doc: Doc, path: str, limits: Limits) -> None:
    """Of clauses in clauses each would be a claim that repeats all those in it.

    Raises:
        SourceError: More of them stand within one another than the limits allow.
    """
    nested = [0] * len(doc)
    for token in doc.shape.downwards:
        above = nested[token.head.i] if token.head is not token else 0
        nested[token.i] = above + (token.dep_ in _CLAUSES)
    deepest = max(nested, default=0)
    if deepest > limits.nesting:
        told = f"a sentence is too deep: {deepest:,} clauses stand within one another, the limit is {limits.nesting:,}"
        raise SourceError(told, path=path, remedy="Part the sentence, or raise `nesting` in dossier.yml.")


def refuse_lists(named: Sequence[Mention], path: str, limits: Limits) -> None:
    """A list of thousands of names is no article, and who is who among them would take hours to tell.

    Raises:
        SourceError: It names more, or more often, than the limits allow.
    """
    if len(named) > limits.mentions:
        told = (
            f"too many mentions: {len(named):,} times someone or something is named, the limit is {limits.mentions:,}"
        )
        raise SourceError(told, path=path, remedy=_REMEDY)
    distinct = len({fold(m.text) for m in named})
    if distinct > limits.names:
        told = f"too many names: {distinct:,} different ones, the limit is {limits.names:,}"
        raise SourceError(told, path=path, remedy=_REMEDY)
