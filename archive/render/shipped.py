"""Where the templates and the site's own files are: in an installed wheel, or in the checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from archive.errors import ArchiveError

_PACKAGE = Path(__file__).parent.parent


def shipped_folder(name: Literal["templates", "site"]) -> Path:
    """The folder called `name` that travels with the program. Raises ArchiveError where it is missing."""
    for folder in (_PACKAGE / "_shipped" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise ArchiveError(
        str(_PACKAGE), f"the folder {name}/ is missing from the installation", "install vraagarchief again"
    )
