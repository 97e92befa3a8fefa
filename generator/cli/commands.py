"""The commands: arguments to one call, and what to say of it."""

import inspect
from pathlib import Path
from typing import Any

import click

import generator
from generator import pipeline
from generator.cli.explained import is_coloured, laid_out, terminal
from generator.cli.terminal import (
    DONE,
    changes,
    command,
    count,
    print_line,
    print_lines,
    progress_bars,
    report,
    say,
    tell_all,
)
from generator.contract import dump_line, explanation_to_json
from generator.errors import UsageError


def main() -> None:
    """Entry point of `dossier` and `python -m generator`."""
    cli(prog_name="dossier")


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
@command
def build(root: Path, jobs: int) -> int:
    """Make the site: seeds/ to docs/ to site/.

    Articles without facts in seeds/facts/ are read on the way. Nothing is written into seeds/.

    Examples:
      dossier build
      dossier build --root harbour
    """
    with progress_bars() as progress:
        outcome = pipeline.build(root, jobs=jobs, progress=progress)
    return report(outcome, f"{count(outcome.articles, 'article')}: the site is in {root / 'site' / 'index.html'}")


@cli.command()
@_ROOT
@_JOBS
@command
def generate(root: Path, jobs: int) -> int:
    """Make the pages alone: seeds/ to docs/.

    Only pages that changed are written, only generated ones are removed, and pages written by hand are
    never touched.

    Examples:
      dossier generate
      dossier generate && git diff docs/
    """
    with progress_bars() as progress:
        outcome = pipeline.generate(root, jobs=jobs, progress=progress)
    return report(outcome, changes(outcome, "page"))


@cli.command()
@_ROOT
@_JOBS
@command
def extract(root: Path, jobs: int) -> int:
    """Read every article and write its facts into seeds/facts/, to be committed.

    Facts of articles that are gone are removed. Needs the language model.

    Examples:
      dossier extract && git add seeds/facts
    """
    with progress_bars() as progress:
        outcome = pipeline.extract(root, jobs=jobs, progress=progress)
    return report(outcome, changes(outcome, "facts file"))


@cli.command()
@_PATHS
@_ROOT
@_AS_IS
@click.option("--resolved", is_flag=True, help="Name actors alike over all the articles, as a dossier does.")
@click.option("--published", metavar="DATE", help="Publication date (EDTF) of articles that state none.")
@_JOBS
@command
def facts(paths: tuple[Path, ...], root: Path, as_is: bool, resolved: bool, published: str | None, jobs: int) -> int:
    """Print the facts of articles, or of the articles in folders, as JSON Lines. Writes no file.

    One object an article, in the order of the paths; docs/project/facts.md says what it holds.

    Examples:
      dossier facts seeds/
      dossier facts --published 2024-11-22 article.txt
      dossier facts --resolved seeds/ | jq '.claims[].spans[].text'
    """
    _check_date(published)
    with progress_bars() as progress:
        lines = pipeline.facts(
            paths, root=root, as_is=as_is, resolved=resolved, published=published, jobs=jobs, progress=progress
        )
        return print_lines(lines)


@cli.command()
@click.argument("seed", metavar="SEED")
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@_ROOT
@_AS_IS
@click.option("--json", "as_json", is_flag=True, help="Print it as one JSON document.")
@command
def explain(seed: str, words: tuple[str, ...], root: Path, as_is: bool, as_json: bool) -> int:
    """Show how an article, or the sentences of it that hold WORDS, was read. Writes no file.

    SEED is an article's id, its file's name, or a path. Shown are the parse, what was found in it by which
    rule, and what was considered and left aside, each with why; then what a report of a wrong reading needs.
    docs/project/explain.md says how to read it.

    Examples:
      dossier explain herald
      dossier explain herald may run out
      dossier explain --as-is article.txt "told lawmakers" | less
    """
    explanation, problems = pipeline.explain(seed, " ".join(words), root=root, as_is=as_is)
    code = tell_all(problems)
    if as_json:
        print_line(dump_line(explanation_to_json(explanation)))
        return code
    screen = terminal()
    print_line(laid_out(explanation, coloured=is_coloured(screen), width=screen.width))
    return code


@cli.command()
@_PATHS
@_ROOT
@_AS_IS
@_JOBS
@command
def stories(paths: tuple[Path, ...], root: Path, as_is: bool, jobs: int) -> int:
    """Print which articles report the same happening, as JSON Lines. Writes no file.

    Examples:
      dossier stories seeds/
    """
    with progress_bars() as progress:
        return print_lines(pipeline.stories(paths, root=root, as_is=as_is, jobs=jobs, progress=progress))


@cli.command()
@click.option("--format", "form", type=click.Choice(["json"]), default="json", show_default=True, help="The format.")
@_ROOT
@_JOBS
@command
def export(form: str, root: Path, jobs: int) -> int:  # noqa: ARG001 - one format, for now
    """Print the whole dossier as one JSON document.

    Examples:
      dossier export --format json > dossier.json
    """
    with progress_bars() as progress:
        told, problems = pipeline.export(root, jobs=jobs, progress=progress)
    print_line(dump_line(told))
    return tell_all(problems)


@cli.command()
@_ROOT
@click.option("--deep/--quick", default=True, show_default=True, help="Read every article anew and compare its facts.")
@_JOBS
@command
def check(root: Path, deep: bool, jobs: int) -> int:
    """Prove the dossier: evidence verbatim, facts and pages as made, links landing. Writes nothing into it.

    Each facts file is held against its article and, unless --quick, against what the extractor makes of it;
    the pages in docs/ against what the generator makes; every link and anchor in site/ is followed; and
    the site's words are counted against the excerpt policy.

    Examples:
      dossier check
      dossier check --quick             without the language model
    """
    with progress_bars() as progress:
        outcome = pipeline.check(root, deep=deep, jobs=jobs, progress=progress)
    return report(outcome, f"{count(outcome.articles, 'article')} checked")


@cli.command()
@_ROOT
@click.option("--address", default="localhost:8000", show_default=True, metavar="HOST:PORT", help="Where to serve.")
@click.option("--open", "open_browser", is_flag=True, help="Open a browser.")
@command
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
@command
def new(folder: Path, title: str | None) -> int:
    """Start a dossier in a new folder: settings, theme, workflow for GitHub Pages, and room for articles.

    Examples:
      dossier new harbour
      dossier new harbour --title "The harbour strike"
    """
    pipeline.new(folder, title=title)
    say(f"A new dossier is in {folder}: put articles into {folder / 'seeds'}, then `dossier build --root {folder}`")
    return DONE


def _check_date(published: str | None) -> None:
    if published is not None and not pipeline.is_date(published):
        raise UsageError(
            f"--published {published!r} is no EDTF date", remedy="Write it as 2024-11-22, 2024-11 or 2024."
        )
