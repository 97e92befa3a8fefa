"""Which paragraphs of an article are in another language than English: they are kept, and not read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.sources.cleaning import Piece
from generator.sources.language import identify, name_of, sounds_english


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongues:
    """The languages of an article.

    Attributes:
        language: What most of it is in; None where there is too little of it to tell.
        others: Of an article in English, the languages of paragraphs that are not, by the paragraphs' places.
    """

    language: str | None
    others: dict[int, str]


def tongues(texts: Sequence[str]) -> Tongues:
    """The languages of an article's paragraphs, which are judged one by one: a translation may follow the original."""
    told = [identify(text) for text in texts]
    if all(code in ("en", None) for code in told):
        return Tongues(language="en" if "en" in told else identify("\n".join(texts)), others={})
    weights: Counter[str] = Counter()
    for code, text in zip(told, texts, strict=True):
        weights[code or ""] += len(text)
    short = "\n".join(text for code, text in zip(told, texts, strict=True) if code is None)
    if identify(short) == "en":
        weights["en"] += weights[""]
    others = {code: n for code, n in weights.items() if code not in ("en", "")}
    if weights["en"] <= sum(others.values()):
        return Tongues(language=max(sorted(others), key=lambda code: others[code]), others={})
    # What holds an English word goes with no neighbour: it may be what the article says between two foreign quotations.
    told = ["en" if code is None and sounds_english(text) else code for code, text in zip(told, texts, strict=True)]
    return Tongues(language="en", others=_spread(told))


def _spread(told: Sequence[str | None]) -> dict[int, str]:
    """The paragraphs that are in another language, with those too short to tell that stand among or behind them."""
    found: dict[int, str] = {}
    short: list[int] = []
    last: str | None = None
    for at, code in enumerate([*told, None]):
        if code is None and at < len(told):
            short.append(at)
            continue
        if last is not None and last != "en" and code in (last, None):
            found.update(dict.fromkeys(short, last))
        if code is not None and code != "en":
            found[at] = code
        short, last = [], code
    return dict(sorted(found.items()))


def left_unread(pieces: Sequence[Piece], others: dict[int, str]) -> list[Piece]:
    """The pieces without the words of those at these places among the ones that have any."""
    kept = list(pieces)
    for place, at in enumerate(spoken(pieces)):
        if place in others:
            reason = f"in {name_of(others[place])}, not read as English"
            kept[at] = replace(kept[at], kind=None, text="", reason=reason)
    return kept


def spoken(pieces: Sequence[Piece]) -> list[int]:
    """The places of the pieces whose words are read."""
    return [at for at, piece in enumerate(pieces) if piece.kind is not None and piece.text]
