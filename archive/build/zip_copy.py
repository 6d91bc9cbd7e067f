"""A site as one zip file, which any computer can unpack: the same site always gives the same bytes.

Every file has the same time stamp and mode, and they stand in the order of their names (APPNOTE.TXT 6.3, PKWARE). The
files are packed by the method and at the level that zlib takes by itself (Deflate, 6); another version of zlib may
pack them otherwise. What is too large for the old form gets the 64-bit one.
"""

from __future__ import annotations

import datetime as dt
import shutil
import stat
import zipfile
from pathlib import Path

from archive.build.manifest import file_names
from archive.errors import ArchiveError

_UNIX = 3
_MODE = (stat.S_IFREG | 0o644) << 16
# What a time stamp in a zip can say.
_FIRST_DAY, _LAST_DAY = dt.date(1980, 1, 1), dt.date(2107, 12, 31)


def write_zip(folder: Path, target: Path, top: str, day: dt.date | None) -> None:
    """Packs everything in `folder` into the new file `target`, below one folder called `top`.

    day: the date that every file gets, at midnight; without one it is the first that a zip can say. Never more than a
    piece of a file is in memory. Raises ArchiveError for anything in `folder` that is no plain file.
    """
    moment = min(max(day or _FIRST_DAY, _FIRST_DAY), _LAST_DAY)
    # Before the new file is there: it may stand in the folder itself.
    names = sorted(file_names(folder))
    with zipfile.ZipFile(target, "x", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            path = plain_file(folder, name)
            entry = zipfile.ZipInfo(f"{top}/{name}", (moment.year, moment.month, moment.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _MODE
            entry.file_size = path.stat().st_size
            with path.open("rb") as source, archive.open(entry, "w") as packed:
                shutil.copyfileobj(source, packed, 1 << 18)


def plain_file(folder: Path, name: str) -> Path:
    """The file called `name` in `folder`. Raises ArchiveError for a link, which could lead out, and the like."""
    path = folder / name
    if not stat.S_ISREG(path.lstat().st_mode):
        raise ArchiveError(str(path), "this is no plain file", "remove it and build the site again")
    return path
