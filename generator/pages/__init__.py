"""From the dossier to the pages of its site: Markdown, pictures in it, and the assets beside it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import jinja2

from generator.contract import dump_history, dump_suggestions
from generator.model import Dossier
from generator.model.changes import RECORD, History
from generator.pages import actors, actors_index, changes, chronicle, moved, overview, register, sources, topics
from generator.pages.desk import Desk
from generator.pages.downloads import downloads
from generator.pages.render import Head, page
from generator.pages.sheet import Sheet
from generator.pages.templates import environment, template_root

__all__ = ["render", "template_root"]

_Prepare = Callable[[Sheet], tuple[Head, object]]
_SINGLE: tuple[tuple[str, str, _Prepare], ...] = (
    ("index.md", "page/home.md.j2", overview.home),
    ("actors/index.md", "page/actors.md.j2", actors_index.prepare),
    ("topics/index.md", "page/topics.md.j2", topics.prepare_index),
    ("sources/index.md", "page/sources.md.j2", sources.prepare_index),
    ("timeline/index.md", "page/timeline.md.j2", chronicle.prepare),
    (register.PAGE, "page/claims.md.j2", register.prepare),
    ("graph/index.md", "page/graph.md.j2", overview.graph),
    (changes.PAGE, "page/changes.md.j2", changes.prepare),
    ("method/index.md", "page/method.md.j2", overview.method),
)


def render(
    dossier: Dossier,
    *,
    history: History | None = None,
    overrides: Path | None = None,
    address: str | None = None,
) -> dict[str, bytes]:
    """All generated files of the site's `docs/`.

    Args:
        dossier: What the pages are made from; the same dossier gives the same bytes.
        history: What each regeneration changed, this one with them; none for a dossier without memory.
        overrides: A folder of templates that win over the package's, laid out as those are.
        address: Where the site will stand on the web, with a slash at its end; None where that is not known.

    Returns:
        Path below docs/, with forward slashes, to content; sorted by path.

    Raises:
        SiteError: A template is missing or faulty.
    """
    desk = Desk.of(dossier, history)
    made = environment(overrides)
    files = dict(_pages(desk, made))
    files.update(_assets())
    files["assets/suggestions.json"] = dump_suggestions(dossier)
    files.update(downloads(desk))
    files.update(register.scripts(desk))
    files[changes.FEED] = changes.feed(made, desk, address)
    files[RECORD] = dump_history(desk.history)
    return dict(sorted(files.items()))


def _pages(desk: Desk, made: jinja2.Environment) -> Iterator[tuple[str, bytes]]:
    for path, template, prepare in _SINGLE:
        sheet = Sheet(desk, path)
        head, data = prepare(sheet)
        yield path, page(made, template, sheet, head, data)
    for facts in desk.dossier.facts:
        sheet = sources.source_sheet(desk, facts.article)
        yield sheet.path, page(made, "page/source.md.j2", sheet, *sources.prepare(facts, sheet))
    for actor in desk.dossier.actors:
        if actor.slug in desk.paged:
            sheet = actors.actor_sheet(desk, actor)
            yield sheet.path, page(made, "page/actor.md.j2", sheet, *actors.prepare(actor, sheet))
    for path, told in moved.pages(desk):
        sheet = Sheet(desk, path)
        yield path, page(made, "page/moved.md.j2", sheet, *moved.prepare(told, sheet))
    for topic in desk.dossier.topics:
        if desk.index.claims_on.get(topic.slug):
            sheet = topics.topic_sheet(desk, topic)
            yield sheet.path, page(made, "page/topic.md.j2", sheet, *topics.prepare(topic, sheet))


def _assets() -> Iterator[tuple[str, bytes]]:
    """Style, scripts and their licences, to `assets/dossier/`."""
    folder = template_root() / "assets"
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield f"assets/dossier/{file.relative_to(folder).as_posix()}", file.read_bytes()
