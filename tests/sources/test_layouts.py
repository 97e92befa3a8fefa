"""Pages of the kinds that news comes in, written for these tests: what is kept of each, and what is known of it."""

from datetime import date

import pytest

from generator.model import Article, Limits
from generator.sources.reading import Manner, Source, read


def article(text: str, *, markdown: bool = False) -> Article:
    source = Source(id="a", path="a.txt", sha256="0" * 64, text=text, markdown=markdown)
    return read(source, Manner(limits=Limits(), today=date(2026, 1, 1)))[0]


def kept(told: Article) -> list[tuple[str, str]]:
    return [(b.kind.value, told.text[b.start : b.end]) for b in told.blocks]


BROADCASTER = """\
Home
News
Sport

Ferry firm fined over safety failings off Varn

Published
20 November 2024

Share page
About sharing

Image source, Getty Images
Image caption, The ferry ran aground in March

By Ida Moss
BBC News

A ferry company has been fined £2m after a court heard that its crew had not been trained.

"It was an accident waiting to happen," Judge Olin Reed said.

More on this story
Ferry firm admits safety breach
Five rescued from ferry

Related Topics
Ferries

The BBC is not responsible for the content of external sites. Read about our approach to external linking.
"""

AGENCY = """\
World
Varn says it shut 40 mills overnight
By Reuters
November 20, 2024 6:12 AM GMT+1 Updated 2 hours ago
[1/3] Millers stand at the gate of a mill in Varn, Zubrowa November 20, 2024. REUTERS/Ida Moss Purchase Licensing Rights
VARN, Nov 20 (Reuters) - The mill council said on Wednesday that it had shut 40 of 50 mills overnight.
The mills were shut in ten valleys, it said.
Sign up here.
Reporting by Ida Moss; Editing by Olin Reed
Our Standards: The Trust Principles., opens new tab
Purchase Licensing Rights
Suggested Topics:
Europe
"""

WIRE = """\
(LEAD) Mill opens in Varn: council

All News 06:12 November 20, 2024

(ATTN: ADDS details in paras 3-4)
By Kim So-yeon

SEOUL, Nov. 20 (Yonhap) -- A mill opened in Varn on Wednesday, the mill council said.

"We have waited for it," the council said in a message.

soyeon@mill.example
(END)
"""

BROKEN = """\
From: wire desk
FERRIES-STRIKE

VARN, Zubrowa, Nov. 20 (UPI) -- Ferry crews in the port of Varn voted on
Wednesday to strike for two days in the week before Christmas, their union
said.

The union's secretary, Olin Reed, said 94 percent of members had voted for the
strike. "We have run out of patience," he told reporters. "The company has
had since March to come up with an offer."

The company said it would sue.
"""


def test_a_broadcasters_page() -> None:
    told = article(BROADCASTER)
    assert kept(told) == [
        ("headline", "Ferry firm fined over safety failings off Varn"),
        ("caption", "The ferry ran aground in March"),
        ("byline", "By Ida Moss"),
        ("body", "A ferry company has been fined £2m after a court heard that its crew had not been trained."),
        ("body", '"It was an accident waiting to happen," Judge Olin Reed said.'),
    ]
    assert (told.publisher, told.published, told.authors) == ("BBC News", "2024-11-20", ("Ida Moss",))
    assert {r.text: r.reason for r in told.removed}["Five rescued from ferry"] == "links to other pages"


def test_an_agencys_page() -> None:
    told = article(AGENCY)
    assert kept(told) == [
        ("headline", "Varn says it shut 40 mills overnight"),
        ("byline", "By Reuters"),
        ("caption", "Millers stand at the gate of a mill in Varn, Zubrowa November 20, 2024."),
        ("body", "The mill council said on Wednesday that it had shut 40 of 50 mills overnight."),
        ("body", "The mills were shut in ten valleys, it said."),
    ]
    assert (told.publisher, told.published, told.authors) == (None, "2024-11-20", ())
    assert told.origins == ("Reuters",)


def test_a_wires_page() -> None:
    told = article(WIRE)
    assert [k for k, _ in kept(told)] == ["headline", "byline", "body", "body"]
    assert (told.published, told.origins, told.authors) == ("2024-11-20", ("Yonhap",), ("Kim So-yeon",))


