"""What an amount counts, by the parse; and what only looks like an amount."""

import functools
import re
from dataclasses import dataclass

from generator.extraction.parse import Token
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


def no_quantity(reading: Reading, amount: Amount) -> str:
    """Why the number is no amount: an age, a code, a list's or a name's, a pronoun; empty where it is one."""
    text = reading.article.text
    before, after = text[max(0, amount.start - 30) : amount.start], text[amount.end : amount.end + 24]
    if _is_age(before, after):
        return "an age"
    if _is_code(before, after, amount):
        return "a code, an ordinal, a score or a telephone number"
    if _FRACTION.match(text, amount.end):
        return "a part of a fraction"
    if _CUT.match(text, amount.end) or _CUT_BEFORE.search(before):
        return "a piece of a longer number, or figures drawn as a picture"
    if amount.bare and (_RATIO.match(text, amount.end) or _RATIO_END.search(before)):
        return "a part of a ratio"
    if amount.words and text[amount.number_start : amount.number_end].lower() in ("one", "zero"):
        return "" if _is_one_thing(reading, amount) else "a pronoun, or no thing that is counted"
    if amount.bare and not amount.words and (_is_list(before, after) or _in_a_name(reading, amount, before)):
        return "a list's number or a name's"
    if _GLUED.match(text, amount.end):
        return ""
    return "a model's or a series' number" if _is_series(reading, amount) or _is_model(reading, amount) else ""


_GLUED = re.compile(r"-([a-z]+)(?:-[a-z]+)*", re.IGNORECASE)  # two-year, 16-seat, 10-day-long


_FRACTION = re.compile(
    r"[- ](?:thirds?|quarters?|fourths|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|half|halves)\b"
)
# "9 million million", "5/0"; a figure with marks that are drawn over or around it, as in a key of a telephone.
_CUT = re.compile(
    r"[ -](?:thousand|million|billion|trillion)\b|/\d|[\u0300-\u036f\u0483-\u0489\u20d0-\u20f0\ufe00-\ufe0f]",
    re.IGNORECASE,
)
_CUT_BEFORE = re.compile(r"\d/$|[\u20e3\ufe0f]$")
_RATIO = re.compile(
    r" (?:in|out of) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b"
    r"(?! (?:years|months|weeks|days))"
)
_RATIO_END = re.compile(r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine) (?:in|out of) $", re.IGNORECASE)


def _is_series(reading: Reading, amount: Amount) -> bool:
    """A 303 Enfield, the 205 successor: a figure of three or four digits before one thing is a name."""
    token = _token_at(reading, amount.number_start)
    if (
        token is None
        or amount.words
        or not amount.bare
        or not re.fullmatch(r"\d{1,4}(?:\.\d)?", amount.text)
        or amount.low == 1
    ):
        return False
    noun = _noun(token) or _next_noun(token)
    if noun is None or noun.tag_ not in ("NN", "NNP") or noun.lower_ in _invariant():
        return False
    return _measure_before(token, noun) is None


def _is_age(before: str, after: str) -> bool:
    if re.match(r"[- ](?:and[- ]a[- ]half[- ])?(?:year|month|week|day)s?[- ]olds?\b", after):
        return True
    if re.search(r"\b(?:aged?|ages|age of)\s+(?:\w+\s+)?$", before) and not re.match(r"\s*(?:%|percent)", after):
        return True
    if re.search(r"\b(?:am|turn|turns|turned|turning)\s$", before) and re.match(
        r"\s*(?:[.,;]|now\b|today\b|in\b|on\b|years\b)", after
    ):
        return True
    return bool(re.search(r"[A-Z][\w.'’-]+,\s$", before) and re.match(r"(?:,|\)|;|\.\s|\s?[-–—])", after))


def _is_code(before: str, after: str, amount: Amount) -> bool:
    if re.fullmatch(r"\d{3}[-–]\d{4}", amount.text):
        return True
    if (
        re.match(r"(?:[-/:]\d|\.\d+\.|,\d{1,2}(?!\d)|,\d{4}|(?:st|nd|rd|th)\b|[-–][A-Za-z]\b)", after)
        and amount.unit is None
    ):
        return True
    if re.search(r"(?:[#_@/]|\d[-/:.,]|(?i:\bno\.|\bnos\.)\s?)$", before):
        return True
    if re.match(r"0\d", amount.text) or (amount.unit == "g" and amount.end - amount.number_end == 1):
        return True
    return (
        amount.bare
        and not before.rsplit("\n", 1)[-1].strip()
        and bool(re.match(r"[.)]\s|\s*\n", after + "\n" * (not after)))
    )


def _is_one_thing(reading: Reading, amount: Amount) -> bool:
    token = _token_at(reading, amount.number_end - 1)
    return (
        token is not None
        and token.dep_ == "nummod"
        and token.head.i > token.i
        and token.head.pos_ in ("NOUN", "PROPN")
        and (token.nbor(-1).lower_ not in ("no", "any", "every", "some", "each") if token.i else True)
    )


