"""Words of many senses: what they are taken for among their neighbours."""

import pytest

from generator.extraction.events.lexicon import load_lexicon
from generator.extraction.events.senses import _HEADS, _SETTINGS
from generator.model import EventType
from tests.extraction.test_events import Tell, tell

__all__ = ["tell"]

_TESTED = pytest.mark.parametrize


@pytest.mark.model
@_TESTED(
    ("text", "word", "kind"),
    [
        ("The union's strike over pay began Monday.", "strike", "PROTEST"),
        ("Dock workers went on strike.", "strike", "PROTEST"),
        ("Workers struck over pay.", "struck", "PROTEST"),
        ("An Oslo bus strike ended.", "strike", "PROTEST"),
        ("Pilots launched a strike over pay.", "launched", "PROTEST"),
        ("Pilots began a strike against the airline.", "began", "PROTEST"),
        ("Staff walked out over pay.", "walked", "PROTEST"),
        ("The strike ended. The union had asked for a raise for workers.", "strike", "PROTEST"),
        ("The strike ended.", "strike", "OTHER"),
        ("The strike killed two men.", "strike", "ASSAULT"),
        ("Ruritania launched strikes on Oslo.", "launched", "ASSAULT"),
        ("Ruritania's air strikes hit Oslo.", "strikes", "ASSAULT"),
        ("Norway and Freedonia struck a deal.", "struck", "AGREE"),
        ("Anna Berg shot a film in Oslo.", "shot", "OTHER"),
        ("A gunman shot Peter Lind.", "shot", "ASSAULT"),
        ("Anna Berg beat Peter Lind in the final.", "beat", "OTHER"),
        ("Police beat two men.", "beat", "ASSAULT"),
        ("Peter Lind was charged with murder.", "charged", "ACCUSE"),
        ("The bank charged customers a fee of 5 euros.", "charged", "OTHER"),
        ("Anna Berg attacked Peter Lind over the budget.", "attacked", "ACCUSE"),
        ("Anna Berg attacked the government's plan.", "attacked", "ACCUSE"),
        ("Hackers attacked the bank's website.", "attacked", "COERCE"),
        ("Ruritania attacked Freedonia.", "attacked", "ASSAULT"),
        ("Peter Lind died of a heart attack.", "attack", "OTHER"),
        ("Anna Berg executed the plan.", "executed", "OTHER"),
        ("Ruritania executed two men.", "executed", "ASSAULT"),
        ("A storm killed ten people.", "killed", "OTHER"),
        ("Ten people were killed in a crash.", "killed", "OTHER"),
        ("A blast at a mill killed ten people.", "killed", "OTHER"),
        ("The rebels' blast killed ten people.", "killed", "ASSAULT"),
        ("Shelling killed two men in Oslo.", "Shelling", "ASSAULT"),
        ("Five people were killed and ten injured in Norway when a bus overturned.", "killed", "OTHER"),
        ("Five people were killed and ten injured when a bus overturned.", "injured", "OTHER"),
        ("Two soldiers were killed in Norway.", "killed", "ASSAULT"),
        ("A car bomb killed ten people.", "killed", "ASSAULT"),
        ("Anna Berg was killed when her car hit a tree.", "killed", "OTHER"),
        ("The film bombed at the box office.", "bombed", "OTHER"),
        ("Firefighters battled a blaze in Oslo.", "battled", "OTHER"),
        ("The two parties clashed over the budget.", "clashed", "OTHER"),
        ("Police clashed with protesters in Oslo.", "clashed", "ASSAULT"),
        ("A gas explosion injured two men.", "explosion", "OTHER"),
        ("The trade war hurt Norway.", "war", "OTHER"),
        ("The Red Cross demonstrated its commitment.", "demonstrated", "OTHER"),
        ("Thousands demonstrated in Oslo.", "demonstrated", "PROTEST"),
        ("Shares rallied on Monday.", "rallied", "OTHER"),
        ("Norway met the deadline.", "met", "OTHER"),
        ("Anna Berg met Peter Lind.", "met", "CONSULT"),
        ("The company deployed new software.", "deployed", "OTHER"),
        ("Regular exercise helps.", "exercise", "OTHER"),
        ("Ruritania held military exercises near Oslo.", "held", "MOBILIZE"),
        ("The company launched a new vehicle.", "launched", "OTHER"),
        ("Norway sold Freedonia fighter jets.", "sold", "AID"),
        ("Norway captured the title.", "captured", "OTHER"),
        ("The drug trial began.", "trial", "OTHER"),
        ("Norway will fight climate change.", "fight", "OTHER"),
    ],
)
def test_a_word_is_read_among_its_neighbours(tell: Tell, text: str, word: str, kind: str) -> None:
    assert tell(text)[word].type == kind


