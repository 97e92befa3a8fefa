import re

import pytest

from generator.sources.data import shipped
from generator.sources.furniture import Zone, furniture
from generator.sources.outlets import full_name, is_agency, is_outlet_line, known


@pytest.mark.parametrize(
    "line",
    [
        "All sections",
        "date 2024-02-06 All sections",
        "Advertisement",
        "ADVERTISEMENT - SCROLL TO CONTINUE",
        "Share this article",
        "Facebook Twitter WhatsApp Email",
        "Read more",
        "Read more: Ferries sail again in spring",
        "Related stories",
        "Sign up for our morning newsletter",
        "Sign up here to get the news in your inbox every day, by e-mail.",
        "Subscribe now",
        "Follow us on Facebook",
        "We use cookies and similar tools to give you a better experience on our pages.",
        "By continuing to use this site you agree to our privacy policy.",
        "Accept all cookies",
        "5 min read",
        "3 hours ago",
        "Skip to content",
        "Listen 4:12",
        "12 comments",
        "___",
        "* * *",
        "Copyright 2024 The Quay Post. All rights reserved.",
        "© 2024 The Quay Post",
        "All rights reserved.",
        "The Coast Wire contributed to this report.",
        "Coast Wire writers Ida Moss in Varn and Olin Reed in Tarn contributed to this report.",
        "(Reporting by Ida Moss in Varn; Editing by Olin Reed)",
        "Source: Coast Wire",
    ],
)
def test_furniture_is_told_anywhere(line: str) -> None:
    assert furniture(line, "body") is not None


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday.",
        "Read more books, the minister told pupils on Monday.",
        "Sign up for duty, the general said, and the country will thank you with more than alerts.",
        "Copyright law will change next year.",
        "He said the newsletter's cookies were stale.",
        "The Quay Post and the union contributed to the fund.",
        "Accept the offer, he said.",
        "World leaders met in Varn.",
        "Advertisements for the new ferries stood in every street, said the mayor.",
        "Correction, Nov. 19: An earlier version of this article misstated the number of bids. It was 14, not 40.",
        "Search teams found two of the sailors.",
        "By continuing the strike, the pilots risk their pay, the board said.",
        "Live music returned to the pier.",
        '"Back to top form," she said.',
    ],
)
@pytest.mark.parametrize("zone", ["top", "body", "end"])
def test_sentences_of_the_body_are_no_furniture(line: str, zone: Zone) -> None:
    assert furniture(line, zone) is None


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("WorldNovember 22, 2024", "November 22, 2024"),
        ("November 22, 2024", "November 22, 2024"),
        ("Politics | 22 November 2024", "22 November 2024"),
        ("Published: Nov. 22, 2024 10:15 AM GMT", "Nov. 22, 2024"),
        ("Published 10:15 AM GMT, November 22, 2024", "November 22, 2024"),
        ("Posted on Friday, November 22, 2024 at 10:15", "Friday, November 22, 2024"),
        ("2024-11-22", "2024-11-22"),
    ],
)
def test_date_lines_at_the_top_give_the_date(line: str, published: str) -> None:
    told = furniture(line, "top")
    assert told is not None
    assert told.published == published
    assert furniture(line, "body") is None


@pytest.mark.parametrize(
    "line", ["Updated 3 Jan 2025", "Last modified on November 23, 2024 at 09:00", "Updated 2 hours ago"]
)
def test_lines_of_updates_give_no_date(line: str) -> None:
    told = furniture(line, "top")
    assert told is not None
    assert told.published is None


def test_sections_count_only_outside_the_body() -> None:
    assert furniture("Business", "top") is not None
    assert furniture("World / Asia Pacific", "end") is not None
    assert furniture("Business", "body") is None


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("AP News, Associated Press", "Associated Press"),
        ("Reuters", "Reuters"),
        ("The Guardian", "The Guardian"),
        ("QP News, Quay Press", "Quay Press"),
        ("Quay Press | QP", "Quay Press"),
    ],
)
def test_lines_of_nothing_but_an_outlet_name_it(line: str, publisher: str) -> None:
    told = furniture(line, "top")
    assert told is not None
    assert told.publisher == publisher


@pytest.mark.parametrize(
    "line", ["Reuters, BBC", "Varn, Zubrowa", "QP News, Coast Wire", "Reuters.", "Reuters " * 30, "A, B, C"]
)
def test_other_lines_name_no_outlet(line: str) -> None:
    assert is_outlet_line(line) is None


def test_outlets_are_known_by_their_forms() -> None:
    assert known("the Associated Press") == "Associated Press"
    assert known("ASSOCIATED PRESS") == "Associated Press"
    assert known("Coast Wire") is None
    assert full_name("Coast Wire") == "Coast Wire"
    assert is_agency("AFP")
    assert not is_agency("BBC")
    assert not is_agency("Coast Wire")


def test_no_form_names_two_outlets() -> None:
    data = shipped("outlets.yml")
    forms = [form for key in ("agencies", "outlets") for names in data[key] for form in dict.fromkeys(names)]
    assert sorted({f for f in forms if forms.count(f) > 1}) == []


def test_no_pattern_names_an_outlet() -> None:
    told = str(shipped("furniture.yml"))
    names = {names[0] for key in ("agencies", "outlets") for names in shipped("outlets.yml")[key]}
    assert [n for n in sorted(names) if len(n) > 4 and re.search(rf"\b{re.escape(n)}\b", told)] == []
