"""An article to its facts: every module of extraction in its order."""

import dataclasses
from collections.abc import Callable

from spacy.language import Language

from generator.errors import DossierError, Problem
from generator.extraction import actors, bounds, claims, dates, events, mentions, quantities
from generator.extraction.language_model import load_model
from generator.extraction.pin import made_by
from generator.extraction.reading import Reading, read
from generator.extraction.workers import given_up
from generator.model import Article, Facts, Limits, ModelPin


def extract(article: Article, nlp: Language, *, limits: Limits | None = None) -> Facts:
    """Everything that is read out of one article.

    An article in another language than English is kept as a source without being read: English rules
    would misread it.

    Raises:
        SourceError: There is more in it than the limits allow.
    """
    return facts_of(read(article, nlp), limits=limits) if article.in_english else Facts(article=article)


def facts_of(reading: Reading, *, limits: Limits | None = None) -> Facts:
    """Everything that the modules of extraction read out of a parse, each with what those before it found.

    Raises:
        SourceError: There is more in it than the limits allow.
    """
    limits = limits or Limits()
    bounds.refuse_nesting(reading.doc, reading.article.path, limits)
    times = dates.find_dates(reading)
    amounts = quantities.find_quantities(reading, times)
    named = mentions.find_mentions(reading)
    bounds.refuse_lists(named, reading.article.path, limits)
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
