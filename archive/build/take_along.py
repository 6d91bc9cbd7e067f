"""The last steps of a build: the page about the copy, the texts and the list of files, and the copies in one file.

What is copied is the whole site as it stands then. A zip that the site itself offers comes after that, so that it does
not hold itself; the page within it says nothing of it.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from archive.build.copies import CopyReport, copy_report
from archive.build.files import SiteFiles
from archive.build.manifest import MANIFEST_NAME, SEAL_NAME, file_names, manifest_files
from archive.build.trees import PageTrees
from archive.build.zim_copy import write_zim
from archive.build.zim_facts import zim_metadata
from archive.build.zip_copy import write_zip
from archive.config import Settings
from archive.errors import ArchiveError, cause_of, way_on
from archive.links.recent import day_of
from archive.render.catalogue import load_catalogue
from archive.render.copy_page import (
    COPY_ADDRESS,
    READMES,
    CopyFacts,
    ZipOffer,
    copy_view,
    readme_text,
)
from archive.render.front_pages import Holdings
from archive.render.shipped import shipped_folder
from archive.store.rows import RecordTimes
from archive.text.slugs import slug

# One line of the manifest has, besides the name, a SHA-256, two blanks and a line end.
_MANIFEST_LINE = 67
# Its seal has a SHA-256 and a line end.
_SEAL = 65
OFFER_FOLDER = "download"


@dataclass(frozen=True)
class FinishedSite:
    """A site that lacks only what this module adds."""

    files: SiteFiles
    settings: Settings
    trees: PageTrees
    facts: CopyFacts


def copy_facts(holdings: Holdings, times: Iterable[RecordTimes], signature: str) -> CopyFacts:
    """What a copy holds, before its files are counted."""
    last = max((one.changed_at for one in times), default=None)
    came_on = dt.date.fromisoformat(day_of(last)) if last else None
    return CopyFacts(holdings=holdings, came_on=came_on, signature=signature, files=0, bytes=0)


def finish(site: FinishedSite, files: Mapping[str, Path]) -> tuple[CopyReport, ...]:
    """Writes what the site lacks, and its copies.

    files: the new file to be written for each kind of copy, "zip" or "zim". Raises ArchiveError.
    """
    settings = site.settings
    for language, name in READMES.items():
        text = readme_text(site.facts, settings, load_catalogue(language), MANIFEST_NAME)
        site.files.put(name, text.encode())
    facts = _counted(site)
    _write_pages(site, facts)
    _write_manifest(site.files)
    for kind, file in files.items():
        _write_copy(kind, file, site, facts)
    if settings.offline_zip:
        offer = _offer(site.files, settings, facts, files.get("zip"))
        _write_pages(site, msgspec.structs.replace(facts, offer=offer))
        _write_manifest(site.files)
    return tuple(copy_report(kind, file) for kind, file in files.items())


def _counted(site: FinishedSite) -> CopyFacts:
    """The facts with the number of files and of bytes; the pages about the copy are counted, their bytes are not."""
    stage = site.files.stage
    there = list(file_names(stage))
    sizes = [(stage / name).stat().st_size for name in there]
    names = [*there, SEAL_NAME, *(tree.folder + COPY_ADDRESS for tree in site.trees.trees)]
    listed = sum(len(name) + _MANIFEST_LINE for name in names)
    return msgspec.structs.replace(site.facts, files=len(names) + 1, bytes=sum(sizes) + listed + _SEAL)


def _write_pages(site: FinishedSite, facts: CopyFacts) -> None:
    site.trees.write((copy_view(facts, MANIFEST_NAME),), site.files)


def _write_manifest(files: SiteFiles) -> None:
    for name, text in manifest_files(files.stage, files.digests).items():
        files.put(name, text.encode())


def _write_copy(kind: str, file: Path, site: FinishedSite, facts: CopyFacts) -> None:
    stage, settings = site.files.stage, site.settings
    try:
        if kind == "zip":
            write_zip(stage, file, slug(settings.title), facts.came_on)
        else:
            icon = shipped_folder("site") / "icon-48.png"
            others = tuple(tree.folder for tree in site.trees.trees if tree.folder)
            write_zim(stage, file, zim_metadata(settings, facts), icon, passed_over=others)
    except OSError as error:
        raise ArchiveError(
            f"--{kind}",
            f"the file cannot be written ({cause_of(error)})",
            way_on(error, "choose another place for it"),
        ) from error


def _offer(files: SiteFiles, settings: Settings, facts: CopyFacts, made: Path | None) -> ZipOffer:
    """Puts the zip into the site. made: the same zip, where it was made already."""
    name = slug(settings.title)
    address = f"{OFFER_FOLDER}/{name}.zip"
    file = files.stage / address
    file.parent.mkdir(exist_ok=True)
    if made:
        shutil.copyfile(made, file)
    else:
        write_zip(files.stage, file, name, facts.came_on)
    report = copy_report("zip", file)
    files.settle(address, report.sha256)
    return ZipOffer(address, report.bytes, report.sha256)
