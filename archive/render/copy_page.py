"""The page about this copy of the archive: what is in it, of what date, and how to take, open and check it.

The same in a few lines is the text that lies beside the pages, for whoever finds the folder years later.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import msgspec

from archive.config import Settings
from archive.render.catalogue import Catalogue
from archive.render.formats import day_text, number_text
from archive.render.front_pages import Holdings
from archive.render.views import Crumb, PageView

COPY_ADDRESS = "meenemen.html"
COPY_HEADING = "Take this archive with you"
# The name of the text beside the pages in each language that the interface speaks.
READMES = {"nl": "LEESMIJ.txt", "en": "README.txt", "fr": "LISEZMOI.txt"}
# Windows shows lines that end so in every editor, and so do all others.
_LINE_END = "\r\n"
_README_TEXTS = {
    "what": (
        "This folder is an archive of written questions of members of parliament with the answers of the ministers: "
        "to search, to read and to keep."
    ),
    "open": (
        "To open it, double-click index.html. Everything works without a network, the search included; the only "
        "program needed is a browser."
    ),
    "whole": "Keep all files together: the pages need the folders beside them.",
    "zip": "If you see this within a zip file, unpack all of it to a folder first.",
    "check": "To check whether a file is damaged, run this command in the folder:",
    "own": "This archive is no publication of the parliament. The original document decides.",
}
_README_FACTS = {
    "questions": "Written questions",
    "documents": "Supporting documents",
    "period": "Period",
    "came": "Last documents came on",
    "fingerprint": "Fingerprint",
    "source": "Source of the documents",
    "licence": "Licence",
}
README_TEXTS = (*_README_TEXTS.values(), *_README_FACTS.values())


class ZipOffer(msgspec.Struct, frozen=True):
    """A zip of the site on the site itself. bytes: its size; sha256: in hex."""

    address: str
    bytes: int
    sha256: str


class CopyFacts(msgspec.Struct, frozen=True):
    """What a copy holds.

    came_on: the last day on which a document came or changed; signature: the state of the corpus; files and bytes: of
    the whole site as it is unpacked; offer: the zip to be taken from the site itself, if there is one.
    """

    holdings: Holdings
    came_on: dt.date | None
    signature: str
    files: int
    bytes: int
    offer: ZipOffer | None = None


class CopyView(PageView, frozen=True, kw_only=True):
    """The page. manifest: the address of the list of all files, each with its SHA-256."""

    page_kind: ClassVar[str] = "copy"
    heading_is_message: ClassVar[bool] = True
    template: ClassVar[str] = "copy.html.j2"

    facts: CopyFacts
    manifest: str


def copy_view(facts: CopyFacts, manifest: str) -> CopyView:
    """The page. manifest: the address of the list of all files."""
    return CopyView(
        address=COPY_ADDRESS,
        heading=COPY_HEADING,
        crumbs=(Crumb(COPY_HEADING, is_message=True),),
        section=COPY_ADDRESS,
        facts=facts,
        manifest=manifest,
    )


def readme_text(facts: CopyFacts, settings: Settings, catalogue: Catalogue, manifest: str) -> str:
    """The text that lies beside the pages, in one language."""
    texts = {key: catalogue.gettext(text) for key, text in _README_TEXTS.items()}
    named = [
        f"{catalogue.gettext(_README_FACTS[key])}: {value}"
        for key, value in _told(facts, settings, catalogue)
    ]
    lines = (
        settings.title,
        "=" * len(settings.title),
        "",
        texts["what"],
        "",
        texts["open"],
        texts["zip"],
        texts["whole"],
        "",
        *named,
        "",
        texts["own"],
        "",
        texts["check"],
        f"    sha256sum -c {manifest}",
    )
    return "".join(line + _LINE_END for line in lines)


def _told(facts: CopyFacts, settings: Settings, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The facts by name, as they are shown. Those that are not known are left out."""
    language = catalogue.language
    held = facts.holdings
    yield "questions", number_text(held.questions, language)
    if held.documents:
        yield "documents", number_text(held.documents, language)
    if held.first_date and held.last_date:
        yield "period", f"{day_text(held.first_date, language)} – {day_text(held.last_date, language)}"
    if facts.came_on:
        yield "came", day_text(facts.came_on, language)
    yield "fingerprint", facts.signature
    yield "source", settings.publisher
    yield "licence", " – ".join(filter(None, (settings.licence, settings.licence_url)))
