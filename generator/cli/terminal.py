"""What reaches the terminal, and the one boundary that turns errors into a line and an exit code."""

import contextlib
import functools
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from generator import pipeline
from generator.contract import Json, dump_line
from generator.errors import DossierError, Problem, UsageError

DONE, FINDINGS, WRONG_USE = 0, 1, 2
Command = Callable[..., int]


def command(work: Command) -> Callable[..., None]:
    """The one boundary: every error of ours becomes one line and an exit code."""

    @functools.wraps(work)
    def guarded(*args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - whatever the command takes
        try:
            code = work(*args, **kwargs)
        except UsageError as error:
            tell(error.problem)
            code = WRONG_USE
        except DossierError as error:
            tell(error.problem)
            code = FINDINGS
        except BrokenPipeError:
            # Whoever read our output has enough; what is left in the buffer must not complain at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = FINDINGS
        except OSError as error:
            tell(Problem(message=error.strerror or str(error), path=error.filename and str(error.filename)))
            code = FINDINGS
        except Exception as error:  # A mistake of ours: told in a line, and in full to who asks for it
            if os.environ.get("DOSSIER_TRACEBACK"):
                raise
            message = f"a mistake in dossier itself ({type(error).__name__}: {error})"
            tell(Problem(message=message, remedy="Run it again with DOSSIER_TRACEBACK=1 set, and report what it says."))
            code = FINDINGS
        sys.exit(code)

    return guarded


def print_line(line: str) -> None:
    """One line of data on stdout."""
    # As bytes: the contract is UTF-8 whatever the terminal's locale is, and a lone surrogate must not end the run.
    click.echo(line.encode("utf-8", "backslashreplace"))


def say(line: str) -> None:
    """One line for people, on stderr."""
    click.echo(str(Problem(message=line)), err=True)


def tell(problem: Problem) -> None:
    """A problem, on a line of its own on stderr."""
    click.echo(f"{problem.severity}: {problem}", err=True)


def tell_all(problems: Iterable[Problem]) -> int:
    """Every problem once; the exit code that follows from them."""
    told = list(dict.fromkeys(problems))
    for problem in told:
        tell(problem)
    return FINDINGS if any(p.severity == "error" for p in told) else DONE


def report(outcome: pipeline.Outcome, summary: str) -> int:
    """What a command did: its problems, then its summary; the exit code."""
    code = tell_all(outcome.problems)
    say(summary)
    return code


def print_lines(lines: Iterable[Json | Problem]) -> int:
    """Objects as JSON Lines on stdout, problems on stderr as they come; the exit code."""
    code = DONE
    for line in lines:
        if isinstance(line, Problem):
            tell(line)
            code = FINDINGS if line.severity == "error" else code
        else:
            print_line(dump_line(line))
    return code


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 page", "2 pages"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def changes(outcome: pipeline.Outcome, noun: str) -> str:
    """How many files a command changed."""
    return f"{count(len(outcome.written), noun)} written, {len(outcome.removed)} removed"


@contextlib.contextmanager
def progress_bars() -> Iterator[pipeline.Progress]:
    """A bar for each stage on stderr, while someone watches: nothing at all where stderr is no terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def note(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield note
