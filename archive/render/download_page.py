"""The page with all of the archive as files: what each is for, how large it is, and how it is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import msgspec

from archive.render.download_examples import Example, examples_of
from archive.render.views import Crumb, PageView

DOWNLOAD_ADDRESS = "downloaden.html"
CODEBOOK_ADDRESS = "codeboek.html"
CRATE_ADDRESS = "ro-crate-metadata.json"
DOWNLOAD_HEADING = "Download the data"
CODEBOOK_HEADING = "Codebook"
# In the order in which they are offered: what most want comes first.
NAMES = {
    "csv": "CSV",
    "sqlite": "SQLite",
    "jsonl": "JSON Lines",
    "parquet": "Parquet",
    "tables": "CSV",
    "ris": "RIS",
    "bibtex": "BibTeX",
    "csl": "CSL-JSON",
    "atom": "Atom",
    "bag": "BagIt",
}
PURPOSES = {
    "csv": "Questions, parts, answers, tables and more as tables for Excel, R and Python",
    "sqlite": "The same as one database with keys and full-text search, for SQL and Datasette",
    "jsonl": "Every document whole, one to a line, for programs",
    "parquet": "The tables with types, for large analyses",
    "tables": "Every cell of every table of the answers, one to a line",
    "ris": "References to all documents, for Zotero, EndNote and Mendeley",
    "bibtex": "References to all documents, for LaTeX",
    "csl": "References to all documents, for citation programs",
    "atom": "All documents as a feed",
    "bag": "The original files, the documents and where they came from, with checksums: for keeping",
}
# Of these Excel has to be told how they are written.
FOR_EXCEL = frozenset({"csv", "tables"})
DOWNLOAD_TEXTS = (DOWNLOAD_HEADING, CODEBOOK_HEADING, *PURPOSES.values())


class OfferedFile(msgspec.Struct, frozen=True):
    """A file on the site. form: as `archive export` calls it; bytes: its size; sha256: in hex."""

    form: str
    address: str
    media_type: str
    bytes: int
    sha256: str

    @property
    def file_name(self) -> str:
        return self.address.rpartition("/")[2]


class Offer(msgspec.Struct, frozen=True):
    """An export that is offered: its files (most are one), what they are for, and how they are read."""

    name: str
    purpose: str
    files: tuple[OfferedFile, ...]
    examples: tuple[Example, ...]
    for_excel: bool


class OwnExport(msgspec.Struct, frozen=True):
    """An export that is not offered, and the command that makes it."""

    name: str
    purpose: str
    command: str


class DownloadView(PageView, frozen=True, kw_only=True):
    """offers: what can be downloaded. own: what whoever has the program makes. others: addresses of what describes all.

    manifest: the address of the list of all files of the site. crate: of the description for programs, if there is one.
    """

    page_kind: ClassVar[str] = "download"
    heading_is_message: ClassVar[bool] = True
    template: ClassVar[str] = "download.html.j2"

    offers: tuple[Offer, ...]
    own: tuple[OwnExport, ...]
    codebook: str
    manifest: str
    crate: str | None


def download_view(
    files: Sequence[OfferedFile], file_names: dict[str, str], stem: str, *, manifest: str, crate: str | None
) -> DownloadView:
    """The page. files: those that are offered. file_names: that of each export, offered or not; stem: what they share.

    manifest and crate: the addresses of the list of all files and of the description for programs.
    """
    offered = {form: tuple(one for one in files if one.form == form) for form in NAMES}
    return DownloadView(
        address=DOWNLOAD_ADDRESS,
        heading=DOWNLOAD_HEADING,
        crumbs=(Crumb(DOWNLOAD_HEADING, is_message=True),),
        section=DOWNLOAD_ADDRESS,
        offers=tuple(
            Offer(NAMES[form], PURPOSES[form], some, examples_of(form, stem), form in FOR_EXCEL)
            for form, some in offered.items()
            if some
        ),
        own=tuple(
            OwnExport(NAMES[form], PURPOSES[form], f"archive export {form} -o {file_names[form]}")
            for form, some in offered.items()
            if not some
        ),
        codebook=CODEBOOK_ADDRESS,
        manifest=manifest,
        crate=crate,
    )
