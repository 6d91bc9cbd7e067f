"""Whether the copies of a site in one file hold its files and nothing else, under harmless names."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from libzim.reader import Archive

from archive.build.zim_copy import media_type
from archive.render.copy_page import COPY_ADDRESS
from archive.store.manifest import MANIFEST_NAME, SEAL_NAME

_NAME = re.compile(r"[A-Za-z0-9._/-]+")
# What a copy says of itself alone, and the lists of files, in which that stands too.
_OF_ITSELF = frozenset({COPY_ADDRESS, MANIFEST_NAME, SEAL_NAME})


def copy_faults(path: Path, public: Path) -> Iterator[str]:
    """What a copy has that its site has not, or that leads elsewhere when it is unpacked or shown."""
    yield from (_zim_faults if path.suffix == ".zim" else _zip_faults)(path, public)


def is_harmless_member(name: str) -> bool:
    """Whether a member of an archive is unpacked below the folder that is chosen, under the very name it has."""
    parts = PurePosixPath(name).parts
    return bool(_NAME.fullmatch(name)) and ".." not in parts and not name.startswith("/")


def _zip_faults(path: Path, public: Path) -> Iterator[str]:
    """Names alone: what bytes are in it, the tests of the copy compare."""
    with zipfile.ZipFile(path) as packed:
        names = {name.partition("/")[2]: name for name in packed.namelist()}
    for short, name in names.items():
        if not is_harmless_member(name):
            yield f"a member that leads elsewhere: {name[:120]!r}"
        elif not (public / short).is_file():
            yield f"a member that is no file of the site: {short[:120]!r}"


def _zim_faults(path: Path, public: Path) -> Iterator[str]:
    """Entries that no file of the site has, and others than the file; a reader shows each as what its type says."""
    archive = Archive(path)
    for number in range(archive.entry_count):
        entry = archive._get_entry_by_id(number)
        item = entry.get_item()
        file = public / item.path
        if not is_harmless_member(item.path):
            yield f"an entry that leads elsewhere: {item.path[:120]!r}"
        elif not file.is_file() or (file.name not in _OF_ITSELF and bytes(item.content) != file.read_bytes()):
            yield f"an entry that is no file of the site: {item.path[:120]!r}"
        elif item.mimetype != media_type(item.path):
            yield f"an entry of another type: {item.path[:120]!r} as {item.mimetype}"
