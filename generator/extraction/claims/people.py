"""The article's mentions by the words they cover: who a noun phrase is, and what kind of speaker."""

import bisect
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.extraction.actors import Grouped
from generator.extraction.claims.lexicon import Lexicon
from generator.extraction.claims.scene import Range, Scene
from generator.extraction.claims.syntax import antecedent, phrase
from generator.extraction.parse import Token
from generator.extraction.reading import Reading
from generator.model import ActorKind, Mention, MentionForm, Speaker, SpeakerKind

_PLURAL = frozenset({"they", "we", "it", "others", "some", "many", "both", "all", "most", "those", "few", "several"})


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The mentions of an article, in order, to be asked for those at a place."""

    reading: Reading
    scene: Scene
    lexicon: Lexicon
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    kinds: dict[str, str]
    surnames: dict[str, str]

    def within(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin between two offsets."""
        return self.mentions[bisect.bisect_left(self.starts, start) : bisect.bisect_left(self.starts, end)]

    def at(self, token: Token) -> Mention | None:
        """The mention with an actor that covers the token; the longest of several."""
        first = bisect.bisect_right(self.starts, token.idx)
        around = self.mentions[max(first - 4, 0) : first]
        covering = [m for m in around if m.start <= token.idx < m.end and m.actor is not None]
        return max(covering, key=lambda m: m.end - m.start, default=None)

    def actor(self, head: Token) -> str | None:
        """The actor that a noun phrase with this head stands for."""
        head = antecedent(head)
        for token in (head, *(c for c in head.children if c.dep_ == "appos")):
            found = self.at(token)
            # "Kim's spokesman" is not Kim: the mention must hold the head, or all in front of it.
            if found is not None:
                return found.actor
        return None

    def kind(self, head: Token) -> str | None:
        """The kind of the actor that the noun phrase stands for."""
        actor = self.actor(head)
        return self.kinds.get(actor) if actor is not None else None

    def name(self, head: Token) -> str:
        """The slug of the actor that a noun phrase stands for, else its words."""
        actor = self.actor(head)
        if actor is not None:
            return actor
        clauses = [c for c in head.children if c.dep_ in ("relcl", "acl", "npadvmod", "appos") or _dates(c)]
        a, b = phrase(head, without={t.i for c in clauses for t in c.subtree})
        start, end = self.scene.chars(a, b)
        return self.scene.text[start:end]

    def outlet(self, head: Token) -> str:
        """The name of a venue: the outlet that its words name (`a Radio Nord programme`), else the words."""
        actor = self.actor(head)
        if actor is not None:
            return actor
        a, b = phrase(
            head, without={t.i for c in head.children if c.dep_ in ("relcl", "acl", "prep") for t in c.subtree}
        )
        start, end = self.scene.chars(a, b)
        for mention in self.within(start, end):
            if mention.actor is not None and self.kinds.get(mention.actor) == "organization":
                return mention.actor
        return self.name(head)

    def by_office(self, words: Range) -> bool:
        """Whether a token range does not name its actor, but tells an office or stands for a name."""
        mention = self.at(self._head(words))
        return mention is None or mention.form in (MentionForm.DESCRIPTION, MentionForm.PRONOUN)

    def speaker(self, words: Range) -> Speaker:
        """The speaker that a token range names."""
        start, end = self.scene.chars(*words)
        head = self._head(words)
        span = self.reading.span(start, end)
        actor = self.actor(head) or self._labelled(span.text) or self._behind_office(words)
        return Speaker(start=start, end=end, text=span.text, kind=self._speaker_kind(head, actor), actor=actor)

    def _labelled(self, text: str) -> str | None:
        """The person whose last name stands in capitals, as in front of a turn of a transcript."""
        return self.surnames.get(text.casefold()) if text.isupper() and len(text) > 1 else None

    def _behind_office(self, words: Range) -> str | None:
        """The person whose name ends the words right behind an office: `Head of the Board for Roads Ann Berg`."""
        a, b = words
        mention = self.at(self.scene.doc[b - 1])
        if mention is None or mention.form is not MentionForm.NAME or self.kinds.get(mention.actor or "") != "person":
            return None
        first = self.scene.token_from(mention.start)
        return mention.actor if first > a and self.scene.doc[first - 1].pos_ == "PROPN" else None

    def _head(self, words: Range) -> Token:
        a, b = words
        doc = self.scene.doc
        return next((doc[i] for i in range(a, b) if not a <= doc[i].head.i < b or doc[i].head.i == i), doc[b - 1])

    def _speaker_kind(self, head: Token, actor: str | None) -> SpeakerKind:
        word = antecedent(head)
        mention = self.at(word)
        if actor is not None and (mention is None or mention.form is not MentionForm.DESCRIPTION):
            return SpeakerKind.NAMED
        if self.lexicon.isa(word, "anonymous") or any(c.lower_ in ("anonymous", "unnamed") for c in word.children):
            return SpeakerKind.ANONYMOUS
        if word.tag_ in ("NNS", "NNPS") or word.lower_ in _PLURAL or self.lexicon.isa(word, "groups"):
            return SpeakerKind.GROUP
        if self.lexicon.isa(word, "documents"):
            return SpeakerKind.DOCUMENT
        return SpeakerKind.NAMED if word.pos_ == "PROPN" else SpeakerKind.ROLE


def _dates(c: Token) -> bool:
    """Whether a phrase only says when: `a meeting on Monday`."""
    return c.dep_ == "prep" and any(x.dep_ == "pobj" and x.ent_type_ in ("DATE", "TIME") for x in c.children)


def people_of(reading: Reading, scene: Scene, grouped: Grouped, lexicon: Lexicon) -> People:
    """The mentions of an article, ready to be asked."""
    found = tuple(sorted(grouped.mentions, key=lambda m: (m.start, m.end)))
    return People(
        reading=reading,
        scene=scene,
        lexicon=lexicon,
        mentions=found,
        starts=tuple(m.start for m in found),
        kinds={a.slug: str(a.kind) for a in grouped.actors},
        surnames=_surnames(found, {a.slug for a in grouped.actors if a.kind is ActorKind.PERSON}),
    )


def _surnames(mentions: Sequence[Mention], persons: AbstractSet[str]) -> dict[str, str]:
    """The slugs of persons by their last names in small letters; a name that two of them bear is left out."""
    bearers: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.form is MentionForm.NAME and mention.actor is not None and mention.actor in persons:
            bearers.setdefault(mention.text.split()[-1].casefold(), set()).add(mention.actor)
    return {name: slugs.pop() for name, slugs in bearers.items() if len(slugs) == 1}
