"""Articles, their facts, and what they say together: the steps that every command shares."""

import contextlib
import gc
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator import dossier, sources
from generator.errors import Problem, SourceError, UsageError
from generator.extraction.pin import default_pin, made_by
from generator.extraction.workers import extract_all
from generator.model import Article, Curation, Dossier, Facts, Limits, ModelPin, Settings
from generator.model.changes import NOTHING_KNOWN, KnownIds
from generator.pipeline.progress import Progress, silent
from generator.pipeline.records import read_cached, read_stored, to_cache
from generator.resolution import actors, copies, findings, happenings, links, stories, topics
from generator.site import keep

_CACHE_AT_ONCE = 16  # Facts are kept this often, so that long work that is cut off is not lost.


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A dossier's folder as it was read: what people state, the articles, and what is wrong with either."""

    root: Path
    settings: Settings
    curation: Curation
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]

    @property
    def pin(self) -> ModelPin:
        """The language model to read with."""
        return self.settings.model or default_pin()


def require(root: Path) -> None:
    """Refuse a folder that is no dossier, before anything is written there.

    Raises:
        UsageError: There is no seeds/ in it.
    """
    if not (root / "seeds").is_dir():
        raise UsageError(
            "no seeds/ folder is in it, so it is no dossier",
            path=str(root),
            remedy="Name a dossier's folder with --root, or make one with `dossier new DIR`.",
        )


def gather(root: Path, *, today: date | None = None) -> Gathered:
    """Read dossier.yml, seeds/curation/ and the articles in seeds/.

    Raises:
        UsageError: The folder is no dossier.
        SettingsError, CurationError: What people state is wrong.
        SourceError: There are articles, and none of them can be read.
    """
    require(root)
    settings, curation = sources.load_settings(root), sources.load_curation(root, today=today)
    paths, problems = sources.article_paths(root / "seeds")
    loaded = sources.load(paths, root=root, limits=settings.limits, today=today)
    problems = [*problems, *loaded.problems]
    errors = [p for p in problems if p.severity == "error"]
    if errors and not loaded.articles:
        first = errors[0]
        raise SourceError(
            f"none of the articles can be read: {first.message}", path=first.path, line=first.line, remedy=first.remedy
        )
    return Gathered(root=root, settings=settings, curation=curation, articles=loaded.articles, problems=tuple(problems))


def read_facts(gathered: Gathered, *, jobs: int = 0, progress: Progress = silent) -> tuple[list[Facts], list[Problem]]:
    """The facts of every article: from seeds/facts/ or the cache where they fit, else extracted on the way.

    The language model is loaded only if something has to be extracted; what is extracted is cached.
    """
    extractor = made_by(gathered.pin)
    stored = read_stored(gathered.root, gathered.articles, extractor)
    known = dict(stored.usable)
    for article in gathered.articles:
        if article.id not in known and (cached := read_cached(gathered.root, article, extractor)):
            known[article.id] = cached
    problems = list(stored.problems)
    fresh: list[Facts] = []
    missing = [a for a in gathered.articles if a.id not in known]
    for outcome in extracted(missing, gathered.pin, limits=gathered.settings.limits, jobs=jobs, progress=progress):
        if isinstance(outcome, Problem):
            problems.append(outcome)
            continue
        known[outcome.article.id] = outcome
        fresh.append(outcome)
        if len(fresh) % _CACHE_AT_ONCE == 0:
            keep(gathered.root, dict(to_cache(f, extractor) for f in fresh[-_CACHE_AT_ONCE:]))
    left = len(fresh) % _CACHE_AT_ONCE
    keep(gathered.root, dict(to_cache(f, extractor) for f in fresh[len(fresh) - left :]))
    return [known[a.id] for a in gathered.articles if a.id in known], problems


def extracted(
    articles: Sequence[Article],
    pin: ModelPin,
    *,
    limits: Limits | None = None,
    jobs: int = 0,
    progress: Progress = silent,
) -> Iterator[Facts | Problem]:
    """The facts of each article, or the problem in its place; the model is loaded only if there is one."""
    if not articles:
        return
    progress("Reading articles", 0, len(articles))
    for done, outcome in enumerate(extract_all(articles, pin, jobs=jobs or usual_jobs(), limits=limits), 1):
        yield outcome
        progress("Reading articles", done, len(articles))


def usual_jobs() -> int:
    """As many processes as there are processors for this one, but no more than eight: each holds a model."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(processors or 1, 8)


def resolve(facts: Sequence[Facts], curation: Curation) -> actors.Resolved:
    """The facts with one slug for each actor over all of them, in the order of their articles' ids."""
    return actors.resolve(sorted(facts, key=_by_id), curation)


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Let no search for cycles begin: weaving makes many values, no cycle, and is a quarter slower for it."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


@_undisturbed()
def weave(
    gathered: Gathered, facts: Sequence[Facts], *, known: KnownIds = NOTHING_KNOWN, progress: Progress = silent
) -> Dossier:
    """What the facts say together, woven into the one value that everything else is read from.

    Args:
        gathered: What people state.
        facts: Of each article.
        known: The ids of what the dossier held before: what is still there keeps them.
        progress: Told how far the work is.
    """
    progress("Comparing articles", 0, 1)
    curation = gathered.curation
    articles = [f.article for f in sorted(facts, key=_by_id)]
    same_text = copies.find(articles)
    resolved = resolve(facts, curation)
    assigned, subjects = topics.assign(resolved.facts, resolved.actors, curation)
    standing = _without_rejected(assigned, dossier.rejected_claims(curation))
    found = findings.find(standing, resolved.actors, same_text, curation, known)
    woven = dossier.weave(
        settings=gathered.settings,
        curation=curation,
        facts=assigned,
        actors=resolved.actors,
        roles=resolved.roles,
        topics=subjects,
        findings=found,
        links=links.find(standing, resolved.actors, resolved.roles),
        stories=stories.group(assigned, known),
        copies=same_text,
        superseded=copies.superseded(articles, same_text),
        happenings=happenings.gather(standing, found, known),
        suggestions=resolved.suggestions,
    )
    progress("Comparing articles", 1, 1)
    return woven


def _by_id(facts: Facts) -> str:
    return facts.article.id


def _without_rejected(facts: Sequence[Facts], rejected: frozenset[str]) -> list[Facts]:
    """A claim that a person rejected carries no finding and no link; nor do the events that it carries."""
    if not rejected:
        return list(facts)
    return [
        replace(
            f,
            claims=tuple(c for c in f.claims if c.id not in rejected),
            events=tuple(e for e in f.events if e.claim not in rejected),
        )
        for f in facts
    ]
