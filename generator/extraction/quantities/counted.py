"""What an amount counts, by the parse; and what only looks like an amount."""

import functools
import re
from dataclasses import dataclass

from spacy.tokens import Token

from generator.extraction.quantities.numbers import Amount, words
from generator.extraction.reading import Reading

_FAR = 7  # tokens from the number to the noun that it counts, at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is counted: where its noun ends, the noun as it stands, and the words for all of it."""

    end: int
    unit: str | None
    of: str | None


@functools.cache
def _harm() -> frozenset[str]:
    return frozenset(words()["harm"])


@functools.cache
def _named() -> frozenset[str]:
    return frozenset(words()["named"])


def is_quantity(reading: Reading, amount: Amount) -> bool:
    """Whether the number is an amount: not a name's, an age, a telephone number, a list's, a pronoun's."""
    text = reading.article.text
    before, after = text[max(0, amount.start - 30) : amount.start], text[amount.end : amount.end + 24]
    if _is_age(before, after) or _is_code(before, after, amount):
        return False
    if amount.words and text[amount.number_start : amount.number_end].lower() in ("one", "zero"):
        return _is_one_thing(reading, amount)
    return not (amount.bare and not amount.words and _in_a_name(reading, amount, before))


def _is_age(before: str, after: str) -> bool:
    if re.match(r"[- ](?:and[- ]a[- ]half[- ])?(?:year|month|week|day)s?[- ]olds?\b", after):
        return True
    if re.search(r"\b(?:aged?|ages|age of)\s+(?:\w+\s+)?$", before) and not re.match(r"\s*(?:%|percent)", after):
        return True
    return bool(re.search(r"[A-Z][\w.'’-]+,\s$", before) and re.match(r"(?:,|\)|;|\.\s|\s?[-–—])", after))


def _is_code(before: str, after: str, amount: Amount) -> bool:
    if re.fullmatch(r"\d{3}[-–]\d{4}", amount.text):
        return True
    if re.match(r"(?:[-/:]\d|\.\d+\.|,\d{1,2}(?!\d)|,\d{4}|(?:st|nd|rd|th)\b|[-–][A-Za-z]\b)", after) and amount.unit is None:
        return True
    if re.search(r"(?:[#_@/]|\d[-/:.,]|(?i:\bno\.|\bnos\.)\s?)$", before):
        return True
    return amount.bare and not before.rsplit("\n", 1)[-1].strip() and bool(re.match(r"[.)]\s|\s*\n", after + "\n" * (not after)))


def _is_one_thing(reading: Reading, amount: Amount) -> bool:
    token = _token_at(reading, amount.number_end - 1)
    return token is not None and token.dep_ == "nummod" and token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN") and (
        token.nbor(-1).lower_ not in ("no", "any", "every", "some", "each") if token.i else True
    )


def _in_a_name(reading: Reading, amount: Amount, before: str) -> bool:
    leader = re.search(r"([A-Za-z][\w.&’'-]*)\s$", before)
    if leader is None:
        return False
    word = leader[1]
    if word.lower().rstrip(".") in _named() and (word[0].isupper() or word.lower() in ("page", "flight", "chapter", "route", "channel", "number")):
        return True
    token = _token_at(reading, amount.number_start)
    if token is None or not word[0].isupper() or token.i == 0:
        return False
    if token.ent_iob_ == "I" and token.ent_type_ not in ("CARDINAL", "QUANTITY", "MONEY", "PERCENT"):
        return True
    return token.nbor(-1).pos_ == "PROPN" and (token.dep_ != "nummod" or token.head.i < token.i)


def _token_at(reading: Reading, offset: int) -> Token | None:
    stretch = reading.doc.char_span(offset, offset + 1, alignment_mode="expand")
    return stretch[0] if stretch is not None and len(stretch) else None


