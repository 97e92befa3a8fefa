"""Which actors of several articles are one, without a language model: facts are made by hand."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.model import (
    Actor,
    ActorKind,
    ActorRule,
    Article,
    Claim,
    ClaimForm,
    Cue,
    Curation,
    DateMention,
    Event,
    EventType,
    Facts,
    Mention,
    MentionForm,
    Participant,
    Speaker,
    SpeakerKind,
)
from generator.resolution.actors import Resolved, resolve
from generator.text import digest, slug

PERSON, ORGANIZATION, STATE, PLACE = ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.STATE, ActorKind.PLACE
NOTHING = Curation()


def facts(identity: str, *known: Actor, text: str | None = None) -> Facts:
    """An article that names each actor's name and aliases, one after the other, and says something of them all."""
    told = text or ". ".join(n for a in known for n in (*a.roles, a.name, *a.aliases))
    article = Article(id=identity, path=f"seeds/{identity}.txt", sha256=digest(f"{identity}:{told}"), text=told)
    mentions = []
    for actor in known:
        for name in (actor.name, *actor.aliases):
            at = told.index(name)
            mentions.append(
                Mention(
                    start=at, end=at + len(name), text=name, form=MentionForm.NAME, kind=actor.kind, actor=actor.slug
                )
            )
    return Facts(article=article, mentions=tuple(mentions), actors=known)


def actor(name: str, kind: ActorKind = PERSON, **more: object) -> Actor:
    return Actor(slug=slug(name), name=name, kind=kind, **more)  # type: ignore[arg-type]


def slugs(result: Resolved) -> list[str]:
    return [a.slug for a in result.actors]


def test_spellings_of_a_name_are_one_actor() -> None:
    result = resolve(
        [
            facts("a", actor("Shin Wonsik", aliases=("Shin",), roles=("National Security Director",), state="KR")),
            facts("b", actor("Shin Won-sik", roles=("top security adviser",))),
        ],
        NOTHING,
    )
    (shin,) = result.actors
    assert shin.slug == "shin-wonsik"
    assert shin.name in ("Shin Won-sik", "Shin Wonsik")
    assert set(shin.roles) == {"National Security Director", "top security adviser"}
    assert shin.state == "KR"
    assert {m.actor for f in result.facts for m in f.mentions} == {"shin-wonsik"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (actor("Kim Jong Un"), actor("Kim Jong Il")),
        (actor("North Korea", STATE, state="KP"), actor("South Korea", STATE, state="KR")),
        (actor("John Ward"), actor("John Ward Jr.")),
        (actor("Foreign Ministry", ORGANIZATION, state="RU"), actor("Foreign Ministry", ORGANIZATION, state="UA")),
        (actor("Foreign Ministry", ORGANIZATION), actor("Foreign Ministry", ORGANIZATION)),
        (actor("Ward"), actor("Ward")),
        (actor("Ward"), actor("John Ward")),
        (actor("Seoul", PLACE), actor("South Korea", STATE, state="KR")),
    ],
)
def test_what_is_not_surely_one_is_kept_apart(one: Actor, other: Actor) -> None:
    result = resolve([facts("a", one), facts("b", other)], NOTHING)
    assert len(result.actors) == 2


def test_offices_of_one_state_meet() -> None:
    known = [facts(i, actor("Foreign Ministry", ORGANIZATION, state="RU")) for i in ("a", "b")]
    assert slugs(resolve(known, NOTHING)) == ["foreign-ministry-ru"]


@pytest.mark.parametrize(
    "name", ["Spanish Supreme Court", "Supreme Court of Spain", "Spain Supreme Court", "Supreme Court"]
)
def test_an_office_is_its_states_however_that_is_said(name: str) -> None:
    known = [facts("a", actor(name, ORGANIZATION, state="ES"))]
    assert slugs(resolve(known, NOTHING)) == ["supreme-court-es"]


def test_british_and_american_spelling_of_offices_meet() -> None:
    known = [
        facts("a", actor("Ministry of Defence", ORGANIZATION, state="IT")),
        facts("b", actor("Italian Ministry of Defense", ORGANIZATION)),
    ]
    assert slugs(resolve(known, NOTHING)) == ["ministry-of-defense-it"]


def test_well_known_organizations_need_no_state() -> None:
    known = [
        facts("a", actor("National Intelligence Service", ORGANIZATION, state="KR")),
        facts("b", actor("Nordlys Ltd.", ORGANIZATION)),
        facts("c", actor("Nordlys", ORGANIZATION)),
    ]
    assert slugs(resolve(known, NOTHING)) == ["national-intelligence-service", "nordlys"]


