"""What the article says in its own voice: every sentence, or clause of one, that no attributed claim covers."""

import bisect
from collections.abc import Iterator, Sequence

from generator.extraction.claims.scene import Range, Scene, Told
from generator.extraction.claims.syntax import is_asked, is_finite, is_verb, subtree
from generator.extraction.parse import Stretch as Sentence
from generator.extraction.parse import Token
from generator.extraction.reading import Reading
from generator.model import BlockKind

_CLOSING = frozenset({'"', "”", "’", "'", "''", ")"})


def narration(reading: Reading, scene: Scene, told: Sequence[Told]) -> Iterator[Range]:
    """The character ranges that the article says itself, in order."""
    spoken = [t for t in told if speech(t)]
    covered = _covered(scene, spoken)
    cues = {i for t in spoken for i in _company(scene.doc[t.verb], t)}
    for sentence in reading.sentences():
        if reading.kind_at(_first_word(sentence)) is BlockKind.BYLINE:
            scene.trace.rejected("narration", sentence, "narration", "a byline tells nothing of what happened")
            continue
        titled = reading.kind_at(_first_word(sentence)) is BlockKind.HEADLINE
        yield from _own_words(sentence, scene, covered, cues, titled=titled)


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
    return found | {i for source in told.sources for i in range(*source)}


def _own_words(
    sentence: Sentence, scene: Scene, covered: list[bool], cues: set[int], *, titled: bool
) -> Iterator[Range]:
    words = [t for t in sentence if not (t.is_punct or t.is_space)]
    reason = _says_nothing(words, sentence, titled=titled)
    if reason:
        scene.trace.rejected("narration", sentence, "narration", reason)
        return
    if not any(covered[t.i] for t in words):
        if not any(t.i in cues for t in words) or sum(t.i not in cues for t in words) >= 4:
            yield _range(sentence.start, sentence.end, scene)
        else:
            scene.trace.rejected("narration", sentence, "narration", "its words only tell who spoke, when and where")
        return
    cues = {t.i for t in sentence if t.i in cues} | {i for t in words if is_asked(t) for i in subtree(t)}
    for first, end in _clauses(sentence, covered, cues):
        start = next(
            i for i in range(first, end) if i == end - 1 or not (scene.doc[i].dep_ == "cc" or scene.doc[i].is_punct)
        )
        if scene.doc[start].tag_ not in ("WDT", "WP", "WRB"):
            yield _range(start, end, scene)


_APART = frozenset({",", ";", "-", "--", "—", "–", ":"})
_LABEL = 12  # Words without a verb that are a heading, a place and a day, or a picture's credit.


def _says_nothing(words: Sequence[Token], sentence: Sentence, *, titled: bool) -> str:
    """Why a sentence of the article's own states nothing; empty where it does."""
    if len(words) < 2:
        return "a single word says nothing"
    if _last(sentence).text == "?":
        return "a question states nothing"
    if not titled and len(words) <= _LABEL and not any(is_verb(t) for t in words):
        return "a heading, a place and a day or a credit states nothing"
    return ""


def _last(sentence: Sentence) -> Token:
    """The last word or mark of a sentence, behind which only quotation marks and blanks stand."""
    marks = [t for t in sentence if not (t.is_space or t.text in _CLOSING)]
    return marks[-1] if marks else sentence[-1]


def _clauses(sentence: Sentence, covered: list[bool], cues: set[int]) -> Iterator[Range]:
    """Runs of words outside of what others say that hold a finite verb of their own."""
    run: list[Token] = []
    for token in [*sentence, None]:
        if token is not None and not covered[token.i] and (token.i not in cues or (run and token.is_punct)):
            run.append(token)
            continue
        if _is_clause(run, cues):
            yield run[0].i, run[-1].i + 1
        run = []


def _is_clause(run: Sequence[Token], cues: set[int]) -> bool:
    words = [t for t in run if not (t.is_punct or t.is_space)]
    if len(words) < 3:
        return False
    return any(
        is_verb(t) and t.i not in cues and is_finite(t) and t.dep_ in ("ROOT", "conj", "advcl", "ccomp") for t in words
    )


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
