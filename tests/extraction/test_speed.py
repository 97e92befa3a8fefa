"""What the reading rules cost beside the language model, over invented news."""

import time

import pytest
from spacy.language import Language

from generator.extraction.extract import extract, facts_of
from generator.extraction.reading import Reading, read
from generator.model import Article
from tests.conftest import article_of

PARAGRAPHS = (
    "Harbour master Anna Lund said on Friday that at least 12 boats sank off Dunmore, a day after a storm warning.",
    "“We counted the crews twice before midnight,” Lund told reporters in Port Ellis. “Nobody is missing.”",
    "The Coast Union, which speaks for 4,500 sailors, accused the ministry of hiding the forecast for three hours.",
    "Fisheries Minister Per Dahl denied the charge. He called it “a cheap shot” and promised a report by May.",
    "Repairs will cost $3.5 million, according to a council paper dated 2 March, about twice what was set aside.",
    "In nearby Kelso, police arrested two men after a fight over moorings and released them on Saturday evening.",
)
LARGEST = 40  # Percent; measured 29 here, and 22 to 24 on longer news. Loose, for a machine that is busy.


@pytest.mark.alone
@pytest.mark.slow
@pytest.mark.model
def test_the_rules_cost_a_fraction_of_the_parse(nlp: Language) -> None:
    articles = [article_of("\n\n".join(PARAGRAPHS[i:] + PARAGRAPHS[:i] * 2)) for i in range(len(PARAGRAPHS))]
    extract(articles[0], nlp)  # What is read once a process is no cost of an article.
    added = min(_added(articles, nlp) for _ in range(5))  # the quietest round: others may be at work beside it
    assert added <= LARGEST, f"all rules add {added:.1f} % to the time of bare spaCy"


# Sentences that are told again and again, each by rules that compare what is told with what was told before.
MANY = (
    "Rebels killed {n} men near Dunmore on Monday.\n\n",
    "Harbour master Anna Lund said on Friday that {n} boats sank.\n\n",
    "Thieves killed a guard, and {n} others fled. ",
    "The mayor met Anna Lund in Kelso and ",
)


@pytest.mark.alone
@pytest.mark.slow
@pytest.mark.model
@pytest.mark.parametrize("told", MANY)
def test_the_rules_cost_what_the_length_tells(nlp: Language, told: str) -> None:
    few, many = (read(article_of("".join(told.format(n=n) for n in range(2, 2 + size))), nlp) for size in (150, 900))
    facts_of(few)
    short, long = (min(_seconds(reading) for _ in range(3)) for reading in (few, many))
    assert long <= 15 * short, "six times the length took more than fifteen times as long: the rules are not linear"


def _seconds(reading: Reading) -> float:
    start = time.process_time()
    facts_of(reading)
    return time.process_time() - start


def _added(articles: list[Article], nlp: Language) -> float:
    """Percent of the time of bare spaCy that the rules take on top, over all articles."""
    bare = whole = 0.0
    for article in articles:
        start = time.process_time()
        nlp(article.text)
        parsed = time.process_time()
        extract(article, nlp)
        bare, whole = bare + parsed - start, whole + time.process_time() - parsed
    return 100 * (whole - bare) / bare
