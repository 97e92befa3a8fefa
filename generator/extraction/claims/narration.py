"""What the article says in its own voice: every sentence, or clause of one, that no attributed claim covers."""

import bisect
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.extraction.claims.lexicon import Lexicon
from generator.extraction.claims.scene import Range, Scene, Told
from generator.extraction.claims.syntax import SUBJECTS, is_asked, is_finite, is_verb, phrase, subjects, subtree
from generator.extraction.parse import Stretch as Sentence
from generator.extraction.parse import Token
from generator.extraction.reading import Reading
from generator.model import BlockKind

_CLOSING = frozenset({'"', "”", "’", "'", "''", ")"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What the words of an article do: which of them others say, and which only attribute."""

    scene: Scene
    lexicon: Lexicon
    covered: Sequence[bool]
    cues: frozenset[int]
    speakers: frozenset[int]


def narration(reading: Reading, scene: Scene, told: Sequence[Told], lexicon: Lexicon) -> Iterator[tuple[Range, ...]]:
    """The character ranges that the article says itself, in order; several where a clause's subject stands apart."""
    spoken = [t for t in told if speech(t)]
    words = _Words(
        scene=scene,
        lexicon=lexicon,
        covered=_covered(scene, spoken),
        cues=frozenset(i for t in spoken for i in _company(scene.doc[t.verb], t)),
        speakers=frozenset(i for t in spoken for a, b in t.sources if _is_subject(a, b, scene) for i in range(a, b)),
    )
    for sentence in reading.sentences():
        kind = reading.kind_at(_first_word(sentence))
        if kind is BlockKind.BYLINE:
            scene.trace.rejected("narration", sentence, "narration", "a byline tells nothing of what happened")
            continue
        yield from _own_words(sentence, words, titled=kind is BlockKind.HEADLINE)


def _is_subject(first: int, last: int, scene: Scene) -> bool:
    """Whether a speaker is a subject, not the noun that the cue hangs on: `a letter saying`."""
    return any(scene.doc[i].dep_ in SUBJECTS and not first <= scene.doc[i].head.i < last for i in range(first, last))


def speech(told: Told) -> bool:
    """Whether the attribution takes its content out of the article's own mouth; a stance or a topic does not."""
    return told.rule.startswith(("quotation", "saying:clause", "saying:according", "saying:colon", "saying:small")) or (
        told.rule in ("mind:clause", "saying:infinitive", "saying:control", "mind:seeming")
    )


def _first_word(sentence: Sentence) -> int:
    return next((t.idx for t in sentence if not t.is_space), sentence.start_char)


def _covered(scene: Scene, told: Sequence[Told]) -> list[bool]:
    """For each token, whether it stands in what someone else says."""
    covered = [False] * len(scene.doc)
    for t in told:
        for a, b in t.content:
            for i in range(bisect.bisect_left(scene.starts, a), bisect.bisect_left(scene.starts, b)):
                covered[i] = True
    return covered


def _company(verb: Token, told: Told) -> set[int]:
    """The words that only attribute: cue, speaker, addressee, time and place of speaking."""
    found = set(range(*told.cue))
    here = verb
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.dep_ == "dobj":
        found |= {verb.head.i, verb.head.head.i}  # "issued a statement saying"
    while here.dep_ in ("pcomp", "xcomp", "prep", "acomp", "advmod") and here.head.i != here.i:
        # `stopped short of confirming`, `declined to say`: what leads to the cue says no more than that.
        here = here.head
        found |= {here.i} | {c.i for c in here.children if c.dep_ != "nsubj" and c.i < verb.i}
    for c in verb.children:
        if c.dep_ not in ("conj", "advcl", "ccomp", "parataxis", "relcl", "nsubj"):
            found |= subtree(c)
    return found


def _own_words(sentence: Sentence, said: _Words, *, titled: bool) -> Iterator[tuple[Range, ...]]:
    scene = said.scene
    words = [t for t in sentence if not (t.is_punct or t.is_space)]
    reason = _says_nothing(words, sentence, titled=titled)
    if reason:
        scene.trace.rejected("narration", sentence, "narration", reason)
        return
    if not any(said.covered[t.i] for t in words):
        if not any(t.i in said.cues for t in words) or sum(t.i not in said.cues for t in words) >= 4:
            yield (_range(sentence.start, sentence.end, scene),)
        else:
            scene.trace.rejected("narration", sentence, "narration", "its words only tell who spoke, when and where")
        return
    cues = {t.i for t in sentence if t.i in said.cues} | {i for t in words if is_asked(t) for i in subtree(t)}
    for run in _runs(sentence, said, cues):
        verb = _main_verb(run, cues)
        if verb is not None and run[0].tag_ not in ("WDT", "WP", "WRB"):
            yield from _clause(run, verb, scene)


_APART = frozenset({",", ";", "-", "--", "—", "–", ":"})
_BROKEN = frozenset({"--", "—", "–"})
_LABEL = 12  # Words without a verb that are a heading, a place and a day, or a picture's credit.


def _says_nothing(words: Sequence[Token], sentence: Sentence, *, titled: bool) -> str:
    """Why a sentence of the article's own states nothing; empty where it does."""
    if len(words) < 2:
        return "a single word says nothing"
    if _last(sentence).text == "?":
        return "a question states nothing"
    if _last(sentence).text in _BROKEN:
        return "it breaks off"
    verbs = [t for t in words if is_verb(t)]
    if not titled and (not verbs if len(words) <= _LABEL else all(t.tag_ == "VBG" for t in verbs)):
        return "a heading, a place and a day or a credit states nothing"
    if words[0].lower_ == "to" and words[0].dep_ == "aux" and words[0].head.dep_ == "ROOT":
        return "an infinitive alone says what shall be, and not that it is"
    return ""


def _last(sentence: Sentence) -> Token:
    """The last word or mark of a sentence, behind which only quotation marks and blanks stand."""
    marks = [t for t in sentence if not (t.is_space or t.text in _CLOSING)]
    return marks[-1] if marks else sentence[-1]


def _runs(sentence: Sentence, said: _Words, cues: AbstractSet[int]) -> Iterator[list[Token]]:
    """Runs of words outside of what others say, without what only joins them to it and who says it."""
    run: list[Token] = []
    for token in [*sentence, None]:
        if token is not None and not said.covered[token.i] and (token.i not in cues or (run and token.is_punct)):
            run.append(token)
            continue
        if token is not None:
            _cut(run, said)
        lead = next((n for n, t in enumerate(run) if not (t.dep_ == "cc" or t.is_punct or t.is_space)), len(run))
        if run[lead:]:
            yield run[lead:]
        run = []


def _cut(run: list[Token], said: _Words) -> None:
    """Drop from the end of a run what only leads to what somebody says: `because`, `but, they point out`."""
    while run and (run[-1].i in said.speakers or _leads_away(run[-1])):
        run.pop()
    verb = run[-1].head if run and run[-1].dep_ == "prt" else run[-1] if run else None
    if verb is not None and (entry := said.lexicon.verb(verb)) is not None and entry.speaks and is_finite(verb):
        comma = next((n for n in range(len(run) - 2, -1, -1) if run[n].text in _APART), 0)
        del run[comma:]
        _cut(run, said)


def _main_verb(run: Sequence[Token], cues: AbstractSet[int]) -> Token | None:
    """The first finite verb of a run that makes a clause of it."""
    words = [t for t in run if not (t.is_punct or t.is_space)]
    if len(words) < 3:
        return None
    if words[-1].pos_ == "AUX" or words[-1].tag_ == "TO" or (words[0].tag_ == "VBG" and words[0].dep_ != "csubj"):
        return None  # `the best analogy is`, `noting that it failed`: half of a sentence
    verbs = (t for t in words if is_verb(t) and t.i not in cues and is_finite(t))
    return next((t for t in verbs if t.dep_ in ("ROOT", "conj", "advcl", "ccomp")), None)


def _clause(run: Sequence[Token], verb: Token, scene: Scene) -> Iterator[tuple[Range, ...]]:
    """A clause with its subject, which may stand in front of what somebody said: `Berg praised it and cut the tape`."""
    own = _range(run[0].i, run[-1].i + 1, scene)
    heads = subjects(verb)
    if any(t.dep_ in SUBJECTS and t.head.i in (verb.i, verb.head.i) for t in run):
        yield (own,)
        return
    if not heads or heads[0].i >= run[0].i:
        if heads or verb.dep_ != "conj":
            yield (own,)
        return  # who did it, nobody can tell
    first, last = phrase(heads[0])
    if heads[0].tag_ not in ("WDT", "WP") and last <= run[0].i:
        yield scene.chars(first, last), own


def _leads_away(last: Token) -> bool:
    """Whether a clause's last word only leads on to what others say: `because`, `which`, `that`, a dash."""
    if last.is_space or last.text in _APART or last.dep_ == "cc":
        return True
    return last.pos_ == "SCONJ" or last.tag_ in ("WDT", "WP", "WRB")


def _range(start: int, end: int, scene: Scene) -> Range:
    doc = scene.doc
    while start < end - 1 and (doc[start].is_space or doc[start].text in _APART):
        start += 1
    while end > start + 1 and _leads_away(doc[end - 1]):
        end -= 1
    return scene.chars(start, end)
