"""The command line: the only place that prints or exits."""

from generator.cli.commands import cli, main

__all__ = ["cli", "main"]
