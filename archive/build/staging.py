"""A new site is made in a folder beside the old one, which it then takes the place of in one step."""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from archive.build.manifest import MANIFEST_NAME, file_names, manifest_names
from archive.errors import ArchiveError

_AT_CURRENT_FOLDER = -100
_EXCHANGE = 2
# What slugs are made of: nothing that a web server, a file system or a link reads otherwise.
_ADDRESS = re.compile(r"[a-z0-9][a-z0-9_-]*(?:/[a-z0-9][a-z0-9_-]*)*\.(?:html|csv|xml)")


@contextlib.contextmanager
def staged(output: Path) -> Iterator[Path]:
    """A new folder to write a site into; when the block ends well, it stands at `output`.

    Readers see the old site until then and the new one from then on. When the block fails, the old site stays and
    the new folder goes. Raises ArchiveError where `output` holds anything that no build of ours has written.
    """
    # A link to a folder stays a link: the folder that it leads to is replaced.
    output = output.resolve()
    refuse_foreign(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(output)
    stage = output.with_name(f"{output.name}.new-{os.getpid()}")
    stage.mkdir()
    try:
        yield stage
        refuse_foreign(output)
        _replace(output, stage)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def refuse_foreign(output: Path) -> None:
    """Raises ArchiveError unless `output` is absent, empty, or holds a site of ours and nothing else."""
    if not output.exists():
        return
    if not output.is_dir():
        raise ArchiveError(str(output), "this is a file, not a folder", "choose another folder with --output")
    known = manifest_names(output)
    if known is None:
        if any(output.iterdir()):
            raise ArchiveError(
                str(output),
                f"this folder is not empty and holds no site of ours (no {MANIFEST_NAME})",
                "choose another folder with --output, or empty this one",
            )
        return
    foreign = min(
        (name for name in file_names(output) if name not in known and name != MANIFEST_NAME), default=None
    )
    if foreign is not None:
        raise ArchiveError(
            str(output / foreign),
            "this file is not part of the site and would be lost",
            "move it elsewhere, or choose another folder with --output",
        )


def stage_path(stage: Path, address: str) -> Path:
    """The file for the address of a page or a table.

    Raises ArchiveError for one that leads out of the folder or breaks links.
    """
    if not _ADDRESS.fullmatch(address):
        raise ArchiveError(
            address, "no page can have this address", "correct the id of the record, see `archive show`"
        )
    return stage.joinpath(*address.split("/"))


def _replace(output: Path, stage: Path) -> None:
    if not output.exists():
        stage.rename(output)
    elif not _exchange(output, stage):
        # Where the system cannot exchange two folders, there is no site for the moment between two renames.
        aside = output.with_name(f"{output.name}.old-{os.getpid()}")
        output.rename(aside)
        try:
            stage.rename(output)
        except OSError:
            aside.rename(output)
            raise
        aside.rename(stage)


def _exchange(one: Path, other: Path) -> bool:
    """Exchanges two folders in one step (Linux: renameat2); False where the system cannot."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    names = (_AT_CURRENT_FOLDER, os.fsencode(one), _AT_CURRENT_FOLDER, os.fsencode(other))
    return bool(rename(*names, _EXCHANGE) == 0)


def _remove_leftovers(output: Path) -> None:
    """Removes what builds left behind that were killed, and that no running one is writing."""
    for leftover in output.parent.glob(f"{output.name}.new-*"):
        number = leftover.name.rpartition("-")[2]
        if number.isdigit() and (int(number) == os.getpid() or not is_running(int(number))):
            shutil.rmtree(leftover, ignore_errors=True)


def is_running(process: int) -> bool:
    """Whether there is a process of this number."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
