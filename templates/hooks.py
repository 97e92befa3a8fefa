# ruff: noqa: INP001 - MkDocs loads it by its path
"""MkDocs' hook: `mkdocs serve` makes the pages anew when an article, a template or curation changes."""

from generator.hook import on_config, on_pre_build, on_serve, on_startup

__all__ = ["on_config", "on_pre_build", "on_serve", "on_startup"]
