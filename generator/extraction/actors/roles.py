"""The titles and offices that an article gives its actors, and the states they hold them in.

"Norway's finance minister Jane Doe" gives the role "finance minister" and the state NO; so do "Jane Doe, the finance
minister of Norway," and "Jane Doe is Norway's finance minister".
"""

import functools
from dataclasses import dataclass

from generator import gazetteer
from generator.extraction.mentions.tokens import is_capital, listed
from generator.extraction.parse import Doc, Token
from generator.gazetteer import words
from generator.text import fold

_LONGEST = 12
_JOINS = frozenset({"of", "for", "and", "&", "-", "'s", "’s", "the", "to", "on"})


@dataclass(frozen=True, slots=True)
class Role:
    """A title as it occurs, and the alpha-2 code of the state that the words around it name, if they do."""

    title: str
    state: str | None


def role_before(doc: Doc, start: int) -> Role | None:
    """The title that stands right before a name that begins at token `start`."""
    first = _title_start(doc, start)
    if first == start:
        return None
    title = doc[first:start].text.strip()
    return Role(title, _state_left_of(doc, first))


def _title_start(doc: Doc, start: int) -> int:
    """Where the run of words that make up the title begins; `start` itself where there is none."""
    last = start - 1
    if last < 0 or not _is_office(doc, last):
        return start
    first = last
    while first and last - first < _LONGEST and _belongs(doc, first - 1):
        first -= 1
    while first <= last and (doc[first].lower_ in _JOINS or doc[first].lower_ in ("a", "an")):
        first += 1
    return first


def _is_office(doc: Doc, last: int) -> bool:
    token = doc[last]
    if listed(token, "titles") or listed(token, "roles"):
        return True
    # "Secretary of State", "Minister for Trade"
    return is_capital(token) and last >= 2 and doc[last - 1].lower_ in ("of", "for") and listed(doc[last - 2], "titles")


def _belongs(doc: Doc, index: int) -> bool:
    token = doc[index]
    if token.is_space or token.text in ("'s", "’s") or _names_state(doc, index) or listed(token, "honorifics"):
        return False
    if doc[index + 1].text == "-" or token.text == "-":
        return True
    if token.lower_ in ("of", "for") and index and listed(doc[index - 1], "titles"):
        return True
    if token.pos_ not in ("PROPN", "NOUN", "ADJ"):
        return False
    return is_capital(token) or token.pos_ != "PROPN"


def _names_state(doc: Doc, index: int) -> bool:
    """Whether the name or adjective of a state ends at the token."""
    texts = (doc[max(0, index - n) : index + 1].text for n in range(3))
    return any(gazetteer.adjective_of(t) is not None or gazetteer.state_named(t) is not None for t in texts)


def _state_left_of(doc: Doc, first: int) -> str | None:
    """The state before a title: "North Korean leader", "South Korea's director", "Seoul's adviser", "US Senator".

    A state's full name without a possessive may end what comes before ("In Turkey Minister Lund said").
    """
    if first and doc[first - 1].text in ("'s", "’s", "'", "’"):
        return state_at_end(doc, first - 1)
    texts = [doc[i:first].text for i in range(max(0, first - 3), first)]
    if gazetteer.adjective_of(texts[-1] if texts else "") is None and not any(t.isupper() for t in texts[-1:]):
        texts = [t for t in texts if gazetteer.adjective_of(t) is not None]
    return next((s for t in texts if (s := state_meant(t)) is not None), None)


def state_at_end(doc: Doc, end: int) -> str | None:
    """The state that the words right before token `end` name."""
    for start in range(max(0, end - 4), end):
        state = state_meant(doc[start:end].text)
        if state is not None:
            return state
    return None


def owner(doc: Doc, start: int, end: int) -> str | None:
    """The state that an organization's name, at tokens `start` to `end`, is told to belong to.

    "Russian" or "Russia's" stands right before it, its own name begins or ends with one ("Bank of Japan"), or "of
    Spain" follows it.
    """
    first = start - 1 if start and doc[start - 1].text in ("'s", "’s", "'", "’") else start
    texts = [doc[i:first].text for i in range(max(0, first - 3), first)]
    texts += [doc[start:i].text for i in range(start + 1, min(end, start + 4))]
    if doc[start:end].text.count(" of ") == 1:
        texts.append(doc[start:end].text.split(" of ")[1])
    if end + 1 < len(doc) and doc[end].lower_ == "of":
        texts += [doc[end + 1 : i].text for i in range(end + 2, min(len(doc), end + 5) + 1)]
    found = (gazetteer.state_named(t) or gazetteer.adjective_of(t) for t in texts if t[:1].isupper() or t[:4] == "the ")
    return next((s.code for s in found if s is not None), None)


def state_meant(name: str) -> str | None:
    """The state whose name, adjective, capital, government or part of it this is."""
    if not name or not name[0].isupper():
        return None
    found = gazetteer.state_named(name) or gazetteer.adjective_of(name) or gazetteer.capital_of(name)
    if found is not None:
        return found.code
    organization = gazetteer.organization_named(name)
    return organization.state if organization is not None and organization.government else None


def role_after(doc: Doc, start: int, end: int) -> Role | None:
    """The office in an apposition to the name at tokens `start` to `end`, or in "X is the …"."""
    root = doc[start:end].root
    heads = [c for c in root.children if c.dep_ == "appos" and c.i >= end]
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        heads += [c for c in root.head.children if c.dep_ == "attr"]
    if root.dep_ == "appos" and root.head.i < start:
        heads.append(root.head)
    return next((r for h in heads if (r := _office_of(doc, h)) is not None), None)


def _office_of(doc: Doc, head: Token) -> Role | None:
    if not listed(head, "roles"):
        return None
    first = head.i
    while first and _belongs(doc, first - 1):
        first -= 1
    last = head.i + 1
    state = _state_left_of(doc, first)
    for child in head.children:
        if child.dep_ == "prep" and child.i == head.i + 1 and child.lower_ in ("of", "for", "at"):
            if child.i + 1 < len(doc) and listed(doc[child.i + 1], "offices"):
                last = child.i + 2  # "secretary of state"
            named = [t for t in child.subtree if is_capital(t)]
            if named and named[-1].i - head.i < _LONGEST:
                last = _end_of_name(doc, named[0].i)
                state = state or state_meant(doc[named[0].i : last].text)
    return Role(doc[first:last].text.strip(), state)


def _end_of_name(doc: Doc, start: int) -> int:
    end = start + 1
    while end < len(doc) and (
        is_capital(doc[end])
        or (doc[end].lower_ in ("of", "and", "for", "the") and end + 1 < len(doc) and is_capital(doc[end + 1]))
    ):
        end += 1
    return end


@functools.lru_cache(maxsize=10_000)
def rank(title: str) -> str:
    """What a title is about, for comparing: its last office word, folded ("foreign minister" gives "minister")."""
    heads = [w for w in fold(title).replace("-", " ").split() if w in words("actors", "roles")]
    return heads[-1] if heads else ""
