"""What the whole site is, for programs and repositories: a Research Object Crate (RO-Crate 1.1), as JSON-LD.

The date is that on which the last document came or changed: the same corpus and settings give the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from archive.build.manifest import MANIFEST_NAME
from archive.config import Settings
from archive.render.catalogue import Catalogue
from archive.render.copy_page import CopyFacts
from archive.render.download_page import CRATE_ADDRESS, DOWNLOAD_ADDRESS, PURPOSES, OfferedFile
from archive.render.web_addresses import HOME, site_base
from archive.text.web_address import web_address

_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_CONFORMS = "https://w3id.org/ro/crate/1.1"
_PUBLISHER, _LICENCE = "#publisher", "#licence"
CRATE_DESCRIPTION = (
    "Written questions of members of parliament with the answers of the ministers, as a website that is searched "
    "without a network."
)
CRATE_TEXTS = (CRATE_DESCRIPTION,)


def crate_text(
    facts: CopyFacts, files: Sequence[OfferedFile], settings: Settings, words: Catalogue
) -> bytes | None:
    """The file. files: those that are offered to download. None for an empty archive, which has no date."""
    if facts.came_on is None:
        return None
    graph = [
        {
            "@id": CRATE_ADDRESS,
            "@type": "CreativeWork",
            "about": {"@id": "./"},
            "conformsTo": {"@id": _CONFORMS},
        },
        _whole(facts, files, settings, words, facts.came_on),
        _file(HOME, settings.title, "text/html"),
        _file(MANIFEST_NAME, "SHA-256", "text/plain"),
        *(_offered(one, words) for one in files),
        {"@id": _PUBLISHER, "@type": "Organization", "name": settings.publisher},
        _licence(settings),
    ]
    content = msgspec.json.encode({"@context": _CONTEXT, "@graph": graph})
    return msgspec.json.format(content, indent=1) + b"\n"


def _whole(
    facts: CopyFacts,
    files: Iterable[OfferedFile],
    settings: Settings,
    words: Catalogue,
    came_on: dt.date,
) -> dict[str, Any]:
    held = facts.holdings
    told: dict[str, Any] = {
        "@id": "./",
        "@type": "Dataset",
        "name": settings.title,
        "description": words.gettext(CRATE_DESCRIPTION),
        "identifier": f"urn:sha256:{facts.signature}",
        "datePublished": came_on.isoformat(),
        "inLanguage": settings.document_language,
        "license": {"@id": web_address(settings.licence_url) or _LICENCE},
        "publisher": {"@id": _PUBLISHER},
        "mainEntity": {"@id": HOME},
        "hasPart": [{"@id": name} for name in (HOME, MANIFEST_NAME, *(one.address for one in files))],
    }
    if held.first_date and held.last_date:
        told["temporalCoverage"] = f"{held.first_date.isoformat()}/{held.last_date.isoformat()}"
    base = site_base(settings.base_url)
    return told | ({"url": base, "usageInfo": base + DOWNLOAD_ADDRESS} if base else {})


def _offered(file: OfferedFile, words: Catalogue) -> dict[str, Any]:
    told = _file(file.address, file.file_name, file.media_type)
    return told | {
        "contentSize": str(file.bytes),
        "description": words.gettext(PURPOSES[file.form]),
        "identifier": f"urn:sha256:{file.sha256}",
    }


def _file(address: str, name: str, kind: str) -> dict[str, Any]:
    return {"@id": address, "@type": "File", "name": name, "encodingFormat": kind}


def _licence(settings: Settings) -> dict[str, Any]:
    address = web_address(settings.licence_url)
    told = {"@id": address or _LICENCE, "@type": "CreativeWork", "name": settings.licence}
    return told | ({"url": address} if address else {})
