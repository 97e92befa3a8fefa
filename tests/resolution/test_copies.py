"""Copies of one text are found; reports that only share a paragraph are not."""

import random
from dataclasses import replace

from generator.model import Article
from generator.resolution import copies
from tests.factory import article_of

WIRE = (
    "PORT ELM, Ruritania - A ferry with forty people on board ran aground on a sandbank off the harbour of Port Elm "
    "on Tuesday night, and rescue boats took everyone off within two hours, the coast guard said.\n\n"
    "The captain had left the channel to make way for a tanker, according to the first findings of the port authority. "
    "Nobody was hurt, and no oil leaked into the bay.\n\n"
    "Ferries between the mainland and the islands were cancelled until Thursday while divers looked at the hull."
)
OWN = (
    "Passengers of the ferry that got stuck off Port Elm described a quiet night on deck. Lifeboats came after half an "
    "hour, said a teacher who travelled with her class, and the children sang all the way back to the quay. "
    "The shipping line offered every passenger a free crossing."
)


def _article(name: str, text: str, **more: str) -> Article:
    return article_of(name, text, **more)


def test_copies_with_another_headline_or_cut_are_one_group_and_an_own_report_is_not() -> None:
    articles = [
        _article("a", WIRE, published="2024-05-08"),
        _article("b", "Ferry stranded, all safe\n\n" + WIRE, published="2024-05-09"),
        _article("c", WIRE.rpartition("\n\n")[0], published="2024-05-07"),
        _article("d", OWN, published="2024-05-08"),
    ]
    assert copies.find(articles) == (("c", "a", "b"),)


def test_a_corrected_version_is_of_the_group() -> None:
    corrected = WIRE.replace("forty people", "forty-three people").replace("two hours", "three hours")
    assert copies.find([_article("a", WIRE), _article("b", corrected)]) == (("a", "b"),)
    rewritten = [
        _article("a", OWN, url="https://www.herald.example/ferry?utm_source=x"),
        _article("b", "Nothing of it is left in this version.", url="http://herald.example/ferry/"),
    ]
    assert copies.find(rewritten) == (("a", "b"),)


def test_a_later_version_of_the_same_publisher_supersedes_and_anothers_copy_does_not() -> None:
    changed = WIRE.replace("forty people", "forty-three people")
    articles = [
        _article("a", WIRE, publisher="Herald", published="2024-05-07"),
        _article("b", WIRE, publisher="Courier", published="2024-05-08"),
        _article("c", changed, publisher="Herald", published="2024-05-08"),
        _article("d", changed.replace("tanker", "trawler"), publisher="Herald", published="2024-05-09"),
        _article("e", WIRE, publisher="Courier", published="2024-05-10"),
    ]
    groups = copies.find(articles)
    assert groups == (("a", "b", "c", "d", "e"),)
    found = [(s.article, s.by) for s in copies.superseded(articles, groups)]
    assert found == [("a", "d"), ("c", "d")]
    same_day = [replace(a, published="2024-05-07") for a in articles]
    assert copies.superseded(same_day, groups) == ()


def test_a_publishers_front_page_is_no_ones_address() -> None:
    articles = [_article("a", WIRE, url="https://herald.example/"), _article("b", OWN, url="https://herald.example/")]
    assert copies.find(articles) == ()


def test_a_long_article_that_quotes_a_paragraph_is_no_copy() -> None:
    words = random.Random(7).choices([f"word{n}" for n in range(500)], k=900)
    digest = " ".join(words) + "\n\n" + WIRE.partition("\n\n")[0]
    assert copies.find([_article("a", WIRE), _article("b", digest)]) == ()


def test_short_texts_are_not_copies_by_chance() -> None:
    assert copies.find([_article("a", "All is well."), _article("b", "All is well.\n")]) == ()


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = [_article(f"w{n}", WIRE + f"\n\nPage {n}.") for n in range(5)] + [_article("o", OWN)]
    wanted = copies.find(articles)
    assert wanted == (("w0", "w1", "w2", "w3", "w4"),)
    for seed in range(5):
        shuffled = random.Random(seed).sample(articles, len(articles))
        assert copies.find(shuffled) == wanted