def counted(reading: Reading, amount: Amount) -> Counted:
    """The noun after the number, or people where the number alone is killed, wounded, captured or missing."""
    token = _token_at(reading, amount.end - 1)
    if token is None:
        return Counted(end=amount.end, unit=None, of=None)
    if amount.unit is not None:
        return Counted(end=amount.end, unit=amount.unit, of=_of_words(reading, token))
    if (listed := _after_of(reading, amount)) is not None:
        return listed
    noun = _noun(token)
    if noun is not None:
        return _thing(reading, amount, noun)
    if (noun := _next_noun(token)) is not None:
        return _thing(reading, amount, noun)
    unit = "persons" if _harmed(token) else None
    return Counted(end=amount.end, unit=unit, of=None)


def _after_of(reading: Reading, amount: Amount) -> Counted | None:
    """Dozens of people, two of the soldiers: the noun stands after "of"."""
    match = re.match(r"[^\S\n]+of[^\S\n]+", reading.article.text[amount.end : amount.end + 12])
    if match is None:
        return None
    token = _token_at(reading, amount.end + match.end())
    if token is None:
        return None
    noun = token if token.pos_ in ("NOUN", "PROPN") and token.dep_ == "pobj" else _noun(token)
    if noun is None:
        return None
    return _thing(reading, amount, noun, start=amount.end + match.end())


def _noun(token: Token) -> Token | None:
    """The noun that the token stands before as its number, determiner or modifier."""
    at = token
    for _ in range(4):
        if at.i != token.i and at.i > token.i and at.pos_ in ("NOUN", "PROPN") and at.dep_ not in ("compound", "nmod", "amod"):
            return at if at.i - token.i <= _FAR else None
        if at.head.i == at.i:
            break
        at = at.head
        if at.i < token.i or at.pos_ in ("VERB", "AUX", "ADP"):
            break
    return None


def _next_noun(token: Token) -> Token | None:
    """The noun right after the number, with adjectives between, where the parse did not join them."""
    found = None
    for i in range(token.i + 1, min(token.i + 4, len(token.doc))):
        at = token.doc[i]
        if at.pos_ == "NOUN" and at.lower_ not in _harm():
            found = at
        elif at.pos_ not in ("ADJ", "PROPN") or found is not None:
            break
    return found


def _thing(reading: Reading, amount: Amount, noun: Token, start: int | None = None) -> Counted:
    text = reading.article.text
    end = noun.idx + len(noun.text)
    begin = start if start is not None else amount.end
    between = text[begin:end]
    if end <= begin or "\n\n" in between or re.search(r"[.;!?]\s", between):
        return Counted(end=amount.end, unit=None, of=None)
    whole = between.strip().lstrip("-– ")
    tail = _of_words(reading, noun)
    return Counted(end=end, unit=noun.text.lower() if noun.pos_ == "NOUN" else noun.text, of=f"{text[end - len(whole) : _tail_end(noun)]}" if tail else whole)


def _tail_end(noun: Token) -> int:
    last = max((t for c in noun.children if c.lower_ == "of" and c.i > noun.i for t in _object(c)), key=lambda t: t.i, default=noun)
    return last.idx + len(last.text)


def _object(preposition: Token) -> list[Token]:
    """The tokens of what stands after "of", without relative clauses and further prepositions."""
    out: list[Token] = []
    todo = [c for c in preposition.children if c.dep_ == "pobj"]
    while todo:
        token = todo.pop()
        out.append(token)
        todo.extend(c for c in token.children if c.dep_ in ("compound", "amod", "conj", "nmod", "det", "poss", "nummod") )
    return out


def _of_words(reading: Reading, token: Token) -> str | None:
    """What stands after "of" behind the token, in the article's words."""
    for child in token.children:
        if child.lower_ == "of" and child.i > token.i and (found := _object(child)):
            start = min(t.idx for t in found)
            end = max(t.idx + len(t.text) for t in found)
            return reading.article.text[start:end]
    return None


def _harmed(token: Token) -> bool:
    """Whether what happens to the number happens to people: 13 were killed, killing 13, 13 dead."""
    near = [token.head, token.head.head, *token.children, *token.head.children]
    if token.i + 1 < len(token.doc):
        near.append(token.nbor(1))
    return any(t.lemma_.lower() in _harm() or t.lower_ in _harm() for t in near)
