"""How sure a speaker is that something is so: the values of FactBank (Saurí & Pustejovsky 2009), read off the parse.

A predicate begins as certain; what stands around it takes certainty away or turns it round: its own modals,
adverbs and negation first, then whatever governs it, up to the cue of its claim or the root. Choices where
the field differs: `will` is a commitment (CT); `would` and `should` are probable, but for
the `would` behind a cue in the past, which is the speaker's `will`; what is wanted, planned,
ordered, allowed or intended is underspecified (Uu), since it need not have happened, and so is what would or should
have happened, and what someone is accused of; a purpose (`to support the war`) is underspecified; relative and
temporal clauses are told as facts of their own.
"""

from generator.extraction.factuality.governing import is_there_anyway, is_to_come
from generator.extraction.factuality.judging import led_in, of, of_object, rejects, uncommitted
from generator.extraction.factuality.stance import Judged

__all__ = ["Judged", "is_there_anyway", "is_to_come", "led_in", "of", "of_object", "rejects", "uncommitted"]
