"""`seeds/curation/`: what people decided. Every file is optional, and strict in what it takes.

actors.yml, a list; `name` alone is needed:

    - name: Shin Wonsik
      kind: person              # person, organization, state, place, people, weapon, facility, event, work, other
      names: [Shin Won-sik]     # other names that are his, whatever the machine thinks
      not_names: [Shin Hyun-woo]
      roles: [National Security Director]
      state: KR                 # ISO 3166-1 alpha-2
      ids: {wikidata: Q884}

topics.yml, a list; `name` alone is needed:

    - name: Sanctions
      description: One sentence.
      words: [sanction, embargo, asset freeze]      # one of them must stand in a claim; compared by stem
      actors: [Russia, North Korea]                 # all of whom a claim must name; none by default
      iptc: medtop:20000607

publishers.yml, a list; `name` alone is needed:

    - name: Associated Press
      names: [AP]
      owner: a cooperative of its members
      reliability: A            # Admiralty, A to F; F (cannot be judged) by default

judgements.yml, a list; every key is needed:

    - claim: c0123456789ab
      verdict: accepted         # accepted, corrected, rejected, unsure
      who: A. Editor
      date: 2024-11-23
      why: The recording says so.
"""

import re
from datetime import date
from pathlib import Path
from typing import TypeVar

from generator.errors import CurationError
from generator.model import ActorRule, Curation, Judgement, PublisherRule, TopicRule
from generator.sources.dates import DateError, after, from_stated, latest_day
from generator.sources.strict import Strict, load

Rule = ActorRule | TopicRule | PublisherRule | Judgement
T = TypeVar("T", bound=Rule)

_FOLDER = Path("seeds") / "curation"
_FILES = ("actors", "topics", "publishers", "judgements")
_REMEDY = "What a curation file may hold stands in docs/project/curation.md."
_IPTC = re.compile(r"medtop:\d{8}")


def load_curation(root: Path, *, today: date | None = None) -> Curation:
    """What people decided, from the root's `seeds/curation/`; empty where nothing is there.

    Args:
        root: The dossier's folder.
        today: No judgement can be of a later date; None for the day it is where it is latest.

    Raises:
        CurationError: A file cannot be read, or a key or value is not one that is known; with its line.
    """
    _refuse_others(root)
    found = {
        name: load(root / _FOLDER / f"{name}.yml", root=root, error=CurationError, remedy=_REMEDY) for name in _FILES
    }
    judgements = _rules(found["judgements"], Judgement)
    _refuse_undone(judgements, found["judgements"], today or latest_day())
    return Curation(
        actors=_rules(found["actors"], ActorRule),
        topics=_rules(found["topics"], TopicRule) if found["topics"] is not None else None,
        publishers=_rules(found["publishers"], PublisherRule),
        judgements=judgements,
    )


def _refuse_undone(judgements: tuple[Judgement, ...], found: Strict | None, today: date) -> None:
    """A judgement that lies ahead was made by nobody, and would outlive all that are made until then."""
    for i, judgement in enumerate(judgements):
        if found is not None and after(from_stated(judgement.date), today):
            found.refuse((i, "date"), f"date {judgement.date!r} lies in the future")


def _refuse_others(root: Path) -> None:
    """A misspelt file would be judgements that no one hears of."""
    folder = root / _FOLDER
    if not folder.is_dir():
        if folder.is_symlink() or folder.exists():
            raise CurationError("is in the way: it has to be a folder", path=_FOLDER.as_posix(), remedy=_REMEDY)
        return
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.suffix.lower() in (".yml", ".yaml") and path.name not in {f"{n}.yml" for n in _FILES}:
            shown = path.relative_to(root).as_posix()
            load(path, root=root, error=CurationError, remedy=_REMEDY)
            known = ", ".join(f"{n}.yml" for n in _FILES)
            raise CurationError("not a curation file by its name", path=shown, line=1, remedy=f"Known are {known}.")


def _rules(found: Strict | None, kind: type[T]) -> tuple[T, ...]:
    if found is None or found.document.value is None:
        return ()
    if not isinstance(found.document.value, list):
        found.refuse((), "the file is not a list: begin each item with `- `")
    told: list[T] = []
    seen: dict[str, int] = {}
    for i, item in enumerate(found.document.value):
        rule = found.convert(kind, _prepared(item), (i,))
        texts = _texts(rule)
        for key, text in texts.items():
            if not text.strip():
                found.refuse((i, key), f"{key} is empty")
        (key, text), name = next(iter(texts.items())), _identity(rule)
        if name in seen:
            found.refuse((i, key), f"{text!r} stands there twice; item {seen[name]} has it already")
        seen[name] = i + 1
        fault = _fault(rule)
        if fault is not None:
            found.refuse((i, fault[0]), fault[1])
        told.append(rule)
    return tuple(told)


def _texts(rule: Rule) -> dict[str, str]:
    """What the rule may not leave blank, by its keys; first what it is a rule of."""
    if isinstance(rule, Judgement):
        return {"claim": rule.claim, "who": rule.who, "why": rule.why}
    return {"name": rule.name}


def _identity(rule: Rule) -> str:
    """What may stand only once: a name; one person's judgement of a claim on one day, for people change their minds."""
    told = (rule.claim, rule.date, rule.who) if isinstance(rule, Judgement) else (rule.name,)
    return "\n".join(told).casefold()


def _prepared(item: object) -> object:
    """External ids are written as a mapping and kept as pairs."""
    if isinstance(item, dict) and isinstance(item.get("ids"), dict):
        return {**item, "ids": sorted(item["ids"].items())}
    return {} if item is None else item


def _fault(rule: Rule) -> tuple[str, str] | None:
    """The key whose value is not one that it may have, and what is wrong with it; None if all are fine."""
    match rule:
        case ActorRule(state=str(state)) if not re.fullmatch(r"[A-Z]{2}", state):
            return "state", f"state {state!r} is not two capital letters, such as KR"
        case PublisherRule(reliability=letter) if not re.fullmatch(r"[A-F]", letter):
            return "reliability", f"reliability {letter!r} is not one of A B C D E F"
        case TopicRule(iptc=str(code)) if not _IPTC.fullmatch(code):
            return "iptc", f"iptc {code!r} is no code such as medtop:16000000"
        case TopicRule(name=name, words=(), actors=()):
            return "name", f"topic {name!r} has neither words nor actors, so that no claim could be about it"
        case Judgement(date=day):
            try:
                from_stated(day)
            except DateError as fault:
                return "date", f"date {day!r} {fault}"
    return None
