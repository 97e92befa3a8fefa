"""The only room that writes: docs/, seeds/facts/, the cache, site/ and new dossiers.

What it writes is staged first in `.dossier/`, a folder of its own in the dossier, and then moved into place
by renaming alone, so that a kill, a full disk or a read-only target leaves the last good state; a run that
was cut off half way through the renaming is finished by the next one.
"""

from generator.site.address import address
from generator.site.building import build_site
from generator.site.locking import locked
from generator.site.own import read_own
from generator.site.serving import serve
from generator.site.writing import (
    MANIFEST,
    Written,
    generated_files,
    keep,
    publish,
    record,
    recover,
    scaffold,
)

__all__ = [
    "MANIFEST",
    "Written",
    "address",
    "build_site",
    "generated_files",
    "keep",
    "locked",
    "publish",
    "read_own",
    "record",
    "recover",
    "scaffold",
    "serve",
]
