"""A small dossier made by hand, with everything in it that pages show: the tests of pages share it."""

from dataclasses import replace

from generator.model import (
    Actor,
    ActorKind,
    ActorRule,
    Bases,
    Basis,
    Claim,
    ClaimForm,
    Curation,
    Difference,
    Dossier,
    Extractor,
    Facts,
    Factuality,
    Finding,
    Grain,
    Judgement,
    Link,
    Mention,
    MentionForm,
    Origin,
    PublisherRule,
    Removed,
    RoleHeld,
    Settings,
    SpeakerKind,
    Standing,
    Story,
    Suggestion,
    Topic,
)
from tests.factory import dated, dossier_of, facts_of, figure, happens, says

_HERALD = """Harbour of Port Lark to close for two weeks, minister says

Ruritania will close the harbour of Port Lark for two weeks, Transport Minister Ada Quill told Radio Lark on Monday. \
"We have sent 40 pilots to Freedonia, and they are coming home first," Quill said.

Freedonia might pay for the repairs, according to officials. Dockers fear the loss of more than 300 jobs.

Ada Quill visited Freedonia on 3 May 2024, and the two states signed a pact on pilots there. The weather was mild, \
the crowd was small, and nobody who had come from the villages along the coast wished to be named in this report."""

_COURIER = """Ruritania shuts its largest port

Port Lark will be shut, Ruritanian minister Ada Quil said in an interview with Radio Lark. She said about 350 jobs \
were at risk.

Freedonia denied that it would pay. "We were not asked," Bruno Tam, its finance minister, said on Tuesday.

The port handled most of the country's grain last year, and ships now wait outside for days before they can unload."""

_NAMES = {
    "Ruritania": "ruritania",
    "Ruritanian": "ruritania",
    "Freedonia": "freedonia",
    "Ada Quill": "ada-quill",
    "Quill": "ada-quill",
    "Ada Quil": "ada-quill",
    "Radio Lark": "radio-lark",
    "Port Lark": "port-lark",
    "Bruno Tam": "bruno-tam",
}

HERALD = facts_of(
    "herald-0507",
    _HERALD,
    title="Harbour of Port Lark to close for two weeks, minister says",
    publisher="The Herald",
    published="2024-05-07",
    url="https://herald.example/harbour",
    names=_NAMES,
    figures=[
        figure("40 pilots", 40, 40, "pilots"),
        figure("more than 300 jobs", 300, None, "jobs"),
    ],
    dates=[dated("Monday", "2024-05-06"), dated("3 May 2024", "2024-05-03"), dated("two weeks", None, None)],
    claims=[
        says(
            "Ruritania will close the harbour of Port Lark for two weeks",
            by="Ada Quill",
            cue="told",
            said="2024-05-06",
            addressee="radio-lark",
            topics=["port"],
        ),
        says(
            "We have sent 40 pilots to Freedonia",
            by="Quill said",
            cue="said",
            form=ClaimForm.QUOTATION,
            said="2024-05-06",
            topics=["pilots"],
        ),
        says(
            "Freedonia might pay for the repairs",
            by="officials",
            cue="according to",
            kind=SpeakerKind.GROUP,
            factuality="PS+",
            topics=["port"],
        ),
        says("the loss of more than 300 jobs", by="Dockers", cue="fear", kind=SpeakerKind.GROUP, topics=["port"]),
        says(
            "Ada Quill visited Freedonia on 3 May 2024, and the two states signed a pact on pilots there",
            when="2024-05-03",
            topics=["pilots"],
        ),
    ],
    events=[
        happens("CONSULT", "visited", agent=["Ada Quill"], place=["Freedonia"], when="2024-05-03"),
        happens("AID", "sent", patient=["40 pilots"], recipient=["Freedonia"]),
    ],
)
COURIER = facts_of(
    "courier-0508",
    _COURIER,
    title="Ruritania shuts its largest port",
    published="2024-05-08",
    names=_NAMES,
    figures=[figure("about 350 jobs", 350, 350, "jobs", approximate=True)],
    dates=[dated("Tuesday", "2024-05-07"), dated("last year", "2023", Grain.YEAR)],
    claims=[
        says("Port Lark will be shut", by="Ada Quil", cue="said", via="radio-lark", topics=["port"]),
        says("about 350 jobs were at risk", by="Ada Quil", cue="said about", topics=["port"]),
        says("it would pay", by="Freedonia denied", cue="denied", factuality="CT-", topics=["port"]),
        says(
            "We were not asked",
            by="Bruno Tam",
            cue="said on Tuesday",
            form=ClaimForm.QUOTATION,
            said="2024-05-07",
        ),
        says("The port handled most of the country's grain last year", when="2023"),
    ],
)
ELSEWHERE = facts_of(
    "elsewhere",
    "Chess: Bo Lind wins in Sylvania\n\nBo Lind won the open of Sylvania, his trainer said on Sylt. "
    "The hall was cold, the coffee was thin, and the last game went on until the doorman asked for his keys.",
    title="Chess: Bo Lind wins in Sylvania",
    publisher="Chess Weekly",
    published="2024-06-01",
    names={"Bo Lind": "bo-lind", "Sylvania": "sylvania", "Sylt": "sylt"},
    claims=[says("won the open of Sylvania", by="Bo Lind", cue="said")],
)

