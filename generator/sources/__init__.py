"""Seed files to Articles: loading touches files, cleaning and dating are pure. Settings and curation as well."""

from generator.sources.curation import load_curation
from generator.sources.files import article_paths, identities
from generator.sources.loading import Loaded, load
from generator.sources.settings import load_settings

__all__ = ["Loaded", "article_paths", "identities", "load", "load_curation", "load_settings"]
