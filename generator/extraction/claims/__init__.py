"""Who said what, in which words: quotations, reported speech, minds, and the article's own voice."""

from generator.extraction.claims.find import find_claims

__all__ = ["find_claims"]
