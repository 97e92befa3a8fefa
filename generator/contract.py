"""The facts contract (`docs/project/facts.md`) in JSON: writing it, reading it strictly, and proving its evidence.

The layout of a facts file puts every claim, mention, date ... on a line of its own, so that a diff of two
extractions reads as a list of what changed.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from generator import edtf
from generator.errors import FactsError, SiteError
from generator.model import Dossier, Explanation, Facts, Link, Story
from generator.model.changes import SCHEMA as CHANGES
from generator.model.changes import History
from generator.model.facts import SCHEMA
from generator.proof import claim_id, verify

__all__ = [
    "Json",
    "claim_id",
    "dossier_to_json",
    "dump_file",
    "dump_history",
    "dump_line",
    "dump_suggestions",
    "explanation_to_json",
    "facts_from_json",
    "facts_to_json",
    "load_file",
    "load_history",
    "story_to_json",
    "verify",
]

Json = dict[str, Any]

_REGENERATION = re.compile("[0-9a-f]{32}")
_REMEDY = "Delete the file and run `dossier extract` to make it anew."


def facts_to_json(facts: Facts) -> Json:
    """The facts as the contract's object, of plain dicts, lists, strings and numbers."""
    told: Json = {"schema": SCHEMA, **_plain(facts)}
    for item in (*told["claims"], *told["events"]):
        del item["article"]
    if facts.extractor is None:
        del told["extractor"]
    return told


def explanation_to_json(explanation: Explanation) -> Json:
    """How an article was read, as `dossier explain --json` prints it: its facts, and what led to them."""
    return {
        "schema": "dossier/explanation/1",
        "facts": facts_to_json(explanation.facts),
        **{name: _plain(getattr(explanation, name)) for name in ("sentences", "notes", "votes", "removed")},
    }


def _plain(value: object) -> Any:  # noqa: ANN401 - JSON's own values
    """The value in JSON's own kinds: what msgspec leaves as tuples becomes lists."""
    return _listed(msgspec.to_builtins(value))


def _listed(value: Any) -> Any:  # noqa: ANN401 - JSON's own values
    if isinstance(value, dict):
        return {key: _listed(inner) for key, inner in value.items()}
    return [_listed(inner) for inner in value] if isinstance(value, list | tuple) else value


def facts_from_json(data: object, *, path: str) -> Facts:
    """The facts that a contract's object holds.

    Raises:
        FactsError: It does not keep to the contract, or its evidence does not stand in its text.
    """
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        found = data.get("schema") if isinstance(data, dict) else type(data).__name__
        raise FactsError(f"schema is {found!r}, not {SCHEMA!r}", path=path, remedy=_REMEDY)
    article = data.get("article")
    identity = article.get("id") if isinstance(article, dict) else None
    told = {k: v for k, v in data.items() if k != "schema"}
    for name in ("claims", "events"):
        items = told.get(name)
        if isinstance(items, list):
            told[name] = [{**x, "article": identity} if isinstance(x, dict) else x for x in items]
    try:
        facts = msgspec.convert(told, Facts, strict=True)
    except msgspec.ValidationError as error:
        raise FactsError(str(error), path=path, remedy=_REMEDY) from error
    for fault in verify(facts):
        raise FactsError(fault, path=path, remedy=_REMEDY)
    return facts


