"""What a dossier holds that the one before did not: each regeneration against the one that was recorded.

Pure: the record is read and written elsewhere. A regeneration that changes nothing leaves the history as it is, so
that the same articles, facts and record give the same bytes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model import Claim, Dossier, Finding
from generator.model.changes import ArticleState, Counts, FindingState, History, Regeneration, State
from generator.text import digest

_MOST_ENTRIES = 200
_MOST_LISTED = 40
_MARK = 8


def recorded(history: History, dossier: Dossier) -> History:
    """The history with this making of the dossier in it; as it was, if nothing changed."""
    now = state_of(dossier)
    if now == history.state:
        return history
    if _told(now) == _told(history.state):
        return replace(history, state=now)
    entry = _compared(history, now, dossier)
    # The beginning stays, however long the history: the feed has its id from there.
    kept = (entry, *history.entries[:-1])[: _MOST_ENTRIES - 1]
    return History(state=now, entries=(*kept, *history.entries[-1:]) if history.entries else (entry,))


def _told(state: State) -> State:
    """What a regeneration is told of; the ids of what is gathered are remembered beside it."""
    return replace(state, happenings=(), stories=(), also=())


def state_of(dossier: Dossier) -> State:
    """What the dossier holds, for comparing the next one with it."""
    articles = (
        ArticleState(id=f.article.id, sha256=f.article.sha256, claims={c.id: _mark(c) for c in f.claims})
        for f in dossier.facts
    )
    findings = (FindingState(id=f.id, origins=len(f.origins), differences=len(f.differences)) for f in dossier.findings)
    return State(
        articles=tuple(sorted(articles, key=lambda a: a.id)),
        findings=tuple(sorted(findings, key=lambda f: f.id)),
        actors=tuple(sorted(a.slug for a in dossier.actors)),
        happenings=tuple(sorted(h.id for h in dossier.happenings)),
        stories=tuple(sorted(s.id for s in dossier.stories)),
        also=tuple(sorted(_also(dossier))),
    )


def _also(dossier: Dossier) -> Iterator[str]:
    for finding in dossier.findings:
        yield from finding.also
    for happening in dossier.happenings:
        yield from happening.also
    for story in dossier.stories:
        yield from story.also


def _mark(claim: Claim) -> str:
    speakers = [s.actor or s.text for s in claim.speakers]
    return digest("\n".join(map(str, (claim.text, speakers, claim.factuality, claim.said, claim.when))))[:_MARK]


def _compared(history: History, now: State, dossier: Dossier) -> Regeneration:
    before = history.state
    old, new = {a.id: a for a in before.articles}, {a.id: a for a in now.articles}
    both = [i for i in new if i in old]
    changed = [i for i in both if new[i].sha256 != old[i].sha256]
    reread = [i for i in both if new[i].sha256 == old[i].sha256 and new[i].claims != old[i].claims]
    added, removed = [i for i in new if i not in old], [i for i in old if i not in new]
    fresh, stronger, differing, gone = _findings(before, dossier)
    met = _actors(before, dossier)
    left = set(before.actors) - set(now.actors)
    return Regeneration(
        id=_identity(history, now),
        as_of=max((a.published for a in dossier.articles if a.published), default=None),
        first=not history.entries,
        counts={
            "articles": Counts(added=len(added), changed=len(changed), withdrawn=len(removed)),
            "claims": _claims(before, now),
            "findings": Counts(added=len(fresh), changed=len({*stronger, *differing}), withdrawn=gone),
            "actors": Counts(added=len(met), withdrawn=len(left)),
        },
        added=_cut(added),
        changed=_cut(changed),
        removed=_cut(removed),
        reread=_cut(reread),
        new=_cut(fresh),
        stronger=_cut(stronger),
        differing=_cut(differing),
        actors=_cut(met),
    )


def _identity(history: History, now: State) -> str:
    """One id for each step of the history, also where it comes back to what was."""
    before = history.entries[0].id if history.entries else ""
    marks = [f"{a.id} {a.sha256} {' '.join(sorted(a.claims.values()))}" for a in now.articles]
    return digest("\n".join([before, *marks, *(f"{f.id} {f.origins} {f.differences}" for f in now.findings)]))[:32]


def _claims(before: State, now: State) -> Counts:
    old = {c: mark for a in before.articles for c, mark in a.claims.items()}
    new = {c: mark for a in now.articles for c, mark in a.claims.items()}
    return Counts(
        added=sum(c not in old for c in new),
        changed=sum(c in old and old[c] != mark for c, mark in new.items()),
        withdrawn=sum(c not in new for c in old),
    )


def _findings(before: State, dossier: Dossier) -> tuple[list[str], list[str], list[str], int]:
    """Ids of the findings that are new, have more origins, have new differences; and how many are gone.

    A finding's id is that of one of its claims; it goes on in whichever finding that claim is in now.
    """
    known = {c for a in before.articles for c in a.claims}
    home = {claim: f for f in dossier.findings for claim in f.claims}
    earlier: dict[str, list[FindingState]] = {}
    gone = 0
    for state in before.findings:
        found = home.get(f"c{state.id[1:]}")
        if found is None:
            gone += 1
        else:
            earlier.setdefault(found.id, []).append(state)
    fresh = [f.id for f in dossier.findings if f.id not in earlier and known.isdisjoint(f.claims)]
    return fresh, *_grown(dossier.findings, earlier), gone


def _grown(findings: Iterable[Finding], earlier: Mapping[str, Sequence[FindingState]]) -> tuple[list[str], list[str]]:
    still = [f for f in findings if f.id in earlier]
    stronger = [f.id for f in still if len(f.origins) > max(s.origins for s in earlier[f.id])]
    differing = [f.id for f in still if len(f.differences) > sum(s.differences for s in earlier[f.id])]
    return stronger, differing


def _actors(before: State, dossier: Dossier) -> list[str]:
    known = set(before.actors)
    times = Counter(m.actor for f in dossier.facts for m in f.mentions if m.actor)
    return sorted((a.slug for a in dossier.actors if a.slug not in known), key=lambda s: (-times[s], s))


def _cut(listed: Sequence[str]) -> tuple[str, ...]:
    return tuple(listed[:_MOST_LISTED])
