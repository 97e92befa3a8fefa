"""What each command does, from its arguments to what it hands back. Nothing here prints or exits."""

import calendar
import contextlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import changes, checks, contract, pages, site, sources
from generator.contract import Json
from generator.errors import Problem, SiteError, UsageError
from generator.extraction.pin import default_pin, made_by
from generator.model import Article, Dossier, Facts, ModelPin, Settings
from generator.model.changes import RECORD, History
from generator.pipeline import scaffolding
from generator.pipeline.progress import Progress, silent
from generator.pipeline.records import facts_name, read_stored, unlike
from generator.pipeline.story import Gathered, extracted, gather, read_facts, require, resolve, weave
from generator.resolution import stories as stories_room

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?", re.ASCII)
_NO_DATE = date(2000, 1, 1)  # What a site without one dated article is dated with: any fixed day will do.


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a command did.

    Attributes:
        problems: What is wrong; an "error" among them means that something was left out.
        written, removed: Files that it changed, relative to the dossier's folder.
        articles: How many articles the dossier has.
    """

    problems: tuple[Problem, ...] = ()
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    articles: int = 0


def generate(root: Path, *, jobs: int = 0, progress: Progress = silent) -> Outcome:
    """Seeds to docs/. Writes below docs/ and .dossier/ alone.

    Raises:
        DossierError: Nothing was written, for the reason it gives.
    """
    with _at_work(root):
        return _generate(root, jobs, progress)[0]


def build(root: Path, *, jobs: int = 0, progress: Progress = silent) -> Outcome:
    """Seeds to docs/ and to site/, by MkDocs in its strict mode.

    Raises:
        DossierError: The last good docs/ and site/ are left, for the reason it gives.
    """
    with _at_work(root):
        outcome, dossier = _generate(root, jobs, progress)
        progress("Building the site", 0, 1)
        site.build_site(root, epoch=as_of(dossier))
        progress("Building the site", 1, 1)
        return outcome


def extract(root: Path, *, jobs: int = 0, progress: Progress = silent) -> Outcome:
    """Seeds to seeds/facts/: every article anew, so that the files are what this extractor makes.

    Facts files of articles that are gone are removed; whatever else is in the folder is left alone.

    Raises:
        DossierError: Nothing was written, for the reason it gives.
    """
    with _at_work(root):
        gathered = gather(root)
        problems = list(gathered.problems)
        files: dict[str, bytes] = {}
        for outcome in extracted(
            gathered.articles, gathered.pin, limits=gathered.settings.limits, jobs=jobs, progress=progress
        ):
            if isinstance(outcome, Problem):
                problems.append(outcome)
            else:
                files[facts_name(outcome.article)] = contract.dump_file(outcome)
        # Gone are the articles that have no file any more. One that cannot be read just now keeps its facts; its id
        # is not known, so nothing is removed until all can be read.
        orphans = read_stored(root, gathered.articles, made_by(gathered.pin)).orphans
        unread = any(p.severity == "error" for p in gathered.problems)
        done = site.record(root, files, () if unread else orphans)
        return Outcome(
            problems=tuple(problems), written=done.written, removed=done.removed, articles=len(gathered.articles)
        )


def export(root: Path, *, jobs: int = 0, progress: Progress = silent) -> tuple[Json, tuple[Problem, ...]]:
    """The whole dossier as the contract's JSON document, and what is wrong with its sources."""
    dossier, problems = _read(root, _history(root), jobs, progress)
    return contract.dossier_to_json(dossier), problems