def dump_line(value: Json) -> str:
    """One JSON object on one line, for JSON Lines; ends without a line feed."""
    return (
        json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def dump_file(facts: Facts) -> bytes:
    """The facts as the bytes of a file under seeds/facts/: every item of a list on a line of its own."""
    return _laid_out(facts_to_json(facts)).encode("utf-8", "backslashreplace")


def _laid_out(told: Json) -> str:
    parts = []
    for key, value in told.items():
        if isinstance(value, list) and value:
            body = "[\n  " + ",\n  ".join(dump_line(x) for x in value) + "\n ]"
        else:
            body = dump_line(value)
        parts.append(f' "{key}": {body}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def load_file(data: bytes, *, path: str) -> Facts:
    """The facts in the bytes of a file under seeds/facts/.

    Raises:
        FactsError: Not JSON (with line and column), not the contract, or false evidence.
    """
    try:
        told = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise FactsError(f"not UTF-8 at byte {error.start}", path=path, remedy=_REMEDY) from error
    except json.JSONDecodeError as error:
        raise FactsError(
            f"not JSON: {error.msg} at column {error.colno}", path=path, line=error.lineno, remedy=_REMEDY
        ) from error
    except ValueError as error:  # a number of more figures than Python reads
        raise FactsError(f"not JSON that can be read: {error}", path=path, remedy=_REMEDY) from error
    except RecursionError as error:
        raise FactsError("not JSON that can be read: nested too deep", path=path, remedy=_REMEDY) from error
    return facts_from_json(told, path=path)


def dossier_to_json(dossier: Dossier) -> Json:
    """The whole dossier as the contract's `dossier/1` document."""
    facts = [facts_to_json(f) for f in dossier.facts]
    return {
        "schema": "dossier/1",
        "title": dossier.settings.title,
        "articles": [f["article"] for f in facts],
        "actors": [_plain(a) for a in dossier.actors],
        "topics": [_plain(t) for t in dossier.topics],
        "roles": [_plain(r) for r in dossier.roles],
        "claims": [{"article": f["article"]["id"], **c} for f in facts for c in f["claims"]],
        "events": [{"article": f["article"]["id"], **e} for f in facts for e in f["events"]],
        "findings": [_ranged(f) for f in _plain(dossier.findings)],
        "links": [_link(x) for x in dossier.links],
        "stories": [_story(s) for s in _plain(dossier.stories)],
        "copies": _plain(dossier.copies),
        "superseded": _plain(dossier.superseded),
        "happenings": [_ranged(h) for h in _plain(dossier.happenings)],
        "suggestions": _plain(dossier.suggestions),
    }


def dump_suggestions(dossier: Dossier) -> bytes:
    """What people are asked to decide, as the bytes of `docs/assets/suggestions.json`: a line for each pair of actors.

    It holds each actor's names and the articles that name it, so that a reviewer knows where to look.
    """
    by_slug = {a.slug: a for a in dossier.actors}
    wanted = {slug for s in dossier.suggestions for slug in (s.one, s.other)}
    named: dict[str, dict[str, None]] = {}
    for facts in dossier.facts:
        for mention in facts.mentions:
            if mention.actor in wanted:
                named.setdefault(mention.actor or "", {})[facts.article.id] = None

    def told(slug: str) -> Json:
        actor = by_slug[slug]
        return {
            "slug": slug,
            "name": actor.name,
            "kind": actor.kind,
            "aliases": list(actor.aliases),
            "articles": list(named.get(slug, ())),
        }

    pairs = [{"reason": s.reason, "one": told(s.one), "other": told(s.other)} for s in dossier.suggestions]
    return _laid_out({"schema": "dossier/suggestions/1", "suggestions": pairs}).encode("utf-8", "backslashreplace")


def dump_history(history: History) -> bytes:
    """The history as the bytes of `docs/changes/record.json`: a line for each regeneration, article and finding."""
    told = _plain(history)
    lists = {"entries": told["entries"], **told["state"]}
    return _laid_out({"schema": CHANGES, **lists}).encode("utf-8", "backslashreplace")


def load_history(data: bytes, *, path: str) -> History:
    """The history in such bytes.

    Raises:
        SiteError: They are none.
    """
    remedy = "Restore it, or delete it: what changed before is then forgotten."
    try:
        told = json.loads(data, object_pairs_hook=_once)
        if not isinstance(told, dict) or told.pop("schema", None) != CHANGES:
            raise SiteError(f"is not of schema {CHANGES!r}", path=path, remedy=remedy)
        entries = told.pop("entries", ())
        history = msgspec.convert({"entries": entries, "state": told}, History, strict=True)
    except (ValueError, RecursionError) as error:
        raise SiteError(f"is no record of changes: {error}", path=path, remedy=remedy) from error
    for fault in _unsound(history):
        raise SiteError(fault, path=path, remedy=remedy)
    return history


def _unsound(history: History) -> Iterator[str]:
    """What no record of our own holds: ids become anchors and ids of the feed, so each is one, and no other's."""
    no = "is no record of changes:"
    for n, entry in enumerate(history.entries):
        if not _REGENERATION.fullmatch(entry.id):
            yield f"{no} entries[{n}].id {entry.id!r} is no regeneration's own id"
        if any(min(c.added, c.changed, c.withdrawn) < 0 for c in entry.counts.values()):
            yield f"{no} entries[{n}].counts of {entry.id!r} hold less than nothing"
        if entry.as_of is not None and not edtf.valid(entry.as_of):
            yield f"{no} entries[{n}].as_of {entry.as_of!r} is no date such as 2024-11-22"
    state = history.state
    for name, ids in (
        ("entries", [e.id for e in history.entries]),
        ("articles", [a.id for a in state.articles]),
        ("findings", [f.id for f in state.findings]),
        ("actors", list(state.actors)),
    ):
        first: dict[str, int] = {}
        for n, identity in enumerate(ids):
            if first.setdefault(identity, n) != n:
                yield f"{no} {name}[{n}] is {identity!r}, as {name}[{first[identity]}] is"


def _once(pairs: list[tuple[str, Any]]) -> Json:
    """A JSON object, each of whose keys stands there once: of two the last would win without a word."""
    told: Json = {}
    for key, value in pairs:
        if key in told:
            raise ValueError(f"key {key!r} stands twice in one object")
        told[key] = value
    return told


def _ranged(told: Json) -> Json:
    standing = told.pop("factuality")
    return {**told, "factuality": {"from": standing["least"], "to": standing["most"]}}


def _link(link: Link) -> Json:
    told: Json = _plain(link)
    return {
        "id": told["id"],
        "type": told["type"],
        "from": told.pop("source"),
        "to": told.pop("target"),
        **{k: told[k] for k in ("when", "factuality", "claims", "evidence")},
    }


def _story(told: Json) -> Json:
    return {
        "id": told["id"],
        "members": told["members"],
        "from": told["earliest"],
        "to": told["latest"],
        "headline": told["headline"],
        "also": told["also"],
    }


def story_to_json(story: Story) -> Json:
    """A story as `dossier stories` prints it."""
    return _story(_plain(story))
