"""Events whose parties are easily swapped, and days that are another event's."""

from collections.abc import Callable

import pytest

from generator.model import Event, Facts

pytestmark = pytest.mark.model

Extract = Callable[..., Facts]


def _event(facts: Facts, word: str) -> Event:
    return next(e for e in facts.events if e.predicate.text == word)


@pytest.mark.parametrize(
    ("text", "word", "agent", "patient", "recipient"),
    [
        ("Norway lost the final to Sweden.", "lost", ["Norway"], ["the final"], ["Sweden"]),
        ("Norway was beaten by Sweden in the final.", "beaten", ["Sweden"], ["Norway"], []),
        ("Norway's defeat of Sweden surprised everyone.", "defeat", ["Norway"], ["Sweden"], []),
        ("Norway's defeat by Sweden surprised everyone.", "defeat", ["Sweden"], ["Norway"], []),
        ("Sweden's invasion by Norway failed.", "invasion", ["Norway"], ["Sweden"], []),
        ("Norway's attack on Sweden failed.", "attack", ["Norway"], ["Sweden"], []),
        ("Anna Berg was succeeded by Peter Lind as mayor.", "succeeded", ["Peter Lind"], ["Anna Berg"], []),
        ("The bank robbed by Peter Lind closed.", "robbed", ["Peter Lind"], ["The bank"], []),
        ("Peter Lind was killed by mistake by soldiers.", "killed", ["soldiers"], ["Peter Lind"], []),
        ("The man by whom Peter Lind was shot fled.", "shot", ["The man"], ["Peter Lind"], []),
        ("The man who was shot by Peter Lind died.", "shot", ["Peter Lind"], ["The man"], []),
        ("A man charged with the murder of Peter Lind fled.", "charged", [], ["A man"], []),
        ("Norway rather than Sweden attacked Finland.", "attacked", ["Norway"], ["Finland"], []),
        ("They left without Anna Berg having signed the contract.", "signed", ["Anna Berg"], ["the contract"], []),
        ("The discovery was made not by Peter Lind but by two students.", "made", [], ["The discovery"], []),
        ("The officer who Reyes shot died.", "shot", ["Reyes"], ["The officer"], []),
        ("Had the wall not collapsed in May, Anna Berg would have stayed.", "collapsed", [], ["the wall"], []),
        ("An attack by the army with knives began.", "attack", ["the army"], [], []),
        ("Norway accused Sweden of breaking the truce, which Sweden denied.", "denied", ["Sweden"], [], []),
        ('"Please attack Norway," Anna Berg said.', "attack", [], ["Norway"], []),
        ("The threat of war grew.", "threat", [], [], []),
        ("No fewer than ten men were killed by rebels.", "killed", ["rebels"], ["No fewer than ten men"], []),
        ("The mayor resigned and left the town.", "resigned", ["The mayor"], [], []),
        ("The soldiers killed or wounded ten men.", "killed", ["The soldiers"], ["ten men"], []),
    ],
)
def test_who_did_it_to_whom(
    extract_text: Extract, text: str, word: str, agent: list[str], patient: list[str], recipient: list[str]
) -> None:
    event = _event(extract_text(text), word)
    told = tuple([p.text for p in role] for role in (event.agent, event.patient, event.recipient))
    assert told == (agent, patient, recipient)


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("The mayor said on Monday that the bridge had collapsed.", "collapsed", None),
        ("Police said on Monday they arrested a man on Sunday.", "arrested", "2024-11-17"),
        ("The mayor announced on Monday the sale of the port.", "sale", None),
        ("The mayor announced on Monday the sale of the port.", "announced", "2024-11-18"),
        ("Norway condemned the attack on Finland on Monday.", "attack", None),
        ("Norway condemned Monday's attack.", "attack", "2024-11-18"),
        ("After the attack on Monday, Norway closed the border.", "attack", "2024-11-18"),
        ("Norway agreed on Monday to send troops.", "send", None),
        ("Norway began on Monday to send troops.", "send", "2024-11-18"),
        ("The firm will close the mine by Easter.", "close", "../2025-04-20"),
        ("The army left the town by Monday.", "left", None),
        ("The army attacked the town until Monday.", "attacked", None),
        ("The army has attacked the town since Monday.", "attacked", "2024-11-18/.."),
        ("Rovers, beaten by City last week, beat United.", "beat", None),
        ("Anna Berg won the March election.", "election", "2024-03"),
        ("The army left on Monday. That night the rebels attacked the town.", "attacked", "2024-11-18"),
        ("The 1995 killing of Peter Lind was never solved.", "killing", "1995"),
    ],
)
def test_whose_day_it_is(extract_text: Extract, text: str, word: str, when: str | None) -> None:
    assert _event(extract_text(text), word).when == when


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Sweden denied breaking the truce.", "truce", "Uu"),
        ("Sweden denied breaking the truce.", "breaking", "CT-"),
        ("Peter Lind denied the murder of a nurse.", "murder", "Uu"),
        ("Lawmakers failed to override the mayor's veto.", "veto", "Uu"),
        ("Sweden did not win the vote.", "vote", "CT-"),
        ("Sweden cancelled the attack.", "attack", "CT-"),
    ],
)
def test_a_known_thing_is_not_undone_with_what_is_not_done_to_it(
    extract_text: Extract, text: str, word: str, value: str
) -> None:
    assert _event(extract_text(text), word).factuality == value


@pytest.mark.parametrize(
    ("text", "word", "agent", "patient"),
    [
        ("First Aurora liner delivered in Oslo.", "delivered", [], ["First Aurora liner"]),
        ("There have been two million copies of it sold in six weeks.", "sold", [], ["two million copies of it"]),
        ("The ferry sank in May.", "sank", [], ["The ferry"]),
        ("It was Anna Berg, not Peter Lind, who sold the ferry.", "sold", ["Anna Berg"], ["the ferry"]),
        ("The shipyard sold two ferries.", "sold", ["The shipyard"], ["two ferries"]),
        ("She sold well in May.", "sold", ["She"], []),
    ],
)
def test_a_thing_without_an_object_undergoes_what_is_done(
    extract_text: Extract, text: str, word: str, agent: list[str], patient: list[str]
) -> None:
    event = _event(extract_text(text), word)
    assert ([x.text for x in event.agent], [x.text for x in event.patient]) == (agent, patient)


def test_a_name_before_a_noun_of_trade_or_travel_does_not_act(extract_text: Extract) -> None:
    visit = _event(extract_text("The Norway visit of the crew ended in May."), "visit")
    assert "Norway" not in [x.text for x in visit.agent]
    takeover = _event(extract_text("The Northwind takeover failed in May, Northwind said."), "takeover")
    assert takeover.agent == ()