@pytest.mark.model
def test_who_is_under_sanctions_suffers_them(tell: Tell) -> None:
    assert tell("Norway and Ruritania are under rafts of sanctions.").who("sanctions", "patient") == [
        "norway",
        "ruritania",
    ]
    assert tell("Norway faces sanctions.").who("sanctions", "patient") == ["norway"]
    assert tell("They oppose Norway's sanctions.").who("sanctions", "patient") == []


@pytest.mark.model
def test_sanctions_that_are_opposed_are_there(tell: Tell) -> None:
    told = tell("It obligates both states to cooperate to oppose Western sanctions.")
    assert told["sanctions"].factuality == "CT+"
    assert told.who("sanctions") == ["Western"]
    assert told.who("sanctions", "patient") == []


@pytest.mark.model
def test_who_poses_at_a_signing_signs(tell: Tell) -> None:
    text = (
        "Anna Berg and Peter Lind pose for a photo during a signing ceremony of the new pact in Oslo, on June 19, 2024."
    )
    told = tell(text, **{"June_19,_2024": "2024-06-19"})
    assert told["ceremony"].type == "AGREE"
    assert told["ceremony"].when == "2024-06-19"
    assert told.who("ceremony") == ["anna-berg", "peter-lind"]
    assert told.who("ceremony", "patient") == ["the new pact"]


@pytest.mark.model
def test_gatherings_have_who_acts_at_them(tell: Tell) -> None:
    assert tell("Anna Berg gave a speech at a conference in Oslo.").who("conference") == ["anna-berg"]
    assert tell("Anna Berg was criticized at a conference in Oslo.").who("conference") == []


@pytest.mark.model
def test_whom_worries_are_about_is_no_place_of_voicing(tell: Tell) -> None:
    told = tell("Norway voiced worries about possible Ruritanian transfers of missiles to Freedonia.")
    assert told.who("transfers", "recipient") == ["freedonia"]
    assert told["transfers"].factuality == "PS+"
    assert told.who("voiced", "place") == []


@pytest.mark.model
def test_who_is_eager_is_who_would(tell: Tell) -> None:
    assert tell("Anna Berg was eager to visit Oslo.").who("visit") == ["anna-berg"]


@pytest.mark.model
@_TESTED(
    ("text", "word", "when"),
    [
        ("Anna Berg criticized Norway's support of Freedonia in May.", "support", None),
        ("Anna Berg criticized Norway's support of Freedonia in May.", "criticized", "2024-05"),
        ("When asked about the deployment of troops in May, Anna Berg deflected the question.", "deflected", "2024-05"),
        ("If the talks last beyond May, Norway will leave.", "talks", None),
    ],
)
def test_a_deed_of_others_has_a_time_of_its_own(tell: Tell, text: str, word: str, when: str | None) -> None:
    assert tell(text, May="2024-05")[word].when == when


def test_the_rules_ask_for_what_there_is() -> None:
    lexicon = load_lexicon()
    known = {*lexicon.fields, "someone", "place", ""}
    for rules in (*lexicon.verb_senses.values(), *lexicon.noun_senses.values()):
        for kind, *tests in (rule.split() for rule in rules):
            assert EventType(kind)
            for name, _, field in (test.partition(":") for test in tests):
                assert name in _SETTINGS or name in _HEADS
                assert field in known or name in ("after", "no", "has")
