"""Everything woven into one value, in an order that follows from it alone."""

import random

from generator.dossier import weave
from generator.model import (
    Curation,
    Difference,
    Factuality,
    Finding,
    Judgement,
    Link,
    Origin,
    RoleHeld,
    Settings,
    Standing,
    Story,
    Suggestion,
    Topic,
)
from tests.factory import actor_of, actors_in, facts_of, says

ONE = facts_of("one", "Ada sings. Bo dances.", names={"Ada": "ada"}, claims=[says("Bo dances"), says("Ada sings")])
TWO = facts_of("two", "Ada dances.", claims=[says("Ada dances")])
SINGS, DANCES, THIRD = ONE.claims[1].id, ONE.claims[0].id, TWO.claims[0].id
CERTAIN = Factuality.CERTAIN


def _finding(identity: str, *claims: str, weight: float = 1.0) -> Finding:
    return Finding(
        id=identity,
        claims=claims,
        lead=claims[-1],
        publishers=("x",),
        origins=tuple(Origin(speaker=None, via="x", said=None, claims=(c,)) for c in claims),
        factuality=Standing(least=CERTAIN, most=CERTAIN),
        first=None,
        latest=None,
        topics=(),
        actors=(),
        credibility=6,
        differences=(Difference(about="figure", claims=claims),),
        weight=weight,
    )


def _link(identity: str, *claims: str, evidence: tuple[RoleHeld, ...] = ()) -> Link:
    return Link(
        id=identity,
        type="AID",
        source="a",
        target="b",
        when=None,
        factuality=CERTAIN,
        claims=claims,
        evidence=evidence,
    )


def _judged(claim: str, verdict: str, date: str = "2024-01-02") -> Judgement:
    return Judgement(claim=claim, verdict=verdict, who="A. Reader", date=date, why="read it")  # type: ignore[arg-type]


def test_the_order_follows_from_the_parts_alone() -> None:
    role = RoleHeld(actor="ada", title="singer", article="one", evidence=ONE.article.span(0, 3))
    parts = {
        "facts": [TWO, ONE],
        "actors": [actor_of("bo"), *actors_in([ONE])],
        "roles": [role, RoleHeld(actor="ada", title="dancer", article="two", evidence=TWO.article.span(0, 3))],
        "findings": [_finding("f1", THIRD, SINGS), _finding("f2", DANCES, weight=2.0), _finding("f3", THIRD)],
        "links": [_link("l2"), _link("l1")],
        "stories": [
            Story(id="s2", members=("two",), earliest=None, latest=None, headline=None),
            Story(id="s1", members=("one",), earliest="2024", latest=None, headline=None),
        ],
        "copies": [("two", "three"), ("one", "four")],
        "suggestions": [Suggestion(one="b", other="c", reason="r"), Suggestion(one="a", other="c", reason="r")],
    }
    topics = (Topic(slug="z", name="Z"), Topic(slug="a", name="A"))
    woven = weave(settings=Settings(), curation=Curation(), topics=topics, **parts)  # type: ignore[arg-type]
    assert [f.article.id for f in woven.facts] == ["one", "two"]
    assert [c.text for c in woven.claims()] == ["Ada sings", "Bo dances", "Ada dances"]
    assert [f.id for f in woven.findings] == ["f2", "f1", "f3"]
    assert woven.findings[1].claims == (SINGS, THIRD)
    assert [s.id for s in woven.stories] == ["s1", "s2"]
    assert woven.copies == (("one", "four"), ("two", "three"))
    assert woven.topics == topics
    assert [x.id for x in woven.links] == ["l1", "l2"]
    for seed in range(3):
        rng = random.Random(seed)
        shuffled = {k: rng.sample(v, len(v)) for k, v in parts.items()}  # type: ignore[arg-type,var-annotated]
        assert weave(settings=Settings(), curation=Curation(), topics=topics, **shuffled) == woven


def test_a_rejected_claim_stays_in_its_article_but_carries_nothing() -> None:
    role = RoleHeld(actor="ada", title="singer", article="one", evidence=ONE.article.span(0, 3))
    woven = weave(
        settings=Settings(),
        curation=Curation(judgements=(_judged(SINGS, "rejected"),)),
        facts=[ONE, TWO],
        findings=[_finding("f1", THIRD, DANCES, SINGS), _finding("f2", SINGS), _finding("f3", SINGS, THIRD)],
        links=[_link("l1", SINGS), _link("l2", SINGS, THIRD), _link("l3", SINGS, evidence=(role,)), _link("l4")],
    )
    assert SINGS in {c.id for c in woven.claims()}
    first, third = woven.findings
    assert (first.claims, first.lead) == ((DANCES, THIRD), THIRD)
    assert first.differences == (Difference(about="figure", claims=(THIRD, DANCES)),)
    assert [o.claims for o in third.origins] == [(THIRD,)]
    assert third.differences == ()
    assert {x.id: x.claims for x in woven.links} == {"l2": (THIRD,), "l3": (), "l4": ()}


def test_the_last_judgement_counts() -> None:
    judgements = (_judged("a", "rejected", "2024-02-01"), _judged("a", "accepted"), _judged("b", "rejected"))
    assert Curation(judgements=judgements).rejected() == {"a", "b"}
    assert Curation(judgements=(*judgements, _judged("b", "accepted"))).rejected() == {"a"}