def facts(  # noqa: PLR0913 - the command's own options
    paths: Sequence[Path],
    *,
    root: Path,
    as_is: bool = False,
    resolved: bool = False,
    published: str | None = None,
    jobs: int = 0,
    progress: Progress = silent,
) -> Iterator[Json | Problem]:
    """The facts of each article in the paths, as the contract's objects, and problems as they are met.

    Writes nothing. Settings and curation are those of `root`, where it has them.
    """
    settings, articles, problems = _articles_at(paths, root, as_is=as_is, published=published)
    yield from problems
    outcomes = extracted(articles, _pin(settings), limits=settings.limits, jobs=jobs, progress=progress)
    if not resolved:
        for outcome in outcomes:
            yield outcome if isinstance(outcome, Problem) else contract.facts_to_json(outcome)
        return
    found, failed = _parted(outcomes)
    yield from failed
    by_id = {f.article.id: f for f in resolve(found, sources.load_curation(root)).facts}
    for article in articles:
        if article.id in by_id:
            yield contract.facts_to_json(by_id[article.id])


def stories(
    paths: Sequence[Path], *, root: Path, as_is: bool = False, jobs: int = 0, progress: Progress = silent
) -> Iterator[Json | Problem]:
    """The groups of articles in the paths that report the same happening. Writes nothing."""
    settings, articles, problems = _articles_at(paths, root, as_is=as_is)
    yield from problems
    found, failed = _parted(extracted(articles, _pin(settings), limits=settings.limits, jobs=jobs, progress=progress))
    yield from failed
    same_actors = resolve(found, sources.load_curation(root)).facts
    yield from (contract.story_to_json(s) for s in stories_room.group(same_actors))


def check(root: Path, *, deep: bool = True, jobs: int = 0, progress: Progress = silent) -> Outcome:
    """Prove the dossier: evidence verbatim, facts and pages what the generator makes, links landing. Writes nothing.

    Args:
        root: The dossier's folder.
        deep: Also read every article anew and compare with its facts file; needs the language model.
        jobs: Processes that read articles; 0 for as many as fit.
        progress: Told how far the work is.
    """
    gathered = gather(root)
    problems = list(gathered.problems)
    stored = read_stored(root, gathered.articles, made_by(gathered.pin))
    problems += [p for p in stored.problems if p.severity == "error"]
    for article in gathered.articles:
        if article.id in stored.current:
            problems += list(unlike(stored.current[article.id], article))
        elif stored.current:
            problems.append(_without_facts(article))
    if deep:
        problems += _compare_anew(gathered, stored.current, jobs, progress)
    found, failed = read_facts(gathered, jobs=jobs, progress=progress)
    before = _history(root)
    dossier = weave(gathered, found, known=before.state.known_ids(), progress=progress)
    progress("Checking pages", 0, 1)
    history = changes.recorded(before, dossier)
    made = pages.render(dossier, history=history, overrides=_overrides(root), address=site.address(root))
    problems += [p for p in failed if p.severity == "error" and p not in problems]
    problems += checks.pages_as_made(root / "docs", made, site.generated_files(root))
    problems += checks.links_land(root / "site")
    problems += checks.excerpts_within(root / "site", dossier)
    progress("Checking pages", 1, 1)
    return Outcome(problems=tuple(problems), articles=len(gathered.articles))


def new(folder: Path, *, title: str | None = None) -> None:
    """Make a working dossier without articles, its first pages included, in a folder that is empty or not there yet.

    Raises:
        UsageError: There is something in the folder.
    """
    site.scaffold(folder, scaffolding.files(title or folder.resolve().name))
    generate(folder)


def serve(root: Path, *, address: str, open_browser: bool) -> None:
    """Serve the dossier while it is worked on."""
    site.serve(root, address=address, open_browser=open_browser)


def as_of(dossier: Dossier) -> int:
    """The day of the newest article, as seconds since 1970: what a site is dated with, whenever it is built."""
    days = [_day(a.published) for a in dossier.articles if a.published]
    newest = max((d for d in days if d is not None), default=_NO_DATE)
    # Archives such as the sitemap's cannot be dated before 1970 or after 2106.
    return min(max(calendar.timegm(newest.timetuple()), 0), 2**32 - 1)