def test_kind_state_and_name_go_by_the_weight_of_mentions() -> None:
    result = resolve(
        [
            facts("a", actor("Nordlys", PLACE)),
            facts("b", actor("Nordlys", ORGANIZATION, aliases=("NORDLYS", "Nordlys Group"), state="NO")),
        ],
        NOTHING,
    )
    (nordlys,) = result.actors
    assert nordlys.kind is ORGANIZATION
    assert nordlys.state == "NO"
    assert nordlys.aliases == ("NORDLYS", "Nordlys Group")


def full(identity: str) -> Facts:
    """An article with a claim and an event that name its one actor in every place."""
    lund = Actor(slug="lund", name="Lund", kind=PERSON)
    base = facts(identity, lund)
    span = base.article.span(0, 4)
    cue = Cue(start=0, end=4, text="Lund", lemma="say")
    who = Participant(start=0, end=4, text="Lund", actor="lund")
    claim = Claim(
        id="c1",
        article=identity,
        spans=(span,),
        sentence=span,
        form=ClaimForm.PARAPHRASE,
        speakers=(
            Speaker(start=0, end=4, text="Lund", kind=SpeakerKind.NAMED, actor="lund"),
            Speaker(start=0, end=4, text="Lund", kind=SpeakerKind.GROUP),
        ),
        via="lund",
        addressee="a news conference",
        actors=("lund", "lund"),
    )
    event = Event(
        article=identity,
        type=EventType.OTHER,
        predicate=cue,
        agent=(who,),
        patient=(who,),
        recipient=(who,),
        place=(who,),
    )
    return replace(base, claims=(claim,), events=(event,))


def test_slugs_are_exchanged_in_every_place() -> None:
    (told,) = resolve([full("a")], NOTHING).facts
    new = told.actors[0].slug
    assert new != "lund"
    assert new.startswith("lund-")
    (claim,), (event,) = told.claims, told.events
    assert [s.actor for s in claim.speakers] == [new, None]
    assert (claim.via, claim.addressee, claim.actors) == (new, "a news conference", (new,))
    assert {p.actor for p in (*event.agent, *event.patient, *event.recipient, *event.place)} == {new}


def test_people_decide_first() -> None:
    rules = Curation(
        actors=(
            ActorRule(
                name="Wagner Group",
                kind=ORGANIZATION,
                names=("PMC Wagner",),
                not_names=("Richard Wagner", "Wagner"),
                roles=("mercenaries",),
                state="RU",
                ids=(("wikidata", "Q1"),),
            ),
        )
    )
    result = resolve(
        [
            facts("a", actor("PMC Wagner", PERSON, aliases=("Wagner",))),
            facts("b", actor("Richard Wagner")),
            facts("c", actor("Wagner Group", ORGANIZATION)),
        ],
        rules,
    )
    group = next(a for a in result.actors if a.slug == "wagner-group")
    assert (group.name, group.kind, group.state) == ("Wagner Group", ORGANIZATION, "RU")
    assert group.roles == ("mercenaries",)
    assert "PMC Wagner" in group.aliases
    assert "Wagner" not in group.aliases
    assert "richard-wagner" in slugs(result)
    assert [m.actor for m in result.facts[0].mentions] == ["wagner-group", "wagner"]


def test_roles_are_held_with_their_evidence() -> None:
    text = "Foreign Minister Karen Holm spoke. Much later the chairwoman resigned."
    known = facts("a", actor("Karen Holm", roles=("Foreign Minister", "queen"), state="DK"), text=text)
    known = replace(known, article=replace(known.article, published="2024-11-22"))
    (role,) = resolve([known], NOTHING).roles
    assert (role.actor, role.title, role.state, role.date) == ("karen-holm", "Foreign Minister", "DK", "2024-11-22")
    assert text[role.evidence.start : role.evidence.end] == "Foreign Minister"


