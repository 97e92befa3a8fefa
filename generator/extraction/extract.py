"""An article to its facts: every module of extraction in its order."""

import dataclasses
from collections.abc import Callable, Sequence

from spacy.language import Language

from generator.errors import DossierError, Problem, SourceError
from generator.extraction import actors, claims, dates, events, mentions, quantities
from generator.extraction.language_model import load_model
from generator.extraction.pin import made_by
from generator.extraction.reading import Reading, read
from generator.extraction.workers import given_up
from generator.model import Article, Facts, Limits, Mention, ModelPin
from generator.text import fold


def extract(article: Article, nlp: Language, *, limits: Limits | None = None) -> Facts:
    """Everything that is read out of one article.

    An article in another language than English is kept as a source without being read: English rules
    would misread it.

    Raises:
        SourceError: It names more, or more often, than the limits allow.
    """
    return facts_of(read(article, nlp), limits=limits) if article.in_english else Facts(article=article)


def facts_of(reading: Reading, *, limits: Limits | None = None) -> Facts:
    """Everything that the modules of extraction read out of a parse, each with what those before it found.

    Raises:
        SourceError: It names more, or more often, than the limits allow.
    """
    times = dates.find_dates(reading)
    amounts = quantities.find_quantities(reading, times)
    named = mentions.find_mentions(reading)
    _refuse_lists(named, reading.article.path, limits or Limits())
    grouped = actors.group(reading, named)
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


def _refuse_lists(named: Sequence[Mention], path: str, limits: Limits) -> None:
    """A list of thousands of names is no article, and who is who among them would take hours to tell."""
    if len(named) > limits.mentions:
        told = (
            f"too many mentions: {len(named):,} times someone or something is named, the limit is {limits.mentions:,}"
        )
        raise SourceError(told, path=path, remedy="Keep the article's text alone.")
    distinct = len({fold(m.text) for m in named})
    if distinct > limits.names:
        told = f"too many names: {distinct:,} different ones, the limit is {limits.names:,}"
        raise SourceError(told, path=path, remedy="Keep the article's text alone.")


def reader(pin: ModelPin, limits: Limits) -> Callable[[Article], Facts | Problem]:
    """A function from an article to its facts, or to what is wrong with it; it never raises.

    Raises:
        ModelError: The model is missing or is not the pinned one.
    """
    nlp, extractor = load_model(pin), made_by(pin)

    def read_one(article: Article) -> Facts | Problem:
        try:
            return dataclasses.replace(extract(article, nlp, limits=limits), extractor=extractor)
        except DossierError as error:
            return error.problem
        except Exception as error:  # noqa: BLE001 - one article never stops the others, and the problem says what happened
            return given_up(article, f"{type(error).__name__}: {error}")

    return read_one
