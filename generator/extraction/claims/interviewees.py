"""Whom an article says that it interviewed: `The Herald interviewed X`, `an interview with X`, `X spoke to us`."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.extraction.claims.people import People
from generator.extraction.claims.scene import Range, Scene, Told
from generator.extraction.claims.syntax import agents, child, is_passive
from generator.extraction.parse import Token
from generator.model import INTERVIEW, BlockKind

_WORDS = frozenset({"interview", "interviews", "interviewed"})
_TALKS = frozenset({"speak", "talk", "sit", "chat"})
_WITH = frozenset({"with", "to"})
_US = frozenset({"us", "we", "me", "i"})
_NEAR = 14  # Words between the word "interview" and the name: offices and titles stand there.


@dataclass(frozen=True, slots=True)
class Announcement:
    """Whether the article says that it prints an interview, and with whom.

    Attributes:
        made: Whether it says so.
        actor: The slug of the one person whom it names; None where it names nobody or several.
        told: Cue and speaker, without content; None where `actor` is.
    """

    made: bool = False
    actor: str | None = None
    told: Told | None = None


def announcement(scene: Scene, people: People, before: int) -> Announcement:
    """What the article says of its interview in front of the first question."""
    title = _title(scene, people)
    made, found = False, dict[str, tuple[bool, Told]]()
    for token in scene.tokens(0, before):
        if scene.quoted[token.i]:
            continue
        if token.i == title and len(found) == 1 and all(named for named, _ in found.values()):
            break  # the headline names one; others whom the text mentions are not asked
        made = made or (token.i < title and token.lower_ in _WORDS)
        for actor, source in _asked(token, people, title):
            told = Told(verb=token.i, cue=(token.i, token.i + 1), sources=(source,), content=(), rule=INTERVIEW)
            named = not people.by_office(source)
            if actor not in found or (named and not found[actor][0]):
                found[actor] = named, told
    if len(found) != 1:
        return Announcement(made=made or bool(found))
    ((actor, (_, told)),) = found.items()
    return Announcement(made=True, actor=actor, told=told)


def _title(scene: Scene, people: People) -> int:
    """Index of the first token behind the headline."""
    first = next((end for start, end in scene.paragraphs if scene.text[start:end].strip()), 0)
    line = scene.tokens(0, first)
    ended = bool(line) and line[-1].text in (".", "!", "?")
    while first and people.reading.kind_at(first) is BlockKind.HEADLINE:
        first += 1
    return 0 if ended else scene.token_from(first)


def _asked(token: Token, people: People, title: int) -> Iterator[tuple[str, Range]]:
    """The persons whom a word tells to have been interviewed, by the paper that prints it."""
    if token.i < title:
        if token.lower_ in _WORDS:
            yield from _named_behind(token, people)
    elif token.lower_ == "interviewed" and is_passive(token):
        if all(_is_paper(a, people) for a in agents(token)):
            yield from _person(child(token, "nsubjpass"), people)
    elif (
        token.lower_ == "interviewed" and (subject := child(token, "nsubj")) is not None and _is_paper(subject, people)
    ):
        yield from _named_behind(token, people)
    elif token.lemma_ in _TALKS and token.pos_ == "VERB":
        yield from _talked(token, people)


def _person(head: Token | None, people: People) -> Iterator[tuple[str, Range]]:
    if head is None or people.kind(head) != "person":
        return
    mention, actor = people.at(head), people.actor(head)
    if mention is not None and actor is not None:
        yield actor, (people.scene.token_from(mention.start), people.scene.token_from(mention.end))


def _named_behind(token: Token, people: People) -> Iterator[tuple[str, Range]]:
    """The first persons named behind the word, in the same line and sentence: `interviews Mayor X and Y`."""
    joined = True
    for other in people.scene.doc[token.i + 1 : min(token.i + 1 + _NEAR, token.sent.end)]:
        if "\n" in other.text or other.text in (".", ";"):
            return
        mention = people.at(other)
        if mention is None or mention.actor is None or people.kinds.get(mention.actor) != "person":
            joined = joined or other.lower_ in ("and", "&", ",")
            continue
        if mention.start != other.idx:
            continue
        if not joined:
            return
        yield mention.actor, (other.i, people.scene.token_from(mention.end))
        joined = False


def _talked(verb: Token, people: People) -> Iterator[tuple[str, Range]]:
    """`The Herald spoke with X`, `X talked to us`: of the two that talk, the one who is a person and not the paper."""
    subject = child(verb, "nsubj")
    prepositions = [c for c in verb.children if c.lower_ in _WITH and c.i > verb.i]
    other = next((o for p in prepositions for o in p.children if o.dep_ == "pobj"), None)
    if subject is None or other is None:
        return
    if _is_paper(subject, people):
        yield from _person(other, people)
    elif _is_paper(other, people):
        yield from _person(subject, people)


def _is_paper(token: Token, people: People) -> bool:
    """Whether a word names the paper that asks: we, or a name that is nobody's."""
    return token.lower_ in _US or (token.pos_ == "PROPN" and people.kind(token) != "person")
