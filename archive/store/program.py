"""A hash of the very program that runs, so that what was kept by another is never taken for its own."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

import archive
from archive import __version__


@functools.cache  # the program that runs is the one that was loaded, whatever becomes of its files
def program_digest(*packages: str) -> str:
    """A SHA-256 in hex of the version and of every module and table in these packages of `archive`."""
    digest = hashlib.sha256(__version__.encode("utf-8"))
    folder = Path(archive.__file__).parent
    for package in packages:
        for path in sorted(folder.joinpath(package).iterdir()):
            if path.is_file():
                digest.update(path.name.encode("utf-8") + b"\0" + path.read_bytes())
    return digest.hexdigest()
