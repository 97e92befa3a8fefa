"""The command line: arguments to one call, results to the terminal. The only place that prints or exits."""

import contextlib
import functools
import inspect
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

import generator
from generator import pipeline
from generator.contract import Json, dump_line
from generator.errors import DossierError, Problem, UsageError

DONE, FINDINGS, WRONG_USE = 0, 1, 2
Command = Callable[..., int]


def main() -> None:
    """Entry point of `dossier` and `python -m generator`."""
    cli(prog_name="dossier")


def _command(work: Command) -> Callable[..., None]:
    """The one boundary: every error of ours becomes one line and an exit code."""

    @functools.wraps(work)
    def guarded(*args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - whatever the command takes
        try:
            code = work(*args, **kwargs)
        except UsageError as error:
            _tell(error.problem)
            code = WRONG_USE
        except DossierError as error:
            _tell(error.problem)
            code = FINDINGS
        except BrokenPipeError:
            # Whoever read our output has enough; what is left in the buffer must not complain at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = FINDINGS
        except OSError as error:
            _tell(Problem(message=error.strerror or str(error), path=error.filename and str(error.filename)))
            code = FINDINGS
        except Exception as error:  # A mistake of ours: told in a line, and in full to who asks for it
            if os.environ.get("DOSSIER_TRACEBACK"):
                raise
            message = f"a mistake in dossier itself ({type(error).__name__}: {error})"
            _tell(
                Problem(message=message, remedy="Run it again with DOSSIER_TRACEBACK=1 set, and report what it says.")
            )
            code = FINDINGS
        sys.exit(code)

    return guarded


_ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    show_default="the current folder",
    help="The dossier's folder: the one with seeds/ in it.",
)
_JOBS = click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    show_default="one a processor",
    help="Processes that read articles.",
)
_PATHS = click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path, exists=True)
)
_AS_IS = click.option("--as-is", is_flag=True, help="Read the text as it stands in the file: no cleaning.")


class _Documented(click.Command):
    """A command whose docstring's examples keep their lines in its help."""

    def __init__(self, name: str | None = None, **settings: Any) -> None:  # noqa: ANN401 - click's own settings
        # click's mark for a paragraph that is not to be folded is a backspace on a line of its own.
        told = inspect.cleandoc(settings.get("help") or "")
        settings["help"] = told.replace("\n\nExamples:\n", "\n\n\b\nExamples:\n")
        super().__init__(name, **settings)


class _Commands(_Documented, click.Group):
    """A group that lists its commands in the order in which one meets them."""

    command_class = _Documented

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        return list(self.commands)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(generator.__version__, prog_name="dossier")
def cli() -> None:
    """Make a searchable dossier out of a folder of news articles, every sentence traceable to its evidence.

    Exit codes: 0 done; 1 done with findings, or some articles were left out; 2 wrong use.

    Examples:
      dossier new harbour               start a dossier in the folder harbour/
      cp *.txt harbour/seeds/           give it articles
      dossier build --root harbour      make the site in harbour/site/
    """


@cli.command()
@_ROOT
@_JOBS
@_command
def build(root: Path, jobs: int) -> int:
    """Make the site: seeds/ to docs/ to site/.

    Articles without facts in seeds/facts/ are read on the way. Nothing is written into seeds/.

    Examples:
      dossier build
      dossier build --root harbour
    """
    with _progress() as progress:
        outcome = pipeline.build(root, jobs=jobs, progress=progress)
    return _report(outcome, f"{_count(outcome.articles, 'article')}: the site is in {root / 'site' / 'index.html'}")


@cli.command()
@_ROOT
@_JOBS
@_command
def generate(root: Path, jobs: int) -> int:
    """Make the pages alone: seeds/ to docs/.

    Only pages that changed are written, only generated ones are removed, and pages written by hand are
    never touched.

    Examples:
      dossier generate
      dossier generate && git diff docs/
    """
    with _progress() as progress:
        outcome = pipeline.generate(root, jobs=jobs, progress=progress)
    return _report(outcome, _changes(outcome, "page"))


@cli.command()
@_ROOT
@_JOBS
@_command
def extract(root: Path, jobs: int) -> int:
    """Read every article and write its facts into seeds/facts/, to be committed.

    Facts of articles that are gone are removed. Needs the language model.

    Examples:
      dossier extract && git add seeds/facts
    """
    with _progress() as progress:
        outcome = pipeline.extract(root, jobs=jobs, progress=progress)
    return _report(outcome, _changes(outcome, "facts file"))


@cli.command()
@_PATHS
@_ROOT
@_AS_IS
@click.option("--resolved", is_flag=True, help="Name actors alike over all the articles, as a dossier does.")
@click.option("--published", metavar="DATE", help="Publication date (EDTF) of articles that state none.")
@_JOBS
@_command
def facts(paths: tuple[Path, ...], root: Path, as_is: bool, resolved: bool, published: str | None, jobs: int) -> int:
    """Print the facts of articles, or of the articles in folders, as JSON Lines. Writes no file.

    One object an article, in the order of the paths; docs/project/facts.md says what it holds.

    Examples:
      dossier facts seeds/
      dossier facts --published 2024-11-22 article.txt
      dossier facts --resolved seeds/ | jq '.claims[].spans[].text'
    """
    _check_date(published)
    with _progress() as progress:
        lines = pipeline.facts(
            paths, root=root, as_is=as_is, resolved=resolved, published=published, jobs=jobs, progress=progress
        )
        return _print_lines(lines)


