"""Links between actors: typed, directed, dated, each with the claims that say so."""

import pytest

from generator.model import ActorKind, Facts, Link, RoleHeld
from generator.resolution import links
from tests.factory import actor_of, actors_in, facts_of, happens, says

NAMES = {
    "Ruritania": "ruritania",
    "Freedonia": "freedonia",
    "Ada Quill": "ada-quill",
    "Bram Stahl": "bram-stahl",
    "Union Bank": "union-bank",
    "Elm Post": "elm-post",
}
ACTORS = [
    actor_of("ruritania", state="RU"),
    actor_of("freedonia", state="FR"),
    actor_of("ada-quill", "Ada Quill", ActorKind.PERSON),
    actor_of("bram-stahl", "Bram Stahl", ActorKind.PERSON),
    actor_of("union-bank", "Union Bank", ActorKind.ORGANIZATION),
    actor_of("elm-post", "Elm Post", ActorKind.ORGANIZATION),
]


def _facts(text: str, *events: object, name: str = "a", factuality: str = "CT+", when: str | None = None) -> Facts:
    claim = says(text, factuality=factuality, when=when)
    return facts_of(name, text, names=NAMES, actors=ACTORS, claims=[claim], events=events)  # type: ignore[arg-type]


def _find(*facts: Facts, roles: tuple[RoleHeld, ...] = ()) -> list[tuple[str, str, str, str | None, str]]:
    return [_told(x) for x in links.find(facts, actors_in(facts) or ACTORS, roles)]


def _told(link: Link) -> tuple[str, str, str, str | None, str]:
    return link.type, link.source, link.target, link.when, link.factuality


def test_an_event_links_who_acts_to_whom_it_is_done() -> None:
    sent = happens("AID", "sent", agent=["Ruritania"], recipient=["Freedonia"], patient=["tanks"], when="2024-05")
    assert _find(_facts("Ruritania sent Freedonia tanks", sent)) == [
        ("AID", "ruritania", "freedonia", "2024-05", "CT+")
    ]


def test_two_who_agree_are_linked_and_being_named_together_is_no_link() -> None:
    agreed = happens("AGREE", "agreed", agent=["Ruritania", "Freedonia"])
    told = happens("OTHER", "saw", agent=["Ada Quill"], patient=["Bram Stahl"])
    facts = _facts("Ruritania and Freedonia agreed and Ada Quill saw Bram Stahl", agreed, told)
    assert _find(facts) == [("AGREE", "freedonia", "ruritania", None, "CT+")]


def test_reports_of_one_time_are_one_link_and_what_is_told_without_a_time_stays_without() -> None:
    def sent(when: str | None) -> object:
        return happens("AID", "sent", agent=["Ruritania"], recipient=["Freedonia"], when=when)

    text = "Ruritania sent Freedonia tanks"
    dated = [_facts(text, sent("2024-05-06"), name=name) for name in "ab"]
    open_ = _facts(text, sent(None), name="c", when="2024-05-06")
    undated, link = links.find([*dated, open_], actors_in(dated))
    assert (link.when, link.claims) == ("2024-05-06", tuple(f.claims[0].id for f in dated))
    assert (undated.when, undated.claims) == (None, (open_.claims[0].id,))


@pytest.mark.parametrize("factuality", ["PS+", "PS-", "Uu"])
def test_what_is_only_possible_is_no_link(factuality: str) -> None:
    sent = happens("AID", "sent", agent=["Ruritania"], recipient=["Freedonia"], factuality=factuality)
    assert _find(_facts("Ruritania sent Freedonia tanks", sent)) == []


def test_what_is_denied_is_a_link_of_its_own_and_the_surest_word_counts() -> None:
    def sent(factuality: str) -> object:
        return happens("AID", "sent", agent=["Ruritania"], recipient=["Freedonia"], factuality=factuality)

    text = "Ruritania sent Freedonia tanks"
    facts = [_facts(text, sent(f), name=n) for n, f in (("a", "PS+"), ("b", "PR+"), ("c", "CT-"), ("d", "PS-"))]
    assert [told[-1] for told in _find(*facts)] in (["PR+", "CT-"], ["CT-", "PR+"])


def test_kinship_membership_and_ownership_where_the_words_say_so() -> None:
    told = {
        "Ada Quill's younger brother, Bram Stahl": ("family", "ada-quill", "bram-stahl"),
        "Ada Quill, the widow of Bram Stahl": ("family", "ada-quill", "bram-stahl"),
        "Ruritania is a member of the Union Bank": ("membership", "ruritania", "union-bank"),
        "Elm Post is owned by Union Bank": ("ownership", "union-bank", "elm-post"),
        "Union Bank acquired Elm Post": ("ownership", "union-bank", "elm-post"),
    }
    for text, wanted in told.items():
        assert [x[:3] for x in _find(_facts(text))] == [wanted]
    assert _find(_facts("Ada Quill met Bram Stahl")) == []


def test_offices_from_roles_with_the_span_of_their_dates() -> None:
    facts = _facts("Ada Quill spoke")

    def role(title: str, date: str | None, state: str | None = None, actor: str = "ada-quill") -> RoleHeld:
        span = facts.article.span(0, 9)
        return RoleHeld(actor=actor, title=title, article="a", evidence=span, state=state, date=date)

    roles = (
        role("Minister of Grain", "2024-05-06", "RU"),
        role("minister", "2024-07-01", "RU"),
        role("chair of the Union Bank", None),
        role("city", None, "RU", actor="elm-post"),
        role("ghost", None, "RU", actor="nobody"),
    )
    assert _find(facts, roles=roles) == [
        ("office", "ada-quill", "ruritania", "2024-05-06/2024-07-01", "CT+"),
        ("office", "ada-quill", "union-bank", None, "CT+"),
    ]


def test_an_office_that_is_over_or_to_come_is_a_link_of_its_own() -> None:
    facts = _facts("Ada Quill spoke")
    roles = tuple(
        RoleHeld(actor="ada-quill", title=t, article="a", evidence=facts.article.span(0, 9), state="RU", date=d)
        for t, d in (
            ("minister", "2024-05-06"),
            ("former minister", "../2024-07-01"),
            ("ex-minister", "../2024-06-01"),
            ("minister-designate", "2024-04-01/.."),
        )
    )
    assert sorted(when or "" for _, _, _, when, _ in _find(facts, roles=roles)) == [
        "../2024-06-01", "2024-04-01/..", "2024-05-06",
    ]  # fmt: skip


def test_an_event_that_no_claim_carries_makes_no_link() -> None:
    facts = facts_of(
        "a",
        "Ruritania hit Freedonia",
        names=NAMES,
        actors=ACTORS,
        events=[happens("ASSAULT", "hit", agent=["Ruritania"], patient=["Freedonia"])],
    )
    assert _find(facts) == []
