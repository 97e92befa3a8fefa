"""`dossier.yml`: what the operator says of the dossier. Optional, and strict in what it takes.

    title: Russia, North Korea and the war in Ukraine
    scope: One sentence on what the dossier covers.
    excerpts:                  # of articles that are not openly licensed
      words: 50                # most words in one excerpt
      share: 0.4               # most of an article's words in all
      open_licenses: [cc by, cc0]
    limits:                    # beyond these a source is refused
      bytes: 2000000
      line: 1200000
      front_matter: 64000
      front_matter_depth: 8
      nesting: 25
      mentions: 50000
      names: 4000
      seconds: 60
    model:                     # another spaCy model than the pinned one
      name: en_core_web_md
      version: 3.8.0
      sha256: null             # null: not verified

Every key may be left out; one that is not known is an error.
"""

from dataclasses import fields
from pathlib import Path

from generator.errors import SettingsError
from generator.model import Limits, Settings
from generator.sources.strict import Strict, load

# Beyond these, what counts with a limit would itself fail: sizes of what is read, clocks, the stack of calls.
_MOST_OF_ANY = 2_000_000_000
_MOST = {"seconds": 86_400, "front_matter_depth": 100}
_REMEDY = "Keys and defaults stand in docs/project/settings.md."


def load_settings(root: Path) -> Settings:
    """The settings in the root's `dossier.yml`; the defaults where there is no such file.

    Raises:
        SettingsError: It cannot be read, or a key or value is not one that is known; with its line.
    """
    found = load(root / "dossier.yml", root=root, error=SettingsError, remedy=_REMEDY)
    if found is None:
        return Settings()
    settings = found.convert(Settings)
    _check(settings, found)
    return settings


def _check(settings: Settings, found: Strict) -> None:
    if not settings.title.strip():
        found.refuse(("title",), "title is empty")
    if not 0 <= settings.excerpts.share <= 1:
        found.refuse(("excerpts", "share"), f"share {settings.excerpts.share} is not between 0 and 1")
    if not all(name.strip() for name in settings.excerpts.open_licenses):
        found.refuse(("excerpts", "open_licenses"), "open_licenses holds an empty name, which would open every article")
    if settings.excerpts.words < 0:
        found.refuse(("excerpts", "words"), f"words {settings.excerpts.words} is less than 0")
    for limit in fields(Limits):
        value, most = getattr(settings.limits, limit.name), _MOST.get(limit.name, _MOST_OF_ANY)
        if value <= 0:
            found.refuse(("limits", limit.name), f"{limit.name} {value} is not more than 0")
        if value > most:
            found.refuse(("limits", limit.name), f"{limit.name} is more than {most:,}, which no machine could keep")