@cli.command()
@_PATHS
@_ROOT
@_AS_IS
@_JOBS
@_command
def stories(paths: tuple[Path, ...], root: Path, as_is: bool, jobs: int) -> int:
    """Print which articles report the same happening, as JSON Lines. Writes no file.

    Examples:
      dossier stories seeds/
    """
    with _progress() as progress:
        return _print_lines(pipeline.stories(paths, root=root, as_is=as_is, jobs=jobs, progress=progress))


@cli.command()
@click.option("--format", "form", type=click.Choice(["json"]), default="json", show_default=True, help="The format.")
@_ROOT
@_JOBS
@_command
def export(form: str, root: Path, jobs: int) -> int:  # noqa: ARG001 - one format, for now
    """Print the whole dossier as one JSON document.

    Examples:
      dossier export --format json > dossier.json
    """
    with _progress() as progress:
        told, problems = pipeline.export(root, jobs=jobs, progress=progress)
    _print(dump_line(told))
    return _tell_all(problems)


@cli.command()
@_ROOT
@click.option("--deep/--quick", default=True, show_default=True, help="Read every article anew and compare its facts.")
@_JOBS
@_command
def check(root: Path, deep: bool, jobs: int) -> int:
    """Prove the dossier: evidence verbatim, facts and pages as made, links landing. Writes nothing into it.

    Each facts file is held against its article and, unless --quick, against what the extractor makes of it;
    the pages in docs/ against what the generator makes; every link and anchor in site/ is followed; and
    the site's words are counted against the excerpt policy.

    Examples:
      dossier check
      dossier check --quick             without the language model
    """
    with _progress() as progress:
        outcome = pipeline.check(root, deep=deep, jobs=jobs, progress=progress)
    return _report(outcome, f"{_count(outcome.articles, 'article')} checked")


@cli.command()
@_ROOT
@click.option("--address", default="localhost:8000", show_default=True, metavar="HOST:PORT", help="Where to serve.")
@click.option("--open", "open_browser", is_flag=True, help="Open a browser.")
@_command
def serve(root: Path, address: str, open_browser: bool) -> int:
    """Serve the site, and make it anew when an article, a template or curation changes.

    `mkdocs serve` in the dossier's folder does the same.

    Examples:
      dossier serve --open
    """
    pipeline.serve(root, address=address, open_browser=open_browser)
    return DONE


@cli.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", help="What the dossier is called.  [default: the folder's name]")
@_command
def new(folder: Path, title: str | None) -> int:
    """Start a dossier in a new folder: settings, theme, workflow for GitHub Pages, and room for articles.

    Examples:
      dossier new harbour
      dossier new harbour --title "The harbour strike"
    """
    pipeline.new(folder, title=title)
    _say(f"A new dossier is in {folder}: put articles into {folder / 'seeds'}, then `dossier build --root {folder}`")
    return DONE


# ---- what is printed


def _print(line: str) -> None:
    # As bytes: the contract is UTF-8 whatever the terminal's locale is, and a lone surrogate must not end the run.
    click.echo(line.encode("utf-8", "backslashreplace"))


def _say(line: str) -> None:
    click.echo(str(Problem(message=line)), err=True)


def _tell(problem: Problem) -> None:
    click.echo(f"{problem.severity}: {problem}", err=True)


def _tell_all(problems: Iterable[Problem]) -> int:
    told = list(dict.fromkeys(problems))
    for problem in told:
        _tell(problem)
    return FINDINGS if any(p.severity == "error" for p in told) else DONE


def _report(outcome: pipeline.Outcome, summary: str) -> int:
    code = _tell_all(outcome.problems)
    _say(summary)
    return code


def _print_lines(lines: Iterable[Json | Problem]) -> int:
    code = DONE
    for line in lines:
        if isinstance(line, Problem):
            _tell(line)
            code = FINDINGS if line.severity == "error" else code
        else:
            _print(dump_line(line))
    return code


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _changes(outcome: pipeline.Outcome, noun: str) -> str:
    return f"{_count(len(outcome.written), noun)} written, {len(outcome.removed)} removed"


def _check_date(published: str | None) -> None:
    if published is not None and not pipeline.is_date(published):
        raise UsageError(
            f"--published {published!r} is no EDTF date", remedy="Write it as 2024-11-22, 2024-11 or 2024."
        )


@contextlib.contextmanager
def _progress() -> Iterator[pipeline.Progress]:
    """A bar for each stage on stderr, while someone watches: nothing at all where stderr is no terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield tell
