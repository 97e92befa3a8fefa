"""Dossier folders for tests of the whole way: articles with facts made by hand, so that no language model is needed."""

import dataclasses
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from generator import contract, pipeline, sources
from generator.extraction.pin import default_pin, made_by
from generator.model import Article, Facts, Limits
from generator.pipeline.records import facts_name
from tests.factory import Says, facts_of, figure, happens, says

HERALD = """---
title: Ruritania sends tanks to Freedonia
publisher: The Herald
published: 2024-05-07
language: en
---
Ruritania sends tanks to Freedonia

Ruritania sent 40 tanks to Freedonia on Monday, Ada Quill told lawmakers in Strelsau.

She said the tanks were old. The lawmakers listened for an hour and asked no questions of the minister.

The harbour was quiet in the evening, and fishermen mended their nets along the southern quay as they do each week.
"""
GAZETTE = """---
title: Tanks for Freedonia
publisher: The Gazette
published: 2024-05-08
language: en
---
Tanks for Freedonia

Ada Quill of Ruritania said that 40 tanks had been delivered to Freedonia.

Freedonia has not commented on the delivery, which its neighbours watched with some unease from across the strait.
"""
NAMES = {"Ruritania": "ruritania", "Freedonia": "freedonia", "Ada Quill": "ada-quill"}


def herald_facts(article: Article) -> Facts:
    return facts_of(
        article,
        names=NAMES,
        figures=[figure("40 tanks", 40, 40, "tanks")],
        claims=[
            says("Ruritania sent 40 tanks to Freedonia on Monday", by="Ada Quill", cue="told", said="2024-05-06"),
            says("the tanks were old", by="She", cue="said"),
        ],
        events=[happens("AID", "sent", agent=["Ruritania"], recipient=["Freedonia"])],
    )


def gazette_facts(article: Article) -> Facts:
    return facts_of(
        article,
        names=NAMES,
        figures=[figure("40 tanks", 40, 40, "tanks")],
        claims=[says("40 tanks had been delivered to Freedonia", by="Ada Quill", cue="said")],
        events=[happens("AID", "delivered", patient=["40 tanks"], recipient=["Freedonia"])],
    )


FACTS = {"herald": herald_facts, "gazette": gazette_facts}


def new_dossier(root: Path, articles: Mapping[str, str] | None = None) -> Path:
    """A dossier made by `dossier new`, with these articles ("herald" and "gazette" unless told) and their facts."""
    pipeline.new(root, title="Tanks")
    for name, text in (articles or {"herald": HERALD, "gazette": GAZETTE}).items():
        (root / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    write_facts(root)
    return root


def write_facts(root: Path, *, claims: Mapping[str, Says] | None = None) -> None:
    """Write the facts files of the articles: those of FACTS, and one claim each of the others if one is given."""
    paths, _ = sources.article_paths(root / "seeds")
    loaded = sources.load(paths, root=root, limits=Limits())
    (root / "seeds" / "facts").mkdir(exist_ok=True)
    for article in loaded.articles:
        told = (claims or {}).get(article.id)
        make = FACTS.get(article.id)
        facts = make(article) if make else facts_of(article, claims=[told] if told else [])
        stamped = dataclasses.replace(facts, extractor=made_by(default_pin()))
        (root / "seeds" / "facts" / facts_name(article)).write_bytes(contract.dump_file(stamped))


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file below the folder: its path and its bytes."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def run(*arguments: str, **settings: object) -> subprocess.CompletedProcess[str]:
    """The `dossier` command in a process of its own."""
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **settings)  # type: ignore[call-overload, no-any-return]
