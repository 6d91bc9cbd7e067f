"""A new site is made in a folder beside the old one, which it then takes the place of in one step."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from archive.build.manifest import MANIFEST_NAME, file_names, manifest_names
from archive.errors import ArchiveError, cause_of, way_on
from archive.store.flushing import flush_file_system, flush_folder
from archive.store.replacing import name_beside, put_in_place, remove, remove_rests

# What slugs are made of: nothing that a web server, a file system or a link reads otherwise.
_ADDRESS = re.compile(r"[a-z0-9][a-z0-9_-]*(?:/[a-z0-9][a-z0-9_-]*)*\.(?:html|csv|xml)")


@contextlib.contextmanager
def staged(output: Path) -> Iterator[Path]:
    """A new folder to write a site into; when the block ends well, it stands at `output`.

    Readers see the old site until then and the new one from then on. When the block fails, the old site stays and
    the new folder goes. All of the new site is on the disk before it takes its place, so that a loss of power leaves
    the old site or the new one, too. Raises ArchiveError where `output` holds anything that no build of ours has
    written.
    """
    # A link to a folder stays a link: the folder that it leads to is replaced.
    output = output.resolve()
    refuse_foreign(output)
    try:
        with _stage_beside(output) as stage:
            yield stage
    except OSError as error:
        raise ArchiveError(
            str(error.filename or output),
            f"the site cannot be made ({cause_of(error)})",
            way_on(error, "make the folder writable, or choose another one with --output"),
        ) from error


@contextlib.contextmanager
def _stage_beside(output: Path) -> Iterator[Path]:
    output.parent.mkdir(parents=True, exist_ok=True)
    remove_rests(output)
    stage = name_beside(output, "new")
    stage.mkdir()
    try:
        yield stage
        flush_file_system(stage)
        refuse_foreign(output)
        put_in_place(stage, output)
        flush_folder(output.parent)
    finally:
        with contextlib.suppress(OSError):
            remove(stage)


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