def _in_a_name(reading: Reading, amount: Amount, before: str) -> bool:
    leader = re.search(r"([A-Za-z][\w.&’'-]*)\s$", before)
    if leader is None:
        return False
    word = leader[1]
    if any(c.isupper() for c in word[1:]) and not word.isupper():
        return True  # a product's name: it has a capital inside
    if word.lower().rstrip(".") in _named() and (
        word[0].isupper() or word.lower() in ("page", "flight", "chapter", "route", "channel", "number")
    ):
        return True
    token = _token_at(reading, amount.number_start)
    if token is None or not word[0].isupper() or token.i == 0:
        return False
    if token.ent_iob_ == "I" and token.ent_type_ not in ("CARDINAL", "QUANTITY", "MONEY", "PERCENT"):
        return True
    return token.nbor(-1).pos_ == "PROPN" and (token.dep_ != "nummod" or token.head.i < token.i)


def _is_list(before: str, after: str) -> bool:
    """A figure among figures: 2210, 2250, 2301."""
    third = re.search(r"\d,\s?\d+,\s?$", before) and re.match(r"\s?[,.\n]|\s*$", after)
    return bool(third or re.match(r",\s?\d{4}\b", after))


def _is_model(reading: Reading, amount: Amount) -> bool:
    """The 303, Peugeot's 205: a bare figure after an article or a possessive, with no noun of its own."""
    token = _token_at(reading, amount.number_start)
    if token is None or token.i == 0 or amount.words or not amount.bare:
        return False
    leader = token.nbor(-1)
    if leader.lower_ not in ("the", "a", "an", "this", "that", "each", "every") and leader.tag_ != "POS":
        return False
    follower = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return (follower is None or follower.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM")) and not _harmed(token)


def _token_at(reading: Reading, offset: int) -> Token | None:
    stretch = reading.doc.char_span(offset, offset + 1)
    return stretch[0] if stretch is not None and len(stretch) else None


def counted(reading: Reading, amount: Amount) -> Counted:
    """The noun after the number, or people where the number alone is killed, wounded, captured or missing."""
    token = _token_at(reading, amount.end - 1)
    if token is None:
        return Counted(end=amount.end, unit=None, of=None)
    if amount.unit is None and (glued := _GLUED.match(reading.article.text, amount.end)) is not None:
        return Counted(end=glued.end(), unit=glued[1].lower(), of=None)
    if amount.unit is not None:
        return Counted(end=amount.end, unit=amount.unit, of=_of_words(reading, token))
    if (listed := _after_of(reading, amount)) is not None:
        return listed
    noun = _noun(token) or _next_noun(token)
    if noun is not None and amount.low != 1 and noun.tag_ in ("NN", "NNP") and noun.lower_ not in _invariant():
        noun = _measure_before(token, noun)
    if noun is not None:
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
        if (
            at.i != token.i
            and at.i > token.i
            and at.pos_ in ("NOUN", "PROPN")
            and at.dep_ not in ("compound", "nmod", "amod")
        ):
            return at if at.i - token.i <= _FAR else None
        if at.head.i == at.i:
            break
        at = at.head
        if at.i < token.i or at.pos_ in ("VERB", "AUX", "ADP"):
            break
    return None


@functools.cache
def _invariant() -> frozenset[str]:
    return frozenset(words()["invariant"])


def _measure_before(token: Token, noun: Token) -> Token | None:
    """Of "two hour battle" the hour: no number counts the battle, which is one."""
    follower = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return follower if follower is not None and follower.i < noun.i and follower.lemma_.lower() in _measures() else None


@functools.cache
def _measures() -> frozenset[str]:
    return frozenset(words()["measure_nouns"])


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
    if end <= begin or "\n\n" in between or re.search(r"[;!?]\s|[a-z]{2}\.\s", between):
        return Counted(end=amount.end, unit=None, of=None)
    if re.search(r"\d|\b(?:and|or)\b", between.lower().removesuffix(noun.lower_)):
        return Counted(end=amount.end, unit=_told(noun), of=None)  # other figures stand between: 300 and 450 goats
    whole = _PLAIN.sub("", between.strip().lstrip("-– "))
    tail = _of_words(reading, noun)
    return Counted(end=end, unit=_told(noun), of=f"{text[end - len(whole) : _tail_end(noun)]}" if tail else whole)


def _told(noun: Token) -> str:
    """The noun as it stands, but for the capital of a headline's: "insurgents", "AK-47s", "Britons"."""
    if any(c.isupper() or c.isdigit() for c in noun.text[1:]):
        return noun.text
    leader = noun.nbor(-1) if noun.i else noun
    titled = leader.text[:1].isupper() and leader.pos_ != "NUM" and noun.ent_type_ not in ("NORP", "GPE")
    return noun.text.lower() if titled else noun.text


_PLAIN = re.compile(
    r"^(?:more|additional|other|further|new|extra|different|separate|such|or more)\s+(?=\w)", re.IGNORECASE
)


def _tail_end(noun: Token) -> int:
    last = max(
        (t for c in noun.children if c.lower_ == "of" and c.i > noun.i for t in _object(c)),
        key=lambda t: t.i,
        default=noun,
    )
    return last.idx + len(last.text)


def _object(preposition: Token) -> list[Token]:
    """The tokens of what stands after "of", without relative clauses and further prepositions."""
    out: list[Token] = []
    todo = [c for c in preposition.children if c.dep_ == "pobj"]
    while todo:
        token = todo.pop()
        out.append(token)
        todo.extend(
            c for c in token.children if c.dep_ in ("compound", "amod", "conj", "nmod", "det", "poss", "nummod")
        )
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
