"""`mkdocs serve` from within the program."""

from pathlib import Path

from mkdocs.commands import serve as mkdocs_serve

from generator.errors import SiteError


def serve(root: Path, *, address: str, open_browser: bool) -> None:
    """Serve the dossier until it is interrupted; the hook in its mkdocs.yml regenerates what changes.

    Raises:
        SiteError: There is no mkdocs.yml, or the address is taken.
    """
    config = root / "mkdocs.yml"
    if not config.is_file():
        raise SiteError("is missing", path=str(config), remedy="`dossier new` makes a folder with all that is needed.")
    try:
        mkdocs_serve.serve(config_file=str(config.absolute()), dev_addr=address, open_in_browser=open_browser)
    except OSError as error:
        raise SiteError(
            f"cannot serve at {address}: {error.strerror or error}", remedy="Name another address with --address."
        ) from error