ACTORS = (
    Actor(slug="ada-quill", name="Ada Quill", kind=ActorKind.PERSON, state="DK", roles=("Transport Minister",)),
    Actor(slug="bruno-tam", name="Bruno Tam", kind=ActorKind.PERSON),
    Actor(slug="freedonia", name="Freedonia", kind=ActorKind.STATE),
    Actor(slug="port-lark", name="Port Lark", kind=ActorKind.PLACE),
    Actor(slug="radio-lark", name="Radio Lark", kind=ActorKind.ORGANIZATION),
    Actor(slug="ruritania", name="Ruritania", kind=ActorKind.STATE),
)
STRANGERS = (
    Actor(slug="bo-lind", name="Bo Lind", kind=ActorKind.PERSON),
    Actor(slug="sylt", name="Sylt", kind=ActorKind.PLACE),
    Actor(slug="sylvania", name="Sylvania", kind=ActorKind.STATE),
)
_UNNAMED = "unknown:courier-0508"


def _finding(claims: tuple[Claim, ...], origins: tuple[Origin, ...], weight: float, **more: object) -> Finding:
    publishers = {"herald-0507": "The Herald", "courier-0508": _UNNAMED, "elsewhere": "Chess Weekly"}
    sure = sorted(c.factuality for c in claims)
    made = Finding(
        id=f"f{claims[0].id[1:]}",
        claims=tuple(c.id for c in claims),
        lead=claims[0].id,
        publishers=tuple(dict.fromkeys(publishers[c.article] for c in claims)),
        origins=origins,
        factuality=Standing(least=sure[-1], most=sure[0]),
        first="2024-05-07",
        latest="2024-05-08",
        topics=tuple(dict.fromkeys(t for c in claims for t in c.topics)),
        actors=tuple(dict.fromkeys(a for c in claims for a in c.actors)),
        credibility=6,
        weight=weight,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def _origin(speaker: str | None, *claims: Claim, via: str | None = None, said: str | None = None) -> Origin:
    return Origin(speaker=speaker, via=via, said=said, claims=tuple(c.id for c in claims))


def _findings(facts: tuple[Facts, ...]) -> tuple[Finding, ...]:
    h, c = HERALD.claims, COURIER.claims
    shut = _finding((h[0], c[0]), (_origin("ada-quill", h[0], c[0], via="radio-lark", said="2024-05-06"),), 9)
    jobs = _finding(
        (h[3], c[1]),
        (_origin("Dockers", h[3]), _origin("ada-quill", c[1])),
        8,
        credibility=3,
        differences=(Difference(about="figure", claims=(h[3].id, c[1].id)),),
    )
    told = {x for f in (shut, jobs) for x in f.claims}
    singles = tuple(
        _finding((x,), (_origin(_speaker(x), x, via=None if x.speakers else _UNNAMED),), 1)
        for f in facts
        for x in f.claims
        if x.id not in told
    )
    return (shut, jobs, *singles)


def _speaker(claim: Claim) -> str | None:
    return next((s.actor or s.text for s in claim.speakers), None)


def _role(facts: Facts, actor: str, title: str, words: str) -> RoleHeld:
    at = facts.article.text.index(words)
    return RoleHeld(
        actor=actor,
        title=title,
        article=facts.article.id,
        evidence=facts.article.span(at, at + len(words)),
        state="DK" if actor == "ada-quill" else None,
        date=facts.article.published,
    )


def small(*, with_stranger: bool = False) -> Dossier:
    """The dossier; with an article that has nothing to do with the others, if asked."""
    extractor = Extractor(version="1", model="en_core_web_sm 3.8.0", model_sha256="0" * 64)
    herald = replace(
        HERALD,
        extractor=extractor,
        article=replace(
            HERALD.article,
            basis=Bases(title=Basis.STATED, publisher=Basis.STATED, published=Basis.STATED, language=Basis.INFERRED),
            authors=("Cy Pen",),
            origins=("LNA",),
            removed=(
                Removed(line=1, text="All sections", reason="page furniture"),
                Removed(line=9, text="Photo: X", reason="photo credit"),
            ),
        ),
        mentions=(*HERALD.mentions, _described(HERALD, "officials", "ruritania")),
    )
    courier = replace(
        COURIER,
        article=replace(
            COURIER.article,
            basis=Bases(title=Basis.STATED, published=Basis.INFERRED, language=Basis.INFERRED),
            published_reason="the text says “Tuesday”",
        ),
    )
    facts = (courier, *((ELSEWHERE,) if with_stranger else ()), herald)
    roles = (
        _role(COURIER, "bruno-tam", "finance minister", "finance minister"),
        _role(HERALD, "ada-quill", "Transport Minister", "Transport Minister Ada Quill"),
    )
    links = (
        _link("CONSULT", "ada-quill", "freedonia", (HERALD.claims[4].id,), when="2024-05-03"),
        _link("AID", "ruritania", "freedonia", (HERALD.claims[1].id,)),
        _link("REJECT", "freedonia", "ruritania", (COURIER.claims[2].id,), factuality=Factuality.CERTAIN_NOT),
        replace(_link("office", "ada-quill", "ruritania", (), when="2024-05-07"), evidence=roles[1:]),
    )
    return dossier_of(
        facts,
        settings=Settings(title="The harbour of Port Lark", scope="Why the harbour closes, and who pays."),
        curation=_curation(),
        actors=tuple(sorted((*ACTORS, *(STRANGERS if with_stranger else ())), key=lambda a: a.slug)),
        topics=(
            Topic(slug="port", name="Closing the port", description="Why, for how long, and who says so."),
            Topic(slug="pilots", name="Pilots", iptc="medtop:20000001"),
            Topic(slug="empty", name="A topic that nothing is on"),
        ),
        roles=roles,
        findings=_findings(facts),
        links=links,
        stories=(
            Story(
                id="s",
                members=("courier-0508", "herald-0507"),
                earliest="2024-05-07",
                latest="2024-05-08",
                headline=None,
            ),
        ),
        suggestions=(Suggestion(one="ada-quill", other="bruno-tam", reason="both are ministers"),),
    )


def _described(facts: Facts, words: str, actor: str) -> Mention:
    at = facts.article.text.index(words)
    return Mention(
        start=at,
        end=at + len(words),
        text=words,
        form=MentionForm.DESCRIPTION,
        kind=ActorKind.STATE,
        actor=actor,
    )


def _link(kind: str, source: str, target: str, claims: tuple[str, ...], **more: object) -> Link:
    made = Link(
        id=f"{kind}-{source}-{target}",
        type=kind,
        source=source,
        target=target,
        when=None,
        factuality=Factuality.CERTAIN,
        claims=claims,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def _curation() -> Curation:
    judged = COURIER.claims[1].id
    return Curation(
        actors=(ActorRule(name="Ada Quill", ids=(("wikidata", "Q1"),)),),
        publishers=(PublisherRule(name="The Herald", reliability="B"),),
        judgements=(Judgement(claim=judged, verdict="accepted", who="M. B.", date="2024-05-09", why="heard it"),),
    )


# A page of each kind of the site made from it.
PAGES = (
    "index.html",
    "actors/index.html",
    "actors/ada-quill/index.html",
    "topics/index.html",
    "topics/port/index.html",
    "sources/index.html",
    "sources/herald-0507/index.html",
    "timeline/index.html",
    "claims/index.html",
    "graph/index.html",
    "changes/index.html",
    "method/index.html",
)
