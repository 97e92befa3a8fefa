"""Every claim of an article, in order: the attributed ones, then what the article says in its own voice."""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.contract import claim_id
from generator.extraction import factuality
from generator.extraction.actors import Grouped
from generator.extraction.claims.direct import direct
from generator.extraction.claims.indirect import indirect
from generator.extraction.claims.interviews import Interview, interview
from generator.extraction.claims.lexicon import Lexicon, lexicon
from generator.extraction.claims.narration import narration
from generator.extraction.claims.people import People, people_of
from generator.extraction.claims.phrases import according, adjectives, colons, nouns, signed
from generator.extraction.claims.scene import LABEL, Range, Scene, Told, scene
from generator.extraction.claims.setting import Dates, Setting, dates_of, setting
from generator.extraction.claims.syntax import ancestors
from generator.extraction.factuality import Judged
from generator.extraction.parse import Token
from generator.extraction.reading import Reading
from generator.model import (
    INTERVIEW,
    Claim,
    ClaimForm,
    Cue,
    DateMention,
    Extent,
    Factuality,
    Grain,
    Quantity,
    Span,
    Speaker,
)


def find_claims(
    reading: Reading, grouped: Grouped, dates: Sequence[DateMention], quantities: Sequence[Quantity]
) -> tuple[Claim, ...]:
    """The claims of an article, sorted by where their content begins.

    Args:
        reading: The article and its parse.
        grouped: Its mentions with their actors, pronouns included.
        dates: Its date expressions, of which those with a cue tell when something was said.
        quantities: Its quantities, which claims name by index.

    Returns:
        Claims with different spans; every word of body, captions and headlines is in one, but for what only
        says who spoke, when and where, and what states nothing: questions, headings, credits.
    """
    words = lexicon()
    here = scene(reading.doc, reading.trace)
    people = people_of(reading, here, grouped, words)
    told = attributions(here, words)
    maker = _Maker(
        reading=reading,
        scene=here,
        lexicon=words,
        people=people,
        dates=dates_of(dates),
        quantities=tuple(quantities),
        quantity_starts=tuple(q.start for q in quantities),
        interview=interview(here, people),
    )
    found: dict[str, Claim] = {}
    for one in told:
        claim = maker.attributed(one)
        if claim.id in found:
            here.trace.rejected("claim", here.doc[one.verb], one.rule, "another rule read the same words before it")
        found.setdefault(claim.id, claim)
    for content in narration(reading, here, told, words):
        claim = maker.narrated(content)
        found.setdefault(claim.id, claim)
    return tuple(sorted(found.values(), key=lambda c: (c.spans[0].start, c.spans[-1].end, c.id)))


def attributions(here: Scene, words: Lexicon) -> list[Told]:
    """All attributions of the article; of those with the same content the first rule's comes first.

    What stands inside of another's content is told by that one: a wish or a rebuke in it is no claim of its own,
    but speech reported in speech is.
    """
    quoted = direct(here, words)
    taken = frozenset(t.verb for t in quoted)
    found = [
        *quoted,
        *colons(here),
        *signed(here),
        *indirect(here, words, taken),
        *according(here),
        *nouns(here, words),
        *adjectives(here, words),
    ]
    inside = _inside(here, found)
    kept = []
    for told in found:
        if told.rule.startswith(_NESTING) or not inside[told.verb]:
            kept.append(told)
        else:
            here.trace.rejected("claim", here.doc[told.verb], told.rule, "it stands in what another cue tells already")
    return kept


def _within(ranges: Sequence[Range], offset: int) -> bool:
    """Whether a character stands in one of some ranges, which are in order."""
    at = bisect.bisect_right(ranges, offset, key=lambda r: r[0]) - 1
    return at >= 0 and offset < ranges[at][1]


# One sentence that asks: "Anything you would like to add?"
_QUESTION = re.compile(r"[^.!?]*\?[\s\"”’')]*")
_WHICH = frozenset({"nummod", "compound", "amod", "nmod"})
_NESTING = ("quotation", "saying:clause", "saying:according-to")


def _inside(here: Scene, found: Sequence[Told]) -> list[bool]:
    """For each token, whether it stands in the content of some attribution."""
    inside = [False] * len(here.doc)
    for told in found:
        for a, b in told.content:
            for i in range(here.token_from(a), here.token_from(b)):
                inside[i] = True
    return inside


