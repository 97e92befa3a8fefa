"""Names that the model missed: capitalised runs, and repetitions of names that stand elsewhere in the article."""

import bisect
import re
from collections.abc import Iterable, Iterator

from generator import names
from generator.extraction.mentions.cover import Cover, Piece
from generator.extraction.mentions.entities import shouted, trimmed
from generator.extraction.mentions.tokens import POSSESSIVES, capitals, is_capital, is_common, is_measure, listed
from generator.extraction.parse import Doc, Token
from generator.model import ActorKind

_SHORTEST = 3  # letters of a last name
_LONGEST = 15  # tokens of a name that is looked for again
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "NUM", "X"})
_INNER_CAPITAL = re.compile(r"(?:O['’]|Mac|Mc)[A-Z][a-z]+")  # a name by its form, also where a sentence begins
_FINITE = frozenset({"VBD", "VBP", "VBZ"})


def runs(doc: Doc, taken: Cover) -> Iterator[Piece]:
    """Runs of capitalised words that nothing covers, in sentences where capitals mean something."""
    loud, large = shouted(doc), capitals(doc)
    for sentence in doc.sents:
        if sentence.start in loud or _in_title_case(sentence):
            continue
        end = sentence.start
        for i in large[bisect.bisect_left(large, sentence.start) : bisect.bisect_left(large, sentence.end)]:
            if i >= end and taken.covered(i) is None and _may_open(doc.tokens[i]):
                end = _run_end(doc, i, sentence.end, taken)
                yield from _run(doc, i, end)


def _in_title_case(sentence: Iterable[Token]) -> bool:
    """Whether capitals say nothing here: a heading in title case or in capitals throughout."""
    long = [t for t in sentence if t.is_alpha and len(t.text) > 3 and not t.ent_type_]
    if len(long) < 3 or sum(t.text[0].isupper() for t in long) <= 0.7 * len(long):
        return False
    # A heading writes its verb with a capital too.
    return not any(t.tag_ in _FINITE and t.text.islower() and t.is_alpha for t in sentence)


def _may_open(token: Token) -> bool:
    if not token.text[0].isalpha():
        return False
    return not (is_common(token) or is_measure(token) or listed(token, "calendar")) or _opens_compound(token)


def _opens_compound(token: Token) -> bool:
    """As in "the Internet Exchange", "New Arden", "PC Plaza": a common word that a name begins with."""
    if token.pos_ != "PROPN" or token.dep_ != "compound" or not token.whitespace_:
        return False
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    whole = listed(token, "compounding") and not token.is_sent_start
    if after.pos_ != "PROPN" or not is_capital(after):
        return False
    return token.text.isupper() or (whole and not _says_nothing(after))


def _run_end(doc: Doc, i: int, stop: int, taken: Cover) -> int:
    j = i + 1
    while j < stop and taken.covered(j) is None and not listed(doc[j], "calendar"):
        if is_capital(doc[j]) and doc[j].text not in POSSESSIVES and doc[j].text != "I":
            j += 1
        elif doc[j].text == "-" and j + 1 < stop and is_capital(doc[j + 1]) and not doc[j].whitespace_:
            j += 2
        else:
            break
    return j


def _run(doc: Doc, start: int, end: int) -> Iterator[Piece]:
    stop = end
    while start < end - 1 and (listed(doc[start], "honorifics") or listed(doc[start], "titles")):
        start += 1
    while end > start and (is_measure(doc[end - 1]) or listed(doc[end - 1], "titles")):
        end -= 1
    if start < end - 1 and doc[start].is_sent_start and doc[start].pos_ not in _NAMING:
        start += 1
    tokens = doc[start:end]
    if not len(tokens):
        return
    # "Acme CEO Jane Doe": whoever has a chief has a name, though it begins the sentence.
    led = end < stop < len(doc) and doc[stop].ent_type_ == "PERSON"
    if len(tokens) == 1 and not (led or _single(tokens[0])):
        return
    if not all(_says_nothing(t) for t in tokens):
        yield from trimmed(doc, Piece(start, end, None, "run"))


def _says_nothing(token: Token) -> bool:
    return listed(token, "titles") or listed(token, "roles") or listed(token, "honorifics") or is_common(token)


def _single(token: Token) -> bool:
    if token.pos_ != "PROPN":
        return False
    inner = _INNER_CAPITAL.match(token.text) is not None
    return inner or names.is_acronym(token.text) or (not token.is_sent_start and len(token.text) > 2)


def repeated(doc: Doc, taken: Cover) -> Iterator[Piece]:
    """Names that stand elsewhere in the article, also where a part of them is covered by a shorter piece."""
    known = _surfaces(doc, taken.pieces())
    end = 0
    texts = [token.text for token in doc]
    for i, text in enumerate(texts):
        if i < end or text not in known:
            continue
        # One look-up for each length, however many names begin with the word.
        for size, tails in known[text]:
            j = i + 1 + size
            if tuple(texts[i + 1 : j]) in tails and _is_free(taken, i, j):
                yield Piece(i, j, None, "repeated")
                end = j
                break


def surnames(doc: Doc, persons: Iterable[Piece], taken: Iterable[Piece]) -> Iterator[Piece]:
    """The last names of persons, where they stand alone and nothing covers them.

    Args:
        doc: The parse.
        persons: Names of two words and more that turned out to be persons' only when all the article was weighed.
        taken: Whatever stands anywhere.
    """
    last = {doc[p.end - 1].text for p in persons if p.end - p.start > 1}
    covered = {i for p in taken for i in range(p.start, p.end)}
    for token in doc:
        if token.text not in last or token.i in covered or not is_capital(token) or len(token.text) < _SHORTEST:
            continue
        if not (is_common(token) or listed(token, "titles") or listed(token, "roles")):
            yield Piece(token.i, token.i + 1, ActorKind.PERSON, "repeated")


def _is_free(taken: Cover, start: int, end: int) -> bool:
    """Whether nothing stands there, or several pieces do that are the parts of one name, or a run that broke off."""
    others = list({id(p): p for i in range(start, end) if (p := taken.covered(i)) is not None}.values())
    if not all(p.start >= start and p.end <= end for p in others):
        return False
    return len(others) != 1 or (others[0].source == "run" and others[0].end - others[0].start < end - start)


def _surfaces(doc: Doc, found: list[Piece]) -> dict[str, list[tuple[int, set[tuple[str, ...]]]]]:
    """By first word: the words after it in each known name, by their number, the most first; persons by their last too.

    Names of more than `_LONGEST` words are not looked for again.
    """
    known: dict[str, dict[int, set[tuple[str, ...]]]] = {}
    for piece in found:
        tokens = [t.text for t in doc[piece.start : piece.end]]
        if not is_capital(doc[piece.start]) or len(tokens) > _LONGEST:
            continue
        known.setdefault(tokens[0], {}).setdefault(len(tokens) - 1, set()).add(tuple(tokens[1:]))
        if len(tokens) > 1:  # as a headline in capitals has it
            loud = [t.upper() for t in tokens]
            known.setdefault(loud[0], {}).setdefault(len(loud) - 1, set()).add(tuple(loud[1:]))
        if piece.kind is ActorKind.PERSON and len(tokens) > 1 and len(tokens[-1]) > 2:
            known.setdefault(tokens[-1], {}).setdefault(0, set()).add(())
    return {first: sorted(sizes.items(), key=lambda s: -s[0]) for first, sizes in known.items()}
