"""Writes docs/project/commands.md from the commands' own help: `python -m tests.commands_page`."""

from pathlib import Path

from click.testing import CliRunner

from generator.cli import cli

PAGE = Path(__file__).parent.parent / "docs" / "project" / "commands.md"
_HEAD = """# Commands

This page is what `--help` prints. `make docs` writes it anew, and a test checks that it is up to date.
"""


def page() -> str:
    """The page as it should be."""
    parts = [_HEAD, _section("dossier"), *(_section(f"dossier {name}", name) for name in cli.commands)]
    return "\n".join(parts)


def _section(title: str, *arguments: str) -> str:
    told = CliRunner().invoke(cli, [*arguments, "--help"], prog_name="dossier", terminal_width=100, color=False)
    return f"## {title}\n\n```text\n{told.stdout.rstrip()}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