@pytest.mark.parametrize(
    ("text", "title", "edtf", "wanted"),
    [
        ("Former Foreign Minister Karen Holm spoke.", "Former Foreign Minister", None, "../2024-11-22"),
        ("The ex-minister Karen Holm spoke.", "ex-minister", None, "../2024-11-22"),
        ("President-elect Karen Holm spoke.", "President-elect", None, "2024-11-22/.."),
        ("Karen Holm, minister since March 2023, spoke.", "minister", "2023-03", "2023-03/.."),
        ("Karen Holm, minister of Norway until March 2023, spoke.", "minister", "2023-03", "../2023-03"),
        ("Karen Holm, the minister, spoke in March 2023.", "minister", "2023-03", "2024-11-22"),
    ],
)
def test_a_role_is_dated_by_the_words_where_they_say_when(text: str, title: str, edtf: str | None, wanted: str) -> None:
    known = facts("a", actor("Karen Holm", roles=(title,), state="NO"), text=text)
    at = text.find("March")
    dates = (DateMention(start=at, end=at + 10, text="March 2023", edtf=edtf, grain=None),) if edtf else ()
    known = replace(known, article=replace(known.article, published="2024-11-22"), dates=dates)
    (role,) = resolve([known], NOTHING).roles
    assert role.date == wanted


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (actor("George Ward"), actor("George W. Ward"), "middle names"),
        (actor("G. Ward"), actor("George Ward"), "initial"),
        (actor("Maria Lundberg"), actor("Maria Lundborg"), "one letter apart"),
        (actor("BHT", ORGANIZATION), actor("Baltic Harbour Trust", ORGANIZATION), "acronym"),
        (actor("Nordlys Shipping", ORGANIZATION), actor("Nordlys Shippping", ORGANIZATION), "one letter apart"),
        (actor("Elmland", PLACE), actor("Elmland Province", PLACE), "what sort of place"),
    ],
)
def test_unsure_pairs_are_suggested_and_kept_apart(one: Actor, other: Actor, reason: str) -> None:
    result = resolve([facts("a", one), facts("b", other)], NOTHING)
    assert len(result.actors) == 2
    (suggestion,) = result.suggestions
    assert reason in suggestion.reason
    assert suggestion.one < suggestion.other


def test_a_pair_that_people_keep_apart_is_not_suggested_again() -> None:
    known = [facts("a", actor("Maria Lundberg")), facts("b", actor("Maria Lundborg"))]
    rule = ActorRule(name="Maria Lundberg", not_names=("Maria Lundborg",))
    assert len(resolve(known, NOTHING).suggestions) == 1
    assert resolve(known, Curation(actors=(rule,))).suggestions == ()


def test_a_region_has_one_slug_by_whatever_name_and_a_bare_sort_of_place_is_each_articles_own() -> None:
    known = [facts("a", actor("Gaza", PLACE)), facts("b", actor("Gaza Strip", PLACE))]
    (strip,) = resolve(known, NOTHING).actors
    assert (strip.slug, strip.name) == ("gaza-strip", "Gaza Strip")
    bare = [facts("a", actor("Governorate", ORGANIZATION)), facts("b", actor("Governorate", ORGANIZATION))]
    assert len(resolve(bare, NOTHING).actors) == 2


def test_unlike_actors_are_not_suggested() -> None:
    known = [
        facts("a", actor("Anna Lund")),
        facts("b", actor("Peter Lund")),
        facts("c", actor("Lund", ORGANIZATION)),
        facts("d", actor("Nordlys Bank", ORGANIZATION)),
        facts("e", actor("Nordlys Shipping", ORGANIZATION)),
        facts("f", actor("NB", ORGANIZATION)),
        facts("g", actor("Elmland", PLACE)),
        facts("h", actor("Elmland Cathedral", PLACE)),
    ]
    assert resolve(known, NOTHING).suggestions == ()


NAMES = ["Anna Lund", "Per Dahl", "Kim Min Ho", "Kim Min-ho", "Lund", "Dahl", "George W. Ward", "George Ward", "Ward"]
OFFICES = ["Nordlys", "Nordlys Inc.", "Foreign Ministry", "Senate", "NATO", "Baltic Harbour Trust", "BHT"]


def many(count: int) -> list[Facts]:
    """Articles that share their actors in all manner of ways, the same each time."""
    draw = random.Random(7)
    made = []
    for number in range(count):
        people = [actor(n) for n in draw.sample(NAMES, 3)]
        offices = [actor(n, ORGANIZATION, state=draw.choice([None, "NO", "DK"])) for n in draw.sample(OFFICES, 2)]
        # An article's own slugs are unique: spellings of one name would have been one actor there.
        known = {a.slug: a for a in (*people, *offices)}
        made.append(facts(f"n{number:03}", *known.values()))
    return made


def by_article(result: Resolved) -> dict[str, list[str | None]]:
    return {f.article.id: [m.actor for m in f.mentions] for f in result.facts}


def test_adding_an_article_never_changes_the_slugs_of_what_was_there() -> None:
    articles = many(200)
    whole = by_article(resolve(articles, NOTHING))
    for seed in range(12):
        draw = random.Random(seed)
        some = draw.sample(articles, draw.randint(1, 200))
        assert all(whole[i] == found for i, found in by_article(resolve(some, NOTHING)).items())


def test_the_order_of_articles_changes_nothing_but_the_order_of_facts() -> None:
    articles = many(60)
    straight, turned = resolve(articles, NOTHING), resolve(articles[::-1], NOTHING)
    assert straight.actors == turned.actors
    assert straight.roles == turned.roles
    assert straight.suggestions == turned.suggestions
    assert straight.facts == turned.facts[::-1]


def test_nothing_from_nothing() -> None:
    empty: Sequence[Facts] = []
    assert resolve(empty, NOTHING) == Resolved(facts=(), actors=(), roles=(), suggestions=())
