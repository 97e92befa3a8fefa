"""What kind of thing each name is: votes of the model, the words of the name and its surroundings over an article."""

import functools
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator import gazetteer, names
from generator.extraction.mentions import statehood
from generator.extraction.mentions.cover import Piece
from generator.extraction.mentions.listing import listed_kind
from generator.extraction.mentions.surroundings import Vote
from generator.extraction.mentions.surroundings import votes as votes_around
from generator.extraction.parse import Doc
from generator.gazetteer import words
from generator.model import ActorKind
from generator.text import fold

_PERSON, _ORGANIZATION, _PLACE = ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.PLACE
# The last word of a name tells its kind, in this order: "Press Club" is a club, "Cup" an event.
_LAST = (
    ("facility_last", ActorKind.FACILITY),
    ("event_last", ActorKind.EVENT),
    ("work_last", ActorKind.WORK),
    ("weapon_last", ActorKind.WEAPON),
    ("place_last", ActorKind.PLACE),
    ("organization_last", ActorKind.ORGANIZATION),
)
_LONG = 4  # words that are more than a person's name mostly has
_UNSURE = frozenset({ActorKind.WORK, ActorKind.OTHER, ActorKind.EVENT})
_OF_PERSONS = frozenset({"van", "von", "bin", "ibn", "bint", "ter", "der"})
_WEIGHTS = {"model": 1.0, "product": 9.0, "hyphened": 4.0, "numbered": 6.0}


@dataclass(frozen=True, slots=True)
class Ballot:
    """The votes on the kind of one name: their sums, and each of them with where its reason lies."""

    sums: dict[ActorKind, float] = field(default_factory=dict)
    cast: list[tuple[str, Vote]] = field(default_factory=list)

    def count(self, why: str, new: Iterable[Vote]) -> None:
        """Add votes of one kind of reason."""
        for vote in new:
            self.sums[vote.kind] = self.sums.get(vote.kind, 0.0) + vote.weight
            self.cast.append((why, vote))

    @property
    def winner(self) -> ActorKind:
        """The kind with the most; of equals the first in the order of kinds."""
        if not self.sums:
            return ActorKind.OTHER
        order = list(ActorKind)
        return max(self.sums, key=lambda k: (self.sums[k], -order.index(k)))


def kinds(doc: Doc, found: Iterable[Piece]) -> dict[str, ActorKind]:
    """The kind of each name in the article, by the name's identity."""
    return {name: ballot.winner for name, ballot in ballots(doc, found).items()}


def ballots(doc: Doc, found: Iterable[Piece]) -> dict[str, Ballot]:
    """How the kind of each name in the article was voted on, by the name's identity."""
    pieces = list(found)
    texts = {(p.start, p.end): doc.words(p.start, p.end) for p in pieces}
    tally: dict[str, Ballot] = {}
    for piece in pieces:
        ballot = tally.setdefault(names.identity(texts[piece.start, piece.end]), Ballot())
        ballot.count("the model", _of_source(piece))
        ballot.count("the words around it", votes_around(doc, piece))
    for name in dict.fromkeys(map(names.core, texts.values())):
        tally[names.identity(name)].count("the words of the name", _of_words(name))
    _vote_for_states(doc, pieces, texts, tally)
    _share_with_whole(list(dict.fromkeys(texts.values())), tally)
    _share_with_parts(list(dict.fromkeys(texts.values())), tally)
    _share_in_brackets(doc, pieces, tally)
    often = Counter(names.identity(t) for t in texts.values())
    for name, ballot in tally.items():
        if not ballot.sums and often[name] > 1:
            # Nothing tells what it is, and yet the article keeps coming back to it.
            ballot.count("that it comes again", [Vote(_ORGANIZATION, 0.1)])
    return tally


def _vote_for_states(
    doc: Doc, pieces: list[Piece], texts: dict[tuple[int, int], str], tally: dict[str, Ballot]
) -> None:
    """Names on no list that own what only states own; what speaks for a place then speaks for the state."""
    told: dict[str, list[Vote]] = {}
    adjectives = statehood.adjectives(doc)
    for piece in pieces:
        votes = [Vote(ActorKind.STATE, w) for w in statehood.reasons(doc, piece)]
        name = texts[piece.start, piece.end]
        if f"{name}n" in adjectives:
            votes.append(Vote(_PLACE, 1.5))
        if statehood.rules(doc, piece):
            votes.append(Vote(_PERSON, -1.5))
        if votes and listed_kind(name) is None and gazetteer.place_state(name) is None:
            told.setdefault(names.identity(name), []).extend(votes)
    for name, votes in told.items():
        tally[name].count("what only states have", votes)
        if any(v.kind is ActorKind.STATE for v in votes):
            place = max(0.0, tally[name].sums.get(_PLACE, 0.0))
            tally[name].count("what only states have", [Vote(ActorKind.STATE, place)])


def _share_with_whole(found: list[str], tally: dict[str, Ballot]) -> None:
    """A full name is a person's where its surname alone is one, though the model saw a title of something in it."""
    for name in found:
        parts = names.words(name)
        if 1 < len(parts) < _LONG and listed_kind(name) is None:
            whole, last = tally[names.identity(name)], tally.get(names.identity(parts[-1]))
            if last is not None and last.winner is _PERSON and whole.winner in _UNSURE:
                whole.count("its surname alone", [Vote(_PERSON, 1.5)])


