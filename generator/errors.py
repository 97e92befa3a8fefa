"""What can go wrong, as one tree of exceptions and one shape of message.

    DossierError
    ├── UsageError          the command was used wrongly (exit 2)
    ├── SettingsError       dossier.yml is wrong
    ├── CurationError       a file under seeds/curation/ is wrong
    ├── SourceError         an article cannot be read; the others go on
    ├── FactsError          a facts file is broken or does not match its article
    ├── ModelError          the language model is missing or is not the pinned one
    └── SiteError           pages or the site cannot be written or built

Every error carries a `Problem`: the file, the place in it, the offending thing and the remedy, and
prints as one line. What is wrong but does not stop the work is a `Problem` too, of severity
"warning", handed up as a value. Only the command line prints.
"""

from dataclasses import dataclass
from typing import Literal

from generator.text import one_line

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong, said so that its reader can mend it.

    Attributes:
        message: What is wrong, quoting the offending thing.
        path: The file it is in, as the user would name it; None if it is in no file.
        line: 1-based line in that file, or None.
        remedy: What to do about it, as an imperative; None where nothing can be done.
        severity: "error" when something was left out because of it, else "warning".
    """

    message: str
    path: str | None = None
    line: int | None = None
    remedy: str | None = None
    severity: Severity = "error"

    def __str__(self) -> str:
        place = self.path or ""
        if self.path and self.line is not None:
            place = f"{place}:{self.line}"
        told = f"{place}: {self.message}" if place else self.message
        if self.remedy:
            told = f"{told.rstrip('.')}. {self.remedy}"
        told = one_line(told)
        return told if len(told) <= _LONGEST else f"{told[: _LONGEST - _TAIL - 3]} … {told[-_TAIL:]}"


# Characters of a message: what it quotes may be a word of a million, and its end is the remedy.
_LONGEST, _TAIL = 1_000, 200


class DossierError(Exception):
    """Anything that this project raises on purpose; prints as its problem's one line."""

    def __init__(
        self, message: str, *, path: str | None = None, line: int | None = None, remedy: str | None = None
    ) -> None:
        self.problem = Problem(message=message, path=path, line=line, remedy=remedy)
        super().__init__(str(self.problem))

    def __reduce__(self) -> tuple[object, ...]:
        # Errors come back from worker processes, and keyword-only arguments do not pickle by default.
        return (_revive, (type(self), self.problem))


def _revive(kind: type[DossierError], problem: Problem) -> DossierError:
    return kind(problem.message, path=problem.path, line=problem.line, remedy=problem.remedy)


class UsageError(DossierError):
    """The command was used wrongly."""


class SettingsError(DossierError):
    """dossier.yml does not say what it should."""


class CurationError(DossierError):
    """A file of people's judgements under seeds/curation/ does not say what it should."""


class SourceError(DossierError):
    """An article cannot be read; it is left out and the others go on."""


class FactsError(DossierError):
    """A facts file is broken, or its evidence does not stand in its article."""


class ModelError(DossierError):
    """The language model is missing, or is not the one that is pinned."""


class SiteError(DossierError):
    """Pages cannot be written, or MkDocs cannot build them."""
