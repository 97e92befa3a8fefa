"""`python -m generator` is the `dossier` command."""

from generator.cli import main

if __name__ == "__main__":
    main()