def _share_with_parts(found: list[str], tally: dict[str, Ballot]) -> None:
    """A surname is a person where the full name is one; an acronym is what its expansion is."""
    by_part: dict[str, list[str]] = {}
    for name in found:
        parts = names.words(name)
        if len(parts) > 1 and listed_kind(name) is None:
            ends = {names.identity(x) for x in (parts[0], parts[-1], names.surname(name))}
            for part in sorted(ends | {fold(names.acronym(name))}):
                by_part.setdefault(part, []).append(name)
    for name in sorted(found):
        if listed_kind(name) is not None:
            continue
        # A person may be called like a city, an organization is only named after it.
        shared = (_PERSON,) if gazetteer.place_state(name) is not None else (_PERSON, _ORGANIZATION)
        for longer in by_part.get(names.identity(name), ()):
            winner = tally[names.identity(longer)].winner
            if winner in shared or names.stands_for(name, longer):
                tally[names.identity(name)].count("a longer name", [Vote(winner, 4.0)])


def _share_in_brackets(doc: Doc, pieces: list[Piece], tally: dict[str, Ballot]) -> None:
    """An acronym in brackets is what the name before it is."""
    for one, other in itertools.pairwise(pieces):
        text = doc.words(other.start, other.end)
        if other.start == one.end + 1 and doc[one.end].text == "(" and names.is_acronym(text):
            full = doc.words(one.start, one.end)
            if listed_kind(text) is not None:
                continue  # "OSLO, Norway (AP)"
            winner = tally[names.identity(full)].winner
            if winner is _PERSON and not names.stands_for(text, full):
                continue  # "Jane Doe (R-OH)"
            tally[names.identity(text)].count("the name before the brackets", [Vote(winner, 6.0)])


def _of_source(piece: Piece) -> Iterator[Vote]:
    """What found an occurrence says of it."""
    if piece.kind is not None and piece.source in _WEIGHTS:
        yield Vote(piece.kind, _WEIGHTS[piece.source])


@functools.lru_cache(maxsize=20_000)
def _of_words(name: str) -> tuple[Vote, ...]:
    """What the words of a name say, whatever stands around: remembered, since names come again."""
    return tuple(_weigh_words(name))


def _weigh_words(name: str) -> Iterator[Vote]:
    kind = listed_kind(name)
    if kind is not None:
        yield Vote(kind, 20.0 if kind in (ActorKind.STATE, ActorKind.PEOPLE) else 5.0)
    elif gazetteer.place_state(name):
        yield Vote(_PLACE, 2.5)
    parts = names.words(name)
    if len(parts) > 1:
        yield from _of_many(parts)
    elif kind is None and names.is_acronym(name):
        yield Vote(_ORGANIZATION, 1.2)
    elif kind is None and gazetteer.gender_of(name):
        yield Vote(_PERSON, 0.5)


def _has_particle(parts: tuple[str, ...], *, given: bool) -> bool:
    """As in "Jan van Dam": a particle right before the last word, one that only persons have after a strange first."""
    return len(parts) > 2 and parts[0][:1].isupper() and parts[-2] in (names.PARTICLES if given else _OF_PERSONS)


def _of_many(parts: tuple[str, ...]) -> Iterator[Vote]:
    first, last = fold(parts[0]), fold(parts[-1])
    if first in words("actors", "titles") and parts[1] in ("of", "for"):
        yield Vote(_PERSON, 6.0)
    yield from _of_ends(parts)
    if first in words("actors", "organization_first") and any(p in ("of", "for") for p in parts[1:3]):
        yield Vote(_ORGANIZATION, 4.0)
    if last == "district" and "school" in [fold(p) for p in parts]:
        yield Vote(_ORGANIZATION, 6.0)
    if first in ("university", "bank", "ministry", "department", "court"):
        yield Vote(_ORGANIZATION, 2.0)
    if first == "law" and parts[1] == "of":
        yield Vote(ActorKind.WORK, 4.0)
    if first in words("actors", "event_first"):
        yield Vote(ActorKind.EVENT, 2.5)
    if first in ("lake", "mount", "river", "cape", "gulf", "strait", "bay", "isle"):
        yield Vote(_PLACE, 4.0)


def _of_ends(parts: tuple[str, ...]) -> Iterator[Vote]:
    """What a given name first or a telling word last says."""
    last = fold(parts[-1])
    given = gazetteer.gender_of(parts[0]) is not None
    personal = len(parts) == 2 and given and last in words("actors", "surnames")
    if _has_particle(parts, given=given):
        # "Jan van Dam" is no dam.
        personal = True
        yield Vote(_PERSON, 2.2)
    for key, kind in _LAST:
        if not personal and last in words("actors", key):
            yield Vote(kind, 4.0)
            break
    else:
        if gazetteer.gender_of(parts[0]) and all(p[:1].isupper() for p in parts):
            yield Vote(_PERSON, 2.2)
        elif (
            len(parts) == 2
            and fold(parts[0]) not in words("actors", "compounding")
            and all(p[:1].isupper() and p.isalpha() for p in parts)
        ):
            yield Vote(_PERSON, 0.5)
