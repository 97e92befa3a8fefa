"""What a dossier held when it was last made, and what each making changed: memory that is committed with the pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SCHEMA = "dossier/changes/1"
RECORD = "changes/record.json"  # Below docs/.


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleState:
    """An article as it was.

    Attributes:
        id: The article's.
        sha256: Of its file.
        claims: Claim id to a short digest of what was read: words, speakers, how sure, days.
    """

    id: str
    sha256: str
    claims: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingState:
    """A finding as it was: its id, and how many origins and differences it had."""

    id: str
    origins: int
    differences: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownIds:
    """The ids that what is gathered over articles was called by when it was last gathered.

    Attributes:
        borne: Of the findings, happenings and stories that there were.
        led_on: Of such as had become one with another before; that other was found by them.
    """

    borne: frozenset[str] = frozenset()
    led_on: frozenset[str] = frozenset()

    def choose(self, candidates: Sequence[str]) -> tuple[str, tuple[str, ...]]:
        """The id of a group, and the other ids that lead to it.

        Args:
            candidates: The id that each member would have as the first of its group, in the order of the members.

        Returns:
            The id that the group bore, whoever is its first member now; the earlier member's, where it bore two for
            a later article made two groups one; the first member's, where it is new.
        """
        borne = [c for c in candidates if c in self.borne]
        known = [*borne, *(c for c in candidates if c in self.led_on)]
        chosen = known[0] if known else candidates[0]
        return chosen, tuple(c for c in dict.fromkeys(known) if c != chosen)


NOTHING_KNOWN = KnownIds()


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """All that a dossier held, as far as a later one is compared with it. It holds no word of an article.

    `happenings` and `stories` are ids; `also` are those by which findings, happenings and stories are found beside
    their own.
    """

    articles: tuple[ArticleState, ...] = ()
    findings: tuple[FindingState, ...] = ()
    actors: tuple[str, ...] = ()
    happenings: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    def known_ids(self) -> KnownIds:
        """The ids to call by again what is gathered anew."""
        borne = frozenset((*(f.id for f in self.findings), *self.happenings, *self.stories))
        return KnownIds(borne=borne, led_on=frozenset(self.also))


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many things of one kind came, changed, and went."""

    added: int = 0
    changed: int = 0
    withdrawn: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Regeneration:
    """What one making of the dossier changed. Lists are cut to their beginnings; `counts` has all.

    Attributes:
        id: Follows from what was before and what is now.
        as_of: The day of the newest article, EDTF; None where none has a date.
        first: There was nothing before it.
        counts: By kind: "articles", "claims", "findings", "actors".
        added, changed, removed: Ids of articles that came, whose files changed, that went.
        reread: Ids of articles with the same file of which something else is read now.
        new: Findings of which nothing was known before, the weightiest first.
        stronger: Findings with more origins than before. differing: with differences that they had not.
        actors: Slugs of actors that were not named before, the most named first.
    """

    id: str
    as_of: str | None
    first: bool
    counts: Mapping[str, Counts]
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    reread: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    stronger: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What the dossier holds, and how it came to it: the newest regeneration first."""

    state: State = State()
    entries: tuple[Regeneration, ...] = ()
