"""What is proved of a dossier: every claim verbatim, every page as made, every link landing, no article given away."""

from generator.checks.evidence import facts_as_made
from generator.checks.excerpts import excerpts_within
from generator.checks.links import links_land
from generator.checks.pages import pages_as_made

__all__ = ["excerpts_within", "facts_as_made", "links_land", "pages_as_made"]
