"""Dossier: a folder of news articles made into a searchable, cross-linked intelligence dossier."""

__version__ = "0.1.0"