def _with_denial(cue: Token, first: int) -> int:
    """Where the words of a cue begin, with those that take it back: `did not say`, `stopped short of confirming`.

    A reader who sees the bare cue would take it that it was said.
    """
    if not factuality.uncommitted(cue):
        return first
    here, start = cue, first
    for _ in range(4):
        near = [c.i for c in here.children if c.dep_ in ("neg", "aux", "auxpass") and c.i < here.i]
        start = min([start, here.i, *near])
        if here.dep_ not in ("xcomp", "pcomp", "prep", "advmod", "acomp", "conj") or here.head.i > here.i:
            break
        here = here.head
    return start if cue.i - start <= 5 else first


@dataclass(frozen=True, slots=True, kw_only=True)
class _Maker:
    """Makes claims out of what the rules found."""

    reading: Reading
    scene: Scene
    lexicon: Lexicon
    people: People
    dates: Dates
    quantities: tuple[Quantity, ...]
    quantity_starts: tuple[int, ...]
    interview: Interview

    def attributed(self, told: Told) -> Claim:
        """The claim of an attribution."""
        verb = self.scene.doc[told.verb]
        first, last = told.cue
        start, end = self.scene.chars(_with_denial(verb, first), last)
        cue = self.reading.span(start, end)
        occasion = setting(told, self.scene, self.people, self.dates, self.lexicon)
        asked = self.interview.told if _within(self.interview.given, start) else None
        if asked is not None and not self._of_himself(told):
            occasion = replace(occasion, via=occasion.via or self.people.speaker(asked.sources[0]).actor)
        return self._claim(
            told.content,
            form=self._form(told.content),
            told=told,
            cue=Cue(start=cue.start, end=cue.end, text=cue.text, lemma=self.lexicon.lemma(verb)),
            occasion=occasion,
        )

    def narrated(self, content: tuple[Range, ...]) -> Claim:
        """The claim of a sentence or clause in the article's own voice; of words that nobody is named for."""
        start, end = content[0]
        if _within(self.interview.open, start) and (label := LABEL.match(self.scene.text, start, end)) is not None:
            content = ((label.end(), end), *content[1:])
        if self.interview.told is not None and _within(self.interview.given, start):
            return self._answered(content, self.interview.told)
        form = self._form(content)
        if form is ClaimForm.QUOTATION or _within(self.interview.open, start):
            return self._claim(content, form=ClaimForm.QUOTATION)
        return self._claim(content, form=ClaimForm.NARRATION)

    def _answered(self, content: tuple[Range, ...], asked: Told) -> Claim:
        """The claim of a sentence in an answer, said by the person whom the article says it interviewed.

        It has no cue: the article announces all answers at once, in other words than theirs.
        """
        said = Setting(said=self._when_asked(asked))
        return self._claim(content, form=ClaimForm.QUOTATION, told=asked, occasion=said)

    def _when_asked(self, asked: Told) -> str | None:
        """The day of an interview; a headline's day is the page's."""
        if self.scene.doc[asked.verb].tag_ not in ("VBD", "VBN"):
            return None
        return setting(asked, self.scene, self.people, self.dates, self.lexicon).said

    def _of_himself(self, told: Told) -> bool:
        return any(self.scene.doc[a].lower_ == "i" for a, b in told.sources if b == a + 1)

    def _speakers(self, told: Told) -> tuple[Speaker, ...]:
        """Who says it; the I of an answer is the person whom the article says it interviewed."""
        found = tuple(self.people.speaker(r) for r in told.sources)
        asked = self.interview.told
        if asked is None or not self._of_himself(told):
            return found
        actor = self.people.speaker(asked.sources[0]).actor
        return tuple(
            replace(s, actor=actor) if s.text == "I" and _within(self.interview.given, s.start) else s for s in found
        )

    def _claim(
        self,
        content: tuple[Range, ...],
        *,
        form: ClaimForm,
        told: Told | None = None,
        cue: Cue | None = None,
        occasion: Setting | None = None,
    ) -> Claim:
        spans = tuple(self.reading.span(a, b) for a, b in content)
        occasion = occasion or Setting()
        identity = claim_id(self.reading.article.sha256, spans)
        sure = self._sure(spans, told, form)
        self.scene.trace.judged("claim", spans[0], sure, identity)
        return Claim(
            id=identity,
            article=self.reading.article.id,
            spans=spans,
            sentence=self._sentence(spans, told),
            form=form,
            speakers=self._speakers(told) if told else (),
            cue=cue,
            factuality=sure.value,
            said=occasion.said,
            via=occasion.via,
            addressee=occasion.addressee,
            when=self._when(spans),
            actors=self._actors(spans),
            quantities=self._quantities(spans),
            rule=told.rule if told else "narration" if form is ClaimForm.NARRATION else "quotation:unattributed",
        )

    def _form(self, content: tuple[Range, ...]) -> ClaimForm:
        inside = quoted = 0
        for a, b in content:
            for token in self.scene.tokens(a, b):
                if not (token.is_punct or token.is_space):
                    inside += 1
                    quoted += self.scene.quoted[token.i]
        if not quoted:
            return ClaimForm.PARAPHRASE
        return ClaimForm.QUOTATION if quoted >= 0.9 * inside else ClaimForm.MIXED

    def _sentence(self, spans: tuple[Span, ...], told: Told | None) -> Extent:
        doc = self.scene.doc
        tokens = [doc[self.scene.token_at(spans[0].start)], doc[self.scene.token_at(max(spans[-1].end - 1, 0))]]
        if told is not None and told.rule != INTERVIEW:  # whom it interviewed, the article says once and far off
            tokens.append(doc[told.verb])
        first = min((t.sent for t in tokens), key=lambda s: s.start)
        last = max((t.sent for t in tokens), key=lambda s: s.end)
        text = self.scene.text[first.start_char : last.end_char]
        lead = len(text) - len(text.lstrip())
        return Extent(start=first.start_char + lead, end=first.start_char + len(text.rstrip()))

    def _sure(self, spans: tuple[Span, ...], told: Told | None, form: ClaimForm) -> Judged:
        head = self._predicate(spans)
        if head is None:
            return Judged(Factuality.CERTAIN, reason="no predicate tells otherwise")
        if _QUESTION.fullmatch(spans[-1].text) and len(spans) == 1:
            return Judged(Factuality.UNDERSPECIFIED, reason="it is a question")
        head = factuality.led_in(head)
        if told is None:
            if form is ClaimForm.QUOTATION:
                return Judged(Factuality.UNDERSPECIFIED, reason="the article does not vouch for words between marks")
            return factuality.of(head)
        cue = self.scene.doc[told.verb]
        deed = told.rule.endswith((":to", ":at")) and head.tag_ == "VBG"  # "objected to closing it"
        if told.rule.endswith((":small", ":object", ":to", ":on", ":at", ":against")) and not deed:
            return factuality.of_object(cue)
        if told.rule.endswith((":colon", ":according-to")) or told.rule == INTERVIEW:
            return factuality.of(head)  # these words commit to what follows, and hang anywhere in the parse
        if told.rule == "saying:control" and cue.lemma_.lower() != "persuade":
            return Judged(Factuality.UNDERSPECIFIED, reason="what somebody is told or asked to do need not be done")
        sure = factuality.of(head, within=cue)
        if sure.value is Factuality.CERTAIN and not told.sources and factuality.led_in(cue) is cue:
            return Judged(Factuality.PROBABLE, reason="what is said by nobody in particular is no more than probable")
        return sure

    def _predicate(self, spans: tuple[Span, ...]) -> Token | None:
        """The head of what a claim says: its highest verb, else its highest word."""
        tokens = [t for s in spans for t in self.scene.tokens(s.start, s.end) if not (t.is_punct or t.is_space)]
        inside = {t.i for t in tokens}
        heads = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
        verb = next((t for t in heads if t.pos_ in ("VERB", "AUX")), None)
        # Where the parse made no clause of it, a modal still tells how sure it is.
        modal = next((t.head for t in tokens if t.tag_ == "MD"), None)
        return verb or modal or (heads[0] if heads else None)

    def _when(self, spans: tuple[Span, ...]) -> str | None:
        found = (d for s in spans for d in self.dates.within(s.start, s.end) if d.edtf is not None)
        return next((d.edtf for d in found if not self._dates_a_thing(d, spans)), None)

    def _dates_a_thing(self, date: DateMention, spans: tuple[Span, ...]) -> bool:
        """Whether a date only tells which thing is meant: `the 1991 treaty`, `a treaty signed in 1991`."""
        token = self.scene.doc[self.scene.token_at(date.start)]
        if token.dep_ in _WHICH and date.grain is Grain.YEAR and token.head.pos_ in ("NOUN", "PROPN"):
            return token.head.idx >= date.end
        for over in [token, *ancestors(token)]:
            if over.dep_ in ("relcl", "acl"):
                thing = over.head.idx
                return any(s.start <= thing < s.end for s in spans)
        return False

    def _actors(self, spans: tuple[Span, ...]) -> tuple[str, ...]:
        found = [m.actor for s in spans for m in self.people.within(s.start, s.end) if m.actor is not None]
        return tuple(dict.fromkeys(found))

    def _quantities(self, spans: tuple[Span, ...]) -> tuple[int, ...]:
        found: list[int] = []
        for s in spans:
            first, last = (
                bisect.bisect_left(self.quantity_starts, s.start),
                bisect.bisect_left(self.quantity_starts, s.end),
            )
            found += [i for i in range(first, last) if self.quantities[i].end <= s.end]
        return tuple(dict.fromkeys(found))
