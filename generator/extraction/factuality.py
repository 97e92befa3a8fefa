"""How sure a speaker is that something is so: the values of FactBank (Saurí & Pustejovsky 2009), read off the parse.

A predicate begins as certain; what stands around it takes certainty away or turns it round: its own modals,
adverbs and negation first, then whatever governs it, up to the cue of its claim or the root. Choices where
the field differs: `will` is a commitment (CT); `would` and `should` are probable; what is wanted, planned,
ordered, allowed or intended is underspecified (Uu), since it need not have happened; a purpose (`to support the
war`) is underspecified; relative and temporal clauses are told as facts of their own.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

import yaml

from generator.extraction.parse import Token
from generator.model import Factuality

_RANK = {"CT": 3, "PR": 2, "PS": 1, "Uu": 0}
_LEVEL = {rank: level for level, rank in _RANK.items()}
_CLIMBS = frozenset(
    {"ccomp", "xcomp", "pcomp", "pobj", "dobj", "prep", "acl", "advcl", "conj", "nsubj", "nsubjpass", "csubj", "dep"}
    | {"parataxis", "oprd", "attr", "acomp", "appos", "agent", "dative", "compound", "poss", "relcl", "aux", "auxpass"}
)
_BESIDE = frozenset({"conj", "aux", "auxpass", "compound", "poss", "appos", "parataxis"})


@dataclass(frozen=True, slots=True)
class _Words:
    modals: Mapping[str, str]
    adverbs: Mapping[str, str]
    adjectives: Mapping[str, str]
    governors: Mapping[str, str]
    unlikely: frozenset[str]
    factive: frozenset[str]
    neutral: frozenset[str]
    conditionals: frozenset[str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A commitment with what led to it.

    Attributes:
        because: The words that made it other than certain, in the order in which they were met.
        reason: In words, where it is no single word that does so.
    """

    value: Factuality
    because: tuple[Token, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Stance:
    """A level of certainty and a polarity; puts what governs on top of what it governs, and keeps what changed it."""

    rank: int = 3
    positive: bool = True
    because: tuple[Token, ...] = ()

    def at_most(self, level: str, word: Token) -> "_Stance":
        rank = _RANK[level]
        return _Stance(rank, self.positive, (*self.because, word)) if rank < self.rank else self

    def turned(self, word: Token) -> "_Stance":
        return _Stance(self.rank, not self.positive, (*self.because, word))

    def under(self, effect: str, word: Token) -> "_Stance":
        """This stance under a word with an effect: a level, "-" or both."""
        stance = self.turned(word) if effect.endswith("-") else self
        level = effect.rstrip("-")
        return stance.at_most(level, word) if level else stance

    def judged(self) -> Judged:
        if self.rank == 0:
            return Judged(Factuality.UNDERSPECIFIED, self.because)
        return Judged(Factuality(_LEVEL[self.rank] + ("+" if self.positive else "-")), self.because)


@functools.cache
def _words() -> _Words:
    told = yaml.safe_load(resources.files("generator").joinpath("data/factuality.yml").read_text(encoding="utf-8"))

    def by_word(groups: Mapping[str, str]) -> dict[str, str]:
        return {word: effect for effect, words in groups.items() for word in words.split()}

    return _Words(
        modals=told["modals"],
        adverbs=by_word(told["adverbs"]),
        adjectives=by_word(told["adjectives"]),
        governors=by_word(told["governors"]),
        unlikely=frozenset(told["unlikely"].split()),
        factive=frozenset(told["factive"].split()),
        neutral=frozenset(told["neutral"].split()),
        conditionals=frozenset(told["conditionals"].split()),
    )


def of(token: Token, *, within: Token | None = None) -> Judged:
    """The commitment with which the predicate that the token heads is told.

    Args:
        token: The head of a predicate: a verb, a noun of happening, a predicative adjective.
        within: The token at which looking upwards ends: the cue of the claim that carries the predicate,
            whose speaker is the one who commits; its own effect (`denied that`) counts. None looks up to
            the sentence's root.
    """
    stance = _own(token, _Stance())
    here = token
    for _ in range(40):
        above = here.head
        if above.i == here.i or here.dep_ not in _CLIMBS or _apart(here):
            break
        stance = _governed(here, above, stance)
        if within is not None and above.i == within.i:
            return stance.judged() if not uncommitted(within) else _left_open(within)
        here = above
    if within is not None and not within.is_ancestor(token) and _governs_ahead(within, token):
        stance = stance.under(_effect_of(within, token), within)
    if within is not None and uncommitted(within):
        return _left_open(within)
    return stance.judged()


def of_object(cue: Token) -> Judged:
    """The commitment of a speaker to what is the object of a cue: `called it a lie`, `denied the charge`."""
    if uncommitted(cue):
        return _left_open(cue)
    effect = {"deny": "-", "reject": "-", "dismiss": "-", "refute": "-", "rebut": "-", "disavow": "-", "suspect": "PR"}
    lemma = cue.lemma_.lower()
    if lemma in ("want", "demand", "propose", "seek", "threaten", "promise", "pledge", "urge", "question", "discuss"):
        return Judged(Factuality.UNDERSPECIFIED, (cue,))
    return _Stance().under(effect.get(lemma, ""), cue).judged()


def _left_open(cue: Token) -> Judged:
    return Judged(Factuality.UNDERSPECIFIED, (cue,), "it is left open that the cue's act took place")


def uncommitted(cue: Token) -> bool:
    """Whether it is left open that the cue's act took place: `did not say`, `if she says`, `short of saying`."""
    own = _own(cue, _Stance())
    if own.rank == 0 or not own.positive:
        return True
    here = cue
    for _ in range(6):
        if here.dep_ not in ("xcomp", "pcomp", "prep", "acomp", "advmod", "ccomp") or here.head.i == here.i:
            return False
        here = here.head
        if here.lower_ == "short" or _words().governors.get(here.lemma_.lower()) in ("-", "Uu"):
            return True
        if here.pos_ == "VERB" and not _own(here, _Stance()).positive:
            return True
    return False


def _governs_ahead(within: Token, token: Token) -> bool:
    """Whether a cue that the parse hung below its content (`..., he doubts`) still bears on it."""
    return within.sent.start == token.sent.start


def _apart(here: Token) -> bool:
    """Whether a clause is told on its own account, whatever stands above it."""
    if here.dep_ in ("relcl", "advcl"):
        return not _purpose(here)
    if here.dep_ in ("conj", "parataxis"):
        return any(c.dep_ in ("nsubj", "nsubjpass") for c in here.children) and here.head.dep_ != "ccomp"
    return False


def _purpose(clause: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children) and not any(
        c.dep_ in ("nsubj", "nsubjpass") for c in clause.children
    )


def _own(token: Token, stance: _Stance) -> _Stance:
    """What stands directly at a predicate: modals, adverbs, negation, adjectives, conditionals, a question mark."""
    words = _words()
    for c in token.children:
        lower = c.lower_
        if c.dep_ in ("aux", "auxpass") and c.tag_ == "MD":
            stance = stance.at_most(words.modals.get(lower, "CT"), c)
        if c.dep_ in ("advmod", "neg", "preconj", "cc") and lower in words.adverbs:
            stance = stance.under(words.adverbs[lower], c) if lower != "nor" or c.dep_ != "cc" else stance.turned(c)
        elif c.dep_ == "mark" and lower in words.conditionals:
            stance = stance.at_most("Uu", c)
        elif c.dep_ == "amod" and lower in words.adjectives:
            stance = stance.under(words.adjectives[lower], c)
        elif c.dep_ == "acomp" and lower in words.unlikely:
            stance = stance.under("PR-", c)
        elif _denies(c):
            stance = stance.turned(c)
        elif c.dep_ == "advcl" and _condition(c):
            stance = stance.at_most("Uu", c)
    if _asked(token):
        stance = stance.at_most("Uu", token.sent[-1])
    return stance


def _denies(c: Token) -> bool:
    """`no attack`, `nobody died`, `no shells were sent`."""
    if c.dep_ in ("det", "advmod") and c.lower_ == "no":
        return True
    return c.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and _none(c)


def _condition(clause: Token) -> bool:
    """Whether a clause makes what it goes with depend on it; `even if` does not."""
    marks = [c for c in clause.children if c.dep_ == "mark" and c.lower_ in ("if", "unless")]
    return bool(marks) and not any(c.lower_ == "even" for c in clause.children)


def _none(noun: Token) -> bool:
    return noun.lower_ in ("nobody", "nothing", "none", "no-one") or any(
        c.dep_ in ("det", "neg") and c.lower_ in ("no", "neither") for c in noun.children
    )


def _asked(token: Token) -> bool:
    if token.dep_ not in ("ROOT", "conj"):
        return False
    sentence = token.sent
    return any(t.text == "?" for t in sentence[-2:])


def _governed(here: Token, above: Token, stance: _Stance) -> _Stance:
    if here.dep_ in _BESIDE or (here.dep_ == "relcl" and not _purpose(here)):
        return _shared(here, above, stance)
    if here.dep_ == "advcl":
        return stance.at_most("Uu", above)
    if above.pos_ in ("ADP", "SCONJ", "PART") or here.dep_ in ("nsubj", "nsubjpass", "agent"):
        return stance.turned(above) if above.lower_ == "without" else stance
    return stance.under(_effect_of(above, here), above)


def _shared(here: Token, above: Token, stance: _Stance) -> _Stance:
    """What a coordinated predicate without a modal of its own takes over from the one before it."""
    if (
        here.dep_ != "conj"
        or here.pos_ not in ("VERB", "AUX")
        or any(c.dep_ in ("aux", "nsubj") for c in here.children)
    ):
        return stance
    for c in above.children:
        if c.dep_ == "aux" and c.tag_ == "MD" and here.tag_ == "VB":
            stance = stance.at_most(_words().modals.get(c.lower_, "CT"), c)
        if c.dep_ == "neg" and here.tag_ == "VB" and any(x.lower_ == "or" for x in above.children):
            stance = stance.turned(c)
    return stance


def _effect_of(above: Token, here: Token) -> str:
    """What a governing word does to what stands under it, its own negation and modality included."""
    words = _words()
    lemma = above.lemma_.lower()
    if lemma in words.factive and here.dep_ in ("ccomp", "dobj"):
        return ""
    effect = words.governors.get(lemma, "")
    if lemma in _ASSENT and here.dep_ == "ccomp":
        effect = ""
    if here.dep_ == "dobj" and above.pos_ == "VERB" and lemma not in _OBJECTS and effect not in ("-", "PR-"):
        effect = ""
    if here.dep_ == "prep":
        return effect  # "did not comment on the attack" says nothing about whether it took place
    own = _own(above, _Stance())
    if not own.positive:
        return _negated(effect, lemma)
    if own.rank < 3 and here.dep_ in ("xcomp", "acomp", "attr", "dobj"):
        return _LEVEL[min(own.rank, _Stance().under(effect, above).rank)] + ("-" if effect.endswith("-") else "")
    return effect


_ASSENT = frozenset({"agree", "decide"})  # With a clause they tell what is so; with an infinitive, what shall be.
_OBJECTS = frozenset({"want", "plan", "seek", "demand", "propose", "consider", "fear", "expect", "threaten", "promise"})


def _negated(effect: str, lemma: str) -> str:
    """The effect of a governor that is itself denied: who did not fail did, who did not say leaves it open."""
    if effect == "-":
        return ""
    if effect == "PR-":
        return "PR"
    if effect == "PR":
        return "PR-"  # "do not believe that" is told as "believe that not"
    if effect in ("PS", "Uu") or lemma in _words().neutral:
        return "Uu"
    return "-"
