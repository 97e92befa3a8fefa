"""A level of certainty and a polarity, and what words do to them."""

from dataclasses import dataclass, replace

from generator.extraction.parse import Token
from generator.model import Factuality

RANK = {"CT": 3, "PR": 2, "PS": 1, "Uu": 0}
LEVEL = {rank: level for level, rank in RANK.items()}


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
class Stance:
    """How sure a predicate is told; puts what governs on top of what it governs, and keeps what changed it.

    Attributes:
        told: Whether a word of saying or showing stands between: who refuses to say that it was so, and who fails
            to show it, leaves open whether it was.
        given: Whether it is taken for granted, whatever stands above: "did not know that it was so".
    """

    rank: int = 3
    positive: bool = True
    because: tuple[Token, ...] = ()
    told: bool = False
    given: bool = False

    def at_most(self, level: str, word: Token) -> "Stance":
        """This stance, no surer than the level."""
        rank = RANK[level]
        if self.given or rank >= self.rank:
            return self
        return replace(self, rank=0 if self.told else rank, because=(*self.because, word))

    def turned(self, word: Token) -> "Stance":
        """This stance under a negation."""
        if self.given:
            return self
        if self.told or not self.positive:
            return self.at_most("Uu", word)  # "denied that he had refused to go" does not tell that he went
        return replace(self, positive=not self.positive, because=(*self.because, word))

    def under(self, effect: str, word: Token) -> "Stance":
        """This stance under a word with an effect: a level, "-" or both."""
        stance = self.turned(word) if effect.endswith("-") else self
        level = effect.rstrip("-")
        return stance.at_most(level, word) if level else stance

    def judged(self) -> Judged:
        """The commitment that it comes to."""
        if self.rank == 0:
            return Judged(Factuality.UNDERSPECIFIED, self.because)
        return Judged(Factuality(LEVEL[self.rank] + ("+" if self.positive else "-")), self.because)
