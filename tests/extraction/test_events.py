"""Events: who did what to whom, in every form that English gives it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.contract import claim_id, verify
from generator.extraction.events import find_events
from generator.extraction.reading import Reading
from generator.model import Actor, Claim, ClaimForm, Cue, Event, Facts, Factuality
from tests.extraction.cast import cast_of

pytestmark = pytest.mark.model

Tell = Callable[..., "Told"]


class Told:
    """The events of a text, to be asked by their word."""

    def __init__(self, events: tuple[Event, ...]) -> None:
        self.events = events

    def __getitem__(self, word: str) -> Event:
        return next(e for e in self.events if e.predicate.text == word)

    def __contains__(self, word: str) -> bool:
        return any(e.predicate.text == word for e in self.events)

    def who(self, word: str, role: str = "agent") -> list[str]:
        """Actors of a role, or the words where there is none."""
        return [p.actor or p.text for p in getattr(self[word], role)]


@pytest.fixture(scope="session")
def tell(read_text: Callable[..., Reading]) -> Tell:
    """A function from text to its events, with dates and pronouns as given."""

    def found(text: str, *, claims: tuple[str, ...] = (), pronouns: dict[str, str] | None = None, **dated: str) -> Told:
        reading = read_text(text)
        cast = cast_of(reading, {k.replace("_", " "): v for k, v in dated.items()}, pronouns or {})
        carried = tuple(_claim(reading, words) for words in claims)
        return Told(find_events(reading, cast, cast.dates, cast.figures, carried))

    return found


def _claim(reading: Reading, words: str) -> Claim:
    start = reading.article.text.index(words)
    span = reading.span(start, start + len(words))
    return Claim(
        id=claim_id(reading.article.sha256, (span,)),
        article="article",
        spans=(span,),
        sentence=span,
        form=ClaimForm.NARRATION,
    )


@pytest.mark.parametrize(
    ("text", "word", "kind", "parts"),
    [
        ("Ruritania attacked Freedonia.", "attacked", "ASSAULT", (["ruritania"], ["freedonia"], [])),
        ("Freedonia was attacked by Ruritania.", "attacked", "ASSAULT", (["ruritania"], ["freedonia"], [])),
        ("Ruritania sent missiles to Freedonia.", "sent", "AID", (["ruritania"], ["missiles"], ["freedonia"])),
        ("Ruritania gave Freedonia 12 tanks.", "gave", "OTHER", (["ruritania"], ["12 tanks"], ["freedonia"])),
        ("Missiles have been delivered to Freedonia.", "delivered", "AID", ([], ["Missiles"], ["freedonia"])),
        ("Freedonia was given rifles by Ruritania.", "given", "AID", (["ruritania"], ["rifles"], ["freedonia"])),
        ("Freedonia received rifles from Ruritania.", "received", "AID", (["ruritania"], ["rifles"], ["freedonia"])),
        ("Freedonia bought rifles from Ruritania.", "bought", "OTHER", (["freedonia"], ["rifles"], [])),
        ("Norway called on Ruritania to free Peter Lind.", "free", "YIELD", (["ruritania"], ["peter-lind"], [])),
        ("The court cleared Anna Berg of killing a nurse.", "killing", "ASSAULT", (["anna-berg"], ["a nurse"], [])),
        ("The killing of a nurse by Peter Lind shocked Oslo.", "killing", "ASSAULT", (["peter-lind"], ["a nurse"], [])),
        ("Peter Lind's killing of a nurse shocked Oslo.", "killing", "ASSAULT", (["peter-lind"], ["a nurse"], [])),
        ("Ruritania supplied Freedonia with rifles.", "supplied", "AID", (["ruritania"], ["rifles"], ["freedonia"])),
        ("Ruritania deployed troops in Norway.", "deployed", "MOBILIZE", (["ruritania"], ["troops"], [])),
        ("Anna Berg met with Peter Lind.", "met", "CONSULT", (["anna-berg"], ["peter-lind"], [])),
        (
            "Ruritania and Norway reached an agreement.",
            "reached",
            "AGREE",
            (["ruritania", "norway"], ["an agreement"], []),
        ),
        ("Ruritania signed a treaty with Norway.", "signed", "AGREE", (["ruritania"], ["a treaty"], ["norway"])),
        ("Norway imposed sanctions on Ruritania.", "imposed", "SANCTION", (["norway"], ["sanctions"], ["ruritania"])),
        ("NATO called for a truce.", "called", "REQUEST", (["nato"], ["a truce"], [])),
        ("Two soldiers died in Norway.", "died", "OTHER", ([], ["Two soldiers"], [])),
        ("The soldiers that Ruritania sent arrived.", "sent", "MOBILIZE", (["ruritania"], ["The soldiers"], [])),
        ("The army, which attacked Norway, withdrew.", "attacked", "ASSAULT", (["The army"], ["norway"], [])),
        ("Anna Berg resigned.", "resigned", "YIELD", (["anna-berg"], [], [])),
    ],
)
def test_verbs_have_their_participants(
    tell: Tell, text: str, word: str, kind: str, parts: tuple[list[str], ...]
) -> None:
    told = tell(text)
    assert told[word].type == kind
    assert tuple(told.who(word, role) for role in ("agent", "patient", "recipient")) == parts


@pytest.mark.parametrize(
    ("text", "word", "kind", "agent", "patient"),
    [
        ("Ruritania's deployment of troops led to protests.", "deployment", "MOBILIZE", ["ruritania"], ["troops"]),
        ("They condemned the deployment of Ruritanian troops.", "deployment", "MOBILIZE", [], ["Ruritanian troops"]),
        ("They feared any troop deployment.", "deployment", "MOBILIZE", [], ["troop"]),
        ("A visit to Oslo by Anna Berg was planned.", "visit", "CONSULT", ["anna-berg"], []),
        ("They spoke about talks between Norway and Freedonia.", "talks", "CONSULT", ["norway", "freedonia"], []),
        ("Police reported the arrest of Peter Lind.", "arrest", "COERCE", [], ["peter-lind"]),
        ("They feared Ruritanian transfers of missiles to Freedonia.", "transfers", "AID", ["ruritania"], ["missiles"]),
        ("An attack on Norway by Ruritania began.", "attack", "ASSAULT", ["ruritania"], ["norway"]),
        ("The aid from Norway to Freedonia was late.", "aid", "AID", ["norway"], []),
        ("Talks with Norway on trade began in Oslo.", "Talks", "CONSULT", [], ["norway"]),
        ("Pro-Ruritanian protests spread.", "protests", "PROTEST", [], []),
        ("The execution of the plan began.", "execution", "OTHER", [], ["the plan"]),
        ("The NATO attack began.", "attack", "ASSAULT", ["nato"], []),
    ],
)
def test_nouns_have_their_participants(
    tell: Tell, text: str, word: str, kind: str, agent: list[str], patient: list[str]
) -> None:
    told = tell(text)
    assert told[word].type == kind
    assert told.who(word) == agent
    assert told.who(word, "patient") == patient


@pytest.mark.parametrize(
    ("text", "word", "agent"),
    [
        ("Norway accused Ruritania of sending troops.", "sending", ["ruritania"]),
        ("Norway forced Ruritania to withdraw its troops.", "withdraw", ["ruritania"]),
        ("Ruritania promised Norway to withdraw its troops.", "withdraw", ["ruritania"]),
        ("By sending troops, Ruritania helped Freedonia.", "sending", ["ruritania"]),
        ("Anna Berg visited Oslo and criticized Norway.", "criticized", ["anna-berg"]),
        ("The patrol opened fire, killing two rebels.", "killing", ["The patrol"]),
        ("Ruritania gave Freedonia missiles in exchange for sending troops.", "sending", ["freedonia"]),
        ("Norway resisted calls to send troops.", "send", []),
        ("A bomb killed at least ten people.", "killed", ["A bomb"]),
        ("The blast killed or wounded ten people.", "killed", ["The blast"]),
        ("The soldiers who left Oslo and attacked Norway fled.", "attacked", ["The soldiers"]),
        ("The soldiers who tried to attack Norway fled.", "attack", ["The soldiers"]),
        ("Ruritania made a decision to withdraw its troops.", "withdraw", ["ruritania"]),
        ("Ruritania was accused of attacking Norway.", "attacking", ["ruritania"]),
        ("Ruritania ordered its troops to attack Norway.", "attack", ["its troops"]),
        ("In Oslo, Norway, a patrol captured two men.", "captured", ["a patrol"]),
        ("Ruritania's army, whose attack on Norway failed, withdrew.", "attack", ["Ruritania's army"]),
        ("Two men were arrested and killed by rebels.", "killed", ["rebels"]),
        ("Norway's plan for attacking Oslo failed.", "attacking", ["norway"]),
        ("Norway has plans for attacking Oslo.", "attacking", ["norway"]),
        ("Freedonia was given missiles in exchange for deploying troops.", "deploying", ["freedonia"]),
        ("Norway saw troops attacking Oslo.", "attacking", ["troops"]),
        ("Norway began attacking Oslo.", "attacking", ["norway"]),
        ("There followed an attack on Oslo.", "attack", []),
        ("In Oslo district, Strelsau province, a rebel leader along with two men was detained.", "detained", []),
        ("The operation resulted in six men being killed.", "killed", []),
        ("Anna Berg, along with Peter Lind, criticized NATO.", "criticized", ["anna-berg", "peter-lind"]),
        ("Anna Berg criticized NATO, along with Peter Lind.", "criticized", ["anna-berg", "peter-lind"]),
    ],
)
def test_who_acts_where_no_subject_stands(tell: Tell, text: str, word: str, agent: list[str]) -> None:
    assert tell(text).who(word) == agent


def test_a_pronoun_is_whom_it_stands_for(tell: Tell) -> None:
    told = tell("Anna Berg left. She attacked Norway.", pronouns={"She": "anna-berg"})
    assert told.who("attacked") == ["anna-berg"]


def test_one_person_does_not_do_it_to_himself(tell: Tell) -> None:
    told = tell("Berg said he would help him.", pronouns={"he": "anna-berg", "him": "anna-berg"})
    assert told.who("help") == ["he"]
    assert told.who("help", "patient") == ["him"]


def test_whom_a_coordination_kills_are_all_killed(tell: Tell) -> None:
    told = tell("Police found two men and a woman killed in Oslo.")
    assert [e.patient[0].text for e in told.events if e.predicate.text == "killed"] == ["two men", "a woman"]


def test_a_place_before_an_attack_is_where_it_was(tell: Tell) -> None:
    told = tell("The Norway attack killed two men.")
    assert told.who("attack", "place") == ["norway"]
    assert told.who("attack") == []


def test_two_titled_persons_are_two(tell: Tell) -> None:
    told = tell(
        "Norwegian leader Anna Berg and Ruritanian President Peter Lind signed a partnership treaty in June.",
        June="2024-06",
    )
    assert told.who("signed") == ["anna-berg", "peter-lind"]
    assert told["signed"].when == "2024-06"


def test_a_caption_has_agent_place_and_day(tell: Tell) -> None:
    text = "Leader Anna Berg delivers a speech during the opening of a fair in Oslo, Norway, Thursday, Nov. 21, 2024."
    reading = tell(text, **{"Thursday,_Nov._21,_2024": "2024-11-21"})
    event = reading["delivers"]
    assert reading.who("delivers") == ["anna-berg"]
    assert [p.actor for p in event.place] == ["oslo", "norway"]
    assert event.when == "2024-11-21"


def test_what_is_visited_is_a_place(tell: Tell) -> None:
    told = tell("Anna Berg visited Oslo in May.", May="2024-05")
    assert told.who("visited", "place") == ["oslo"]
    assert told["visited"].when == "2024-05"
    assert told.who("visited", "patient") == []


@pytest.mark.parametrize(
    ("text", "dates", "word", "when"),
    [
        ("Norway said Monday that Ruritania had attacked Freedonia.", {"Monday": "2024-11-18"}, "attacked", None),
        ("Ruritania attacked Freedonia on Monday, Norway said.", {"Monday": "2024-11-18"}, "attacked", "2024-11-18"),
        (
            "Police captured a thief and detained two men yesterday.",
            {"yesterday": "2024-11-21"},
            "captured",
            "2024-11-21",
        ),
        (
            "Police arrested a man suspected of attacks in the city Saturday.",
            {"Saturday": "2024-11-16"},
            "arrested",
            "2024-11-16",
        ),
        ("The leaders met in June, during the visit of Anna Berg.", {"June": "2024-06"}, "visit", "2024-06"),
        ("After Monday's attack, troops left.", {"Monday": "2024-11-18"}, "attack", "2024-11-18"),
        ("After Monday's attack, troops left.", {"Monday": "2024-11-18"}, "left", None),
        ("The talks took place on Monday.", {"Monday": "2024-11-18"}, "talks", "2024-11-18"),
        ("A patrol killed two rebels on Monday before leaving for Oslo.", {"Monday": "2024-11-18"}, "leaving", None),
    ],
)
def test_dates_belong_to_their_clause(
    tell: Tell, text: str, dates: dict[str, str], word: str, when: str | None
) -> None:
    assert tell(text, **dates)[word].when == when


def test_the_lead_after_a_dated_dateline_is_about_that_day(tell: Tell) -> None:
    dates = {"May 3, 2011": "2011-05-03"}
    assert tell("OSLO, Norway (May 3, 2011) — A patrol killed two rebels.", **dates)["killed"].when == "2011-05-03~"
    assert (
        tell("OSLO, Norway (May 3, 2011)\nTwo rebels were killed. Others fled.", **dates)["killed"].when
        == "2011-05-03~"
    )
    said = tell("OSLO, Norway (May 3, 2011) — Patrols kill rebels.", **dates)
    assert said["kill"].when is None


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("A patrol killed a rebel leader and two men. Prior to his death, the leader was wanted.", ["kill", "kill"]),
        ("Police detained one suspect. The suspect was detained in a mosque.", ["detain"]),
        ("Police detained two men. Three other men were arrested later.", ["detain", "arrest"]),
        ("Police arrested a leader. Police also detained one suspect.", ["arrest", "detain"]),
        ("No civilians were killed.", []),
        ("An operation to arrest a rebel leader began.", []),
        ("He tried to evade capture.", []),
        ("Three rebels opened fire. The patrol fired back, killing three rebels. Three rebels were killed.", ["kill"]),
        ("Police seized 12 rifles and detained two men.", ["seize property", "detain"]),
        ("The leader was captured along with two men.", ["capture", "capture"]),
        ("The raid resulted in two men being killed.", ["kill"]),
        ("The detained men were rebels.", []),
        ("On Monday two men were killed. On Friday two men were killed.", ["kill", "kill"]),
    ],
)
def test_the_same_people_are_counted_once(tell: Tell, text: str, lemmas: list[str]) -> None:
    dates = {d: e for d, e in (("Monday", "2024-11-18"), ("Friday", "2024-11-22")) if d in text}
    harm = {"kill", "die", "death", "detain", "capture", "arrest", "seize property"}
    assert [e.predicate.lemma for e in tell(text, **dates).events if e.predicate.lemma in harm] == lemmas


def test_a_headline_tells_what_the_body_tells(read_text: Callable[..., Reading]) -> None:
    reading = read_text("Two rebels killed\n\nA patrol killed two rebels near Oslo.", headline=True)
    cast = cast_of(reading, {}, {})
    found = find_events(reading, cast, (), cast.figures, ())
    assert [e.predicate.start > 20 for e in found if e.predicate.lemma == "kill"] == [True]


def test_the_innermost_claim_carries_the_event(tell: Tell) -> None:
    text = "Norway said Ruritania attacked Freedonia."
    told = tell(text, claims=(text, "Ruritania attacked Freedonia"))
    alone = tell(text, claims=(text,))
    assert told["attacked"].claim not in (None, alone["attacked"].claim)


@pytest.mark.parametrize(
    ("text", "word", "sure"),
    [
        ("Norway resisted calls to send troops.", "send", {"Uu", "CT-"}),
        ("Norway, which has resisted calls to send weapons to Freedonia, waited.", "send", {"Uu", "CT-"}),
        ("Any troop deployment would be legal.", "deployment", {"Uu", "PS+", "PR+"}),
        ("Norway denied that it had sent troops.", "sent", {"CT-"}),
        ("They want to end the war.", "war", {"CT+"}),
        ("They want to talk after the attack.", "attack", {"CT+"}),
        ("They called for the release of two men.", "release", {"Uu"}),
        ("Norway sent troops.", "sent", {"CT+"}),
        ("To attack Oslo would be wrong.", "attack", {"Uu"}),
        ("The missiles, to be delivered to Norway, were old.", "delivered", {"Uu"}),
        ("Ruritania was accused of attacking Norway.", "attacking", {"Uu", "PR+", "PS+"}),
        ("Peter Lind was charged with killing two men.", "killing", {"Uu", "PR+", "PS+"}),
    ],
)
def test_what_is_not_told_as_fact_is_none(tell: Tell, text: str, word: str, sure: set[str]) -> None:
    assert tell(text)[word].factuality in sure


def test_a_claim_is_asked_for_by_its_cue(read_text: Callable[..., Reading]) -> None:
    reading = read_text("Norway denied that Ruritania had attacked Freedonia.")
    claim = _claim(reading, "Ruritania had attacked Freedonia")
    cue = Cue(start=7, end=13, text="denied", lemma="deny")
    cast = cast_of(reading, {}, {})
    found = Told(find_events(reading, cast, (), (), (replace(claim, cue=cue),)))
    assert found["attacked"].claim == claim.id
    assert found["attacked"].factuality is Factuality.CERTAIN_NOT


def test_a_dateline_is_no_part_of_its_sentence(read_text: Callable[..., Reading]) -> None:
    reading = read_text("OSLO, Norway (AP) — Ruritania sent troops. U.S.-Norway talks began.")
    assert [s.text for s in reading.sentences()][:2] == ["OSLO, Norway (AP) —", "Ruritania sent troops."]


def test_what_takes_place_is_told_by_its_noun(tell: Tell) -> None:
    told = tell("A meeting took place in Oslo. In case of need they helped keep schools open.")
    assert "took" not in told
    assert "case" not in told
    assert all(e.type != "AID" for e in told.events)


def test_negation_is_no_happening(tell: Tell) -> None:
    assert tell("Ruritania did not attack Freedonia.")["attack"].factuality is Factuality.CERTAIN_NOT


@pytest.mark.parametrize("text", ["", " ", "!!!", "Who?", "Killed killed killed", "of of of", "\n\n", "2024", "—"])
def test_nothing_is_found_in_nothing(tell: Tell, text: str) -> None:
    assert all(e.predicate.text in text for e in tell(text).events)


_WORDS = [
    "Ruritania",
    "Oslo",
    "and",
    "killed",
    "attack",
    "of",
    "the",
    "two men",
    "sent",
    "to",
    "that",
    "by",
    ",",
    ".",
    "“",
    "which",
    "he",
    "visit",
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join)))
def test_any_text_gives_true_spans(read_text: Callable[..., Reading], text: str) -> None:
    reading = read_text(text)
    cast = cast_of(reading, {}, {})
    events = find_events(reading, cast, cast.dates, cast.figures, ())
    named = {m.actor: Actor(slug=m.actor, name=m.text, kind=m.kind) for m in cast.mentions if m.actor is not None}
    facts = Facts(
        article=reading.article,
        mentions=cast.mentions,
        actors=tuple(named.values()),
        quantities=cast.figures,
        events=events,
    )
    assert list(verify(facts)) == []
    assert all(p.text.strip() for e in events for p in (*e.agent, *e.patient, *e.recipient, *e.place))
