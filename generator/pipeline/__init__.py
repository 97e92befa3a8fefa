"""From seeds to site, the whole story on one screen; the details are in the rooms.

seeds ► articles (sources) ► facts (stored, cached or extracted) ► what they say together (resolution)
► one Dossier ► pages ► docs/ ► site/ (MkDocs)
"""

from generator.pipeline.commands import (
    Outcome,
    build,
    check,
    export,
    extract,
    facts,
    generate,
    is_date,
    new,
    serve,
    stories,
)
from generator.pipeline.explaining import explain
from generator.pipeline.progress import Progress, silent

__all__ = [
    "Outcome",
    "Progress",
    "build",
    "check",
    "explain",
    "export",
    "extract",
    "facts",
    "generate",
    "is_date",
    "new",
    "serve",
    "silent",
    "stories",
]
