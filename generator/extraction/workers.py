"""Articles read in processes of their own, so that one that never ends, or ends its process, costs itself alone.

A worker is handed a few articles at a time and answers for each; so it is known which one it is at, and since when.
It is killed when it takes longer over one than the limits allow, and the articles after that go to another.
"""

import contextlib
import faulthandler
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait

from generator.errors import DossierError, Problem
from generator.model import Article, Facts, Limits, ModelPin

BATCH = 16  # Articles handed to a worker at a time: large enough that no worker waits, small enough to spread.
_CONTEXT = multiprocessing.get_context("spawn")  # Not forked: the parent may have threads, and every system has it.

Outcome = Facts | Problem
Read = Callable[[Article], Outcome]
Loader = Callable[[ModelPin, Limits], Read]


def load_reader(pin: ModelPin, limits: Limits) -> Read:
    """What reads an article, with the language model; loaded here alone, in the process that will use it.

    Raises:
        ModelError: The model is missing or is not the pinned one.
    """
    # spaCy takes seconds and hundreds of megabytes, which the process that hands articles out never needs.
    from generator.extraction.extract import reader  # noqa: PLC0415

    return reader(pin, limits)


def extract_all(
    articles: Sequence[Article],
    pin: ModelPin,
    *,
    jobs: int = 1,
    limits: Limits | None = None,
    loader: Loader = load_reader,
) -> Iterator[Outcome]:
    """The facts of each article, in the order given; a problem in the place of one that could not be read.

    Articles are parsed one by one, never padded together into one batch, so that neither the number of
    processes nor the company an article is in changes a byte of its facts.

    Args:
        articles: What to read.
        pin: The language model.
        jobs: Most processes that share the work; there is always one.
        limits: Beyond these an article is given up; None for the usual ones.
        loader: Gives what reads one article, in the worker's process.

    Raises:
        ModelError: The model is missing or is not the pinned one.
    """
    limits = limits or Limits()
    todo = deque(enumerate(articles))
    crew: list[_Worker] = []
    answered: dict[int, Outcome] = {}
    try:
        for place in range(len(articles)):
            while place not in answered:
                while todo and len(crew) < min(max(jobs, 1), -(-len(todo) // BATCH) + len(crew)):
                    crew.append(_Worker(pin, limits, loader))
                _hand_out(crew, todo)
                _listen(crew, todo, answered)
            yield answered.pop(place)
    finally:
        for worker in crew:
            worker.kill()


def _hand_out(crew: Sequence["_Worker"], todo: deque[tuple[int, Article]]) -> None:
    for worker in crew:
        if todo and not worker.given:
            worker.give([todo.popleft() for _ in range(min(BATCH, len(todo)))])


def _listen(crew: list["_Worker"], todo: deque[tuple[int, Article]], answered: dict[int, Outcome]) -> None:
    """Take in what the workers say, and part with those that died or are stuck."""
    until = min((w.until for w in crew if w.given), default=time.monotonic())
    spoken = wait([w.connection for w in crew], timeout=max(0.0, until - time.monotonic()))
    for worker in list(crew):
        why = worker.hear(answered) if worker.connection in spoken else worker.overdue()
        if why is None:
            continue
        crew.remove(worker)
        worker.kill()
        todo.extendleft(reversed(list(worker.given)[1:]))
        if worker.given:
            place, article = worker.given[0]
            answered[place] = given_up(article, why)


def given_up(article: Article, why: str) -> Problem:
    """The problem that stands in the place of an article's facts."""
    return Problem(
        message=f"the article could not be read ({why})",
        path=article.path,
        remedy="The others were read; please report this one, with its text.",
    )


def allowed(article: Article, limits: Limits) -> float:
    """The seconds that the article may take: a long one more, in proportion."""
    return limits.seconds * max(1.0, len(article.text) / _USUAL)


_USUAL = 100_000  # Characters: no news article is longer, and one this long takes a few seconds.
_START = 300.0  # Seconds for a worker to start and load its model; on a slow machine under load, half a minute.


class _Worker:
    """A process that reads articles, seen from the one that hands them out."""

    def __init__(self, pin: ModelPin, limits: Limits, loader: Loader) -> None:
        self.connection, theirs = _CONTEXT.Pipe()
        self.given: deque[tuple[int, Article]] = deque()
        self._limits = limits
        self._started = False
        self.until = time.monotonic() + _START
        self._process = _CONTEXT.Process(target=_work, args=(theirs, pin, limits, loader), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, articles: list[tuple[int, Article]]) -> None:
        """Hand it articles, with the places that their outcomes go to."""
        self.given.extend(articles)
        self._set_limit()
        with contextlib.suppress(OSError):  # It died; what it says next, or does not, tells.
            self.connection.send([article for _, article in articles])

    def hear(self, answered: dict[int, Outcome]) -> str | None:
        """Take in one message; what it died of, if it did.

        Raises:
            DossierError: It cannot read at all.
        """
        try:
            told = self.connection.recv()
        except (EOFError, OSError):
            return "the process that read it died"
        if isinstance(told, DossierError):
            raise told
        if told is not None:
            answered[self.given.popleft()[0]] = told
        self._started = True
        self._set_limit()
        return None

    def _set_limit(self) -> None:
        if self._started and self.given:
            self.until = time.monotonic() + allowed(self.given[0][1], self._limits)

    def overdue(self) -> str | None:
        """What to say if it took too long; None if it did not, or has nothing to do."""
        if not self.given or time.monotonic() < self.until:
            return None
        if not self._started:
            return "the process to read it did not start"
        return f"it took longer than the limit of {allowed(self.given[0][1], self._limits):.0f} seconds; given up"

    def kill(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self.connection.close()


def _work(connection: Connection, pin: ModelPin, limits: Limits, loader: Loader) -> None:
    """What a worker does: reads what it is handed until nobody listens any more."""
    # An interrupt from the keyboard is for the parent, which ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, OSError), open(os.devnull, "w") as nowhere:  # noqa: PTH123
        try:
            read = loader(pin, limits)
        except DossierError as error:
            connection.send(error)
            return
        connection.send(None)
        while True:
            for article in connection.recv():
                # Should the parent be gone, nobody else ends a worker that is stuck.
                faulthandler.dump_traceback_later(2 * allowed(article, limits), exit=True, file=nowhere)
                connection.send(read(article))
                faulthandler.cancel_dump_traceback_later()