GALLERY = """\
WORLD NEWS
Mill workers strike in Varn as prices rise
1 of 2 | Mill workers walk past the gate in Varn, Zubrowa, Wednesday, Nov. 20, 2024. (AP Photo/Ida Moss)
1 of 2 |
Mill workers walk past the gate in Varn, Zubrowa, Wednesday, Nov. 20, 2024. (AP Photo/Ida Moss)
Read More
2 of 2 | A mill stands idle in Varn, Zubrowa, Wednesday, Nov. 20, 2024. (AP Photo/Ida Moss)
BY OLIN REED
Updated 5:14 AM GMT, November 22, 2024
Share
Copy
Link copied
Email
X
Flipboard
VARN, Zubrowa (AP) — Hundreds of mill workers walked out Thursday in the first strike in a decade.

The workers want higher pay. “We cannot live on this,” said Petra Stonehaven, a miller.

___

Associated Press writer Ida Moss in Tarn contributed to this report.

Follow the coverage of the strike at https://mill.example/strike
"""


def test_a_page_with_a_gallery() -> None:
    told = article(GALLERY)
    assert [k for k, _ in kept(told)] == ["headline", "caption", "caption", "byline", "body", "body"]
    assert told.title == "Mill workers strike in Varn as prices rise"
    assert (told.published, told.origins) == ("2024-11-21", ("Associated Press",))
    assert told.published_reason == 'a caption is dated "Wednesday, Nov. 20, 2024" and the text says "Thursday"'


def test_a_text_broken_at_a_width() -> None:
    told = article(BROKEN)
    assert [k for k, _ in kept(told)] == ["headline", "body", "body", "body", "body"]
    assert told.title == "From: wire desk"
    assert "before Christmas, their union said.\n\nThe union's secretary" in told.text


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("20 NOV 2024, 11:25", "2024-11-20"),
        ("Nov. 20, 2024, 9:00 a.m. ET", "2024-11-20"),
        ("Wed 20 Nov 2024 01.20 GMT\nLast modified on Thu 21 Nov 2024 03.15 GMT", "2024-11-20"),
        ("Updated 10:22 AM EST, Thu November 21, 2024", None),
        ("Business | November 20, 2024 | Updated November 21, 2024", "2024-11-20"),
    ],
)
def test_heads_of_pages_give_the_date(head: str, published: str | None) -> None:
    told = article(f"Mill opens in Varn\n{head}\nA mill opened in Varn, the mill council said.\n")
    assert told.published == published
    assert told.text == "Mill opens in Varn\n\nA mill opened in Varn, the mill council said."


def test_an_address_with_a_date_below_the_text_gives_it() -> None:
    told = article("Mill opens in Varn\n\nA mill opened in Varn, the council said.\n\nwww.mill.example (2024.11.20.)\n")
    assert told.published == "2024-11-20"


def test_an_outlet_in_place_of_a_dateline_is_an_origin() -> None:
    told = article("Mill opens in Varn\nBy Ida Moss, CNN\nCNN —\n\nA mill opened in Varn, the mill council said.\n")
    assert (told.origins, told.publisher, told.authors) == (("CNN",), None, ("Ida Moss",))
    assert [k for k, _ in kept(told)] == ["headline", "byline", "body"]


def test_staff_have_a_byline() -> None:
    told = article("Mill opens in Varn\nQuay Post staff and agencies\nA mill opened in Varn, the council said.\n")
    assert [k for k, _ in kept(told)] == ["headline", "byline", "body"]
    assert told.authors == ()


def test_sentences_below_a_list_are_kept() -> None:
    told = article(
        "Mill opens in Varn\n\nA mill opened in Varn, the council said.\n\nRelated stories\nTen mills shut\n\n"
        "The council has waited for it since May.\n\nWhat comes next\n\nThe next mill opens in spring, it said.\n"
    )
    assert [t for _, t in kept(told)][1:] == [
        "A mill opened in Varn, the council said.",
        "The council has waited for it since May.",
        "What comes next",
        "The next mill opens in spring, it said.",
    ]


def test_a_page_in_markdown() -> None:
    told = article(
        "# Council opens mill\n\n*Published 20 November 2024*\n\nThe council has "
        "[opened](https://mill.example/) a mill.\n\n"
        '> "It grinds," the chair said.\n\n## Background\n\n- It is the tenth mill.\n',
        markdown=True,
    )
    assert (told.title, told.published) == ("Council opens mill", "2024-11-20")
    assert [t for _, t in kept(told)][1:] == [
        "The council has opened a mill.",
        '"It grinds," the chair said.',
        "Background",
        "It is the tenth mill.",
    ]