def is_date(text: str) -> bool:
    """Whether the text is an EDTF date that an article may be published on: a day, a month or a year."""
    return _day(text) is not None


def _day(text: str) -> date | None:
    """The first day of such a date; None where there is none in the calendar."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None


@contextlib.contextmanager
def _at_work(root: Path) -> Iterator[None]:
    """Hold the dossier against other runs, and finish first what a run that died left half done."""
    require(root)
    with site.locked(root):
        site.recover(root)
        yield


def _generate(root: Path, jobs: int, progress: Progress) -> tuple[Outcome, Dossier]:
    before = _history(root)
    dossier, problems = _read(root, before, jobs, progress)
    progress("Writing pages", 0, 1)
    history = changes.recorded(before, dossier)
    made = pages.render(dossier, history=history, overrides=_overrides(root), address=site.address(root))
    done = site.publish(root, made)
    progress("Writing pages", 1, 1)
    outcome = Outcome(
        problems=(*problems, *done.problems),
        written=done.written,
        removed=done.removed,
        articles=len(dossier.articles),
    )
    return outcome, dossier


def _history(root: Path) -> History:
    """What the last regeneration recorded; nothing where there is no record."""
    name = f"docs/{RECORD}"
    data = site.read_own(root, name)
    return History() if data is None else contract.load_history(data, path=name)


def _read(root: Path, before: History, jobs: int, progress: Progress) -> tuple[Dossier, tuple[Problem, ...]]:
    gathered = gather(root)
    found, problems = read_facts(gathered, jobs=jobs, progress=progress)
    if gathered.articles and not found:
        raise SiteError("no article could be read for its facts", remedy="Mend what the messages name.")
    dossier = weave(gathered, found, known=before.state.known_ids(), progress=progress)
    return dossier, (*gathered.problems, *problems)


def _overrides(root: Path) -> Path | None:
    """A dossier's own templates; the checkout's own are the package's anyway."""
    folder = root / "templates"
    return folder if folder.is_dir() else None


def _without_facts(article: Article) -> Problem:
    return Problem(
        message="has no facts file, though others have",
        path=f"seeds/facts/{facts_name(article)}",
        remedy="Run `dossier extract` and commit what it writes.",
    )


def _compare_anew(gathered: Gathered, stored: dict[str, Facts], jobs: int, progress: Progress) -> list[Problem]:
    problems: list[Problem] = []
    articles = [a for a in gathered.articles if a.id in stored]
    for outcome in extracted(articles, gathered.pin, limits=gathered.settings.limits, jobs=jobs, progress=progress):
        if isinstance(outcome, Problem):
            problems.append(outcome)
            continue
        path = f"seeds/facts/{facts_name(outcome.article)}"
        data = (gathered.root / path).read_bytes()
        problems += checks.facts_as_made(stored[outcome.article.id], outcome, path=path, data=data)
    return problems


def _articles_at(
    paths: Sequence[Path], root: Path, *, as_is: bool, published: str | None = None
) -> tuple[Settings, tuple[Article, ...], list[Problem]]:
    settings = sources.load_settings(root)
    problems: list[Problem] = []
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside, wrong = sources.article_paths(path)
            files += inside
            problems += wrong
        else:
            files.append(path)
    if not files and not problems:
        raise UsageError("no article is there", path=str(paths[0]), remedy="Name .txt, .md or .html files, or folders.")
    loaded = sources.load(files, root=root, limits=settings.limits, as_is=as_is, published=published)
    return settings, loaded.articles, [*problems, *loaded.problems]


def _pin(settings: Settings) -> ModelPin:
    return settings.model or default_pin()


def _parted(outcomes: Iterator[Facts | Problem]) -> tuple[list[Facts], list[Problem]]:
    found: list[Facts] = []
    failed: list[Problem] = []
    for outcome in outcomes:
        (failed if isinstance(outcome, Problem) else found).append(outcome)  # type: ignore[arg-type]
    return found, failed
