"""Actors, dates and figures found by plain words, so that tests of events hang on nothing else that reads them."""

import re
from dataclasses import dataclass

from generator.extraction.reading import Reading
from generator.model import Actor, ActorKind, Claim, DateMention, Facts, Grain, Mention, MentionForm, Quantity

NAMES = {
    "Ruritania": ActorKind.STATE,
    "Freedonia": ActorKind.STATE,
    "Ruritanian": ActorKind.PEOPLE,
    "Strelsau": ActorKind.PLACE,
    "Norway": ActorKind.STATE,
    "Oslo": ActorKind.PLACE,
    "Anna Berg": ActorKind.PERSON,
    "Peter Lind": ActorKind.PERSON,
    "Berg": ActorKind.PERSON,
    "the Red Cross": ActorKind.ORGANIZATION,
    "NATO": ActorKind.ORGANIZATION,
}
SLUGS = {"Ruritanian": "ruritania", "Berg": "anna-berg"}
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "12": 12}
_FIGURE = re.compile(rf"\b({'|'.join(_NUMBERS)}) (?:[a-z]+ )?[a-z]+s\b|\btwo men\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Cast:
    """What the article's names, dates and figures are, as `find_events` wants them."""

    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    dates: tuple[DateMention, ...]
    figures: tuple[Quantity, ...]


def cast_of(reading: Reading, dated: dict[str, str], pronouns: dict[str, str]) -> Cast:
    """The cast of a text: `dated` gives the EDTF of each date expression, `pronouns` whom a pronoun stands for."""
    text = reading.article.text
    names = "|".join(sorted(map(re.escape, NAMES), key=lambda n: (-len(n), n)))
    mentions = [
        Mention(start=m.start(), end=m.end(), text=m[0], form=MentionForm.NAME, kind=NAMES[m[0]], actor=_slug(m[0]))
        for m in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text)
    ]
    mentions += [
        Mention(start=m.start(), end=m.end(), text=m[0], form=MentionForm.PRONOUN, kind=ActorKind.PERSON, actor=actor)
        for word, actor in pronouns.items()
        for m in re.finditer(rf"\b{word}\b", text)
    ]
    return Cast(
        mentions=tuple(sorted(mentions, key=lambda m: m.start)),
        actors=(),
        dates=tuple(_date(reading, words, edtf) for words, edtf in dated.items()),
        figures=tuple(_figure(m) for m in _FIGURE.finditer(text)),
    )


def _slug(name: str) -> str:
    return SLUGS.get(name, name.lower().removeprefix("the ").replace(" ", "-"))


def _date(reading: Reading, words: str, edtf: str) -> DateMention:
    start = reading.article.text.index(words)
    grain = {10: Grain.DAY, 7: Grain.MONTH, 4: Grain.YEAR}[len(edtf)]
    return DateMention(start=start, end=start + len(words), text=words, edtf=edtf, grain=grain, rule="test")


def _figure(match: re.Match[str]) -> Quantity:
    number = _NUMBERS[match[0].split()[0].lower()]
    return Quantity(start=match.start(), end=match.end(), text=match[0], low=number, high=number)


def attributed(facts: Facts) -> list[Claim]:
    """The claims that somebody is said to say or think."""
    return [c for c in facts.claims if c.speakers or c.cue]
