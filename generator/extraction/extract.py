"""Articles to facts: every module of extraction in its order, for one article or for many at once."""

import dataclasses
import multiprocessing
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from spacy.language import Language

from generator.errors import DossierError, Problem
from generator.extraction import actors, claims, dates, events, mentions, quantities
from generator.extraction.language_model import load_model
from generator.extraction.pin import made_by
from generator.extraction.reading import Reading, read
from generator.model import Article, Extractor, Facts, ModelPin

BATCH = 16  # Articles handed to a worker at a time: large enough that pickling is no cost, small enough to spread.

Outcome = Facts | Problem


def extract(article: Article, nlp: Language) -> Facts:
    """Everything that is read out of one article.

    An article in another language than English is kept as a source without being read: English rules
    would misread it.
    """
    return facts_of(read(article, nlp)) if is_readable(article) else Facts(article=article)


def is_readable(article: Article) -> bool:
    """Whether the article is in English, as far as is known."""
    return article.language is None or article.language.lower().startswith("en")


def facts_of(reading: Reading) -> Facts:
    """Everything that the modules of extraction read out of a parse, each with what those before it found."""
    times = dates.find_dates(reading)
    amounts = quantities.find_quantities(reading)
    grouped = actors.group(reading, mentions.find_mentions(reading))
    told = claims.find_claims(reading, grouped, times, amounts)
    return Facts(
        article=reading.article,
        mentions=grouped.mentions,
        actors=grouped.actors,
        claims=told,
        dates=times,
        quantities=amounts,
        events=events.find_events(reading, grouped, times, amounts, told),
    )


def extract_all(articles: Sequence[Article], pin: ModelPin, *, jobs: int = 1) -> Iterator[Outcome]:
    """The facts of each article, in the order given; a problem in the place of one that could not be read.

    Articles are parsed one by one, never padded together into one batch, so that neither the number of
    processes nor the company an article is in changes a byte of its facts.

    Args:
        articles: What to read.
        pin: The language model.
        jobs: Processes to share the work; 1 reads in this one.

    Raises:
        ModelError: The model is missing or is not the pinned one.
    """
    extractor = made_by(pin)
    batches = _batches(articles)
    if jobs <= 1 or len(batches) <= 1:
        for article in articles:
            yield _read_one(article, pin, extractor)
    else:
        yield from _pooled(batches, pin, extractor, min(jobs, len(batches)))


def _batches(articles: Sequence[Article]) -> list[tuple[Article, ...]]:
    return [tuple(articles[i : i + BATCH]) for i in range(0, len(articles), BATCH)]


def _read_one(article: Article, pin: ModelPin, extractor: Extractor) -> Outcome:
    nlp = load_model(pin)
    try:
        return dataclasses.replace(extract(article, nlp), extractor=extractor)
    except DossierError as error:
        return error.problem
    except Exception as error:  # noqa: BLE001 - one article never stops the others, and the problem says what happened
        return _failed(article, f"{type(error).__name__}: {error}")


def _failed(article: Article, why: str) -> Problem:
    return Problem(
        message=f"the article could not be read ({why})",
        path=article.path,
        remedy="The others were read; please report this one, with its text.",
    )


def _read_batch(batch: Sequence[Article], pin: ModelPin, extractor: Extractor) -> list[Outcome]:
    return [_read_one(article, pin, extractor) for article in batch]


def _pooled(
    batches: Sequence[tuple[Article, ...]], pin: ModelPin, extractor: Extractor, jobs: int
) -> Iterator[Outcome]:
    """The outcomes of all batches in order; no more than a few batches wait in memory."""
    # Spawned, not forked: the parent may have threads, and every system has it.
    context = multiprocessing.get_context("spawn")
    todo = deque(batches)
    running: deque[tuple[tuple[Article, ...], Future[list[Outcome]]]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        while todo or running:
            while todo and len(running) < jobs * 2:
                batch = todo.popleft()
                running.append((batch, pool.submit(_read_batch, batch, pin, extractor)))
            batch, future = running.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                todo.extendleft(b for b, _ in reversed(running))
                break
        else:
            return
    yield from _one_by_one(batch, pin, extractor)
    if todo:
        yield from _pooled(tuple(todo), pin, extractor, jobs)


def _one_by_one(batch: Sequence[Article], pin: ModelPin, extractor: Extractor) -> Iterator[Outcome]:
    """The outcomes of a batch in which a process died: each article in a process of its own."""
    context = multiprocessing.get_context("spawn")
    for article in batch:
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            try:
                yield pool.submit(_read_one, article, pin, extractor).result()
            except BrokenProcessPool:
                yield _failed(article, "the process that read it died")
